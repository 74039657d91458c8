"""Shipments as text, JSON or YAML, to plain values; numbers stay exact, and nothing is guessed.

YAML is read from its events, not by its own rules of what a word means: `NO` is Norway where a country is
meant, and `yes` a fact where a fact is. Aliases are refused: a few lines of them can stand for gigabytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

import yaml

from licet.errors import ShipmentError

DEPTH = 40
"""Deepest nesting: an owner of an owner of an owner takes two levels each."""
DIGITS = 40
"""Longest number."""

Raw: TypeAlias = Any
"""Mappings, lists, text, `Plain`, int, Decimal, bool and None."""


class Plain(str):
    """A YAML word without quotes: text, number, yes or no, as the field that takes it says."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One shipment as it was written.

    Attributes:
        value: Plain values.
        where: What to call it in an error: the file's name, with a place where the file holds many.
        lines: Path such as `parties[0].role` to line; filled for YAML only.
        source: The whole text, for finding the line of a JSON path when an error must name one.
        line: Line of the shipment itself; 0 where the file holds one.
        prefix: Path of the shipment inside the text, such as `[3]`.
    """

    value: Raw
    where: str
    lines: Mapping[str, int] = field(default_factory=dict)
    source: str = ""
    line: int = 0
    prefix: str = ""

    def line_of(self, path: str) -> int:
        """Return the line on which a path, or the nearest one above it, stands; 0 when it is not known."""
        if self.line and not self.lines:
            return self.line
        lines = self.lines or _lines_of(self.source)
        path = f"{self.prefix}.{path}" if self.prefix and not path.startswith("[") else self.prefix + path
        while path and path not in lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return lines.get(path, 0)


def decoded(content: bytes, where: str) -> str:
    """Return the text of a file.

    Raises:
        ShipmentError: It is no UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem = f"line {line}: byte {error.start} is no UTF-8 ({error.reason}); save the file as UTF-8"
        raise ShipmentError(where, [problem]) from error


def json_value(text: str, where: str, line: int = 0) -> Raw:
    """Return the value of a JSON text, with exact numbers.

    Raises:
        ShipmentError: It is no JSON, has a name twice, or numbers or nesting beyond all reason.
    """
    try:
        value = _JSON.decode(text)
    except json.JSONDecodeError as error:
        problem = f"line {line or error.lineno}, column {error.colno}: no JSON: {error.msg}"
        raise ShipmentError(where, [problem]) from error
    except _RefusedError as error:
        raise ShipmentError(where, [f"line {line}: {error}" if line else str(error)]) from error
    except RecursionError as error:
        raise ShipmentError(where, [_too_deep(line)]) from error
    if text.count("{") + text.count("[") > DEPTH:
        _check_depth(value, where, line)
    return value


def yaml_values(text: str, where: str) -> list[Document]:
    """Return the documents of a YAML text.

    Raises:
        ShipmentError: It is no YAML, has a name twice, an alias, or nesting beyond all reason.
    """
    try:
        return [Document(value, where, lines) for value, lines in _Events(text).documents()]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        told = getattr(error, "problem", None) or str(error).partition("\n")[0]
        place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise ShipmentError(where, [f"{place}no YAML: {told}"]) from error
    except _RefusedError as error:
        raise ShipmentError(where, [str(error)]) from error


class _RefusedError(ValueError):
    """What a text may not hold."""


def _decimal(text: str) -> Decimal:
    if len(text) > DIGITS:
        message = f"the number {text[:20]}... is longer than {DIGITS} characters"
        raise _RefusedError(message)
    try:
        number = Decimal(text)
    except InvalidOperation as error:
        message = f"the number {text} has an exponent beyond all reason"
        raise _RefusedError(message) from error
    if abs(number.adjusted()) > DIGITS:
        message = f"the number {text} has an exponent beyond all reason"
        raise _RefusedError(message)
    return number


def _integer(text: str) -> int:
    if len(text) > DIGITS:
        message = f"the number {text[:20]}... is longer than {DIGITS} characters"
        raise _RefusedError(message)
    return int(text)


def _refuse_constant(text: str) -> None:
    message = f"{text} is no number"
    raise _RefusedError(message)


def _mapping(pairs: list[tuple[str, Raw]]) -> dict[str, Raw]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = f"{twice!r} stands twice in one object"
        raise _RefusedError(message)
    return found


_JSON = json.JSONDecoder(
    parse_float=_decimal,
    parse_int=_integer,
    parse_constant=_refuse_constant,
    object_pairs_hook=_mapping,
)


def _too_deep(line: int) -> str:
    return f"{f'line {line}: ' if line else ''}nested more than {DEPTH} deep"


def _check_depth(value: Raw, where: str, line: int) -> None:
    level = [value]
    for _depth in range(DEPTH + 1):
        level = [
            item
            for holder in level
            if isinstance(holder, dict | list)
            for item in (holder.values() if isinstance(holder, dict) else holder)
        ]
        if not level:
            return
    raise ShipmentError(where, [_too_deep(line)])


def _lines_of(source: str) -> Mapping[str, int]:
    """Return the lines of the paths of a JSON text, read as the YAML that it nearly always is."""
    try:
        return next(iter(_Events(source.replace("\t", " ")).documents()))[1]
    except (yaml.YAMLError, _RefusedError, StopIteration):
        return {}


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


class _Events:
    """Builds values from YAML events, with the line of each path."""

    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self._lines: dict[str, int] = {}

    def documents(self) -> list[tuple[Raw, dict[str, int]]]:
        """Return each document and its lines."""
        found = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._lines = {}
                value = self._value(next(self._events), "", 0)
                if value != "" or not isinstance(value, Plain):
                    found.append((value, self._lines))
        return found

    def _value(self, event: yaml.Event, path: str, depth: int) -> Raw:
        line = _line(event)
        self._lines.setdefault(path, line)
        if depth > DEPTH:
            message = _too_deep(line)
            raise _RefusedError(message)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = f"line {line}: anchors and aliases are not read; write the value out"
            raise _RefusedError(message)
        if isinstance(event, yaml.ScalarEvent):
            return Plain(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._pairs(path, depth)

    def _sequence(self, path: str, depth: int) -> list[Raw]:
        found: list[Raw] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, f"{path}[{len(found)}]", depth + 1))
        return found

    def _pairs(self, path: str, depth: int) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                message = f"line {line}: a name must be a word"
                raise _RefusedError(message)
            name = event.value
            if name in found:
                message = f"line {line}: {name!r} stands twice in one object"
                raise _RefusedError(message)
            below = f"{path}.{name}" if path else name
            self._lines[below] = line
            found[name] = self._value(next(self._events), below, depth + 1)
        return found
