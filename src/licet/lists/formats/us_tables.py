"""What the US list parsers share: opening a table, counting its rows, stable keys of rows without one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from licet.lists.base import RawEdition
from licet.lists.formats.delimited import (
    Columns,
    Form,
    Row,
    check_content,
    decode,
    read_records,
    read_table,
)
from licet.lists.formats.last_row import Record
from licet.model import Problem, Severity

_HASH_DIGITS = 16
"""64 bits: two of 100,000 rows share a key by chance once in 3.7 thousand million editions."""

# cp1252 that an agency's tool took for Latin-1 and wrote as UTF-8: a U+0092 was a quote.
_C1 = {
    chr(code): bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_C1_LETTER = re.compile(f"[{''.join(_C1)}]")


def open_table(
    raw: RawEdition, part: str, columns: Columns, form: Form | None = None, *, expected: str = "utf-8"
) -> Iterator[Row | Problem]:
    """Read one part as a table with a header.

    FATAL problems end the reading: `missing_part`, `empty`, `not_this_list` (a web page, or a table of which
    not half of the needed columns are ours), `missing_column`. cp1252 punctuation that was mistaken for
    control characters is put right, with a NOTE.
    """
    where = raw.where(part)
    content = raw.parts.get(part)
    if content is None:
        yield Problem("missing_part", where, f"the part {part!r} is not there", severity=Severity.FATAL)
        return
    if fatal := check_content(content, where):
        yield fatal
        return
    text, problems = decode(content, where, expected=expected)
    yield from problems
    repaired = _C1_LETTER.sub(lambda letter: _C1[letter[0]], text)
    if repaired != text:
        message = "cp1252 punctuation stands as control characters (U+0080 to U+009F); it was put right"
        yield Problem("control_characters", where, message, severity=Severity.NOTE)
    if not has_header(repaired, columns, form):
        message = "the columns are not those of this list"
        yield Problem("not_this_list", where, message, repaired.split("\n", 1)[0][:500], Severity.FATAL)
        return
    yield from read_table(repaired, where, columns, form)


def has_header(text: str, columns: Columns, form: Form | None = None) -> bool:
    """Tell whether the first line names at least half of the required columns."""
    first = next(read_records(text.lstrip("\ufeff\r\n ").split("\n", 1)[0], "", form), None)
    if not isinstance(first, Record):
        return False
    aliases = {_fold(other): name for other, name in columns.aliases.items()}
    given = {_fold(item) for item in first.fields}
    given |= {_fold(aliases[item]) for item in given if item in aliases}
    return 2 * len(given & {_fold(name) for name in columns.required}) >= len(columns.required)


def count_rows(items: Iterator[Row | Problem]) -> int:
    """Count the source rows of a table, the unreadable ones too, without interpreting them."""
    return sum(item.rows if isinstance(item, Problem) else 1 for item in items)


def row_key(*values: str) -> str:
    """Return a short stable key of a row: the same for the same values whatever their case and spacing."""
    plain = "\x1f".join(" ".join(value.upper().split()) for value in values)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]


class KeyRing:
    """Keeps the keys of one edition apart: the second row with a key gets `#2` after it."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def take(self, key: str, where: str) -> tuple[str, Problem | None]:
        """Return a key not used before, and a NOTE `duplicate_key` when it had to be changed."""
        if key not in self._used:
            self._used[key] = 1
            return key, None
        fresh = key
        while fresh in self._used:
            self._used[key] += 1
            fresh = f"{key}#{self._used[key]}"
        self._used[fresh] = 1
        message = f"the key {key} occurs again; this row became {fresh}"
        return fresh, Problem("duplicate_key", f"{where}: {key}", message, severity=Severity.NOTE)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
