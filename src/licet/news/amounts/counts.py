"""Percentages, and counts of things told in figures or with a magnitude."""

from __future__ import annotations

from decimal import Decimal

from licet.model.news import Amount, AmountKind, Span, Value
from licet.news.amounts import binding, ranges
from licet.news.amounts.figures import Figure, figure
from licet.news.dates.lexicon import WORDS as TIME_WORDS
from licet.news.listed import listed
from licet.news.words import STOP_OF_ABBREVIATION, Word

_TIMES = frozenset("MWUuPpgQYZKkThj")
_NO_NOUN = listed(
    "and or to in of on at by for from with as is was were are be has had that which who the a an than but"
    " if it he she they we its his her their this after before during since until when while not other"
)
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "our", "those", "these"))
_PEOPLE = listed("people men women children staff personnel aircraft")
_PHRASE = 5
"""Words in which the noun that is counted stands."""
_REFERENCES = listed(
    "item items section sections article articles chapter rule part page number resolution paragraph clause"
    " line route flight room annex schedule title regulation directive law no imo inn ogrn mmsi passport"
)
"""Before a figure, they tell that it is a name and counts nothing."""


def counted(text: str, tokens: list[Word], told: Figure) -> tuple[Value[Amount], int] | None:
    """Build a percentage or a count, or a range of them, from a figure without money.

    Returns:
        The amount, and one past its last token; None for what is neither.
    """
    if told.unit is not None or told.end >= len(tokens):
        return None
    return _percentage(text, tokens, told) or _count(text, tokens, told)


def _percentage(text: str, tokens: list[Word], told: Figure) -> tuple[Value[Amount], int] | None:
    sign, unit = _sign(tokens, told.end)
    second = _second(text, tokens, told, told.end + sign)
    more, unit_of_both = _sign(tokens, second.end) if second else (0, "")
    if second and more:
        low, high = told.value, second.value
        amount = Amount(AmountKind.PERCENT, low, unit_of_both, high)
        return _bound(text, tokens, (told.begin, second.end + more), amount, "percentage_range")
    if not sign:
        unit = _shared_sign(tokens, told)
        if not unit:
            return None
    return _bound(
        text,
        tokens,
        (told.begin, told.end + sign),
        Amount(AmountKind.PERCENT, told.value, unit),
        "percentage",
    )


def _shared_sign(tokens: list[Word], told: Figure) -> str:
    """Return the unit of the first of two figures that share it: `raised from 10 to 25 percent`."""
    if _low(tokens, told.begin - 1) != "from" or _low(tokens, told.end) != "to":
        return ""
    at = told.end + 1
    return _sign(tokens, at + 1)[1] if at < len(tokens) and tokens[at].number is not None else ""


def _sign(tokens: list[Word], at: int) -> tuple[int, str]:
    """Return of how many tokens the sign of a percentage is made, 0 for none, and its unit."""
    low, after = _low(tokens, at), _low(tokens, at + 1)
    if low in {"%", "percent", "pct", "％"}:
        return 1, "%"
    if low == "per" and after == "cent":
        return 2, "%"
    if low == "-" and after == "percent":
        return 2, "%"
    return (2, "percentage points") if low == "percentage" and after in {"point", "points"} else (0, "")


def _count(text: str, tokens: list[Word], told: Figure) -> tuple[Value[Amount], int] | None:
    if not _countable(text, tokens, told):
        return None
    second = _second(text, tokens, told, told.end) if tokens[told.end].low in {"to", "and"} else None
    if second and _countable(text, tokens, second) and (noun := _noun(tokens, second.end)):
        low = told.value * (second.size if told.size == 1 and told.value < second.size else Decimal(1))
        if low < second.value:
            amount = Amount(AmountKind.COUNT, low, noun, second.value)
            at = (told.begin, second.end)
            return _bound(text, tokens, at, amount, "count_range")
    noun = _noun(tokens, told.end)
    amount = Amount(AmountKind.COUNT, told.value, noun)
    return _bound(text, tokens, (told.begin, told.end), amount, "count") if noun else None


def _second(text: str, tokens: list[Word], told: Figure, link: int) -> Figure | None:
    """Return the upper end behind a word that joins two figures, where it is greater."""
    at = link + 1
    if at >= len(tokens) or tokens[at].number is None or not ranges.joins(tokens, told.begin, link):
        return None
    second = figure(tokens, at, text, at)
    fits = second is not None and second.unit is None and second.value > told.value
    return second if fits else None


def _countable(text: str, tokens: list[Word], told: Figure) -> bool:
    """Tell whether a figure may count things: no year, no day of a month, no part of a name."""
    first, before = tokens[told.begin], _low(tokens, told.begin - 1)
    if before == STOP_OF_ABBREVIATION:
        before = _low(tokens, told.begin - 2)  # "Sept. 8"
    written = text[first.start : first.end]
    figures = written[0].isdigit() or told.size >= 1000
    year = told.size == 1 and 1500 <= told.value < 2100 and "," not in written
    dated = TIME_WORDS.get(before, ("x",))[0] == "M"
    return figures and not year and not dated and not _named(tokens, told.begin) and before not in _REFERENCES


def _named(tokens: list[Word], at: int) -> bool:
    """Tell whether a hyphen glues a figure to what stands before it: `737-800`."""
    if at < 2 or tokens[at - 1].low != "-":
        return False
    return tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start


def _noun(tokens: list[Word], at: int) -> str:
    """Return what is counted: the noun in the plural that ends the phrase, else the next word."""
    if _low(tokens, at) == "of" and _low(tokens, at + 1) in _DEFINITE:
        at += 2  # "11 of its vessels"
    first = ""
    for i in range(at, min(len(tokens), at + _PHRASE)):
        low = tokens[i].low
        if not low[:1].isalpha() or low in _NO_NOUN or TIME_WORDS.get(low, ("x",))[0] in _TIMES:
            break
        if low in _PEOPLE or (low[-1] == "s" and len(low) > 3 and low[-2:] not in {"ss", "us", "is"}):
            return low
        first = first or low
    return first


def _bound(
    text: str, tokens: list[Word], at: tuple[int, int], amount: Amount, rule: str
) -> tuple[Value[Amount], int]:
    """Add the words that bind a figure."""
    begin, end = at
    opener = begin - (amount.high is not None and _low(tokens, begin - 1) in {"between", "from"})
    after = end if amount.kind is AmountKind.PERCENT else opener
    bound = binding.bound(tokens, opener, after)
    spans = [Span.within(text, tokens[begin].start, tokens[end - 1].end)]
    if bound is None or (bound[2] != opener and bound[1] != end):
        return Value(amount, tuple(spans), rule), end
    spans.append(Span.within(text, tokens[bound[1]].start, tokens[bound[2] - 1].end))
    amount = Amount(amount.kind, amount.value, amount.unit, amount.high, bound[0])
    return Value(amount, tuple(spans), rule), max(end, bound[2])


def _low(tokens: list[Word], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
