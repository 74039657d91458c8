"""Fetches news: pages, feeds and sitemaps, and the stories that these name.

A story is in the store before the next address is asked: a run that was killed goes on where it stopped. An
address that fails stops no other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from licet.fetch import Fetched, Validators
from licet.fetch.addresses import host_matches
from licet.news.inputs.gathered import InputKind, Link
from licet.news.inputs.lines import host_of
from licet.store import FetchEntry, Store
from licet.usecases.news_add import Added, add
from licet.usecases.news_robots import Robots
from licet.usecases.news_types import FetchKind, Visited
from licet.usecases.news_web import PageError, Web, raw_of, site

MOST_SITEMAPS = 50
"""Sitemaps that are read of one index, the ones changed last before others."""


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How news is fetched.

    Attributes:
        web: How one address is asked.
        most: Stories fetched of one feed or sitemap.
        since: Leave out links that are said to be older than this day; None for none.
        pause: Seconds between two requests to links; more where the site's robots.txt asks for more.
        fresh: A link without a day of change, fetched this recently, is not asked again.
        follow: Follow the links of feeds and sitemaps.
    """

    web: Web = field(default_factory=Web)
    most: int = 100
    since: date | None = None
    pause: float = 1.0
    fresh: timedelta = timedelta(hours=24)
    follow: bool = True


def fetch_news(
    store: Store,
    urls: Iterable[str],
    now: Callable[[], datetime],
    options: FetchOptions,
    report: Callable[[Visited], None] = lambda _visited: None,
) -> list[Visited]:
    """Fetch addresses, and the stories that feeds and sitemaps among them name.

    Args:
        store: Where bytes, stories and the log of fetches are kept.
        urls: The addresses.
        now: The clock.
        options: How to fetch.
        report: Told of each address as it is done.

    Raises:
        StoreError: The store cannot be written.
    """
    run = _Run(store, now, options, report)
    for url in urls:
        run.start(url)
    return run.visited


class _Run:
    def __init__(
        self,
        store: Store,
        now: Callable[[], datetime],
        options: FetchOptions,
        report: Callable[[Visited], None],
    ) -> None:
        self.visited: list[Visited] = []
        self._store = store
        self._now = now
        self._options = options
        self._report = report
        self._robots = Robots(options.web)
        self._seen: set[str] = set()

    def start(self, url: str) -> None:
        """Fetch an address that the user named, and what it leads to."""
        self._seen.add(url)
        found = self._visit(url)
        if found is None or not self._options.follow:
            return
        links = list(found.links)
        for index in _newest(link for link in links if link.index)[:MOST_SITEMAPS]:
            if self._may(index, url):
                further = self._visit(index.url)
                links += further.links if further else ()
        once: dict[str, Link] = {}
        for link in links:
            if not link.index:
                once.setdefault(link.url, link)
        stories = list(once.values())
        if found.kind != InputKind.FEED:
            stories = _newest(stories)
        wanted = [link for link in stories if not self._too_old(link) and link.url not in self._seen]
        taken = 0
        for number, link in enumerate(wanted):
            if taken >= self._options.most:
                left = len(wanted) - number
                self._done(
                    Visited(url, FetchKind.LEFT, detail=f"{left:,} further links: raise --most to fetch them")
                )
                return
            taken += self._follow(link, url)

    def _follow(self, link: Link, start: str) -> bool:
        """Fetch a link unless it is held or may not be; tell whether it was asked for."""
        self._seen.add(link.url)
        if self._held(link):
            self._done(Visited(link.url, FetchKind.HELD, detail="fetched already"))
            return False
        if not self._may(link, start):
            return False
        self._visit(link.url)
        return True

    def _may(self, link: Link, start: str) -> bool:
        """Whether a link may be followed: on the site of the feed, and not against its robots.txt."""
        self._seen.add(link.url)
        host = host_of(link.url)
        if not any(host_matches(host, pattern) for pattern in (*site(start), *self._options.web.hosts)):
            detail = f"on another site; to follow such links: --host {host}"
            self._done(Visited(link.url, FetchKind.SKIPPED, detail=detail))
            return False
        if refusal := self._robots.refuses(link.url):
            self._done(Visited(link.url, FetchKind.SKIPPED, detail=refusal))
            return False
        time.sleep(max(self._options.pause, self._robots.delay(link.url)))
        return True

    def _visit(self, url: str) -> Added | None:
        """Fetch one address and keep what came; None where nothing did."""
        before = self._store.stories.last_fetch(url)
        held = before is not None and before.sha256 and self._store.archive.has(before.sha256)
        known = Validators(before.etag, before.last_modified, before.final_url) if before and held else None
        try:
            got = self._options.web.get(url, known)
        except PageError as error:
            entry = FetchEntry(
                "", url, self._now(), "failed", status=error.status or None, detail=error.reason
            )
            self._store.stories.log_fetch(entry)
            self._done(Visited(url, FetchKind.FAILED, detail=error.reason, status=error.status))
            return None
        if got.not_modified and before is not None:
            return self._unchanged(url, got, before)
        raw = raw_of(got)
        added = add(self._store, raw, self._now(), current=True)
        same = before is not None and before.sha256 == got.sha256
        self._log(got, "same" if same else "new", added.sha256)
        self._done(Visited(url, FetchKind.FETCHED, added, status=got.status))
        return added

    def _unchanged(self, url: str, got: Fetched, before: FetchEntry) -> Added:
        """Read what is held once more: a run that was killed did not follow all of its links."""
        self._log(got, "not_modified", before.sha256)
        raw = raw_of(got, self._store.archive.get(before.sha256))
        added = add(self._store, raw, self._now(), current=True)
        self._done(Visited(url, FetchKind.UNCHANGED, added, status=got.status))
        return added

    def _log(self, got: Fetched, outcome: str, sha256: str) -> None:
        entry = FetchEntry(
            "",
            got.url,
            self._now(),
            outcome,
            got.final_url,
            got.status,
            len(got.content),
            # Only what the archive keeps: it is read again when the server says that nothing changed.
            sha256,
            etag=got.etag,
            last_modified=got.last_modified,
        )
        self._store.stories.log_fetch(entry)

    def _held(self, link: Link) -> bool:
        before = self._store.stories.last_fetch(link.url)
        if before is None:
            return False
        if link.changed is not None:
            return before.at >= link.changed
        return self._now() - before.at <= self._options.fresh

    def _too_old(self, link: Link) -> bool:
        day = link.changed.date() if link.changed else link.dated
        return self._options.since is not None and day is not None and day < self._options.since

    def _done(self, visited: Visited) -> None:
        self.visited.append(visited)
        self._report(visited)


def _newest(links: Iterable[Link]) -> list[Link]:
    """Return links with the ones changed last first; those without a day keep their order at the end."""
    first = datetime.min.replace(tzinfo=UTC)
    return sorted(links, key=lambda link: link.changed or first, reverse=True)
