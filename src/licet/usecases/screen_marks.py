"""What the columns of a table say of each row besides its names, told once for each different value.

A value is read by the reader of rows itself, so that both ways of screening understand it alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from licet.match._kernel import ArrowBatch, Distinct
from licet.match.sieve import DATED, INITIALS, ODD, PERSON, PLACED, NameColumns
from licet.model import PartyKind
from licet.tables import Field, Mapping, SubjectReader, Use
from licet.tables.fields import IDENTIFIERS
from licet.text.countries import country_code

Marks = npt.NDArray[np.uint8]
_KINDS = {PartyKind.PERSON: INITIALS | PERSON, PartyKind.UNKNOWN: INITIALS}
_READ = (Field.KIND, Field.BIRTH_DATE, Field.COUNTRY, Field.NATIONALITY, Field.FLAG)
_BY_ITSELF = (
    *IDENTIFIERS,
    *(Field.ADDRESS, Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.ADDRESS_COUNTRY),
)
"""A row that has one of these is screened by itself."""
_MOST_VALUES = 1 << 18
"""Different values of a column that are kept; then they are read anew, so that memory stays bounded."""


class RowMarks:
    """Gives the marks of rows (`licet.match.sieve`)."""

    def __init__(
        self, mapping: Mapping, columns: Sequence[str], cells: Sequence[Callable[[object], object]]
    ) -> None:
        """Bind the marks to a table.

        Args:
            mapping: Which column means what.
            columns: Of the batches.
            cells: For each, what turns a cell of the kernel into the table's own value.
        """
        self._kind = _KINDS.get(mapping.kind, 0)
        places: dict[Field, list[int]] = {}
        for use in mapping.uses:
            places.setdefault(use.field, []).append(columns.index(use.column))
        self._values = [
            _Values(place, field, mapping.kind, cells[place])
            for field in _READ
            for place in places.get(field, ())
        ]
        self._by_itself = [place for field in _BY_ITSELF for place in places.get(field, ())]
        self._states_kind = Field.KIND in places

    def of(self, batch: ArrowBatch, begin: int, end: int) -> Marks:
        """Return the marks of the rows from `begin` up to `end`."""
        marks = np.full(end - begin, 0 if self._states_kind else self._kind, np.uint8)
        for values in self._values:
            marks |= values.marks(batch, begin, end)
        for place in self._by_itself:
            marks |= batch.filled(place, begin, end) * np.uint8(ODD)
        return marks


def name_columns(mapping: Mapping, columns: Sequence[str]) -> NameColumns:
    """Return where the names of a table are."""

    def places(*fields: Field) -> tuple[int, ...]:
        return tuple(
            columns.index(use.column) for field in fields for use in mapping.uses if use.field is field
        )

    return NameColumns(
        places(Field.FIRST_NAME, Field.MIDDLE_NAME),
        places(Field.LAST_NAME),
        places(Field.NAME),
        places(Field.ALIAS),
    )


class _Values:
    """The different values of one column, with the marks of each."""

    def __init__(self, place: int, field: Field, kind: PartyKind, cell: Callable[[object], object]) -> None:
        self._place = place
        self._says_kind = field is Field.KIND
        self._cell = cell
        uses = (Use("name", Field.NAME), Use("value", field))
        self._reader = SubjectReader(Mapping(uses, kind), ("name", "value"), country_code)
        self._distinct = Distinct()
        self._marks = np.zeros(0, np.uint8)
        self._none = self._read(None)

    def marks(self, batch: ArrowBatch, begin: int, end: int) -> Marks:
        """Return what the column says of each row."""
        if len(self._distinct) > _MOST_VALUES:
            self._distinct, self._marks = Distinct(), np.zeros(0, np.uint8)
        codes = self._distinct.codes(batch, self._place, begin, end)
        new = [self._read(self._cell(value)) for value in self._distinct.values(len(self._marks))]
        self._marks = np.concatenate((self._marks, np.array(new, np.uint8)))
        # The code of None is -1: the last place.
        return np.append(self._marks, np.uint8(self._none))[codes]

    def _read(self, value: object) -> int:
        reading = self._reader.read(("X", value))
        subject = reading.subject
        if subject is None or reading.notes:
            return ODD
        kind = _KINDS.get(subject.kind, 0) if self._says_kind else 0
        return kind | bool(subject.birth_dates) * DATED | bool(subject.countries) * PLACED
