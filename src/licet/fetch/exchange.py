"""One request and its answer, judged. Imported on first use: it loads the network library."""

from __future__ import annotations

import hashlib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass

import httpcore2
import httpx2

from licet._version import __version__
from licet.fetch.addresses import without_query
from licet.fetch.body import check_content, decoded, limited, too_large
from licet.fetch.contract import Deadline, Fetched, Limits, Trouble, Validators
from licet.fetch.wire import BROKEN, TIMEOUTS, Wire

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429})
"""Statuses below 500 that a later try may not meet."""

LINGER_SECONDS = 0.5
"""How long a server that leaves the connection open is listened to after the stated length has come."""

ADVICE = {
    401: "the server wants a log-in; download the file in a browser and use `licet lists import`",
    403: "the server refuses us, perhaps this whole network; download the file in a browser and use "
    "`licet lists import`",
    404: "there is no file at this address; look for its new address on the publisher's site, and bring the "
    "file in with `licet lists import` meanwhile",
    410: "the publisher has taken the file away; look for its new address on the publisher's site, and bring "
    "the file in with `licet lists import` meanwhile",
    429: "the server has had too many requests from us; try again later",
}


@dataclass(frozen=True, slots=True)
class Redirect:
    """The server's word that the file is elsewhere, this time."""

    target: str


def ask(url: str, limits: Limits, validators: Validators | None, deadline: Deadline) -> Fetched | Redirect:
    """Send one GET and judge the answer.

    Raises:
        Trouble: Anything but a whole, plausible file, a redirect or an asked-for 304.
    """
    try:
        wire = Wire(url, deadline)
    except httpx2.InvalidURL as error:
        reason = f"{without_query(url)!r} is no web address ({error})"
        raise Trouble(reason, final_url=without_query(url)) from error
    try:
        with (
            httpx2.Client(transport=wire, timeout=limits.stall_seconds, trust_env=False) as client,
            client.stream("GET", url, headers=_headers(validators)) as response,
        ):
            return _judge(response, limits, wire, validators or Validators())
    except Trouble as trouble:
        trouble.final_url = trouble.final_url or without_query(url)
        trouble.status = wire.status
        trouble.size = trouble.size or wire.meter.body
        raise
    except (*TIMEOUTS, *BROKEN, httpx2.HTTPError, httpx2.InvalidURL) as error:
        reason, passing = _broken(error, limits, deadline)
        raise Trouble(reason, passing, wire.status, without_query(url), wire.meter.body) from error


def _headers(validators: Validators | None) -> dict[str, str]:
    headers = {
        "User-Agent": f"licet/{__version__}",
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    # The entity tag is the exact one; a date beside it could only make an older file pass for ours.
    if validators is not None and validators.etag:
        headers["If-None-Match"] = validators.etag
    elif validators is not None and validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def _judge(response: httpx2.Response, limits: Limits, wire: Wire, known: Validators) -> Fetched | Redirect:
    status = response.status_code
    if status in REDIRECTS and "location" in response.headers:
        return Redirect(str(response.url.join(response.headers["location"]).copy_with(fragment=None)))
    if status not in {200, 304}:
        raise _refused(status, response)
    content = b""
    if status == 200:
        content = _content(response, limits, wire)
    elif not (known.etag or known.last_modified):
        raise Trouble("the server says 'not modified' (304) though it was not asked; try again later")
    return Fetched(
        url=str(response.url),
        final_url=str(response.url),
        status=status,
        content=content,
        sha256=hashlib.sha256(content).hexdigest() if status == 200 else "",
        etag=response.headers.get("etag", known.etag if status == 304 else ""),
        last_modified=response.headers.get("last-modified", known.last_modified if status == 304 else ""),
        length_stated=status == 304 or _ends_are_told(response),
        media_type=response.headers.get("content-type", ""),
    )


def _refused(status: int, response: httpx2.Response) -> Trouble:
    passing = status in PASSING or status >= 500
    default = (
        "the publisher's server has failed; try again later" if passing else "an answer that was not expected"
    )
    after = response.headers.get("retry-after", "")
    return Trouble(
        f"HTTP {status}: {ADVICE.get(status, default)}",
        passing=passing,
        wait=float(after) if after.isdecimal() else 0.0,
    )


def _content(response: httpx2.Response, limits: Limits, wire: Wire) -> bytes:
    length = _stated_length(response)
    if length is not None and length > limits.max_bytes:
        raise Trouble(too_large(limits))
    sent = limited(_sent(response, length, wire), limits)
    encoding = response.headers.get("content-encoding", "")
    content = b"".join(limited(decoded(sent, encoding), limits))
    check_content(content, pages=limits.pages)
    return content


def _sent(response: httpx2.Response, length: int | None, wire: Wire) -> Iterator[bytes]:
    """Yield the body as sent, and make sure that it ends where the server said."""
    received = 0
    chunks = response.iter_raw()
    for chunk in chunks:
        received += len(chunk)
        yield chunk
        if received == length:
            # Stop short of the end, where the connection would be closed unseen.
            if _more_came(response, received, wire):
                reason = (
                    f"the server stated {length:,} bytes and sent more; it may be cut off, try again later"
                )
                raise Trouble(reason, passing=True)
            break


def _more_came(response: httpx2.Response, received: int, wire: Wire) -> bool:
    if wire.meter.body > received:
        return True
    try:
        return bool(response.extensions["network_stream"].read(1, timeout=LINGER_SECONDS))
    except (*TIMEOUTS, *BROKEN):
        return False


def _stated_length(response: httpx2.Response) -> int | None:
    """Return `Content-Length`, the bytes as sent; None where chunks or the connection's end tell it."""
    if "transfer-encoding" in response.headers or "content-length" not in response.headers:
        return None
    return int(response.headers["content-length"])


def _ends_are_told(response: httpx2.Response) -> bool:
    return bool({"transfer-encoding", "content-length"} & set(response.headers))


def _broken(error: Exception, limits: Limits, deadline: Deadline) -> tuple[str, bool]:
    """Put a failed connection into words, and tell whether a further try may help."""
    if deadline.left <= 0:
        advice = "try again later" + ("" if limits.pages else ", or raise the setting fetch_total_seconds")
        return f"it took longer than {limits.total_seconds:g} s in all; {advice}", False
    if isinstance(error, TIMEOUTS):
        return f"the server was silent for {limits.stall_seconds:g} s; try again later", True
    if isinstance(error, httpx2.InvalidURL):
        return f"the server redirects to something that is no web address ({error})", False
    if _has_cause(error, ssl.SSLCertVerificationError):
        advice = "if a company proxy opens encrypted traffic, point SSL_CERT_FILE at its certificate"
        return (
            f"the server's certificate is not trusted ({error}): someone may be in between; {advice}",
            False,
        )
    if isinstance(error, httpcore2.ConnectError | httpcore2.ProxyError):
        return f"no connection ({error}); check the network and try again", True
    return f"the connection broke off ({error}); try again later", True


def _has_cause(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
