"""Keys under which spellings that sound or look alike are equal.

For the ear: the consonants for longer tokens (`mohammed`, `muhammad`, `mohamed`); the same coarser, as
German, French, Polish and English spell Slavic names (`prigoschin`, `prigozhin`; `jewgenij`, `yevgeniy`); and
for short tokens a spelling with silent letters out (`jon`, `john`; `ann`, `anne`), because three consonants
say too little there. For the eye: what a scanner takes for one another (`pav1ov`, `pavlov`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from licet.text.romanisation import respelt

_VOWELS = frozenset("aeiouy")
_DIGRAPHS = (
    ("tsch", "c"),
    ("sch", "x"),
    ("tch", "c"),
    ("shch", "x"),
    ("ch", "c"),
    ("sh", "x"),
    ("ph", "f"),
    ("kh", "h"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
)
_PATTERN = re.compile("|".join(sorted((item for item, _ in _DIGRAPHS), key=len, reverse=True)))
_SOUNDS = dict(_DIGRAPHS)
_LETTERS = str.maketrans({"q": "k", "w": "v", "z": "s"})
_SOFT_C = re.compile("c(?=[eiy])")
_HISSING = re.compile("shch|tsch|dsch|stsch|sch|tch|dzh|ch|sh|zh|dj|cz|sz|rz")
_SLAVIC_VOWELS = frozenset("aeiouyj")
_SLAVIC_LETTERS = str.maketrans({"q": "k", "w": "v", "c": "k", "g": "h"})
_MISREAD = "0158"
_SCANNED = str.maketrans({"0": "o", "5": "s", "8": "b", "1": "l"})
_THIN = str.maketrans({"i": "l"})
_SHORT_SILENT = re.compile("(?<=[aeiou])h(?=[^aeiou]|$)")
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=262144)
def consonant_key(token: str) -> str:
    """Return the consonants of a token as sounds; empty when fewer than three of them carry it.

    A leading vowel counts as one sound, whichever it is. Tokens below four letters, with digits or in
    another script than Latin have no key.
    """
    if len(token) < 4 or not token.isascii() or not token.isalpha() or not token.islower():
        return ""
    # "c" stands for the sound of "ch" once digraphs are read, so a bare "c" is settled first.
    plain = _PATTERN.sub(lambda found: _SOUNDS[found.group()].upper(), token)
    plain = _SOFT_C.sub("s", plain).replace("c", "k").replace("x", "ks").lower().translate(_LETTERS)
    key = "A" if plain[0] in _VOWELS else ""
    last = ""
    for place, letter in enumerate(plain):
        if letter in _VOWELS:
            last = ""
            continue
        silent = letter == "h" and place + 1 == len(plain)
        if letter != last and not silent:
            key += letter
        last = letter
    return key if len(key) >= 3 else ""


@lru_cache(maxsize=262144)
def slavic_key(token: str) -> str:
    """Return the consonants of a token `respelt`, with all hissing sounds as one and `j` as a vowel.

    `sch`, `shch`, `tsch`, `ch`, `sh`, `zh`, `dzh`, `dj`, `tch`, `cz`, `sz`, `rz` are one sound, as are `w`,
    `v`; `ks`, `x`; `g`, `h` (Ukrainian, Belarusian). A double consonant counts once. Empty for fewer than
    three sounds, tokens of fewer than five letters, with digits or in another script than Latin.
    """
    if len(token) < 5 or not token.isascii() or not token.isalpha() or not token.islower():
        return ""
    plain = _HISSING.sub("S", respelt(token)).replace("kh", "h").replace("x", "ks").translate(_SLAVIC_LETTERS)
    key = "A" if plain[0] in _SLAVIC_VOWELS else ""
    last = ""
    for letter in plain:
        if letter in _SLAVIC_VOWELS:
            last = ""
            continue
        if letter != last:
            key += letter
        last = letter
    return key if len(key) >= 3 else ""


@lru_cache(maxsize=262144)
def scan_key(token: str) -> str:
    """Return a token as a scanner may have read it: `pav1ov` and `pavlov`, `salirn` and `salim` share it.

    `0` is o, `5` is s, `8` is b, `1`, `l` and `i` are one letter, `rn` is m, `cl` is d, `vv` is w. Empty for
    tokens below four characters, in another script than Latin, of more than one digit in three characters, or
    with a digit that looks like no letter.
    """
    if len(token) < 4 or not token.isascii() or not token.isalnum() or not token.islower():
        return ""
    if 3 * sum(letter in _MISREAD for letter in token) > len(token):
        return ""
    plain = token.translate(_SCANNED).replace("rn", "m").replace("cl", "d").replace("vv", "w")
    plain = plain.translate(_THIN)
    return "" if any(letter.isdigit() for letter in plain) else plain


@lru_cache(maxsize=65536)
def short_key(token: str) -> str:
    """Return a token of three to five letters with silent letters out; empty for other tokens.

    Out go an `h` after a vowel or between consonants, one of two doubled letters and an `e` at the end.
    """
    if not 3 <= len(token) <= 5 or not token.isascii() or not token.isalpha() or not token.islower():
        return ""
    plain = _DOUBLED.sub(r"\1", _SHORT_SILENT.sub("", token))
    if len(plain) > 2 and plain.endswith("e"):
        plain = plain[:-1]
    return plain if len(plain) >= 2 else ""
