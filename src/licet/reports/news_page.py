"""Stories as one page: the text with what was read marked, and the lists of it below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licet.reports.html import page, safe
from licet.reports.news_lists import Row, Section, sections
from licet.reports.news_marks import LEGEND, Stretch, marks, stretches
from licet.usecases.read import Told

WARNING = (
    "A story is evidence of what was said, never law: nothing on this page changes an answer of licet. "
    "A link to a list is an equal name, not proof of identity."
)


def build(stories: Sequence[Told]) -> str:
    """Return the page of some stories.

    Args:
        stories: The stories, in order.
    """
    title = f"Read: {', '.join(_name(told) for told in stories)}"
    body = [f"<h1>{safe(title)}</h1>", f'<p class="warning">{safe(WARNING)}</p>', _legend()]
    for told in stories:
        body += _story(told)
    return page(title, "\n".join(body))


def _name(told: Told) -> str:
    dated = told.story.dated.isoformat() if told.story.dated else "without a date"
    return f"story {told.name} ({told.source.replace(chr(92), '/').rpartition('/')[2]}, {dated})"


def _legend() -> str:
    items = "".join(f'<li><mark class="{kind}">{safe(words)}</mark></li>' for kind, words in LEGEND.items())
    return f'<ul class="legend" aria-label="What the marks mean">{items}</ul>'


def _story(told: Told) -> Iterator[str]:
    outlet = f", {told.story.outlet}" if told.story.outlet else ""
    yield f"<section>\n<h2>{safe(_name(told)[0].upper() + _name(told)[1:] + outlet)}</h2>"
    for problem in told.story.problems:
        yield f'<p class="warning">{safe(f"{problem.message} ({problem.where})")}</p>'
    yield f'<div class="story" dir="auto">{_text(stretches(told.story.text, marks(told.reading)))}</div>'
    for section in sections(told):
        yield _table(section)
    yield "</section>"


def _text(parts: Iterator[Stretch]) -> str:
    """Return the text as paragraphs; a mark that goes over an end of line is closed and opened again."""
    out: list[str] = []
    for part in parts:
        kinds = " ".join(dict.fromkeys(str(mark.kind) for mark in part.marks))
        words = safe("; ".join(dict.fromkeys(mark.words for mark in part.marks)))
        lines = part.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        shown = [
            f'<mark class="{kinds}" title="{words}">{safe(line)}</mark>' if kinds and line else safe(line)
            for line in lines
        ]
        out.append("\n".join(shown))
    paragraphs = (line.strip() for line in "".join(out).split("\n"))
    return "".join(f"<p>{line}</p>\n" for line in paragraphs if line)


def _table(section: Section) -> str:
    if not section.rows:
        return f'<h3>{safe(section.title)}</h3>\n<p class="pale">{safe(section.empty)}</p>'
    rows = "".join(_row(row, place) for place, row in enumerate(section.rows, 1))
    return f"<table>\n<caption>{safe(section.title)}</caption>\n<tbody>\n{rows}</tbody>\n</table>"


def _row(row: Row, place: int) -> str:
    more = "".join(f'<br><span class="pale">{safe(line)}</span>' for line in row.lines)
    key = safe(row.key or str(place))
    return f'<tr><th scope="row">{key}</th><td>{safe(row.head)}{more}</td></tr>\n'
