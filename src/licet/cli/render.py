"""Rows to the five output formats; what a person reads on a terminal is laid out in `cards`."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from licet.cli.cards import plain
from licet.cli.options import Format

Row = Mapping[str, Any]

_UNSAFE = re.compile("[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What can steer a terminal, turn the order of what is read, or has no UTF-8 form."""
_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters: no file or pipe takes them."""


def emit(
    rows: Sequence[Row],
    chosen: Format,
    *,
    whole: Any = None,  # noqa: ANN401  any JSON value
    table: str | None = None,
    columns: Sequence[str] = (),
) -> None:
    """Print rows on stdout.

    Args:
        rows: What there is to print; every row has the same keys.
        chosen: The format.
        whole: What `json` prints instead of the rows, where the document says more than they do.
        table: What `table` prints instead of a plain table.
        columns: The header of `csv` where there are no rows.
    """
    sys.stdout.write(rendered(rows, chosen, whole=whole, table=table, columns=columns))


def rendered(
    rows: Sequence[Row],
    chosen: Format,
    *,
    whole: Any = None,  # noqa: ANN401  any JSON value
    table: str | None = None,
    columns: Sequence[str] = (),
) -> str:
    """Return the text that `emit` prints."""
    if chosen is Format.JSON:
        return json_text(whole if whole is not None else list(rows))
    if chosen is Format.JSONL:
        return json_lines(rows)
    if chosen is Format.CSV:
        return _HALVES.sub("\ufffd", _csv(rows, columns))
    if chosen is Format.MARKDOWN:
        return _HALVES.sub("\ufffd", _markdown(rows))
    return table if table is not None else _table(rows)


def json_text(content: object) -> str:
    """Return a JSON document: what no terminal or file takes stands as an escape, the value is the same."""
    return _escaped(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def json_lines(rows: Iterable[object]) -> str:
    """Return a JSON value a line, escaped as in `json_text`."""
    return "".join(_escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)


def _escaped(text: str) -> str:
    return text if text.isascii() else _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cell(value: object) -> str:
    """Return a value as one line of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return " ".join(str(value).split())


def _csv(rows: Sequence[Row], columns: Sequence[str]) -> str:
    if not rows:
        return f"{','.join(columns)}\n" if columns else ""
    import csv

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_safe(cell(value)) for value in row.values()] for row in rows)
    return out.getvalue()


def _safe(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula: text is prefixed, numbers stay."""
    if not text.startswith(("=", "+", "-", "@", "\t", "\r")):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text


def _markdown(rows: Sequence[Row]) -> str:
    if not rows:
        return "(nothing)\n"
    lines = [" | ".join(rows[0]), " | ".join("---" for _ in rows[0])]
    lines += [" | ".join(cell(value).replace("|", "\\|") for value in row.values()) for row in rows]
    return "".join(f"| {line} |\n" for line in lines)


def _table(rows: Sequence[Row]) -> str:
    if not rows:
        return "(nothing)\n"
    texts = [list(rows[0]), *([_shown(name, value) for name, value in row.items()] for row in rows)]
    widths = [min(max(len(line[column]) for line in texts), 60) for column in range(len(texts[0]))]
    lines = []
    for line in texts:
        parts = [_fit(text, width) for text, width in zip(line, widths, strict=True)]
        lines.append("  ".join(parts).rstrip())
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def vertical(row: Row) -> str:
    """Return one row as a table for a terminal: a line for each column that says something."""
    width = max(map(len, row))
    shown = ((name, _shown(name, value)) for name, value in row.items())
    return "".join(f"{name:<{width}}  {text}\n" for name, text in shown if text)


def _shown(column: str, value: object) -> str:
    """Return a cell for a terminal; a hash is cut to the start by which users name an edition."""
    text = plain(cell(value))
    return text[:12] if column == "sha256" else text


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
