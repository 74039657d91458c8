"""To lift, suspend or extend a measure is a measure of its own; what is only wanted stays apart."""

from __future__ import annotations

import pytest
from tests.news.test_measures import measures

from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality


def test_to_undo_a_measure_is_a_measure_of_its_own_that_names_it() -> None:
    ban, relief = measures(
        "The Commerce Department barred U.S. firms from exporting parts to Tarn Optics. President Donald"
        " Trump pledged to lift the ban on Tarn Optics."
    )
    assert ban.type is MeasureType.EXPORT_BAN
    assert ban.standing.modality.effective
    assert relief.type is MeasureType.LIFTING
    assert relief.affects == ban.key
    assert not relief.standing.modality.effective
    assert relief.targets == ("tarn-optics",)


def test_the_decision_after_a_pledged_reversal_is_the_reversal() -> None:
    found = measures(
        "The Commerce Department barred U.S. firms from exporting parts to Tarn Optics.\n\n"
        '"He may reverse the ban on Tarn Optics," said Ann Ek, a lawyer. "The decision would be a mistake."'
    )
    relief = next(measure for measure in found if measure.type.undoes)
    assert [item.trigger.text for item in relief.mentions] == ["reverse", "decision"]
    assert not relief.standing.modality.effective


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Treasury Department lifted sanctions on Tarn Optics.", MeasureType.LIFTING),
        ("The Commerce Department suspended the export licence of Tarn Optics.", MeasureType.SUSPENSION),
        ("The Commerce Department revoked the export licences of Tarn Optics.", MeasureType.REVOCATION),
        ("The European Union extended sanctions against Belarus for a year.", MeasureType.EXTENSION),
        ("The Treasury Department exempted Tarn Optics from the ban.", MeasureType.EXEMPTION),
        ("The Treasury Department granted Tarn Optics a waiver from the ban.", MeasureType.EXEMPTION),
        ("Washington eased restrictions on exports to Tarn Optics.", MeasureType.RELIEF),
        ("The United States rolled back tariffs on Canadian lumber.", MeasureType.TARIFF_RELIEF),
        ("President Donald Trump pledged to help Tarn Optics get back into business.", MeasureType.RELIEF),
        ("Britain unfroze the assets of Tarn Optics.", MeasureType.LIFTING),
    ],
)
def test_each_way_to_undo_has_its_kind(text: str, kind: MeasureType) -> None:
    assert kind in {measure.type for measure in measures(text)}


@pytest.mark.parametrize("whose", ["the export licence of Tarn Optics", "Tarn Optics' export licence"])
def test_a_licence_that_is_suspended_is_told_by_its_suspension(whose: str) -> None:
    (suspension,) = measures(f"The Commerce Department suspended {whose} for six months.")
    assert suspension.type is MeasureType.SUSPENSION
    assert suspension.targets == ("tarn-optics",)
    assert suspension.affects == ""


def test_what_is_being_lifted_is_not_told_as_in_force() -> None:
    found = measures("Sanctions on Tarn Optics were lifted in January by the Treasury Department.")
    standing = {measure.type: measure.standing.modality for measure in found}
    assert standing[MeasureType.LIFTING].effective
    assert not standing[MeasureType.SANCTIONS].effective


def test_an_act_that_took_effect_is_not_joined_with_one_that_is_only_wanted() -> None:
    found = measures(
        "The Treasury Department suspended sanctions on Tarn Optics in May. A senator wants Washington to"
        " lift sanctions on Tarn Optics."
    )
    undoing = [measure for measure in found if measure.type.undoes]
    assert [measure.standing.modality.effective for measure in undoing] == [True, False]


def test_sanctions_that_are_demanded_are_not_those_in_force() -> None:
    found = measures(
        "Britain imposed sanctions on Tarn Optics in May. Poland has called for sanctions on Tarn Optics too."
    )
    assert [measure.standing.modality.effective for measure in found] == [True, False]


def test_what_is_extended_goes_on() -> None:
    extension, sanctions = measures("The European Union extended its sanctions on Tarn Optics for a year.")
    assert extension.type is MeasureType.EXTENSION
    assert extension.affects == sanctions.key
    assert sanctions.mentions[0].standing.rule != "something undoes it here"


def test_a_pledge_to_ease_a_ban_leaves_the_ban_a_measure_of_its_own() -> None:
    relief, ban = measures("U.S. Commerce Secretary Adela Marsh pledged to ease the ban on Tarn Optics.")
    assert (relief.type, relief.affects) == (MeasureType.RELIEF, ban.key)
    assert ban.imposers == ()
    assert not ban.standing.modality.effective


def test_sanctions_that_were_broken_are_background() -> None:
    found = measures("Tarn Optics settled charges of breaking sanctions against Syria and Cuba.")
    regime = next(measure for measure in found if measure.type is MeasureType.SANCTIONS)
    assert regime.targets == ("country-SY", "country-CU")
    assert regime.standing.modality is Modality.BACKGROUND


def test_an_answer_in_kind_is_of_the_kind_just_named_and_told_no_more_firmly() -> None:
    first, answer = measures(
        "The White House has proposed tariffs on Chinese goods. Beijing has responded in kind."
    )
    assert answer.type is first.type is MeasureType.TARIFF
    assert answer.imposers == ("country-CN",)
    assert not answer.standing.modality.effective


def test_an_instruction_to_get_it_done_is_one_only_where_relief_is_told() -> None:
    alone = "The Commerce Department has been instructed to get it done."
    assert measures(alone) == []
    (relief,) = measures(
        "President Donald Trump would help Tarn Optics get back into business."
        ' "Commerce Department has been instructed to get it done!" Trump tweeted.'
    )
    assert relief.mentions[-1].standing.modality is Modality.CLAIMED_INSTRUCTION
    assert not relief.standing.modality.effective
