"""Bans: "barred U.S. firms from exporting parts to ZTE", "ordered to stop selling", "halted exports".

A ban is told from either end. Who is cut off is the target and who must obey is the addressee, so that
"blocked ZTE from importing American parts" and "barred U.S. firms from exporting parts to ZTE" are one.
"""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.aiming import aim, common, home_of, is_aimed_at, others
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.offices import acted_by, participle_by
from licet.news.measures.scene import Scene
from licet.news.measures.subjects import agent, by_state, doer, subject

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXPORT_BAN, _IMPORT_BAN, _INVESTMENT_BAN = (
    MeasureType.EXPORT_BAN,
    MeasureType.IMPORT_BAN,
    MeasureType.INVESTMENT_BAN,
)
_PROCUREMENT_BAN, _RELIEF, _SANCTIONS = MeasureType.PROCUREMENT_BAN, MeasureType.RELIEF, MeasureType.SANCTIONS
_TRAVEL_BAN = MeasureType.TRAVEL_BAN

FROM = listed(
    "bar bars barred barring ban bans banned banning block blocks blocked blocking prohibit prohibits"
    " prohibited prohibiting forbid forbids forbade forbidden forbidding prevent prevents prevented"
    " preventing preclude precludes precluded debar debars debarred stop stops stopped stopping restrict"
    " restricts restricted restricting exclude excludes excluded excluding disqualify disqualifies"
    " disqualified disqualifying expel expels expelled enjoin enjoined restrain restrains restrained"
)
"""Verbs that go on with somebody "from" doing something."""

TRADE = FROM | listed(
    "halt halts halted halting limit limits limited limiting curb curbs curbed curbing curtail curtails"
    " curtailed tighten tightens tightened tightening outlaw outlaws outlawed embargo embargoes embargoed"
    " suspend suspends suspended suspending"
)
"""Verbs that go on with a trade: "halted exports of gallium"."""

WEAK = TRADE - listed(
    "bar bars barred barring ban bans banned banning prohibit prohibits prohibited prohibiting forbid forbids"
    " forbade forbidden forbidding debar debars debarred outlaw outlaws outlawed embargo embargoes embargoed"
)
"""Verbs that anybody can be the subject of; without an authority they tell of no measure."""

ORDERS = listed(
    "order orders ordered ordering direct directs directed directing instruct instructs instructed"
    " instructing require requires required requiring tell tells told command commands commanded force"
    " forces forced forcing compel compels compelled oblige obliges obliged"
)
"""Verbs that go on with somebody "to" do something."""

CEASING = listed("cease stop halt end refrain quit suspend discontinue")

_NOUNS_ALIKE = listed(
    "bar bars ban bans block blocks stop stops limit limits curb curbs embargo order orders halt"
)
_COMPOUND = listed(
    "licence licences license licenses ban bans control controls restriction restrictions curb curbs"
    " tariff tariffs duties sanctions rules permit permits bureau law laws privileges quota quotas embargo"
    " war talks deal deals"
)
_RULES = listed("measures rules sanctions restrictions curbs controls regulations laws orders that which")
_PARTED = lexicon.PARTING | {"because", "after", "while", "although", "but", "if", "said"}
_STEPS = listed("step decision move order ruling action")
_GET_IT_DONE = (
    *("get it done", "do so", "do it", "find a way", "fix it", "fix this", "get this done"),
    "make it happen",
)
_DIVEST = listed("divest unwind")
_TURNS = listed("turn send")
_AWAY = listed("away back")
_STRIP = listed("remove strip rip replace dismantle uninstall")
_PAST = ("ed", "den", "ade")
_NOT_GOODS = listed("to for in on at by with under until from and or after as because")


def banned(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read a verb that bars somebody from an act, or stops a trade."""
    low = scene.low(number)
    if low in _NOUNS_ALIKE and not _is_finite(scene, number):
        return None
    end = scene.right(sentence, number + 1)
    draft = None
    if low in FROM:
        draft = _from(scene, sentence, number, end)
    if draft is None and low in TRADE:
        draft = _trade(scene, sentence, number, end)
    unknown = draft is not None and not (draft.imposers or draft.official)
    if draft is not None and low in WEAK and unknown and (draft.foreign_agent or not draft.passive):
        return None
    return None if draft is not None and draft.foreign_agent else draft


def _is_finite(scene: Scene, number: int) -> bool:
    """Whether "ban", "blocks" and their like are a verb: after a modal, or after one who acts."""
    if scene.is_verb(number):
        return True
    before = number - 1
    while scene.low(before) in lexicon.ADVERBS:
        before -= 1
    named = scene.at(before)
    if scene.low(before) in _RULES and scene.low(number)[-1] != "s":
        return True
    plural = scene.low(before) in lexicon.BODY and scene.low(number)[-1] != "s"
    return plural or (named is not None and named.acts and scene.low(number).endswith("s"))


def act(scene: Scene, sentence: Sentence, number: int, draft: Draft) -> None:
    """Fill in who acts and, of a passive verb, on whom."""
    lows = scene.lows
    end = number
    draft.passive = (
        scene.passive(number)
        or (lows[number].endswith(_PAST) and lows[number + 1] in {"from", "by", "under"})
        or participle_by(scene, number)
    )
    if draft.passive:
        end = min(sentence.last, scene.right(sentence, number + 1) + 12)
        who = agent(scene, number + 1, end)
    else:
        who = doer(scene, sentence, number)
    if who is not None and who.named is not None:
        if who.named.acts:
            draft.imposers.append(who)
        elif not draft.passive:
            draft.foreign_agent = True
    elif who is None:
        official = acted_by(scene, number + 1, end) if draft.passive else by_state(scene, sentence, number)
        draft.official = official


def step(scene: Scene, verb: int) -> int | None:
    """The noun that takes an act as done: "the recent step to ban sales"; None without one."""
    lows = scene.lows
    noun = verb - 2
    if lows[verb - 1] != "to" or lows[noun] not in _STEPS:
        return None
    for place in range(noun - 1, noun - 4, -1):
        if lows[place] in {"the", "this", "its", "their", "his", "her", "'s"}:
            return noun
        if not lows[place].isalpha():
            return None
    return None


def _from(scene: Scene, sentence: Sentence, number: int, end: int) -> Draft | None:
    """Somebody is barred from an act."""
    place = _word(scene, "from", number + 1, min(sentence.last, number + 30))
    if place is None:
        return None
    act_word = scene.low(place + 1)
    act_at = place + 1
    if act_word not in lexicon.OUTWARD and act_word not in lexicon.INWARD:
        if act_word in {"anything", "everything"}:
            return Draft(
                number,
                number + 1,
                sentence,
                _SANCTIONS,
                "barred from an act",
                tentative=True,
                definite=True,
            )
        abroad = scene.at(place + 1)
        if abroad is not None and abroad.kind in {"country", "place"} and scene.low(abroad.last) != "'s":
            return _from_country(scene, sentence, number, place)
        where = next((p for p in range(place + 1, place + 5) if scene.common(p) in lexicon.PLACES), None)
        if where is not None and not act_word.endswith("ing"):
            return _from_place(scene, sentence, number, (place, where))
        after = next((p for p in range(place + 1, place + 4) if scene.common(p) in lexicon.TRADE_NOUNS), None)
        if act_word.endswith("ing") or after is None:
            return None
        act_at = after
    end = max(end, scene.right(sentence, act_at))
    kind = lexicon.OUTWARD.get(scene.low(act_at)) or lexicon.INWARD.get(scene.low(act_at))
    kind = kind or lexicon.TRADE_NOUNS[scene.low(act_at)]
    draft = Draft(number, number + 1, sentence, kind, "barred from an act")
    draft.step = step(scene, number)
    act(scene, sentence, number, draft)
    if draft.passive:
        whom = subject(scene, sentence, number)
        barred = [whom] if whom else []
    else:
        barred = scene.phrases(number + 1, place) or common(scene, number + 1, place)
    aim(scene, draft, barred, (act_at, end))
    return draft


def _trade(scene: Scene, sentence: Sentence, number: int, end: int) -> Draft | None:
    """A trade is stopped: "halted exports of gallium to Japan"; or is: "imports of coal were banned"."""
    draft = Draft(number, number + 1, sentence, _SANCTIONS, "trade stopped")
    draft.step = step(scene, number)
    place = _trade_noun(scene, number + 1, end)
    if place is None and scene.passive(number):
        before = [
            p
            for p in range(max(sentence.first, number - 12), number)
            if scene.common(p) in lexicon.TRADE_NOUNS and scene.low(p + 1) not in _COMPOUND
        ]
        place = before[0] if before and not scene.at(before[0]) else None
        end = number if place is not None else end
    act(scene, sentence, number, draft)
    if place is None:
        return _party_banned(scene, draft, end)
    draft.type = lexicon.TRADE_NOUNS[scene.low(place)]
    aim(scene, draft, [], (place, end))
    draft.scope = (place, (draft.scope or (place, place + 1))[1])
    return draft


def _party_banned(scene: Scene, draft: Draft, end: int) -> Draft | None:
    """A party itself is banned or barred: "India banned Huawei from ..." without an act that is known."""
    low = scene.low(draft.first)
    if draft.passive and low in {"banned", "barred", "prohibited", "forbidden"}:
        whom = subject(scene, draft.sentence, draft.first)
        if whom is not None and whom.named is not None and whom.named.kind == "organisation":
            draft.targets = [whom]
        draft.tentative = draft.definite = not (draft.targets and draft.imposers)
        draft.foreign_agent = False
        return draft
    if not low.startswith(("bann", "ban", "barr", "prohibit", "outlaw", "debarr")) or not draft.imposers:
        return None
    found = [item for item in scene.phrases(draft.last, end) if item.key]
    own = {home_of(scene, item) for item in draft.imposers} - {""}
    draft.targets = [item for item in found if is_aimed_at(item, scene, own)]
    return draft if draft.targets else None


_GOODS_END = _NOT_GOODS | lexicon.PREPOSITIONS


def _trade_noun(scene: Scene, first: int, end: int) -> int | None:
    """The noun of a trade that a verb acts on, right behind it but for qualities."""
    for place in range(first, min(end, first + 6)):
        low = scene.common(place)
        if low in lexicon.TRADE_NOUNS and scene.low(place + 1) not in _COMPOUND:
            return place
        if low in _GOODS_END:
            return None
    return None


def _word(scene: Scene, word: str, first: int, last: int) -> int | None:
    """The first place of a word before the clause ends; commas of an apposition do not end it."""
    lows = scene.laid.lows[first:last] if first < last else []
    if word not in lows:
        return None
    place = lows.index(word)
    return first + place if _PARTED.isdisjoint(lows[:place]) else None


def ordered(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read an order to somebody to cease an act, to pay, or "to get it done"."""
    forced = scene.low(number + 1) in {"labour", "labor"}  # "made by forced labour, to turn back"
    if forced or (scene.low(number) in _NOUNS_ALIKE and not _is_finite(scene, number)):
        return None
    place = _word(scene, "to", number + 1, min(sentence.last, number + 12))
    if place is None:
        return None
    first = scene.low(place + 1)
    if scene.passive(number) and _pro_verb(scene, place + 1):
        rule = "told to get it done"
        return Draft(number - 1, number + 1, sentence, _RELIEF, rule, tentative=True, over_it=True)
    doing = place + 2 if first in CEASING else place + 3 if first == "not" else 0
    if first == "refrain" and scene.low(doing) == "from":
        doing += 1
    kind = lexicon.OUTWARD.get(scene.low(doing)) or lexicon.INWARD.get(scene.low(doing)) if doing else None
    if first in _TURNS and scene.low(place + 2) in _AWAY:
        kind, doing = _IMPORT_BAN, place + 1
    elif first in _DIVEST:
        kind, doing = _INVESTMENT_BAN, place + 1
    elif first in _STRIP:
        kind, doing = _PROCUREMENT_BAN, place + 1
    if kind is None:
        return None
    draft = Draft(number, number + 1, sentence, kind, "ordered to cease")
    act(scene, sentence, number, draft)
    if draft.foreign_agent or not (draft.imposers or draft.passive or draft.official):
        return None
    barred = scene.phrases(number + 1, place) or common(scene, number + 1, place)
    aim(scene, draft, barred, (doing, scene.right(sentence, doing)))
    return draft


def _pro_verb(scene: Scene, first: int) -> bool:
    """Whether words stand for an act told elsewhere: "get it done", "do so"."""
    words = " ".join(scene.low(place) for place in range(first, first + 3))
    return words.startswith(_GET_IT_DONE)


def cut_off(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "cut off access to its suppliers", "cut the company off from its suppliers"."""
    off = next((p for p in range(number + 1, min(sentence.last, number + 6)) if scene.low(p) == "off"), None)
    if off is None:
        return None
    end = scene.right(sentence, off + 1)
    if off > number + 1:
        return _cut_from(scene, sentence, number, (off, end))
    supply = next(
        (
            p
            for p in range(number + 2, min(end, number + 7))
            if scene.low(p) in {"access", "supply", "supplies", "exports", "shipments", "sales", "trade"}
        ),
        None,
    )
    whom = scene.phrases(number + 2, end)
    source = next((p for p in range(number + 2, end) if scene.low(p) == "from"), None)
    if supply is None and not (whom and source is not None):
        return None
    draft = Draft(number, number + 2, sentence, _EXPORT_BAN, "cut off")
    act(scene, sentence, number, draft)
    if not draft.imposers and not draft.passive:
        return None
    if supply is not None:
        own = {home_of(scene, item) for item in draft.imposers} - {""}
        draft.targets = [item for item in others(scene, supply + 1, end) if is_aimed_at(item, scene, own)]
        draft.scope = (supply, end)
    else:
        draft.targets = [item for item in whom if item.key]
    return draft


def _cut_from(scene: Scene, sentence: Sentence, number: int, off: tuple[int, int]) -> Draft | None:
    """Somebody is cut "off from" goods or suppliers."""
    place, end = off
    if scene.low(place + 1) != "from":
        return None
    draft = Draft(number, place + 1, sentence, _EXPORT_BAN, "cut off")
    act(scene, sentence, number, draft)
    draft.targets = [item for item in scene.phrases(number + 1, place) if item.key]
    draft.scope = (place + 2, end)
    draft.foreign_agent = False
    return draft if draft.targets and place + 2 < end else None


def _from_country(scene: Scene, sentence: Sentence, number: int, place: int) -> Draft | None:
    """Persons are barred "from Britain"."""
    draft = Draft(number, number + 1, sentence, _TRAVEL_BAN, "barred from a country")
    act(scene, sentence, number, draft)
    if draft.passive:
        whom = subject(scene, sentence, number)
        draft.targets = [whom] if whom and whom.named and not whom.named.acts else []
    else:
        draft.targets = [item for item in scene.phrases(number + 1, place) if item.key]
    draft.scope = (place, place + 2)
    draft.foreign_agent = False
    return draft


def _from_place(scene: Scene, sentence: Sentence, number: int, where: tuple[int, int]) -> Draft | None:
    """A party is barred from a market, from networks, from ports."""
    place, noun = where
    draft = Draft(number, number + 1, sentence, lexicon.PLACES[scene.low(noun)], "barred from a market")
    act(scene, sentence, number, draft)
    whom = subject(scene, sentence, number) if draft.passive else None
    barred = ([whom] if whom else []) if draft.passive else scene.phrases(number + 1, place)
    own = {home_of(scene, item) for item in draft.imposers} - {""}
    draft.targets = [item for item in barred if is_aimed_at(item, scene, own)]
    draft.scope = (place + 1, noun + 1)
    return draft if draft.targets or draft.imposers or draft.official else None
