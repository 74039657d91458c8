"""RSS and Atom, by feedparser: entries with their full text are stories, all others are links to fetch."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from licet.model.problem import Problem, Severity
from licet.news.inputs.fragments import EXTRACTOR, words_of
from licet.news.inputs.gathered import MOST_CHARACTERS, MOST_ITEMS, Gathered, InputKind, Link, Raw
from licet.news.inputs.lines import headed, host_of, one_line, web_address
from licet.news.inputs.pages import page_text
from licet.news.inputs.stamps import day_of, instant_of
from licet.news.story import Story

_MARKUP = frozenset(("text/html", "application/xhtml+xml"))


def read_feed(raw: Raw) -> Gathered:
    """Read a feed.

    An entry that carries its content (`content:encoded`, Atom `content`) is a story. One with a summary only
    is a link to its page; without a link its summary is all there is, and is the story.
    """
    import feedparser  # noqa: PLC0415  takes its time to load

    where = raw.name or raw.url or "feed"
    # What is decoded once, here, needs no guess there; a declaration that stayed would be believed once more.
    text, problems = page_text(raw.content, raw.media_type)
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    # A stream, not a text: of a text the library would think it an address or a file to open.
    stream = io.BytesIO(_undeclared(text).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": raw.url}
    feed: Mapping[str, Any] = feedparser.parse(stream, response_headers=headers)
    if not feed.get("version") and not feed["entries"]:
        message = "It is no RSS or Atom feed that can be read. Fetch it again, or add the stories themselves."
        reason = str(feed.get("bozo_exception", ""))[:500]
        return Gathered(None, problems=(Problem("bad_feed", where, message, reason, Severity.FATAL),))
    if feed.get("bozo"):
        message = "The feed breaks its format and was read as well as could be; an entry may be missing."
        problems.append(Problem("broken_feed", where, message, str(feed.get("bozo_exception", ""))[:500]))
    outlet = raw.outlet or one_line(feed["feed"].get("title")) or host_of(raw.url)
    stories: list[Story] = []
    links: list[Link] = []
    for number, entry in enumerate(feed["entries"][:MOST_ITEMS], 1):
        # A plain mapping: feedparser's own lends one field of an entry to another.
        found = _entry(dict(entry), f"{where} entry {number}", raw.url, outlet)
        if isinstance(found, Story):
            stories.append(found)
        elif isinstance(found, Link):
            links.append(found)
        else:
            problems.append(found)
    if len(feed["entries"]) > MOST_ITEMS:
        message = f"At most {MOST_ITEMS:,} entries are read at once."
        left = len(feed["entries"]) - MOST_ITEMS
        problems.append(Problem("too_many", where, message, "", Severity.ROW, left))
    return Gathered(InputKind.FEED, tuple(stories), tuple(links), tuple(problems))


def _undeclared(text: str) -> str:
    head, mark, rest = text.lstrip("\ufeff \t\r\n").partition("?>")
    return rest if mark and head.startswith("<?xml") else text


def _entry(entry: Mapping[str, Any], where: str, base: str, outlet: str) -> Story | Link | Problem:
    title = one_line(words_of(entry.get("title", "")))
    named = entry.get("link")  # of an entry that names none, the feed's own address is not the story's
    url = web_address(urljoin(base, named) if base and named else named)
    # As written: what feedparser made of it is in UTC, and an evening's story would move to the next day.
    stated = entry.get("published") or entry.get("updated") or ""
    dated = day_of(stated)
    contents = [_words(item) for item in entry.get("content", ())]
    text = max(contents, key=len, default="")
    if not text and not url:
        text = _words(entry.get("summary_detail", {}))
    if not text:
        if url:
            return Link(url, title, dated, instant_of(entry.get("updated") or stated))
        message = "The entry has neither text nor a link."
        return Problem("empty_entry", where, message, title, Severity.ROW, 1)
    if len(text) > MOST_CHARACTERS:
        message = f"The text has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read as one story."
        return Problem("too_long", where, message, title, Severity.ROW, 1)
    problems = []
    if dated is None:
        message = "The entry states no day: expressions such as `yesterday` have no day."
        problems.append(Problem("bad_date" if stated else "no_date", where, message, str(stated)[:500]))
    source = one_line(entry.get("source", {}).get("title", ""))
    return Story(
        headed(title, text), dated, source or outlet, url, tuple(problems), title=title, extractor=EXTRACTOR
    )


def _words(content: Mapping[str, Any]) -> str:
    value = content.get("value") or ""
    return words_of(value) if content.get("type") in _MARKUP else value.strip()
