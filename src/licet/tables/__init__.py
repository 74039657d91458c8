"""Tables in and out: csv, tsv, xlsx, ods, parquet, jsonl. The drivers stay in here."""

from licet.tables.reading import SUFFIXES, kind_of, open_table
from licet.tables.table import ColumnType, FlawedRow, Kind, Row, Shape, Table
from licet.tables.writing import TableWriter

__all__ = [
    "SUFFIXES",
    "ColumnType",
    "FlawedRow",
    "Kind",
    "Row",
    "Shape",
    "Table",
    "TableWriter",
    "kind_of",
    "open_table",
]
