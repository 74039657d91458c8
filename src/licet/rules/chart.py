"""The Commerce Country Chart on a day (15 CFR part 738, Supp. 1), and what it says for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from licet.model.law import Confidence, Interval
from licet.model.rulebook import Rulebook
from licet.rules.controls import Control, controls_of
from licet.rules.eccn import is_listed
from licet.rules.embargoes import needs_licence
from licet.rules.groups import Governed, governing, in_group, macau_or_d5, told
from licet.rules.ternary import every, negated, some

TABLE = "us.ear.country_chart"
"""Id of the imported table: `content` maps ISO 3166 alpha-2 to `x` (columns), `part_746` and `footnotes`."""
_OPEN = Interval()
PROCEDURE = ("15 CFR 738.4(a)(2)", "15 CFR 738, Supp. 1")


@dataclass(frozen=True, slots=True)
class Row:
    """The row of a destination.

    Attributes:
        governed: Whose row it is.
        state: `marked`, `part_746` (blank because part 746 governs), `none` (the whole chart was read and
            has no such row: indeterminate) or `unknown` (nothing loaded holds it on this day).
        marks: Marked columns.
        complete: Every other column is blank.
        footnotes: Numbers of footnotes, which may ask for more than the marks show.
        source: Which table or value says so.
        cite: Where it stands.
        confidence: How well that is supported.
        interval: Days on which it is relied on.
    """

    governed: Governed
    state: str
    marks: frozenset[str] = frozenset()
    complete: bool = False
    footnotes: str = ""
    source: str = ""
    cite: tuple[str, ...] = PROCEDURE
    confidence: Confidence = Confidence.HIGH
    interval: Interval = _OPEN

    def marked(self, column: str) -> bool | None:
        """Tell whether a column has an X; None where that is not known."""
        if column in self.marks:
            return True
        return False if self.state == "marked" and self.complete else None


def row_of(book: Rulebook, destination: str, day: date) -> Row:
    """Return the row of a destination: of the newest imported issue by the day, else of the rulebook."""
    governed = governing(book, destination, day)
    country = governed.country
    table = book.table(TABLE, day)
    if table is not None:
        cite = (*PROCEDURE, *governed.cite)
        row = table["content"].get(country)
        if row is None:
            return Row(governed, "none", source=told(table), cite=cite)
        state = "part_746" if row["part_746"] else "marked"
        notes = ", ".join(str(item) for item in row["footnotes"])
        since = Interval(table["dated"])
        marks = frozenset(row["x"])
        return Row(governed, state, marks, True, notes, told(table), cite, interval=since)  # noqa: FBT003
    blank = book.values["us.ear.chart.part_746"].on(day) if "us.ear.chart.part_746" in book.values else None
    if blank is not None and country in blank.value:
        return Row(governed, "part_746", source="rulebook", cite=(*PROCEDURE, *governed.cite))
    value = book.values.get(f"us.ear.chart.{country}")
    held = value.on(day) if value else None
    if held is None:
        return Row(governed, "unknown", cite=(*PROCEDURE, *governed.cite))
    return Row(
        governed,
        "marked",
        frozenset(held.value["x"]),
        held.value["complete"],
        source=f"rulebook{': ' + held.review if held.review else ''}",
        cite=(*PROCEDURE, *governed.cite),
        confidence=held.confidence,
        interval=held.interval,
    )


def needed(book: Rulebook, control: Control, row: Row, destination: str, day: date) -> bool | None:
    """Tell whether a reason for control needs a licence to a destination; None where that is not known."""
    return every((control.applies, _reaches(book, control, row, destination, day)))


def _reaches(book: Rulebook, control: Control, row: Row, destination: str, day: date) -> bool | None:
    country = row.governed.country
    match control.reach:
        case "column":
            reached = row.marked(control.column)
        case "everywhere" | "everywhere_but":
            reached = country not in control.countries
        case "countries":
            reached = country in control.countries
        case "macau_or_d5":
            reached = macau_or_d5(book, destination, day)
        case "advanced_computing":
            groups = [in_group(book, destination, group, day) for group in ("D:1", "D:4", "D:5")]
            spared = some(in_group(book, destination, group, day) for group in ("A:5", "A:6"))
            # The entry names the Emirates beside the groups, so that their place in A:5 does not spare them.
            reached = some((country == "AE", every((some(groups), negated(spared)))))
        case _:
            reached = None
    return reached


def controlled(
    book: Rulebook, eccn: str, reasons: tuple[str, ...], destination: str, day: date
) -> bool | None:
    """Tell whether content would need a licence to a destination if shipped alone (15 CFR 734.4).

    Rules on end use and end users of part 744 do not count. None where the reasons for control, the row or
    the embargo are not known.
    """
    embargoed = needs_licence(book, eccn, destination, day)
    if embargoed or is_listed(eccn) is False:
        return embargoed
    found = controls_of(book, eccn, reasons, day)
    row = row_of(book, destination, day)
    if row.state == "part_746":
        return embargoed
    asked = [needed(book, item, row, destination, day) for item in found.controls]
    # What is not known may hold a reason more: only "yes" is an answer then.
    rest = None if not eccn or not found.known or found.unread else False
    return some((embargoed, *asked, rest))
