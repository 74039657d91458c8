"""The `scr_` columns: from the outcome of one row to the cells beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from licet.errors import UsageError
from licet.model import Match, Screened, Subject, Verdict
from licet.tables import ColumnType, Reading, Row, Shape
from licet.usecases.screen_types import Decision, Layout, Outcome, ScreenOptions, Status

COLUMNS = {
    "scr_status": ColumnType.TEXT,
    "scr_hits": ColumnType.INTEGER,
    "scr_rank": ColumnType.INTEGER,
    "scr_score": ColumnType.NUMBER,
    "scr_list": ColumnType.TEXT,
    "scr_program": ColumnType.TEXT,
    "scr_entity_id": ColumnType.TEXT,
    "scr_entity_name": ColumnType.TEXT,
    "scr_matched_name": ColumnType.TEXT,
    "scr_matched_on": ColumnType.TEXT,
    "scr_explain": ColumnType.TEXT,
    "scr_disposition": ColumnType.TEXT,
    "scr_reason": ColumnType.TEXT,
    "scr_goodguy": ColumnType.TEXT,
    "scr_url": ColumnType.TEXT,
    "scr_error": ColumnType.TEXT,
    "scr_run": ColumnType.TEXT,
}
"""The columns added to every input row, in order."""

NO_MORE: Mapping[str, ColumnType] = {}

_EXPLAIN, _GOODGUY, _WIDTH = 8, 11, 13
ENTITY_ID = 4
"""Place of the id of the listed party among the cells of a candidate."""
_SHOWN_ASIDE = 3
Candidate = tuple[object, ...]
"""Cells scr_rank, scr_score, ... scr_url of one hit."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """What became of one input row; holds plain values, so that it can wait in a checkpoint.

    Attributes:
        status: See `Status`.
        error: Notes on the row and reasons why it was not screened.
        aside: Matches that fell below the threshold after contradictions: told, never dropped.
        candidates: One for each hit, best first.
    """

    status: Status
    error: str = ""
    aside: str = ""
    candidates: tuple[Candidate, ...] = ()

    def to_json(self) -> str:
        """Write the result on one line."""
        return json.dumps(
            [self.status, self.error, self.aside, self.candidates], ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str) -> RowResult:
        """Read what `to_json` wrote."""
        status, error, aside, candidates = json.loads(text)
        return cls(Status(status), error, aside, tuple(tuple(item) for item in candidates))


@dataclass(frozen=True, slots=True)
class Chunk:
    """The results of some rows that follow one another.

    Attributes:
        rows: How many.
        special: Place in the chunk and result of each row whose result is not the plain one of the run.
    """

    rows: int
    special: Sequence[tuple[int, RowResult]]

    @classmethod
    def of(cls, results: Sequence[RowResult], plain: RowResult) -> Chunk:
        """Return the chunk of all the results of some rows."""
        return cls(len(results), [(place, item) for place, item in enumerate(results) if item != plain])


def plain_result(incomplete: Sequence[str], options: ScreenOptions) -> RowResult:
    """Return what becomes of a row that is read without a remark and finds nothing."""
    return result(Reading(Subject(("",))), Outcome(Screened(())), incomplete, options)


def output_shape(shape: Shape, more: Mapping[str, ColumnType] = NO_MORE) -> Shape:
    """Return the shape of the output: the input's columns in place, then the `scr_` columns.

    Args:
        shape: Of the input.
        more: Columns behind those that every screening adds.

    Raises:
        UsageError: An input column has the name of one of them.
    """
    added = {**COLUMNS, **more}
    clash = [name for name in shape.columns if name.casefold() in added]
    if clash:
        message = (
            f"the input already has {', '.join(clash)}, which screening adds. "
            "Rename or remove these columns, or screen the original file."
        )
        raise UsageError(message)
    return Shape(
        shape.columns + tuple(added),
        shape.types + tuple(added.values()),
        shape.native,
        shape.delimiter,
        shape.encoding,
        shape.sheet,
    )


def result(
    reading: Reading, outcome: Outcome | None, incomplete: Sequence[str], options: ScreenOptions
) -> RowResult:
    """Judge one row.

    Args:
        reading: What the row says.
        outcome: What screening its subject gave; None when it has no subject.
        incomplete: Why the screening does not see all it must; then nothing is ever `no_hit`.
        options: For the words of the explanation.
    """
    notes = list(reading.notes)
    if reading.subject is None or outcome is None:
        status = Status.ERROR if reading.failed else Status.NOT_SCREENED
        return RowResult(status, "; ".join(notes))
    if outcome.error:
        notes.append(outcome.error)
    if outcome.screened is None:
        return RowResult(Status.ERROR, "; ".join(notes) or "screening failed without a reason")
    hits = outcome.screened.hits
    candidates = tuple(
        _candidate(rank, found, outcome.decisions.get(found.listing.entity_id), options)
        for rank, found in enumerate(hits, 1)
    )
    open_hits = any(not item[_GOODGUY] for item in candidates)
    status = Status.HIT if open_hits else Status.SUPPRESSED if candidates else Status.NO_HIT
    if status is not Status.HIT and outcome.error:
        status = Status.ERROR
    elif status is not Status.HIT and incomplete:
        status = Status.NOT_SCREENED
        notes.append(f"not screened in full: {'; '.join(incomplete)}")
    return RowResult(status, "; ".join(notes), _aside(outcome.screened.demoted), candidates)


def cells(found: RowResult, layout: Layout, run_id: str, limit: int = 0) -> Iterator[Row]:
    """Give the `scr_` cells of one input row: one tuple for each output row.

    Args:
        found: The row's result, with every candidate.
        layout: One output row for each candidate, or one in all.
        run_id: The run.
        limit: Most candidates to give a row each, those without a good-guy first; 0 for all. `scr_hits`
            counts them all, and `scr_error` says how many are left out.
    """
    head = (str(found.status), len(found.candidates))
    left_out = len(found.candidates) - limit if limit else 0
    error = found.error
    candidates = found.candidates
    if left_out > 0:
        error = "; ".join(filter(None, (error, f"{left_out} more hits are not shown: raise the limit")))
        open_first = sorted(candidates, key=lambda item: bool(item[_GOODGUY]))[:limit]
        candidates = tuple(item for item in candidates if item in open_first)
    tail = (error or None, run_id)
    shown = candidates or ((None,) * _WIDTH,)
    if layout is Layout.WIDE:
        shown = (next((item for item in shown if not item[_GOODGUY]), shown[0]),)
    for at, item in enumerate(shown):
        if found.aside and at == 0:
            explained = "\n".join(filter(None, (str(item[_EXPLAIN] or ""), found.aside)))
            item = (*item[:_EXPLAIN], explained, *item[_EXPLAIN + 1 :])  # noqa: PLW2901  its first line only
        yield (*head, *item, *tail)


def _candidate(rank: int, found: Match, decision: Decision | None, options: ScreenOptions) -> Candidate:
    listing = found.listing
    name = found.matched_name
    agreeing = (item.feature for item in found.qualifiers if item.verdict is Verdict.AGREES)
    return (
        rank,
        round(found.score, 4),
        listing.list_id,
        "; ".join(listing.programmes) or None,
        listing.entity_id,
        listing.caption,
        name.text if name else None,
        ", ".join(dict.fromkeys((str(found.channel), *agreeing))),
        options.explain(found) if options.explain else None,
        decision.disposition if decision else None,
        (decision.reason or None) if decision else None,
        (decision.goodguy or None) if decision else None,
        (options.url(found) or None) if options.url else None,
    )


def _aside(demoted: Sequence[Match]) -> str:
    told = [
        f"{item.listing.caption} ({item.listing.entity_id}), {item.score:.2f}: "
        + ("; ".join(part.reason for part in item.qualifiers if part.effect < 0) or "contradicted")
        for item in demoted[:_SHOWN_ASIDE]
    ]
    if len(demoted) > _SHOWN_ASIDE:
        told.append(f"{len(demoted) - _SHOWN_ASIDE} more")
    return f"set aside, below the threshold: {' | '.join(told)}" if told else ""
