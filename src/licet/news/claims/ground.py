"""A story as the makers of claims see it: who, when and whose words at any place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from licet.model.news import Amount, Span, Timex, TimexType, Value
from licet.news.layout import Layout, Sentence
from licet.news.measures.measure import Measure, MeasureMention, MeasureType, SlotName
from licet.news.modality.modality import Standing
from licet.news.parties.party import MentionKind, Party, PartyKind
from licet.news.statements.statement import Statement
from licet.news.words import Word

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_DURATION = TimexType.DURATION
_AMOUNT = SlotName.AMOUNT

ACTORS = frozenset((PartyKind.ORGANISATION, PartyKind.PERSON, PartyKind.AUTHORITY, PartyKind.COUNTRY))
_PRONOUNS = frozenset(("it", "they", "he", "she", "which", "who", "that"))
_NEAREST = 12
"""Contents before an offset that may hold it."""
_FURTHEST = 25
"""Words that a subject stands before its verb at most."""


class Named(NamedTuple):
    """A place where a party is named.

    Attributes:
        start: First code point.
        end: One past the last.
        party: The party.
        kind: How it is named.
    """

    start: int
    end: int
    party: Party
    kind: MentionKind


_as_named = partial(tuple.__new__, Named)


class Known(NamedTuple):
    """What the readers before have found in a story.

    Attributes:
        named: Its parties.
        times: Its time expressions.
        money: Its amounts.
        said: Its statements.
        measured: Its measures.
    """

    named: Sequence[Value[Party]]
    times: Sequence[Value[Timex]]
    money: Sequence[Value[Amount]]
    said: Sequence[Value[Statement]]
    measured: Sequence[Value[Measure]]


class Ground:
    """What was read of a story, found by place.

    Attributes:
        laid: The story laid out.
        times: Its time expressions.
        money: Its amounts.
        said: Its statements.
        measured: Its measures.
        standing: Gives the standing of an event by its verb.
        span: Cuts a span out of the story, from its first code point to before its last.
        party: The parties by key.
        mentions: Every mention of every party, in the order of the story.
    """

    def __init__(self, laid: Layout, known: Known, standing: Callable[[Span], Standing]) -> None:
        self.laid = laid
        self.times, self.money = known.times, known.money
        self.said, self.measured = known.said, known.measured
        self.standing = standing
        self.span: Callable[[int, int], Span] = partial(Span.within, laid.story.text)
        self.party: dict[str, Party] = {value.value.key: value.value for value in known.named}
        self.mentions = _mentions(known.named)
        self._starts = list(map(itemgetter(0), self.mentions))
        self._edges, self._holders = _voices(known.said)
        self._days = [value for value in known.times if value.value.type is not _DURATION]
        self._day_starts = [value.spans[0].start for value in self._days]
        self._sentence_starts = [item.start for item in laid.sentences]

    def named_between(self, start: int, end: int) -> list[Named]:
        """The mentions that begin within `[start, end)`."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end, lo=first)]

    def named_before(self, place: int) -> Iterator[Named]:
        """The mentions that begin before an offset, the last one first."""
        for number in range(bisect_left(self._starts, place) - 1, -1, -1):
            yield self.mentions[number]

    def statement_at(self, place: int) -> int | None:
        """Number of the innermost statement whose content holds an offset; None for the story's own voice."""
        return self._holders[bisect_right(self._edges, place)]

    def times_between(self, start: int, end: int) -> list[Value[Timex]]:
        """Days and times (no durations) that begin within `[start, end)`."""
        first = bisect_left(self._day_starts, start)
        return self._days[first : bisect_left(self._day_starts, end, first)]

    @cached_property
    def _amount_starts(self) -> list[int]:
        return [value.spans[0].start for value in self.money]

    def amounts_between(self, start: int, end: int) -> Sequence[Value[Amount]]:
        """The amounts that begin within `[start, end)`."""
        first = bisect_left(self._amount_starts, start)
        return self.money[first : bisect_left(self._amount_starts, end, lo=first)]

    @cached_property
    def accusing(self) -> frozenset[int]:
        """Numbers of the statements that accuse somebody."""
        cues = [value.value.cue for value in self.said]
        return frozenset(
            [number for number, cue in enumerate(cues) if cue and cue.text.casefold().startswith("accus")]
        )

    @cached_property
    def cues(self) -> list[Span]:
        """The words of saying, in the order of the story."""
        return sorted([cue for value in self.said if (cue := value.value.cue) is not None])

    @cached_property
    def spoken_of(self) -> dict[int, list[tuple[Measure, MeasureMention]]]:
        """The measures that each statement itself speaks of, by its number."""
        found: dict[int, list[tuple[Measure, MeasureMention]]] = {}
        for value in self.measured:
            for item in value.value.mentions:
                holder = self.statement_at(item.trigger.start)
                if holder is not None:
                    found.setdefault(holder, []).append((value.value, item))
        return found

    @cached_property
    def _triggers(self) -> list[tuple[int, str]]:
        return sorted(
            (item.trigger.start, value.value.key) for value in self.measured for item in value.value.mentions
        )

    def measure_before(self, place: int, reach: int) -> tuple[str, Span] | None:
        """Key and trigger of the last measure spoken of before an offset, within some code points of it."""
        last = bisect_left(self._triggers, (place, ""))
        if last == 0 or self._triggers[last - 1][0] < place - reach:
            return None
        start, key = self._triggers[last - 1]
        return key, self._trigger_spans[start]

    def measure_between(self, start: int, end: int) -> tuple[str, Span] | None:
        """Key and trigger of the first measure spoken of within `[start, end)`."""
        first = bisect_left(self._triggers, (start, ""))
        if first == len(self._triggers) or self._triggers[first][0] >= end:
            return None
        place, key = self._triggers[first]
        return key, self._trigger_spans[place]

    def kind_at(self, place: int) -> MeasureType:
        """Kind of the measure that the trigger at an offset speaks of."""
        return self._kinds[place]

    @cached_property
    def _kinds(self) -> dict[int, MeasureType]:
        return {item.trigger.start: item.type for value in self.measured for item in value.value.mentions}

    @cached_property
    def _trigger_spans(self) -> dict[int, Span]:
        return {item.trigger.start: item.trigger for value in self.measured for item in value.value.mentions}

    def keys_of(self, kind: MeasureType) -> list[str]:
        """Keys of the measures of a kind, in their order."""
        return self._by_type.get(kind, [])

    @cached_property
    def _by_type(self) -> dict[MeasureType, list[str]]:
        found: dict[MeasureType, list[str]] = {}
        for value in self.measured:
            found.setdefault(value.value.type, []).append(value.value.key)
        return found

    def is_sum_of_measure(self, span: Span) -> bool:
        """Whether some words lie over a sum that a slot of a measure holds already."""
        starts, furthest = self._sums
        before = bisect_left(starts, span.end)
        return before > 0 and furthest[before - 1] > span.start

    @cached_property
    def _sums(self) -> tuple[list[int], list[int]]:
        """Starts of the sums of measures, and how far any of them up to there reaches."""
        spans = sorted(
            (slot.span.start, slot.span.end)
            for value in self.measured
            for item in value.value.mentions
            for slot in item.slot(_AMOUNT)
        )
        return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))

    def speaks_of_other(self, key: str, start: int, end: int) -> bool:
        """Whether another measure is spoken of within `[start, end)`."""
        first = bisect_left(self._triggers, (start, ""))
        last = bisect_left(self._triggers, (end, ""))
        return any(other != key for _, other in self._triggers[first:last])

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence of the running text that holds an offset."""
        after = bisect_right(self._sentence_starts, place)
        sentence = self.laid.sentences[after - 1] if after else None
        return sentence if sentence is not None and place < sentence.end else None

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence in front of another one."""
        number = bisect_left(self._sentence_starts, sentence.start) - 1
        return self.laid.sentences[number] if number >= 0 else None

    def hull(self, *spans: Span) -> Span:
        """The stretch from the first of some spans to the last, within the sentence of the first given.

        A span that stands in another sentence is left out, so that a claim never runs over a full stop.
        """
        if len(spans) == 1:
            return spans[0]
        start, end = min(spans)[0], max([last for _, last, _ in spans])
        sentence = self.sentence_at(spans[0].start)
        if sentence is None or (sentence.start <= start and end <= sentence.end):
            return self.span(start, end)
        inside = [span for span in spans if sentence.start <= span[0] and span[1] <= sentence.end]
        return self.span(min(inside)[0], max([last for _, last, _ in inside])) if inside else spans[0]

    def subject(self, sentence: Sentence, place: int) -> tuple[str, int]:
        """Key of the party that does what the verb at a word tells, and the offset where it is named.

        Args:
            sentence: The sentence.
            place: Number of the verb among the words of the story.

        Returns:
            The key, empty where none is found, and the offset of the name or pronoun.
        """
        by_end = {item.end: item for item in self.named_between(sentence.start, sentence.end)}
        for number in range(place - 1, max(sentence.first, place - _FURTHEST) - 1, -1):
            word = self.laid.words[number]
            if word.low in _PRONOUNS:
                return self._meant(word, sentence), word.start
            item = by_end.get(word.end)
            if item is not None and item.party.kind in ACTORS:
                owner = number + 1 < place and self.laid.words[number + 1].low in ("'s", "'")
                if not owner:
                    return item.party.key, item.start
        return "", sentence.start

    def _meant(self, word: Word, sentence: Sentence) -> str:
        """Key of the party that a pronoun stands for: the speaker, else the last actor named before."""
        holder = self.statement_at(word.start)
        if holder is not None and word.low not in ("which", "who", "that"):
            return self.said[holder].value.speaker.party
        before = [
            item for item in self.named_between(sentence.start, word.start) if item.party.kind in ACTORS
        ]
        return before[-1].party.key if before else ""


def _mentions(named: Sequence[Value[Party]]) -> list[Named]:
    """Mentions in the order of the story; of those that begin together the longest first."""
    rows = [
        (start, end, party, kind)
        for party in [value.value for value in named]
        for (start, end, _), kind, _ in party.mentions
    ]
    rows.sort(key=itemgetter(1), reverse=True)
    rows.sort(key=itemgetter(0))
    return list(map(_as_named, rows))


def _voices(said: Sequence[Value[Statement]]) -> tuple[list[int], list[int | None]]:
    """Offsets at which another one begins to speak, and whose words stand before the first and from each.

    Each statement is told by its number, the story's own voice by None.
    """
    edges: list[int] = []
    holders: list[int | None] = [None]
    contents = [
        (start, end, number) for number, value in enumerate(said) for start, end, _ in value.value.content
    ]
    upcoming = iter(sorted(contents))
    content = next(upcoming, None)
    while content is not None:
        start, reach, holder = content
        nested = [content]
        while (content := next(upcoming, None)) is not None and content[0] < reach:
            nested.append(content)
            reach = max(reach, content[1])
        if len(nested) == 1:
            edges += (start, reach)
            holders += (holder, None)
            continue
        inner = sorted({edge for begin, end, _ in nested for edge in (begin, end)})
        edges += inner
        holders += [_innermost(nested, edge) for edge in inner]
    return edges, holders


def _innermost(contents: list[tuple[int, int, int]], place: int) -> int | None:
    """Number of the shortest of some contents that holds an offset, of those that begin nearest before it."""
    stop = bisect_left(contents, (place + 1,))
    best: tuple[int, int] | None = None
    for start, end, number in reversed(contents[max(0, stop - _NEAREST) : stop]):
        if place < end and (best is None or end - start < best[0]):
            best = (end - start, number)
    return best[1] if best else None


def joined(times: Sequence[Value[Timex]]) -> Timex | None:
    """One time of several alternatives ("this week or next"); None for none.

    The value names each alternative, split by `/`; the interval reaches from the first day to the last.
    """
    if not times:
        return None
    if len(times) == 1:
        return times[0].value
    parts = [item.value for item in times]
    first: date | None = min((item.first for item in parts if item.first), default=None)
    last: date | None = max((item.last for item in parts if item.last), default=None)
    return Timex(TimexType.DATE, "/".join(item.value or "" for item in parts), None, first, last)
