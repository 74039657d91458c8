"""Screens one subject and says what was seen, what was found and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from licet.errors import UsageError
from licet.match import Explanation, explain
from licet.model import Channel, Edition, Listing, Match, Name, Screened, Subject, to_dict
from licet.text.checksums import valid
from licet.usecases.comparable import is_comparable, not_compared, told
from licet.usecases.coverage import Coverage, ListUse
from licet.usecases.session import Session
from licet.usecases.slider import Step, slider

OFAC = "ofac"


@dataclass(frozen=True, slots=True)
class Hit:
    """A match as its reader wants it: the figures, the listed party, the reasons.

    Attributes:
        match: All that the kernel found.
    """

    match: Match

    @property
    def score(self) -> float:
        """0 to 1; what the threshold was compared with."""
        return self.match.score

    @property
    def strength(self) -> float:
        """0 to 1; orders hits of equal score by how much evidence agrees."""
        return self.match.strength

    @property
    def channel(self) -> Channel:
        """The evidence that made the score."""
        return self.match.channel

    @property
    def listing(self) -> Listing:
        """The listed party, in the content that held under the clocks."""
        return self.match.listing

    @property
    def entity(self) -> Listing:
        """The same as `listing`."""
        return self.match.listing

    @property
    def entity_id(self) -> str:
        """Id of the listed party: LIST:KEY."""
        return self.match.listing.entity_id

    @property
    def matched_name(self) -> Name | None:
        """The listed name that matched; None when a number made the score."""
        return self.match.matched_name

    @property
    def edition(self) -> Edition:
        """The edition that was used."""
        return self.match.edition

    def ofac(self, subject: Subject) -> int:
        """Return how alike OFAC's search page would call both, 0 to 100; see `licet.match.ofac`."""
        from licet.match.ofac import ofac_best  # noqa: PLC0415  few ask for it, and all would wait for it

        return ofac_best(subject.names, [name.text for name in self.match.listing.names])

    def explain(self) -> Explanation:
        """Return the reasons; its `lines` are sentences."""
        return explain(self.match)

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as plain JSON values, with its explanation."""
        return match_dict(self.match)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question about one subject.

    Attributes:
        subject: Who was asked about.
        screened: What the kernel found.
        coverage: Which lists were seen, in which edition, and what was not.
        facts: Clocks, engine, policy and list editions as JSON values.
        session: The frame in which it was asked.
        compared: Another scoring is shown beside each hit: `ofac`, or none.
    """

    subject: Subject
    screened: Screened
    coverage: Coverage
    facts: dict[str, Any]
    session: Session
    compared: str = ""

    def slider(self) -> tuple[Step, ...]:
        """Return what would be hits at each step of the threshold, the strictest first."""
        return slider(self.session, self.subject)

    def compare(self, other: str) -> Answer:
        """Return the same answer with another scoring beside each hit, for auditors; hits stay what they are.

        Args:
            other: `ofac`: the official search page's scoring as publicly described, 0 to 100.
        """
        if other != OFAC:
            message = f"no scoring is called {other!r} to compare with; there is {OFAC!r}"
            raise UsageError(message)
        return replace(self, compared=other)

    @property
    def status(self) -> str:
        """`incomplete` when a mandatory list was not fully seen, else `hits` or `no_hit`."""
        if self.incomplete:
            return "incomplete"
        return "hits" if self.screened.hits else "no_hit"

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What needs a person, best first; none is left out."""
        return tuple(Hit(item) for item in self.screened.hits)

    @property
    def demoted(self) -> tuple[Hit, ...]:
        """Alike by name, but contradicted by other facts."""
        return tuple(Hit(item) for item in self.screened.demoted)

    @property
    def other_days(self) -> tuple[Hit, ...]:
        """What would match but does not count on the day asked about."""
        return tuple(Hit(item) for item in self.screened.other_days)

    @property
    def lists(self) -> tuple[ListUse, ...]:
        """Every list that was asked for or is mandatory, with the exact edition used."""
        return self.coverage.lists

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Why the answer is no full one: one sentence per mandatory list not fully seen."""
        return self.coverage.incomplete

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain JSON values, in a fixed order.

        `hits` holds no more than the policy's limit; `hits_left_out` says how many it leaves out.
        """
        shown = self.screened.hits[: self.facts["policy"]["limit"]]
        return {
            "status": self.status,
            "subject": subject_dict(self.subject),
            "hits": [self._shown(item) for item in shown],
            "hits_left_out": len(self.screened.hits) - len(shown),
            "demoted": [match_dict(item) for item in self.screened.demoted],
            "other_days": [match_dict(item) for item in self.screened.other_days],
            **self.facts,
        }

    def _shown(self, found: Match) -> dict[str, Any]:
        content = match_dict(found)
        return {**content, OFAC: Hit(found).ofac(self.subject)} if self.compared else content


def match(session: Session, subject: Subject) -> Answer:
    """Screen one subject; matches that do not count on the day are told apart, with their days.

    Raises:
        UsageError: The subject holds nothing to compare: no answer about it may read as "no hit".
    """
    empty = not_compared(subject)
    if not is_comparable(subject):
        message = (
            f"nothing to compare: {told(empty) or 'no name and no identifier'}. "
            "Give a name in letters of any script, or an identifier."
        )
        raise UsageError(message)
    facts = session.facts()
    unseen = [f"not compared: {told(empty)}"] if empty else []
    facts["warnings"] = [*facts["warnings"], *unseen, *_doubtful(subject)]
    return Answer(subject, session.screen(subject, other_days=True), session.coverage, facts, session)


def _doubtful(subject: Subject) -> list[str]:
    """Tell identifiers whose check digits do not fit: a typing error there hides a party."""
    return [
        f"{item.kind} {item.value!r} fails its check digit: look for a typing error"
        for item in subject.identifiers
        if valid(item.kind, item.value) is False
    ]


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
