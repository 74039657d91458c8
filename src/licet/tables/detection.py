"""Guess which column means what, from header words and a look at the values; every guess has its reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable, Sequence

from licet.model import PartyKind
from licet.tables.birth_dates import read_birth_date
from licet.tables.cells import as_text
from licet.tables.fields import SEVERAL, Field, meaning
from licet.tables.mapping import Mapping, Use, kind_of_word
from licet.tables.table import Row

_MOST = 0.8
_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_IMO = re.compile(r"(?:IMO\s*)?(\d{7})", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def detect_mapping(
    columns: Sequence[str],
    rows: Iterable[Row],
    country_code: Callable[[str], str],
    kind: PartyKind = PartyKind.UNKNOWN,
) -> Mapping:
    """Guess a mapping.

    Args:
        columns: Of the table.
        rows: A sample, such as the first batch.
        country_code: Gives the ISO 3166 alpha-2 code for a country in words, or "".
        kind: What sort of party the rows describe where no column says it.

    Returns:
        The mapping, with a reason for each use and notes on columns that look useful and are not used.
    """
    sample = list(rows)
    values = [_values(sample, at) for at in range(len(columns))]
    uses: list[Use] = []
    notes: list[str] = []
    taken: dict[Field, str] = {}
    for column, cells in zip(columns, values, strict=True):
        found = meaning(column) or _by_values(cells, country_code)
        if found is None:
            continue
        field, reason = found
        refusal = _refused(field, cells)
        if refusal:
            notes.append(f"{column} is not used as {field}: {refusal}; say --map to use it all the same")
        elif field in taken and field not in SEVERAL:
            notes.append(f"{column} also looks like {field}, which is taken from {taken[field]}; not used")
        else:
            taken[field] = column
            uses.append(Use(column, field, reason))
    if not {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME} & set(taken):
        uses.extend(_name_by_values(columns, values, uses))
    single = {
        column for column, cells in zip(columns, values, strict=True) if _share(cells, _is_one_word) > 0.5
    }
    uses = _settle(uses, single)
    fields = {use.field for use in uses}
    if Field.KIND not in fields and kind is PartyKind.UNKNOWN:
        notes.append("nothing says whether the rows are persons, organisations or vessels: less accurate")
    if Field.ID not in fields:
        notes.append("no column is your own key: decisions on hits cannot be tied to your records")
    return Mapping(tuple(uses), kind, tuple(notes))


def _values(sample: Sequence[Row], at: int) -> list[object]:
    return [row[at] for row in sample if row[at] is not None and as_text(row[at]).strip()]


def _share(cells: Sequence[object], test: Callable[[object], bool]) -> float:
    return sum(test(cell) for cell in cells) / len(cells) if cells else 0.0


def _by_values(cells: Sequence[object], country_code: Callable[[str], str]) -> tuple[Field, str] | None:
    """Take values that can be nothing else; dates never are, for a date without a header may be any date."""
    if _share(cells, _is_lei) >= _MOST:
        return Field.LEI, "the values have valid LEI check digits"
    if _share(cells, _is_imo) >= _MOST and len(cells) > 2:
        return Field.IMO, "the values have valid IMO check digits"
    words = [cell for cell in cells if isinstance(cell, str)]
    if words and _share(cells, lambda cell: isinstance(cell, str) and bool(country_code(cell))) >= _MOST:
        return Field.COUNTRY, "the values are countries"
    return None


def _refused(field: Field, cells: Sequence[object]) -> str:
    """Say why the values speak against what the header says; empty when they do not."""
    if not cells:
        return ""
    if field is Field.KIND and _share(cells, lambda cell: kind_of_word(as_text(cell)) is not None) < _MOST:
        return "most values are no sort of party"
    if field is Field.BIRTH_DATE and _share(cells, lambda cell: read_birth_date(cell)[0] is not None) < 0.2:
        return "hardly any value is a date"
    if field is Field.NAME and _share(cells, _has_letters) < 0.2:
        return "hardly any value has letters"
    return ""


def _name_by_values(columns: Sequence[str], values: Sequence[list[object]], uses: Sequence[Use]) -> list[Use]:
    """Take the column whose values look most like names: letters, several words, seldom the same twice."""
    used = {use.column for use in uses}
    best, best_score = "", 0.5
    for column, cells in zip(columns, values, strict=True):
        if column in used or not cells:
            continue
        texts = [as_text(cell) for cell in cells if not isinstance(cell, (dt.date, bool, int, float))]
        wordy = sum(_looks_like_name(text) for text in texts) / len(cells)
        score = wordy * len(set(texts)) / len(cells)
        if score > best_score:
            best, best_score = column, score
    return [Use(best, Field.NAME, "its values look most like names")] if best else []


def _settle(uses: Sequence[Use], single: Container[str]) -> list[Use]:
    """Read headers such as `Nom`, `Name` and `Nombre` by their company.

    Beside a column of first names (`Vorname`), a column of single words called `Name` or `Nom` holds family
    names; `Nom` alone holds whole names. `Nombre` beside `Apellidos` holds first names.

    Args:
        uses: As the header words say.
        single: Columns that mostly hold single words.
    """
    fields = {use.field for use in uses}
    return [_settled(use, fields, single) for use in uses]


def _settled(use: Use, fields: set[Field], single: Container[str]) -> Use:
    header = use.column.strip().casefold()
    if use.field is Field.LAST_NAME and header == "nom" and not fields & {Field.NAME, Field.FIRST_NAME}:
        return Use(use.column, Field.NAME, "the header 'nom' without one for first names")
    if use.field is Field.NAME and header == "nombre" and Field.LAST_NAME in fields:
        return Use(use.column, Field.FIRST_NAME, "the header 'nombre' beside one for family names")
    alone = Field.FIRST_NAME in fields and Field.LAST_NAME not in fields and use.column in single
    if use.field is Field.NAME and alone:
        return Use(use.column, Field.LAST_NAME, "single words beside a column of first names")
    return use


def _is_one_word(cell: object) -> bool:
    return len(as_text(cell).split()) == 1


def _has_letters(cell: object) -> bool:
    return any(map(str.isalpha, as_text(cell)))


def _looks_like_name(text: str) -> bool:
    words = _LETTERS.findall(text)
    return 1 < len(words) < 12 and sum(map(len, words)) >= 0.7 * len(text.replace(" ", ""))


def _is_lei(cell: object) -> bool:
    """ISO 17442: the number that the letters and digits spell is 1 modulo 97."""
    text = as_text(cell).strip().upper()
    return bool(_LEI.fullmatch(text)) and int("".join(str(int(sign, 36)) for sign in text)) % 97 == 1


def _is_imo(cell: object) -> bool:
    """IMO resolution A.1117(30): the last digit is the weighted sum (7 to 2) of the others, modulo 10."""
    found = _IMO.fullmatch(as_text(cell).strip())
    if not found:
        return False
    digits = [int(digit) for digit in found[1]]
    return (
        sum(digit * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False)) % 10 == digits[6]
    )
