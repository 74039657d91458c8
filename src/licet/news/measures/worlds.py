"""What is of another world than trade: a goalkeeper suspended, a student fined, a pub's licence revoked.

Clubs, schools, landlords and platforms ban, fine, license and suspend as states do. A story that is full of
their words is one of theirs: a place of it tells a measure of trade only where a state takes it, or where its
sentence speaks of import, export or customs. A sentence about their people is passed over in any story.
"""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words, theme_words, world_words
from licet.news.measures.draft import Draft
from licet.news.measures.naming import ASSETS
from licet.news.measures.scene import Scene
from licet.news.parties.party import PartyKind

_PERSON, _PUBLICATION = PartyKind.PERSON, PartyKind.PUBLICATION

TRADE = listed(
    "import imports imported importing importer importers export exports exported exporting exporter"
    " exporters customs tariff tariffs surtax antidumping countervailing ofac ofsi bis hmrc cbp mofcom"
    " meti dgft seco procurement debarred reexport transshipment"
)
"""Words that make a sentence one of trade in whatever story."""
_LEAST_TRADE = 2
_MEASURES = (
    TRADE
    | theme_words.OFFICES
    | listed(
        "sanctions sanction sanctioned embargo blacklist blacklisted licence licences license licenses"
        " asset assets freeze freezes froze frozen unfrozen listed delisted designated designation"
        " oligarch oligarchs state exemption waiver goods cargo shipment shipments vessel vessels tanker"
        " tankers visa visas"
    )
) - listed("council commission senate agency department tribunal")
"""Words that speak of measures of trade once the story has told one that a state takes."""
_PEOPLE = (world_words.HIT | {"staff"}) - listed("student students passengers")
"""Those whom no measure of trade is on; students and passengers may be refused entry."""
_HERE = world_words.WORLD | listed("staff team teams member members crew user users keeper keepers organiser")
_BEFORE = 5
_BEHIND = 6
"""Words before and behind a place among which those stand who are hit."""
_OFFICES = listed(
    "ministry ministries government customs treasury parliament cabinet junta central reserve revenue federal"
    " border coast financial tax"
)
"""Words of offices that belong to no town and no club."""
_SUMS = listed("$ € £ tonnes lenders lender currency")
_ON = theme_words.TRADES | theme_words.TOPIC | broad_words.CARGO | ASSETS | _SUMS
_LOCAL = listed("borough county city town parish district village municipal metropolitan police court courts")
"""Words in the name of an authority that takes no measures of trade."""


def is_of_world(scene: Scene, draft: Draft, *, told: bool) -> bool:
    """Whether a place of a story that is full of words of other worlds speaks of one of them.

    Args:
        scene: The story.
        draft: The place.
        told: Whether the story tells a measure that a state takes.
    """
    if by_state(scene, draft) or _names_trade(scene, draft):
        return False
    here = _here(scene, draft)
    if told:
        return here.isdisjoint(_MEASURES) and _is_beside(scene, draft, _HERE)
    return len(here & TRADE) < (1 if here.isdisjoint(_HERE) else _LEAST_TRADE)


def is_beside_people(scene: Scene, draft: Draft) -> bool:
    """Whether a verb of another story is of another world: it hits persons, and nothing of trade is near."""
    if not _is_beside(scene, draft, _PEOPLE) or by_state(scene, draft) or _names_trade(scene, draft):
        return False
    return _far_from_trade(scene, draft, _here(scene, draft))


def _here(scene: Scene, draft: Draft) -> frozenset[str]:
    return frozenset(scene.laid.lows[draft.sentence.first : draft.sentence.last])


def by_state(scene: Scene, draft: Draft) -> bool:
    """Whether one who is known to take measures takes it: no court, no town, no club."""
    return any(
        item.named is None
        or (bool(scene.jurisdictions.get(item.key)) and not _is_local(scene, item.first, item.last))
        for item in draft.imposers
    )


def is_of_office(scene: Scene, draft: Draft) -> bool:
    """Whether what an office does is on trade: a firm, goods, assets, a licence; and on nobody else.

    A court, a council or a minister has much else to do: an office is one of trade, of money or of a state.
    """
    here = _here(scene, draft)
    if here.isdisjoint(_OFFICES) or not here.isdisjoint(_HERE):
        return False
    named = any(item.named is not None and item.named.kind is not _PERSON for item in draft.targets)
    return named or not here.isdisjoint(_ON)


def names_list(scene: Scene) -> bool:
    """Whether a story names a list of those whom a state has listed: the SDN List, the Entity List."""
    lists = (kind is _PUBLICATION and key.casefold().endswith("list") for key, kind in scene.kinds.items())
    return any(lists)


def _is_local(scene: Scene, first: int, last: int) -> bool:
    return not _LOCAL.isdisjoint(scene.laid.lows[first:last])


def tells(scene: Scene, draft: Draft) -> bool:
    """Whether a place makes a story full of words of other worlds one of trade: a state acts, on a trade."""
    if _names_trade(scene, draft):
        return True
    if draft.tentative or is_of_world(scene, draft, told=False):
        return False
    if by_state(scene, draft) or draft.targets:
        return True
    scoped = draft.scope is not None
    return (draft.official and scoped) or ((draft.official or scoped) and is_on_trade(scene, draft.sentence))


def _names_trade(scene: Scene, draft: Draft) -> bool:
    """Whether its own words name a trade: "import ban", "export licence"."""
    return draft.last - draft.first > 1 and not TRADE.isdisjoint(scene.laid.lows[draft.first : draft.last])


def is_on_trade(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence speaks of trade whatever story it stands in: "customs blocked the export of"."""
    here = TRADE.intersection(scene.laid.lows[sentence.first : sentence.last])
    return len(here) >= _LEAST_TRADE


def is_apart(scene: Scene, draft: Draft) -> bool:
    """Whether its sentence has no word of import, export or customs."""
    return TRADE.isdisjoint(scene.laid.lows[draft.sentence.first : draft.sentence.last])


def _is_beside(scene: Scene, draft: Draft, words: frozenset[str]) -> bool:
    """Whether one of some words stands right beside a place: "the goalkeeper, who is suspended"."""
    first = max(draft.sentence.first, draft.first - _BEFORE)
    return not words.isdisjoint(scene.laid.lows[first : min(draft.sentence.last, draft.last + _BEHIND)])


def _far_from_trade(scene: Scene, draft: Draft, here: frozenset[str]) -> bool:
    """Whether nothing of trade, of a state or of a company stands in the sentence."""
    if draft.official or not here.isdisjoint(_MEASURES) or not here.isdisjoint(theme_words.TRADES):
        return False
    if not here.isdisjoint(theme_words.TOPIC):
        return False
    named = scene.named_between(draft.sentence.first, draft.sentence.last)
    return all(item.kind in _PRIVATE for item in named)


_PRIVATE = frozenset((PartyKind.PERSON, PartyKind.PLACE, PartyKind.MEDIA, PartyKind.PUBLICATION))
