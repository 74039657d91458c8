"""Bulk screening with the real matcher."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from licet.match import explain
from licet.match.sieve import NameColumns, Sieve
from licet.model import Match, Subject
from licet.usecases.screen import screen_file
from licet.usecases.screen_types import Outcome, Progress, RunSummary, ScreenOptions
from licet.usecases.session import Session
from licet.wiring.settled import settled


class SessionScreener:
    """A session as the bulk screening wants it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Screen subjects, in order, one outcome for each."""
        return (Outcome(found) for found in self._session.screen_many(subjects))

    def sieve(self, columns: NameColumns) -> Sieve:
        """Return what proves of many rows at once that they find nothing."""
        return Sieve(self._session.view, self._session.policy, columns, os.cpu_count() or 1)

    def run_facts(self) -> dict[str, Any]:
        """Return what pins the answers, and what was not seen."""
        return self._session.facts()


def in_words(match: Match) -> str:
    """Return the reasons of a match on one line."""
    return " ".join(explain(match).lines)


def screen_table(
    session: Session,
    source: Path,
    target: Path,
    options: ScreenOptions,
    on_progress: Callable[[Progress], None],
) -> RunSummary:
    """Screen a table under a session; see `licet.usecases.screen.screen_file`."""
    with settled():
        return screen_file(
            source, target, screener=SessionScreener(session), options=options, on_progress=on_progress
        )


def default_target(source: Path) -> Path:
    """Return where a screened table goes when nobody says: `customers.screened.xlsx`."""
    return source.with_name(f"{source.stem}.screened{source.suffix}")
