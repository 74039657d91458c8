"""Who "it" is that said a thing: the subject of the thing said, and not the name that stands nearest."""

from __future__ import annotations

import pytest
from tests.news.test_statements import only

from licet.news.statements.statement import SpeakerKind


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The EU will impose a ban on timber from Orlo Ltd, it said.", "eu"),
        ("The Commerce Department barred Tarn Optics from exports, it said.", "us-commerce"),
        ("Tarn Optics sold lenses to Orlan Shipping, it said on Monday.", "tarn-optics"),
        ("Tarn Optics has stopped its sales to Orlan Shipping, it said in a statement.", "tarn-optics"),
        ("Sales at Tarn Optics rose 3%, it said.", "tarn-optics"),
    ],
)
def test_it_is_the_subject_of_what_it_said(text: str, speaker: str) -> None:
    assert only(text).speaker.party == speaker


def test_a_ministry_without_a_name_is_not_whom_it_fined() -> None:
    told = only("The Treasury sanctioned Orlo Ltd, it said in a statement.").speaker
    assert told.kind is SpeakerKind.INSTITUTION
    assert not told.party


def test_it_before_what_it_says_is_who_was_named_before() -> None:
    assert only("Tarn Optics sells lenses. It said that it was late.").speaker.party == "tarn-optics"
