"""Country names as publishers and users write them, to ISO 3166-1 alpha-2.

The table `data/countries.tsv` is our own; codes follow ISO 3166-1 with the withdrawn codes that
birth places still need (SU, YU, CS, DD, AN) and XK for Kosovo.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from licet.text.tables import lines, spellings

_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\([^)]*\)?")
_APOSTROPHES = re.compile("['’ʼ‘`´.]")
_EMPTY_WORDS = frozenset({"the", "of", "and", "d"})
"""Words that tell no two countries apart; dropping them lets "Korea, Republic of the" be read."""
_LETTERS = re.compile(r"[A-Za-z]{2,3}")


def country_code(text: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of a country named in words or by code.

    Reads names in any word order and case, alpha-2 and alpha-3 codes, demonyms, and a name followed
    by an aside ("Germany (in prison)"). Several countries in one text are not guessed at.

    Args:
        text: Such as `Korea, North`, `Iran (Islamic Republic of)`, `deu`.

    Returns:
        The code, or an empty string when the text names no country that is known.
    """
    given = text.strip()
    codes, names = _tables()
    if _LETTERS.fullmatch(given) and given.upper() in codes:
        return codes[given.upper()]
    found = names.get(_key(given), "")
    if not found and "(" in given:
        found = names.get(_key(_ASIDE.sub(" ", given)), "")
    return found


@lru_cache(maxsize=20_000)
def may_name(word: str) -> bool:
    """Tell whether a word can stand in what `country_code` takes for a country."""
    return _vocabulary().issuperset(_key(word).split())


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for name in _tables()[1] for word in name.split())


def country_name(code: str) -> str:
    """Return the name to show for an alpha-2 code; the code itself when it is unknown."""
    return _shown().get(code.upper(), code)


def _key(text: str) -> str:
    """Bag of words: no accents, case, order or empty words."""
    if text.isascii() and text.isalpha():
        return _plain_word(text.casefold())
    bare = _APOSTROPHES.sub("", text).casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join([letter for letter in plain if not unicodedata.combining(letter)])
    return " ".join(sorted(set(map(_plain_word, _WORD.findall(bare))) - {""}))


def _plain_word(word: str) -> str:
    """Return a word as names are compared by; nothing for an empty one."""
    if word in _EMPTY_WORDS:
        return ""
    return "saint" if word == "st" else word


@cache
def _rows() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    table = lines("licet.text", "data/countries.tsv")
    return tuple((alpha2, alpha3, name, tuple(spellings(others))) for alpha2, alpha3, name, others in table)


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for alpha2, alpha3, name, others in _rows():
        codes[alpha2] = codes[alpha3] = alpha2
        for spelling in (name, *others):
            names.setdefault(_key(spelling), alpha2)
    return codes, names


@cache
def _shown() -> dict[str, str]:
    return {alpha2: name for alpha2, _, name, _ in _rows()}
