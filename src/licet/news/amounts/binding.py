"""The words around a figure: how they bind it, and what its money is."""

from __future__ import annotations

from functools import lru_cache

from licet.model.news import Bound, MoneyRole
from licet.news.words import Word

_BEFORE: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("as", "much", "as"), Bound.UP_TO),
    (("as", "many", "as"), Bound.UP_TO),
    (("no", "more", "than"), Bound.UP_TO),
    (("not", "more", "than"), Bound.UP_TO),
    (("a", "maximum", "of"), Bound.UP_TO),
    (("maximum", "of"), Bound.UP_TO),
    (("up", "to"), Bound.UP_TO),
    (("at", "most"), Bound.UP_TO),
    (("no", "less", "than"), Bound.AT_LEAST),
    (("no", "fewer", "than"), Bound.AT_LEAST),
    (("a", "minimum", "of"), Bound.AT_LEAST),
    (("minimum", "of"), Bound.AT_LEAST),
    (("at", "least"), Bound.AT_LEAST),
    (("in", "excess", "of"), Bound.MORE_THAN),
    (("more", "than"), Bound.MORE_THAN),
    (("upwards", "of"), Bound.MORE_THAN),
    (("over",), Bound.MORE_THAN),
    (("above",), Bound.MORE_THAN),
    (("exceeding",), Bound.MORE_THAN),
    (("less", "than"), Bound.LESS_THAN),
    (("fewer", "than"), Bound.LESS_THAN),
    (("under",), Bound.LESS_THAN),
    (("below",), Bound.LESS_THAN),
    (("nearly",), Bound.LESS_THAN),
    (("almost",), Bound.LESS_THAN),
    (("about",), Bound.ABOUT),
    (("around",), Bound.ABOUT),
    (("approximately",), Bound.ABOUT),
    (("roughly",), Bound.ABOUT),
    (("some",), Bound.ABOUT),
    (("an", "estimated"), Bound.ABOUT),
    (("estimated",), Bound.ABOUT),
)
_AFTER: tuple[tuple[tuple[str, ...], Bound], ...] = (
    (("or", "more"), Bound.AT_LEAST),
    (("or", "less"), Bound.UP_TO),
)
_BY_LAST = {words[-1]: tuple(row for row in _BEFORE if row[0][-1] == words[-1]) for words, _ in _BEFORE}
_STEMS: tuple[tuple[MoneyRole, tuple[str, ...]], ...] = (
    (MoneyRole.SUSPENDED, ("suspend",)),
    (MoneyRole.ESCROW, ("escrow",)),
    (MoneyRole.FORFEITURE, ("forfeit",)),
    (MoneyRole.FINE, ("penalty", "penalties", "penaliz", "penalis")),
    (MoneyRole.SETTLEMENT, ("settle",)),
)
_ROLES = {
    **dict.fromkeys(("fine", "fines", "fined"), MoneyRole.FINE),
    **dict.fromkeys(
        [
            "goods",
            "imports",
            "exports",
            "products",
            "items",
            "components",
            "equipment",
            "merchandise",
            "shipments",
            "technology",
        ],
        MoneyRole.GOODS,
    ),
    **dict.fromkeys(
        ["sales", "revenue", "revenues", "turnover", "profit", "profits", "earnings"], MoneyRole.SALES
    ),
    **dict.fromkeys(
        ["assets", "funds", "reserves", "deposits", "holdings", "accounts", "property"], MoneyRole.ASSETS
    ),
    **dict.fromkeys(
        ["deal", "contract", "contracts", "acquisition", "takeover", "bid", "purchase", "stake"],
        MoneyRole.DEAL,
    ),
    **dict.fromkeys(["aid", "loan", "loans", "credit", "grant", "grants", "assistance"], MoneyRole.AID),
}
_RIGHT, _LEFT = 6, 9
_MARKS = frozenset((".", ";", "¶", "—", ":"))


def bound(tokens: list[Word], begin: int, end: int) -> tuple[Bound, int, int] | None:
    """Return how words bind the figure at `begin` to before `end`, and where they stand; None for none."""
    for words, how in _BY_LAST.get(tokens[begin - 1].low, ()) if begin else ():
        first = begin - len(words)
        if first >= 0 and all(tokens[first + k].low == word for k, word in enumerate(words)):
            return how, first, begin
    for words, how in _AFTER if end < len(tokens) and tokens[end].low == "or" else ():
        last = end + len(words)
        if last <= len(tokens) and all(tokens[end + k].low == word for k, word in enumerate(words)):
            return how, end, last
    return None


def role(tokens: list[Word], begin: int, end: int) -> tuple[MoneyRole, int] | None:
    """Return what the money at `begin` to before `end` is, and the token that says so.

    The noun behind rules ("$60 billion in Chinese goods"), up to the next mark or figure; then the nearest
    before ("a fine of $1 billion"), within the sentence.
    """
    for i in range(end, min(len(tokens), end + _RIGHT)):
        low = tokens[i].low
        if low in _MARKS or low in {",", "$"} or tokens[i].number is not None:
            break
        if found := _role(low):
            return found, i
    for i in range(begin - 1, max(-1, begin - 1 - _LEFT), -1):
        if tokens[i].low in _MARKS:
            break
        if found := _role(tokens[i].low):
            return found, i
    return None


@lru_cache(maxsize=20_000)
def _role(low: str) -> MoneyRole | None:
    for told, stems in _STEMS:
        if low.startswith(stems):
            return told
    return _ROLES.get(low)
