"""One row of a table to the subject it describes, with a note for every value that was not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from licet.model import Address, Identifier, PartialDate, PartyKind, Subject
from licet.tables.birth_dates import read_birth_date
from licet.tables.cells import as_text
from licet.tables.fields import IDENTIFIERS, Field
from licet.tables.mapping import Mapping, kind_of_word
from licet.tables.table import FlawedRow, Row

LONGEST = 1000
"""Characters of a name or identifier that is screened; the longest listed name has far fewer."""

_SEVERAL = re.compile(r"[;|\n\r]+")
_COUNTRIES = re.compile(r"[;|\n\r,/]+")
_BLANK = {"", "-", "--", ".", "n/a"}  # not "na" or "null": Na and Null are surnames, NA is Namibia
_NO_VALUE = {"na", "none", "null", "unknown", "tbc", "tbd"}
_ADDRESS_PARTS = (Field.STREET, Field.CITY, Field.REGION, Field.POSTAL_CODE, Field.ADDRESS_COUNTRY)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a row says.

    Attributes:
        subject: None when the row has neither a name nor an identifier, or could not be read.
        notes: Values that were not understood or can be read in two ways; reasons why there is no subject.
        failed: The row itself could not be read: an error, not an absence.
    """

    subject: Subject | None
    notes: tuple[str, ...] = ()
    failed: bool = False


class SubjectReader:
    """Reads rows of one table under one mapping.

    Name and alias cells with `;`, `|` or line breaks hold several names. First, middle and last name are
    joined; without a last name the first name is put before a name that lacks it, which is kept as well.
    """

    def __init__(self, mapping: Mapping, columns: Sequence[str], country_code: Callable[[str], str]) -> None:
        """Bind a mapping to a table.

        Args:
            mapping: Which column means what.
            columns: Of the table.
            country_code: Gives the ISO 3166 alpha-2 code for a country in words, or "".

        Raises:
            UsageError: The mapping does not fit the table.
        """
        mapping.check(columns)
        self._kind = mapping.kind
        self._country_code = lru_cache(maxsize=4096)(country_code)
        self._places: dict[Field, tuple[int, ...]] = {}
        for use in mapping.uses:
            self._places[use.field] = (*self._places.get(use.field, ()), columns.index(use.column))
        self._numbers = tuple((field, kind) for field, kind in IDENTIFIERS.items() if field in self._places)
        self._has_address = any(field in self._places for field in (Field.ADDRESS, *_ADDRESS_PARTS))

    def read(self, row: Row) -> Reading:
        """Return the subject of a row, with notes; never raises for what a cell holds."""
        notes: list[str] = []
        if isinstance(row, FlawedRow):
            if not row.usable:
                return Reading(None, (row.reason,), failed=True)
            notes.append(row.reason)
        names = self._names(row)
        identifiers = self._identifiers(row)
        longest = max(map(len, (*names, *(item.value for item in identifiers))), default=0)
        if longest > LONGEST:
            reason = (
                f"a name or identifier of {longest} characters is not screened (the most is {LONGEST}): "
                "part the names with ; or correct the cell"
            )
            return Reading(None, (*notes, reason), failed=True)
        if not names and not identifiers:
            return Reading(None, (*notes, "no name and no identifier in the mapped columns"))
        subject = Subject(
            names=names,
            kind=self._read_kind(row, notes),
            birth_dates=self._birth_dates(row, notes),
            countries=self._countries(row, (Field.COUNTRY, Field.NATIONALITY, Field.FLAG), notes),
            addresses=self._addresses(row, notes),
            identifiers=identifiers,
            key=next(iter(self._texts(row, Field.ID)), ""),
        )
        return Reading(subject, tuple(notes))

    def _texts(self, row: Row, field: Field, split: re.Pattern[str] | None = None) -> list[str]:
        """Give the values of a field: one for each cell, more where cells hold lists or are split."""
        places = self._places.get(field)
        if not places:
            return []
        found: list[str] = []
        for place in places:
            cell = row[place]
            for item in cell if isinstance(cell, (list, tuple)) else (cell,):
                text = as_text(item).replace("\x00", "")
                found.extend(split.split(text) if split else [text])
        trimmed = (" ".join(text.split()) for text in found)
        return [text for text in trimmed if text.casefold() not in _BLANK]

    def _names(self, row: Row) -> tuple[str, ...]:
        names = self._texts(row, Field.NAME, _SEVERAL)
        last = self._texts(row, Field.LAST_NAME)
        given = [*self._texts(row, Field.FIRST_NAME), *self._texts(row, Field.MIDDLE_NAME)]
        joined: list[str] = []
        if last or (given and not names):
            joined.append(" ".join((*given, *last)))
        elif given:
            joined.extend(" ".join((*given, name)) for name in names if not _holds(name, given))
        return tuple(dict.fromkeys([*joined, *names, *self._texts(row, Field.ALIAS, _SEVERAL)]))

    def _identifiers(self, row: Row) -> tuple[Identifier, ...]:
        found = (
            Identifier(kind, text)
            for field, kind in self._numbers
            for text in self._texts(row, field, _SEVERAL)
            if text.casefold() not in _NO_VALUE
        )
        return tuple(dict.fromkeys(found))

    def _read_kind(self, row: Row, notes: list[str]) -> PartyKind:
        for text in self._texts(row, Field.KIND):
            kind = kind_of_word(text)
            if kind is not None:
                return kind
            notes.append(f"sort of party {text!r} not understood; compared with every sort")
            return PartyKind.UNKNOWN
        return self._kind

    def _birth_dates(self, row: Row, notes: list[str]) -> tuple[PartialDate, ...]:
        dates: list[PartialDate] = []
        for place in self._places.get(Field.BIRTH_DATE, ()):
            cell = row[place]
            if isinstance(cell, str):
                cells: Sequence[object] = _SEVERAL.split(cell)
            else:
                cells = cell if isinstance(cell, (list, tuple)) else (cell,)
            for item in cells:
                date, note = read_birth_date(item)
                if date:
                    dates.append(date)
                if note:
                    notes.append(note)
        return tuple(dict.fromkeys(dates))

    def _countries(self, row: Row, fields: Sequence[Field], notes: list[str]) -> tuple[str, ...]:
        codes: list[str] = []
        for field in fields:
            for text in self._texts(row, field):
                whole = self._country_code(text)
                pieces = [text] if whole else [piece.strip() for piece in _COUNTRIES.split(text)]
                for piece in filter(None, pieces):
                    code = self._country_code(piece)
                    if code:
                        codes.append(code)
                    else:
                        notes.append(f"{field} {piece!r} not understood, not used")
        return tuple(dict.fromkeys(codes))

    def _addresses(self, row: Row, notes: list[str]) -> tuple[Address, ...]:
        if not self._has_address:
            return ()
        parts = {field: ", ".join(self._texts(row, field)) for field in _ADDRESS_PARTS}
        whole = ", ".join(self._texts(row, Field.ADDRESS))
        text = ", ".join(filter(None, (whole, *parts.values())))
        if not text:
            return ()
        own = self._countries(row, (Field.ADDRESS_COUNTRY,), notes)
        general = self._countries(row, (Field.COUNTRY,), [])
        address = Address(
            text=text,
            street=parts[Field.STREET],
            city=parts[Field.CITY],
            region=parts[Field.REGION],
            postal_code=parts[Field.POSTAL_CODE],
            country=next(iter((*own, *general)), ""),
        )
        return (address,)


def _holds(name: str, given: Sequence[str]) -> bool:
    """Say whether a name already has every one of the given names."""
    return set(" ".join(given).casefold().split()) <= set(name.casefold().split())
