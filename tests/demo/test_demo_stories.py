"""The embedded stories: about customers of the demonstration, a pledge is read apart from the order."""

from __future__ import annotations

import csv
import io

import pytest

from licet import demo
from licet.news.measures.measure import MeasureType
from licet.news.merging.fact import Agreement
from licet.news.merging.merge import merge
from licet.news.parties.party import MentionKind
from licet.news.reading import Reading, read
from licet.news.story import read_story

STORIES = demo.stories()
SUBJECTS = {"Fjordvik Sensorikk", "Castlebrae Marine Supplies"}


def reading(story: demo.DemoStory) -> Reading:
    return read(read_story(story.content, story.outlet))


def test_the_stories_bear_days_in_order_and_are_told_by_several_papers() -> None:
    days = [read_story(story.content).dated for story in STORIES]
    assert None not in days
    assert days == sorted(days, key=str)
    assert 4 <= len(STORIES) <= 6
    assert len({story.outlet for story in STORIES}) >= 3


def test_each_story_names_a_customer_of_the_demonstration() -> None:
    rows = csv.DictReader(io.StringIO(demo.customers().decode()))
    customers = {row["name"] for row in rows}
    for story in STORIES:
        named = {
            mention.span.text
            for value in reading(story).parties
            for mention in value.value.mentions
            if mention.kind is MentionKind.NAME
        }
        found = {subject for subject in SUBJECTS if any(name.startswith(subject) for name in named)}
        assert len(found) == 1
        assert any(name.startswith(tuple(found)) for name in customers)


@pytest.mark.parametrize("name", ["denied-wire.txt", "pledge-wire.txt"])
def test_unnamed_speakers_and_quotes_are_read(name: str) -> None:
    story = next(story for story in STORIES if story.name == name)
    assert len(reading(story).statements) >= 3


UNDOING = {
    MeasureType.RELIEF,
    MeasureType.LIFTING,
    MeasureType.SUSPENSION,
    MeasureType.EXEMPTION,
    MeasureType.TARIFF_RELIEF,
}


def test_the_order_is_told_as_in_force_and_no_relief_of_it_ever_is() -> None:
    first = next(story for story in STORIES if story.name == "denied-wire.txt")
    order = reading(first).measures[0].value
    assert order.type is MeasureType.DENIAL_ORDER
    assert order.imposers == ("us-commerce",)
    assert order.standing.modality.effective
    undoing = [
        value.value for story in STORIES for value in reading(story).measures if value.value.type in UNDOING
    ]
    assert len(undoing) >= 3
    assert not any(measure.standing.modality.effective for measure in undoing)


def test_merged_the_pledge_stays_a_pledge() -> None:
    merged = merge([reading(story) for story in STORIES])
    undoing = [measure for measure in merged.measures if measure.type in UNDOING]
    assert undoing
    keys = {measure.key for measure in undoing}
    told = [fact for fact in merged.facts if fact.measure in keys]
    assert told
    assert not any(fact.modality.effective for fact in told)


def test_two_papers_disagree_on_the_length_of_the_order() -> None:
    pair = [story for story in STORIES if story.name.startswith("denied-")]
    conflicts = [fact for fact in merge([reading(story) for story in pair]).facts if fact.differences]
    sides = [
        {side.span.text for side in difference.sides}
        for fact in conflicts
        if fact.agreement is Agreement.CONFLICT
        for difference in fact.differences
    ]
    assert {"three years", "four years"} in sides
