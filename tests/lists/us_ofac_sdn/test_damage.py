"""Whatever the bytes, the readers end with values: listings and problems, each row accounted for."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Listing, Problem, Severity, to_dict

HERE = Path(__file__).resolve().parent
TABLES = {part: (HERE / f"tables.in.{part}.csv").read_bytes() for part in ("sdn", "add", "alt", "comments")}
XML = (HERE / "entries.in.xml.xml").read_bytes()

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "flip", "delete", "insert"]),
        st.floats(0, 1),
        st.binary(min_size=1, max_size=8),
        st.integers(1, 200),
    ),
    max_size=6,
)


def damage(content: bytes, edits: list[tuple[str, float, bytes, int]]) -> bytes:
    """Cut, flip, delete and insert bytes at relative places."""
    for kind, place, data, length in edits:
        at = int(place * len(content))
        if kind == "cut":
            content = content[:at]
        elif kind == "flip":
            content = content[:at] + bytes(255 - byte for byte in content[at : at + 3]) + content[at + 3 :]
        elif kind == "delete":
            content = content[:at] + content[at + length :]
        else:
            content = content[:at] + data + content[at:]
    return content


def check(raw: RawEdition) -> None:
    """Read everything; without a fatal problem, rows in = rows out."""
    results = list(registry.parser("us_ofac_sdn")(raw))
    facts = registry.facts("us_ofac_sdn", raw)
    fatal = [item for item in results if isinstance(item, Problem) and item.severity is Severity.FATAL]
    if not fatal:
        assert facts.rows == sum(item.rows for item in results)
    listings = [item for item in results if isinstance(item, Listing)]
    assert all(to_dict(item)["names"] for item in listings)
    assert len({item.key for item in listings}) == len(listings)


@settings(max_examples=150, deadline=None)
@given(part=st.sampled_from(sorted(TABLES)), edits=EDITS)
def test_damaged_tables_never_raise(part: str, edits: list[tuple[str, float, bytes, int]]) -> None:
    """Any of the four tables may be damaged."""
    check(RawEdition({**TABLES, part: damage(TABLES[part], edits)}))


@settings(max_examples=150, deadline=None)
@given(edits=EDITS)
def test_damaged_xml_never_raises(edits: list[tuple[str, float, bytes, int]]) -> None:
    """XML is either well-formed or fatally wrong."""
    check(RawEdition({"xml": damage(XML, edits)}))


@settings(max_examples=60, deadline=None)
@given(content=st.binary(max_size=300), name=st.text(max_size=20))
def test_any_bytes_are_recognised_or_not_without_raising(content: bytes, name: str) -> None:
    """Recognition sees files of any kind."""
    for list_id in ("us_ofac_sdn", "us_ofac_cons"):
        registry.recognise(list_id, name, content)
    check(RawEdition({"sdn": content}))
    check(RawEdition({"xml": content}))


def test_every_cut_of_the_main_table_shows() -> None:
    """A copy cut anywhere but at the end of a row is fatal; a cut between rows misses its end mark."""
    whole = TABLES["sdn"].rstrip(b"\r\n\x1a")
    last = whole.rpartition(b"\n")[0]
    for end in range(1, len(last), 7):
        results = list(registry.parser("us_ofac_sdn")(RawEdition({"sdn": last[:end]})))
        codes = {item.code for item in results if isinstance(item, Problem)}
        assert codes & {"truncated", "not_this_list", "no_end_mark"}, end
    results = list(registry.parser("us_ofac_sdn")(RawEdition({"sdn": TABLES["sdn"]})))
    assert not {"truncated", "no_end_mark"} & {item.code for item in results if isinstance(item, Problem)}


def test_the_same_parties_in_both_publications_are_the_same_listings() -> None:
    """The golden inputs `tables` and `entries` state the same three parties."""
    rows = {
        item.key: item
        for item in registry.parser("us_ofac_sdn")(RawEdition(TABLES))
        if isinstance(item, Listing)
    }
    entries = [
        item for item in registry.parser("us_ofac_sdn")(RawEdition({"xml": XML})) if isinstance(item, Listing)
    ]
    assert [item.key for item in entries] == ["36", "9001", "9002"]
    for entry in entries:
        row = rows[entry.key]
        for field in ("kind", "names", "birth_dates", "birth_places", "countries", "programmes", "links"):
            assert getattr(row, field) == getattr(entry, field), (entry.key, field)
        assert set(row.identifiers) == set(entry.identifiers)
        assert row.addresses == entry.addresses
        assert (row.contacts, row.genders, row.titles) == (entry.contacts, entry.genders, entry.titles)


def test_an_edition_read_before_gives_equal_listings() -> None:
    """Listings are kept by content between editions; that must not show."""
    first = list(registry.parser("us_ofac_sdn")(RawEdition(TABLES)))
    changed = TABLES["sdn"].replace(b"SAMPLE AIRLINES", b"SAMPLE AIRLINES TWO")
    other = list(registry.parser("us_ofac_sdn")(RawEdition({**TABLES, "sdn": changed}, {"sdn": "new.csv"})))
    assert list(registry.parser("us_ofac_sdn")(RawEdition(TABLES))) == first
    names = [item.caption for item in other if isinstance(item, Listing)]
    assert "SAMPLE AIRLINES TWO" in names
    assert "SAMPLE AIRLINES" not in names
    assert any(item.where.startswith("new.csv") for item in other if isinstance(item, Problem))
