"""The sections of a rulebook file: documents, parties, values and signals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

from licet.model.law import Confidence, Interval
from licet.model.listing import Address, Identifier, IdentifierKind, Name, NameKind, PartyKind
from licet.model.rulebook import Dated, Document, NamedParty, Signal, Value
from licet.rulebook.nodes import Node, Shape
from licet.rulebook.reading import Reader

_DOCUMENT_KINDS = frozenset(
    {
        "statute", "executive_order", "rule", "order", "judgment", "licence", "agreement", "list_posting",
        "guidance", "notice",
    }
)  # fmt: skip
_DOCUMENT = frozenset(
    {
        "title", "cite", "agency", "authority", "kind", "signed", "effective", "public", "published",
        "expiry", "confidence", "review", "sources", "matter", "replaces",
    }
)  # fmt: skip
_PARTY = frozenset(
    {
        "names", "kind", "countries", "addresses", "identifiers", "note", "family", "confidence", "replaces",
    }
)  # fmt: skip
_NAME = frozenset({"text", "kind", "weak", "language", "source"})
_ADDRESS = frozenset({"text", "street", "city", "region", "postal_code", "country"})
_VALUE = frozenset({"title", "is", "replaces"})
_DATED = frozenset({"from", "inferred_from", "to", "value", "cite", "confidence", "review", "sources"})
_INFERRED = "Inferred: the text that was read is that of {first}; it is taken to have stood since {since}."
_SIGNAL = frozenset({"said", "speaker", "rung", "text", "matter", "linked", "sources", "replaces"})


def confidence(reader: Reader, fields: dict[str, Node], what: str, open_point: str = "review") -> Confidence:
    """Read a confidence; a low one must name its open point in another field."""
    level = reader.choice(fields.get("confidence"), f"{what}.confidence", Confidence, Confidence.HIGH)
    if level is Confidence.LOW and open_point not in fields:
        reader.wrong(fields["confidence"], f"{what}: confidence L needs `{open_point}`: the open point")
    return level


def document(reader: Reader, node: Node, key: str) -> Document:
    """Read a document."""
    what = f"documents.{key}"
    fields = reader.fields(node, what, _DOCUMENT, ("title", "cite", "kind"))
    kind = reader.text(fields.get("kind"), f"{what}.kind")
    if "kind" in fields and kind not in _DOCUMENT_KINDS:
        known = ", ".join(sorted(_DOCUMENT_KINDS))
        reader.wrong(fields["kind"], f"{what}.kind: {kind!r} is unknown (known: {known})")
    effective, effective_at = reader.day_or_moment(fields.get("effective"), f"{what}.effective")
    days = {
        name: reader.day(fields.get(name), f"{what}.{name}") for name in ("signed", "public", "published")
    }
    expiry = reader.day(fields.get("expiry"), f"{what}.expiry")
    if expiry and effective and expiry < effective:
        reader.wrong(fields["expiry"], f"{what}: it expires ({expiry}) before it takes effect ({effective})")
    return Document(
        id=key,
        title=reader.text(fields.get("title"), f"{what}.title"),
        cite=_cited(reader, fields, what),
        agency=reader.text(fields.get("agency"), f"{what}.agency"),
        authority=reader.text(fields.get("authority"), f"{what}.authority"),
        kind=kind,
        effective=effective,
        effective_at=effective_at,
        expiry=expiry,
        confidence=confidence(reader, fields, what),
        review=reader.text(fields.get("review"), f"{what}.review"),
        sources=reader.texts(fields.get("sources"), f"{what}.sources"),
        matter=reader.texts(fields.get("matter"), f"{what}.matter"),
        place=reader.place(node),
        **days,
    )


def _cited(reader: Reader, fields: dict[str, Node], what: str) -> tuple[str, ...]:
    cite = reader.texts(fields.get("cite"), f"{what}.cite")
    if "cite" in fields and not all(cite):
        reader.wrong(fields["cite"], f"{what}.cite: an empty citation")
    if "cite" in fields and not cite:
        reader.wrong(fields["cite"], f"{what}.cite: no citation")
    return cite


def party(reader: Reader, node: Node, key: str) -> NamedParty:
    """Read a party that documents name."""
    what = f"parties.{key}"
    fields = reader.fields(node, what, _PARTY, ("names",))
    names = fields.get("names")
    found = reader.each(names, f"{what}.names", lambda item, at: _name(reader, item, at)) if names else ()
    if names and not found:
        reader.wrong(names, f"{what}.names: no name")
    addresses = fields.get("addresses")
    identifiers = fields.get("identifiers")
    countries = fields.get("countries")
    return NamedParty(
        id=key,
        names=_first_primary(found),
        kind=reader.choice(fields.get("kind"), f"{what}.kind", PartyKind, PartyKind.ORGANISATION),
        countries=reader.each(countries, f"{what}.countries", reader.country) if countries else (),
        addresses=reader.each(addresses, f"{what}.addresses", lambda item, at: _address(reader, item, at))
        if addresses
        else (),
        identifiers=reader.each(
            identifiers, f"{what}.identifiers", lambda item, at: _identifier(reader, item, at)
        )
        if identifiers
        else (),
        note=reader.text(fields.get("note"), f"{what}.note"),
        family=reader.text(fields.get("family"), f"{what}.family"),
        confidence=reader.choice(fields.get("confidence"), f"{what}.confidence", Confidence, Confidence.HIGH),
        place=reader.place(node),
    )


def _name(reader: Reader, node: Node, what: str) -> Name:
    if node.shape is Shape.SCALAR:
        text = reader.text(node, what)
        if not text:
            reader.wrong(node, f"{what}: an empty name")
        return Name(text, NameKind.AKA)
    fields = reader.fields(node, what, _NAME, ("text",))
    return Name(
        reader.text(fields.get("text"), f"{what}.text"),
        reader.choice(fields.get("kind"), f"{what}.kind", NameKind, NameKind.AKA),
        reader.yes_no(fields.get("weak"), f"{what}.weak"),
        reader.text(fields.get("language"), f"{what}.language"),
        reader.text(fields.get("source"), f"{what}.source"),
    )


def _first_primary(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Make the first name the primary one: it is the name in the document."""
    if not names:
        return ()
    first = names[0]
    return (Name(first.text, NameKind.PRIMARY, first.weak, first.language, first.source), *names[1:])


def _address(reader: Reader, node: Node, what: str) -> Address:
    if node.shape is Shape.SCALAR:
        return Address(reader.text(node, what))
    fields = reader.fields(node, what, _ADDRESS, ("text",))
    parts: dict[str, str] = {key: reader.text(value, f"{what}.{key}") for key, value in fields.items()}
    return Address(parts.pop("text", ""), **parts)


def _identifier(reader: Reader, node: Node, what: str) -> Identifier:
    kind, colon, value = reader.text(node, what).partition(":")
    if not colon or not value or kind not in set(IdentifierKind):
        reader.wrong(node, f"{what}: must be kind:value (kinds: {', '.join(IdentifierKind)})")
        return Identifier(IdentifierKind.OTHER, "")
    return Identifier(IdentifierKind(kind), value.strip())


def value(reader: Reader, node: Node, key: str) -> Value:
    """Read a dated value; intervals may not overlap."""
    what = f"values.{key}"
    fields = reader.fields(node, what, _VALUE, ("title", "is"))
    at = fields.get("is")
    if at is not None and at.shape is not Shape.SEQUENCE:
        reader.wrong(at, f"{what}.is must be a list of intervals")
        at = None
    dated = [one for item in at.items for one in _intervals(reader, item, f"{what}.is")] if at else []
    dated.sort(key=lambda item: (item.interval.first is not None, item.interval.first, item.place.line))
    for earlier, later in pairwise(dated):
        first, last = later.interval.first, earlier.interval.last
        if first is None or last is None or last >= first:
            reader.wrong(
                later.place.line, f"{what}: an interval overlaps the one of line {earlier.place.line}"
            )
    return Value(key, reader.text(fields.get("title"), f"{what}.title"), tuple(dated), reader.place(node))


def _intervals(reader: Reader, node: Node, what: str) -> Iterator[Dated]:
    """Yield an interval, and before it the days for which its text is only inferred, with less confidence."""
    held = _dated(reader, node, what)
    yield held
    fields = {key.text: value for key, value in node.pairs} if node.shape is Shape.MAPPING else {}
    since = reader.day(fields.get("inferred_from"), f"{what}.inferred_from")
    first = held.interval.first
    if since is None or first is None:
        return
    if since >= first:
        reader.wrong(fields["inferred_from"], f"{what}: inferred_from must lie before from ({first})")
        return
    yield replace(
        held,
        interval=Interval(since, first - timedelta(days=1)),
        confidence=Confidence.LOW if held.confidence is Confidence.LOW else Confidence.MEDIUM,
        review=" ".join(filter(None, (_INFERRED.format(first=first, since=since), held.review))),
        since_at=None,
    )


def _dated(reader: Reader, node: Node, what: str) -> Dated:
    if node.shape is not Shape.MAPPING:
        reader.wrong(node, f"{what} must be a mapping, not {node.shape.value}")
        return Dated(None, Interval(), ())
    written = {key.text for key, _value in node.pairs}
    fields = reader.fields(node, what, _DATED, ("cite",))
    for key in ("from", "to", "value"):
        if key not in written:
            reader.wrong(node, f"{what}: {key} is missing (null where it is open)")
    first, since_at = reader.day_or_moment(fields.get("from"), f"{what}.from")
    last = reader.day(fields.get("to"), f"{what}.to")
    if first and last and last < first:
        reader.wrong(node, f"{what}: it ends ({last}) before it begins ({first})")
    held: Any = reader.free(fields["value"], f"{what}.value") if "value" in fields else None
    return Dated(
        held,
        Interval(first, last),
        _cited(reader, fields, what),
        confidence(reader, fields, what),
        reader.text(fields.get("review"), f"{what}.review"),
        since_at,
        reader.place(node),
        reader.texts(fields.get("sources"), f"{what}.sources"),
    )


def signal(reader: Reader, node: Node, key: str) -> Signal:
    """Read a statement: it is told beside an answer, and without effect on it."""
    what = f"signals.{key}"
    fields = reader.fields(node, what, _SIGNAL, ("said", "speaker", "rung", "text", "matter"))
    said = reader.day(fields.get("said"), f"{what}.said")
    rung = reader.integer(fields.get("rung"), f"{what}.rung")
    if "rung" in fields and not 8 <= rung <= 13:
        reader.wrong(fields["rung"], f"{what}.rung must be 8 to 13: below that it is law, not talk")
    return Signal(
        id=key,
        said=said or reader.no_day,
        speaker=reader.text(fields.get("speaker"), f"{what}.speaker"),
        rung=rung,
        text=reader.text(fields.get("text"), f"{what}.text"),
        matter=reader.texts(fields.get("matter"), f"{what}.matter"),
        linked=reader.texts(fields.get("linked"), f"{what}.linked"),
        sources=reader.texts(fields.get("sources"), f"{what}.sources"),
        place=reader.place(node),
    )
