"""How long it takes to start: `import licet`, `licet --help`, and one answer on the embedded lists.

`python benchmarks/start_up.py` prints the median of several runs of each as a process of its own, beside that
of a Python that does nothing, and which drivers each of them loaded.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
DRIVERS = (
    "sqlalchemy",
    "alembic",
    "psycopg",
    "duckdb",
    "httpx2",
    "numpy",
    "lxml",
    "xlsxwriter",
    "python_calamine",
)
CASES = {
    "python that does nothing": "pass",
    "import licet": "import licet",
    "licet --help": "import sys; sys.argv = ['licet', '--help']; from licet.cli.app import main; main()",
    "licet match, embedded lists": (
        "import sys; sys.argv = ['licet', 'match', 'ZTE Corp.', '--as-of', '2018-05-14', '-q', '-f', 'json'];"
        "from licet.cli.app import main; main()"
    ),
}


def seconds(code: str, environ: dict[str, str]) -> float:
    """Run Python code as a process and return its seconds of wall time."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=environ, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


def loaded(code: str, environ: dict[str, str]) -> list[str]:
    """Return the drivers that the code loads."""
    told = f"print(*[name for name in {DRIVERS} if name in sys.modules], file=sys.stderr)"
    tell = f"import atexit, sys; atexit.register(lambda: {told});"
    done = subprocess.run(
        [sys.executable, "-c", tell + code], env=environ, capture_output=True, text=True, check=False
    )
    return done.stderr.split("\n")[-2].split() if done.stderr.strip() else []


def main() -> None:
    """Run the benchmark and print what was seen."""
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "HOME": home, "XDG_CACHE_HOME": home}
        for name, code in CASES.items():
            seconds(code, environ)
            median = statistics.median(seconds(code, environ) for _ in range(RUNS))
            drivers = ", ".join(loaded(code, environ)) or "none"
            print(f"{name:<30} {median * 1000:7,.0f} ms   drivers loaded: {drivers}")


if __name__ == "__main__":
    main()
