"""One name of another script, spelt in Latin letters by another convention, or written as at home."""

from __future__ import annotations

import re
from random import Random

from licet.match.perturb.listed import LONG, PARTICLES, Listed, like
from licet.text.scripts import script

_SLAVIC_COUNTRIES = frozenset({"RU", "UA", "BY", "KZ", "KG", "UZ", "TJ", "TM", "RS", "MK", "BG", "SU"})
_ARAB_COUNTRIES = frozenset(
    {
        "SA",
        "IQ",
        "SY",
        "YE",
        "LY",
        "EG",
        "LB",
        "JO",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "SD",
        "TN",
        "DZ",
        "MA",
        "PS",
        "AF",
        "IR",
        "PK",
        "SO",
        "MR",
    }
)
_CHINESE_COUNTRIES = frozenset({"CN", "TW", "HK", "MO", "SG"})
_SLAVIC_ENDING = re.compile(r"(ov|ev|ova|eva|in|ina|sky|skiy|ski|skaya|enko|vich|vna|chuk|yuk|uk)$")
_ARAB_WORD = re.compile(
    r"^(al|abu|abd\w*|bin|ibn|muhammad|mohammed|mohamed|ahmad|ahmed|hussein|husayn|ali|hasan)$"
)

_SLAVIC = (
    ("yevich", "evich"), ("skiy", "sky"), ("sky", "skii"), ("aya$", "aia"), ("iy$", "y"), ("ii$", "iy"),
    ("ey$", "ei"), ("^yu", "iu"), ("^ya", "ia"), ("^ye", "e"), ("^e(?=[vlkr])", "ye"), ("kh", "h"),
    ("zh", "j"), ("shch", "sch"), ("ts", "c"), ("ks", "x"), ("ov$", "off"), ("ev$", "eff"), ("yu", "iu"),
    ("ya", "ia"),    ("ay$", "ai"), ("v$", "w"), ("^v", "w"),
)  # fmt: skip
_ARABIC = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("u", "ou"),
    ("ee", "i"), ("ay", "ai"), ("ai", "ay"), ("sh", "ch"), ("j", "dj"), ("w", "ou"), ("ah$", "a"),
    ("a$", "ah"), ("i$", "y"), ("y$", "i"), ("ss", "s"), ("mm", "m"), ("dd", "d"), ("ey", "ei"), ("e", "a"),
    ("o", "u"),
)  # fmt: skip
_CHINESE = (
    ("^zh", "ch"), ("^x", "hs"), ("^q", "ch"), ("^j", "ch"), ("^z(?!h)", "ts"), ("^c(?!h)", "ts"),
    ("^d", "t"), ("^b", "p"), ("^g", "k"), ("ong$", "ung"), ("^r", "j"), ("ian$", "ien"), ("ui$", "uei"),
)  # fmt: skip
"""Wade-Giles for Pinyin, its apostrophes left out as customer files leave them out."""
_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?ang|i?ong|eng|ing|iao|uai|[iuü]?an|[aeu]i|[ao]u|[eiuü]n|[iüu]e|ao|er|i[au]|u[ao]|[aeiouü])){1,3}"
)
"""One to three syllables; "Carrie" of Hong Kong has no spelling in Wade-Giles."""


def slavic_spelling(name: Listed, random: Random) -> str | None:
    """One word of a Slavic person's name by another convention: "Sergei", "Iurii", "Khodorkovskii"."""
    words = [word.lower() for word in name.words]
    home = bool(_SLAVIC_COUNTRIES.intersection(name.countries)) or _bears(name, "Cyrl")
    return _respelt(name, random, _SLAVIC) if home and any(map(_SLAVIC_ENDING.search, words)) else None


def arabic_spelling(name: Listed, random: Random) -> str | None:
    """One word of an Arabic, Persian or Urdu person's name by another convention: "Houssein", "Kadhafi"."""
    words = [part for word in name.words for part in word.lower().split("-")]
    home = bool(_ARAB_COUNTRIES.intersection(name.countries)) or _bears(name, "Arab")
    return _respelt(name, random, _ARABIC) if home or any(map(_ARAB_WORD.match, words)) else None


def chinese_spelling(name: Listed, random: Random) -> str | None:
    """One word of a Chinese person's name in Wade-Giles for Pinyin: "Chou" for "Zhou", "Hsi" for "Xi"."""
    home = bool(_CHINESE_COUNTRIES.intersection(name.countries)) or _bears(name, "Hani")
    short = all(len(word) <= 12 for word in name.words) and 2 <= len(name.words) <= 3
    return _respelt(name, random, _CHINESE, least=2, only=_PINYIN) if home and short else None


def native_script(name: Listed, random: Random) -> str | None:
    """The name in its own script, as the list itself gives it: a check that such names are found at all."""
    others = [text for text in name.others if _letters_of(text) not in {"", "Latn"}]
    return random.choice(others) if others else None


def _respelt(
    name: Listed,
    random: Random,
    rules: tuple[tuple[str, str], ...],
    least: int = LONG,
    only: re.Pattern[str] = re.compile(".*"),
) -> str | None:
    if not name.person or not name.plain.isascii():
        return None
    for at in random.sample(range(len(name.words)), len(name.words)):
        word = name.words[at]
        if len(word) < least or word.lower() in PARTICLES or not only.fullmatch(word.lower()):
            continue
        for pattern, other in random.sample(rules, len(rules)):
            found = re.sub(pattern, other, word.lower(), count=1)
            if found != word.lower():
                return name.with_word(at, like(found, word))
    return None


def _bears(name: Listed, wanted: str) -> bool:
    return any(_letters_of(text) == wanted for text in name.others)


def _letters_of(text: str) -> str:
    """Return the ISO 15924 code of the script of a text, empty where it has no letters."""
    return script(text) if any(letter.isalpha() for letter in text) else ""
