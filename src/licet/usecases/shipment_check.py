"""Decides a shipment: who is in it, what the law of the day says, what is missing, what was not seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from licet.model import Match, Verdict
from licet.model.law import Question
from licet.model.shipment import Activity
from licet.rules.acts import OUTWARD
from licet.rules.case import PartyHit
from licet.rules.engine import rule
from licet.rules.identity import is_whole_name
from licet.rules.kind import Kind
from licet.usecases.coverage import Coverage
from licet.usecases.shipment_case import Frame, Screening, screened
from licet.usecases.shipment_decision import Basis, Decision
from licet.usecases.shipment_reading import Read, plain_shipment

INTAKE = "licet.intake"
"""Rule id of questions that no law asks but every answer needs: the handbook's inputs, and fresh lists."""
_NEEDS_NOBODY = frozenset({Activity.RETAIL_SALE, Activity.USE})
"""Selling to whoever comes, and using what one has, name nobody of right."""


def decide(read: Read, frame: Frame) -> Decision:
    """Decide a shipment under a frame: a pure function of the question, the lists and the law.

    Args:
        read: The question.
        frame: The lists as of the question's day, and the law.
    """
    found = screened(read.shipment, frame)
    basis = Basis(
        plain_shipment(read),
        found.case,
        found.aside,
        tuple(_intake(read, found, frame.session.coverage)),
        frame.facts,
        frame.law,
        frame.ran,
        frame.not_checked,
        fresh_until(frame.session.coverage, read.shipment.day, frame.max_age),
    )
    return decision(basis, frame.kinds)


def decision(basis: Basis, kinds: tuple[Kind, ...]) -> Decision:
    """Apply the law to a basis, fresh or from a record."""
    return Decision(basis, rule(basis.case, kinds))


def fresh_until(coverage: Coverage, day: date, max_age: timedelta | None) -> date | None:
    """Return the last day on which the mandatory lists count as fresh, never before the day asked about.

    An answer that did not see one is known to hold on no later day.
    """
    if coverage.incomplete:
        return day
    if max_age is None:
        return None
    days = [use.edition.published + max_age for use in coverage.lists if use.mandatory and use.edition]
    return max(min(days), day) if days else None


def _intake(read: Read, found: Screening, coverage: Coverage) -> Iterator[Question]:
    """Ask for what every answer needs: fresh lists, roles, comparable names, the handbook's inputs."""
    for sentence in coverage.incomplete:
        fact = f"lists.{sentence.partition(' ')[0]}"
        yield Question("stale_list", fact, f"A list that must be seen was not: {sentence}.", INTAKE)
    for path in read.unstated:
        yield _missing(
            path, "The role is not stated: the Entity List and others bite on four roles only.", path
        )
    for path in found.uncompared:
        yield _missing(f"{path}.name", "Nothing of this party could be compared with any list.", path)
    yield from _namesakes(found.aside)
    shipment = read.shipment
    if not shipment.parties:
        sentence = "No party is named: nobody could be screened but the actor and makers."
        yield _missing("parties", sentence, decides=shipment.activity not in _NEEDS_NOBODY)
    if shipment.activity in OUTWARD and not (shipment.destination or shipment.region):
        yield _missing("destination", "The country of ultimate destination is not stated.")
    if shipment.activity in OUTWARD and not shipment.items:
        yield _missing("items", "No item is stated: whether it is subject to the EAR is unknown.")
    actor = shipment.actor
    if not actor.country and actor.us_person is None:
        sentence = "Who acts is not stated: every regime was asked, and which of them bind the actor is open."
        yield _missing("actor.country", sentence, decides=False)


def _namesakes(aside: Iterable[PartyHit]) -> Iterator[Question]:
    """Ask about a whole name that a birth date contradicts: lists err in dates, so a person decides (K14)."""
    told: set[str] = set()
    for hit in aside:
        path, said = hit.involved.path, hit.evidence
        if path not in told and is_whole_name(hit.match) and _other_birth(hit.match):
            told.add(path)
            sentence = (
                f"{said.our_name} bears the name of {said.matched_name} ({said.record}): "
                f"{said.identity_basis}. It is set aside as another person: confirm it, and keep why."
            )
            yield Question("identity", path, sentence, INTAKE, party=path, evidence=said)


def _other_birth(match: Match) -> bool:
    return any(item.feature == "birth_date" and item.verdict is Verdict.DIFFERS for item in match.qualifiers)


def _missing(fact: str, sentence: str, party: str = "", *, decides: bool = True) -> Question:
    path = party.removesuffix(".role")
    return Question("missing_fact", fact, sentence, INTAKE, decides=decides, party=path)
