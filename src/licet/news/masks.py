"""Lines of a story that are no running text: date line, headline, byline, section, promotion, dateline."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from licet.news.story import DATE_LINE


class MaskKind(StrEnum):
    """What a masked stretch is."""

    DATE_LINE = "date_line"
    HEADLINE = "headline"
    BYLINE = "byline"
    SECTION = "section"
    PROMOTION = "promotion"
    DATELINE = "dateline"


class Mask(NamedTuple):
    """A stretch `[start, end)` that holds no running text."""

    kind: MaskKind
    start: int
    end: int


LONGEST_LINE = 400
"""Code points above which a line is running text, whatever it begins with."""
LONGEST_HEADLINE = 160

_CREDIT = re.compile(
    r"information for this (?:article|story|report) was contributed"
    r"|\(?(?:additional |further )?(?:reporting|writing|editing|compiled) by\b"
    r"|.{1,120}contributed (?:to|reporting)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:By|BY) [A-Z]")
LONGEST_BY = 120
_SECTION = re.compile(
    r"(?:[\w ]{1,30} )?section on \d|print headline:|section:|(?:first )?published:?\s|(?:last )?updated:?\s"
    r"|page [a-z]?\d+\s*$|filed under\b|categor(?:y|ies):|tags?:",
    re.IGNORECASE,
)
_SECTION_HEADS = (
    *("section", "print headline", "first published", "published", "last updated", "updated", "page "),
    *("filed under", "categor", "tag"),
)
_PROMOTION = re.compile(
    r"(?:read more|related|see also|more on this|also read|watch|listen|more:|sign up|subscribe|advertisement"
    r"|click here|follow us|share this|download (?:our|the) app|get the|join our|don't miss"
    r"|recommended|trending|most read)\b.{0,200}$"
    r"|(?:©|\(c\)|copyright)\s.*"
    r"|all rights reserved|this (?:article|story|material) (?:may not|was originally)"
    r"|photo(?:graph)?(?: by|:)",
    re.IGNORECASE,
)
_PROMOTION_HEADS = (
    *("read more", "related", "see also", "more", "also read", "watch", "listen", "sign up", "subscribe"),
    *("advertisement", "click here", "follow us", "share this", "download ", "get the", "join our"),
    *(
        "don't miss",
        "recommended",
        "trending",
        "most read",
        "©",
        "(c)",
        "copyright",
        "all rights",
        "this ",
        "photo",
    ),
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,3}"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:, (?:[A-Z][a-z]+\.?) \d{1,2})?"
    r"(?: \([A-Z][\w ./]{1,40}\))?\s?(?:—|–|--|-)\s(?=\S)"
    r"|[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2}(?:, [A-Z][\w.]+)?(?:, [A-Z][a-z]+\.? \d{1,2})?"
    r" \([A-Z][\w ./]{1,40}\)\s?(?:—|–|--|-)\s(?=\S)"
)


def masks(text: str, lines: list[tuple[int, int]]) -> list[Mask]:
    """Find what is no running text.

    Args:
        text: The story.
        lines: Offsets of its paragraphs, in order, the date line included.
    """
    found: list[Mask] = []
    begun = False
    dated = DATE_LINE.match(text)
    if dated:
        found.append(Mask(MaskKind.DATE_LINE, 0, dated.end()))
    for number, (first, end) in enumerate(lines):
        start = max(first, dated.end()) if dated else first
        if start >= end:
            continue
        kind = _kind(text, start, end)
        if kind is None and not begun and number + 1 < len(lines) and _is_headline(text, start, end):
            kind = MaskKind.HEADLINE
        if kind is not None:
            found.append(Mask(kind, start, end))
            continue
        begun = True
        stop = min(end, start + 120)
        head = text[start:stop]
        dashed = "—" in head or "–" in head or "-" in head  # one of them ends a dateline
        place = _DATELINE.match(text, start, stop) if dashed else None
        if place:
            found.append(Mask(MaskKind.DATELINE, start, place.end()))
    return found


def _kind(text: str, start: int, end: int) -> MaskKind | None:
    """What a line is by the words it begins with; None for running text."""
    if end - start > LONGEST_LINE:
        return None
    line = text[start:end].strip()
    low = line.lower()
    if low.startswith("[") and low.endswith("]"):
        return MaskKind.PROMOTION
    # What all forms of a kind share is looked for before the pattern is tried.
    if (low.startswith(_SECTION_HEADS) or "section on " in low) and _SECTION.match(line):
        return MaskKind.SECTION
    if '"' in line or "“" in line or "”" in line:
        return None
    if _is_by(line) or ((" by" in low or "buted" in low) and _CREDIT.match(line)):
        return MaskKind.BYLINE
    return MaskKind.PROMOTION if low.startswith(_PROMOTION_HEADS) and _promotes(line, low) else None


def _promotes(line: str, low: str) -> bool:
    ended = low.endswith((".", "!", "?")) and not low.startswith(("copyright", "©", "sign up", "this "))
    return not (ended and " said" in line) and _PROMOTION.match(line) is not None


def _is_by(line: str) -> bool:
    return len(line) <= LONGEST_BY and _BY.match(line) is not None and not line.endswith(".")


def _is_headline(text: str, start: int, end: int) -> bool:
    line = text[start:end].strip()
    return len(line) <= LONGEST_HEADLINE and not line.endswith((".", "!", "?", ":", '"', "”", "’", "'", ","))
