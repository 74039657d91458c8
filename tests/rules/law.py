"""The law as it ships, loaded once, and copies of it with imported tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from licet.model.rulebook import Rulebook
from licet.rulebook import load


@cache
def shipped() -> Rulebook:
    """Return the law as it ships, without anything imported."""
    return load()


def book() -> Rulebook:
    """Return the law as it ships."""
    return shipped()


def table(key: str, dated: str, content: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an imported table as the loader gives it."""
    return {
        "id": key,
        "dated": date.fromisoformat(dated),
        "title": key,
        "cite": (f"citation of {key}",),
        "source": {"file": f"{key}.json", "sha256": "ab" * 32},
        "rows": len(content),
        "content": content,
    }


def with_tables(*tables: Mapping[str, Any]) -> Rulebook:
    """Return the law as it ships with imported tables."""
    found: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for item in sorted(tables, key=lambda item: (item["id"], item["dated"])):
        found[item["id"]] = (*found.get(item["id"], ()), item)
    return replace(shipped(), tables=found)
