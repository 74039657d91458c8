"""A measure that is refused, asked for, threatened or planned in so many words is not in force."""

from __future__ import annotations

import pytest
from tests.news.gated import NOUN, PLAIN, UNDOING, standing

from licet.news.modality import particles
from licet.news.modality.modality import EFFECTIVE, Modality


@pytest.mark.parametrize(
    "text",
    [
        "The government spurned a [ban] on exports to Orlo.",
        "The council balked at [sanctions] on Orlo.",
        "The ministry eschewed [sanctions] on Orlo.",
        "The ministry disowned a [ban] on Orlo.",
        "The ministry shunned a [ban] on Orlo.",
        "Hungary thwarted a [ban] on Orlo.",
        "The Senate voted down a [ban] on Orlo.",
        "The Senate turned down a [ban] on Orlo.",
        "The council shot down new [sanctions] on Orlo.",
        "The Treasury ruled out further [sanctions] on Orlo.",
        "The Treasury backed away from a [ban] on Orlo.",
        "The Treasury shied away from [sanctions] on Orlo.",
        "A [ban] on Orlo was voted down by the Senate.",
        "A [ban] on Orlo was ruled out by the Treasury.",
        "The [sanctions] were shot down by the council.",
        "The [ban] fell through.",
    ],
)
def test_a_noun_that_is_refused_is_denied_and_not_taken_for_granted(text: str) -> None:
    found = standing(text, NOUN)
    assert found.modality is Modality.DENIED
    assert not found.presupposes


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Treasury ruled out [banning] Orlo.", Modality.DENIED),
        ("The Treasury shied away from [banning] Orlo.", Modality.DENIED),
        ("The Treasury refrained from [banning] Orlo.", Modality.DENIED),
        ("The ministry balked at [banning] Orlo.", Modality.DENIED),
        ("The ministry hesitated to [ban] Orlo.", Modality.DENIED),
        ("The ministry was reluctant to [ban] Orlo.", Modality.DENIED),
        ("The ministry was unwilling to [ban] Orlo.", Modality.DENIED),
        ("The Senate leaned on the ministry to [ban] Orlo.", Modality.REQUESTED),
        ("Senators prevailed upon the ministry to [ban] Orlo.", Modality.REQUESTED),
        ("The Senate prodded the ministry to [ban] Orlo.", Modality.REQUESTED),
        ("Lawmakers clamoured for the ministry to [ban] Orlo.", Modality.REQUESTED),
        ("The ministry is adamant that Orlo be [banned].", Modality.DEMANDED),
        ("The ministry was keen to [ban] Orlo.", Modality.PROPOSED),
        ("The ministry opted to [ban] Orlo.", Modality.PROPOSED),
        ("The ministry consented to [ban] Orlo.", Modality.PLEDGED),
    ],
)
def test_a_verb_under_words_of_talk_is_told_by_their_kind(text: str, modality: Modality) -> None:
    assert standing(text, PLAIN).modality is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The minister raised the spectre of [sanctions] on Orlo.", Modality.THREATENED),
        ("The minister advocated [sanctions] on Orlo.", Modality.REQUESTED),
        ("The council clamoured for [sanctions] on Orlo.", Modality.REQUESTED),
        ("The minister envisaged [sanctions] on Orlo.", Modality.PROPOSED),
        ("The minister toyed with [sanctions] on Orlo.", Modality.PROPOSED),
        ("The minister favoured [sanctions] on Orlo.", Modality.PROPOSED),
    ],
)
def test_a_noun_under_words_of_talk_is_told_by_their_kind(text: str, modality: Modality) -> None:
    assert standing(text, NOUN).modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "The council turned down an appeal against the [ban] on Orlo.",
        "The council voted down a motion to lift the [ban] on Orlo.",
        "The minister ruled out easing the [ban] on Orlo.",
    ],
)
def test_to_refuse_what_would_undo_a_measure_leaves_it_there(text: str) -> None:
    assert standing(text, NOUN).presupposes


def test_a_particle_makes_the_refusal() -> None:
    """Without it "turned", "shot" and "ruled" tell nothing of a measure."""
    assert "ruled" in particles.PHRASAL
    assert standing("The court ruled and the ministry [banned] Orlo.", PLAIN).modality is not Modality.DENIED
    assert standing("The ministry turned and [lifted] the ban.", UNDOING).modality is not Modality.DENIED


@pytest.mark.parametrize("verb", sorted(particles.PHRASAL))
def test_no_refused_measure_is_effective(verb: str) -> None:
    for particle in sorted(particles.PHRASAL[verb][0]):
        assert standing(f"The ministry {verb} {particle} a [ban] on Orlo.", NOUN).modality not in EFFECTIVE
