"""A story as the rules of measures see it: words, who is named at each, and where clauses part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple

from licet.model.news import Span, Value
from licet.news.layout import Layout, Sentence, padded
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.parties.catalogue import country_of, is_demonym
from licet.news.parties.party import MentionKind, Party, PartyKind, Role
from licet.news.words import Word

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_COUNTRY, _PERSON = PartyKind.COUNTRY, PartyKind.PERSON
_AFFILIATION, _AUTHORITY = Role.AFFILIATION, Role.AUTHORITY
_NOMINAL = MentionKind.NOMINAL

FARTHEST = 40
"""Words over which a subject, an object or a phrase is looked for; it bounds the work of every rule."""

_CLOSING = lexicon.PARTING | (lexicon.OPENERS - {"that"})
"""Words and marks at which a clause ends."""
_BETWEEN_VERBS = lexicon.ADVERBS - {"not", "never"}
_ADVERBS, _BE = lexicon.ADVERBS, lexicon.BE
_LONGEST_STEP = 7
"""Words of a noun phrase before a name in it, and between two of its names."""
_BETWEEN = listed(", and or its the as well both")
"""Words that stand between the names of a noun phrase."""
_JOINING = listed("and or ,")
_AND_OR = listed("and or")
_BEFORE_JOINED = listed("the and or its")
_NO_PHRASE = lexicon.PARTING | {".", ","}
_AFTER_PHRASE = lexicon.PREPOSITIONS | lexicon.OPENERS
_AFTER_APPOSED = frozenset((",", ".", "and", "", ";", ")"))
_THEIRS = lexicon.OWN_SIDE | lexicon.COMMON_PARTY
_NO_MODIFIERS = lexicon.PREPOSITIONS | lexicon.BE
_ONE = listed("one two three four five several some many most each")
"""Before "of" and a country's own, they pick out some of those in it."""
_VERSUS = frozenset(("v", "v.", "vs", "vs.", "versus"))
_ACTING = frozenset((PartyKind.AUTHORITY, PartyKind.COUNTRY))
_NEVER_AIMED_AT = frozenset((PartyKind.MEDIA, PartyKind.PLACE, PartyKind.PUBLICATION))
_NEVER_AIMED_ROLES = frozenset((Role.EXPERT, Role.AFFILIATION, Role.BYLINE, Role.SPEAKER))

_new = tuple.__new__


class Named(NamedTuple):
    """A party at a place of the story, as numbers of words `[first, last)`."""

    first: int
    last: int
    key: str
    kind: PartyKind
    role: Role
    jurisdiction: str

    @property
    def acts(self) -> bool:
        """Whether it can take a measure: an authority, a government, or a person in office."""
        return self.kind in _ACTING or (self.kind is _PERSON and self.role is _AUTHORITY)

    @property
    def is_target(self) -> bool:
        """Whether a measure can be aimed at it."""
        return self.kind not in _NEVER_AIMED_AT and self.role not in _NEVER_AIMED_ROLES

    @property
    def bears(self) -> bool:
        """Whether a measure can be aimed at it, and it takes none itself."""
        return self.is_target and not self.acts


class Phrase(NamedTuple):
    """Words that name a party, and its key; an empty key for a common noun or a pronoun."""

    first: int
    last: int
    key: str
    named: Named | None = None

    @property
    def bears(self) -> bool:
        """Whether it names one at whom a measure can be aimed, and who takes none himself."""
        return self.named is not None and self.named.bears


class Scene:
    """One story with its parties by word.

    Attributes:
        laid: The story laid out.
        words: Its words.
        lows: Its words in lower case, with empty ones beyond either end; for rules that look at many.
        low: Gives a word in lower case by its number; empty outside the story.
        at: Gives the party named at a word.
        jurisdictions: Jurisdiction of each party where the catalogue or the words before its name tell it.
        sentences: Its headlines and its sentences.
    """

    def __init__(self, laid: Layout, parties: list[Value[Party]]) -> None:
        self.laid = laid
        self.words: list[Word] = laid.words
        self._text = laid.story.text
        self.lows = padded(laid.lows)
        self.low = self.lows.__getitem__
        self.jurisdictions: dict[str, str] = {}
        self.kinds: dict[str, PartyKind] = {}
        self._at: dict[int, Named] = {}
        self.at: Callable[[int], Named | None] = self._at.get
        self._common: list[str] = []
        self._called: dict[frozenset[str], list[int]] = {}
        self._turns: dict[frozenset[str], list[int]] = {}
        self.sentences = [*laid.headlines(), *laid.sentences]
        stops = [item.last - 1 for item in self.sentences if laid.lows[item.last - 1] == "."]
        self._closings = sorted([*laid.called_by(_CLOSING), *stops, len(laid.words) + FARTHEST])
        self._order: list[Named] = []
        for value in parties:
            self._place(value.value)
        if not laid.places.keys().isdisjoint(_VERSUS):
            self._set_cases_apart()
        self._order.sort()

    def _place(self, party: Party) -> None:
        key, kind, told = party.key, party.kind, party.jurisdiction
        self.kinds[key] = kind
        at, order, starts, low = self._at, self._order, self.laid.starts, self.low
        jurisdiction, role = told, party.role
        unplaced = kind is _PERSON and role is _AUTHORITY and not told
        for (start, end, _), how, _ in party.mentions:
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            if how is _NOMINAL and low(first) == "the":
                first += 1
            if first >= last:
                continue
            if unplaced and not jurisdiction:
                jurisdiction = self._office_of(first)
            item = at[first] = at[last - 1] = _new(Named, (first, last, key, kind, role, told))
            order.append(item)
            if last - first > 2:
                at.update(dict.fromkeys(range(first + 1, last - 1), item))
        self.jurisdictions[key] = jurisdiction

    def _set_cases_apart(self) -> None:
        """Names of the parties to a case only tell which case it is."""
        for place, item in enumerate(self._order):
            if self._in_case(item.first, item.last):
                named = self._order[place] = item._replace(role=_AFFILIATION)
                for number in range(item.first, item.last):
                    if self._at[number] is item:
                        self._at[number] = named

    def _in_case(self, first: int, last: int) -> bool:
        """Whether a name is that of a party to a case: "Orlo v. Norda"."""
        before = self.low(first - 1)
        if self.low(last) in _VERSUS or before in _VERSUS:
            return True
        return before == "." and self.low(first - 2) in _VERSUS

    def _office_of(self, first: int) -> str:
        """The country whose office a person holds, told before the name ("Chinese President Xi")."""
        for number in range(first - 1, max(first - 4, -1), -1):
            if self.words[number].is_capital:
                code = country_of(self.words[number].text)[0]
                if code:
                    return code
        return ""

    def common(self, number: int) -> str:
        """A word in lower case that is no part of a name; empty within one and outside the story."""
        return "" if number in self._at else self.low(number)

    def first_of(self, word: str, first: int, last: int) -> int | None:
        """Number of the first place of a word within a range; None where it does not stand there."""
        near = self.lows[first:last]
        return first + near.index(word) if word in near else None

    @property
    def commons(self) -> list[str]:
        """The words of the story in lower case, those of names empty; made when first asked for."""
        if not self._common:
            commons = self._common = self.laid.lows.copy()
            for number in self._at:
                commons[number] = ""
        return self._common

    def called_by(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words that are in a table, in the order of the story; looked for once a story."""
        found = self._called.get(words)
        if found is None:
            found = self._called[words] = self.laid.called_by(words)
        return found

    def turns(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words of names and of those in a table, in the order of the story."""
        found = self._turns.get(words)
        if found is None:
            found = self._turns[words] = sorted({*self._at, *self.laid.called_by(words)})
        return found

    def named_between(self, first: int, last: int) -> list[Named]:
        """Parties named within a range of words."""
        order = self._order  # its items begin with the number of their first word
        return order[bisect_left(order, (first,)) : bisect_left(order, (last,))]

    def span(self, first: int, last: int) -> Span:
        """The words of a range, verbatim."""
        start, end = self.laid.starts[first], self.words[last - 1].end
        return _new(Span, (start, end, self._text[start:end]))  # words of the story stand in it

    def is_verb(self, number: int) -> bool:
        """Whether a word that is noun and verb alike stands where a verb does."""
        lows = self.lows
        before = number - 1
        while (low := lows[before]) in _BETWEEN_VERBS:
            before -= 1
        return low in lexicon.MODALS

    def passive(self, number: int) -> bool:
        """Whether a form of being stands before a participle."""
        lows = self.lows
        if lows[number].endswith("ing"):
            return False
        before, floor = number - 1, number - 5
        while (word := lows[before]) in _ADVERBS and before > floor:
            before -= 1
        return word in _BE

    def right(self, sentence: Sentence, number: int) -> int:
        """One past the last word of the clause that goes on from a word."""
        closings = self._closings
        return min(closings[bisect_left(closings, number)], sentence.last, number + FARTHEST)

    def country_word(self, number: int) -> str:
        """Key of the country that "Chinese" and its like speak of; empty for other words."""
        low = self.lows[number]
        if not low:
            return ""
        word = self.words[number]
        if word.text == low or not is_demonym(word):
            return ""
        singular = word.text[:-1] if word.text.endswith("ns") else word.text
        code = {"American": "US", "European": "EU", "British": "GB", "Dutch": "NL"}.get(singular, "")
        code = code or country_of(singular)[0]
        return "eu" if code == "EU" else f"country-{code}" if code else ""

    def phrases(self, first: int, last: int) -> list[Phrase]:
        """Parties of the noun phrase that begins at a word: "the ZTE Corp.", "North Korea and Iran".

        Args:
            first: Where it begins.
            last: Where the clause ends.
        """
        found: list[Phrase] = []
        number = begun = first
        lows, at, words, stop = self.lows, self.at, self.words, min(last, first + FARTHEST)
        while number < stop and number - begun < _LONGEST_STEP:
            named, low = at(number), lows[number]
            if named is not None:
                end, key = named.last, named.key
                qualifies = lows[end] == "'s" and self._qualifies(number, last)
            elif words[number].text != low and (key := self.country_word(number)):
                end = number + 1
                qualifies = self._qualifies(number, last)
            elif self._goes_on(number, begun, among=bool(found)):
                number += 1
                continue
            else:
                break
            if qualifies:
                number = end
                continue
            if not found or found[-1].last < end:
                found.append(self._whose(Phrase(named.first if named else number, end, key, named)))
                end = found[-1].last
            number = begun = end
            if not self._joins(number):
                break
        return found

    def _goes_on(self, number: int, begun: int, *, among: bool) -> bool:
        """Whether a noun phrase goes on with a word that is no name; among names only with few."""
        low = self.lows[number]
        if among:
            return low in _BETWEEN
        if number > begun and low in _AFTER_PHRASE:
            return False
        return low not in _NO_PHRASE or (low == "," and self._is_apposed(number, begun))

    def _is_apposed(self, comma: int, first: int) -> bool:
        """Whether the name behind a comma tells who a noun is: "its charterer, Orlan Ltd, in May"."""
        named = self.at(comma + 1)
        if named is None or named.acts or not named.is_target or comma <= first:
            return False
        noun = self.words[comma - 1]
        return (
            noun.text.islower()
            and noun.text.isalpha()
            and (
                self.low(named.last) in _AFTER_APPOSED or "." in self.low(named.last)  # d.o.o.
            )
        )

    def _whose(self, item: Phrase) -> Phrase:
        """Those of a country, who are not the country: "two Russian banks", "U.S. firms"."""
        lows = self.lows
        if item.named is not None and item.named.kind is not _COUNTRY:
            return item
        if lows[item.first - 1] == "of" and lows[item.first - 2] in _ONE and lows[item.last] == "'s":
            return Phrase(item.first, item.last, "")  # "one of Brazil's largest packers"
        theirs = _THEIRS if item.named is None else lexicon.OWN_SIDE
        for place in range(item.last, item.last + 3):
            low = lows[place]
            if low in theirs:
                return Phrase(item.first, place + 1, "")
            if low in _NO_MODIFIERS or not low.isalpha():
                break
        return item

    def _qualifies(self, number: int, last: int) -> bool:
        """Whether a country only tells whose the party behind it is ("Chinese laser maker Qinghe")."""
        compound = self.low(number + 1) == "-"  # "Greek-managed tanker operator Orlan"
        for place in range(number + 1 + 2 * compound, min(last, number + 5 + 2 * compound)):
            named = self.at(place)
            if named is not None and named is not self.at(number):
                return True
            low = self.low(place)
            apposed = low == "," and place > number + 2 and self.low(place - 2) == "'s"
            if apposed or low == "'s":
                continue
            if not low.isalpha() or low in lexicon.PREPOSITIONS or low == "and":
                return False
        return False

    def _joins(self, number: int) -> bool:
        """Whether a list of parties goes on."""
        lows = self.lows
        low = lows[number]
        if low not in _JOINING:
            return False
        if low == "," and _AND_OR.isdisjoint(self.laid.lows[number + 2 : number + 9]):
            return False
        ahead = number + 1
        for place in range(ahead, ahead + 3):
            named = self.at(place)
            if named or self.country_word(place):
                return named is None or lows[named.last] != "'s"
            if lows[place] not in _BEFORE_JOINED:
                return False
        return False
