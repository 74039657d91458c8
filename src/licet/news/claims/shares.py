"""Claims of how far the shares of a company rose or fell."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.news import AmountKind
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground, joined
from licet.news.claims.of_measures import figure
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind

SHARES = "share_price"
"""Predicate of these claims."""
_DOWN = listed(
    "fell fall falls dropped drop drops slid slumped plunged tumbled sank lost declined dipped shed down"
)
_UP = listed("rose rise rises gained jumped soared climbed surged rallied advanced up")
_NOT = listed("not never could may might would should if will")
_REACH, _BEHIND = 16, 40
"""Words from the noun to its verb, code points from the verb to the figure, at most."""


def shares(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """The shares of a company rose or fell by so much."""
    words = ground.laid.words
    moves = [
        number
        for number in range(place + 1, min(sentence.last, place + _REACH))
        if words[number].low in _DOWN or words[number].low in _UP
    ]
    for number in moves:
        before = words[number - 1].low
        if before in ("have", "has", "had") or before in _NOT:
            continue
        behind = ground.amounts_between(words[number].end, min(sentence.end, words[number].end + _BEHIND))
        moved = next((item for item in behind if item.value.kind is AmountKind.PERCENT), None)
        company = _company(ground, sentence, place, words[number].start)
        if moved is None or not company or ground.laid.quote_at(words[place].start) is not None:
            continue
        way = "down" if words[number].low in _DOWN else "up"
        span = ground.span(words[place].start, moved.spans[0].end)
        holder = ground.statement_at(words[place].start)
        yield Claim(
            kind=ClaimKind.STATE,
            subject=company,
            predicate=SHARES,
            value=f"{way} {figure(moved.value)}",
            support=(span,),
            modality=Modality.REPORTED if holder is None else Modality.CLAIMED,
            rule="state: share price",
            when=joined(ground.times_between(span.end, sentence.end)[:1]),
            statement=holder,
        )
        return


def _company(ground: Ground, sentence: Sentence, place: int, verb: int) -> str:
    """Key of the company: behind "shares of", else in front of the noun, else the last one told before."""
    words = ground.laid.words
    if place + 1 < sentence.last and words[place + 1].low in ("of", "in"):
        behind = _companies(ground, words[place].end, verb)
        if behind:
            return behind[-1]
    before = _companies(ground, sentence.start, words[place].start)
    if before:
        return before[-1]
    earlier = ground.sentence_before(sentence)
    told = _companies(ground, earlier.start, earlier.end) if earlier else []
    return told[0] if told else ""


def _companies(ground: Ground, start: int, end: int) -> list[str]:
    return [
        item.party.key
        for item in ground.named_between(start, end)
        if item.party.kind is PartyKind.ORGANISATION
    ]


MAKERS = dict.fromkeys(("shares", "stock"), shares)
"""The makers by the words that call them."""
