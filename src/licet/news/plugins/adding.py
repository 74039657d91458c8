"""A reading with what extractors of others add: beside what the core read, never over it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from licet.model.news import Span, Timex, TimexType, Value
from licet.model.problem import Problem, Severity
from licet.news import dates
from licet.news.layout import Layout, layout
from licet.news.masks import MaskKind
from licet.news.measures.measure import Measure, MeasureMention, MeasureType, Slot, SlotName
from licet.news.modality.modality import Modality, Standing
from licet.news.parties.catalogue import country_of
from licet.news.parties.party import Linker, Mention, MentionKind, Party, PartyKind, Role
from licet.news.parties.reading import no_links
from licet.news.parties.roles import role_of
from licet.news.parties.shapes import Found
from licet.news.plugins.candidate import CandidateKind, Extractor
from licet.news.plugins.verifying import Verified, offered, rule_of, verified
from licet.news.reading import Reading
from licet.news.statements.statement import Speaker, SpeakerKind, Statement, StatementKind

_KINDS = {"person": PartyKind.PERSON, "organisation": PartyKind.ORGANISATION}
MOST_MENTIONS = 50
"""Places of one party whose words count as its names."""

_ORDER = tuple(CandidateKind)
"""Parties come first: what is said and ordered refers to them."""


def extended(
    reading: Reading, extractors: Sequence[Extractor], linker: Linker = no_links
) -> tuple[Reading, tuple[Problem, ...]]:
    """Add what extractors find in a story, and tell what was dropped.

    Nothing that the core read changes: a candidate that overlaps it is left out. What is added bears the name
    of its extractor as its rule, links come from the dictionary alone, and no measure has a standing with
    effect.

    Args:
        reading: What the core read.
        extractors: Asked in order; the earlier wins.
        linker: Gives the listed entities that bear the name of a subject.
    """
    if not extractors:
        return reading, ()
    adding = _Adding(reading, layout(reading.story), linker)
    for extractor in extractors:
        candidates, problems = offered(extractor, reading.story.text)
        adding.problems += problems
        rule = rule_of(extractor)
        for candidate in sorted(candidates, key=lambda item: _ORDER.index(item.kind)):
            found = verified(reading.story.text, candidate, rule)
            if isinstance(found, Problem):
                adding.problems.append(found)
            else:
                adding.add(found, rule)
    return adding.reading, tuple(adding.problems)


@dataclass(slots=True)
class _Taken:
    """Stretches of the story that are spoken for, in order, apart from one another or not."""

    spans: list[tuple[int, int]]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> _Taken:
        return cls(sorted((span.start, span.end) for span in spans))

    def holds(self, span: Span) -> bool:
        """Whether a stretch overlaps one of them; long ones that began far before are looked for nearby."""
        at = bisect_left(self.spans, (span.end, 0))
        return any(end > span.start for _, end in self.spans[max(0, at - 50) : at])

    def take(self, span: Span) -> None:
        insort(self.spans, (span.start, span.end))


class _Adding:
    """A reading that grows."""

    def __init__(self, reading: Reading, laid: Layout, linker: Linker) -> None:
        self.reading = reading
        self.problems: list[Problem] = []
        self._laid = laid
        self._linker = linker
        parties = [item.value for item in reading.parties]
        self._keys = {item.key for item in parties}
        self._words_of = [_name_words(item) for item in parties]
        self._named = {item.name.casefold(): item.key for item in parties}
        self._mentions = sorted(
            (mention.span.start, mention.span.end, party.key)
            for party in parties
            for mention in party.mentions
        )
        said = [span for item in reading.statements for span in (*item.value.content, *item.value.repeats)]
        told = [mention.trigger for item in reading.measures for mention in item.value.mentions]
        self._taken = {
            CandidateKind.PARTY: _Taken([(start, end) for start, end, _ in self._mentions]),
            CandidateKind.DATE: _Taken.of(span for item in reading.timexes for span in item.spans),
            CandidateKind.STATEMENT: _Taken.of(said),
            CandidateKind.MEASURE: _Taken.of(told),
        }

    def add(self, found: Verified, rule: str) -> None:
        """Add a verified candidate unless the core, or an extractor before, read something there."""
        kind = found.candidate.kind
        taken = self._taken[kind]
        spans = tuple(span for span in found.spans if not taken.holds(span) and not self._masked(span))
        if not spans:
            return
        match kind:
            case CandidateKind.PARTY:
                self._party(found, spans, rule)
            case CandidateKind.DATE:
                self._date(spans[0], rule)
            case CandidateKind.STATEMENT:
                self._statement(found, spans[0], rule)
            case CandidateKind.MEASURE:
                self._measure(found, spans[0], rule)
        for span in spans:
            taken.take(span)

    def _masked(self, span: Span) -> bool:
        """Whether words stand in a byline, a section line or a promotion: no running text."""
        masks = self._laid.masks
        at = bisect_left(masks, span.end, key=lambda mask: mask.start)
        near = masks[max(0, at - 3) : at]
        return any(mask.end > span.start and mask.kind is not MaskKind.HEADLINE for mask in near)

    def _party(self, found: Verified, spans: tuple[Span, ...], rule: str) -> None:
        kind = _KINDS.get(found.candidate.label)
        name = " ".join(found.candidate.text.split())
        if kind is None:
            self._tell(
                "unknown_type", rule, f"No party is of the kind {found.candidate.label[:60]!r}: dropped."
            )
            return
        if name.casefold() in self._named or self._short(name) or country_of(name)[0]:
            return
        placed = [Found(self._laid.word_at(span.start), self._laid.word_at(span.end), rule) for span in spans]
        role = role_of(kind, placed, self._laid.lows)
        key = self._key(name)
        links = self._linker(name, kind) if role is Role.SUBJECT else ()
        mentions = tuple(Mention(span, MentionKind.NAME, rule) for span in spans)
        party = Party(key, name, kind, role, "", mentions, links)
        self._named[name.casefold()] = key
        for span in spans:
            insort(self._mentions, (span.start, span.end, key))
        self.reading = self.reading._replace(parties=(*self.reading.parties, Value(party, spans, rule)))

    def _short(self, name: str) -> bool:
        """Whether a known party has every word of a name among its own: "the Council" is no new party."""
        parts = set(name.casefold().split())
        return any(parts <= words for words in self._words_of)

    def _key(self, name: str) -> str:
        slug = "-".join(name.casefold().split())
        number = 1
        while (key := slug if number == 1 else f"{slug}-{number}") in self._keys:
            number += 1
        self._keys.add(key)
        return key

    def _date(self, span: Span, rule: str) -> None:
        """Add a time; what it means is read from its words here, and never taken from the extractor."""
        read = dates.read(span.text, self.reading.story.dated)
        whole = next((item.value for item in read if item.spans[0].text == span.text), None)
        # The days of an anchor lie in the words alone: an expression with one is left without.
        timex = whole._replace(anchor=None) if whole else Timex(TimexType.DATE, None)
        self.reading = self.reading._replace(timexes=(*self.reading.timexes, Value(timex, (span,), rule)))

    def _statement(self, found: Verified, span: Span, rule: str) -> None:
        source = self._words(found.candidate.party, span)
        key = self._party_at(source) if source else ""
        quoted = span.text.startswith(('"', "“", "«"))
        kind = StatementKind.DIRECT if quoted else StatementKind.INDIRECT
        speaker = Speaker(SpeakerKind.NAMED if key else SpeakerKind.UNKNOWN, key)
        said = Statement(kind, speaker, (span,), source)
        spans = (span, *((source,) if source else ()))
        self.reading = self.reading._replace(statements=(*self.reading.statements, Value(said, spans, rule)))

    def _measure(self, found: Verified, span: Span, rule: str) -> None:
        candidate = found.candidate
        if candidate.label not in set(MeasureType):
            self._tell("unknown_type", rule, f"No measure is of the type {candidate.label[:60]!r}: dropped.")
            return
        target = self._words(candidate.party, span)
        key = self._party_at(target) if target else ""
        slots = (Slot(SlotName.TARGET, target, key, rule),) if target and key else ()
        standing = Standing(self._modality(candidate.modality, rule), rule)
        kind = MeasureType(candidate.label)
        mention = MeasureMention(span, kind, standing, slots, rule)
        number = len(self.reading.measures) + 1
        measure = Measure(f"m{number}", kind, (mention,), (), (key,) if key else ())
        self.reading = self.reading._replace(measures=(*self.reading.measures, Value(measure, (span,), rule)))

    def _modality(self, told: str, rule: str) -> Modality:
        """A standing without effect; in doubt, and for one with effect, `unclear`."""
        if told not in set(Modality):
            return Modality.UNCLEAR
        modality = Modality(told)
        if modality.effective:
            self._tell("no_effect", rule, f"The standing {modality} of an extractor is told as unclear.")
            return Modality.UNCLEAR
        return modality

    def _words(self, words: str, near: Span) -> Span | None:
        """Where words stand nearest to others, within the reach of a paragraph."""
        if not words:
            return None
        text, reach = self.reading.story.text, 1_000
        start = max(0, near.start - reach)
        before = text.rfind(words, start, near.start)
        after = text.find(words, near.end, near.end + reach)
        inside = text.find(words, near.start, near.end)
        places = [place for place in (before, after, inside) if place >= 0]
        if not places:
            return None
        place = min(places, key=lambda item: (abs(item - near.start), item))
        return Span(place, place + len(words), words)

    def _party_at(self, span: Span) -> str:
        at = bisect_left(self._mentions, (span.end, 0, ""))
        near = self._mentions[max(0, at - 5) : at]
        return next((key for _, end, key in reversed(near) if end > span.start), "")

    def _tell(self, code: str, rule: str, message: str) -> None:
        self.problems.append(Problem(code, rule, message, severity=Severity.NOTE))


def _name_words(party: Party) -> frozenset[str]:
    """Words of all the names of a party."""
    names = {party.name, *(item.span.text for item in party.mentions[:MOST_MENTIONS])}
    return frozenset(word for name in names for word in name.casefold().split())
