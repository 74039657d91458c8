"""The fields of a shipment as data, taken from the dataclasses of `licet.model.shipment` and their docs.

The reader and the published schema are both made from these forms: a field that is added to the model can be
read, and is in the schema, without another line.
"""

from __future__ import annotations

import inspect
import re
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

_ATTRIBUTE = re.compile(r"^    (\w+): (.*)$")


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One field.

    Attributes:
        name: Its name.
        type: What one value of it is: a scalar type, an enumeration or a dataclass.
        many: It holds any number of these, in a tuple.
        required: It has no default.
        text: What the docstring says of it.
    """

    name: str
    type: type
    many: bool
    required: bool
    text: str


@dataclass(frozen=True, slots=True)
class Form:
    """One dataclass.

    Attributes:
        type: The class.
        name: Its name.
        text: The first line of its docstring.
        fields: By name, in order.
    """

    type: type
    name: str
    text: str
    fields: dict[str, FieldForm]


@cache
def form(of: type) -> Form:
    """Return the form of a dataclass.

    Raises:
        TypeError: A field has a type that no reader has.
    """
    hints = get_type_hints(of)
    said = _said(of)
    found: dict[str, FieldForm] = {}
    for item in fields(of):
        one, many = _one(hints[item.name])
        required = item.default is MISSING and item.default_factory is MISSING
        found[item.name] = FieldForm(item.name, one, many, required, said.get(item.name, ""))
    first = (inspect.getdoc(of) or "").partition("\n")[0]
    return Form(of, of.__name__, first, found)


def member_texts(of: type) -> dict[str, str]:
    """Return what the source says below each member of an enumeration: member name to sentence."""
    found: dict[str, str] = {}
    last = ""
    for line in inspect.getsource(of).splitlines():
        text = line.strip()
        if " = " in text and not text.startswith('"'):
            last = text.partition(" ")[0]
        elif last and text.startswith('"""') and text.endswith('"""') and len(text) > 6:
            found[last] = text.strip('"')
    return found


def _one(hint: Any) -> tuple[type, bool]:  # noqa: ANN401  any annotation
    """Return (type of one value, whether there are many)."""
    if get_origin(hint) in {UnionType, Union}:
        (rest,) = (item for item in get_args(hint) if item is not type(None))
        return _one(rest)
    if get_origin(hint) is tuple:
        one, _ = _one(get_args(hint)[0])
        return one, True
    if not isinstance(hint, type):
        message = f"no reader for {hint!r}"
        raise TypeError(message)
    return hint, False


def _said(of: type) -> dict[str, str]:
    """Read the Attributes section of a docstring."""
    found: dict[str, str] = {}
    last = ""
    inside = False
    for line in (inspect.getdoc(of) or "").splitlines():
        if line == "Attributes:":
            inside = True
        elif inside and (match := _ATTRIBUTE.match(line)):
            last = match[1]
            found[last] = match[2]
        elif inside and last and line.startswith("        "):
            found[last] += f" {line.strip()}"
    return found


def is_form(of: type) -> bool:
    """Tell whether a type is a dataclass with a form."""
    return is_dataclass(of)
