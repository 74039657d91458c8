"""Lists told without their names: "was put on the list", "listed on 20 December", "struck three off it"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.measures import broad_words as words
from licet.news.measures import lexicon
from licet.news.measures.banning import act
from licet.news.measures.company import Company
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.naming import of_praise
from licet.news.measures.scene import Scene
from licet.news.measures.subjects import acted_on, subject
from licet.news.measures.theme import Theme

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_LIFTING, _LISTING, _PROCUREMENT_BAN = M.LIFTING, M.LISTING, M.PROCUREMENT_BAN
_REACH = 12
_LISTED_ONES = frozenset(("entities", "entity", "individuals", "persons", "parties", "vessels", "tankers"))
_LISTABLE = words.PERSONS | lexicon.COMMON_PARTY | {"ship"}
_HEARINGS = frozenset(("hearing", "trial", "case", "appeal"))
_BETWEEN = 7
BEFORE_ON = lexicon.BE | {"still", "already", "not", "stays", "now", "longer", "names"}
_LISTS_OR_IT = words.LISTS | {"it"}
_WITHIN = 4
"""Words to a list that may stand behind a verb which much else goes on: "went on to join the register"."""


def named_listed(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "had been listed since 2014", "Ek, listed in May": no share, no price."""
    near = Company(scene, sentence, number, number + 1)
    other = near.after[:1] in (["as"], ["above"], ["below"], ["for"]) or near.has(_HEARINGS, 4)
    if other or near.has(words.EXCHANGE, 4) or scene.low(number - 1) in {"a", "publicly", "-"}:
        return None
    draft = Draft(number, number + 1, sentence, _of_list(theme), "listed")
    draft.passive = True
    whom = subject(scene, sentence, number)
    if whom is not None and whom.bears:
        draft.targets = [whom]
    named = scene.at(number - 1)
    acts = named is not None and named.acts
    if scene.low(number) in {"list", "lists"} or acts:
        headline = scene.low(number) == "lists" and sentence.paragraph < 0
        verb = acts or scene.is_verb(number) or headline
        return _lists(scene, sentence, number, theme) if verb else None
    before = number - 1
    while scene.low(before) in lexicon.ADVERBS:
        before -= 1
    participle = scene.low(before) == "," or named is not None
    if scene.low(number + 1) in _LISTED_ONES:
        draft.nominal = True
        return draft
    if not scene.passive(number) and not participle and scene.low(number) == "listed":
        return _lists(scene, sentence, number, theme)
    person = scene.low(before) in words.PERSONS or scene.low(before) in {"person", "persons"}
    return draft if scene.passive(number) or participle or person else None


def _lists(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "the Council lists one individual", "did list the subsidiaries": an authority must act."""
    draft = Draft(number, number + 1, sentence, _of_list(theme), "listed by an authority")
    act(scene, sentence, number, draft)
    draft.targets = [
        item for item in scene.phrases(number + 1, scene.right(sentence, number + 1)) if item.bears
    ]
    near = Company(scene, sentence, number, number + 1)
    party = draft.targets or not _LISTABLE.isdisjoint(near.after[:4])
    return draft if party and draft.imposers and not draft.passive else None


def onto(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "placed on the list", "names go on the register", "put it on a blacklist"."""
    found = _list_behind(scene, sentence, number, frozenset(("on", "onto", "to", "in")))
    if found is None and _added(scene, sentence, number):
        draft = Draft(number, number + 1, sentence, _of_list(theme), "put on a list")
        return _filled(scene, sentence, draft, (number, 0))
    if found is None or (
        scene.low(number).startswith(("go", "went", "join", "appear")) and found[1] > _WITHIN
    ):
        return None
    draft = Draft(number, number + 1, sentence, _of_list(theme), "put on a list")
    return _filled(scene, sentence, draft, found)


def _added(scene: Scene, sentence: Sentence, number: int) -> bool:
    """Whether somebody is told as put on a list that the story has named: "vessels that could be added"."""
    behind_it = scene.laid.lows[number + 1 : min(sentence.last, number + _REACH)]
    elsewhere = words.LISTS.isdisjoint(scene.laid.places) or not words.LISTS.isdisjoint(behind_it)
    if scene.low(number) not in _ADDED or elsewhere:
        return False
    near = Company(scene, sentence, number, number + 1)
    behind = any(low in _PARTIES for low in near.before[:2])
    if scene.passive(number) or behind:
        return scene.low(number) != "named" and any(low in words.PERSONS for low in near.before[:7])
    return _by_authority(scene, sentence, number) and _on_party(scene, number, near)


def _by_authority(scene: Scene, sentence: Sentence, number: int) -> bool:
    """Whether one who takes measures is the subject."""
    draft = Draft(number, number + 1, sentence, _LISTING, "put on a list")
    act(scene, sentence, number, draft)
    return bool(draft.imposers) and not draft.passive


def _on_party(scene: Scene, number: int, near: Company) -> bool:
    """Whether a party, or a common noun of those who are listed, is the object."""
    named = next((found for at in range(number + 1, number + 5) if (found := scene.at(at)) is not None), None)
    target = named is not None and named.bears
    return target or any(low in _PARTIES for low in near.after[:5])


def _removed(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> bool:
    """Whether somebody is told as taken off a list that the story has named: "was removed last year"."""
    on_list = theme.kind in _OF_LISTS and not scene.laid.places.keys().isdisjoint(words.LISTS)
    if scene.low(number) not in _TAKEN or not on_list:
        return False
    near = Company(scene, sentence, number, number + 1)
    if scene.passive(number):
        before = near.before[:7]
        named = any(
            (found := scene.at(at)) is not None and not found.acts for at in range(number - 5, number)
        )
        return named or any(low in words.PERSONS for low in before)
    return _by_authority(scene, sentence, number) and _on_party(scene, number, near)


_PARTIES = words.PERSONS - frozenset(
    ["it", "its", "them", "him", "her", "he", "she", "they", "who", "whom", "which"]
)
_ADDED = frozenset(("added", "named", "included", "placed"))
_TAKEN = frozenset(("removed", "removes", "remove", "removing", "dropped", "drops", "struck", "deleted"))
_OF_LISTS = frozenset((M.LISTING, M.SANCTIONS, M.ASSET_FREEZE, M.PROCUREMENT_BAN))


def off(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "taken off the register", "struck three off it", "came off the list"."""
    found = _list_behind(scene, sentence, number, frozenset(("off", "from")))
    alone = scene.low(number + 1) == "off" and scene.passive(number)
    if found is None and alone and not scene.low(number + 2).isalpha():
        return Draft(number, number + 2, sentence, _LIFTING, "taken off", passive=True)
    if found is None and _removed(scene, sentence, number, theme):
        found = (number, 0)
    if found is None:
        return None
    draft = Draft(number, number + 1, sentence, _LIFTING, "taken off a list")
    return _filled(scene, sentence, draft, found)


def on_it(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read "remains on the list", "is still on the register"."""
    before = scene.low(number - 1)
    if sentence.paragraph < 0:
        return None
    if before not in BEFORE_ON or scene.low(number + 1) in {"a", "an"}:
        return None
    found = _list_at(scene, number, sentence.last)
    if found is None or found - number > _BETWEEN:
        return None
    draft = Draft(number, found + 1, sentence, _of_list(theme), "on a list", nominal=True, definite=True)
    whom = subject(scene, sentence, number)
    if whom is not None and whom.bears:
        draft.targets = [whom]
    return draft


def _of_list(theme: Theme) -> MeasureType:
    """A list of those who may not bid debars; any other lists."""
    return _PROCUREMENT_BAN if theme.kind is _PROCUREMENT_BAN else _LISTING


def _list_behind(
    scene: Scene, sentence: Sentence, number: int, ways: frozenset[str]
) -> tuple[int, int] | None:
    """The list behind a preposition behind a verb, and how many words stand between."""
    stop = max(number + 1, min(sentence.last, number + _REACH + _BETWEEN))
    if _LISTS_OR_IT.isdisjoint(scene.laid.lows[number + 1 : stop]):
        return None
    for place in range(number + 1, min(sentence.last, number + _REACH)):
        low = scene.low(place)
        if low in ways:
            found = _list_at(scene, place, sentence.last)
            if found is not None:
                return found, place - number
        if low in lexicon.PARTING or low in lexicon.OPENERS:
            return None
    return None


def _list_at(scene: Scene, preposition: int, last: int) -> int | None:
    """The word for a list behind a preposition, with nothing between but what belongs to its phrase."""
    for place in range(preposition + 1, min(last, preposition + _BETWEEN)):
        low = scene.low(place)
        if low in words.LISTS:
            none = scene.low(place - 1) in words.NO_LIST or of_praise(scene, place)
            return None if none else place
        if low == "it" and scene.low(preposition) == "off":
            return place
        if low in lexicon.PREPOSITIONS or low in lexicon.PARTING or low in {",", "."}:
            return None
    return None


def _filled(scene: Scene, sentence: Sentence, draft: Draft, found: tuple[int, int]) -> Draft:
    """The draft with who acts, on whom, and the list; a distance of 0 stands for one not named here."""
    act(scene, sentence, draft.first, draft)
    at, distance = found
    draft.targets = acted_on(scene, sentence, draft, draft.first + distance)
    if distance:
        draft.listed = (at, at + 1)
    draft.foreign_agent = False
    return draft
