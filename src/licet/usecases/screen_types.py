"""The words of a bulk screening: what goes in, what comes back, how it is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from licet.match.sieve import NameColumns, Sieve
from licet.model import Match, PartyKind, Screened, Subject
from licet.tables import Mapping as ColumnMapping
from licet.tables import TableWriter, open_table
from licet.usecases.adverse_media import AdverseMedia


class Status(StrEnum):
    """What became of one input row. None of them says "clear": nothing found is no clearance."""

    NO_HIT = "no_hit"
    HIT = "hit"
    SUPPRESSED = "suppressed"
    ERROR = "error"
    NOT_SCREENED = "not_screened"


class Layout(StrEnum):
    """How many output rows an input row gets."""

    ROWS = "rows"
    """One for each candidate, at least one."""
    WIDE = "wide"
    """One, with the best hit."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An earlier decision on a hit; with `goodguy` set it suppresses the hit, which stays a row."""

    disposition: str
    reason: str = ""
    goodguy: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What screening one subject gave.

    Attributes:
        screened: None when it failed.
        error: Why it failed, or what part of it did.
        decisions: Entity id to an earlier decision on that hit.
    """

    screened: Screened | None
    error: str = ""
    decisions: Mapping[str, Decision] = field(default_factory=dict)


class Screener(Protocol):
    """What the composition root hands in: the matcher under fixed clocks, and what pins its answers."""

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Screen subjects, in order, one outcome for each."""

    def run_facts(self) -> dict[str, object]:
        """Return JSON values: engine, policy, as_of, known_by, lists; `incomplete` says what was not seen."""


@runtime_checkable
class SievingScreener(Screener, Protocol):
    """A screener that can also prove of many rows at once that they find nothing."""

    def sieve(self, columns: NameColumns) -> Sieve:
        """Return its sieve for a table with its names in these columns."""


@dataclass(frozen=True, slots=True)
class ScreenOptions:
    """How to read the input and lay out the output.

    Attributes:
        mapping: Which column means what, as the user said; None leaves it to detection.
        detect: Fill by detection what the mapping leaves open.
        kind: What sort of party the rows describe where no column says it.
        id_column: The column with the user's own key; empty leaves it to mapping or detection.
        sheet: Of a workbook: name or place from 1.
        encoding: Of a text format; empty to guess.
        delimiter: Of csv and tsv; empty to guess.
        layout: One output row for each candidate, or one for each input row.
        limit: Most hits of one input row that are given a row each; 0 for all. `scr_hits` counts them all.
        hits_only: Leave out rows of status `no_hit` and `suppressed`; what needs a person stays.
        explain: Turns a match into words for `scr_explain`; None leaves it empty.
        url: Gives the address of a match's source for `scr_url`; None leaves it empty.
        news: Subjects of stories, told in columns of their own; no other column depends on them.
        resume: Go on from the checkpoint, where there is one.
        restart: Drop the checkpoint and begin anew.
        batch: Rows between two checkpoints.
    """

    mapping: ColumnMapping | None = None
    detect: bool = True
    kind: PartyKind = PartyKind.UNKNOWN
    id_column: str = ""
    sheet: str | int | None = None
    encoding: str = ""
    delimiter: str = ""
    layout: Layout = Layout.ROWS
    limit: int = 0
    hits_only: bool = False
    explain: Callable[[Match], str] | None = None
    url: Callable[[Match], str] | None = None
    news: AdverseMedia | None = None
    resume: bool = False
    restart: bool = False
    batch: int = 1000


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: input rows done, of how many (None: unknown), and what they gave so far.

    `hits` counts rows with an open hit, `errors` rows that failed; both only since this process began.
    """

    rows: int
    total: int | None
    hits: int
    errors: int


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a run did.

    Attributes:
        run_id: The same for the same input, options and list editions.
        target: The table written.
        sidecar: The JSON file beside it.
        counts: Input rows by status; every status is there, and together they are `rows_in`.
        rows_in: Rows of the input.
        rows_out: Rows of the output.
        candidates: Hits over all rows, suppressed ones included.
        noted: Rows with a remark in `scr_error` that were screened all the same.
        complete: Every row was screened against every mandatory list.
        reasons: Why the run is not complete; empty when it is.
        notes: What was guessed: encoding, sheet, columns.
        mapping: Which column was taken for what.
        resumed: Input rows that an earlier process had done.
    """

    run_id: str
    target: Path
    sidecar: Path
    counts: Mapping[Status, int]
    rows_in: int
    rows_out: int
    candidates: int
    noted: int
    complete: bool
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    mapping: ColumnMapping
    resumed: int = 0

    @property
    def summary(self) -> dict[str, int]:
        """Input rows by status, as plain values."""
        return {str(status): count for status, count in self.counts.items()}

    def rows(self) -> Iterator[dict[str, object]]:
        """Give the rows of the table written, column to value."""
        table = open_table(self.target)
        return (dict(zip(table.columns, row, strict=True)) for row in table.read())

    def hits(self) -> Iterator[dict[str, object]]:
        """Give the output rows of input rows with an open hit."""
        return (row for row in self.rows() if row["scr_status"] == Status.HIT)

    def to(self, target: str | Path) -> Path:
        """Write the screened table once more, in the format of another suffix, with the same run sheet."""
        table = open_table(self.target)
        run = json.loads(self.sidecar.read_text(encoding="utf-8"))
        with TableWriter(Path(target), table.shape) as writer:
            writer.write(table.read())
            writer.finish(run)
        return Path(target)
