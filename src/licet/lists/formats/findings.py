"""Problems found while one record is read, collected beside the values that were understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from licet.model import Problem, Severity


@dataclass(slots=True)
class Findings:
    """What was odd about one record.

    Attributes:
        where: Place of the record: file, then line or key.
        problems: In the order found.
    """

    where: str
    problems: list[Problem] = field(default_factory=list)

    def value(self, code: str, column: str, message: str, text: str) -> None:
        """Report a value that was kept verbatim but not understood."""
        self.problems.append(Problem(code, f"{self.where}:{column}", message, text[:500]))

    def note(self, code: str, message: str, text: str = "") -> None:
        """Report something that cost nothing."""
        self.problems.append(Problem(code, self.where, message, text[:500], Severity.NOTE))

    def row(self, code: str, message: str, text: str, rows: int = 1) -> None:
        """Report a record that could not become a listing."""
        self.problems.append(Problem(code, self.where, message, text[:500], Severity.ROW, rows))
