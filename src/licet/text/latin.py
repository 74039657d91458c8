"""A Latin form for a name in any script, by a path that can be told.

| Script | Path |
| --- | --- |
| Latin | accents and special letters by anyascii (`Ł` is `L`, `ß` is `ss`) |
| Han | Mandarin reading without tones by pypinyin, one syllable a character |
| Arabic | article set off; common names by a table; other words as said below |
| Hebrew, Devanagari | known words by tables; others letter by letter (`readings`) |
| Armenian | anyascii, with `ow` read `u` and `rr` read `r` |
| Hangul | anyascii (Revised Romanisation), one syllable a block, spelt as Korean names are in lists |
| every other | anyascii |

Arabic writes no short vowels, so that common names are read by the table `data/arabic_names.tsv`. Other
words are read by their consonants (anyascii); a first alef or ayn is `a` (`i` with hamza below), for names
begin with a vowel there; `w`, `y` between consonants are `u`, `i`; and where fewer than four letters come
out, written alefs are read `a` too. Persian and Urdu shapes of yeh and kaf, and alef maqsura, are read as the
Arabic letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, normalize

from anyascii import anyascii

from licet.text.normalise import strip_marks
from licet.text.readings import read_devanagari, read_hebrew
from licet.text.scripts import runs
from licet.text.tables import rows

_NAMES = {
    "Latn": "Latin letters with accents to plain ones (anyascii)",
    "Hani": "Han to Mandarin readings (pypinyin)",
    "Hang": "Hangul to Latin (anyascii), spelt as lists spell Korean names",
    "Arab": "Arabic to Latin: common names by table, other words by their consonants (anyascii)",
    "Hebr": "Hebrew to Latin: common names by table, other words by their consonants",
    "Deva": "Devanagari to Latin: common names by table, other words letter by letter",
    "Armn": "Armenian to Latin (anyascii), ow read as u",
    "Cyrl": "Cyrillic to Latin (anyascii)",
    "Grek": "Greek to Latin (anyascii)",
}
_GLIDE_W = re.compile(r"(?<=[^aeiou\s])w(?=[^aeiou\s]|$)")
_GLIDE_Y = re.compile(r"(?<=[^aeiou\s])y(?=[^aeiou\s]|$)")
_ARTICLE, _ALEF, _TATWEEL = "ال", "ا", "ـ"
_SHAPES = str.maketrans({"ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه"})
_FIRST_VOWELS = {"إ": "i", "ا": "a", "أ": "a", "آ": "a", "ع": "a"}
_LEAST_PART = 3
"""Letters of each part of a word that is two known names: Persian writes Mohammad Javad as one."""
_MOST_JOINED = 20
"""Letters of such a word at most."""
_ENOUGH = 4
"""Letters from which a word can be told by its consonants."""
_ARABIC_ARTICLE = re.compile(r"ال(?=\w{2,})")
_ARABIC_WORD = re.compile(r"\w+")
_KOREAN_INITIALS = {"g": "k", "d": "t", "b": "p", "l": "r"}
_KOREAN_FINAL = re.compile(r"(?<=[aeiouy])[gdb]$")
_CAPITAL_SYLLABLE = re.compile(r"(?<=[A-Za-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class LatinForm:
    """A text in plain ASCII letters.

    Attributes:
        text: The Latin form.
        path: What was done, one line for each script that was not plain ASCII.
        transliterated: A script other than Latin was involved: the form is one reading among several.
    """

    text: str
    path: tuple[str, ...] = ()
    transliterated: bool = False


def to_latin(text: str) -> LatinForm:
    """Return the Latin form of a text. Plain ASCII comes back as it is."""
    return LatinForm(text) if text.isascii() else _to_latin(text)


@lru_cache(maxsize=65536)
def _to_latin(text: str) -> LatinForm:
    parts: list[str] = []
    path: list[str] = []
    foreign = False
    for code, run in runs(normalize("NFKC", text)):
        if run.isascii():
            parts.append(run)
            continue
        parts.append(_read(code, run))
        said = _NAMES.get(code, f"{code} to Latin (anyascii)")
        if code != "Zyyy" and said not in path:
            path.append(said)
        foreign = foreign or code not in {"Latn", "Zyyy"}
    return LatinForm("".join(parts), tuple(path), foreign)


def _read(code: str, run: str) -> str:
    if code == "Hani":
        return f" {' '.join(_pinyin(run))} "
    reader = {"Arab": _arabic, "Hebr": read_hebrew, "Deva": read_devanagari}.get(code)
    if reader:
        return reader(run)
    if code == "Armn":
        return anyascii(run).lower().replace("ow", "u").replace("rr", "r")
    if code == "Hang":
        return " ".join(_korean(item) for item in _CAPITAL_SYLLABLE.sub(" ", anyascii(run)).split())
    return anyascii(run)


def _korean(syllable: str) -> str:
    """Spell a syllable as names are spelt ("Kim Jong Un", "Pak"): by letters it is "Gim Jeong Eun", "Bag"."""
    plain = syllable.lower().replace("eo", "o").replace("eu", "u")
    plain = _KOREAN_FINAL.sub(lambda final: _KOREAN_INITIALS[final[0]], plain)
    return _KOREAN_INITIALS.get(plain[:1], plain[:1]) + plain[1:]


def _arabic(run: str) -> str:
    """Read word by word: the short vowels are not written, so that common names are known by heart."""
    found: list[str] = []
    letters = (letter for letter in run if letter != _TATWEEL and category(letter) not in {"Mn", "Cf"})
    plain = "".join(letters).translate(_SHAPES)
    names = arabic_names()
    for word in _ARABIC_WORD.findall(plain):
        if strip_marks(word) not in names and _ARABIC_ARTICLE.match(word):
            found.extend(("al", _arabic_word(word.removeprefix(_ARTICLE), names)))
        else:
            found.append(_arabic_word(word, names))
    return f" {' '.join(found)} "


def _arabic_word(word: str, names: dict[str, str]) -> str:
    known = names.get(strip_marks(word))
    if known:
        return known
    for place in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1) if len(word) <= _MOST_JOINED else ():
        if (left := names.get(strip_marks(word[:place]))) and (right := names.get(strip_marks(word[place:]))):
            return f"{left} {right}"
    first = _FIRST_VOWELS.get(word[0], "")
    read = first + _vowelled(anyascii(word))
    if len(read) >= _ENOUGH:
        return read
    return first + _vowelled("".join(anyascii(letter.replace(_ALEF, "a")) for letter in word[len(first) :]))


@cache
def arabic_names() -> dict[str, str]:
    """Return the Arabic spellings of the table, as `strip_marks` leaves them, each with its reading."""
    return {
        strip_marks(spelling.translate(_SHAPES)): name
        for name, _, spellings in rows("arabic_names.tsv")
        for spelling in spellings
    }


def _vowelled(text: str) -> str:
    return _GLIDE_Y.sub("i", _GLIDE_W.sub("u", text.lower()))


def _pinyin(run: str) -> list[str]:
    # Imported here: the dictionary takes a quarter of a second, and most names hold no Han character.
    from pypinyin import lazy_pinyin  # noqa: PLC0415  the start-up cost is paid by those who need it

    return [str(item) for item in lazy_pinyin(run)]
