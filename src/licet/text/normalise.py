"""One spelling for what is written in many ways: case, width, accents, apostrophes, punctuation.

Rules, in this order: NFKC (full-width and ligatures), case folding, zero-width and control characters
out, apostrophes out (`Qa'ida` is `qaida`), dotted letters joined (`S.p.A.` is `spa`), `&` is `and`,
every other mark of punctuation a space (`AL-QAHTANI` is `al qahtani`).
"""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’‘ʼʻ`´ʹ′ʿʾ"
"""Taken out of words: `Qa'ida` is `qaida`."""
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")
_SLASHED = re.compile(r"(?<![^\W_])([a-z])/([a-z])(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")
PAIRS = frozenset(
    [
        "ag",
        "as",
        "bv",
        "ca",
        "co",
        "cv",
        "dr",
        "eu",
        "kg",
        "nv",
        "sa",
        "sc",
        "sl",
        "st",
        "uk",
        "un",
        "us",
    ]
)
"""Dotted pairs that are one word; other pairs are two initials (`A.B. Ivanov`)."""
_HALF = re.compile("[\ud800-\udfff]")
_STRIPPED = ("LATIN", "GREEK", "ARABIC", "HEBREW", "COMBINING")


SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa", "Đ": "Dj"}
)
"""Letters with marks as German, the Nordic languages and Serbian spell them out where marks are wanting."""


def spelt_out(text: str) -> str:
    """Return a text with the letters spelt out that some languages write as two: `Müller` is `Mueller`."""
    return text.translate(SPELT_OUT)


def normalise(text: str) -> str:
    """Return the words of a text in one spelling, separated by single spaces; scripts are kept.

    Idempotent. Accents are taken off Latin and Greek letters, vowel points off Arabic and Hebrew ones;
    in scripts where a mark is part of the letter (Cyrillic, Devanagari, Thai) it stays.
    """
    if text.isascii():
        return _spaced(text.lower())
    wide = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(visible(letter) for letter in wide)
    return _spaced(strip_marks(unicodedata.normalize("NFKC", kept)))


def characters(text: str) -> str:
    """Return the text with U+FFFD for each half of a surrogate pair, which is no character.

    JSON can write such halves, and an argument of a command that is no UTF-8 is read as them.
    """
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def strip_marks(text: str) -> str:
    """Return the text with accents and vowel points off the letters of Latin, Greek, Arabic and Hebrew."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(bare(letter) for letter in text))


def visible(letter: str) -> str:
    """Return a character, a space for a control, nothing for what cannot be seen (zero-width, direction)."""
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""
    return " " if category == "Cc" else letter


def bare(letter: str) -> str:
    """Return a character of Latin, Greek, Arabic or Hebrew without its marks; others as they are."""
    if letter.isascii():
        return letter
    if unicodedata.name(letter, "").startswith(_STRIPPED):
        parts = unicodedata.normalize("NFD", letter)
        return "".join(part for part in parts if unicodedata.category(part) != "Mn")
    return letter


def _joined(found: re.Match[str]) -> str:
    letters = _WORD.findall(found.group())
    joined = "".join(letters)
    if len(letters) == 2 and joined not in PAIRS:
        return " ".join(letters) + " "
    return joined + " "


def _spaced(text: str) -> str:
    plain = _APOSTROPHE.sub("", text) if not text.isascii() or "'" in text or "`" in text else text
    if "." in plain:
        plain = _DOTTED.sub(_joined, plain)
    if "/" in plain:
        plain = _SLASHED.sub(r" \1\2 ", plain)
    if "&" in plain:
        plain = plain.replace("&", " and ")
    return " ".join(_WORD.findall(plain) if plain.isascii() else _words(plain))


def _words(text: str) -> list[str]:
    """Split on everything that is neither letter, digit nor a mark that belongs to a letter."""
    kept = (
        letter if letter.isalnum() or unicodedata.category(letter) in {"Mn", "Mc"} else " " for letter in text
    )
    return "".join(kept).split()
