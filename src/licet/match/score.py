"""Two names to one score: the whole model on one screen.

Tokens are paired one to one, the pair that carries most first. With weights u (ours) and w (theirs):

    score = sum(s * (u + w)) / (paired u + paired w + against)
    against = OUR_EXTRA * Q + THEIR_EXTRA * L + CONTRADICTION * min(Q, L)

over pairs of similarity s; Q and L are the weights of our and their unpaired tokens. A token left over on
one side is an omission; left over on both sides it is a contradiction ("Bank of X", "Bank of Y").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from licet.match.similarity import GIVEN_NAME, INITIAL, JOINED, can_join, initial_agrees
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
    telling = _telling(ours, theirs, chosen)
    if not telling and not _same_words(ours, theirs, chosen):
        return Alignment(0.0, ())
    gained = paired_ours = paired_theirs = 0.0
    for link in chosen:
        our_weight = sum(ours.weights[link.ours[0] : link.ours[1]])
        their_weight = sum(theirs.weights[link.theirs[0] : link.theirs[1]])
        gained += link.similarity * (our_weight + their_weight)
        paired_ours += our_weight
        paired_theirs += their_weight
    left_ours = max(sum(ours.weights) - paired_ours, 0.0)
    left_theirs = max(sum(theirs.weights) - paired_theirs, 0.0)
    against = OUR_EXTRA * left_ours + THEIR_EXTRA * left_theirs + CONTRADICTION * min(left_ours, left_theirs)
    factor = TRANSLITERATED if ours.transliterated or theirs.transliterated else 1.0
    if len(telling) == 1 and (_is_loose(telling[0]) or _more_to_tell(ours, chosen)):
        factor *= LONE
    value = gained / (paired_ours + paired_theirs + against) * factor
    return Alignment(round(value, 4), tuple(chosen))


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
        Link((at, at + 2), (other, other + 1), JOINED, PairKind.JOINED)
        for at, other in _joins(ours.tokens, theirs.tokens)
    )
    found.extend(
        Link((other, other + 1), (at, at + 2), JOINED, PairKind.JOINED)
        for at, other in _joins(theirs.tokens, ours.tokens)
    )
    return found


def _between_persons(ours: str, theirs: str) -> tuple[float, PairKind] | None:
    """Compare words as parts of persons' names: other forms of a given name, initials."""
    if theirs in other_given_names(ours):
        return GIVEN_NAME, PairKind.SYMBOL
    return (INITIAL, PairKind.INITIAL) if initial_agrees(ours, theirs) else None


def _joins(pairs: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Places (i, j) where `pairs[i] + pairs[i + 1]` is `words[j]`."""
    found: list[tuple[int, int]] = []
    for at in range(len(pairs) - 1):
        joined = pairs[at] + pairs[at + 1]
        if joined in words and can_join(pairs[at], pairs[at + 1]):
            found.extend((at, other) for other, word in enumerate(words) if word == joined)
    return found


def _choose(ours: Weighted, theirs: Weighted, found: list[Link]) -> list[Link]:
    """One-to-one, greatest gain first; ties by place, so that the result never depends on anything else."""

    def gain(link: Link) -> float:
        weight = sum(ours.weights[link.ours[0] : link.ours[1]])
        return link.similarity * (weight + sum(theirs.weights[link.theirs[0] : link.theirs[1]]))

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


def _telling(ours: Weighted, theirs: Weighted, chosen: list[Link]) -> list[Link]:
    """Pairs with a telling word on both sides. Without one, names must be the same words to match."""
    return [
        link
        for link in chosen
        if any(is_telling(ours.tokens[place]) for place in range(*link.ours))
        and any(is_telling(theirs.tokens[place]) for place in range(*link.theirs))
    ]


def _same_words(ours: Weighted, theirs: Weighted, chosen: list[Link]) -> bool:
    """Say whether two names are the same words but for their order and short forms."""
    if sorted(ours.tokens) == sorted(theirs.tokens):
        return True
    equal = sum(link.kind in {PairKind.EQUAL, PairKind.SYMBOL} and link.similarity == 1 for link in chosen)
    return equal == len(ours.tokens) == len(theirs.tokens)


def _is_loose(link: Link) -> bool:
    return link.similarity < LONE_BELOW or link.kind is PairKind.SOUND or _is_other_form(link)


def _is_other_form(link: Link) -> bool:
    return link.kind is PairKind.SYMBOL and link.similarity < 1


def _more_to_tell(ours: Weighted, chosen: list[Link]) -> bool:
    """Say whether a telling word of ours has no counterpart."""
    used = {place for link in chosen for place in range(*link.ours)}
    left = (token for place, token in enumerate(ours.tokens) if place not in used)
    return any(is_telling(token) and len(token) >= LONE_LENGTH for token in left)
