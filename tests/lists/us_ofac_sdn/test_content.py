"""An OFAC file is judged by its content: which list it is, and whether its columns are in order."""

from __future__ import annotations

import csv
import io

import pytest
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Problem, Severity

SDN_CSV = "ofac/sdn_csv/2014-05-27/sdn.csv.gz"
SDN_XML = "ofac/sdn_xml/2021-03-10/sdn.xml.gz"
CONS_CSV = "ofac/nonsdn/2018-04-06/cons_prim.csv.gz"
CONS_XML = "ofac/nonsdn/2018-04-06/consolidated.xml.gz"


def fatal(list_id: str, part: str, content: bytes) -> list[Problem]:
    """The FATAL problems of one part read as a list."""
    results = registry.parser(list_id)(RawEdition({part: content}))
    return [item for item in results if isinstance(item, Problem) and item.severity is Severity.FATAL]


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("list_id", "part", "name", "figure"),
    [
        ("us_ofac_cons", "prim", SDN_CSV, "2 of 5,928"),
        ("us_ofac_cons", "xml", SDN_XML, "28 of 8,832"),
        ("us_ofac_sdn", "sdn", CONS_CSV, "375 of 639"),
        ("us_ofac_sdn", "xml", CONS_XML, "375 of 639"),
    ],
)
def test_one_list_given_as_the_other_is_fatal(list_id: str, part: str, name: str, figure: str) -> None:
    """The 2018 non-SDN file has the fewest programmes of its own: 59 percent."""
    (problem,) = fatal(list_id, part, read_bytes(name))
    assert problem.code == "not_this_list"
    assert figure in problem.message


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(
    ("list_id", "part", "name"),
    [
        ("us_ofac_sdn", "sdn", SDN_CSV),
        ("us_ofac_sdn", "xml", SDN_XML),
        ("us_ofac_cons", "prim", CONS_CSV),
        ("us_ofac_cons", "xml", CONS_XML),
    ],
)
def test_the_right_list_is_taken(list_id: str, part: str, name: str) -> None:
    """The same four files where they belong."""
    assert fatal(list_id, part, read_bytes(name)) == []


def swapped(content: bytes, first: int, second: int) -> bytes:
    """Exchange two columns of a table without a header."""
    text = content.decode().rstrip("\x1a")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in csv.reader(io.StringIO(text, newline="")):
        row[first], row[second] = row[second], row[first]
        writer.writerow(row)
    return out.getvalue().encode() + b"\x1a"


@needs_shared
@pytest.mark.shared
@pytest.mark.parametrize(("first", "second"), [(1, 3), (2, 3), (2, 11), (3, 11), (0, 1), (7, 11)])
def test_swapped_columns_are_fatal(first: int, second: int) -> None:
    """Name and programme, type and programme, type and remarks ..."""
    found = fatal("us_ofac_sdn", "sdn", swapped(read_bytes(SDN_CSV), first, second))
    assert found
    assert {problem.code for problem in found} == {"swapped_columns"}
    assert "5,928" in found[0].message


@needs_shared
@pytest.mark.shared
def test_swapped_columns_of_the_aliases_are_fatal() -> None:
    """Type of alias and name."""
    alt = swapped(read_bytes("ofac/sdn_csv/2014-05-27/alt.csv.gz"), 2, 3)
    raw = RawEdition({"sdn": read_bytes(SDN_CSV), "alt": alt})
    results = list(registry.parser("us_ofac_sdn")(raw))
    codes = {item.code for item in results if isinstance(item, Problem) and item.severity is Severity.FATAL}
    assert codes == {"swapped_columns"}
