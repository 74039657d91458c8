"""Where a story names a party: the catalogue first, then capitalised names by their shape."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from licet.news.layout import Layout
from licet.news.masks import Mask, MaskKind
from licet.news.parties import lexicon
from licet.news.parties.catalogue import (
    Entry,
    authorities,
    country,
    country_of,
    entry_at,
    is_demonym,
    is_known,
    place_named,
)
from licet.news.parties.common_words import MAY_LABEL, is_common, is_label
from licet.news.parties.lines import Range, breaks, is_shouting
from licet.news.parties.party import MentionKind, PartyKind
from licet.news.parties.runs import MAY_JOIN, NO_ENDS, Stretch

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_BYLINE, _DATELINE = MaskKind.BYLINE, MaskKind.DATELINE
_AUTHORITY, _PLACE = PartyKind.AUTHORITY, PartyKind.PLACE
_SHORT = MentionKind.SHORT

_new = tuple.__new__
_PLACE_WORDS = frozenset(("in", "at", "near", "from", "to", "outside", "around", "into", "visit", "between"))
LONGEST_CODE = 6
"""Characters that the code of a model may have: S4, X-2."""
_OPENERS = frozenset("\"“‘'«(:—.!?;")
"""Marks after which any word may have a capital."""


class Found(NamedTuple):
    """A name as it stands in the story, before it is linked.

    Attributes:
        first: Number of its first word.
        last: One past the number of its last word.
        rule: The rule that read it.
        entry: Its entry in the catalogue; None for a name read by shape.
        title: Words directly before it that tell what a person is.
        doubtful: A single capitalised word where any word has a capital.
        byline: It stands in a byline.
    """

    first: int
    last: int
    rule: str
    entry: Entry | None = None
    title: str = ""
    doubtful: bool = False
    byline: bool = False


def _government(code: str) -> Entry:
    """The government that sits in a town."""
    if code == "EU":
        return authorities()["eu"]._replace(mention=MentionKind.METONYM)
    return country(code, MentionKind.METONYM)


def names(laid: Layout, shouted: Sequence[Range] = ()) -> list[Found]:
    """Find the names of a story, in order; lines in capitals, where no shape tells one, are left out."""
    found: list[Found] = []
    starts = sorted([*laid.capitals, *laid.called_by(lexicon.STARTING_PARTICLES)])
    for first, last in shouted:
        del starts[bisect_left(starts, first) : bisect_left(starts, last)]
    ends = breaks(laid)
    region = Region(laid, 0, 0, None, ends)
    done = 0
    for _, _, first, last, _ in laid.sentences:
        begun = bisect_left(starts, first, done)
        done = bisect_left(starts, last, begun)
        if begun < done:
            region.first, region.last = first, last
            found.extend(region.names(starts[begun:done]))
    for mask in laid.masks:
        if mask.kind in {_BYLINE, _DATELINE}:
            first, last = _credited(laid, mask)
            here = starts[bisect_left(starts, first) : bisect_left(starts, last)]
            found.extend(Region(laid, first, last, mask.kind, ends).names(here))
    found.sort(key=itemgetter(0))
    return found


def _credited(laid: Layout, mask: Mask) -> Range:
    """The words of a byline or dateline before an aside in brackets."""
    first, last = laid.word_at(mask.start), laid.word_at(mask.end)
    aside = (at for at in range(first, last) if laid.lows[at] == "(")
    return first, next(aside, last)


_LED = lexicon.COMPASS | {"world"}
"""Words that name no party by themselves and may begin the name of one."""
_ARTICLES = frozenset(("the", "a", "an"))
_NO_NAMES = _ARTICLES | MAY_LABEL
_OPENING = lexicon.FUNCTION_WORDS | lexicon.IMPERATIVES
"""Words that name no party where any word would have a capital."""
_NO_NAME_ALONE = lexicon.INSTRUMENT_WORDS | lexicon.ORGANISATION_WORDS
_ENDS_NO_NAME = lexicon.INSTRUMENT_WORDS | lexicon.STREETS
_TELLS_A_PERSON = lexicon.TITLES | lexicon.PERSON_NOUNS
"""Directly before a name."""
_BEFORE_A_NAME = _TELLS_A_PERSON | {","}
_IN_OFFICE = frozenset(("administration", "presidency"))
"""Behind the name of who governs."""
_OF_CATALOGUE = {kind: f"catalogue, {kind}" for kind in MentionKind}
"""Names of the rules that read the forms of the catalogue."""


class Region(Stretch):
    """A sentence or byline being read."""

    def __init__(
        self, laid: Layout, first: int, last: int, mask: MaskKind | None, ends: frozenset[int] = NO_ENDS
    ) -> None:
        super().__init__(laid, first, last, ends)
        self.byline, self.dateline = mask is _BYLINE, mask is _DATELINE

    def names(self, starts: list[int]) -> list[Found]:
        """Return the names of the region, in order; each begins at one of some of its words."""
        found: list[Found] = []
        place = self.first
        words = self.words
        for start in starts:
            if start < place:
                continue
            text = words[start].text
            if is_known(text):
                item = self._at(start, found)
            elif text[0].isupper():
                item = None if self._is_none(start) else self._shaped(start)
            else:
                item = self._particle(start)
            if item is not None:
                found.append(item)
                place = item.last
        return found

    def known(self, place: int) -> Found | None:
        """Return the name of the catalogue that begins at a word."""
        known = entry_at(self.words, place, self.last) if self.words[place].is_capital else None
        return self._known(place, *known, []) if known and not self._is_part(place, known[1]) else None

    def _at(self, place: int, found: list[Found]) -> Found | None:
        """The name that begins at a word which the catalogue knows; None where none does."""
        word = self.words[place]
        if not word.text[0].isupper():
            return self._particle(place)
        label = self.lows[place] in MAY_LABEL and is_label(self.words, place)
        known = None if label else entry_at(self.words, place, self.last)
        if known:
            entry, size = known
            if entry.kind is _PLACE:
                if self._is_street(place + size):
                    return None
                if not entry.governs and self._in_name(place, size):
                    return self._shaped(place)
            if not self._is_part(place, size):
                return self._known(place, entry, size, found)
        if is_demonym(word) and not self._is_part(place, 1):
            return self._people(place)
        return None if self._is_none(place) else self._shaped(place)

    def _is_none(self, place: int) -> bool:
        """Whether no name of a party begins at a capitalised word."""
        low = self.lows[place]
        if low in _NO_NAMES and (low in _ARTICLES or is_label(self.words, place)):
            return True
        if len(self.words[place].text) == 1:
            return True
        if low in lexicon.NO_PARTY and not (low in _LED and self._goes_with(place)):
            return True
        return low in _OPENING and self._opens(place)

    def _particle(self, place: int) -> Found | None:
        """A surname that begins with a small word: "Mr. al-Masri", "van der Berg"."""
        after = place + 1
        while after < min(self.last, place + 3) and (
            self.words[after].text == "-" or self.words[after].low in lexicon.PARTICLES
        ):
            after += 1
        before = self.words[place - 1] if place > self.first else None
        named = before is None or not before.is_capital or before.low in lexicon.TITLES
        if after >= self.last or not self.words[after].is_capital or not named:
            return None
        if entry_at(self.words, after, self.last) or is_demonym(self.words[after]):
            return None
        title = self._title(place) if place > self.first else ""
        return Found(place, self.run(after), "shape", None, title, byline=self.byline)

    def _is_street(self, place: int) -> bool:
        return place < self.last and self.lows[place] in lexicon.STREETS and self.words[place].is_capital

    def _goes_with(self, place: int) -> bool:
        """Whether a capitalised word that is no quality goes on after a point of the compass."""
        after = self.words[place + 1] if place + 1 < self.last else None
        return bool(
            after and after.is_capital and after.low not in lexicon.NO_PARTY and not is_demonym(after)
        )

    def _in_name(self, place: int, size: int) -> bool:
        """Whether a town begins a longer name: Bristol Maritime, Shanghai Electric."""
        after = place + size
        if after >= self.last or not self.words[after].is_capital:
            return self.words[after].text == "&" if after < self.last else False
        end = self.run(place)
        return end > after and self.words[end - 1].low not in lexicon.INSTRUMENT_WORDS

    def _is_part(self, place: int, size: int) -> bool:
        """Whether a country or quality begins the name of an organisation: Iran Air, American Airlines."""
        after = place + size
        if size > 2 or after >= self.last:
            return False
        low = self.lows[after]
        if not (low in MAY_JOIN or self.words[after].text[0].isupper()) or low in lexicon.TITLES:
            return False
        if self.words[place].text in {"U.S.", "US", "UK", "U.K.", "EU"} or entry_at(
            self.words, after, self.last
        ):
            return False
        end = self.run(place)
        if end - place < size + 1 or end > after + 4:
            return False
        tail = self.lows[after:end]
        return tail[-1] in lexicon.ORGANISATION_WORDS and "-" not in tail

    def _known(self, place: int, entry: Entry, size: int, found: list[Found]) -> Found | None:
        last = place + size
        if entry.mention is _SHORT and last < self.last:
            follower = self.words[last]
            if self._opens(place) and follower.low not in lexicon.OFFICE_FOLLOWERS:
                return None
        if entry.governs and entry.kind is _PLACE and not self._as_place(place, last):
            return Found(place, last, "seat of government", _government(entry.jurisdiction))
        joined = bool(found) and found[-1].last == place and entry.kind is _AUTHORITY
        if joined and not entry.key.endswith("eu"):
            former = found[-1].entry
            if former and former.kind is PartyKind.COUNTRY and former.jurisdiction == entry.jurisdiction:
                place = found.pop().first
        return _new(Found, (place, last, _OF_CATALOGUE[entry.mention], entry, "", False, self.byline))

    def _as_place(self, place: int, last: int) -> bool:
        before = self.lows[place - 1] if place > self.first else ""
        if before in _PLACE_WORDS or (self.dateline and place == self.first):
            return True
        if place == self.first and self.words[place].text.isupper():
            return True
        after = self.lows[last : min(last + 2, self.last)]
        if after and (
            after[0] in lexicon.OF_A_TOWN or (after[0] == "-" and after[1:] and after[1] in lexicon.BASED)
        ):
            return True
        return before == "of" and place - 2 >= self.first and self.words[place - 2].low in lexicon.SETTLEMENTS

    def _people(self, place: int) -> Found | None:
        """Read "the Chinese" as their government; "Chinese" before a noun is none."""
        if place == self.first or self.words[place - 1].low != "the":
            return None
        if place + 1 < self.last:
            follower = self.words[place + 1]
            if follower.text[0].isalnum() and follower.low not in lexicon.AFTER_A_PEOPLE:
                return None
        code, _ = country_of(self.words[place].text)
        return Found(place, place + 1, "a people", country(code, MentionKind.METONYM)) if code else None

    def _opens(self, place: int) -> bool:
        """Whether any word would have a capital here."""
        if place == self.first or place in self.ends or self.words[place - 1].text in _OPENERS:
            return True
        return place == self.first + 1 and not self.words[self.first].text[0].isalpha()

    def _shaped(self, place: int) -> Found | None:
        last = self.run(place)
        text = self.words[place].text
        if self._is_no_name(place, last) or (text.isupper() and is_shouting(self.words, place, last)):
            return None
        size, final = last - place, self.lows[last - 1]
        if size > 1:
            before_place = size == 2 and self.lows[place] in lexicon.BEFORE_PLACES
            geographic = before_place and final not in lexicon.ORGANISATION_WORDS
            if geographic or final in lexicon.WATERS:
                return Found(
                    place, last, "a stretch of land or water", place_named(self._written(place, last))
                )
        if size <= 2 and last < self.last and self.lows[last] in _IN_OFFICE:
            name = f"{self._written(place, last)} administration"
            entry = Entry(f"government-{name}", name, _AUTHORITY, "")
            return Found(place, last + 1, "a head's government", entry)
        if self.dateline and place == self.first:
            return Found(place, last, "dateline", place_named(self._written(place, last).title()))
        doubtful = size == 1 and not (text.isupper() and len(text) > 1) and self._opens(place)
        start = place
        if size > 1 and place > self.first and self.lows[place - 1] == "[":
            start = place - 1
        title = self._told_before(start) if start > self.first else ""
        return _new(Found, (start, last, "shape", None, title, doubtful, self.byline))

    def _written(self, first: int, last: int) -> str:
        """A name as it is written."""
        return " ".join([text for _, _, text, _, _ in self.words[first:last]])

    def _is_no_name(self, place: int, last: int) -> bool:
        """Whether a capitalised phrase names no party: a common word, a street, a law, a prize, a model."""
        _, _, text, low, _ = self.words[last - 1]
        coded = text[-1].isdigit()
        if last - place == 1:
            if low in _NO_NAME_ALONE or (coded and len(text) < LONGEST_CODE):
                return True
            stopped = text[-1] == "." and low not in lexicon.FORMS
            return stopped or is_common(self.words, place, self.first, self.last)
        if low in _ENDS_NO_NAME or (coded and text[0].isalpha()):
            return True
        return last < self.last and self.lows[last] in lexicon.PRIZES

    def _told_before(self, place: int) -> str:
        """Titles before a name that does not begin the region, those in capitals with their stop too."""
        return self._stopped(place) if self.lows[place - 1] == "." else self._title(place)

    def _title(self, place: int) -> str:
        """Titles directly before a name that does not begin the region, in the order of the story."""
        before = self.lows[place - 1]
        if before not in _BEFORE_A_NAME:
            return ""
        if before == "," and place - 1 > self.first:
            noun = self.lows[place - 2]
            return noun if noun in lexicon.PERSON_NOUNS else ""
        first = place
        while first > self.first and place - first < 6 and self.lows[first - 1] in _TELLS_A_PERSON:
            first -= 1
        return " ".join(self.lows[first:place]) if first < place else ""

    def _stopped(self, place: int) -> str:
        """A title in capitals with its stop before a name: "SEN. ANN EK"."""
        loud = place - 2 >= self.first and self.words[place - 2].text.isupper()
        title = f"{self.words[place - 2].low}." if loud else ""
        return title if title in lexicon.TITLES else ""
