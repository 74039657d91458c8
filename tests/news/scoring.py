"""What was read of stories, in the form that ../shared/tools/score_stories.py takes."""

from __future__ import annotations

from licet.model.news import Value
from licet.news.parties.party import MentionKind, Party

Row = dict[str, object]


def mentions(found: list[Value[Party]]) -> list[Row]:
    """Named mentions with their party; nouns that stand for a party are not scored."""
    return [
        {"start": item.span.start, "end": item.span.end, "party": value.value.key}
        for value in found
        for item in value.value.mentions
        if item.kind is not MentionKind.NOMINAL
    ]
