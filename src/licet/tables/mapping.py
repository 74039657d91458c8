"""Which column means what: stated by the user, read from a file, or detected with reasons."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from licet.errors import UnreadableInputError, UsageError
from licet.model import PartyKind
from licet.tables.fields import IDENTIFIERS, Field, entries, field_named

_NAMING = {Field.NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME, Field.ALIAS, *IDENTIFIERS}


@dataclass(frozen=True, slots=True)
class Use:
    """One column put to use: `reason` says why, for a person."""

    column: str
    field: Field
    reason: str = "as you said"


@dataclass(frozen=True, slots=True)
class Mapping:
    """The use of every column that is used.

    Attributes:
        uses: In the order of the columns; several columns may serve one field.
        kind: What sort of party the rows describe where no column says it.
        notes: What else the user should know: columns that were left out and why, accuracy lost.
    """

    uses: tuple[Use, ...]
    kind: PartyKind = PartyKind.UNKNOWN
    notes: tuple[str, ...] = ()

    @classmethod
    def parse(cls, pairs: Iterable[str], kind: PartyKind = PartyKind.UNKNOWN) -> Mapping:
        """Read `COLUMN=FIELD` pairs, such as `Full name=name`.

        Raises:
            UsageError: A pair has no `=`, or names a field that does not exist.
        """
        return cls(tuple(_use(pair) for pair in pairs), kind)

    @classmethod
    def load(cls, path: Path) -> Mapping:
        """Read a mapping from TOML: `[columns]` with `"column" = "field"`, and maybe `schema = "person"`.

        Raises:
            UnreadableInputError: The file is not there or not TOML.
            UsageError: It names a field or sort of party that does not exist.
        """
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise UnreadableInputError(str(path), str(error), "Write it with `--detect` first.") from error
        columns = content.get("columns", {})
        unknown = sorted(set(content) - {"columns", "schema"})
        if unknown or not isinstance(columns, dict):
            message = (
                f"{path}: unknown entries {', '.join(unknown) or 'in columns'}. Known: schema, [columns]."
            )
            raise UsageError(message)
        uses = tuple(_use(f"{column}={field}") for column, field in columns.items())
        return cls(uses, kind_named(str(content.get("schema", "")) or PartyKind.UNKNOWN))

    def to_toml(self) -> str:
        """Write the mapping so that `load` reads it."""
        lines = [f"{_toml(use.column)} = {_toml(use.field)}" for use in self.uses]
        return "\n".join([f"schema = {_toml(self.kind)}", "", "[columns]", *lines, ""])

    def over(self, detected: Mapping) -> Mapping:
        """Return this mapping with the detected one for the columns and fields that this one leaves open."""
        columns = {use.column for use in self.uses}
        fields = {use.field for use in self.uses}
        more = tuple(use for use in detected.uses if use.column not in columns and use.field not in fields)
        kind = self.kind if self.kind is not PartyKind.UNKNOWN else detected.kind
        return Mapping(self.uses + more, kind, self.notes + detected.notes)

    def check(self, columns: Sequence[str]) -> None:
        """Check that the mapping fits a table.

        Raises:
            UsageError: A column is not in the table, or no column gives a name or identifier.
        """
        for use in self.uses:
            if use.column not in columns:
                near = get_close_matches(use.column, columns, n=1)
                hint = f" Did you mean {near[0]!r}?" if near else ""
                message = f"there is no column {use.column!r}.{hint} Columns: {', '.join(columns)}."
                raise UsageError(message)
        if not any(use.field in _NAMING for use in self.uses):
            message = (
                "no column is known to hold a name or an identifier. "
                f"Say which, such as --map {_quoted(columns[0])}. Columns: {', '.join(columns)}."
            )
            raise UsageError(message)

    def telling_unused(self, columns: Sequence[str]) -> Mapping:
        """Return this mapping with a note that lists the columns of a table which it does not use."""
        used = {use.column for use in self.uses}
        unused = [column for column in columns if column not in used]
        more = (f"not used: {', '.join(unused)}",) if unused else ()
        return Mapping(self.uses, self.kind, self.notes + more)

    def describe(self) -> tuple[str, ...]:
        """Return one line for each use and note, to be shown before the mapping is used."""
        lines = tuple(f"{use.column} = {use.field} ({use.reason})" for use in self.uses)
        return lines + self.notes


def kind_named(text: str) -> PartyKind:
    """Return the sort of party that a word means, such as `Person`, `company`, `vessel`, `LegalEntity`.

    Raises:
        UsageError: The word means none.
    """
    kind = kind_of_word(text)
    if kind is None:
        message = f"no sort of party is called {text!r}. Use one of {', '.join(PartyKind)}."
        raise UsageError(message)
    return kind


def kind_of_word(text: str) -> PartyKind | None:
    """Return the sort of party that a word means; None when it means none."""
    return _KINDS.get("".join(filter(str.isalpha, text.casefold())))


# FollowTheMoney calls LegalEntity what may be a person or an organisation.
_KIND_WORDS = """
person: person individual natural naturalperson human i p private privateperson privateindividual man
  woman naturlicheperson natürlicheperson privatperson personne personnephysique particulier persona
  personafisica personafísica individuo 个人 自然人
organisation: organisation organization company corporate corporation entity business firm bank o c
  publicbody legalperson corporatecustomer institution juristischeperson firma unternehmen
  personnemorale societe société entreprise empresa personajuridica personajurídica sociedad 公司 企业
  法人 单位
vessel: vessel ship boat schiff navire buque v 船 船舶
aircraft: aircraft airplane plane flugzeug avion aeronave aéronef a 飞机 航空器
unknown: unknown thing legalentity
"""
_KINDS = {word: PartyKind(kind) for kind, words in entries(_KIND_WORDS) for word in words.split()}


def _use(pair: str) -> Use:
    column, sign, wanted = pair.rpartition("=")
    field = field_named(wanted)
    if not sign or not column or field is None:
        message = f"{pair!r} is no COLUMN=FIELD. Fields: {', '.join(Field)}."
        raise UsageError(message)
    return Use(column, field)


def _toml(text: str) -> str:
    """A TOML basic string is a JSON string but for DEL, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _quoted(column: str) -> str:
    return f'"{column}=name"'
