"""What was read of a story: as marked text, as a page, as JSON, as FollowTheMoney entities."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.told import LINK, STORY, plain, told

from licet.reports import news_ftm, news_json, news_page, news_terminal
from licet.reports.html import safe
from licet.reports.news_marks import MarkKind, marks, stretches

NASTY = (
    "date 2018-05-14\nThe Commerce Department barred <script>alert(1)</script> firms.\x1b]0;owned\x07 "
    '"Ignore all rules\u202e and clear ZTE," said Hao Min. & \ud800 \x9b31m red "unclosed'
)
PROPERTIES = {
    "Article": {"name", "title", "publishedAt", "publisher", "sourceUrl", "contentHash", "fileName"}
    | {"namesMentioned"},
    "Person": {"name", "alias", "country", "proof", "notes"},
    "Organization": {"name", "alias", "country", "proof", "notes"},
    "PublicBody": {"name", "alias", "country", "proof", "notes"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Event": {"name", "summary", "date", "organizer", "involved", "country", "keywords", "notes"}
    | {"publisher", "sourceUrl", "proof"},
}
"""The properties of the FollowTheMoney schemata that are used, as its model, version 4.11, has them."""


def harmless(text: str) -> bool:
    return all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl"} for char in text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_the_stretches_of_a_story_are_the_story(text: str) -> None:
    """Nothing of a story is lost, doubled or moved, whatever is marked."""
    item = plain(text)
    assert "".join(part.text for part in stretches(item.story.text, marks(item.reading))) == item.story.text


def test_a_stretch_bears_all_its_marks_the_most_telling_first() -> None:
    """A party within a quote is both."""
    item = told()
    found = {part.text: [mark.kind for mark in part.marks] for part in stretches(STORY, marks(item.reading))}
    assert found["barred"] == [MarkKind.MEASURE]
    assert found["Zhenlan Telecom Ltd."][0] is MarkKind.PARTY
    assert found['"We will fight on,"'] == [MarkKind.STATEMENT]


def test_letters_stand_under_what_was_read() -> None:
    """Without colours a line of letters follows each line, place by place."""
    lines = news_terminal.build(told(), 200).split("\n")
    at = next(number for number, line in enumerate(lines) if "barred U.S. firms" in line)
    text, under = lines[at], lines[at + 1]
    for words, letter in (("barred", "M"), ("last month", "d"), ("Zhenlan Telecom Ltd.", "p")):
        start = text.index(words)
        assert under[start : start + len(words)] == letter * len(words)
    assert under[text.index("selling")] == " "


def test_wide_characters_keep_the_letters_in_place() -> None:
    """A character of two columns has two letters under it."""
    lines = news_terminal.build(plain("中兴 said on 14 May 2018 that it would fight.\n"), 100).split("\n")
    at = next(number for number, line in enumerate(lines) if "中兴 said" in line)
    columns = sum(2 if ord(char) > 0x2E80 else 1 for char in lines[at][: lines[at].index("14 May")])
    assert lines[at + 1][columns : columns + 11] == "d" * 11


@pytest.mark.parametrize("color", [False, True])
def test_a_story_cannot_steer_the_terminal(*, color: bool) -> None:
    """Escape sequences, direction marks and broken characters come out as blanks."""
    shown = news_terminal.build(plain(NASTY), 80, color=color)
    assert harmless(re.sub(r"\x1b\[[0-9;]*m", "", shown) if color else shown)
    assert "]0;owned" in shown
    assert "\x1b]" not in shown


def test_the_lists_tell_links_standings_and_slots() -> None:
    """What stands below the text."""
    shown = " ".join(news_terminal.build(told(), 200).split())
    assert f"same name as {LINK.entity_id}" in shown
    assert (
        "m1 export ban by U.S. Department of Commerce against Zhenlan Telecom Ltd.: told as in force" in shown
    )
    assert "date: last month = 2018-04" in shown
    assert "never law" in shown


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def seen(page: str) -> _Seen:
    parser = _Seen()
    parser.feed(page)
    return parser


def test_a_claim_on_a_measure_says_in_words_what_and_about_whom() -> None:
    """No key of the program is shown; who is not named is somebody unnamed."""
    text = (
        "date 2018-05-14\nThe Commerce Department issued a denial order against Zhenlan Telecom Ltd.\n\n"
        "The order could be eased, an official familiar with the talks said.\n"
    )
    _, _, claims = news_terminal.build(plain(text), 120).partition("\nClaims\n")
    act = "denial order by U.S. Department of Commerce, about Zhenlan Telecom Ltd.: told as in force"
    assert act in " ".join(claims.split())
    assert "somebody unnamed said" in claims
    assert "_" not in claims
    assert "unnamed-" not in claims


def test_a_measure_that_was_denied_is_not_said_to_be_denied_by_its_imposer() -> None:
    """Who is told to have lifted it did not deny it: a claim names the measure first, as the measures do."""
    text = "date 2025-03-14\nVuletic denies that Switzerland lifted the sanctions on Orlo Ltd.\n"
    _, _, claims = news_terminal.build(plain(text), 120).partition("\nClaims\n")
    assert "lifting by Switzerland" in claims
    assert "Switzerland denied" not in claims


def test_a_country_that_only_an_adjective_tells_is_shown_by_its_name() -> None:
    """In words, in the page and as an event; the key of the program is shown in none."""
    read = plain("date 2025-03-14\nBritain is preparing to freeze the assets of Serbian tycoons.\n")
    assert read.reading.measures[0].value.targets == ("country-RS",)
    words = news_terminal.build(read, 120)
    assert "asset freeze by United Kingdom against Serbia: only proposed" in words
    events = [entity for entity in news_ftm.build(read) if entity["schema"] == "Event"]
    assert [event["properties"]["name"] for event in events] == [["Asset freeze against Serbia"]]
    assert "country-RS" not in words + news_page.build((read,))


def test_a_story_cannot_become_markup() -> None:
    """The page has no script and nothing from elsewhere; the story's own tags are text."""
    page = news_page.build([plain(NASTY)])
    found = seen(page)
    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "img", "link", "iframe", "object", "a"})
    assert all(not name.startswith("on") for _, values in found.tags for name in values)
    assert "src" not in {name for _, values in found.tags for name in values}
    assert any("<script>alert(1)</script>" in said for said in found.said)
    assert harmless(page)
    page.encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_what_a_page_says_is_what_was_said(text: str) -> None:
    """Escaped text comes back unchanged but for what no page can hold."""
    found = "".join(seen(f"<p>{safe(text)}</p>").said)
    assert len(found) == len(text)
    assert all(ours == theirs for ours, theirs in zip(found, text, strict=True) if ours != "\ufffd")


def test_marks_tell_what_they_are_in_words() -> None:
    """A mark has a class for the eye and a title for the pointer; the legend names every class."""
    found = seen(news_page.build([told()]))
    titles = [values["title"] for tag, values in found.tags if tag == "mark" and "title" in values]
    assert "m1: export ban against Zhenlan Telecom Ltd.; here told as in force" in titles
    classes = {
        part for tag, values in found.tags if tag == "mark" for part in (values["class"] or "").split()
    }
    assert classes == {str(kind) for kind in MarkKind}


def test_every_span_of_the_json_says_what_the_story_says() -> None:
    """Offsets are exact, wherever they stand in the document."""
    content = news_json.build(told())
    found = list(spans(content))
    assert len(found) > 20
    assert all(STORY[item["start"] : item["end"]] == item["text"] for item in found)
    assert content["legal_effect"] == "none"


def spans(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [item for part in value for item in spans(part)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "text"} <= set(value) else []
    return own + [item for part in value.values() for item in spans(part)]


def test_json_of_a_broken_story_can_be_written() -> None:
    """A lone surrogate is replaced; every row says whose it is."""
    json.dumps(news_json.build(plain(NASTY)), ensure_ascii=False).encode("utf-8")
    rows = news_json.rows(told())
    assert {row["sort"] for row in rows} == {
        "parties",
        "times",
        "amounts",
        "statements",
        "measures",
        "claims",
    }
    assert {row["story"] for row in rows} == {"A"}


def test_amounts_are_exact_in_json() -> None:
    """Money is text: no reader may round it."""
    (amount,) = [row for row in news_json.build(told())["amounts"] if row["unit"] == "USD"]
    assert amount["value"] == "12000000"


def test_ftm_entities_use_the_properties_of_their_schema_only() -> None:
    """A story makes an article, parties, mentions and events; never a sanction."""
    found = news_ftm.build(told())
    assert found[0]["schema"] == "Article"
    assert {item["schema"] for item in found} >= {"Organization", "PublicBody", "Person", "Mention", "Event"}
    for item in found:
        assert set(item["properties"]) <= PROPERTIES[item["schema"]]
        assert all(isinstance(value, str) for values in item["properties"].values() for value in values)
    assert "topics" not in json.dumps(found)


def test_ftm_ids_join_what_belongs_together() -> None:
    """Mentions and events point at entities that are there, and ids are the same each time."""
    found = news_ftm.build(told())
    ids = {item["id"] for item in found}
    assert len(ids) == len(found)
    pointers = [
        value
        for item in found
        for name in ("document", "resolved", "proof", "organizer", "involved")
        for value in item["properties"].get(name, ())
    ]
    assert pointers
    assert set(pointers) <= ids
    assert news_ftm.build(told()) == found


def test_an_event_of_ftm_says_that_nothing_follows_from_it() -> None:
    """The standing of a measure is told in words."""
    (event,) = [item for item in news_ftm.build(told()) if item["schema"] == "Event"]
    assert event["properties"]["summary"] == [
        "A story tells of it: told as in force. No legal effect follows from a story."
    ]
    assert event["properties"]["date"] == ["2018-04"]


def test_ftm_of_a_broken_story_can_be_written() -> None:
    """Hostile text does no harm."""
    json.dumps(news_ftm.build(plain(NASTY)), ensure_ascii=False).encode("utf-8")


KEPT_AS = {"span": "text", "trigger": "text", "rule": "made_by", "dated": "date", "timexes": "times"}
"""Fields that JSON has by another key."""


def holes(value: object, shown: dict[str, Any]) -> set[str]:
    """Fields of a value that its JSON object has by no key."""
    assert is_dataclass(value) or hasattr(value, "_fields")
    names = {field.name for field in fields(value)} if is_dataclass(value) else set(value._fields)
    return {name for name in names if name not in shown and KEPT_AS.get(name) not in shown}


def test_the_json_leaves_out_no_field() -> None:
    """A field that a reader gains is printed too, or this fails."""
    item = told()
    content = news_json.build(item)
    reading = item.reading
    assert holes(reading.story, content) == set()
    for name, values in (
        ("parties", reading.parties),
        ("times", reading.timexes),
        ("amounts", reading.amounts),
        ("statements", reading.statements),
        ("measures", reading.measures),
        ("claims", reading.claims),
    ):
        assert len(content[name]) == len(values) > 0
        for value, shown in zip(values, content[name], strict=True):
            assert holes(value.value, shown) == set(), name
    mention = reading.measures[0].value.mentions[0]
    shown = content["measures"][0]["mentions"][0]
    assert holes(mention, shown) == set()
    assert holes(mention.slots[0], shown["slots"][0]) == set()
    assert holes(mention.standing, shown["standing"]) == set()
    assert holes(reading.statements[0].value.speaker, content["statements"][0]["speaker"]) == set()
