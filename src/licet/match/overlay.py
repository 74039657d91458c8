"""Names that a list does not give but that its parties bear, each with the source that says so."""

from __future__ import annotations

from dataclasses import dataclass

from licet.model import Listing, Name, NameKind
from licet.text.normalise import normalise


@dataclass(frozen=True, slots=True)
class OverlayName:
    """Any party of these lists whose primary name is `name` also bears `adds`, says `source`.

    Names are compared after normalising, so that rows without a stable key can be named too.

    Attributes:
        lists: List ids.
        name: Primary name as the list gives it.
        adds: The name that is added.
        language: BCP 47 tag of the added name, or empty.
        source: Citation shown with every match through this name.
    """

    lists: tuple[str, ...]
    name: str
    adds: str
    language: str
    source: str

    def as_name(self) -> Name:
        """Return the added name as an alias that carries its source."""
        return Name(self.adds, NameKind.AKA, weak=False, language=self.language, source=self.source)


class Overlay:
    """Overlay names, found by list and primary name."""

    def __init__(self, names: tuple[OverlayName, ...]) -> None:
        self.names = names
        self._lists = {list_id for item in names for list_id in item.lists}
        self._normal: dict[str, str] = {}
        self._places: dict[tuple[str, str], list[int]] = {}
        for place, item in enumerate(names):
            for list_id in item.lists:
                self._places.setdefault((list_id, normalise(item.name)), []).append(place)

    def places(self, listing: Listing) -> tuple[int, ...]:
        """Return the places in `names` of the names that a listing also bears."""
        if listing.list_id not in self._lists or not listing.names:
            return ()
        # Versions of a listing bear the same name again and again.
        text = listing.names[0].text
        normal = self._normal.get(text)
        if normal is None:
            normal = self._normal[text] = normalise(text)
        return tuple(self._places.get((listing.list_id, normal), ()))
