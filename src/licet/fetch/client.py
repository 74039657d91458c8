"""Fetches one file: several tries, redirects by hand, one deadline for all of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import replace

from licet.fetch.addresses import check_address, without_query
from licet.fetch.contract import Deadline, DownloadError, Fetched, Limits, Trouble, Validators


def fetch(
    url: str,
    *,
    limits: Limits,
    previous: Validators | None,
    allowed_hosts: Collection[str],
    allow_http: bool = False,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Fetch a file, or learn that the bytes we hold are still the ones.

    Args:
        url: Address of the file.
        limits: What the download may cost.
        previous: What the server said of the bytes we hold; None to fetch in any case.
        allowed_hosts: Hosts, beside that of `url`, to which it may be redirected; patterns such as
            `*.s3.amazonaws.com` are allowed, see `licet.fetch.addresses.host_matches`.
        allow_http: Allow addresses that are not encrypted: for a mirror in one's own network, and tests.
        sleep: Waits between tries.

    Returns:
        The bytes with their hash, or a `Fetched` that says `not_modified`.

    Raises:
        DownloadError: No whole, plausible file came; a `licet.errors.FetchError` with the HTTP status.
    """
    deadline = Deadline.after(limits.total_seconds)
    number = 0
    while True:
        number += 1
        try:
            found = _follow(url, limits, previous, deadline, _Gate(url, allowed_hosts, allow_http=allow_http))
        except Trouble as trouble:
            wait = max(limits.backoff_seconds * 2 ** (number - 1), trouble.wait)
            if not trouble.passing or number >= limits.tries or wait >= deadline.left:
                raise DownloadError(url, trouble, number) from trouble
        else:
            return replace(found, tries=number)
        sleep(wait)


class _Gate:
    """Lets the addresses pass that this download may go to."""

    def __init__(self, first: str, allowed_hosts: Collection[str], *, allow_http: bool) -> None:
        self._first = first
        self._allowed = tuple(allowed_hosts)
        self._allow_http = allow_http

    def check(self, url: str) -> None:
        try:
            check_address(url, self._first, self._allowed, allow_http=self._allow_http)
        except ValueError as error:
            reason = f"{without_query(url)!r} is no web address ({error})"
            raise Trouble(reason) from error


def _follow(
    url: str, limits: Limits, previous: Validators | None, deadline: Deadline, gate: _Gate
) -> Fetched:
    """Make one try: ask, and follow redirects, each checked and none remembered."""
    # The network library is loaded here, so that commands that never fetch start quickly.
    from licet.fetch.exchange import Redirect, ask  # noqa: PLC0415

    current = url
    for _hop in range(limits.max_redirects + 1):
        gate.check(current)
        answer = ask(current, limits, _validators_for(current, url, previous), deadline)
        if not isinstance(answer, Redirect):
            shown = url if current == url else without_query(current)
            return replace(answer, url=url, final_url=shown)
        current = answer.target
    last = without_query(current)
    reason = (
        f"it was redirected more than {limits.max_redirects} times, last to {last}; "
        "the publisher's server is at fault, try again later"
    )
    raise Trouble(reason, final_url=last)


def _validators_for(current: str, first: str, previous: Validators | None) -> Validators | None:
    """Return the validators where this resource sent them. A presigned query differs each time."""
    if previous is None or not (previous.etag or previous.last_modified):
        return None
    return previous if without_query(previous.url or first) == without_query(current) else None
