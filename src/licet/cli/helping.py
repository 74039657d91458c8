"""How `--help` is laid out: examples stand as they are typed, one a line."""

from __future__ import annotations

import inspect
from typing import Any

from typer.core import TyperCommand

_UNWRAPPED = "\b"
"""On a line of its own, it keeps the paragraph that follows from being wrapped."""


class Command(TyperCommand):
    """A command whose examples are never wrapped or joined."""

    def __init__(self, *args: Any, help: str | None = None, **more: Any) -> None:  # noqa: A002, ANN401  typer's own signature
        super().__init__(*args, help=one_a_line(help or ""), **more)


def one_a_line(text: str) -> str:
    """Return a help text whose indented paragraphs, the examples, are one unwrapped block each."""
    kept: list[str] = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if not paragraph.startswith(" "):
            kept.append(paragraph)
        elif kept and kept[-1].startswith(_UNWRAPPED):
            kept[-1] += f"\n{paragraph}"
        else:
            kept.append(f"{_UNWRAPPED}\n{paragraph}")
    return "\n\n".join(kept)
