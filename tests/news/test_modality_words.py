"""The tables of words of the gate: each word has one meaning, and ends of clauses stand once."""

from __future__ import annotations

from itertools import combinations

import pytest

from licet.news.modality import edges, lexicon
from licet.news.modality.cues import Cue


@pytest.mark.parametrize(("one", "other"), list(combinations(sorted(lexicon.CLASSES), 2)))
def test_no_word_governs_in_two_ways(one: Cue, other: Cue) -> None:
    assert not lexicon.CLASSES[one] & lexicon.CLASSES[other]


def test_each_governing_word_has_the_class_it_is_listed_in() -> None:
    assert len(lexicon.CLASS) == sum(len(words) for words in lexicon.CLASSES.values())
    assert all(lexicon.CLASS[word] is cue for cue, words in lexicon.CLASSES.items() for word in words)


def test_all_forms_of_a_verb_govern_alike() -> None:
    """A verb that is hoped with in one form is not planned with in another."""
    for forms in ("hope hopes hoped hoping", "explore explores explored exploring", "suggest suggested"):
        assert len({lexicon.CLASS[form] for form in forms.split()}) == 1


def test_what_ends_a_clause_ends_the_phrases_in_it() -> None:
    assert edges.STOPS < edges.MARKS
    assert edges.MARKS < edges.AGENT
    assert edges.MARKS < edges.NOUN
    assert edges.SPEAKER < edges.MARKS
    assert edges.MARKS - edges.SPEAKER == edges.BRACKETS


def test_an_aside_between_commas_or_brackets_does_not_part_a_noun_from_its_verb() -> None:
    assert edges.PREDICATE.isdisjoint(edges.COMMA | edges.BRACKETS)
