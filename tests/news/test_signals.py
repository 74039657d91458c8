"""Signals: what of a story a person should look at, and why."""

from __future__ import annotations

from itertools import product

import pytest
from tests.news.readings import Making

from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import EFFECTIVE, Modality
from licet.news.parties.party import Role
from licet.news.signals.raising import kind_of, signals
from licet.news.signals.signal import SignalKind

PORT = "Pellan Port Works has been under an export ban since May. The minister promised to lift it soon."


def _port() -> Making:
    return (
        Making(PORT)
        .party("pellan", "Pellan Port Works")
        .measure(MeasureType.EXPORT_BAN, [("export ban", Modality.IN_FORCE)], ["pellan"])
    )


def test_a_pledge_of_relief_names_what_it_would_ease_and_for_whom() -> None:
    """The party is that of the measure which the relief is about, where the relief names none itself."""
    made = _port().measure(MeasureType.LIFTING, [("lift", Modality.PLEDGED)], affects="m1")
    act, pledge = signals(made.done())
    assert (act.kind, act.why) == (
        SignalKind.ACT_REPORTED,
        "export ban on Pellan Port Works reported in force",
    )
    assert pledge.kind is SignalKind.RELIEF_PLEDGED
    assert pledge.why == "pledged lifting of the export ban on Pellan Port Works"
    assert (pledge.parties, pledge.affects) == (("pellan",), MeasureType.EXPORT_BAN)
    assert pledge.support[0].text == "lift"


def test_places_that_tell_of_one_measure_in_one_way_are_one_signal() -> None:
    """A measure reported in force and denied elsewhere gives both signals."""
    text = "The tariff holds. The tariffs bind. No duty exists, he said."
    made = Making(text).measure(
        MeasureType.TARIFF,
        [("tariff", Modality.IN_FORCE), ("tariffs", Modality.IN_FORCE), ("duty", Modality.DENIED)],
    )
    found = signals(made.done())
    assert [(item.kind, len(item.support)) for item in found] == [
        (SignalKind.ACT_REPORTED, 2),
        (SignalKind.CHANGE_DENIED, 1),
    ]


def test_a_measure_aimed_at_nobody_is_told_beside_the_subjects_of_its_sentence() -> None:
    """Parties of another paragraph, and whoever only speaks, are not."""
    text = "Pellan Port Works and Ada Moor spoke of sanctions.\nQuill Cement spoke of nothing."
    made = (
        Making(text)
        .party("pellan", "Pellan Port Works")
        .party("moor", "Ada Moor", Role.EXPERT)
        .party("quill", "Quill Cement")
        .measure(MeasureType.SANCTIONS, [("sanctions", Modality.THREATENED)])
    )
    (found,) = signals(made.done())
    assert found.kind is SignalKind.MEASURE_THREATENED
    assert found.parties == ("pellan",)
    assert found.why == "threatened sanctions, told beside Pellan Port Works"


def test_where_a_sentence_names_nobody_the_last_subject_before_it_is_told() -> None:
    """In its paragraph, and only the last."""
    text = "Quill Cement sold kilns. Pellan Port Works bought one. A fine is near.\nTarn Harbour was shut."
    made = Making(text).party("quill", "Quill Cement").party("pellan", "Pellan Port Works")
    made.party("tarn", "Tarn Harbour").measure(MeasureType.FINE, [("fine", Modality.EXPECTED)])
    assert [item.parties for item in signals(made.done())] == [("pellan",)]


@pytest.mark.parametrize("accused", ["Quill Cement", "it"])
def test_an_accusation_names_the_accused_and_not_the_accuser(accused: str) -> None:
    """A pronoun stands for the last subject before it; a claim of the accuser adds nothing."""
    text = f"Quill Cement grew. Ada Moor accused {accused} of selling valves to a navy."
    made = Making(text).party("quill", "Quill Cement").party("moor", "Ada Moor", Role.SPEAKER)
    if accused == "Quill Cement":
        made = Making(text[19:]).party("quill", "Quill Cement").party("moor", "Ada Moor", Role.SPEAKER)
    made.against("accused", accused, "selling valves to a navy")
    made.claim("moor", "selling valves to a navy", Modality.ACCUSED)
    assert [(item.kind, item.why) for item in signals(made.done())] == [
        (SignalKind.ACCUSATION, 'Quill Cement is accused: "selling valves to a navy"')
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Quill Cement was accused of bribing a mayor, he said.", "bribing a mayor, he said"),
        ("Quill Cement, a maker of bricks, has been formally charged with fraud.", "fraud"),
        ("Quill Cement is under criminal investigation over fumes.", "fumes"),
        ("Quill Cement was not accused of anything.", ""),
        ("Quill Cement met a man accused of fraud.", ""),
        ("Quill Cement. Accused of fraud, he fled.", ""),
    ],
)
def test_what_stands_behind_a_name_tells_who_is_accused(text: str, what: str) -> None:
    """Of nobody else in the sentence, and not where it is denied."""
    found = signals(Making(text).party("quill", "Quill Cement").done())
    assert [item.support[0].text for item in found] == ([what] if what else [])
    assert {item.kind for item in found} <= {SignalKind.ACCUSATION}


def test_an_instrument_that_the_story_names_is_told_as_the_story_calls_it() -> None:
    """What a story calls an instrument is no citation of ours."""
    text = "Under Order 7 the fine on Quill Cement was settled."
    made = Making(text).party("quill", "Quill Cement")
    made.measure(MeasureType.FINE, [("fine", Modality.SETTLED)], ["quill"], instrument="Order 7")
    (found,) = signals(made.done())
    assert found.why == "fine on Quill Cement reported as settled, by what the story calls Order 7"


@pytest.mark.parametrize(("kind", "modality"), list(product(MeasureType, Modality)))
def test_only_an_effective_act_is_told_as_a_reported_act(kind: MeasureType, modality: Modality) -> None:
    """Every standing of every measure has its place: no pledge, threat or claim is ever a reported act."""
    found = kind_of(kind, modality)
    assert (found is SignalKind.ACT_REPORTED) == (modality in EFFECTIVE)


def test_to_suspend_or_lift_what_eases_is_a_threat() -> None:
    """A pledge to suspend a licence, or to lift an exemption, is no relief; to prolong one is."""
    pledged = Modality.PLEDGED
    for turn, affects, kind in (
        (MeasureType.SUSPENSION, MeasureType.LICENCE, SignalKind.MEASURE_THREATENED),
        (MeasureType.LIFTING, MeasureType.EXEMPTION, SignalKind.MEASURE_THREATENED),
        (MeasureType.SUSPENSION, MeasureType.TARIFF, SignalKind.RELIEF_PLEDGED),
        (MeasureType.EXTENSION, MeasureType.LICENCE, SignalKind.RELIEF_PLEDGED),
        (MeasureType.EXTENSION, MeasureType.EXPORT_BAN, SignalKind.MEASURE_THREATENED),
    ):
        assert kind_of(turn, pledged, affects) is kind


@pytest.mark.parametrize("modality", [item for item in Modality if kind_of(MeasureType.FINE, item)])
def test_every_signal_says_why_in_one_line_and_has_no_effect(modality: Modality) -> None:
    """Control characters and overrides of the direction of writing of a story are not told again."""
    name = "Quill\x1b[31m\u202e Cement"
    text = f"A fine on {name} was spoken of."
    made = Making(text).party("quill", name).measure(MeasureType.FINE, [("fine", modality)], ["quill"])
    (found,) = signals(made.done())
    assert found.why.isprintable()
    assert "fine on Quill [31m Cement" in found.why
    assert found.effect == "none"
