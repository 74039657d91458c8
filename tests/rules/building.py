"""Cases for the tests of measure kinds: a plain shipment, a rulebook, listings; matched by the real matcher.

```python
book = rulebook_of("documents: ...")    # YAML of rulebook files, alone; LAW is what ships
row = party("us_csl", "EL-1", "X Co", country="CN", source="EL")
made = case({"activity": "export", "day": "2018-05-14", ...}, book, listings=(row,))
results = decided(KIND, made)       # .findings .flags .questions .checks .steps; .finding for the one
```

Items are subject to the EAR as `subject` says (one answer for all, or one for each): what makes an item
subject is not what these tests are about.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from tests.rules.plain import shipment_of

from licet.match import ENGINE, Corpus, build, screen
from licet.model import (
    Address,
    AsOf,
    Edition,
    EditionFile,
    Listing,
    ListingVersion,
    MatchPolicy,
    Name,
    NameKind,
    PartyKind,
    Subject,
)
from licet.model.law import Check, Finding, Flag, Question, Step
from licet.model.rulebook import Rulebook
from licet.model.shipment import Owner, Role, Shipment
from licet.rulebook import load
from licet.rules.case import RULEBOOK_LIST, Case, Involved, Jurisdiction, ListUsed, PartyHit
from licet.rules.identity import evidence
from licet.rules.kind import Kind
from licet.rules.life import Moment

LAW = load()
"""The law that ships."""
KNOWN = datetime(2027, 1, 1, tzinfo=UTC)
_FIRST = date(1980, 1, 1)
"""The one edition of each list is of this day: listings count by their own dates."""
EMPTY = Rulebook({}, {}, {}, {}, (), {}, "0" * 64)


def rulebook_of(*texts: str, with_law: bool = False) -> Rulebook:
    """Return the rulebook of some YAML files.

    Args:
        texts: Content of each file.
        with_law: Lay them over the law that ships.
    """
    with tempfile.TemporaryDirectory() as folder:
        for place, text in enumerate(texts):
            (Path(folder) / f"{place}.yml").write_text(text, encoding="utf-8")
        return load([Path(folder)]) if with_law else load(law=Path(folder))


def party(  # noqa: PLR0913  a builder: each part of a row has its own name
    list_id: str,
    key: str,
    *names: str,
    country: str = "",
    address: str = "",
    start: str = "",
    end: str = "",
    citations: tuple[str, ...] = (),
    programmes: tuple[str, ...] = (),
    kind: PartyKind = PartyKind.UNKNOWN,
    **details: str,
) -> Listing:
    """Return a listing: the first name is the primary one; other keywords are its details."""
    made = tuple(Name(text, NameKind.AKA if place else NameKind.PRIMARY) for place, text in enumerate(names))
    return Listing(
        list_id,
        key,
        kind,
        made,
        countries=(country,) if country and not address else (),
        addresses=(Address(address, country=country),) if address else (),
        programmes=programmes,
        start=date.fromisoformat(start) if start else None,
        end=date.fromisoformat(end) if end else None,
        citations=citations,
        details=tuple(sorted(details.items())),
    )


def case(
    shipment: Mapping[str, Any] | Shipment,
    book: Rulebook = EMPTY,
    listings: Sequence[Listing] = (),
    *,
    subject: bool | Sequence[bool | None] | None = True,
    jurisdictions: Sequence[Jurisdiction] | None = None,
) -> Case:
    """Return the case of a shipment, with everybody in it screened against the rulebook and the listings.

    Args:
        shipment: The question; without a `day` it is refused.
        book: The law.
        listings: Rows of lists, which count by their own dates.
        subject: Whether the items are subject to the EAR.
        jurisdictions: The same in full, instead of `subject`.
    """
    asked = shipment if isinstance(shipment, Shipment) else shipment_of(shipment)
    clocks = AsOf(asked.day, KNOWN)
    named = _rulebook_listings(book)
    view = _corpus((*named, *listings)).view(clocks) if named or listings else None
    involved = tuple(_everybody(asked))
    hits: list[PartyHit] = []
    ended: list[PartyHit] = []
    for one in involved if view else ():
        assert view is not None
        found = screen(view, _subject(asked, one), MatchPolicy(), other_days=True)
        hits += [_hit(one, match) for match in found.hits]
        ended += [_hit(one, match) for match in found.other_days]
    lists = sorted({item.list_id for item in listings})
    return Case(
        asked,
        Moment(asked.day, asked.instant),
        clocks,
        book,
        involved,
        tuple(hits),
        tuple(ended),
        tuple(ListUsed(key, "1980-01-01/test", "0" * 64, KNOWN, _FIRST) for key in lists),
        tuple(jurisdictions) if jurisdictions is not None else _jurisdictions(len(asked.items), subject),
    )


@dataclass(frozen=True)
class Results:
    """What a kind yielded, by sort."""

    findings: tuple[Finding, ...]
    flags: tuple[Flag, ...]
    questions: tuple[Question, ...]
    checks: tuple[Check, ...]
    steps: tuple[Step, ...]

    @property
    def finding(self) -> Finding:
        """The one finding."""
        (only,) = self.findings
        return only

    @property
    def outcomes(self) -> list[str]:
        """Outcomes of the findings, in the order given."""
        return [str(item.outcome) for item in self.findings]

    @property
    def flag_codes(self) -> list[str]:
        """Codes of the flags, in the order given."""
        return [item.code for item in self.flags]

    def asks(self, code: str) -> tuple[Question, ...]:
        """Return the questions with a code."""
        return tuple(item for item in self.questions if item.code == code)


def decided(kind: Kind, made: Case) -> Results:
    """Return what a kind yields for a case."""
    given = list(kind.decide(made))
    return Results(
        tuple(item for item in given if isinstance(item, Finding)),
        tuple(item for item in given if isinstance(item, Flag)),
        tuple(item for item in given if isinstance(item, Question)),
        tuple(item for item in given if isinstance(item, Check)),
        tuple(item for item in given if isinstance(item, Step)),
    )


def _jurisdictions(count: int, subject: bool | Sequence[bool | None] | None) -> tuple[Jurisdiction, ...]:
    states = subject if isinstance(subject, Sequence) else [subject] * count
    said = {True: "us_origin", False: "foreign", None: ""}
    return tuple(
        Jurisdiction(
            state,
            (f"as the test says: {state}",),
            ("15 CFR 734.3(a)",),
            (f"items[{place}].origin",) if state is None else (),
            said[state],
        )
        for place, state in enumerate(states)
    )


def _everybody(shipment: Shipment) -> Iterable[Involved]:
    for place, one in enumerate(shipment.parties):
        yield Involved(f"parties[{place}]", one.name, one.country, one.role, place)
        yield from _owners(one.owners, f"parties[{place}]", place)
        for field, names in (("subsidiary_of", one.subsidiary_of), ("controlled_by", one.controlled_by)):
            for number, name in enumerate(names):
                yield Involved(f"parties[{place}].{field}[{number}]", name, "", Role.OWNER, place, (None,))
    if shipment.actor.name:
        yield Involved("actor", shipment.actor.name, shipment.actor.country, Role.OTHER, -1)
    for place, item in enumerate(shipment.items):
        if item.maker:
            yield Involved(f"items[{place}].maker", item.maker, "", Role.MAKER, -1)


def _owners(
    owners: Sequence[Owner], path: str, place: int, above: tuple[Any, ...] = ()
) -> Iterable[Involved]:
    for number, owner in enumerate(owners):
        here = f"{path}.owners[{number}]"
        shares = (*above, owner.percent)
        if owner.name:
            yield Involved(here, owner.name, owner.country, Role.OWNER, place, shares)
        yield from _owners(owner.owners, here, place, shares)


def _subject(shipment: Shipment, one: Involved) -> Subject:
    is_party = one.path == f"parties[{one.party}]"
    more = shipment.parties[one.party] if is_party else None
    names = (one.name, *more.names) if more else (one.name,)
    return Subject(
        tuple(name for name in names if name),
        PartyKind(more.kind) if more and more.kind else PartyKind.UNKNOWN,
        countries=(one.country,) if one.country else (),
        addresses=tuple(Address(text, country=one.country) for text in more.addresses) if more else (),
    )


def _hit(one: Involved, match: Any) -> PartyHit:  # noqa: ANN401  a Match
    return PartyHit(one, match.listing.list_id, match.listing.key, match, evidence(match, ENGINE))


@cache
def _corpus(listings: tuple[Listing, ...]) -> Corpus:
    lists = sorted({item.list_id for item in listings})
    versions = [ListingVersion(item, 1, None, 1) for item in listings]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.bin"
        build(path, versions, [_edition(key) for key in lists], (), "test")
        return Corpus.open(path)


def _edition(list_id: str) -> Edition:
    file = EditionFile("main", "list.txt", "0" * 64, 1)
    return Edition(list_id, 1, _FIRST, datetime(1980, 1, 2, tzinfo=UTC), "txt", (file,), 1, 1, 0)


def _rulebook_listings(book: Rulebook) -> tuple[Listing, ...]:
    return tuple(
        Listing(
            RULEBOOK_LIST,
            key,
            one.kind,
            one.names,
            countries=one.countries,
            addresses=one.addresses,
            identifiers=one.identifiers,
        )
        for key, one in sorted(book.parties.items())
    )
