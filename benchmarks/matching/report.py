"""What is printed: tables, and aims with whether they are met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


def table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows below a heading; the first column is left-aligned, the others right-aligned."""
    widths = [max(len(row[at]) for row in (heading, *rows)) for at in range(len(heading))]
    for row in (heading, *rows):
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        print("  " + "  ".join(cells).rstrip())


def figure(value: float) -> str:
    """Write a rate: three digits that tell something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:,.1f}" if value >= 10 else f"{value:.2g}"


@dataclass(slots=True)
class Aims:
    """Collects aims and prints them together at the end."""

    lines: list[tuple[str, str, bool]] = field(default_factory=list)

    def at_least(self, what: str, seen: float, aim: float, unit: str = "x") -> None:
        """Note an aim that is met from a figure on."""
        self.lines.append((what, f"{figure(seen)} {unit}, aim at least {figure(aim)}", seen >= aim))

    def at_most(self, what: str, seen: float, aim: float, unit: str) -> None:
        """Note an aim that is met up to a figure."""
        self.lines.append((what, f"{figure(seen)} {unit}, aim at most {figure(aim)}", seen <= aim))

    def show(self) -> None:
        """Print them."""
        print("\nAims")
        width = max((len(what) for what, _text, _met in self.lines), default=0)
        for what, text, met in self.lines:
            print(f"  {'PASS ' if met else 'BELOW'}  {what.ljust(width)}  {text}")
