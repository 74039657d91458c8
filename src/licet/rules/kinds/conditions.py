"""What to file, to state and to keep if the deal goes on or is stopped."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Result, Step
from licet.model.rulebook import Dated
from licet.model.shipment import Activity
from licet.rules.acts import UNDER_EAR
from licet.rules.case import Case
from licet.rules.kind import Kind


def decide(case: Case) -> Iterator[Result]:
    """List the duties that go with a transaction.

    Exports carry electronic export information and a destination control statement (part 758). Records of
    transactions under the EAR are kept five years from the latest of export, known reexport or diversion, or
    end of the transaction, and never destroyed after an agency has asked (762.6); OFAC's are kept ten years
    since 12 March 2025. The reports of blocked property and of rejected transactions are told where something
    is found blocked. A de minimis calculation is kept with the transaction.
    """
    if case.shipment.activity in UNDER_EAR and case.subject_to_ear is not False and case.shipment.items:
        yield from _ear(case)
    if case.us_nexus:
        yield from _ofac(case)


def _ear(case: Case) -> Iterator[Step]:
    if case.shipment.activity is Activity.EXPORT:
        filing = _on(case, "us.ear.export_filing")
        if filing is not None:
            yield Step(
                "File electronic export information where part 758 asks for it.", filing.cite, "before export"
            )
            yield Step(
                "Put the destination control statement on the papers.", filing.cite, "with the shipment"
            )
    years = _on(case, "us.ear.records.years")
    if years is not None:
        due = f"{years.value} years from the latest of export, known reexport or diversion, or end"
        yield _always(
            "Keep the records of the transaction; destroy none once an agency has asked.", years, due
        )
    for path, item, found in case.items:
        if found.by in {"de_minimis", "foreign"} and (item.us_content or item.us_content_percent is not None):
            cite = ("15 CFR 734.4(g)",)
            yield Step(f"Keep the calculation of US content of {path} with the transaction.", cite)


def _ofac(case: Case) -> Iterator[Step]:
    years = _on(case, "us.ofac.records.years")
    if years is not None:
        yield _always("Keep the records that OFAC asks for.", years, f"{years.value} years")


def _always(what: str, rule: Dated, due: str) -> Step:
    """Return a step that is due whether the deal goes on or is stopped."""
    return Step(what, rule.cite, due, goes_on=False)


def _on(case: Case, key: str) -> Dated | None:
    return case.book.value(key, case.day)


KIND = Kind(
    id="conditions",
    title="Filing, statements, records and reports",
    regime="US EAR and OFAC",
    step="D19",
    version=1,
    citations=("15 CFR 758", "15 CFR 762.6", "31 CFR 501.601"),
    not_covered=(
        "When export information need not be filed; the wording of the statement.",
        "How long OFAC's records were kept before 12 March 2025.",
        "Conditions of licences that are held: they stand in the licence.",
    ),
    decide=decide,
)
