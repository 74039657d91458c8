"""What a bulk screening writes: the table with the results beside each row, and what they add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from licet.errors import IncompleteError
from licet.tables import Mapping, Row, Shape, Table, TableWriter
from licet.usecases.screen_checkpoint import Checkpoint
from licet.usecases.screen_columns import NO_MORE, RowResult, cells, output_shape, plain_result
from licet.usecases.screen_news import NEWS_COLUMNS, NewsBeside
from licet.usecases.screen_types import RunSummary, ScreenOptions, Status

_KEPT_IN_SHORT = {Status.HIT, Status.ERROR, Status.NOT_SCREENED}


@dataclass(slots=True)
class _Totals:
    """What the rows written so far add up to."""

    rows_in: int = 0
    rows_out: int = 0
    candidates: int = 0
    noted: int = 0
    counts: Counter[Status] = field(default_factory=lambda: Counter(dict.fromkeys(Status, 0)))

    def add(self, found: RowResult, rows: int = 1) -> None:
        self.rows_in += rows
        self.counts[found.status] += rows
        self.candidates += rows * len(found.candidates)
        noted = bool(found.error) and found.status not in {Status.ERROR, Status.NOT_SCREENED}
        self.noted += rows * noted


@dataclass(frozen=True)
class Output:
    """One run on one table."""

    table: Table
    options: ScreenOptions
    mapping: Mapping
    checkpoint: Checkpoint
    run_id: str
    news: NewsBeside | None = None

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Why the screening does not see all it must."""
        return tuple(str(reason) for reason in self.checkpoint.facts.get("incomplete") or ())

    @cached_property
    def plain(self) -> RowResult:
        """What becomes of a row without a remark that finds nothing: most rows."""
        return plain_result(self.incomplete, self.options)

    def write(self, target: Path, sha256: str) -> RunSummary:
        """Write the output from the input and the kept results.

        Raises:
            IncompleteError: The rows of input and output do not add up.
        """
        totals = _Totals()
        writer = TableWriter(target, self._shape(), scratch=self.checkpoint.folder, beside=self.table)
        with writer:
            written = writer.write_beside(self._plain_cells(), self._special(totals))
            if written is None:
                writer.write(self._rows(totals))
            else:
                self._add_plain(totals, self.table.rows or 0)
                if written != totals.rows_out:
                    raise IncompleteError([f"{totals.rows_out} rows to write, {written} written"])
            summed = sum(totals.counts.values())
            if summed != totals.rows_in or totals.rows_in != self.checkpoint.start:
                raise IncompleteError([f"{self.checkpoint.start} rows in, {summed} rows accounted for"])
            summary = self._summary(totals, writer)
            writer.finish(self._run(summary, sha256))
        return summary

    def _rows(self, totals: _Totals) -> Iterator[Row]:
        """Give the output row by row, each input row followed by what was found."""
        special = self._special(totals)
        place, found = next(special, (-1, []))
        plain = self._plain_cells()
        rows = 0
        for number, row in enumerate(self.table.read()):
            if number >= self.checkpoint.start:
                raise IncompleteError([f"row {number + 1} of the input has no result"])
            rows += 1
            beside = plain
            if number == place:
                beside = found
                place, found = next(special, (-1, []))
            for added in beside:
                yield (*row, *added)
        self._add_plain(totals, rows)

    def _special(self, totals: _Totals) -> Iterator[tuple[int, list[Row]]]:
        """Give number and output cells of each row whose result is not the plain one."""
        for number, found in self._told():
            totals.add(found)
            beside = self._cells(found, number)
            totals.rows_out += len(beside)
            yield number, beside

    def _told(self) -> Iterator[tuple[int, RowResult]]:
        """Give every row whose result is not the plain one, or that has cells of news of its own."""
        special = self.checkpoint.special()
        if self.news is None:
            return special
        return _with_rows(special, sorted(self.news.cells), self.plain)

    def _shape(self) -> Shape:
        return output_shape(self.table.shape, NEWS_COLUMNS if self.news else NO_MORE)

    def _plain_cells(self) -> list[Row]:
        return self._cells(self.plain, -1)

    def _cells(self, found: RowResult, number: int) -> list[Row]:
        if self.options.hits_only and found.status not in _KEPT_IN_SHORT:
            return []
        told = cells(found, self.options.layout, self.run_id, self.options.limit)
        if self.news is None:
            return list(told)
        news = self.news.of(number)
        return [(*row, *news) for row in told]

    def _add_plain(self, totals: _Totals, rows: int) -> None:
        """Count the rows that are not special, of so many in all."""
        plain = rows - totals.rows_in
        totals.add(self.plain, plain)
        totals.rows_out += plain * len(self._plain_cells())

    def _summary(self, totals: _Totals, writer: TableWriter) -> RunSummary:
        reasons = list(self.incomplete)
        if not totals.rows_in:
            reasons.append("the input holds no rows below its header")
        failed, skipped = totals.counts[Status.ERROR], totals.counts[Status.NOT_SCREENED]
        if failed:
            reasons.append(f"rows that could not be read or screened: {failed} (see scr_error)")
        if skipped:
            reasons.append(f"rows not screened: {skipped} (see scr_error)")
        return RunSummary(
            run_id=self.run_id,
            target=writer.target,
            sidecar=writer.sidecar,
            counts=dict(totals.counts),
            rows_in=totals.rows_in,
            rows_out=totals.rows_out,
            candidates=totals.candidates,
            noted=totals.noted,
            complete=not reasons,
            reasons=tuple(reasons),
            notes=self.table.notes + self.mapping.notes,
            mapping=self.mapping,
        )

    def _run(self, summary: RunSummary, sha256: str) -> dict[str, Any]:
        """Lay out what the sidecar and the run sheet say."""
        return {
            "run": self.run_id,
            "complete": summary.complete,
            "reasons": list(summary.reasons),
            "input": {"name": self.table.path.name, "sha256": sha256, "rows": summary.rows_in},
            "output": {"rows": summary.rows_out, "layout": str(self.options.layout)}
            | ({"hits_only": True} if self.options.hits_only else {}),
            "counts": {str(status): count for status, count in summary.counts.items()},
            "candidates": summary.candidates,
            "noted": summary.noted,
            "sort": str(self.mapping.kind),
            "mapping": {use.column: str(use.field) for use in self.mapping.uses},
            "notes": list(summary.notes),
            **self.checkpoint.facts,
            **({"news": dict(self.news.facts)} if self.news else {}),
        }


def _with_rows(
    special: Iterator[tuple[int, RowResult]], rows: Sequence[int], plain: RowResult
) -> Iterator[tuple[int, RowResult]]:
    """Give results by row, ascending; a row without one gets the plain one."""
    coming = iter(rows)
    row = next(coming, None)
    for number, found in special:
        while row is not None and row < number:
            yield row, plain
            row = next(coming, None)
        if row == number:
            row = next(coming, None)
        yield number, found
    while row is not None:
        yield row, plain
        row = next(coming, None)
