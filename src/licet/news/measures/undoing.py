"""What would undo a measure: lifted, eased, suspended, exempted, prolonged, revoked, reversed, helped back.

To undo is a measure of its own, so that a pledge to lift a ban never touches the ban.
"""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.banning import act, step
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.noun_words import HEADS
from licet.news.measures.nouns import phrase_end
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import subject
from licet.news.measures.undoing_words import NOUNS, PARTICLES, VERBS

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXEMPTION, _EXTENSION, _FINE = M.EXEMPTION, M.EXTENSION, M.FINE
_LICENCE, _LIFTING, _RELIEF = M.LICENCE, M.LIFTING, M.RELIEF
_REVOCATION, _TARIFF, _TARIFF_RELIEF = M.REVOCATION, M.TARIFF, M.TARIFF_RELIEF

HELPS = listed("help helps helped helping aid aided aiding rescue rescued rescuing save saved saving")
_BACK = (
    ("back", "into", "business"),
    ("back", "in", "business"),
    ("return", "to", "business"),
    ("stay", "in", "business"),
    ("resume", "operations"),
    ("resume", "business"),
    ("return", "to", "operation"),
    ("get", "out", "of"),
)
_BACK_BY = {begins: tuple(phrase for phrase in _BACK if phrase[0] == begins) for begins, *_ in _BACK}
_FOR_PARTY = listed(
    "relief reprieve lifeline exemption exemptions waiver waivers exclusion exclusions suspension delisting"
    " exception exceptions derogation derogations dispensation respite"
)
_FROM_RULES = listed("exemption exemptions waiver waivers derogation derogations")
_NOT_TRADE = listed("tax religious fee visa jury vaccine medical liability")
_STOPS = listed("to by with because as in under despite over at into")
_LENGTHS = listed("days weeks months years month year")
_LETS = listed("lets let allows allowed allowing letting permits permitted permitting covers covering")
_SPEECH = listed("announcement pledge promise vow")
_DEALS = listed("deal compromise accord truce")
_POSSIBLE = listed("sight possible close near likely reach imminent reached unlikely")


def undone(scene: Scene, sentence: Sentence, number: int, nouns: dict[int, Draft]) -> Draft | None:
    """Read a verb that undoes a measure.

    Args:
        scene: The story.
        sentence: The sentence.
        number: The verb.
        nouns: Nouns of measures of the sentence, by the word that is their head.
    """
    low = scene.low(number)
    if low.endswith("ed") and scene.low(number - 1) in {"a", "an", "the"}:
        return None  # "a deferred payment"
    kind, first = VERBS[low], number + 1
    if low in PARTICLES:
        near = [scene.low(place) for place in range(number + 1, number + 7)]
        if PARTICLES[low].isdisjoint(near):
            return None
        over_again = low.startswith("roll") and "over" in near and "back" not in near
        kind = _EXTENSION if over_again else kind
        first += near[0] in PARTICLES[low]
    draft = Draft(number, first, sentence, kind, "undoes a measure")
    end = scene.right(sentence, first)
    over = _object(scene, draft, first, end, nouns)
    over = over or _passive_subject(scene, sentence, number, nouns)
    if over is None and scene.low(first) in {"it", "them", "this"} and kind is not _EXTENSION:
        draft.over_it = draft.tentative = True
    elif over is None:
        return None
    draft.over = over
    draft.step = step(scene, number)
    if over is not None:
        _act_on(over, draft.type)
        over.tentative = over.tentative and not (over.type.undoes and draft.type is not _RELIEF)
    act(scene, sentence, number, draft)
    if draft.type is _EXEMPTION and not low.startswith("waiv"):
        draft.targets = [i for i in scene.phrases(first, end) if i.key and _aimed(i)]
    draft.foreign_agent = draft.foreign_agent and not draft.passive
    if over is not None:
        draft.type = kind_for(draft.type, over.type, low)
        return draft if _is_measure(scene, sentence, over, draft) else None
    return draft


def _is_measure(scene: Scene, sentence: Sentence, over: Draft, draft: Draft) -> bool:
    """Whether what is undone is a measure: no "cancelled orders", no fishing licence.

    A fine that is reduced is still one; who is "stripped of its export privileges" is under one.
    """
    lessened = over.type is _FINE and draft.type is _RELIEF
    reversed_ = scene.low(draft.first).startswith(("revers", "reconsid"))
    if over.noun == "privileges" or (lessened and not reversed_):
        return False
    plain = over.indefinite or (over.bare and not over.definite)
    if plain and over.tentative and not over.targets:
        return False
    return over.type is not _LICENCE or _of_trade(scene, sentence, over, draft)


def _of_trade(scene: Scene, sentence: Sentence, over: Draft, draft: Draft) -> bool:
    """Whether a licence is one of trade: by its words, or since an authority is named in the sentence.

    Who holds it is the one on whom its suspension is.
    """
    draft.targets = draft.targets or list(over.targets)
    if draft.imposers or over.imposers or over.targets or over.scope or over.last - over.first > 1:
        return True
    if any(named.acts for named in scene.named_between(sentence.first, sentence.last)):
        return True
    return any(scene.low(place) in lexicon.BODY for place in range(sentence.first, sentence.last))


def _act_on(over: Draft, kind: MeasureType) -> None:
    over.acted_on = True
    over.undone = kind is not _EXTENSION


def kind_for(kind: MeasureType, over: MeasureType, low: str = "") -> MeasureType:
    """The kind of an undoing, told by what it acts on: a licence is revoked, a ban lifted, a tariff eased."""
    if over is _TARIFF and kind in {_RELIEF, _LIFTING}:
        return _TARIFF_RELIEF
    taken_back = kind is _LIFTING and low not in {"lift", "lifts", "lifted", "lifting"}
    if taken_back and over in {_LICENCE, _EXEMPTION}:
        return _REVOCATION
    return kind


def _object(scene: Scene, draft: Draft, first: int, end: int, nouns: dict[int, Draft]) -> Draft | None:
    """The measure right behind an undoing word."""
    for place in range(first, min(end, first + 14)):
        if place in nouns:
            return nouns[place]
        low = scene.low(place)
        if low == "by" and not _LENGTHS.isdisjoint({scene.low(place + 2), scene.low(place + 3)}):
            continue  # "extended by four months the licence"
        if low == "until" and draft.type is _EXTENSION:
            continue  # "extended until May 1 the licence"
        if low in _STOPS and draft.type is not _EXEMPTION and scene.low(place + 1) not in {"least", "most"}:
            return None
    return None


def _passive_subject(scene: Scene, sentence: Sentence, number: int, nouns: dict[int, Draft]) -> Draft | None:
    """The measure that a passive verb is told of."""
    if not scene.passive(number):
        return None
    for place in range(number - 1, max(sentence.first - 1, number - 16), -1):
        if place in nouns:
            return nouns[place]
        if scene.low(place) in lexicon.OPENERS and scene.low(place) != "that":
            return None
    return None


def undoing_noun(scene: Scene, sentence: Sentence, number: int, nouns: dict[int, Draft]) -> Draft | None:
    """Read a noun of undoing: "a rollback of the Commerce decision", "relief for ZTE", "this reversal"."""
    low = scene.low(number)
    if scene.low(number + 1) in HEADS and low == "removal":
        return None
    first = number
    if scene.low(number - 1) in {"or", "and"} and scene.low(number - 2) in NOUNS:
        first = number - 2
    if scene.is_verb(number) and scene.low(number - 1) != "to":
        return None
    draft = Draft(first, number + 1, sentence, NOUNS[low], "noun of undoing", nominal=True)
    end = scene.right(sentence, number + 1)
    determiner = next(
        (scene.low(p) for p in range(first - 1, first - 5, -1) if scene.low(p) in lexicon.DETERMINERS), ""
    )
    draft.definite = determiner in {"the", "this", "that", "such", "these"}
    draft.over = _noun_object(scene, number, end, nouns)
    if draft.over is None and low in _FOR_PARTY:
        _for_whom(scene, number, end, draft)
    if draft.over is None and not draft.targets and draft.scope is None:
        draft.tentative = True
        if not draft.definite or scene.low(number + 1) in {"workers", "fund", "effort", "efforts", "agency"}:
            return None
    if draft.over is not None:
        _act_on(draft.over, draft.type)
        draft.type = kind_for(draft.type, draft.over.type)
    _owner(scene, sentence, first, draft)
    told = draft.scope is None or draft.imposers or scene.low(number + 1) != "from"
    return draft if told or _of_goods(scene, draft.scope) else None


def _of_goods(scene: Scene, scope: tuple[int, int] | None) -> bool:
    """Whether a waiver is one for goods, for trade or from rules of it: no "waiver from sound check"."""
    return any(
        low in lexicon.GOODS or low in lexicon.TRADE_NOUNS or low in HEADS or low in lexicon.OWN_SIDE
        for low in (scene.low(place) for place in range(*(scope or (0, 0))))
    )


def _noun_object(scene: Scene, number: int, end: int, nouns: dict[int, Draft]) -> Draft | None:
    """The measure behind "of", "from" or "in", or the one right before ("sanctions relief")."""
    before = nouns.get(number - 1)
    if before is not None:
        return before
    place = number + 1
    while scene.words[place : place + 1] and scene.words[place].text in {'"', "”", "’", "'"}:
        place += 1
    if scene.low(place) not in {"of", "from", "in", "to", "on"}:
        return None
    for at in range(place + 1, min(max(end, place + 2), place + 12)):
        if at in nouns:
            return nouns[at]
        if scene.low(at) in lexicon.OPENERS:
            return None
    return None


def _for_whom(scene: Scene, number: int, end: int, draft: Draft) -> None:
    """For whom or what it is: "relief for ZTE", "a waiver for railway parts", "threw ZTE a lifeline"."""
    low, place = scene.low(number), number + 1
    if scene.low(place) in {"for", "to", "from"}:
        draft.targets = [item for item in scene.phrases(place + 1, end) if item.key and _aimed(item)]
        if not draft.targets and low in _FROM_RULES and scene.low(number - 1) not in _NOT_TRADE:
            draft.scope = (place + 1, phrase_end(scene, place + 1, end))
    elif low in _FROM_RULES and scene.low(place) in _LETS:
        draft.scope = (place + 1, phrase_end(scene, place + 1, end))
    elif low == "lifeline" and (near := scene.at(number - 2) or scene.at(number - 1)):
        draft.targets = [Phrase(near.first, near.last, near.key, near)]


def _aimed(item: Phrase) -> bool:
    return item.named is None or item.named.is_target


def _owner(scene: Scene, sentence: Sentence, first: int, draft: Draft) -> None:
    """Who undoes: the owner of the noun, or the subject of the verb before it."""
    named = scene.at(first - 2) if scene.low(first - 1) == "'s" else None
    if named is not None and named.acts:
        draft.imposers.append(Phrase(named.first, named.last, named.key, named))
        draft.definite = True
        return
    for place in range(first - 1, max(sentence.first, first - 8), -1):
        if scene.low(place) in {
            "grant",
            "granted",
            "grants",
            "granting",
            "offer",
            "offered",
            "issued",
            "issue",
            "approved",
        }:
            doer = subject(scene, sentence, place)
            if doer is not None and doer.named is not None and doer.named.acts:
                draft.imposers.append(doer)
            return


def helped(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "help ZTE get back into business" and its like."""
    for place in range(number + 1, min(sentence.last - 1, number + 16)):
        for phrase in _BACK_BY.get(scene.low(place), ()):
            if tuple(scene.laid.lows[place : place + len(phrase)]) == phrase:
                draft = Draft(number, number + 1, sentence, _RELIEF, "helped back")
                act(scene, sentence, number, draft)
                draft.targets = [i for i in scene.phrases(number + 1, place) if i.key and _organised(i)]
                return None if draft.foreign_agent else draft
        if scene.low(place) in {".", ";"}:
            break
    return None


def _organised(item: Phrase) -> bool:
    return item.named is not None and item.named.is_target and item.named.kind == "organisation"


def backed_off(scene: Scene, sentence: Sentence, number: int, nouns: dict[int, Draft]) -> Draft | None:
    """Read "backing off on ZTE", "back down from the ban"."""
    if scene.low(number + 1) not in {"off", "down", "away"}:
        return None
    end = scene.right(sentence, number + 2)
    draft = Draft(number, number + 2, sentence, _RELIEF, "backs off")
    draft.over = _object(scene, draft, number + 2, end, nouns)
    if draft.over is None and scene.low(number + 2) in {"on", "from"}:
        draft.targets = [i for i in scene.phrases(number + 3, end) if i.key and _organised(i)]
    act(scene, sentence, number, draft)
    return draft if (draft.over or draft.targets) and not draft.foreign_agent else None


def spoken(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "Trump's announcement", "a compromise is possible": what was pledged or is sought."""
    low = scene.low(number)
    draft = Draft(number, number + 1, sentence, _RELIEF, "speaks of a pledge", nominal=True, tentative=True)
    draft.definite = True
    if low in _SPEECH:
        place = number - 1
        while place > number - 3 and scene.low(place).isalpha() and scene.low(place) != "'s":
            place -= 1
        named = scene.at(place - 1)
        if scene.low(place) != "'s" or named is None or not named.acts:
            return None
        draft.imposers.append(Phrase(named.first, named.last, named.key, named))
        return draft
    if low not in _DEALS or scene.low(number + 1) not in {"is", "was", "remains", "could", "may"}:
        return None
    near = {scene.low(place) for place in range(number + 2, number + 6)}
    return draft if near & _POSSIBLE else None


SPOKEN = _SPEECH | _DEALS
