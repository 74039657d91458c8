"""Fetches one address for news: a page, a feed, a sitemap."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from licet.errors import FetchError
from licet.fetch import DownloadError, Fetched, Limits, Validators, fetch
from licet.news.inputs.gathered import MOST_BYTES, Raw
from licet.news.inputs.lines import host_of, web_address

PAGE = Limits(max_bytes=MOST_BYTES, total_seconds=60.0, tries=2, pages=True)
"""What one page may cost."""

_ADVICE = {
    401: "the site wants a log-in",
    402: "the site wants to be paid",
    403: "the site refuses us",
    404: "there is no page at this address",
    410: "the page was taken away",
    429: "the site has had too many requests from us; try again later",
    451: "the site may not show the page here, for legal reasons",
}
_BY_HAND = "; save what a browser shows and use `licet news add`"


class PageError(FetchError):
    """A page that did not come."""

    def __init__(self, url: str, reason: str, status: int = 0) -> None:
        self.url = url
        self.reason = reason
        self.status = status
        Exception.__init__(self, f"{url}: {reason}. What is kept of it stays.")


@dataclass(frozen=True, slots=True)
class Web:
    """How news is fetched.

    Attributes:
        allow_http: Allow addresses that are not encrypted.
        hosts: Further hosts to which an address may redirect, and on which links are followed; patterns such
            as `*.example.com`.
        limits: What one address may cost.
    """

    allow_http: bool = False
    hosts: tuple[str, ...] = ()
    limits: Limits = field(default=PAGE)

    def get(self, url: str, previous: Validators | None = None) -> Fetched:
        """Fetch an address, or learn that it has not changed.

        Raises:
            PageError: It did not come; the reason says why.
        """
        if not web_address(url):
            raise PageError(url[:200], "that is no web address: write https://HOST/PATH")
        try:
            return fetch(
                url,
                limits=self.limits,
                previous=previous,
                allowed_hosts=(*site(url), *self.hosts),
                allow_http=self.allow_http,
            )
        except DownloadError as error:
            raise PageError(url, _reason(error), error.status) from error


def page(url: str, web: Web | None = None) -> Raw:
    """Fetch an address and return what came, to be read.

    Raises:
        PageError: It did not come.
    """
    return raw_of((web or Web()).get(url))


def raw_of(got: Fetched, content: bytes = b"") -> Raw:
    """Return what came from an address as an input; `content` is what was kept where nothing changed."""
    return Raw(got.content or content, media_type=got.media_type, url=got.final_url)


def site(url: str) -> tuple[str, ...]:
    """Return the hosts that are one site with an address: with and without `www.`, and what is below them."""
    host = host_of(url)
    return (host, f"*.{host}") if host else ()


def _reason(error: DownloadError) -> str:
    if error.status in _ADVICE:
        return f"HTTP {error.status}: {_ADVICE[error.status]}{_BY_HAND}"
    gone = host_of(error.final_url)
    if not error.status and gone and gone != host_of(error.url):
        moved = urlsplit(error.final_url).hostname
        return f"it redirects to another site, {moved}; if that is right, name it: --host {moved}"
    return error.reason
