"""Fetching lists into a real store from a real server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from tests.loopback import Behaviour, data, in_turn, loopback, redirects, silent, states, status
from tests.shared import DATA, needs_shared, read_bytes
from tests.usecases.sync_bench import OPTIONS, START, Bench, serve_parts, un_xml

from licet.lists import registry
from licet.lists.base import ListFormat, ListSpec, PartSpec, RawEdition
from licet.store import open_store
from licet.usecases.lists_import import Imported, Receipt, import_edition
from licet.usecases.lists_sync import SyncKind, SyncOptions, SyncOutcome, sync


@pytest.fixture(name="bench")
def built_bench(tmp_path: Path) -> Iterator[Bench]:
    """A new store and a running server."""
    with loopback() as server, open_store(f"sqlite:///{tmp_path}/licet.db", tmp_path / "archive") as store:
        yield Bench(store, server)


def test_a_new_edition_is_in_use_with_everything_logged(bench: Bench) -> None:
    """Address, instant, status, size, hash and validators: the evidence that lists are current."""
    body = un_xml(1, 2, 3)
    bench.serve(
        "/un/consolidated.xml", data(body, ETag='"v1"', Last_Modified="Fri, 27 Feb 2026 00:00:00 GMT")
    )
    (outcome,) = bench.sync(bench.un)
    assert (outcome.kind, outcome.ok, outcome.detail) == (SyncKind.NEW, True, "")
    assert outcome.edition is not None
    assert (outcome.edition.published, outcome.edition.listings) == (date(2026, 2, 27), 3)
    assert outcome.edition.files[0].name == "consolidated.xml"
    (entry,) = bench.log("un_sc")
    url = f"{bench.server.url}/un/consolidated.xml"
    assert (entry.url, entry.final_url, entry.outcome, entry.status) == (url, url, "new", 200)
    assert (entry.size, entry.sha256) == (len(body), outcome.edition.sha256)
    assert (entry.etag, entry.last_modified) == ('"v1"', "Fri, 27 Feb 2026 00:00:00 GMT")
    assert START <= entry.at <= outcome.edition.known


def test_what_did_not_change_is_neither_sent_nor_parsed_again(bench: Bench) -> None:
    """But it counts as a receipt: the list is as fresh as the answer."""
    bench.serve("/un/consolidated.xml", data(un_xml(1, 2), ETag='"v1"'))
    kinds = [bench.sync(bench.un)[0].kind for _ in range(3)]
    assert kinds == [SyncKind.NEW, SyncKind.NOT_MODIFIED, SyncKind.NOT_MODIFIED]
    assert len(bench.calls) == 1
    log = bench.log("un_sc")
    assert [(item.outcome, item.status, item.size) for item in log[1:]] == [("not_modified", 304, 0)] * 2
    assert {item.sha256 for item in log} == {log[0].sha256}
    assert bench.store.last_receipt("un_sc", START + timedelta(days=1)) == log[-1].at


def test_the_same_bytes_sent_again_are_the_same_edition(bench: Bench) -> None:
    """A server without validators; nothing is parsed."""
    bench.serve("/un/consolidated.xml", data(un_xml(1, 2)))
    assert [bench.sync(bench.un)[0].kind for _ in range(2)] == [SyncKind.NEW, SyncKind.SAME]
    assert len(bench.calls) == 1
    assert [item.outcome for item in bench.log("un_sc")] == ["new", "same"]


def test_full_asks_for_the_bytes_in_any_case(bench: Bench) -> None:
    """For a server whose 304 is not to be trusted."""
    bench.serve("/un/consolidated.xml", data(un_xml(1, 2), ETag='"v1"'))
    bench.sync(bench.un)
    (outcome,) = bench.sync(bench.un, options=replace(OPTIONS, full=True))
    assert outcome.kind is SyncKind.SAME
    assert "if-none-match" not in bench.server.seen[-1].headers


def test_a_changed_list_is_a_second_edition(bench: Bench) -> None:
    """One added, one removed."""
    first = data(un_xml(1, 2, 3), ETag='"v1"')
    second = data(un_xml(2, 3, 4, day="2026-02-28"), ETag='"v2"')
    bench.serve("/un/consolidated.xml", in_turn(first, second))
    bench.sync(bench.un)
    row = bench.sync(bench.un)[0].to_dict()
    assert (row["outcome"], row["published"], row["added"], row["removed"]) == ("new", "2026-02-28", 1, 1)


def test_a_refused_edition_leaves_the_last_good_one_and_is_no_receipt(bench: Bench) -> None:
    """Most parties gone at once: the reasons are told, and the list grows old until someone looks."""
    bench.serve("/un/consolidated.xml", in_turn(data(un_xml(*range(10))), data(un_xml(1, day="2026-02-28"))))
    bench.sync(bench.un)
    fresh = bench.store.last_receipt("un_sc", START + timedelta(days=1))
    (outcome,) = bench.sync(bench.un)
    assert outcome.kind is SyncKind.REFUSED
    assert "fewer" in outcome.detail
    assert "the edition 2026-02-27/" in outcome.detail
    assert bench.parties("un_sc") == 10
    entry = bench.log("un_sc")[-1]
    assert (entry.outcome, entry.status) == ("refused", 200)
    assert bench.store.last_receipt("un_sc", START + timedelta(days=1)) == fresh


def test_a_refused_edition_can_be_accepted_although_the_publisher_says_unchanged(bench: Bench) -> None:
    """The 304 speaks of bytes that we have but do not use."""
    second = data(un_xml(1, day="2026-02-28"), ETag='"v2"')
    bench.serve("/un/consolidated.xml", in_turn(data(un_xml(*range(10)), ETag='"v1"'), second))
    bench.sync(bench.un)
    assert [bench.sync(bench.un)[0].kind for _ in range(2)] == [SyncKind.REFUSED, SyncKind.REFUSED]
    (outcome,) = bench.sync(bench.un, options=replace(OPTIONS, accept="read the press release"))
    assert bench.server.seen[-1].headers["if-none-match"] == '"v2"'
    assert outcome.kind is SyncKind.NEW
    assert "read the press release" in str(outcome.to_dict()["accepted"])
    assert bench.parties("un_sc") == 1


@pytest.mark.parametrize(
    ("behaviour", "code", "says"),
    [
        (status(404), 404, "no file at this address"),
        (status(500), 500, "server has failed"),
        (silent(30, b"x"), None, "silent"),
        (states(10_000, un_xml(1)), 200, "broke off"),
        (states(100, un_xml(1)), 200, "sent more"),
        (data(b"<html>maintenance</html>"), 200, "web page"),
        (data(b""), 200, "empty file"),
        (redirects("http://localhost:1/x"), 302, "does not name"),
    ],
    ids=["404", "500", "silent", "cut", "lie", "html", "empty", "host"],
)
def test_a_list_that_fails_stops_no_other_and_keeps_its_edition(
    bench: Bench, behaviour: Behaviour, code: int | None, says: str
) -> None:
    """The first list fails, the second is fetched."""
    bench.serve("/un/consolidated.xml", data(un_xml(1, 2, 3), ETag='"v1"'))
    bench.sync(bench.un)
    bench.serve("/un/consolidated.xml", behaviour)
    serve_parts(bench)
    failed, fine = bench.sync(bench.un, bench.parts)
    assert (failed.kind, fine.kind) == (SyncKind.FAILED, SyncKind.NEW)
    assert says in failed.detail
    assert "the edition 2026-02-27/" in failed.detail
    assert bench.parties("un_sc") == 3
    entry = bench.log("un_sc")[-1]
    assert (entry.outcome, entry.sha256) == ("failed", "")
    assert entry.status == (None if code == 302 else code)


def test_after_a_failure_the_validators_of_the_last_answer_still_serve(bench: Bench) -> None:
    """A failure in between loses nothing."""
    good = data(un_xml(1, 2, 3), ETag='"v1"')
    bench.serve("/un/consolidated.xml", in_turn(good, status(404), good))
    kinds = [bench.sync(bench.un)[0].kind for _ in range(3)]
    assert kinds == [SyncKind.NEW, SyncKind.FAILED, SyncKind.NOT_MODIFIED]


def test_one_new_part_brings_all_parts_the_others_from_the_archive(bench: Bench) -> None:
    """An edition is whole or it is none."""
    serve_parts(bench)
    bench.sync(bench.parts)
    serve_parts(bench, b=b"b1\nb2\n")
    (outcome,) = bench.sync(bench.parts)
    assert outcome.kind is SyncKind.NEW
    assert dict(bench.calls[-1].parts) == {"a": b"a1\na2\n", "b": b"b1\nb2\n", "c": b"c1\n"}
    assert [item.outcome for item in bench.log("parts")[-3:]] == ["not_modified", "new", "not_modified"]
    assert bench.parties("parts") == 5


def test_a_part_that_came_beside_one_that_did_not_is_no_receipt(bench: Bench) -> None:
    """It is kept, the next run finds it unchanged, and then the edition is whole."""
    serve_parts(bench)
    bench.serve("/parts/b.csv", status(503))
    (outcome,) = bench.sync(bench.parts)
    assert outcome.kind is SyncKind.FAILED
    assert outcome.reasons[0].startswith("b: http://127.0.0.1")
    assert "no edition of it was found" in outcome.detail
    assert bench.calls == []
    assert [item.outcome for item in bench.log("parts")] == ["failed"] * 3
    assert [item.status for item in bench.log("parts")] == [200, 503, 200]
    assert "this file came, but: b: http" in bench.log("parts")[2].detail
    assert bench.store.last_receipt("parts", START + timedelta(days=1)) is None
    serve_parts(bench)
    assert bench.sync(bench.parts)[0].kind is SyncKind.NEW
    assert dict(bench.calls[-1].parts) == {"a": b"a1\na2\n", "b": b"b1\n", "c": b"c1\n"}
    shown = [item.headers.get("if-none-match") for item in bench.server.seen[-3:]]
    assert shown == [f'"{b"a1".hex()}0a{b"a2".hex()}0a"', None, f'"{b"c1".hex()}0a"']


def test_an_optional_part_may_be_gone_but_not_fail(bench: Bench) -> None:
    """404 lets the import carry the last one; a failing server may have it again in a minute."""
    serve_parts(bench, c=None)
    assert bench.sync(bench.parts)[0].kind is SyncKind.NEW
    assert sorted(bench.calls[-1].parts) == ["a", "b"]
    bench.serve("/parts/c.csv", status(500))
    assert bench.sync(bench.parts)[0].kind is SyncKind.FAILED


def test_damaged_bytes_in_the_archive_are_fetched_anew(bench: Bench) -> None:
    """The publisher's copy is the remedy."""
    serve_parts(bench)
    bench.sync(bench.parts)
    sha256 = bench.log("parts")[0].sha256
    kept = bench.store.archive.root / sha256[:2] / sha256[2:]
    kept.chmod(0o644)
    kept.write_bytes(kept.read_bytes()[:-3] + b"xyz")
    serve_parts(bench, b=b"b9\n")
    (outcome,) = bench.sync(bench.parts)
    assert outcome.kind is SyncKind.NEW
    assert bench.calls[-1].parts["a"] == b"a1\na2\n"
    assert bench.server.asked("/parts/a.csv") == 3
    assert "the kept bytes are damaged" in bench.log("parts")[3].detail


def test_a_crash_in_one_parser_is_that_lists_failure(bench: Bench) -> None:
    """And is called what it is."""
    serve_parts(bench, a=b"crash\n")
    bench.serve("/un/consolidated.xml", data(un_xml(1)))
    failed, fine = bench.sync(bench.parts, bench.un)
    assert (failed.kind, fine.kind) == (SyncKind.FAILED, SyncKind.NEW)
    assert "KeyError: 'column'; this is a fault of the program" in failed.detail
    assert {item.outcome for item in bench.log("parts")} == {"failed"}


def test_an_unchanged_list_whose_receipt_cannot_be_recorded_has_failed(bench: Bench, tmp_path: Path) -> None:
    """Another process holds the store: the list would look older than the command said."""
    bench.serve("/un/consolidated.xml", data(un_xml(1), ETag='"v1"'))
    bench.sync(bench.un)
    with (
        open_store(f"sqlite:///{tmp_path}/licet.db", tmp_path / "archive", busy_seconds=0.1) as impatient,
        closing(sqlite3.connect(tmp_path / "licet.db", isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        (outcome,) = replace(bench, store=impatient).sync(bench.un)
        other.execute("ROLLBACK")
    assert outcome.kind is SyncKind.FAILED
    assert "the fetch log could not be written" in outcome.detail
    assert "another process is writing" in outcome.detail
    assert [item.outcome for item in bench.log("un_sc")] == ["new"]


def test_a_list_without_address_says_how_to_bring_it_in(bench: Bench) -> None:
    """Some publishers have only a page for people."""
    spec = replace(bench.un, formats=(ListFormat("xml", (PartSpec("xml"),)),))
    (outcome,) = bench.sync(spec)
    assert outcome.kind is SyncKind.FAILED
    assert "licet lists import FILE --list un_sc" in outcome.detail


def test_a_mirror_is_asked_by_list_and_part(bench: Bench) -> None:
    """Every part, also those for which the publisher gives no address, and nobody else."""
    spec = replace(
        bench.parts, formats=(ListFormat("csv", (PartSpec("a"), PartSpec("b", url="https://x.invalid"))),)
    )
    bench.serve("/lists/parts/a", data(b"a1\n"))
    bench.serve("/lists/parts/b", data(b"b1\n"))
    options = replace(OPTIONS, mirror=f"{bench.server.url}/lists/")
    assert bench.sync(spec, options=options)[0].kind is SyncKind.NEW
    assert [item.path for item in bench.server.seen] == ["/lists/parts/a", "/lists/parts/b"]


def test_plain_http_is_refused_by_default(bench: Bench) -> None:
    """The official addresses are encrypted, and a mirror must say so."""
    (outcome,) = bench.sync(bench.un, options=replace(OPTIONS, allow_http=False))
    assert outcome.kind is SyncKind.FAILED
    assert "not encrypted" in outcome.detail
    assert bench.server.seen == []


def test_hosts_that_the_list_names_may_be_redirected_to(bench: Bench) -> None:
    """As OFAC does, to a presigned address whose query stays out of the log."""
    target = bench.server.url.replace("127.0.0.1", "localhost") + "/bucket/un.xml?X-Amz-Signature=secret"
    bench.serve("/bucket/un.xml", data(un_xml(1)))
    bench.serve("/un/consolidated.xml", redirects(target))
    spec = replace(bench.un, hosts=("localhost",))
    assert bench.sync(spec)[0].kind is SyncKind.NEW
    assert bench.log("un_sc")[0].final_url.endswith("/bucket/un.xml")


def test_each_list_is_reported_as_it_is_done(bench: Bench) -> None:
    """For a command that shows progress."""
    serve_parts(bench)
    bench.serve("/un/consolidated.xml", data(un_xml(1)))
    heard: list[str] = []
    sync(
        [bench.un, bench.parts],
        store=bench.store,
        importer=bench.importer,
        now=bench.now,
        options=OPTIONS,
        report=lambda outcome: heard.append(f"{outcome.list_id} {outcome.kind}"),
    )
    assert heard == ["un_sc new", "parts new"]


def through_the_gates(bench: Bench, spec: ListSpec, options: SyncOptions = OPTIONS) -> SyncOutcome:
    """Fetch a list of the catalogue and import it with its own parser and gates."""

    def importer(
        list_id: str, raw: RawEdition, *, published: date | None, known: datetime, accept: str
    ) -> Imported:
        receipt = Receipt(known, published, accept)
        return import_edition(bench.store, registry.list_spec(list_id), raw, receipt)

    return sync([spec], store=bench.store, importer=importer, now=bench.now, options=options)[0]


@needs_shared
@pytest.mark.shared
def test_the_official_un_list_through_the_real_gates(bench: Bench) -> None:
    """Two real editions, then the first third of one: new, new, refused; 1,003 parties stay."""
    names = sorted(path.relative_to(DATA).as_posix() for path in (DATA / "un").glob("2*/*.xml.gz"))
    bodies = [read_bytes(names[-2]), read_bytes(names[-1])]
    cut = bodies[1][: len(bodies[1]) // 3]
    bench.serve("/un_sc/xml", in_turn(data(bodies[0]), data(bodies[1]), data(cut)))
    options = replace(OPTIONS, mirror=bench.server.url)
    outcomes = [through_the_gates(bench, registry.list_spec("un_sc"), options) for _ in range(3)]
    assert [item.kind for item in outcomes] == [SyncKind.NEW, SyncKind.NEW, SyncKind.REFUSED]
    assert outcomes[2].edition == outcomes[1].edition
    assert bench.parties("un_sc") == 1003


@needs_shared
@pytest.mark.shared
def test_the_official_sdn_list_of_four_files_through_presigned_redirects(bench: Bench) -> None:
    """The list of 2014; then nothing new; then the 0-byte sdn.csv with which the archive of 2024 ends."""
    official = registry.list_spec("us_ofac_sdn")
    files = {"sdn": "sdn", "add": "add", "alt": "alt", "comments": "sdn_comments"}
    bucket = bench.server.url.replace("127.0.0.1", "localhost")
    for part, name in files.items():
        body = read_bytes(f"ofac/sdn_csv/2014-05-27/{name}.csv.gz")
        bench.serve(f"/bucket/{part}", data(body, ETag=f'"{part}"'))
        bench.serve(f"/{part}", redirects(f"{bucket}/bucket/{part}?once=1", f"{bucket}/bucket/{part}?once=2"))
    parts = [replace(part, url=f"{bench.server.url}/{part.id}") for part in official.formats[0].parts]
    layout = replace(official.formats[0], parts=tuple(parts))
    spec = replace(official, hosts=("localhost",), formats=(layout,))
    first, second = (through_the_gates(bench, spec) for _ in range(2))
    assert (first.kind, second.kind) == (SyncKind.NEW, SyncKind.NOT_MODIFIED)
    assert [item.part for item in first.parts] == list(files)
    rows = bench.parties("us_ofac_sdn")
    assert rows > 5000
    bench.serve("/bucket/sdn", data(b""))
    third = through_the_gates(bench, spec)
    assert third.kind is SyncKind.FAILED
    assert "empty file" in third.detail
    assert bench.parties("us_ofac_sdn") == rows
