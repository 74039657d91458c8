"""The news columns of a bulk screening: the stories that have the party of a row as their subject.

They stand behind all others and change none of them: the rows are looked up a second time, among the names of
the stories, after every answer is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from licet.match import View, screen
from licet.match.sieve import NameColumns, Sieve
from licet.model import Subject
from licet.tables import ColumnType, Row, Table
from licet.tables import Mapping as ColumnMapping
from licet.usecases.adverse_media import AdverseMedia, Telling
from licet.usecases.screen_batches import RowScreening, by_rows, in_columns
from licet.usecases.screen_columns import ENTITY_ID, plain_result
from licet.usecases.screen_types import Outcome, ScreenOptions, Status

NEWS_COLUMNS = {"scr_news": ColumnType.INTEGER, "scr_news_told": ColumnType.TEXT}
"""How many stories have the party as a subject, and what the newest tell, a line each."""

NONE_TOLD: Row = (0, None)
"""Cells of a row whose party no story has as a subject."""

NOT_LOOKED_UP: Row = (None, None)
"""Cells of a row that holds nothing to look up."""

MOST_SHOWN = 10
"""Stories told in one cell; the others are counted."""


@dataclass(frozen=True, slots=True)
class NewsBeside:
    """What stories tell of the rows of a table.

    Attributes:
        cells: Number of each row of which something is told, or that could not be looked up, with its cells.
        facts: What the run sheet says of it.
    """

    cells: Mapping[int, Row]
    facts: Mapping[str, Any]

    def of(self, number: int) -> Row:
        """Return the cells of a row."""
        return self.cells.get(number, NONE_TOLD)


def news_beside(
    table: Table, mapping: ColumnMapping, options: ScreenOptions, media: AdverseMedia
) -> NewsBeside:
    """Look every row of a table up among the subjects of stories.

    Args:
        table: The rows.
        mapping: Which column means what.
        options: How the table is read.
        media: The subjects.
    """
    cells: dict[int, Row] = {}
    told = hashlib.sha256()
    if media.view is not None:
        plainly = replace(options, explain=None, url=None)
        screening = RowScreening(mapping, _Among(media, media.view), (), plainly)
        asked = (table, screening, 0, plain_result((), plainly))
        start = 0
        for chunk in in_columns(*asked) or by_rows(*asked):
            for place, found in chunk.special:
                keys = [str(item[ENTITY_ID]).partition(":")[2] for item in found.candidates]
                if keys:
                    cells[start + place] = news_cells(media.told(keys))
                elif found.status in {Status.ERROR, Status.NOT_SCREENED}:
                    cells[start + place] = NOT_LOOKED_UP
            start += chunk.rows
    for number, row in sorted(cells.items()):
        told.update(json.dumps([number, *row]).encode())
    rows = sum(bool(row[0]) for row in cells.values())
    facts = {"stories": media.stories, "rows_with_stories": rows, "sha256": told.hexdigest()}
    return NewsBeside(cells, facts)


def news_cells(told: Sequence[Telling]) -> Row:
    """Return the cells of one row, from what stories tell of its party, newest first."""
    lines = [
        f"{item.day or 'undated'} {item.outlet or item.story} ({item.name}): {item.sentence}"
        for item in told[:MOST_SHOWN]
    ]
    if len(told) > MOST_SHOWN:
        lines.append(f"and {len(told) - MOST_SHOWN} older")
    return (len(told), "\n".join(lines))


class _Among:
    """The names of the stories' subjects, as a screener of rows."""

    def __init__(self, media: AdverseMedia, view: View) -> None:
        self._media = media
        self._view = view

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Look subjects up by name alone: a story gives no birth date or number to compare."""
        for subject in subjects:
            yield Outcome(screen(self._view, Subject(subject.names), self._media.policy))

    def run_facts(self) -> dict[str, object]:
        """Return nothing: no answer rests on it."""
        return {}

    def sieve(self, columns: NameColumns) -> Sieve:
        """Return what proves of many rows at once that no story names them."""
        return Sieve(self._view, self._media.policy, columns, os.cpu_count() or 1)
