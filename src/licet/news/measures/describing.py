"""Measures told by the way: "the sanctioned shipping line", "remains on the Entity List", "was delisted"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.naming import the_list
from licet.news.measures.scene import Phrase, Scene
from licet.news.measures.subjects import subject

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_LICENCE, _LIFTING, _LISTING = MeasureType.LICENCE, MeasureType.LIFTING, MeasureType.LISTING

ADJECTIVES: dict[str, MeasureType] = {
    "sanctioned": MeasureType.SANCTIONS,
    "blacklisted": MeasureType.LISTING,
    "banned": MeasureType.SANCTIONS,
    "embargoed": MeasureType.EMBARGO,
}
"""Participles that stand before the one on whom a measure is."""

DELISTS = listed("delist delists delisted delisting")
_BEFORE = lexicon.DETERMINERS | lexicon.PREPOSITIONS | listed("and or")
STAYS = lexicon.BE | listed("already still now not remain stay kept keeps keep currently")
ALLOWS = listed(
    "allow allows allowed allowing permit permits permitted permitting authorise authorises authorised"
    " authorising authorize authorizes authorized authorizing license licenses licensed licence clear clears"
    " cleared"
)
"""Verbs that go on with somebody "to" do what is forbidden without leave."""
_NOUNS_ALIKE = listed("license licence permit licenses permits")
_GOODS_ACTS = listed(
    "resume continue restart export ship sell supply import deliver send transfer buy purchase"
)


def described(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read a participle before a name or a common noun of those on whom measures are."""
    before = scene.low(number - 1)
    if before not in _BEFORE and number != sentence.first:
        return None
    if before in {"been", "and"} or scene.passive(number) or scene.is_verb(number):
        return None
    for place in range(number + 1, min(sentence.last, number + 6)):
        named = scene.at(place)
        low = scene.low(place)
        if named is not None and named.bears:
            draft = _known(scene, sentence, number)
            draft.targets = [Phrase(named.first, named.last, named.key, named)]
            return draft
        if (low in lexicon.COMMON_PARTY or low in lexicon.OWN_SIDE) and not _named_behind(scene, place):
            draft = _known(scene, sentence, number)
            draft.tentative = not low.endswith("s")
            return draft
        if low in lexicon.PREPOSITIONS or not low.isalpha():
            return None
    return None


def _named_behind(scene: Scene, place: int) -> bool:
    """Whether a name follows the common noun ("the sanctioned tanker Orlan Star")."""
    named = scene.at(place + 1)
    return named is not None and named.bears


def _known(scene: Scene, sentence: Sentence, number: int) -> Draft:
    kind = ADJECTIVES[scene.low(number)]
    return Draft(number, number + 1, sentence, kind, "participle before a name", nominal=True, definite=True)


def on_the_list(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "remains on the Entity List", "is on a sanctions list"."""
    if scene.low(number - 1) not in STAYS:
        return None
    found = the_list(scene, number + 1, min(sentence.last, number + 9))
    if found is None:
        return None
    draft = Draft(found[0], found[1], sentence, _LISTING, "on a list", nominal=True, definite=True)
    draft.listed = found
    whom = subject(scene, sentence, number)
    if whom is not None and whom.bears:
        draft.targets = [whom]
    own = scene.low(found[0] - 1) in {"its", "their"}
    return draft if draft.targets and not own else None


def delisted(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "OFAC delisted Corvane", "was delisted by the Treasury"; no share taken off an exchange."""
    draft = Draft(number, number + 1, sentence, _LIFTING, "delisted")
    act(scene, sentence, number, draft)
    if draft.passive:
        whom = subject(scene, sentence, number)
        draft.targets = [whom] if whom and whom.named and whom.named.is_target else []
    else:
        draft.targets = [
            item for item in scene.phrases(number + 1, scene.right(sentence, number + 1)) if item.key
        ]
    return draft if draft.imposers and draft.targets else None


def allowed(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "allowed Tarn Optics to resume sales", "was permitted to export": leave for what is forbidden."""
    end = min(sentence.last, number + 14)
    to = scene.first_of("to", number + 1, end)
    if to is None or scene.low(to + 1) not in _GOODS_ACTS:
        return None
    if scene.low(number) in _NOUNS_ALIKE and not scene.is_verb(number):
        return None
    draft = Draft(number, number + 1, sentence, _LICENCE, "given leave")
    act(scene, sentence, number, draft)
    whom = subject(scene, sentence, number) if draft.passive else None
    found = ([whom] if whom else []) if draft.passive else scene.phrases(number + 1, to)
    draft.targets = [item for item in found if item.key and (item.named is None or item.named.is_target)]
    draft.scope = (to + 1, scene.right(sentence, to + 1))
    known = draft.imposers or (draft.official and draft.targets)
    return draft if known and not draft.foreign_agent else None
