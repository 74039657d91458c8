"""Whether a subject holds anything that can be compared: what was not compared must never read as no hit."""

from __future__ import annotations

import re
import unicodedata

from licet.model import Subject
from licet.text.checksums import normalise_identifier

_READ = re.compile(
    "[0-9A-Za-z"
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"  # Latin
    "\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9"  # Greek
    "\u0410-\u044f"  # Cyrillic
    "\u05d0-\u05ea"  # Hebrew
    "\u0628-\u0639\u0641-\u0648"  # Arabic
    "\u3042-\u3093\u30a2-\u30f3\u4e00-\u9fa5\uac00-\ud7a3"  # kana, Han, Hangul
    "]"
)
"""Letters that are always read: a name with one of them needs no closer look."""


def comparable(name: str) -> bool:
    """Say whether a name holds a letter or digit that the matcher reads.

    An emoji does not count, though its own name in Unicode has letters: nobody is called "grinning".
    """
    if _READ.search(name):
        return True
    if not any(letter.isalnum() for letter in unicodedata.normalize("NFKC", name)):
        return False
    from licet.text.tokens import name_forms  # noqa: PLC0415  few names need it

    return bool(name_forms(name))


def not_compared(subject: Subject) -> tuple[str, ...]:
    """Return the names and identifiers of a subject that hold nothing to compare, in words."""
    names = tuple(f"name {text!r}" for text in subject.names if not comparable(text))
    numbers = tuple(
        f"{item.kind} {item.value!r}"
        for item in subject.identifiers
        if not normalise_identifier(item.kind, item.value)
    )
    return names + numbers


def is_comparable(subject: Subject) -> bool:
    """Say whether anything of a subject can find a listed party: a name, an identifier or an address."""
    if len(not_compared(subject)) < len(subject.names) + len(subject.identifiers):
        return True
    if not subject.addresses:
        return False
    from licet.match.rows import address_forms  # noqa: PLC0415  few subjects need it

    return any(address_forms(address.text) for address in subject.addresses)


def told(empty: tuple[str, ...]) -> str:
    """Return what `not_compared` found as a sentence without its full stop."""
    return f"{', '.join(empty)}: no letter or digit that can be compared"
