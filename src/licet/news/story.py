"""A story as it came: its text untouched, so that every offset is exact."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from licet.model.news import Span
from licet.model.problem import Problem, Severity

DATE_LINE = re.compile(r"\A[\s\ufeff]*date[ \t]+(\d{4}-\d{2}-\d{2})(?!\d)[ \t]*")
"""The line `date YYYY-MM-DD` that a plain story begins with; the text may follow on the same line."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Story:
    """One news story.

    Attributes:
        text: Every character that was read, the date line included; offsets count its code points.
        dated: The day the story bears; None where it bears none. No other day stands in for it.
        outlet: Who published it; empty when unknown.
        url: Where it was published; empty when unknown.
        problems: What was wrong with the file.
        title: Its headline, where that came apart from the text or was told beside it; empty when unknown.
        extractor: What took the text out of the bytes, with its version; empty where the bytes are the text.
    """

    text: str
    dated: date | None = None
    outlet: str = ""
    url: str = ""
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    title: str = ""
    extractor: str = ""

    def span(self, start: int, end: int) -> Span:
        """Cut `[start, end)` out of the text. Raises ValueError for offsets outside it."""
        return Span.within(self.text, start, end)


def read_story(raw: bytes | str, outlet: str = "", url: str = "") -> Story:
    """Read a plain-text story; bytes in a broken encoding are read without harm and told as a problem.

    Args:
        raw: The file, as bytes or as text.
        outlet: Who published it.
        url: Where it was published.
    """
    text, problems = (raw, []) if isinstance(raw, str) else decoded(raw)
    dated = None
    line = DATE_LINE.match(text)
    if line:
        try:
            dated = date.fromisoformat(line[1])
        except ValueError:
            problems.append(
                Problem("bad_date", "date line", "The story's date is no day of the calendar.", line[1])
            )
    return Story(text, dated, outlet, url, tuple(problems))


def decoded(raw: bytes) -> tuple[str, list[Problem]]:
    """Return the text of bytes: by its mark, as UTF-8, else as Windows-1252, where no byte is lost."""
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        return raw.decode(encoding), []
    except UnicodeDecodeError as error:
        where = f"byte {error.start}"
        sample = repr(raw[error.start : error.start + 20])
    text = raw.decode(encoding if encoding == "utf-16" else "cp1252", errors="replace")
    message = f"The bytes are not {encoding}; they were read as well as could be."
    return text, [Problem("bad_encoding", where, message, sample, Severity.NOTE)]
