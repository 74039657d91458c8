"""How long it takes to start: `import licet`, `licet --help`, one story, one answer from a prepared corpus.

`python benchmarks/start_up.py [--db STORE]` prints medians of wall and CPU time, each run a process of its
own, and which drivers each case loads. It asks the embedded lists, and a store where one is named.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 7
DRIVERS = (
    "sqlalchemy",
    "alembic",
    "psycopg",
    "duckdb",
    "httpx2",
    "numpy",
    "rapidfuzz",
    "pydantic",
    "yaml",
    "lxml",
    "xlsxwriter",
    "python_calamine",
)
STORY = Path(__file__).resolve().parents[1] / "src" / "licet" / "demo" / "stories" / "pledge-wire.txt"
CASES = {
    "python that does nothing": "pass",
    "import licet": "import licet",
    "licet --help": "import sys; sys.argv = ['licet', '--help']; from licet.cli.app import main; main()",
    "licet read, no lists": (
        f"import sys; sys.argv = ['licet', 'read', {str(STORY)!r}, '--no-lists', '-f', 'json'];"
        "from licet.cli.app import main; main()"
    ),
    "licet read, embedded lists": (
        f"import sys; sys.argv = ['licet', 'read', {str(STORY)!r}, '-q', '-f', 'json'];"
        "from licet.cli.app import main; main()"
    ),
    "one story read, no command": (
        f"from licet.news.story import read_story; from licet.news.reading import read;"
        f"read(read_story(open({str(STORY)!r}, 'rb').read()))"
    ),
    "licet match, embedded lists": (
        "import sys; sys.argv = ['licet', 'match', 'ZTE Corp.', '--as-of', '2018-05-14', '-q', '-f', 'json'];"
        "from licet.cli.app import main; main()"
    ),
}


def installed(home: Path) -> dict[str, str]:
    """Return an environment in which modules are kept compiled, as where a program is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "PYTHONPYCACHEPREFIX": str(home / "compiled")}
    return {**kept, **own}


def seconds(code: str, environ: dict[str, str], python: Path | str = sys.executable) -> tuple[float, float]:
    """Run Python code as a process and return its seconds of wall time and of CPU."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    subprocess.run([python, "-c", code], env=environ, stdout=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def loaded(code: str, environ: dict[str, str]) -> list[str]:
    """Return the drivers that the code loads."""
    told = f"print(*[name for name in {DRIVERS} if name in sys.modules], file=sys.stderr)"
    tell = f"import atexit, sys; atexit.register(lambda: {told});"
    done = subprocess.run(
        [sys.executable, "-c", tell + code], env=environ, capture_output=True, text=True, check=False
    )
    return done.stderr.split("\n")[-2].split() if done.stderr.strip() else []


def cases(store: str) -> dict[str, str]:
    """Return the code of each case by its name."""
    if not store:
        return CASES
    asked = CASES["licet match, embedded lists"].replace("'-q',", f"'-q', '--db', {store!r},")
    return {**CASES, "licet match, own store": asked}


def main() -> None:
    """Run the benchmark and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", default="", help="a SQLite store, to ask it too")
    store = parser.parse_args().db
    with tempfile.TemporaryDirectory() as home:
        environ = installed(Path(home))
        for name, code in cases(store).items():
            seconds(code, environ)
            walls, cpus = zip(*(seconds(code, environ) for _ in range(RUNS)), strict=True)
            wall, cpu = statistics.median(walls) * 1000, statistics.median(cpus) * 1000
            drivers = ", ".join(loaded(code, environ)) or "none"
            print(f"{name:<28} {wall:6,.0f} ms  CPU {cpu:6,.0f} ms   drivers loaded: {drivers}")


if __name__ == "__main__":
    main()
