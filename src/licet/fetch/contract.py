"""What a download takes and gives: limits, validators, the result, the failure."""

from __future__ import annotations

import time
from dataclasses import dataclass

from licet.errors import FetchError

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a download may cost.

    Attributes:
        max_bytes: Greatest size, in bytes, as sent and again after decompression. The largest official
            file, OFAC's SDN_ADVANCED.XML, has about 127 MB.
        total_seconds: Time for the whole download: every redirect, try and wait between tries.
        stall_seconds: Longest silence of the server, also while connecting.
        tries: Requests made before giving up on a fault that may pass.
        backoff_seconds: Wait before the second try; doubled before each further one.
        max_redirects: Redirects followed in one try.
        pages: A web page may come: what is refused in place of a list is what a news site serves.
    """

    max_bytes: int = 512 * MIB
    total_seconds: float = 600.0
    stall_seconds: float = 30.0
    tries: int = 4
    backoff_seconds: float = 2.0
    max_redirects: int = 5
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of the bytes we hold, to ask whether they still hold (RFC 9110, section 8.8).

    Attributes:
        etag: `ETag` as sent; empty for none.
        last_modified: `Last-Modified` as sent; empty for none.
        url: Address that sent them (`Fetched.final_url`). They are shown to no other resource: after a
            move, an older file elsewhere would pass for "not modified". Empty: the address asked for.
    """

    etag: str = ""
    last_modified: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A download that went well, or the server's word that nothing changed.

    Attributes:
        url: Address asked for.
        final_url: Address that answered. After a redirect it has no query: a presigned query is a
            credential that expires, and must reach neither a log nor a second request.
        status: HTTP status, 200 or 304.
        content: The bytes as published, any transfer compression undone; empty when not modified.
        sha256: Their hash in hexadecimal digits; empty when not modified.
        etag: `ETag` as sent; empty for none.
        last_modified: `Last-Modified` as sent; empty for none.
        tries: Requests that it took, redirects not counted.
        length_stated: The server told the length beforehand, so that a cut-off would have been seen.
        media_type: `Content-Type` as sent; empty for none.
    """

    url: str
    final_url: str
    status: int
    content: bytes
    sha256: str
    etag: str = ""
    last_modified: str = ""
    tries: int = 1
    length_stated: bool = True
    media_type: str = ""

    @property
    def not_modified(self) -> bool:
        """The server said that the bytes we hold are still the ones."""
        return self.status == 304


class DownloadError(FetchError):
    """A download failed, with what is known of how far it came.

    Attributes:
        status: HTTP status of the last answer; 0 when none came.
        final_url: Address of the last request, without a redirect's query.
        size: Bytes received of the body that failed.
        tries: Requests made, redirects not counted.
    """

    def __init__(self, url: str, trouble: Trouble, tries: int) -> None:
        self.status = trouble.status
        self.final_url = trouble.final_url or url
        self.size = trouble.size
        self.tries = tries
        super().__init__(url, f"{trouble.reason} (after {tries} tries)" if tries > 1 else trouble.reason)


@dataclass(eq=False)
class Trouble(Exception):  # noqa: N818  internal: becomes a DownloadError
    """Why one try failed.

    Attributes:
        reason: What happened and what to do, without a full stop.
        passing: A further try may help.
        status: HTTP status; 0 when none came.
        final_url: Address of the request.
        size: Bytes received of the body.
        wait: Seconds that the server asked us to wait.
    """

    reason: str
    passing: bool = False
    status: int = 0
    final_url: str = ""
    size: int = 0
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment, on the monotonic clock, at which a download must be over."""

    end: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """Return the deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left(self) -> float:
        """Seconds left; negative when it has passed."""
        return self.end - time.monotonic()
