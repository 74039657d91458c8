"""Idioms of talk and of doing: what a verb tells only together with the words behind it."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.modality import acts, wordings
from benchmarks.modality.forms import forms_of
from benchmarks.modality.idioms.matching import TABLES
from benchmarks.modality.sentences import standing_of_event

from licet.news.layout import layout
from licet.news.modality.cues import Cue
from licet.news.modality.modality import Modality
from licet.news.story import read_story

ROWS = [(row.strip(), sign) for text, sign in TABLES for row in text.strip().splitlines()]


def read(text: str) -> Modality:
    laid = layout(read_story(f"date 2000-01-01\n{text}"))
    return standing_of_event(laid, laid.sentences[0]).modality


def test_no_idiom_is_written_down_twice() -> None:
    assert [row for row, times in Counter(row for row, _ in ROWS).items() if times > 1] == []


@pytest.mark.parametrize(("row", "sign"), [row for row in ROWS if not row[0].startswith("be ")])
def test_every_idiom_gives_its_sign(row: str, sign: Cue | None) -> None:
    """Each row is read behind a subject, in the past, with the first of its alternatives."""
    words = " ".join(part.split("|")[0] for part in row.split())
    told = read(f"The envoy did {words}.")
    assert (told is Modality.REPORTED) is (sign is None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Veland turned down the plan.", Modality.DENIED),
        ("Veland turned loose the editor.", Modality.REPORTED),
        ("Rebels shot down the proposal.", Modality.DENIED),
        ("Rebels shot down a helicopter.", Modality.REPORTED),
        ("The pilots called off their talks.", Modality.DENIED),
        ("The pilots called off their strike.", Modality.REPORTED),
        ("Norda dismissed a proposal for a new cabinet.", Modality.DENIED),
        ("Norda dismissed two ministers.", Modality.REPORTED),
        ("Norda violated the embargo.", Modality.DENIED),
        ("Norda violated the truce.", Modality.REPORTED),
        ("Veland signed an agreement on visas.", Modality.REPORTED),
        ("Veland signed an agreement to lift visas.", Modality.PLEDGED),
        ("Veland gave the militia two days to leave.", Modality.THREATENED),
        ("Veland gave the militia weapons.", Modality.REPORTED),
        ("Norda announced that it had expelled two envoys.", Modality.REPORTED),
        ("Norda announced that it would expel two envoys.", Modality.PLEDGED),
        ("A threat by Norda to close the strait shook the markets.", Modality.THREATENED),
        ("Norda demanded that the hostages be set free.", Modality.DEMANDED),
        ("The militia that shelled a port and killed two men has offered a truce.", Modality.PLEDGED),
        ("Veland kept troops in the valley in defiance of the council.", Modality.DENIED),
        ("Veland shelled a town in violation of the truce.", Modality.REPORTED),
        ("Veland moved tanks to the river as a warning to Norda.", Modality.THREATENED),
        ("Veland glorped the envoy.", Modality.UNCLEAR),
    ],
)
def test_what_goes_with_a_verb_decides(text: str, modality: Modality) -> None:
    assert read(text) is modality


def test_forms_of_verbs_are_written_as_english_writes_them() -> None:
    assert forms_of("deny") == {"deny", "denies", "denied", "denying"}
    assert {"expelled", "expelling"} <= forms_of("expel")
    assert {"gave", "given", "giving"} <= forms_of("give")
    assert "refused" in forms_of("refuse")


def test_a_word_that_refuses_and_acts_refuses() -> None:
    """Where a word is between, it is no act: refusing goes before."""
    assert "dismissed" in wordings.REFUSALS & acts.VERBS
    assert read("Norda dismissed the report.") is Modality.DENIED
