"""Every date of the rulebook: the day before it, the day itself and the day after are written down and hold.

The files beside this one say where each measure stands and what each value is, as a lawyer would check them
against the sources. A date in the rulebook that is not written down here fails the first test.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from licet.model.rulebook import Measure, Rulebook, Value
from licet.rulebook import load
from licet.rules.life import Moment, standing

_FOLDER = Path(__file__).parent
_UNSAID = "the rulebook does not say"
_LONG = 160
_PROSE = frozenset({"text", "note", "what", "title", "goods", "sentence", "reason", "warning"})
"""Keys of a value that hold sentences."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The law as it ships."""
    return load()


def _written(section: str) -> dict[str, dict[date, Any]]:
    found: dict[str, dict[date, Any]] = {}
    for file in sorted(_FOLDER.glob("*.yml")):
        for key, days in (yaml.safe_load(file.read_text(encoding="utf-8")).get(section) or {}).items():
            assert key not in found, f"{file.name}: {key} is written twice"
            found[key] = days
    return found


_MEASURES = _written("measures")
_VALUES = _written("values")


def _around(days: set[date]) -> set[date]:
    return {day + timedelta(days=step) for day in days for step in (-1, 0, 1)}


def _measure_days(measure: Measure) -> set[date]:
    ends = {event.until + timedelta(days=1) for event in measure.life if event.until}
    return {event.on for event in measure.life} | ends


def _value_days(value: Value) -> set[date]:
    begins = {item.interval.first for item in value.dated if item.interval.first}
    ends = {item.interval.last + timedelta(days=1) for item in value.dated if item.interval.last}
    return begins | ends


def test_every_date_of_a_measure_is_written_down(book: Rulebook) -> None:
    """With the day before it and the day after."""
    missing = {
        key: sorted(_around(_measure_days(measure)) - set(_MEASURES.get(key, ())))
        for key, measure in book.measures.items()
    }
    assert {key: days for key, days in missing.items() if days} == {}


def test_every_date_of_a_value_is_written_down(book: Rulebook) -> None:
    """With the day before it and the day after."""
    missing = {
        key: sorted(_around(_value_days(value)) - set(_VALUES.get(key, ())))
        for key, value in book.values.items()
    }
    assert {key: days for key, days in missing.items() if days} == {}


@pytest.mark.parametrize("key", sorted(_MEASURES))
def test_the_measure_stands_as_written(key: str, book: Rulebook) -> None:
    """On each day that is written down."""
    measure = book.measures[key]
    stands = {day: str(standing(measure, Moment(day)).state) for day in _MEASURES[key]}
    assert stands == _MEASURES[key]


@pytest.mark.parametrize("key", sorted(_VALUES))
def test_the_value_is_as_written(key: str, book: Rulebook) -> None:
    """On each day that is written down."""
    assert {day: _told(book.values[key], day) for day in _VALUES[key]} == _VALUES[key]


def _told(value: Value, day: date) -> str:
    """Return a value in one line: its short facts, or the size of a long table; then its citations."""
    held = value.on(day)
    if held is None:
        return _UNSAID
    return f"{_short(held.value)} [{', '.join(held.cite)}]"


def _short(content: object) -> str:
    """Return a value's facts where they are few and short, else their number."""
    if isinstance(content, Mapping):
        facts = {key: _short(item) for key, item in content.items() if key not in _PROSE}
        told = "; ".join(f"{key}: {item}" for key, item in facts.items())
    elif isinstance(content, tuple | list):
        told = ", ".join(_short(item) for item in content)
    else:
        return str(content)
    return told if len(told) <= _LONG else f"{len(content)} entries, the last {_last(content)}"


def _last(content: Mapping[str, object] | Sequence[object]) -> str:
    """Return the last entry of a table, cut: it tells two editions of a table apart."""
    last = list(content)[-1]
    return str(last)[:40]
