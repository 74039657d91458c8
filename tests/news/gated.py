"""What the tests of the gate ask: the standing of a trigger in square brackets in one sentence."""

from __future__ import annotations

from pathlib import Path

from licet.model.news import Span
from licet.news.layout import layout
from licet.news.modality.gate import Gate
from licet.news.modality.modality import Standing
from licet.news.modality.sight import Trait
from licet.news.parties.reading import parties
from licet.news.statements.reading import statements
from licet.news.story import read_story

LINES = Path(__file__).parent / "modality"
PLAIN, NOUN, UNDOING = Trait(), Trait(nominal=True), Trait(undoing=True)
UNDONE = Trait(nominal=True, undoing=True)


def gate(marked: str) -> tuple[Gate, int, int, str]:
    """A gate for one sentence, and where its trigger stands, which is in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    plain = marked.replace("[", "", 1).replace("]", "", 1)
    story = read_story(f"date 2024-03-01\n{plain}")
    laid = layout(story)
    named = parties(laid)
    before = len(story.text) - len(plain)
    return Gate(laid, named, statements(laid, named)), before + start, before + end, story.text


def standing(marked: str, trait: Trait = PLAIN) -> Standing:
    reader, start, end, text = gate(marked)
    return reader.standing(Span.within(text, start, end), trait)


def listed(name: str) -> list[str]:
    """The sentences of one file, a sentence a line."""
    return (LINES / name).read_text(encoding="utf-8").splitlines()
