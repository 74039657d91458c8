"""Bytes to stories, whatever the bytes are."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from importlib import import_module

from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import MIB, MOST_BYTES, Gathered, InputKind, Raw
from licet.news.inputs.sniffing import kind_of

_GZIP = b"\x1f\x8b"
_READERS = {
    InputKind.TEXT: "plain:read_plain",
    InputKind.HTML: "pages:read_page",
    InputKind.FEED: "feeds:read_feed",
    InputKind.SITEMAP: "sitemaps:read_sitemap",
    InputKind.JSONL: "jsonlines:read_jsonl",
    InputKind.EMAIL: "mail:read_mail",
}


def read_input(raw: Raw) -> Gathered:
    """Read what stories there are in some bytes.

    Gzip is undone. What cannot be read is told as a problem with severity `fatal`; nothing raises.

    Args:
        raw: The bytes, with what is known of them; at most 64 MiB after decompression.
    """
    where = raw.name or raw.url or "input"
    content = _unpacked(raw.content)
    if isinstance(content, str):
        return _refused("bad_gzip", where, content)
    if len(content) > MOST_BYTES:
        return _refused("too_large", where, f"It is larger than the limit of {MOST_BYTES // MIB} MiB.")
    plain = raw._replace(content=content, name=raw.name.removesuffix(".gz"))
    kind = kind_of(plain)
    if kind is None:
        return _refused("unknown_xml", where, "It is XML, but no feed, sitemap or web page.")
    return _reader(kind)(plain)


def _reader(kind: InputKind) -> Callable[[Raw], Gathered]:
    """Return the reader of a kind; its module is loaded when first used."""
    module, _, name = _READERS[kind].partition(":")
    found: Callable[[Raw], Gathered] = getattr(import_module(f"licet.news.inputs.{module}"), name)
    return found


def _unpacked(content: bytes) -> bytes | str:
    """Undo gzip, never beyond the limit; a sentence where it is damaged."""
    if not content.startswith(_GZIP):
        return content
    plain, left = b"", content
    while left.startswith(_GZIP) and len(plain) <= MOST_BYTES:  # a file may have several members (RFC 1952)
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            plain += unpack.decompress(left, MOST_BYTES + 1 - len(plain))
        except zlib.error as error:
            return f"Its gzip compression is damaged ({error}). Fetch it again."
        if not unpack.eof and len(plain) <= MOST_BYTES:
            return "It is cut off: its gzip compression has no end. Fetch it again."
        left = unpack.unused_data
    return plain


def _refused(code: str, where: str, message: str) -> Gathered:
    return Gathered(None, problems=(Problem(code, where, message, severity=Severity.FATAL),))
