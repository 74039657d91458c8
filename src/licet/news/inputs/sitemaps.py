"""Sitemaps, news sitemaps and indexes of them (sitemaps.org): addresses of stories, nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import MOST_ITEMS, Gathered, InputKind, Link, Raw
from licet.news.inputs.lines import one_line, web_address
from licet.news.inputs.stamps import day_of, instant_of

if TYPE_CHECKING:  # only for the type checker: a driver, loaded when a sitemap is read
    from lxml.etree import _Element

_ENTRIES = frozenset(("url", "sitemap"))


def read_sitemap(raw: Raw) -> Gathered:
    """Read the addresses of a sitemap; what was well before a fault in the XML is kept."""
    from lxml import etree  # noqa: PLC0415  a driver, only for sitemaps

    where = raw.name or raw.url or "sitemap"
    links: list[Link] = []
    problems: list[Problem] = []
    # No entity is expanded, no document type fetched: a small file cannot become a large one.
    # Recovering, since without it what stood before a fault would be lost with it.
    walk = etree.iterparse(
        io.BytesIO(raw.content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
    )
    fault = ""
    try:
        for number, element in enumerate(_entries(walk), 1):
            if number > MOST_ITEMS:
                message = f"At most {MOST_ITEMS:,} addresses are read of one sitemap, as its protocol has it."
                problems.append(Problem("too_many", where, message, severity=Severity.ROW))
                break
            found = _link(element, f"{where} entry {number}")
            if isinstance(found, Link):
                links.append(found)
            else:
                problems.append(found)
    except etree.XMLSyntaxError as error:
        fault = str(error)
    if fault or len(walk.error_log):
        message = "The sitemap breaks off or is no XML; what stood before the fault was read."
        severity = Severity.FIELD if links else Severity.FATAL
        fault = fault or str(walk.error_log[0])
        problems.append(Problem("bad_xml", where, message, fault[:500], severity))
    return Gathered(InputKind.SITEMAP, links=tuple(links), problems=tuple(problems))


def _entries(walk: Iterable[tuple[str, _Element]]) -> Iterator[_Element]:
    for _event, element in walk:
        if _name(element) in _ENTRIES:
            yield element
            element.clear()
            while element.getprevious() is not None and (parent := element.getparent()) is not None:
                del parent[0]


def _link(element: _Element, where: str) -> Link | Problem:
    told: dict[str, str] = {}
    # Pictures and videos have a `loc` of their own, deeper down.
    for child in element:
        for item in child if _name(child) == "news" else [child]:
            told.setdefault(_name(item), (item.text or "").strip())
    url = web_address(told.get("loc"))
    if not url:
        text = told.get("loc", "")[:500]
        return Problem("bad_url", where, "The entry has no web address.", text, Severity.ROW, 1)
    changed = instant_of(told.get("lastmod") or told.get("publication_date") or "")
    return Link(
        url,
        one_line(told.get("title")),
        day_of(told.get("publication_date", "")),
        changed,
        index=_name(element) == "sitemap",
    )


def _name(element: _Element) -> str:
    tag = element.tag
    return str(tag).rpartition("}")[2].lower()
