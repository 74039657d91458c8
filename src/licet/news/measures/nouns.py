"""Measures told by a noun: sanctions, a ban, tariffs, a fine, a licence; and nouns that refer back to one."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.measures import lexicon
from licet.news.measures import noun_words as words
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.phrase import NounPhrase
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import agent, object_of, subject
from licet.news.modality.lexicon import FACING, PARTS
from licet.news.parties.party import PartyKind

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_DENIAL_ORDER, _FINE, _LICENCE = M.DENIAL_ORDER, M.FINE, M.LICENCE
_SANCTIONS, _SETTLEMENT, _TARIFF = M.SANCTIONS, M.SETTLEMENT, M.TARIFF
_AUTHORITY, _COUNTRY, _PERSON = PartyKind.AUTHORITY, PartyKind.COUNTRY, PartyKind.PERSON

_OF_WHOM_MONEY_IS_TAKEN = frozenset((M.FINE, M.SETTLEMENT, M.LICENCE))
_REGIMES = frozenset((M.SANCTIONS, M.EMBARGO))
_GIVEN = frozenset((M.LICENCE, M.SETTLEMENT))
_NOT_ON_TRADE = frozenset((M.TARIFF, M.SETTLEMENT))
_PHRASE_ENDS = frozenset(
    (",", "to", "for", "by", "with", "from", "as", "and", "on", "at", "until", "would", "will")
)
_ANY = frozenset(("a", "an", "any"))
_MORE = frozenset(("another", "new"))
_PRONOUNS = frozenset(("i", "we", "you", "they", "he", "she"))
_NO_VERB = words.TAKING_BACK | lexicon.OPENERS | lexicon.PARTING
_TO_THE_VERB = _NO_VERB | words.IMPOSING | words.PUTTING
"""Words at which it is asked whether a verb before a noun has been reached; all others are passed over."""
_THIRD_PERSONS = frozenset(("bans", "sanctions", "freezes", "fines", "embargoes", "orders", "limits"))
_OBJECTS = frozenset(("the", "a", "an", "its", "his", "her", "their", "all", "any", "another", "him", "them"))
"""Words that open the object of a verb."""
_NO_OBJECT = lexicon.PREPOSITIONS | lexicon.BE | lexicon.AUXILIARY | lexicon.OPENERS | lexicon.PARTING
_OVER = lexicon.BE | words.IMPOSING | {",", "and", "that", "which"}
"""Words behind a noun at which what belongs to it is over."""
_BEHIND = _OVER | words.AIMS | {"of", "from", "with", "on", "against", "to", "for"}
"""Words behind a noun at which it is asked what they tell; all others are passed over."""


def noun(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read a noun of a measure with what its phrase and its clause say of it."""
    if is_finite(scene, number):
        return None
    head = NounPhrase(scene, sentence, number)
    verb = scene.is_verb(number) and scene.low(number - 2) not in {"subject", "due", "return"}
    if verb and not head.has_modifier and head.low != "sanctions":
        return None
    if not head.stands():
        return None
    draft = Draft(head.first_core, number + 1, sentence, head.type, "noun of a measure", nominal=True)
    draft.noun = head.low
    fill(head, draft)
    return draft if _qualifies(head, draft) else None


def is_finite(scene: Scene, number: int) -> bool:
    """Whether a word in "s" is a verb: "a law that freezes property", "if OFAC sanctions the port"."""
    low, before = scene.low(number), scene.low(number - 1)
    if low not in _THIRD_PERSONS:
        return False
    after = scene.low(number + 1)
    if before in {"that", "which"}:
        return after.isalpha() and after not in _NO_OBJECT and not after.endswith("ed")
    named = scene.at(number - 1)
    return named is not None and named.acts and after in _OBJECTS


def fill(head: NounPhrase, draft: Draft) -> None:
    """Fill in who, on whom and what."""
    scene, determiner, owned = head.scene, head.determiner, head.owner is not None
    before = scene.low(head.before)
    breaking = before in words.BREAKING
    draft.indefinite = determiner in _ANY and not owned
    known = determiner in words.DEFINITE or owned or breaking or head.like_this
    draft.definite = known and not _some_of(head)
    draft.denied = determiner == "no"
    draft.fresh = determiner in _MORE or not words.FRESH.isdisjoint(map(scene.low, head.modifiers))
    _behind(head, draft)
    if owned or head.country is not None:
        _owner(head, draft)
    if not (draft.imposers and draft.targets):
        _from_verb(head, draft)
    draft.held = _held(head, draft)
    draft.background = breaking and draft.type in _REGIMES and head.quality is None and not draft.held
    if draft.background and not draft.targets:
        _regime_of(head, draft)


def _some_of(head: NounPhrase) -> bool:
    """Whether it speaks of any such: "half of the bans", "the bans I hear about"."""
    lows = head.scene.lows
    place = (head.modifiers[-1] if head.modifiers else head.number) - 1
    while lows[place] in lexicon.DETERMINERS:
        place -= 1
    parts = lows[place] == "of" and lows[place - 1] in PARTS
    return parts or lows[head.number + 1] in _PRONOUNS


def _held(head: NounPhrase, draft: Draft) -> bool:
    """Whether somebody is under it ("has been under sanctions", "fell under", "placed under"), and who."""
    scene, place = head.scene, head.before
    lows = scene.lows
    if lows[place] == "to" and lows[place - 1] == "subject":
        place -= 1
    elif lows[place] not in {"under", "on"}:
        return False
    place -= 1
    while lows[place] in lexicon.ADVERBS or lows[place] in {"itself", "himself", "themselves"}:
        place -= 1
    if lows[place] not in lexicon.BE and lows[place] not in words.HELD:
        return False
    if not draft.targets and (lows[place] not in words.PUTTING or scene.passive(place)):
        draft.targets = _aimed_at(subject(scene, head.sentence, place))
    return bool(draft.targets) or lows[head.before] == "under"


def _owner(head: NounPhrase, draft: Draft) -> None:
    """The party before the noun: who imposes it, or on whom it is ("Commerce's order", "the ZTE ban")."""
    owner = head.owner
    if owner is None or owner.named is None:
        if head.country is not None and not draft.targets:
            draft.imposers.append(head.country)
        return
    on_country = owner.named.kind in words.REGIME and not head.owns and not _imposes(head.scene, owner)
    if owner.named.acts and not (on_country and head.low in {"sanctions", "embargo", "ban", "tariffs"}):
        draft.imposers.append(owner)
    elif head.owns and draft.type is not _LICENCE:
        draft.foreign_agent = True
    elif owner.named.is_target and not draft.targets:
        draft.targets.append(owner)


def _imposes(scene: Scene, owner: Phrase) -> bool:
    """Whether "U.S. sanctions" are those of that country: a usual one, or its authorities are named."""
    home = scene.jurisdictions.get(owner.key, "")
    return home in {"US", "EU", "GB", "UN"} or any(
        jurisdiction == home and key != owner.key and scene.kinds[key] is _AUTHORITY
        for key, jurisdiction in scene.jurisdictions.items()
    )


def _behind(head: NounPhrase, draft: Draft) -> None:
    """What stands behind the noun: on whom, on what, by whom."""
    scene, end = head.scene, head.end
    begin = _behind_verb(head)
    for place, low in enumerate(scene.laid.lows[begin : min(end, head.number + 14)], begin):
        if low not in _BEHIND:
            continue
        if low in _OVER:
            break
        if low in {"of", "from"} and draft.type is _LICENCE:
            named = [item for item in scene.phrases(place + 1, end) if item.named is not None][:1]
            draft.imposers = [item for item in named if item.named and item.named.acts]
            draft.targets = [] if draft.imposers else [item for item in named if _aimed_at(item)]
            break
        if low == "with" and draft.type is _SETTLEMENT:
            named = [item for item in scene.phrases(place + 1, end) if item.named is not None][:1]
            draft.imposers = [item for item in named if item.named and item.named.acts]
            draft.targets = [] if draft.imposers else [i for i in named if i.named and i.named.is_target]
            break
        if (low in {"on", "against", "of"} or (low in {"to", "for"} and draft.type is _LICENCE)) and _trade(
            head, draft, place + 1
        ):
            break
        if low in words.AIMS and _aims(draft, low):
            _on_whom(head, draft, place + 1)
            break
    by = agent(scene, head.number + 1, end)
    if by is not None:
        draft.imposers = [by]


def _on_whom(head: NounPhrase, draft: Draft, first: int) -> None:
    """The parties behind a preposition; of a tariff those whose goods it is on."""
    scene, end = head.scene, head.end
    found = aimed(scene, first, end)
    if draft.type is _TARIFF and not found:
        found = _goods_of(scene, first, end)
    if found and not draft.targets:
        draft.targets = found
        if draft.type is _TARIFF:
            draft.scope = (first, phrase_end(scene, first, end))


def _goods_of(scene: Scene, first: int, end: int) -> list[Phrase]:
    """Whose goods a tariff is on: "tariffs on up to $9 billion of Norwegian goods"."""
    for place in range(first, min(end, first + 14)):
        named = scene.at(place)
        key = named.key if named is not None and named.kind is _COUNTRY else scene.country_word(place)
        if key:
            return [Phrase(place, place + 1, key, named)]
    return []


def _behind_verb(head: NounPhrase) -> int:
    """Where what belongs to the noun goes on: behind "imposed" in "no sanctions have been imposed on"."""
    scene = head.scene
    begin = head.number + 1
    for place, low in enumerate(scene.laid.lows[begin : begin + 4], begin):
        if low in words.IMPOSING and low not in words.TAKING_BACK and scene.passive(place):
            return place + 1
        if low not in _AROUND_VERB:
            break
    return head.number + 1


_AROUND_VERB = lexicon.BE | lexicon.AUXILIARY | lexicon.ADVERBS


def _aims(draft: Draft, low: str) -> bool:
    """Whether a preposition tells on whom a measure of that kind is."""
    return low not in {"for", "to"} or draft.type in _GIVEN


def aimed(scene: Scene, first: int, end: int) -> list[Phrase]:
    """Parties of a phrase on whom a measure can be."""
    return [
        item
        for item in scene.phrases(first, end)
        if item.key and (item.named is None or item.named.is_target)
    ]


def _trade(head: NounPhrase, draft: Draft, first: int) -> bool:
    """A ban on a trade: "a ban on sales of chips to ZTE", "a licence to export turbines"."""
    scene, end = head.scene, head.end
    if draft.type in _NOT_ON_TRADE:
        return False
    place = first
    while not _names_trade(scene, place):
        if scene.low(place) in lexicon.PREPOSITIONS or place >= min(end, first + 3):
            return False
        place += 1
    low = scene.low(place)
    kind = lexicon.TRADE_NOUNS.get(low) or lexicon.OUTWARD.get(low) or lexicon.INWARD.get(low)
    if kind is not None and draft.type is _SANCTIONS:
        draft.type = kind
    stop = end
    for at in range(place + 1, end):
        if scene.low(at) in {"to", "with", "from", "by"} and (found := aimed(scene, at + 1, end)):
            draft.targets, stop = found, at
            break
    draft.scope = (place, phrase_end(scene, place, stop))
    return True


def _names_trade(scene: Scene, place: int) -> bool:
    low = scene.common(place)
    return low in lexicon.TRADE_NOUNS or low in lexicon.OUTWARD or low in lexicon.INWARD


def _from_verb(head: NounPhrase, draft: Draft) -> None:
    """The subject of the verb whose object the noun is, or of "is subject to"."""
    scene, sentence = head.scene, head.sentence
    lows = scene.lows
    if lows[head.before] == "to" and lows[head.before - 1] == "subject" and not draft.targets:
        draft.targets = _aimed_at(subject(scene, sentence, head.before - 1))
        return
    for place in range(head.before, max(sentence.first - 1, head.before - 12), -1):
        low = lows[place]
        if low in _TO_THE_VERB:
            if low not in _NO_VERB:
                _imposed(head, draft, place)
            return


def _imposed(head: NounPhrase, draft: Draft, verb: int) -> None:
    """Who imposes the noun by a verb; of "put the bank under a freeze" also on whom."""
    scene, sentence = head.scene, head.sentence
    doer = subject(scene, sentence, verb)
    if doer is not None and doer.named is not None:
        if doer.named.acts and not scene.passive(verb):
            draft.imposers = draft.imposers or [doer]
        elif (draft.type in _OF_WHOM_MONEY_IS_TAKEN or scene.low(verb) in FACING) and not draft.targets:
            draft.targets = _aimed_at(doer)
    if scene.low(verb) in words.PUTTING and not draft.targets:
        if scene.passive(verb):
            draft.targets = _aimed_at(doer)
        elif scene.low(head.before) in {"under", "with"} or (doer is not None and doer in draft.imposers):
            draft.targets = aimed(scene, verb + 1, head.before + 1) or (
                object_of(scene, sentence, verb, head.before) if head.before > verb else []
            )


def _aimed_at(item: Phrase | None) -> list[Phrase]:
    return [item] if item is not None and item.named is not None and item.named.is_target else []


def _regime_of(head: NounPhrase, draft: Draft) -> None:
    """On whom the sanctions are that were broken "by shipping pumps to Syria and Cuba"."""
    scene, end = head.scene, head.end
    if scene.low(head.number + 1) not in {"in", "by"}:
        return
    for place in range(head.number + 2, end):
        if scene.low(place) in {"to", "with", "against"}:
            found = scene.phrases(place + 1, end)
            draft.targets = [item for item in found if item.named is not None and item.named.kind is _COUNTRY]
            return


def _qualifies(head: NounPhrase, draft: Draft) -> bool:
    """Whether there is enough to call it a measure; a definite noun may still refer to one."""
    low, scene = head.low, head.scene
    told = bool(draft.targets or draft.imposers)
    traded = draft.scope is not None
    if draft.foreign_agent:
        return False
    if low in words.BARE:
        return _bare(head, draft, told)
    if low.startswith(("penalt", "settlement")):
        return _paid(head, draft, told)
    if low in words.WEAK and draft.type is not _FINE and head.quality is None and not traded:
        return _weak(head, draft, told)
    if low in {"control", "controls", "limits"} and not (told or traded):
        imposed = scene.low(head.before) in words.IMPOSING or head.speaks_of(lexicon.GOODS, 6)
        if not imposed:
            return False
    near = {scene.low(head.before), scene.low(head.before - 1)}
    spoken = draft.type is _FINE or bool(near & words.SPOKEN_OF)
    rated = draft.type is _TARIFF and any(scene.words[at].number is not None for at in head.modifiers)
    spoken = spoken or (rated and head.speaks_of(lexicon.GOODS, 6))  # "a 25% tariff on steel"
    draft.tentative = not (spoken or told or traded or head.quality is not None or draft.definite)
    return True


def _bare(head: NounPhrase, draft: Draft, told: bool) -> bool:  # noqa: FBT001  what the phrase tells
    """A noun such as "order": a measure by a word before it, else only where it refers to one."""
    if head.quality is not None:
        return draft.definite or told or draft.type is _DENIAL_ORDER
    draft.tentative = draft.bare = True
    return (
        draft.definite
        or (draft.denied and head.low in {"order", "measure", "measures"})
        or bool(draft.imposers)
    )


def _paid(head: NounPhrase, draft: Draft, told: bool) -> bool:  # noqa: FBT001  what the phrase tells
    """A penalty or a settlement: of an amount, with an authority, on somebody; else one told elsewhere."""
    behind = head.scene.words[head.number + 2 : head.number + 9]
    money = any(word.text in lexicon.CURRENCIES or word.number is not None for word in behind)
    if head.low.startswith("penalt") and head.scene.low(head.number + 1) == "of" and money:
        draft.type = _FINE
        return True
    draft.tentative = not told
    return told or draft.definite or draft.denied or head.low == "penalties"


def _weak(head: NounPhrase, draft: Draft, told: bool) -> bool:  # noqa: FBT001  what the phrase tells
    """A ban, a licence, a listing: on a party or by one, else one told elsewhere; no "ban on smoking"."""
    low = head.low
    if draft.type is _LICENCE:
        given = bool(draft.targets) and head.scene.low(head.before) in words.IMPOSING
        draft.tentative = not (
            given or draft.imposers or (head.scene.low(head.number + 1) == "to" and traded(head))
        )
        return True
    if low.startswith(("designation", "listing", "blacklisting", "additions")):
        draft.tentative = True
        return told or draft.definite
    if draft.type is _TARIFF and not draft.definite:
        return True
    named = any(item.named is not None and item.named.kind != _PERSON for item in draft.targets)
    draft.tentative = not named
    return named or draft.definite or draft.denied


def traded(head: NounPhrase) -> bool:
    """Whether a licence is one "to export" something."""
    return _names_trade(head.scene, head.number + 2)


def phrase_end(scene: Scene, first: int, end: int) -> int:
    """Where a noun phrase with its "of" and "in" ends."""
    for place in range(first, min(end, first + 20)):
        low = scene.low(place)
        if low == "as" and place < first + 3:  # "as much as"
            continue
        if low in _PHRASE_ENDS or low in lexicon.BE:
            return max(place, first + 1)
    return min(end, first + 20)
