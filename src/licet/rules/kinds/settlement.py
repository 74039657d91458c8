"""Settlements and probation: what a company still has to pay and do, and what a breach would bring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from licet.model.law import Check, Result
from licet.model.rulebook import EventKind, Measure, Obligation, State
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.listed import Entry, clearest, entries
from licet.rules.telling import Voice

VOICE = Voice("settlement", "us.settlement", "settlements", ("15 CFR 766.18", "15 CFR 764.3(a)(1)"))
_STANDING = frozenset({State.IN_FORCE, State.ANNOUNCED, State.SUSPENDED})
_LATENT = frozenset({"suspended", "escrowed"})


def decide(case: Case) -> Iterator[Result]:
    """A settlement binds the company that made it; it forbids nobody else anything.

    It is told as flags: the probation with its end (a court's and the Bureau's are different clocks), money
    by payee, paid, due, suspended or in escrow, duties with their due days, and what falls due on a breach.
    A due day that has passed without word that the duty was met is asked about. A breach lets the Bureau
    revoke a suspension by an order; nothing follows before that order.
    """
    found = False
    for entry in clearest(entries(case, "settlement", ()))[0]:
        measure = entry.measure
        if measure is not None and entry.standing.state in _STANDING:
            found = True
            yield from _standing(case, entry, measure)
    if not found:
        told = "Everybody was compared with the settlements of the rulebook: none stands on this day."
        yield Check("settlement", told, VOICE.citations)


def _standing(case: Case, entry: Entry, measure: Measure) -> Iterator[Result]:
    obligations: tuple[Obligation, ...] = tuple(measure.terms.get("obligations", ()))
    event = entry.standing.event
    if event and event.until:
        told = f"{measure.title}: probation until {event.until}."
        yield VOICE.flag(case, entry, "probation", told)
    else:
        yield VOICE.flag(case, entry, "settlement", f"{measure.title} stands.")
    if money := _money(obligations):
        yield VOICE.flag(case, entry, "obligations", f"{measure.title}: {money}.")
    if duties := _duties(obligations, case):
        yield VOICE.flag(case, entry, "duties", f"{measure.title}: {duties}.")
    if latent := _on_breach(obligations):
        yield VOICE.flag(case, entry, "on_breach", f"{measure.title}: on a breach {latent}.")
    broken = any(case.moment.reached(item) and item.kind is EventKind.MODIFIED for item in measure.life)
    if broken and measure.terms.get("breach"):
        yield VOICE.flag(case, entry, "breach", f"{measure.title}, breach: {measure.terms['breach']}")
    for one in obligations:
        if one.status == "due" and one.met is None and one.due is not None and one.due < case.day:
            ask = (
                f"{measure.title}: {one.what} was due on {one.due}. Was it met? "
                "A breach can revoke what is suspended."
            )
            question = VOICE.question(case, entry, "duty_overdue", ask, f"{measure.id}: {one.what}")
            yield replace(question, decides=False)


def _money(obligations: Iterable[Obligation]) -> str:
    """Return sums by payee, currency and status, in the order in which they first appear."""
    sums: dict[tuple[str, str, str], Decimal] = {}
    for one in obligations:
        if one.amount is not None:
            key = (one.payee, one.currency, one.status)
            sums[key] = sums.get(key, Decimal(0)) + one.amount
    return "; ".join(
        f"{payee or 'payee not stated'}: {amount:,} {currency} {status}"
        for (payee, currency, status), amount in sums.items()
    )


def _duties(obligations: Iterable[Obligation], case: Case) -> str:
    told = []
    for one in obligations:
        if one.amount is not None or (one.until and one.until < case.day):
            continue
        ends = f" until {one.until}" if one.until else ""
        due = f", due {one.due}" if one.due else ""
        met = f", met {one.met}" if one.met and one.met <= case.day else ""
        told.append(f"{one.what} ({one.status}{ends}{due}{met})")
    return "; ".join(told)


def _on_breach(obligations: Iterable[Obligation]) -> str:
    parts = [
        f"{one.amount:,} {one.currency} ({one.status}) can fall due to {one.payee or 'the payee'}"
        for one in obligations
        if one.status in _LATENT and one.amount is not None
    ]
    return "; ".join(parts)


KIND = Kind(
    id="settlement",
    title="Settlement and probation",
    regime="US EAR",
    step="D4",
    version=1,
    citations=VOICE.citations,
    not_covered=("Whether a company has breached its settlement: only an order says so.",),
    decide=decide,
    terms=(("obligations", "obligations?"), ("breach", "text?")),
)
