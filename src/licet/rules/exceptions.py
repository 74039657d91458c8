"""Licence exceptions (15 CFR part 740): what shuts them out first, and what is left to verify.

An answer is `foreclosed` (740.2(a), a denied person, a party on the Entity List), `out_of_scope` (the entry
or the exception itself says so) or `conditions_to_verify`; never "available".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from licet.model.law import Escape, Identity
from licet.model.rulebook import Dated, State
from licet.model.shipment import TRANSACTION_ROLES, Item
from licet.rules.case import Case
from licet.rules.controls import Controls, controls_of, entry_of, inside, paragraph_of
from licet.rules.groups import governing, in_group, macau_or_d5
from licet.rules.life import standing
from licet.rules.ternary import some
from licet.text.countries import country_name

TABLE = "us.ear.licence_exceptions"
"""Id of the imported catalogue: `content` maps a symbol to its `section` and `title`."""
_ALL = "licence exceptions of part 740"
_PART = ("15 CFR part 740",)
_SURE = frozenset({Identity.SAME, Identity.PRESUMED})


@dataclass(frozen=True, slots=True)
class Gate:
    """What shuts licence exceptions out.

    Attributes:
        reason: One sentence.
        cite: Where it stands.
        spares: Symbols that it leaves open, to be verified.
        sure: Whether the text of the day was read; else it is to be verified.
    """

    reason: str
    cite: tuple[str, ...]
    spares: frozenset[str] = frozenset()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Terrain:
    """What one item to one destination leaves of the exceptions.

    Attributes:
        case: The case.
        destination: ISO 3166 alpha-2.
        gates: What shuts them out.
        said: What the entry of the control list says, by symbol.
        elsewhere: Exceptions made for other destinations, by symbol.
    """

    case: Case
    destination: str
    gates: tuple[Gate, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, Escape] = field(default_factory=dict)


def terrain(case: Case, item: Item, destination: str) -> Terrain:
    """Return what an item to a destination leaves of the exceptions."""
    controls = controls_of(case.book, item.eccn, item.reasons, case.day)
    gates = sorted(
        (*_persons(case), *_subjects(case, item, destination, controls)), key=lambda gate: not gate.sure
    )
    return Terrain(
        case, destination, tuple(gates), controls.exceptions or {}, dict(_elsewhere(case, destination))
    )


def escapes(case: Case, item: Item, destination: str) -> tuple[Escape, ...]:
    """Return every exception of the catalogue, those with one and the same answer together."""
    held = terrain(case, item, destination)
    whole = tuple(_shut(gate) for gate in held.gates if not gate.spares)
    if whole:
        return whole
    symbols = catalogue(case)
    if not symbols:
        gates = tuple(_shut(gate) for gate in held.gates)
        unread = f"The catalogue of part 740 on {case.day} is not loaded: read it there."
        return gates or (Escape(_ALL, "conditions_to_verify", unread, _PART),)
    groups: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for symbol in symbols:
        found = judge(held, symbol)
        groups.setdefault((found.state, found.reason, found.citations), []).append(symbol)
    return tuple(
        Escape(_ALL if len(names) == len(symbols) else f"licence exception {', '.join(names)}", *answer)
        for answer, names in groups.items()
    )


def judge(held: Terrain, symbol: str) -> Escape:
    """Return the answer for one exception, by its symbol."""
    gate = next((item for item in held.gates if symbol not in item.spares), None)
    if gate is not None:
        return _shut(gate)
    if symbol in held.elsewhere:
        return held.elsewhere[symbol]
    if text := held.said.get(symbol, ""):
        never = text.casefold().rstrip(".") == "n/a"
        state = "out_of_scope" if never else "conditions_to_verify"
        return Escape(symbol, state, f"The entry of the control list says: {text}", ("15 CFR 774, Supp. 1",))
    named = next((item for item in held.gates if symbol in item.spares), None)
    if named is not None:
        return Escape(symbol, "conditions_to_verify", f"{named.reason} It names {symbol}.", named.cite)
    return Escape(symbol, "conditions_to_verify", "Nothing here rules it out: read its section.", _PART)


def catalogue(case: Case) -> Mapping[str, str]:
    """Return the exceptions of the day, symbol to section; empty where no catalogue is loaded for it."""
    table = case.book.table(TABLE, case.day)
    if table is not None:
        return {symbol: entry["section"] for symbol, entry in table["content"].items()}
    held = _value(case, "catalogue")
    return held.value if held else {}


def never_overcome(case: Case, covers: Iterable[str]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what of some rules and kinds no exception overcomes: its id, its General Prohibition, the law."""
    held = _value(case, "general_prohibitions")
    for key in covers:
        if held is not None and key in held.value:
            yield key, str(held.value[key]), held.cite


def denied_or_listed(case: Case) -> Iterator[tuple[str, str]]:
    """Yield `denied`, `entity_list` or `unverified` with the name, for each party that surely is one."""
    for hit in case.hits:
        if hit.identity not in _SURE:
            continue
        source = "DPL" if hit.list_id == "us_bis_dpl" else hit.detail.get("source", "")
        sort = _SOURCES.get(source, "") if hit.list_id in {"us_bis_dpl", "us_csl"} else ""
        if sort and (sort == "denied" or hit.involved.role in TRANSACTION_ROLES):
            yield sort, hit.involved.name
    for kind, sort in _KINDS.items():
        for hit, measure in case.measures_of(kind):
            bites = sort == "denied" or hit.involved.role in TRANSACTION_ROLES
            sure = bites and hit.identity in _SURE and not measure.authorises
            if sure and standing(measure, case.moment, hit.key).state is State.IN_FORCE:
                yield sort, hit.involved.name


_SOURCES = {"DPL": "denied", "EL": "entity_list", "UVL": "unverified"}
_KINDS = {"denial_order": "denied", "entity_listing": "entity_list", "unverified": "unverified"}


def _persons(case: Case) -> Iterator[Gate]:
    for sort, name in dict.fromkeys(denied_or_listed(case)):
        if sort == "denied":
            reason = f"{name} is denied export privileges: no exception may be used (General Prohibition 4)."
            yield Gate(reason, _cite(case, "denied"))
        elif sort == "entity_list":
            reason = f"{name} is on the Entity List: no exception unless its entry or the rule says so."
            yield Gate(reason, _cite(case, "entity_list"))
        else:
            yield _dated_gate(case, "unverified_party", f"{name} is on the Unverified List.")


def _subjects(case: Case, item: Item, destination: str, controls: Controls) -> Iterator[Gate]:
    if any(control.reason == "MT" and control.applies is not False for control in controls.controls):
        reason = "The item is controlled for missile technology; only a narrow civil carve-out is left."
        yield _dated_gate(case, "missile_technology", reason)
    named = _value(case, f"part_746.{destination}")
    if named is not None:
        spares = frozenset(named.value["named"])
        which = ", ".join(named.value["named"]) or "none"
        others = "" if named.value["complete"] else " It may name others: read it."
        reason = f"Embargoed destination: its section of part 746 names {which}.{others}"
        yield Gate(reason, named.cite, spares, sure=named.value["complete"])
    elif some(in_group(case.book, destination, group, case.day) for group in ("E:1", "E:2")):
        yield _dated_gate(case, "sanctioned_destination", "The destination is in Country Group E.")
    chips = _value(case, "chip_entries")
    if chips is not None and _is_chip(item.eccn, chips) and macau_or_d5(case.book, destination, case.day):
        own = frozenset(chips.value["own_sections"])
        reason = "Chip-making equipment and advanced computing items to Macau or D:5."
        yield Gate(reason, chips.cite, own)


def _is_chip(eccn: str, chips: Dated) -> bool:
    hit = any(inside(eccn, item) for item in chips.value["entries"])
    return hit or (bool(entry_of(eccn)) and paragraph_of(eccn).split(".")[0] in chips.value["paragraphs"])


def _elsewhere(case: Case, destination: str) -> Iterator[tuple[str, Escape]]:
    """Yield the exceptions that are made for other destinations than this."""
    value = _value(case, "destinations")
    if value is None:
        return
    own = governing(case.book, destination, case.day).country
    for symbol, places in value.value.items():
        inside = some(
            in_group(case.book, destination, place, case.day) if _is_group(place) else place == own
            for place in places
        )
        if inside is False:
            yield symbol, Escape(symbol, "out_of_scope", f"It is made for {_places(places)}.", value.cite)


def _places(places: Iterable[str]) -> str:
    return ", ".join(f"Country Group {item}" if _is_group(item) else country_name(item) for item in places)


def _is_group(place: str) -> bool:
    return ":" in place or len(place) == 1


def _dated_gate(case: Case, key: str, reason: str) -> Gate:
    held = _value(case, "gates")
    if held is not None:
        return Gate(reason, (held.value[key],))
    later = case.book.values["us.ear.exceptions.gates"].dated[0]
    unread = f"{reason} So says the issue of {later.interval.first}; the text of {case.day} was not read."
    return Gate(unread, (later.value[key],), sure=False)


def _shut(gate: Gate) -> Escape:
    return Escape(_ALL, "foreclosed" if gate.sure else "conditions_to_verify", gate.reason, gate.cite)


def _cite(case: Case, key: str) -> tuple[str, ...]:
    held = _value(case, key)
    return held.cite if held else ("15 CFR 740.2(a)",)


def _value(case: Case, key: str) -> Dated | None:
    value = case.book.values.get(f"us.ear.exceptions.{key}")
    return value.on(case.day) if value else None
