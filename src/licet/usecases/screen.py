"""Screens a file of many parties: every input row comes back, with what was found beside it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from licet.errors import IncompleteError, UsageError
from licet.model import PartyKind
from licet.tables import (
    Field,
    Mapping,
    Reading,
    Row,
    SubjectReader,
    Table,
    TableWriter,
    Use,
    detect_mapping,
    kind_of,
    open_table,
)
from licet.text.countries import country_code
from licet.usecases.screen_checkpoint import Checkpoint, digest
from licet.usecases.screen_columns import RowResult, cells, output_shape, result
from licet.usecases.screen_types import (
    Outcome,
    Progress,
    RunSummary,
    Screener,
    ScreenOptions,
    Status,
)

_SAMPLE = 500
_NOT_PINNING = {"known_by", "store"}
"""Facts that do not change an answer: the editions, which do, are pinned by their own hashes."""
_KEPT_IN_SHORT = {Status.HIT, Status.ERROR, Status.NOT_SCREENED}


def mapping_for(table: Table, options: ScreenOptions) -> Mapping:
    """Return the mapping that a screening would use; to be shown before it is used.

    Raises:
        UsageError: It does not fit the table.
    """
    stated = options.mapping or Mapping(())
    if stated.kind is PartyKind.UNKNOWN:
        stated = replace(stated, kind=options.kind)
    if options.id_column:
        others = tuple(use for use in stated.uses if use.field is not Field.ID)
        stated = replace(stated, uses=(*others, Use(options.id_column, Field.ID)))
    if options.detect or options.mapping is None:
        sample = next(table.batches(size=_SAMPLE), [])
        stated = stated.over(detect_mapping(table.columns, sample, country_code, options.kind))
    stated.check(table.columns)
    return stated.telling_unused(table.columns)


def screen_file(
    source: Path,
    target: Path,
    *,
    screener: Screener,
    options: ScreenOptions,
    on_progress: Callable[[Progress], None],
) -> RunSummary:
    """Screen every row of a table and write the table with the results beside each row.

    Progress is kept in `<target>.partial/`; a run that is killed goes on with `options.resume` and gives the
    same bytes. The output holds no time of day: equal input, options and editions give equal bytes.

    Args:
        source: The table to screen.
        target: The table to write; its suffix says the format.
        screener: The matcher under fixed clocks.
        options: How to read and lay out.
        on_progress: Called after each batch that is safely kept.

    Raises:
        UsageError: The files, columns, options or checkpoint do not fit; nothing was done.
        IncompleteError: The rows of input and output do not add up; the checkpoint stays.
        KeyboardInterrupt: The user stopped it; the checkpoint stays.
    """
    if source.resolve() == target.resolve():
        message = f"{target}: the output would replace the input. Choose another name with -o."
        raise UsageError(message)
    kind_of(target, writing=True)
    table = open_table(source, sheet=options.sheet, encoding=options.encoding, delimiter=options.delimiter)
    output_shape(table.shape)
    mapping = mapping_for(table, options)
    reader = SubjectReader(mapping, table.columns, country_code)
    facts = screener.run_facts()
    pins = _pins(source, mapping, options, facts)
    with Checkpoint(target, pins, facts) as checkpoint:
        checkpoint.open(resume=options.resume, restart=options.restart)
        resumed = checkpoint.start
        job = _Job(table, options, mapping, checkpoint, digest(pins)[:16])
        job.screen(reader, screener, on_progress)
        if _sha256(source) != pins["the input"]:
            message = f"{source} changed while it was screened. Begin anew with --restart."
            raise UsageError(message)
        summary = job.write(target, pins["the input"])
        checkpoint.remove()
    return replace(summary, resumed=resumed)


@dataclass(slots=True)
class _Totals:
    """What the rows written so far add up to."""

    rows_in: int = 0
    rows_out: int = 0
    candidates: int = 0
    noted: int = 0
    counts: Counter[Status] = field(default_factory=lambda: Counter(dict.fromkeys(Status, 0)))

    def add(self, found: RowResult) -> None:
        self.rows_in += 1
        self.counts[found.status] += 1
        self.candidates += len(found.candidates)
        self.noted += bool(found.error) and found.status not in {Status.ERROR, Status.NOT_SCREENED}


@dataclass(frozen=True, slots=True)
class _Job:
    """One run on one table."""

    table: Table
    options: ScreenOptions
    mapping: Mapping
    checkpoint: Checkpoint
    run_id: str

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Why the screening does not see all it must."""
        return tuple(str(reason) for reason in self.checkpoint.facts.get("incomplete") or ())

    def screen(
        self, reader: SubjectReader, screener: Screener, on_progress: Callable[[Progress], None]
    ) -> None:
        """Screen the rows that are not done yet, batch by batch."""
        hits = errors = 0
        for batch in self.table.batches(self.checkpoint.start, self.options.batch):
            readings = [reader.read(row) for row in batch]
            results = self._results(readings, screener)
            self.checkpoint.add(results)
            hits += sum(item.status is Status.HIT for item in results)
            errors += sum(item.status is Status.ERROR for item in results)
            on_progress(Progress(self.checkpoint.start, self.table.rows, hits, errors))

    def _results(self, readings: Sequence[Reading], screener: Screener) -> list[RowResult]:
        subjects = [item.subject for item in readings if item.subject is not None]
        outcomes: list[Outcome] = list(screener.screen_many(subjects))
        if len(outcomes) != len(subjects):
            raise IncompleteError([f"{len(subjects)} subjects gave {len(outcomes)} outcomes"])
        following = iter(outcomes)
        return [
            result(item, None if item.subject is None else next(following), self.incomplete, self.options)
            for item in readings
        ]

    def write(self, target: Path, sha256: str) -> RunSummary:
        """Write the output from the input and the kept results."""
        totals = _Totals()
        writer = TableWriter(target, output_shape(self.table.shape), scratch=self.checkpoint.folder)
        with writer:
            writer.write(self._rows(totals))
            summed = sum(totals.counts.values())
            if summed != totals.rows_in or totals.rows_in != self.checkpoint.start:
                raise IncompleteError([f"{self.checkpoint.start} rows in, {summed} rows accounted for"])
            summary = self._summary(totals, writer)
            writer.finish(self._run(summary, sha256))
        return summary

    def _rows(self, totals: _Totals) -> Iterator[Row]:
        results = self.checkpoint.results()
        for row in self.table.read():
            found = next(results, None)
            if found is None:
                raise IncompleteError([f"row {totals.rows_in + 1} of the input has no result"])
            totals.add(found)
            if self.options.hits_only and found.status not in _KEPT_IN_SHORT:
                continue
            for added in cells(found, self.options.layout, self.run_id, self.options.limit):
                totals.rows_out += 1
                yield (*row, *added)

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
        }


def _pins(source: Path, mapping: Mapping, options: ScreenOptions, facts: dict[str, object]) -> dict[str, str]:
    """Hash what the results depend on, under the words that a refusal to go on uses."""
    asked = {
        "mapping": mapping.to_toml(),
        "sheet": options.sheet,
        "encoding": options.encoding,
        "delimiter": options.delimiter,
        "layout": options.layout,
        "limit": options.limit,
        "hits_only": options.hits_only,
        "explain": options.explain is not None,
        "url": options.url is not None,
    }
    return {
        "the input": _sha256(source),
        "the options": digest(asked),
        "the lists, policy or day": digest({k: v for k, v in facts.items() if k not in _NOT_PINNING}),
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
