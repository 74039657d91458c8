"""Screens one subject and says what was seen, what was found and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from licet.match import explain
from licet.model import Match, Screened, Subject, to_dict
from licet.usecases.session import Session


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question about one subject.

    Attributes:
        subject: Who was asked about.
        screened: What the kernel found.
        facts: Clocks, engine, policy and list editions; `incomplete` says what was not seen.
    """

    subject: Subject
    screened: Screened
    facts: dict[str, Any]

    @property
    def status(self) -> str:
        """`incomplete` when a mandatory list was not fully seen, else `hits` or `no_hit`."""
        if self.facts["incomplete"]:
            return "incomplete"
        return "hits" if self.screened.hits else "no_hit"

    @property
    def hits(self) -> tuple[Match, ...]:
        """What needs a person, best first."""
        return self.screened.hits

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain JSON values, in a fixed order."""
        return {
            "status": self.status,
            "subject": subject_dict(self.subject),
            "hits": [match_dict(item) for item in self.screened.hits],
            "demoted": [match_dict(item) for item in self.screened.demoted],
            "other_days": [match_dict(item) for item in self.screened.other_days],
            **self.facts,
        }


def match(session: Session, subject: Subject) -> Answer:
    """Screen one subject; matches that do not count on the day are told apart, with their days."""
    return Answer(subject, session.screen(subject, other_days=True), session.facts())


def subject_dict(subject: Subject) -> dict[str, Any]:
    """Return a subject as plain JSON values; empty fields are left out."""
    content: dict[str, Any] = {
        "key": subject.key,
        "kind": str(subject.kind),
        "names": list(subject.names),
        "birth_dates": [item.iso for item in subject.birth_dates],
        "countries": list(subject.countries),
        "addresses": [item.text for item in subject.addresses],
        "identifiers": [f"{item.kind}:{item.value}" for item in subject.identifiers],
    }
    return {field: value for field, value in content.items() if value}


def match_dict(found: Match) -> dict[str, Any]:
    """Return a match as plain JSON values, with its explanation."""
    name = found.matched_name
    return {
        "entity_id": found.listing.entity_id,
        "list": found.listing.list_id,
        "caption": found.listing.caption,
        "kind": str(found.listing.kind),
        "score": round(found.score, 4),
        "strength": round(found.strength, 4),
        "channel": str(found.channel),
        "our_name": found.our_name,
        "matched_name": name.text if name else None,
        "matched_name_kind": str(name.kind) if name else None,
        "weak_alias": bool(name and name.weak),
        "name_source": name.source if name and name.source else None,
        "programmes": list(found.listing.programmes),
        "citations": list(found.listing.citations),
        "edition": found.edition.name,
        "basis": found.basis,
        "in_force_from": found.in_force_from.isoformat() if found.in_force_from else None,
        "in_force_to": found.in_force_to.isoformat() if found.in_force_to else None,
        "explanation": explain(found).to_dict(),
        "entity": to_dict(found.listing),
    }
