"""Legal forms as symbols: `corp`, `corporation` and `incorporated` are one; they weigh little.

The table `data/legal_forms.tsv` is our own; spellings are in the form that `normalise` gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from licet.text.tables import rows

GLUED = ("corporation", "company", "limited", "gmbh", "corp", "inc", "llc", "ltd")
"""Legal forms that no other word ends in, so that they are known when the space before them is lost."""
GLUED_LETTERS = frozenset(ending[-1] for ending in GLUED)
LEAST_STEM = 4
"""Letters that must be left for a name: "zinc" and "unlimited" are words."""
LONG_FORM = 6
"""Letters of a legal form that is known although split."""


@cache
def _tables() -> tuple[dict[tuple[str, ...], str], int, tuple[tuple[str, str], ...]]:
    """Spelling as words to symbol, most words in a spelling, and endings of unspaced scripts."""
    spellings: dict[tuple[str, ...], str] = {}
    endings: list[tuple[str, str]] = []
    for symbol, _, texts in rows("legal_forms.tsv"):
        for text in texts:
            spellings[tuple(text.split())] = symbol
            if symbol.startswith(("HAN", "HANGUL")) and not text.isascii():
                endings.append((text, symbol))
    longest = max(len(words) for words in spellings)
    return spellings, longest, tuple(sorted(endings, key=lambda item: (-len(item[0]), item[0])))


def spellings() -> dict[tuple[str, ...], str]:
    """Return the spellings of legal forms as words, each with its symbol."""
    return _tables()[0]


def endings() -> tuple[tuple[str, str], ...]:
    """Return the legal forms of unspaced scripts with their symbols, in the order in which they are tried."""
    return _tables()[2]


@cache
def _ending_letters() -> tuple[frozenset[str], frozenset[str]]:
    """First and last letters of the endings of unspaced scripts."""
    texts = [text for text, _ in endings()]
    return frozenset(text[0] for text in texts), frozenset(text[-1] for text in texts)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _tables()[0])


@cache
def mended_words() -> dict[str, str]:
    """Return what is left of a long word of a legal form when one letter is taken out, to the word."""
    words = {word for spelling in _tables()[0] for word in spelling if word.isascii() and len(word) >= 5}
    found: dict[str, str] = {}
    for word in sorted(words):
        for left in _shortened(word):
            found.setdefault(left, word)
    return found


@cache
def _longest_mended() -> int:
    return max(map(len, mended_words().values()))


def _shortened(word: str) -> list[str]:
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


@lru_cache(maxsize=65536)
def mend(word: str) -> str:
    """Return the word of a legal form that a word misspells by one letter, else the word.

    "Limted" and "jonit stock company" would else hold rare words that no listed name has. Short words
    are mended too: they count only as part of a legal form of several words.
    """
    if len(word) < 4 or not word.isascii() or word in _first_words():
        return word
    mended, longest = mended_words(), _longest_mended()
    if len(word) > longest + 1:
        # No form is that long: and the ways to leave one letter out grow with the square of a word.
        return word
    for left in _shortened(word):
        found = mended.get(left)
        if found and abs(len(found) - len(word)) <= 1:
            return found
    return word


def begins_legal_form(word: str) -> bool:
    """Say whether any legal form begins with this word."""
    return word in _first_words()


def legal_form(words: Sequence[str], start: int) -> tuple[str, int]:
    """Return the symbol of the longest legal form at `words[start:]` and how many words it takes.

    Returns:
        `("", 0)` when none begins there.
    """
    if words[start] not in _first_words():
        return "", 0
    spellings, longest, _ = _tables()
    for size in range(min(longest, len(words) - start), 0, -1):
        symbol = spellings.get(tuple(words[start : start + size]))
        if symbol:
            return symbol, size
    return "", 0


def split_form(words: Sequence[str], start: int) -> tuple[str, int]:
    """Return the symbol of a legal form of one long word that is split in two at `words[start:]`, and 2.

    Returns:
        `("", 0)` when there is none: "limi ted" is one, "co op" is too short to tell.
    """
    if start + 1 >= len(words):
        return "", 0
    joined = words[start] + words[start + 1]
    symbol = spellings().get((joined,), "") if len(joined) >= LONG_FORM and joined.isascii() else ""
    return (symbol, 2) if symbol else ("", 0)


def cut_glued(word: str) -> tuple[str, ...]:
    """Set off a legal form written on to a name: `nabahltd` is `nabah` and `ltd`; others stay whole."""
    if len(word) < LEAST_STEM + 3 or word[-1] not in GLUED_LETTERS or not word.isascii():
        return (word,)
    for ending in GLUED:
        if word.endswith(ending) and len(word) >= LEAST_STEM + len(ending) and (word,) not in spellings():
            return word.removesuffix(ending), ending
    return (word,)


def split_ending(word: str) -> tuple[str, str, str]:
    """Set a legal form off at the begin or end of an unspaced word (Han, Hangul).

    Returns:
        (rest, form as written, symbol); form and symbol are empty when there is none.
    """
    begins, ends = _ending_letters()
    if not word or (word[0] not in begins and word[-1] not in ends):
        return word, "", ""
    for text, symbol in endings():
        if len(word) > len(text) and word.endswith(text):
            return word.removesuffix(text), text, symbol
        if len(word) > len(text) and word.startswith(text):
            return word.removeprefix(text), text, symbol
    return word, "", ""
