"""The measures of a rulebook file and their life, once the documents are known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from licet.model.law import Confidence
from licet.model.rulebook import Document, Event, EventKind, Measure
from licet.rulebook.nodes import Node, Shape
from licet.rulebook.reading import Reader
from licet.rulebook.sections import confidence
from licet.rulebook.terms import Forms, terms

_MEASURE = frozenset(
    {
        "kind", "title", "matter", "parties", "terms", "life", "cite", "authorises", "confidence", "review",
        "replaces",
    }
)  # fmt: skip
_EVENT_KINDS = tuple(EventKind)
_EVENT = frozenset({*_EVENT_KINDS, "on", "until", "parties", "note", "confidence"})
_FIRST = frozenset({EventKind.PROPOSED, EventKind.ANNOUNCED, EventKind.ISSUED, EventKind.ISSUED_SUSPENDED})


def measure(
    reader: Reader, node: Node, key: str, documents: Mapping[str, Document], forms: Forms | None
) -> Measure:
    """Read a measure; its events take their day from their document where they name none."""
    what = f"measures.{key}"
    fields = reader.fields(node, what, _MEASURE, ("kind", "title", "life"))
    kind = reader.text(fields.get("kind"), f"{what}.kind")
    life = _life(reader, fields.get("life"), what, documents)
    cite = reader.texts(fields.get("cite"), f"{what}.cite")
    if "life" in fields and not cite and not any(item.document for item in life):
        reader.wrong(node, f"{what}: no citation: none of its events has a document, and `cite` is missing")
    return Measure(
        id=key,
        kind=kind,
        title=reader.text(fields.get("title"), f"{what}.title"),
        parties=reader.texts(fields.get("parties"), f"{what}.parties"),
        life=life,
        terms=terms(reader, fields.get("terms"), kind, (node, what), forms) if kind else {},
        matter=reader.texts(fields.get("matter"), f"{what}.matter"),
        cite=cite,
        authorises=reader.text(fields.get("authorises"), f"{what}.authorises"),
        confidence=confidence(reader, fields, what),
        review=reader.text(fields.get("review"), f"{what}.review"),
        place=reader.place(node),
    )


def _life(
    reader: Reader, node: Node | None, what: str, documents: Mapping[str, Document]
) -> tuple[Event, ...]:
    if node is None:
        return ()
    if node.shape is not Shape.SEQUENCE or not node.items:
        reader.wrong(node, f"{what}.life must be a list of events, the first first")
        return ()
    read = (_event(reader, item, f"{what}.life", documents) for item in node.items)
    life = tuple(item for item in read if item is not None)
    if life and life[0].kind not in _FIRST:
        known = ", ".join(item for item in _EVENT_KINDS if item in _FIRST)
        reader.wrong(life[0].place.line, f"{what}.life cannot begin with {life[0].kind} (only with {known})")
    for earlier, later in pairwise(life):
        if later.on < earlier.on:
            reader.wrong(
                later.place.line, f"{what}.life is out of order: {later.on} stands after {earlier.on}"
            )
    return life


def _event(reader: Reader, node: Node, what: str, documents: Mapping[str, Document]) -> Event | None:
    if node.shape is not Shape.MAPPING:
        reader.wrong(node, f"{what}: an event must be a mapping, not {node.shape.value}")
        return None
    written = [key.text for key, _value in node.pairs]
    kinds = [key for key in written if key in set(_EVENT_KINDS)]
    fields = reader.fields(node, what, _EVENT, ())
    if len(kinds) != 1:
        reader.wrong(node, f"{what}: an event needs one of {', '.join(_EVENT_KINDS)}, each with its document")
        return None
    made_by = reader.text(fields.get(kinds[0]), f"{what}.{kinds[0]}")
    document = documents.get(made_by)
    if made_by and document is None:
        reader.wrong(node, f"{what}: no document is called {made_by}")
    if not made_by and "note" not in fields:
        reader.wrong(node, f"{what}: an event without a document needs a `note` that says what made it")
    on, at = reader.day_or_moment(fields.get("on"), f"{what}.on")
    if "on" not in fields and document is not None:
        on, at = document.effective, document.effective_at
        if on is None:
            reader.wrong(node, f"{what}: {made_by} has no effective day: give `on`")
    elif "on" not in fields and not made_by:
        reader.wrong(node, f"{what}: `on` is missing")
    if on is None:
        return None
    return Event(
        kind=EventKind(kinds[0]),
        on=on,
        at=at,
        until=_until(reader, fields.get("until"), on, what),
        document=made_by,
        parties=reader.texts(fields.get("parties"), f"{what}.parties"),
        note=reader.text(fields.get("note"), f"{what}.note"),
        confidence=_weakest(confidence(reader, fields, what, "note"), document),
        place=reader.place(node),
    )


def _until(reader: Reader, node: Node | None, on: date, what: str) -> date | None:
    until = reader.day(node, f"{what}.until")
    if node is not None and until is not None and until < on:
        reader.wrong(node, f"{what}: it ends ({until}) before it begins ({on})")
    return until


def _weakest(own: Confidence, document: Document | None) -> Confidence:
    order = tuple(Confidence)
    return max(own, document.confidence if document else own, key=order.index)
