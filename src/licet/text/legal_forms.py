"""Legal forms as symbols: `corp`, `corporation` and `incorporated` are one; they weigh little.

The table `data/legal_forms.tsv` is our own; spellings are in the form that `normalise` gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from licet.text.sound import scan_key
from licet.text.tables import rows

GLUED = (
    *("corporation", "incorporated", "company", "limited", "international", "general"),
    *("gmbh", "corp", "dmcc", "fzco", "sarl", "inc", "jsc", "llc", "ltd", "plc", "pte", "pvt", "fzc", "fze"),
)
"""Legal forms and words of trade that no other word ends in: known when the space before them is lost."""
GLUED_HEADS = (
    "aktsionernoe",
    "aktsionernoye",
    "obshchestvo",
    "kompaniya",
    "company",
    "limited",
    "ojsc",
    "pjsc",
)
"""Words of legal forms that no other word begins with."""
SURE_FORM = 7
"""Letters from which an ending leaves a shorter name: "sudlimited"."""
LEAST_STEM = 4
"""Letters that must be left for a name: "zinc" and "unlimited" are words."""


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


def token_of(symbol: str) -> str:
    """Return the token of a symbol: `=LTD`, and a word of trade where the symbol is one (`nii`)."""
    return symbol if symbol.islower() else f"={symbol}"


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
    return scanned_words().get(scan_key(word), word)


@cache
def scanned_words() -> dict[str, str]:
    """Return the longer words of legal forms by what a scanner makes of them ("cornpany", "pj5c")."""
    short = {
        words[0] for words in spellings() if len(words) == 1 and words[0].isascii() and len(words[0]) == 4
    }
    found = {scan_key(word): word for word in sorted(short) if word.isalpha()}
    return found | {scan_key(word): word for word in sorted(set(mended_words().values()))}


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


def is_form_word(word: str) -> bool:
    """Say whether a word is one of those that legal forms are made of."""
    return word in form_words()


@cache
def form_words() -> frozenset[str]:
    """Return the words that legal forms are made of, in Latin letters."""
    return frozenset(word for spelling in spellings() for word in spelling if word.isascii())


def cut_glued(word: str) -> tuple[str, ...]:
    """Set off a legal form written on to a name: `nabahltd` is `nabah` and `ltd`; others stay whole."""
    if len(word) < LEAST_STEM + 3 or not word.isascii() or (word,) in spellings():
        return (word,)
    for ending in GLUED:
        stem = LEAST_STEM if len(ending) < SURE_FORM else LEAST_STEM - 1
        if word.endswith(ending) and len(word) >= stem + len(ending):
            return word.removesuffix(ending), ending
    for head in GLUED_HEADS:
        if word.startswith(head) and len(word) >= LEAST_STEM + len(head):
            return head, word.removeprefix(head)
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
