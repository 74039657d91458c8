"""Which addresses may be asked: https only, and only hosts that the list names."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from licet.fetch.contract import Trouble


def check_address(url: str, first: str, allowed_hosts: Collection[str], *, allow_http: bool) -> None:
    """Refuse an address that a download may not go to.

    Args:
        url: Address of the next request.
        first: Address that the download began with.
        allowed_hosts: Hosts, beside that of `first`, to which it may be redirected; see `host_matches`.
        allow_http: Whether unencrypted addresses may be asked. A download that began encrypted stays so.

    Raises:
        Trouble: The address is refused; the reason says why.
        ValueError: It cannot be read as an address.
    """
    parts = urlsplit(url)
    origin = urlsplit(first)
    shown = without_query(url)
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.port == 0:
        reason = f"{shown!r} is no web address"
        raise Trouble(reason, final_url=shown)
    if parts.username is not None or parts.password is not None:
        raise Trouble("an address with a user name in it is refused", final_url=_bare(url))
    if parts.scheme == "http" and (not allow_http or origin.scheme == "https"):
        advice = (
            "give an https address" if url == first else "the publisher's server redirects to it: report this"
        )
        reason = f"{shown} is not encrypted (https) and was not asked; {advice}"
        raise Trouble(reason, final_url=shown)
    host = parts.hostname
    if host != origin.hostname and not any(host_matches(host, pattern) for pattern in allowed_hosts):
        reason = (
            f"the server redirects to the host {host}, which this list does not name; if the publisher has "
            "moved, add it to `hosts` in the list's list.yml"
        )
        raise Trouble(reason, final_url=shown)


def host_matches(host: str, pattern: str) -> bool:
    """Tell whether a host is one that a pattern allows.

    A pattern is a host name. `*` as its first label stands for one label or more, `*` further on for one:
    `*.s3.amazonaws.com`, `*.s3.*.amazonaws.com`. The last two labels must be written out, or nothing matches.
    """
    wanted = pattern.lower().rstrip(".").split(".")
    found = host.lower().rstrip(".").split(".")
    if "*" in wanted[-2:] or "" in wanted or "" in found:
        return False
    if wanted[0] == "*":
        if len(found) < len(wanted):
            return False
        wanted = wanted[1:]
        found = found[-len(wanted) :]
    return len(found) == len(wanted) and all(
        want in {"*", have} for want, have in zip(wanted, found, strict=True)
    )


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine; such a request never goes through a proxy."""
    if host.lower().rstrip(".") == "localhost" or host.lower().endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def without_query(url: str) -> str:
    """Return an address without query and fragment."""
    return url.partition("#")[0].partition("?")[0]


def _bare(url: str) -> str:
    """Return an address without user name, password and query: what a message may show."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
