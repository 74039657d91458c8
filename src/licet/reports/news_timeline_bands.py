"""The bands of the picture of several stories: the law, what is reported, what is only said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licet.reports.news_timeline_marks import BADGE, badges, mark_of, shown, sign
from licet.reports.news_timeline_rows import Band, Row, Telling, when_words
from licet.reports.svg import breadth, element, fitted, number, text, titled
from licet.reports.timeline_breaks import Broken
from licet.reports.timeline_lanes import AMBER, BAR, BLUE, INK, PALE, bar_of
from licet.usecases.history_lanes import Lane
from licet.usecases.read import ToldTogether
from licet.usecases.timeline import Matter

WIDTH = 1400.0
MARGIN, LEFT, SPAN = 28.0, 690.0, 668.0
_WHEN, _TEXT = 104.0, 260.0
_ROOM = LEFT - _TEXT - 26
"""Room of the words of a row beside the line of time."""
_TIP, _TIPS = 300, 12
"""Characters of a telling, and tellings, that are shown when a pointer rests on a row."""
Labelled = tuple[Broken, Sequence[tuple[date, str]]]
"""The line of time and the days that are named above it."""
_BANDS = {
    Band.REPORTED: ("What the stories report", "told as having happened; a story is evidence, not law"),
    Band.SAID: ("What was only said", "pledges, demands, plans, opinions: none of it changes the law"),
}


def _header(title: str, words: str, axis: Labelled, top: float) -> str:
    """Return the head of a band with days above its part of the line of time."""
    scale, labels = axis
    parts = [
        element("rect", x=MARGIN - 8, y=top, width=WIDTH - 2 * MARGIN + 16, height=30, fill="#eef2f7", rx=4),
        text(MARGIN, top + 20, title, font_size=15, font_weight="bold"),
        text(MARGIN + breadth(title, 15, bold=True) + 10, top + 20, words, fill=PALE, font_size=11.5),
    ]
    for day, label in labels:
        x = scale.x(day)
        half = breadth(label, 10.5) / 2
        middle = min(max(x, LEFT - 20 + half), WIDTH - 24 - half)
        parts.append(element("line", x1=x, y1=top + 24, x2=x, y2=top + 34, stroke=PALE))
        parts.append(text(middle, top + 19, label, font_size=10.5, fill=INK, text_anchor="middle"))
    return "".join(parts)


def law_band(
    found: ToldTogether, matter: Matter, lanes: Sequence[Lane], axis: Labelled, top: float
) -> tuple[str, float]:
    """Return the band of the law and where it ends."""
    law = matter.law
    words = f"from the rulebook, told up to {law.as_of.isoformat()}" if law else "from the rulebook"
    parts = [_header("The law itself", words, axis, top)]
    top += 42
    if law is None or not lanes:
        known = f"The rulebook knows no instrument of {matter.name} in this time."
        words = shown(known if matter.name else "No party is the subject, so that no law was looked up.")
        return "".join([*parts, text(MARGIN, top + 12, words, fill=PALE)]), top + 32
    measures = [lane.measure for lane in lanes]
    for lane in lanes:
        alone = measures.count(lane.measure) > 1
        part, top = _lane(lane, axis[0], top, law.as_of, alone=alone)
        parts.append(part)
    left = len(law.lanes) - len(lanes)
    if left:
        words = f"{left} instrument{'' if left == 1 else 's'} of other times not drawn; see licet history"
        parts.append(text(MARGIN, top + 8, words, fill=PALE, font_size=11))
    last = max((item.story.dated for item in found.stories if item.story.dated), default=None)
    if last is not None:
        x = axis[0].x(last)
        sides = (
            (x - 7, "← law when the stories were printed", "end"),
            (x + 7, "what the law did later →", "start"),
        )
        parts += [
            text(at, top + 8, said, text_anchor=side, fill=BLUE, font_size=11) for at, said, side in sides
        ]
    return "".join(parts), top + 26


def _lane(lane: Lane, scale: Broken, top: float, as_of: date, *, alone: bool) -> tuple[str, float]:
    # Lanes of one measure differ by their parties.
    cited = f"{', '.join(lane.parties)}: {'; '.join(lane.cite)}" if alone else "; ".join(lane.cite)
    lines = fitted(shown(lane.title), 12, LEFT - MARGIN - 30, 2)
    parts = [text(MARGIN, top + 11 + 15 * at, line, font_weight="600") for at, line in enumerate(lines)]
    y = top + 11 + 15 * len(lines)
    small = fitted(shown(cited), 10.5, LEFT - MARGIN - 30, 1)
    parts += [text(MARGIN, y, line, fill=PALE, font_size=10.5) for line in small]
    parts += [bar_of(bar, lane, scale, top, as_of) for bar in lane.bars if scale.shows(bar.first, bar.last)]
    bottom = max(y + 8, top + BAR + 10)
    parts.append(_rule(bottom))
    return titled("".join(parts), shown(f"{lane.title}; {cited}")), bottom + 6


def _rule(y: float) -> str:
    return element("line", x1=MARGIN, y1=y, x2=WIDTH - MARGIN, y2=y, stroke="#e7ecf2")


def told_band(band: Band, found: Sequence[Row], axis: Labelled, top: float) -> tuple[str, float]:
    """Return a band of facts and where it ends: those with a day, then the others."""
    parts = [_header(*_BANDS[band], axis, top)]
    top += 40
    dated, undated = [row for row in found if row.when], [row for row in found if not row.when]
    for row in dated:
        part, top = _row(row, axis[0], top)
        parts.append(part)
    rest = [_undated(row) for row in undated]
    high = sum(size for _, size in rest) + 24
    wide = WIDTH - 2 * MARGIN + 16
    if undated:
        # A ground of its own: these rows have no place on the line of time.
        parts.append(element("rect", x=MARGIN - 8, y=top - 4, width=wide, height=high + 18, fill="#ffffff"))
        parts.append(text(MARGIN, top + 12, "Without a day in the stories", font_weight="600", fill=PALE))
        top += 22
    for part, size in rest:
        parts.append(element("g", part, transform=f"translate(0 {number(top)})"))
        top += size
    if not found:
        parts.append(text(MARGIN, top + 12, "Nothing.", fill=PALE))
        top += 22
    return "".join(parts), top + 14


def _row(row: Row, scale: Broken, top: float) -> tuple[str, float]:
    lines = fitted(shown(row.title), 12.5, _ROOM, 2)
    clash = bool(row.against)
    parts = [
        _tellers(row, top + 1),
        sign(row, MARGIN + BADGE * min(len(row.stories), 3), top + 13),
    ]
    parts.append(text(_WHEN, top + 13, row.when, font_size=11))
    weight = {"font_weight": "600"} if row.band is Band.REPORTED else {}
    parts += [
        text(_TEXT, top + 13 + 16 * at, line, font_size=12.5, **weight) for at, line in enumerate(lines)
    ]
    y = top + 12 + 16 * len(lines)
    small = _small(row, _TEXT, y, _ROOM)
    parts += small
    if not clash:
        parts.append(mark_of(row, scale, top + 9))
    bottom = y + 6 + 13 * (len(small) - 1)
    for item in row.against:
        part, bottom = _telling(item, row, scale, bottom)
        parts.append(part)
    ground = _clash(top - 5, bottom - top + 7) if clash else ""
    tip = "; ".join(f"{item.story}: {item.words[:_TIP]}" for item in row.tellings[:_TIPS])
    return titled(f"{ground}{''.join(parts)}", shown(f"{row.title}. {tip}")), bottom + 9


def _clash(top: float, high: float) -> str:
    """Return the ground of what is told differently, through which the line of time is seen."""
    wide = WIDTH - 2 * MARGIN + 16
    return element(
        "rect",
        x=MARGIN - 8,
        y=top,
        width=wide,
        height=high,
        rx=4,
        fill="#fff4e0",
        fill_opacity="0.85",
        stroke=AMBER,
    )


def _tellers(row: Row, top: float) -> str:
    """Return the letters of the stories that tell a fact."""
    if row.derived:
        return text(MARGIN, top + 12, "computed", font_size=11, fill=PALE)
    return badges(row.stories, MARGIN, top)


def _small(row: Row, x: float, y: float, room: float) -> list[str]:
    """Return who tells a fact and how it stands, on at most two lines."""
    words = fitted(shown(row.said), 10.5, room, 2)
    colour = AMBER if row.against or row.band is Band.SAID else PALE
    return [
        text(x, y + 2 + 13 * place, line, font_size=10.5, fill=colour) for place, line in enumerate(words)
    ]


def _telling(item: Telling, row: Row, scale: Broken, top: float) -> tuple[str, float]:
    """Return one side of a conflict, with its own days."""
    when = when_words(item.first, item.last)
    lines = fitted(shown(f"“{item.words}”"), 11.5, _ROOM - 8, 2)
    parts = [badges((item.story,), _WHEN, top + 3), text(_WHEN + 26, top + 15, when, font_size=11)]
    parts += [
        text(_TEXT + 8, top + 15 + 15 * at, line, font_size=11.5, font_style="italic")
        for at, line in enumerate(lines)
    ]
    first, last = (item.first, item.last) if when else (row.first, row.last)
    parts.append(mark_of(row, scale, top + 11, (first, last)))
    return "".join(parts), top + 8 + 15 * max(len(lines), 1)


def _undated(row: Row) -> tuple[str, float]:
    """Return a row without a day, drawn from 0, and its height; who tells it stands in its own column."""
    room = WIDTH - MARGIN - _WHEN
    beside = breadth(row.title, 12) <= LEFT - _WHEN - 10
    lines = fitted(shown(row.title), 12, LEFT - _WHEN - 10 if beside else room, 2)
    parts = [_tellers(row, 1), sign(row, MARGIN + BADGE * min(len(row.stories), 3), 13)]
    parts += [text(_WHEN, 13 + 15 * at, line) for at, line in enumerate(lines)]
    y = 13.0 + 15 * (len(lines) - (1 if beside else 0))
    x = LEFT if beside else _WHEN
    small = _small(row, x, y - 2, WIDTH - MARGIN - x)
    parts += small
    y += 8 + 13 * (len(small) - 1)
    for item in row.against:
        for line in fitted(shown(f"{item.story}: “{item.words}”"), 11.5, room - 20, 2):
            parts.append(text(_WHEN + 20, y + 8, line, font_size=11.5, font_style="italic"))
            y += 15
    tip = "; ".join(f"{item.story}: {item.words[:_TIP]}" for item in row.tellings[:_TIPS])
    ground = _clash(-4, y + 2) if row.against else ""
    return titled(f"{ground}{''.join(parts)}", shown(f"{row.title}. {tip}")), y + (12 if ground else 4)
