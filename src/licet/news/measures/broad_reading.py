"""The broad lexicon applied: which rule each of its words calls, and what a sentence gains by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter

from licet.news.layout import Sentence
from licet.news.measures import (
    broad,
    broad_lifts,
    broad_lists,
    broad_nouns,
    broad_words,
    excluding,
    noun_words,
)
from licet.news.measures.draft import Draft
from licet.news.measures.elsewhere import is_elsewhere
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Scene
from licet.news.measures.theme import Theme

BroadRule = Callable[[Scene, Sentence, int, Theme], Draft | None]
Table = dict[str, tuple[BroadRule, ...]]


def _table(rows: Iterable[tuple[Iterable[str], BroadRule]]) -> Table:
    """Rules by the word that calls them, in the order in which they are asked."""
    found: dict[str, list[BroadRule]] = {}
    for words, rule in rows:
        for word in words:
            found.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in found.items()}


NOUNS = _table(
    (
        (broad_words.NOUNS, broad_nouns.noun),
        (noun_words.HEADS, broad_nouns.noun),
        (broad_words.DENIED, broad_nouns.noun),
        (("penalties",), broad_nouns.penalties),
        (("freezing",), broad_nouns.freezing),
    )
)
"""Asked before what undoes a measure is looked for, which acts on them."""

OTHERS = _table(
    (
        (broad_words.OFF, broad_lists.off),
        (broad_words.ONTO, broad_lists.onto),
        (("on",), broad_lists.on_it),
        (broad_words.LISTED, broad_lists.named_listed),
        (broad_words.LEFT, broad_lifts.left_out),
        (broad_words.CAME, broad_lifts.came_off),
        (broad_words.LOSES, broad_lifts.lost),
        (broad_words.RESUMES, broad_lifts.resumed),
        (broad_words.TEARS, broad_lifts.torn),
        (broad_words.ROLLS, broad_lifts.rolled_over),
        (broad_words.FALLS, broad_lifts.fell),
        (broad_words.ON_HOLD, broad_lifts.on_hold),
        (broad_words.LIFTS, broad_lifts.undone),
        (broad_words.COMMON_LIFTS, broad_lifts.undone),
        (broad_words.LIFTING_NOUNS, broad_lifts.undoing_noun),
        (broad_words.SHUTS, broad.shut_out),
        (excluding.CLOSES, broad.closed),
        (broad_words.SETTLES, broad.settled),
        (broad_words.HITS, broad.hit),
        (broad_words.REIMPOSES, broad.again),
        (broad_words.CEASES, broad.ceased),
        (broad_words.RELEASES, broad.released),
        (broad_words.ANSWERS, broad.answered),
        (broad_words.AUTHORISES, broad.authorised),
        (broad_words.ACTED, broad.acted),
        (broad_words.STOPS, broad.stopped),
        (broad_words.HOLDS, broad.held),
        (broad_words.BLOCKS, broad.blocked),
        (broad_words.FORBIDDING, broad.may_not),
        (broad.LEAVING, broad.may_not),
    )
)
"""Asked for the words that are left when all else is read."""


def gained(
    scene: Scene, sentence: Sentence, here: list[Draft], places: list[int], asked: tuple[Table, Theme]
) -> list[Draft]:
    """The places of a sentence with those that a table of the broad lexicon adds; none overlaps another.

    Args:
        scene: The story.
        sentence: The sentence.
        here: What is read of it.
        places: Its words that call a rule.
        asked: The table, and the theme of the story.
    """
    rules, theme = asked
    lows, at = scene.laid.lows, scene.at
    covered = covered_by(here) if here else set()
    added: list[Draft] = []
    for number in places:
        called = rules.get(lows[number])
        if called is None or number in covered or at(number) is not None:
            continue
        for rule in called:
            draft = rule(scene, sentence, number, theme)
            if draft is None or is_elsewhere(scene, draft):
                continue
            if covered.isdisjoint(range(draft.first, draft.last)):
                added.append(draft)
                covered.update(range(draft.first, draft.last))
                break
    return sorted([*here, *added], key=_first) if added else here


def covered_by(here: list[Draft]) -> set[int]:
    """Numbers of the words of some places."""
    covered: set[int] = set()
    for draft in here:
        covered.update(range(draft.first, draft.last))
    return covered


_first = attrgetter("first")
_BESIDE = 8
"""Words between a word of undoing and the noun that it acts on."""


def link(here: list[Draft]) -> None:
    """Tie what undoes a measure to the noun of one beside it, where its own clause did not."""
    nouns = [draft for draft in here if draft.nominal and not draft.type.undoes]
    for draft in here:
        if not draft.type.undoes or draft.over is not None or draft.over_it or draft.nominal:
            continue
        near = [noun for noun in nouns if _apart(draft, noun) <= _BESIDE]
        if near:
            draft.over = min(near, key=lambda noun: (_apart(draft, noun), noun.first))
            draft.over.acted_on = True
            draft.over.undone = draft.type is not MeasureType.EXTENSION


def _apart(one: Draft, other: Draft) -> int:
    """Words between two places."""
    return max(other.first - one.last, one.first - other.last)
