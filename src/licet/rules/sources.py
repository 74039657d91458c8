"""What a finding cites, and the best evidence among several records of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from licet.model.law import Confidence, Evidence, Identity
from licet.model.rulebook import Document, Event, Measure, Rulebook
from licet.rules.case import PartyHit

_SURENESS = tuple(Identity)
_WEAKEST_FIRST = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
_FEDERAL_REGISTER = re.compile(r"\b(\d{1,3})\s*F\.?\s*R\.?\s*(\d{3,6})\b")


def strongest(hits: Iterable[PartyHit]) -> PartyHit:
    """Return the hit whose identity is surest, the best score among equals, the first of those."""
    return min(hits, key=lambda hit: (_SURENESS.index(hit.identity), -hit.evidence.score))


def is_sure(evidence: Evidence) -> bool:
    """Tell whether a party counts as the listed one until a person decides otherwise."""
    return evidence.identity is not Identity.POSSIBLE


def document_of(book: Rulebook, event: Event | None) -> Document | None:
    """Return the document behind an event; None where none is named."""
    return book.documents.get(event.document) if event else None


def dates_of(document: Document | None) -> tuple[tuple[str, str], ...]:
    """Return the dates that a document carries, as (name, ISO text): they often differ by days."""
    if document is None:
        return ()
    at = document.effective_at.isoformat() if document.effective_at else None
    named: tuple[tuple[str, date | str | None], ...] = (
        ("signed", document.signed),
        ("effective", at or document.effective),
        ("public", document.public),
        ("published", document.published),
        ("expiry", document.expiry),
    )
    return tuple((name, str(value)) for name, value in named if value)


def citations_of(book: Rulebook, measure: Measure, event: Event | None) -> tuple[str, ...]:
    """Return the citations of the event that counts, then those of the measure itself."""
    own = book.cites(event) if event else ()
    return tuple(dict.fromkeys((*own, *measure.cite)))


def weaker(one: Confidence, other: Confidence) -> Confidence:
    """Return the weaker of two."""
    return min(one, other, key=_WEAKEST_FIRST.index)


def weakest(book: Rulebook, measure: Measure, event: Event | None) -> Confidence:
    """Return the weakest confidence of what a finding about a measure rests on."""
    document = document_of(book, event)
    levels = [measure.confidence, *([event.confidence] if event else [])]
    levels += [document.confidence] if document else []
    return min(levels, key=_WEAKEST_FIRST.index)


def federal_register(citations: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return volume and page of each Federal Register citation among some, however they are written."""
    return frozenset(found for text in citations for found in _FEDERAL_REGISTER.findall(text))


def all_citations(book: Rulebook, measure: Measure) -> tuple[str, ...]:
    """Return the citations of every document in a measure's life, and its own."""
    return (*(cite for event in measure.life for cite in book.cites(event)), *measure.cite)
