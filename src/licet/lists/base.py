"""What a list is to the program: a folder with `list.yml` and `parse.py`.

A folder `lists/catalog/<id>/` is found by itself; nothing is registered. Its `parse.py` defines

- `recognise(name, head) -> str | None`: which part of an edition a file is, from its name and first bytes;
- `facts(raw) -> Facts`: what the files say of themselves (publication day, declared count);
- `parse(raw) -> Iterator[Listing | Problem]`: the content. It never raises, whatever the bytes.

Rows are counted: source rows = sum of `Listing.rows` + sum of `Problem.rows`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from licet.model import Listing, Problem


@dataclass(frozen=True, slots=True)
class RawEdition:
    """The bytes of one edition, before anyone reads them.

    Attributes:
        parts: Part id (as in `list.yml`) to bytes, decompressed, exactly as published.
        names: Part id to the file name it came under, for messages.
    """

    parts: Mapping[str, bytes]
    names: Mapping[str, str] = field(default_factory=dict)

    def where(self, part: str) -> str:
        """Name a part for a message: its file name where known."""
        return self.names.get(part, part)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the files of an edition say of themselves.

    Attributes:
        published: Publication day stated inside the files; None where they state none.
        declared: Number of records that the files declare; None where they declare none.
        rows: Source rows found, counted without interpreting them.
    """

    published: date | None = None
    declared: int | None = None
    rows: int = 0


Parser: TypeAlias = Callable[[RawEdition], Iterator[Listing | Problem]]


@dataclass(frozen=True, slots=True)
class PartSpec:
    """One file of an edition, from `list.yml`.

    Attributes:
        id: Part id.
        required: An edition without it is refused.
        url: Official address; empty where there is none to fetch.
    """

    id: str
    required: bool = True
    url: str = ""


@dataclass(frozen=True, slots=True)
class ListFormat:
    """One way in which a publisher gives a list out: a set of parts that come together."""

    id: str
    parts: tuple[PartSpec, ...]


@dataclass(frozen=True, slots=True)
class Gates:
    """When an edition is refused.

    Attributes:
        min_rows: Fewer source rows than this are no edition of this list.
        max_loss: Greatest share of the last good edition's listings that may vanish at once, 0 to 1.
        max_problem_share: Greatest share of rows that may fail to become listings, 0 to 1.
        max_turnover: Greatest share of the last good edition's keys that may be gone, 0 to 1; looser than
            `max_loss`, for parties whose key hangs on their row come back under another.
        max_growth: Greatest share of the last good edition's listings that may be added, net; 3 is four times
            as many.
    """

    min_rows: int = 1
    max_loss: float = 0.2
    max_problem_share: float = 0.05
    max_turnover: float = 0.5
    max_growth: float = 3.0


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list as its `list.yml` describes it.

    Attributes:
        id: Folder name; what users type.
        title: Official title.
        publisher: Who publishes it.
        jurisdiction: ISO 3166 alpha-2, `EU` or `UN`.
        licence: Terms under which the publisher's data may be used.
        mandatory: A screening that could not see it is incomplete under the standard policy.
        formats: Ways in which it is published; the first is what `lists sync` fetches.
        gates: When an edition is refused.
        hosts: Hosts, beside that of each part's address, to which a fetch may be redirected.
        notes: Publisher's habits worth telling a user.
        known_steps: SHA-256 of official files that the gates object to although they are right, with the
            reason; exactly these bytes are accepted, and the reason recorded.
    """

    id: str
    title: str
    publisher: str
    jurisdiction: str
    licence: str
    mandatory: bool
    formats: tuple[ListFormat, ...]
    gates: Gates
    hosts: tuple[str, ...] = ()
    notes: str = ""
    known_steps: Mapping[str, str] = field(default_factory=dict)
