"""What licet shows before a user has a store: hand-written lists, a customer file to screen, stories.

The lists restate public facts in the publishers' own layouts, in several editions each, so that the parsers,
the two clocks and the matching can be seen at work offline. They are no official files and no basis for a
decision; `docs/demo.md` says what is in them and where each fact comes from.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True, slots=True)
class DemoEdition:
    """One embedded edition of one list.

    Attributes:
        list_id: The list.
        published: Day of publication that the edition plays.
        known: Instant from which it counts as received, UTC.
        parts: Part id, as in the list's `list.yml`, to bytes.
        names: Part id to the publisher's file name.
        note: What the edition is, to be shown wherever it is used.
    """

    list_id: str
    published: date
    known: datetime
    parts: Mapping[str, bytes]
    names: Mapping[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class Expected:
    """A listed party that a planted customer must reach.

    Attributes:
        list_id: The list.
        name: Primary name of the listing in the edition of the day asked about, without surrounding space.
    """

    list_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted customer and what must come of it on one day.

    Attributes:
        customer: Value of the column `id` in the customer file.
        case: What is tried, in a word: `alias`, `imo`, `look_alike` ...
        day: The day asked about.
        expect: Listed parties that must be reached; empty when none may be.
        why: The reason, for a reader.
        tolerate: Listed parties that may appear beside them, for a person to judge.
        set_aside: Listed parties of that name that other facts contradict: told with the reason, no hits.
        readable: False when the row cannot be screened and must be reported as an error.
        missed: What the matching cannot do yet, so that `expect` is not reached; empty where it is.
    """

    customer: str
    case: str
    day: date
    expect: tuple[Expected, ...]
    why: str
    tolerate: tuple[Expected, ...] = field(default=())
    readable: bool = True
    missed: str = ""
    set_aside: tuple[Expected, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class DemoStory:
    """One embedded news story; invented, about customers of the customer file.

    Attributes:
        name: File name, to tell it from the others.
        outlet: The invented paper that it plays.
        customer: Value of the column `id` in the customer file of the customer that it is about.
        content: The file: UTF-8, its first line `date YYYY-MM-DD`.
    """

    name: str
    outlet: str
    customer: str
    content: bytes


@cache
def editions() -> tuple[DemoEdition, ...]:
    """Return the embedded editions, oldest first within each list."""
    manifest = _toml("lists/manifest.toml")
    found = (_edition(row, str(manifest["note"])) for row in manifest["edition"])
    return tuple(sorted(found, key=lambda edition: (edition.list_id, edition.published)))


def customers() -> bytes:
    """Return the customer file as UTF-8 CSV with a header: invented customers, some of them planted."""
    return _file("customers.csv").read_bytes()


@cache
def planted() -> tuple[Planted, ...]:
    """Return the planted customers and what must come of each, in the order of the file."""
    return tuple(_planted(row) for row in _toml("planted.toml")["case"])


@cache
def stories() -> tuple[DemoStory, ...]:
    """Return the embedded stories in the order of the days they bear.

    Four tell of one invented denial order, disagree on its length and go on to a pledge to ease it; one
    tells of an invented fine.
    """
    rows = _toml("stories/stories.toml")["story"]
    return tuple(
        DemoStory(row["file"], row["outlet"], row["customer"], _file(f"stories/{row['file']}").read_bytes())
        for row in rows
    )


def _file(path: str) -> Traversable:
    return resources.files(__name__).joinpath(*path.split("/"))


def _toml(path: str) -> dict[str, Any]:
    return tomllib.loads(_file(path).read_text(encoding="utf-8"))


def _edition(row: Mapping[str, Any], note: str) -> DemoEdition:
    folder = f"lists/{row['list']}/{row['published'].isoformat()}"
    names = {str(part): str(name) for part, name in row["files"].items()}
    return DemoEdition(
        list_id=row["list"],
        published=row["published"],
        known=row["known"],
        parts={part: _file(f"{folder}/{name}").read_bytes() for part, name in names.items()},
        names=names,
        note=" ".join(text for text in (note, str(row.get("note", ""))) if text),
    )


def _planted(row: Mapping[str, Any]) -> Planted:
    return Planted(
        customer=row["customer"],
        case=row["case"],
        day=row["day"],
        expect=_expected(row.get("expect", ())),
        why=row["why"],
        tolerate=_expected(row.get("tolerate", ())),
        readable=row.get("readable", True),
        missed=row.get("missed", ""),
        set_aside=_expected(row.get("set_aside", ())),
    )


def _expected(rows: list[list[str]] | tuple[()]) -> tuple[Expected, ...]:
    return tuple(Expected(list_id, name) for list_id, name in rows)
