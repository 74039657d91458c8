"""Keeps names fit for matching: of bounded length, and without the escapes of a web page."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from licet.model import Listing, Name, Problem, Severity

LONGEST_NAME = 1000
"""Characters. The longest real name has 381; one of a megabyte would hold up all matching."""

_ESCAPE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


def readable(items: Iterator[Listing | Problem]) -> Iterator[Listing | Problem]:
    """Pass everything on, names repaired, each repair told after its listing.

    A longer name is cut, with a FIELD problem `long_name`, and its whole text goes to the details; HTML
    escapes (`&amp;`) are resolved, with a NOTE `escaped_name`.
    """
    for item in items:
        if isinstance(item, Listing) and any(_is_odd(name.text) for name in item.names):
            yield from _repaired(item)
        else:
            yield item


def _is_odd(text: str) -> bool:
    return len(text) > LONGEST_NAME or ("&" in text and _ESCAPE.search(text) is not None)


def _repaired(listing: Listing) -> Iterator[Listing | Problem]:
    names: dict[Name, None] = {}
    whole: list[str] = []
    problems: list[Problem] = []
    for name in listing.names:
        text = name.text
        if _ESCAPE.search(text):
            text = _ESCAPE.sub(lambda found: html.unescape(found[0]), text).replace("\0", "\ufffd").strip()
            message = "the name holds HTML escapes; they were resolved"
            problems.append(
                Problem("escaped_name", listing.entity_id, message, name.text[:500], Severity.NOTE)
            )
        if len(text) > LONGEST_NAME:
            whole.append(name.text)
            message = (
                f"a name has {len(text):,} characters; cut to {LONGEST_NAME:,}, the whole is in the details"
            )
            problems.append(Problem("long_name", listing.entity_id, message, name.text[:500]))
            text = text[:LONGEST_NAME].rstrip()
        names[replace(name, text=text or name.text)] = None
    details = dict(listing.details)
    if whole:
        details["long_names"] = " | ".join(whole)
    yield replace(listing, names=tuple(names), details=tuple(sorted(details.items())))
    yield from problems
