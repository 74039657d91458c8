"""Titles, names and addresses as one clean line: what surrounds a story may hold anything."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

LONGEST = 500
MOST_URL = 2000
"""Bytes of the longest address that is followed or kept."""


def one_line(value: object) -> str:
    """Return a text on one line without control characters, cut at 500 characters; empty for no text."""
    if not isinstance(value, str):
        return ""
    kept = (
        " " if char.isspace() else char
        for char in value[: 4 * LONGEST]
        if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )
    return " ".join("".join(kept).split())[:LONGEST]


def web_address(value: object) -> str:
    """Return an http(s) address of at most 2,000 bytes, stripped; empty for anything else."""
    if not isinstance(value, str) or len(value.encode("utf-8", "replace")) > MOST_URL:
        return ""
    text = value.strip()
    if any(char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in text):
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    return text if parts.scheme.lower() in {"http", "https"} and host else ""


def host_of(url: str) -> str:
    """Return the host of an address without `www.`; empty for no address."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def headed(title: str, text: str) -> str:
    """Put the headline over a drawn-out text, so that it can be cited, unless the text begins with it."""
    text = text.strip()
    if not title or " ".join(text[: 4 * len(title)].split()).casefold().startswith(title.casefold()):
        return text
    return f"{title}\n\n{text}" if text else ""
