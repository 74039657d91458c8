"""JSON Lines: one story a line, with the fields `text`, `title`, `date`, `url`, `outlet`."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import MOST_CHARACTERS, MOST_ITEMS, Gathered, InputKind, Raw
from licet.news.inputs.lines import one_line, web_address
from licet.news.inputs.stamps import day_of
from licet.news.story import DATE_LINE, Story, decoded, read_story

FIELDS = ("text", "title", "date", "url", "outlet")


def read_jsonl(raw: Raw) -> Gathered:
    """Read a story from each line; a line that is none is a problem with its number, and stops no other."""
    content, problems = decoded(raw.content)
    stories: list[Story] = []
    unknown = Counter[str]()
    # Not splitlines(): the line separator U+2028 may stand unescaped within a JSON string.
    lines = [(number, line) for number, line in enumerate(content.split("\n"), 1) if line.strip()]
    if not lines:
        where = raw.name or raw.url or "input"
        problems.append(Problem("empty", where, "There is no text in it.", severity=Severity.FATAL))
    for number, line in lines[:MOST_ITEMS]:
        where = f"{raw.name or raw.url or 'input'} line {number}"
        found = _story(line, where, raw.outlet)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        story, others = found
        stories.append(story)
        unknown.update(others)
    if len(lines) > MOST_ITEMS:
        message = f"At most {MOST_ITEMS:,} lines are read at once; split the file."
        left = len(lines) - MOST_ITEMS
        problems.append(Problem("too_many", f"line {lines[MOST_ITEMS][0]}", message, "", Severity.ROW, left))
    problems += [
        Problem("unknown_field", name, f"Not read: {name!r} ({count} lines). Known: {', '.join(FIELDS)}.")
        for name, count in sorted(unknown.items())
    ]
    return Gathered(InputKind.JSONL, tuple(stories), problems=tuple(problems))


def _story(line: str, where: str, outlet: str) -> tuple[Story, list[str]] | Problem:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return _bad("bad_json", where, f"The line is no JSON object: {_reason(error)}.", line)
    if not isinstance(row, dict):
        return _bad("bad_json", where, "The line is JSON, but no object: write one story a line.", line)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return _bad("no_text", where, "The story has no `text`.", line)
    if len(text) > MOST_CHARACTERS:
        message = f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read as one story."
        return _bad("too_long", where, message, line)
    problems = []
    read = read_story(text) if DATE_LINE.match(text) else Story(text)
    dated = read.dated
    if row.get("date") is not None:
        stated = row["date"]
        dated = day_of(stated) if isinstance(stated, str) else None
        if dated is None:
            problems.append(Problem("bad_date", f"{where}, date", "It names no day.", str(stated)[:500]))
    if dated is None and not problems:
        message = "The story has no `date`: expressions such as `yesterday` have no day."
        problems.append(Problem("no_date", where, message))
    url = web_address(row.get("url"))
    if row.get("url") and not url:
        problems.append(Problem("bad_url", f"{where}, url", "It is no web address.", str(row["url"])[:500]))
    problems += [
        Problem("bad_field", f"{where}, {name}", "It is no text and was not read.", str(row[name])[:500])
        for name in ("title", "outlet")
        if row.get(name) is not None and not isinstance(row[name], str)
    ]
    story = Story(
        text,
        dated,
        outlet or one_line(row.get("outlet")),
        url,
        tuple(problems),
        title=one_line(row.get("title")),
    )
    return story, [one_line(name) or repr(name) for name in row if name not in FIELDS]


def _reason(error: Exception) -> str:
    return (
        error.msg
        if isinstance(error, json.JSONDecodeError)
        else "it is nested too deeply, or a number too long"
    )


def _bad(code: str, where: str, message: str, line: str) -> Problem:
    return Problem(code, where, message, line[:500], Severity.ROW, 1)
