"""Official reference tables come in strictly, keep their hash and day, and decide from that day on."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rules.building import Results, case, decided
from tests.shared import DATA, needs_shared, read_bytes

from licet.errors import UnreadableInputError
from licet.model.problem import Severity
from licet.model.rulebook import Rulebook
from licet.rulebook import load
from licet.rules import chart, controls, exceptions, groups
from licet.rules.kinds import country_chart, licence_exceptions
from licet.usecases.reference_import import Imported, import_reference

REFERENCE = DATA / "reference"
CHART = "country-chart_2026-07-23.json"
CSV = "commerce_country_chart_2025-11-12.csv"
GROUPS = "country-groups_2026-07-23.json"
LIST = "ccl_2026-07-23.json.gz"
CATALOGUE = "license-exception-catalog_2026-07-23.json"
INDEX = "eccn_index_2015-05-20.csv.gz"
ALL = (CHART, CSV, GROUPS, LIST, CATALOGUE, INDEX)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a rulebook folder with every real table imported."""
    made = tmp_path_factory.mktemp("reference")
    import_reference([REFERENCE / name for name in ALL], made)
    return made


@pytest.fixture(scope="module")
def book(folder: Path) -> Rulebook:
    """Return the law with every real table over it."""
    return load((folder,))


def asked(book: Rulebook, eccn: str, destination: str, day: str, **item: Any) -> Results:  # noqa: ANN401  facts
    """Return what the chart says of one item."""
    plain = {
        "activity": "export",
        "actor": {"country": "US"},
        "items": [{"eccn": eccn, "origin": "US", **item}],
        "destination": destination,
        "day": day,
    }
    return decided(country_chart.KIND, case(plain, book))


def rules(results: Results) -> set[str]:
    """Return the rules of the findings."""
    return {item.rule.removeprefix("us.ear.chart.") for item in results.findings}


def given(folder: Path, name: str, content: bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content)
    return path


def refused(path: Path, folder: Path) -> str:
    """Return why a file is refused; nothing may have been written."""
    (done,) = import_reference([path], folder)
    assert done.outcome == "refused"
    assert done.written is None
    assert not list(folder.rglob("us.ear.*.json"))
    return " ".join(item.message for item in done.problems if item.severity is Severity.FATAL)


# the real files


@needs_shared
def test_every_real_table_comes_in_with_its_day_and_hash(folder: Path, book: Rulebook) -> None:
    """And the loader of the rulebook reads what the import wrote."""
    expected = {
        CHART: (chart.TABLE, date(2026, 7, 23), 200),
        CSV: (chart.TABLE, date(2025, 11, 12), 200),
        GROUPS: (groups.TABLE, date(2026, 7, 23), 14),
        LIST: (controls.TABLE, date(2026, 7, 23), 633),
        CATALOGUE: (exceptions.TABLE, date(2026, 7, 23), 28),
    }
    for name, (key, day, rows) in expected.items():
        table = book.table(key, day)
        assert table is not None
        assert (table["dated"], table["rows"]) == (day, rows)
        assert table["source"] == {
            "file": name,
            "sha256": hashlib.sha256((REFERENCE / name).read_bytes()).hexdigest(),
        }
    assert len(list((folder / "tables").iterdir())) == len(ALL)
    assert book.sha256 != load().sha256


@needs_shared
def test_the_same_file_again_changes_nothing(folder: Path) -> None:
    """The bytes are a function of the source."""
    before = {path: path.read_bytes() for path in (folder / "tables").iterdir()}
    done = import_reference([REFERENCE / name for name in ALL], folder)
    assert {item.outcome for item in done} == {"unchanged"}
    assert before == {path: path.read_bytes() for path in (folder / "tables").iterdir()}


@needs_shared
def test_the_rows_that_the_handbook_states_are_those_of_the_issue(book: Rulebook) -> None:
    """What ships and what is imported agree on every row that both hold."""
    shipped = load()
    day = date(2026, 7, 23)
    for key in sorted(shipped.values):
        country = key.removeprefix("us.ear.chart.")
        if country != key and len(country) == 2:
            own = chart.row_of(shipped, country, day)
            issue = chart.row_of(book, country, day)
            assert (own.marks, own.state) == (issue.marks, issue.state), country
    for country in ("IR", "KP", "SY", "CU"):
        assert chart.row_of(book, country, day).state == "part_746"


@needs_shared
@pytest.mark.parametrize("group", ["A:6", "D:1", "D:4", "D:5", "E:1", "E:2"])
def test_the_groups_that_the_handbook_states_are_those_of_the_issue(book: Rulebook, group: str) -> None:
    """Member by member."""
    day = date(2026, 7, 23)
    held = load().value(f"us.ear.country_group.{group}", day)
    table = book.table(groups.TABLE, day)
    assert held is not None
    assert table is not None
    assert sorted(held.value["members"]) == table["content"][group]


@needs_shared
def test_the_issue_of_the_bis_site_holds_until_that_of_the_ecfr(book: Rulebook) -> None:
    """Before 12 November 2025 neither is used."""
    for day, found in (("2025-11-11", set()), ("2025-11-12", {"NS1"}), ("2026-07-22", {"NS1"})):
        assert rules(asked(book, "5A002", "DE", day, reasons=("NS1",))) == found
    told = asked(book, "5A002", "DE", "2026-07-22", reasons=("NS1",)).finding
    assert any("2025-11-12" in fact.value for fact in told.facts)
    later = asked(book, "5A002", "DE", "2026-07-23", reasons=("NS1",)).finding
    assert any("2026-07-23" in fact.value for fact in later.facts)


@needs_shared
@pytest.mark.parametrize(
    ("eccn", "destination", "found"),
    [
        ("5A991", "CN", set()),
        ("3A001.a.1", "CN", {"NS2"}),
        ("3A001.a.1", "HK", {"NS2"}),
        ("3A001.a.1", "MO", {"NS2"}),
        ("3A001.a.1", "SG", {"NS2"}),
        ("3A001.a.1", "DE", set()),
        ("3A090.a", "DE", {"RS"}),
        ("3A090.b", "AE", {"RS"}),
        ("3A090.b", "CN", {"RS"}),
        ("3A090.b", "DE", set()),
        ("3A090.c", "MO", {"RS"}),
        ("3A090.c", "SG", set()),
        ("3B001.k", "CN", {"NS", "RS"}),
        ("3B001.k", "JP", set()),
        ("5A002.a.1", "LI", {"NS1"}),
        ("0A983", "GB", {"CC"}),
        ("9A610.y", "CN", {"RS"}),
        ("3A611.y", "CN", {"RS"}),
        ("3A611.y", "IN", set()),
    ],
)
def test_real_entries_decide_by_paragraph_and_place(
    book: Rulebook, eccn: str, destination: str, found: set[str]
) -> None:
    """Columns, groups, countries, the whole world."""
    assert rules(asked(book, eccn, destination, "2026-07-23")) == found


@needs_shared
def test_an_entry_of_the_itar_and_an_unknown_one_are_asked_about(book: Rulebook) -> None:
    """`subject to the ITAR` is another agency's; an ECCN that is not in the list is never free."""
    assert asked(book, "9A104", "DE", "2026-07-23").questions[0].fact == "items[0].itar"
    unknown = asked(book, "7Z999", "DE", "2026-07-23").questions[0]
    assert unknown.fact == "items[0].reasons"
    assert unknown.decides


@needs_shared
def test_the_index_tells_what_an_eccn_is_called_and_no_reasons(book: Rulebook) -> None:
    """Before the control list of 2026 only the index is there: still a question."""
    question = asked(book, "1C351.d.1", "DE", "2018-05-14").questions[0]
    assert "Abrin" in question.sentence
    assert question.decides


@needs_shared
def test_no_entry_of_the_real_list_is_silently_free(book: Rulebook) -> None:
    """Each has a control, or is another agency's; nothing that was not understood is dropped."""
    table = book.table(controls.TABLE, date(2026, 7, 23))
    assert table is not None
    for eccn, entry in table["content"].items():
        assert entry["controls"] or entry["elsewhere"], eccn
    raw = json.loads(read_bytes(f"reference/{LIST}"))
    for entry in raw["entries"]:
        held = table["content"][entry["eccn"]]["controls"]
        assert len(held) >= len(entry["countryChart"]), entry["eccn"]


@needs_shared
def test_what_the_entry_says_of_exceptions_is_judged(book: Rulebook) -> None:
    """`N/A` in the entry is out of scope."""
    plain = {
        "activity": "export",
        "items": [{"eccn": "5A991", "origin": "US"}],
        "destination": "SG",
        "authorisations": [{"name": "licence exception LVS"}],
        "day": "2026-07-23",
    }
    results = decided(licence_exceptions.KIND, case(plain, book))
    assert "N/A" in results.finding.sentence


# what is damaged


@needs_shared
@pytest.mark.parametrize("name", [CHART, GROUPS, CATALOGUE])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.999])
def test_json_that_is_cut_off_is_refused(tmp_path: Path, name: str, part: float) -> None:
    """It does not parse."""
    whole = read_bytes(f"reference/{name}").rstrip()
    path = given(tmp_path, name, whole[: int(len(whole) * part)])
    with pytest.raises(UnreadableInputError, match="cut off"):
        import_reference([path], tmp_path / "rulebook")


@needs_shared
def test_a_gzip_file_that_is_cut_off_is_refused(tmp_path: Path) -> None:
    """Whatever it held."""
    whole = (REFERENCE / LIST).read_bytes()
    with pytest.raises(UnreadableInputError, match="cut off"):
        import_reference([given(tmp_path, LIST, whole[:-100])], tmp_path / "rulebook")


@needs_shared
@pytest.mark.parametrize("lines", [20, 100, 200, 209, 210])
def test_the_csv_of_the_chart_without_its_end_is_refused(tmp_path: Path, lines: int) -> None:
    """At a line's end nothing else would tell; the last country is missing, or its row is cut."""
    whole = read_bytes(f"reference/{CSV}").splitlines(keepends=True)
    assert len(whole) > lines
    assert refused(given(tmp_path, CSV, b"".join(whole[:lines])), tmp_path / "rulebook")


@needs_shared
def test_rows_that_the_file_counts_otherwise_are_refused(tmp_path: Path) -> None:
    """The chart, the list and the catalogue tell how many they hold."""
    for name, field in ((CHART, "countries"), (LIST, "entries"), (CATALOGUE, "exceptions")):
        plain = json.loads(read_bytes(f"reference/{name}"))
        rows = plain[field]
        if isinstance(rows, dict):
            rows.pop("Angola")
        else:
            rows.pop()
        path = given(tmp_path, "less.json", json.dumps(plain).encode())
        assert "though the file says" in refused(path, tmp_path / "rulebook")


@needs_shared
def test_a_group_without_a_member_that_its_country_has_is_refused(tmp_path: Path) -> None:
    """Both tellings of the file must agree."""
    plain = json.loads(read_bytes(f"reference/{GROUPS}"))
    plain["groups"]["D:5"].remove("Haiti")
    path = given(tmp_path, GROUPS, json.dumps(plain).encode())
    assert "Haiti is in D:5 by country" in refused(path, tmp_path / "rulebook")


@needs_shared
@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (b"\nAngola,X,X", b"\nAngola,X,Y", "no X"),
        (b"\nAngola,", b"\nAngolandia,", "no country"),
        (b"Countries,CB 1,CB 2", b"Countries,CB 1,CB 9", "columns"),
        (b"\nAngola,X,X,,X,,X,X,X,X,X,,X,X,X,", b"\nAngola,,,,,,,,,,,,,,,", "blank"),
        (b"\nAngola,X,", b"\nAngola,", "fields"),
    ],
)
def test_a_chart_that_is_not_as_it_should_be_is_refused(
    tmp_path: Path, before: bytes, after: bytes, says: str
) -> None:
    """A blank row that part 746 does not govern is never taken as free."""
    whole = read_bytes(f"reference/{CSV}").replace(b"\r\n", b"\n")
    assert before in whole
    message = refused(given(tmp_path, CSV, whole.replace(before, after, 1)), tmp_path / "rulebook")
    assert says in message.replace("not X", "no X")


@needs_shared
def test_a_file_that_tells_no_day_needs_it_stated(tmp_path: Path) -> None:
    """And a day that contradicts the file is refused."""
    path = given(tmp_path, "export.csv", read_bytes(f"reference/{CSV}"))
    assert "--dated" in refused(path, tmp_path / "rulebook")
    (done,) = import_reference([path], tmp_path / "rulebook", dated=date(2025, 11, 12))
    assert (done.outcome, done.dated) == ("imported", date(2025, 11, 12))
    other = given(tmp_path, CHART, read_bytes(f"reference/{CHART}"))
    (done,) = import_reference([other], tmp_path / "rulebook", dated=date(2026, 1, 1))
    assert done.outcome == "refused"


@needs_shared
def test_a_new_issue_with_far_fewer_rows_is_refused(tmp_path: Path) -> None:
    """The one before it stays."""
    folder = tmp_path / "rulebook"
    import_reference([REFERENCE / LIST], folder)
    plain: dict[str, Any] = json.loads(read_bytes(f"reference/{LIST}"))
    plain["entries"] = [entry for entry in plain["entries"] if entry["eccn"] not in _some(plain)]
    plain["entryCount"], plain["ecfrIssueDate"] = len(plain["entries"]), "2026-08-01"
    path = given(tmp_path, "next.json.gz", gzip.compress(json.dumps(plain).encode()))
    (done,) = import_reference([path], folder)
    assert done.outcome == "refused"
    assert [item.name for item in (folder / "tables").iterdir()] == [f"{controls.TABLE}.2026-07-23.json"]


def _some(plain: Mapping[str, Any]) -> set[str]:
    return {entry["eccn"] for entry in plain["entries"][100:140]}


@needs_shared
def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It says what it would do."""
    (done,) = import_reference([REFERENCE / GROUPS], tmp_path, dry_run=True)
    assert (done.outcome, done.written) == ("would import", None)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"a,b\n1,2\n", b"\x00\xff", b"[1]", b'{"countries": 1, "columns": 2}']
)
def test_what_is_no_reference_table_is_told(tmp_path: Path, content: bytes) -> None:
    """One sentence that names the file."""
    path = given(tmp_path, "thing.json", content)
    with pytest.raises(UnreadableInputError, match=r"thing\.json"):
        import_reference([path], tmp_path / "rulebook")
    with pytest.raises(UnreadableInputError, match=r"absent\.json"):
        import_reference([tmp_path / "absent.json"], tmp_path / "rulebook")


def test_an_import_tells_what_it_is() -> None:
    """The result names the file, the table, the day and the hash."""
    assert {"file", "id", "dated", "rows", "sha256", "outcome"} <= set(Imported.__dataclass_fields__)
