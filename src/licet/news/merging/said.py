"""A statement of one story, as it is compared with those of others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from licet.model.news import Span
from licet.news.merging import comparing
from licet.news.merging.draft import Told
from licet.news.merging.pool import quoted, words
from licet.news.merging.view import View
from licet.news.statements.statement import SpeakerKind, Statement

LEAST_QUOTED = 6
"""Words in quotation marks from which a statement is told by its wording."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of one story, as it is compared.

    Attributes:
        told: The claim.
        speaker: Merged key of the speaker; of an unnamed one a key of its own.
        text: What is said.
        quoted: The words in quotation marks, each with how often it stands there.
        wording: Those words in their order.
        content: The words that carry meaning.
        measure: Merged key of the measure it is about; empty for none.
        size: How many words stand in quotation marks.
        is_wording: Whether it is told by its wording: most of it stands in quotation marks.
    """

    told: Told
    speaker: str
    text: str
    quoted: Counter[str]
    wording: str
    content: frozenset[str]
    measure: str
    size: int
    is_wording: bool


def said_of(view: View, item: Told, statement: Statement) -> Said:
    """A statement with what it is compared by.

    Args:
        view: All stories.
        item: The claim that it was made.
        statement: The statement.
    """
    text = " ".join(span.text for span in statement.content)
    speaker = view.party(item)
    if statement.speaker.kind is SpeakerKind.ANONYMOUS:
        of = view.party(item, statement.speaker.of)
        speaker = f"unnamed of {of}" if of else f"{speaker} {item.story.key}"
    cluster = view.cluster(item)
    inner = " ".join(quoted(span.text) or whole_quote(span) for span in statement.content)
    wording = words(inner)
    size = len(wording)
    is_wording = size >= LEAST_QUOTED and 2 * size >= len(words(text))
    measure = cluster.merged.key if cluster else ""
    return Said(
        item,
        speaker,
        text,
        Counter(wording),
        " ".join(wording),
        comparing.content(text),
        measure,
        size,
        is_wording,
    )


def whole_quote(span: Span) -> str:
    """The words of a content that begins with a mark which is not closed in it."""
    return span.text if span.text[:1] in '"“«' else ""
