"""What a web page states of itself: day of publication, headline, publisher, its own address.

Read are Open Graph and article tags, Dublin Core, schema.org in JSON-LD and attributes, and `time` elements.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from licet.news.inputs.lines import one_line, web_address
from licet.news.inputs.markup import MarkupReader
from licet.news.inputs.stamps import day_of

_DAYS = (
    *(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date.published",
        "publish_date",
    ),
    *("pubdate", "publication_date", "publishdate", "parsely-pub-date", "sailthru.date", "dc.date.issued"),
    *("dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "date"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_STORIES = (
    "Article",
    "NewsArticle",
    "Report",
    "BlogPosting",
    "LiveBlogPosting",
    "PressRelease",
    "SocialMediaPosting",
)
_MOST_NODES = 2000


@dataclass(slots=True)
class Stated:
    """What a page states.

    Attributes:
        dated: Day of publication.
        where: The tag that tells the day; empty without one.
        title: Headline.
        outlet: Publisher.
        url: Its own address (`rel="canonical"`).
        widest: Attributes of the tag that has most.
    """

    dated: date | None = None
    where: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    widest: int = 0


def stated_in(markup: str) -> Stated:
    """Read what a page states of itself."""
    head = _Head()
    head.read(markup)
    url = web_address(head.canonical) or web_address(head.meta.get("og:url"))
    found = Stated(url=url, widest=head.widest)
    linked = _from_json(head.scripts)
    days = [
        *((f"meta {name}", head.meta[name]) for name in _DAYS[:2] if name in head.meta),
        *(("JSON-LD datePublished", text) for text in [linked.get("datePublished", "")] if text),
        *((f"meta {name}", head.meta[name]) for name in _DAYS[2:] if name in head.meta),
        *(("time", text) for text in head.times),
    ]
    for where, text in days:
        if day := day_of(text):
            found.dated, found.where = day, where
            break
    titles = [linked.get("headline", ""), *(head.meta.get(name, "") for name in _TITLES)]
    found.title = next((line for text in titles if (line := one_line(text))), "")
    outlets = [head.meta.get(_OUTLETS[0], ""), linked.get("publisher", "")]
    outlets += [head.meta.get(name, "") for name in _OUTLETS[1:]]
    found.outlet = next((line for text in outlets if (line := one_line(text))), "")
    return found


def _from_json(scripts: list[str]) -> dict[str, str]:
    for script in scripts:
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            if any(kind in _STORIES for kind in (kinds if isinstance(kinds, list) else [kinds])):
                publisher = node.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                told = {**node, "publisher": name}
                return {
                    key: told[key]
                    for key in ("datePublished", "headline", "publisher")
                    if isinstance(told.get(key), str)
                }
    return {}


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """Give the objects of a JSON document, from the outside in; a bounded number of them."""
    waiting = [value]
    seen = 0
    while waiting and seen < _MOST_NODES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            waiting += [inner for inner in item.values() if isinstance(inner, dict | list)]
        elif isinstance(item, list):
            waiting += item[:_MOST_NODES]


@dataclass
class _Head(MarkupReader):
    meta: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    canonical: str = ""
    widest: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._script: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.widest = max(self.widest, len(attrs))
        told = {name: value or "" for name, value in attrs}
        content = told.get("content", "")
        if tag == "meta":
            for key in ("property", "name", "itemprop"):
                if told.get(key) and content:
                    self.meta.setdefault(told[key].strip().lower(), content)
        elif tag == "link" and "canonical" in told.get("rel", "").lower().split():
            self.canonical = self.canonical or told.get("href", "")
        elif tag == "time" and ("pubdate" in told or told.get("itemprop") == "datePublished"):
            self.times.append(told.get("datetime", ""))
        elif tag == "script" and told.get("type", "").strip().lower() == "application/ld+json":
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None
