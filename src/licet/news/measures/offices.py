"""Authorities told by a common noun: "border guards turned back", "seized by customs"."""

from __future__ import annotations

from licet.news.dates.lexicon import MONTHS, WEEKDAYS
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.scene import Scene
from licet.news.modality.agents import NOT_BODY

FIELDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("agents", "officers", "inspectors"), listed("federal customs border revenue treasury tax")
    ),
    **dict.fromkeys(("guard", "guards", "force"), listed("border coast")),
    "police": listed("financial tax economic customs border federal"),
    **dict.fromkeys(("service", "directorate", "office"), listed("revenue customs tax sanctions trade")),
    "bank": listed("central reserve"),
    "junta": frozenset(),
}
"""Nouns of those who act for a state, and the fields right before them that tell so; none needed if empty."""

_CERTAIN = lexicon.STATE - listed("president council judge judges court department minister leaders")
"""Nouns of those who take measures that hardly name anybody else."""
_WITH_STATE = lexicon.STATE - _CERTAIN
"""Nouns that do so behind the name of a state."""
_TIMES = frozenset((*WEEKDAYS, *MONTHS)) | listed(
    "last this in on early late week month year yesterday today jointly there here again twice spring summer"
    " autumn winter of mid end morning night"
)
"""Words between a participle and "by"."""
_LONGEST_TIME = 6
_LONGEST_NAME = 5
_PARTICIPLES = ("ed", "den", "zen", "eld", "ut")


def is_office(scene: Scene, number: int) -> bool:
    """Whether a noun, with the field before it, names those who act for a state."""
    fields = FIELDS.get(scene.low(number))
    return fields is not None and (not fields or scene.low(number - 1) in fields)


def participle_by(scene: Scene, number: int) -> bool:
    """Whether nothing but a time stands between a participle and its "by": "sanctioned last month by"."""
    if not scene.low(number).endswith(_PARTICIPLES):
        return False
    for place in range(number + 1, number + 1 + _LONGEST_TIME):
        low = scene.low(place)
        if low == "by":
            return not scene.low(place + 1).endswith("ing")
        if low not in _TIMES and not low.isdigit():
            return False
    return False


def acted_by(scene: Scene, number: int, end: int) -> bool:
    """Whether "by" names those who act for a state by a common noun: "by Colombian customs"."""
    stop = min(end, number + 16)
    by = scene.first_of("by", number, stop) if number < stop else None
    if by is None:
        return False
    state = False
    for place in range(by + 1, min(stop, by + 1 + _LONGEST_NAME)):
        low = scene.low(place)
        if low in _CERTAIN or low == "customs" or is_office(scene, place):
            return True
        if low in _WITH_STATE and state:
            return True
        if low in NOT_BODY or not low.isalpha() or low in lexicon.PREPOSITIONS or low in lexicon.OPENERS:
            return False
        state = state or bool(scene.country_word(place))
    return False
