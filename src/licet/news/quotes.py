"""Quoted stretches: per paragraph, with continuation, whatever the marks and however odd their number."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

_PAIRS = {"“": "”", "«": "»", "„": "”"}
_MARKS = '"“”«»„'
_SINGLE_OPEN = re.compile(r"['‘](?<![\w.,!?'’].)(?!(?:\d0s|tis|twas|em|til|n)\b)(?=\w)", re.IGNORECASE)
_SINGLE_CLOSE = re.compile(r"['’](?<=[\w,.?!…)].)(?!\w)")
_PLURAL = re.compile(r"['’](?<=s.)(?=\s+\w)")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z])")
LONGEST_SINGLE = 600
"""Code points within which a single quotation mark must be closed."""


class Quote(NamedTuple):
    """A quoted stretch `[start, end)`, its marks included.

    Attributes:
        start: The opening mark.
        end: One past the closing mark, or the end of the paragraph for a quote that the next one continues.
        paragraph: Number of its paragraph.
        closed: Whether its closing mark was printed.
        continues: Whether it goes on from the paragraph before.
    """

    start: int
    end: int
    paragraph: int
    closed: bool = True
    continues: bool = False


def quotes(text: str, paragraphs: list[tuple[int, int]]) -> list[Quote]:
    """Find the quotes of each paragraph, in order; they never overlap."""
    found: list[Quote] = []
    carried = False
    marks = _marks(text)
    for number, (start, end) in enumerate(paragraphs):
        here = marks[bisect_left(marks, start) : bisect_left(marks, end)]
        stretches, opened = _of_paragraph(text, here, start, end) if here else ([], None)
        if (not stretches and opened is None) or (stretches and _nested(text, stretches, start, end)):
            stretches = _single(text, start, end)
            opened = _left_open(text, stretches, paragraphs, number)
        begins = stretches[0][0] == start if stretches else opened == start
        for index, (left, right) in enumerate(stretches):
            found.append(Quote(left, right, number, continues=carried and begins and index == 0))
        carried_on = carried and begins and not stretches
        carried = False
        if opened is not None and end - opened > 1:
            carried = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in '"“«„‘'
            stop = end if carried or opened == start else _first_sentence(text, opened, end)
            found.append(Quote(opened, stop, number, closed=False, continues=carried_on))
    return found


def _marks(text: str) -> list[int]:
    """Offsets of the double marks."""
    found: list[int] = []
    for mark in _MARKS:
        place = text.find(mark)
        while place >= 0:
            found.append(place)
            place = text.find(mark, place + 1)
    return sorted(found)


def _of_paragraph(
    text: str, marks: list[int], start: int, end: int
) -> tuple[list[tuple[int, int]], int | None]:
    """Closed stretches, and the offset of a mark left open."""
    closed: list[tuple[int, int]] = []
    opened: int | None = None
    awaited = ""
    for place in marks:
        mark = text[place]
        if opened is not None and mark == awaited and not _opens_again(text, place, start, end):
            if place > opened + 1:
                closed.append((opened, place + 1))
            opened = None
        elif mark in _PAIRS and opened is None:
            opened, awaited = place, _PAIRS[mark]
        elif mark == '"' and (place == start or not text[place - 1].isalnum()):
            opened, awaited = place, '"'
    return closed, opened


def _opens_again(text: str, place: int, start: int, end: int) -> bool:
    """Whether a straight mark that could close stands where only an opening one can."""
    return (
        text[place] == '"'
        and place > start
        and text[place - 1].isspace()
        and place + 1 < end
        and not text[place + 1].isspace()
    )


def _first_sentence(text: str, start: int, end: int) -> int:
    stop = _SENTENCE_END.search(text, start, end)
    return stop.end() if stop else end


def _nested(text: str, stretches: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the double marks of a paragraph stand inside single ones, as British papers nest them."""
    left, right = stretches[0]
    place = start
    while opened := _SINGLE_OPEN.search(text, place, left):
        close = _closes(text, opened, end)
        if close > right:
            return True
        place = close or opened.end()
    return False


def _single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Stretches in single marks, as British papers print them; double marks may stand inside them."""
    closed: list[tuple[int, int]] = []
    if text.find("'", start, end) < 0 and text.find("‘", start, end) < 0:
        return closed
    place = start
    while opened := _SINGLE_OPEN.search(text, place, end):
        close = _closes(text, opened, end)
        place = close or opened.end()
        if close:
            closed.append((opened.start(), close))
    return closed


def _left_open(
    text: str, stretches: list[tuple[int, int]], paragraphs: list[tuple[int, int]], number: int
) -> int | None:
    """The curly single mark that a paragraph leaves open, where the next paragraph begins with one."""
    start, end = paragraphs[number]
    if number + 1 == len(paragraphs) or text[paragraphs[number + 1][0]] != "‘":
        return None
    place = text.find("‘", stretches[-1][1] if stretches else start, end)
    opens = place == start or (place > start and text[place - 1].isspace())
    return place if opens and text[place + 1 : place + 2].isupper() else None


def _closes(text: str, opened: re.Match[str], end: int) -> int:
    """One past the mark that closes a single one, before the next that opens; 0 for none.

    A mark that may be that of a plural ("the firms' ships") closes only where no other does.
    """
    end = min(end, opened.end() + LONGEST_SINGLE)
    again = _SINGLE_OPEN.search(text, opened.end(), end)
    plural = 0
    for close in _SINGLE_CLOSE.finditer(text, opened.end(), again.start() if again else end):
        if not _PLURAL.match(text, close.start()):
            return close.end()
        plural = plural or close.end()
    return plural
