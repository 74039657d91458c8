"""One peer as a process of its own: `worker METHOD FOLDER` reads a list, then orders, one JSON object a line.

The folder holds `names.txt` (one a line), `first_name.npy` and `kinds.txt`; see `method.Listed`. An order is
`{"do": "find" | "score_of" | "best_score", "texts": [...], "kinds": [...]}` with `threshold` or `parties`;
the answer says the CPU seconds of all threads of the process, and the scores.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.peers.method import Asked, Listed, Method


def _grams() -> Method:
    from benchmarks.peers.grams import SparseDotTopn  # noqa: PLC0415  each peer is loaded only when it is asked for

    return SparseDotTopn()


def _token_sort_ratio() -> Method:
    from benchmarks.peers.scans import TokenSortRatio  # noqa: PLC0415

    return TokenSortRatio()


def _wratio() -> Method:
    from benchmarks.peers.scans import ExtractOneWRatio  # noqa: PLC0415

    return ExtractOneWRatio()


def _logic(algorithm: str, *, blocking: bool) -> Method:
    from benchmarks.peers.logic import Logic  # noqa: PLC0415

    return Logic(algorithm, blocking=blocking)


METHODS: dict[str, Callable[[], Method]] = {
    "sparse_dot_topn": _grams,
    "token_sort_ratio": _token_sort_ratio,
    "wratio": _wratio,
    "logic-v1-blocking": lambda: _logic("logic-v1", blocking=True),
    "logic-v2-blocking": lambda: _logic("logic-v2", blocking=True),
    "logic-v1": lambda: _logic("logic-v1", blocking=False),
    "logic-v2": lambda: _logic("logic-v2", blocking=False),
}


def read(folder: Path) -> Listed:
    """Read the list."""
    names = (folder / "names.txt").read_text(encoding="utf-8").split("\n")
    kinds = (folder / "kinds.txt").read_text(encoding="utf-8").split("\n")
    return Listed(names, np.load(folder / "first_name.npy"), kinds)


def obey(method: Method, order: dict[str, Any]) -> dict[str, Any]:
    """Do what an order says."""
    asked = Asked(order["texts"], order["kinds"])
    begun = time.process_time()
    if order["do"] == "find":
        method.find(asked, order["threshold"])
        return {"cpu": time.process_time() - begun}
    scores = (
        method.score_of(asked, order["parties"]) if order["do"] == "score_of" else method.best_score(asked)
    )
    return {"cpu": time.process_time() - begun, "scores": scores.tolist()}


def main() -> None:
    """Serve orders until the input ends. What libraries print goes to stderr."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    begun = time.process_time()
    method = METHODS[sys.argv[1]]()
    loaded = time.process_time()
    method.prepare(read(Path(sys.argv[2])))
    ready = {"start": loaded - begun, "prepare": time.process_time() - loaded}
    print(json.dumps(ready), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(obey(method, json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
