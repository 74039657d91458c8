"""A least shipment, what changes it, and the commands that are asked about it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.command import Done, licet

LEAST: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [
        {"role": "end_user", "name": "Zhongxing Telecommunications Equipment Corporation", "country": "CN"}
    ],
    "day": "2018-05-14",
}
Damage = Callable[[dict[str, Any]], object]
KEYS = {"outcome", "findings", "flags", "review", "checked", "not_checked"}
PRIVATE = """
documents:
  own.order:
    title: An order that only this folder has
    cite: OWN 1
    agency: BIS
    kind: order
    signed: 2020-01-01
    effective: 2020-01-01
parties:
  quiet_harbour: {names: [Quiet Harbour Trading], countries: [DE]}
measures:
  own.denial:
    kind: denial_order
    title: Denial of Quiet Harbour Trading
    parties: [quiet_harbour]
    terms: {standard: true}
    life:
      - {issued: own.order}
"""


def asked(content: object, *arguments: object, command: tuple[str, ...] = ("shipment", "check")) -> Done:
    """Run a command with a question on standard input: a value, or a text as it is."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    raw = text if isinstance(text, bytes) else text.encode()
    with patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw))):
        return licet(*command, "-", *arguments)


def on(day: str, **more: object) -> dict[str, Any]:
    return {**LEAST, "day": day, **more}


def decision(content: object, *arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = asked(content, "--format", "json", *arguments).json
    return found


def kept(tmp_path: Path, content: object = LEAST) -> Path:
    """Return a record of a decision."""
    path = tmp_path / "kept.record.json"
    assert asked(content, "-q", "--record", path).status == 1
    return path
