"""Measures that are paid: charges settled, a sum that must be paid, an order to pay one."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import subject

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_FINE, _SETTLEMENT = MeasureType.FINE, MeasureType.SETTLEMENT

_PAYING = listed("pay forfeit disgorge hand")
PAYS = listed("pay pays paid")
SETTLES = listed("settle settles settled settling resolve resolves resolved resolving")
AGREES = listed("agree agrees agreed")
_RESOLVES = listed("resolve resolves resolved resolving")
_ENDS = listed("end close resolve settle conclude")
CASES = listed(
    "charges charge inquiry inquiries allegations allegation claims claim case cases lawsuit lawsuits"
    " probe probes investigation investigations accusations complaint violations liability dispute suit"
)


def settled(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "settled charges of", "to settle with the Commerce Department"; not "settled in Ohio"."""
    end = scene.right(sentence, number + 1)
    case = next((p for p in range(number + 1, min(end, number + 8)) if scene.low(p) in CASES), None)
    money = scene.low(number + 1) == "for" and any(
        word.text in {"$", "€", "£"} or word.number is not None
        for word in scene.words[number + 2 : number + 7]
    )
    other = scene.phrases(number + 2, end) if scene.low(number + 1) == "with" else []
    office = [item for item in other if _is_office(item)]
    if case is None and (scene.low(number) in _RESOLVES or not (office or money)):
        return None
    draft = Draft(number, number + 1, sentence, _SETTLEMENT, "settled")
    who = subject(scene, sentence, number)
    if who is not None and scene.low(who.first) == "it":
        who = _last_charged(scene, sentence, number) or who
    if who is not None and who.named is not None:
        (draft.imposers if who.named.acts else draft.targets).append(who)
    if case is not None and scene.low(case + 1) in {"with", "by", "from", "brought"}:
        office = [i for i in scene.phrases(case + 2, end) if i.named is not None and i.named.acts]
    if office and not draft.imposers:
        draft.imposers = office[:1]
    return draft


def _is_office(item: Phrase) -> bool:
    """Whether charges can be settled with it: an authority, or a country ("with the Americans")."""
    return item.key.startswith("country-") if item.named is None else item.named.acts


def agreed_to_pay(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "agreed to pay $71 million to end an inquiry", "agreed to hand OFAC $6.9m"; no settling word."""
    to = number + 1
    if scene.low(to) != "to" or scene.low(to + 1) not in _PAYING or not _sum(scene, to + 2):
        return None
    end = scene.right(sentence, to + 2)
    office = [item for item in scene.phrases(to + 2, end) if item.named is not None and item.named.acts]
    words = [scene.low(place) for place in range(to + 2, end)]
    if any(low in SETTLES for low in words):
        return None
    ends = any(low in _ENDS for low in words) and any(low in CASES for low in words)
    if not (ends or office):
        return None
    draft = Draft(number, number + 1, sentence, _SETTLEMENT, "agreed to pay")
    draft.imposers = office[:1]
    who = subject(scene, sentence, number)
    if who is not None and who.named is not None and not who.named.acts:
        draft.targets = [who]
    return draft if draft.targets else None


def _last_charged(scene: Scene, sentence: Sentence, number: int) -> Phrase | None:
    """The last party before a word that can be charged: it is who settles, where "it" does."""
    for named in reversed(scene.named_between(sentence.first, number)):
        if named.bears:
            return Phrase(named.first, named.last, named.key, named)
    return None


_MADE_GOOD = frozenset(("costs", "damages", "compensation", "restitution", "refund", "refunds", "wages"))
"""What somebody is ordered to pay another: no fine."""


def paid(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "must pay $3 million": only in a story that tells of the fine or the settlement elsewhere."""
    behind = scene.words[number + 1 : number + 4]
    if not any(word.text in lexicon.CURRENCIES or word.number is not None for word in behind):
        return None
    draft = Draft(number, number + 1, sentence, _FINE, "paid", tentative=True, definite=True)
    who = subject(scene, sentence, number)
    if who is not None and who.bears:
        draft.targets = [who]
    return draft


def ordered_to_pay(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "ordered Kestrel Optics to pay a penalty of $2.5 million", "was told to pay $4 million"."""
    end = min(sentence.last, number + 14)
    to = scene.first_of("to", number + 1, end)
    if to is None or scene.low(to + 1) not in _PAYING or not _sum(scene, to + 2):
        return None
    if not _MADE_GOOD.isdisjoint(scene.lows[to + 2 : scene.right(sentence, to + 2)]):
        return None
    draft = Draft(number, number + 1, sentence, _FINE, "ordered to pay")
    act(scene, sentence, number, draft)
    whom = subject(scene, sentence, number) if draft.passive else None
    found = ([whom] if whom else []) if draft.passive else scene.phrases(number + 1, to)
    draft.targets = [item for item in found if item.key and (item.named is None or item.named.is_target)]
    if draft.foreign_agent or not (draft.imposers or draft.passive or draft.official):
        return None
    return draft


def _sum(scene: Scene, first: int) -> bool:
    """Whether a sum of money follows, or a noun of what is paid and then a sum."""
    return any(word.text in lexicon.CURRENCIES for word in scene.words[first : first + 6])
