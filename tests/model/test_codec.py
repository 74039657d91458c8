"""Canonical bytes of listings, and dates as intervals."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.model import (
    Address,
    Identifier,
    IdentifierKind,
    Link,
    Listing,
    Name,
    NameKind,
    PartialDate,
    PartyKind,
    canonical,
    fingerprint,
    from_dict,
    to_dict,
)

FULL = Listing(
    list_id="un_sc",
    key="KPi.001",
    kind=PartyKind.PERSON,
    names=(Name("Пример"), Name("Example", NameKind.AKA, weak=True, language="en", source="a source")),
    birth_dates=(PartialDate.years(1961, 1963, circa=True), PartialDate.month(1970, 2)),
    birth_places=("Somewhere",),
    countries=("KP",),
    addresses=(Address("1 Street, City", "1 Street", "City", "Region", "123", "KP"),),
    identifiers=(Identifier(IdentifierKind.PASSPORT, "A1", "KP", "issued 2001"),),
    programmes=("DPRK",),
    start=date(2009, 7, 16),
    end=date(2030, 1, 1),
    citations=("res. 1718",),
    remarks="Free text.",
    genders=("male",),
    titles=("Director",),
    links=(Link("linked_to", "Other"),),
    contacts=("web:example.org",),
    details=(("a", "1"), ("b", "2")),
    rows=3,
)


def test_a_listing_comes_back_whole() -> None:
    """Every field survives but `rows`, which is no part of the content."""
    assert from_dict(to_dict(FULL)) == replace(FULL, rows=1)


def test_rows_are_no_content() -> None:
    """The same party told in more rows is the same content."""
    assert fingerprint(FULL) == fingerprint(replace(FULL, rows=9))


def test_a_changed_copy_has_its_own_bytes() -> None:
    """The memo of the canonical bytes does not follow a copy."""
    before = canonical(FULL)
    assert canonical(replace(FULL, remarks="Other.")) != before
    assert canonical(FULL) == before


@pytest.mark.parametrize(
    ("made", "iso"),
    [
        (PartialDate.day(1961, 5, 31), "1961-05-31"),
        (PartialDate.month(1961, 2), "1961-02"),
        (PartialDate.year(1961), "1961"),
        (PartialDate.years(1961, 1963), "1961/1963"),
        (PartialDate.year(1961, circa=True), "~1961"),
        (PartialDate(date(1961, 5, 1), date(1961, 5, 9)), "1961-05-01/1961-05-09"),
    ],
)
def test_dates_keep_their_precision(made: PartialDate, iso: str) -> None:
    """No first of January is invented."""
    assert made.iso == iso
    assert PartialDate.from_iso(iso) == made


@given(st.dates(), st.dates(), st.booleans())
def test_every_interval_can_be_written_and_read(first: date, last: date, circa: bool) -> None:
    """What `iso` writes, `from_iso` reads."""
    begin, end = sorted((first, last))
    made = PartialDate(begin, end, circa)
    assert PartialDate.from_iso(made.iso) == made


@pytest.mark.parametrize("text", ["", "61", "1961-13", "1961-02-30", "1963/1961", "31/05/1961"])
def test_a_text_that_is_no_date_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=r"."):
        PartialDate.from_iso(text)


def test_half_a_character_does_not_stop_a_listing() -> None:
    """JSON can write half of a surrogate pair; it has no UTF-8."""
    odd = replace(FULL, names=(Name("Ivan \ud800 Petrov"),))
    read = from_dict(json.loads(canonical(odd)))
    assert read.names[0].text == "Ivan \ufffd Petrov"
