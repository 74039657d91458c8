"""Reads a response's body: limits, stated length, transfer compression, and pages sent in place of data."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from licet.fetch.contract import MIB, Limits, Trouble

DECODED_AT_ONCE = MIB
HTML = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def limited(chunks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    """Hand chunks on until they exceed the limit.

    Raises:
        Trouble: More than `limits.max_bytes` came.
    """
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limits.max_bytes:
            raise Trouble(too_large(limits), size=size)
        yield chunk


def too_large(limits: Limits) -> str:
    """Return the sentence for a file above the limit; that of a page is no setting."""
    limit = f"it is larger than the limit of {limits.max_bytes / MIB:,.1f} MiB"
    return limit if limits.pages else f"{limit}; if that is right, raise the setting fetch_max_bytes"


def decoded(chunks: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Undo a `Content-Encoding` (RFC 9110, section 8.4).

    Raises:
        Trouble: The encoding is one that we did not offer, or the compressed bytes are damaged or cut off.
    """
    coding = encoding.strip().lower()
    if coding in {"", "identity"}:
        yield from chunks
    elif coding in {"gzip", "x-gzip"}:
        yield from _gunzip(chunks)
    else:
        reason = f"the server compressed it as {encoding!r}, which was not offered"
        raise Trouble(reason)


def _gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress in bounded pieces: a small bomb must not fill the memory before the limit sees it."""
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    begun = False
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpack.eof:
                unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
            begun = True
            try:
                yield unpack.decompress(rest, DECODED_AT_ONCE)
            except zlib.error as error:
                reason = f"its compression is damaged ({error})"
                raise Trouble(reason, passing=True) from error
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if begun and not unpack.eof:
        raise Trouble("it was cut off: its compression has no end", passing=True)


def check_content(content: bytes, *, pages: bool = False) -> None:
    """Refuse what is no data: nothing at all, or a page for people.

    Args:
        content: The body.
        pages: A page for people is what was wanted.

    Raises:
        Trouble: The body is empty, or HTML that was not wanted.
    """
    if not content.strip():
        raise Trouble(
            "the server answered 200 with an empty file; the publisher may have moved it: look for its new "
            "address on the publisher's site",
        )
    if not pages and HTML.match(content[:4096]):
        raise Trouble(
            "the server answered 200 with a web page instead of data (an error, a log-in or a captcha page); "
            "open the address in a browser to see what it says",
        )
