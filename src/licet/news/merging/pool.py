"""The stories that are merged, in an order that does not depend on how they were given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from licet.model.news import Span, Timex, Value
from licet.news.claims.claim import Claim
from licet.news.measures.measure import Measure, MeasureType
from licet.news.parties.party import Party
from licet.news.reading import Reading

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘A-Z])|\n\s*\n")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»")
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_LETTERS = 26
MOST_COMPARED = 200
"""Earlier claims of one kind and party that a claim is compared with: no story costs its square."""
_FAR = 600
"""Code points on each side within which the sentence of a span is looked for."""


def letters(number: int) -> str:
    """Key of a story by its number: A, B ... Z, AA."""
    key = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        key = chr(ord("A") + rest) + key
    return key


@dataclass(frozen=True)
class Telling:
    """One story of the pool.

    Attributes:
        key: Its key, by its place among the readings given.
        reading: What was read of it.
    """

    key: str
    reading: Reading

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its claims in order."""
        return tuple(value.value for value in self.reading.claims)

    def claims_of(self, measure: str) -> tuple[Claim, ...]:
        """Its claims about one of its measures, in order."""
        return self._by_measure.get(measure, ())

    @cached_property
    def _by_measure(self) -> dict[str, tuple[Claim, ...]]:
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.measure, []).append(claim)
        return {key: tuple(part) for key, part in found.items()}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        """Its measures by key."""
        return {value.value.key: value.value for value in self.reading.measures}

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Its parties by key."""
        return {value.value.key: value.value for value in self.reading.parties}

    @property
    def dated(self) -> date | None:
        """The day of the story."""
        return self.reading.story.dated

    def sentence(self, span: Span) -> str:
        """The words around a span, from full stop to full stop."""
        start, end = self.sentence_at(span)
        return self.reading.story.text[start:end]

    def sentence_at(self, span: Span) -> tuple[int, int]:
        """Where the sentence around a span begins and ends."""
        text = self.reading.story.text
        before = text[max(0, span.start - _FAR) : span.start]
        starts = [match.end() for match in _SENTENCE_END.finditer(before)]
        start = max(0, span.start - _FAR) + (starts[-1] if starts else 0)
        behind = _SENTENCE_END.search(text, span.end, min(len(text), span.end + _FAR))
        return start, behind.end() if behind else min(len(text), span.end + _FAR)

    def times_within(self, span: Span) -> list[Value[Timex]]:
        """The times told within some words."""
        times = self.reading.timexes
        first = bisect_left(times, span.start, key=lambda time: time.spans[0].start)
        last = bisect_left(times, span.end, key=lambda time: time.spans[0].start)
        return list(times[first:last])

    @cached_property
    def kinds(self) -> Counter[MeasureType]:
        """How many measures of each kind it tells."""
        return Counter(measure.type for measure in self.measures.values())

    @cached_property
    def leading(self) -> str:
        """Key of the measure that it is about first of all: the first one told as done, else the first."""
        taken = [measure for measure in self.measures.values() if not measure.type.undoes]
        first = min(
            taken,
            key=lambda measure: (
                not any(item.standing.modality.effective for item in measure.mentions),
                measure.mentions[0].trigger.start,
            ),
            default=None,
        )
        return first.key if first else ""


def words(text: str) -> list[str]:
    """The words of a text in lower case, without marks."""
    return [match[0].casefold().rstrip(".,") for match in _WORD.finditer(text)]


def quoted(text: str) -> str:
    """The parts of a text that stand in quotation marks."""
    return " ".join(match[0] for match in _QUOTED.finditer(text))


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text)


def tellings(readings: Sequence[Reading]) -> tuple[Telling, ...]:
    """The stories in an order of their own: by day, then by their words."""
    given = [Telling(letters(number), reading) for number, reading in enumerate(readings)]
    return tuple(
        sorted(
            given,
            key=lambda item: (
                item.dated or date.max,
                item.reading.story.text,
                item.reading.story.outlet,
                item.reading.story.url,
            ),
        )
    )


class Groups:
    """Items that are the same by any chain of likenesses; each group bears the number of its first item."""

    def __init__(self, size: int) -> None:
        """Begin with each item a group of its own."""
        self._root = list(range(size))

    def find(self, item: int) -> int:
        """The first item of the group of an item."""
        while self._root[item] != item:
            self._root[item] = self._root[self._root[item]]
            item = self._root[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        one, other = sorted((self.find(one), self.find(other)))
        self._root[other] = one

    def join_all(self, items: Iterable[int]) -> None:
        """Make the groups of all items one."""
        first: int | None = None
        for item in items:
            if first is None:
                first = item
            else:
                self.join(first, item)

    def count(self) -> int:
        """How many groups there are."""
        return sum(self.find(item) == item for item in range(len(self._root)))

    def members(self) -> Iterator[list[int]]:
        """The groups in the order of their first items."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._root)):
            found.setdefault(self.find(item), []).append(item)
        yield from found.values()
