"""Patterns of ECCNs, as the rulebook writes them: `?` one character, `*` any, `[A-E]` one of these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import lru_cache

EAR99 = "EAR99"


def tidy(eccn: str) -> str:
    """Return an ECCN as the patterns write it: capital letters up to the fifth, small ones behind."""
    text = "".join(eccn.split())
    return EAR99 if text.upper() == EAR99 else text[:5].upper() + text[5:].lower()


def is_listed(eccn: str) -> bool | None:
    """Tell whether it is on the control list (not EAR99); None when no ECCN is stated."""
    return tidy(eccn) != EAR99 if eccn.strip() else None


def fits(eccn: str, patterns: Iterable[str]) -> bool | None:
    """Tell whether an ECCN fits one of some patterns; None when that hangs on an ECCN that is not stated.

    EAR99 fits only the pattern `*`: it is no number of the control list. `5A002` alone may be any of its
    paragraphs, so it is unknown for a pattern of one paragraph.
    """
    return _fits(eccn, tuple(patterns))


@lru_cache(maxsize=8192)
def _fits(eccn: str, wanted: tuple[str, ...]) -> bool | None:
    if "*" in wanted:
        return True
    if not eccn.strip():
        return None
    text = tidy(eccn)
    if text == EAR99:
        return False
    if any(_compiled(item).fullmatch(text) for item in wanted):
        return True
    if "." not in text and any("." in item and _heads(item, text) for item in wanted):
        return None
    return False


def _heads(pattern: str, eccn: str) -> bool:
    head = pattern.partition(".")[0]
    return head != "*" and _compiled(head).fullmatch(eccn) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))
