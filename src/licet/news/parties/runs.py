"""How far a capitalised name goes: over which words and marks, and before which it ends."""

from __future__ import annotations

from licet.news.layout import Layout
from licet.news.parties import lexicon
from licet.news.parties.catalogue import entry_at, is_demonym
from licet.news.parties.party import PartyKind
from licet.news.words import Word

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_PLACE = PartyKind.PLACE

_UNIONS = frozenset(("union", "association", "federation", "institute", "league", "guild", "council"))
_NOT_IN_A_NAME = (lexicon.TITLES - lexicon.ORGANISATION_WORDS) | lexicon.CALENDAR | {"i"} | lexicon.HONOURS
"""Capitalised words before which a name ends."""
_LEGAL_FORMS = frozenset(("plc", "a.s.", "a/s", "oyj"))
MAY_JOIN = (
    _LEGAL_FORMS
    | lexicon.PARTICLES
    | frozenset(("'s", "'", "’", "[", "]", "-", ",", "of", "for", "and", "&"))
)
"""Small words and marks over which a name can go on."""

NO_ENDS: frozenset[int] = frozenset()


class Stretch:
    """Words of a story among which names do not run over either end."""

    def __init__(self, laid: Layout, first: int, last: int, ends: frozenset[int] = NO_ENDS) -> None:
        """Begin with a stretch.

        Args:
            laid: The story.
            first: Number of its first word.
            last: One past the number of its last word.
            ends: Numbers of the words before which no name goes on.
        """
        self.words, self.lows = laid.words, laid.lows
        self.ends = ends
        self.first, self.last = first, last

    def run(self, place: int) -> int:
        """One past the last word of the capitalised name that begins at a word."""
        last, stop = place + 1, min(self.last, place + 14)
        bracketed = place > self.first and self.lows[place - 1] == "["
        if not bracketed and last < stop and not self._may_go_on(last):
            return last
        head = self.lows[place] in lexicon.HEADS
        if bracketed and last < stop and self.words[last].text == "]":
            last += 1
        while last < stop:
            size = self._more(last, head=head)
            if not size or last + size > stop or last in self.ends or last + size - 1 in self.ends:
                break
            last += size
            head = head or self.lows[last - 1] in lexicon.HEADS
        if bracketed and last - place == 2 and self.words[last - 1].text == "]":
            last -= 1
        return last

    def _more(self, place: int, *, head: bool) -> int:
        """How many words from here on go on with a name; 0 for none."""
        text = self.words[place].text
        if text[0].isupper():
            return self._goes_on(place)
        low = self.lows[place]
        if low not in MAY_JOIN or place + 1 >= self.last:
            return 0
        if text in _LEGAL_FORMS:
            return 1
        after = self.words[place + 1]
        if not after.text[0].isupper() and low not in lexicon.PARTICLES:
            return 0
        third = self.words[place + 2] if place + 2 < self.last else None
        return self._joined(place, after, third, head=head)

    def _may_go_on(self, place: int) -> bool:
        """Whether a name that ends before a word can go on with it at all."""
        return self.lows[place] in MAY_JOIN or self.words[place].text[0].isupper()

    def _joined(self, place: int, after: Word, third: Word | None, *, head: bool) -> int:
        """How many words go on with a name over a small word or mark."""
        word = self.words[place]
        if word.text in {"'s", "’s", "'", "’"}:
            owns = self.words[place - 1].low in lexicon.OF_THE or after.low in _UNIONS
            return 2 if after.is_capital and owns else 0
        if word.text == "[":
            return 3 if after.is_capital and third and third.text == "]" else 0
        if word.low in lexicon.PARTICLES and (after.text == "-" or after.text in lexicon.PARTICLES):
            return 3 if third and third.is_capital else 0
        return 2 if after.is_capital and self._joins(place, head=head) else 0

    def _goes_on(self, place: int) -> int:
        """1 where a capitalised word belongs to the name before it."""
        if self.lows[place] in _NOT_IN_A_NAME:
            return 0
        if self.lows[place - 1] in {"of", "for", "&", "the", "and"}:
            return 1
        known = entry_at(self.words, place, self.last)
        if known is None:
            return 0 if is_demonym(self.words[place]) else 1
        town = known[0].kind is _PLACE and not known[0].governs
        return 1 if town or (known[0].office and known[1] == 1) else 0

    def _joins(self, place: int, *, head: bool) -> bool:
        """Whether a small word or mark joins the capitalised words around it into one name."""
        before, word, after = self.words[place - 1 : place + 2]
        if word.text == "-":
            tight = word.end == after.start and before.end == word.start
            return tight and not is_demonym(after) and not entry_at(self.words, place + 1, self.last)
        if word.text == ",":
            return after.low in lexicon.FORMS
        if word.low in {"of", "for"}:
            return head and after.low not in lexicon.CALENDAR
        if word.low == "and":
            listed = place > 2 and self.words[place - 2].low in {"of", "for", ","}
            return head and listed and entry_at(self.words, place - 1, self.last) is None
        return word.text == "&" or word.low in lexicon.PARTICLES
