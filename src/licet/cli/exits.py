"""Exit status: one table, tested, and printed in the manual.

| Code | screen, match, shipment check | lists ..., policy test, replay, whatif | search | news ..., read |
|---|---|---|---|---|
| 0 | complete; nothing needs a person | same; intact; done; passed | found | done |
| 1 | complete; open hits, findings or review | differs; tampered; failed | nothing found | none; signals |
| 2 | usage or configuration error; nothing was done | trouble | trouble | trouble |
| 3 | incomplete: rows failed; not a clearance | | | an input was not read |
| 4 | refused: a mandatory list is missing, stale or failed its checks | an edition was refused | | |
| 5 | network error | a download failed | | an address did not come |
| 130 | interrupted; prints the command that resumes | | | |

Of several troubles the highest wins: 2, then 4, 5, 3, 1, 0.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from licet.errors import FetchError, IncompleteError, LicetError, RefusedEditionError, StoreError, UsageError


class Exit(IntEnum):
    """What a command tells its caller."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    REFUSED = 4
    NETWORK = 5
    INTERRUPTED = 130


_RANK = (Exit.USAGE, Exit.REFUSED, Exit.NETWORK, Exit.INCOMPLETE, Exit.FINDINGS, Exit.OK)


def worst(codes: Iterable[Exit]) -> Exit:
    """Return the code that wins; OK when there is none."""
    found = set(codes)
    return next((code for code in _RANK if code in found), Exit.OK)


def exit_for(error: LicetError) -> Exit:
    """Return the code of an error."""
    for kind, code in _ERRORS:
        if isinstance(error, kind):
            return code
    return Exit.USAGE


_ERRORS: tuple[tuple[type[LicetError], Exit], ...] = (
    (UsageError, Exit.USAGE),
    (RefusedEditionError, Exit.REFUSED),
    (IncompleteError, Exit.REFUSED),
    (FetchError, Exit.NETWORK),
    (StoreError, Exit.USAGE),
)


def screening(*, hits: int, failed_rows: int, unseen: Iterable[str], style: str = "gate") -> Exit:
    """Return the code of a screening.

    Args:
        hits: Open hits.
        failed_rows: Rows that could not be screened for another reason than a missing list.
        unseen: Why mandatory lists were not fully seen.
        style: `gate` as in the table; `grep` swaps 0 and 1 of a complete screening; `zero` gives 0 for any
            complete one.
    """
    if any(unseen):
        return Exit.REFUSED
    if failed_rows:
        return Exit.INCOMPLETE
    found = bool(hits)
    if style == "zero":
        return Exit.OK
    if style == "grep":
        found = not found
    return Exit.FINDINGS if found else Exit.OK
