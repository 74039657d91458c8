"""The acronym channel: a bare acronym against the initials of a company's name, flagged, weaker than a name.

`NIOC` may be National Iranian Oil Company, and so may many others: initials that fit never reach the default
threshold. They are shown where a lower one is set, on the slider for instance, as what they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from string import ascii_lowercase

from licet.match import effects
from licet.match.contents import Contents, find_range
from licet.match.subjects import OurName, greatest_boost
from licet.match.view import Marks
from licet.model import Channel, MatchPolicy, PartyKind, Subject
from licet.text.words import WordClass, word_class

LEAST, MOST = 3, 6
"""Letters of an acronym."""
KINDS = frozenset({PartyKind.ORGANISATION, PartyKind.UNKNOWN})
"""Who is known by initials."""
_BITS = 5
_SIDE = frozenset({WordClass.PARTICLE, WordClass.TITLE})


@dataclass(frozen=True, slots=True)
class AcronymEvidence:
    """A listed name whose initials one of ours is, or the other way about.

    Attributes:
        version: The listing's version.
        code: Which of its names (see `rows`).
        form: The form of that name.
        ours: Place of our name among the subject's.
        bare: Whether ours is the acronym.
    """

    version: int
    code: int
    form: int
    ours: int
    bare: bool


def may_count(policy: MatchPolicy, subject: Subject) -> bool:
    """Say whether initials can reach the threshold for a subject, all that other fields can add included."""
    return subject.kind in KINDS and effects.ACRONYM + greatest_boost(subject) >= policy.threshold


def may_ever_count(policy: MatchPolicy) -> bool:
    """Say the same for any subject."""
    most = effects.BIRTH_AGREES + effects.COUNTRY_AGREES + effects.ADDRESS_AGREES
    return effects.ACRONYM + most >= policy.threshold


def packed(letters: str) -> int:
    """Return lower-case Latin letters as a number, five bits each, as the kernel packs them."""
    return reduce(lambda before, letter: before << _BITS | ord(letter) - ord("a") + 1, letters, 0)


def by_acronym(
    contents: Contents, ours: tuple[OurName, ...], counts: Marks
) -> dict[int, list[AcronymEvidence]]:
    """Return the evidence by listing key, for versions that count; whoever asks has seen `may_count`."""
    found: dict[int, list[AcronymEvidence]] = {}
    for place, name in enumerate(ours):
        if name.channel is not Channel.NAME or name.form.transliterated:
            continue
        for form, bare in _forms(contents, name):
            for version, code in contents.rows(form):
                if counts[version] and contents.listing(version).kind in KINDS:
                    item = AcronymEvidence(version, code, form, place, bare)
                    found.setdefault(contents.version_key[version], []).append(item)
    return found


def _forms(contents: Contents, name: OurName) -> Iterator[tuple[int, bool]]:
    """Yield listed forms of which our name is the acronym, or that are an acronym of it."""
    tokens = name.form.tokens
    if letters := bare(tokens):
        low, high = find_range(contents.acronym_letters, packed(letters))
        yield from ((form, True) for form in contents.acronym_form[low:high].tolist())
    for letters in initials(tokens):
        word = contents.find_word(letters)
        forms = contents.index.forms_with(word) if word >= 0 else []
        yield from (
            (form, False) for form in forms if bare(tuple(contents.index.form_tokens(form))) == letters
        )


def bare(tokens: tuple[str, ...]) -> str:
    """Return the acronym that a name is, legal form and particles aside; nothing where it is none."""
    words = [token for token in tokens if word_class(token) not in {*_SIDE, WordClass.LEGAL}]
    if len(words) != 1 or word_class(words[0]) is not WordClass.NAME:
        return ""
    return words[0] if LEAST <= len(words[0]) <= MOST and set(words[0]) <= set(ascii_lowercase) else ""


def initials(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the acronyms of a name: the initials of its words, once without and once with its legal form."""
    words = [token for token in tokens if word_class(token) not in _SIDE]
    with_form = "".join(token.lstrip("=")[:1].lower() for token in words)
    without = "".join(token[:1] for token in words if word_class(token) is not WordClass.LEGAL)
    return tuple(
        letters
        for letters in dict.fromkeys((without, with_form))
        if LEAST <= len(letters) <= MOST and set(letters) <= set(ascii_lowercase)
    )
