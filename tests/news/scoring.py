"""What was read of stories, in the form that ../shared/tools/score_stories.py takes."""

from __future__ import annotations

from licet.model.news import Value
from licet.news.parties.party import MentionKind, Party
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind

Row = dict[str, object]


def mentions(found: list[Value[Party]]) -> list[Row]:
    """Named mentions with their party; nouns that stand for a party are not scored."""
    return [
        {"start": item.span.start, "end": item.span.end, "party": value.value.key}
        for value in found
        for item in value.value.mentions
        if item.kind is not MentionKind.NOMINAL
    ]


def statements(found: list[Value[Statement]]) -> list[Row]:
    """What was said, by whom; a no-comment says nothing."""
    return [
        {
            "content": [[item.start, item.end] for item in told.content],
            "source": [told.source.start, told.source.end] if told.source else None,
            "cue": [told.cue.start, told.cue.end] if told.cue else None,
            "speaker": told.speaker.party,
            "anonymous": told.speaker.kind is SpeakerKind.ANONYMOUS,
        }
        for told in (value.value for value in found)
        if told.kind is not StatementKind.NO_COMMENT
    ]
