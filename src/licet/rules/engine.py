"""Runs every measure kind on a case: regimes are independent, and the strictest finding rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain
from typing import TypeVar

from licet.model.law import (
    Check,
    Confidence,
    Finding,
    Flag,
    LicencePolicy,
    Outcome,
    Question,
    Result,
    Step,
    strictest,
)
from licet.model.rulebook import Measure, Signal
from licet.model.shipment import Held
from licet.rules.case import Case
from licet.rules.endings import with_ending
from licet.rules.kind import Kind

_T = TypeVar("_T")
_OPEN = frozenset({"conditions_to_verify", "applies"})
_SYMBOL = re.compile(r"\b[A-Z]{3}\b")
"""Symbol of a licence exception, such as `TMP`."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the law that is loaded says about a case.

    Attributes:
        outcome: The strictest of the findings and of the questions that decide.
        policy: The strictest policy of review among licence requirements.
        findings: Strictest first.
        flags: Latent measures and red flags; they forbid nothing today.
        questions: Facts to supply and identities to settle; those that decide first.
        checks: What was looked at without a finding.
        steps: What to do if the deal goes on.
        signals: Statements about the matters of the parties, said by the day; without effect.
        kinds: Ids of the kinds that ran, with their versions.
        next_change: First later day on which something that is loaded changes for this case.
    """

    outcome: Outcome
    policy: LicencePolicy | None
    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...]
    questions: tuple[Question, ...]
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]
    signals: tuple[Signal, ...]
    kinds: tuple[tuple[str, int], ...]
    next_change: date | None


@dataclass(slots=True)
class _Results:
    """What the kinds yielded, by type."""

    findings: list[Finding] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def _sorted(results: Iterable[Result]) -> _Results:
    made = _Results()
    for item in results:
        match item:
            case Check():
                made.checks.append(item)
            case Finding():
                made.findings.append(item)
            case Question():
                made.questions.append(item)
            case Flag():
                made.flags.append(item)
            case Step():
                made.steps.append(item)
    return made


def rule(case: Case, kinds: Iterable[Kind]) -> Ruling:
    """Decide a case: all kinds run, none stops at the first finding (handbook 2.2)."""
    ran = tuple(kinds)
    results = _sorted(chain.from_iterable(kind.decide(case) for kind in ran))
    findings = [with_ending(_held(item, case), case.book) for item in results.findings]
    # Law from memory or open gives no finding of its own: it is asked about, with the open point named.
    open_points = tuple(_open_point(item) for item in findings if item.confidence is Confidence.LOW)
    solid = [item for item in findings if item.confidence is not Confidence.LOW]
    solid.sort(key=_strictness)
    questions = tuple(sorted((*results.questions, *open_points), key=lambda item: not item.decides))
    outcomes = tuple(item.outcome for item in solid)
    if any(item.decides for item in questions):
        outcomes = (*outcomes, Outcome.REVIEW)
    outcome = strictest(outcomes)
    stops = outcome in {Outcome.BLOCKED, Outcome.PROHIBITED}
    return Ruling(
        outcome,
        _policy(solid),
        tuple(solid),
        _once(results.flags),
        _once(questions),
        _once(results.checks),
        _once(item for item in results.steps if not (stops and item.goes_on)),
        signals(case),
        tuple((kind.id, kind.version) for kind in ran),
        next_change(case, _told_of(case, findings, results.flags)),
    )


def signals(case: Case) -> tuple[Signal, ...]:
    """Return the statements about the matters of the case's parties, said by the day: they change nothing."""
    matters = {name for measure in _concerned(case) for name in measure.matter}
    return tuple(
        item for item in case.book.signals if item.said <= case.day and not matters.isdisjoint(item.matter)
    )


def next_change(case: Case, told: Iterable[Measure] = ()) -> date | None:
    """Return the first later day on which something that is loaded or stated is known to change.

    Args:
        case: The case.
        told: Measures that findings and flags rest on, beside those that name the case's parties.
    """
    days: list[date] = list(case.ownership.later_days)
    for measure in chain(_concerned(case), told):
        for event in measure.life:
            days += [event.on, *_after(event.until)]
    points = case.book.turning_points
    days += points[bisect_right(points, case.day) :][:1]
    for hit in case.hits:
        days += _after(hit.match.in_force_to)
    return min((day for day in days if day > case.day), default=None)


def _told_of(case: Case, findings: Iterable[Finding], flags: Iterable[Flag]) -> tuple[Measure, ...]:
    """Return the measures that findings and flags rest on: some name no party (the Affiliates Rule)."""
    ids = dict.fromkeys((*(item.measure for item in findings), *(item.measure for item in flags)))
    return tuple(case.book.measures[key] for key in ids if key in case.book.measures)


def _after(last: date | None) -> tuple[date, ...]:
    """Return the first day after a last one; none after an open end."""
    return (last + timedelta(days=1),) if last and last < date.max else ()


def _concerned(case: Case) -> Iterator[Measure]:
    for _hit, party in case.named_hits():
        yield from case.measures_by_party.get(party.id, ())


def _held(finding: Finding, case: Case) -> Finding:
    """Let a licence that the user holds cover the licence requirement that it names."""
    if finding.outcome is not Outcome.LICENCE_REQUIRED:
        return finding
    held = next((item for item in case.shipment.authorisations if _covers(item, finding, case.day)), None)
    if held is None:
        return finding
    return replace(
        finding,
        outcome=Outcome.AUTHORISED,
        instead_of=finding.outcome,
        sentence=f"{finding.sentence} Covered, as stated by the user, by {held.name}: verify its conditions.",
        conditions=(*finding.conditions, *held.conditions),
        until=held.until,
    )


def _covers(held: Held, finding: Finding, day: date) -> bool:
    named = finding.rule in held.covers or finding.kind in held.covers
    return held.holds_on(day) and named and not _is_foreclosed(held, finding)


def _is_foreclosed(held: Held, finding: Finding) -> bool:
    """Tell whether what the user holds is a licence exception that the finding itself shuts out."""
    if "exception" not in held.name.lower():
        return False
    ours = set(_SYMBOL.findall(held.name))
    said = [(item, set(_SYMBOL.findall(item.name))) for item in finding.escapes if "exception" in item.name]
    if any(item.state in _OPEN and symbols & ours for item, symbols in said):
        return False
    return any(item.state not in _OPEN and (not symbols or symbols & ours) for item, symbols in said)


def _open_point(finding: Finding) -> Question:
    return Question(
        code="open_point",
        fact=finding.measure or finding.rule,
        sentence=f"Open point, not confirmed by a source that was read: {finding.sentence}",
        rule=finding.rule,
        citations=finding.citations,
        party=finding.party,
        item=finding.item,
        evidence=finding.evidence,
    )


def _policy(findings: Iterable[Finding]) -> LicencePolicy | None:
    order = tuple(LicencePolicy)
    policies = [item.policy for item in findings if item.policy and item.outcome is Outcome.LICENCE_REQUIRED]
    return min(policies, key=order.index, default=None)


def _strictness(finding: Finding) -> tuple[int, str, str, str]:
    return finding.outcome.strictness, finding.rule, finding.party, finding.item


def _once(items: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(items))
