"""Titles, particles, words of trade and their short forms: what surrounds the part that tells who it is.

The tables `data/words.tsv` and `data/spellings.tsv` (names spelt in many ways) are our own.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from licet.text.tables import rows


class WordClass(StrEnum):
    """What a token is, before any comparison."""

    NAME = "name"
    GENERIC = "generic"
    PARTICLE = "particle"
    TITLE = "title"
    LEGAL = "legal"


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str], frozenset[str]]:
    """Title spelling to symbol, particle spelling to itself, generic words, words of legal forms."""
    titles: dict[str, str] = {}
    legal: set[str] = set()
    particles: dict[str, str] = {}
    generic: set[str] = set()
    for kind, symbol, texts in rows("words.tsv"):
        if kind == "title":
            titles.update((text, symbol) for text in texts)
        elif kind == "particle":
            particles.update((text, text) for text in texts)
        elif kind == "generic":
            generic.update(texts)
        elif kind == "legal":
            legal.update(texts)
    return titles, particles, frozenset(generic), frozenset(legal)


def titles() -> dict[str, str]:
    """Return the spellings of titles, each with its symbol."""
    return _tables()[0]


def title_symbol(word: str) -> str:
    """Return the symbol of a title, or an empty string."""
    return titles().get(word, "")


@cache
def classes() -> dict[str, WordClass]:
    """Return the class of each word that is more than a name."""
    _, particles, generic, legal = _tables()
    found = dict.fromkeys(generic, WordClass.GENERIC)
    for word in other_writings():
        # A short form is of the class of the long words that it may stand for.
        if not other_writings()[word].isdisjoint(generic):
            found[word] = WordClass.GENERIC
    found |= dict.fromkeys(legal, WordClass.LEGAL)
    return found | dict.fromkeys(particles, WordClass.PARTICLE)


@cache
def other_writings() -> dict[str, frozenset[str]]:
    """Return the other writings of each word that has any: long and short forms, spellings of one name."""
    found: dict[str, set[str]] = {}
    groups = [(long, *texts) for kind, long, texts in rows("words.tsv") if kind == "short"]
    groups += [(usual, *texts) for usual, _, texts in rows("spellings.tsv")]
    for group in groups:
        for word in group:
            found.setdefault(word, set()).update(group)
    return {word: frozenset(others - {word}) for word, others in found.items()}


_NONE: frozenset[str] = frozenset()
PATRONYMIC = ("ovich", "evich", "ovych", "yovych", "ovna", "evna", "ivna", "oglu", "ogly", "qizi", "kyzy")
"""Endings of names after the father: customers write them, many lists leave them out."""
_LEAST_FATHER = 2


def is_aside(token: str) -> bool:
    """Say whether a word stands beside names without making another of them: trade, place, branch, father."""
    return word_class(token) is not WordClass.NAME or token in beside_names() or _is_patronymic(token)


def _is_patronymic(token: str) -> bool:
    return any(token.endswith(end) and len(token) >= len(end) + _LEAST_FATHER for end in PATRONYMIC)


def is_firm_word(token: str) -> bool:
    """Say whether a word tells of a name only that it is a firm's: "Group", "Holding", a legal form, "of"."""
    return word_class(token) in {WordClass.LEGAL, WordClass.PARTICLE} or token in firm_words()


@cache
def firm_words() -> frozenset[str]:
    """Return the words that say no more than that a name is a firm's."""
    return frozenset(
        word for kind, _, texts in rows("places.tsv") if kind in {"firm", "ship"} for word in texts
    )


@cache
def beside_names() -> frozenset[str]:
    """Return the words of places, branches and parts of a business."""
    return frozenset(word for _, _, texts in rows("places.tsv") for word in texts)


def written_otherwise(token: str) -> frozenset[str]:
    """Return the long or short forms of a word that mean the same: `intl` and `international`.

    Symmetric, and not transitive: `elec` may be `electric` or `electronics`, which differ.
    """
    return other_writings().get(token, _NONE)


def word_class(token: str) -> WordClass:
    """Return the class of a token as `tokens` writes it: symbols carry a mark, words do not."""
    if token[0] == "=":
        return WordClass.LEGAL
    if token[0] == "~":
        return WordClass.TITLE
    return classes().get(token, WordClass.NAME)


def misspelt_class(word: str) -> WordClass | None:
    """Return the class of the word of trade or legal form that a word misspells by one letter, if any.

    Of use for words that no list holds: "tradng" is no rare name. Words of trade count from six letters on,
    of the legal forms the few that are in everyday use: shorter ones are too near to names.
    """
    if len(word) < SHORTEST_MISSPELT or not word.isascii() or not word.isalpha():
        return None
    found = misspelt_words()
    for left in one_letter_less(word):
        for meant in found.get(left, ()):
            if abs(len(meant) - len(word)) <= 1:
                return WordClass.LEGAL if meant in USUAL_FORMS else WordClass.GENERIC
    return None


def one_letter_less(word: str) -> list[str]:
    """Return a word, and what is left of it when one letter is taken out: words an edit apart share one."""
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


USUAL_FORMS = ("corp", "gmbh", "ojsc", "cjsc", "pjsc", "sarl", "ltda", "dmcc", "eood", "fzco")
"""Legal forms in everyday use."""
SHORTEST_MISSPELT = 3
"""Letters from which a word may be a legal form misspelt: "gmb"."""
_MISSPELT_TRADE = 6


@cache
def misspelt_words() -> dict[str, tuple[str, ...]]:
    """Return the words that `misspelt_class` knows by what is left of them with a letter out."""
    found: dict[str, list[str]] = {}
    trade = (word for word, kind in classes().items() if kind is WordClass.GENERIC)
    long = (word for word in trade if len(word) >= _MISSPELT_TRADE and word.isascii() and word.isalpha())
    for word in (*USUAL_FORMS, *sorted(long)):
        for left in one_letter_less(word):
            found.setdefault(left, []).append(word)
    return {left: tuple(words) for left, words in found.items()}


GENERATIONS = frozenset({"~JR", "~SR", "~II", "~III", "~IV"})
"""Titles that tell members of a family apart."""


def is_number(token: str) -> bool:
    """Say whether a token tells one of several by number: digits, ordinals, the generations of a family."""
    return "0" <= token[0] <= "9" or token in GENERATIONS or token in number_words()


@cache
def number_words() -> frozenset[str]:
    """Return numbers and ordinals in words: what stands for digits."""
    found = other_writings()
    return frozenset(word for word, group in found.items() if any("0" <= other[0] <= "9" for other in group))
