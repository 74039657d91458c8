"""Readings made by hand, for what is built on a reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licet.model.news import Span, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.measures.measure import Measure, MeasureMention, MeasureType, Slot, SlotName
from licet.news.modality.modality import Modality, Standing
from licet.news.parties.party import Mention, MentionKind, Party, PartyKind, Role
from licet.news.reading import Reading
from licet.news.statements.statement import Speaker, SpeakerKind, Statement, StatementKind
from licet.news.story import Story

Told = Party | Measure | Claim | Statement


class Making:
    """Makes a reading of one story, piece by piece; spans are found in its words."""

    def __init__(self, text: str, dated: date | None = None, outlet: str = "") -> None:
        self.story = Story(text, dated, outlet)
        self._parties: list[Value[Party]] = []
        self._measures: list[Value[Measure]] = []
        self._claims: list[Value[Claim]] = []
        self._statements: list[Value[Statement]] = []

    def span(self, words: str) -> Span:
        """Return where some words first stand."""
        start = self.story.text.index(words)
        return self.story.span(start, start + len(words))

    def party(self, key: str, name: str, role: Role = Role.SUBJECT) -> Making:
        """Add a party."""
        kind = PartyKind.COUNTRY if role is Role.COUNTRY else PartyKind.ORGANISATION
        mention = Mention(self.span(name), MentionKind.NAME, "test")
        party = Party(key, name, kind, role, "", (mention,))
        self._parties.append(Value(party, (mention.span,), "test"))
        return self

    def measure(
        self,
        kind: MeasureType,
        told: Sequence[tuple[str, Modality]],
        targets: Sequence[str] = (),
        affects: str = "",
        instrument: str = "",
    ) -> Making:
        """Add a measure with the words that speak of it and how each stands."""
        slots = (Slot(SlotName.INSTRUMENT, self.span(instrument), "", "test"),) if instrument else ()
        mentions = tuple(
            MeasureMention(self.span(words), kind, Standing(modality, "test"), slots, "test")
            for words, modality in told
        )
        key = f"m{len(self._measures) + 1}"
        measure = Measure(key, kind, mentions, (), tuple(targets), affects)
        self._measures.append(Value(measure, tuple(item.trigger for item in mentions), "test"))
        return self

    def claim(self, subject: str, words: str, modality: Modality) -> Making:
        """Add a claim about a party."""
        span = self.span(words)
        claim = Claim(ClaimKind.STATEMENT, subject, "said", "", (span,), modality, "test", key="c1")
        self._claims.append(Value(claim, (span,), "test"))
        return self

    def against(self, cue: str, accused: str, words: str) -> Making:
        """Add a statement that is made against somebody."""
        said = Statement(
            StatementKind.INDIRECT,
            Speaker(SpeakerKind.UNKNOWN),
            (self.span(words),),
            cue=self.span(cue),
            addressee=self.span(accused),
        )
        self._statements.append(Value(said, said.content, "test"))
        return self

    def done(self) -> Reading:
        """Return the reading."""
        return Reading(
            self.story,
            tuple(self._parties),
            (),
            (),
            tuple(self._statements),
            tuple(self._measures),
            tuple(self._claims),
        )
