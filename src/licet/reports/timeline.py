"""The life of a matter as a picture: a lane for each measure, ticks for papers, open circles for talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby

from licet.reports.svg import breadth, element, picture, text, titled, wrapped
from licet.reports.timeline_lanes import BLUE, INK, PALE, RULE, bar_of, cut, patterns
from licet.reports.timeline_scale import Scale, closer, padded
from licet.usecases.history import History
from licet.usecases.history_entries import Entry, What
from licet.usecases.history_lanes import Lane

TITLE = "Timeline"
WIDTH = 1320.0
_LEFT, _RIGHT, _MARGIN = 350.0, 1290.0, 28.0
_LANE, _ROW = 46.0, 46.0
_LATER = timedelta(days=1200)
"""How far beyond the day asked about a known end is still drawn."""

_ROWS = (
    ("Law", "what changes a measure", frozenset({What.EVENT, What.ENDED})),
    ("Papers and duties", "signed, open, published, due", frozenset({What.DOCUMENT, What.OBLIGATION})),
    ("Statements", "without effect on any answer", frozenset({What.SIGNAL})),
)


def build(history: History) -> str:
    """Return the picture of a history as SVG: the whole life, a closer look, and every entry in words."""
    numbers = {id(entry): place for place, entry in enumerate(history.entries, 1)}
    days = [entry.day for entry in history.entries]
    first, last = padded(*_span(history))
    parts: list[str] = [_heading(history)]
    top = 96.0
    close = closer(days)
    whole = Scale(first, last, _LEFT, _RIGHT - _LEFT)
    panel, top = _panel(history, whole, top, "The whole life", numbers if close is None else {})
    parts.append(panel)
    if close is not None:
        scale = Scale(*close, _LEFT, _RIGHT - _LEFT)
        words = f"A closer look: {close[0].isoformat()} to {close[1].isoformat()}"
        panel, top = _panel(history, scale, top + 26, words, numbers)
        parts.append(panel)
    key, top = _key(top + 14)
    listed, top = _listed(history.entries, top + 18)
    title = f"{history.about}: day by day to {history.as_of.isoformat()}"
    description = (
        f"{len(history.lanes)} measures and {len(history.entries)} entries, {days[0]} to {days[-1]}."
    )
    background = element("rect", x=0, y=0, width=WIDTH, height=top + 30, fill="#ffffff")
    content = "\n".join([patterns(), background, *parts, key, listed])
    return picture(WIDTH, top + 30, title, description, content)


def _span(history: History) -> tuple[date, date]:
    bars = [bar for lane in history.lanes for bar in lane.bars]
    first = min([entry.day for entry in history.entries] + [bar.first for bar in bars])
    # What is to come takes no more room than what was.
    horizon = history.as_of + min(_LATER, history.as_of - first)
    ends = [bar.last for bar in bars if bar.last and bar.last <= horizon]
    return first, max([history.as_of, *ends, *(entry.day for entry in history.entries)])


def _heading(history: History) -> str:
    names = [name for _key, name in history.parties]
    shown = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    return text(_MARGIN, 44, history.about, font_size=26, font_weight="bold") + text(
        _MARGIN,
        68,
        f"Told up to {history.as_of.isoformat()}. {shown}",
        fill=PALE,
    )


def _panel(
    history: History, scale: Scale, top: float, title: str, numbers: dict[int, int]
) -> tuple[str, float]:
    """Return one panel and where it ends."""
    lanes = [lane for lane in history.lanes if any(scale.shows(bar.first, bar.last) for bar in lane.bars)]
    body_top = top + 40
    bottom = body_top + len(lanes) * _LANE + len(_ROWS) * _ROW + 6
    parts = [text(_MARGIN, top + 14, title, font_size=15, font_weight="bold")]
    parts += _grid(scale, body_top - 8, bottom, history.as_of)
    measures = [lane.measure for lane in history.lanes]
    for place, lane in enumerate(lanes):
        alone = measures.count(lane.measure) > 1
        parts.append(_lane(lane, scale, body_top + place * _LANE, history.as_of, alone=alone))
    rows_top = body_top + len(lanes) * _LANE + 4
    for place, (name, words, kinds) in enumerate(_ROWS):
        entries = [item for item in history.entries if item.what in kinds and scale.shows(item.day, item.day)]
        parts.append(_row(name, words, entries, scale, rows_top + place * _ROW, numbers))
    return "\n".join(parts), bottom


def _grid(scale: Scale, top: float, bottom: float, as_of: date) -> list[str]:
    parts = []
    for day, name in scale.calendar():
        x = scale.x(day)
        parts.append(element("line", x1=x, y1=top, x2=x, y2=bottom, stroke=RULE))
        if x + 3 + breadth(name, 11) < WIDTH:
            parts.append(text(x + 3, top - 4, name, fill=PALE, font_size=11))
    if scale.first <= as_of <= scale.last:
        x = scale.x(as_of)
        parts.append(
            element(
                "line",
                x1=x,
                y1=top - 14,
                x2=x,
                y2=bottom,
                stroke=BLUE,
                stroke_dasharray="2 3",
                stroke_width=1.5,
            )
        )
        parts.append(text(x - 4, top - 18, as_of.isoformat(), fill=BLUE, font_size=11, text_anchor="end"))
    return parts


def _lane(lane: Lane, scale: Scale, top: float, as_of: date, *, alone: bool) -> str:
    lines = wrapped(lane.title, 42)
    if len(lines) > 2:
        lines = [lines[0], cut(" ".join(lines[1:]), 40)]
    who, cited = ", ".join(lane.parties), "; ".join(lane.cite)
    # Lanes of one measure differ by their parties; else what it rests on tells more.
    small = who if alone else cited
    parts = [
        element("line", x1=_MARGIN, y1=top + _LANE - 5, x2=_RIGHT, y2=top + _LANE - 5, stroke="#eef1f5"),
        *(text(_MARGIN, top + 13 + 14 * place, line, font_weight="600") for place, line in enumerate(lines)),
    ]
    if len(lines) == 1 or alone:
        parts.append(text(_MARGIN, top + 14 + 13 * len(lines), cut(small, 54), fill=PALE, font_size=10.5))
    parts += [
        bar_of(bar, lane, scale, top + 6, as_of) for bar in lane.bars if scale.shows(bar.first, bar.last)
    ]
    return titled("".join(parts), f"{lane.title} ({who}); {lane.state}; {cited}")


def _row(
    name: str, words: str, entries: Iterable[Entry], scale: Scale, top: float, numbers: dict[int, int]
) -> str:
    parts = [
        text(_MARGIN, top + 16, name, font_weight="600"),
        text(_MARGIN, top + 31, words, fill=PALE, font_size=10.5),
        element("line", x1=_LEFT, y1=top + 30, x2=_RIGHT, y2=top + 30, stroke=RULE),
    ]
    ends = [-1e9, -1e9]
    for day, group in groupby(entries, key=lambda item: item.day):
        same = list(group)
        x = scale.x(day)
        said = "; ".join(f"{item.title}: {item.said}" for item in same)
        mark = _mark(same[0].what, x, top + 30, effect=any(item.effect for item in same))
        parts.append(titled(mark, f"{day.isoformat()} {said}"))
        label = _label([numbers[id(item)] for item in same if id(item) in numbers])
        half = breadth(label, 10) / 2 + 2
        level = next((place for place, end in enumerate(ends) if x - half > end), None)
        if label and level is not None:
            ends[level] = x + half
            parts.append(text(x, top + 20 - level * 11, label, font_size=10, text_anchor="middle", fill=INK))
    return "\n".join(parts)


def _label(places: list[int]) -> str:
    if not places:
        return ""
    return str(places[0]) if len(places) == 1 else f"{places[0]}–{places[-1]}"


def _mark(what: What, x: float, y: float, *, effect: bool = True) -> str:
    """Return the mark of a sort of entry: each has a form of its own; an announcement is a pale diamond."""
    if what is What.SIGNAL:
        return element("circle", cx=x, cy=y, r=4.5, fill="#ffffff", stroke=PALE, stroke_width=1.6)
    if what is What.DOCUMENT:
        return element("line", x1=x, y1=y - 6, x2=x, y2=y + 6, stroke=INK, stroke_width=2)
    if what is What.OBLIGATION:
        return element(
            "rect", x=x - 4, y=y - 4, width=8, height=8, fill="#ffffff", stroke=BLUE, stroke_width=1.6
        )
    shape = f"M{x:.1f},{y - 6:.1f} l6,6 l-6,6 l-6,-6 z"
    solid = INK if effect else "#cbd2da"
    fill = "#ffffff" if what is What.ENDED else solid
    return element("path", d=shape, fill=fill, stroke=INK if effect else PALE, stroke_width=1.4)


def _key(top: float) -> tuple[str, float]:
    """Return what the marks mean."""
    x, parts = _MARGIN, []
    for what, effect, words in _WORDS:
        parts.append(_mark(what, x + 6, top + 10, effect=effect))
        parts.append(text(x + 18, top + 14, words, font_size=11.5))
        x += 34 + breadth(words, 11.5)
    return "".join(parts), top + 20


_WORDS = (
    (What.EVENT, True, "changes the law"),
    (What.EVENT, False, "proposed or announced"),
    (What.ENDED, True, "ends by itself"),
    (What.DOCUMENT, False, "signed, open or published"),
    (What.OBLIGATION, False, "duty or money"),
    (What.SIGNAL, False, "statement: without effect"),
)


def _listed(entries: Iterable[Entry], top: float) -> tuple[str, float]:
    """Return every entry in words, numbered as in the picture."""
    parts = [text(_MARGIN, top + 14, "Day by day", font_size=15, font_weight="bold")]
    y = top + 38
    for place, entry in enumerate(entries, 1):
        pale = {"fill": PALE} if entry.what is What.SIGNAL else {}
        parts.append(text(_MARGIN + 22, y, str(place), text_anchor="end", fill=PALE, font_size=11))
        parts.append(text(_MARGIN + 32, y, entry.day.isoformat()))
        column = _MARGIN + 134
        parts.append(_mark(entry.what, column - 18, y - 4, effect=entry.effect))
        for line, words in enumerate(_lines(entry)):
            weight = {"font_weight": "600"} if line == 0 and entry.effect else {}
            parts.append(text(column, y, words, **pale, **weight))
            y += 16
        y += 5
    return "\n".join(parts), y


def _lines(entry: Entry) -> list[str]:
    who = f" ({', '.join(entry.parties)})" if entry.parties else ""
    cites = "; ".join(item.replace(" ", "\u00a0") for item in entry.citations)
    cited = f" [{cites}]" if cites else ""
    open_point = f" Open point: {entry.review}" if entry.review else ""
    hour = f" from {entry.at.strftime('%H:%M')} ({entry.at.tzname()})" if entry.at else ""
    head = wrapped(f"{entry.title}{who}: {entry.said}{hour}{cited}", 150)
    return head + wrapped(f"{entry.detail}{open_point}", 170)
