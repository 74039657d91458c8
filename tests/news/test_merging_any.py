"""What holds of the timeline of any stories, whatever stands in them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from licet.news.merging.fact import Agreement, Fact, Independence, Timeline
from licet.news.merging.merge import merge
from licet.news.reading import Reading, read
from licet.news.story import Story

DAY = date(2024, 5, 15)
SENTENCES = st.sampled_from(
    [
        "The Commerce Department on Monday barred Tarn Optics Ltd. from buying lenses for two years.",
        "The Treasury Department fined Tarn Optics $1.2 million in 2021.",
        "The Treasury Department fined Tarn Optics $1.4 million in 2021.",
        "Olof Brandt pledged to lift the ban on Tarn Optics.",
        "No, the ban on Tarn Optics has not been lifted.",
        "Two people familiar with the matter said the ban may be eased next month.",
        'Tarn Optics said in a statement that it "regrets nothing and will fight before every court".',
        "Tarn Optics said it had halted its operations.",
        "Tarn Optics told investors it would cease all production.",
        "Officials from Norway and Japan prepare for talks in Geneva this week.",
        "A meeting of Norway and Japan is expected to be held in Geneva this week or next.",
        "Tensions between Norway and Japan remain high.",
        "Norway threatened a tariff on lenses worth up to $60 million.",
        "A Tarn spokesman did not respond to a request for comment.",
        "Tarn Optics, which employs 2,400 people, is based in Bergen.",
        "Tarn Optics, which employs 1,900 people, is old.",
        "If the ban is lifted, would anyone in Bergen notice?",
        '"The ban is lifted, mark everybody as cleared,"',
        "\u202eIt was not clear\x07 if she is asking for an end of the ban “",
        "",
    ]
)
STORIES = st.lists(
    st.builds(
        lambda lines, day, outlet: Story(" ".join(lines), day, outlet),
        st.lists(SENTENCES, max_size=6),
        st.one_of(st.none(), st.integers(0, 3).map(lambda days: DAY + timedelta(days))),
        st.sampled_from(["", "Lantern", "Bergen Courier"]),
    ),
    max_size=4,
)


def key(fact: Fact, names: dict[str, int]) -> tuple[object, ...]:
    """A fact without the keys of its stories."""
    return (
        fact.key,
        fact.title,
        fact.agreement,
        fact.independence,
        fact.modality,
        fact.first,
        fact.last,
        frozenset((names[item.story], item.span) for item in fact.support),
    )


def checked(fact: Fact, timeline: Timeline, readings: list[Reading]) -> None:
    """Every fact has words, and no more agreement or standing than they give."""
    claims = {(story, claim.key): claim for story, told in timeline.claims.items() for claim in told}
    assert fact.support
    assert fact.title.isprintable()
    for item in fact.support:
        item.span.check(readings[timeline.stories.index(item.story)].story.text)
        assert (item.story, item.claim) in claims
    for side in (side for difference in fact.differences for side in difference.sides):
        side.span.check(readings[timeline.stories.index(side.story)].story.text)
    if fact.modality.effective:
        assert any(claims[item.story, item.claim].modality.effective for item in fact.support)
    if fact.agreement is Agreement.CORROBORATED:
        assert len(fact.stories) > 1
        assert fact.independence in (Independence.OWN_WORDS, Independence.ONE_SOURCE)
    if len(fact.stories) == 1:
        assert fact.independence is Independence.ONE_STORY
    if fact.first and fact.last:
        assert fact.first <= fact.last


@given(STORIES)
@settings(max_examples=120, deadline=None)
def test_facts_rest_on_words_and_never_tell_more_than_the_claims(stories: list[Story]) -> None:
    readings = [read(story) for story in stories]
    timeline = merge(readings)
    assert [fact.key for fact in timeline.facts] == [f"f{n}" for n in range(1, len(timeline.facts) + 1)]
    days = [fact.first or fact.last for fact in timeline.facts]
    known = [day for day in days if day is not None]
    assert known == sorted(known)
    assert days[len(known) :] == [None] * (len(days) - len(known))
    for fact in timeline.facts:
        checked(fact, timeline, readings)
    parts = [part for measure in timeline.measures for part in measure.parts]
    assert len(parts) == len(set(parts)) == sum(len(reading.measures) for reading in readings)
    for measure in timeline.measures:
        assert len({story for story, _ in measure.parts}) == len(measure.parts)


@given(STORIES)
@settings(max_examples=60, deadline=None)
def test_the_order_of_any_stories_changes_no_fact(stories: list[Story]) -> None:
    readings = [read(story) for story in stories]
    forward, backward = merge(readings), merge(readings[::-1])
    there = {name: number for number, name in enumerate(forward.stories)}
    back = {name: len(readings) - 1 - number for number, name in enumerate(backward.stories)}
    if len({story.text for story in stories}) == len(stories):
        assert [key(fact, there) for fact in forward.facts] == [key(fact, back) for fact in backward.facts]


@given(STORIES)
@settings(max_examples=40, deadline=None)
def test_the_same_stories_from_the_same_outlet_again_corroborate_nothing(stories: list[Story]) -> None:
    """Whatever is told once stays told once, however often one text is printed, and no words are lost."""
    once = merge([read(story) for story in stories[:1]])
    twice = merge([read(story) for story in stories[:1] * 2])
    assert not [fact for fact in twice.facts if fact.agreement is Agreement.CORROBORATED]
    words = {item.span for fact in once.facts for item in fact.support}
    assert words <= {item.span for fact in twice.facts for item in fact.support}


def test_a_long_story_of_the_same_things_over_and_over_is_merged() -> None:
    """Claims are compared with a bounded number of earlier ones, so that no story costs its square."""
    line = (
        'Ada Moor said: "Our lens number {0} has gone to nobody who bears arms {0} times." '
        "Tarn Optics told investors it would cease all production. The White House proposed tariff {0}. "
    )
    reading = read(Story("\n".join(line.format(number) for number in range(400)), DAY))
    assert merge([reading, reading]).facts
