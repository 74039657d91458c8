"""The terms of a measure, read in the form that its kind declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from licet.model.rulebook import Obligation
from licet.rulebook.nodes import Node, Shape
from licet.rulebook.reading import Reader

Forms = Mapping[str, tuple[tuple[str, str], ...]]
"""Measure kind to its terms: (name, form), a trailing `?` on the form marking an optional one."""

_OBLIGATION = frozenset({"what", "status", "amount", "currency", "payee", "due", "met", "until", "trigger"})
_STATUSES = ("due", "paid", "suspended", "escrowed", "met", "continuous", "forfeited")


def obligation(reader: Reader, node: Node, what: str) -> Obligation:
    """Read one obligation of a settlement."""
    fields = reader.fields(node, what, _OBLIGATION, ("what", "status"))
    status = reader.text(fields.get("status"), f"{what}.status")
    if "status" in fields and status not in _STATUSES:
        reader.wrong(
            fields["status"], f"{what}.status: {status!r} is unknown (known: {', '.join(_STATUSES)})"
        )
    return Obligation(
        what=reader.text(fields.get("what"), f"{what}.what"),
        status=status,
        amount=reader.decimal(fields["amount"], f"{what}.amount") if "amount" in fields else None,
        currency=reader.text(fields.get("currency"), f"{what}.currency") or "USD",
        payee=reader.text(fields.get("payee"), f"{what}.payee"),
        due=reader.day(fields.get("due"), f"{what}.due"),
        met=reader.day(fields.get("met"), f"{what}.met"),
        until=reader.day(fields.get("until"), f"{what}.until"),
        trigger=reader.text(fields.get("trigger"), f"{what}.trigger"),
    )


def _mapping(reader: Reader, node: Node, what: str) -> Any:  # noqa: ANN401  the kind knows what it holds
    if node.shape is not Shape.MAPPING:
        reader.wrong(node, f"{what} must be a mapping, not {node.shape.value}")
        return {}
    return reader.free(node, what)


_READ: Mapping[str, Callable[[Reader, Node, str], Any]] = {
    "text": Reader.text,
    "texts": Reader.texts,
    "day": Reader.day,
    "decimal": Reader.decimal,
    "integer": Reader.integer,
    "yes_no": Reader.yes_no,
    "countries": lambda reader, node, what: reader.each(node, what, reader.country),
    "obligations": lambda reader, node, what: reader.each(
        node, what, lambda item, where: obligation(reader, item, where)
    ),
    "mapping": _mapping,
    "mappings": lambda reader, node, what: reader.each(
        node, what, lambda item, where: _mapping(reader, item, where)
    ),
    "any": Reader.free,
}
FORMS = tuple(_READ)
"""Every form that a kind may declare for a term."""


def terms(
    reader: Reader, node: Node | None, kind: str, holder: tuple[Node, str], forms: Forms | None
) -> dict[str, Any]:
    """Read the terms of a measure.

    Args:
        reader: Of the file.
        node: The terms; None where none are written.
        kind: The measure kind.
        holder: The measure's node and what errors call it.
        forms: Forms by kind; None reads any terms in any form, and lists of obligations by their name.

    Raises:
        ValueError: A kind declares a form that does not exist.
    """
    at, what = holder
    if forms is None:
        found = reader.mapping(node, f"{what}: terms") if node else {}
        return {
            key: _READ["obligations" if key == "obligations" else "any"](reader, item, f"{what}: terms.{key}")
            for key, item in found.items()
        }
    if kind not in forms:
        reader.wrong(at, f"{what}: the measure kind {kind!r} is unknown (known: {', '.join(sorted(forms))})")
        return {}
    declared = dict(forms[kind])
    needed = tuple(key for key, form in declared.items() if not form.endswith("?"))
    if node is None:
        for key in needed:
            reader.wrong(at, f"{what}: terms.{key} is missing")
        return {}
    found = reader.fields(node, f"{what}: terms", frozenset(declared), needed)
    return {
        key: _reader_of(declared[key], kind)(reader, item, f"{what}: terms.{key}")
        for key, item in found.items()
    }


def _reader_of(form: str, kind: str) -> Callable[[Reader, Node, str], Any]:
    name = form.removesuffix("?")
    if name not in _READ:
        message = f"the kind {kind} declares the form {name!r}; forms are {', '.join(FORMS)}"
        raise ValueError(message)
    return _READ[name]
