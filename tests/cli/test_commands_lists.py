"""`licet lists`: what is refused, what stays, what changed, whether it is intact."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.command import Done, dpl, import_demo, invented, licet, write_demo

THOUSAND = invented(1000)
DAYS = ("--published", "2018-04-10", "--known", "2018-04-10")
LATER = ("--published", "2018-04-17", "--known", "2018-04-17")
DB = ("--db", "s.db")


def load(content: bytes, *more: str, list_id: str = "us_bis_dpl", name: str = "dpl.txt") -> Done:
    Path(name).write_bytes(content)
    return licet("lists", "import", name, "--list", list_id, *DB, *more)


def status_of(list_id: str) -> dict[str, object]:
    (row,) = (row for row in licet("lists", "status", *DB).json if row["list"] == list_id)
    return dict(row)


@pytest.fixture
def kept(home: Path) -> Path:
    """A store with one good edition of a thousand invented parties."""
    done = load(dpl(*THOUSAND), *DAYS)
    assert (done.status, done.json["listings"], done.json["new"]) == (0, 1000, True)
    return home


SDN_LINE = b'36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
HTML = b"<!DOCTYPE html><html><head><title>Access denied</title></head><body>Sorry</body></html>"
DAMAGED = [
    ("empty", b"", ["empty"]),
    ("a page in place of the list", HTML, ["dpl.txt"]),
    ("cut in the middle of a row", dpl(*THOUSAND)[:60_000], ["dpl.txt"]),
    ("another list's file", SDN_LINE * 900, ["dpl.txt"]),
    (
        "forty percent of the parties gone",
        dpl(*THOUSAND[:600]),
        ["600 parties", "1,000", "40.0% fewer", "20%"],
    ),
    ("a tenth of the usual rows", dpl(*THOUSAND[:100]), ["only 100 rows", "at least 300", "90.0% fewer"]),
]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(("what", "content", "told"), DAMAGED, ids=[what for what, _, _ in DAMAGED])
def test_a_damaged_edition_is_refused_and_the_last_good_one_stays(
    what: str, content: bytes, told: list[str]
) -> None:
    """Exit 4, the reason in figures on stderr and in `lists status`; the parties are as they were."""
    before = status_of("us_bis_dpl")
    done = load(content, *LATER)
    assert (done.status, done.out) == (4, ""), what
    for words in (*told, "was refused", "2018-04-10", "stays in use", "--accept REASON"):
        assert words in done.err, (words, done.err)
    after = status_of("us_bis_dpl")
    kept = ("editions", "published", "listings", "sha256", "received")
    assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
    assert str(after["trouble"]).startswith("refused 2018-04-17")
    assert len(licet("lists", "versions", "us_bis_dpl", *DB).json) == 1
    day = ("--as-of", "2018-05-01", "--lists", "us_bis_dpl")
    found = licet("match", THOUSAND[900], *day, *DB)
    assert (found.status, found.json["hits"][0]["caption"]) == (1, THOUSAND[900])


@pytest.mark.usefixtures("kept")
def test_the_first_edition_of_a_list_passes_the_same_gates() -> None:
    """There is nothing to compare with, and still an empty file or a page is refused."""
    for content in (b"", HTML):
        done = load(content, list_id="us_ofac_sdn", name="sdn.csv")
        assert done.status == 4
        assert "The list still has no edition" in done.err
    assert status_of("us_ofac_sdn")["editions"] == 0


@pytest.mark.usefixtures("kept")
def test_a_reason_accepts_past_a_gate_and_is_kept_for_ever() -> None:
    """With the objections, in versions, in show, and in the answers that rest on the edition."""
    reason = "BIS confirmed by phone"
    done = load(dpl(*THOUSAND[:600]), *LATER, "--accept", reason)
    assert done.status == 0
    assert f"ACCEPTED past a gate: {reason} (objections: 600 parties" in done.err
    last = licet("lists", "versions", "us_bis_dpl", *DB).json[-1]
    assert last["accepted"].startswith(reason)
    assert last["removed"] == 400
    assert reason in licet("lists", "show", "us_bis_dpl", *DB, "-f", "table").out
    answer = licet("match", THOUSAND[1], "--as-of", "2018-05-01", "--lists", "us_bis_dpl", *DB).json
    assert answer["lists"][0]["accepted"].startswith(reason)


@pytest.mark.usefixtures("kept")
def test_an_acceptance_that_was_not_needed_is_not_recorded() -> None:
    """`--accept` in a script must not mark every edition."""
    assert load(dpl(*THOUSAND[:990]), *LATER, "--accept", "always").json["accepted"] == ""


@pytest.mark.usefixtures("kept")
def test_no_reason_accepts_what_is_no_list_at_all() -> None:
    """A web page holds no party: it can be forced in, but then it is an edition that removed everything."""
    done = load(HTML, *LATER, "--accept", "forced")
    assert done.status == 0
    assert (done.json["listings"], done.json["removed"]) == (0, 1000)
    assert "ACCEPTED past a gate" in done.err


@pytest.mark.usefixtures("kept")
def test_the_same_bytes_again_are_no_new_edition() -> None:
    """They count as a receipt; only when they are said to be published on another day are they one."""
    done = load(dpl(*THOUSAND), "--published", "2018-04-10", "--known", "2018-04-17")
    assert (done.status, done.json["new"]) == (0, False)
    assert len(licet("lists", "versions", "us_bis_dpl", *DB).json) == 1
    assert str(status_of("us_bis_dpl")["received"]).startswith("2018-04-17")
    done = load(dpl(*THOUSAND), *LATER)
    assert (done.json["new"], done.json["added"], done.json["removed"]) == (True, 0, 0)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("dpl.txt",), "--list ID"),
        (("dpl.txt", "--list", "us_dpl"), "no list is called 'us_dpl'"),
        (("nowhere.txt", "--list", "us_bis_dpl"), "nowhere.txt"),
        (("dpl.txt", "dpl.txt", "--list", "us_bis_dpl"), "one edition at a time"),
        (("dpl.txt", "--list", "us_bis_dpl", "--published", "17/04/2018"), "YYYY-MM-DD"),
    ],
)
def test_a_wrong_import_is_a_usage_error_and_does_nothing(asked: tuple[str, ...], told: str) -> None:
    """Exit 2, with what to type."""
    before = status_of("us_bis_dpl")
    done = licet("lists", "import", *asked, *DB)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert status_of("us_bis_dpl") == before


def test_a_folder_is_imported_oldest_first_and_a_refused_edition_is_4(home: Path) -> None:
    """Each edition is told; the good ones are in."""
    for day, names in (
        ("2018-04-17", THOUSAND[:500]),
        ("2018-04-10", THOUSAND),
        ("2018-04-24", THOUSAND[:950]),
    ):
        (home / "archive" / day).mkdir(parents=True)
        (home / "archive" / day / "dpl.txt").write_bytes(dpl(*names))
    (home / "archive" / "notes.md").write_text("nothing of a publisher's")
    done = licet("lists", "import", "archive", "--known", "published", *DB)
    assert done.status == 4
    assert (
        done.json["lists"][0] | {"list": "us_bis_dpl", "editions": 2, "refused": 1} == done.json["lists"][0]
    )
    assert "REFUSED" in done.err
    assert "50.0% fewer" in done.err
    known = [item["known"][:16] for item in licet("lists", "versions", "us_bis_dpl", *DB).json]
    assert known == ["2018-04-10T23:59", "2018-04-24T23:59"]


@pytest.mark.usefixtures("kept")
def test_diff_says_same_or_different_by_its_exit_status() -> None:
    """0 the same, 1 different, 2 where there is nothing to compare."""
    alone = licet("lists", "diff", "us_bis_dpl", *DB)
    assert (alone.status, alone.out) == (2, "")
    assert "there is no previous one" in alone.err
    load(dpl(*THOUSAND[1:], "NEW PARTY LTD"), *LATER)
    done = licet("lists", "diff", "us_bis_dpl", *DB)
    assert done.status == 1
    assert done.json["counts"] == {"added": 1, "removed": 1, "material": 0, "cosmetic": 0}
    assert {(row["change"], row["caption"]) for row in done.json["changes"]} == {
        ("added", "NEW PARTY LTD"),
        ("removed", THOUSAND[0]),
    }
    assert licet("lists", "diff", "us_bis_dpl", "latest", "#2", *DB).status == 0
    assert licet("lists", "diff", "us_bis_dpl", "2018-04-10", "2018-04-17", *DB).json == done.json
    for wrong in ("2017-01-01", "#9", "zzz"):
        assert licet("lists", "diff", "us_bis_dpl", wrong, *DB).status == 2


def test_only_cosmetic_changes_are_no_material_difference() -> None:
    """The citation came later than the order: `--material` exits 0 and says nothing."""
    asked = ("lists", "diff", "us_bis_dpl", "2018-04-16", "2018-05-14")
    whole = licet(*asked)
    assert (whole.status, whole.json["counts"]["cosmetic"]) == (1, 2)
    material = licet(*asked, "--material")
    assert (material.status, material.json["changes"]) == (0, [])


def test_status_today_and_as_it_was_known() -> None:
    """The embedded lists of 2018 had no UK edition."""
    then = {row["list"]: row["editions"] for row in licet("lists", "status", "--known-by", "2018-06-01").json}
    now = {row["list"]: row["editions"] for row in licet("lists", "status").json}
    assert (then["us_bis_dpl"], then["uk_fcdo"]) == (4, 0)
    assert (now["us_bis_dpl"], now["uk_fcdo"]) == (6, 2)


def test_an_edition_goes_out_byte_for_byte_as_it_came(home: Path) -> None:
    """And as one listing a line."""
    (source,) = write_demo(home / "in", "us_bis_dpl", "2018-05-14")
    assert licet("lists", "export", "us_bis_dpl", "2018-05-14", "-o", "out").status == 0
    assert (home / "out" / source.name).read_bytes() == source.read_bytes()
    done = licet("lists", "export", "us_bis_dpl", "2018-05-14", "--as", "jsonl", "-o", "out.jsonl")
    assert (done.status, "wrote 16 listings" in done.err) == (0, True)
    captions = {json.loads(line)["names"][0]["text"] for line in Path("out.jsonl").read_text().splitlines()}
    assert "ZTE KANGXUN TELECOMMUNICATIONS LTD." in captions
    assert licet("lists", "export", "us_bis_dpl", "--as", "xml").status == 2


class TestVerify:
    """Whatever is changed behind licet's back is found."""

    @pytest.fixture(autouse=True)
    def _kept(self) -> None:
        import_demo("s.db", "us_bis_dpl")
        done = licet("lists", "verify", *DB)
        assert (done.status, done.json) == (0, {"editions": 1, "stories": 0, "intact": True, "findings": []})

    def test_a_flipped_byte_in_the_archive_is_found(self) -> None:
        """In the kept bytes of an edition."""
        (kept,) = (
            path for path in Path("s.archive").rglob("*") if path.is_file() and path.stat().st_size > 200
        )
        content = bytearray(kept.read_bytes())
        content[len(content) // 2] ^= 1
        kept.chmod(0o644)
        kept.write_bytes(content)
        self.finds()

    def test_a_file_taken_from_the_archive_is_found(self) -> None:
        """Lost is as bad as changed."""
        (kept,) = (
            path for path in Path("s.archive").rglob("*") if path.is_file() and path.stat().st_size > 200
        )
        kept.unlink()
        self.finds()

    def test_a_changed_listing_is_found(self) -> None:
        """Another content under the same hash."""
        self.change(
            "update listing set body = (select body from listing order by id desc limit 1) where id = 1"
        )
        self.finds()

    def test_a_listing_taken_out_of_an_edition_is_found(self) -> None:
        """The party would no longer be screened against."""
        self.change("delete from presence where listing_id = (select min(listing_id) from presence)")
        self.finds()

    @staticmethod
    def change(statement: str) -> None:
        """Change one row as somebody with access to the file could."""
        with closing(sqlite3.connect("s.db")) as connection, connection:
            assert connection.execute(statement).rowcount == 1

    @staticmethod
    def finds() -> None:
        """`verify` exits 1 and names it; so does `doctor`."""
        done = licet("lists", "verify", *DB)
        assert (done.status, done.json["intact"]) == (1, False)
        assert done.json["findings"]
        assert licet("lists", "verify", *DB, "-f", "table").status == 1
        assert licet("doctor", *DB).status == 1


def test_without_a_named_store_the_users_own_is_made_and_used_from_then_on(home: Path) -> None:
    """In the data folder; the embedded lists answer no longer, not even for what is missing."""
    import_files = write_demo(home / "in", "us_bis_dpl", "2018-05-14")
    dates = ("--published", "2018-05-14", "--known", "2018-05-14")
    done = licet("lists", "import", *import_files, "--list", "us_bis_dpl", *dates, "--accept", "short")
    assert done.status == 0
    assert (home / "data" / "licet" / "licet.db").is_file()
    answer = licet("match", "ZTE Corp.", "--as-of", "2018-05-14")
    assert (answer.status, answer.json["status"]) == (4, "incomplete")
    assert answer.json["store"] == str(home / "data" / "licet" / "licet.db")
    assert "embedded" not in answer.err
