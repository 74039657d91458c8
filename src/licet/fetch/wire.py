"""The connection itself: keeps the deadline on every read and counts what comes.

Imported on first use: it loads the network library. Two things are not to be had from the library above:
a time limit that holds while the server sends single bytes for ever, headers included, and the number of
bytes that came after the stated length, which an HTTP client drops without a word.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from licet.fetch.addresses import is_loopback
from licet.fetch.contract import Deadline, Trouble

HEAD_END = re.compile(rb"\r?\n\r?\n")
INFORMATIONAL = re.compile(rb"HTTP/1\.[01] 1\d\d")

TIMEOUTS = (httpcore2.TimeoutException,)
BROKEN = (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError)


class Meter:
    """Counts the bytes of a body as they come off the connection.

    Attributes:
        body: Bytes received after the header of the response.
    """

    def __init__(self) -> None:
        self.body = 0
        self._head: bytearray | None = bytearray()

    def feed(self, data: bytes) -> None:
        """Count bytes that were read."""
        if self._head is None:
            self.body += len(data)
            return
        self._head += data
        while end := HEAD_END.search(self._head):
            informational = INFORMATIONAL.match(self._head)
            del self._head[: end.end()]
            if not informational:
                self.body = len(self._head)
                self._head = None
                return

    def restart(self) -> None:
        """Forget all: a proxy's tunnel stands, and the real exchange begins."""
        self.body = 0
        self._head = bytearray()


class _Stream(httpcore2.NetworkStream):
    """A connection on which every wait ends with the deadline at the latest."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline, meter: Meter) -> None:
        self._inner = inner
        self._deadline = deadline
        self._meter = meter

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, _within(timeout, self._deadline))
        self._meter.feed(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _within(timeout, self._deadline))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, _within(timeout, self._deadline))
        self._meter.restart()
        return _Stream(inner, self._deadline, self._meter)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  the library's own signature
        return self._inner.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    """Opens connections that keep the deadline."""

    def __init__(self, deadline: Deadline, meter: Meter) -> None:
        self._inner = httpcore2.SyncBackend()
        self._deadline = deadline
        self._meter = meter

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        limit = _within(timeout, self._deadline)
        inner = self._inner.connect_tcp(host, port, limit, local_address, socket_options)
        return _Stream(inner, self._deadline, self._meter)


class _Body(httpx2.SyncByteStream):
    """A response's body, handed through."""

    def __init__(self, inner: Iterable[bytes]) -> None:
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        yield from self._inner

    def close(self) -> None:
        close = getattr(self._inner, "close", None)
        if close is not None:
            close()


class Wire(httpx2.BaseTransport):
    """Carries one request to one host.

    Attributes:
        meter: What came over the connection.
        status: HTTP status of the answer; 0 before it came.
    """

    def __init__(self, url: str, deadline: Deadline) -> None:
        self.meter = Meter()
        self.status = 0
        self._pool = _pool(httpx2.URL(url), _Backend(deadline, self.meter))

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request and return the response with its body unread."""
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        if not isinstance(answer.stream, Iterable):
            message = "the connection pool gave an asynchronous body"
            raise TypeError(message)
        self.status = answer.status
        return httpx2.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


def _pool(url: httpx2.URL, backend: httpcore2.NetworkBackend) -> httpcore2.ConnectionPool:
    """Return a pool that goes straight, or through the proxy that the environment names for this address."""
    address = _proxy_for(url)
    if not address:
        return httpcore2.ConnectionPool(network_backend=backend)
    proxy = httpx2.Proxy(address if "://" in address else f"http://{address}")
    if proxy.url.scheme not in {"http", "https"}:
        reason = f"the environment's proxy is {proxy.url.scheme}://; only http and https proxies are used"
        raise Trouble(reason)
    return httpcore2.HTTPProxy(
        proxy_url=httpcore2.URL(
            scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"
        ),
        proxy_auth=proxy.raw_auth,
        network_backend=backend,
    )


def _proxy_for(url: httpx2.URL) -> str:
    if is_loopback(url.host) or proxy_bypass(url.host):
        return ""
    proxies = getproxies()
    return proxies.get(url.scheme) or proxies.get("all") or ""


def _within(timeout: float | None, deadline: Deadline) -> float:
    left = deadline.left
    if left <= 0:
        raise httpcore2.ReadTimeout("the deadline has passed")
    return left if timeout is None else min(timeout, left)
