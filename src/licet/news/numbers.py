"""Numbers as news writes them: figures, words and magnitudes, as exact decimals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
MAGNITUDES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
}
NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | frozenset(MAGNITUDES)
LONGEST = 24
"""Figures longer than this are neither amount nor date; skipped, so that hostile input costs nothing."""


def figures(text: str) -> Decimal | None:
    """Read figures with commas and a decimal point; None for what is too long to mean anything."""
    return Decimal(text.replace(",", "")) if len(text) <= LONGEST else None


def words(parts: Sequence[str], begin: Decimal | None = None) -> tuple[Decimal, int]:
    """Read a run of number words, such as `two hundred and five thousand`, as far as it is one number.

    Args:
        parts: The words in lower case; `and` and hyphens may stand among them.
        begin: Figures that came before the words, as in `1.19 billion`.

    Returns:
        The number, and how many of the parts belong to it: `five six` is two numbers.
    """
    total, group = Decimal(0), begin or Decimal(0)
    last = "ones" if begin is not None else ""
    used = 0
    for place, word in enumerate(parts):
        if word in ONES:
            if last == "ones" or (last == "tens" and not 0 < ONES[word] < 10):
                break
            group, last = group + ONES[word], "ones"
        elif word in TENS:
            if last in {"ones", "tens"}:
                break
            group, last = group + TENS[word], "tens"
        elif word in MAGNITUDES:
            size = MAGNITUDES[word]
            if size <= 100:
                group = (group or Decimal(1)) * size
            else:
                total, group = total + (group or Decimal(1)) * size, Decimal(0)
            last = "size"
        else:
            continue
        used = place + 1
    return total + group, used


def plain(value: Decimal) -> str:
    """Return a figure as digits, without an exponent and without idle zeros."""
    whole = value.to_integral_value()
    return f"{whole if value == whole else value.normalize():f}"
