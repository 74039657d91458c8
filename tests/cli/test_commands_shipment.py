"""`licet shipment`, `replay`, `explain` and `whatif` as a new user runs them: the embedded lists alone."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import zstandard
from tests.command import MANDATORY, Done, import_demo, licet, process
from tests.documents import ROOT

LEAST: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [
        {"role": "end_user", "name": "Zhongxing Telecommunications Equipment Corporation", "country": "CN"}
    ],
    "day": "2018-05-14",
}
Damage = Callable[[dict[str, Any]], object]
KEYS = {"outcome", "findings", "flags", "review", "checked", "not_checked"}
PRIVATE = """
documents:
  own.order:
    title: An order that only this folder has
    cite: OWN 1
    agency: BIS
    kind: order
    signed: 2020-01-01
    effective: 2020-01-01
parties:
  quiet_harbour: {names: [Quiet Harbour Trading], countries: [DE]}
measures:
  own.denial:
    kind: denial_order
    title: Denial of Quiet Harbour Trading
    parties: [quiet_harbour]
    terms: {standard: true}
    life:
      - {issued: own.order}
"""


def asked(content: object, *arguments: object, command: tuple[str, ...] = ("shipment", "check")) -> Done:
    """Run a command with a question on standard input: a value, or a text as it is."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    raw = text if isinstance(text, bytes) else text.encode()
    with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw))):
        return licet(*command, "-", *arguments)


def on(day: str, **more: object) -> dict[str, Any]:
    return {**LEAST, "day": day, **more}


def decision(content: object, *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = asked(content, "--format", "json", *arguments).json
    return found


def kept(tmp_path: Path, content: object = LEAST) -> Path:
    """Return a record of a decision."""
    path = tmp_path / "kept.record.json"
    assert asked(content, "-q", "--record", path).status == 1
    return path


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


def test_a_record_replays_to_the_same_bytes_without_store_or_network(tmp_path: Path) -> None:
    """On a machine that has nothing but the program and the record."""
    record = kept(tmp_path)
    away = tmp_path / "away"
    away.mkdir()
    done = process(
        "replay", record, "--format", "json", folder=away, HOME=str(away), XDG_CACHE_HOME=str(away)
    )
    assert done.status == 0, done
    assert done.json["same"]
    assert done.json["differences"] == []
    assert done.json["decision"] == decision(LEAST, "-q")
    assert list(away.iterdir()) == []


def test_a_record_under_an_older_known_clock_replays_too(tmp_path: Path) -> None:
    """With the law that was public then."""
    record = tmp_path / "then.record.json"
    done = asked(LEAST, "-q", "--known-by", "2018-04-20", "--record", record)
    assert done.json["rulebook"]["known_by"] == "2018-04-20"
    assert licet("replay", record).status == 0


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda record: record["decision"].update(outcome="no_restriction_found"), "outcome: "),
        (lambda record: record["hits"].clear(), "findings"),
        (
            lambda record: record["decision"]["kinds"][0].update(version=99),
            "kinds[0].version: 99 in the record",
        ),
        (lambda record: record["decision"]["question"].update(day="2018-07-14"), "outcome: "),
        (lambda record: record["facts"].update(known_by="2001-01-01"), "known_by"),
    ],
)
def test_what_differs_from_a_record_is_told_place_by_place(tmp_path: Path, damage: Damage, told: str) -> None:
    """And that the record is no longer the one that was made."""
    path = kept(tmp_path)
    record = json.loads(path.read_text(encoding="utf-8"))
    damage(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    done = licet("replay", path, "--format", "json")
    assert done.status == 1
    assert any("SHA-256" in text for text in done.json["differences"])
    assert any(told in text for text in done.json["differences"])


@pytest.mark.parametrize(
    "damage",
    [
        lambda record: record.pop("hits"),
        lambda record: record.update(law="AAAA"),
        lambda record: record.update(hits=[{"list_id": 1}]),
        lambda record: record.update(decision={}),
        lambda record: record.update(format="another"),
    ],
)
def test_a_damaged_record_is_2(tmp_path: Path, damage: Damage) -> None:
    """Trouble, in a sentence."""
    path = kept(tmp_path)
    record = json.loads(path.read_text(encoding="utf-8"))
    damage(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    done = licet("replay", path)
    assert (done.status, done.out) == (2, "")


def test_a_record_whose_law_was_damaged_says_so_and_sends_nobody_to_mend_the_law(tmp_path: Path) -> None:
    """The faults would be in files that the user does not have."""
    path = kept(tmp_path)
    record = json.loads(path.read_text(encoding="utf-8"))
    broken = [{"root": 0, "path": "law/a.yml", "text": "measures: ["}]
    packed = zstandard.ZstdCompressor().compress(json.dumps(broken).encode())
    record["law"] = base64.b64encode(packed).decode()
    path.write_text(json.dumps(record), encoding="utf-8")
    done = licet("replay", path)
    assert (done.status, done.out) == (2, "")
    assert "the record was changed after it was made" in done.err
    assert "Take an undamaged copy" in done.err
    assert "rulebook check" not in done.err


def test_records_of_many_go_into_a_folder(tmp_path: Path) -> None:
    """One each, by number; one file is refused."""
    text = f"{json.dumps(LEAST)}\n{json.dumps(on('2018-07-14'))}\n"
    folder = tmp_path / "records"
    assert asked(text, "-q", "--record", folder).status == 1
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["000001.record.json", "000002.record.json"]
    assert [licet("replay", folder / name).status for name in names] == [0, 0]
    file = tmp_path / "one.json"
    file.write_text("", encoding="utf-8")
    assert asked(text, "-q", "--record", file).status == 2


def test_law_of_one_s_own_is_applied_told_and_replayed(tmp_path: Path) -> None:
    """A private folder lies over the rulebook that ships."""
    folder = tmp_path / "ourlaw"
    folder.mkdir()
    (folder / "own.yml").write_text(PRIVATE, encoding="utf-8")
    question = on(
        "2020-06-01", parties=[{"role": "purchaser", "name": "Quiet Harbour Trading", "country": "DE"}]
    )
    assert decision(question, "-q")["outcome"] == "no_restriction_found"
    record = tmp_path / "own.record.json"
    done = asked(question, "-q", "--rulebook", folder, "--record", record)
    assert (done.status, done.json["outcome"]) == (1, "prohibited")
    assert done.json["rulebook"]["private"][0]["file"] == "ourlaw/own.yml"
    assert "OWN 1" in done.json["findings"][0]["citations"]
    (folder / "own.yml").unlink()
    assert licet("replay", record).status == 0
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "own.yml").write_text("documents: {a: {title: b, signd: 2020-01-01}}\n", encoding="utf-8")
    wrong = asked(question, "-q", "--rulebook", broken)
    assert wrong.status == 2
    assert "own.yml:1" in wrong.err


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


def test_a_decision_is_explained_in_plain_words(tmp_path: Path) -> None:
    """From JSON, from JSON Lines, from a record; with the citation, the dates and the hash."""
    text = asked(LEAST, "-q").out
    from_json = asked(text, "--format", "table", command=("explain",))
    assert from_json.status == 0
    for part in (
        "Prohibited: an order or rule forbids it",
        "83 FR 17644",
        "2018-04-23",
        "Said, without legal",
    ):
        assert part in " ".join(from_json.out.split())
    assert licet("explain", kept(tmp_path), "--format", "table").out == from_json.out
    lines = asked(f"{json.dumps(LEAST)}\n{json.dumps(on('2018-07-14'))}\n", "-q", "--format", "jsonl").out
    both = asked(lines, "--format", "markdown", command=("explain",))
    assert both.out.count("## The answer") == 2
    assert "No restriction was found in the regimes, lists and days that were checked" in both.out
    assert asked('{"outcome": 1}', command=("explain",)).status == 2
    assert asked("nothing", command=("explain",)).status == 2


def test_another_day_changes_the_decision_and_says_why() -> None:
    """What goes and what comes, with citations."""
    done = asked(LEAST, "--day", "2018-07-14", "-q", command=("whatif",))
    assert done.status == 1
    (change,) = done.json["changes"]
    assert (change["before"], change["after"]) == ("prohibited", "no_restriction_found")
    assert any("83 FR 17644" in text for text in change["gone"])
    assert any(text.startswith("flag: ") for text in change["come"])


def test_another_life_of_an_instrument_shows_the_decisions_that_hang_on_it() -> None:
    """A suspended denial is activated earlier: of three, the shipment to ZTE in the suspension changes."""
    other = [{"role": "end_user", "name": "Quiet Ltd", "country": "CN"}]
    text = "".join(
        f"{json.dumps(question)}\n"
        for question in (on("2017-12-01", reference="A"), on("2017-12-01", parties=other), on("2018-05-14"))
    )
    event = "us.bis.zte.denial=activated@2017-06-01"
    done = asked(text, "--event", event, "-q", command=("whatif",))
    assert (done.status, done.json["shipments"], done.json["changed"]) == (1, 3, 1)
    (change,) = done.json["changes"]
    assert (change["reference"], change["after"]) == ("A", "prohibited")
    assert "us.bis.zte.denial: activated on 2017-06-01" in done.json["supposed"]


def test_another_fact_is_read_as_strictly_as_the_first() -> None:
    """A wrong path or word is an error; a fact that changes nothing is 0."""
    assert asked(LEAST, "--set", "reference=B", "-q", command=("whatif",)).status == 0
    name = "parties[0].name=Quiet Ltd"
    (change,) = asked(LEAST, "--set", name, "-q", command=("whatif",)).json["changes"]
    assert change["before"] == "prohibited"
    for wrong in (
        ("--set", "parties[0].nme=x"),
        ("--set", "parties[7].name=x"),
        ("--set", "nonsense"),
        ("--set", "end_use="),
        ("--event", "us.bis.zte.denail=activated@2017-06-01"),
        ("--event", "us.bis.zte.denial=woken@2017-06-01"),
        ("--event", "us.bis.zte.denial=activated@2017-02-30"),
        ("--day", "soon"),
        (),
    ):
        done = asked(LEAST, *wrong, "-q", command=("whatif",))
        assert (done.status, done.out) == (2, ""), wrong
