"""Three-valued logic (Kleene): a fact is True, False or not known (None); unknown never counts as False."""

from __future__ import annotations

from collections.abc import Iterable


def every(facts: Iterable[bool | None]) -> bool | None:
    """Tell whether all hold: False when one does not, None when that hangs on an unknown one."""
    result: bool | None = True
    for fact in facts:
        if fact is False:
            return False
        if fact is None:
            result = None
    return result


def some(facts: Iterable[bool | None]) -> bool | None:
    """Tell whether one holds: True when one does, None when that hangs on an unknown one."""
    result: bool | None = False
    for fact in facts:
        if fact is True:
            return True
        if fact is None:
            result = None
    return result


def negated(fact: bool | None) -> bool | None:  # noqa: FBT001  the value is the operand
    """Return the opposite; unknown stays unknown."""
    return None if fact is None else not fact
