"""Scopes of OFAC's narrow lists other than sectoral sanctions: securities, accounts, menus, legislators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from licet.model.shipment import Activity, Role
from licet.rules.case import Case
from licet.rules.designations import Designation
from licet.rules.scoped import FINANCE, Scoped, about_money, day_of, instrument

_NEW_DEBT = re.compile(r"new debt of longer than (\d+) days", re.IGNORECASE)
_MEASURES = (
    (("financial services",), frozenset({Activity.FINANCE}), True, "the act is a financial service"),
    (
        ("bonds", "equity or debt instruments"),
        frozenset({Activity.SECURITIES}),
        True,
        "the act is a dealing in such instruments",
    ),
    (
        ("loans", "foreign exchange"),
        FINANCE,
        None,
        "whether the payment is such a dealing is to be checked",
    ),
)
"""Words of a measure, the acts that it may be about, whether it then bites, and why."""
_DIRECTIVE = re.compile(r"Subject to Directive (\w+)")
_EFFECTIVE = re.compile(r"effective_date_\w+")


def cmic(case: Case, item: Designation) -> Scoped:
    """Securities of Chinese military-industrial companies: never a ban on goods (trap 16)."""
    law = case.book.value("us.ofac.cmic", case.day)
    if law is None:
        return _unsaid("us.ofac.cmic", case, "publicly traded securities", ("Executive Order 13959",))
    answer = Scoped(
        "publicly traded securities of the company",
        "the list forbids buying and selling these, and no other trade",
        law.cite,
        confidence=law.confidence,
    )
    shipment = case.shipment
    if shipment.activity is not Activity.SECURITIES:
        return answer
    issuers = [party for party in shipment.parties if party.role is Role.ISSUER]
    if issuers and item.role is not Role.ISSUER:
        return replace(answer, reason="it is not the issuer of the securities")
    first = day_of(item.details, "effective_date_cmic")
    if first is not None and case.day < first:
        return replace(answer, reason=f"the ban takes effect on {first}")
    if shipment.security != "public_security":
        reason = "whether the securities are publicly traded is not stated"
        return replace(answer, bites=None, reason=reason, fact="security")
    last = day_of(item.details, "purchase_sales_for_divestment_date_cmic")
    divesting = "divestment" in shipment.acts and last is not None and case.day <= last
    return replace(answer, bites=True, reason="the act is a dealing in these", last=last, allowed=divesting)


def capta(case: Case, item: Designation) -> Scoped:
    """Correspondent accounts: US banks may open or keep none, or only under strict conditions."""
    law = case.book.value("us.ofac.capta", case.day)
    directive = day_of(item.details, "effective_date_eo_14024_directive_2")
    cite = law.cite if law else ()
    if "effective_date_eo_14024_directive_2" in item.details:
        cite = ("Directive 2 under Executive Order 14024",)
    answer = Scoped(
        "correspondent and payable-through accounts at US financial institutions",
        "the list is about these accounts and bans no trade in goods",
        cite or ("31 CFR ch. V",),
    )
    shipment = case.shipment
    if directive is not None and case.day < directive:
        return replace(answer, reason=f"it takes effect on {directive}")
    if shipment.correspondent_account:
        return replace(answer, bites=True, reason="the act opens or keeps such an account")
    if shipment.correspondent_account is None and shipment.activity is Activity.FINANCE:
        reason = "whether such an account is opened or used is not stated"
        return replace(answer, bites=None, reason=reason, fact="correspondent_account")
    return answer


def legislators(case: Case, item: Designation) -> Scoped:
    """Members of the Palestinian Legislative Council: US banks reject the transaction."""
    del item
    law = case.book.value("us.ofac.plc", case.day)
    answer = Scoped(
        "transactions of US financial institutions",
        "the list is about these; most of them are to be rejected and not blocked",
        law.cite if law else ("31 CFR ch. V",),
    )
    if case.shipment.activity is Activity.FINANCE:
        return replace(answer, bites=True, reason="the transaction is to be rejected, mostly not blocked")
    return answer


def evaders(case: Case, item: Designation) -> Scoped:
    """Foreign sanctions evaders: no dealing with them, without blocking."""
    del item
    law = case.book.value("us.ofac.evaders", case.day)
    if law is None:
        return _unsaid("us.ofac.evaders", case, "any dealing", ("Executive Order 13608",))
    reason = "no dealing is allowed, though property is not blocked"
    return Scoped("any dealing", reason, law.cite, bites=True, confidence=law.confidence)


def menu(case: Case, item: Designation) -> Iterator[Scoped]:
    """Only the measures that the row lists, in its own words."""
    law = case.book.value("us.ofac.menu", case.day)
    cite = law.cite if law else ("31 CFR ch. V",)
    clauses = tuple(_clauses(item.details))
    if not clauses:
        yield _read_it(item.record, cite, "the row lists no measure that could be read")
    for clause in clauses:
        answer = _clause(case, clause, cite)
        first = _begins(item.details, clause)
        if first is not None and case.day < first:
            answer = replace(answer, bites=False, reason=f"it takes effect on {first}", fact="")
        yield answer


def _begins(details: Mapping[str, str], clause: str) -> date | None:
    """Return the day in the row for a measure: that of the directive it names, else the earliest of all."""
    named = _DIRECTIVE.search(clause)
    ends = f"_directive_{named[1].lower()}" if named else ""
    keys = [key for key in sorted(details) if _EFFECTIVE.match(key) and key.endswith(ends)]
    days = [day_of(details, key) for key in keys]
    return min((day for day in days if day), default=None)


def _clauses(details: Mapping[str, str]) -> Iterator[str]:
    for key in sorted(details):
        if key.endswith("_information") and key != "additional_sanctions_information":
            for clause in details[key].split("; "):
                if clause and not clause.startswith("For more information"):
                    yield clause


def _clause(case: Case, clause: str, cite: tuple[str, ...]) -> Scoped:
    """Decide by the kind of measure that a clause describes."""
    lower = clause.lower()
    answer = Scoped(clause, "the act is not what this measure is about", cite)
    shipment = case.shipment
    if "any transaction involving" in lower:
        return replace(answer, bites=True, reason="every transaction is meant")
    if found := _NEW_DEBT.search(clause):
        return _new_debt(case, answer, int(found[1]))
    for words, activities, bites, reason in _MEASURES:
        if any(word in lower for word in words):
            if shipment.activity not in activities:
                return answer
            return replace(answer, bites=bites, reason=reason, fact="" if bites else "activity")
    return _read_it(clause, cite, "a measure of no kind that is understood")


def _new_debt(case: Case, answer: Scoped, longest: int) -> Scoped:
    shipment = case.shipment
    if not about_money(shipment):
        return answer
    kind = instrument(shipment)
    if kind == "equity":
        return replace(answer, bites=True, reason="the act is a dealing in equity")
    if not kind or shipment.debt_days is None:
        missing = "debt_days" if kind else "security"
        reason = "debt or equity, and the maturity, are not stated"
        return replace(answer, bites=None, reason=reason, fact=missing)
    longer = shipment.debt_days > longest
    reason = f"debt of {shipment.debt_days} days is {'longer than' if longer else 'within'} {longest} days"
    return replace(answer, bites=longer, reason=reason)


def _read_it(what: str, cite: tuple[str, ...], reason: str) -> Scoped:
    return Scoped(what, f"{reason}: read the entry", cite, bites=None, fact="the entry")


def _unsaid(key: str, case: Case, scope: str, cite: tuple[str, ...]) -> Scoped:
    reason = f"the rulebook does not hold the rule of {case.day}"
    return Scoped(scope, reason, cite, bites=None, fact=key)
