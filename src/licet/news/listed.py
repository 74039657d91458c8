"""Word lists written as running text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that white space separates."""
    return frozenset(text.split())
