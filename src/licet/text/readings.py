"""Words of Hebrew and Devanagari in Latin letters: known ones by tables, others letter by letter.

Hebrew: `b`, `k`, `p` are hard at the head of a word and soft elsewhere; waw and yod between consonants are
`u` and `i`, a final he is `a`; a geresh behind gimel, zayin and tsadi makes them `j`, `zh`, `ch`. Short
vowels are not written and not read.

Devanagari: a consonant without a sign holds an `a`. It is silent at the end of a word, unless two consonants
meet before it, and, from the right, where a vowel and one consonant stand before it, one consonant and a
vowel behind it: `rahul`, `arvind`, `narendra`.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category, normalize

from anyascii import anyascii

from licet.text.normalise import APOSTROPHES, strip_marks
from licet.text.scripts import script_of
from licet.text.tables import rows

GERESH = APOSTROPHES + "׳"
_HEBREW_WORD = re.compile(f"[\\w{GERESH}]+")
_LETTERS = (
    *(
        "",
        "v",
        "g",
        "d",
        "h",
        "u",
        "z",
        "h",
        "t",
        "i",
        "kh",
        "kh",
        "l",
        "m",
        "m",
        "n",
        "n",
        "s",
        "",
        "f",
        "f",
    ),
    *("ts", "ts", "k", "r", "sh", "t"),
)
_HEBREW = {chr(0x5D0 + place): read for place, read in enumerate(_LETTERS)}
_AT_HEAD = {"א": "a", "ע": "a", "ב": "b", "כ": "k", "פ": "p", "ו": "v", "י": "y"}
_WITH_GERESH = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch"}
_VOWEL_LETTERS = frozenset("וי")

_FIRST_VOWEL, _FIRST_CONSONANT, _FIRST_SIGN = 0x905, 0x915, 0x93E
_VOWELS = ("a", "a", "i", "i", "u", "u", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au")
_CONSONANTS = (
    *(
        "k",
        "kh",
        "g",
        "gh",
        "n",
        "ch",
        "chh",
        "j",
        "jh",
        "n",
        "t",
        "th",
        "d",
        "dh",
        "n",
        "t",
        "th",
        "d",
        "dh",
    ),
    *("n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh", "s", "h"),
)
_SIGNS = ("a", "i", "i", "u", "u", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au", "")
"""From U+093E on; the last is the virama, which takes the vowel away."""
_NUKTA, _NASAL = "\u093c", frozenset("\u0901\u0902")
_WITH_NUKTA = {"kh": "kh", "g": "gh", "j": "z", "d": "r", "dh": "rh", "ph": "f"}
_INHERENT = "a"


@cache
def read_words() -> dict[str, str]:
    """Return known words of Hebrew and Devanagari as `key_of` spells them, each with its reading."""
    found: dict[str, str] = {}
    for table in ("hebrew_names.tsv", "spellings.tsv", "given_names.tsv"):
        for name, _, spellings in rows(table):
            for spelling in spellings:
                if script_of(spelling[0]) in {"Hebr", "Deva"}:
                    found.setdefault(key_of(spelling), name)
    return found


def key_of(word: str) -> str:
    """Return a word as the table of known words has it: without points and gereshes."""
    plain = strip_marks(normalize("NFKC", word))
    return "".join(letter for letter in plain if letter not in GERESH)


def read_hebrew(run: str) -> str:
    """Return a run of Hebrew in Latin letters, word by word."""
    kept = "".join(letter for letter in run if category(letter) not in {"Mn", "Cf"})
    known = read_words()
    words = (known.get(key_of(word)) or _hebrew_word(word) for word in _HEBREW_WORD.findall(kept))
    return f" {' '.join(words)} "


def _hebrew_word(word: str) -> str:
    found: list[str] = []
    place = 0
    while place < len(word):
        letter, behind = word[place], word[place + 1 : place + 2]
        place += 1
        if letter in GERESH:
            continue
        if behind and behind in GERESH and letter in _WITH_GERESH:
            found.append(_WITH_GERESH[letter])
        elif letter == "ו" == behind:
            found.append("v")
            place += 1
        elif not found and letter in _AT_HEAD and not (letter in "אע" and behind in _VOWEL_LETTERS):
            found.append(_AT_HEAD[letter])
        elif letter == "ה" and place == len(word):
            found.append("a")
        else:
            found.append(_HEBREW[letter] if letter in _HEBREW else anyascii(letter).lower())
    return "".join(found)


def read_devanagari(run: str) -> str:
    """Return a run of Devanagari in Latin letters, word by word; anyascii reads what is no letter of it."""
    known = read_words()
    return f" {' '.join(known.get(word) or _devanagari_word(word) for word in _devanagari_words(run))} "


def _devanagari_words(run: str) -> list[str]:
    kept = (
        letter if letter.isalnum() or category(letter) in {"Mn", "Mc"} else " "
        for letter in run
        if category(letter) != "Cf"
    )
    return "".join(kept).split()


class _Sounds:
    """A word as consonants and vowels; an inherent vowel may be silent."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.vowel: list[bool] = []
        self.inherent: list[bool] = []

    def add(self, text: str, *, vowel: bool, inherent: bool = False) -> None:
        self.texts.append(text)
        self.vowel.append(vowel)
        self.inherent.append(inherent)

    def drop(self, place: int) -> None:
        for held in (self.texts, self.vowel, self.inherent):
            del held[place]

    def silence(self) -> None:
        """Take out the inherent vowels that are not spoken."""
        last = len(self.texts) - 1
        if last >= 2 and self.inherent[last] and self.vowel[last - 2]:
            self.drop(last)
        for place in range(len(self.texts) - 3, 1, -1):
            around = self.vowel[place - 2 : place + 3]
            if self.inherent[place] and around == [True, False, True, False, True]:
                self.drop(place)


def _devanagari_word(word: str) -> str:
    sounds = _Sounds()
    for letter in word:
        code = ord(letter)
        open_vowel = bool(sounds.texts) and sounds.inherent[-1]
        if 0 <= (place := code - _FIRST_CONSONANT) < len(_CONSONANTS):
            sounds.add(_CONSONANTS[place], vowel=False)
            sounds.add(_INHERENT, vowel=True, inherent=True)
        elif 0 <= (place := code - _FIRST_SIGN) < len(_SIGNS):
            if open_vowel:
                sounds.drop(-1)
            if _SIGNS[place]:
                sounds.add(_SIGNS[place], vowel=True)
        elif 0 <= (place := code - _FIRST_VOWEL) < len(_VOWELS):
            sounds.add(_VOWELS[place], vowel=True)
        elif letter == _NUKTA:
            if open_vowel:
                before = sounds.texts[-2]
                sounds.texts[-2] = _WITH_NUKTA.get(before, before)
        elif letter in _NASAL:
            sounds.add("n", vowel=False)
        else:
            sounds.add(anyascii(letter).lower(), vowel=False)
    sounds.silence()
    return "".join(sounds.texts)
