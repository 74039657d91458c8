"""Who is accused: what stands behind the name of a subject, "X, a banker, was charged with fraud"."""

from __future__ import annotations

import re

from licet.model.news import Span

REACH = 400
"""Characters behind a name within which the accusation is read."""

_ACCUSED = re.compile(
    r"(?:,[^,.;!?\n]{1,120},)?"
    r"\s+(?:(?:was|were|is|are|has been|have been|had been|stands|stood|being)\s+)?"
    r"(?:[a-z]+ly\s+)?"
    r"(?:accused\s+of|charged\s+with|indicted\s+(?:on|for|over)|convicted\s+of|suspected\s+of"
    r"|(?:under|facing\s+an?)\s+(?:\w+\s+)?(?:investigation|inquiry|probe)\s+(?:for|over|into)"
    r"|investigated\s+(?:for|over))\s+"
    r"(?P<what>[^.;!?\n\"“”]{3,200})",
)


def accused_of(text: str, name: Span) -> Span | None:
    """Return the words that tell what a name is accused of; None where it is not.

    Args:
        text: The story.
        name: Where the party is named.
    """
    found = _ACCUSED.match(text, name.end, min(len(text), name.end + REACH))
    if found is None:
        return None
    words = found["what"].rstrip()
    start = found.start("what")
    return Span(start, start + len(words), words) if words else None
