"""Birth dates as intervals."""

from __future__ import annotations

from datetime import date

from licet.match.effects import BIRTH_AGREES, BIRTH_DIFFERS, BIRTH_TYPO
from licet.model import PartialDate, Qualifier, Verdict

_YEAR = 366
_CIRCA_YEARS = 2


def compare(ours: tuple[PartialDate, ...], theirs: tuple[PartialDate, ...]) -> Qualifier | None:
    """Birth dates agree when the days that both sides allow overlap.

    A year alone allows each of its days; "circa" allows two years more on each side. Of several dates the
    closest pair counts. Dates within a year of each other, with day and month swapped or one digit off,
    look like an error of typing and count against the match a little; dates farther apart count against it
    more.
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
    if gap <= _YEAR or any(_mistyped(our, their) for our in ours for their in theirs):
        reason = f"Date of birth differs as by an error of typing: {mine} against {listed}."
        return Qualifier("birth_date", Verdict.DIFFERS, mine, listed, BIRTH_TYPO, reason)
    reason = f"Date of birth differs: {mine} against {listed}."
    return Qualifier("birth_date", Verdict.DIFFERS, mine, listed, BIRTH_DIFFERS, reason)


def _gap(ours: PartialDate, theirs: PartialDate) -> int:
    """Days between two intervals; 0 when they overlap."""
    margin = _CIRCA_YEARS * _YEAR * (ours.circa or theirs.circa)
    apart = max((theirs.first - ours.last).days, (ours.first - theirs.last).days)
    return max(apart - margin, 0)


def _mistyped(ours: PartialDate, theirs: PartialDate) -> bool:
    if ours.first != ours.last or theirs.first != theirs.last:
        return False
    mine, listed = ours.first, theirs.first
    swapped = (mine.year, mine.day, mine.month) == (listed.year, listed.month, listed.day)
    return swapped or _digits_apart(mine, listed) == 1


def _digits_apart(mine: date, listed: date) -> int:
    pairs = zip(mine.isoformat(), listed.isoformat(), strict=True)
    return sum(left != right for left, right in pairs)
