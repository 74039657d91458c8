"""Asks the program as a new user has it: no store, the embedded lists, the rulebook that ships."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import licet
from licet.wiring import places

Ask = Callable[[Mapping[str, Any]], dict[str, Any]]
"""From a question as plain JSON values to the decision as `licet shipment check --format json` prints it."""


@contextmanager
def open_shipments() -> Iterator[Ask]:
    """Give what answers questions about shipments; the user's own store and settings stay unread."""
    with tempfile.TemporaryDirectory(prefix="licet-cases-") as folder:
        home = Path(folder)
        with (
            patch.object(places, "user_data", lambda: home / "data"),
            patch.object(places, "user_settings_file", lambda: home / "licet.toml"),
            licet.open(config=_no_settings(home)) as desk,
        ):

            def ask(question: Mapping[str, Any]) -> dict[str, Any]:
                made = desk.shipment(json.loads(json.dumps(question)))
                content: dict[str, Any] = json.loads(json.dumps(made.to_dict()))
                return content

            yield ask


def _no_settings(home: Path) -> Path:
    path = home / "none.toml"
    path.write_text("", encoding="utf-8")
    return path
