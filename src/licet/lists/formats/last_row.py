"""Tells whether the last row of a delimited file breaks off: what followed it is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from licet.model import Problem, Severity


@dataclass(slots=True)
class Record:
    """One record of a file without a header.

    Attributes:
        line: Line of the file on which it begins, from 1.
        fields: As published, quotes resolved, spaces kept.
    """

    line: int
    fields: list[str]


@dataclass(slots=True)
class LastRow:
    """Watches the records of one file go by, to judge the last of them.

    It breaks off when it cannot be read. Where it can, but the file does not end with a line end, copies that
    lost only that are told from files cut inside their last field: a closing quote ends a field, and so does
    a value that earlier rows have in this column, unless one of them has a longer one that begins with it;
    nothing at all is whole where most rows have nothing there.

    Attributes:
        text: The whole file.
        last: The record or problem seen last.
        values: How often the rows before the last have which value in their last column.
    """

    text: str
    last: Record | Problem | None = None
    values: Counter[str] = field(default_factory=Counter)

    def see(self, record: Record | Problem) -> None:
        """Take the next record of the file."""
        if isinstance(self.last, Record):
            self.values[self.last.fields[-1]] += 1
        self.last = record

    def breaks_off(self) -> bool:
        """Tell, once all records were seen, whether the last one is incomplete."""
        if isinstance(self.last, Problem):
            return self.last.severity is Severity.ROW
        if self.last is None or self.text.endswith(("\n", "\r", '"')):
            return False
        value = self.last.fields[-1]
        if not value:
            return 2 * self.values[value] <= self.values.total()
        return value not in self.values or any(
            other != value and other.startswith(value) for other in self.values
        )

    def problem(self, where: str) -> Problem:
        """Return the FATAL problem of a file that breaks off."""
        message = "the last row of the file breaks off, so rows after it are lost; fetch the file again"
        record = self.text.rstrip("\r\n").rpartition("\n")[2][:500]
        return Problem("truncated", where, message, record, Severity.FATAL)
