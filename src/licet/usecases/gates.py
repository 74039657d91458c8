"""When an edition is refused: the reasons, with figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from licet.lists.base import Facts, Gates, ListSpec
from licet.model import Edition, Listing, Problem, Severity
from licet.usecases.tally import Tally, tally

_FEW_ORPHANS = 20
_ORPHAN_SHARE = 0.002
"""Real editions have one such row at most; a main table cut at 99 percent leaves a hundred."""
_FEW_FILLED = 20
_FILLED_LEFT = 0.5
"""A field that is filled half as often as before, or less often, was not read as it should have been."""


def refusals(
    spec: ListSpec,
    facts: Facts,
    listings: Sequence[Listing],
    problems: Sequence[Problem],
    last_good: Edition | None,
    before: Tally | None = None,
) -> list[str]:
    """Return why an edition must be refused; empty when every gate is passed.

    Args:
        spec: The list, with its gates.
        facts: What the files say of themselves.
        listings: What was read.
        problems: What could not be read.
        last_good: The edition in use so far, None where there is none.
        before: What that edition holds; None where there is none.
    """
    fatal = [item for item in problems if item.severity is Severity.FATAL]
    if fatal:
        return [f"{item.code} at {item.where}: {item.message}" for item in fatal[:5]]
    now = tally(listings)
    reasons = [*_unreadable(spec.gates, facts, problems), *_orphans(now, problems)]
    if last_good is not None and last_good.listings:
        reasons += _size(spec.gates, len(listings), last_good)
        if before is not None and before.parties:
            reasons += _content(spec.gates, now, before, last_good)
    return reasons


def _unreadable(gates: Gates, facts: Facts, problems: Sequence[Problem]) -> Iterator[str]:
    if facts.rows < gates.min_rows:
        yield f"only {facts.rows:,} rows where this list has at least {gates.min_rows:,}"
    lost_rows = sum(item.rows for item in problems if item.severity is Severity.ROW)
    if facts.rows and lost_rows / facts.rows > gates.max_problem_share:
        codes = Counter(item.code for item in problems if item.severity is Severity.ROW)
        most = ", ".join(f"{count:,} x {code}" for code, count in codes.most_common(3))
        yield (
            f"{lost_rows:,} of {facts.rows:,} rows could not be read ({most}); "
            f"at most {gates.max_problem_share:.0%} may fail"
        )


def _orphans(now: Tally, problems: Sequence[Problem]) -> Iterator[str]:
    """Rows of aliases and addresses whose party is missing: the main table was cut, or is of another day.

    A part carried from the edition before has such rows of right: of the parties removed since.
    """
    codes = Counter(item.code for item in problems)
    orphans = codes["orphan_row"]
    rows = orphans + now.aliases + now.addresses
    if not codes["carried_part"] and orphans > max(_FEW_ORPHANS, _ORPHAN_SHARE * rows):
        yield (
            f"{orphans:,} of about {rows:,} rows of aliases and addresses belong to parties that the main "
            f"table does not have; at most {_ORPHAN_SHARE:.1%} may: the main table was cut, or the files are "
            "of different days"
        )


def _size(gates: Gates, parties: int, last_good: Edition) -> Iterator[str]:
    loss = 1 - parties / last_good.listings
    said = f"{parties:,} parties where the edition of {last_good.published} had {last_good.listings:,}"
    if loss > gates.max_loss:
        yield f"{said}: {loss:.1%} fewer; at most {gates.max_loss:.0%} may vanish at once"
    if -loss > gates.max_growth:
        yield f"{said}: {1 - loss:.1f} times as many; at most {1 + gates.max_growth:g} times as many may come"


def _content(gates: Gates, now: Tally, before: Tally, last_good: Edition) -> Iterator[str]:
    gone = len(before.keys - now.keys)
    if gone / before.parties > gates.max_turnover:
        yield (
            f"{gone:,} of the {before.parties:,} keys of the edition of {last_good.published} are gone "
            f"({gone / before.parties:.1%}); at most {gates.max_turnover:.0%} may go at once"
        )
    fall = 1 - now.names / before.names if before.names else 0.0
    if fall > gates.max_loss:
        yield (
            f"{now.names:,} names, aliases included, where the edition of {last_good.published} had "
            f"{before.names:,}: {fall:.1%} fewer; at most {gates.max_loss:.0%} may vanish at once"
        )
    for field, count in before.filled.items():
        was, share = count / before.parties, now.filled.get(field, 0) / max(now.parties, 1)
        if count >= _FEW_FILLED and share < _FILLED_LEFT * was:
            yield (
                f"{now.filled.get(field, 0):,} of {now.parties:,} parties have {field} ({share:.1%}), where "
                f"{count:,} of {before.parties:,} had some in the edition of {last_good.published} "
                f"({was:.1%}); a fall by more than half means that the field was not read"
            )
