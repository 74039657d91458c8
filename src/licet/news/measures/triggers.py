"""Every place of a story that speaks of a measure: one pass over its words, each rule bounded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import attrgetter

from licet.news.layout import Sentence
from licet.news.measures import (
    acts,
    banning,
    broad_lists,
    describing,
    easing,
    elsewhere,
    excluding,
    imitating,
    kinds_told,
    naming,
    noun_words,
    nouns,
    paying,
    requiring,
    undoing,
    undoing_words,
    worlds,
)
from licet.news.measures.broad_nouns import freed
from licet.news.measures.broad_reading import NOUNS, OTHERS, covered_by, gained, link
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Named, Scene
from licet.news.measures.theme import Theme, theme_of
from licet.news.parties.party import PartyKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ORGANISATION = PartyKind.ORGANISATION

Rule = Callable[[Scene, Sentence, int], Draft | None]


def _table() -> dict[str, tuple[Rule, ...]]:
    """Rules by the word that calls them, in the order in which they are asked."""
    found: dict[str, list[Rule]] = {}
    rows: tuple[tuple[frozenset[str] | dict[str, MeasureType], Rule], ...] = (
        (naming.PUTS | naming.NAMES | naming.TAKES, naming.put_on_list),
        (frozenset(("listed",)), naming.listed_already),
        (paying.PAYS, paying.paid),
        (describing.ADJECTIVES, describing.described),
        (describing.DELISTS, describing.delisted),
        (describing.ALLOWS, describing.allowed),
        (easing.CLEARS, easing.cleared),
        (easing.EXEMPT, easing.exempt),
        (easing.PERIODS, easing.grace_period),
        (easing.CARVED, easing.carve_out),
        (frozenset(("on",)), describing.on_the_list),
        (naming.FREEZES | naming.UNFREEZES, naming.frozen),
        (naming.DENIES, naming.denied),
        (naming.ON_SOMEBODY, naming.on_somebody),
        (paying.SETTLES, paying.settled),
        (paying.AGREES, paying.agreed_to_pay),
        (banning.ORDERS, paying.ordered_to_pay),
        (banning.TRADE, banning.banned),
        (banning.ORDERS, banning.ordered),
        (frozenset(("cut", "cuts", "cutting")), banning.cut_off),
        (excluding.SHUTS, excluding.shut_out),
        (excluding.CLOSES, excluding.closed),
        (acts.UNFIT, acts.unfit),
        (acts.REFUSES, acts.refused),
        (acts.FORBIDS, acts.forbade),
        (acts.TAKES_BACK, acts.taken_back),
        (noun_words.HEADS, nouns.noun),
        (undoing.HELPS, undoing.helped),
        (undoing.SPOKEN, undoing.spoken),
        (imitating.ANSWERS, imitating.in_kind),
    )
    for words, rule in rows:
        for word in words:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


_RULES = _table()
_UNDOING = (
    frozenset(undoing_words.VERBS)
    | frozenset(undoing_words.NOUNS)
    | frozenset(("back", "backs", "backed", "backing"))
)
_PLAIN, _NOUN, _UNDOES, _OTHER = 1, 2, 4, 8
_CALLS = {
    low: _PLAIN * (low in _RULES)
    + _NOUN * (low in NOUNS)
    + _UNDOES * (low in _UNDOING)
    + _OTHER * (low in OTHERS)
    for low in _UNDOING | _RULES.keys() | NOUNS.keys() | OTHERS.keys()
}
"""Which tables of rules a word calls, as bits."""
_CALLING = frozenset(_CALLS) - {"on"}
_BEFORE_ON = describing.STAYS | broad_lists.BEFORE_ON
"""Words behind which "on" calls a rule, which stands in every other sentence."""


def find(scene: Scene) -> list[Draft]:
    """Find the triggers of a story, in its order; none overlaps another.

    What a clause tells by itself is read first. Where the story as a whole is about measures of trade, by its
    words or since it tells one plainly, the broad lexicon is asked for what is left.
    """
    parts = _parts(scene)
    theme, told = _theme(scene, parts)
    worldly = theme.worldly
    if worldly and not told:
        parts = [part for part in parts if worlds.is_on_trade(scene, part.sentence)]
        theme = theme._replace(on=bool(parts), silent=not parts)
    if theme.silent and (worldly or not _names_party(scene)):
        return []
    found: list[Draft] = []
    for part in parts:
        found.extend(_whole(scene, part, theme))
    if theme.silent and (theme.crowded or not _names_state(scene)):
        found = [draft for draft in found if _of_trade(scene, draft, crowded=theme.crowded)]
    if worldly:
        found = [draft for draft in found if not worlds.is_of_world(scene, draft, told=told)]
    else:
        found = [draft for draft in found if draft.nominal or not worlds.is_beside_people(scene, draft)]
    requiring.tell(scene, found)
    if theme.on:
        # of a noun its words decide, which were asked when it was found; of a verb who acts and on what
        found = [draft for draft in found if draft.nominal or not elsewhere.is_elsewhere(scene, draft)]
        found = _answering(found)
        kinds_told.told(scene, found, theme)
    if any(map(_list_of, found)):
        for draft in found:
            draft.tentative = draft.tentative and draft.rule != "listed"
    return sorted(found, key=_first)


def _theme(scene: Scene, parts: list[_Part]) -> tuple[Theme, bool]:
    """What a story is about, by its words and what it tells; and whether it tells a measure plainly."""
    theme = theme_of(scene.laid)
    plain = _telling(scene, parts, theme)
    theme = theme.with_told(draft.type for draft in plain)
    if not (theme.on or theme.worldly):
        theme = theme.with_told(draft.type for draft in _acts_of_state(scene, parts, theme))
        if not theme.on and worlds.names_list(scene):
            theme = theme.with_told((MeasureType.LISTING,))
    return theme, bool(plain)


def _telling(scene: Scene, parts: list[_Part], theme: Theme) -> list[Draft]:
    """The places that make a story one of measures, whatever its other words are."""
    drafts = list(chain.from_iterable(map(_drafts_of, parts)))
    if theme.worldly:
        return [draft for draft in drafts if worlds.tells(scene, draft)]
    plain = [
        draft
        for draft in drafts
        if (draft.imposers or draft.targets) and not (draft.tentative or draft.type.undoes)
    ]
    return [draft for draft in plain if _of_state(scene, draft)] if theme.silent else plain


def _acts_of_state(scene: Scene, parts: list[_Part], theme: Theme) -> list[Draft]:
    """What the broad lexicon reads as an act of one who takes measures: a theme of its own.

    A story short of words of trade, as one of a single sentence is, says by it what it is about.
    """
    read = theme._replace(on=True, silent=False)
    found: list[Draft] = []
    for sentence, places, calls, here in map(_of_part, parts):
        if calls & (_NOUN | _OTHER):
            gain = gained(scene, sentence, here, places, (NOUNS, read)) if calls & _NOUN else here
            gain = gained(scene, sentence, gain, places, (OTHERS, read)) if calls & _OTHER else gain
            found.extend(draft for draft in gain if _stands_alone(scene, draft))
    return [draft for draft in found if not (draft.tentative or worlds.is_beside_people(scene, draft))]


def _stands_alone(scene: Scene, draft: Draft) -> bool:
    """Whether one known to take measures acts, or an office of a state does to goods, a firm or an asset."""
    if draft.imposers:
        return worlds.by_state(scene, draft)
    if draft.rule == "on a list":
        return any(scene.jurisdictions[n.key] for n in scene.named_between(draft.first, draft.last) if n.acts)
    return draft.official and worlds.is_of_office(scene, draft)


def _answering(found: list[Draft]) -> list[Draft]:
    """Leave out one who "followed" where no measure is told right before."""
    if "followed" not in map(_rule_of, found):
        return found
    kept: list[Draft] = []
    for draft in found:
        if draft.rule == "followed" and not (kept and _is_near(kept[-1], draft)):
            continue
        kept.append(draft)
    return kept


def _is_near(former: Draft, draft: Draft) -> bool:
    """Whether a measure with its imposer is told in the same sentence or the one before."""
    return bool(former.imposers) and former.sentence.last >= draft.sentence.first


def _names_state(scene: Scene) -> bool:
    """Whether a story names one who is known to take measures."""
    return any(item.acts and item.jurisdiction for item in scene.named_between(0, len(scene.words)))


def _names_party(scene: Scene) -> bool:
    """Whether a story names one who is known to take measures, or a company on which one could be."""
    companies = (_is_company(item) for item in scene.named_between(0, len(scene.words)))
    return _names_state(scene) or any(companies)


def _is_company(item: Named) -> bool:
    """Whether it is an organisation that a measure can be aimed at, named by more than one word."""
    return item.kind is _ORGANISATION and item.is_target and item.last - item.first > 1


def _of_trade(scene: Scene, draft: Draft, *, crowded: bool) -> bool:
    """Whether a place tells who of a state takes it, which company it is on, or for which trade it is."""
    scoped = draft.scope is not None and draft.type.undoes
    if (
        _of_state(scene, draft)
        or draft.official
        or (scoped and not (crowded and worlds.is_apart(scene, draft)))
    ):
        return True
    return any(item.named is not None and _is_company(item.named) for item in draft.targets)


def _of_state(scene: Scene, draft: Draft) -> bool:
    """Whether one who is known to take measures takes it: no club, no league."""
    return any(scene.jurisdictions.get(item.key) or item.named is None for item in draft.imposers)


@dataclass(slots=True)
class _Part:
    """A sentence while its triggers are found: its words that call a rule, what they call, what they gave."""

    sentence: Sentence
    places: list[int]
    calls: int
    drafts: list[Draft]


def _parts(scene: Scene) -> list[_Part]:
    """The headlines and sentences that have a word which calls a rule, with what their clauses tell."""
    lows = scene.laid.lows
    listed = [number for number in scene.laid.places.get("on", ()) if scene.low(number - 1) in _BEFORE_ON]
    calling = sorted([*scene.laid.called_by(_CALLING), *listed, len(lows)])
    found = []
    for sentence in scene.sentences:
        first = bisect_left(calling, sentence.first)
        if calling[first] >= sentence.last:
            continue
        places = calling[first : bisect_left(calling, sentence.last, first)]
        calls = 0
        for number in places:
            calls |= _CALLS[lows[number]]
        found.append(
            _Part(sentence, places, calls, _plain(scene, sentence, places) if calls & _PLAIN else [])
        )
    return found


def _plain(scene: Scene, sentence: Sentence, places: list[int]) -> list[Draft]:
    """What the clauses of a sentence tell by themselves."""
    here: list[Draft] = []
    lows, at, taken = scene.laid.lows, scene.at, 0
    for number in places:
        rules = _RULES.get(lows[number])
        if rules is None or number < taken or at(number) is not None:
            continue
        for rule in rules:
            draft = rule(scene, sentence, number)
            if draft is not None and not elsewhere.is_elsewhere(scene, draft):
                _keep(here, draft)
                taken = draft.last
                break
    return here


def _whole(scene: Scene, part: _Part, theme: Theme) -> list[Draft]:
    """All that a sentence tells of measures: what undoes one, and what the theme lets be read."""
    here, sentence, places, calls = part.drafts, part.sentence, part.places, part.calls
    if theme.on and calls & _NOUN:
        here = gained(scene, sentence, here, places, (NOUNS, theme))
    if calls & _UNDOES:
        here = _with_undoings(scene, sentence, here, places)
    if theme.on and calls & _OTHER:
        here = gained(scene, sentence, here, places, (OTHERS, theme))
    if not here:
        return here
    if theme.on and len(here) > 1:
        link(here)
    here = _folded(scene, here)
    if len(here) > 1:
        _pair(scene, here)
    if theme.on:
        for draft in here:
            if draft.tentative:
                freed(scene, draft, theme)
    return here


def _keep(here: list[Draft], draft: Draft) -> None:
    """Keep a trigger; "settlement agreement" is one noun, told by its last."""
    if here and draft.first < here[-1].last:
        here.pop()
    here.append(draft)


def _with_undoings(scene: Scene, sentence: Sentence, here: list[Draft], places: list[int]) -> list[Draft]:
    """Add what undoes a measure; it needs the nouns of the sentence."""
    lows = scene.laid.lows
    places = [number for number in places if lows[number] in _UNDOING]
    if len(places) > 1:  # nouns first
        places.sort(key=lambda at: (lows[at] not in undoing_words.NOUNS, at))
    heads = {draft.last - 1: draft for draft in here if draft.nominal}
    covered = covered_by(here)
    for number in places:
        if number in covered:
            continue
        low = lows[number]
        draft = None
        if low in undoing_words.VERBS and _undoes(scene, number):
            draft = undoing.undone(scene, sentence, number, heads)
        if draft is None and low in undoing_words.NOUNS:
            draft = undoing.undoing_noun(scene, sentence, number, heads)
        if draft is None and low.startswith("back"):
            draft = undoing.backed_off(scene, sentence, number, heads)
        if draft is not None:
            here = [item for item in here if not (draft.first <= item.first < draft.last)]
            here.append(draft)
            if draft.nominal:
                heads[draft.last - 1] = draft
            covered.update(range(draft.first, draft.last))
    return sorted(here, key=lambda item: item.first)


def _undoes(scene: Scene, number: int) -> bool:
    """Whether a verb of undoing is no noun here, and has something as its object that holds."""
    low = scene.low(number)
    noun = low in undoing_words.NOUNS_ALIKE and not (
        scene.is_verb(number) or scene.at(number - 1) or low in undoing_words.PARTICLES
    )
    return not noun and not elsewhere.is_step(scene, number)


def _pair(scene: Scene, here: list[Draft]) -> None:
    """Let nouns joined by "and" share who imposes them and on whom: "an asset freeze and a travel ban on"."""
    for left, right in pairwise(here):
        if not (left.nominal and right.nominal):
            continue
        between = [scene.low(place) for place in range(left.last, right.first)]
        joined = "and" in between and len(between) <= 3
        if (
            joined
            and all(word in _JOINING for word in between)
            and not (left.type.undoes or right.type.undoes)
        ):
            for mine, theirs in ((left, right), (right, left)):
                mine.targets = mine.targets or theirs.targets
                mine.imposers = mine.imposers or theirs.imposers


_JOINING = frozenset(("and", "a", "an", "the", ","))


def _folded(scene: Scene, here: list[Draft]) -> list[Draft]:
    """Leave out "to settle" where the same sentence has told of the penalty that was paid to settle."""
    kept: list[Draft] = []
    for draft in here:
        if draft.rule == "paid" and any(item.type in _PAID and item is not draft for item in here):
            continue
        if draft.sentence.paragraph < 0 and draft.nominal and not draft.type.undoes:
            draft.definite = draft.tentative = True
        purpose = kept and draft.rule in _SETTLING and _is_purpose(scene, draft)
        if purpose and any(item.type in _PAID for item in kept):
            continue
        kept.append(draft)
    return kept


def _is_purpose(scene: Scene, draft: Draft) -> bool:
    """Whether a verb tells what something else was done for: "to settle", "settling", "being ordered"."""
    before = draft.rule == "settled" and scene.low(draft.first - 1) == "to"
    return before or scene.low(draft.first).endswith("ing")


_SETTLING = frozenset(("settled", "ordered to pay"))
_drafts_of = attrgetter("drafts")
_of_part = attrgetter("sentence", "places", "calls", "drafts")
_first, _list_of, _rule_of = attrgetter("first"), attrgetter("listed"), attrgetter("rule")
_PAID = frozenset((MeasureType.FINE, MeasureType.SANCTIONS, MeasureType.SETTLEMENT))
