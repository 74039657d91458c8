"""A tiny deterministic screener, and a process that screens a file and kills itself at a chosen instant.

Run as `python -m tests.screening SOURCE TARGET fsync|unlink|none N fresh|resume`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from licet.model import (
    Channel,
    Edition,
    EditionFile,
    Listing,
    Match,
    Name,
    PartyKind,
    Qualifier,
    Screened,
    Subject,
    Verdict,
)
from licet.usecases.screen import screen_file
from licet.usecases.screen_types import Decision, Outcome, RunSummary, ScreenOptions

EDITION = Edition(
    "us_bis_dpl",
    1,
    date(2018, 8, 17),
    datetime(2018, 8, 18, tzinfo=UTC),
    "txt",
    (EditionFile("main", "dpl.txt", "ab" * 32, 10),),
    rows=2,
    listings=2,
    problems=0,
)
LISTED = (
    Listing("us_bis_dpl", "1", PartyKind.PERSON, (Name("Ivan Petrov"),), programmes=("DPL", "EAR")),
    Listing("us_bis_dpl", "2", PartyKind.PERSON, (Name("IVAN PETROV"),)),
    Listing("us_bis_dpl", "3", PartyKind.ORGANISATION, (Name("=Evil Corp"),)),
)
FACTS: dict[str, object] = {
    "as_of": "2018-09-01",
    "known_by": "2018-09-01T12:00:00+00:00",
    "engine": "test-1",
    "policy": {"threshold": 0.8, "hash": "abc"},
    "lists": [{"id": "us_bis_dpl", "edition": EDITION.name, "sha256": EDITION.sha256}],
    "incomplete": [],
}


class EqualNames:
    """Finds listed parties whose name equals one of the subject's but for case.

    "Demoted" in a name gives a match set aside; "Broken" an outcome that failed.
    """

    def __init__(self, decisions: Mapping[str, Decision] | None = None, **facts: object) -> None:
        self.decisions = decisions or {}
        self.facts = FACTS | facts

    def screen_many(self, subjects: Iterable[Subject]) -> Iterator[Outcome]:
        """Screen subjects in order."""
        for subject in subjects:
            if any("Broken" in name for name in subject.names):
                yield Outcome(None, "the matcher gave up")
                continue
            wanted = {name.casefold() for name in subject.names}
            hits = tuple(_match(item, subject) for item in LISTED if item.caption.casefold() in wanted)
            aside = tuple(_match(LISTED[0], subject) for name in subject.names if "Demoted" in name)
            yield Outcome(Screened(hits, aside), "", self.decisions)

    def run_facts(self) -> dict[str, object]:
        """Return fixed facts."""
        return dict(self.facts)


def _match(listing: Listing, subject: Subject) -> Match:
    qualifiers = (
        Qualifier("country", Verdict.AGREES, "RU", "RU", 0.0, "same country"),
        Qualifier("birth_date", Verdict.DIFFERS, "1970", "1980", -0.2, "born ten years apart"),
    )
    return Match(
        listing,
        EDITION,
        0.987654,
        0.5,
        Channel.NAME,
        subject.names[0],
        listing.names[0],
        qualifiers=qualifiers,
    )


def run(source: Path, target: Path, options: ScreenOptions | None = None, **facts: object) -> RunSummary:
    """Screen a file with the tiny screener."""
    return screen_file(
        source,
        target,
        screener=EqualNames(None, **facts),
        options=options or ScreenOptions(batch=10),
        on_progress=lambda _: None,
    )


def _dying(function: Callable[..., Any], at: int) -> Callable[..., Any]:
    """Return the function, except that its call number `at` kills this process as `kill -9` does."""
    calls = 0

    def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  passes on whatever comes
        nonlocal calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)

    return call


def main(source: str, target: str, what: str, at: str, mode: str) -> None:
    """Screen, and die at the given call of `fsync`, `replace` or `unlink`."""
    if what == "fsync":
        os.fsync = _dying(os.fsync, int(at))
    elif what in {"unlink", "replace"}:
        setattr(Path, what, _dying(getattr(Path, what), int(at)))
    run(Path(source), Path(target), ScreenOptions(batch=10, resume=mode == "resume"))


if __name__ == "__main__":
    main(*sys.argv[1:])
