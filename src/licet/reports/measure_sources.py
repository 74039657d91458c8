"""Which ids of the rulebook a measure kind names in its code and in the modules it computes with."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable
from functools import cache
from types import ModuleType

_LAW_CODE = "licet.rules."
_APART = frozenset({"licet.rules.registry", "licet.rules.engine", "licet.rules.kind", "licet.rules.case"})
"""Modules that every kind has to do with and that name no value of any."""


def constants(decide: Callable[..., object]) -> frozenset[str]:
    """Return every text that stands in the module of a kind, or in modules of `licet.rules` that it uses."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [decide.__module__]
    while waiting:
        name = waiting.pop()
        if name in seen or name in _APART or not name.startswith(_LAW_CODE):
            continue
        seen.add(name)
        texts, used = _read(name)
        found |= texts
        waiting += used
    return frozenset(found)


@cache
def _read(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the texts of a module and the modules it imports from."""
    module: ModuleType = sys.modules[name]
    texts: set[str] = set()
    used: list[str] = []
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            texts.add(node.value)
        elif isinstance(node, ast.ImportFrom) and node.module:
            used += [node.module, *(f"{node.module}.{item.name}" for item in node.names)]
    return frozenset(texts), tuple(item for item in used if item in sys.modules)
