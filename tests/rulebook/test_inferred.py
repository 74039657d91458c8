"""Days for which a text is only inferred lie before those for which it was read, with less confidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from licet.errors import RulebookError
from licet.model.law import Confidence
from licet.rulebook import load

_VALUE = """values:
  our.limit:
    title: A limit
    is: [{inferred_from: %s, from: 2026-07-23, to: null, value: 10, cite: Memo 1, confidence: %s%s}]
"""


def _load(folder: Path, since: str, confidence: str = "H", review: str = "") -> dict[date, Confidence | None]:
    (folder / "law.yml").write_text(_VALUE % (since, confidence, review), encoding="utf-8")
    value = load(law=folder).values["our.limit"]
    days = (date(2024, 5, 31), date(2024, 6, 1), date(2026, 7, 22), date(2026, 7, 23))
    found = {day: value.on(day) for day in days}
    return {day: held.confidence if held else None for day, held in found.items()}


def test_inferred_days_have_medium_confidence(tmp_path: Path) -> None:
    """Before them the rulebook does not say; from the day of the text on the source stands."""
    assert list(_load(tmp_path, "2024-06-01").values()) == [
        None,
        Confidence.MEDIUM,
        Confidence.MEDIUM,
        Confidence.HIGH,
    ]


def test_what_is_low_stays_low(tmp_path: Path) -> None:
    """An open point is no better known in the years before."""
    found = _load(tmp_path, "2024-06-01", "L", ", review: from memory")
    assert set(found.values()) == {None, Confidence.LOW}


def test_the_inference_is_told(tmp_path: Path) -> None:
    """With the day of the text that was read."""
    _load(tmp_path, "2024-06-01")
    held = load(law=tmp_path).values["our.limit"].on(date(2025, 1, 1))
    assert held is not None
    assert "2026-07-23" in held.review
    assert "2024-06-01" in held.review


def test_an_inference_that_does_not_lie_before_the_text_is_a_fault(tmp_path: Path) -> None:
    """Named with its line."""
    with pytest.raises(RulebookError, match=r"law\.yml:4: .*inferred_from must lie before"):
        _load(tmp_path, "2026-07-23")
