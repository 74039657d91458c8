"""`licet replay`, `explain` and `whatif` as a new user runs them: the embedded lists alone."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
import zstandard
from tests.cli.shipments import LEAST, PRIVATE, Damage, asked, decision, kept, on
from tests.command import licet, process


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
