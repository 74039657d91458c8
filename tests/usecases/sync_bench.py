"""A store, a server and two lists, for tests of what `licet lists sync` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from tests.loopback import Behaviour, Loopback, data, status

from licet.errors import RefusedEditionError
from licet.fetch import Limits
from licet.lists import registry
from licet.lists.base import Gates, ListFormat, ListSpec, PartSpec, RawEdition
from licet.model import AsOf, EditionFile, Listing, Name, PartyKind
from licet.store import FetchEntry, Store
from licet.usecases.lists_import import Imported, Receipt, import_edition
from licet.usecases.lists_sync import SyncOptions, SyncOutcome, sync

START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
QUICK = Limits(max_bytes=60_000_000, total_seconds=60.0, stall_seconds=1.5, tries=2, backoff_seconds=0.01)
OPTIONS = SyncOptions(allow_http=True, limits=QUICK)


def clock() -> Callable[[], datetime]:
    """Return a clock that moves on by a second whenever it is read."""
    reads = iter(range(100_000))
    return lambda: START + timedelta(seconds=next(reads))


def un_xml(*numbers: int, day: str = "2026-02-27") -> bytes:
    """Write a UN list of invented entities."""
    entities = "".join(
        f"<ENTITY><DATAID>{number}</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>INVENTED PARTY {number}"
        f"</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPe.9{number:02}</REFERENCE_NUMBER>"
        "<LISTED_ON>2020-01-02</LISTED_ON><COMMENTS1></COMMENTS1></ENTITY>"
        for number in numbers
    )
    stamp = f'dateGenerated="{day}T00:00:01.150Z"'
    return f"<CONSOLIDATED_LIST {stamp}><ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>".encode()


@dataclass
class Bench:
    """A store, a server and the two lists of these tests.

    `un` is the UN list, read by its own parser with gates for few rows. `parts` is a list of three parts (the
    last optional), one party a line, for what concerns several files.
    """

    store: Store
    server: Loopback
    calls: list[RawEdition] = field(default_factory=list)
    now: Callable[[], datetime] = field(default_factory=clock)

    def serve(self, path: str, behaviour: Behaviour) -> None:
        """Say what the server does at a path."""
        self.server.at(path, behaviour)

    @property
    def un(self) -> ListSpec:
        """The UN list at our server."""
        part = PartSpec("xml", url=f"{self.server.url}/un/consolidated.xml")
        spec = registry.list_spec("un_sc")
        gates = Gates(min_rows=1, max_loss=0.5)
        return replace(spec, formats=(ListFormat("xml", (part,)),), gates=gates)

    @property
    def parts(self) -> ListSpec:
        """A list of several files."""
        base = f"{self.server.url}/parts"
        parts = PartSpec("a", url=f"{base}/a.csv"), PartSpec("b", url=f"{base}/b.csv")
        optional = PartSpec("c", required=False, url=f"{base}/c.csv")
        return replace(self.un, id="parts", formats=(ListFormat("csv", (*parts, optional)),))

    def importer(
        self, list_id: str, raw: RawEdition, *, published: date | None, known: datetime, accept: str
    ) -> Imported:
        """Import through the gates, or, for the list of several files, keep every line as a party."""
        self.calls.append(raw)
        if list_id == "un_sc":
            return import_edition(self.store, self.un, raw, Receipt(known, published, accept))
        listings = [
            Listing(list_id, f"{part}{place}", PartyKind.ORGANISATION, (Name(line.decode()),))
            for part, content in raw.parts.items()
            for place, line in enumerate(content.splitlines())
        ]
        if b"refuse me" in b"".join(raw.parts.values()) and not accept:
            raise RefusedEditionError(list_id, "a.csv", ["it says so"], "")
        if b"crash" in b"".join(raw.parts.values()):
            raise KeyError("column")
        files = [
            EditionFile(part, raw.where(part), self.store.archive.put(content), len(content))
            for part, content in raw.parts.items()
        ]
        added = self.store.add_edition(
            list_id,
            published=known.date(),
            known=known,
            format="csv",
            files=files,
            listings=listings,
            problems=(),
            rows=len(listings),
            classify=lambda _before, _after: True,
            accepted=accept,
        )
        return Imported(added.edition, added.new, (), "receipt")

    def sync(self, *lists: ListSpec, options: SyncOptions = OPTIONS) -> list[SyncOutcome]:
        """Run the verb."""
        return sync(lists, store=self.store, importer=self.importer, now=self.now, options=options)

    def log(self, list_id: str) -> list[FetchEntry]:
        """Return the fetch log of a list."""
        return self.store.fetches(list_id)

    def parties(self, list_id: str) -> int:
        """Count the parties in use."""
        later = START + timedelta(days=1)
        return sum(1 for _ in self.store.listings(list_id, AsOf(later.date(), later)))


def serve_parts(bench: Bench, a: bytes = b"a1\na2\n", b: bytes = b"b1\n", c: bytes | None = b"c1\n") -> None:
    """Serve the list of several files, each with an entity tag made of its content."""
    for name, body in (("a", a), ("b", b), ("c", c)):
        behaviour = status(404) if body is None else data(body, ETag=f'"{body.hex()}"')
        bench.serve(f"/parts/{name}.csv", behaviour)
