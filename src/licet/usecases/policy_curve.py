"""The trade-off curve as a picture (SVG): what each threshold finds, and what it costs in clean hits."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

_WIDTH, _HEIGHT = 900, 760
_LEFT, _RIGHT = 76, 720
_UPPER, _LOWER = (96, 440), (540, 700)
_INK, _SOFT, _GRID, _MARK = "#1f2933", "#616e7c", "#e4e7eb", "#b42318"
_OPENING = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}"'
    f' height="{_HEIGHT}" role="img" aria-labelledby="curve-title curve-text"'
    ' font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif">'
)
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#7b61a8", "#5c5c5c")
"""Told apart by readers with any colour vision (after Okabe and Ito); every line bears its name as well."""
_NAMED = (0.60, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95)
_APART = 26
"""Least distance between two marks of an axis."""
_USUAL = 0.9
"""Nobody sets a higher threshold; what is lost there would squeeze the rest."""
_NEAR = 40
"""A label so near to the right edge stands on the left of its point."""
_STEP = 17
"""Least distance between the base lines of two labels."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Turns a value into a place on the paper, straight or by its square root, which spreads small values."""

    low: float
    high: float
    first: float
    last: float
    root: bool = False

    def at(self, value: float) -> float:
        low, high, here = (math.sqrt(each) if self.root else each for each in (self.low, self.high, value))
        return self.first + (here - low) / (high - low) * (self.last - self.first)


def curve_svg(content: Mapping[str, Any]) -> str:
    """Return the curve of a policy test as an SVG document; the bytes depend on the figures only.

    Args:
        content: `PolicyTest.to_dict`.
    """
    points = content["curve"]
    parts = [
        _OPENING,
        '<title id="curve-title">Recall against clean hits</title>',
        f'<desc id="curve-text">{escape(_in_words(content))}</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text((24, 34), "What a threshold finds, and what it costs", size=20, weight=600),
        _text((24, 58), _in_words(content), size=13, colour=_SOFT),
        *_trade_off(points, content["threshold"]),
        *_columns(points, content["threshold"]),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _trade_off(points: Sequence[Mapping[str, Any]], chosen: float) -> list[str]:
    groups = list(points[0]["by_group"])
    most = max([point["clean_per_1000"] or 0.0 for point in points] + [1.0])
    usual = [share for point in points if point["threshold"] <= _USUAL for share in _shares(point)]
    across = _Scale(0.0, most, _LEFT, _RIGHT, root=True)
    up = _Scale(math.floor(min([*usual, 0.9]) * 10) / 10, 1.0, _UPPER[1], _UPPER[0])
    parts = [_text((24, 84), "Share of changed names found, by group of changes", size=13, weight=600)]
    parts += _shares_axis(up)
    for value in _marks(across):
        x = across.at(value)
        parts.append(_line(x, _UPPER[0], x, _UPPER[1], _GRID))
        parts.append(_text((x, _UPPER[1] + 20), f"{value:g}", anchor="middle", colour=_SOFT))
    middle = (_LEFT + _RIGHT) / 2
    note = (
        "Clean customers hit in 1,000 (square-root scale). Each line runs from high thresholds, left, to 0.60"
    )
    parts.append(_text((middle, _UPPER[1] + 42), note, anchor="middle", colour=_SOFT))
    ends = []
    for place, group in enumerate(groups):
        dots = [
            (across.at(point["clean_per_1000"] or 0.0), up.at(point["by_group"][group]))
            for point in points
            if (point["by_group"][group] or 0.0) >= up.low
        ]
        colour = _COLOURS[place % len(_COLOURS)]
        parts.append(_path(dots, colour, 1.8))
        ends += [(dots[0][1], group, colour)] if dots else []
    whole = [point for point in points if (point["recall"] or 0.0) >= up.low]
    if whole:
        places = [(across.at(point["clean_per_1000"] or 0.0), up.at(point["recall"])) for point in whole]
        parts.append(_path(places, _INK, 3.2))
        ends.append((places[0][1], "all changes", _INK))
    parts += _end_labels(ends)
    for point in whole:
        x, y = across.at(point["clean_per_1000"] or 0.0), up.at(point["recall"])
        if math.isclose(point["threshold"], round(chosen, 2)):
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="{_MARK}" stroke="#ffffff" stroke-width="2"/>'
            )
            parts.append(_text((x + 12, y - 14), f"policy: {chosen:g}", colour=_MARK, weight=600))
        elif point["threshold"] in _NAMED:
            parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{_INK}" stroke="#ffffff" stroke-width="1.5"/>'
            )
            beside = (x - 6, "end") if x > _RIGHT - _NEAR else (x + 6, "start")
            parts.append(_text((beside[0], y + 18), f"{point['threshold']:.2f}", size=12, anchor=beside[1]))
    return parts


def _columns(points: Sequence[Mapping[str, Any]], chosen: float) -> list[str]:
    most = max([point["clean_per_1000"] or 0.0 for point in points] + [1.0])
    up = _Scale(0.0, most, _LOWER[1], _LOWER[0], root=True)
    wide = (_RIGHT - _LEFT) / len(points)
    parts = [_text((24, _LOWER[0] - 24), "Clean customers hit in 1,000, by threshold", size=13, weight=600)]
    for value in _marks(up):
        y = up.at(value)
        parts.append(_line(_LEFT, y, _RIGHT, y, _GRID))
        parts.append(_text((_LEFT - 10, y + 4), f"{value:g}", anchor="end", colour=_SOFT))
    for place, point in enumerate(points):
        value, x = point["clean_per_1000"] or 0.0, _LEFT + place * wide
        mine = math.isclose(point["threshold"], round(chosen, 2))
        y = min(up.at(value), _LOWER[1] - 1)
        parts.append(
            f'<rect x="{x + 1.5:.1f}" y="{y:.1f}" width="{wide - 3:.1f}" height="{_LOWER[1] - y:.1f}"'
            f' fill="{_MARK if mine else "#9fb3c8"}"/>'
        )
        if mine or place % 5 == 0:
            colour, weight = (_MARK, 600) if mine else (_INK, 400)
            middle = x + wide / 2
            parts.append(
                _text(
                    (middle, y - 6), f"{round(value, 1):g}", 12, anchor="middle", colour=colour, weight=weight
                )
            )
            label = f"{point['threshold']:.2f}"
            parts.append(
                _text((middle, _LOWER[1] + 18), label, 12, anchor="middle", colour=colour, weight=weight)
            )
    parts.append(_text(((_LEFT + _RIGHT) / 2, _LOWER[1] + 40), "Threshold", anchor="middle", colour=_SOFT))
    return parts


def _shares_axis(up: _Scale) -> list[str]:
    parts = []
    step = 0.05 if up.high - up.low <= 0.4 else 0.1
    for number in range(round((up.high - up.low) / step) + 1):
        value = up.low + number * step
        y = up.at(value)
        parts.append(_line(_LEFT, y, _RIGHT, y, _GRID))
        parts.append(_text((_LEFT - 10, y + 4), f"{100 * value:.0f} %", anchor="end", colour=_SOFT))
    return parts


def _end_labels(ends: Sequence[tuple[float, str, str]]) -> list[str]:
    """Put the names of lines beside their ends, moved apart where they would stand on one another."""
    parts = []
    last = -math.inf
    for y, name, colour in sorted(ends):
        place = max(y + 4, last + _STEP)
        last = place
        parts.append(_line(_RIGHT + 4, y, _RIGHT + 22, place - 4, colour))
        parts.append(_text((_RIGHT + 28, place), name, colour=colour, weight=600 if colour == _INK else 500))
    return parts


def _in_words(content: Mapping[str, Any]) -> str:
    recall, clean = content["recall"], content["clean"]
    found = "none asked" if recall["recall"] is None else f"{100 * recall['recall']:.1f} %"
    hit = f"{clean['per_1000'] or 0:g} of 1,000 clean customers hit ({clean['hit']:,} of {clean['asked']:,})"
    at = f"At the policy's threshold of {content['threshold']:g}"
    return f"{at}: {found} of {recall['asked']:,} changed listed names found; {hit}."


def _shares(point: Mapping[str, Any]) -> list[float]:
    return [share for share in (point["recall"], *point["by_group"].values()) if share is not None]


def _marks(scale: _Scale) -> list[float]:
    """Return round values of a scale that stand apart on the paper."""
    found: list[float] = []
    for value in (0, 1, 2, 5, 10, 20, 50, 100, 200, 300, 500, 700, 1000):
        apart = not found or abs(scale.at(value) - scale.at(found[-1])) >= _APART
        if value <= scale.high and apart:
            found.append(float(value))
    return found


def _text(
    place: tuple[float, float],
    text: str,
    size: int = 13,
    *,
    anchor: str = "start",
    colour: str = _INK,
    weight: int = 400,
) -> str:
    """Write a text with a white rim, so that lines behind it do not disturb."""
    x, y = place
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" fill="{colour}"'
        f' text-anchor="{anchor}" stroke="#ffffff" stroke-width="3" stroke-linejoin="round"'
        f' paint-order="stroke">{escape(text)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="1"/>'
    )


def _path(places: Sequence[tuple[float, float]], colour: str, width: float) -> str:
    dots = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    drawn = f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"'
    return f'<polyline points="{dots}" {drawn}/>'
