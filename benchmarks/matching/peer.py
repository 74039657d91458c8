"""A peer in its own process, asked over pipes; nothing of it is loaded into this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from benchmarks.matching.environment import ROOT, Environment
from benchmarks.matching.quality import Scores
from benchmarks.matching.queries import Asked
from benchmarks.names.real import NameList

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NOMENKLATURA_DUCKDB_THREADS")
ONE_THREAD = dict.fromkeys(_THREADS, "1")


def write_list(folder: Path, listed: NameList) -> None:
    """Write a list as the peers read it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (" ".join(text.split()) for text in listed.texts)
    (folder / "names.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "kinds.txt").write_text("\n".join(str(kind) for kind in listed.kinds), encoding="utf-8")
    first = np.searchsorted(listed.party, np.arange(len(listed.kinds) + 1))
    np.save(folder / "first_name.npy", first.astype(np.int64))


class Peer:
    """One method of `benchmarks/peers/worker.py` on one list.

    It starts to prepare at once; the first question waits for that.

    Args:
        environment: Where it runs.
        method: A key of the worker's METHODS.
        folder: Written by `write_list`.
    """

    def __init__(self, environment: Environment, method: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [environment.python, "-m", "benchmarks.peers.worker", method, folder],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **ONE_THREAD},
        )
        self._method = method
        self._ready: dict[str, float] | None = None

    def __enter__(self) -> Self:
        """Keep it until the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def ready(self) -> dict[str, float]:
        """Wait until it is prepared; return the CPU seconds of its start and of its preparation."""
        if self._ready is None:
            self._ready = self._answer()
        return self._ready

    def seconds(self, asked: Asked, threshold: float) -> float:
        """Let it screen; return the CPU seconds."""
        return float(self._ask("find", asked, threshold=threshold)["cpu"])

    def score_of(self, asked: Asked) -> Scores:
        """Return for each query the score of the party that it is."""
        return np.array(self._ask("score_of", asked, parties=asked.parties)["scores"])

    def best_score(self, asked: Asked) -> Scores:
        """Return for each query the best score of any party."""
        return np.array(self._ask("best_score", asked)["scores"])

    def _ask(self, what: str, asked: Asked, **more: object) -> dict[str, Any]:
        self.ready()
        order = {"do": what, "texts": asked.texts, "kinds": [str(kind) for kind in asked.kinds], **more}
        assert self._process.stdin is not None  # noqa: S101  it was opened as a pipe
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None  # noqa: S101
        line = self._process.stdout.readline()
        if not line:
            said = self._process.communicate()[1].decode(errors="replace")
            sys.exit(f"the peer {self._method} ended:\n{said[-2000:]}")
        found: dict[str, Any] = json.loads(line)
        return found
