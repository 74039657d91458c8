"""Texts as a database takes them."""

from __future__ import annotations


def storable(text: str) -> str:
    """Make visible what no database takes as text: NUL, and halves of characters."""
    return text.replace("\0", "\N{SYMBOL FOR NULL}").encode("utf-8", "backslashreplace").decode()
