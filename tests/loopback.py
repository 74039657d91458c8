"""A real web server on this machine that serves list files and misbehaves as real servers do."""

from __future__ import annotations

import gzip
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as the server saw it; header names in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes = b""


class Exchange(BaseHTTPRequestHandler):
    """One request in the hands of a behaviour."""

    protocol_version = "HTTP/1.1"
    loopback: Loopback

    def do_GET(self) -> None:
        """Hand the request to the behaviour of its path."""
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.loopback.seen.append(
            Seen(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        )
        behaviour = self.loopback.routes.get(self.path.partition("?")[0], status(404))
        try:
            behaviour(self)
        except (BrokenPipeError, ConnectionResetError):
            self.loopback.broken += 1

    def do_POST(self) -> None:
        """Hand the request to the behaviour of its path, body and all."""
        self.do_GET()

    def head(self, code: int, **headers: str) -> None:
        """Send a status and headers; an underscore in a name stands for a hyphen."""
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def pause(self, seconds: float) -> None:
        """Wait, but not longer than the server lives."""
        self.loopback.closing.wait(seconds)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's own signature
        """Keep quiet."""


Behaviour: TypeAlias = Callable[[Exchange], None]


@dataclass
class Loopback:
    """The running server.

    Attributes:
        url: Base address, without a slash at the end.
        routes: Path to behaviour; anything else is answered 404.
        seen: Requests in order of arrival.
        broken: Answers that the client did not let end.
        closing: Set when the server stops, so that a sleeping behaviour wakes.
    """

    url: str = ""
    routes: dict[str, Behaviour] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    broken: int = 0
    closing: Event = field(default_factory=Event)

    def at(self, path: str, behaviour: Behaviour) -> str:
        """Serve a path and return its full address."""
        self.routes[path] = behaviour
        return self.url + path

    def asked(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(item.path.partition("?")[0] == path for item in self.seen)


@contextmanager
def loopback(certificate: Path | None = None) -> Iterator[Loopback]:
    """Run the server, with TLS when given a file with a key and a certificate for `localhost`."""
    state = Loopback()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Exchange,), {"loopback": state}))
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    scheme, host = ("https", "localhost") if certificate else ("http", "127.0.0.1")
    state.url = f"{scheme}://{host}:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        state.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()


def data(body: bytes, **headers: str) -> Behaviour:
    """Serve bytes; with an `ETag` or `Last_Modified` header, answer 304 when the client shows it."""

    def behave(exchange: Exchange) -> None:
        etag, modified = headers.get("ETag"), headers.get("Last_Modified")
        shown = exchange.headers.get("If-None-Match"), exchange.headers.get("If-Modified-Since")
        if (etag and shown[0] == etag) or (modified and shown[1] == modified):
            exchange.head(304, **headers)
            return
        exchange.head(200, Content_Length=str(len(body)), **headers)
        exchange.wfile.write(body)

    return behave


def status(code: int, body: bytes = b"sorry", **headers: str) -> Behaviour:
    """Answer with a status."""

    def behave(exchange: Exchange) -> None:
        exchange.head(code, **({"Content_Length": str(len(body))} if code != 304 else {}), **headers)
        if code != 304:
            exchange.wfile.write(body)

    return behave


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Behave differently each time; the last behaviour stays."""
    queue = list(behaviours)

    def behave(exchange: Exchange) -> None:
        (queue.pop(0) if len(queue) > 1 else queue[0])(exchange)

    return behave


def silent(seconds: float, body: bytes) -> Behaviour:
    """Take the request and say nothing for a while."""

    def behave(exchange: Exchange) -> None:
        exchange.pause(seconds)
        data(body)(exchange)

    return behave


def stalls(body: bytes, at: int, seconds: float) -> Behaviour:
    """Send part of the body, then nothing for a while."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200, Content_Length=str(len(body)))
        exchange.wfile.write(body[:at])
        exchange.pause(seconds)
        exchange.wfile.write(body[at:])

    return behave


def drips(body: bytes, pause: float) -> Behaviour:
    """Send the body one byte at a time."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200, Content_Length=str(len(body)))
        for place in range(len(body)):
            exchange.wfile.write(body[place : place + 1])
            exchange.pause(pause)

    return behave


def drips_headers(pause: float) -> Behaviour:
    """Send headers without end, one byte at a time."""

    def behave(exchange: Exchange) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not exchange.loopback.closing.is_set():
            exchange.wfile.write(b"x")
            exchange.pause(pause)

    return behave


def states(length: int, body: bytes) -> Behaviour:
    """State a length, whatever the body's is, and close."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200, Content_Length=str(length))
        exchange.wfile.write(body)

    return behave


def states_then_more(body: bytes, more: bytes, pause: float) -> Behaviour:
    """Send as much as was stated and, a moment later, some more."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200, Content_Length=str(len(body)))
        exchange.wfile.write(body)
        exchange.wfile.flush()
        exchange.pause(pause)
        exchange.wfile.write(more)

    return behave


def chunked(body: bytes, *, whole: bool = True) -> Behaviour:
    """Send the body in chunks, to the end or only until just before it."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200, Transfer_Encoding="chunked")
        for start in range(0, len(body), 1000):
            piece = body[start : start + 1000]
            exchange.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if whole:
            exchange.wfile.write(b"0\r\n\r\n")

    return behave


def unstated(body: bytes) -> Behaviour:
    """Send the body without telling its length, as old servers do."""

    def behave(exchange: Exchange) -> None:
        exchange.head(200)
        exchange.wfile.write(body)

    return behave


def gzipped(body: bytes, *, cut: int = 0) -> Behaviour:
    """Send the body compressed in transfer; `cut` bytes of the compressed form are missing at its end."""
    packed = gzip.compress(body, mtime=0)
    return data(packed[: len(packed) - cut], Content_Encoding="gzip")


def redirects(*targets: str, code: int = 302) -> Behaviour:
    """Redirect, each time to the next target; the last one stays."""
    return in_turn(*(status(code, b"", Location=target) for target in targets))
