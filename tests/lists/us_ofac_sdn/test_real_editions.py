"""The SDN and non-SDN readers on the files that OFAC published."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

import pytest
from tests.shared import DATA, needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.lists.formats.ofac_table import read_rows
from licet.model import Listing, Problem, Severity

pytestmark = needs_shared

SDN, CONS = "us_ofac_sdn", "us_ofac_cons"
WIDTHS = {"sdn": 12, "prim": 12, "add": 6, "alt": 5, "comments": 2}
HISTORY = "ofac/sdn_history/ofac_sdn_csv_2021-08-18_2024-05-04.tar.xz"


def stated_rows() -> dict[str, int]:
    """Rows of each OFAC file by the table in ../shared/data/README.md."""
    if not DATA.is_dir():
        return {}
    stated = {}
    for line in (DATA / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        readable = line.startswith("| ofac/") and cells[0].endswith((".csv.gz", ".xml.gz"))
        if readable and "/advanced/" not in cells[0]:
            stated[cells[0]] = int(cells[4])
    return stated


ROWS = stated_rows()


def list_and_part(name: str) -> tuple[str, str]:
    """Let the readers themselves say what a file is."""
    known = registry.recognise_any(name.removesuffix(".gz"), read_bytes(name)[:4096])
    assert known is not None, name
    return known


def editions() -> dict[str, dict[str, str]]:
    """Every folder of OFAC files as an edition of its list; folders without a main table are left out."""
    found: dict[str, dict[str, str]] = {}
    for name in ROWS:
        list_id, part = list_and_part(name)
        layout = "xml" if part == "xml" else "csv"
        found.setdefault(f"{list_id} {layout} {name.split('/')[2]}", {})[part] = name
    return {label: parts for label, parts in found.items() if {"sdn", "prim", "xml"} & set(parts)}


def listings(list_id: str, raw: RawEdition) -> dict[str, Listing]:
    """Listings by key."""
    return {item.key: item for item in registry.parser(list_id)(raw) if isinstance(item, Listing)}


@pytest.mark.parametrize("name", ROWS)
def test_every_file_holds_the_rows_that_its_description_states(name: str) -> None:
    """Main tables, addresses, aliases, comments and XML alike."""
    list_id, part = list_and_part(name)
    content = read_bytes(name)
    if part == "xml":
        facts = registry.facts(list_id, RawEdition({"xml": content}))
        assert (facts.rows, facts.declared) == (ROWS[name], ROWS[name])
        assert str(facts.published) == name.split("/")[2]
    else:
        assert read_rows(content, part, WIDTHS[part]).count == ROWS[name]


EDITIONS = editions()


@pytest.mark.parametrize("label", EDITIONS)
def test_every_row_of_an_edition_is_read_or_reported(label: str) -> None:
    """Rows in = listings + row problems, none fatal, and under one value in 500 listings not understood."""
    list_id, raw = (
        label.split(maxsplit=1)[0],
        RawEdition({part: read_bytes(name) for part, name in EDITIONS[label].items()}),
    )
    results = list(registry.parser(list_id)(raw))
    problems = [item for item in results if isinstance(item, Problem)]
    assert registry.facts(list_id, raw).rows == sum(item.rows for item in results)
    assert not [item for item in problems if item.severity is Severity.FATAL]
    ends = {"remarks_cut", "duplicate_key"}
    odd = [item for item in problems if item.severity is Severity.FIELD and item.code not in ends]
    assert len(odd) <= max(1, len(results) // 500)


def test_the_editions_are_all_there() -> None:
    """11 folders of sdn.csv, 2 sdn.xml, 2 cons_prim.csv, 4 consolidated.xml."""
    assert len(EDITIONS) == 19


@pytest.mark.parametrize(
    ("before", "after", "numbers"),
    [
        ("2022-02-23", "2022-02-25", (93, 0, 4)),
        ("2024-02-20", "2024-02-23", (553, 0, 8)),
        ("2024-02-23", "2024-05-03", (587, 106, 31)),
        ("2022-12-28", "2023-06-29", (1281, 80, 65)),
    ],
)
def test_changes_between_editions(before: str, after: str, numbers: tuple[int, int, int]) -> None:
    """Added, removed and changed uids; a changed row is a changed listing."""
    raws = [RawEdition({"sdn": read_bytes(f"ofac/sdn_csv/{day}/sdn.csv.gz")}) for day in (before, after)]
    old, new = (listings(SDN, raw) for raw in raws)
    rows = [{fields[0]: fields for _, fields in read_rows(raw.parts["sdn"], "sdn", 12).rows} for raw in raws]
    raw_changed = {key for key in rows[0].keys() & rows[1].keys() if rows[0][key] != rows[1][key]}
    changed = {key for key in old.keys() & new.keys() if old[key] != new[key]}
    assert (len(new.keys() - old.keys()), len(old.keys() - new.keys()), len(raw_changed)) == numbers
    assert changed == raw_changed


def test_csv_and_xml_of_one_week_agree() -> None:
    """sdn.csv of 2024-05-03 and sdn.xml of 2024-05-07 give the same parties, dates and identifiers."""
    raw_csv = RawEdition({"sdn": read_bytes("ofac/sdn_csv/2024-05-03/sdn.csv.gz")})
    results = list(registry.parser(SDN)(raw_csv))
    cut = {item.where.split()[-1] for item in results if isinstance(item, Problem) and "cut" in item.code}
    rows = {item.key: item for item in results if isinstance(item, Listing)}
    entries = listings(SDN, RawEdition({"xml": read_bytes("ofac/sdn_xml/2024-05-07/sdn.xml.gz")}))
    assert len(entries.keys() - rows.keys()) == 1
    assert not rows.keys() - entries.keys()
    whole = rows.keys() - cut

    def differing(field: str, keys: set[str]) -> set[str]:
        return {key for key in keys if set(getattr(rows[key], field)) != set(getattr(entries[key], field))}

    assert not differing("birth_dates", set(rows))
    assert not differing("programmes", set(rows))
    for field in ("countries", "birth_places", "contacts", "genders"):
        assert not differing(field, whole), field
    # 44718 was given another passport in those four days; the former tail number of 27197 stands in alt.csv
    assert differing("identifiers", whole) == {"44718", "27197"}
    assert len(differing("links", whole)) < 100
    assert {key for key in rows if rows[key].kind is not entries[key].kind} == set()
    # the CSV turns double quotes into single ones
    assert {key for key in rows if rows[key].caption != entries[key].caption} == {"18318"}


def test_csv_and_xml_of_one_download_agree_on_names_and_addresses() -> None:
    """The non-SDN files of 2018-04-06 came together: all names, and all but a few addresses, are equal."""
    folder = "ofac/nonsdn/2018-04-06"
    tables = {part: read_bytes(f"{folder}/cons_{part}.csv.gz") for part in ("prim", "add", "alt")}
    rows = listings(CONS, RawEdition(tables))
    entries = listings(CONS, RawEdition({"xml": read_bytes(f"{folder}/consolidated.xml.gz")}))
    assert rows.keys() == entries.keys()
    names = {key for key in rows if set(rows[key].names) != set(entries[key].names)}
    texts = {
        key
        for key in rows
        if {item.text for item in rows[key].addresses} != {item.text for item in entries[key].addresses}
    }
    assert len(names) <= 1, names
    assert len(texts) <= 1, texts


def test_the_empty_file_that_ends_the_history_is_refused() -> None:
    """2024-05-04: 0 bytes under the name of the list must delist nobody."""
    name = "sdn/2024-05-04T013619Z.csv"
    assert registry.recognise_any(name, b"") == (SDN, "sdn")
    results = list(registry.parser(SDN)(RawEdition({"sdn": b""})))
    assert [(item.code, item.severity) for item in results if isinstance(item, Problem)] == [
        ("empty", Severity.FATAL)
    ]


def history() -> Iterator[tuple[str, bytes]]:
    """Every version of the archive."""
    with tarfile.open(DATA / HISTORY) as archive:
        for member in archive:
            stream = archive.extractfile(member)
            if stream and member.name.endswith(".csv"):
                yield member.name, stream.read()


@pytest.mark.slow
def test_every_version_of_the_history_is_read_whole() -> None:
    """308 versions: as many listings as the index says rows, none fatal, every version recognised by name."""
    with tarfile.open(DATA / HISTORY) as archive:
        stream = archive.extractfile("INDEX.tsv")
        assert stream is not None
        lines = stream.read().decode().splitlines()[1:]
    stated = {line.split("\t")[0]: int(line.split("\t")[4] or 0) for line in lines}
    seen = 0
    for name, content in history():
        if not content:
            continue
        assert registry.recognise_any(name, content[:4096]) == (SDN, "sdn"), name
        results = list(registry.parser(SDN)(RawEdition({"sdn": content})))
        assert sum(isinstance(item, Listing) for item in results) == stated[name], name
        assert not [item for item in results if isinstance(item, Problem) and item.severity is Severity.FATAL]
        seen += 1
    assert seen == 308
