"""What several stories tell on one line of time: as a table for a terminal, and as JSON values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from licet.news.merging.fact import Agreement, Difference, Independence, Support
from licet.reports import news_json
from licet.reports.news_terminal import plain_line
from licet.reports.news_timeline_law import lanes_within, window
from licet.reports.news_timeline_rows import Band, Row, rows
from licet.reports.news_words import worded
from licet.reports.svg import wrapped
from licet.usecases.read import Told, ToldTogether
from licet.usecases.timeline import Matter

BANDS = {
    Band.REPORTED: "What the stories report as having happened",
    Band.SAID: "What was only said, planned or wanted: none of it changes the law",
}
MARKS = {Agreement.CORROBORATED: "=", Agreement.SINGLE: "-", Agreement.CONFLICT: "!"}


def counted(found: Sequence[Row]) -> str:
    """Return how many facts there are, and how far the stories agree on them."""
    told = [row for row in found if not row.derived]
    kinds = [_kind(row) for row in told]
    numbers = [f"{kinds.count(kind)} {kind}" for kind in _KINDS if kinds.count(kind) or kind in _ALWAYS]
    return f"{len(told)} fact{'' if len(told) == 1 else 's'}: {', '.join(numbers)}"


_OWN = "told by more than one in own words"
_COMMON = "by more than one from one common source"
_REPRINTED = "by more than one from one outlet, agency or text"
_ALONE = "told by one only"
_DIFFERENT = "told differently"
_KINDS = (_OWN, _COMMON, _REPRINTED, _ALONE, _DIFFERENT)
_ALWAYS = frozenset((_OWN, _ALONE, _DIFFERENT))


def _kind(row: Row) -> str:
    """Return how far the stories agree, and why they count as several or do not."""
    if row.agreement is Agreement.CONFLICT:
        return _DIFFERENT
    if row.agreement is Agreement.CORROBORATED:
        return _COMMON if row.independence is Independence.ONE_SOURCE else _OWN
    if row.independence is Independence.ONE_STORY:
        return _ALONE  # others speak of it in doubt
    return _REPRINTED if len(row.stories) > 1 else _ALONE


def about(matter: Matter) -> str:
    """Return what the stories are about, and how that is known."""
    if not matter.name:
        return "The stories name no party as their subject; name one with --matter."
    if matter.asked:
        known = "" if matter.law else ", of which the rulebook knows nothing"
        return f"About {matter.name}, as asked{known}."
    times = "once" if matter.times == 1 else f"{matter.times} times"
    taken = f"About {matter.name}, the subject that the stories name most ({times})"
    return f"{taken}; the rulebook knows nothing of it." if matter.law is None else f"{taken}."


def story_words(told: Told) -> str:
    """Return a story's source and day."""
    dated = told.story.dated.isoformat() if told.story.dated else "without a date"
    file = told.source.replace("\\", "/").rpartition("/")[2]
    title = f"“{told.story.title}”" if told.story.title else ""
    return ", ".join(item for item in (title, told.story.outlet or file, dated) if item)


def table(found: ToldTogether, matter: Matter, width: int = 100) -> str:
    """Lay out the law, facts and statements for a terminal.

    Args:
        found: The stories, merged.
        matter: What they are about.
        width: Columns of the terminal.
    """
    told = rows(found.timeline)
    room = min(max((len(_letters(row)) for row in told), default=0), _MOST_LETTERS)
    lines = [about(matter), *(f"  {item.name}  {story_words(item)}" for item in found.stories)]
    lines += [f"{counted(told)}.", "", *_law(found, matter, told, width)]
    for band, title in BANDS.items():
        own = [row for row in told if row.band is band]
        lines += [f"{title}:", *(line for row in own for line in fact_lines(row, width, room))]
        lines += [*([] if own else ["  nothing"]), ""]
    lines.append("= told by more than one story in own words, - by one, ! told differently")
    lines.append("A story is evidence of what was said, never law: nothing here changes an answer of licet.")
    return "".join(f"{plain_line(line).rstrip()}\n" for line in lines)


def _law(found: ToldTogether, matter: Matter, told: Sequence[Row], width: int) -> Iterator[str]:
    law = matter.law
    if law is None:
        return
    lanes = lanes_within(law, window(found, told))
    yield f"The law itself, from the rulebook, as it stands on {law.as_of.isoformat()}:"
    measures = [lane.measure for lane in lanes]
    for lane in lanes:
        first = min(bar.first for bar in lane.bars)
        # Lanes of one measure differ by their parties.
        who = f" ({', '.join(lane.parties)})" if measures.count(lane.measure) > 1 else ""
        last = lane.bars[-1].last
        until = f"until {last.isoformat()} " if last else ""
        begun = f"from {first.isoformat()}"
        yield from _hung(f"{worded(lane.state):<12}{begun:<19}{lane.title}{who}", width, _LAW)
        yield from _hung(f"{'':<{_LAW}}{until}[{'; '.join(lane.cite)}]", width, _LAW)
    left = len(law.lanes) - len(lanes)
    if left:
        yield f"  and {left} of other times: licet history {matter.name}"
    yield ""


def fact_lines(row: Row, width: int, room: int = 0) -> Iterator[str]:
    """Yield a fact with who tells it, and the words that contradict one another.

    Args:
        row: The fact.
        width: Columns of the terminal.
        room: Columns for the letters of the stories that tell it.
    """
    room = max(room, _LEAST_LETTERS)
    when = row.when or "no day told"
    margin = room + _BEHIND_LETTERS
    yield from _hung(f"{MARKS[row.agreement]} {_letters(row):<{room}} {when:<23}{row.title}", width, margin)
    yield from _hung(f"{'':<{margin}}{row.said}", width, margin)
    for item in row.against:
        yield from _hung(f"{'':<{margin}}{item.story}: “{item.words}”", width, margin)


def _letters(row: Row) -> str:
    """Return the letters of the stories that tell a fact; of very many only their number."""
    letters = ",".join(row.stories)
    return letters if len(letters) <= _MOST_LETTERS else f"{len(row.stories)} stories"


_LEAST_LETTERS, _MOST_LETTERS = 5, 15
"""Columns for the letters of stories."""
_BEHIND_LETTERS = 26
"""Columns for the mark and the day, and between them."""
_LAW = 31
"""Columns for the state of a measure of the law and its day."""


def _hung(content: str, width: int, margin: int) -> Iterator[str]:
    """Yield a line with its columns kept, and what does not fit below its last column."""
    kept, rest = content[:margin], content[margin:]
    for place, line in enumerate(wrapped(rest, max(width - margin - 2, 30))):
        yield f"  {kept if place == 0 else ' ' * margin}{line}"


def content(found: ToldTogether, matter: Matter) -> dict[str, Any]:
    """Return the whole as JSON values; docs/reference/news.md tells every key."""
    timeline = found.timeline
    return {
        "about": matter.name,
        "asked": matter.asked,
        "stories": [
            {
                "story": told.name,
                "source": told.source,
                "date": told.story.dated.isoformat() if told.story.dated else None,
                "outlet": told.story.outlet,
                "url": told.story.url,
            }
            for told in found.stories
        ],
        "facts": facts(found),
        "measures": [
            {
                "key": item.key,
                "type": str(item.type),
                "imposers": list(item.imposers),
                "targets": list(item.targets),
                "modality": str(item.modality),
                "affects": item.affects,
                "parts": [{"story": story, "measure": key} for story, key in item.parts],
            }
            for item in timeline.measures
        ],
        "parties": [
            {"story": story, "key": key, "merged": timeline.parties[story, key]}
            for story, key in sorted(timeline.parties)
        ],
        "claims": [
            {"story": story, **news_json.claim(item)}
            for story in timeline.stories
            for item in timeline.claims.get(story, ())
        ],
        "legal_effect": "none",
    }


def facts(found: ToldTogether) -> list[dict[str, Any]]:
    """Return the facts as JSON values, in the order in which they are shown."""
    by_key = {fact.key: fact for fact in found.timeline.facts}
    told = []
    for row in rows(found.timeline):
        fact = by_key[row.key]
        told.append(
            {
                "key": fact.key,
                "band": str(row.band),
                "kind": str(fact.kind),
                "title": news_json.encodable(fact.title),
                "first": fact.first.isoformat() if fact.first else None,
                "last": fact.last.isoformat() if fact.last else None,
                "stories": list(fact.stories),
                "agreement": str(fact.agreement),
                "independence": str(fact.independence),
                "modality": str(fact.modality),
                "derived": fact.derived,
                "measure": fact.measure,
                "parties": list(fact.parties),
                "support": [_support(item) for item in fact.support],
                "differences": [_difference(item) for item in fact.differences],
            }
        )
    return told


def _support(item: Support) -> dict[str, Any]:
    return {"story": item.story, **news_json.span(item.span), "claim": item.claim}


def _difference(item: Difference) -> dict[str, Any]:
    return {
        "kind": str(item.kind),
        "what": item.what,
        "sides": [_support(side) for side in item.sides],
        "rule": item.rule,
    }
