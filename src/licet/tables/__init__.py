"""Tables in and out: csv, tsv, xlsx, ods, parquet, jsonl. The drivers stay in here."""

from licet.tables.detection import detect_mapping
from licet.tables.fields import Field
from licet.tables.mapping import Mapping, Use, kind_named
from licet.tables.reading import SUFFIXES, kind_of, open_table
from licet.tables.subjects import Reading, SubjectReader
from licet.tables.table import ColumnType, FlawedRow, Kind, Row, Shape, Table
from licet.tables.writing import TableWriter

__all__ = [
    "SUFFIXES",
    "ColumnType",
    "Field",
    "FlawedRow",
    "Kind",
    "Mapping",
    "Reading",
    "Row",
    "Shape",
    "SubjectReader",
    "Table",
    "TableWriter",
    "Use",
    "detect_mapping",
    "kind_named",
    "kind_of",
    "open_table",
]
