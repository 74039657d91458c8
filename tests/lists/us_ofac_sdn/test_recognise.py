"""Which file is which: names repeat between lists and publishers, so content counts."""

from __future__ import annotations

import gzip

import pytest
from tests.shared import DATA, needs_shared

from licet.lists import registry

MAIN = b'36,"SAMPLE AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
COUNCIL = b'9639,"COUNCIL, Member","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962."\r\n'
ADD = b'36,25,-0- ,"Havana","Cuba",-0- \r\n'
ALT = b'36,12,"aka","SAMPLE-AIR",-0- \r\n'
COMMENTS = b'36,"more remarks."\r\n'
SIMPLE = b'<?xml version="1.0"?>\n<sdnList xmlns="http://tempuri.org/sdnList.xsd"><sdnEntry><uid>1</uid>'
NON_SDN = SIMPLE + b"<programList><program>NS-PLC</program></programList>"
UN = b'<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="2024-05-15T00:00:03.012Z"><INDIVIDUALS>'
ADVANCED = b'<?xml version="1.0"?><Sanctions xmlns="https://example.com/ADVANCED_XML"><DateOfIssue>'
ENHANCED = b'<?xml version="1.0"?><sanctionsData xmlns="https://example.com/ENHANCED_XML">'


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("sdn.csv", MAIN, ("us_ofac_sdn", "sdn")),
        ("SDN.CSV", MAIN, ("us_ofac_sdn", "sdn")),
        ("sdn/2021-08-18T093901Z.csv", MAIN, ("us_ofac_sdn", "sdn")),
        ("2021-08-18T093901Z.csv", MAIN, ("us_ofac_sdn", "sdn")),
        ("2025-12-19/download.csv", COUNCIL, ("us_ofac_cons", "prim")),
        ("cons_prim.csv", COUNCIL, ("us_ofac_cons", "prim")),
        ("CONS_PRIM.CSV", MAIN, ("us_ofac_cons", "prim")),
        ("add.csv", ADD, ("us_ofac_sdn", "add")),
        ("cons_add.csv", ADD, ("us_ofac_cons", "add")),
        ("alt.csv", ALT, ("us_ofac_sdn", "alt")),
        ("cons_alt.csv", ALT, ("us_ofac_cons", "alt")),
        ("alt.csv", ADD, ("us_ofac_sdn", "add")),
        ("sdn_comments.csv", COMMENTS, ("us_ofac_sdn", "comments")),
        ("cons_comments.csv", COMMENTS, ("us_ofac_cons", "comments")),
        ("sdn.xml", SIMPLE, ("us_ofac_sdn", "xml")),
        ("consolidated.xml", SIMPLE, ("us_ofac_cons", "xml")),
        ("download.xml", NON_SDN, ("us_ofac_cons", "xml")),
        ("consolidated.xml", UN, ("un_sc", "xml")),
        ("sdn.csv", b"", ("us_ofac_sdn", "sdn")),
        ("sdn.csv", b"<!DOCTYPE html><html>", ("us_ofac_sdn", "sdn")),
        ("consolidated.xml", b"", None),
        ("sdn_advanced.xml", ADVANCED, None),
        ("SDN_ENHANCED.XML", ENHANCED, None),
        ("cons_prim.pip", MAIN, None),
        ("cons_prim.del", MAIN.replace(b",", b"@"), None),
        ("cons_prim.ff", MAIN, None),
        ("numbers.csv", b"1,2\r\n", None),
        ("customers.csv", b"id,name,country\r\n1,Sample,Cuba\r\n", None),
    ],
)
def test_a_file_is_told_by_content_and_name(name: str, head: bytes, expected: tuple[str, str] | None) -> None:
    """Only one list claims a file."""
    claims = [
        (list_id, part)
        for list_id in ("un_sc", "us_ofac_cons", "us_ofac_sdn")
        if (part := registry.recognise(list_id, name, head))
    ]
    assert claims == ([expected] if expected else [])


@needs_shared
def test_no_other_publishers_file_is_claimed() -> None:
    """All of ../shared/data: OFAC's readers claim OFAC's own simple files and nothing else."""
    claimed = set()
    for path in sorted(DATA.rglob("*")):
        if not path.is_file() or path.suffix in {".xz", ".ZIP"}:
            continue
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as stream:
            head = stream.read(4096)
        name = path.relative_to(DATA).as_posix()
        if any(registry.recognise(item, name, head) for item in ("us_ofac_sdn", "us_ofac_cons")):
            claimed.add(path)
    folders = ("sdn_csv", "sdn_xml", "nonsdn")
    simple = {
        path for folder in folders for path in (DATA / "ofac" / folder).rglob("*") if path.suffix == ".gz"
    }
    assert claimed == {path for path in simple if path.name.endswith((".csv.gz", ".xml.gz"))}
    assert len(claimed) >= 37
