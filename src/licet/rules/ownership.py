"""Who owns whom on a day, as the user states it: one graph over all parties, with shares as intervals.

Mentions are joined by key, or by name where no key is told. Shares are exact decimals; a range or an unknown
share is an interval, narrowed by what the others hold: together they cannot hold more than 100 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from licet.model.shipment import Owner, Shipment
from licet.rules.ternary import some
from licet.text.normalise import normalise

NOTHING = Decimal(0)
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in per cent.

    Attributes:
        low: At least.
        high: At most; equal to `low` when exact.
    """

    low: Decimal
    high: Decimal

    @property
    def exact(self) -> bool:
        """Whether it is known exactly."""
        return self.low == self.high

    def __add__(self, other: Share) -> Share:
        """Return both stakes of one owner together, never above 100."""
        return Share(self.low + other.low, max(self.low + other.low, min(WHOLE, self.high + other.high)))

    def __str__(self) -> str:
        """Return it as a reader writes it: `50 %`, `10 to 60 %`, `an unknown share`."""
        if self.exact:
            return f"{plain(self.low)} %"
        if self.low == NOTHING and self.high >= WHOLE:
            return "an unknown share"
        return f"{plain(self.low)} to {plain(self.high)} %"


@dataclass(frozen=True, slots=True)
class Holding:
    """One owner's stake in one company on the day.

    Attributes:
        owner: Node of the owner.
        owned: Node of what it owns.
        share: Direct share.
        path: Where it is stated.
        controls: Controls it by other means; None when not stated.
    """

    owner: str
    owned: str
    share: Share
    path: str
    controls: bool | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A stake that ended before the day.

    Attributes:
        owner: Node of the owner.
        owned: Node of what it owned.
        path: Where it is stated.
        until: Last day of the holding.
        sold_in_us: The sale touched the US; None when not stated.
    """

    owner: str
    owned: str
    path: str
    until: date
    sold_in_us: bool | None


@dataclass(frozen=True)
class Ownership:
    """Who owns whom on a day.

    Attributes:
        shipment: Where it is stated.
        day: The day.
    """

    shipment: Shipment
    day: date

    @cached_property
    def _mentions(self) -> tuple[_Mention, ...]:
        return tuple(_mentions(self.shipment))

    @cached_property
    def nodes(self) -> Mapping[str, str]:
        """Node of each path at which somebody is named: one node for all mentions of the same one."""
        return _nodes(self._mentions)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name of each node, as first given."""
        found: dict[str, str] = {}
        for mention in self._mentions:
            found.setdefault(self.nodes[mention.path], mention.name or mention.path)
        return found

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """Stakes that are held on the day, one for each owner and company, in the order of the shipment.

        Statements of one company in several places are statements of the same thing: where they differ, the
        share lies between them.
        """
        found: dict[tuple[str, str], Holding] = {}
        for stated in self._stated():
            for holding in stated:
                pair = holding.owner, holding.owned
                earlier = found.get(pair)
                found[pair] = _restated(earlier, holding) if earlier else holding
        return _narrowed(tuple(found.values()))

    @cached_property
    def places(self) -> Mapping[tuple[str, str], int]:
        """Place of each holding in their order, by owner and company."""
        return {(item.owner, item.owned): place for place, item in enumerate(self.holdings)}

    @cached_property
    def into(self) -> Mapping[str, tuple[Holding, ...]]:
        """Holdings by the node that is owned."""
        found: dict[str, list[Holding]] = {}
        for holding in self.holdings:
            found.setdefault(holding.owned, []).append(holding)
        return {node: tuple(holdings) for node, holdings in found.items()}

    @cached_property
    def out_of(self) -> Mapping[str, tuple[Holding, ...]]:
        """Holdings by the node that owns."""
        found: dict[str, list[Holding]] = {}
        for holding in self.holdings:
            found.setdefault(holding.owner, []).append(holding)
        return {node: tuple(holdings) for node, holdings in found.items()}

    @cached_property
    def ended(self) -> tuple[Ended, ...]:
        """Stakes that ended before the day."""
        found = []
        for mention in self._mentions:
            for index, owner in enumerate(mention.owners):
                if owner.until is not None and owner.until < self.day:
                    path = f"{mention.path}.owners[{index}]"
                    nodes = self.nodes[path], self.nodes[mention.path]
                    found.append(Ended(*nodes, path, owner.until, owner.sold_in_us))
        return tuple(found)

    @cached_property
    def earlier_days(self) -> tuple[date, ...]:
        """Last days before each change of a holding up to the day, in order."""
        days: set[date] = set()
        for mention in self._mentions:
            for owner in mention.owners:
                days |= {owner.until} if owner.until else set()
                days |= {owner.since - timedelta(days=1)} if owner.since else set()
        return tuple(sorted(day for day in days if day < self.day))

    @cached_property
    def later_days(self) -> tuple[date, ...]:
        """Days after the day on which a stated holding begins or has just ended, in order."""
        days: set[date] = set()
        for mention in self._mentions if self.is_stated else ():
            for owner in mention.owners:
                days |= {owner.until + timedelta(days=1)} if owner.until and owner.until < date.max else set()
                days |= {owner.since} if owner.since else set()
        return tuple(sorted(day for day in days if day > self.day))

    @cached_property
    def overfull(self) -> tuple[str, ...]:
        """Nodes whose stated owners hold more than 100 per cent together: the statement is wrong."""
        return tuple(
            node for node, holdings in self.into.items() if sum(item.share.low for item in holdings) > WHOLE
        )

    def on(self, day: date) -> Ownership:
        """Return who owned whom on another day, by the same statements."""
        return Ownership(self.shipment, day)

    @property
    def is_stated(self) -> bool:
        """Whether anybody's owner, parent or controller is named at all."""
        parties = self.shipment.parties
        return any(party.owners or party.subsidiary_of or party.controlled_by for party in parties)

    def _stated(self) -> Iterator[tuple[Holding, ...]]:
        """Yield what each mention states: stakes of one owner in one statement add up."""
        for mention in self._mentions:
            found: dict[str, Holding] = {}
            for index, owner in enumerate(mention.owners):
                if not held(owner, self.day):
                    continue
                path = f"{mention.path}.owners[{index}]"
                node = self.nodes[path]
                one = Holding(node, self.nodes[mention.path], share_of(owner), path, owner.controls)
                found[node] = _together(found[node], one) if node in found else one
            for path, control in mention.others():
                node = self.nodes[path]
                share = Share(NOTHING, NOTHING if control else WHOLE)
                one = Holding(node, self.nodes[mention.path], share, path, control)
                # A parent without a share says nothing about an owner whose share is told.
                earlier = found.get(node, one)
                found[node] = replace(earlier, controls=some((earlier.controls, control)))
            yield tuple(found.values())


def held(owner: Owner, day: date) -> bool:
    """Tell whether a stake is held on a day: first and last day included."""
    return (owner.since is None or owner.since <= day) and (owner.until is None or day <= owner.until)


def share_of(owner: Owner) -> Share:
    """Return the stated share; what is not stated lies between 0 and 100."""
    if owner.percent is not None:
        return Share(owner.percent, owner.percent)
    low = owner.percent_low if owner.percent_low is not None else NOTHING
    high = owner.percent_high if owner.percent_high is not None else WHOLE
    return Share(low, max(low, high))


def plain(value: Decimal) -> str:
    """Return a figure without needless zeros and never as a power of ten."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class _Mention:
    """One place at which somebody is named."""

    path: str
    name: str
    key: str
    country: str
    owners: tuple[Owner, ...] = ()
    parents: tuple[str, ...] = ()
    controllers: tuple[str, ...] = ()

    def others(self) -> Iterator[tuple[str, bool | None]]:
        """Yield paths of those named without a share, and whether they control."""
        for index in range(len(self.parents)):
            yield f"{self.path}.subsidiary_of[{index}]", None
        for index in range(len(self.controllers)):
            yield f"{self.path}.controlled_by[{index}]", True


def _mentions(shipment: Shipment) -> Iterator[_Mention]:
    for index, party in enumerate(shipment.parties):
        path = f"parties[{index}]"
        more = party.owners, party.subsidiary_of, party.controlled_by
        mention = _Mention(path, party.name, party.key, party.country, *more)
        yield mention
        for number, name in enumerate(party.subsidiary_of):
            yield _Mention(f"{path}.subsidiary_of[{number}]", name, "", "")
        for number, name in enumerate(party.controlled_by):
            yield _Mention(f"{path}.controlled_by[{number}]", name, "", "")
        yield from _owners(mention)


def _owners(mention: _Mention) -> Iterator[_Mention]:
    for index, owner in enumerate(mention.owners):
        path = f"{mention.path}.owners[{index}]"
        inner = _Mention(path, owner.name, owner.key, owner.country, owner.owners)
        yield inner
        yield from _owners(inner)


def _nodes(mentions: tuple[_Mention, ...]) -> Mapping[str, str]:
    """Join mentions by key; without a key by name, unless the name stands for several."""
    keys: dict[str, list[str]] = {}
    countries: dict[str, set[str]] = {}
    named = [(item, normalise(item.name)) for item in mentions]
    for item, name in named:
        if item.key:
            keys.setdefault(name, []).append(item.key)
        elif item.country:
            countries.setdefault(name, set()).add(item.country)
    found: dict[str, str] = {}
    for item, name in named:
        if item.key:
            found[item.path] = f"key {item.key}"
        elif not name:
            found[item.path] = f"path {item.path}"
        elif len(set(keys.get(name, ()))) == 1:
            found[item.path] = f"key {keys[name][0]}"
        else:
            apart = len(countries.get(name, ())) > 1
            found[item.path] = f"name {name}{f' of {item.country}' if apart else ''}"
    return found


def _together(one: Holding, other: Holding) -> Holding:
    return replace(one, share=one.share + other.share, controls=some((one.controls, other.controls)))


def _restated(one: Holding, other: Holding) -> Holding:
    """Join two statements of the same stake; one that tells no share gives way."""
    controls = some((one.controls, other.controls))
    if not (other.share.low or other.share.high < WHOLE):
        return replace(one, controls=controls)
    if not (one.share.low or one.share.high < WHOLE):
        return replace(other, controls=controls)
    share = Share(min(one.share.low, other.share.low), max(one.share.high, other.share.high))
    return replace(one, share=share, controls=controls)


def _narrowed(holdings: tuple[Holding, ...]) -> tuple[Holding, ...]:
    """Bring the upper ends down to what the others leave."""
    lows: dict[str, Decimal] = {}
    for item in holdings:
        lows[item.owned] = lows.get(item.owned, NOTHING) + item.share.low
    found = []
    for item in holdings:
        room = WHOLE - (lows[item.owned] - item.share.low)
        high = max(item.share.low, min(item.share.high, room))
        found.append(replace(item, share=Share(item.share.low, high)))
    return tuple(found)
