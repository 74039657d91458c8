"""Golden files of list parsers: what a few hand-written rows must become.

A case of a list is a set of files in `tests/lists/<list id>/`:

- `<case>.in.<part id>.<ext>`: one input file for each part, bytes as a publisher would give them
  (part ids as in the list's `list.yml`); a case with several parts has several such files;
- `<case>.out.jsonl`: what `parse.py` must make of them, in order, one JSON object a line:
  `licet.model.to_dict` of a listing, or of a problem `problem_dict` (its slug is under `problem`).

Example: `overflow.in.sdn.csv`, `overflow.in.comments.csv` and `overflow.out.jsonl`.
Nothing is registered: `test_golden.py` runs every case of every folder. To write the outputs anew after
a change that is meant, and then to read the difference: `python -m tests.lists.golden us_ofac_sdn [case]`.
Inputs are written by hand (facts restated or parties invented), never cut out of a published file.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

from licet.lists.base import RawEdition
from licet.model import Listing, Problem, Severity, to_dict

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Case:
    """One case: a list, its input files by part id, and the expected output."""

    list_id: str
    name: str
    out: Path
    inputs: Mapping[str, Path] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What pytest shows: `list/case`."""
        return f"{self.list_id}/{self.name}"

    def raw(self) -> RawEdition:
        """Read the inputs; a part is called `<part>.<ext>` in messages."""
        return RawEdition(
            parts={part: path.read_bytes() for part, path in self.inputs.items()},
            names={part: f"{part}{path.suffix}" for part, path in self.inputs.items()},
        )

    def actual(self) -> list[dict[str, Any]]:
        """Parse the inputs with the list's own parser."""
        return [result_dict(item) for item in parser(self.list_id).parse(self.raw())]

    def expected(self) -> list[dict[str, Any]]:
        """Read the expected output."""
        return [json.loads(line) for line in self.out.read_text(encoding="utf-8").splitlines() if line]

    def unaccounted(self) -> int:
        """Source rows less those of listings and problems; 0 unless a fatal problem ends the reading."""
        raw = self.raw()
        module = parser(self.list_id)
        results: list[Listing | Problem] = list(module.parse(raw))
        if any(isinstance(item, Problem) and item.severity is Severity.FATAL for item in results):
            return 0
        rows: int = module.facts(raw).rows
        return rows - sum(item.rows for item in results)


def parser(list_id: str) -> ModuleType:
    """Import the `parse.py` of a list."""
    return importlib.import_module(f"licet.lists.catalog.{list_id}.parse")


def problem_dict(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain JSON values; empty fields are left out."""
    content = {
        "problem": problem.code,
        "severity": str(problem.severity),
        "where": problem.where,
        "message": problem.message,
        "record": problem.record,
        "rows": problem.rows,
    }
    return {key: value for key, value in content.items() if value not in ("", 0)}


def result_dict(item: Listing | Problem) -> dict[str, Any]:
    """Return what a parser yields as plain JSON values."""
    return problem_dict(item) if isinstance(item, Problem) else to_dict(item)


def discover(root: Path = HERE) -> list[Case]:
    """Find every case below `tests/lists`, in order of list and name."""
    inputs: dict[tuple[str, str], dict[str, Path]] = {}
    for path in sorted(root.glob("*/*.in.*")):
        name, _, rest = path.name.partition(".in.")
        inputs.setdefault((path.parent.name, name), {})[rest.partition(".")[0]] = path
    return [
        Case(list_id, name, root / list_id / f"{name}.out.jsonl", parts)
        for (list_id, name), parts in sorted(inputs.items())
    ]


def write(case: Case) -> None:
    """Write what the parser gives today as the expected output of a case."""
    lines = [json.dumps(item, ensure_ascii=False, sort_keys=True) for item in case.actual()]
    case.out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write the outputs of one list anew, or those of one of its cases."""
    list_id, only = [*arguments, ""][:2]
    chosen = [case for case in discover() if case.list_id == list_id and only in ("", case.name)]
    for case in chosen:
        write(case)
    return 0 if chosen else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
