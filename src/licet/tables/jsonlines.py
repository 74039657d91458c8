"""Read JSON lines: one object a line; columns are the keys in order of first appearance."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from licet.errors import UnreadableInputError
from licet.tables.sniff import encoding_of, refuse_binary
from licet.tables.table import ColumnType, FlawedRow, Kind, Row, Shape, Table

_INT64 = 1 << 63
_HALVES = "\\ud"
_HALF = re.compile("[\ud800-\udfff]")
_REPLACED = "half of a character (a lone surrogate) is read as \ufffd: the text is damaged"


class JsonLinesTable(Table):
    """A JSON lines file. Nested values stay dict and list; a line that is no object is a flawed row."""

    def __init__(self, path: Path, shape: Shape, rows: int) -> None:
        super().__init__(path, Kind.JSONL, shape)
        self._count = rows

    @property
    def rows(self) -> int:
        """Lines that are not blank."""
        return self._count

    def read(self, start: int = 0) -> Iterator[Row]:
        """Give the rows in order, from row `start` on."""
        columns = self.columns
        for number, text in islice(_lines(self.path, self.shape.encoding), start, None):
            try:
                item = parse(text)
            except ValueError as error:
                reason = f"line {number}: {error}; the raw text is in the first cell"
                yield FlawedRow([text, *[None] * (len(columns) - 1)], reason)
            else:
                cells = tuple(map(item.get, columns))
                halved = _HALVES in text.casefold() and parse_as_written(text) != item
                yield FlawedRow(cells, f"line {number}: {_REPLACED}", usable=True) if halved else cells


def open_json_lines(path: Path, encoding: str) -> JsonLinesTable:
    """Open a JSON lines file; reads it once for the keys and types.

    Raises:
        UnreadableInputError: No line holds an object.
    """
    refuse_binary(path)
    name, note = encoding_of(path, encoding)
    types: dict[str, set[ColumnType]] = {}
    count = flawed = 0
    for _, text in _lines(path, name):
        count += 1
        try:
            item = parse(text)
        except ValueError:
            flawed += 1
            continue
        for key, value in item.items():
            types.setdefault(key, set()).update(_type(value))
    if not types:
        raise UnreadableInputError(
            str(path), "no line holds a JSON object with keys", "Write one object on each line."
        )
    if flawed:
        # The first column takes the raw text of lines that are no objects.
        types[next(iter(types))].add(ColumnType.TEXT)
    shape = Shape(tuple(types), tuple(_merge(found) for found in types.values()), encoding=name)
    table = JsonLinesTable(path, shape, count)
    table.notes = (note,) if note else ()
    return table


def parse(text: str) -> dict[str, Any]:
    """Read one line, strictly: an object, no key twice, no NaN; a decimal never loses a digit.

    JSON can write half of a surrogate pair, which is no character: it is read as U+FFFD.

    Raises:
        ValueError: It is not that; the message says what it is.
    """
    item = parse_as_written(text)
    if _HALVES not in text.casefold():
        return item
    try:
        whole: dict[str, Any] = _whole(item)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error
    return whole


def parse_as_written(text: str) -> dict[str, Any]:
    """Read one line as `parse` does, except that halves of surrogate pairs stay.

    Raises:
        ValueError: As `parse`.
    """
    try:
        item = json.loads(text, object_pairs_hook=_object, parse_float=_decimal, parse_constant=_no_constant)
    except RecursionError as error:
        message = "nested too deeply"
        raise ValueError(message) from error
    except json.JSONDecodeError as error:
        message = f"not JSON ({error.msg} at character {error.pos + 1})"
        raise ValueError(message) from error
    if not isinstance(item, dict):
        message = "not a JSON object"
        raise ValueError(message)  # noqa: TRY004  one exception for every unreadable line
    return item


def _whole(value: Any) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return (
        _object([(_whole(key), _whole(item)) for key, item in value.items()])
        if isinstance(value, dict)
        else value
    )


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, str]]:
    with path.open(encoding=encoding, newline="\n") as file:
        for number, line in enumerate(file, 1):
            text = line.strip()
            if text:
                yield number, text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    item = dict(pairs)
    if len(item) != len(pairs):
        message = "a key stands twice in one object"
        raise ValueError(message)
    return item


def _decimal(text: str) -> float | Decimal:
    value = float(text)
    exact = Decimal(text)
    return value if exact.is_finite() and Decimal(repr(value)) == exact else exact


def _no_constant(text: str) -> NoReturn:
    message = f"{text} is no JSON value"
    raise ValueError(message)


def _type(value: object) -> set[ColumnType]:
    if value is None:
        return set()
    if isinstance(value, bool):
        return {ColumnType.BOOLEAN}
    if isinstance(value, int):
        return {ColumnType.INTEGER if -_INT64 <= value < _INT64 else ColumnType.TEXT}
    return {ColumnType.NUMBER if isinstance(value, float) else ColumnType.TEXT}


def _merge(found: set[ColumnType]) -> ColumnType:
    if found == {ColumnType.INTEGER, ColumnType.NUMBER}:
        return ColumnType.NUMBER
    return next(iter(found)) if len(found) == 1 else ColumnType.TEXT
