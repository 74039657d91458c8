"""Names of customers from the user's own files: the clean queries of a policy test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from licet.errors import UnreadableInputError
from licet.model import PartyKind, Subject
from licet.tables import SubjectReader, detect_mapping, open_table
from licet.text.countries import country_code

_SAMPLE = 200


def customers(paths: Sequence[Path], kind: PartyKind = PartyKind.UNKNOWN) -> list[Subject]:
    """Read customers: tables as `licet screen` takes them, or .txt files with a name on each line.

    Only names, kinds and the user's own keys are used. Rows without a name are passed over.

    Args:
        paths: The files.
        kind: What the parties are where a table does not say.

    Raises:
        UnreadableInputError: A file cannot be read, or holds no name.
    """
    found: list[Subject] = []
    for path in paths:
        read = list(_lines(path, kind) if path.suffix == ".txt" else _rows(path, kind))
        if not read:
            raise UnreadableInputError(
                str(path), "it holds no name", "Give a file of customers with a name column."
            )
        found += read
    return found


def _lines(path: Path, kind: PartyKind) -> Iterator[Subject]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInputError(
            str(path), f"it cannot be read ({error})", "Give a UTF-8 text file."
        ) from error
    for line in text.splitlines():
        if line.strip():
            yield Subject((line.strip(),), kind)


def _rows(path: Path, kind: PartyKind) -> Iterator[Subject]:
    table = open_table(path)
    mapping = detect_mapping(table.columns, next(table.batches(size=_SAMPLE), []), country_code, kind)
    reader = SubjectReader(mapping, table.columns, country_code)
    for batch in table.batches():
        for row in batch:
            subject = reader.read(row).subject
            if subject is not None and subject.names:
                yield Subject(subject.names, subject.kind, key=subject.key)
