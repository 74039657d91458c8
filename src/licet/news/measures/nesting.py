"""Which authority is within which: a bureau in its department, a department in its government."""

from __future__ import annotations

from licet.news.measures.scene import Scene
from licet.news.parties.catalogue import country_of, parents
from licet.news.parties.party import PartyKind, Role

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_AUTHORITY, _PERSON = PartyKind.AUTHORITY, PartyKind.PERSON
_ORGANISATION = PartyKind.ORGANISATION

_BODIES = frozenset((PartyKind.AUTHORITY, PartyKind.ORGANISATION))
_TOLD_OF = frozenset((Role.SUBJECT, Role.SPEAKER))


class Nesting:
    """The authorities of one story.

    Args:
        scene: The story.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._parents = parents()
        self._jurisdictions = scene.jurisdictions
        self._kinds = scene.kinds
        self._chains: dict[str, tuple[str, ...]] = {}
        self._nested: dict[tuple[str, str], bool] = {}

    def is_company(self, key: str) -> bool:
        """Whether a party is a company or another body that takes no measures."""
        return self._kinds.get(key) is _ORGANISATION

    def companies(self, first: int, last: int) -> set[str]:
        """Keys of the companies named in a range of words that a measure could be on."""
        return {
            item.key
            for item in self._scene.named_between(first, last)
            if item.kind is _ORGANISATION and item.role in _TOLD_OF
        }

    def chain(self, key: str) -> tuple[str, ...]:
        """An authority and what it is within, up to its government.

        A government known only by the name of its head, and a person in office, end in `*` where the story
        does not tell the country.
        """
        known = self._chains.get(key)
        if known is None:
            known = self._chains[key] = self._chain(key)
        return known

    def _chain(self, key: str) -> tuple[str, ...]:
        found = [key]
        while (above := self._parents.get(found[-1], "")) and above not in found:
            found.append(above)
        if key.startswith("country-"):
            return tuple(found)
        home = self._jurisdictions.get(key, "") or self._named_for(key)
        if home:
            found.append("eu" if home == "EU" else f"country-{home}")
        elif key.startswith("government-") or self._kinds.get(key) is _PERSON:
            found.append("*")
        return tuple(found)

    def _named_for(self, key: str) -> str:
        """The country whose name a body bears: "Danish Business Authority"."""
        if self._kinds.get(key) not in _BODIES:
            return ""
        return country_of(key.partition("-")[0].capitalize())[0]

    def agree(self, one: list[str], other: list[str]) -> bool:
        """Whether authorities can be told of one measure: one nested with all others; or none told."""
        if not one or not other:
            return True
        if len(one) == 1 and len(other) == 1:
            return self.nested(one[0], other[0])
        return any(all(self.nested(left, right) for right in other) for left in one)

    def nested(self, one: str, other: str) -> bool:
        """Whether one is within the other, or both can be the same government."""
        if one == other:
            return True
        known = self._nested.get((one, other))
        if known is None:
            known = self._nested[one, other] = self._is_nested(one, other)
        return known

    def _is_nested(self, one: str, other: str) -> bool:
        left, right = self.chain(one), self.chain(other)
        if one in right or other in left:
            return True
        heads = (left[-1] == "*", right[-1] == "*")
        if any(heads):
            return True
        return self._is_head(one) and self._is_head(other) and left[-1] == right[-1]

    def _is_head(self, key: str) -> bool:
        """Whether it speaks for the whole government: its head, or the house of its head."""
        head = key.startswith("government-") or self._kinds.get(key) is _PERSON
        return head or key in {"us-white-house", "uk-government", "ru-kremlin"} or key.startswith("country-")

    def exactest(self, keys: list[str]) -> tuple[str, ...]:
        """Authorities with those within others first; the order of the story otherwise."""
        return tuple(
            sorted(keys, key=lambda key: -len(self.chain(key)) if key in self._parents else self._rank(key))
        )

    def _rank(self, key: str) -> int:
        if self._kinds.get(key) is _AUTHORITY and not key.startswith("government-"):
            return -1
        return 0 if key.startswith("government-") or self._kinds.get(key) is _PERSON else 1
