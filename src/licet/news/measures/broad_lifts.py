"""What undoes a measure that the sentence does not name: "was lifted", "a delisting", "extended to 2026"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words as words
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.company import Company
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.noun_words import HEADS
from licet.news.measures.scene import Scene
from licet.news.measures.subjects import acted_on, subject
from licet.news.measures.theme import Theme

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXEMPTION, _EXTENSION, _LIFTING = M.EXEMPTION, M.EXTENSION, M.LIFTING
_PROCUREMENT_BAN, _RELIEF, _REVOCATION = M.PROCUREMENT_BAN, M.RELIEF, M.REVOCATION
_SUSPENSION, _TARIFF, _TARIFF_RELIEF = M.SUSPENSION, M.TARIFF, M.TARIFF_RELIEF

_NEAR = 7
_PRONOUNS = frozenset(("it", "them", "this", "that", "these", "anything", "everything"))
_PHYSICAL = listed(
    "spirits mood trophy weights boxes veil lid burden sales revenue profits shares crane hopes morale"
    " costs fees prices price staff jobs output spending rates interest"
)
_OFF_DUTY = listed("school duty work class pay")
_STAFF = listed(
    "inspector inspectors accountant officers officer employee employees clerk clerks pupil pupils student"
    " students player players driver teacher staff judge spokesman director matches flights"
)
"""People whom an office suspends, and what else it does that holds nobody to anything."""
_LONGER = listed("until year years month months days week weeks 2024 2025 2026 2027 2028")
_NEED_NEAR = listed("stay pause relief reinstatement exception exceptions respite renewal")
_EXACT = listed("humanitarian medical limited narrow general licensing temporary")
_PENALTIES = frozenset(("penalty", "fine", "jail"))
_PARTICLES = frozenset(("up", "out", "aside", "down"))
_WRITTEN = frozenset(("report", "story", "article", "remark", "objection", "veto", "reserve", "bid"))
_OF_IT = frozenset(("it", "they", "these", "those", "which"))
_TAKEN_BACK = listed("withdrawn terminated scrapped")
_TRADES = frozenset((M.PROCUREMENT_BAN, M.IMPORT_BAN, M.EXPORT_BAN, M.SALES_BAN))
_WANTS = listed("want wants wanted have has had see seek seeks asked get")
_NOUN_TOO = listed(
    "end ends drop drops pause pauses delay delays lower stay cut cuts axe axes void voids exempt lapse trim"
    " trims halves spare lift lifts"
)
_OTHER_TRADE = listed("agency agencies worker workers effort efforts fund funds goods supplies flight")


_OF_CRIMES = frozenset(("conviction", "convictions", "verdict", "indictment", "sentence", "jail"))
"""What courts undo that is no measure."""


def undone(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read a verb of undoing; a common one only beside what an authority has made, or a word for it."""
    low = scene.low(number)
    near = Company(scene, sentence, number, number + 1)
    if not _is_verb(scene, number) or _elsewhere(low, near) or not _OF_CRIMES.isdisjoint(near.after[:3]):
        return None
    wanted = _wanted(scene, number)
    if low.startswith("suspen"):
        if near.kind(both=False) in _TRADES and not _made(scene, number, near):
            return None  # a trade is stopped, or a bidder
        kind = _SUSPENSION
    elif low in words.LIFTS:
        kind = words.LIFTS[low]
    else:
        kind = words.COMMON_LIFTS[low]
        if not wanted and (_idle(low, near) or not _beside(scene, number, near, kind)):
            return None
    if kind is _RELIEF and near.has(_PENALTIES, 5):
        return None  # a fine that is reduced is still one
    kind = _of_kind(near, kind, scene.passive(number))
    draft = Draft(number, number + 1, sentence, kind, "undoes in a story of measures")
    _filled(scene, sentence, draft)
    if wanted or scene.low(number - 1) == "to":
        draft.passive, draft.foreign_agent, draft.imposers = wanted, False, [] if wanted else draft.imposers
    return None if draft.foreign_agent else draft


def _is_verb(scene: Scene, number: int) -> bool:
    """Whether a word that is noun and verb alike is a verb, and no gerund behind an article."""
    low = scene.low(number)
    if low in _NOUN_TOO and not scene.is_verb(number) and not scene.passive(number):
        return False
    return not (low.endswith("ing") and scene.low(number - 1) in {"the", "a", "an", "'s", "its"})


def _elsewhere(low: str, near: Company) -> bool:
    """Whether the words beside tell of another matter: lifted spirits, spared jail."""
    if near.elsewhere() or any(item in _PHYSICAL for item in near.after[:4]):
        return True
    if not _WRITTEN.isdisjoint((*near.before[:6], *near.after[:3])):
        return True
    if low.startswith("suspen"):
        return not _OFF_DUTY.isdisjoint(near.after[:8]) or not _STAFF.isdisjoint(near.after[:3])
    if not low.startswith("spare"):
        return False
    return near.has(_PENALTIES, 9) or near.after[:1] == ["most"] or near.before[:2] == ["far", "so"]


def _beside(scene: Scene, number: int, near: Company, kind: MeasureType) -> bool:
    """Whether what is undone stands beside a common verb: a pronoun, a length, what an authority has made."""
    passive = scene.passive(number)
    if scene.low(number).startswith("exclu"):
        return any(item in words.PROCEDURE for item in near.after[near.after.index("from") :][:5])
    if near.after and near.after[0] in _PRONOUNS:
        return True
    if kind is _EXTENSION and (passive or near.after[:1] == ["by"] or not _LONGER.isdisjoint(near.after[:6])):
        return True
    if passive and (scene.low(number) in _TAKEN_BACK or not _OF_IT.isdisjoint(near.before[1:5])):
        return True
    return _made(scene, number, near)


def _wanted(scene: Scene, number: int) -> bool:
    """Whether somebody wants it done: "wants the order quashed", "to have it vacated"."""
    if not scene.low(number).endswith(("ed", "n")) and scene.low(number) not in {"set", "struck"}:
        return False
    before = scene.low(number - 1)
    if before not in words.PROCEDURE and before not in _PRONOUNS:
        return False
    return any(scene.low(place) in _WANTS for place in range(number - 5, number - 1))


def _made(scene: Scene, number: int, near: Company) -> bool:
    """Whether what an authority made is the object, or of a passive the subject; no "agency decision"."""
    determiner = ""
    for item in near.after[:_NEAR]:
        if item in words.PROCEDURE:
            return determiner not in {"a", "an", "any"}
        if item == ",":
            break
        determiner = item if item in lexicon.DETERMINERS else determiner
    behind = scene.passive(number) or scene.low(number).endswith("ed")
    return behind and any(item in words.PROCEDURE for item in near.before[:_NEAR])


def _idle(low: str, near: Company) -> bool:
    """Whether a common verb is used in another sense: orders of goods cancelled, a rule that extends to."""
    after = near.after[:2]
    if low.startswith("extend") and after[:1] == ["to"]:
        return not any(item in _LONGER or item[:1].isdigit() for item in near.after[:5])
    if low.startswith(("exclu", "spare", "excus")):
        return "from" not in near.after[:12]
    return low.startswith("cancel") and after[:1] == ["orders"]


def _of_kind(near: Company, kind: MeasureType, passive: bool) -> MeasureType:  # noqa: FBT001  of the verb
    """A licence is revoked, a tariff eased."""
    sides = (near.before, near.after) if passive else (near.after,)
    beside = {item for side in sides for item in side[:5]}
    if kind is _LIFTING and beside & words.LEAVE:
        return _REVOCATION
    if kind in {_LIFTING, _RELIEF} and beside & words.DUTIES:
        return _TARIFF_RELIEF
    return kind


def undoing_noun(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read a noun of undoing whose object the sentence does not name."""
    low, after = scene.low(number), scene.low(number + 1)
    near = Company(scene, sentence, number, number + 1)
    kind = words.LIFTING_NOUNS[low]
    if scene.is_verb(number) or after in HEADS or after in _OTHER_TRADE or near.elsewhere():
        return None
    if kind is _TARIFF_RELIEF and not theme.speaks_of(_TARIFF):
        return None
    if not _undoes(scene, number, near):
        return None
    if kind is _SUSPENSION and near.kind() is _PROCUREMENT_BAN and "from" in near.after[:2]:
        kind = _PROCUREMENT_BAN
    if kind is _RELIEF and near.has(words.DUTIES, 3):
        kind = _TARIFF_RELIEF
    draft = Draft(number, number + 1, sentence, kind, "noun of undoing in such a story", nominal=True)
    determiner = next(
        (scene.low(p) for p in range(number - 1, number - 5, -1) if scene.low(p) in lexicon.DETERMINERS), ""
    )
    draft.definite = determiner in {"the", "this", "that", "such", "these", "its", "their"}
    draft.denied = determiner == "no"
    if after in {"for", "of", "to"}:
        behind = scene.phrases(number + 2, scene.right(sentence, number + 1))
        draft.targets = [item for item in behind if item.bears]
    return draft


def _undoes(scene: Scene, number: int, near: Company) -> bool:
    """Whether a noun that is used of much else is used of measures here: "an end to the ban"."""
    low, after = scene.low(number), scene.low(number + 1)
    if low == "end":
        made = any(item in words.PROCEDURE or item in _ENDED for item in near.after[1:5])
        return after in {"to", "of"} and made
    if low == "stay" and scene.low(number - 1) not in lexicon.DETERMINERS:
        return False
    if low in {"removal", "removals"} and after == "of":
        return _of_party(scene, number + 2)
    if low not in _NEED_NEAR or scene.low(number - 1) in _EXACT or after == "for":
        return True
    return near.has(words.PROCEDURE, 5) or near.has(words.LISTS, 6) or near.has(_PETITION, 6)


_ENDED = frozenset(("it", "surtax", "them"))
_PETITION = frozenset(("petition",))


def _of_party(scene: Scene, first: int) -> bool:
    """Whether a party or what an authority made follows: no "removal of trees"."""
    return any(
        scene.at(place) is not None
        or scene.low(place) in words.PROCEDURE
        or scene.low(place) in words.PERSONS
        for place in range(first, first + 4)
    )


def left_out(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "left out of the prohibition", "asked to be left out"."""
    if scene.low(number + 1) != "out" or not (scene.passive(number) or scene.low(number + 2) == "of"):
        return None
    near = Company(scene, sentence, number, number + 2)
    if scene.low(number + 2) == "of" and not near.has(words.PROCEDURE, 6):
        return None
    return Draft(number, number + 2, sentence, _EXEMPTION, "left out", passive=True)


def came_off(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "the surtax came off on Monday"."""
    if scene.low(number + 1) != "off":
        return None
    near = Company(scene, sentence, number, number + 2)
    made = near.before and any(item in words.PROCEDURE or item == "surtax" for item in near.before)
    return Draft(number, number + 2, sentence, _LIFTING, "came off") if made else None


def resumed(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "resumed purchases a year later", "reopened its border to": what was stopped goes on."""
    near = Company(scene, sentence, number, number + 1)
    side = near.before[:5] if scene.passive(number) else near.after[:5]
    if not any(item in words.TRADE or item == "them" for item in side):
        return None
    draft = Draft(number, number + 1, sentence, _LIFTING, "a trade goes on")
    draft.nominal = scene.low(number) == "resumption"
    _filled(scene, sentence, draft)
    return None if draft.foreign_agent else draft


def torn(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "wants it torn up", "threw out the order"; and "rip out the equipment", which bars it."""
    near = Company(scene, sentence, number, number + 1)
    particle = next((at for at, item in enumerate(near.after[:4]) if item in _PARTICLES), None)
    if particle is None:
        return None
    last = number + 1 + (particle == 0)
    if any(item in words.KIT for item in (*near.after[:7], *near.before[:4])):
        return Draft(number, last, sentence, _PROCUREMENT_BAN, "taken out of use")
    if not (_made(scene, number, near) or _wanted(scene, number) or near.after[:1] == ["it"]):
        return None
    return Draft(number, last, sentence, _LIFTING, "torn up", passive=scene.passive(number))


def lost(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "loses licence for half a year"; suspended where the story says so."""
    near = Company(scene, sentence, number, number + 1)
    if not any(low in lexicon.LICENCES for low in near.after[:4]):
        return None
    suspended = {"suspended", "suspension", "suspends"} & scene.laid.places.keys()
    kind = _SUSPENSION if suspended else _REVOCATION
    draft = Draft(number, number + 1, sentence, kind, "licence lost", passive=True)
    whom = subject(scene, sentence, number)
    draft.targets = [whom] if whom is not None and whom.bears else []
    return draft


def rolled_over(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "has been rolled over twice"."""
    if scene.low(number + 1) != "over":
        return None
    near = Company(scene, sentence, number, number + 2)
    if not near.has(words.PROCEDURE) and not scene.passive(number):
        return None
    draft = Draft(number, number + 2, sentence, _EXTENSION, "rolled over")
    _filled(scene, sentence, draft)
    draft.foreign_agent = False
    return draft


def fell(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "the rate on them will fall to 54%", "drops to 30% from 145%"."""
    near = Company(scene, sentence, number, number + 1)
    to_rate = near.after[:1] == ["to"] and not {"%", "percent", "cent"}.isdisjoint(near.after[1:4])
    if not to_rate or not theme.speaks_of(_TARIFF) or not any(low in words.DUTIES for low in near.before):
        return None
    return Draft(number, number + 1, sentence, _TARIFF_RELIEF, "rate falls")


def on_hold(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "put on hold most of the levies", "put the ban on ice"."""
    lows = [scene.low(place) for place in range(number + 1, min(sentence.last, number + 9))]
    at = next(
        (at for at in range(len(lows) - 1) if lows[at] == "on" and lows[at + 1] in {"hold", "ice"}), None
    )
    near = Company(scene, sentence, number, number + 1)
    if at is None or not near.has(words.PROCEDURE):
        return None
    last = number + at + 3 if at == 0 else number + 1
    draft = Draft(number, last, sentence, _SUSPENSION, "put on hold")
    _filled(scene, sentence, draft)
    return None if draft.foreign_agent else draft


def _filled(scene: Scene, sentence: Sentence, draft: Draft) -> None:
    """Fill in who acts and, of what takes a measure off somebody, whom it is taken off."""
    act(scene, sentence, draft.first, draft)
    if draft.type in {_EXEMPTION, _LIFTING}:
        draft.targets = acted_on(scene, sentence, draft, scene.right(sentence, draft.last))
    draft.foreign_agent = draft.foreign_agent and not draft.passive
