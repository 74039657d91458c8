"""Reads the cases of this folder, and compares an answer with what a case expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

_EXPECTED = {"outcome", "policy", "findings", "no_findings", "flags", "review", "signals"}
_KEYS = {"id", "says", "confidence", "ask", "days", "expect", "shown_by"}


@dataclass(frozen=True)
class Asked:
    """One case on one day.

    Attributes:
        id: As in the file.
        day: The day, as text.
        says: What it shows.
        base: What the file asks unless the case says otherwise.
        ask: What the case asks.
        expect: What the answer must hold.
    """

    id: str
    day: str
    says: str
    base: Mapping[str, Any]
    ask: Mapping[str, Any]
    expect: Mapping[str, Any]


def shown_elsewhere(folder: Path) -> dict[str, str]:
    """Return the cases that no question can show: their ids, and the test that shows each as `FILE::TEST`."""
    return {
        str(case["id"]): case["shown_by"]
        for file in sorted(folder.glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]
        if "shown_by" in case
    }


def cases(folder: Path) -> list[Asked]:
    """Return every case of a folder, once for each of its days."""
    return [item for file in sorted(folder.glob("*.yml")) for item in _of_file(file)]


def _of_file(file: Path) -> Iterator[Asked]:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    for case in content["cases"]:
        assert set(case) <= _KEYS, f"{file.name} {case.get('id')}: {set(case) - _KEYS}"
        assert case["confidence"] in {"H", "M", "L"}, f"{file.name} {case['id']}: confidence"
        if "shown_by" in case:
            continue
        unknown = set(case["expect"]) - _EXPECTED
        assert not unknown, f"{file.name} {case['id']}: {unknown}"
        if case["confidence"] == "L":
            assert case["expect"]["outcome"] == "review", f"{file.name} {case['id']}: L gives review"
        ask = case.get("ask", {})
        days = case.get("days") or [ask.get("day", content["base"].get("day"))]
        for day in days:
            assert day is not None, f"{file.name} {case['id']}: no day"
            yield Asked(str(case["id"]), str(day), case["says"], content["base"], ask, case["expect"])


def merged(asked: Asked) -> dict[str, Any]:
    """Return the question as plain JSON values."""
    question = _plain({**asked.base, **asked.ask, "day": asked.day})
    assert isinstance(question, dict)
    return question


def missed(expect: Mapping[str, Any], answer: Mapping[str, Any]) -> list[str]:
    """Return what an answer lacks of what is expected; empty when it has all."""
    wrong = [
        f"{key}: {answer.get(key)!r}, expected {expect[key]!r}"
        for key in ("outcome", "policy")
        if key in expect and answer.get(key) != expect[key]
    ]
    kinds = {item["kind"] for item in answer["findings"]}
    wrong += [f"a finding of {kind}" for kind in expect.get("no_findings", ()) if kind in kinds]
    for section in ("findings", "flags", "review"):
        for want in expect.get(section, ()):
            wanted = want if isinstance(want, dict) else {"code": want}
            if not any(_fits(wanted, item) for item in answer[section]):
                wrong.append(f"no {section} like {wanted}")
    for start in expect.get("signals", ()):
        if not any(item["id"].startswith(start) for item in answer["signals"]):
            wrong.append(f"no signal {start}")
    return wrong


def _fits(want: object, have: object) -> bool:
    """Tell whether a part of an answer is as wanted: texts are contained, numbers and words are equal."""
    if isinstance(want, dict):
        return isinstance(have, dict) and all(
            key in have and _fits(value, have[key]) for key, value in want.items()
        )
    if isinstance(have, list):
        return any(_fits(want, item) for item in have)
    if isinstance(have, str) and isinstance(want, str):
        return want == have or (len(want) > 3 and want in have)
    return bool(want == have)


def _plain(value: object) -> object:
    """Return YAML's values as JSON has them: days as text, whole numbers as they are."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
