"""A figure in its place: the number with its magnitude, and the currency before or behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from licet.news.amounts import currencies
from licet.news.numbers import MAGNITUDES
from licet.news.words import Word

_SHORT = {
    "k": Decimal(1000),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
}
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}


class Figure(NamedTuple):
    """A number in a story.

    Attributes:
        begin: First token, the currency included.
        end: One past the last token.
        value: The number, magnitude multiplied out.
        size: The magnitude told with it, 1 for none; a range shares it.
        unit: The code of its money, "" for a word of several currencies, None where no money is named.
    """

    begin: int
    end: int
    value: Decimal
    size: Decimal
    unit: str | None


def figure(tokens: list[Word], i: int, text: str, floor: int = 0) -> Figure | None:
    """Read the figure whose number stands at token `i`, its money not before `floor`."""
    told = _number(tokens, i, text)
    if told is None:
        return None
    begin, end, value, size = told
    before = _before(tokens, begin, text)
    if before and before[0] >= floor:
        begin, unit, scale = before
        value, size = value * scale, size * scale
        if unit == "USD" and end < len(tokens) and tokens[end].low in {"dollar", "dollars"}:
            end += 1
        end, value, size = _late_size(tokens, end, value, size)
        return Figure(begin, end, value, size, unit)
    behind = _behind(tokens, end, value)
    if behind is None:
        return Figure(begin, end, value, size, None)
    stop, unit, scale = behind
    value, size = value * scale, size * scale
    stop, value, size = _late_size(tokens, stop, value, size)
    return _with_coins(tokens, Figure(begin, stop, value, size, unit))


def _number(tokens: list[Word], i: int, text: str) -> tuple[int, int, Decimal, Decimal] | None:
    """Return first token, end, value and magnitude of `1.19 billion`, `5bn`, `quarter million`."""
    token = tokens[i]
    part = _PARTS.get(token.low)
    if part is not None:
        behind = i + 2 if _low(tokens, i + 1) == "of" else i + 1
        size = tokens[behind].number if behind < len(tokens) else None
        if size is None or size < 1000 or tokens[behind].low[0].isdigit():
            return None
        times = tokens[i - 1].number if token.low == "quarters" and i else Decimal(1)
        first = i - 1 if token.low == "quarters" else i
        return None if times is None else (first, behind + 1, part * times * size, size)
    if token.number is None:
        return None
    size = MAGNITUDES.get(text[token.start : token.end].lower().split()[-1], Decimal(1))
    glued = i + 1 < len(tokens) and tokens[i + 1].start == token.end
    short = _SHORT.get(_low(tokens, i + 1)) if glued and size == 1 else None
    if short is not None:
        return i, i + 2, token.number * short, short
    return i, i + 1, token.number, size


def _before(tokens: list[Word], begin: int, text: str) -> tuple[int, str, Decimal] | None:
    """Return where a currency before the number begins, its code and a magnitude in it (`MEUR 60`)."""
    low = _low(tokens, begin - 1)
    if low in currencies.SYMBOLS:
        prefix = _low(tokens, begin - 2)
        near = begin >= 2 and tokens[begin - 2].end == tokens[begin - 1].start
        if low == "$" and (near or prefix in {"c", "us", "u.s.", "hk", "nz"}):
            code = currencies.DOLLARS.get(prefix) or (currencies.word(prefix) if near else None)
            if code:
                return begin - 2, code, Decimal(1)
        return begin - 1, currencies.SYMBOLS[low], Decimal(1)
    code_word = text[tokens[begin - 1].start : tokens[begin - 1].end] if begin else ""
    if low in currencies.CODES or low in {"dollar", "sen"}:
        return begin - 1, currencies.word(low) or "", Decimal(1)
    if len(low) == 4 and low[0] == "m" and low[1:] in currencies.CODES and code_word.isupper():
        return begin - 1, low[1:].upper(), Decimal(10**6)
    if code_word in currencies.PRINTED:
        return begin - 1, currencies.PRINTED[code_word], Decimal(1)
    return None


def _behind(tokens: list[Word], end: int, value: Decimal) -> tuple[int, str, Decimal] | None:
    """Return where a currency behind the number ends, its code and a magnitude in it (`120 MEUR`)."""
    if _low(tokens, end) == "-":
        end += 1
    low, after = _low(tokens, end), _low(tokens, end + 1)
    if low in currencies.SYMBOLS and tokens[end].start - tokens[end - 1].end <= 1:
        free = (
            end + 1 >= len(tokens)
            or tokens[end + 1].number is None
            or tokens[end + 1].start > tokens[end].end
        )
        return (end + 1, currencies.SYMBOLS[low], Decimal(1)) if free else None
    named = currencies.named(low, after)
    if named:
        return end + 2, named, Decimal(1)
    if len(low) == 4 and low[0] == "m" and low[1:] in currencies.CODES:
        return end + 1, low[1:].upper(), Decimal(10**6)
    code = currencies.word(low)
    if code is None or (low in {"won", "real", "mark", "marks", "pound", "pounds"} and value < 100):
        return None
    return end + 1, code, Decimal(1)


def _late_size(tokens: list[Word], end: int, value: Decimal, size: Decimal) -> tuple[int, Decimal, Decimal]:
    """Take a magnitude that follows the currency: `75 USD million`."""
    low = _low(tokens, end)
    if size == 1 and low in MAGNITUDES and MAGNITUDES[low] > 1000:
        return end + 1, value * MAGNITUDES[low], MAGNITUDES[low]
    return end, value, size


def _with_coins(tokens: list[Word], money: Figure) -> Figure:
    """Add `and forty-five cents`, or the bare `50` of `15 dollars 50`."""
    at = money.end + (_low(tokens, money.end) == "and")
    coins = tokens[at].number if at < len(tokens) else None
    if (
        coins is None
        or not 0 < coins < 100
        or coins != int(coins)
        or money.size != 1
        or money.unit in currencies.SMALL
    ):
        return money
    small = currencies.word(_low(tokens, at + 1))
    if small in currencies.SMALL:
        return Figure(money.begin, at + 2, money.value + coins / 100, money.size, money.unit)
    free = _low(tokens, at + 1) in {"", ".", ",", "¶", "more"} and at == money.end and coins >= 10
    if free and money.value == int(money.value):
        return Figure(money.begin, at + 1, money.value + coins / 100, money.size, money.unit)
    return money


def _low(tokens: list[Word], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""
