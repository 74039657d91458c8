"""Which companies a regime reaches through their owners: a fixed point over the ownership graph.

Shares are never multiplied down a chain (handbook 2.9): a company that is reached counts as an owner itself.
The answer is three-valued. The lower set counts what is certain, the upper set what is possible; a company in
the upper set alone is undecided, and the shares that would decide it are named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from licet.rules.ownership import NOTHING, WHOLE, Holding, Ownership, Share, plain


@dataclass(frozen=True, slots=True)
class OwnershipTest:
    """When a regime counts a company with its owners.

    Attributes:
        threshold: Per cent.
        inclusive: The threshold itself counts ("50 per cent or more"); else only more than it does.
        aggregate: Shares of several listed owners add up; else one owner must hold enough alone.
        control: Control by other means is enough.
    """

    threshold: Decimal
    inclusive: bool = True
    aggregate: bool = True
    control: bool = False

    def reached(self, share: Decimal) -> bool:
        """Tell whether a share is enough."""
        return share >= self.threshold if self.inclusive else share > self.threshold

    def __str__(self) -> str:
        """Return the test in words."""
        share = f"{plain(self.threshold)} per cent"
        words = f"{share} or more" if self.inclusive else f"more than {share}"
        together = "of all listed owners together" if self.aggregate else "of one listed owner alone"
        control = ", or control by other means" if self.control else ""
        return f"{words} {together}{control}"


@dataclass(frozen=True)
class Cascade:
    """What a regime reaches.

    Attributes:
        ownership: The graph.
        sure: Nodes that are listed.
        possible: Nodes that are or may be listed.
        test: The regime's test.
    """

    ownership: Ownership
    sure: frozenset[str]
    possible: frozenset[str]
    test: OwnershipTest

    @cached_property
    def certain(self) -> Mapping[str, int]:
        """Nodes that are reached for certain, with the round in which they were; 0 for listed ones."""
        return self._fixed_point(self.sure, self._reached_low)

    @cached_property
    def thinkable(self) -> Mapping[str, int]:
        """Nodes that may be reached, with their rounds."""
        return self._fixed_point(self.sure | self.possible, self._reached_high)

    def of_owners(self, node: str) -> Cascade:
        """Return the same without the chance that a node is listed itself: what its owners alone say."""
        return replace(self, possible=self.possible - {node}) if node in self.possible else self

    def state(self, node: str) -> bool | None:
        """Tell whether a node is reached; None when that hangs on a share, on control or on an identity."""
        if node in self.certain:
            return True
        return None if node in self.thinkable else False

    def share(self, node: str) -> Share:
        """Return what listed and reached owners hold of a node directly, at least and at most."""
        return Share(
            self._sum_low(node, self.certain),
            max(self._sum_low(node, self.certain), self._sum_high(node, self.thinkable)),
        )

    def because(self, node: str) -> tuple[Holding, ...]:
        """Return the holdings by which a node is or may be reached, from the listed owners downwards."""
        if node not in self._ways:
            self._ways[node] = tuple(self._way(node))
        return self._ways[node]

    @cached_property
    def _ways(self) -> dict[str, tuple[Holding, ...]]:
        """Ways that were asked for: each is told, searched for facts and for listed owners."""
        return {}

    def _way(self, node: str) -> list[Holding]:
        members = self.certain if node in self.certain else self.thinkable
        found: dict[tuple[str, str], Holding] = {}
        waiting = [node]
        while waiting:
            owned = waiting.pop()
            for item in self.ownership.into.get(owned, ()):
                number = members.get(item.owner)
                pair = item.owner, item.owned
                # Rounds fall on the way up, so that cycles end.
                if number is None or (owned in members and number >= members[owned]) or pair in found:
                    continue
                found[pair] = item
                waiting.append(item.owner)
        order, last = self.ownership.places, len(self.ownership.nodes)
        pairs = sorted(found, key=lambda pair: (members.get(pair[1], last), order[pair]))
        return [found[pair] for pair in pairs]

    def listed_behind(self, node: str) -> tuple[str, ...]:
        """Return the listed nodes at the top of the chains to a node, in the order of the statement."""
        listed = self.sure | self.possible
        owners = [item.owner for item in self.because(node) if item.owner in listed]
        return tuple(dict.fromkeys(owners))

    def missing(self, node: str) -> tuple[str, ...]:
        """Return the paths of the facts that would decide an undecided node."""
        if self.state(node) is not None:
            return ()
        paths: list[str] = []
        for item in self.because(node):
            if not item.share.exact:
                paths.append(f"{item.path}.percent")
            if self.test.control and item.controls is None:
                paths.append(f"{item.path}.controls")
            if item.owner in self.possible and item.owner not in self.sure:
                paths.append(item.path)
        return tuple(dict.fromkeys(paths))

    def told(self, node: str) -> str:
        """Return the way to a node in words: `X holds 50 % of A; A holds 50 % of B`."""
        names = self.ownership.names
        return "; ".join(
            f"{names[item.owner]} {_holds(item)} {names[item.owned]}" for item in self.because(node)
        )

    def _fixed_point(
        self, seeds: frozenset[str], reached: Callable[[str, Collection[str]], bool]
    ) -> Mapping[str, int]:
        """Grow the set until nothing changes: every round adds to it, so that cycles end."""
        members = dict.fromkeys(sorted(seeds), 0)
        newest: list[str] = list(members)
        number = 0
        while newest:
            number += 1
            owned = dict.fromkeys(
                item.owned for node in newest for item in self.ownership.out_of.get(node, ())
            )
            newest = [node for node in owned if node not in members and reached(node, members.keys())]
            members.update(dict.fromkeys(newest, number))
        return members

    def _reached_low(self, node: str, members: Collection[str]) -> bool:
        controlled = self.test.control and any(item.controls is True for item in self._held_by(node, members))
        return controlled or self.test.reached(self._sum_low(node, members))

    def _reached_high(self, node: str, members: Collection[str]) -> bool:
        owners = tuple(self._held_by(node, members))
        if self.test.control and any(item.controls is not False for item in owners):
            return True
        return bool(owners) and self.test.reached(self._sum_high(node, members))

    def _sum_low(self, node: str, members: Collection[str]) -> Decimal:
        shares = [item.share.low for item in self._held_by(node, members)]
        return sum(shares, NOTHING) if self.test.aggregate else max(shares, default=NOTHING)

    def _sum_high(self, node: str, members: Collection[str]) -> Decimal:
        shares = [item.share.high for item in self._held_by(node, members)]
        if not self.test.aggregate:
            return max(shares, default=NOTHING)
        others = [item.share.low for item in self.ownership.into.get(node, ()) if item.owner not in members]
        return min(sum(shares, NOTHING), WHOLE - sum(others, NOTHING)) if shares else NOTHING

    def _held_by(self, node: str, members: Collection[str]) -> Iterator[Holding]:
        return (item for item in self.ownership.into.get(node, ()) if item.owner in members)


def _holds(item: Holding) -> str:
    if item.controls and not item.share.high:
        return "controls"
    return f"holds {item.share} of and controls" if item.controls else f"holds {item.share} of"
