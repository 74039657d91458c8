"""What is printed where and how: formats, stdout and stderr, colours, help."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from tests.command import licet, table_of

DAY = ("--as-of", "2018-05-14")
COMMANDS = {
    "match": ("match", "ZTE Corp.", *DAY),
    "versions": ("lists", "versions", "us_bis_dpl"),
    "status": ("lists", "status"),
    "diff": ("lists", "diff", "us_bis_dpl", "2018-01-08", "2018-05-14"),
    "search": ("search", "huawei"),
    "show": ("show", "us_bis_dpl:e1743bbaa27ad15e"),
    "edition": ("lists", "show", "us_csl"),
    "verify": ("lists", "verify"),
    "doctor": ("doctor",),
}
ROWS = {"match": 2, "versions": 6, "status": 10, "diff": 2, "search": 2, "show": 2}
MATCH_KEYS = ["status", "subject", "hits", "hits_left_out", "demoted", "other_days", "as_of", "known_by"]
NOTICE = "no store has been made yet"


@pytest.mark.parametrize("what", COMMANDS)
def test_every_command_prints_every_format(what: str) -> None:
    """The same facts five times; exit status does not depend on the format."""
    done = {
        style: licet(*COMMANDS[what], "-q", "-f", style)
        for style in ("table", "json", "jsonl", "csv", "markdown")
    }
    assert len({item.status for item in done.values()}) == 1
    assert {item.err for item in done.values()} == {""}
    rows = [json.loads(line) for line in done["jsonl"].out.splitlines()]
    assert len(rows) == ROWS.get(what, len(rows))
    cells = list(csv.DictReader(io.StringIO(done["csv"].out)))
    assert len(cells) == len(rows)
    if rows:
        assert list(cells[0]) == list(rows[0])
        marks = done["markdown"].out.splitlines()
        assert len(marks) == len(rows) + 2
        assert marks[0] == f"| {' | '.join(rows[0])} |"
    assert isinstance(done["json"].json, dict | list)
    assert done["table"].out.endswith("\n")
    assert "{" not in done["table"].out


def test_the_keys_of_a_match_are_those_of_the_manual() -> None:
    """What programs read."""
    answer = licet(*COMMANDS["match"]).json
    assert list(answer)[: len(MATCH_KEYS)] == MATCH_KEYS
    assert {"lists", "engine", "policy", "store", "incomplete", "warnings"} <= set(answer)
    assert answer["as_of"] == "2018-05-14"
    hit = answer["hits"][0]
    assert (hit["entity_id"], hit["list"]) == ("us_bis_dpl:e1743bbaa27ad15e", "us_bis_dpl")
    assert (hit["matched_name"], hit["citations"]) == ("ZTE Corporation", ["83 FR 17644 (2018-04-23)"])
    assert hit["explanation"]["lines"]
    (used,) = (use for use in answer["lists"] if use["id"] == "us_bis_dpl")
    assert used["edition"] == f"2018-05-14/{used['sha256'][:12]}"
    assert re.fullmatch(r"[0-9a-f]{64}", used["files"]["dpl.txt"])


def test_a_table_on_a_terminal_json_in_a_pipe_and_what_the_user_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """LICET_FORMAT sets another default, -f wins; a misspelt one is told."""
    asked = ("match", "ZTE Corp.", *DAY)
    assert licet(*asked).json["status"] == "hits"
    assert "2 hits" in licet(*asked, terminal=True).out
    monkeypatch.setenv("LICET_FORMAT", "markdown")
    assert licet(*asked).out.startswith("| score |")
    assert licet(*asked, "-f", "jsonl").out.startswith('{"score"')
    monkeypatch.setenv("LICET_FORMAT", "jsn")
    done = licet(*asked)
    assert (done.status, done.out) == (2, "")
    assert "LICET_FORMAT" in done.err


@pytest.mark.parametrize("terminal", [True, False])
def test_the_notice_about_the_embedded_lists_is_on_stderr_only(terminal: bool) -> None:
    """Until -q; the answer itself says what it rests on."""
    done = licet("match", "ZTE Corp.", *DAY, terminal=terminal)
    assert NOTICE in done.err
    assert NOTICE not in done.out
    assert licet("match", "ZTE Corp.", *DAY, "-q", terminal=terminal).err == ""
    quiet = licet("match", "ZTE Corp.", *DAY, "-q", "-f", "json").json
    assert quiet["store"] == "embedded"
    assert "embedded demonstration lists" in quiet["warnings"][0]


def test_colours_only_on_a_terminal_and_only_when_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """--no-color and NO_COLOR both switch them off."""
    asked = ("match", "ZTE Corp.", *DAY)
    assert "\x1b[31m" in licet(*asked, terminal=True).out
    assert "\x1b" not in licet(*asked, "--no-color", terminal=True).out
    assert "\x1b" not in licet(*asked, "-f", "table").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in licet(*asked, terminal=True).out


def test_a_limit_says_how_many_hits_it_leaves_out() -> None:
    """In JSON, on the card, and on stderr where rows cannot say it; the exit status stays."""
    asked = ("match", "ZTE Corp.", *DAY, "--limit", "1")
    done = licet(*asked)
    assert (done.status, len(done.json["hits"]), done.json["hits_left_out"]) == (1, 1, 1)
    card = licet(*asked, "-f", "table").out
    assert "2 hits" in card
    assert "not shown: 1 more; raise --limit" in card
    rows = licet(*asked, "-f", "csv", "-q")
    assert len(rows.out.splitlines()) == 2
    assert "hits left out: 1;" in rows.err


def test_a_search_says_when_it_leaves_results_out() -> None:
    """On stderr: the rows cannot say it."""
    done = licet("search", "bank", "--limit", "1")
    assert len(done.json) == 1
    assert "more than 1 found" in done.err
    assert "more than" not in licet("search", "huawei").err


def test_the_card_of_a_screening_says_first_what_came_of_the_rows(home: Path) -> None:
    """And in so many words when it is no clearance."""
    source = table_of(home, ["ZTE Corp.", "Unheard Of Bakery", ""])
    out = licet("screen", source, *DAY, "-f", "table", "-q").out
    assert out.splitlines() == [
        "3 rows screened: 1 hit, 1 no_hit, 1 not_screened; 2 hits in all.",
        "INCOMPLETE, not a clearance: rows not screened: 1 (see scr_error)",
        f"written    {home / 'customers.screened.csv'} (4 rows)",
        f"run sheet  {home / 'customers.screened.csv.run.json'}",
    ]


def test_no_rows_still_have_a_header() -> None:
    """An empty csv file would break who reads it."""
    assert licet("match", "Unheard Of Bakery", *DAY, "-f", "csv").out.startswith("score,strength,entity_id")
    assert licet("search", "unheard of bakery", "-f", "csv").out.startswith("entity_id,caption")
    assert licet("lists", "diff", "us_bis_dpl", "latest", "latest", "-f", "csv").out.startswith("change,")
    assert licet("match", "Unheard Of Bakery", *DAY, "-f", "jsonl").out == ""


def test_the_card_tells_reasons_days_editions_and_what_it_is_not() -> None:
    """What a compliance officer puts into the file."""
    out = licet("match", "ZTE Corp.", *DAY, "-f", "table").out
    for words in (
        "ZTE Corp., as of 2018-05-14: 2 hits",
        "83 FR 17644 (2018-04-23) · 2018-04-15 to 2018-07-12",
        "means the same as “corporation”",
        "Screened against 5 lists: ",
        "us_bis_dpl 2018-05-14/",
        "note: uk_fcdo (UK Sanctions List) has no edition published by 2018-05-14",
        "known by 2026-10-08",
        "no hit is no permission",
    ):
        assert words in out, words


def test_show_tells_the_history_with_what_changed() -> None:
    """Listed in April, cited in May, gone in July."""
    done = licet("show", "us_bis_dpl:e1743bbaa27ad15e", *DAY)
    assert (done.json["listed"], done.json["entity"]["start"]) == (True, "2018-04-15")
    first, second = done.json["history"]
    assert (first["from_published"], first["until"]) == ("2018-04-16", "2018-05-14")
    assert (second["until"], second["changes"][0]["field"]) == ("2018-07-13", "citations")
    assert second["changes"][0]["material"] is False
    later = licet("show", "us_bis_dpl:e1743bbaa27ad15e", "--as-of", "2018-08-01", "-f", "table")
    assert "not listed on 2018-08-01" in later.out


GROUPS = {"": 21, "lists": 9, "shipment": 2, "rulebook": 3, "news": 5}
HELP = [
    *("match", "screen", "search", "show", "demo", "doctor", "version"),
    *("explain", "replay", "history", "whatif", "reference import", "tariffs import"),
    *("shipment check", "shipment schema", "rulebook check", "rulebook show", "rulebook docs"),
    *(f"lists {verb}" for verb in ("sync", "import", "status", "versions", "show", "diff", "history")),
    *("lists verify", "lists export", "read", "timeline", "signals"),
    *(f"news {verb}" for verb in ("add", "fetch", "list", "show", "explain")),
]


@pytest.mark.parametrize("command", HELP)
def test_help_shows_examples_one_a_line(command: str) -> None:
    """Each stands as it is typed, whole; no line of prose is wider than the terminal."""
    done = licet(*command.split(), "--help")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    start = lines.index("  Examples:")
    block = lines[start + 2 : lines.index("", start + 2)]
    assert block
    for line in block:
        assert line.startswith(f"      licet {command}"), line
        assert "\b" not in line
    assert all(len(line) <= 80 for line in lines if line not in block)


@pytest.mark.parametrize(("group", "count"), GROUPS.items())
def test_the_commands_of_a_group_are_told_in_whole_sentences(group: str, count: int) -> None:
    """None is cut off with dots."""
    out = licet(*group.split(), "--help").out
    told = out[out.index("Commands:") :].splitlines()[1:]
    assert len(told) == count
    assert all(line.endswith(".") and not line.endswith("..") for line in told), told


def test_the_version_pins_everything_that_can_change_a_result() -> None:
    """Also as JSON."""
    assert re.fullmatch(r"licet \d+\.\d+\.\d+\n", licet("version").out)
    assert licet("--version").out == licet("version").out
    content = licet("version", "--json").json
    assert {"licet", "engine", "python", "lists", "libraries"} <= set(content)
