"""Who of a case is, or may be, on which sanctions or end-user list: from matches and from statements.

The lists of OFAC come under several list ids, and one row may stand for several lists: the Consolidated
Screening List tells its source, OFAC's own non-SDN file only programmes and directives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from licet.model import Listing
from licet.model.law import Evidence, FactUsed, Identity
from licet.model.rulebook import Measure, State
from licet.model.shipment import Owner, Role
from licet.rules.case import Case, Involved, PartyHit
from licet.rules.life import standing


class Listed(StrEnum):
    """A list, by what it does."""

    SDN = "SDN"
    EO_13599 = "EO 13599"
    """Blocked, though not on the SDN List (the Iranian rows of the non-SDN file of 2016 to 2018)."""
    SSI = "SSI"
    CMIC = "CMIC"
    CAPTA = "CAPTA"
    MENU = "NS-MBS"
    PLC = "PLC"
    EVADER = "FSE"
    ENTITY = "EL"
    MILITARY = "MEU"
    UN = "UN"
    EU = "EU"
    UK = "UK"


BLOCKED = frozenset({Listed.SDN, Listed.EO_13599})
_CODES = {
    "SDN": Listed.SDN,
    "SSI": Listed.SSI,
    "CMIC": Listed.CMIC,
    "CAP": Listed.CAPTA,
    "CAPTA": Listed.CAPTA,
    "561": Listed.CAPTA,
    "MBS": Listed.MENU,
    "NS-MBS": Listed.MENU,
    "PLC": Listed.PLC,
    "FSE": Listed.EVADER,
    "EL": Listed.ENTITY,
    "MEU": Listed.MILITARY,
    "UN": Listed.UN,
    "EU": Listed.EU,
    "UK": Listed.UK,
}
_FOREIGN = {"un_sc": Listed.UN, "eu_fsf": Listed.EU, "uk_fcdo": Listed.UK, "uk_ofsi": Listed.UK}
_SSI_DETAIL = "executive_order_13662_directive_determination"
_ACCOUNT_DIRECTIVE = "listing_date_eo_14024_directive_2"
_STILL_BLOCKED = "Must Continue to Block"


@dataclass(frozen=True, slots=True)
class Designation:
    """One list on which somebody of the case is, or may be.

    Attributes:
        path: Who: a path of the shipment.
        name: As given.
        role: Role in the deal; OWNER for owners.
        party: Index of the party it is, or owns; -1 for others.
        is_owner: It is in the case only as an owner.
        listed: The list.
        programmes: Programme codes.
        identity: How sure it is; SAME where the user states it.
        hit: The match; None where the user states the listing.
        measure: The measure of the rulebook that says so, where it does.
    """

    path: str
    name: str
    role: Role
    party: int
    is_owner: bool
    listed: Listed
    programmes: tuple[str, ...]
    identity: Identity
    hit: PartyHit | None = None
    measure: Measure | None = None

    @property
    def sure(self) -> bool:
        """Whether a finding may rest on it."""
        return self.identity is not Identity.POSSIBLE

    @property
    def involved(self) -> Involved:
        """Who of the case it is about."""
        return Involved(self.path, self.name, "", self.role, self.party)

    @property
    def evidence(self) -> Evidence | None:
        """The record, where there is one."""
        return self.hit.evidence if self.hit else None

    @property
    def listing(self) -> Listing | None:
        """The row, where there is one."""
        return self.hit.match.listing if self.hit else None

    @property
    def details(self) -> Mapping[str, str]:
        """Further fields of the row, or the terms of the measure."""
        if self.measure is not None:
            return {key: str(value) for key, value in self.measure.terms.items()}
        return self.hit.detail if self.hit else {}

    @property
    def listed_name(self) -> str:
        """The name to show."""
        return self.listing.caption if self.listing else self.name

    @property
    def record(self) -> str:
        """The row as a citation: what is listed, where, under which programmes."""
        marks = "".join(f" [{item}]" for item in self.programmes)
        if self.measure is not None:
            return f"{self.measure.title} ({self.measure.id})"
        if self.listing is None:
            return f"{self.listed}{marks}, as the user states"
        return f"{self.listing.entity_id}{marks}"

    @property
    def facts(self) -> tuple[FactUsed, ...]:
        """The statement or the row that says so."""
        source = "stated" if self.listing is None else "list"
        path = f"{self.path}.listed_as" if self.listing is None else self.path
        return (FactUsed(path, self.record, source),)


def designations(case: Case, wanted: Collection[Listed]) -> tuple[Designation, ...]:
    """Return who of the case is or may be on some lists, in the order of the shipment, the surest first."""
    found = [*_matched(case, wanted), *_named(case, wanted), *_stated(case, wanted)]
    if not found:
        return ()
    found += list(_same_party(case, found))
    order = {item.path: place for place, item in enumerate(case.involved)}
    last = len(order)
    found.sort(key=lambda item: (order.get(item.path, last), item.path, *_sureness(item)))
    return tuple(found)


def _sureness(item: Designation) -> tuple[int, float, str]:
    score = item.evidence.score if item.evidence else 1.0
    return tuple(Identity).index(item.identity), -score, item.record


def by_path(found: Iterable[Designation]) -> Mapping[str, tuple[Designation, ...]]:
    """Return designations by who they are about, in the order given."""
    grouped: dict[str, list[Designation]] = {}
    for item in found:
        grouped.setdefault(item.path, []).append(item)
    return {path: tuple(items) for path, items in grouped.items()}


def nodes(case: Case, found: Iterable[Designation], *, sure: bool) -> frozenset[str]:
    """Return the nodes of the ownership graph that are listed for certain, or that only may be."""
    graph = case.ownership.nodes
    return frozenset(graph[item.path] for item in found if item.sure is sure and item.path in graph)


def lists_of(listing: Listing) -> tuple[Listed, ...]:
    """Return the lists that a row of a sanctions file stands for, by their effect."""
    if listing.list_id == "us_ofac_sdn":
        return (Listed.SDN,)
    if listing.list_id == "us_csl":
        code = _CODES.get(dict(listing.details).get("source", ""))
        return (code,) if code else ()
    if listing.list_id == "us_ofac_cons":
        return tuple(_consolidated(listing))
    return (_FOREIGN[listing.list_id],) if listing.list_id in _FOREIGN else ()


def _consolidated(listing: Listing) -> Iterator[Listed]:
    """Tell the lists behind a row of OFAC's non-SDN file, which does not name them."""
    details = dict(listing.details)
    told = len(_of_programmes(listing.programmes))
    yield from _of_programmes(listing.programmes)
    if _STILL_BLOCKED in details.get("additional_sanctions_information", ""):
        yield Listed.EO_13599
        told += 1
    if _SSI_DETAIL in details:
        yield Listed.SSI
        told += 1
    if _ACCOUNT_DIRECTIVE in details:
        yield Listed.CAPTA
        told += 1
    if not told or "Subject to Directive" in details.get("executive_order_14024_directive_information", ""):
        yield Listed.MENU


def _of_programmes(programmes: tuple[str, ...]) -> tuple[Listed, ...]:
    found: dict[Listed, None] = {}
    for code in programmes:
        if code == "NS-PLC":
            found[Listed.PLC] = None
        elif code.startswith("CMIC"):
            found[Listed.CMIC] = None
        elif code.startswith("561"):
            found[Listed.CAPTA] = None
        elif code.startswith("FSE-"):
            found[Listed.EVADER] = None
    return tuple(found)


def _named(case: Case, wanted: Collection[Listed]) -> Iterator[Designation]:
    """Yield what measures of the rulebook say, whose terms name the list."""
    for hit, measure in case.measures_of("ofac_lesser"):
        listed = _CODES.get(str(measure.terms.get("list", "")))
        if listed in wanted and listed is not None:
            now = standing(measure, case.moment, hit.key)
            if now.state is State.IN_FORCE:
                who = hit.involved
                about = who.path, who.name, who.role, who.party, who.is_owner
                yield Designation(*about, listed, (), hit.identity, hit, measure)


def _matched(case: Case, wanted: Collection[Listed]) -> Iterator[Designation]:
    for hit in case.hits:
        who = hit.involved
        for listed in lists_of(hit.match.listing):
            if listed in wanted:
                programmes = hit.match.listing.programmes
                about = who.path, who.name, who.role, who.party, who.is_owner
                yield Designation(*about, listed, programmes, hit.identity, hit)


def _same_party(case: Case, found: Sequence[Designation]) -> Iterator[Designation]:
    """Yield for a party what is known of it only where it is mentioned as an owner of another."""
    owners = [item for item in found if item.is_owner and item.sure]
    if not owners:
        return
    known = {(item.path, item.listed) for item in found}
    graph = case.ownership.nodes
    for index, party in enumerate(case.shipment.parties):
        path = f"parties[{index}]"
        for item in owners:
            if graph.get(item.path) == graph[path] and (path, item.listed) not in known:
                yield replace(item, path=path, name=party.name, role=party.role, party=index, is_owner=False)


def _stated(case: Case, wanted: Collection[Listed]) -> Iterator[Designation]:
    for index, party in enumerate(case.shipment.parties):
        if not (party.listed_as or party.owners):
            continue
        path = f"parties[{index}]"
        for listed, programmes in _read(party.listed_as, wanted):
            about = path, party.name, party.role, index
            yield Designation(
                *about, is_owner=False, listed=listed, programmes=programmes, identity=Identity.SAME
            )
        if party.owners:
            yield from _stated_owners(party.owners, path, index, wanted)


def _stated_owners(
    owners: tuple[Owner, ...], above: str, party: int, wanted: Collection[Listed]
) -> Iterator[Designation]:
    for index, owner in enumerate(owners):
        path = f"{above}.owners[{index}]"
        for listed, programmes in _read(owner.listed_as, wanted):
            about = path, owner.name, Role.OWNER, party
            yield Designation(
                *about, is_owner=True, listed=listed, programmes=programmes, identity=Identity.SAME
            )
        if owner.owners:
            yield from _stated_owners(owner.owners, path, party, wanted)


def _read(listed_as: tuple[str, ...], wanted: Collection[Listed]) -> Iterator[tuple[Listed, tuple[str, ...]]]:
    """Read statements such as `EL`, `SDN` or `SDN [NPWMD] [IFSR]`."""
    for text in listed_as:
        code, *programmes = text.replace("[", " ").replace("]", " ").split() or [""]
        listed = _CODES.get(code.upper())
        if listed in wanted and listed is not None:
            yield listed, tuple(programmes)
