"""A name as tokens: words, and symbols for legal forms and titles.

A token is a string. Symbols carry a mark that no normalised word can have: `=` for a legal form (`=CORP`),
`~` for a title (`~SHEIKH`). A name that consists of symbols alone keeps its words, for otherwise "LLC"
would equal every other company that gives no more than its form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from licet.text.latin import to_latin
from licet.text.legal_forms import (
    begins_legal_form,
    cut_glued,
    is_form_word,
    legal_form,
    mend,
    split_ending,
    token_of,
)
from licet.text.lookalikes import unmask
from licet.text.normalise import characters, normalise, spelt_out
from licet.text.scripts import script_of
from licet.text.syllables import as_pinyin
from licet.text.words import WordClass, beside_names, title_symbol, word_class

_UNSPACED = frozenset({"Hani"})
LEADING_FORMS = frozenset({"ao", "ip", "gp", "kb", "kk", "pt", "ue"})
"""Legal forms of two letters that stand before the name; others there are part of it ("AB Ivanov")."""
SYLLABLE_FORMS = frozenset({"doo"})
"""Legal forms that are syllables of names too: they stand at the end, or before a place or another form."""
_RANKS_OF_TRADE = frozenset({("~GENERAL", "general"), ("~GENERAL", "gen")})
"""Ranks that before a word of trade are words of trade: "General Trading", "Gen Trading"."""
SURE_WORD = 7
"""Letters from which one misspelt word alone is taken for a legal form."""
ARTICLES = frozenset({"al", "el", "ul", "ol", "ar", "er", "ur", "as", "es", "us"})
WITH_ARTICLE = 6
ALLAH = frozenset({"allah", "alla", "ellah", "ollah", "ullah", "llah"})
"""What stands behind "abd" in names that are mostly written as one: "Abd Allah", "Abdullah"."""
LONG_WORD = 6
LEAST_SPELT = 3
"""Letters of an acronym that is written with its letters apart."""
_LETTERS = frozenset(ascii_lowercase)
_SPELT_PATH = ("Latin letters with marks spelt out: ae, oe, ue, aa, dj",)
_PINYIN_PATH = ("Chinese syllables of another system (Wade-Giles, Cantonese, Hokkien) as Pinyin spells them",)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_UNITS = {
    word: number
    for number, words in enumerate(
        (
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
        ),
        1,
    )
    for word in words.split()
}
_SERVANT = re.compile(r"abd(?:(?:[aeo]|ou)l|(?:[aeou]|ou)([rsnztd])(?=\1))")
"""The Arabic "servant of the": the vowel of the article varies, and its l before some consonants."""


_FAITH = re.compile(r"(?:[aeiu]d|[aeu]l|u)d(?:in|een|ine|ene|yn)$")
"""Behind a name, "of the faith": the vowel and the consonant of the article vary."""
LEAST_FAITHFUL = 2
DIN = frozenset({"din", "deen", "dine", "dene", "dyn"})
DIN_ARTICLES = frozenset({"al", "el", "ul", "ad", "ed", "ud", "id"})


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to read a name.

    Attributes:
        tokens: As compared.
        words: As written (normalised), one for each token; a legal form of several words is one entry.
        transliterated: The tokens come from another script by one reading among several.
        path: How they were read, for the explanation.
    """

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    transliterated: bool = False
    path: tuple[str, ...] = ()


def name_forms(text: str) -> tuple[NameForm, ...]:
    """Return the forms under which a name is compared: its own script, and Latin when that is another.

    Returns:
        One form for a name in Latin letters, two for others, for Chinese names that Pinyin spells otherwise
        and where letters with marks are spelt out (Müller, Mueller); none for a text without letters or
        digits.
    """
    plain = unmask(characters(text))
    forms = _forms(plain)
    turned = _turned(plain)
    if turned and not any(token[0] == "=" for form in forms for token in form.tokens):
        forms = _forms(turned)
    read = _in_pinyin(forms)
    return (*forms[:1], *read) if read else forms


def _in_pinyin(forms: tuple[NameForm, ...]) -> tuple[NameForm, ...]:
    """Return the form in Pinyin of a Chinese name that another system spells; nothing for other names."""
    if not forms or any(form.transliterated for form in forms):
        return ()
    read = as_pinyin(forms[0].tokens)
    return (NameForm(read, forms[0].words, transliterated=True, path=_PINYIN_PATH),) if read else ()


def _turned(text: str) -> str:
    """Return "Last, First" as "First Last", so that neighbours are the same in both; else nothing.

    A name with a legal form keeps its order: there the comma stands before the form.
    """
    left, comma, right = text.partition(",")
    if not comma or "," in right or not normalise(left) or not normalise(right):
        return ""
    return f"{right} {left}"


def _forms(text: str) -> tuple[NameForm, ...]:
    if text.isascii():
        form = _form(normalise(text).split())
        return (form,) if form else ()
    return _foreign_forms(text)


@lru_cache(maxsize=65536)
def _foreign_forms(text: str) -> tuple[NameForm, ...]:
    native = _native_words(normalise(text))
    latin = to_latin(_cut_endings(text))
    read = _form(normalise(latin.text).split())
    found: list[NameForm] = []
    if latin.transliterated:
        own = _form(native)
        if own:
            found.append(own)
    if read:
        found.append(NameForm(read.tokens, read.words, latin.transliterated, latin.path))
    if read and not latin.transliterated and (spelt := spelt_out(text)) != text:
        other = _form(normalise(to_latin(_cut_endings(spelt)).text).split())
        if other and other.tokens != read.tokens:
            found.append(NameForm(other.tokens, other.words, path=_SPELT_PATH))
    return tuple(found)


class _Known(NamedTuple):
    """What a word is by itself: as a legal form spells it, whether one may begin with it, its token."""

    mended: str
    begins_form: bool
    token: str


@lru_cache(maxsize=65536)
def _known(word: str) -> _Known:
    mended = mend(word)
    title = title_symbol(word)
    return _Known(mended, begins_legal_form(mended), f"~{title}" if title else faith(servant(_counted(word))))


def _counted(word: str) -> str:
    """Return a number without the zeros at its head: "077" is 77."""
    return word.lstrip("0") or "0" if word.isascii() and word.isdigit() else word


def servant(word: str) -> str:
    """Return a word with "abd al" at its head in one spelling: `abdelhamid`, `abdurrahman` as `abdul...`."""
    if not word.startswith("abd") or len(word) < 5:
        return word
    found = _SERVANT.match(word)
    return f"abdul{word[found.end() :]}" if found else word


def faith(word: str) -> str:
    """Return a word with "al din", of the faith, at its end in one spelling: `noureddine` is `nouruddin`."""
    found = _FAITH.search(word) if word[-1] in "ne" else None
    return f"{word[: found.start()]}uddin" if found and found.start() >= LEAST_FAITHFUL else word


def _form(given: list[str]) -> NameForm | None:
    if not given:
        return None
    words = _parts(["".join(given)] if _is_spelt(given) else given)
    known = [_known(word) for word in words]
    if "abd" not in words and not any(item.begins_form for item in known):
        if all(item.token[0] == "~" for item in known):
            return NameForm(tuple(words), tuple(words))
        return NameForm(tuple(_of_business([item.token for item in known], words)), tuple(words))
    tokens: list[str] = []
    shown: list[str] = []
    mended = [item.mended for item in known]
    place = 0
    while place < len(words):
        symbol, size = legal_form(mended, place)
        guessed = size == 1 and _is_guessed(mended[place], words[place])
        if size and not guessed and not _is_name_part(words, place, size):
            tokens.append(token_of(symbol))
        elif words[place] == "abd" and words[place + 1 : place + 2] and words[place + 1] in ARTICLES:
            size = 2
            tokens.append("abdul")
        elif words[place] == "abd" and place + 1 < len(words):
            size = 1
            tokens.append("abdul")
        else:
            size = 1
            tokens.append(known[place].token)
        shown.append(" ".join(words[place : place + size]))
        place += size
    if any(token[0] == "=" for token in tokens):
        # A name with a legal form is no person's: there "Eng." is engineering.
        tokens = [
            "eng" if (read, word) == ("~ENG", "eng") else read
            for read, word in zip(tokens, shown, strict=True)
        ]
    if all(word_class(token) in {WordClass.LEGAL, WordClass.TITLE} for token in tokens):
        return NameForm(tuple(words), tuple(words))
    return NameForm(tuple(_of_business(tokens, shown)), tuple(shown))


def _is_guessed(mended: str, word: str) -> bool:
    """Say whether a word is too short for a misspelt legal form; a digit in it tells that it is one."""
    return mended != word and len(mended) < SURE_WORD and not any("0" <= letter <= "9" for letter in word)


def _is_spelt(given: list[str]) -> bool:
    """Say whether a name is an acronym with its letters apart: "N I O C"."""
    return len(given) >= LEAST_SPELT and all(word in _LETTERS for word in given)


def _of_business(tokens: list[str], shown: list[str]) -> list[str]:
    """Take "general" or "gen" before a word of trade for a word of trade too, no rank."""
    return [
        "general"
        if (token, word) in _RANKS_OF_TRADE
        and place + 1 < len(tokens)
        and word_class(tokens[place + 1]) is WordClass.GENERIC
        else token
        for place, (token, word) in enumerate(zip(tokens, shown, strict=True))
    ]


def _parts(given: list[str]) -> list[str]:
    """Set off what is written on to a word (a legal form, "al" behind "abd"), join what is split.

    Numbers of two words are joined as digits: "thirty nine" is 39.
    """
    words: list[str] = []
    for word in given:
        if _ends_in_faith(words, word):
            if word in DIN:
                words.pop()
            words[-1] += "uddin"
        elif words and words[-1] == "abd" and word in ALLAH:
            words[-1] = "abdullah"
        elif words and words[-1] == "abd" and len(word) >= WITH_ARTICLE and word[:2] in {"al", "el"}:
            words.extend((word[:2], word[2:]))
        elif words and words[-1] in _TENS and word in _UNITS:
            words[-1] = str(_TENS[words[-1]] + _UNITS[word])
        elif words and _is_split(words[-1], word):
            words[-1] += word
        else:
            words.extend(cut_glued(word))
    return words


def _ends_in_faith(words: list[str], word: str) -> bool:
    """Say whether a word, or it and the article before it, ends a name with "of the faith": "Nur al Din"."""
    if word in DIN:
        return len(words) > 1 and words[-1] in DIN_ARTICLES and _may_be_faithful(words[-2])
    found = _FAITH.fullmatch(word)
    return bool(found) and bool(words) and _may_be_faithful(words[-1])


def _may_be_faithful(word: str) -> bool:
    return len(word) > LEAST_FAITHFUL and word.isascii() and word.isalpha() and not _is_known(word)


def _is_split(left: str, right: str) -> bool:
    """Say whether two neighbours are one long word of law or trade: "comp any", not "joint stock"."""
    joined = left + right
    if len(joined) < LONG_WORD or not joined.isascii() or (_is_known(left) and _is_known(right)):
        return False
    return is_form_word(joined) or word_class(joined) is WordClass.GENERIC


def _is_known(word: str) -> bool:
    return is_form_word(word) or word_class(word) is not WordClass.NAME


def _is_name_part(words: list[str], place: int, size: int) -> bool:
    if size == 1 and words[place] in SYLLABLE_FORMS and place + 1 < len(words):
        behind = words[place + 1]
        return behind not in beside_names() and not begins_legal_form(behind)
    first = place == 0 and size == 1 and len(words[0]) <= 2 and words[0].isascii()
    return first and words[0] not in LEADING_FORMS


def _native_words(normalised: str) -> list[str]:
    """Words of the own script; unspaced scripts by the character, their legal forms set off."""
    words: list[str] = []
    for word in normalised.split():
        rest, ending, _ = split_ending(word)
        if any(script_of(letter) in _UNSPACED for letter in rest):
            words.extend(_characters(rest))
        else:
            words.append(rest)
        if ending:
            words.append(ending)
    return words


def _characters(word: str) -> list[str]:
    found: list[str] = []
    joining = False
    for letter in word:
        unspaced = script_of(letter) in _UNSPACED
        if unspaced or not joining:
            found.append(letter)
        else:
            found[-1] += letter
        joining = not unspaced
    return found


def _cut_endings(text: str) -> str:
    """Drop legal forms of unspaced scripts before they are read out: their readings are no name."""
    kept = []
    for word in text.split():
        rest, ending, _ = split_ending(word)
        kept.append(rest if ending else word)
    return " ".join(kept)
