"""A story for a terminal: its text with what was read underlined or coloured, and the lists of it below."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from licet.reports.news_lists import Section, sections
from licet.reports.news_marks import LEGEND, MarkKind, Stretch, marks, stretches
from licet.usecases.read import Told

_LETTERS = {
    MarkKind.MEASURE: "M",
    MarkKind.MENTIONED: "m",
    MarkKind.AMOUNT: "$",
    MarkKind.DATE: "d",
    MarkKind.PARTY: "p",
    MarkKind.STATEMENT: ".",
}
_COLOURS = {
    MarkKind.MEASURE: "\x1b[1;31m",
    MarkKind.MENTIONED: "\x1b[31m",
    MarkKind.AMOUNT: "\x1b[33m",
    MarkKind.DATE: "\x1b[36m",
    MarkKind.PARTY: "\x1b[1;34m",
    MarkKind.STATEMENT: "\x1b[3m",
}
_END, _BOLD, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
_HARMFUL = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
WARNING = "A story is evidence of what was said, never law: nothing here changes an answer of licet."


@dataclass(frozen=True, slots=True)
class _Cell:
    """One character and the kinds of the marks on it, the most telling first."""

    char: str
    kinds: tuple[MarkKind, ...]


def build(told: Told, width: int = 80, *, color: bool = False) -> str:
    """Lay out a story.

    Args:
        told: The story and what was read of it.
        width: Columns of the terminal.
        color: Whether colours may be used; without them letters stand under what was read.
    """
    lines = [*_heading(told, color=color), "", *_legend(color=color), ""]
    lines += [*_text(told, max(width, 40), color=color), ""]
    for section in sections(told):
        lines += [*_section(section, max(width, 40), color=color), ""]
    lines.append(_dim(WARNING, color=color))
    return "\n".join(line.rstrip() if not color else line for line in lines) + "\n"


def plain_line(text: str) -> str:
    """Return text without what could steer a terminal: control, direction and private characters."""
    return "".join(_safe(char) for char in text)


def _safe(char: str) -> str:
    return " " if unicodedata.category(char) in _HARMFUL else char


def _dim(text: str, *, color: bool) -> str:
    return f"{_DIM}{text}{_END}" if color else text


def _heading(told: Told, *, color: bool) -> Iterator[str]:
    story = told.story
    dated = story.dated.isoformat() if story.dated else "without a date"
    outlet = f", {story.outlet}" if story.outlet else ""
    head = plain_line(f"Story {told.name}: {told.source}, {dated}{outlet}")
    yield f"{_BOLD}{head}{_END}" if color else head
    for problem in story.problems:
        yield plain_line(f"note: {problem.message} ({problem.where})")


def _text(told: Told, width: int, *, color: bool) -> Iterator[str]:
    """Yield the text in lines, broken at spaces; without colours each with its letters below it."""
    for paragraph in _paragraphs(stretches(told.story.text, marks(told.reading))):
        for line in _broken(paragraph, width):
            if color:
                yield _coloured(line)
                continue
            yield "".join(cell.char for cell in line)
            under = "".join(_under(cell) for cell in line).rstrip()
            if under:
                yield under


def _paragraphs(parts: Iterator[Stretch]) -> Iterator[list[_Cell]]:
    """Yield the lines of a story; empty ones but one in a row are left out."""
    line: list[_Cell] = []
    empty = True
    for part in parts:
        kinds = tuple(dict.fromkeys(mark.kind for mark in part.marks))
        for char in part.text:
            if char not in "\n\u2028\u2029":
                line.append(_Cell(_safe(char), kinds))
                continue
            if line or not empty:
                yield line
            empty, line = not line, []
    if line:
        yield line


def _broken(paragraph: list[_Cell], width: int) -> Iterator[list[_Cell]]:
    start, space, used, at = 0, -1, 0, 0
    while at < len(paragraph):
        cell = paragraph[at]
        used += _columns(cell.char)
        if used > width:
            end = space if space > start else at
            yield paragraph[start:end]
            start = end + 1 if space > start else end
            at, used, space = start, 0, -1
            continue
        if cell.char == " ":
            space = at
        at += 1
    yield paragraph[start:]


def _columns(char: str) -> int:
    """How many columns a character takes."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _under(cell: _Cell) -> str:
    letter = _LETTERS[cell.kinds[0]] if cell.kinds else " "
    return letter * _columns(cell.char)


def _coloured(line: Sequence[_Cell]) -> str:
    parts: list[str] = []
    before: tuple[MarkKind, ...] = ()
    for cell in line:
        if cell.kinds != before:
            parts.append(_END if before else "")
            parts += [_COLOURS[kind] for kind in reversed(cell.kinds)]
            before = cell.kinds
        parts.append(cell.char)
    return "".join(parts) + (_END if before else "")


def _legend(*, color: bool) -> Iterator[str]:
    for kind, words in LEGEND.items():
        yield f"  {_COLOURS[kind]}{kind}{_END}  {words}" if color else f"  {_LETTERS[kind]}  {words}"


def _section(section: Section, width: int, *, color: bool) -> Iterator[str]:
    yield f"{_BOLD}{section.title}{_END}" if color else section.title
    if not section.rows:
        yield f"  {section.empty}"
    for row in section.rows:
        yield from _wrapped(plain_line(f"{row.key:<4} {row.head}"), width, "  ", "       ")
        for line in row.lines:
            yield from _wrapped(plain_line(line), width, "       ", "         ")


def _wrapped(text: str, width: int, first: str, later: str) -> Iterator[str]:
    cells = [_Cell(char, ()) for char in text]
    for place, line in enumerate(_broken(cells, width - len(later))):
        yield f"{first if place == 0 else later}{''.join(cell.char for cell in line)}"
