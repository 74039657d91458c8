"""How much of the package runs while something is done: a measure that no busy machine changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def lines_run(act: Callable[[], object]) -> int:
    """Return how many lines of the package run, a generator's steps included."""
    lines = 0

    def trace(frame: FrameType, event: str, _: object) -> object:
        nonlocal lines
        if "licet" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        return trace

    former = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # a local tracer may be any callable
    try:
        act()
    finally:
        sys.settrace(former)
    return lines
