"""Days and birth dates of the US lists."""

from __future__ import annotations

from datetime import date

import pytest

from licet.lists.formats.us_dates import birth_date, day_of, read_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-04-15", date(2018, 4, 15)),
        ("04/15/2018", date(2018, 4, 15)),
        ("6/5/1995", date(1995, 6, 5)),
        ("9/19/05", date(2005, 9, 19)),
        ("3-18-76", date(1976, 3, 18)),
        (" 06/29/2056 ", date(2056, 6, 29)),
        ("2026-09-25T04:15:00+00:00", date(2026, 9, 25)),
    ],
)
def test_a_day_is_read_as_each_agency_writes_it(text: str, expected: date) -> None:
    """ISO for updates, month first for orders."""
    assert day_of(text) == (expected, "")


@pytest.mark.parametrize(
    "text",
    ["3017-08-22", "2922-09-01", "0222-05-18", "1023-11-01", "0097-06-30", "0017-05-26", "3/21/805"],
)
def test_a_year_typed_wrongly_is_reported_and_never_repaired(text: str) -> None:
    """All of these stood in published files."""
    value, problems = read_day(text, "x: start_date")
    assert value is None
    assert [(item.code, item.record) for item in problems] == [("impossible_year", text)]


@pytest.mark.parametrize("text", ["13/45/2017", "2018-02-30", "soon", "2018", "00/00/0000x"])
def test_what_is_no_day_is_reported(text: str) -> None:
    """The thirtieth of February is none."""
    assert day_of(text) == (None, "bad_date")


def test_an_empty_day_is_no_problem() -> None:
    """A blank expiry is an order without end."""
    assert read_day("  ", "x") == (None, ())


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1964", "1964"),
        ("1964-05-30", "1964-05-30"),
        ("circa 1964", "~1964"),
        ("1961 to 1963", "1961/1963"),
        ("November, 1975", "1975-11"),
        ("Feb-76", "1976-02"),
        ("x/x/1942", "1942"),
    ],
)
def test_a_birth_date_keeps_its_precision(text: str, iso: str) -> None:
    """No first of January is invented."""
    found = birth_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["", "unknown", "1963 to 1961", "0001", "1964-13"])
def test_a_birth_date_that_is_none_gives_none(text: str) -> None:
    """The caller reports it."""
    assert birth_date(text) is None
