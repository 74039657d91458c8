"""Shipments as users write them, JSON or YAML, to `licet.model.shipment.Shipment`: strict and exact.

What is not understood is refused with its path, its line and what is allowed; nothing is dropped or guessed.
Fields come from the dataclasses (`shipment_forms`), other words for them from `shipment_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from licet.errors import ShipmentError
from licet.model import PartialDate
from licet.model.shipment import Activity, Actor, EndUse, Role, Shipment
from licet.text.countries import country_code
from licet.usecases import shipment_values as values
from licet.usecases import shipment_words as words
from licet.usecases.shipment_forms import FieldForm, form, is_form
from licet.usecases.shipment_text import Document, Raw, decoded, json_value, yaml_values
from licet.usecases.shipment_values import ValueProblem, nearest, shown, unstated

_MOST_PROBLEMS = 20
_PEOPLE = frozenset({"ShipmentParty", "Owner"})


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
        named = self._named(of, _rearranged(of, value), path)
        arguments = {}
        for name, (field, item, below) in named.items():
            if unstated(item):
                continue
            found = self._field(of, field, item, below)
            if found is not None:
                arguments[name] = found
        self._missing(of, named, path)
        if len(self.problems) > before:
            return None
        if of is Shipment:
            problem = _settle(arguments)
            if problem:
                self.wrong("instant", problem)
                return None
        elif of.__name__ == "ShipmentParty" and "role" not in arguments:
            self.unstated.append(f"{path}.role")
        return of(**arguments)

    def _named(self, of: type, value: Mapping[str, Raw], path: str) -> dict[str, tuple[FieldForm, Raw, str]]:
        """Find the field of each name; unknown names and two words for one field are wrong."""
        known = form(of).fields
        other = words.FIELDS.get(of.__name__, {})
        found: dict[str, tuple[FieldForm, Raw, str]] = {}
        for written, item in value.items():
            below = f"{path}.{written}" if path else str(written)
            name = written if written in known else other.get(values.word(str(written)), str(written))
            if name not in known:
                near = nearest(values.word(str(written)), (*known, *other))
                self.wrong(below, f"no field is called so{near}; there are {', '.join(known)}")
            elif name in found:
                self.wrong(below, f"says the same as {found[name][2]}: keep one")
            else:
                found[name] = known[name], item, below
        return found

    def _missing(self, of: type, named: Mapping[str, tuple[FieldForm, Raw, str]], path: str) -> None:
        for name, field in form(of).fields.items():
            if field.required and (name not in named or unstated(named[name][1])):
                below = f"{path}.{name}" if path else name
                allowed = f": one of {', '.join(Activity)}" if field.type is Activity else ""
                self.wrong(below, f"is missing, and nothing is assumed. {field.text.rstrip('.')}{allowed}")

    def _field(self, of: type, field: FieldForm, value: Raw, path: str) -> Any:  # noqa: ANN401  any field
        if not field.many:
            return self._one(of, field, value, path)
        if field.name == "identifiers" and isinstance(value, Mapping):
            value = [f"{kind}:{number}" for kind, given in value.items() for number in _listed(given)]
        found = []
        for place, item in enumerate(_listed(value)):
            below = f"{path}[{place}]" if isinstance(value, list) else path
            one = self._one(of, field, item, below)
            if one is not None:
                found.append(one)
        return tuple(found)

    def _one(self, of: type, field: FieldForm, value: Raw, path: str) -> Any:  # noqa: ANN401  any field
        try:
            if is_form(field.type) and field.type is not PartialDate:
                return self.instance(field.type, _from_text(field.type, value), path)
            return _scalar(of, field, value)
        except ValueProblem as problem:
            self.wrong(path, str(problem))
            return None


def _listed(value: Raw) -> list[Raw]:
    """Return the values of a field that holds many: one alone is a list of one."""
    return value if isinstance(value, list) else [value]


def _scalar(of: type, field: FieldForm, value: Raw) -> Any:  # noqa: ANN401  what the field holds
    place = (of.__name__, field.name)
    if field.type is str:
        return _text(place, value)
    if field.type is Decimal:
        return values.number(value, percent="percent" in field.name)
    if field.type is Activity:
        written = values.text(value)
        return Activity(
            values.one_of(words.ACTIVITIES.get(values.word(written), written), Activity, "activity")
        )
    if field.type is Role:
        written = values.text(value)
        return Role(values.one_of(words.ROLES.get(values.word(written), written), Role, "role"))
    if place == ("Shipment", "day") and values.is_moment(value):
        return values.moment(value)
    return _READERS[field.type](value)


_READERS: Mapping[type, Callable[[Raw], Any]] = {
    bool: values.fact,
    int: values.whole,
    date: values.day,
    datetime: values.moment,
    PartialDate: values.partial,
}


def _text(place: tuple[str, str], value: Raw) -> str:
    if place in words.COUNTRIES:
        written = values.text(value)
        region = place == ("Shipment", "destination") and words.REGIONS.get(written.lower())
        return written if region else values.country(value)
    found = values.text(value)
    if place in words.CHOICES and found:
        spelt = words.SPELLINGS.get(values.word(found), found)
        return values.one_of(spelt, words.CHOICES[place], place[1].replace("_", " "))
    if place[1] == "identifiers":
        kind, colon, number = found.partition(":")
        if not colon or not number.strip():
            message = f"must be KIND:VALUE, not {shown(found)}; kinds are {', '.join(words.IDENTIFIERS)}"
            raise ValueProblem(message)
        return f"{values.one_of(kind, words.IDENTIFIERS, 'kind of identifier')}:{number.strip()}"
    if place == ("Shipment", "region"):
        return words.REGIONS.get(found.lower(), found)
    return found


def _from_text(of: type, value: Raw) -> Raw:
    """Read what may be written as one text: an actor by country or name, an end use by code or in words."""
    if not isinstance(value, str):
        return value
    if of is Actor:
        return {"country": value} if country_code(value) else {"name": value}
    if of is EndUse:
        return {"uses": values.word(value)} if values.word(value) in words.USES else {"description": value}
    return value


def _rearranged(of: type, value: Mapping[str, Raw]) -> Mapping[str, Raw]:
    """Bring short ways of writing to the fields: an identifier by its own name, US content as a figure."""
    if of.__name__ in _PEOPLE:
        return _with_identifiers(of, value)
    content = value.get("us_content") if of.__name__ == "Item" else None
    if content is not None and not unstated(content) and not isinstance(content, list | Mapping):
        return {
            ("us_content_percent" if name == "us_content" else name): item for name, item in value.items()
        }
    return value


def _with_identifiers(of: type, value: Mapping[str, Raw]) -> Mapping[str, Raw]:
    own = [name for name in value if name in words.IDENTIFIERS and name not in form(of).fields]
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


def plain_shipment(found: Read) -> dict[str, Any]:
    """Return a shipment as plain JSON values that read back to the same; what is not stated is left out."""
    return _plain(found.shipment, "", frozenset(found.unstated))


def _plain(item: Any, path: str, silent: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401  any part
    content: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        below = f"{path}.{field.name}" if path else field.name
        if value in (None, "", ()) or value == Actor() or below in silent:
            continue
        content[field.name] = _plain_value(value, below, silent)
    return content


def _plain_value(value: Any, path: str, silent: frozenset[str]) -> Any:  # noqa: ANN401  any value
    if isinstance(value, tuple):
        return [_plain_value(item, f"{path}[{place}]", silent) for place, item in enumerate(value)]
    if isinstance(value, PartialDate):
        return value.iso
    if is_form(type(value)):
        return _plain(value, path, silent)
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, str) else value
