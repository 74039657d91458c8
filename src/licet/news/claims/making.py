"""The claims of a story, made of all that was read from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from licet.model.news import Value
from licet.news.claims import attributes, counts, effects, figures, operations, shares, states, sums, talks
from licet.news.claims.claim import Claim
from licet.news.claims.ground import Ground, Known
from licet.news.claims.of_measures import of_measures
from licet.news.claims.of_statements import of_statements
from licet.news.layout import Layout, Sentence
from licet.news.modality.gate import Gate

Maker = Callable[[Ground, Sentence, int], Iterator[Claim]]


_WORDS = (
    operations.MAKERS,
    talks.MAKERS,
    states.MAKERS,
    effects.MAKERS,
    counts.MAKERS,
    sums.MAKERS,
    shares.MAKERS,
)


def _makers() -> dict[str, tuple[Maker, ...]]:
    table: dict[str, tuple[Maker, ...]] = {}
    for words in _WORDS:
        for word, maker in words.items():
            table[word] = (*table.get(word, ()), maker)
    return table


_MAKERS = _makers()
"""Makers of events and states by the words that call them."""
_CALLING = frozenset(_MAKERS)


def claims(laid: Layout, known: Known, gate: Gate) -> list[Value[Claim]]:
    """Make the claims of a story.

    Args:
        laid: The story laid out.
        known: What has been found in it.
        gate: The gate of modality on the story.

    Returns:
        The claims in the order of the story, with keys `c1`, `c2`.
    """
    ground = Ground(laid, known, gate.event)
    others = [*_events(ground), *attributes.of_organisations(ground), *attributes.of_persons(ground)]
    found = [
        *of_measures(ground),
        *of_statements(ground),
        *others,
        *figures.figures(ground, others),
    ]
    found.sort(key=lambda claim: (claim.support[0].start, claim.kind, claim.predicate, claim.value))
    numbered = map(Claim.keyed, found, map("c{}".format, count(1)))
    return [Value(claim, claim.support, claim.rule) for claim in numbered]


def _events(ground: Ground) -> Iterator[Claim]:
    """Events and states, found by the words that call their makers."""
    laid = ground.laid
    for sentence, place in laid.in_sentences(laid.called_by(_CALLING)):
        for maker in _MAKERS[laid.words[place].low]:
            yield from maker(ground, sentence, place)
