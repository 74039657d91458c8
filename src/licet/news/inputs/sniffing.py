"""What an input is: by its first bytes, else by what the server or the file name calls it."""

from __future__ import annotations

import re

from licet.news.inputs.gathered import InputKind, Raw

_HEAD = 8192
_ROOT = re.compile(
    # Each alternative begins with another sign, so that no text makes this slow.
    r"\A(?:[\s\ufeff]|<!--.{0,4000}?-->|<\?[^>]{0,500}\?>|<!doctype\s[^>\[]{0,300}(?:\[.{0,4000}?\]\s{0,9})?>)*+"
    r"<([a-z][\w.:-]{0,40})",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf"), InputKind.FEED),
    **dict.fromkeys(("urlset", "sitemapindex"), InputKind.SITEMAP),
    **dict.fromkeys(("html", "head", "body", "article", "main", "div", "p", "section"), InputKind.HTML),
}
# An array is none that is read, but to call it a text would make one story of many.
_JSON = re.compile(r"[\ufeff \t\r\n]*(?:\{|\[\s*\{\s*\")")
_HEADER = re.compile(r"[!-9;-~]{1,60}:[ \t]?[^\n]*\n(?:[ \t][^\n]*\n)*")
_MAIL = re.compile(
    r"^(?:from|date|received|message-id|mime-version|return-path):", re.IGNORECASE | re.MULTILINE
)
_TYPES = {
    "text/html": InputKind.HTML,
    "application/xhtml+xml": InputKind.HTML,
    "application/rss+xml": InputKind.FEED,
    "application/atom+xml": InputKind.FEED,
    "application/rdf+xml": InputKind.FEED,
    "application/x-ndjson": InputKind.JSONL,
    "application/jsonl": InputKind.JSONL,
    "message/rfc822": InputKind.EMAIL,
    "text/plain": InputKind.TEXT,
}
_SUFFIXES = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), InputKind.HTML),
    **dict.fromkeys((".rss", ".atom"), InputKind.FEED),
    **dict.fromkeys((".jsonl", ".ndjson"), InputKind.JSONL),
    **dict.fromkeys((".eml",), InputKind.EMAIL),
}


def kind_of(raw: Raw) -> InputKind | None:
    """Tell what an input is; None for XML that is no feed, sitemap or page."""
    head = _text(raw.content[:_HEAD])
    suffix = raw.name.lower().removesuffix(".gz").rpartition(".")[1:]
    named = _SUFFIXES.get("".join(suffix)) or _TYPES.get(raw.media_type.partition(";")[0].strip().lower())
    if root := _ROOT.match(head):
        found = _ROOTS.get(root[1].lower().removesuffix(":rdf"))
        if found:
            return found
        if named is None and head.lstrip("\ufeff \t\r\n").startswith("<?xml"):
            return None
        return named or InputKind.HTML
    if named is not None and named is not InputKind.TEXT:
        return named
    if _JSON.match(head):
        return InputKind.JSONL
    return InputKind.EMAIL if _is_mail(head) else InputKind.TEXT


def _text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def _is_mail(head: str) -> bool:
    """Tell a mail by its header: several fields in a row, two of them such as every mail has."""
    lines = head.replace("\r\n", "\n").lstrip("\n")
    at = 0
    while field := _HEADER.match(lines, at):
        at = field.end()
    return len(_MAIL.findall(lines[:at])) >= 2
