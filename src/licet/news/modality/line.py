"""A sentence as the gate sees it: its words, what is quoted, whose word it is, which parties it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, count
from typing import NamedTuple

from licet.model.news import Span
from licet.news.layout import Layout, Sentence
from licet.news.modality.coming import later_days
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Group

UNNAMED_VOICE, UNOFFICIAL_VOICE, SPOKEN = 1, 2, 4
"""Bits of what a word is said by: somebody unnamed, somebody who is no authority, anybody."""

_MARKS = frozenset('"“”«»„`‘‹›')


class Whose(NamedTuple):
    """What a name tells of a party.

    Attributes:
        authority: Whether it can take a measure: an authority, an official, a state.
        state: Whose it is: a country code, `EU` or `UN`; empty when unknown.
        place: Whether it is a city or a region, which says nothing itself.
    """

    authority: bool
    state: str
    place: bool


class Named(NamedTuple):
    """A party named in a sentence.

    Attributes:
        first: Number of its first word within the sentence.
        last: One past the number of its last word.
        authority: Whether it can take a measure.
        state: Whose it is.
        place: Whether it is a city or a region.
    """

    first: int
    last: int
    authority: bool
    state: str
    place: bool


class Columns(NamedTuple):
    """What is known of each word of a story.

    Attributes:
        quoted: Whether it stands in a quote.
        voices: The bits of whose word it is.
        witnesses: The state that tells it; empty where none does.
    """

    quoted: bytearray
    voices: bytearray
    witnesses: list[str]


def columns(laid: Layout) -> Columns:
    """What is known of each word of a story before anybody is heard to speak."""
    size, starts = len(laid.words), laid.starts
    quoted = bytearray(size)
    last = 0
    for quote in laid.quotes:
        first = bisect_left(starts, quote.start, last)
        last = bisect_left(starts, quote.end, first)
        quoted[first:last] = b"\1" * (last - first)
    return Columns(quoted, bytearray(size), [""] * size)


LONGEST_HEADLINE = 25
"""Words that a headline may have."""

NEAR = 45
"""Words before a sentence that tell whether it goes on about what is to come."""

NEAR_BEHIND = 30
"""Words behind a sentence that tell whether what it tells is there."""


def _nothing() -> None:
    """No sentence stands before."""


_AROUND = ("",) * 128
"""More words than any sign is looked for beyond either end of a sentence."""
_NOBODY = (None,) * 128
"""Who is named at them."""
_CLOSING = frozenset('.!?:;,"”…')
_new = tuple.__new__
_BRACKETS = frozenset(("(", ")"))
_NOTHING: frozenset[int] = frozenset()
_MAY = frozenset(("may",))
_VERBS_TOO = {"provided": "furnished", "assuming": "taking"}
"""Words that open a condition or are a verb, with what a verb of them is read as."""
_READ_ANEW = _MAY | _VERBS_TOO.keys()
_BEGIN_CLAUSE = frozenset(
    ("the", "a", "an", "it", "they", "he", "she", "its", "their", "no", "this", "these")
)


class Line:
    """One sentence; all numbers of words count from its first.

    Attributes:
        sentence: The sentence.
        low: Its words in lower case, with straight apostrophes; the month of May is `month`.
        quoted: For each word, whether it stands in a quote.
        odd: Whether a quotation mark stands in it that belongs to no quote.
        voices: For each word, the bits of whose word it is.
        owners: For each word, the party whose name holds it; None for those behind the sentence.
        at: Gives a word in lower case by its number; empty outside the sentence.
        party_over: Gives the party whose name holds a word.
        party_at: Gives the party whose name begins at a word.
        headline: Whether it is a paragraph of its own that no mark ends, as headlines are.
        witnesses: For each word, the state that tells it; empty where none does.
        words: Its words, each once.
        day: The day of the story; None where it bears none.
        year: Its year.
        later: Numbers of the words that end a day after the story's own.
        before: Gives the sentence before it in its paragraph; None where it is the first.
        groups: The verb groups read so far, by the number of the verb.
        whole: Signs that hold for the sentence, each with its word and the first word that it reaches.
        speakers: What kind of speaker stands before a verb of saying, as far as it was asked.
        asks: Bits of the questions that its words call for.
        asides: Numbers of the words in brackets, with the brackets.
        bounding: Numbers of the words that can bound a clause; None until they are asked for.
        pasts: Numbers of the words in the form of a past; None until they are asked for.
    """

    __slots__ = (
        "_laid", "asides", "asks", "at", "before", "bounding", "day", "groups", "headline", "later", "low",
        "odd", "owners", "party_at", "party_over", "pasts", "quoted", "sentence", "speakers", "voices",
        "whole", "witnesses", "words", "year",
    )  # fmt: skip

    def __init__(
        self, laid: Layout, sentence: Sentence, named: list[tuple[Span, Whose]], columns: Columns
    ) -> None:
        first, last = sentence.first, sentence.last
        self.sentence = sentence
        self._laid = laid
        self.low = low = laid.lows[first:last]
        self.words = frozenset(low)
        if not _READ_ANEW.isdisjoint(self.words):
            self._read_anew()
        self.at: Callable[[int], str] = [*low, *_AROUND].__getitem__
        self.groups: dict[int, Group] = {}
        self.speakers: dict[int, Cue | None] = {}
        self.whole: list[tuple[Cue, int, int]] = []
        self.day = dated = laid.story.dated
        self.year = None if dated is None else dated.year
        self.later = [] if dated is None else later_days(low, self.words, dated)
        self._place(named)
        self.quoted = columns.quoted[first:last]
        self.voices = columns.voices[first:last]
        self.witnesses = columns.witnesses[first:last]
        self.before: Callable[[], Line | None] = _nothing
        self.headline = sentence.paragraph < 0 or self._is_headline()
        self.asks = 0
        self.odd = not _MARKS.isdisjoint(self.words) and bool(self.called(_MARKS))
        self.asides = self._in_brackets() if ")" in self.words else _NOTHING
        self.bounding: list[int] | None = None
        self.pasts: list[int] | None = None

    def _read_anew(self) -> None:
        """Tell the month from "may", and verbs from the words that open a condition."""
        low, first = self.low, self.sentence.first
        for number in self.numbers(_MAY):
            if number and self._laid.words[first + number].text == "May":
                low[number] = "month"
        for word, verb in _VERBS_TOO.items():
            for number in self.numbers(frozenset((word,))):
                if not self._opens(number):
                    low[number] = verb
        self.words = frozenset(low)

    def _place(self, named: list[tuple[Span, Whose]]) -> None:
        """Keep who is named at each word."""
        size, starts, base = len(self.low), self._laid.starts, self.sentence.first
        owners: list[Named | None] = [None] * (size + len(_NOBODY))
        begins = owners[:]
        for (start, end, _), whose in named:
            first = bisect_left(starts, start, base)
            last = bisect_left(starts, end, first + 1) - base
            first -= base
            item = _new(Named, (first, last, *whose))
            owners[first:last] = [item] * (last - first)
            begins[first] = item
        owners[size:] = _NOBODY  # of a name that goes on behind the sentence
        begins[size] = None
        self.owners = owners
        self.party_over: Callable[[int], Named | None] = owners.__getitem__
        self.party_at: Callable[[int], Named | None] = begins.__getitem__

    def _is_headline(self) -> bool:
        sentence, low = self.sentence, self.low
        if len(low) > LONGEST_HEADLINE or low[-1][-1] in _CLOSING:
            return False
        return self._laid.paragraphs[sentence.paragraph] == (sentence.start, sentence.end)

    def _opens(self, number: int) -> bool:
        """Whether a word that may be a verb opens a condition: "provided that", ", provided the bank"."""
        after = self.low[number + 1] if number + 1 < len(self.low) else ""
        if after == "that" or number == 0:
            return True
        return self.low[number - 1] == "," and after in _BEGIN_CLAUSE

    def _in_brackets(self) -> frozenset[int]:
        found: list[int] = []
        opened: int | None = None
        for at in self.numbers(_BRACKETS):
            if self.low[at] == "(":
                opened = at
            elif opened is not None:
                found.extend(range(opened, at + 1))
                opened = None
        return frozenset(found)

    def shown(self, numbers: Iterable[int]) -> list[int]:
        """Those of some words that stand in no quote, no brackets and no name but one at the head."""
        quoted, asides, owners = self.quoted, self.asides, self.owners
        return [at for at in numbers if not (quoted[at] or at in asides or (at and owners[at]))]

    def follows(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands close before the sentence."""
        first = self.sentence.first
        return not words.isdisjoint(self._laid.lows[max(0, first - NEAR) : first])

    def numbers(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words of a table that stand in the sentence."""
        if self.words.isdisjoint(words):
            return []
        return [*compress(count(), map(words.__contains__, self.low))]

    def among(self, words: frozenset[str], first: int, last: int) -> Iterator[int]:
        """Numbers of the words of a table that stand within `[first, last)`, one by one."""
        return compress(range(first, last), map(words.__contains__, self.low[first:last]))

    def called(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words of a table that stand in the sentence outside quotes."""
        if self.words.isdisjoint(words):
            return []
        found = compress(count(), map(words.__contains__, self.low))
        quoted = self.quoted
        return [at for at in found if not quoted[at]] if 1 in quoted else [*found]

    def around(self) -> tuple[list[str], list[str]]:
        """The words close before the sentence and close behind it."""
        first, last = self.sentence.first, self.sentence.last
        return self._laid.lows[max(0, first - NEAR) : first], self._laid.lows[last : last + NEAR_BEHIND]

    def is_apart(self, number: int) -> bool:
        """Whether blanks stand on both sides of a word or of two that are alike: of a dash, of no hyphen."""
        first = last = self.sentence.first + number
        words = self._laid.words
        first -= words[first - 1].low == words[first].low
        near = words[first - 1 : first + 1], words[last : last + 2]
        return all(len(two) == 2 and two[0].end < two[1].start for two in near)
