"""Measures that are taken on somebody: sanctioned, blacklisted, fined, put on a list, frozen."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType, kinds
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import agent, object_of, subject

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ASSET_FREEZE, _DENIAL_ORDER, _FINE = MeasureType.ASSET_FREEZE, MeasureType.DENIAL_ORDER, MeasureType.FINE
_LIFTING, _LISTING = MeasureType.LIFTING, MeasureType.LISTING

ON_SOMEBODY: dict[str, MeasureType] = {
    **kinds("sanction sanctions sanctioned sanctioning", MeasureType.SANCTIONS),
    **kinds("penalise penalises penalised penalising", MeasureType.SANCTIONS),
    **kinds("penalize penalizes penalized penalizing", MeasureType.SANCTIONS),
    **kinds("punish punishes punished punishing", MeasureType.SANCTIONS),
    **kinds("blacklist blacklists blacklisted blacklisting", MeasureType.LISTING),
    **kinds("designate designates designated designating", MeasureType.LISTING),
    **kinds("fine fines fined fining", MeasureType.FINE),
    **kinds("greylist greylists greylisted proscribe proscribes proscribed", MeasureType.LISTING),
    **kinds("embargo embargoes embargoed embargoing", MeasureType.EMBARGO),
}
"""Verbs whose object is the target."""

_NOUNS_ALIKE = listed("sanction sanctions fine fines blacklist blacklists embargo embargoes")
_NEEDS_AUTHORITY = listed(
    "punish punishes punished punishing penalize penalized penalise penalised penalizing"
)
_DESIGNATE = listed("designate designates designated designating")
_OF_LIST = 7
"""Words behind "list of" that tell of what it is one."""
_GOOD = listed(
    "best top good approved trusted recommended preferred eligible authorised authorized licensed protected"
    " heritage year invited may might could finest likely possible future potential candidate"
)
"""Words of a list by which nobody on it is hit, or not yet."""
_ON_LISTS = lexicon.COMMON_PARTY | listed(
    "sanctioned blocked restricted denied banned barred prohibited blacklisted debarred designated"
    " unreliable controlled embargoed excluded suspended foreign military terrorist terrorists"
    " nationals goods products items exports imports countries territories states nations"
    " jurisdictions airlines carriers aircraft traders importers exporters dealers suppliers"
    " contractors bidders brokers establishments plants refiners refineries facilities farms names"
    " those parties people oligarchs agents substances minerals technologies software chemicals"
    " components equipment crops foods media outlets websites apps"
)
"""Words of what lists of authorities hold."""

PUTS = listed("add adds added adding put puts putting place places placed placing include included including")
NAMES = listed("list lists listed listing name names named naming")
TAKES = listed(
    "remove removes removed removing take takes took taken taking strike strikes struck delist delists drop"
    " drops dropped delete deletes deleted scratched"
)
"""Verbs of putting on a list, of naming on it, of taking off it."""

OFFICIAL_LIST = listed(
    "entity sanctions unverified denied nationals sdn trade military black export control controls embargo"
    " debarred consolidated sanction user companies persons blocked restricted ban watch terrorist terror"
    " grey gray"
)
"""Words before "list" that make it the list of an authority."""

FREEZES = listed(
    "freeze freezes froze frozen freezing block blocks blocked blocking seize seizes seized seizing"
    " immobilise immobilises immobilised immobilize immobilized impound impounds impounded confiscate"
    " confiscates confiscated confiscating sequester sequestered"
)
UNFREEZES = listed("unfreeze unfreezes unfroze unfrozen unfreezing unblock unblocked unblocks")
ASSETS = listed(
    "assets accounts funds property properties holdings reserves deposits yacht yachts villa villas stakes"
    " savings superyacht superyachts"
)

DENIES = listed("deny denies denied denying revoke revokes revoked revoking withdrew withdraw strip stripped")
"""Verbs that take export privileges from somebody."""
_EXCHANGES = listed("exchange stock nasdaq bourse market shares")


def on_somebody(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "sanctioned ZTE", "was fined", "blacklisted banks"; not "sanctioned the plan", "fine weather"."""
    low = scene.low(number)
    finite = low not in _NOUNS_ALIKE or _is_verb(scene, number)
    if not finite or scene.low(number - 1) in {"-", "the", "a", "of"}:
        return None
    kind = ON_SOMEBODY[low]
    draft = Draft(number, number + 1, sentence, kind, "taken on somebody")
    told = False
    end = scene.right(sentence, number + 1)
    act(scene, sentence, number, draft)
    relative = [] if draft.passive else _relative_object(scene, sentence, number)
    if relative:
        found, common = relative, True
    elif draft.passive or (
        low.endswith("ed") and scene.low(number + 1) in {"for", "by", "over", "in", ".", ","}
    ):
        whom = subject(scene, sentence, number)
        draft.passive, draft.foreign_agent = True, False
        draft.imposers = [item for item in draft.imposers if whom is None or item.key != whom.key]
        found = [whom] if whom else []
        common = True
        told = _common_subject(scene, number)
    else:
        found = scene.phrases(number + 1, end)[:6]
        common = _common_object(scene, number + 1, end)
    draft.targets = [item for item in found if item.key and (item.named is None or item.named.is_target)]
    if not draft.targets and not common:
        return None
    if not (draft.targets or draft.imposers or draft.official or told) and kind is not _FINE:
        return None
    if low in _NEEDS_AUTHORITY and not (draft.imposers or draft.official):
        return None
    if low in _DESIGNATE and not (draft.imposers or _under(scene, number, end)):
        return None
    return None if draft.foreign_agent else draft


def _relative_object(scene: Scene, sentence: Sentence, verb: int) -> list[Phrase]:
    """The party before "which the Treasury sanctioned": an authority stands between "which" and the verb."""
    doer = subject(scene, sentence, verb)
    if doer is None or doer.named is None or not doer.named.acts:
        return []
    for number in range(doer.first - 1, max(sentence.first, doer.first - 4), -1):
        if scene.low(number) in {"which", "whom", "that"}:
            return [item for item in object_of(scene, sentence, verb, verb + 1) if item.key != doer.key]
    return []


def _common_subject(scene: Scene, verb: int) -> bool:
    """Whether a common noun of those on whom measures are, or a pronoun, stands before a passive verb."""
    before = verb - 1
    while before > verb - 6 and (scene.low(before) in lexicon.BE or scene.low(before) in lexicon.ADVERBS):
        before -= 1
    while scene.low(before) in {"has", "have", "had", "will", "could", "would", "may", "might"}:
        before -= 1
    low = scene.low(before)
    return low in lexicon.COMMON_PARTY or low in {"it", "we", "they", "he", "she", "who"}


def _is_verb(scene: Scene, number: int) -> bool:
    """Whether "fine", "sanctions" and their like are a verb."""
    if scene.is_verb(number):
        return True
    named = scene.at(number - 1)
    third = scene.low(number).endswith("s") and named is not None and named.acts
    return third and scene.at(number + 1) is not None


def _common_object(scene: Scene, first: int, end: int) -> bool:
    """Whether the object is a common noun of those that a measure can be aimed at, or a pronoun."""
    if scene.low(first) in {"it", "him", "her", "them"}:
        return True
    for place in range(first, min(end, first + 7)):
        if scene.low(place) in lexicon.COMMON_PARTY:
            return True
        if scene.low(place) in lexicon.PREPOSITIONS:
            return False
    return False


def _under(scene: Scene, first: int, end: int) -> bool:
    """Whether somebody was designated under an order, or as a listed person."""
    return any(
        scene.low(place) in {"under", "pursuant"}
        or scene.low(place) in OFFICIAL_LIST | {"specially", "terrorist"}
        for place in range(first + 1, min(end, first + 12))
    )


def the_list(scene: Scene, first: int, end: int) -> tuple[int, int] | None:
    """The words that name a list of an authority within a range: "the Entity List", "a trade blacklist"."""
    for place in range(first, end):
        low = scene.low(place)
        if low in {"blacklist", "blacklists"}:
            begin = place - 1 if scene.low(place - 1) in OFFICIAL_LIST | {"economic"} else place
            return begin, place + 1
        if low in {"list", "lists"}:
            begin = place
            while begin > first and (
                scene.low(begin - 1) in OFFICIAL_LIST
                or (scene.words[begin - 1].is_capital and scene.low(begin - 1) not in lexicon.DETERMINERS)
            ):
                begin -= 1
            words = {scene.low(number) for number in range(begin, place)}
            if begin < place and words & OFFICIAL_LIST:
                return begin, place + 1
            if scene.low(place + 1) == "of" and _of_the_listed(scene, place + 2, end):
                return place, place + 1
            if scene.low(place - 1) in {"its", "their"} and low == "list" and not of_praise(scene, place):
                return place, place + 1
    return None


def of_praise(scene: Scene, number: int) -> bool:
    """Whether what a list is one of tells that nobody on it is hit: "list of speakers", "of lovely towns"."""
    if scene.low(number + 1) != "of":
        return False
    near = scene.laid.lows[number + 2 : number + 2 + _OF_LIST]
    stop = next((at for at, low in enumerate(near) if not (low.isalnum() or low == "-")), len(near))
    near = near[:stop]
    if not _GOOD.isdisjoint(near):
        return True
    return (
        bool(near)
        and _ON_LISTS.isdisjoint(near)
        and not any(map(scene.at, range(number + 2, number + 2 + stop)))
    )


def _of_the_listed(scene: Scene, first: int, end: int) -> bool:
    """Whether a list is one of sanctioned parties."""
    return any(
        scene.low(number)
        in {"sanctioned", "blocked", "restricted", "denied", "banned", "nationals", "blacklisted"}
        for number in range(first, min(end, first + 5))
    )


def put_on_list(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "added ZTE to the Entity List", "was placed on a blacklist", "removed Corvane from its list"."""
    low = scene.low(number)
    ways = {"from", "off"} if low in TAKES else {"on", "under", "to"} if low in PUTS else {"on"}
    if low == "delist" or (scene.low(number + 1) in lexicon.PREPOSITIONS and not scene.passive(number)):
        return None
    end = min(scene.right(sentence, number + 1), number + 34)
    for place in range(number + 1, end):
        if scene.low(place) in {"that", "said", "says", "had", "have", "has"}:
            return None
        if scene.low(place) not in ways:
            continue
        found = the_list(scene, place + 1, min(end, place + 12))
        if found is None:
            continue
        kind = _LIFTING if low in TAKES else _LISTING
        draft = Draft(
            number, number + 1, sentence, kind, "put on a list" if low not in TAKES else "taken off a list"
        )
        draft.listed = found
        act(scene, sentence, number, draft)
        if draft.passive:
            whom = subject(scene, sentence, number)
            targets = [whom] if whom else []
        else:
            targets = scene.phrases(number + 1, place)
        draft.targets = [
            item for item in targets if item.key and (item.named is None or item.named.is_target)
        ]
        if not draft.targets:
            draft.targets = _among(scene, found[1], sentence)
        own = scene.low(found[0] - 1) in {"its", "their"} and found[1] - found[0] == 1
        if draft.foreign_agent or (own and not draft.imposers):
            return None
        return draft
    return None


def _among(scene: Scene, first: int, sentence: Sentence) -> list[Phrase]:
    """Some of those put on a list: "12 companies, among them Tarn Optics"."""
    for place in range(first, min(sentence.last, first + 6)):
        if scene.low(place) in {"including", "among"}:
            begin = place + 2 if scene.low(place) == "among" else place + 1
            return [item for item in scene.phrases(begin, sentence.last) if item.key]
    return []


def denied(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "denied Tarn Optics export privileges for ten years"."""
    end = scene.right(sentence, number + 1)
    for place in range(number + 1, min(end, number + 10)):
        if scene.low(place) == "privileges" and scene.low(place - 1) in {"export", "its", "their", "the"}:
            draft = Draft(number, number + 1, sentence, _DENIAL_ORDER, "privileges denied")
            act(scene, sentence, number, draft)
            whom = subject(scene, sentence, number) if draft.passive else None
            found = ([whom] if whom else []) if draft.passive else scene.phrases(number + 1, place)
            if scene.low(place + 1) == "of" and not found:
                found = scene.phrases(place + 2, end)
            draft.targets = [item for item in found if item.key]
            return None if draft.foreign_agent else draft
    return None


def frozen(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "froze the assets of Velmora", "its accounts were frozen", "seized funds belonging to"."""
    end = scene.right(sentence, number + 1)
    place = next((p for p in range(number + 1, min(end, number + 9)) if scene.common(p) in ASSETS), None)
    passive = scene.passive(number)
    if passive:
        place = next(
            (p for p in range(number - 1, max(sentence.first, number - 14), -1) if scene.common(p) in ASSETS),
            None,
        )
    if place is None or scene.low(number - 1) in {"the", "a", "an"}:
        return None
    kind = _LIFTING if scene.low(number) in UNFREEZES else _ASSET_FREEZE
    draft = Draft(number, number + 1, sentence, kind, "assets frozen")
    act(scene, sentence, number, draft)
    if draft.foreign_agent and not passive:
        return None
    draft.foreign_agent = False
    owner = (
        scene.phrases(place + 1, end) if scene.low(place + 1) in {"of", "belonging", "held", "owned"} else []
    )
    owner = owner or [
        Phrase(named.first, named.last, named.key, named)
        for named in scene.named_between(max(sentence.first, min(place, number) - 6), place)
        if named.is_target and named.last <= place
    ]
    imposing = {item.key for item in draft.imposers}
    draft.targets = [item for item in owner if item.key not in imposing]
    theirs = passive and scene.low(place - 1) in {"whose", "its", "their", "his", "her"}
    return draft if draft.imposers or draft.targets or draft.official or theirs else None


def listed_already(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "Korvin was listed in May": only in a story that names the list elsewhere."""
    behind = {scene.low(place) for place in range(number + 1, min(sentence.last, number + 9))}
    abroad = (
        scene.low(number + 1) == "in"
        and scene.words[number + 2 : number + 3]
        and (scene.words[number + 2].is_capital)
    )
    if not scene.passive(number) or abroad or behind & _EXCHANGES:
        return None
    whom = subject(scene, sentence, number)
    if whom is None or whom.named is None or not whom.named.is_target or whom.named.acts:
        return None
    draft = Draft(number, number + 1, sentence, _LISTING, "listed", tentative=True, definite=True)
    draft.passive = True
    draft.targets = [whom]
    by = agent(scene, number + 1, min(sentence.last, number + 12))
    if by is not None:
        draft.imposers, draft.tentative = [by], False
    return draft
