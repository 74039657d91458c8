"""Names that hold several names: "Gulf Meridian FZE T/A Mayrow General Trading", "X (formerly Y)"."""

from __future__ import annotations

import re
from itertools import starmap
from typing import NamedTuple

from licet.text.legal_forms import spellings
from licet.text.normalise import characters

_BETWEEN = re.compile(
    r"""(?<!\w)(?<!\w-)(?:
    (?P<trade>
    t/as? | d/b/a | o/a | d\.b\.a\.? | dba
    | (?:also\s+)?trading\s+as | (?:doing\s+business|carrying\s+on\s+business|operating)\s+as
    | (?:trading|doing\s+business|operating)\s+under(?:\s+the)?\s+name(?:\s+of)?
    | (?:trading|business|brand)\s+name
    | handelnd\s+(?:unter|als) | sous\s+l'enseigne | handelend\s+onder(?:\s+de\s+naam)? | h\.o\.d\.n\.?
    | nom\s+commercial | nombre\s+comercial | nome\s+fantasia
    )
    | a/k/a | f/k/a | n/k/a | a\.k\.a\.? | f\.k\.a\.? | n\.k\.a\.? | aka | fka | nka
    | (?:also|formerly|previously|now|otherwise|commonly|better)\s+(?:known|called)\s+as
    | known\s+as | formerly | previously | alias
    | vormals | ehemals | anciennement | anteriormente | precedentemente
    | (?<=\()(?:ex|now|was)
    )(?!\w):?""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(r"([^()]*)\(([A-Z]{3,10}|MSN [^()]*)\) *")
_SEVERAL = 2
_ACRONYM = re.compile("[A-Z]{3,7}")
_ASCII_WORD = re.compile("[a-z0-9]+")
NOT_SPELT = frozenset({"of", "the", "and", "for", "in", "de", "la", "el", "al", "et", "und"})
"""Words that acronyms leave out."""
AROUND = " \t\r\n,;:.-–—()[]{}\"'“”‘’«»/|"
"""What is stripped off a name that stands beside another."""


class NamePart(NamedTuple):
    """One of the names that a text holds."""

    text: str
    trade: bool
    """A name under which somebody trades: a firm's, whatever it looks like."""


def name_parts(text: str) -> tuple[str, ...]:
    """Return the names that a text holds beside one another; none where it is one name.

    Split at T/A, trading as, d/b/a, a/k/a, f/k/a, n/k/a, formerly, also known as and their like, in any case;
    not at one written on to a word with a hyphen: "YK-AKA" is a tail number.

    An acronym in brackets at the end is another name too: "Stroygazmontazh (SGM)"; so is the serial number
    of an aircraft, and an acronym beside what it stands for: "National Iranian Oil Company NIOC".

    Args:
        text: A name as given.
    """
    return tuple(part.text for part in told_parts(text))


def told_parts(text: str) -> tuple[NamePart, ...]:
    """Return what `name_parts` does, with what the text tells of each name."""
    plain = characters(text)
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed and not _is_legal_form(bracketed[2]):
        cut = [NamePart(part, trade=False) for part in bracketed.groups()]
    else:
        cut = _between(plain)
    if len(cut) < _SEVERAL:
        cut = [NamePart(part, trade=False) for part in _beside_words(plain)]
    found: dict[str, bool] = {}
    for part, trade in cut:
        stripped = _stripped(part)
        if any(letter.isalnum() for letter in stripped):
            found[stripped] = trade and found.get(stripped, True)
    return tuple(starmap(NamePart, found.items())) if len(found) > 1 else ()


def _stripped(part: str) -> str:
    """Return a part without what surrounds it; a full stop written on to it stays: "S.A."."""
    plain = part.lstrip(AROUND)
    stripped = plain.rstrip(AROUND)
    return plain[: len(stripped) + 1] if plain[len(stripped) :].startswith(".") else stripped


def _between(text: str) -> list[NamePart]:
    found: list[NamePart] = []
    begin, trade = 0, False
    for sign in _BETWEEN.finditer(text):
        found.append(NamePart(text[begin : sign.start()], trade))
        begin, trade = sign.end(), sign["trade"] is not None
    return [*found, NamePart(text[begin:], trade)]


def _is_legal_form(acronym: str) -> bool:
    """Say whether capitals are a legal form, which is no name: "Meridian Metals (PVT)"."""
    return (acronym.lower(),) in spellings()


def _beside_words(text: str) -> tuple[str, ...]:
    """Return the words and the acronym that stands for them, in their order; nothing where there is none."""
    if not text.isascii():
        return ()
    left, _, last = text.strip(" ").rpartition(" ")
    first, _, right = text.strip(" ").partition(" ")
    if _spells(last.strip(AROUND), left):
        return left, last
    return (first, right) if _spells(first.strip(AROUND), right) else ()


def _spells(acronym: str, words: str) -> bool:
    """Say whether an acronym has the first letters of words, small ones aside, or of all but the last."""
    if not _ACRONYM.fullmatch(acronym) or _is_legal_form(acronym):
        return False
    letters = "".join(word[0] for word in _ASCII_WORD.findall(words.lower()) if word not in NOT_SPELT)
    return acronym.lower() in {letters, letters[:-1]}
