"""The two ways through a table: row by row, and in columns with only what may find something row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from licet.errors import IncompleteError
from licet.match._kernel import ArrowBatch, ArrowStream, OddArrow
from licet.match.sieve import Sieve, Sifted
from licet.model import Subject
from licet.tables import Mapping, Reading, Row, SubjectReader, Table
from licet.tables.columns import as_arrow, batches, cell_reader
from licet.tables.parquet import ParquetTable, unreadable
from licet.text.countries import country_code
from licet.usecases.comparable import is_comparable, not_compared, told
from licet.usecases.screen_columns import Chunk, RowResult, result
from licet.usecases.screen_marks import Marks, RowMarks, name_columns
from licet.usecases.screen_types import Outcome, Screener, ScreenOptions, SievingScreener

_AT_ONCE = 1 << 15
"""Rows that are sifted at a time, while those before are judged."""


@dataclass(frozen=True, slots=True)
class RowScreening:
    """How one row is screened: the screener, what the run does not see, what is asked for."""

    mapping: Mapping
    screener: Screener
    incomplete: tuple[str, ...]
    options: ScreenOptions

    def results(self, readings: Sequence[Reading]) -> list[RowResult]:
        """Screen rows one by one.

        Raises:
            IncompleteError: The screener did not answer for every subject.
        """
        readings = [_compared(item) for item in readings]
        subjects = [item.subject for item in readings if item.subject is not None]
        outcomes: list[Outcome] = list(self.screener.screen_many(subjects))
        if len(outcomes) != len(subjects):
            raise IncompleteError([f"{len(subjects)} subjects gave {len(outcomes)} outcomes"])
        following = iter(outcomes)
        return [
            result(item, None if item.subject is None else next(following), self.incomplete, self.options)
            for item in readings
        ]


def _compared(reading: Reading) -> Reading:
    """Note what of a subject is not compared; without the subject when that is all of it."""
    subject = reading.subject
    empty = not_compared(subject) if subject is not None else ()
    if subject is None or not empty:
        return reading
    if is_comparable(subject):
        return Reading(subject, (*reading.notes, f"not compared: {told(empty)}"))
    return Reading(None, (*reading.notes, f"nothing to compare: {told(empty)}"))


def by_rows(table: Table, screening: RowScreening, start: int, plain: RowResult) -> Iterator[Chunk]:
    """Screen a table row by row, from row `start` on."""
    reader = SubjectReader(screening.mapping, table.columns, country_code)
    for batch in table.batches(start, screening.options.batch):
        yield Chunk.of(screening.results([reader.read(row) for row in batch]), plain)


def in_columns(table: Table, screening: RowScreening, start: int, plain: RowResult) -> Iterator[Chunk] | None:
    """Screen a table in columns, from row `start` on; None where it, or the screener, has no such way.

    The results are those of `by_rows`: a row is screened by itself unless it is proven to find nothing.
    """
    columns = tuple(dict.fromkeys(use.column for use in screening.mapping.uses))
    if not isinstance(table, ParquetTable) or not isinstance(screening.screener, SievingScreener):
        return None
    names = name_columns(screening.mapping, columns)
    if not any((names.given, names.last, names.whole, names.others)) or not as_arrow(table, columns):
        return None
    return _sifted(table, columns, screening, start, plain)


def _sifted(
    table: ParquetTable, columns: tuple[str, ...], screening: RowScreening, start: int, plain: RowResult
) -> Iterator[Chunk]:
    assert isinstance(screening.screener, SievingScreener)  # noqa: S101  seen by `in_columns`
    sieve = screening.screener.sieve(name_columns(screening.mapping, columns))
    with batches(table, columns, start) as rows, _ahead() as pool:
        way = _ColumnWay(ArrowStream(rows), screening.mapping, columns, sieve)
        coming: Future[_Slice | None] = pool.submit(way.next)
        while found := _finished(coming, table):
            coming = pool.submit(way.next)
            readings = way.readings(found)
            results = screening.results([reading for _, reading in readings])
            special = zip((place for place, _ in readings), results, strict=True)
            yield Chunk(found.end - found.begin, [(place, item) for place, item in special if item != plain])


def _finished(coming: Future[_Slice | None], table: ParquetTable) -> _Slice | None:
    try:
        return coming.result()
    except OddArrow as error:
        raise unreadable(table.path, error) from error


@contextmanager
def _ahead() -> Iterator[ThreadPoolExecutor]:
    """Give a thread that works ahead; what it has not begun is dropped at the end."""
    pool = ThreadPoolExecutor(1)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Slice:
    """Rows of a batch, and what the sieve found of them."""

    batch: ArrowBatch
    begin: int
    end: int
    sifted: Sifted


class _ColumnWay:
    """Goes through the batches of a table slice by slice."""

    def __init__(self, stream: ArrowStream, mapping: Mapping, columns: Sequence[str], sieve: Sieve) -> None:
        self._stream = stream
        self._sieve = sieve
        self._cells = [cell_reader(kind) for _, kind in stream.columns]
        self._marks = RowMarks(mapping, columns, self._cells)
        self._reader = SubjectReader(mapping, columns, country_code)
        self._batch: ArrowBatch | None = None
        self._done = 0

    def next(self) -> _Slice | None:
        """Read and sift the next rows; None at the end."""
        while self._batch is None or self._done == len(self._batch):
            self._batch, self._done = self._stream.next(), 0
            if self._batch is None:
                return None
        begin, end = self._done, min(self._done + _AT_ONCE, len(self._batch))
        marks: Marks = self._marks.of(self._batch, begin, end)
        self._done = end
        return _Slice(self._batch, begin, end, self._sieve.sift(self._batch, begin, end, marks))

    def readings(self, found: _Slice) -> list[tuple[int, Reading]]:
        """Return place in the slice and reading of each row that must be screened by itself."""

        def subject_of(row: int) -> Subject | None:
            return self._reader.read(self._row(found.batch, row)).subject

        return [
            (row - found.begin, self._reader.read(self._row(found.batch, row)))
            for row in self._sieve.suspects(found.sifted, subject_of)
        ]

    def _row(self, batch: ArrowBatch, row: int) -> Row:
        return tuple(read(cell) for read, cell in zip(self._cells, batch.row(row), strict=True))
