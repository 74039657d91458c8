"""What seems a measure of trade and is of another matter: a driving ban, shares delisted, a plan approved.

A verb such as "ban" needs somebody or something of trade at one of its ends: a party, goods, an act of trade.
A noun needs that no word right beside it tells of another matter.
"""

from __future__ import annotations

from functools import lru_cache

from licet.news.listed import listed
from licet.news.measures import broad_words, lexicon
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.noun_words import NOT_LICENCE
from licet.news.measures.scene import Scene
from licet.news.parties.party import PartyKind

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_COUNTRY, _PERSON, _PLACE = PartyKind.COUNTRY, PartyKind.PERSON, PartyKind.PLACE

_BANS = listed(
    "ban bans banned banning bar bars barred barring prohibit prohibits prohibited prohibiting forbid"
    " forbids forbade forbidden forbidding outlaw outlaws outlawed exclude excludes excluded excluding"
    " suspend suspends suspended suspending"
)
_APPROVED = listed(
    "use payment payments merger mergers plan plans scheme schemes deal deals sale takeover budget"
    " spending construction project projects building loan loans arrangement proposal proposals strike"
    " strikes operation operations march protest demolition deployment torture killing rise increase"
    " appointment release method creation transfer expenditure purchase settlement compromise marriage"
    " experiment trial raid raids mission agreement move fundraising issue action"
)
"""What is approved where it is sanctioned."""
_FROZEN = listed(
    "price prices pay wage wages rent rents tax fee fees hiring recruitment salary salaries fare fares"
)
"""What a freeze is of where it is none of assets."""
_SITES = listed(
    "school schools classroom classrooms bar bars pub pubs restaurant restaurants beach beaches"
    " festival festivals park parks playground pitch stadium stadiums courtroom church"
    " churches cinema cinemas hospital hospitals briefing briefings hotel hotels club clubs match"
    " matches concert game games tournament road roads touchline kitchen library libraries museum campus"
    " pool pools carriages trains session sessions meeting meetings stage"
)
"""Where a ban on persons or habits holds."""
_PROFESSIONS = listed(
    "doctor doctors driver drivers pilot pilots teacher lawyer nurse dentist physician surgeon pub club"
    " nightclub bar restaurant casino taxi landlord hunter fisherman gun solicitor barrister midwife"
    " plumber"
)
_NEED_AUTHORITY = frozenset(("act", "acts", "acted", "grounded", "grounds"))
_SHARES = broad_words.EXCHANGE | {"stocks", "securities", "bonds"}
_GOODS = broad_words.CARGO | lexicon.TRADE_NOUNS.keys()
_TRADED = (
    frozenset(broad_words.COMPANY)
    | broad_words.CARGO
    | broad_words.PERSONS
    | broad_words.PROCEDURE
    | broad_words.ENTRY
    | frozenset(lexicon.TRADE_NOUNS)
    | frozenset(lexicon.PLACES)
    | frozenset(lexicon.OUTWARD)
    | frozenset(lexicon.INWARD)
    | listed(
        "app apps platform platforms website websites channel channels broadcaster broadcasters outlet"
        " outlets product brand brands system systems list register anything everything swift financial"
        " this these those both such all everyone nobody none that we you i country territory programme"
        " program programmes fund funding projects project supply chain chains brokers"
    )
)
_DUTIES = broad_words.DUTIES | {"%", "percent", "tax", "taxes"}
_LICENCES = frozenset(("licence", "license", "licences", "licenses"))
_AROUND = lexicon.BE | lexicon.ADVERBS | lexicon.AUXILIARY
_BEFORE_OBJECT = lexicon.DETERMINERS | {"proposed", "planned", "controversial", "so", "-", "called", '"', "“"}
_REACH = 8
_OBJECT = 5
"""Words behind a verb in which its object ends."""
_NO_NOUNS = lexicon.PREPOSITIONS | lexicon.OPENERS
_STEPS = listed(
    "talks negotiations demand demands proposal proposals plan plans threat threats bid bids call calls"
    " request requests forecast forecasts outlook guidance target estimate objection objections veto"
    " opposition support participation membership lawsuit complaint appeal search probe investigation"
    " inquiry review glass report reports veil spirits morale"
)
"""What is dropped, suspended or lifted where nothing that holds is."""
_TITLES_GIVEN = listed(
    "ambassador envoy ally partner successor candidate capital venue host site hub heir chair"
    " chairman chairwoman head coordinator minister secretary spokesman spokeswoman representative negotiator"
    " champion adviser advisor sponsor delegate rapporteur patron guest speaker winner contact lead"
)
"""What somebody is designated, named or listed as where no list is meant."""
_PLACES_GIVEN = listed("ally park lane holiday sanctuary monument landmark")
"""What a place or a state is designated where no list is meant."""
_OF_SANCTIONS = listed(
    "terrorist terrorists terror foreign sponsor sanctioned blocked specially adversary threat"
)
"""Words of what somebody is designated by which it is under sanctions."""
_NAMING = ("designat", "name", "appoint", "list")


def is_elsewhere(scene: Scene, draft: Draft) -> bool:
    """Whether a place speaks of another matter than a measure of trade."""
    lows = scene.lows
    asked = _asked_of(lows[draft.first])
    if draft.nominal:
        low = lows[draft.last - 1]
        return not asked & _PARTICIPLE and bool(_asked_of(low) & _HEAD) and _noun(scene, draft, low)
    return bool(draft.type.undoes or asked & _OF_VERBS) and _verb(scene, draft, asked)


def _verb(scene: Scene, draft: Draft, asked: int) -> bool:
    """Whether a verb is of another matter, by what its first word lets be asked."""
    if asked & _APPROVES:
        return _approves(scene, draft)
    if asked & _TITLE and _gives_title(scene, draft):
        return True
    first, undoes = draft.first, draft.type.undoes
    if undoes and (is_step(scene, first) or (draft.over is None and _of_a_trade(scene, draft))):
        return True
    if asked & _NOBODY:
        return _nobody_acts(scene, draft)
    return bool(asked & _SHARE and _of_shares(scene, draft)) or bool(asked & _BAN and _of_life(scene, draft))


_PARTICIPLE, _HEAD, _APPROVES, _TITLE, _NOBODY, _SHARE, _BAN = 1, 2, 4, 8, 16, 32, 64
_OF_VERBS = _APPROVES | _TITLE | _NOBODY | _SHARE | _BAN
_BAN_NOUNS = ("ban", "prohibition", "restriction")
_HEADS = listed("imposition freeze freezes licence license")


@lru_cache(maxsize=4096)
def _asked_of(low: str) -> int:
    """What is asked of a place by its first word, and of a noun by its last, as bits."""
    return (
        _PARTICIPLE * low.endswith(("ed", "en", "ne"))
        + _HEAD * (low in _HEADS or low.startswith(_BAN_NOUNS))
        + _APPROVES * low.startswith("sanction")
        + _TITLE * low.startswith(_NAMING)
        + _NOBODY * (low in _NEED_AUTHORITY)
        + _SHARE * low.startswith(("list", "delist", "suspen"))
        + _BAN * (low in _BANS)
    )


def is_step(scene: Scene, number: int) -> bool:
    """Whether a verb of undoing has nothing as its object that holds: talks suspended, a demand dropped."""
    if _STEPS.isdisjoint(scene.laid.lows[number + 1 : number + 1 + _OBJECT]):
        return False
    return not scene.passive(number) and _object(scene, number + 1) in _STEPS


def _object(scene: Scene, first: int) -> str:
    """The noun at the end of what is right behind a verb: "proposal" of "its proposal for a ban"."""
    lows = scene.lows
    head = ""
    for place in range(first, first + _OBJECT):
        low = lows[place]
        if low in _NO_NOUNS or not low.isalpha():
            break
        head = low
    return head


def _gives_title(scene: Scene, draft: Draft) -> bool:
    """Whether somebody is designated an ally, or as an ambassador."""
    behind = _lows(scene, draft.last, min(draft.sentence.last, draft.last + 10))
    stop = next((at for at, low in enumerate(behind) if low in {",", ";", ".", "for", "under"}), len(behind))
    if "as" in behind[:stop]:
        return not _TITLES_GIVEN.isdisjoint(behind[behind.index("as") + 1 :][:5])
    if stop > 0 and behind[stop - 1] in _PLACES_GIVEN:
        return True
    return scene.low(draft.first).startswith("designat") and _is_called(behind[:stop])


def _is_called(behind: list[str]) -> bool:
    """Whether a second noun tells what something is called from now on: "designated the valley a park"."""
    second = next((at for at, low in enumerate(behind) if at and low in {"a", "an"}), 0)
    if not second or behind[second - 1] in _NO_NOUNS or not behind[second - 1].isalnum():
        return False
    return _OF_SANCTIONS.isdisjoint(behind[second:])


def _nobody_acts(scene: Scene, draft: Draft) -> bool:
    """Whether no authority acts: "it acts against security", "the airline was grounded"."""
    if draft.imposers or draft.official or draft.denied or draft.sentence.paragraph < 0:
        return False
    if scene.low(draft.first).startswith("act"):
        return scene.low(draft.last) == "against"
    return "by" not in _lows(scene, draft.last, draft.last + 4)


def _lows(scene: Scene, first: int, last: int) -> list[str]:
    return [scene.low(place) for place in range(first, last)]


def _approves(scene: Scene, draft: Draft) -> bool:
    """Whether "sanctioned" is "approved": the use of force, a merger; somebody is sanctioned "to act"."""
    if scene.passive(draft.first):
        if scene.low(draft.last) == "to" and scene.low(draft.last + 1).isalpha():
            return scene.low(draft.last + 1) not in lexicon.DETERMINERS
        place = draft.first - 1
        while scene.low(place) in _AROUND:
            place -= 1
        return scene.at(place) is None and scene.low(place) in _APPROVED
    place = draft.last
    while place < draft.last + 4 and (
        scene.low(place) in _BEFORE_OBJECT or (scene.at(place) is not None and scene.low(place + 1) == "'s")
    ):
        place += 1
        if scene.low(place) == "'s":
            place += 1
    return any(scene.common(at) in _APPROVED and _ends(scene, at + 1) for at in (place, place + 1))


def _ends(scene: Scene, number: int) -> bool:
    """Whether no noun goes on at a word: "the payment of", and not "the payment firm"."""
    low = scene.low(number)
    return not low.isalpha() or low in lexicon.PREPOSITIONS or low in _AROUND or low in lexicon.OPENERS


def _of_a_trade(scene: Scene, draft: Draft) -> bool:
    """Whether a licence that is revoked is one of a doctor, a pub, a driver."""
    if scene.laid.places.keys().isdisjoint(_LICENCES):
        return False
    for place in (*range(draft.first - 1, draft.first - 6, -1), *range(draft.last, draft.last + 5)):
        if scene.low(place) in _LICENCES:
            return _of_profession(scene, place)
    return False


def _of_profession(scene: Scene, number: int) -> bool:
    """Whether the words before a licence tell that it is one to drive, to heal, to serve drinks."""
    before, behind = scene.low(number - 1), scene.laid.lows[number + 1 : number + 5]
    if behind[:2] in (["of", "a"], ["of", "the"]) and not _PROFESSIONS.isdisjoint(behind[2:]):
        return True
    return before in NOT_LICENCE or (before in {"'s", "'"} and scene.low(number - 2) in _PROFESSIONS)


def _of_shares(scene: Scene, draft: Draft) -> bool:
    """Whether shares are listed on an exchange, taken off it or not traded there."""
    near = [*_lows(scene, draft.first - 4, draft.first), *_lows(scene, draft.last, draft.last + 7)]
    who = any(low in {"who", "whom"} for low in near[:4])
    if not who and not _SHARES.isdisjoint(near):
        return True
    abroad = scene.at(draft.last + 1)
    return scene.low(draft.last) == "in" and abroad is not None and abroad.kind is _PLACE


def _of_life(scene: Scene, draft: Draft) -> bool:
    """Whether a ban is on driving, dogs, guests: nothing of trade stands at either of its ends."""
    if draft.type.undoes or _on_firm(draft):
        return False
    end = min(draft.sentence.last, draft.last + _REACH)
    behind = _lows(scene, draft.last, end)
    if not _SITES.isdisjoint(behind[:6]) or not broad_words.LIFE.isdisjoint(behind[:4]):
        return True
    if "from" in behind:
        start = draft.last + behind.index("from")
        goods = any(scene.common(place) in _GOODS for place in range(draft.last, start))
        return not goods and not _act_of_trade(scene, start + 1, draft.sentence.last)
    return scene.passive(draft.first) and not draft.targets and not _subject_of_trade(scene, draft)


def _on_firm(draft: Draft) -> bool:
    """Whether it is on a firm or a country: whatever that is barred from, it is a measure."""
    kinds = (item.named.kind if item.named is not None else _COUNTRY for item in draft.targets if item.key)
    return any(kind is not _PERSON for kind in kinds)


def _act_of_trade(scene: Scene, first: int, end: int) -> bool:
    """Whether what somebody is barred from is of trade, or a country."""
    for place in range(first, min(end, first + 5)):
        low = scene.low(place)
        if scene.at(place) is not None or scene.country_word(place) or low in _TRADED:
            return low not in broad_words.LIFE
        if low in lexicon.PREPOSITIONS and place > first + 1:
            return False
    return False


def _subject_of_trade(scene: Scene, draft: Draft) -> bool:
    """Whether the words before a passive verb name goods, a trade or those whom a measure can be on."""
    place = draft.first - 1
    while scene.low(place) in _AROUND:
        place -= 1
    for at in range(place, max(draft.sentence.first - 1, place - _REACH), -1):
        low = scene.low(at)
        goods = at == place and low.endswith("s") and low not in broad_words.LIFE
        if goods or low in _TRADED or scene.at(at) is not None or scene.country_word(at):
            return True
        if low in lexicon.PARTING or low in {",", ".", '"'} or low in lexicon.OPENERS - {"that", "which"}:
            break
    return False


def _noun(scene: Scene, draft: Draft, low: str) -> bool:
    """Whether a noun is of another matter by the word before it or by what it is on."""
    before = [
        scene.low(draft.first - 1),
        *([scene.low(draft.first - 2)] if scene.low(draft.first - 1) == "-" else []),
    ]
    if low == "imposition":
        behind = _lows(scene, draft.last, draft.last + 7)
        return behind[0] == "of" and _DUTIES.isdisjoint(behind)
    if low in {"freeze", "freezes"} and not _FROZEN.isdisjoint(_lows(scene, draft.first - 2, draft.first)):
        return True
    if low in {"licence", "license"}:
        return _of_profession(scene, draft.last - 1)
    if not low.startswith(_BAN_NOUNS):
        return False
    if draft.last - draft.first == 1 and not broad_words.LIFE.isdisjoint(before):
        return True
    behind = _lows(scene, draft.last, draft.last + 4)
    return behind[0] in {"on", "against"} and not broad_words.LIFE.isdisjoint(behind[1:3])
