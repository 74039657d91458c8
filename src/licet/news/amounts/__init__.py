"""Amounts of news: money with its currency, bound and role; percentages; counts of things. All are exact."""

from __future__ import annotations

from decimal import Decimal

from licet.model.news import Amount, AmountKind, Bound, Span, Value
from licet.news.amounts import binding, ranges
from licet.news.amounts.counts import counted
from licet.news.amounts.figures import Figure, figure
from licet.news.layout import Layout
from licet.news.tokens import Tokens, joined
from licet.news.words import Word, lex


def read(text: str) -> tuple[Value[Amount], ...]:
    """Read the amounts of a story.

    Args:
        text: The story; spans are offsets into it.

    Returns:
        The amounts in the order of the story, none overlapping another; the first span of each is the figure
        with its currency, a second one the words that bind it. Numbers in words that count things ("two
        people") are no amounts unless they have a magnitude.
    """
    return _read(text, joined(text, lex(text)), parts=True)


def amounts(laid: Layout) -> tuple[Value[Amount], ...]:
    """Read the amounts of a story that is laid out, as `read` does."""
    return _read(laid.story.text, laid.tokens, parts=not _PARTS.isdisjoint(laid.distinct))


_PARTS = frozenset(("half", "quarter", "quarters"))
"""Words that may begin an amount without a figure."""


def _read(text: str, told: Tokens, *, parts: bool) -> tuple[Value[Amount], ...]:
    """Read amounts; `parts` tells that one may begin with a part of a number."""
    found: list[Value[Amount]] = []
    place, tokens, begins = 0, told.words, told.numbers
    if parts:
        begins = sorted({*begins, *(i for i, low in enumerate(told.lows) if low in _PARTS)})
    for i in begins:
        if i < place:
            continue
        first = figure(tokens, i, text, place)
        if first is None or first.begin < place:
            continue
        value = _money(text, tokens, first, place) or counted(text, tokens, first)
        if value:
            found.append(value[0])
            place = value[1]
    return tuple(found)


def _money(text: str, tokens: list[Word], first: Figure, place: int) -> tuple[Value[Amount], int] | None:
    """Build money from a figure, or from the two of a range."""
    second = ranges.upper(tokens, first, text)
    unit = first.unit if first.unit is not None else (second.unit if second else None)
    if unit is None:
        return None
    begin, end = first.begin, second.end if second else first.end
    low, high = first.value, second.value if second else None
    if second and first.size == 1 < second.size and first.value < second.value / second.size:
        low *= second.size  # "$5 to $10 million"
    if high is not None and high <= low:
        return (
            None if first.unit is None else _built(text, tokens, (begin, first.end), (low, None, unit), place)
        )
    return _built(text, tokens, (begin, end), (low, high, unit), place)


def _built(
    text: str, tokens: list[Word], at: tuple[int, int], told: tuple[Decimal, Decimal | None, str], place: int
) -> tuple[Value[Amount], int]:
    begin, end = at
    low, high, unit = told
    opener = (
        begin - 1 if high is not None and begin and tokens[begin - 1].low in {"between", "from"} else begin
    )
    bound = binding.bound(tokens, opener, end)
    role = binding.role(tokens, begin, end)
    spans = [_span(text, tokens, begin, end)]
    if bound and bound[1] >= place:
        spans.append(_span(text, tokens, bound[1], bound[2]))
    amount = Amount(
        AmountKind.MONEY,
        low,
        unit,
        high,
        bound[0] if bound else Bound.EXACT,
        role[0] if role else None,
        _span(text, tokens, role[1], role[1] + 1) if role else None,
    )
    rule = "money_range" if high is not None else "money"
    return Value(amount, tuple(spans), rule), max(end, bound[2] if bound else end)


def _span(text: str, tokens: list[Word], begin: int, end: int) -> Span:
    return Span.within(text, tokens[begin].start, tokens[end - 1].end)
