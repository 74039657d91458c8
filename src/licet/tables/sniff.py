"""Guess the encoding and the delimiter of a text table; say so when it is a guess."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.tables.fields import meaning

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"PK\x03\x04", "a zip archive, such as xlsx or ods"),
    (b"PAR1", "a parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF"),
)
_BLOCK = 1 << 20
_HIGH = re.compile(rb"[\x80-\xff]+")
_DELIMITERS = (",", ";", "\t", "|")
_SELDOM = (";", "\t", "|")
_SAMPLE = 1 << 16
_FEWEST_NULS = 4


def refuse_binary(path: Path) -> None:
    """Check that the file is there, is not empty and is text.

    Raises:
        UnreadableInputError: It is not.
    """
    head = head_bytes(path)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise UnreadableInputError(
                str(path), f"the content is {what}, not text", "Give the file the suffix of its real format."
            )


def head_bytes(path: Path) -> bytes:
    """Return the first bytes of a file.

    Raises:
        UnreadableInputError: It is absent, empty, a folder or may not be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableInputError(str(path), reason, "Check the path and its permissions.") from error
    if not head:
        raise UnreadableInputError(str(path), "the file is empty", "Export it again, with a header row.")
    return head


def encoding_of(path: Path, given: str = "") -> tuple[str, str]:
    """Return the encoding of a text file and a note (empty when nothing was guessed).

    The whole file is decoded once, so that reading it later cannot stop half-way. UTF-8 and UTF-16/32 with a
    mark are recognised; else cp1252 is taken only where the bytes look like a Western European text: names in
    other scripts read as cp1252 would be rubbish that matches nothing.

    Raises:
        UnreadableInputError: The encoding is unknown, or the bytes are not in it, or no guess is safe.
    """
    if given:
        _check(path, given)
        return codecs.lookup(given).name, ""
    head = head_bytes(path)
    for mark, name in _BOMS:
        if head.startswith(mark):
            _check(path, name)
            return name, ""
    if name := _wide(path):
        _check(path, name)
        return name, f"read as {name}, a guess: the file has no byte order mark"
    if _first_bad_byte(path, "utf-8") is None:
        return "utf-8", ""
    if _first_bad_byte(path, "cp1252") is None and _looks_western(path):
        return (
            "cp1252",
            "read as cp1252 (Western European), a guess: check accented letters, or say --encoding",
        )
    raise UnreadableInputError(
        str(path),
        "the text is not UTF-8, and no other encoding can be told from the bytes",
        "Say which it is with --encoding, such as cp1251, cp1256, gb18030 or shift_jis.",
    )


def _wide(path: Path) -> str:
    """Return the UTF-16 of a file without a mark; empty when it is none.

    Digits, delimiters and line ends give a NUL in every second place. A NUL here and there is no sign.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = max(even, odd)
    if most < _FEWEST_NULS or most * 20 < len(sample) or min(even, odd) * 10 > most:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _check(path: Path, encoding: str) -> None:
    bad = _first_bad_byte(path, encoding)
    if bad is not None:
        raise UnreadableInputError(
            str(path), f"byte {bad} is not {encoding}", "Say the right encoding with --encoding."
        )


def _first_bad_byte(path: Path, encoding: str) -> int | None:
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
    except LookupError as error:
        raise UnreadableInputError(
            str(path), f"no encoding is called {encoding!r}", "Use a name such as utf-8, utf-16 or cp1252."
        ) from error
    place = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            try:
                decoder.decode(block)
            except UnicodeError as error:
                return place + (error.start if isinstance(error, UnicodeDecodeError) else 0)
            place += len(block)
    try:
        decoder.decode(b"", final=True)
    except UnicodeError:
        return place
    return None


def _looks_western(path: Path) -> bool:
    """Accented letters stand alone or in pairs; a text in another script has long runs of high bytes."""
    total = long_runs = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            for run in _HIGH.findall(block):
                total += len(run)
                long_runs += len(run) if len(run) > 2 else 0
    return long_runs * 5 <= total


def delimiter_of(path: Path, encoding: str) -> str:
    """Return the delimiter under which most rows are of one width; `,` when nothing divides them.

    The header need not be the first row: a title may stand above it.
    """
    with path.open(encoding=encoding, newline="") as file:
        sample = file.read(_SAMPLE)
    lines = sample.splitlines(keepends=True)
    if len(sample) == _SAMPLE and len(lines) > 1:
        lines.pop()
    if _is_one_column(lines):
        return next((mark for mark in _SELDOM if mark not in sample), ",")
    best, best_score = ",", (0.0, 1)
    for delimiter in _DELIMITERS:
        score = _fit(lines, delimiter)
        if score[1] > 1 and score > best_score:
            best, best_score = delimiter, score
    return best


def _is_one_column(lines: list[str]) -> bool:
    """Say whether the header is one word for a column: then `Petrov, Ivan` below it is one cell.

    It may also be the title of a table: then the next line has several words for columns.
    """
    head, second = [*(line.strip() for line in lines if line.strip()), "", ""][:2]
    if any(mark in head for mark in _DELIMITERS) or meaning(head.strip('"')) is None:
        return False
    return all(
        sum(meaning(text.strip('" ')) is not None for text in second.split(mark)) < 2 for mark in _DELIMITERS
    )


def _fit(lines: list[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return (0.0, 0)
    if not widths:
        return (0.0, 0)
    width, rows = Counter(widths).most_common(1)[0]
    return (rows / len(widths), width)
