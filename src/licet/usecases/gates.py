"""When an edition is refused: the reasons, with figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from licet.lists.base import Facts, ListSpec
from licet.model import Edition, Listing, Problem, Severity


def refusals(
    spec: ListSpec,
    facts: Facts,
    listings: Sequence[Listing],
    problems: Sequence[Problem],
    last_good: Edition | None,
) -> list[str]:
    """Return why an edition must be refused; empty when every gate is passed.

    Args:
        spec: The list, with its gates.
        facts: What the files say of themselves.
        listings: What was read.
        problems: What could not be read.
        last_good: The edition in use so far, None where there is none.
    """
    fatal = [item for item in problems if item.severity is Severity.FATAL]
    if fatal:
        return [f"{item.code} at {item.where}: {item.message}" for item in fatal[:5]]
    gates = spec.gates
    reasons = []
    if facts.rows < gates.min_rows:
        reasons.append(f"only {facts.rows:,} rows where this list has at least {gates.min_rows:,}")
    lost_rows = sum(item.rows for item in problems if item.severity is Severity.ROW)
    if facts.rows and lost_rows / facts.rows > gates.max_problem_share:
        codes = Counter(item.code for item in problems if item.severity is Severity.ROW)
        most = ", ".join(f"{count:,} x {code}" for code, count in codes.most_common(3))
        reasons.append(
            f"{lost_rows:,} of {facts.rows:,} rows could not be read ({most}); "
            f"at most {gates.max_problem_share:.0%} may fail"
        )
    if last_good is not None and last_good.listings:
        loss = 1 - len(listings) / last_good.listings
        if loss > gates.max_loss:
            reasons.append(
                f"{len(listings):,} parties where the edition of {last_good.published} had "
                f"{last_good.listings:,}: {loss:.1%} fewer; at most {gates.max_loss:.0%} may vanish at once"
            )
    return reasons
