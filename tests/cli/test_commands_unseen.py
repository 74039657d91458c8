"""A mandatory list that was not seen: never `no_hit`, always 4, whatever the way it went missing."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.command import MANDATORY, Done, import_demo, licet, table_of

DAY = ("--as-of", "2018-05-14")
Way = Callable[[], tuple[object, ...]]


def one_list_of_three() -> tuple[object, ...]:
    import_demo("s.db", "us_bis_dpl")
    return ("--db", "s.db", *DAY)


def a_store_without_any_edition() -> tuple[object, ...]:
    refused = licet("lists", "import", __file__, "--list", "us_bis_dpl", "--db", "s.db")
    assert refused.status == 4
    assert Path("s.db").is_file()
    return ("--db", "s.db", *DAY)


def before_the_first_edition() -> tuple[object, ...]:
    return ("--as-of", "2014-01-01")


def before_anything_was_received() -> tuple[object, ...]:
    return (*DAY, "--known-by", "2014-01-01")


def a_named_list_without_an_edition() -> tuple[object, ...]:
    return (*DAY, "--lists", "us_bis_dpl,uk_ofsi")


def an_optional_list_that_was_asked_for() -> tuple[object, ...]:
    return (*DAY, "--lists", "uk_fcdo")


def stale_by_its_receipt() -> tuple[object, ...]:
    import_demo("s.db", *MANDATORY)
    return ("--db", "s.db", "--as-of", "2018-06-14", "--max-list-age", "30d")


def stale_by_default() -> tuple[object, ...]:
    import_demo("s.db", *MANDATORY)
    return ("--db", "s.db", "--as-of", "2018-08-01")


def stale_today() -> tuple[object, ...]:
    import_demo("s.db", *MANDATORY)
    return ("--db", "s.db")


def one_of_three_stale() -> tuple[object, ...]:
    import_demo("s.db", *MANDATORY)
    import_demo("s.db", "us_bis_dpl", "us_csl", day="2018-07-13")
    return ("--db", "s.db", "--as-of", "2018-07-14")


def made_mandatory_by_a_setting() -> tuple[object, ...]:
    Path("licet.toml").write_text('mandatory = ["us_state_isn"]\n')
    return DAY


def nothing_mandatory_and_nothing_there() -> tuple[object, ...]:
    Path("licet.toml").write_text("mandatory = []\n")
    return (*a_store_without_any_edition(),)


WAYS = [
    one_list_of_three,
    a_store_without_any_edition,
    before_the_first_edition,
    before_anything_was_received,
    a_named_list_without_an_edition,
    an_optional_list_that_was_asked_for,
    stale_by_its_receipt,
    stale_by_default,
    stale_today,
    one_of_three_stale,
    made_mandatory_by_a_setting,
    nothing_mandatory_and_nothing_there,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_was_not_seen_is_never_no_hit(way: Way, home: Path) -> None:
    """The match is `incomplete`, every row of the file is a hit or `not_screened`, and both exit with 4."""
    asked = way()
    done = licet("match", "Unheard Of Bakery", *asked)
    assert (done.json["status"], done.status) == ("incomplete", 4)
    assert done.json["incomplete"]
    card = licet("match", "Unheard Of Bakery", *asked, "-f", "table")
    assert card.status == 4
    assert "INCOMPLETE, not a clearance" in card.out
    assert "no hit\n" not in card.out
    for style in ("csv", "jsonl", "markdown"):
        rows = licet("match", "Unheard Of Bakery", *asked, "-q", "-f", style)
        assert rows.status == 4
        assert "INCOMPLETE, not a clearance" in rows.err

    source = table_of(home, ["Unheard Of Bakery", "ZTE Corp.", "Mahan Airways"])
    for style in ("gate", "grep", "zero"):
        run = licet("screen", source, "-o", f"{style}.csv", *asked, "--exit-status", style)
        assert run.status == 4
        assert run.json["complete"] is False
        assert run.json["no_hit"] == 0
        assert said(home / f"{style}.csv") <= {"hit", "not_screened"}
        sheet = json.loads((home / f"{style}.csv.run.json").read_text(encoding="utf-8"))
        assert sheet["complete"] is False
        assert sheet["incomplete"]


def said(path: Path) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["scr_status"] for row in csv.DictReader(file)}


def test_hits_of_an_incomplete_screening_are_shown_and_it_still_exits_with_4() -> None:
    """A hit does not hide that a list is missing."""
    import_demo("s.db", "us_bis_dpl")
    done = licet("match", "ZTE Corp.", "--db", "s.db", *DAY)
    assert (done.json["status"], done.status, len(done.json["hits"])) == ("incomplete", 4, 1)
    assert {reason.split()[0] for reason in done.json["incomplete"]} == {"us_csl", "us_ofac_sdn"}


def test_a_stale_list_may_be_allowed_in_so_many_words() -> None:
    """Then the answer tells it, list by list, and exits by what it found."""
    asked = (*stale_by_default(), "--allow-stale")
    done = licet("match", "Unheard Of Bakery", *asked)
    assert (done.json["status"], done.status) == ("no_hit", 0)
    assert {use["id"] for use in done.json["lists"] if use["stale"]} == set(MANDATORY)
    assert "(stale)" in licet("match", "Unheard Of Bakery", *asked, "-f", "table").out
    assert licet("match", "Unheard Of Bakery", *stale_by_default(), "--max-list-age", "none").status == 0


@pytest.mark.parametrize(
    "asked",
    [
        ("match", "ZTE", "--lists", "us_ofac_snd"),
        ("search", "ZTE", "--lists", "us_ofac_snd"),
        ("lists", "versions", "us_ofac_snd"),
        ("lists", "sync", "us_ofac_snd", "--db", "new.db"),
    ],
)
def test_a_misspelt_list_is_told_not_skipped(asked: tuple[str, ...]) -> None:
    """Usage error, with the lists that there are."""
    done = licet(*asked)
    assert (done.status, done.out) == (2, "")
    assert "no list is called 'us_ofac_snd'. Known lists: eu_fsf, " in done.err


def test_a_misspelt_mandatory_list_is_told_not_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else nobody would ever miss it."""
    monkeypatch.setenv("LICET_MANDATORY", "us_ofac_sdn,us_bis_dlp")
    done: Done = licet("match", "ZTE", *DAY)
    assert (done.status, done.out) == (2, "")
    assert "us_bis_dlp" in done.err


def test_a_store_that_is_named_and_not_there_is_not_answered_for_by_the_embedded_lists(home: Path) -> None:
    """A misspelt path must not be screened against a demonstration."""
    for asked in (("match", "ZTE"), ("screen", table_of(home, ["ZTE"])), ("lists", "status"), ("doctor",)):
        done = licet(*asked, "--db", "taem.db", "-q")
        assert (done.status, done.out) == (2, "")
        assert "taem.db: there is no such store (db from flag)" in done.err
    (home / "licet.toml").write_text('db = "taem.db"\n')
    done = licet("match", "ZTE")
    assert done.status == 2
    assert "licet.toml" in done.err


def test_an_old_edition_is_incomplete_even_where_its_receipt_is_new() -> None:
    """A file of 2015 imported in 2018 was not checked against what the publisher said in 2018."""
    import_demo("s.db", *MANDATORY, day="2015-02-24", known="2018-05-01")
    done = licet("match", "Unheard Of Bakery", "--db", "s.db", *DAY)
    assert (done.json["status"], done.status) == ("incomplete", 4)
    for list_id in MANDATORY:
        (told,) = (text for text in done.json["incomplete"] if text.startswith(list_id))
        assert "published 2015-02-24, 1,175 days before the day asked about, and none is later" in told
    allowed = licet("match", "Unheard Of Bakery", "--db", "s.db", *DAY, "--allow-stale")
    assert (allowed.json["status"], allowed.status) == ("no_hit", 0)
    assert len([text for text in allowed.json["warnings"] if "1,175 days" in text]) == 3


def test_an_old_edition_between_two_at_hand_is_told_in_a_note() -> None:
    """Of an archive with an edition a quarter, each day has its answer; which edition it rests on is said."""
    for day in ("2018-01-08", "2018-05-14"):
        import_demo("s.db", *MANDATORY, day=day, known="2018-06-01")
    done = licet("match", "Unheard Of Bakery", "--db", "s.db", "--as-of", "2018-05-01")
    assert (done.json["status"], done.status) == ("no_hit", 0)
    assert any(
        "us_csl" in text and "the next one at hand is of 2018-05-14" in text for text in done.json["warnings"]
    )
