"""Reasons for control of an item: as stated, from the imported control list, or from the rulebook.

An ECCN whose reasons nobody gave is not known: it is asked about, and never taken as EAR99.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.model.rulebook import Rulebook
from licet.rules.eccn import tidy
from licet.rules.groups import told

TABLE = "us.ear.control_list"
"""Id of the imported table: `content` maps an ECCN to its `controls`, `heading` and `exceptions`."""
INDEX = "us.ear.control_list_index"
"""Id of the imported index: `content` maps an ECCN to descriptions; it tells no reasons."""
_ECCN = re.compile(r"\d[A-E]\d{3}")
_COLUMN = re.compile(r"([A-Z]{2})[ ]*(?:COLUMN[ ]*)?(\d)")


@dataclass(frozen=True, slots=True)
class Control:
    """One reason for control, and where it needs a licence.

    Attributes:
        reason: Two letters, such as `NS`.
        column: Column of the Country Chart, such as `NS2`; empty where the entry says itself where.
        reach: Where, for an entry that names no column: `everywhere`, `everywhere_but`, `countries`,
            `macau_or_d5`, `advanced_computing`, `unread`.
        countries: ISO 3166 alpha-2 of `countries` and `everywhere_but`.
        applies: Whether it applies to the item's paragraph; None where the words are to be read.
        text: The entry's words.
        source: `stated`, or which table or value said so.
        cite: Where it stands.
    """

    reason: str
    column: str = ""
    reach: str = "column"
    countries: tuple[str, ...] = ()
    applies: bool | None = True
    text: str = ""
    source: str = "stated"
    cite: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Such as `NS column 1`, or the reason alone."""
        return f"{self.reason} column {self.column[2:]}" if self.column else self.reason


@dataclass(frozen=True, slots=True)
class Controls:
    """What an item is controlled for.

    Attributes:
        known: Whether anything tells every reason; without it `controls` are some of them.
        controls: The reasons, in the order of the entry.
        unread: Stated reasons that name no column.
        elsewhere: The entry says that its items are subject to another agency's rules.
        source: Which table said so; empty for stated ones alone.
        exceptions: What the entry says on licence exceptions, by symbol.
    """

    known: bool
    controls: tuple[Control, ...] = ()
    unread: tuple[str, ...] = ()
    elsewhere: bool = False
    source: str = ""
    exceptions: Mapping[str, str] | None = None


def entry_of(eccn: str) -> str:
    """Return the five characters of the entry: `5A002.a.1` belongs to `5A002`; empty for no ECCN."""
    found = _ECCN.match(tidy(eccn))
    return found.group() if found else ""


def paragraph_of(eccn: str) -> str:
    """Return the paragraph after the entry, without its dot and in small letters: `a.1`."""
    return tidy(eccn)[5:].lstrip(".") if entry_of(eccn) else ""


def controls_of(book: Rulebook, eccn: str, stated: tuple[str, ...], day: date) -> Controls:
    """Return what an item is controlled for on a day."""
    columns, unread = _stated(stated)
    worldwide = _worldwide(book, eccn, day)
    table = book.table(TABLE, day)
    entry = table["content"].get(entry_of(eccn)) if table else None
    if table is None or entry is None:
        known = bool(stated or worldwide)
        return Controls(known, (*worldwide, *_read(book, eccn, day), *columns), unread)
    source = told(table)
    listed = [_listed(row, eccn, source, tuple(table["cite"])) for row in entry["controls"]]
    if stated:
        # The user has read the words of the entry: they settle what its paragraphs leave to be read.
        listed = [item for item in listed if item.applies is True]
    everywhere = {item.reason for item in worldwide}
    listed = [item for item in listed if item.reach != "unread" or item.reason not in everywhere]
    named = {(item.column, item.reason) for item in listed if item.column}
    more = [item for item in columns if (item.column, item.reason) not in named]
    return Controls(
        known=True,
        controls=(*worldwide, *listed, *more),
        unread=unread,
        elsewhere=bool(entry["elsewhere"]),
        source=source,
        exceptions=entry["exceptions"],
    )


def described(book: Rulebook, eccn: str, day: date) -> str:
    """Return what the imported index calls an ECCN; empty where it is not in it."""
    table = book.table(INDEX, day)
    names = table["content"].get(eccn) or table["content"].get(entry_of(eccn)) if table else None
    return f"{told(table)} has it as: {names[0]}" if table and names else ""


def _stated(reasons: tuple[str, ...]) -> tuple[list[Control], tuple[str, ...]]:
    found: list[Control] = []
    unread: list[str] = []
    for reason in reasons:
        match = _COLUMN.fullmatch(reason.strip().upper())
        if match:
            found.append(Control(match[1], match[1] + match[2], text=reason))
        else:
            unread.append(reason)
    return found, tuple(unread)


def _worldwide(book: Rulebook, eccn: str, day: date) -> tuple[Control, ...]:
    value = book.values.get("us.ear.worldwide_entries")
    held = value.on(day) if value else None
    hit = next((item for item in held.value if inside(eccn, item)), "") if held else ""
    if not held or not hit:
        return ()
    text = f"a licence is needed to every destination for {hit}"
    return (Control(held.value[hit], "", "everywhere", text=text, source="rulebook", cite=held.cite),)


def _read(book: Rulebook, eccn: str, day: date) -> tuple[Control, ...]:
    """Return reasons that the rulebook itself holds, for entries of which it does not hold all."""
    value = book.values.get("us.ear.entries")
    held = value.on(day) if value else None
    return tuple(
        Control(one["reason"], "", one["reach"], text=f"so says {entry}", source="rulebook", cite=held.cite)
        for entry, one in (held.value.items() if held else ())
        if held and inside(eccn, entry)
    )


def inside(eccn: str, entry: str) -> bool:
    """Tell whether an ECCN is an entry, or a paragraph below it."""
    own, other = tidy(eccn), tidy(entry)
    return own == other or own.startswith(f"{other}.")


def _listed(row: Mapping[str, Any], eccn: str, source: str, cite: tuple[str, ...]) -> Control:
    return Control(
        row["reason"],
        row["column"],
        row["reach"],
        tuple(row["countries"]),
        _applies(row["scope"], tuple(row["paragraphs"]), paragraph_of(eccn)),
        row["text"],
        source,
        cite,
    )


def _applies(scope: str, paragraphs: tuple[str, ...], own: str) -> bool | None:
    """Tell whether a control reaches a paragraph: `entire`, `paragraphs`, `except`, or words to be read."""
    if scope == "entire":
        return True
    if scope not in {"paragraphs", "except"}:
        return None
    if any(own == item or own.startswith(f"{item}.") for item in paragraphs):
        return scope == "paragraphs"
    if not own or any(item.startswith(f"{own}.") for item in paragraphs):
        return None
    return scope == "except"
