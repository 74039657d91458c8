"""Parquet screened in columns gives what screening row by row gives, byte for byte."""

from __future__ import annotations

import csv
import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.corpora import TODAY, corpus_of, party
from tests.screening import FACTS
from tests.shared import needs_shared, read_bytes

from licet.errors import UnreadableInputError
from licet.lists import registry
from licet.lists.base import RawEdition
from licet.match import View, explain, screen_many
from licet.match.sieve import NameColumns, Sieve
from licet.model import Address, Listing, MatchPolicy, Name, PartialDate, PartyKind, Subject
from licet.tables import Mapping
from licet.usecases import screen_batches
from licet.usecases.comparable import comparable
from licet.usecases.screen import screen_file
from licet.usecases.screen_types import Layout, Outcome, Progress, RunSummary, ScreenOptions

LISTED = (
    Listing(
        "dpl",
        "V1",
        PartyKind.PERSON,
        (Name("Sergei Ivanovich Voronin"), Name("Сергей Воронин")),
        birth_dates=(PartialDate.day(1961, 3, 4),),
        countries=("RU",),
    ),
    party("K1", "Khazar Petrochemical Trading Company", kind=PartyKind.ORGANISATION),
    party("A1", "Anna Maria Kowalska", kind=PartyKind.PERSON),
    party("Z1", "张伟", kind=PartyKind.PERSON),
    Listing(
        "dpl",
        "S1",
        PartyKind.ADDRESS,
        (Name("Address 01"),),
        addresses=(Address("Flat 1, 22 Wing Lok Street"),),
    ),
)
NAMES = (
    *(
        "Sergei Voronin",
        "Sergey Ivanovich Voronin",
        "VORONIN, Sergei",
        "Sergei  Voronine",
        "Sergej Woronin",
        "Voronin",
    ),
    *(
        "Khazar Petrochemical",
        "Khazar Petrochemical Trading Co.",
        "Blue Sky Ltd t/a Khazar Petrochemical Trading",
    ),
    *(
        "Anna Kowalski",
        "anna\u00a0maria\u3000kowalska",
        "Маria Kowalska",
        "张伟",
        "Zhang Wei",
        "Jürgen Müller",
        "Bäckerei",
    ),
    *(
        "John Smith; Sergei Voronin",
        "Jane Doe | Jim Doe",
        "Jane\nSergei Voronin",
        "-",
        " -- ",
        "n/A",
        "",
        " ",
        ".",
        "???",
    ),
    *("!!!", "😀", "---", "&", "Sergei Voronin; 😀", "Bakery t/a !!!", "\u0e3f|張", "々", "™", "ᏣᎳᎩ"),
    *("Sergei\x00 Voronin", "a" * 1001, "Peter" * 150, "X", "Jane Example", "\u2028", "Jane\u2009Example "),
)
CELLS: dict[str, Sequence[object]] = {
    "name": (None, *NAMES),
    "first": (None, "", "-", "Sergei", "Anna Maria", "\tSergei  Ivanovich\n", "Jane"),
    "last": (None, "", "Voronin", "Kowalska", "n/a", "Smith|Voronin"),
    "alias": (None, "", "S. Voronin; Nobody", "Sergei Voronin", "-"),
    "kind": (None, "", "Person", "company", "ship", "bogus", " individual "),
    "born": (
        None,
        "",
        "1961-03-04",
        "04.03.1961",
        "04/03/1961",
        "1961",
        "1900-01-01",
        "soon",
        "n/a",
        "ca. 1961; 1970",
    ),
    "country": (None, "", "RU", "Russia", "Germany / Russia", "Atlantis", "-", "PL"),
    "street": (None, "", "Flat 1, 22 Wing Lok Street", "22 Wing Lok Street"),
    "passport": (None, "", "-", "AB1234567", "none"),
}
FIELDS = {
    "name": "name",
    "first": "firstName",
    "last": "lastName",
    "alias": "alias",
    "kind": "schema",
    "born": "birthDate",
    "country": "country",
    "street": "address",
    "passport": "passportNumber",
}
LAYOUTS = (
    ("name",),
    ("name", "born", "country"),
    ("name", "kind", "born"),
    ("first", "last", "born"),
    ("name", "alias", "country"),
    ("name", "first", "kind"),
    ("name", "street", "passport"),
    tuple(CELLS),
)


class ByRows:
    """The real matcher, asked for one row at a time."""

    def __init__(self, view: View, **facts: object) -> None:
        self.view = view
        self.policy = MatchPolicy()
        self.facts = FACTS | facts
        self.asked = 0

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Screen subjects in order."""
        for found in screen_many(self.view, subjects, self.policy):
            self.asked += 1
            yield Outcome(found)

    def run_facts(self) -> dict[str, object]:
        """Return what pins the answers."""
        return dict(self.facts)


class InColumns(ByRows):
    """The same with its sieve."""

    threads = 2

    def sieve(self, columns: NameColumns) -> Sieve:
        """Return the sieve."""
        return Sieve(self.view, self.policy, columns, self.threads)


@pytest.fixture(scope="module")
def view() -> View:
    return corpus_of(LISTED).view(TODAY)


def parquet(path: Path, columns: Sequence[str], rows: Sequence[Sequence[object]], types: str = "") -> Path:
    fields = ", ".join(f'"{name}" {types or "VARCHAR"}' for name in columns)
    with duckdb.connect() as base:
        base.execute(f"CREATE TABLE made ({fields})")
        if rows:
            marks = ", ".join("?" * len(columns))
            base.executemany(f"INSERT INTO made VALUES ({marks})", rows)  # noqa: S608  only marks
        base.execute(f"COPY made TO '{path}' (FORMAT parquet)")
    return path


def run(path: Path, target: Path, screener: ByRows, options: ScreenOptions) -> RunSummary:
    return screen_file(path, target, screener=screener, options=options, on_progress=lambda _: None)


def assert_alike(path: Path, view: View, options: ScreenOptions, **facts: object) -> tuple[ByRows, InColumns]:
    """Screen both ways; the output, the run sheet and the summary must be the same."""
    rows, columns = ByRows(view, **facts), InColumns(view, **facts)
    one = run(path, path.with_name("out.parquet"), rows, options)
    made = one.target.read_bytes(), one.sidecar.read_bytes()
    two = run(path, path.with_name("out.parquet"), columns, options)
    assert (two.target.read_bytes(), two.sidecar.read_bytes()) == made
    assert two == one
    return rows, columns


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    columns = draw(st.sampled_from(LAYOUTS))
    row = st.tuples(*(st.sampled_from(CELLS[name]) for name in columns))
    return columns, draw(st.lists(row, min_size=1, max_size=40))


@settings(max_examples=15, deadline=None)
@given(made=tables(), layout=st.sampled_from(Layout), hits_only=st.booleans(), seen=st.booleans())
def test_both_ways_give_the_same_bytes(
    made: tuple[tuple[str, ...], list[tuple[object, ...]]],
    layout: Layout,
    hits_only: bool,
    seen: bool,
    view: View,
) -> None:
    columns, rows = made
    options = ScreenOptions(
        mapping=Mapping.parse([f"{name}={FIELDS[name]}" for name in columns]),
        detect=False,
        layout=layout,
        hits_only=hits_only,
        explain=lambda found: "; ".join(explain(found).lines),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = parquet(Path(folder) / "in.parquet", columns, rows)
        assert_alike(path, view, options, incomplete=[] if seen else ["eu_fsf has no edition"])


def test_every_name_of_the_pool_is_judged_alike_by_both_ways(tmp_path: Path, view: View) -> None:
    rows = [
        (name, kind, born) for name in NAMES for kind in ("Person", "company", None) for born in CELLS["born"]
    ]
    path = parquet(tmp_path / "in.parquet", ("name", "kind", "born"), rows)
    mapping = Mapping.parse(["name=name", "kind=schema", "born=birthDate"])
    by_rows, in_columns = assert_alike(path, view, ScreenOptions(mapping=mapping))
    assert 0 < in_columns.asked < by_rows.asked


def test_rows_without_a_hit_are_not_screened_one_by_one(tmp_path: Path, view: View) -> None:
    rows = [(f"Jane Example {at}",) for at in range(500)] + [("Sergei Voronin",)]
    path = parquet(tmp_path / "in.parquet", ("name",), rows)
    by_rows, in_columns = assert_alike(path, view, ScreenOptions())
    assert (by_rows.asked, in_columns.asked) == (501, 1)


def test_agreeing_fields_that_lift_a_name_to_the_threshold_are_not_missed(tmp_path: Path, view: View) -> None:
    rows = [(name, born, "RU") for name in NAMES for born in (dt.date(1961, 3, 4), dt.date(1999, 1, 1), None)]
    path = tmp_path / "in.parquet"
    with duckdb.connect() as base:
        base.execute("CREATE TABLE made (name VARCHAR, dob DATE, country VARCHAR)")
        base.executemany("INSERT INTO made VALUES (?, ?, ?)", rows)
        base.execute(f"COPY made TO '{path}' (FORMAT parquet)")
    assert_alike(path, view, ScreenOptions())


@pytest.mark.parametrize(
    ("kind", "born"),
    [
        ("DATE", "DATE '1961-03-04'"),
        ("TIMESTAMP", "TIMESTAMP '1961-03-04 10:00:00'"),
        ("INTEGER", "1961"),
        ("UBIGINT", "19610304"),
        ("DOUBLE", "1961.0"),
        ("VARCHAR[]", "['1961', 'soon']"),
        ("BOOLEAN", "true"),
    ],
)
def test_birth_dates_of_any_type_are_read_alike(tmp_path: Path, view: View, kind: str, born: str) -> None:
    path = tmp_path / "in.parquet"
    rows = f"(VALUES ('Sergei Voronine', {born}::{kind}), ('Sergei Voronin', NULL)) made(name, dob)"
    duckdb.sql(f"COPY (SELECT * FROM {rows}) TO '{path}' (FORMAT parquet)")  # noqa: S608  of this test's own
    assert_alike(path, view, ScreenOptions(mapping=Mapping.parse(["dob=birthDate"])))


def test_a_run_in_columns_that_is_stopped_goes_on_to_the_same_bytes(
    tmp_path: Path, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_batches, "_AT_ONCE", 64)
    rows = [(NAMES[at % len(NAMES)], str(at)) for at in range(300)]
    path = parquet(tmp_path / "in.parquet", ("name", "ref"), rows)
    whole = run(path, tmp_path / "whole.parquet", ByRows(view), ScreenOptions())
    target = tmp_path / "out.parquet"

    def stop(done: Progress) -> None:
        if done.rows >= 128:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_file(path, target, screener=InColumns(view), options=ScreenOptions(), on_progress=stop)
    resumed = run(path, target, InColumns(view), ScreenOptions(resume=True))
    assert resumed.resumed == 128
    assert target.read_bytes() == whole.target.read_bytes()


def test_a_run_begun_in_columns_goes_on_row_by_row(
    tmp_path: Path, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_batches, "_AT_ONCE", 64)
    path = parquet(tmp_path / "in.parquet", ("name",), [(NAMES[at % len(NAMES)],) for at in range(200)])
    target = tmp_path / "out.parquet"

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        screen_file(path, target, screener=InColumns(view), options=ScreenOptions(), on_progress=stop)
    run(path, target, ByRows(view), ScreenOptions(resume=True, batch=7))
    assert (
        target.read_bytes()
        == run(path, tmp_path / "w.parquet", ByRows(view), ScreenOptions()).target.read_bytes()
    )


def test_no_way_tells_no_hit_of_a_name_that_holds_nothing_to_compare(tmp_path: Path, view: View) -> None:
    letters = (chr(code) for code in (*range(0x21, 0x3000), *range(0x1F300, 0x1F700)))
    rows = [(f"{letter} {letter}",) for letter in letters if not letter.isspace() and not comparable(letter)]
    rows = [row for row in rows if row[0] not in {"- -", ". .", "; ;", "| |"} and row[0].isprintable()]
    assert len(rows) > 3000
    path = parquet(tmp_path / "in.parquet", ("name",), rows)
    by_rows, in_columns = assert_alike(path, view, ScreenOptions(mapping=Mapping.parse(["name=name"])))
    assert (by_rows.asked, in_columns.asked) == (0, 0)
    with duckdb.connect() as base:
        base.execute(f"SELECT DISTINCT scr_status FROM '{tmp_path / 'out.parquet'}'")  # noqa: S608  our own
        assert base.fetchall() == [("not_screened",)]


@pytest.mark.parametrize("threads", [1, 2, 3, 8])
def test_the_number_of_threads_changes_nothing(tmp_path: Path, view: View, threads: int) -> None:
    path = parquet(tmp_path / "in.parquet", ("name",), [(NAMES[at % len(NAMES)],) for at in range(2000)])
    screener = InColumns(view)
    screener.threads = threads
    found = run(path, tmp_path / "out.parquet", screener, ScreenOptions())
    assert (
        found.target.read_bytes()
        == run(path, tmp_path / "w.parquet", ByRows(view), ScreenOptions()).target.read_bytes()
    )


def test_a_damaged_page_is_told_as_a_file_that_cannot_be_read(tmp_path: Path, view: View) -> None:
    rows = [(f"{at * 7919 % 100003} Jane Example",) for at in range(5000)]
    path = parquet(tmp_path / "in.parquet", ("name",), rows)
    content = bytearray(path.read_bytes())
    content[200:1200] = bytes(1000)
    path.write_bytes(bytes(content))
    with pytest.raises(UnreadableInputError):
        run(
            path,
            tmp_path / "out.parquet",
            InColumns(view),
            ScreenOptions(mapping=Mapping.parse(["name=name"]), detect=False),
        )


@needs_shared
def test_real_customers_and_listed_names_are_judged_alike_by_both_ways(tmp_path: Path) -> None:
    listed = real_listings()
    seen = corpus_of(listed, overlay=()).view(TODAY)
    rows: list[tuple[object, ...]] = []
    for at, item in enumerate(listed[::30]):
        born = item.birth_dates[0].iso if item.birth_dates and at % 2 else ""
        rows.append((item.names[-1].text, "person" if at % 3 else None, born, (*item.countries, "DE")[0]))
    customers = csv.DictReader(read_bytes("names/chadwick_persons_2026-07-01.csv.gz").decode().splitlines())
    for customer in islice(customers, 0, 60_000, 40):
        name = f"{customer['name_given']} {customer['name_last']}"
        rows.append((name, "person", customer["birth_year"] or None, "US"))
    path = parquet(tmp_path / "in.parquet", ("name", "kind", "dob", "country"), rows)
    by_rows, in_columns = assert_alike(path, seen, ScreenOptions())
    assert by_rows.asked == len(rows)
    assert in_columns.asked < len(listed[::30]) + 0.05 * len(rows)


def real_listings() -> list[Listing]:
    """Return the parties of a real list."""
    raw = RawEdition({"xml": read_bytes("ofac/sdn_xml/2024-05-07/sdn.xml.gz")})
    return [item for item in registry.parser("us_ofac_sdn")(raw) if isinstance(item, Listing) and item.names]
