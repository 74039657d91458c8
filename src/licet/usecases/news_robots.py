"""What a site asks of programs that follow its links: robots.txt (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from licet.usecases.news_web import PageError, Web

AGENT = "licet"
LONGEST_DELAY = 30.0
"""Seconds; a site that asks for more pause than this between two requests is not waited for longer."""


class Robots:
    """The rules of the sites of one run, each read once."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._read: dict[str, RobotFileParser | None] = {}

    def refuses(self, url: str) -> str:
        """Return why a link may not be followed; empty where it may."""
        rules = self._rules(url)
        if rules is None:
            return "the site's robots.txt cannot be had, so its links are not followed"
        return "" if rules.can_fetch(AGENT, url) else "the site's robots.txt asks programs not to fetch it"

    def delay(self, url: str) -> float:
        """Return how many seconds the site asks to leave between two requests; 0 where it asks nothing."""
        rules = self._rules(url)
        told = rules.crawl_delay(AGENT) if rules else None
        return min(float(told), LONGEST_DELAY) if told else 0.0

    def _rules(self, url: str) -> RobotFileParser | None:
        """Return the rules of a site, empty ones where it has no such file; None where it does not answer."""
        parts = urlsplit(url)
        place = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        if place not in self._read:
            rules = RobotFileParser(place)
            try:
                rules.parse(self._web.get(place).content.decode("utf-8", "replace").splitlines())
                self._read[place] = rules
            except PageError as error:
                # An empty file is an answer (200), and says nothing.
                if 200 <= error.status < 500:
                    rules.parse([])
                    self._read[place] = rules
                else:
                    self._read[place] = None
        return self._read[place]
