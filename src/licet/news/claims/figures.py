"""Claims of figures: money, percentages and counts that a story tells and that nothing else has read.

A reader who lays stories side by side wants each figure they give: what was bought, lost, repaid or employed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from licet.model.news import AmountKind, Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.counts import COUNT
from licet.news.claims.ground import Ground, joined
from licet.news.claims.of_measures import figure
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures.measure import MeasureType, SlotName
from licet.news.modality.lexicon import UNREAL
from licet.news.modality.modality import Modality

FIGURE = "figure"
"""Predicate of these claims."""
_OTHERS = frozenset((ClaimKind.STATE, ClaimKind.ATTRIBUTE, ClaimKind.EVENT))
"""Kinds of claims that tell a figure themselves, beside the counts of a measure."""
_TO_COME = listed("will shall expects expect expected plans plan planned to")
_SELLING = listed("subscription subscriptions subscribe subscribers unsubscribe discount voucher coupon")
"""Words of a paragraph that sells the paper, and reports nothing."""
_OFFERED = listed("offer free save register ticket tickets membership")
"""Words of a sentence that sells a seat or the paper; money in it is a price."""
_MARKS = (", ", "; ", ": ", " (", ") ")
_LONGEST = 240
"""Code points of a clause on each side of its figure at most."""


def figures(ground: Ground, others: Iterable[Claim]) -> Iterator[Claim]:
    """The figures of the running text that stand in no quote and that no other claim tells.

    Args:
        ground: The story.
        others: The claims of events, states, counts and attributes.
    """
    if not ground.money:
        return
    taken = [
        (span.start, span.end)
        for claim in others
        if claim.kind in _OTHERS or claim.predicate.startswith(COUNT)
        for span in claim.support
    ]
    starts, reach = _reach(sorted(taken))
    paragraphs, offers = _selling(ground)
    for value in ground.money:
        span = value.spans[0]
        sentence = ground.sentence_at(span.start)
        if sentence is None or ground.is_sum_of_measure(span) or ground.laid.quote_at(span.start) is not None:
            continue
        before = bisect_left(starts, span.end)
        if before and reach[before - 1] > span.start:
            continue
        if sentence.paragraph in paragraphs or sentence.first in offers:
            continue
        clause = _clause(ground, sentence, span)
        standing = _standing(ground, clause, span)
        if standing is None:
            continue
        holder = ground.statement_at(span.start)
        frozen = _frozen(ground, clause, span) if value.value.kind is AmountKind.MONEY else ""
        named = [item.party.key for item in ground.named_between(clause.start, clause.end)]
        yield Claim(
            kind=ClaimKind.SLOT if frozen else ClaimKind.STATE,
            subject="",
            predicate=SlotName.AMOUNT if frozen else FIGURE,
            value=figure(value.value),
            support=(span, clause) if frozen else (clause, span),
            modality=standing if holder is None or standing is not Modality.REPORTED else Modality.STATED,
            rule="slot: sum that is frozen" if frozen else "state: figure",
            measure=frozen,
            when=joined(ground.times_between(clause.start, clause.end)[:1]),
            statement=holder,
            parties=tuple(dict.fromkeys(named)),
        )


def _reach(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Starts of some spans, and how far any of them up to there reaches."""
    return [start for start, _ in spans], list(accumulate((end for _, end in spans), max))


def _clause(ground: Ground, sentence: Sentence, span: Span) -> Span:
    """The words from comma to comma around a figure."""
    text = ground.laid.story.text
    floor, ceiling = max(sentence.start, span.start - _LONGEST), min(sentence.end, span.end + _LONGEST)
    start = max(
        (place + len(mark) for mark in _MARKS if (place := text.rfind(mark, floor, span.start)) >= 0),
        default=floor,
    )
    end = min(
        (place for mark in _MARKS if (place := text.find(mark, span.end, ceiling)) >= 0), default=ceiling
    )
    while end > span.end and text[end - 1] in ".!? \n":
        end -= 1
    return ground.span(start, end)


def _standing(ground: Ground, clause: Span, span: Span) -> Modality | None:
    """Whether a figure is told as it is or as one to come; None for one that is only thought of."""
    words = ground.laid.lows[ground.laid.word_at(clause.start) : ground.laid.word_at(span.start)]
    if not UNREAL.isdisjoint(words):
        return None
    return Modality.REPORTED if _TO_COME.isdisjoint(words) else Modality.EXPECTED


def _frozen(ground: Ground, clause: Span, span: Span) -> str:
    """Key of the freeze whose sum a clause tells: "a freeze on $5 million"."""
    told = ground.measure_before(span.start, span.start - clause.start)
    told = told or ground.measure_between(span.end, clause.end)
    return told[0] if told and ground.kind_at(told[1].start) is MeasureType.ASSET_FREEZE else ""


def _selling(ground: Ground) -> tuple[set[int], set[int]]:
    """Paragraphs that sell the paper, and first words of sentences that offer something for money."""
    laid = ground.laid
    paragraphs = {sentence.paragraph for sentence, _ in laid.in_sentences(laid.called_by(_SELLING))}
    return paragraphs, {sentence.first for sentence, _ in laid.in_sentences(laid.called_by(_OFFERED))}
