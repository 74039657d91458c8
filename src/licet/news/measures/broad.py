"""General rules over the broad lexicon: what stops, holds, lists and forbids in a story about such measures.

The rules of the other modules read a measure wherever its clause tells enough by itself. These read what they
leave, and only where the story as a whole is about measures of trade: there a word such as "barred" or
"detained" needs but the grammar of its table.
"""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words as words
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.company import Company
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.naming import ASSETS
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import acted_on, subject
from licet.news.measures.theme import Theme
from licet.news.parties.party import PartyKind

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ASSET_FREEZE, _EMBARGO, _IMPORT_BAN = M.ASSET_FREEZE, M.EMBARGO, M.IMPORT_BAN
_LICENCE, _LIFTING, _LISTING = M.LICENCE, M.LIFTING, M.LISTING
_PROCUREMENT_BAN, _SANCTIONS, _SETTLEMENT = M.PROCUREMENT_BAN, M.SANCTIONS, M.SETTLEMENT
_TARIFF = M.TARIFF
_PLACE = PartyKind.PLACE

_NOUN_TOO = listed(
    "ban bans bar bars block blocks hold holds stop stops halt cap caps limit limits curb curbs freeze"
    " sanction embargo embargoes blacklist blacklists turn turns cut strip name names place places"
)
_PAST = ("ed", "en", "ne", "ade", "ld", "pt", "put", "ut", "oze", "ook")
_OBJECTS = frozenset(("it", "them", "him", "her", "to", "everyone", "all", "any"))
_ARTICLES = lexicon.DETERMINERS | {"of", "and", "with"}
_ASKED = ("design", "froze", "freez", "embargo", "bar")
_TEXTS = listed(
    "release report story article interview copy statement speech results data study paper text figures"
)
_OPENINGS = listed("window windows door doors gate gates cage cages cell cells")
_CONTRABAND = listed(
    "cocaine heroin cannabis marijuana hashish drugs narcotics ecstasy methamphetamine fentanyl opium khat"
    " smuggled cigarettes fake counterfeit pirated"
)
"""What customs and police seize of whoever it belongs to: no measure of trade."""
LEAVING = frozenset(
    ("allowed", "permitted", "able", "free", "entitled", "eligible", "authorised", "authorized")
)


def stopped(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "was debarred", "the banned goods", "blacklisted the mill": words that need no more."""
    low = scene.low(number)
    if not _verbal(scene, number):
        return None
    near = Company(scene, sentence, number, number + 1)
    if near.elsewhere() or (low.startswith(_ASKED) and _other(near, low)):
        return None
    kind = words.STOPS[low]
    if kind is None or (kind is _LISTING and low.startswith("black")):
        told = near.stopped(theme)
        kind = told if kind is None or told is _PROCUREMENT_BAN else kind
    if kind is _EMBARGO and theme.kind is _IMPORT_BAN:
        kind = _IMPORT_BAN
    return _draft(scene, sentence, number, kind)


def _other(near: Company, low: str) -> bool:
    """Whether "frozen" tells of food, "designated" of a place, "embargoed" of a text."""
    if low.startswith("design"):
        return bool({"area", "areas", "zone", "driver", "port", "ports", "space"} & set(near.after[:3]))
    noun = near.after[0] if near.after else ""
    if low.startswith("embargo"):
        return not _TEXTS.isdisjoint(near.before[:4])
    if low.startswith("bar"):
        return noun in _OPENINGS
    goes_on = not noun.isalpha() or noun in lexicon.PREPOSITIONS or noun in lexicon.ADVERBS
    money = not _ASSETS.isdisjoint((*near.after[:4], *near.before[:6]))
    return low.startswith("froz") and not goes_on and not money


def held(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "detained 41 containers", "the cargo was seized", "held at the port": goods or assets stand by."""
    near = Company(scene, sentence, number, number + 1)
    if near.has(_CONTRABAND, 8) or not _verbal(scene, number):
        return None
    held_up = scene.low(number).startswith(("hold", "held"))
    if held_up and near.after[:1] in (["up"], ["back"]) and near.has(words.CARGO, 6):
        return _draft(scene, sentence, number, _IMPORT_BAN)
    if near.has(frozenset(("assets", "accounts", "yacht", "yachts", "funds", "villa", "property")), 6):
        return None if held_up else _draft(scene, sentence, number, _ASSET_FREEZE)
    goods = near.has(words.CARGO, 5) or (not held_up and _counted(scene, sentence, number))
    place = near.has(frozenset(("port", "ports", "border", "customs", "entry", "terminal", "docks")), 8)
    if held_up and not (goods and place and scene.passive(number)):
        return None
    if not (goods or (theme.speaks_of(_IMPORT_BAN) and (place or near.has(frozenset(("it", "them")), 1)))):
        return None
    return _draft(scene, sentence, number, _IMPORT_BAN)


def _counted(scene: Scene, sentence: Sentence, number: int) -> bool:
    """Whether an office takes so many of something, or a sum: "customs seized 400 routers", "$3 million"."""
    amount = scene.low(number + 1) in lexicon.CURRENCIES or scene.words[number + 1].number is not None
    return amount and _by_office(scene, sentence, number)


def blocked(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "halted purchases", "turned away at the border", "excluded from tenders"."""
    low = scene.low(number)
    if not _verbal(scene, number):
        return None
    near = Company(scene, sentence, number, number + 1)
    if low in words.WITH_AWAY and not any(item in words.AWAY for item in near.after[:5]):
        return None
    passive = scene.passive(number)
    kind = near.kind(both=passive) or _by_object(scene, number, near, theme)
    if kind is None and near.has(words.CARGO, 8 if passive else 5):
        kind = near.stopped(theme)
    if kind is None or kind is _TARIFF or near.elsewhere() or _in_scope(low, near):
        return None
    known = passive or scene.low(number - 1) == "to" or _by_office(scene, sentence, number)
    return _draft(scene, sentence, number, kind, known=known)


def _by_object(scene: Scene, number: int, near: Company, theme: Theme) -> MeasureType | None:
    """What it stops, told by whom it is done to: a bidder is excluded, a firm denied the right."""
    low = scene.low(number)
    if low in words.WITH_AWAY and near.has(_VESSELS, 6) and {"away", "back"} & set(near.after[:3]):
        return _SANCTIONS
    if low.startswith(("den", "refus")) and {"right", "rights", "access", "leave"} & set(near.after[:6]):
        return theme.kind
    if low.startswith(("exclu", "suspend")) and theme.kind is _PROCUREMENT_BAN:
        party = any(scene.at(place) is not None for place in range(number + 1, number + 4))
        return theme.kind if party or any(item in words.PERSONS for item in near.after[:3]) else None
    return None


def _in_scope(low: str, near: Company) -> bool:
    """Whether something is left out of a measure: "excluded canned goods from its scope"."""
    if not low.startswith("exclu") or "from" not in near.after:
        return False
    behind = near.after[near.after.index("from") + 1 :][:4]
    return any(item in words.PROCEDURE or item in {"scope", "ambit"} for item in behind)


def again(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "the Council restored the prohibitions", "sanctions were reimposed", "relist the trader"."""
    low = scene.low(number)
    near = Company(scene, sentence, number, number + 1)
    if low.startswith("relist"):
        return _draft(scene, sentence, number, _LISTING)
    side = near.before if scene.passive(number) else near.after
    if not any(item in words.PROCEDURE for item in side[:6]):
        return None
    kind = _TARIFF if any(item in words.DUTIES for item in side[:4]) else near.kind() or theme.kind
    return _with_parties(scene, sentence, Draft(number, number + 1, sentence, kind, "taken again"))


def ceased(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "New South Wales stopped buying the cameras"; a company that stops takes no measure."""
    doing = scene.low(number + 1)
    kind = lexicon.OUTWARD.get(doing) or lexicon.INWARD.get(doing)
    if kind is None or not doing.endswith("ing") or scene.low(number - 1) == "to":
        return None
    draft = Draft(number, number + 2, sentence, kind, "stopped doing it")
    act(scene, sentence, number, draft)
    before = scene.at(number - 1) or scene.at(number - 2)
    if before is not None and before.kind is _PLACE:
        draft.foreign_agent = False  # a state of a federation
        return draft
    return None if draft.foreign_agent or not (draft.imposers or draft.official) else draft


def released(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "released them after nine days", "the release of panels": goods that were held."""
    near = Company(scene, sentence, number, number + 1)
    goods = any(low in words.CARGO for low in near.after[:4]) or near.after[:1] == ["them"]
    if scene.passive(number):
        goods = any(low in words.CARGO for low in near.before[:6])
    money = any(low in ASSETS or low in _MONEY for low in (*near.after[:6], *near.before[:4]))
    held = (goods and theme.speaks_of(_IMPORT_BAN)) or (money and theme.speaks_of(_ASSET_FREEZE))
    if not held or scene.low(number + 1) == "order":
        return None
    draft = Draft(number, number + 1, sentence, _LIFTING, "goods released")
    draft.nominal = scene.low(number) in {"release", "releases"} and not scene.is_verb(number)
    return draft


def answered(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "Beijing will retaliate against barley": a measure of the kind just told."""
    if scene.low(number + 1) not in {"against", "with", ".", ",", "by", "over"}:
        return None
    nominal = scene.low(number) == "retaliation"
    return Draft(number, number + 1, sentence, _SANCTIONS, "in kind", nominal=nominal, in_kind=True)


def hit(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "targets a network", "hit the banks": an authority must act, and sanctions be the theme."""
    if theme.kind not in {_SANCTIONS, _LISTING, _ASSET_FREEZE}:
        return None
    draft = Draft(number, number + 1, sentence, _SANCTIONS, "hit by an authority")
    draft = _with_parties(scene, sentence, draft) or draft
    near = Company(scene, sentence, number, number + 1)
    party = draft.targets or any(item in words.PERSONS for item in near.after[:5])
    known = draft.imposers or draft.official
    return draft if party and known and not draft.passive else None


_ASSETS = ASSETS | frozenset(("account", "money", "cash", "reserve"))
_MONEY = frozenset(("money", "francs", "dollars", "euros", "pounds", "wages", "payments"))
_VESSELS = frozenset(("ship", "ships", "vessel", "vessels", "tanker", "tankers", "boat", "boats"))


def may_not(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "may not bid", "must not sell", "can no longer export", "is no longer allowed to import"."""
    low, place = scene.low(number), number + 1
    if low in words.FORBIDDING:
        if scene.low(place) in {"not", "neither"}:
            place += 1
        elif scene.low(place) == "no" and scene.low(place + 1) == "longer":
            place += 2
        else:
            return None
    elif low in LEAVING:
        denied = {"not", "longer", "n't", "never", "isn't", "aren't", "wasn't", "weren't"}
        before = {scene.low(number - 1), scene.low(number - 2)}
        if not before & denied or scene.low(place) != "to":
            return None
        place += 1
    else:
        return None
    kind = words.ACTS.get(scene.low(place))
    if kind is None or scene.low(number - 1) in {"i", "we", "you"}:
        return None
    if kind is _SANCTIONS and theme.kind is not _SANCTIONS:
        kind = theme.kind
    draft = Draft(number, place + 1, sentence, kind, "may not do it")
    whom = subject(scene, sentence, number)
    if whom is not None and whom.bears:
        draft.targets = [whom]
    draft.passive = True
    return draft


def settled(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "settled with the bank in May"; not "settled in Ohio"."""
    if scene.low(number + 1) not in {"with", "for", "out"}:
        return None
    draft = Draft(number, number + 1, sentence, _SETTLEMENT, "settled in such a story")
    whom = subject(scene, sentence, number)
    if whom is not None and whom.named is not None:
        (draft.imposers if whom.named.acts else draft.targets).append(whom)
    return draft


def authorised(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "a second authorises dealings with it", "the licence lets them sell": leave for a trade."""
    near = Company(scene, sentence, number, number + 1)
    paper = any(low in words.LEAVE or low in {"second", "third", "exemption"} for low in near.before[:4])
    by_paper = near.after[:1] == ["by"] and any(low in words.LEAVE for low in near.after[1:7])
    if not by_paper and (not paper or near.kind(both=False) is None or scene.passive(number)):
        return None
    return Draft(number, number + 1, sentence, _LICENCE, "leave for a trade")


def shut_out(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "shuts Orlo out of the mobile core", "14 of his tankers shut out of every port"."""
    near = Company(scene, sentence, number, number + 1)
    out = next((at for at, low in enumerate(near.after[:6]) if low == "out"), None)
    if out is None or near.after[out + 1 : out + 2] != ["of"]:
        return _shut_out_alone(scene, sentence, number, theme)
    draft = Draft(number, number + 1, sentence, near.kind(both=False) or theme.kind, "shut out of a trade")
    return _with_parties(scene, sentence, draft)


def _shut_out_alone(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "the Chinese were shut out"."""
    alone = scene.low(number + 1) == "out" and scene.passive(number)
    if not alone or not scene.low(number).startswith("shut"):
        return None
    return _with_parties(scene, sentence, Draft(number, number + 2, sentence, theme.kind, "shut out"))


def closed(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "closed its own skies to carriers", "closes skies to"; somebody must be kept out."""
    near = Company(scene, sentence, number, number + 1)
    door = next((at for at, low in enumerate(near.after[:3]) if low in words.DOORS), None)
    if door is not None and near.after[door + 1 : door + 2] in (["on"], ["to"]):
        return _with_parties(
            scene, sentence, Draft(number, number + 1, sentence, theme.kind, "door closed on somebody")
        )
    at = next((at for at, low in enumerate(near.after[:4]) if low in words.CLOSED), None)
    if at is None or "to" not in near.after[at + 1 : at + 7]:
        return None
    kind = _IMPORT_BAN if near.after[at].startswith("market") else _SANCTIONS
    return _with_parties(scene, sentence, Draft(number, number + 1, sentence, kind, "closed to somebody"))


def acted(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "has not acted", "acted against the grower"."""
    before = {scene.low(number - 1), scene.low(number - 2)}
    against = scene.low(number + 1) == "against"
    if not against and (before.isdisjoint({"not", "never", "n't"}) or scene.low(number + 1) not in _ENDS_ACT):
        return None
    return _with_parties(scene, sentence, Draft(number, number + 1, sentence, theme.kind, "acted"))


_ENDS_ACT = frozenset((".", ",", "yet", "so", "against", ";", ""))


def _with_parties(scene: Scene, sentence: Sentence, draft: Draft) -> Draft | None:
    """The draft with who acts and whom it names; None where one acts who takes no measures."""
    act(scene, sentence, draft.first, draft)
    if draft.foreign_agent and not draft.passive and scene.low(draft.first - 1) != "to":
        return None
    draft.foreign_agent = False
    draft.targets = acted_on(scene, sentence, draft, scene.right(sentence, draft.last))
    return draft


def _verbal(scene: Scene, number: int) -> bool:
    """Whether a word is a verb or a participle; one that is a noun too must stand where a verb does."""
    low = scene.low(number)
    if low not in _NOUN_TOO:
        return not (low.endswith("ing") and scene.low(number - 1) in {"the", "a", "an", "its", "'s"})
    before = scene.at(number - 1)
    acts = before is not None and before.acts
    if low.endswith("s"):
        return acts and scene.low(number - 2) not in {"a", "an"}
    plural = scene.low(number - 1) in lexicon.BODY or scene.low(number - 1) in {"they", "we", "which", "who"}
    return scene.is_verb(number) or plural


def _by_office(scene: Scene, sentence: Sentence, number: int) -> bool:
    """Whether one who takes measures acts: an authority, an office, or nobody named of a passive."""
    draft = Draft(number, number + 1, sentence, _SANCTIONS, "stops something")
    act(scene, sentence, number, draft)
    return bool(draft.imposers) or draft.official


def _draft(
    scene: Scene, sentence: Sentence, number: int, kind: MeasureType, *, known: bool = True
) -> Draft | None:
    """The place with who acts and on whom, where the clause names them."""
    draft = Draft(number, number + 1, sentence, kind, "word of the broad lexicon")
    low = scene.low(number)
    if low.endswith(_PAST) and _attributed(scene, number) and not scene.passive(number):
        draft.nominal = draft.definite = True
        named = next((n for p in range(number + 1, number + 6) if (n := scene.at(p)) is not None), None)
        if named is not None and named.bears:
            draft.targets = [Phrase(named.first, named.last, named.key, named)]
        return draft
    act(scene, sentence, number, draft)
    whom = subject(scene, sentence, number) if draft.passive else None
    found = (
        ([whom] if whom else [])
        if draft.passive
        else scene.phrases(number + 1, scene.right(sentence, number + 1))
    )
    if not draft.passive and found and found[0].named is not None and found[0].named.acts:
        return None  # "a bill to forbid the department from easing"
    imposing = {item.key for item in draft.imposers}
    draft.targets = [item for item in found if item.key and item.key not in imposing and item.bears]
    participle = low.endswith(_PAST) and not draft.passive and _behind_noun(scene, number)
    infinitive = scene.low(number - 1) == "to" or low == "ineligible"
    if draft.foreign_agent and not (draft.passive or participle or infinitive):
        return None
    draft.foreign_agent = False
    return draft if known else None


def _attributed(scene: Scene, number: int) -> bool:
    """Whether a participle stands before its noun: "the banned goods", no "and barred its chairman"."""
    before = scene.low(number - 1)
    if before != "and":
        return before in _ARTICLES
    after = scene.low(number + 1)
    joins = after in lexicon.PREPOSITIONS or after in lexicon.DETERMINERS or after in _OBJECTS
    return not joins and scene.at(number + 1) is None


def _behind_noun(scene: Scene, number: int) -> bool:
    """Whether a participle stands behind its noun: "two firms barred from", "goods detained at"."""
    after = scene.low(number + 1)
    return after in lexicon.PREPOSITIONS or after in {".", ",", "under", "last", "after", "because", ""}
