"""What goods a measure of trade is on: a ban on grain is not the ban on chips of the same day."""

from __future__ import annotations

import re

from licet.news.claims.claim import Claim
from licet.news.listed import listed
from licet.news.measures.lexicon import GOODS
from licet.news.measures.measure import Measure, MeasureType, SlotName
from licet.news.merging import comparing

_FLOW = re.compile(
    r"(?:(?:exports?|imports?|trade)\s+(?:of|in)|exporting|importing)\s+(?P<goods>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""Words of a scope that tell which goods flow no more."""
_TAXED = re.compile(
    r"\s+(?:of\s+[\d.,]+\s?(?:%|per\s?cent)\s+)?on\s+(?P<goods>[^.,;:()\"“”\n]{2,80})", re.IGNORECASE
)
"""What stands behind a tariff: "on steel from Norda"."""
_LAST = re.compile(r"\b([a-z]+)\s+$")
"""The word before a tariff: "the steel tariff"."""
_OF_GOODS = frozenset(
    (MeasureType.EXPORT_BAN, MeasureType.IMPORT_BAN, MeasureType.EMBARGO, MeasureType.TARIFF)
)
"""Kinds that are on goods; an order against a company may be told by any of what it cannot have."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_STOPS = listed(
    "from to into in by that which who after before as for with at on was were is are be has have had"
    " will would took take takes come came made sold shipped if unless until since under while when"
    " because over valued"
)
"""Words behind which no goods are named."""
_ANY = listed(
    "good goods product products item items import imports imported export exports exported shipment"
    " shipments sale sales trade list range all most many some certain other others further additional"
    " more key several dozens hundreds thousands millions billions million billion worth value kind"
    " kinds type types sort categories category and or the a an of its their any every foreign domestic"
    " made everything things anything new"
)
"""Words that name no goods by themselves."""
_ONE = {
    "semiconductor": "chip",
    "semiconductors": "chip",
    "microchip": "chip",
    "microchips": "chip",
    "chips": "chip",
    "crude": "oil",
    "petroleum": "oil",
    "aluminum": "aluminium",
    "vehicle": "car",
    "vehicles": "car",
    "automobile": "car",
    "automobiles": "car",
    "auto": "car",
    "autos": "car",
    "cars": "car",
}
"""Two words for one kind of goods."""
_WINDOW = 120


def goods(measure: Measure, claims: tuple[Claim, ...], text: str) -> frozenset[str]:
    """The goods that a story tells a measure to be on, each by the stem of its word.

    Args:
        measure: The measure of one story.
        claims: What the story says of it.
        text: The text of the story.

    Returns:
        Nothing where no goods are told, or only goods of any kind, and for measures that are not on goods.
    """
    if measure.type not in _OF_GOODS:
        return frozenset()
    told = [_flowing(claim.support[0].text) for claim in claims if claim.predicate == SlotName.SCOPE]
    if measure.type is MeasureType.TARIFF:
        before = (
            text[max(0, item.trigger.start - _WINDOW) : item.trigger.start] for item in measure.mentions
        )
        told.extend(match[1] for part in before if (match := _LAST.search(part)) and match[1] in GOODS)
        behind = (text[item.trigger.end : item.trigger.end + _WINDOW] for item in measure.mentions)
        told.extend(match["goods"] for part in behind if (match := _TAXED.match(part)))
    return frozenset().union(*map(_named, told))


def _flowing(scope: str) -> str:
    match = _FLOW.search(scope)
    return match["goods"] if match else ""


def _named(words: str) -> frozenset[str]:
    """The goods named by words, up to the word that tells something else of them; names are no goods."""
    found = []
    for match in _WORD.finditer(words):
        word = match[0]
        if word in _STOPS:
            break
        if word[0].islower() and word not in _ANY:
            found.append(_ONE.get(word, word))
    return frozenset().union(*(comparing.content(word) for word in found))
