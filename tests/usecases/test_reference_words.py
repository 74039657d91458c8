"""The words of the control list, and of file names, are read only where nothing else is said."""

from __future__ import annotations

from datetime import date

import pytest

from licet.usecases.reference_tables import code_of, day_in
from licet.usecases.reference_words import place_of, scope_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NS applies to entire entry", ("NS", "entire", ())),
        ("RS applies to the entire entry", ("RS", "entire", ())),
        ("NS applies to entire entry, except 3A611.y", ("NS", "except", ("y",))),
        ("NS applies to entire entry, except 3A611. b and .y", ("NS", "except", ("b", "y"))),
        ("RS applies to 3A611.z.1.a, z.2.a", ("RS", "paragraphs", ("z.1.a", "z.2.a"))),
        (
            "NS applies to 3A611.a.1 to a.3, b, g to i",
            ("NS", "paragraphs", ("a.1", "a.2", "a.3", "b", "g", "h", "i")),
        ),
        ("RS applies to items controlled by 3A611.z.1", ("RS", "paragraphs", ("z.1",))),
        ("FC applies to paragraphs .a, .b, and .i of this entry", ("FC", "paragraphs", ("a", "b", "i"))),
        ("MT applies to 3A611.a when usable in missiles", ("MT", "words", ())),
        ("NS applies to 3A001.b.2", ("NS", "words", ())),
        ("NS applies to entire entry, except as noted", ("NS", "words", ())),
        ("NP applies to technology for items controlled by 3A611.a", ("NP", "words", ())),
        ("sanctions apply to entire entry", ("entry", "entire", ())),
    ],
)
def test_paragraphs_are_read_only_where_nothing_else_is_said(
    text: str, expected: tuple[str, str, tuple[str, ...]]
) -> None:
    """Any other word makes it words: the exporter is asked."""
    assert scope_of("3A611", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NS Column 2.", [("NS2", "column", ())]),
        ("NP Column 1 AT Column 1", [("NP1", "column", ()), ("AT1", "column", ())]),
        ("Column 1.", [("NS1", "column", ())]),
        ("Worldwide control. See § 742.4(a)(5)", [("", "everywhere", ())]),
        ("China, Russia, or Venezuela (see § 742.6(a)(7)).", [("", "countries", ("CN", "RU", "VE"))]),
        (
            (
                "A license is required for items controlled by this entry for export or reexport to Iraq or "
                "Pakistan or transfer within Iraq or Pakistan for regional stability reasons."
            ),
            [("", "countries", ("IQ", "PK"))],
        ),
        (
            "A license is required for these items to North Korea for anti-terrorism reasons.",
            [("", "countries", ("KP",))],
        ),
        (
            "A license is required for ALL destinations, except Canada, regardless of end use.",
            [("", "everywhere_but", ("CA",))],
        ),
        ("To or within Macau or a destination specified in Country Group D:5 of", [("", "macau_or_d5", ())]),
        ("Refer to § 742.15 of the EAR.", [("", "unread", ())]),
        ("A license is required for the moon.", [("", "unread", ())]),
    ],
)
def test_places_are_read_or_left_to_be_read(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    """Never nothing."""
    assert [(item.column, item.reach, item.countries) for item in place_of(text, "NS")] == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korea  North", "KP"),
        ("Korea, South", "KR"),
        ("Seycheles", "SC"),
        ("Cote d'lvoire", "CI"),
        ("China (PRC)", "CN"),
        ("Micronesia  Federated States of", "FM"),
        ("Atlantis", ""),
    ],
)
def test_countries_are_read_as_the_tables_write_them(name: str, code: str) -> None:
    """With their own spelling errors."""
    assert code_of(name) == code


def test_the_day_of_an_issue_is_read_in_a_name() -> None:
    """Year first, or as the site of BIS writes it."""
    assert day_in("country_chart_2025-11-12.csv") == date(2025, 11, 12)
    assert day_in("11_12_2025_country_chart_export.csv") == date(2025, 11, 12)
    assert day_in("chart_2025-13-45.csv") is None
