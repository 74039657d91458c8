"""The exit-status table of docs/commands.md, each cell by the command it speaks of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.command import Done, licet, process, table_of

from licet.wiring.asking import Asking

DAY = ("--as-of", "2018-05-14")


def test_match_is_0_without_and_1_with_hits() -> None:
    """Complete in both cases."""
    assert licet("match", "Unheard Of Bakery", *DAY).status == 0
    assert licet("match", "Mahan Airways", *DAY).status == 1


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("-p", "name"),
        ("-p", "nmae=ZTE"),
        ("-p", "name= "),
        ("!!!",),
        ("😀",),
        ("---", "-p", "passportNumber=--", "-p", "country=ru"),
        ("ZTE", "-s", "Ship"),
        ("ZTE", "-p", "birthDate=yesterday"),
        ("ZTE", "-p", "country=Atlantis"),
        ("ZTE", "--as-of", "14.5.2018"),
        ("ZTE", "--as-of", "2018-02-30"),
        ("ZTE", "--known-by", "2018-05-14T12:00"),
        ("ZTE", "--threshold", "1.5"),
        ("ZTE", "--limit", "0"),
        ("ZTE", "--max-list-age", "a month"),
        ("ZTE", "--format", "xml"),
        ("ZTE", "--config", "nowhere.toml"),
        ("ZTE", "--db", "mysql://host/licet"),
        ("ZTE", "--no-such-option"),
    ],
)
def test_a_wrong_question_is_2_and_prints_no_answer(asked: tuple[str, ...]) -> None:
    """What was wrong is on stderr, in a sentence."""
    done = licet("match", *asked, "-q")
    assert (done.status, done.out) == (2, "")
    assert len(done.err.strip()) > 20


@pytest.mark.parametrize(
    ("names", "code", "statuses"),
    [
        (["Unheard Of Bakery", "Northwick Bearings"], 0, ["no_hit", "no_hit"]),
        (["Unheard Of Bakery", "Mahan Airways"], 1, ["no_hit", "hit"]),
        (["Unheard Of Bakery", ""], 3, ["no_hit", "not_screened"]),
        (["Mahan Airways", ""], 3, ["hit", "not_screened"]),
        (["Unheard Of Bakery", "!!!", "😀"], 3, ["no_hit", "not_screened", "not_screened"]),
        ([], 3, []),
    ],
    ids=[
        "no hits",
        "hits",
        "a row without a name",
        "a row without a name beside hits",
        "rows without a letter",
        "no rows at all",
    ],
)
def test_screen_tells_the_worst_of_its_rows(
    home: Path, names: list[str], code: int, statuses: list[str]
) -> None:
    """0, 1 and 3; a row that could not be screened outranks hits, in every exit style."""
    source = table_of(home, names)
    done = licet("screen", source, *DAY, "--layout", "wide")
    assert (done.status, done.json["complete"]) == (code, code != 3)
    with (home / "customers.screened.csv").open(encoding="utf-8", newline="") as file:
        assert [row["scr_status"] for row in csv.DictReader(file)] == statuses
    for style in ("grep", "zero"):
        other = licet("screen", source, *DAY, "-o", f"{style}.csv", "--exit-status", style)
        assert other.status == (3 if code == 3 else 0 if style == "zero" else 1 - code)


def test_screen_refuses_before_it_does_anything(home: Path) -> None:
    """Usage errors are 2, and no file is written."""
    source = table_of(home, ["ZTE Corp."])
    before = set(home.rglob("*"))
    for wrong in (
        ("nowhere.csv",),
        (source, "-o", source),
        (source, "-o", "out.docx"),
        (source, "--map", "nmae=name"),
        (source, "--map", "name=colour"),
        (source, "--id-column", "key"),
        (source, "--mapping", "nowhere.toml"),
        (source, "-s", "Ship"),
        (source, "--lists", "us_ofac_snd"),
    ):
        done = licet("screen", *wrong, *DAY)
        assert (done.status, done.out) == (2, ""), wrong
    assert {path for path in set(home.rglob("*")) - before if path.is_file()} == set()


def test_a_place_that_cannot_be_written_is_2_in_one_sentence(home: Path) -> None:
    """Python's own status for it would be 1: hits."""
    (home / "folder").write_text("no folder")
    done = licet("screen", table_of(home, ["ZTE Corp."]), *DAY, "-o", home / "folder" / "out.csv", "-q")
    assert (done.status, done.out) == (2, "")
    assert "folder" in done.err


def test_a_fault_of_our_own_is_2_and_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash must not look like a complete screening with hits, nor, with `grep`, like one without."""

    def broken(_desk: Asking) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Asking, "coverage", property(broken))
    source = table_of(home, ["ZTE Corp."])
    with pytest.raises(AssertionError, match="Traceback"):
        licet("match", "ZTE")
    monkeypatch.setattr("tests.command._checked", lambda done: done)
    for asked in (("match", "ZTE"), ("screen", source, "--exit-status", "grep")):
        done: Done = licet(*asked, "-q")
        assert (done.status, done.out) == (2, "")
        assert done.err.endswith("licet: a fault of licet's own; no answer was given.\n")


def test_a_file_that_is_no_store_is_2(home: Path) -> None:
    """A text file given as --db is told, not overwritten."""
    (home / "notes.db").write_text("these are my notes, not a database at all\n" * 50)
    done = licet("match", "ZTE", "--db", "notes.db")
    assert (done.status, done.out) == (2, "")
    assert "notes.db" in done.err
    assert (home / "notes.db").read_text().startswith("these are my notes")


def test_search_is_0_when_found_1_when_not_2_when_wrong() -> None:
    """And it needs no mandatory list: it is no screening."""
    assert licet("search", "huawei").status == 0
    nothing = licet("search", "unheard of bakery")
    assert (nothing.status, nothing.json) == (1, [])
    assert licet("search", "huawei", "--as-of", "soon").status == 2


def test_show_is_0_when_known_and_2_when_not() -> None:
    """An id that no edition ever held."""
    assert licet("show", "us_ofac_sdn:36").status == 0
    assert licet("lists", "history", "us_ofac_sdn:36").status == 0
    done = licet("show", "us_ofac_sdn:999999")
    assert (done.status, done.out) == (2, "")
    assert "licet search NAME" in done.err


def test_doctor_is_1_on_the_embedded_lists() -> None:
    """They are a demonstration: something needs attention."""
    done = licet("doctor")
    assert done.status == 1
    assert {row["check"] for row in done.json if row["state"] == "attention"} == {"lists"}


def test_the_real_process_exits_alike(home: Path) -> None:
    """`python -m licet` as a process of its own: 1, 0, 4 and 2, data on stdout and the rest on stderr."""
    for asked, code in (
        (("match", "中兴通讯", *DAY), 1),
        (("match", "Unheard Of Bakery", *DAY), 0),
        (("match", "Unheard Of Bakery", "--as-of", "2014-01-01"), 4),
        (("match", "--as-of", "never"), 2),
    ):
        done = process(*asked, folder=home)
        assert done.status == code, done
        assert (done.out == "") == (code == 2)
        assert "no store has been made" not in done.out
