"""Write ods: OpenDocument 1.2 as plain zip and XML, streamed, the same bytes for the same rows."""

from __future__ import annotations

import datetime as dt
import math
import re
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from licet.tables.cells import as_text
from licet.tables.table import Shape

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_STAMP = (1980, 1, 1, 0, 0, 0)
_EXACT = 10**15
_SPACES = re.compile(r"  +|^ | $")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("number", "datastyle"),
        ("style", "style"),
    )
)
_PART = '<number:{0} number:style="long"/>'
_DAY = "-".join(_PART.format(name) for name in ("year", "month", "day"))
_CLOCK = ":".join(_PART.format(name) for name in ("hours", "minutes", "seconds"))
_HEAD = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} office:version="1.2">'
    "<office:automatic-styles>"
    f'<number:date-style style:name="N1">{_DAY}</number:date-style>'
    f'<number:date-style style:name="N2">{_DAY} {_CLOCK}</number:date-style>'
    '<style:style style:name="d" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="t" style:family="table-cell" style:data-style-name="N2"/>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
).replace("-<number", "<number:text>-</number:text><number")
_TAIL = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


class OdsWriter:
    """One sheet of rows and one of run facts; text cells are typed as text, so none is run as a formula."""

    def __init__(self, path: Path, shape: Shape) -> None:
        self._path = path
        self._content_path = path.with_name(path.name + ".content")
        self._file = self._content_path.open("w", encoding="utf-8", newline="\n")
        self._name = shape.sheet or "Data"
        self._file.write(_HEAD)
        self._file.write(f"<table:table table:name={quoteattr(self._name)}>")
        self.write([shape.columns])

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows."""
        self._file.writelines(
            f"<table:table-row>{''.join(map(_cell, row)) or _cell(None)}</table:table-row>\n" for row in rows
        )

    def write_run(self, rows: Sequence[Sequence[object]]) -> None:
        """Add the sheet "Run"."""
        name = "Run" if self._name.casefold() != "run" else "Run (licet)"
        self._file.write(f'</table:table><table:table table:name="{name}">')
        self.write(rows)

    def close(self) -> None:
        """Write the archive: the media type first and uncompressed, as the format asks."""
        self._file.write("</table:table>" + _TAIL)
        self._file.close()
        with zipfile.ZipFile(self._path, "w") as archive:
            archive.writestr(_entry("mimetype", zipfile.ZIP_STORED), _MIME)
            entry = _entry("content.xml", zipfile.ZIP_DEFLATED)
            with self._content_path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as sink:
                shutil.copyfileobj(source, sink)
            archive.writestr(_entry("META-INF/manifest.xml", zipfile.ZIP_DEFLATED), _MANIFEST)
        self._content_path.unlink()

    def abort(self) -> None:
        """Drop what was collected."""
        self._file.close()
        self._content_path.unlink(missing_ok=True)


def _entry(name: str, compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _STAMP)
    entry.compress_type = compression
    entry.external_attr = 0o644 << 16
    return entry


def _cell(value: object) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return _typed(f'boolean" office:boolean-value="{as_text(value)}', as_text(value))
    if isinstance(value, (int, float, Decimal)) and _fits(value):
        return _typed(f'float" office:value="{value!s}', str(value))
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        iso = value.isoformat()
        return _typed(f'date" table:style-name="t" office:date-value="{iso}', value.isoformat(sep=" "))
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return _typed(f'date" table:style-name="d" office:date-value="{value}', str(value))
    lines = _NOT_XML.sub("\ufffd", as_text(value)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    inner = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in lines)
    return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'


def _fits(value: float | Decimal) -> bool:
    """Programs read the number as a float: only what survives that is written as a number."""
    if isinstance(value, int):
        return abs(value) < _EXACT
    return math.isfinite(value) and (isinstance(value, float) or Decimal(repr(float(value))) == value)


def _typed(attributes: str, shown: str) -> str:
    return f'<table:table-cell office:value-type="{attributes}"><text:p>{shown}</text:p></table:table-cell>'


def _spaced(line: str) -> str:
    """OpenDocument collapses spaces and tabs unless they are elements."""
    text = escape(line).replace("\t", "<text:tab/>")
    return _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', text)
