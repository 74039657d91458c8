"""The marks of what stories tell: none looks like law, and each differs from the others by form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licet.news.merging.fact import Agreement
from licet.reports.news_timeline_rows import Band, Row
from licet.reports.svg import breadth, element, text
from licet.reports.timeline_lanes import AMBER, GREEN, INK, PALE, RED, Axis

_MOST_BADGES = 3
BADGE = 20.0
"""From one letter to the next."""
_HARMFUL = frozenset(("\ufffe", "\uffff"))
_COLOURS = ("#2f4b8f", "#7a3b8c", "#0f6b6b", "#8a4a12", "#4b5563", "#9b2c5a")
_SLIM = 5.0
"""Half the height of a mark."""


def shown(content: str) -> str:
    """Return text of a story as a picture can hold it: no control, direction or broken character."""
    if content.isascii() and content.isprintable():
        return content
    return "".join(char if char.isprintable() and char not in _HARMFUL else " " for char in content)


def badges(stories: Sequence[str], x: float, y: float) -> str:
    """Return the letters of stories, each on a ground of its own."""
    parts = []
    for place, name in enumerate(stories[:_MOST_BADGES]):
        left = x + BADGE * place
        colour = _COLOURS[(ord(name[-1]) - ord("A")) % len(_COLOURS)]
        parts.append(element("rect", x=left, y=y, width=18, height=17, rx=4, fill=colour))
        size = 11 if len(name) == 1 else 8.5
        parts.append(
            text(
                left + 9,
                y + 12.5,
                name,
                font_size=size,
                font_weight="bold",
                fill="#ffffff",
                text_anchor="middle",
            )
        )
    more = len(stories) - _MOST_BADGES
    if more > 0:
        parts.append(text(x + BADGE * _MOST_BADGES - 2, y + 27, f"+{more}", font_size=9.5, fill=PALE))
    return "".join(parts)


def sign(row: Row, x: float, y: float) -> str:
    """Return a sign beside the letters where stories contradict one another."""
    if row.agreement is not Agreement.CONFLICT:
        return ""
    return text(x, y + 1, "≠", font_size=16, font_weight="bold", fill=AMBER)


def mark_of(row: Row, scale: Axis, y: float, days: tuple[date | None, date | None] | None = None) -> str:
    """Return the mark of a fact on the line of time.

    Args:
        row: The fact.
        scale: The line.
        y: The middle of the mark.
        days: First and last day where they are not those of the fact.
    """
    first, last = days or (row.first, row.last)
    if first is None and last is None:
        return ""
    left = scale.x(first) if first else scale.left
    right = scale.x(last) if last else scale.left + scale.width
    open_ends = ("left",) if first is None else ("right",) if last is None else ()
    if row.derived:
        return _computed(left, right, y)
    if row.band is Band.SAID:
        return _bubble(left, right, y, open_ends, clash=bool(row.against))
    return _told(left, right, y, row.agreement, open_ends)


def _told(left: float, right: float, y: float, agreement: Agreement, open_ends: Sequence[str]) -> str:
    """Return one line or circle for one story, two for several that agree."""
    colour = {Agreement.CORROBORATED: INK, Agreement.SINGLE: "#7b8794"}.get(agreement, AMBER)
    double = agreement is Agreement.CORROBORATED
    if right - left < 3 * _SLIM:
        middle = (left + right) / 2
        places = (middle - 3.5, middle + 3.5) if double else (middle,)
        return "".join(
            element("circle", cx=x, cy=y, r=_SLIM, fill=colour, stroke="#ffffff", stroke_width=1)
            for x in places
        )
    lines = (y - 3.4, y + 3.4) if double else (y,)
    thick = 4.4 if double else 5.0
    parts = [
        element("rect", x=left, y=line - thick / 2, width=right - left, height=thick, rx=2, fill=colour)
        for line in lines
    ]
    return "".join(parts) + _arrows(left, right, y, colour, open_ends)


def _arrows(left: float, right: float, y: float, colour: str, open_ends: Sequence[str]) -> str:
    """Return an arrow head at an end that the stories do not tell."""
    parts = []
    if "left" in open_ends:
        parts.append(element("path", d=f"M{left + 1:.1f},{y - 7:.1f} v14 l-9,-7 z", fill=colour))
    if "right" in open_ends:
        parts.append(element("path", d=f"M{right - 1:.1f},{y - 7:.1f} v14 l9,-7 z", fill=colour))
    return "".join(parts)


def _bubble(left: float, right: float, y: float, open_ends: Sequence[str], *, clash: bool) -> str:
    """Return a speech bubble, with a dashed line where what is said covers more than a few days."""
    parts = []
    stroke = AMBER if clash else PALE
    if right - left >= 3 * _SLIM:
        parts.append(
            element(
                "line",
                x1=left,
                y1=y,
                x2=right,
                y2=y,
                stroke=stroke,
                stroke_width=1.8,
                stroke_dasharray="4 3",
            )
        )
        parts.append(element("line", x1=right, y1=y - 5, x2=right, y2=y + 5, stroke=stroke, stroke_width=1.8))
        parts.append(_arrows(left, right, y, stroke, open_ends))
        x = right if open_ends == ("left",) else left
    else:
        x = (left + right) / 2
    shape = (
        f"M{x - 8:.1f},{y - 7:.1f} h16 a3,3 0 0 1 3,3 v5 a3,3 0 0 1 -3,3 h-9 l-5,5 v-5 h-2"
        " a3,3 0 0 1 -3,-3 v-5 a3,3 0 0 1 3,-3 z"
    )
    parts.append(element("path", d=shape, fill="#ffffff", stroke=stroke, stroke_width=1.6))
    dots = (-4.0, 0.0, 4.0)
    parts += [element("circle", cx=x + dot, cy=y - 1.5, r=1.1, fill=stroke) for dot in dots]
    return "".join(parts)


def _computed(left: float, right: float, y: float) -> str:
    """Return an open dotted mark: no story tells it."""
    wide = max(right - left, 2 * _SLIM)
    return element(
        "rect",
        x=(left + right - wide) / 2,
        y=y - _SLIM,
        width=wide,
        height=2 * _SLIM,
        rx=_SLIM,
        fill="#ffffff",
        stroke=PALE,
        stroke_dasharray="1.5 2",
        stroke_width=1.6,
    )


def key_of_marks(x: float, y: float, *, law: bool) -> tuple[str, float]:
    """Return what the marks mean, in words, and where that ends."""
    items: list[tuple[str, str]] = []
    if law:
        items += [
            (_bar(RED), "law that forbids or binds, in force"),
            (_bar(GREEN), "law that permits"),
        ]
    items += [
        (_told(14, 14, 0, Agreement.CORROBORATED, ()), "told by several stories in their own words"),
        (_told(14, 14, 0, Agreement.SINGLE, ()), "told by one story, or from one source"),
        (sign_alone(), "told differently: both tellings are shown"),
        (_bubble(14, 14, 0, (), clash=False), "only said: no law"),
        (_computed(14, 14, 0), "computed, told by nobody"),
    ]
    parts, at = [], x
    for mark, words in items:
        wide = 34 + breadth(words, 11.5)
        if at + wide > 1380:
            at, y = x, y + 24
        parts.append(element("g", mark, transform=f"translate({at:.1f} {y:.1f})"))
        parts.append(text(at + 30, y + 4, words, font_size=11.5))
        at += wide
    return "".join(parts), y + 14


def sign_alone() -> str:
    """Return the sign of a contradiction for the key."""
    return text(9, 5, "≠", font_size=16, font_weight="bold", fill=AMBER)


def _bar(colour: str) -> str:
    return element("rect", x=2, y=-6, width=24, height=12, rx=3, fill=colour)
