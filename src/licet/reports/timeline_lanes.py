"""The states of a measure as bars: told in words, by form and by colour, never by colour alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from licet.model.rulebook import State
from licet.reports.svg import breadth, element, text, titled
from licet.usecases.history_lanes import Bar, Lane

BAR = 20.0
"""How high a bar is."""
MARGIN = 30.0
"""Room for words to the right of a scale."""
INK, PALE, RULE = "#1f2933", "#5f6b7a", "#d8dee6"
RED, AMBER, GREEN, BLUE = "#b3261e", "#b26a00", "#1b6e3c", "#1f4e9c"


class Axis(Protocol):
    """A line on which days have places."""

    @property
    def left(self) -> float:
        """Where it begins."""
        ...

    @property
    def width(self) -> float:
        """How long it is."""
        ...

    def x(self, day: date) -> float:
        """Return the place of a day."""
        ...


def patterns() -> str:
    """Return what hatched bars are filled with."""
    line = element("path", d="M0,8 L8,0 M-2,2 L2,-2 M6,10 L10,6", stroke=AMBER, stroke_width=2)
    ground = element("rect", width=8, height=8, fill="#fff3dc")
    hatch = element("pattern", ground + line, id="hatch", width=8, height=8, patternUnits="userSpaceOnUse")
    return element("defs", hatch)


def cut(words: str, size: int) -> str:
    """Return words, cut to a number of characters."""
    return words if len(words) <= size else f"{words[: size - 1]}…"


def bar_of(bar: Bar, lane: Lane, scale: Axis, top: float, as_of: date) -> str:
    """Return a bar with its words on it or beside it.

    Args:
        bar: A state and its days.
        lane: The measure.
        scale: Where days stand.
        top: Where the bar begins.
        as_of: The day up to which the law is told.
    """
    left = scale.x(bar.first)
    until = bar.last if bar.last is not None else max(as_of, bar.first)
    right = max(scale.x(until + timedelta(days=1)), left + 3)
    fill, ink, words = _dress(bar, lane)
    parts = [element("rect", x=left, y=top, width=right - left, height=BAR, rx=3, **fill)]
    now = scale.x(as_of)
    if left < now < right:
        parts.append(
            element("rect", x=now, y=top, width=right - now, height=BAR, fill="#fff", opacity="0.55")
        )
    told = f"{words}{'' if bar.sure else ' (open point)'}"
    size = next((item for item in (11.0, 9.0) if breadth(told, item, bold=True) + 12 <= right - left), 0.0)
    if size:
        start, ink = _where(told, size, (left, min(max(now, left), right), right), ink)
        parts.append(_framed((start, top + 14), told, ink, size, hatched=bar.state is State.SUSPENDED))
    # Beside a bar is room for words only where no other bar of the lane follows.
    beside = (
        "" if _goes_on(bar) else ", ".join(item for item in ("" if size else told, _end(bar, as_of)) if item)
    )
    if beside and right + breadth(beside, 10.5) + 8 <= scale.left + scale.width + MARGIN:
        parts.append(text(right + 5, top + 14, beside, font_size=10.5, fill=PALE))
    span = f"{bar.first.isoformat()} to {bar.last.isoformat() if bar.last else 'no known end'}"
    return titled("".join(parts), f"{told}: {span}{f', then {bar.ended}' if bar.ended else ''}")


def _where(words: str, size: float, ends: tuple[float, float, float], ink: str) -> tuple[float, str]:
    """Return where words stand on a bar, and their ink: on the pale part where the past is short."""
    left, now, right = ends
    wide = breadth(words, size, bold=True) + 12
    if now - left < wide <= right - now:
        return now + 6, INK
    return left + 6, ink


def _goes_on(bar: Bar) -> bool:
    return bar.ended in {State.IN_FORCE, State.SUSPENDED, State.ANNOUNCED, State.PROPOSED}


def _end(bar: Bar, as_of: date) -> str:
    """Return what follows a bar, in words."""
    if bar.last is None:
        return "no known end"
    day = bar.last + timedelta(days=1)
    return f"set to end {bar.last.isoformat()}" if day > as_of else f"{bar.ended} {day.isoformat()}"


def _dress(bar: Bar, lane: Lane) -> tuple[dict[str, str | float], str, str]:
    """Return fill, ink and words of a state: never by colour alone."""
    if bar.state is State.SUSPENDED:
        return {"fill": "url(#hatch)", "stroke": AMBER, "stroke_width": 1.2}, INK, "suspended"
    if bar.state in {State.ANNOUNCED, State.PROPOSED}:
        dashed = {"fill": "#ffffff", "stroke": PALE, "stroke_dasharray": "4 3"}
        return {**dashed, "stroke_width": 1.2}, INK, str(bar.state)
    if lane.authorises:
        colour, words = GREEN, "permits"
    elif lane.kind == "settlement":
        colour, words = BLUE, "settlement in force"
    else:
        colour, words = RED, "in force"
    if not bar.sure:
        return (
            {"fill": "#ffffff", "stroke": colour, "stroke_width": 1.6, "stroke_dasharray": "6 3"},
            INK,
            words,
        )
    return {"fill": colour}, "#ffffff", words


def _framed(at: tuple[float, float], words: str, ink: str, size: float, *, hatched: bool) -> str:
    """Return words on a bar, with a ground of their own where the bar is hatched."""
    x, y = at
    wide = breadth(words, size, bold=True) + 4
    frame = element("rect", x=x - 3, y=y - 10, width=wide, height=13, rx=2, fill="#fff3dc") if hatched else ""
    return frame + text(x, y, words, fill=ink, font_size=size, font_weight="600")
