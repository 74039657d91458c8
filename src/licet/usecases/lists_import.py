"""Brings one edition of one list into the store, through the gates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from licet.errors import RefusedEditionError
from licet.lists import registry
from licet.lists.base import Facts, ListFormat, ListSpec, RawEdition
from licet.model import AsOf, Edition, EditionFile, Listing, Problem, Severity
from licet.store import FetchEntry, Store
from licet.usecases.changes import is_material
from licet.usecases.gates import refusals
from licet.usecases.tally import keep_tally, tally, tally_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of an import.

    Attributes:
        edition: The edition now kept.
        new: False when the same bytes were already the newest edition.
        problems: What the publisher got wrong.
        published_from: Where the publication day came from: `given`, `file`, `name` or `receipt`.
    """

    edition: Edition
    new: bool
    problems: tuple[Problem, ...]
    published_from: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """When and as what an edition was received.

    Attributes:
        known: Instant of receipt, UTC.
        published: Publication day when the user or publisher's index gives it; None to read it in the file.
        accept: Reason for accepting it past a gate; empty for none.
        hint: Publication day that the file's name suggests; used when neither user nor file states one.
    """

    known: datetime
    published: date | None = None
    accept: str = ""
    hint: date | None = None


def import_edition(store: Store, spec: ListSpec, raw: RawEdition, receipt: Receipt) -> Imported:
    """Import an edition: parse, pass the gates, keep the bytes, close and open rows.

    Parts that the publisher's format has but that did not come are carried from the last edition that had
    them, each with a problem `carried_part`: a missing alias file must not drop aliases.

    Raises:
        RefusedEditionError: A gate objected and `receipt.accept` is empty. The bytes are kept for
            inspection, the refusal is recorded, and the last good edition stays.
        StoreBusyError: Another process is writing.
    """
    found = examine(store, spec, raw, receipt)
    files = _keep(store, found)
    good = found.last_good
    # What is already in use was accepted once, with its reason; the same bytes need none again.
    in_use = {item.sha256 for item in good.files} if good and good.published == found.published else set()
    accept = receipt.accept or next(
        (spec.known_steps[item.sha256] for item in files if item.sha256 in spec.known_steps), ""
    )
    if found.reasons and not accept and in_use != {item.sha256 for item in files}:
        store.record_refusal(
            spec.id,
            at=receipt.known,
            files=[(item.name, item.sha256) for item in files],
            reasons=found.reasons,
        )
        names = ", ".join(item.name for item in files)
        raise RefusedEditionError(spec.id, names, found.reasons, good.name if good else "")
    objections = "; ".join(found.reasons)
    added = store.add_edition(
        spec.id,
        published=found.published,
        known=receipt.known,
        format=found.layout.id if found.layout else "unknown",
        files=files,
        listings=found.listings,
        problems=found.problems,
        rows=found.rows,
        accepted=f"{accept} (objections: {objections})" if objections else "",
        classify=is_material,
    )
    keep_tally(added.edition, tally(found.listings))
    return Imported(added.edition, added.new, found.problems, found.published_from)


@dataclass(frozen=True, slots=True)
class Examined:
    """An edition that was read and put before the gates; nothing is kept of it yet.

    Attributes:
        raw: Its bytes, with the parts that are carried.
        carried: Ids of the parts that are carried.
        layout: The publisher's format; None where the parts mix formats.
        listings: What was read.
        problems: What the publisher got wrong.
        rows: Source rows.
        reasons: Why the gates refuse it; empty when they do not.
        published: Day from which it holds.
        published_from: `given`, `file`, `name` or `receipt`.
        last_good: The edition in use before it; None where there is none.
    """

    raw: RawEdition
    carried: frozenset[str]
    layout: ListFormat | None
    listings: tuple[Listing, ...]
    problems: tuple[Problem, ...]
    rows: int
    reasons: tuple[str, ...]
    published: date
    published_from: str
    last_good: Edition | None


def examine(store: Store, spec: ListSpec, raw: RawEdition, receipt: Receipt) -> Examined:
    """Read an edition and put it before the gates, without keeping anything."""
    facts = registry.facts(spec.id, raw)
    published = receipt.published or facts.published or receipt.hint or receipt.known.date()
    last_good = store.edition_at(spec.id, AsOf(published, receipt.known))
    layout = registry.format_of(spec, raw.parts)
    whole, carried = _carry(store, layout, raw, last_good)
    listings: list[Listing] = []
    problems: list[Problem] = [*_missing_parts(spec, layout, raw), *carried.values()]
    for item in registry.parser(spec.id)(whole):
        if isinstance(item, Listing):
            listings.append(item)
        else:
            problems.append(item)
    before = None
    if last_good is not None:
        before = tally_of(last_good, partial(store.listings_in, spec.id, last_good.seq))
    return Examined(
        raw=whole,
        carried=frozenset(carried),
        layout=layout,
        listings=tuple(listings),
        problems=tuple(problems),
        rows=facts.rows,
        reasons=tuple(refusals(spec, facts, listings, problems, last_good, before)),
        published=published,
        published_from=_origin(receipt, facts),
        last_good=last_good,
    )


def import_file(store: Store, spec: ListSpec, raw: RawEdition, receipt: Receipt) -> Imported:
    """Import an edition that came as files.

    The newest edition, received once more, counts as an answer that it still holds. A fetch logs this itself,
    with the address; see `licet.usecases.lists_sync`.

    Raises:
        RefusedEditionError: As `import_edition` does.
        StoreBusyError: Another process is writing.
    """
    imported = import_edition(store, spec, raw, receipt)
    edition = imported.edition
    newest = max(item.published for item in store.editions(spec.id))
    if not imported.new and edition.published == newest:
        names = ", ".join(item.name for item in edition.files)
        entry = FetchEntry(
            spec.id,
            "",
            receipt.known,
            "same",
            sha256=edition.files[0].sha256,
            detail=f"imported again: {names}",
        )
        store.log_fetch(entry)
    return imported


def _origin(receipt: Receipt, facts: Facts) -> str:
    if receipt.published:
        return "given"
    if facts.published:
        return "file"
    return "name" if receipt.hint else "receipt"


def _missing_parts(spec: ListSpec, layout: ListFormat | None, raw: RawEdition) -> list[Problem]:
    if layout is None:
        wanted = "; ".join(", ".join(part.id for part in item.parts) for item in spec.formats)
        return [
            Problem(
                "mixed_parts",
                ", ".join(sorted(raw.parts)),
                f"these parts do not come together; {spec.id} is published as: {wanted}",
                severity=Severity.FATAL,
            )
        ]
    return [
        Problem(
            "missing_part",
            part.id,
            f"the {layout.id} form of {spec.id} needs the file {part.id!r}, which did not come",
            severity=Severity.FATAL,
        )
        for part in layout.parts
        if part.required and part.id not in raw.parts
    ]


def _carry(
    store: Store, layout: ListFormat | None, raw: RawEdition, last_good: Edition | None
) -> tuple[RawEdition, Mapping[str, Problem]]:
    """Fill optional parts that did not come from the last good edition of the same format."""
    if layout is None or last_good is None or last_good.format != layout.id:
        return raw, {}
    before = {item.part: item for item in last_good.files}
    parts, names, problems = dict(raw.parts), dict(raw.names), {}
    for part in layout.parts:
        if part.required or part.id in parts or part.id not in before:
            continue
        kept = before[part.id]
        parts[part.id] = store.archive.get(kept.sha256)
        names[part.id] = kept.name
        problems[part.id] = Problem(
            "carried_part",
            part.id,
            f"{part.id} did not come; the one of the edition of {last_good.published} is used, so that no "
            "alias or address is lost",
            severity=Severity.NOTE,
        )
    return replace(raw, parts=parts, names=names), problems


def _keep(store: Store, found: Examined) -> list[EditionFile]:
    before = {item.part: item.sha256 for item in found.last_good.files} if found.last_good else {}
    return [
        EditionFile(
            part,
            found.raw.where(part),
            store.archive.put(content, like=before.get(part)),
            len(content),
            part in found.carried,
        )
        for part, content in sorted(found.raw.parts.items())
    ]
