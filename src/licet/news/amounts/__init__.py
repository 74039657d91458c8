"""Amounts of news: money with its currency, bound and role; percentages; counts of things. All are exact."""

from __future__ import annotations

from decimal import Decimal

from licet.model.news import Amount, AmountKind, Bound, Span, Value
from licet.news.amounts import binding
from licet.news.amounts.figures import Figure, figure
from licet.news.dates.lexicon import WORDS as TIME_WORDS
from licet.news.layout import Layout
from licet.news.tokens import tokens as joined
from licet.news.words import Word, lex

_TIMES = frozenset("MWUuPpgQYZ")
_NO_NOUN = frozenset(
    [
        "and",
        "or",
        "to",
        "in",
        "of",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "is",
        "was",
        "were",
        "are",
        "be",
        "has",
        "had",
        "that",
        "which",
        "who",
        "the",
        "a",
        "an",
        "than",
        "but",
        "if",
        "it",
        "he",
        "she",
        "they",
        "we",
        "its",
        "his",
        "her",
        "their",
        "this",
        "after",
        "before",
        "during",
        "since",
        "until",
        "when",
        "while",
        "not",
    ]
)


def read(text: str) -> tuple[Value[Amount], ...]:
    """Read the amounts of a story.

    Args:
        text: The story; spans are offsets into it.

    Returns:
        The amounts in the order of the story, none overlapping another; the first span of each is the figure
        with its currency, a second one the words that bind it. Numbers in words that count things ("two
        people") are no amounts unless they have a magnitude.
    """
    return _read(text, joined(text, lex(text)))


def amounts(laid: Layout) -> tuple[Value[Amount], ...]:
    """Read the amounts of a story that is laid out, as `read` does."""
    return _read(laid.story.text, laid.tokens)


def _read(text: str, tokens: list[Word]) -> tuple[Value[Amount], ...]:
    found: list[Value[Amount]] = []
    place = 0
    for i, token in enumerate(tokens):
        if i < place or (token.number is None and token.low not in {"half", "quarter", "quarters"}):
            continue
        told = figure(tokens, i, text, place)
        if told is None or told.begin < place:
            continue
        value = _money(text, tokens, told, place) or _other(text, tokens, told)
        if value:
            found.append(value[0])
            place = value[1]
    return tuple(found)


def _money(text: str, tokens: list[Word], first: Figure, place: int) -> tuple[Value[Amount], int] | None:
    """Build money from a figure, or from the two of a range."""
    second = _range(tokens, first, text)
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


def _range(tokens: list[Word], first: Figure, text: str) -> Figure | None:
    """Return the upper end of `$5 to $10 million`, `between 5 and 10 million euros`, `$1-2 billion`."""
    low = tokens[first.end].low if first.end < len(tokens) else ""
    opener = tokens[first.begin - 1].low if first.begin else ""
    if not (
        low in {"-", "–"} or (low == "to" and opener != "rose") or (low == "and" and opener == "between")
    ):
        return None
    for step in (1, 2, 3):
        i = first.end + step
        if i < len(tokens) and tokens[i].number is not None:
            second = figure(tokens, i, text, first.end)
            apart = first.unit and second and second.unit and first.unit != second.unit
            meets = second is not None and second.begin == first.end + 1
            moved = low == "to" and opener not in {"from", "between"} and not (second and second.unit)
            return second if meets and not apart and not moved else None
    return None


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


def _other(text: str, tokens: list[Word], told: Figure) -> tuple[Value[Amount], int] | None:
    """Build a percentage, or a count of things told in figures or with a magnitude."""
    if told.unit is not None or told.end >= len(tokens):
        return None
    after = tokens[told.end].low
    if after in {"%", "percent"} or (after == "per" and _low(tokens, told.end + 1) == "cent"):
        end = told.end + (2 if after == "per" else 1)
        return _plain(
            text, tokens, (told.begin, end), Amount(AmountKind.PERCENT, told.value, "%"), "percentage"
        )
    figures = tokens[told.begin].low[0].isdigit() or told.size >= 1000
    noun = after[0].isalpha() and after not in _NO_NOUN and TIME_WORDS.get(after, ("x",))[0] not in _TIMES
    year = (
        told.size == 1
        and 1500 <= told.value < 2100
        and "," not in text[tokens[told.begin].start : tokens[told.begin].end]
    )
    if not (figures and noun) or year or _dated(tokens, told):
        return None
    return _plain(text, tokens, (told.begin, told.end), Amount(AmountKind.COUNT, told.value, after), "count")


def _plain(
    text: str, tokens: list[Word], at: tuple[int, int], amount: Amount, rule: str
) -> tuple[Value[Amount], int]:
    bound = binding.bound(tokens, at[0], at[0])
    spans = [_span(text, tokens, *at)]
    if bound and bound[2] == at[0]:
        spans.append(_span(text, tokens, bound[1], bound[2]))
        amount = Amount(amount.kind, amount.value, amount.unit, bound=bound[0])
    return Value(amount, tuple(spans), rule), at[1]


def _dated(tokens: list[Word], told: Figure) -> bool:
    """Tell whether a month stands before the figure."""
    return told.begin > 0 and TIME_WORDS.get(tokens[told.begin - 1].low, ("x",))[0] == "M"


def _low(tokens: list[Word], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def _span(text: str, tokens: list[Word], begin: int, end: int) -> Span:
    return Span.within(text, tokens[begin].start, tokens[end - 1].end)
