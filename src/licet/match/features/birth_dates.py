"""Birth dates as intervals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from licet.match.effects import BIRTH_AGREES, BIRTH_APART, BIRTH_FAR, BIRTH_TYPO, BIRTH_TYPO_YEAR
from licet.model import PartialDate, Qualifier, Verdict

_YEAR = 366
_CIRCA_YEARS = 2


def compare(ours: tuple[PartialDate, ...], theirs: tuple[PartialDate, ...]) -> Qualifier | None:
    """Birth dates agree when the days that both sides allow overlap.

    A year alone allows each of its days; "circa" allows two years more on each side. Of several dates the
    closest pair counts. Dates that are one digit apart, or have day and month swapped, look like an error of
    typing and hardly count against the match. Other dates count against it the more, the farther they are
    apart.
    """
    if not ours:
        return None
    mine = " or ".join(item.iso for item in ours)
    if not theirs:
        return Qualifier("birth_date", Verdict.MISSING, mine, "", 0.0, "The list gives no date of birth.")
    listed = " or ".join(item.iso for item in theirs)
    gap = min(_gap(our, their) for our in ours for their in theirs)
    if gap == 0:
        reason = f"Date of birth agrees: {mine} and {listed}."
        return Qualifier("birth_date", Verdict.AGREES, mine, listed, BIRTH_AGREES, reason)
    effect = effect_apart(gap)
    typing = max(typing_effect(our, their) for our in ours for their in theirs)
    if typing > effect:
        reason = f"Date of birth differs as by an error of typing: {mine} against {listed}."
        return Qualifier("birth_date", Verdict.DIFFERS, mine, listed, typing, reason)
    reason = f"Date of birth differs by {_span(gap)}: {mine} against {listed}."
    return Qualifier("birth_date", Verdict.DIFFERS, mine, listed, effect, reason)


def effect_apart(days: int) -> float:
    """Return the effect of dates so many days apart (at least one) that no error of typing explains."""
    return next((effect for years, effect in BIRTH_APART if days <= years * _YEAR), BIRTH_FAR)


def typing_effect(ours: PartialDate, theirs: PartialDate) -> float:
    """Return the effect of two dates that one digit, or day and month swapped, would make agree.

    Returns:
        `BIRTH_TYPO` for two days, `BIRTH_TYPO_YEAR` where a side gives no more than a year or month (one date
        in twenty then looks like an error), `BIRTH_FAR` where no such error explains them.
    """
    if _is_day(ours) and _is_day(theirs):
        mine, listed = ours.first, theirs.first
        swapped = (mine.year, mine.month, mine.day) == (listed.year, listed.day, listed.month)
        return BIRTH_TYPO if swapped or _digits_apart(mine, listed) <= 1 else BIRTH_FAR
    if any(theirs.first <= item <= theirs.last for item in _misspelt(ours)):
        return BIRTH_TYPO_YEAR
    if any(ours.first <= item <= ours.last for item in _misspelt(theirs)):
        return BIRTH_TYPO_YEAR
    years = _is_year(ours) and _is_year(theirs) and _digits_apart(ours.first, theirs.first) == 1
    return BIRTH_TYPO_YEAR if years else BIRTH_FAR


def _gap(ours: PartialDate, theirs: PartialDate) -> int:
    """Days between two intervals; 0 when they overlap."""
    margin = _CIRCA_YEARS * _YEAR * (ours.circa or theirs.circa)
    apart = max((theirs.first - ours.last).days, (ours.first - theirs.last).days)
    return max(apart - margin, 0)


def _is_day(given: PartialDate) -> bool:
    return given.first == given.last


def _misspelt(given: PartialDate) -> tuple[date, ...]:
    """Return the days that an exact day may have been meant for."""
    return tuple(_meant(given.first)) if _is_day(given) else ()


def _meant(day: date) -> Iterator[date]:
    if day.day <= 12:
        yield date(day.year, day.day, day.month)
    text = day.isoformat()
    for place, sign in enumerate(text):
        if sign != "-":
            for digit in "0123456789":
                try:
                    yield date.fromisoformat(f"{text[:place]}{digit}{text[place + 1 :]}")
                except ValueError:
                    continue


def _is_year(given: PartialDate) -> bool:
    return given.first == date(given.first.year, 1, 1) and given.last == date(given.first.year, 12, 31)


def _digits_apart(mine: date, listed: date) -> int:
    pairs = zip(mine.isoformat(), listed.isoformat(), strict=True)
    return sum(left != right for left, right in pairs)


def _span(days: int) -> str:
    years = days // _YEAR
    if not years:
        return "less than a year"
    return f"over {years} years" if years > 1 else "over a year"
