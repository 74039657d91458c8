"""Claims of the sum of a fine or settlement that no slot of the measure holds, and of sums called wrong."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.news import AmountKind, Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground
from licet.news.claims.of_measures import figure
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures.measure import PENALTIES, SlotName
from licet.news.modality.modality import Modality

_WRONG = listed("wrong incorrect incorrectly wrongly inaccurate mistaken misreported misstated erroneous")
_PAYING = listed("pay pays paid cost costs hand handed fork forked")
_REACH = 6
"""Words from the verb to the sum at most."""


def paid(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """What a fine costs: "must pay £14.2m", "cost the lender £14.2m"."""
    words = ground.laid.words
    stop = words[min(sentence.last - 1, place + _REACH)].end
    key = _only_penalty(ground)
    if not key or ground.laid.quote_at(words[place].start) is not None:
        return
    if any(word.low in _HYPOTHETICAL for word in words[max(sentence.first, place - 3) : place]):
        return
    for value in ground.amounts_between(words[place].end, stop)[:1]:
        amount = value.value
        if amount.kind is AmountKind.MONEY and not ground.is_sum_of_measure(value.spans[0]):
            holder = ground.statement_at(words[place].start)
            modality = Modality.REPORTED if holder is None else Modality.STATED
            span = ground.span(words[place].start, value.spans[0].end)
            yield _claim(key, figure(amount), (value.spans[0], span), modality, holder)


_HYPOTHETICAL = listed("could might may would not never n't if to")


def called_wrong(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """A sum that others tell is called wrong: "reports putting the sum at £14.2m appear to be wrong"."""
    words = ground.laid.words
    key = _only_penalty(ground)
    sums = [
        value
        for value in ground.amounts_between(sentence.start, sentence.end)
        if value.value.kind is AmountKind.MONEY
    ]
    if key and len(sums) == 1 and ground.statement_at(words[place].start) is None:
        span = sums[0].spans[0]
        yield _claim(key, figure(sums[0].value), (span,), Modality.DENIED, None)


def _claim(key: str, figure: str, support: tuple[Span, ...], modality: Modality, holder: int | None) -> Claim:
    return Claim(
        kind=ClaimKind.SLOT,
        subject="",
        predicate=SlotName.AMOUNT.value,
        value=figure,
        support=support,
        modality=modality,
        rule="slot: sum of a penalty" if modality is not Modality.DENIED else "slot: sum called wrong",
        measure=key,
        statement=holder,
    )


def _only_penalty(ground: Ground) -> str:
    """Key of the one fine or settlement of a story; empty for none or several."""
    found = [key for kind in PENALTIES for key in ground.keys_of(kind)[:2]]
    return found[0] if len(found) == 1 else ""


MAKERS = {**dict.fromkeys(_PAYING, paid), **dict.fromkeys(_WRONG, called_wrong)}
"""The makers by the words that call them."""
