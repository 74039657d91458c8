"""Whether a written authorisation of the rulebook covers an act: acts, contract day, places, dates.

Used for authorisations under 15 CFR 764.3(a)(2), which narrow a denial order, and for temporary general
licences, which narrow Entity List entries. An authorisation helps only those it names, only for what it says,
and only when the shipment states that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from licet.model.law import Confidence, Escape, Finding, Outcome
from licet.model.rulebook import Measure, State
from licet.rules.case import Case
from licet.rules.groups import in_group
from licet.rules.life import standing
from licet.rules.sources import citations_of, weaker, weakest
from licet.rules.ternary import some


@dataclass(frozen=True, slots=True)
class Authorised:
    """What the authorisations of one measure say about a case.

    Attributes:
        by: The one that applies; None for none.
        until: Its last day.
        conditions: Its terms.
        citations: Where it stands.
        escapes: Each one, with its state.
        missing: Facts that would let one apply.
        confidence: How well the one that applies is supported.
    """

    by: Measure | None = None
    until: date | None = None
    conditions: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    escapes: tuple[Escape, ...] = ()
    missing: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH


def authorised(case: Case, measure: Measure, party: str, name: str) -> Authorised:
    """Return what authorises an act despite a measure.

    Args:
        case: The case.
        measure: The measure that would be a finding.
        party: Id of the party of the rulebook that it is.
        name: What such an authorisation is called, such as `authorisation under 764.3(a)(2)`.
    """
    escapes: list[Escape] = []
    missing: list[str] = []
    for one in _of(case, measure):
        state = standing(one, case.moment, party)
        cites = citations_of(case.book, one, state.event)
        if state.state is not State.IN_FORCE:
            escapes.append(Escape(name, "none", _not_now(one, state.next_change), cites))
            continue
        trust = weakest(case.book, one, state.event)
        verdict = _verdict(case, one, party)
        if verdict.state == "applies" and trust is Confidence.LOW:
            verdict = _Verdict("conditions_to_verify", f"its terms are an open point: {one.review}")
        escapes.append(Escape(name, verdict.state, f"{one.title}: {verdict.reason}", cites))
        if verdict.state == "applies":
            until = state.event.until if state.event else None
            conditions = tuple(one.terms.get("conditions", ()))
            return Authorised(one, until, conditions, cites, tuple(escapes), confidence=trust)
        if verdict.fact:
            missing.append(verdict.fact)
    if not escapes:
        escapes.append(Escape(name, "none", "None is loaded for this day.", measure.cite))
    return Authorised(escapes=tuple(escapes), missing=tuple(missing))


def covered(finding: Finding, allowed: Authorised, also: str = "") -> Finding:
    """Turn a finding into an authorised one where an authorisation, loaded or held, covers the act.

    Args:
        finding: What holds without it.
        allowed: What authorises; without one that applies the finding stays as it is.
        also: What the sentence says after the title of the authorisation.
    """
    if allowed.by is None and not allowed.conditions:
        return finding
    title = allowed.by.title if allowed.by else "a written authorisation that the user holds"
    return replace(
        finding,
        outcome=Outcome.AUTHORISED,
        instead_of=finding.outcome,
        sentence=f"{finding.sentence} Covered by {title}{also}.",
        citations=tuple(dict.fromkeys((*allowed.citations, *finding.citations))),
        conditions=allowed.conditions,
        until=allowed.until,
        confidence=weaker(finding.confidence, allowed.confidence),
    )


@dataclass(frozen=True, slots=True)
class _Verdict:
    state: str
    reason: str
    fact: str = ""


def _verdict(case: Case, one: Measure, party: str) -> _Verdict:
    if one.parties and party not in one.parties:
        return _Verdict("out_of_scope", "it does not name this party.")
    if spared := _excluded(case, tuple(one.terms.get("not_to", ()))):
        return _Verdict("out_of_scope", f"it does not reach {spared}.")
    return _of_acts(case, one) or _of_contract(case, one) or _Verdict("applies", "it covers what is stated.")


def _of_acts(case: Case, one: Measure) -> _Verdict | None:
    """Return why the acts are not covered; None when they are, or when any act is."""
    covered, stated = tuple(one.terms.get("acts", ())), case.shipment.acts
    if not covered:
        return None
    if not stated:
        return _Verdict("out_of_scope", f"only for {_listed(covered)}; no act is stated.", "acts")
    outside = [act for act in stated if act not in covered]
    if not outside:
        return None
    return _Verdict("out_of_scope", f"it does not cover {_listed(outside)}, only {_listed(covered)}.")


def _of_contract(case: Case, one: Measure) -> _Verdict | None:
    """Return why the day of the contract stands in the way; None when it does not."""
    bound = one.terms.get("contracts_until")
    bound_acts = one.terms.get("contract_acts", one.terms.get("acts", ()))
    if not isinstance(bound, date) or not any(act in bound_acts for act in case.shipment.acts):
        return None
    signed = case.shipment.contract_day
    if signed is None:
        reason = f"only under contracts signed by {bound}; the day of the contract is not stated."
        return _Verdict("conditions_to_verify", reason, "contract_day")
    if signed <= bound:
        return None
    return _Verdict("out_of_scope", f"the contract of {signed} was signed after {bound}.")


def _excluded(case: Case, groups: tuple[str, ...]) -> str:
    """Return the country of the case that an authorisation leaves out; empty where none is known to be."""
    if not groups:
        return ""
    places = (case.shipment.destination, *(one.country for one in case.shipment.parties))
    for country in dict.fromkeys(place for place in places if place):
        if some(country == group or in_group(case.book, country, group, case.day) for group in groups):
            return f"{country} ({_listed(groups)})"
    return ""


def _of(case: Case, measure: Measure) -> Iterator[Measure]:
    for one in case.book.of_kind(measure.kind):
        if one.authorises == measure.id:
            yield one


def _not_now(one: Measure, begins: date | None) -> str:
    later = f" It begins on {begins}." if begins else ""
    acts = tuple(one.terms.get("acts", ()))
    scope = f" It is only for {_listed(acts)}." if acts else ""
    return f"{one.title}: not in force on this day.{later}{scope}"


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)
