"""Acts of one who takes measures that need no other word: "declared unfit", "refused entry".

Each needs an authority, named or told by a common noun, and is none without one.
"""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words, lexicon
from licet.news.measures.aiming import aim, common
from licet.news.measures.banning import act
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.measures.subjects import acted_on

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_IMPORT_BAN, _PROCUREMENT_BAN, _REVOCATION = M.IMPORT_BAN, M.PROCUREMENT_BAN, M.REVOCATION

UNFIT = listed("ineligible unfit")
_DECLARING = listed("declare declared declares declaring made makes ruled found finds rendered")
_LONGEST_OBJECT = 12

REFUSES = listed("refused denied refuses denies")
_ENTRY = listed("entry clearance")

FORBIDS = listed("forbid forbids forbade forbidden prohibited")
_LONGEST_WHO = 5

TAKES_BACK = listed("revoked revokes withdrew withdrawn cancelled canceled suspended suspends cancels")
_PAPERS = listed("registration concession accreditation")
"""Papers beside licences, which have a rule of their own."""
_ENDS = lexicon.PARTING | lexicon.PREPOSITIONS | {",", ".", "and"}


def unfit(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "declared the builder unfit to contract", "made it ineligible for its contracts"."""
    if scene.low(number + 1) not in {"to", "for"}:
        return None
    for verb in range(number - 1, max(sentence.first - 1, number - _LONGEST_OBJECT), -1):
        if scene.low(verb) in _DECLARING and scene.at(verb) is None:
            draft = Draft(verb, verb + 1, sentence, _PROCUREMENT_BAN, "declared unfit")
            of_state = broad_words.COMPANY.keys() | {"contract", "contracts"}
            on = not of_state.isdisjoint(scene.laid.lows[number + 1 : min(number + 8, sentence.last)])
            return _acted(scene, draft, number) if on else None
    return None


def refused(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "refused customs clearance to the scallops", "were denied entry": goods, no persons."""
    end = min(sentence.last, number + 4)
    if _ENTRY.isdisjoint(scene.laid.lows[number + 1 : end]) or scene.low(number + 1) == "to":
        return None
    here = scene.commons[sentence.first : sentence.last]
    if "customs" not in here and broad_words.CARGO.isdisjoint(here):
        return None
    return _acted(scene, Draft(number, number + 1, sentence, _IMPORT_BAN, "refused entry"), sentence.last)


def forbade(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "forbade lenders to deal with", "carriers are forbidden to use equipment from"."""
    to = scene.first_of("to", number + 1, min(sentence.last, number + 1 + _LONGEST_WHO))
    doing = 0 if to is None else to + 1
    kind = lexicon.OUTWARD.get(scene.low(doing)) or lexicon.INWARD.get(scene.low(doing)) if doing else None
    if to is None or kind is None:
        return None
    draft = Draft(number, number + 1, sentence, kind, "forbidden to do it")
    act(scene, sentence, number, draft)
    if draft.foreign_agent or not (draft.imposers or draft.official or draft.passive):
        return None
    barred = scene.phrases(number + 1, to) or common(scene, number + 1, to)
    aim(scene, draft, [] if draft.passive else barred, (doing, scene.right(sentence, doing)))
    return draft if draft.imposers or draft.official or draft.targets else None


def taken_back(scene: Scene, sentence: Sentence, number: int) -> Draft | None:
    """Read "revoked the registration of the trader", "cancelled its concession to log"."""
    for place in range(number + 1, min(sentence.last, number + 8)):
        low = scene.low(place)
        if low in _PAPERS:
            taken = _acted(
                scene, Draft(number, number + 1, sentence, _REVOCATION, "paper taken back"), sentence.last
            )
            if taken is not None:
                taken.scope = (place, place + 1)
            return taken
        if low in _ENDS:
            return None
    return None


def _acted(scene: Scene, draft: Draft, end: int) -> Draft | None:
    """The draft with who acts and on whom; None where no authority does."""
    act(scene, draft.sentence, draft.first, draft)
    if draft.foreign_agent or not (draft.imposers or draft.official):
        return None
    draft.targets = acted_on(scene, draft.sentence, draft, end)
    return draft
