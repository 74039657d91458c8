"""A sentence as the gate sees it: its words, what is quoted, whose word it is, which parties it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from licet.news.layout import Layout, Sentence
from licet.news.modality.coming import later_days
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Group

UNNAMED_VOICE, UNOFFICIAL_VOICE, SPOKEN = 1, 2, 4
"""Bits of what a word is said by: somebody unnamed, somebody who is no authority, anybody."""

_MARKS = frozenset('"“”«»„`‘‹›')


class Named(NamedTuple):
    """A party named in a sentence.

    Attributes:
        first: Number of its first word within the sentence.
        last: One past the number of its last word.
        authority: Whether it can take a measure: an authority, an official, a state.
        state: Whose it is: a country code, `EU` or `UN`; empty when unknown.
        place: Whether it is a city or a region, which says nothing itself.
    """

    first: int
    last: int
    authority: bool
    state: str = ""
    place: bool = False


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
_CLOSING = frozenset('.!?:;,"”…')
_VERBS_TOO = (("provided", "furnished"), ("assuming", "taking"))
"""Words that open a condition or are a verb, with what a verb of them is read as."""
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
        owners: For each word, the party whose name holds it.
        at: Gives a word in lower case by its number; empty outside the sentence.
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
    """

    __slots__ = (
        "_called", "_laid", "at", "before", "day", "groups", "headline", "later", "low", "odd", "owners",
        "quoted",
        "sentence", "speakers", "voices", "whole", "witnesses", "words", "year",
    )  # fmt: skip

    def __init__(self, laid: Layout, sentence: Sentence, named: list[Named], voices: bytes) -> None:
        self.sentence = sentence
        self._laid = laid
        self.low = laid.lows[sentence.first : sentence.last]
        self.groups: dict[int, Group] = {}
        self.speakers: dict[int, Cue | None] = {}
        self.whole: list[tuple[Cue, int, int]] = []
        self._called: dict[int, list[int]] = {}
        self.words = frozenset(self.low)
        size = len(self.low)
        if "may" in self.words:
            words = laid.words[sentence.first : sentence.last]
            self.low = [
                "month" if word.text == "May" and number else word.low for number, word in enumerate(words)
            ]
            self.words = frozenset(self.low)
        for word, others in _VERBS_TOO:
            if word in self.words:
                self.low = [
                    others if low == word and not self._opens(number) else low
                    for number, low in enumerate(self.low)
                ]
                self.words = frozenset(self.low)
        self.at = [*self.low, *_AROUND].__getitem__
        dated = laid.story.dated
        self.day = dated
        self.year = None if dated is None else dated.year
        self.later = [] if dated is None else later_days(self.low, self.words, dated)
        self.owners: list[Named | None] = [None] * size
        for item in named:
            self.owners[item.first : item.last] = [item] * (item.last - item.first)
        del self.owners[size:]  # of a name that goes on behind the sentence
        self.voices = voices
        self.witnesses = [""] * size
        self.before: Callable[[], Line | None] = _nothing
        place = sentence.start, sentence.end
        whole = sentence.paragraph >= 0 and laid.paragraphs[sentence.paragraph] == place
        whole = whole and size <= LONGEST_HEADLINE and self.low[-1][-1] not in _CLOSING
        self.headline = whole or sentence.paragraph < 0
        self.quoted = bytearray(size)
        first = laid.quote_at(sentence.start)
        quotes = laid.quotes_between(sentence.start, sentence.end)
        for quote in [first, *quotes] if first is not None else quotes:
            begin = max(0, laid.word_at(quote.start) - sentence.first)
            end = min(size, laid.word_at(quote.end) - sentence.first)
            self.quoted[begin:end] = b"\1" * (end - begin)
        marks = (
            [] if _MARKS.isdisjoint(self.words) else [n for n, low in enumerate(self.low) if low in _MARKS]
        )
        self.odd = not all(self.quoted[number] for number in marks)

    def _opens(self, number: int) -> bool:
        """Whether a word that may be a verb opens a condition: "provided that", ", provided the bank"."""
        after = self.low[number + 1] if number + 1 < len(self.low) else ""
        if after == "that" or number == 0:
            return True
        return self.low[number - 1] == "," and after in _BEGIN_CLAUSE

    def follows(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands close before the sentence."""
        first = self.sentence.first
        return not words.isdisjoint(self._laid.lows[max(0, first - NEAR) : first])

    def called(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words of a table that stand in the sentence outside quotes; looked for once."""
        found = self._called.get(id(words))
        if found is None:
            found = self._called[id(words)] = (
                []
                if self.words.isdisjoint(words)
                else [at for at, low in enumerate(self.low) if low in words and not self.quoted[at]]
            )
        return found

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

    def party_at(self, number: int) -> Named | None:
        """The party whose name begins at a word."""
        party = self.party_over(number)
        return party if party is not None and party.first == number else None

    def party_over(self, number: int) -> Named | None:
        """The party whose name holds a word."""
        return self.owners[number] if 0 <= number < len(self.owners) else None
