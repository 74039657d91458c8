"""Several stories as one: as a table, as JSON, as a picture and as a page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.told import together
from tests.rules.law import shipped

from licet.news.merging.fact import Agreement, Difference, DifferenceKind, Independence, Timeline
from licet.reports import news_scoring, news_timeline, news_timeline_page, news_timeline_picture
from licet.reports.news_timeline_rows import Band, rows, when_words
from licet.reports.timeline_breaks import LONGEST_GAP, broken
from licet.usecases.history import history
from licet.usecases.read import ToldTogether, letters
from licet.usecases.timeline import Matter, matter

SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30)
TODAY = date(2026, 11, 22)
ZTE = Matter("ZTE", asked=True, times=0, law=history(shipped(), "ZTE", TODAY))
NO_LAW = Matter("Zhenlan", asked=False, times=6, law=None)


def words(svg: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314  our own output
    assert root.tag == f"{SVG}svg"
    return " ".join("".join(item.itertext()) for item in root.iter(f"{SVG}text"))


def nasty() -> ToldTogether:
    found = together()
    facts = [
        replace(fact, title=f"\x1b[31m<b>&\u202e\ufffe{'x' * 400} {fact.title}")
        for fact in found.timeline.facts
    ]
    return ToldTogether(found.stories, replace(found.timeline, facts=tuple(facts)))


@given(DAYS)
def test_time_never_runs_backwards(days: list[date]) -> None:
    """A later day stands right of an earlier one, within the line; only long stretches are left out."""
    scale = broken(days, 100, 600)
    places = [scale.x(day) for day in sorted({*days, *(day + timedelta(days=3) for day in days)})]
    assert all(before <= after for before, after in pairwise(places))
    assert all(100 <= place <= 700 for place in places)
    for item in scale.breaks:
        assert item.left < item.right
    gaps = [(after - before).days for before, after in pairwise(sorted(set(days)))]
    assert len(scale.breaks) == sum(gap > LONGEST_GAP for gap in gaps)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, ""),
        (date(2018, 5, 14), date(2018, 5, 14), "14 May 2018"),
        (date(2018, 5, 14), date(2018, 5, 20), "14–20 May 2018"),
        (date(2018, 4, 1), date(2018, 4, 30), "April 2018"),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2018, 4, 30), date(2018, 5, 2), "30 Apr – 2 May 2018"),
        (date(2017, 12, 30), date(2018, 1, 2), "30 Dec 2017 – 2 Jan 2018"),
        (None, date(2018, 5, 14), "by 14 May 2018"),
        (date(2018, 5, 14), None, "from 14 May 2018"),
        (date(9999, 12, 1), date.max, "December 9999"),
    ],
)
def test_days_are_told_as_short_as_they_are_exact(first: date | None, last: date | None, said: str) -> None:
    assert when_words(first, last) == said


def test_stories_have_letters() -> None:
    assert [letters(place) for place in (0, 1, 25, 26, 27, 701, 702)] == [
        "A",
        "B",
        "Z",
        "AA",
        "AB",
        "ZZ",
        "AAA",
    ]


def test_of_three_stories_two_may_be_of_one_outlet() -> None:
    """Corroborated are two of them at least: no more is told."""
    timeline = together().timeline
    first = timeline.facts[0]
    three = replace(first, support=(*first.support, replace(first.support[0], story="C")))
    found = {row.key: row for row in rows(replace(timeline, facts=(three,)))}
    assert found["f1"].told == "A, B and C tell it, two of them or more each in its own words"


def test_who_tells_a_fact_less_surely_is_named_where_it_does_not_rest_on_them() -> None:
    timeline = together().timeline
    first = timeline.facts[0]
    sides = (first.support[0], replace(first.support[0], story="B"))
    weaker = Difference(DifferenceKind.WEAKER, "standing", sides, "compare: standing")
    one = replace(first, support=first.support[:1], agreement=Agreement.SINGLE, differences=(weaker,))
    both = replace(first, differences=(weaker,))
    clash = replace(weaker, kind=DifferenceKind.CONFLICT, what="the day")
    conflict = replace(both, agreement=Agreement.CONFLICT, differences=(clash, weaker))
    told = [rows(replace(timeline, facts=(fact,)))[0].told for fact in (one, both, conflict)]
    assert told == [
        "only A tells it, B less surely",
        "A and B tell it, each in its own words, one is less sure",
        "A and B tell it differently: the day; one is less sure",
    ]


def test_what_is_only_said_stands_apart() -> None:
    """A prediction is no fact; what is computed is told as computed."""
    found = {row.key: row for row in rows(together().timeline)}
    assert {key: row.band for key, row in found.items()} == {
        "f1": Band.REPORTED,
        "f2": Band.REPORTED,
        "f3": Band.SAID,
        "f4": Band.REPORTED,
    }
    assert found["f1"].told == "A and B tell it, each in its own words"
    assert found["f2"].told == "A and B tell it differently: whether the plants are closed"
    assert found["f3"].said == "only A tells it; only predicted"
    assert found["f4"].said == "computed from what is told"


def test_the_table_tells_law_facts_and_talk() -> None:
    """Both tellings of a conflict are printed."""
    lines = news_timeline.table(together(), ZTE, 120)
    law, reported, said = (
        lines.index(part) for part in ("The law itself", "What the stories report", "What was only said")
    )
    assert (
        law
        < lines.index("83 FR 17644")
        < reported
        < lines.index("! A,B")
        < said
        < lines.index("The fine could")
    )
    assert "A: “it had closed two plants”" in lines
    assert "B: “it would close its plants”" in lines
    assert "3 facts: 1 told by more than one in own words, 1 told by one only, 1 told differently." in lines


def test_the_head_counts_one_common_source_and_one_text_apart() -> None:
    """Only what several tell in their own words is counted as such."""
    row = next(item for item in rows(together().timeline) if item.agreement is Agreement.CORROBORATED)
    common = replace(row, independence=Independence.ONE_SOURCE)
    printed = replace(row, agreement=Agreement.SINGLE, independence=Independence.ONE_WIRE)
    assert news_timeline.counted([row, common, printed]) == (
        "3 facts: 1 told by more than one in own words, 1 by more than one from one common source, "
        "1 by more than one from one outlet, agency or text, 0 told by one only, 0 told differently"
    )


def test_one_who_tells_it_and_one_who_speaks_of_it_in_doubt_are_counted_as_one() -> None:
    row = next(item for item in rows(together().timeline) if item.agreement is Agreement.CORROBORATED)
    doubted = replace(row, agreement=Agreement.SINGLE, independence=Independence.ONE_STORY)
    assert len(doubted.stories) == 2
    assert "1 told by one only" in news_timeline.counted([doubted])


@pytest.mark.parametrize("stories", [2, 4, 8, 12])
def test_the_days_stand_in_one_column_however_many_stories_there_are(stories: int) -> None:
    """Of very many stories the number is told."""
    found = together()
    first = found.timeline.facts[0]
    names = [letters(number) for number in range(stories)]
    told = replace(first, support=tuple(replace(first.support[0], story=name) for name in names))
    facts = (told, *found.timeline.facts[1:])
    table = news_timeline.table(
        ToldTogether(found.stories, replace(found.timeline, facts=facts)), NO_LAW, 120
    )
    assert (",".join(names) if stories < 9 else f"{stories} stories") in table
    days = {row.when or "no day told" for row in rows(replace(found.timeline, facts=facts))}
    heads = [line for line in table.splitlines() if re.match(r"  [=!-] ", line)]
    begins = {line.rindex(f" {day} ") for line in heads for day in days if f" {day} " in line}
    assert len(heads) == 4
    assert len(begins) == 1


def test_the_picture_tells_everything_in_words() -> None:
    """Law with its citations, every fact, both tellings, who told it, what the marks mean."""
    said = words(news_timeline_picture.build(together(), ZTE))
    for part in (
        "The law itself",
        "What the stories report",
        "What was only said",
        "none of it changes the law",
        "83 FR 17644",
        "terminated 2018-07-13",
        "what the law did later",
        "A is dated 14 May 2018",
        "B is dated 15 May 2018",
        "Commerce Department: export ban against Zhenlan",
        "“it had closed two plants”",
        "“it would close its plants”",
        "The fine could be cut",
        "Without a day in the stories",
        "only said: no law",
        "left out",
    ):
        assert part in said


def test_a_long_head_of_the_picture_is_told_on_two_lines() -> None:
    found = together()
    first = replace(found.timeline.facts[0], agreement=Agreement.CORROBORATED)
    common = replace(first, key="f8", independence=Independence.ONE_SOURCE)
    printed = replace(first, key="f9", agreement=Agreement.SINGLE, independence=Independence.ONE_WIRE)
    facts = (*found.timeline.facts, common, printed)
    svg = news_timeline_picture.build(
        ToldTogether(found.stories, replace(found.timeline, facts=facts)), NO_LAW
    )
    head = [item.text or "" for item in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314  our own output
    told = [line for line in head if "About Zhenlan" in line or line.endswith("told differently.")]
    assert len(told) == 2
    assert max(map(len, told)) < 190


def test_nothing_in_the_picture_lies_beyond_its_edges() -> None:
    """Words end within the width, by a generous measure of letters."""
    for found in (together(), nasty()):
        root = ET.fromstring(news_timeline_picture.build(found, ZTE))  # noqa: S314  our own output
        width = float(root.attrib["width"])
        height = float(root.attrib["height"])
        for item in root.iter(f"{SVG}text"):
            x, size = float(item.attrib["x"]), float(item.attrib.get("font-size", 12))
            shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.attrib.get("text-anchor", "start")]
            wide = len("".join(item.itertext())) * size * 0.5
            assert x - wide * shift >= -1
            assert x + wide * (1 - shift) <= width + 1, "".join(item.itertext())
            assert 0 <= float(item.attrib["y"]) <= height


def test_rows_of_the_picture_do_not_overlap() -> None:
    """Lines of words at one place across are at least a line apart."""
    root = ET.fromstring(news_timeline_picture.build(together(), ZTE))  # noqa: S314  our own output
    columns: dict[str, list[float]] = {}
    groups = [item for item in root.iter(f"{SVG}g") if "transform" not in item.attrib]
    assert groups
    for item in root.iter(f"{SVG}text"):
        columns.setdefault(item.attrib["x"], []).append(float(item.attrib["y"]))
    for x in ("28", "260"):
        places = sorted(columns[x])
        assert all(after - before >= 9 for before, after in pairwise(places)), x


def test_signals_never_look_like_law() -> None:
    """The colours of bars of law are in no mark of a story."""
    lawless = news_timeline_picture.build(together(), NO_LAW)
    for colour in ("#b3261e", "#1b6e3c", "#1f4e9c"):
        assert f'<rect fill="{colour}"' not in lawless
        assert not re.search(rf'<(rect|circle|path)[^>]*fill="{colour}"', lawless)
    assert "The rulebook knows no instrument of Zhenlan in this time." in words(lawless)


def test_a_story_cannot_steer_picture_or_page() -> None:
    """Markup, control and direction characters of a story are words or blanks."""
    found = nasty()
    picture = news_timeline_picture.build(found, ZTE)
    page = news_timeline_page.build(found, ZTE)
    for made in (picture, page):
        assert "<b>&" not in made
        assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ufffe]", made)
    assert "<script" not in page
    assert "\x1b" not in news_timeline.table(found, ZTE)


def test_the_page_has_the_picture_and_its_words_as_tables() -> None:
    """Who cannot see the picture reads the same."""
    page = news_timeline_page.build(together(), ZTE)
    assert page.count("<svg") == 1
    assert page.count("<table>") == 4
    assert "<b>A</b> “barred”" in page
    assert "They differ:" in page
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")


def test_no_story_at_all_is_drawn_too() -> None:
    """Stories without a fact or a day."""
    found = together()
    bare = tuple(
        replace(item, reading=item.reading._replace(story=replace(item.story, dated=None)))
        for item in found.stories
    )
    empty = ToldTogether(bare, Timeline(("A", "B"), (), (), {}, {}))
    assert "Nothing." in words(news_timeline_picture.build(empty, Matter("", asked=False, times=0, law=None)))


def test_the_json_holds_every_support_and_no_effect() -> None:
    """Facts with the words of each story, and the claims that they rest on."""
    content = news_timeline.content(together(), ZTE)
    texts = {"A": together().stories[0].story.text, "B": together().stories[1].story.text}
    supports = [item for fact in content["facts"] for item in fact["support"]]
    assert supports
    assert all(texts[item["story"]][item["start"] : item["end"]] == item["text"] for item in supports)
    assert content["legal_effect"] == "none"
    assert json.dumps(content) == json.dumps(news_timeline.content(together(), ZTE))


def test_the_main_subject_is_taken_and_said() -> None:
    """Without a matter asked for, the subject named most is it; the rulebook is asked for its whole name."""
    found = together()
    taken = matter(found, shipped(), "", TODAY)
    assert (taken.asked, taken.law) == (False, None)
    assert "Zhenlan" in taken.name
    assert news_timeline.about(taken).startswith(
        f"About {taken.name}, the subject that the stories name most ("
    )
    asked = matter(found, shipped(), "ZTE", TODAY)
    assert asked.law is not None


def test_what_is_compared_with_an_annotation_has_merged_keys() -> None:
    """One key for one measure in both stories; computed facts are told by nobody."""
    found = together()
    content = news_scoring.build([item.reading for item in found.stories], found.timeline)
    assert {row["measure"] for story in "AB" for row in content[story]["measures"]} == {"M1"}
    assert content["A"]["measures"][0]["imposer"] == "us-commerce"
    assert len(content["facts"]) == 3
    assert content["facts"][0]["docs"] == ["A", "B"]
    assert len(content["status"]["M1"]["measure_spans"]) == 2


@given(st.lists(st.dates(date(2018, 1, 1), date(2018, 3, 1)), min_size=1, max_size=12))
def test_the_days_of_many_stories_are_told_apart(days: list[date]) -> None:
    """Words of the days never lie on one another."""
    first = together().stories[0]
    stories = tuple(
        replace(
            first,
            name=letters(place),
            reading=first.reading._replace(story=replace(first.reading.story, dated=day)),
        )
        for place, day in enumerate(days)
    )
    found = ToldTogether(stories, Timeline(tuple(item.name for item in stories), (), (), {}, {}))
    root = ET.fromstring(news_timeline_picture.build(found, NO_LAW))  # noqa: S314  our own output
    flags = [
        (float(item.attrib["y"]), float(item.attrib["x"]), len(item.text or ""))
        for item in root.iter(f"{SVG}text")
        if " dated " in (item.text or "")
    ]
    assert len(flags) == len(set(days))
    for before, after in pairwise(sorted(flags)):
        if before[0] == after[0]:
            assert after[1] - before[1] >= (before[2] + after[2]) / 2 * 11 * 0.5
