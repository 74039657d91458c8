"""Birth dates as users write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.tables.birth_dates import read_birth_date

READ = {
    "1970": "1970",
    "1970-04": "1970-04",
    "1970-04-05": "1970-04-05",
    "1970-04-05T00:00:00Z": "1970-04-05",
    "1970-04-05 00:00:00": "1970-04-05",
    "1970/4/5": "1970-04-05",
    "19700405": "1970-04-05",
    "05.04.1970": "1970-04-05",
    "25/04/1970": "1970-04-25",
    "04/25/1970": "1970-04-25",
    "04-04-1970": "1970-04-04",
    "04/1970": "1970-04",
    "5 Apr 1970": "1970-04-05",
    "April 5, 1970": "1970-04-05",
    "05-APR-1970": "1970-04-05",
    "5. März 1970": "1970-03-05",
    "1er août 1970": "1970-08-01",
    "5 de mayo de 1970": "1970-05-05",
    "Mai 1970": "1970-05",
    "1970年4月5日": "1970-04-05",
    "c. 1970": "~1970",
    "circa 1970": "~1970",
    "~1970-04": "~1970-04",
    "1961-1963": "1961/1963",
    "between 1961 and 1963": "1961/1963",
}
REFUSED = {
    "04/05/70": "not understood",
    "25678": "not understood",
    "soon": "not understood",
    "31/02/1970": "no day of the calendar",
    "1970-13-01": "no day of the calendar",
    "1963-1961": "no day of the calendar",
    "1900-01-01": "filler",
    "0000-00-00": "filler",
    "9999-12-31": "filler",
    "01.01.1900": "filler",
    "2570-01-01": "out of range",
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_with_the_precision_it_has(text: str) -> None:
    found, note = read_birth_date(text)
    assert found is not None
    assert (found.iso, note) == (READ[text], "")


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_birth_date_is_a_note(text: str) -> None:
    found, note = read_birth_date(text)
    assert found is None
    assert REFUSED[text] in note
    assert repr(text) in note


@pytest.mark.parametrize("value", [None, "", " ", "-", "N/A", "unknown", True])
def test_no_value_is_no_note(value: object) -> None:
    assert read_birth_date(value) == (None, "")


def test_cells_that_are_dates_or_years_are_read() -> None:
    for value, iso in ((dt.date(1970, 4, 5), "1970-04-05"), (1970, "1970")):
        found, note = read_birth_date(value)
        assert found is not None
        assert (found.iso, note) == (iso, "")


@given(
    st.dates(dt.date(1901, 1, 1), dt.date(2026, 1, 1)),
    st.sampled_from(["{0:%d/%m/%Y}", "{0:%m/%d/%Y}", "{0:%d-%m-%Y}"]),
)
def test_whatever_order_was_meant_the_day_is_covered(day: dt.date, style: str) -> None:
    found, note = read_birth_date(style.format(day))
    assert found is not None
    assert found.first <= day <= found.last
    assert bool(note) == (found.first != found.last)


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    found, note = read_birth_date(text)
    assert found is None or note == "" or found.first != found.last
