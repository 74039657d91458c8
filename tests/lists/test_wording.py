"""Values inside a field, as publishers outside the United States write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.lists.formats.merging import merge, merge_names
from licet.lists.formats.uk_rows import numbers, un_references
from licet.lists.formats.wording import (
    country,
    day_month_year,
    exact_day,
    gender,
    iso_day,
    named_month,
    one_line,
    split_numbered,
)
from licet.model import IdentifierKind, Listing, Name, NameKind, PartyKind


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1) Saudi Arabia 2) Qatar", ("Saudi Arabia", "Qatar")),
        ("(1) Iran (2) Iraq", ("Iran", "Iraq")),
        ("a) General b)Major General", ("General", "Major General")),
        ("(1)-(2) Indonesia", ("Indonesia",)),
        ("(1) (2) Egypt", ("Egypt",)),
        (
            "Kuwaiti passport no. (A)001714467 (B)101505554",
            ("Kuwaiti passport no. (A)001714467 (B)101505554",),
        ),
        ("Commander (1st Division)", ("Commander (1st Division)",)),
        ("", ()),
    ],
)
def test_numbered_alternatives_are_split_when_the_field_begins_with_the_first(
    text: str, parts: tuple[str, ...]
) -> None:
    assert split_numbered(text) == parts


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("28/09/1955", "1955-09-28"),
        ("00/00/1980", "1980"),
        ("00/04/1984", "1984-04"),
        ("10/00/1983", "1983"),
        ("dd/mm/1961", "1961"),
    ],
)
def test_a_part_of_a_date_that_is_not_known_is_not_invented(text: str, iso: str) -> None:
    read = day_month_year(text)
    assert read
    assert read.iso == iso


@pytest.mark.parametrize("text", ["", "31/02/1982", "1961", "00/00/0000", "1/2/61", "²8/09/1955"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert day_month_year(text) is None


def test_named_months_are_read() -> None:
    assert named_month("Nov. 1973") == named_month("November  1973")
    assert exact_day("08-Oct-2026") == date(2026, 10, 8)
    assert exact_day("Oct 2026") is None
    assert named_month("Mordad 1343") is None


def test_an_iso_day_may_carry_a_time_or_zone() -> None:
    assert iso_day("2014-05-27-04:00") == iso_day("2014-05-27T00:00:02.670Z") == date(2014, 5, 27)
    assert iso_day("2014-02-30") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Possibly Ethiopian", "ET"),
        ("Iranian citizenship", "IR"),
        ("Germany (in prison)", "DE"),
        ("Democratic People's Republic of Korea ", "KP"),
        ("Cabo Verde.  Previously Cape Verde.", "CV"),
        ("Syrian Arab Republic as of September 2015", "SY"),
        ("United States of America. Also believed to hold Syrian nationality", ""),
        ("Atlantis", ""),
    ],
)
def test_countries_are_read_through_hedges_and_asides(text: str, code: str) -> None:
    assert country(text) == code


def test_genders_are_two_words() -> None:
    assert [gender(text) for text in ("M", "FEMALE", "Unknown")] == ["male", "female", ""]


def test_numbers_are_found_among_words_and_dates_are_not_numbers() -> None:
    found = list(numbers(IdentifierKind.PASSPORT, "(1) 1990/345751 (Libyan) issued 21/12/2015 (2) SE 012820"))
    assert [(item.value, item.country) for item in found] == [("1990/345751", "LY"), ("SE 012820", "")]
    (words,) = numbers(IdentifierKind.NATIONAL_ID, "number not known")
    assert words.value == "number not known"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("UN Ref QDe.004. Emir", "QDe.004"),
        ("UN REF:QE.A.146.14. Also", "QE.A.146.14"),
        ("UN Ref E.29.I.11. Owned", "E.29.I.11"),
        ("(UN Ref):QDi.263. Also", "QDi.263"),
    ],
)
def test_references_of_the_united_nations_are_found_in_remarks(text: str, value: str) -> None:
    assert [item.value for item in un_references(text)] == [value]


def test_no_reference_is_made_of_words() -> None:
    assert un_references("EU listing. Not UN. Refers to nothing.") == ()


def test_of_a_name_given_twice_the_stronger_statement_stays() -> None:
    names = merge_names(
        [Name("A", NameKind.AKA, weak=True), Name("B"), Name("A", NameKind.AKA), Name("C", NameKind.FKA)]
    )
    assert names == (Name("B"), Name("A", NameKind.AKA), Name("C", NameKind.FKA))


def _listing(**values: object) -> Listing:
    return Listing("x", "1", PartyKind.PERSON, **({"names": (Name("A"),)} | values))  # type: ignore[arg-type]


def test_merged_records_lose_nothing_and_count_their_rows() -> None:
    merged = merge(
        [
            _listing(start=date(2020, 1, 2), remarks="one", details=(("k", "1"),)),
            _listing(
                start=date(2019, 1, 2), end=date(2021, 1, 1), remarks="two", details=(("k", "2"),), rows=3
            ),
        ]
    )
    assert (merged.start, merged.end, merged.remarks) == (date(2019, 1, 2), None, "one\ntwo")
    assert (merged.details, merged.rows) == ((("k", "1 | 2"),), 4)


@given(st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    """Every reader takes any text."""
    day_month_year(text), named_month(text), iso_day(text), exact_day(text), country(text), one_line(text)
    assert all(part == part.strip() for part in split_numbered(text))
    assert list(numbers(IdentifierKind.PASSPORT, text)) is not None
