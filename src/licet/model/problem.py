"""Bad data is a value: what a publisher did, where, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much of the file a problem costs."""

    FATAL = "fatal"
    """The file is not usable as an edition: truncated, not well-formed, not the list it claims."""
    ROW = "row"
    """A row could not become a listing; its text is kept in `record`."""
    FIELD = "field"
    """The row became a listing; one value of it was kept verbatim but not understood."""
    NOTE = "note"
    """Nothing was lost; the publisher broke its own format and was understood all the same."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that a published file got wrong.

    Attributes:
        code: Stable slug, such as `bad_date` or `unknown_column`.
        where: Place in the source: part, line or record key, field.
        message: One sentence for a person.
        record: The source text concerned, verbatim, cut at 500 characters.
        severity: What it costs.
        rows: Source rows that this problem accounts for instead of a listing (only for `ROW`).
    """

    code: str
    where: str
    message: str
    record: str = ""
    severity: Severity = Severity.FIELD
    rows: int = 0
