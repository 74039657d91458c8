"""The decision about a shipment: what the loaded law says, on what it rests, and what was not seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from licet._version import __version__
from licet.model.law import Check, Finding, Flag, Identity, Outcome, Question, strictest
from licet.model.shipment import Shipment
from licet.rules.case import Case, ListUsed, PartyHit
from licet.rules.engine import Ruling
from licet.rules.kind import Kind
from licet.usecases.shipment_plain import plain


@dataclass(frozen=True, slots=True)
class Basis:
    """What a decision rests on besides the law: all that the record keeps so that it can be made again.

    Attributes:
        question: The shipment as plain JSON values, in the normal form.
        case: Everybody named, with what was found about each.
        aside: Alike by name, but contradicted by other facts.
        intake: Questions of the intake: what the handbook asks for and nobody stated, lists not seen.
        facts: Clocks, matcher, policy and list editions as JSON values.
        law: Version of the rulebook and its private folders, as JSON values.
        ran: The measure kinds that ran, with their versions, as JSON values.
        not_checked: Lists and law that were not seen, as JSON values.
        fresh_until: Last day on which the lists count as fresh; None without a limit.
    """

    question: Mapping[str, Any]
    case: Case
    aside: tuple[PartyHit, ...]
    intake: tuple[Question, ...]
    facts: Mapping[str, Any]
    law: Mapping[str, Any]
    ran: Sequence[Mapping[str, Any]]
    not_checked: Sequence[Mapping[str, Any]]
    fresh_until: date | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer to one question about one shipment.

    Attributes:
        basis: What it rests on.
        ruling: What the law says.
    """

    basis: Basis
    ruling: Ruling

    @property
    def shipment(self) -> Shipment:
        """The question."""
        return self.basis.case.shipment

    @property
    def outcome(self) -> Outcome:
        """The strictest of all findings and open questions; never "approved"."""
        intake = tuple(Outcome.REVIEW for item in self.basis.intake if item.decides)
        return strictest((self.ruling.outcome, *intake))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Rules that bite, strictest first."""
        return self.ruling.findings

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Latent measures and red flags."""
        return self.ruling.flags

    @property
    def review(self) -> tuple[Question, ...]:
        """Facts to supply and identities to settle; those that decide first."""
        both = (*self.basis.intake, *self.ruling.questions)
        return tuple(sorted(both, key=lambda item: not item.decides))

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Why the screening was no full one; empty when it was."""
        return tuple(self.basis.facts["incomplete"])

    @property
    def valid_until(self) -> date | None:
        """Last day on which the same question is known to have the same answer; None without a known end."""
        change = self.ruling.next_change
        ends = [
            day for day in (self.basis.fresh_until, change - timedelta(days=1) if change else None) if day
        ]
        return min(ends, default=None)

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as plain JSON values, in a fixed order: equal decisions, equal bytes."""
        facts = self.basis.facts
        ruling = self.ruling
        return {
            "outcome": str(self.outcome),
            "policy": str(ruling.policy) if ruling.policy else None,
            "question": self.basis.question,
            "findings": plain(ruling.findings),
            "flags": plain(ruling.flags),
            "review": plain(self.review),
            "steps": plain(ruling.steps),
            "signals": [_signal(item) for item in ruling.signals],
            "assumptions": list(_assumptions(self)),
            "checked": [*map(_check, ruling.checks), *_compared(self.basis)],
            "not_checked": self.basis.not_checked,
            "valid_until": plain(self.valid_until),
            "next_change": plain(ruling.next_change),
            "as_of": facts["as_of"],
            "known_by": facts["known_by"],
            "lists": facts["lists"],
            "incomplete": facts["incomplete"],
            "warnings": facts["warnings"],
            "kinds": self.basis.ran,
            "rulebook": self.basis.law,
            "engine": {"licet": __version__, "matcher": facts["engine"], "screening": facts["policy"]},
            "store": facts["store"],
        }


def decision_bytes(content: Mapping[str, Any]) -> bytes:
    """Return a decision as the bytes that are printed, kept and compared."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


_SHARED = frozenset({"kinds", "lists", "warnings", "not_checked", "rulebook"})
"""Parts that all decisions of a day have in common: most of their text, and made once."""
_SHARED_KEPT = 256
_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
"""What `json.dumps` gives; a decision is a tree, so that nobody need look for a circle in it."""


class Lines:
    """Writes decisions as lines of JSON."""

    def __init__(self) -> None:
        # By identity: the part is kept beside its text, so that no other object can take its place.
        self._texts: dict[int, tuple[object, str]] = {}

    def text(self, content: Mapping[str, Any]) -> str:
        """Return a decision on one line: what `json.dumps` gives."""
        parts: list[str] = []
        for shared, run in groupby(content.items(), lambda pair: pair[0] in _SHARED):
            if shared:
                parts += [f'"{name}": {self._shared(value)}' for name, value in run]
            else:
                parts.append(_encoded(dict(run))[1:-1])
        return f"{{{', '.join(parts)}}}"

    def _shared(self, value: object) -> str:
        found = self._texts.get(id(value))
        if found is None:
            if len(self._texts) >= _SHARED_KEPT:
                self._texts.clear()
            found = self._texts[id(value)] = value, _encoded(value)
        return found[1]


def _signal(signal: Any) -> dict[str, Any]:  # noqa: ANN401  a Signal
    content: dict[str, Any] = plain(signal)
    del content["place"]
    return {**content, "effect": "none: talk changes no answer"}


def _assumptions(decision: Decision) -> Iterator[str]:
    """Tell what was taken to be so without being stated."""
    case = decision.basis.case
    if case.shipment.instant is None:
        yield (
            f"No hour was stated: what begins on {case.day} counts from the start of that day, "
            "and what ends on it has ended."
        )
    known = case.clocks.known_utc.date()
    if case.day > known:
        yield (
            f"{case.day} lies after all that is known, which ends on {known}: lists and law are taken to "
            "stay as they were; ask again on the day."
        )
    for hit in case.hits:
        if hit.identity is Identity.PRESUMED:
            yield (
                f"{hit.involved.path} ({hit.evidence.our_name}) is taken to be {hit.evidence.matched_name} "
                f"({hit.evidence.record}) until a person decides: {hit.evidence.identity_basis}."
            )
    if case.shipment.actor.us_person is None and case.shipment.actor.country == "US":
        yield "The actor is established in the US and counts as a US person."
    assumed = {
        f"{fact.path}: {fact.value}, assumed"
        for finding in decision.findings
        for fact in finding.facts
        if fact.source == "assumed"
    }
    yield from sorted(assumed)


def _check(item: Check) -> dict[str, Any]:
    return {"what": item.what, "how": item.how, "citations": list(item.citations)}


def _compared(basis: Basis) -> Iterator[dict[str, Any]]:
    """Tell who was compared with what, and who was set aside."""
    case = basis.case
    lists = [use.list_id for use in case.lists if use.edition]
    against = f"{', '.join(lists) or 'no list'}; the {len(case.book.parties)} parties that the rulebook names"
    for one in case.involved:
        found = [hit for hit in case.hits if hit.involved.path == one.path]
        told = ", ".join(f"{hit.evidence.record} ({hit.evidence.score:.2f})" for hit in found)
        yield {
            "what": one.path,
            "how": f"{one.name or 'by its identifiers'}: against {against}: {told or 'no hit'}",
            "citations": [],
        }
    for hit in basis.aside:
        said = hit.evidence
        yield {
            "what": hit.involved.path,
            "how": f"set aside, below the threshold ({said.score:.2f}): {said.our_name} is alike "
            f"{said.matched_name} ({said.record}), but {said.identity_basis}",
            "citations": [],
        }


def ran(kinds: Iterable[Kind]) -> list[dict[str, Any]]:
    """Tell measure kinds with their versions, as JSON values."""
    return [{"id": kind.id, "version": kind.version} for kind in kinds]


def not_checked(lists: Iterable[ListUsed], kinds: Iterable[Kind]) -> list[dict[str, Any]]:
    """Tell which lists and which law were not seen, as JSON values."""
    unseen = [{"what": use.list_id, "why": use.gap} for use in lists if use.gap]
    return unseen + [
        {"what": f"{kind.regime}: {kind.id}", "why": text} for kind in kinds for text in kind.not_covered
    ]
