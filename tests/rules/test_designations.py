"""Which list a row stands for, on the real files; and what the user states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from importlib import import_module

import pytest
from tests.rules.building import case, party
from tests.rules.law import book
from tests.shared import DATA, needs_shared, read_bytes

from licet.lists.base import RawEdition
from licet.model import Listing
from licet.rules.designations import Designation, Listed, designations, lists_of

CONS = "ofac/nonsdn/2025-12-19/cons_"


def rows(list_id: str, parts: dict[str, str]) -> Iterable[Listing]:
    parse = import_module(f"licet.lists.catalog.{list_id}.parse").parse
    raw = RawEdition({part: read_bytes(path) for part, path in parts.items()})
    return (item for item in parse(raw) if isinstance(item, Listing))


def counted(listings: Iterable[Listing]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(str(one) for one in lists_of(item)) for item in listings)


@needs_shared
@pytest.mark.shared
def test_every_row_of_the_non_sdn_file_of_2025_stands_for_a_list() -> None:
    """The file names no list: programmes and directives tell it."""
    parts = {part: f"{CONS}{part}.csv.gz" for part in ("prim", "add", "alt", "comments")}
    found = counted(rows("us_ofac_cons", parts))
    assert () not in found
    assert found["PLC",] == 78
    assert found["CMIC",] == 68
    assert found["CAPTA",] == 1
    both = {lists for lists in found if "SSI" in lists}
    assert sum(found[lists] for lists in both) == 286
    assert found["NS-MBS",] >= 3


@needs_shared
@pytest.mark.shared
def test_every_row_of_the_non_sdn_file_of_2018_stands_for_a_list() -> None:
    """With the Iranian rows that stayed blocked, the evaders and Bank of Kunlun."""
    found = counted(rows("us_ofac_cons", {"xml": "ofac/nonsdn/2018-04-06/consolidated.xml.gz"}))
    assert found == {("EO 13599",): 264, ("SSI",): 290, ("PLC",): 78, ("FSE",): 6, ("CAPTA",): 1}


@needs_shared
@pytest.mark.shared
def test_the_consolidated_list_names_its_sources() -> None:
    """Rows of Commerce and State that no kind here reads stand for no list."""
    path = next(DATA.glob("us_csl/2022*/*.csv*")).relative_to(DATA).as_posix()
    found = counted(rows("us_csl", {"csv": path}))
    assert (found["SDN",], found["EL",], found["MEU",], found["CMIC",]) == (10026, 2001, 71, 68)
    assert found[()] == 727 + 462 + 201 + 163  # DTC, DPL, UVL, ISN


def stated(*texts: str) -> list[Designation]:
    who = {"role": "end_user", "name": "Unscreened Co", "listed_as": list(texts)}
    plain = {"activity": "export", "day": "2024-06-01", "parties": [who]}
    return list(designations(case(plain, book()), frozenset(Listed)))


def test_a_statement_may_name_programmes() -> None:
    """In brackets, as OFAC writes them, or without."""
    found = stated("SDN [NPWMD] [IFSR]", "meu", "CAP", "nothing known")
    assert [(item.listed, item.programmes) for item in found] == [
        (Listed.CAPTA, ()),
        (Listed.MILITARY, ()),
        (Listed.SDN, ("NPWMD", "IFSR")),
    ]
    assert [item.facts[0].path for item in found] == ["parties[0].listed_as"] * 3


def test_the_surest_record_comes_first() -> None:
    """A row of the same country before one of another."""
    sure = party("us_ofac_sdn", "2", "Cobalt Meridian Group", country="SY")
    alike = party("us_ofac_sdn", "1", "Cobalt Meridian Group", country="PA")
    who = {"role": "end_user", "name": "Cobalt Meridian Group", "country": "SY"}
    plain = {"activity": "export", "day": "2024-06-01", "parties": [who]}
    made = case(plain, book(), listings=(alike, sure))
    assert [item.record for item in designations(made, frozenset({Listed.SDN}))] == [
        "us_ofac_sdn:2",
        "us_ofac_sdn:1",
    ]
