"""Shipments as users write them, JSON or YAML, to `licet.model.shipment.Shipment`: strict and exact.

What is not understood is refused with its path, its line and what is allowed; nothing is dropped or guessed.
Fields come from the dataclasses (`shipment_forms`), other words for them from `shipment_words`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from licet.errors import ShipmentError
from licet.model import PartialDate
from licet.model.shipment import Activity, Actor, EndUse, Item, Owner, Shipment, ShipmentParty
from licet.rules.end_uses import USES
from licet.text.countries import country_code
from licet.usecases import shipment_values as values
from licet.usecases import shipment_words as words
from licet.usecases.shipment_forms import form, is_form
from licet.usecases.shipment_scalars import Slot, required, slots
from licet.usecases.shipment_text import Document, Raw, decoded, json_value, yaml_values
from licet.usecases.shipment_values import ValueProblem, nearest, shown, unstated

_MOST_PROBLEMS = 20
_NUMBERS = frozenset(words.IDENTIFIERS) - set(form(ShipmentParty).fields) - set(form(Owner).fields)
_PEOPLE = frozenset({ShipmentParty, Owner})


@dataclass(frozen=True, slots=True)
class Read:
    """A shipment that was read.

    Attributes:
        shipment: The question.
        unstated: Paths of facts that the text does not state although the model has a default for them:
            `parties[0].role`. Silence about them is asked about, never taken for the default.
        where: The file's name, with a place where the file holds many.
        line: Its line in a file of many; 0 otherwise.
    """

    shipment: Shipment
    unstated: tuple[str, ...] = ()
    where: str = "shipment"
    line: int = 0


def read_documents(content: bytes, where: str) -> list[Document]:
    """Split a whole text into shipments: a JSON object or array, JSON Lines, or YAML documents.

    Raises:
        ShipmentError: It is neither.
    """
    text = decoded(content, where)
    if not text.strip():
        raise ShipmentError(where, ["it is empty"])
    if where.endswith((".yaml", ".yml")) or not text.lstrip().startswith(("{", "[")):
        return _spread(yaml_values(text, where))
    if is_lines(text):
        return list(line_documents(text.encode().splitlines(), where))
    return _spread([Document(json_value(text, where), where, source=text)])


def is_lines(text: str) -> bool:
    """Tell whether a text that begins like JSON is JSON Lines: its first line holds a whole object.

    Or seems to, where the second begins with another: a broken line does not make the others unread.
    """
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not first.rstrip().endswith("}") or not rest.strip():
        return False
    if rest.lstrip().startswith("{"):
        return True
    try:
        json_value(first, "")
    except ShipmentError:
        return False
    return True


def line_documents(lines: Iterable[bytes], where: str) -> Iterator[Document]:
    """Yield the shipment of each line that is not empty; what is no JSON comes as a `ShipmentError` value."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            value: Raw = json_value(decoded(line, place), place, number)
        except ShipmentError as error:
            value = error
        yield Document(value, place, line=number)


def _spread(documents: list[Document]) -> list[Document]:
    """Give each shipment of an array its own document."""
    found: list[Document] = []
    for document in documents:
        if not isinstance(document.value, list):
            found.append(document)
            continue
        found += [
            replace(
                document, value=item, where=f"{document.where}, shipment {place + 1}", prefix=f"[{place}]"
            )
            for place, item in enumerate(document.value)
        ]
    if documents and not found:
        raise ShipmentError(documents[0].where, ["it holds no shipment: an empty array"])
    return found


def read(document: Document, day: date | None = None) -> Read:
    """Return the shipment of a document.

    Args:
        document: The shipment as it was written.
        day: The day asked about where the shipment states none.

    Raises:
        ShipmentError: Something in it is not understood; every place is told.
    """
    if isinstance(document.value, ShipmentError):
        raise document.value
    reading = _Reading(document)
    value = document.value
    if isinstance(value, Mapping) and day is not None and not {"day", "as_of", "date"} & set(value):
        value = {**value, "day": day.isoformat()}
    found = reading.instance(Shipment, value, "")
    if reading.problems or not isinstance(found, Shipment):
        raise ShipmentError(document.where, reading.told())
    return Read(found, tuple(reading.unstated), document.where, document.line)


class _Reading:
    """Reads one document, and collects what is wrong with it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.problems: list[tuple[str, str]] = []
        self.unstated: list[str] = []

    def told(self) -> list[str]:
        """Return the problems in words, each with its line and path."""
        lines = []
        for path, message in self.problems[:_MOST_PROBLEMS]:
            line = self._document.line_of(path)
            place = [f"line {line}"] if line else []
            told = f"{', '.join([*place, path] if path else place) or 'shipment'}: {message}"
            lines.append("".join(letter if letter.isprintable() else "?" for letter in told))
        more = len(self.problems) - _MOST_PROBLEMS
        return [*lines, f"and {more} more"] if more > 0 else lines

    def wrong(self, path: str, message: str) -> None:
        """Note that something is wrong."""
        self.problems.append((path, message))

    def instance(self, of: type, value: Raw, path: str) -> Any:  # noqa: ANN401  an instance of `of`
        """Return an instance of a dataclass; None when something in it is wrong."""
        if not isinstance(value, Mapping):
            self.wrong(
                path, f"must be an object with the fields {', '.join(form(of).fields)}; not {shown(value)}"
            )
            return None
        before = len(self.problems)
        arguments = self._arguments(of, value, path)
        if of is Shipment and len(self.problems) == before:
            problem = _settle(arguments)
            if problem:
                self.wrong("instant", problem)
        elif of is ShipmentParty and arguments.get("role") is None:
            self.unstated.append(f"{path}.role")
        if len(self.problems) > before:
            return None
        return of(**{name: item for name, item in arguments.items() if item is not None})

    def _arguments(self, of: type, value: Mapping[str, Raw], path: str) -> dict[str, Any]:
        """Read the fields; one that is wrong, or stated to be unknown, comes as None."""
        arguments: dict[str, Any] = {}
        taken: dict[str, str] = {}
        known = slots(of)
        for written, item in _rearranged(of, value).items():
            below = f"{path}.{written}" if path else written
            slot = known.get(written) or self._slot(of, written, below)
            if slot is None:
                continue
            name = slot.field.name
            if name in taken:
                self.wrong(below, f"says the same as {taken[name]}: keep one")
                continue
            taken[name] = below
            if not unstated(item):
                arguments[name] = self._field(slot, item, below)
        self._missing(of, arguments, path)
        return arguments

    def _slot(self, of: type, written: str, path: str) -> Slot | None:
        """Find the field for another word; an unknown name is wrong."""
        known = slots(of)
        other = words.FIELDS.get(of.__name__, {})
        word = values.word(written)
        if word in other:
            return known[other[word]]
        near = nearest(word, (*known, *other))
        self.wrong(path, f"no field is called so{near}; there are {', '.join(known)}")
        return None

    def _missing(self, of: type, arguments: Mapping[str, Any], path: str) -> None:
        for field in required(of):
            if field.name not in arguments:
                below = f"{path}.{field.name}" if path else field.name
                allowed = f": one of {', '.join(Activity)}" if field.type is Activity else ""
                self.wrong(below, f"is missing, and nothing is assumed. {field.text.rstrip('.')}{allowed}")

    def _field(self, slot: Slot, value: Raw, path: str) -> Any:  # noqa: ANN401  any field
        if not slot.field.many:
            return self._one(slot, value, path)
        if slot.field.name == "identifiers" and isinstance(value, Mapping):
            value = [f"{kind}:{number}" for kind, given in value.items() for number in _listed(given)]
        if not isinstance(value, list):
            one = self._one(slot, value, path)
            return () if one is None else (one,)
        found = [self._one(slot, item, f"{path}[{place}]") for place, item in enumerate(value)]
        return tuple(item for item in found if item is not None)

    def _one(self, slot: Slot, value: Raw, path: str) -> Any:  # noqa: ANN401  any field
        kind = slot.field.type
        if slot.read is None:
            return self.instance(kind, value if isinstance(value, dict) else _from_text(kind, value), path)
        try:
            return slot.read(value)
        except ValueProblem as problem:
            self.wrong(path, str(problem))
            return None


def _listed(value: Raw) -> list[Raw]:
    """Return the values of a field that holds many: one alone is a list of one."""
    return value if isinstance(value, list) else [value]


def _from_text(of: type, value: Raw) -> Raw:
    """Read what may be written as one text: an actor by country or name, an end use by code or in words."""
    if not isinstance(value, str):
        return value
    if of is Actor:
        return {"country": value} if country_code(value) else {"name": value}
    if of is EndUse:
        return {"uses": values.word(value)} if values.word(value) in USES else {"description": value}
    return value


def _rearranged(of: type, value: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """Bring short ways of writing to the fields: an identifier by its own name, US content as a figure."""
    if of in _PEOPLE:
        return _with_identifiers(value)
    content = value.get("us_content") if of is Item else None
    if content is not None and not unstated(content) and not isinstance(content, list | Mapping):
        return {
            ("us_content_percent" if name == "us_content" else name): item for name, item in value.items()
        }
    return value


def _with_identifiers(value: Mapping[str, Raw]) -> Mapping[str, Raw]:
    own = [name for name in value if name in _NUMBERS]
    if not own or isinstance(value.get("identifiers"), Mapping):
        return value
    given = [] if unstated(value.get("identifiers")) else _listed(value["identifiers"])
    numbers = [f"{name}:{number}" for name in own for number in _listed(value[name])]
    rest = {name: item for name, item in value.items() if name not in own}
    return {**rest, "identifiers": [*given, *numbers]}


def _settle(arguments: dict[str, Any]) -> str:
    """Tell the day of a moment, and the country of a region; return what contradicts itself."""
    if isinstance(arguments["day"], datetime):
        arguments.setdefault("instant", arguments["day"])
        arguments["day"] = arguments["day"].date()
    region = words.REGIONS.get(arguments.get("destination", "").lower())
    if region:
        arguments["destination"] = "UA"
        arguments.setdefault("region", region)
    instant, day = arguments.get("instant"), arguments["day"]
    if instant is not None and instant.date() != day:
        return f"{instant.isoformat()} is not on the day {day}: give the moment in the place's own time"
    return ""


_SILENT: tuple[object, ...] = (None, "", ())


def plain_shipment(found: Read) -> dict[str, Any]:
    """Return a shipment as plain JSON values that read back to the same; what is not stated is left out."""
    return _plain(found.shipment, "", frozenset(found.unstated))


def _plain(item: Any, path: str, silent: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401  any part
    content: dict[str, Any] = {}
    kind: type = type(item)
    for name in slots(kind):
        value = getattr(item, name)
        if not value and value in _SILENT:
            continue
        below = f"{path}.{name}" if path else name
        if below in silent or (name == "actor" and value == Actor()):
            continue
        plain = type(value) is str or type(value) is bool
        content[name] = value if plain else _plain_value(value, below, silent)
    return content


def _plain_value(value: Any, path: str, silent: frozenset[str]) -> Any:  # noqa: ANN401  any value
    if isinstance(value, tuple):
        return [_plain_value(item, f"{path}[{place}]", silent) for place, item in enumerate(value)]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, PartialDate):
        return value.iso
    if is_form(type(value)):
        return _plain(value, path, silent)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value
