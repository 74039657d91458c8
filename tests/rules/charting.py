"""Questions to the Country Chart for its tests, and small tables as an import gives them."""

from __future__ import annotations

from typing import Any

from tests.rules.building import Results, case, decided
from tests.rules.law import shipped, table, with_tables

from licet.model.rulebook import Rulebook
from licet.rules import chart, controls, groups
from licet.rules.kinds.country_chart import KIND

ISSUE = "2026-07-23"


def asked(  # noqa: PLR0913  each fact of a question has its own name
    eccn: str,
    destination: str,
    day: str = ISSUE,
    *,
    reasons: tuple[str, ...] = (),
    book: Rulebook | None = None,
    subject: bool | None = True,
    activity: str = "export",
) -> Results:
    """Return what the kind yields for one item."""
    plain: dict[str, Any] = {
        "activity": activity,
        "actor": {"country": "US"},
        "items": [{"eccn": eccn, "origin": "US", "reasons": reasons}],
        "destination": destination,
        "day": day,
    }
    return decided(KIND, case(plain, book or shipped(), subject=subject))


def rules(results: Results) -> list[str]:
    """Return the rules of the findings."""
    return [item.rule.removeprefix("us.ear.chart.") for item in results.findings]


def entry(*rows: dict[str, Any], elsewhere: bool = False, **exceptions: str) -> dict[str, Any]:
    """Return an entry of the imported control list."""
    base = {
        "column": "",
        "reach": "column",
        "countries": [],
        "scope": "entire",
        "paragraphs": [],
        "text": "words",
    }
    made = [{**base, **row} for row in rows]
    return {"heading": "things", "controls": made, "elsewhere": elsewhere, "exceptions": exceptions}


LIST = table(
    controls.TABLE,
    ISSUE,
    {
        "3A001": entry(
            {"reason": "NS", "column": "NS2"},
            {
                "reason": "RS",
                "column": "RS1",
                "scope": "paragraphs",
                "paragraphs": ["b.2", "b.3"],
                "text": "b.2, b.3",
            },
            {"reason": "MT", "column": "MT1", "scope": "words", "text": "when usable in missiles"},
            {"reason": "RS", "reach": "advanced_computing", "scope": "paragraphs", "paragraphs": ["z"]},
            {"reason": "AT", "column": "AT1"},
            LVS="N/A for MT",
            GBS="N/A",
        ),
        "3A090": entry({"reason": "RS", "reach": "everywhere", "scope": "paragraphs", "paragraphs": ["a"]}),
        "5A991": entry({"reason": "AT", "column": "AT1"}),
        "3B001": entry({"reason": "NS", "reach": "macau_or_d5"}),
        "0A504": entry({"reason": "CC", "reach": "everywhere_but", "countries": ["CA"]}),
        "0B999": entry({"reason": "AT", "reach": "countries", "countries": ["KP"]}),
        "5A002": entry(
            {"reason": "NS", "column": "NS1"}, {"reason": "EI", "reach": "unread", "text": "see 742.15"}
        ),
        "0A002": entry(elsewhere=True),
        "8A620": entry({"reason": "NS", "column": "NS1", "scope": "except", "paragraphs": ["b", "y"]}),
    },
)
CHART = table(
    chart.TABLE,
    ISSUE,
    {
        "CN": {"x": ["NS1", "NS2", "RS1"], "part_746": False, "footnotes": []},
        "MO": {"x": ["NS1"], "part_746": False, "footnotes": []},
        "DE": {"x": ["NS1", "RS1"], "part_746": False, "footnotes": [3]},
        "CH": {"x": ["NS1"], "part_746": False, "footnotes": []},
        "GB": {"x": ["CB1"], "part_746": False, "footnotes": []},
        "CA": {"x": [], "part_746": False, "footnotes": []},
        "AE": {"x": [], "part_746": False, "footnotes": []},
        "IR": {"x": [], "part_746": True, "footnotes": [1]},
        "KP": {"x": [], "part_746": True, "footnotes": [1]},
    },
)
GROUPS = table(groups.TABLE, ISSUE, {"A:5": ["DE", "GB", "AE"]})
IMPORTED = with_tables(LIST, CHART, GROUPS)
