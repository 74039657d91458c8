"""Which listed names can still reach the threshold: a proof, not a guess.

Let a be the sum of s * u over the pairs of an alignment and b the sum of s * w, U and W the whole weights
of our and the listed name. As s <= 1, the paired weights are at least a and b, so the denominator of the
score is at least

    OUR_EXTRA * U + (1 - OUR_EXTRA) * a + THEIR_EXTRA * W + (1 - THEIR_EXTRA) * b

and (a + b) over it grows with a and with b. So whatever bounds a and b from above bounds the score: each of
our tokens gives at most its best similarity in that name, and at most the best similarity times weight. A
name whose bound lies below the threshold is dropped; no other is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from licet.match.contents import Contents
from licet.match.neighbours import Neighbours, Source
from licet.match.score import OUR_EXTRA, THEIR_EXTRA, Weighted
from licet.match.similarity import INITIAL, JOINED, MOST_JOINED, can_join, is_initial
from licet.text.given_names import other_given_names

ROUNDING = 1e-4
"""Scores are rounded to four places: a bound a little below the threshold may still round up to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of our name: its weight, and where it can be paired."""

    weight: float
    source: Source

    @property
    def most(self) -> tuple[float, float]:
        """The most that it can add to a and to b in any name."""
        return self.weight * float(self.source.similarity.max()), float(self.source.gain.max())


def candidates(
    contents: Contents,
    neighbours: Neighbours,
    ours: Weighted,
    allowed: npt.NDArray[np.bool_],
    cut: float,
) -> npt.NDArray[np.int64]:
    """Return the forms, ascending, whose bound reaches the cut.

    Args:
        contents: The corpus.
        neighbours: Its vocabulary.
        ours: Our name.
        allowed: Forms that count.
        cut: The least score of interest.
    """
    whole = sum(ours.weights)
    least = cut - ROUNDING
    parts = [part for part in _parts(neighbours, ours) if len(part.source.forms)]
    parts.sort(key=lambda part: len(part.source.forms))
    needed = _needed(parts, whole, least)
    if not needed:
        return np.empty(0, np.int64)
    forms: npt.NDArray[np.int64] = np.unique(np.concatenate([part.source.forms for part in parts[:needed]]))
    forms = forms[allowed[forms]]
    if not len(forms):
        return forms
    a, b = np.zeros(len(forms)), np.zeros(len(forms))
    for part in parts:
        place = np.searchsorted(part.source.forms, forms)
        place[place == len(part.source.forms)] = 0
        met = np.flatnonzero(part.source.forms[place] == forms)
        a[met] += part.weight * part.source.similarity[place[met]]
        b[met] += part.source.gain[place[met]]
    theirs = contents.form_weight[forms]
    reaches = bound(np.minimum(a, whole), np.minimum(b, theirs), whole, theirs) >= least
    return np.asarray(forms[reaches])


def bound(
    a: npt.NDArray[np.float64], b: npt.NDArray[np.float64], whole: float, theirs: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return the greatest score of names of weight `theirs` whose pairs bring at most a and b."""
    least = OUR_EXTRA * whole + (1 - OUR_EXTRA) * a + THEIR_EXTRA * theirs + (1 - THEIR_EXTRA) * b
    return np.asarray((a + b) / np.maximum(least, 1e-12))


def _parts(neighbours: Neighbours, ours: Weighted) -> list[Part]:
    found: list[Part] = []
    for token, weight in zip(ours.tokens, ours.weights, strict=True):
        found.append(Part(weight, neighbours.near(token).source))
        if not ours.initials:
            continue
        if other_given_names(token):
            found.append(Part(weight, neighbours.given_source(token)))
        if is_initial(token):
            found.append(Part(weight, neighbours.letter_source(token)))
        elif is_initial(token[0]):
            source = neighbours.word_source(token[0], INITIAL)
            if source:
                found.append(Part(weight, source))
    for place in range(len(ours.tokens) - 1):
        for end in range(place + 2, min(place + MOST_JOINED, len(ours.tokens)) + 1):
            parts = ours.tokens[place:end]
            source = neighbours.word_source("".join(parts), JOINED) if can_join(parts) else None
            if source:
                found.append(Part(sum(ours.weights[place:end]), source))
    return found


def _needed(parts: list[Part], whole: float, least: float) -> int:
    """How many of the parts, rarest first, must be looked up.

    A name that meets only the others cannot reach the cut: they are taken off from the commonest on while
    their sum, against the lightest listed name that could hold it, stays below.
    """
    a = b = 0.0
    count = len(parts)
    while count:
        more_a, more_b = parts[count - 1].most
        a, b = min(a + more_a, whole), b + more_b
        if (a + b) / (OUR_EXTRA * whole + (1 - OUR_EXTRA) * a + b) >= least:
            break
        count -= 1
    return count
