"""Where a story names its subjects: who stands beside some words, and whom they mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from licet.model.news import Span
from licet.news.parties.party import Party, Role
from licet.news.reading import Reading

MOST_NEAR = 10
"""Subjects of one paragraph that a measure aimed at nobody is told beside."""

LONGEST_PARAGRAPH = 4_000
"""Characters on each side in which they are looked for: what no line ends costs no more than its length."""

_PRONOUNS = frozenset(("it", "him", "her", "them"))
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[\"“A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Places:
    """Where a story names its parties.

    Attributes:
        text: The story.
        named: Parties by key.
        subjects: Start, end and key of every place that names a subject, in the order of the story.
    """

    text: str
    named: dict[str, Party]
    subjects: list[tuple[int, int, str]]

    @classmethod
    def of(cls, reading: Reading) -> Places:
        """Gather the places of a reading."""
        named = {item.value.key: item.value for item in reading.parties}
        subjects = sorted(
            (mention.span.start, mention.span.end, party.key)
            for party in named.values()
            if party.role is Role.SUBJECT
            for mention in party.mentions
        )
        return cls(reading.story.text, named, subjects)

    def near(self, span: Span) -> tuple[str, ...]:
        """Keys of the subjects in the sentence of some words; else of the last one before it."""
        line = self.text.rfind("\n", max(0, span.start - LONGEST_PARAGRAPH), span.start) + 1
        start = max(line, span.start - LONGEST_PARAGRAPH)
        window = self.text[span.end : span.end + LONGEST_PARAGRAPH]
        after = _STOP.search(window)
        end = span.end + (after.start() if after else len(window))
        stops = [stop.end() for stop in _STOP.finditer(self.text, start, span.start)]
        found = self._between(stops[-1] if stops else start, end)
        return found or self._between(start, span.start)[-1:]

    def _between(self, start: int, end: int) -> tuple[str, ...]:
        first = bisect_left(self.subjects, start, key=lambda item: item[0])
        last = bisect_left(self.subjects, end, key=lambda item: item[0])
        return tuple(key for _, _, key in self.subjects[max(first, last - 10 * MOST_NEAR) : last])

    def meant(self, span: Span) -> Party | None:
        """The subject that some words name, or that a pronoun stands for: the last one named before it."""
        last = bisect_left(self.subjects, span.end, key=lambda item: item[0])
        for _, end, key in reversed(self.subjects[max(0, last - 10 * MOST_NEAR) : last]):
            if end > span.start:
                return self.named[key]
        if span.text.casefold() not in _PRONOUNS:
            return None
        line = self.text.rfind("\n", max(0, span.start - LONGEST_PARAGRAPH), span.start) + 1
        before = self._between(max(line, span.start - LONGEST_PARAGRAPH), span.start)
        return self.named[before[-1]] if before else None
