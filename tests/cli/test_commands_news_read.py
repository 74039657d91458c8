"""`licet read` and `licet timeline` as a new user runs them."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.command import licet, process
from tests.reports.told import OTHER, STORY

ZTE = """date 2018-05-14
The Commerce Department last month barred American firms from selling parts to ZTE Corp. for seven years.

"We will appeal," said Wen Lan, a spokeswoman for ZTE.
"""


@pytest.fixture
def stories(home: Path) -> tuple[str, str]:
    """Two stories of the same matter, in files."""
    (home / "a.txt").write_text(STORY, encoding="utf-8")
    (home / "b.txt").write_text(OTHER, encoding="utf-8")
    return "a.txt", "b.txt"


@pytest.fixture
def zte(home: Path) -> str:
    """A story about a party of the embedded lists."""
    (home / "zte.txt").write_text(ZTE, encoding="utf-8")
    return "zte.txt"


def test_a_piped_reading_is_json_with_exact_spans(stories: tuple[str, str]) -> None:
    """Every span of every value says what the story says."""
    done = licet("read", *stories, "--no-lists")
    assert done.status == 0
    assert [item["story"] for item in done.json["stories"]] == ["A", "B"]
    first = done.json["stories"][0]
    named = [mention for party in first["parties"] for mention in party["mentions"]]
    assert "Zhenlan" in {item["text"] for item in named}
    assert all(STORY[item["start"] : item["end"]] == item["text"] for item in named)
    assert done.err == ""


def test_standard_input_is_read_once(stories: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is a story like any other, beside files too."""
    given = io.TextIOWrapper(io.BytesIO(STORY.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", given)
    done = licet("read", "-", stories[1], "--no-lists", "-f", "json")
    assert [item["source"] for item in done.json["stories"]] == ["standard input", stories[1]]
    assert done.json["stories"][0]["text"] == STORY
    assert licet("timeline", "-", "-", "--no-lists").status == 2


def test_a_terminal_shows_the_text_in_colours(stories: tuple[str, str]) -> None:
    """And without colours with letters below it."""
    done = licet("read", stories[0], "--no-lists", terminal=True)
    assert "\x1b[1;34mCommerce Department\x1b[0m" in done.out
    bare = licet("read", stories[0], "--no-lists", "--no-color", terminal=True)
    assert "\x1b" not in bare.out
    assert re.search(r"\nZhenlan said [^\n]*\np{7} ", bare.out)


def test_parties_are_linked_to_the_lists_of_the_story_s_day(zte: str) -> None:
    """ZTE was denied export privileges on the story's day, and not in 2019; the link stays, told as such."""
    done = licet("read", zte, "-q")
    (story,) = done.json["stories"]
    assert story["linked_on"] == "2018-05-14"
    linked = {key for party in story["parties"] for key in party["links"]}
    assert linked == set(story["links"])
    assert {link["counts_on_day"] for link in story["links"].values()} == {True}
    assert all(key.startswith(("us_bis_dpl:", "us_csl:")) for key in linked)
    later = licet("read", zte, "-q", "--as-of", "2019-01-01").json["stories"][0]
    assert later["linked_on"] == "2019-01-01"
    assert {link["counts_on_day"] for link in later["links"].values()} == {False}
    assert licet("read", zte, "--no-lists").json["stories"][0]["links"] == {}


def test_a_story_of_a_folder_tells_its_file(stories: tuple[str, str], home: Path) -> None:
    """Several stories of one folder could not be told apart by the folder's name."""
    (home / "folder").mkdir()
    for name in stories:
        (home / name).rename(home / "folder" / name)
    read = licet("read", "folder", "--no-lists").json["stories"]
    places = ["folder/a.txt", "folder/b.txt"]
    assert [story["source"] for story in read] == places
    signals = licet("signals", "folder", "-f", "json").json["signals"]
    assert {signal["story"] for signal in signals} <= set(places)
    assert signals


def test_a_reading_by_the_embedded_lists_says_so_itself(zte: str, home: Path) -> None:
    """Whoever reads a copy of it did not see the terminal, and a quiet run says nothing there."""
    said = "these are the embedded demonstration lists: hand-written, partial, not current"
    (story,) = licet("read", zte, "-q").json["stories"]
    assert story["incomplete"] == [said]
    shown = " ".join(licet("read", zte, "-q", "--format", "text").out.split())
    assert f"lists not fully seen: {said}" in shown
    assert licet("read", zte, "-q", "--format", "html", "-o", "zte.html").status == 0
    assert said in (home / "zte.html").read_text(encoding="utf-8")
    assert licet("read", zte, "-q", "--no-lists").json["stories"][0]["incomplete"] == []


def test_a_firm_that_looks_like_a_person_is_linked(home: Path) -> None:
    """A story seldom says what two capital words are; a list does."""
    (home / "t.txt").write_text(
        "date 2024-05-14\nOfficials met Tornado Cash in Geneva, and Tornado Cash denied the claims.\n",
        "utf-8",
    )
    (story,) = licet("read", "t.txt", "-q").json["stories"]
    assert {party["kind"] for party in story["parties"] if party["links"]} == {"person"}
    assert story["links"]


def test_persons_without_a_full_name_are_never_linked(home: Path) -> None:
    """A surname is no name: half of a story's readers bear it."""
    (home / "s.txt").write_text(
        "date 2018-05-14\nShi said the yard would close. Mr. Petrov agreed.\n", "utf-8"
    )
    assert licet("read", "s.txt", "-q").json["stories"][0]["links"] == {}


@pytest.mark.parametrize("chosen", ["text", "json", "jsonl", "html", "ftm", "scoring"])
def test_every_format_is_written_as_printed(stories: tuple[str, str], chosen: str) -> None:
    """A file holds what stdout would."""
    printed = licet("read", *stories, "--no-lists", "--format", chosen)
    assert printed.status == 0
    assert printed.out
    assert licet("read", *stories, "--no-lists", "--format", chosen, "-o", "out").status == 0
    assert Path("out").read_text(encoding="utf-8") == printed.out


def test_lines_are_json_each(stories: tuple[str, str]) -> None:
    """One thing a line, one entity a line."""
    for chosen, key in (("jsonl", "sort"), ("ftm", "schema")):
        lines = licet("read", *stories, "--no-lists", "--format", chosen).out.splitlines()
        assert len(lines) > 5
        assert all(key in json.loads(line) for line in lines)


def test_scoring_has_the_stories_as_a_and_b(stories: tuple[str, str]) -> None:
    """And the merged facts with them."""
    content = licet("read", *stories, "--no-lists", "--format", "scoring").json
    assert set(content) == {"A", "B", "facts", "status"}
    assert set(content["A"]) == {"mentions", "timex", "amounts", "statements", "measures"}


@pytest.mark.parametrize(
    ("command", "told"), [("read", "stories"), ("timeline", "facts"), ("signals", "signals")]
)
def test_what_cannot_be_read_is_told_and_stops_no_other(
    command: str, told: str, zte: str, home: Path
) -> None:
    """A bad row, a file of bytes, an empty one among good stories: all three are told, the rest is read."""
    folder = home / "clippings"
    folder.mkdir()
    (home / zte).rename(folder / "good.txt")
    (folder / "some.jsonl").write_text(
        '{"text": "The ministry said no."}\n{"title": "x"}\n', encoding="utf-8"
    )
    (folder / "bytes.bin").write_bytes(bytes(range(256)) * 20)
    (home / "empty.txt").write_bytes(b"")
    done = licet(
        command, "clippings", "empty.txt", *(("-f", "json") if command == "signals" else ("--no-lists",))
    )
    assert done.status == 3
    assert done.json[told]
    reasons = done.json["not_read"]
    assert [reason.split(":")[0] for reason in reasons] == [
        "clippings/bytes.bin",
        "clippings/some.jsonl",
        "empty.txt",
    ]
    assert "clippings/some.jsonl: line 2: The story has no `text`." in reasons[1]
    for reason in reasons:
        assert f"licet: not read: {reason}" in done.err


@pytest.mark.parametrize("command", ["read", "timeline"])
def test_a_story_that_is_read_is_never_written_over(command: str, zte: str, home: Path) -> None:
    """By its own name, by another way to it, or in a folder that is read."""
    (home / "folder").mkdir()
    (home / "folder" / "b.txt").write_text(OTHER, encoding="utf-8")
    for sources, output in (((zte,), zte), ((zte,), f"folder/../{zte}"), (("folder",), "folder/b.txt")):
        done = licet(command, *sources, "--no-lists", "-f", "html", "-o", output)
        assert (done.status, done.out) == (2, "")
        assert f"{output}: it is one of the stories to read" in done.err
    assert (home / zte).read_text(encoding="utf-8") == ZTE


def test_a_result_that_cannot_be_written_says_what_to_do(zte: str) -> None:
    done = licet("read", zte, "--no-lists", "-o", "nowhere/x.json")
    assert done.status == 2
    assert "nowhere/x.json: No such file or directory. Name a file with -o" in done.err


def test_a_day_that_is_none_is_told_where_no_list_is_asked(zte: str) -> None:
    done = licet("read", zte, "--no-lists", "--as-of", "yesterday")
    assert (done.status, done.out) == (2, "")
    assert "write YYYY-MM-DD" in done.err


def test_a_link_to_nothing_in_a_folder_is_told(zte: str, home: Path) -> None:
    (home / "folder").mkdir()
    (home / zte).rename(home / "folder" / "a.txt")
    (home / "folder" / "gone.txt").symlink_to("nowhere.txt")
    done = licet("read", "folder", "--no-lists")
    assert done.status == 3
    assert "gone.txt" in done.err
    assert len(done.json["stories"]) == 1


def test_a_file_that_is_not_there_is_told_before_any_is_read(zte: str) -> None:
    done = licet("read", zte, "missing.txt", "--no-lists")
    assert (done.status, done.out) == (2, "")
    assert "missing.txt" in done.err


@pytest.mark.parametrize("command", ["read", "timeline"])
def test_what_is_no_story_is_refused(command: str, home: Path) -> None:
    """A missing file, a folder and an empty file: exit 2, one sentence, nothing printed."""
    (home / "empty.txt").write_bytes(b" \n")
    (home / "folder").mkdir()
    for name in ("missing.txt", "empty.txt", "folder"):
        done = licet(command, name, "--no-lists")
        assert (done.status, done.out) == (2, "")
        assert name in done.err


@pytest.mark.parametrize(
    ("command", "word", "other"), [("read", "text", "table"), ("timeline", "table", "text")]
)
def test_either_word_for_a_terminal_is_taken(zte: str, command: str, word: str, other: str) -> None:
    told = [licet(command, zte, "--no-lists", "--as-of", "2018-07-20", "-f", name) for name in (word, other)]
    assert [item.status for item in told] == [0, 0]
    assert told[0].out == told[1].out


def test_the_timeline_names_its_subject_and_draws_the_law(zte: str) -> None:
    """Taken from the story, and said; the instruments are those of the rulebook."""
    done = licet("timeline", zte, "--no-lists", "--as-of", "2018-07-20")
    assert done.status == 0
    assert done.json["asked"] is False
    assert "83 FR 17644" in {cite for lane in done.json["law"]["measures"] for cite in lane["citations"]}
    table = licet("timeline", zte, "--no-lists", "--as-of", "2018-07-20", "-f", "table").out
    assert re.search(r"About ZTE[ \w.]*, the subject that the stories name most", table)
    assert "nothing here changes an answer" in table


def test_a_matter_asked_for_is_taken(stories: tuple[str, str]) -> None:
    """Whatever the stories are about; what the rulebook does not know is said."""
    done = licet("timeline", *stories, "--no-lists", "--matter", "ZTE", "--as-of", "2018-07-20")
    assert (done.json["about"], done.json["asked"]) == ("ZTE", True)
    unknown = licet("timeline", *stories, "--no-lists", "--matter", "Nobody Ltd", "-f", "table")
    assert "of which the rulebook knows nothing" in unknown.out


def test_the_picture_is_one(stories: tuple[str, str]) -> None:
    """By the name of the file, and well-formed."""
    assert licet("timeline", *stories, "--no-lists", "--matter", "ZTE", "-o", "x.svg").status == 0
    assert ET.parse("x.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314  our own output
    assert licet("timeline", *stories, "--no-lists", "--matter", "ZTE", "-o", "x.html").status == 0
    assert "<svg" in Path("x.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("chosen", ["table", "json", "svg", "html"])
def test_the_timeline_has_the_same_bytes(stories: tuple[str, str], home: Path, chosen: str) -> None:
    """In processes that order sets differently."""
    command = ("timeline", *stories, "--no-lists", "--matter", "ZTE", "--as-of", "2018-07-20", "-f", chosen)
    first, second = (process(*command, folder=home, PYTHONHASHSEED=seed).out for seed in ("1", "4242"))
    assert first == second
    assert first


@pytest.mark.parametrize("chosen", ["json", "ftm", "html", "text"])
def test_reading_has_the_same_bytes(zte: str, home: Path, chosen: str) -> None:
    """With links to the lists, too."""
    first, second = (
        process("read", zte, "-f", chosen, folder=home, PYTHONHASHSEED=seed).out for seed in ("1", "4242")
    )
    assert first == second
    assert first


def test_an_extractor_that_nobody_made_is_refused(stories: tuple[str, str]) -> None:
    """By its name, before anything is read."""
    done = licet("read", stories[0], "--no-lists", "--extractor", "nosuch")
    assert (done.status, done.out) == (2, "")
    assert "nosuch" in done.err


def test_a_name_that_is_only_alike_is_not_linked(home: Path) -> None:
    """Names of more or other words are other names, however near."""
    text = "date 2018-05-14\nZTA Corp. and Zhongxing Trading Holdings Ltd. hired staff. ZTE Corp. did not.\n"
    (home / "alike.txt").write_text(text, "utf-8")
    (story,) = licet("read", "alike.txt", "-q").json["stories"]
    linked = {party["name"] for party in story["parties"] if party["links"]}
    assert len(story["parties"]) >= 3
    assert linked == {"ZTE Corp."}
