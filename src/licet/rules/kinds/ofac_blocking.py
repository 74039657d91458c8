"""Blocking under OFAC: the SDN List and the 50 per cent rule."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Check, Finding, Outcome, Result, Step
from licet.rules.case import Case
from licet.rules.designations import BLOCKED, designations
from licet.rules.divestment import divested
from licet.rules.freeze_listed import listed
from licet.rules.freeze_owned import owned
from licet.rules.kind import Kind
from licet.rules.minority_chains import minority_chains
from licet.rules.ofac import sdn_freeze


def decide(case: Case) -> Iterator[Result]:
    """Property of a person on OFAC's SDN List is blocked, and nobody bound may deal with it, in any role.

    So is that of a company which blocked persons own, directly or indirectly and together, by 50 per cent or
    more, listed or not. Indirectly means through companies that count as blocked themselves: shares are not
    multiplied down a chain, and a company with less than half does not count (OFAC's examples for that are
    from memory: asked about). Control without ownership does not block, nor does a blocked person who signs
    for a company that is not blocked: both are told, because no blocked person may take part. Shares that are
    not known are intervals: blocked when the least is enough, not when the most is not, else a question.
    A company that blocked owners have sold below the half is no longer blocked by ownership from that day,
    if the sale was wholly outside US jurisdiction.

    Bound are US persons wherever they are, whoever is in the United States, and for Iran and Cuba foreign
    companies that US persons own or control. For others a dealing is a risk (secondary sanctions) and not a
    violation: a flag. Whether a US person takes part is asked where it is not stated.
    """
    found = designations(case, BLOCKED)
    if not found:
        yield Check(
            "ofac_blocking",
            "no party and no stated owner is or may be on the SDN List",
            ("31 CFR ch. V",),
        )
        return
    freeze = sdn_freeze(case)
    results: list[Result] = [*listed(case, freeze, found), *owned(case, freeze, found)]
    results += [*minority_chains(case, freeze, found), *divested(case, freeze, found)]
    yield from results
    if any(isinstance(item, Finding) and item.outcome is Outcome.BLOCKED for item in results):
        yield from _reports(case)


def _reports(case: Case) -> Iterator[Step]:
    """Yield the reports that are due whether the deal goes on or is stopped."""
    blocked = case.book.value("us.ofac.blocked_report.business_days", case.day)
    if blocked is not None:
        due = f"{blocked.value} business days from blocking, and every year by 30 September"
        yield Step("Report property that is blocked to OFAC.", blocked.cite, due, goes_on=False)
    rejected = case.book.value("us.ofac.rejected_report.business_days", case.day)
    if rejected is not None:
        due = f"{rejected.value} business days from the rejection"
        yield Step("Report a transaction that is rejected to OFAC.", rejected.cite, due, goes_on=False)


KIND = Kind(
    id="ofac_blocking",
    title="Blocked persons and companies that they own",
    regime="US OFAC",
    step="D12",
    version=1,
    citations=(
        "31 CFR ch. V",
        "31 CFR 510.411",
        "31 CFR 587.406",
        "31 CFR 589.411",
        "OFAC FAQ 398",
        "OFAC FAQ 399",
        "OFAC FAQ 401",
        "OFAC FAQ 402",
    ),
    not_covered=(
        "Owners that are not stated: licet knows no register of companies.",
        "The text of general licences: name one in `authorisations` and verify its conditions.",
        "Exemptions for information, travel and personal communication.",
        "Causing a US person to violate (50 USC 1705).",
    ),
    decide=decide,
)
