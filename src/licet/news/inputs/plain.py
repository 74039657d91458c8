"""A plain text: one story, every character kept."""

from __future__ import annotations

from dataclasses import replace

from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import MOST_CHARACTERS, Gathered, InputKind, Raw
from licet.news.story import read_story

_BINARY = frozenset(range(32)) - frozenset(b"\t\n\v\r\f\b\x1b\x1c\x1d\x1e\x1f\x1a")
_FEW = 4
"""So many bytes that no text has are read also in a short story."""


def read_plain(raw: Raw) -> Gathered:
    """Read a plain-text story, whose first line may be `date YYYY-MM-DD`."""
    where = raw.name or raw.url or "text"
    if raw.content.startswith(b"%PDF-"):
        message = "This is a PDF, which is not read. Save its text, or the page it was made of."
        return Gathered(None, problems=(_fatal("not_text", where, message),))
    if not raw.content.startswith((b"\xff\xfe", b"\xfe\xff")) and _looks_binary(raw.content):
        message = "These bytes are no text. Give text, HTML, a feed, a sitemap, JSON Lines or mail."
        return Gathered(None, problems=(_fatal("not_text", where, message, repr(raw.content[:60])),))
    story = read_story(raw.content, raw.outlet, raw.url)
    if not story.text.strip("\ufeff \t\r\n"):
        return Gathered(InputKind.TEXT, problems=(_fatal("empty", where, "There is no text in it."),))
    if len(story.text) > MOST_CHARACTERS:
        message = (
            f"The text has {len(story.text):,} characters; at most {MOST_CHARACTERS:,} are read as one story."
        )
        return Gathered(InputKind.TEXT, problems=(_fatal("too_long", where, message),))
    if story.dated is None and not story.problems:
        message = "No first line `date YYYY-MM-DD`: expressions such as `yesterday` have no day."
        told = Problem("no_date", where, message, severity=Severity.FIELD)
        story = replace(story, problems=(told,))
    return Gathered(InputKind.TEXT, (story,))


def _looks_binary(content: bytes) -> bool:
    """Tell whether more than one byte in a hundred is none that text has; a few odd ones are read."""
    head = content[:65_536]
    return sum(head.count(byte) for byte in _BINARY) > max(_FEW, len(head) // 100)


def _fatal(code: str, where: str, message: str, record: str = "") -> Problem:
    return Problem(code, where, message, record, Severity.FATAL)
