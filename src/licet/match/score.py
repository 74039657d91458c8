"""Two names to one score: the whole model on one screen.

Tokens are paired one to one, the pair that carries most first. With weights u (ours) and w (theirs):

    score = base * factor
    base = sum(s * (u + w)) / (paired u + paired w + against)
    against = OUR_EXTRA * Q + THEIR_EXTRA * L + CONTRADICTION * min(Q, L)

over pairs of similarity s; Q and L are the weights of our and their unpaired tokens. A token left over on
one side is an omission; left over on both sides it is a contradiction ("Bank of X", "Bank of Y"). The factor
is computed from the finished pairs and is at most 1, so that whatever bounds the base bounds the score.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from licet.match.similarity import (
    GIVEN_NAME,
    INITIAL,
    JOINED,
    MOST_JOINED,
    can_join,
    initial_agrees,
)
from licet.match.weights import is_telling
from licet.model import PairKind
from licet.text.given_names import other_given_names

OUR_EXTRA = 1.0
"""A word of the customer's that the listed name lacks: lists give full names, so it usually means another
party."""
THEIR_EXTRA = 0.55
"""A word of the list's that the customer's name lacks: customers shorten names, but not to one word out of
two rare ones."""
CONTRADICTION = 0.35
"""Words left over on both sides disagree. More would lose names with one short word misspelt, as measured."""
LONE = 0.93
"""A match that rests on one word, when that is spelt otherwise or we have another telling word besides: many
short names are an edit apart, and "Mike Kern" is not every Mike."""
LONE_LENGTH = 4
"""Shorter words left over may be a misspelt legal form and do not count as telling more."""
LONE_BELOW = 0.84
"""One edit in six letters is above it, one in five below."""
TRANSLITERATED = 0.95
"""A name read from another script is one reading among several."""

Alike: TypeAlias = Mapping[str, tuple[float, PairKind]]
"""Tokens of the list that one of our tokens is like, with similarity and kind."""


@dataclass(frozen=True, slots=True)
class Link:
    """A possible pair: `ours` and `theirs` are ranges (first, end) of token positions."""

    ours: tuple[int, int]
    theirs: tuple[int, int]
    similarity: float
    kind: PairKind


@dataclass(frozen=True, slots=True)
class Weighted:
    """The tokens of a name with their weights, and whether initials may stand for names in it."""

    tokens: tuple[str, ...]
    weights: tuple[float, ...]
    initials: bool
    transliterated: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs chosen, and the score they give."""

    score: float
    links: tuple[Link, ...]


def score(ours: Weighted, alike: Sequence[Alike], theirs: Weighted) -> Alignment:
    """Align two names and score them.

    Args:
        ours: The customer's name.
        alike: For each of our tokens, the listed tokens that it is like.
        theirs: The listed name.

    Returns:
        The alignment; score 0 when nothing telling is paired.
    """
    found = _links(ours, alike, theirs)
    if not found:
        return Alignment(0.0, ())
    chosen = _choose(ours, theirs, found)
    return Alignment(rounded(base(ours, theirs, chosen) * factor(ours, theirs, chosen)), tuple(chosen))


def rounded(value: float) -> float:
    """Return a score to four places, half up: the same in any language with IEEE doubles."""
    return math.floor(value * 10000 + 0.5) / 10000


def total(values: Iterable[float]) -> float:
    """Add from left to right: `sum` compensates from Python 3.12 on, and would differ in the last bit."""
    added = 0.0
    for value in values:
        added += value
    return added


def base(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> float:
    """Return the share of the two names that the pairs carry, in the order chosen (at least one)."""
    gained = paired_ours = paired_theirs = 0.0
    for link in chosen:
        our_weight = total(ours.weights[link.ours[0] : link.ours[1]])
        their_weight = total(theirs.weights[link.theirs[0] : link.theirs[1]])
        gained += link.similarity * (our_weight + their_weight)
        paired_ours += our_weight
        paired_theirs += their_weight
    left_ours = max(total(ours.weights) - paired_ours, 0.0)
    left_theirs = max(total(theirs.weights) - paired_theirs, 0.0)
    against = OUR_EXTRA * left_ours + THEIR_EXTRA * left_theirs + CONTRADICTION * min(left_ours, left_theirs)
    return gained / (paired_ours + paired_theirs + against)


def factor(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> float:
    """Return what the base is multiplied by: at most 1, from the pairs as a whole."""
    telling = _telling(ours, theirs, chosen)
    if not telling and not _same_words(ours, theirs, chosen):
        return 0.0
    value = TRANSLITERATED if ours.transliterated or theirs.transliterated else 1.0
    if len(telling) == 1 and (_is_loose(telling[0]) or _more_to_tell(ours, chosen)):
        value *= LONE
    return value


def _links(ours: Weighted, alike: Sequence[Alike], theirs: Weighted) -> list[Link]:
    found: list[Link] = []
    persons = ours.initials and theirs.initials
    for place, token in enumerate(theirs.tokens):
        for our_place, like in enumerate(alike):
            hit = like.get(token)
            if persons and (hit is None or hit[0] < GIVEN_NAME):
                hit = _between_persons(ours.tokens[our_place], token) or hit
            if hit:
                found.append(Link((our_place, our_place + 1), (place, place + 1), *hit))
    found.extend(
        Link(places, (other, other + 1), JOINED, PairKind.JOINED)
        for places, other in _joins(ours.tokens, theirs.tokens)
    )
    found.extend(
        Link((other, other + 1), places, JOINED, PairKind.JOINED)
        for places, other in _joins(theirs.tokens, ours.tokens)
    )
    return found


def _between_persons(ours: str, theirs: str) -> tuple[float, PairKind] | None:
    """Compare words as parts of persons' names: other forms of a given name, initials."""
    if theirs in other_given_names(ours):
        return GIVEN_NAME, PairKind.SYMBOL
    return (INITIAL, PairKind.INITIAL) if initial_agrees(ours, theirs) else None


def _joins(parts: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[tuple[int, int], int]]:
    """Ranges of two or three of `parts` that written as one are `words[j]`, each with its j."""
    found: list[tuple[tuple[int, int], int]] = []
    for at in range(len(parts) - 1):
        for end in range(at + 2, min(at + MOST_JOINED, len(parts)) + 1):
            if can_join(parts[at:end]):
                joined = "".join(parts[at:end])
                found.extend(((at, end), other) for other, word in enumerate(words) if word == joined)
    return found


def _choose(ours: Weighted, theirs: Weighted, found: list[Link]) -> list[Link]:
    """One-to-one, greatest gain first; ties by place, so that the result never depends on anything else."""

    def gain(link: Link) -> float:
        weight = total(ours.weights[link.ours[0] : link.ours[1]])
        return link.similarity * (weight + total(theirs.weights[link.theirs[0] : link.theirs[1]]))

    if len(found) > 1:
        found.sort(key=lambda link: (-gain(link), link.ours, link.theirs))
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    chosen: list[Link] = []
    for link in found:
        our_places, their_places = range(*link.ours), range(*link.theirs)
        if used_ours.isdisjoint(our_places) and used_theirs.isdisjoint(their_places):
            used_ours.update(our_places)
            used_theirs.update(their_places)
            chosen.append(link)
    return chosen


def _telling(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> list[Link]:
    """Pairs with a telling word on both sides. Without one, names must be the same words to match."""
    return [
        link
        for link in chosen
        if any(is_telling(ours.tokens[place]) for place in range(*link.ours))
        and any(is_telling(theirs.tokens[place]) for place in range(*link.theirs))
    ]


def _same_words(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether two names are the same words but for their order and short forms."""
    if sorted(ours.tokens) == sorted(theirs.tokens):
        return True
    equal = sum(link.kind in {PairKind.EQUAL, PairKind.SYMBOL} and link.similarity == 1 for link in chosen)
    return equal == len(ours.tokens) == len(theirs.tokens)


def _is_loose(link: Link) -> bool:
    return link.similarity < LONE_BELOW or link.kind is PairKind.SOUND or _is_other_form(link)


def _is_other_form(link: Link) -> bool:
    return link.kind is PairKind.SYMBOL and link.similarity < 1


def _more_to_tell(ours: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether a telling word of ours has no counterpart."""
    used = {place for link in chosen for place in range(*link.ours)}
    left = (token for place, token in enumerate(ours.tokens) if place not in used)
    return any(is_telling(token) and len(token) >= LONE_LENGTH for token in left)
