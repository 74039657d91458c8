"""Several stories and the law of their matter as a picture: the law, what is reported, what is only said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from licet.reports.news_timeline import about, counted, story_words
from licet.reports.news_timeline_bands import LEFT, MARGIN, SPAN, WIDTH, law_band, told_band
from licet.reports.news_timeline_law import days_of, lanes_within, window
from licet.reports.news_timeline_marks import badges, key_of_marks, shown
from licet.reports.news_timeline_rows import Band, Row, day_words, rows
from licet.reports.svg import breadth, element, fitted, number, picture, text, titled
from licet.reports.timeline_breaks import Broken, broken, ticks
from licet.reports.timeline_lanes import BLUE, PALE, RULE, patterns
from licet.usecases.history_lanes import Lane
from licet.usecases.read import ToldTogether
from licet.usecases.timeline import Matter

TITLE = "Timeline of stories"
_NAMED, _LONGEST_FLAG = 45.0, 400.0
"""Room that the length of what is left out needs, and most room of the words of a story's day."""


def build(found: ToldTogether, matter: Matter) -> str:
    """Return the picture as SVG.

    Args:
        found: The stories, merged.
        matter: What they are about, with the law of it.
    """
    told = rows(found.timeline)
    lanes = lanes_within(matter.law, window(found, told))
    scale = _scale(found, told, lanes)
    parts, top = _heading(found, matter, told)
    flags = _flags(scale, found)
    body = top = top + 13 * max((level for _x, level, _words in flags), default=0)
    dates = _labels(scale, lanes)
    law, top = law_band(found, matter, lanes, (scale, dates), top)
    marked: list[str] = [law]
    for band in Band:
        part, top = told_band(band, [row for row in told if row.band is band], (scale, dates), top)
        marked.append(part)
    parts += [*_breaks(scale, body, top), *_grid(flags, body, top), *marked]
    key, top = key_of_marks(MARGIN, top + 16, law=bool(lanes))
    name = matter.name or "Stories"
    ground = element("rect", x=0, y=0, width=WIDTH, height=top + 24, fill="#ffffff")
    content = "\n".join([patterns(), ground, *parts, key])
    return picture(WIDTH, top + 24, shown(f"{name}: {TITLE.lower()}"), counted(told), content)


def _scale(found: ToldTogether, told: Sequence[Row], lanes: Sequence[Lane]) -> Broken:
    days = {*days_of(told, derived=True), *(item.story.dated for item in found.stories if item.story.dated)}
    time = window(found, told)
    if time:
        ends = [day for lane in lanes for bar in lane.bars for day in (bar.first, bar.last) if day]
        days |= {day for day in ends if time[0] <= day <= time[1]}
    return broken(days or {date(2000, 1, 1)}, LEFT, SPAN)


def _labels(scale: Broken, lanes: Sequence[Lane]) -> list[tuple[date, str]]:
    """Return the days named above every band: both ends, changes of the law, then all others."""
    starts = sorted(bar.first for lane in lanes for bar in lane.bars if scale.shows(bar.first, bar.first))
    days = (scale.first, scale.last, *starts, *scale.days)
    return ticks([(day, day_words(day)) for day in dict.fromkeys(days)], scale, 84)


def _heading(found: ToldTogether, matter: Matter, told: Sequence[Row]) -> tuple[list[str], float]:
    count = len(found.stories)
    stories = f"{count} stor{'y' if count == 1 else 'ies'}"
    tail = ", beside the law" if matter.law else ""
    title = fitted(
        shown(f"{matter.name or 'What is told'}: what {stories} tell{'s' if count == 1 else ''}{tail}"),
        26,
        1240,
        1,
    )
    parts = [text(MARGIN, 44, title[0], font_size=26, font_weight="bold")]
    y = 66.0
    for line in fitted(shown(f"{about(matter)} {counted(told)}."), 12, 1240, 2):
        parts.append(text(MARGIN, y, line, fill=PALE))
        y += 16
    y += 8
    for item in found.stories:
        parts.append(badges((item.name,), MARGIN, y - 12))
        words = fitted(shown(f"Story {item.name}: {story_words(item)}"), 12, 1240, 1)
        parts.append(text(MARGIN + 28, y + 2, words[0]))
        y += 22
    return parts, y + 34


def _flags(scale: Broken, found: ToldTogether) -> list[tuple[float, int, str]]:
    """Return the places of the days of the stories with a level on which no words overlap, and the words."""
    dated: dict[date, list[str]] = {}
    for item in found.stories:
        if item.story.dated:
            dated.setdefault(item.story.dated, []).append(item.name)
    ends: list[float] = []
    flags = []
    for day in sorted(dated):
        names = dated[day]
        who = f"{', '.join(names[:-1])} and {names[-1]} are" if len(names) > 1 else f"{names[0]} is"
        words = fitted(f"{who} dated {day_words(day)}", 11, _LONGEST_FLAG, 1)[0]
        x, half = scale.x(day), breadth(words, 11) / 2
        start = min(x, WIDTH - MARGIN - half) - half
        level = next((place for place, end in enumerate(ends) if start > end + 8), len(ends))
        ends[level : level + 1] = [start + 2 * half]
        flags.append((x, level, words))
    return flags


def _grid(flags: Sequence[tuple[float, int, str]], top: float, bottom: float) -> list[str]:
    """Return the days of the stories as lines through everything."""
    parts = []
    for x, level, words in flags:
        y = top - 26 - 13 * level
        ends = {"x1": x, "y1": y + 4, "x2": x, "y2": bottom, "stroke_width": 1.4}
        parts.append(element("line", stroke=BLUE, stroke_dasharray="2 3", **ends))
        half = breadth(words, 11) / 2
        middle = min(x, WIDTH - MARGIN - half)
        ground = element("rect", x=middle - half - 2, y=y - 10, width=2 * half + 4, height=13, fill="#ffffff")
        parts.append(ground + text(middle, y, words, fill=BLUE, font_size=11, text_anchor="middle"))
    return parts


def _breaks(scale: Broken, top: float, bottom: float) -> list[str]:
    """Return what is left out of the line of time: grey strips with torn edges, and how long they are."""
    parts = []
    for item in scale.breaks:
        steps = int((bottom - top) // 8)
        down = " ".join(f"l{3 if step % 2 else -3},8" for step in range(steps))
        up = " ".join(f"l{-3 if step % 2 else 3},-8" for step in reversed(range(steps)))
        wide = max(item.right - item.left - 16, 1)
        path = f"M{number(item.left + 8)},{number(top)} {down} h{number(wide)} {up} z"
        torn = element("path", d=path, fill="#f1f3f5", stroke=RULE)
        parts.append(titled(torn, f"{item.words} left out"))
        middle = (item.left + item.right) / 2
        parts += [
            text(middle, y, words, font_size=9.5, fill=PALE, text_anchor="middle")
            for y, words in ((top - 14, item.words), (top - 4, "left out"))
            if item.right - item.left >= _NAMED
        ]
    return parts
