"""A delimited file that was cut is refused; one that lost its last line end only is not."""

from __future__ import annotations

import pytest
from tests.lists.test_conformance import EDITIONS, Found
from tests.shared import needs_shared

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.lists.formats.delimited import Columns, Row, read_table
from licet.model import Problem, Severity

CUT = [item for item in EDITIONS if item.is_whole and item.format_id in {"csv", "txt"}]
SHARES = (0.02, 0.31, 0.5, 0.75, 0.86, 0.97, 0.993)
SLOW = 1_000_000


def fatal_codes(list_id: str, raw: RawEdition) -> set[str]:
    """The codes of the FATAL problems."""
    return {
        item.code
        for item in registry.parser(list_id)(raw)
        if isinstance(item, Problem) and item.severity is Severity.FATAL
    }


def inside_a_row(content: bytes, share: float) -> int:
    """A place at about this share of the file that is neither the beginning nor the end of a line."""
    at = int(share * len(content))
    while content[at - 1 : at] in b"\r\n" or content[at : at + 1] in b"\r\n":
        at -= 1
    return at


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize("edition", CUT, ids=[item.id for item in CUT])
def test_a_real_file_cut_inside_a_row_is_fatal(edition: Found) -> None:
    """The excerpt of 2026 has one row: cut, its header or its only row breaks off."""
    raw = edition.raw()
    parts = next(f.parts for f in registry.list_spec(edition.list_id).formats if f.id == edition.format_id)
    part = parts[0].id
    content = raw.parts[part]
    for share in SHARES if len(content) < SLOW else SHARES[2:6:2]:
        cut = RawEdition({part: content[: inside_a_row(content, share)]})
        assert fatal_codes(edition.list_id, cut), share


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["2014-05-27", "2021-07-07", "2022-02-25"], ids=["2014-05-27", "2021-07-07", "2022-02-25"]
)
def test_ofacs_own_file_cut_between_two_rows_is_fatal(name: str) -> None:
    """CRLF without 0x1A at the end: no official file is so."""
    edition = next(item for item in CUT if item.folder == f"ofac/sdn_csv/{name}")
    content = edition.raw().parts["sdn"]
    for share in (0.5, 0.96, 0.99):
        end = content.rindex(b"\r\n", 0, int(share * len(content))) + 2
        assert fatal_codes("us_ofac_sdn", RawEdition({"sdn": content[:end]})) == {"truncated"}


AB = Columns(required=("a", "b"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a,b\n1,12\n2,13\n", True),
        ("a,b\n1,12\n2,12", True),
        ("a,b\n1,12\n2,1", False),
        ("a,b\n1,1\n2,12\n3,1", False),
        ("a,b\n1,12\n2,", False),
        ("a,b\n1,\n2,\n3,", True),
        ('a,b\n1,"x"\n2,"y"', True),
        ('a,b\n1,"x"\n2,"y', False),
        ("a,b\n1,2\n3", False),
        ("a,b\n1,2\n3\n4,5\n", True),
        ('a,b\n1,"two\nlines"\n2,"two\nli', False),
        ("a,b\r\n1,2\r\n1,2\r", True),
    ],
)
def test_whether_the_last_row_is_whole(text: str, *, whole: bool) -> None:
    """Each row of this table is a way in which a file may end."""
    items = list(read_table(text, "f", AB))
    assert ("truncated" not in {item.code for item in items if isinstance(item, Problem)}) == whole
    assert any(isinstance(item, Row) for item in items)
