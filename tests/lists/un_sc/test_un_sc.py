"""The UN list against its real editions and what is known of them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import IdentifierKind, Listing, NameKind, PartyKind, Problem, Severity, canonical

pytestmark = pytest.mark.shared


def raw(day: str) -> RawEdition:
    """Read the edition of a day."""
    return RawEdition({"xml": read_bytes(f"un/{day}/consolidated.xml.gz")})


@cache
def listings(day: str) -> dict[str, Listing]:
    """Parse the edition of a day, by key."""
    found = registry.parser("un_sc")(raw(day))
    return {item.key: item for item in found if isinstance(item, Listing)}


@needs_shared
@pytest.mark.parametrize(
    ("day", "persons", "organisations"),
    [
        ("2018-06-07", 693, 405),
        ("2018-06-21", 695, 405),
        ("2018-08-24", 701, 397),
        ("2018-10-29", 703, 390),
        ("2020-11-24", 713, 305),
        ("2021-03-12", 711, 293),
        ("2022-09-15", 699, 253),
        ("2024-05-15", 682, 193),
        ("2025-04-19", 684, 193),
        ("2025-11-15", 727, 273),
        ("2025-11-18", 727, 273),
        ("2026-02-27", 730, 273),
    ],
)
def test_every_edition_holds_the_persons_and_organisations_counted_in_it(
    day: str, persons: int, organisations: int
) -> None:
    found = listings(day).values()
    assert sum(item.kind is PartyKind.PERSON for item in found) == persons
    assert sum(item.kind is PartyKind.ORGANISATION for item in found) == organisations
    assert registry.facts("un_sc", raw(day)).published == date.fromisoformat(day)


@needs_shared
def test_the_iran_snapback_of_2025_added_126_references_and_removed_3() -> None:
    before, after = listings("2025-04-19"), listings("2025-11-15")
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys())) == (126, 3)
    assert {"Iran"} <= {item.programmes[0] for key, item in after.items() if key not in before}


@needs_shared
def test_two_files_that_differ_in_their_stamp_only_hold_the_same_content() -> None:
    before, after = listings("2025-11-15"), listings("2025-11-18")
    assert {key: canonical(item) for key, item in before.items()} == {
        key: canonical(item) for key, item in after.items()
    }


@needs_shared
def test_a_space_behind_a_reference_is_no_change_of_reference() -> None:
    """`KPi.034 ` in 2018 and 2022, `KPi.034` in 2024: 27 false removals unless trimmed."""
    assert b"KPi.034 <" in raw("2018-06-07").parts["xml"]
    before, after = listings("2022-09-15"), listings("2024-05-15")
    assert "KPi.034" in before
    assert "KPi.034" in after
    assert (len(after.keys() - before.keys()), len(before.keys() - after.keys())) == (21, 98)


@needs_shared
def test_a_copy_with_bare_ampersands_is_fatal_and_says_the_line() -> None:
    problems = [item for item in registry.parser("un_sc")(raw("2024-10-16")) if isinstance(item, Problem)]
    assert [(item.code, item.where) for item in problems if item.severity is Severity.FATAL] == [
        ("not_well_formed", "xml:39788")
    ]


@needs_shared
def test_no_entry_of_the_latest_edition_is_without_name_start_or_reference() -> None:
    for item in listings("2026-02-27").values():
        assert item.start
        assert item.names[0].kind is NameKind.PRIMARY
        assert item.identifiers[0].kind is IdentifierKind.UN_REFERENCE


@needs_shared
def test_weak_aliases_are_those_of_quality_low() -> None:
    content = raw("2026-02-27").parts["xml"]
    weak = [name for item in listings("2026-02-27").values() for name in item.names if name.weak]
    assert (
        0.9 * content.count(b"<QUALITY>Low</QUALITY>")
        < len(weak)
        <= content.count(b"<QUALITY>Low</QUALITY>") + 5
    )


@pytest.mark.parametrize(
    "head",
    [b"", b"<CONSOLIDATED", b"<sdnList/>", b"<!DOCTYPE html>", b"a,b", b"\x00\x01", b"<data-set><record/>"],
)
def test_other_files_are_not_recognised(head: bytes) -> None:
    assert registry.recognise("un_sc", "consolidated.xml", head) is None


def test_any_name_and_any_quoting_are_recognised() -> None:
    head = b"<?xml version='1.0'?>\n<CONSOLIDATED_LIST dateGenerated='2026-02-27T00:00:09Z'>\n<INDIVIDUALS>"
    assert registry.recognise("un_sc", "whatever.bin", head) == "xml"
