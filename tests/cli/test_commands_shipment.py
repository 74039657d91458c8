"""`licet shipment` as a new user runs it: the embedded lists alone."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.shipments import KEYS, LEAST, asked, decision, on
from tests.command import MANDATORY, import_demo, licet
from tests.documents import ROOT


def test_the_least_shipment_is_prohibited_and_cited() -> None:
    """The day after the tweet: the order is in force, and the tweet changes nothing."""
    done = asked(LEAST, "--format", "json")
    answer = done.json
    assert (done.status, answer["outcome"]) == (1, "prohibited")
    assert set(answer) >= KEYS
    (finding,) = [item for item in answer["findings"] if item["kind"] == "denial_order"]
    assert "83 FR 17644" in finding["citations"]
    assert finding["in_force"] == {"first": "2018-04-15", "last": "2018-07-12"}
    assert finding["dates"]["published"] == "2018-04-23"
    assert finding["evidence"]["identity"] in {"same", "presumed"}
    assert {item["state"] for item in finding["escapes"]} <= {"none", "foreclosed", "out_of_scope"}
    assert any(item["said"] == "2018-05-13" for item in answer["signals"])
    assert "embedded" in done.err


@pytest.mark.parametrize(
    ("day", "outcome", "flag", "status"),
    [
        ("2016-03-07", "no_restriction_found", "", 0),
        ("2016-03-08", "licence_required", "", 1),
        ("2017-03-29", "no_restriction_found", "latent_denial", 0),
        ("2018-04-14", "no_restriction_found", "latent_denial", 0),
        ("2018-04-16", "prohibited", "", 1),
        ("2018-05-14", "prohibited", "", 1),
        ("2018-07-05", "prohibited", "", 1),
        ("2018-07-14", "no_restriction_found", "latent_denial", 0),
    ],
)
def test_the_days_of_zte_are_answered_each_by_its_own_law(
    day: str, outcome: str, flag: str, status: int
) -> None:
    """Nothing found is 0, with what lies latent told; findings are 1."""
    done = asked(on(day), "--format", "json", "-q")
    assert (done.json["outcome"], done.status) == (outcome, status)
    assert not flag or flag in {item["code"] for item in done.json["flags"]}
    for finding in done.json["findings"]:
        assert finding["citations"], finding


def test_the_same_question_gives_the_same_bytes() -> None:
    """In another process, with another order of sets."""
    first, second = (
        subprocess.run(
            [sys.executable, "-m", "licet", "shipment", "check", "-", "-q"],
            input=json.dumps(LEAST).encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=120,
            check=False,
        ).stdout
        for seed in ("1", "2")
    )
    assert first
    assert first == second


def test_what_the_question_says_in_other_words_is_the_same_question() -> None:
    """The normal form is what is answered and kept."""
    other = """
    activity: Export
    as_of: 2018-05-14
    actor: United States
    item: {eccn: EAR99, origin: USA}
    destination: China
    party: {role: end user, name: Zhongxing Telecommunications Equipment Corporation, country: CHN}
    """
    assert asked(other, "-q").out == asked(LEAST, "-q").out


def test_many_lines_are_answered_one_by_one_and_a_bad_one_does_not_stop_the_others() -> None:
    """The bad one says what is wrong with it; the whole is incomplete: 3."""
    text = f"{json.dumps(LEAST)}\n{{broken\n\n{json.dumps(on('2016-03-07'))}\n{json.dumps({'day': 1})}\n"
    done = asked(text, "--format", "jsonl", "-q")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["outcome"] for row in rows] == ["prohibited", None, "no_restriction_found", None]
    assert (rows[1]["line"], rows[3]["line"]) == (2, 5)
    assert "activity: is missing" in rows[3]["error"]
    assert done.status == 3
    whole = asked(text, "--format", "json", "-q")
    assert [row["outcome"] for row in whole.json] == [row["outcome"] for row in rows]
    assert whole.status == 3


def test_each_line_of_many_is_the_decision_of_that_shipment_alone() -> None:
    """Company changes nothing."""
    text = f"{json.dumps(LEAST)}\n{json.dumps(on('2018-07-14'))}\n"
    rows = [json.loads(line) for line in asked(text, "--format", "jsonl", "-q").out.splitlines()]
    assert rows == [decision(LEAST, "-q"), decision(on("2018-07-14"), "-q")]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        '{"activity": "export"}',
        b"\xff\xfe",
        b"[" * 100_000,
        '{"activity": "export", "day": ' + "9" * 10_000 + "}",
        on("14.05.2018"),
        on("2018-05-14", activity="exprot"),
        on("2018-05-14", parties=[{"role": "endusr"}]),
    ],
)
def test_a_question_that_is_not_understood_is_2_and_prints_no_answer(content: object) -> None:
    """What is wrong is said in a sentence."""
    done = asked(content, "-q")
    assert (done.status, done.out) == (2, "")
    assert "nothing was decided" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("shipment", "check", "nowhere.json"),
        ("replay", "nowhere.json"),
        ("explain", "nowhere.json"),
        ("whatif", "nowhere.json", "--day", "2018-07-14"),
        ("shipment", "check", ".", "-q"),
    ],
)
def test_a_file_that_is_not_there_is_2(arguments: tuple[str, ...]) -> None:
    """Not a traceback."""
    done = licet(*arguments)
    assert (done.status, done.out) == (2, "")


def test_a_killed_run_leaves_whole_lines() -> None:
    """Each answer is written when it is made: what stands there can be used."""
    run = subprocess.Popen(
        [sys.executable, "-m", "licet", "shipment", "check", "-", "--format", "jsonl", "-q"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ},
    )
    assert run.stdin
    assert run.stdout
    with run, run.stdin, run.stdout:
        for day in ("2018-05-14", "2018-07-14", "2016-03-07"):
            run.stdin.write(f"{json.dumps(on(day))}\n".encode())
        run.stdin.flush()
        told = [json.loads(run.stdout.readline())["outcome"] for _ in range(2)]
        run.kill()
    assert told == ["prohibited", "no_restriction_found"]


def test_a_day_may_be_given_beside_the_file() -> None:
    """To those that state none."""
    silent = {name: value for name, value in LEAST.items() if name != "day"}
    assert decision(silent, "-q", "--as-of", "2018-05-14") == decision(LEAST, "-q")
    assert asked(silent, "-q").status == 2


def test_a_mandatory_list_that_was_not_seen_is_4_and_asked_about(tmp_path: Path) -> None:
    """No clearance: the outcome is at least review, whatever was found."""
    db = str(tmp_path / "one.db")
    import_demo(db, "us_ofac_sdn")
    done = asked(on("2018-05-14", parties=[{"role": "end_user", "name": "Quiet Ltd"}]), "--db", db)
    assert (done.status, done.json["outcome"]) == (4, "review")
    stale = [item for item in done.json["review"] if item["code"] == "stale_list"]
    assert {item["fact"] for item in stale} == {"lists.us_bis_dpl", "lists.us_csl"}
    assert all(item["decides"] for item in stale)
    assert {item["what"] for item in done.json["not_checked"]} >= {"us_bis_dpl", "us_csl"}
    found = asked(LEAST, "--db", db)
    assert (found.status, found.json["outcome"]) == (4, "prohibited")
    assert done.json["valid_until"] == done.json["question"]["day"], "not seen, so not known to hold longer"


def test_a_list_of_another_day_is_stale_unless_it_is_allowed(tmp_path: Path) -> None:
    """An edition of May says nothing about the next year."""
    db = str(tmp_path / "all.db")
    import_demo(db, *MANDATORY)
    quiet = on("2019-05-14", parties=[{"role": "end_user", "name": "Quiet Ltd"}])
    assert asked(quiet, "--db", db).status == 4
    done = asked(quiet, "--db", db, "--allow-stale")
    assert (done.status, done.json["outcome"]) == (0, "no_restriction_found")
    assert any("is old" in text for text in done.json["warnings"])
    fresh = decision(on("2018-05-14"), "--db", db)
    assert {use["id"]: use["published"] for use in fresh["lists"] if use["seen"]}["us_csl"] == "2018-05-14"


def test_a_card_is_shown_on_a_terminal() -> None:
    """Outcome, law, days in force, ways out, who matched, signals, what was not checked, known time."""
    out = asked(LEAST, "--format", "table", "-q").out
    assert out.startswith("outcome      PROHIBITED\n")
    for part in ("83 FR 17644", "in force     2018-04-15 -> 2018-07-12", "escapes", "matched", "signals"):
        assert part in out
    for part in ("not checked", "known time", "no legal effect"):
        assert part in out
    assert max(map(len, out.splitlines())) <= 110


def test_rows_for_spreadsheets_and_documents() -> None:
    """One row for each shipment, one heading for all."""
    text = f"{json.dumps(on('2018-05-14', reference='=cmd'))}\n{json.dumps(on('2018-07-14'))}\n"
    rows = list(csv.DictReader(io.StringIO(asked(text, "--format", "csv", "-q").out)))
    assert [row["outcome"] for row in rows] == ["prohibited", "no_restriction_found"]
    assert rows[0]["reference"] == "'=cmd"
    assert "83 FR 17644" in rows[0]["citations"]
    assert asked(text, "--format", "markdown", "-q").out.count("\n") == 4


def test_the_schema_is_the_published_one() -> None:
    """Word for word."""
    published = ROOT / "docs" / "reference" / "shipment.schema.json"
    assert licet("shipment", "schema").out == published.read_text(encoding="utf-8")
