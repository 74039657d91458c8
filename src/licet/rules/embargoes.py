"""Embargoes as the rulebook holds them: by place, in force on a day, and which items they reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from licet.model.rulebook import Measure, Rulebook, State
from licet.model.shipment import Item, Shipment
from licet.rules.eccn import EAR99, is_listed, tidy
from licet.rules.life import Moment, Standing, standing
from licet.rules.places import Touched
from licet.rules.ternary import some
from licet.text.countries import country_name

_WORD = re.compile(r"\w+")
FOOD = frozenset({"food", "medicine", "medical_device", "medical"})
"""Products for which humanitarian licences are worth reading."""


def by_place(book: Rulebook) -> Mapping[str, tuple[Measure, ...]]:
    """Return the embargoes of each place (ISO 3166 alpha-2), by id; what only authorises is left out."""
    return book.derived(_by_place)


def authorising(book: Rulebook) -> Mapping[str, tuple[Measure, ...]]:
    """Return what narrows an embargo, by the embargo's id."""
    return book.derived(_authorising)


def _by_place(book: Rulebook) -> Mapping[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for measure in book.of_kind("embargo"):
        for place in () if measure.authorises else measure.terms.get("places", ()):
            found.setdefault(place, []).append(measure)
    return {place: tuple(measures) for place, measures in found.items()}


def _authorising(book: Rulebook) -> Mapping[str, tuple[Measure, ...]]:
    found: dict[str, list[Measure]] = {}
    for measure in book.of_kind("embargo"):
        if measure.authorises:
            found.setdefault(measure.authorises, []).append(measure)
    return {key: tuple(measures) for key, measures in found.items()}


def in_force(measure: Measure, moment: Moment) -> tuple[bool | None, Standing]:
    """Tell whether a measure is in force; None on a day before the first that a source speaks of."""
    where = standing(measure, moment)
    if where.state is State.IN_FORCE:
        return True, where
    if where.state is State.NONE and measure.terms.get("start_unread"):
        return None, where
    return False, where


def spared(measure: Measure, item: Item) -> bool:
    """Tell whether an item is one of those that an embargo leaves out: EAR99 of a stated product."""
    return is_listed(item.eccn) is False and item.product.casefold() in measure.terms.get("spares", ())


def reaches_item(measure: Measure, item: Item) -> tuple[bool | None, str]:
    """Tell whether an embargo reaches an item by its classification, and which fact decides it."""
    if spared(measure, item):
        return False, "product"
    return _reaches(measure.terms["items"], tidy(item.eccn), item.supplement_7)


def _reaches(scope: str, eccn: str, supplement_7: bool | None) -> tuple[bool | None, str]:  # noqa: FBT001
    if scope == "all":
        return True, ""
    if scope == "supplements":
        if eccn and eccn != EAR99:
            return False, "eccn"  # every entry of the control list is caught by 746.8(a)(1) already
        # Only Supplement No. 7 is a fact of its own; "not in 7" leaves the other supplements open.
        return (True, "supplement_7") if supplement_7 else (None, "supplement_7")
    if not eccn:
        return (True, "supplement_7") if supplement_7 and scope == "ccl_or_supplement_7" else (None, "eccn")
    if eccn != EAR99:
        return True, "eccn"
    return (supplement_7, "supplement_7") if scope == "ccl_or_supplement_7" else (False, "eccn")


def needs_licence(book: Rulebook, eccn: str, destination: str, day: date) -> bool | None:
    """Tell whether US content needs a licence to a destination by an embargo of the EAR, if shipped alone.

    Regions are left out: content is measured for a country. None where no source speaks of the day, or the
    classification leaves it open.
    """
    asked = (
        _content(item, tidy(eccn), Moment(day))
        for item in by_place(book).get(destination, ())
        if item.terms["reach"] == "subject_to_ear" and not item.terms.get("regions")
    )
    return some(asked)


def _content(measure: Measure, eccn: str, moment: Moment) -> bool | None:
    holds, _where = in_force(measure, moment)
    if not holds:
        return holds
    scope = "all" if measure.terms.get("content") == "all" else measure.terms["items"]
    return _reaches(scope, eccn, None)[0]


def named_region(measure: Measure, region: str) -> bool:
    """Tell whether a stated region is one that the embargo names."""
    return region.casefold() in {item.casefold() for item in measure.terms.get("regions", ())}


def spoken_of(book: Rulebook, shipment: Shipment) -> Iterator[Touched]:
    """Yield the embargoed places that a statement of knowledge, or of the end use, speaks of."""
    use = shipment.end_use
    texts = [(f"knowledge[{index}]", text) for index, text in enumerate(shipment.knowledge)]
    texts += [("end_use.description", use.description)] if use and use.description else []
    for path, text in texts:
        words = set(_WORD.findall(text.casefold()))
        for country in by_place(book):
            if words.issuperset(_WORD.findall(country_name(country).casefold())):
                yield Touched(country, path, "spoken_of")


def hinted(measure: Measure, texts: Iterable[str]) -> str:
    """Return the first word of some addresses that points to a region of the embargo; empty for none."""
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    return next((hint for hint in measure.terms.get("hints", ()) if hint.casefold() in words), "")
