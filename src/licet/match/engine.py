"""Which matcher gave an answer: its name, and a hash of all that could have changed the answer."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

from licet.match import effects, score, similarity, weights
from licet.model import MatchPolicy

ENGINE = "native-4"
"""Name and version of the engine; it changes whenever the same input may give another score."""
_TABLES = tuple(
    sorted(item.name for item in files("licet.text").joinpath("data").iterdir() if item.name.endswith(".tsv"))
)
"""All that `licet.text` holds: a corpus made with other ones is built anew."""


def policy_hash(policy: MatchPolicy) -> str:
    """Return the SHA-256 of the engine, its weights, its word tables and the policy, in hexadecimal."""
    content = {
        "engine": ENGINE,
        "weights": {
            f"{module.__name__.rpartition('.')[2]}.{name}": value
            for module in (effects, score, similarity, weights)
            for name, value in sorted(vars(module).items())
            if name.isupper() and isinstance(value, int | float | tuple)
        },
        "classes": {str(kind): factor for kind, factor in weights.CLASS_FACTOR.items()},
        "tables": {name: _digest(name) for name in _TABLES},
        "policy": {"threshold": policy.threshold, "lists": sorted(policy.lists)},
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(name: str) -> str:
    return hashlib.sha256(files("licet.text").joinpath(f"data/{name}").read_bytes()).hexdigest()
