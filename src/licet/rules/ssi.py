"""Sectoral sanctions under Executive Order 13662: what each directive forbids, and nothing beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from licet.model.law import Confidence
from licet.model.rulebook import Dated
from licet.model.shipment import Activity
from licet.rules.case import Case
from licet.rules.scoped import Scoped, about_money, instrument

_DIRECTIVE = re.compile(r"Directive (\d)")
_FIELD = "executive_order_13662_directive_determination"
_TRADE = frozenset(
    {
        Activity.EXPORT, Activity.REEXPORT, Activity.TRANSFER, Activity.SERVICE, Activity.BROKER,
        Activity.DEALING, Activity.DEEMED_EXPORT,
    }
)  # fmt: skip


def directives(details: Mapping[str, str]) -> tuple[str, ...]:
    """Return the numbers of the directives that a row, or a statement, names."""
    return tuple(dict.fromkeys(_DIRECTIVE.findall(details.get(_FIELD, "") or details.get("directive", ""))))


def ssi(case: Case, numbers: tuple[str, ...]) -> Iterator[Scoped]:
    """Yield what each directive says about the act of a case."""
    law = case.book.value("us.ofac.ssi.directives", case.day)
    if law is None or not numbers:
        missing = "us.ofac.ssi.directives" if law is None else "the directive"
        reason = (
            f"the rulebook does not hold the directives of {case.day}"
            if law is None
            else "the row names no directive: read it"
        )
        yield Scoped("sectoral sanctions", reason, ("31 CFR part 589",), bites=None, fact=missing)
        return
    for number in numbers:
        covers = law.value.get(number, ())
        if not covers:
            reason = f"the rulebook does not hold Directive {number}"
            yield Scoped(f"Directive {number}", reason, law.cite, bites=None, fact="us.ofac.ssi.directives")
        elif "oil_project" in covers:
            yield _oil(case, law, number)
        else:
            yield _money(case, law, number)


def _money(case: Case, law: Dated, number: str) -> Scoped:
    """Decide about new debt and equity."""
    covers = law.value[number]
    shipment = case.shipment
    scope = f"Directive {number}: new {' and new '.join(covers)}"
    answer = Scoped(
        scope,
        "the act is neither; other trade is not forbidden, but credit terms given to it are debt",
        law.cite,
        confidence=law.confidence,
    )
    if not about_money(shipment):
        return answer
    kind = instrument(shipment)
    if not kind:
        return replace(
            answer, bites=None, reason="whether it is debt or equity is not stated", fact="security"
        )
    if kind == "equity":
        if "equity" in covers:
            return replace(answer, bites=True, reason="the act is a dealing in its equity")
        return replace(answer, reason="the directive is not about equity")
    return _debt(case, answer, number)


def _debt(case: Case, answer: Scoped, number: str) -> Scoped:
    days = case.shipment.debt_days
    if days is None:
        return replace(answer, bites=None, reason="the maturity of the debt is not stated", fact="debt_days")
    limits = case.book.value("us.ofac.ssi.debt_days", case.day)
    if limits is None:
        return replace(
            answer,
            bites=None,
            reason=f"the rulebook does not hold the maturities of {case.day}",
            fact="us.ofac.ssi.debt_days",
        )
    if days > limits.value["ever"]:
        reason = f"debt of {days} days is longer than any directive has ever left free"
        return replace(answer, bites=True, reason=reason)
    longest = limits.value[number]
    if days > longest:
        reason = f"debt of {days} days is longer than {longest} days"
        return replace(answer, bites=True, reason=reason, confidence=Confidence.LOW, cite=limits.cite)
    reason = f"debt of {days} days is within {longest} days, but that figure is from memory: look it up"
    return replace(answer, bites=None, reason=reason, fact="us.ofac.ssi.debt_days", cite=limits.cite)


def _oil(case: Case, law: Dated, number: str) -> Scoped:
    """Decide about oil projects."""
    scope = f"Directive {number}: certain oil projects"
    answer = Scoped(scope, "the stated end use is no such project", law.cite, confidence=law.confidence)
    if case.shipment.activity not in _TRADE:
        return replace(answer, reason="the act brings no goods, services or technology to a project")
    use = case.shipment.end_use
    if use is None or not use.uses:
        reason = "whether it is for such a project is not stated"
        return replace(answer, bites=None, reason=reason, fact="end_use.uses")
    if "oil_project" in use.uses:
        return replace(answer, bites=True, reason="the stated end use is such a project")
    return answer
