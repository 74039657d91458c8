"""Screens a file of many parties: every input row comes back, with what was found beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from licet.errors import UsageError
from licet.model import PartyKind
from licet.tables import Field, Mapping, Table, Use, detect_mapping, kind_of, open_table
from licet.text.countries import country_code
from licet.usecases.screen_batches import RowScreening, by_rows, in_columns
from licet.usecases.screen_checkpoint import Checkpoint, digest
from licet.usecases.screen_columns import NO_MORE, output_shape
from licet.usecases.screen_news import NEWS_COLUMNS, news_beside
from licet.usecases.screen_output import Output
from licet.usecases.screen_types import Progress, RunSummary, Screener, ScreenOptions, Status

_SAMPLE = 500
_NOT_PINNING = {"known_by", "store"}
"""Facts that do not change an answer: the editions, which do, are pinned by their own hashes."""


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
    output_shape(table.shape, NEWS_COLUMNS if options.news else NO_MORE)
    mapping = mapping_for(table, options)
    facts = screener.run_facts()
    pins = _pins(source, mapping, options, facts)
    with Checkpoint(target, pins, facts) as checkpoint:
        checkpoint.open(resume=options.resume, restart=options.restart)
        resumed = checkpoint.start
        job = Output(table, options, mapping, checkpoint, digest(pins)[:16])
        _screen(job, screener, on_progress)
        if _sha256(source) != pins["the input"]:
            message = f"{source} changed while it was screened. Begin anew with --restart."
            raise UsageError(message)
        if options.news is not None:
            job = replace(job, news=news_beside(table, mapping, options, options.news))
        summary = job.write(target, pins["the input"])
        checkpoint.remove()
    return replace(summary, resumed=resumed)


def _screen(job: Output, screener: Screener, on_progress: Callable[[Progress], None]) -> None:
    """Screen the rows that are not done yet, and keep the results as they come."""
    screening = RowScreening(job.mapping, screener, job.incomplete, job.options)
    hits = errors = 0
    asked = (job.table, screening, job.checkpoint.start, job.plain)
    for chunk in in_columns(*asked) or by_rows(*asked):
        job.checkpoint.add(chunk)
        hits += sum(item.status is Status.HIT for _, item in chunk.special)
        errors += sum(item.status is Status.ERROR for _, item in chunk.special)
        on_progress(Progress(job.checkpoint.start, job.table.rows, hits, errors))


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
