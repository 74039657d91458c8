"""What somebody is under, pays or settles, each with a near miss that is not in force."""

from __future__ import annotations

import pytest
from tests.news.gated import NOUN, standing

from licet.news.modality.sight import Trait

SETTLING = Trait(settling=True)


@pytest.mark.parametrize(
    ("marked", "near", "trait"),
    [
        ("Orlo has been under [sanctions] since 2021.", "Orlo could be under [sanctions] by May.", NOUN),
        ("Orlo was placed under [sanctions] last year.", "Orlo is to be placed under [sanctions].", NOUN),
        ("Orlo fell under an asset [freeze] in May.", "Orlo may fall under an asset [freeze] in May.", NOUN),
        ("Orlo is subject to an asset [freeze].", "Orlo would be subject to an asset [freeze].", NOUN),
        ("Orlo remains on the Entity [List].", "Orlo was never on the Entity [List].", NOUN),
        ("Orlo now faces a travel [ban].", "Orlo faces a travel [ban] if talks fail.", NOUN),
        ("The ministry put Orlo under a [ban] in May.", "The club put Orlo under a [ban] in May.", NOUN),
        ("Orlo paid a [fine] of $3 million.", "Orlo could pay a [fine] of $3 million.", NOUN),
        ("Orlo was ordered to pay a [penalty].", "Orlo refused to pay a [penalty].", NOUN),
        ("The ministry ordered Orlo to pay a [fine].", "The landlord ordered Orlo to pay a [fine].", NOUN),
        ("Orlo agreed to pay a [fine].", "Orlo offered to pay a [fine].", NOUN),
        (
            "Under the agreement Orlo will pay a [fine].",
            "Under a proposed agreement Orlo will pay a [fine].",
            NOUN,
        ),
        ("The ministry announced a [fine] for Orlo.", "The ministry announced plans for a [fine].", NOUN),
        (
            "The ministry announced [sanctions] on Orlo.",
            "The ministry announced [sanctions] on Orlo from July.",
            NOUN,
        ),
        ("Orlo agreed to [settle] the charges.", "Orlo hopes to [settle] the charges.", SETTLING),
        (
            "Orlo will pay $3 million to [settle] the charges.",
            "Orlo would pay $3 million to [settle] the charges.",
            SETTLING,
        ),
        (
            "Orlo agreed to pay $3 million to [settle] the charges.",
            "Orlo offered to pay $3 million to [settle] the charges.",
            SETTLING,
        ),
        (
            "The ministry added Orlo to its list, [barring] sales.",
            "The ministry may add Orlo to its list, [barring] sales.",
            Trait(authority=True),
        ),
        ("The denial [order] dates from December.", "A draft of an [order] dates from December.", NOUN),
        ("Orlo is itself under [sanctions].", "Orlo is itself afraid of [sanctions].", NOUN),
        ("Sales to Orlo remain [prohibited].", "Sales to Orlo may remain [prohibited].", Trait()),
        (
            "Ada Ek, whose assets were [frozen] in May, left.",
            "Any banker whose assets were [frozen] would leave.",
            Trait(),
        ),
        (
            "Orlo, which was [sanctioned] in May, is said to have moved oil.",
            "Orlo is said to have been [sanctioned] in May.",
            Trait(),
        ),
    ],
)
def test_a_measure_somebody_is_under_stands_and_its_near_miss_does_not(
    marked: str, near: str, trait: Trait
) -> None:
    assert standing(marked, trait).modality.effective
    assert not standing(near, trait).modality.effective
