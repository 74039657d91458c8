"""Several stories and the law as one page: the picture, and the same as tables with the words of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licet.reports import news_timeline_picture
from licet.reports.html import page, safe
from licet.reports.news_timeline import BANDS, about, counted, story_words
from licet.reports.news_timeline_rows import Row, Telling, rows
from licet.reports.news_words import worded
from licet.usecases.read import ToldTogether
from licet.usecases.timeline import Matter

_NO_DAY = "no day told"
WARNING = (
    "A story is evidence of what was said, never law. The law on this page comes from the rulebook alone; "
    "nothing that a story tells changes it."
)


def build(found: ToldTogether, matter: Matter) -> str:
    """Return the page.

    Args:
        found: The stories, merged.
        matter: What they are about, with the law of it.
    """
    told = rows(found.timeline)
    picture = news_timeline_picture.build(found, matter)
    title = f"{matter.name or 'Stories'}: timeline of stories"
    body = [
        f"<h1>{safe(title)}</h1>",
        f'<p class="warning">{safe(WARNING)}</p>',
        f"<p>{safe(about(matter))} {safe(counted(told))}.</p>",
        f'<div class="picture" tabindex="0" role="region" aria-label="Picture">\n{picture}</div>',
        _stories(found),
        *_law(matter),
    ]
    for band, words in BANDS.items():
        body.append(_table(words, [row for row in told if row.band is band]))
    return page(title, "\n".join(body))


def _stories(found: ToldTogether) -> str:
    items = "".join(
        f'<tr><th scope="row">{safe(item.name)}</th><td>{safe(story_words(item))}</td>'
        f"<td>{safe(item.story.url or item.source)}</td></tr>\n"
        for item in found.stories
    )
    return _framed("The stories", _head(("Story", "What it is", "Where")), items)


def _law(matter: Matter) -> Iterator[str]:
    law = matter.law
    if law is None:
        return
    columns = ("Instrument", "State", "From", "To", "Citations")
    head = _head(columns)
    items = []
    for lane in law.lanes:
        first = min((bar.first.isoformat() for bar in lane.bars), default="")
        last = lane.bars[-1].last if lane.bars else None
        days = (worded(lane.state), first, last.isoformat() if last else "")
        who = f" ({', '.join(lane.parties)})" if lane.parties else ""
        data = "".join(f'<td class="day">{safe(cell)}</td>' for cell in days)
        data += f"<td>{safe('; '.join(lane.cite))}</td>"
        items.append(f'<tr><th scope="row">{safe(lane.title + who)}</th>{data}</tr>\n')
    yield _framed(f"The law itself, as it stands on {law.as_of.isoformat()}", head, "".join(items))


def _table(title: str, found: list[Row]) -> str:
    columns = ("When", "What", "Who tells it", "How it stands", "The words")
    head = _head(columns)
    return _framed(title, head, "".join(_row(row) for row in found))


def _row(row: Row) -> str:
    words = _said(row.tellings)
    both = f"{words}<br>They differ:<br>{_said(row.against)}" if row.against else words
    cells = (row.told, "" if row.derived else row.standing)
    return (
        f'<tr><td>{safe(row.when or _NO_DAY)}</td><th scope="row">{safe(row.title)}</th>'
        f"{''.join(f'<td>{safe(cell)}</td>' for cell in cells)}<td>{both}</td></tr>\n"
    )


def _said(tellings: Sequence[Telling]) -> str:
    return "<br>".join(f"<b>{safe(item.story)}</b> “{safe(item.words)}”" for item in tellings)


def _head(columns: Sequence[str]) -> str:
    names = "".join(f'<th scope="col">{safe(name)}</th>' for name in columns)
    return f"<tr>{names}</tr>"


def _framed(title: str, head: str, body: str) -> str:
    return (
        f"<table>\n<caption>{safe(title)}</caption>\n<thead>{head}</thead>\n<tbody>\n{body}</tbody>\n</table>"
    )
