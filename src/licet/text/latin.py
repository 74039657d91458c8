"""A Latin form for a name in any script, by a path that can be told.

| Script | Path |
| --- | --- |
| Latin | accents and special letters by anyascii (`Ł` is `L`, `ß` is `ss`) |
| Han | Mandarin reading without tones by pypinyin, one syllable a character |
| Arabic, Hebrew | anyascii (consonants); article set off, `w`, `y` between consonants read `u`, `i` |
| Hangul | anyascii (Revised Romanisation), one syllable a block, spelt as Korean names are in lists |
| every other | anyascii |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from licet.text.scripts import runs

_NAMES = {
    "Latn": "Latin letters with accents to plain ones (anyascii)",
    "Hani": "Han to Mandarin readings (pypinyin)",
    "Hang": "Hangul to Latin (anyascii), spelt as lists spell Korean names",
    "Arab": "Arabic to Latin consonants (anyascii)",
    "Hebr": "Hebrew to Latin consonants (anyascii)",
    "Cyrl": "Cyrillic to Latin (anyascii)",
    "Grek": "Greek to Latin (anyascii)",
}
_GLIDE_W = re.compile(r"(?<=[^aeiou\s])w(?=[^aeiou\s]|$)")
_GLIDE_Y = re.compile(r"(?<=[^aeiou\s])y(?=[^aeiou\s]|$)")
_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w{2,})")
_KOREAN_INITIALS = {"g": "k", "d": "t", "b": "p"}
_CAPITAL_SYLLABLE = re.compile(r"(?<=[a-z])(?=[A-Z])")


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
    for code, run in runs(text):
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
    if code == "Arab":
        return _vowelled(anyascii(_ARABIC_ARTICLE.sub("ال ", run)), article="l ")
    if code == "Hebr":
        return _vowelled(anyascii(run), article="")
    if code == "Hang":
        return " ".join(_korean(item) for item in _CAPITAL_SYLLABLE.sub(" ", anyascii(run)).split())
    return anyascii(run)


def _korean(syllable: str) -> str:
    """Spell a syllable as names are spelt ("Kim Jong Un"): Revised Romanisation gives "Gim Jeong Eun"."""
    plain = syllable.lower().replace("eo", "o").replace("eu", "u")
    return _KOREAN_INITIALS.get(plain[:1], plain[:1]) + plain[1:]


def _vowelled(text: str, article: str) -> str:
    plain = _GLIDE_Y.sub("i", _GLIDE_W.sub("u", text.lower()))
    if article:
        plain = re.sub(rf"(?<!\w){article}", "al ", plain)
    return plain


def _pinyin(run: str) -> list[str]:
    # Imported here: the dictionary takes a quarter of a second, and most names hold no Han character.
    from pypinyin import lazy_pinyin  # noqa: PLC0415  the start-up cost is paid by those who need it

    return [str(item) for item in lazy_pinyin(run)]
