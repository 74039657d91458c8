"""The closed OFSI list against its real editions and what is known of them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import IdentifierKind, Listing, NameKind, Problem, Severity

pytestmark = pytest.mark.shared


@cache
def results(day: str) -> list[Listing | Problem]:
    """Parse the edition of a day."""
    raw = RawEdition({"csv": read_bytes(f"uk/{day}/sanctionsconlist.csv.gz")})
    return list(registry.parser("uk_ofsi")(raw))


@cache
def listings(day: str) -> dict[str, Listing]:
    """Parse the edition of a day, by key."""
    return {item.key: item for item in results(day) if isinstance(item, Listing)}


@needs_shared
@pytest.mark.parametrize(
    ("day", "rows", "groups"),
    [("2016-03-23", 8746, 1924), ("2018-04-13", 9487, 2106), ("2020-04-27", 9492, 2114)],
)
def test_rows_are_put_together_by_group(day: str, rows: int, groups: int) -> None:
    found = results(day)
    assert sum(item.rows for item in found) == rows
    assert sum(isinstance(item, Listing) for item in found) == groups
    facts = registry.facts("uk_ofsi", RawEdition({"csv": read_bytes(f"uk/{day}/sanctionsconlist.csv.gz")}))
    assert (facts.published, facts.rows) == (date.fromisoformat(day), rows)


@needs_shared
def test_no_row_is_lost_and_every_group_has_a_primary_name() -> None:
    found = results("2020-04-27")
    assert {item.code for item in found if isinstance(item, Problem)} == {"unknown_country"}
    assert not [item for item in found if isinstance(item, Problem) and item.severity is not Severity.FIELD]
    assert all(item.names[0].kind is NameKind.PRIMARY for item in found if isinstance(item, Listing))


@needs_shared
def test_a_person_with_two_birth_years_and_two_nationalities_is_one_listing() -> None:
    """Group 13349 in 2018: rows of 00/00/1980 and 00/00/1981, `1) Saudi Arabia 2) Qatar`, UN Ref QDe.004."""
    found = listings("2018-04-13")["13349"]
    assert {"1980", "1981"} <= {item.iso for item in found.birth_dates}
    assert found.countries == ("SA", "QA")
    assert found.start == date(2016, 4, 1)
    assert "Sheikh Farooq AL-QAHTANI" in {name.text for name in found.names}
    kinds = {(item.kind, item.value) for item in found.identifiers}
    assert (IdentifierKind.UN_REFERENCE, "QDe.004") in kinds
    assert (IdentifierKind.PASSPORT, "592667") in kinds


@needs_shared
def test_cp1252_is_read_as_what_it_is() -> None:
    """Bytes 0x92 are quotes; nothing is replaced."""
    texts = [item.remarks for item in listings("2020-04-27").values()]
    assert any("’" in text for text in texts)
    assert not any("\x92" in text or "�" in text for text in texts)


@needs_shared
def test_the_layout_of_2022_gives_names_in_their_own_script() -> None:
    raw = RawEdition({"csv": read_bytes("uk/2022-03_excerpt_new_layout/ConList.csv")})
    found = {item.key: item for item in registry.parser("uk_ofsi")(raw) if isinstance(item, Listing)}
    assert sum(item.rows for item in found.values()) == 23
    assert ("محسن حجتی", "Persian") in {(name.text, name.language) for name in found["9053"].names}


@pytest.mark.parametrize(
    "head", [b"", b"Last Updated", b"Last Updated,1\n\xff\xfe", b"Report Date: x\nUnique ID", b"\x00"]
)
def test_other_files_are_not_recognised(head: bytes) -> None:
    assert registry.recognise("uk_ofsi", "ConList.csv", head) is None
