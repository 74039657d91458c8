"""The table of the gate: each row decides its example, no near miss; doubt outweighs every sign of an act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.news.gated import NOUN, UNDOING, standing

from licet.news.modality.cues import Cue
from licet.news.modality.modality import Modality
from licet.news.modality.sight import Trait
from licet.news.modality.table import ROWS, Row, decide

NEAR: dict[str, tuple[str, Trait]] = {
    "instruction in a quote or report": ("The ministry [instructed] shops to stop selling phones.", Trait()),
    "order to undo": ("The ministry ordered shops to [cease] sales.", Trait()),
    "denied by a speaker": ("The ministry confirmed that it had [barred] Orlo.", Trait()),
    "demanded as the price of something": (
        "Both sides hope for a deal with the ministry [lifting] it.",
        UNDOING,
    ),
    "refused, failed, stopped short": ("The ministry hesitated and [barred] Orlo.", Trait()),
    "imagined": ("After a war game, the ministry [barred] Orlo.", Trait()),
    "taken back or never in effect": (
        "The ministry deleted a firm from its list and [barred] Orlo.",
        Trait(),
    ),
    "presented, voted on, held up, dropped": ("Norda presented the prize while the [ban] stood.", NOUN),
    "over": ("The former minister's [ban] on Orlo cost jobs.", NOUN),
    "negated": ("The ministry has now [barred] Orlo.", Trait()),
    "said to be unclear": ("The ministry made clear that it had [barred] Orlo.", Trait()),
    "deal that is foreseen": ("A [truce] was signed.", NOUN),
    "deal that is possible": ("Talks about a [truce] went on.", NOUN),
    "condition": ("When the ministry [barred] Orlo, prices rose.", Trait()),
    "question": ("The ministry [barred] Orlo.", Trait()),
    "threatened": ("The ministry [barred] Orlo after a threat.", Trait()),
    "demanded": ("The ministry, after a demand, [barred] Orlo.", Trait()),
    "requested": ("The ministry [lifted] the ban after a request.", UNDOING),
    "negotiating": ("After talks, the ministry [relaxed] the ban.", UNDOING),
    "pledged": ("After a pledge, the ministry [lifted] the ban.", UNDOING),
    "proposed, planned, tried": ("After a plan failed, the ministry [barred] Orlo.", Trait()),
    "accused": ("The ministry [fined] Orlo after an accusation.", Trait()),
    "hearsay": ("The ministry has formally [barred] Orlo.", Trait()),
    "expected or announced": ("To nobody's surprise, the ministry [barred] Orlo.", Trait()),
    "believed or predicted": ("Traders fled after the ministry [barred] Orlo.", Trait()),
    "said that it would": ("The minister said he had [helped] Orlo.", UNDOING),
    "must or should": ("The ministry rightly [barred] Orlo.", Trait()),
    "future": ("The ministry [barred] Orlo on July 1.", Trait()),
    "may, could, would": ("In May the ministry [barred] Orlo.", Trait()),
    "quote": ('"Orlo is sound," said Ada Ek, but the ministry [barred] it.', Trait()),
    "unnamed speaker": ("The ministry said the agency had [barred] Orlo.", Trait()),
    "answer in kind": ("Veland imposed a tariff, and the ministry [barred] sales.", Trait()),
    "what is kept or violated": ("The ministry imposed [sanctions] on Orlo.", NOUN),
    "settlement taken as known": ("Orlo hopes for a [settlement] with the ministry.", NOUN),
    "settled": ("Orlo said it had [settled] charges in May.", Trait()),
    "cause taken as known": ("Orlo closed because of a rumoured [ban].", NOUN),
    "object of an undoing": ("The minister wants to lift the mood after a [ban].", NOUN),
    "object of a violation": ("Orlo broke a [ban] on sales.", NOUN),
    "somebody else's word": ("The ministry said it had [barred] Orlo.", Trait()),
    "no authority acts": ("The ministry [barred] its staff from the plant.", Trait()),
    "made effective": ("Orlo imposed a [ban] on its staff.", NOUN),
    "settlement reached": ("Orlo said it had reached a [settlement].", NOUN),
    "ordered, told in the passive": ("The ministry was [ordered] by Orlo to stop selling phones.", Trait()),
    "ordered": ("Orlo [ordered] shops to stop selling phones.", Trait()),
    "act of an authority": ("Lawyers for the ministry [barred] Orlo.", Trait()),
    "official act told in the passive": ("Orlo is [barred] from buying chips.", Trait()),
    "state told in the present": ("Orlo is being [barred] from buying chips.", Trait()),
    "headline": ("Commerce Department to [bar] Orlo", Trait()),
    "doubt": ("The ministry imposed the [ban].", NOUN),
}
"""For each row, a sentence that differs little from its example and that the row must not decide."""


def fires(row: Row, signs: set[Cue]) -> bool:
    """Whether a row decides for the signs found, as the table is to be read."""
    asked = row.needs <= signs and not row.without & signs
    return asked and (not row.any_of or bool(row.any_of & signs))


def trait_of(row: Row) -> Trait:
    """What the caller knows of the trigger of a row's example."""
    nominal = True if Cue.NOMINAL in row.needs or row.name == "doubt" else None
    undoing = row.modality in {Modality.PLEDGED, Modality.NEGOTIATING, Modality.REQUESTED}
    return Trait(nominal=nominal, undoing=undoing or row.name == "order to undo")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_decides_its_example(row: Row) -> None:
    found = standing(row.example, trait_of(row))
    assert (found.rule, found.modality) == (row.name, row.modality)
    assert row.name == "doubt" or found.cues


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_leaves_its_near_miss_alone(row: Row) -> None:
    marked, trait = NEAR[row.name]
    assert standing(marked, trait).rule != row.name


def test_the_rows_have_names_of_their_own_and_say_what_they_look_at() -> None:
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
    assert set(NEAR) == set(names)
    assert all(row.looks_at and "[" in row.example for row in ROWS)


def test_no_effective_row_stands_above_a_row_of_doubt_that_is_not_about_who_acts() -> None:
    """Signs of a pledge, plan, condition, negation, quote or unnamed speaker outweigh signs of an act."""
    first = next(number for number, row in enumerate(ROWS) if row.modality.effective)
    later = {row.name for row in ROWS[first:] if not row.modality.effective}
    assert later == {"somebody else's word", "no authority acts", "doubt"}


@given(st.sets(st.sampled_from(sorted(Cue))))
def test_every_set_of_signs_gets_the_first_row_that_fires(signs: set[Cue]) -> None:
    firing = [row for row in ROWS if fires(row, signs)]
    assert decide(dict.fromkeys(signs)) is firing[0]
    assert firing[-1] is ROWS[-1]


DOUBTS = {
    Cue.QUOTED,
    Cue.UNNAMED,
    Cue.RUMOUR,
    Cue.QUESTION,
    Cue.IF,
    Cue.NOT,
    Cue.DENIAL,
    Cue.WILL,
    Cue.WOULD,
    Cue.MAY,
    Cue.MUST,
    Cue.PLEDGE,
    Cue.PROPOSE,
    Cue.NEGOTIATE,
    Cue.REQUEST,
    Cue.DEMAND,
    Cue.THREAT,
    Cue.EXPECT,
    Cue.PREDICT,
    Cue.ACCUSE,
    Cue.REFUSE,
    Cue.ECHO,
    Cue.UNREAL,
    Cue.RETRACTED,
    Cue.HELD_UP,
    Cue.OVER,
}


@given(st.sets(st.sampled_from(sorted(Cue))), st.sampled_from(sorted(DOUBTS - {Cue.WOULD})))
def test_one_sign_of_doubt_outweighs_all_signs_of_an_act(signs: set[Cue], doubt: Cue) -> None:
    assert not decide(dict.fromkeys(signs | {doubt})).modality.effective
