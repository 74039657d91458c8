"""`licet news` as a user runs it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest
from tests.command import licet, process
from tests.loopback import Loopback, data, loopback, silent, status

import licet as library
from licet.news.inputs.gathered import Raw

STORY = (
    "date 2021-03-02 The trade ministry on Tuesday fined Aldine Marine Works $12 million.\n\n"
    '"We will act with care," Trade Minister Ana Pell said in a statement.\n'
)
CHANGED = STORY.replace("$12 million", "$14 million")


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A news site on this machine."""
    with loopback() as running:
        yield running


def write(name: str, text: str = STORY) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def outcomes(*arguments: object) -> tuple[int, list[str]]:
    done = licet("news", "add", *arguments, "-f", "json")
    return done.status, [row["outcome"] for row in done.json["stories"]]


def test_a_story_is_added_once_and_a_changed_one_is_a_version_of_it() -> None:
    place = ("--url", "https://harbour.example/1", "--outlet", "Harbour Post")
    assert outcomes(write("a.txt"), *place) == (0, ["added"])
    assert outcomes("a.txt", *place) == (0, ["same"])
    assert outcomes(write("b.txt", CHANGED), *place) == (0, ["new_version"])
    (row,) = licet("news", "list", "-f", "json").json
    assert (row["version"], row["outlet"], row["dated"]) == (2, "Harbour Post", "2021-03-02")
    whole = licet("news", "show", row["id"][:5], "-f", "json", "-q").json
    assert whole["text"] == CHANGED
    assert [chapter["version"] for chapter in whole["history"]] == [1, 2]
    changes = whole["history"][1]["changes"]
    assert [line[0] for line in changes] == ["-", "+"]
    assert "$12 million" in changes[0]
    assert "$14 million" in changes[1]
    first = licet("news", "show", "harbour.example/1", "--version", "1", "-f", "json", "-q").json
    assert first["text"] == STORY


def test_a_folder_is_read_file_by_file_and_what_is_none_is_told() -> None:
    write("news/a.txt")
    write(
        "news/deep/b.jsonl",
        json.dumps({"text": "The ministry said no.", "date": "2021-03-05"}) + "\nnonsense\n",
    )
    write("news/.hidden", "nothing")
    Path("news/c.bin").write_bytes(bytes(range(256)) * 20)
    done = licet("news", "add", "news", "--db", "news/s.db", "-f", "json")
    rows = {row["from"]: row["outcome"] for row in done.json["stories"]}
    assert rows == {"a.txt": "added", "c.bin": "not_read", "deep/b.jsonl": "added"}
    assert done.status == 3
    assert "licet: c.bin: These bytes are no text." in done.err
    assert "licet: deep/b.jsonl: deep/b.jsonl line 2: The line is no JSON object" in done.err
    again = licet("news", "add", "news", "--db", "news/s.db", "-f", "json")
    assert [row["outcome"] for row in again.json["stories"]] == ["same", "not_read", "same"]


def test_a_file_that_is_not_there_is_told_before_any_other_is_kept() -> None:
    write("a.txt")
    done = licet("news", "add", "a.txt", "missing.txt")
    assert (done.status, done.out) == (2, "")
    assert licet("news", "list", "-f", "json").json == []


def test_a_folder_without_files_is_told(home: Path) -> None:
    (home / "empty").mkdir()
    done = licet("news", "add", write("a.txt"), "empty", "-f", "json")
    assert [row["outcome"] for row in done.json["stories"]] == ["added", "not_read"]
    assert done.status == 3
    assert "licet: empty: There is no file in this folder." in done.err


def test_a_file_that_is_too_large_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("licet.usecases.news_files.MOST_BYTES", 1000)
    status, kept = outcomes(write("large.txt", STORY * 10), write("a.txt"))
    assert (status, kept) == (3, ["not_read", "added"])


def test_standard_input_is_a_story(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(STORY.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert outcomes("-", "--outlet", "Harbour Post") == (0, ["added"])


def test_a_dry_run_reads_and_keeps_nothing(home: Path) -> None:
    write("a.txt")
    assert outcomes("a.txt", "--dry-run") == (0, ["would_be_read"])
    assert [path.name for path in home.rglob("*.db")] == []
    assert licet("news", "list").status == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", "missing.txt"), "missing.txt: No such file or directory. Give files of text"),
        (("add", "a.txt", "--url", "harbour"), "is no web address"),
        (("add", "a.txt", "a.txt", "--url", "https://harbour.example/1"), "give one file"),
        (("add", "https://harbour.example/1", "--dry-run"), "not asked in a dry run"),
        (("add", "a.txt", "--known", "soon"), "is no day"),
        (("list", "--since", "soon"), "is no day"),
        (("list", "--known-by", "soon"), "is no day or instant"),
        (("show", "0123"), "no one story is meant by '0123'. Try `licet news list`"),
        (("show", "0"), "no one story is meant"),
        (("explain", "a.example/1"), "no one story is meant"),
        (("fetch", "harbour"), "that is no web address: write https://HOST/PATH"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(arguments: tuple[str, ...], told: str) -> None:
    outcomes(write("a.txt"))
    done = licet("news", *arguments)
    assert done.status == (5 if arguments[0] == "fetch" else 2)
    assert told in " ".join(done.err.replace("│", " ").split())


def test_a_story_is_shown_in_the_form_that_is_set_or_that_the_file_is_named_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`LICET_FORMAT=table`, which other commands know, is text here; without any it is JSON in a pipe."""
    outcomes(write("a.txt"))
    (row,) = licet("news", "list", "-f", "json").json
    shown = ("news", "show", row["id"], "--no-lists", "-q")
    assert licet(*shown).json["id"] == row["id"]
    assert licet(*shown, "-o", "a.html").status == 0
    assert Path("a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert licet(*shown, "-o", "a.txt").status == 0
    assert "  M  a measure, told as taken\n" in Path("a.txt").read_text(encoding="utf-8")
    monkeypatch.setenv("LICET_FORMAT", "table")
    assert "  M  a measure, told as taken\n" in licet(*shown).out
    monkeypatch.setenv("LICET_FORMAT", "jsn")
    assert "LICET_FORMAT" in licet(*shown).err


def test_half_characters_and_controls_of_a_feed_stop_no_command() -> None:
    """JSON Lines may hold what no file can: each command tells it escaped, and none fails."""
    told = "Har\\ud800bour\\u009b"
    text = f"The ministry fined Orlo Corp\\ud800., a maker of {told} pumps based in {told}, $4 million."
    line = (
        f'{{"text": "{text}", "date": "2024-03-05", "outlet": "{told}", "url": "https://a.example/\\udfff"}}'
    )
    Path("a.jsonl").write_text(line, encoding="utf-8")
    for command in (("read", "--no-lists"), ("timeline", "--no-lists"), ("news", "add")):
        done = licet(*command, "a.jsonl", "-f", "json")
        assert (done.status, "\x9b" in done.out) == (0, False)
        assert done.json
    (row,) = licet("news", "list", "-f", "json").json
    assert licet("news", "explain", row["id"], "-f", "json").json


def test_before_any_story_is_kept_showing_one_says_how_to_add_one() -> None:
    done = licet("news", "show", "0123")
    assert (done.status, done.out) == (2, "")
    assert "no story has been kept there. Add one: licet news add FILE." in done.err


def test_what_was_known_by_a_day_is_what_is_listed() -> None:
    place = ("--url", "https://harbour.example/1")
    outcomes(write("a.txt"), *place, "--known", "2021-03-03")
    outcomes(write("b.txt", CHANGED), *place, "--known", "2021-03-09")
    assert licet("news", "list", "--known-by", "2021-03-02").status == 1
    (row,) = licet("news", "list", "--known-by", "2021-03-05", "-f", "json").json
    assert row["version"] == 1
    then = licet("news", "show", row["id"], "--known-by", "2021-03-05", "-f", "json", "-q").json
    assert (then["text"], then["versions"]) == (STORY, 1)
    assert licet("news", "list", "-f", "json").json[0]["version"] == 2


def test_stories_are_found_by_day_and_by_party_under_any_name_it_has_there() -> None:
    write("a.txt", STORY + "\nAldine promised to appeal.\n")
    write("b.txt", "date 2021-03-09 Ships may enter the harbour again, the harbour master said.")
    outcomes("a.txt", "b.txt")
    listed = licet("news", "list", "-f", "json").json
    assert [row["dated"] for row in listed] == ["2021-03-09", "2021-03-02"]
    assert [row["dated"] for row in licet("news", "list", "--since", "2021-03-03", "-f", "json").json] == [
        "2021-03-09"
    ]
    for name in ("Aldine Marine Works", "ALDINE MARINE WORKS", "aldine"):
        (row,) = licet("news", "list", "--party", name, "-f", "json").json
        assert row["dated"] == "2021-03-02"
        assert "Aldine Marine Works" in row["named"]
    assert licet("news", "list", "--party", "harbour bank").status == 1


def test_kept_stories_are_read_and_told_together_by_their_ids() -> None:
    outcomes(write("a.txt"), write("b.txt", CHANGED))
    first, second = sorted(row["id"] for row in licet("news", "list", "-f", "json").json)
    read = licet("read", first[:6], "b.txt", "-f", "json", "--no-lists", "-q").json["stories"]
    assert [item["source"] for item in read] == [first[:6], "b.txt"]
    assert read[0]["text"] in {STORY, CHANGED}
    merged = licet("timeline", first, second, "-f", "json", "--no-lists", "-q", "--as-of", "2021-03-03")
    assert (merged.status, merged.err) == (0, "")
    wrong = licet("read", "0000", "--no-lists", "-q")
    assert (wrong.status, "no one story is meant by '0000'" in wrong.err) == (2, True)
    write("0000", STORY)
    assert licet("read", "0000", "--no-lists", "-q", "-f", "json").json["stories"][0]["text"] == STORY


def test_a_reading_is_explained_by_rule_and_words() -> None:
    outcomes(write("a.txt"))
    (row,) = licet("news", "list", "-f", "json").json
    everything = licet("news", "explain", row["id"], "-f", "json").json
    assert {item["key"][0] for item in everything} >= {"p", "t", "a", "s"}
    for item in everything:
        assert item["rule"]
        assert item["words"] or item["derived_from"]
        for words in item["words"]:
            assert STORY[words["start"] : words["end"]] == words["text"]
    (amount,) = licet("news", "explain", row["id"], "a1", "-f", "json").json
    assert (amount["value"]["unit"], amount["words"][0]["text"]) == ("USD", "$12 million")
    table = licet("news", "explain", row["id"], "A1", "-f", "table").out
    assert ">>$12 million<<" in table
    assert "rule   money" in table
    wrong = licet("news", "explain", row["id"], "a9")
    assert (wrong.status, wrong.out) == (2, "")
    assert "nothing with the key 'a9' was read of this story. It has " in wrong.err


def test_a_story_cannot_steer_the_terminal_or_the_page() -> None:
    evil = STORY + "\n\x1b[2J\x1b]0;owned\x07 <script>alert(1)</script> \u202e Aldine Marine Works said.\n"
    outcomes(write("a.txt", evil), "--outlet", "Har\x1b[2Jbour\u202e")
    (row,) = licet("news", "list", "-f", "json").json
    for arguments in (
        ("list",),
        ("show", row["id"], "-f", "text", "-q"),
        ("explain", row["id"], "-f", "table"),
    ):
        out = licet("news", *arguments, terminal=True).out
        assert "\x1b]" not in out
        assert "\x1b[2J" not in out
        assert "\u202e" not in out
        assert "\x07" not in out
    page = licet("news", "show", row["id"], "-f", "html", "-q").out
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_news_changes_no_answer(home: Path) -> None:
    """In an empty folder the embedded lists go on answering, though the store is made."""
    question = ("match", "ZTE Corp.", "--as-of", "2018-05-14", "-f", "json")
    before = licet(*question)
    outcomes(write("a.txt", STORY.replace("Aldine Marine Works", "ZTE Corp.")))
    assert [path.name for path in home.glob("data/**/*.db")] == ["licet.db"]
    after = licet(*question)
    assert (after.status, after.out) == (before.status, before.out)
    assert "the store holds news and no list yet" in after.err
    assert "no store has been made yet" in before.err
    assert licet("lists", "verify").status == 0


def test_two_processes_that_add_the_same_stories_at_once_keep_each_once(home: Path) -> None:
    """Each waits for the other; nothing is kept twice and nothing is lost."""
    for number in range(30):
        write(f"news/{number:02}.txt", STORY.replace("$12", f"${number + 1}"))
    licet("news", "add", write("first.txt", STORY))
    with ThreadPoolExecutor() as pool:
        both = list(pool.map(lambda _: process("news", "add", "news", "-f", "json", folder=home), range(2)))
    assert [done.status for done in both] == [0, 0]
    told = [row["outcome"] for done in both for row in done.json["stories"]]
    assert (told.count("added"), told.count("same"), len(told)) == (29, 31, 60)
    assert {row["version"] for row in licet("news", "list", "-f", "json").json} == {1}
    assert licet("lists", "verify").status == 0


def test_a_run_that_was_killed_goes_on_where_it_was(home: Path, server: Loopback) -> None:
    """Killed while the second story is being sent: the first is there, and is not asked for again."""
    page = "<html><body><article><p>{}</p></article></body></html>"
    server.at("/1", data(page.format(STORY).encode(), Content_Type="text/html"))
    server.at("/2", silent(60, b""))
    items = "".join(f"<item><link>{server.url}/{number}</link></item>" for number in (1, 2))
    server.at("/feed", data(f"<rss version='2.0'><channel><title>H</title>{items}</channel></rss>".encode()))
    asked = ("news", "fetch", f"{server.url}/feed", "--allow-http", "--pause", "0", "-f", "json")
    running = subprocess.Popen([sys.executable, "-m", "licet", *asked], cwd=home, stdout=subprocess.DEVNULL)
    while not server.asked("/2"):
        assert running.poll() is None
        sleep(0.05)
    running.kill()
    running.wait()
    assert len(licet("news", "list", "-f", "json").json) == 1
    server.at("/2", data(page.format(CHANGED).encode(), Content_Type="text/html"))
    done = licet(*asked)
    assert [(row["outcome"], row["added"]) for row in done.json] == [
        ("fetched", 0),
        ("held", 0),
        ("fetched", 1),
    ]
    assert server.asked("/1") == 1


def test_an_address_is_fetched_as_a_user_would(server: Loopback) -> None:
    """Exit status 0 where all came, 3 where something was no story, 5 where an address did not come."""
    page = f"<html><head><title>T</title></head><body><article><p>{STORY}</p></article></body></html>"
    server.at("/1", data(page.encode(), ETag='"1"', Content_Type="text/html"))
    item = f"<item><link>{server.url}/1</link></item>"
    server.at("/feed", data(f"<rss version='2.0'><channel><title>H</title>{item}</channel></rss>".encode()))
    asked = ("--allow-http", "-f", "json")
    done = licet("news", "fetch", f"{server.url}/feed", "--pause", "0", *asked)
    assert done.status == 0
    assert [(row["outcome"], row["kind"], row["added"]) for row in done.json] == [
        ("fetched", "feed", 0),
        ("fetched", "html", 1),
    ]
    assert f"licet: {server.url}/1: fetched 1 added" in done.err
    again = licet("news", "add", f"{server.url}/1", *asked)
    assert (again.status, [row["outcome"] for row in again.json["stories"]]) == (0, ["same"])
    refused = licet("news", "fetch", f"{server.url}/1", "-f", "json")
    assert (refused.status, refused.json[0]["outcome"]) == (5, "failed")
    assert "not encrypted" in refused.err
    server.at("/gone", status(410))
    assert licet("news", "fetch", f"{server.url}/gone", *asked).status == 5
    server.at("/empty", data(b"<html><body></body></html>"))
    assert licet("news", "fetch", f"{server.url}/empty", *asked).status == 3


def test_python_has_the_same_verbs() -> None:
    with library.open("s.db") as desk:
        (added,) = desk.news.add([write("a.txt")], outlet="Harbour Post")
        (story,) = added.stories
        assert story.shelved is not None
        desk.news.add([Raw(b"date 2021-03-04 Ships may enter.", "b")])
        assert [item.story.dated.isoformat() for item in desk.news.stories() if item.story.dated] == [
            "2021-03-02",
            "2021-03-04",
        ]
        assert desk.news.show(story.shelved.story_id).kept.story.text == STORY
        assert list(desk.as_of(None, "2021-01-01").news.stories()) == []
