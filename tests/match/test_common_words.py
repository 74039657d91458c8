"""Names of a few very common words: the search adds up what each may bring, and still loses none."""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from licet.match import native
from licet.match._kernel import Builder, Index

SANITIZED = "libasan" in os.environ.get("LD_PRELOAD", "")
NAMES = 4_000 if SANITIZED else 30_000
ASKED = 12 if SANITIZED else 60
GIVEN = (
    "mohammad",
    "muhammad",
    "mohamed",
    "ahmad",
    "ahmed",
    "ali",
    "aly",
    "hassan",
    "hasan",
    "abdul",
    "ibrahim",
)
TRADE = (
    "trading",
    "company",
    "limited",
    "llc",
    "joint",
    "stock",
    "and",
    "of",
    "the",
    "al",
    "general",
    "group",
)
MISSPELT = ("tradng", "compny", "limted", "jont", "stok", "genral", "grup")
"""Such a word of a listed name counts as a name, and still agrees with the trade of ours."""
BESIDE = ("moscow", "tehran", "asia", "trading", "branch", "energy", "petrovich", "stepanovna", "technology")
CUTS = (0.55, 0.7, 0.8, 0.9)
FLAGS = (0, native.FORM_INITIALS, native.FORM_INITIALS | native.ASKED_PERSON)


@pytest.fixture(scope="module")
def index() -> Index:
    """Names of one to five words, some of them twice in a name, and initials; a tenth holds a rare word."""
    drawn = random.Random(7)  # noqa: S311  a test that repeats
    builder = Builder(native.model(native.tables()))
    for version in range(NAMES):
        words = drawn.choices(
            drawn.choice((GIVEN, TRADE, TRADE + MISSPELT, GIVEN + TRADE)), k=drawn.randint(1, 5)
        )
        if version % 10 == 0:
            words.append("".join(drawn.choices("bdgklmnrstaeiou", k=drawn.randint(4, 8))))
        if version % 15 == 0:
            words.insert(0, drawn.choice("ahm"))
        drawn.shuffle(words)
        builder.add_name(" ".join(words), native.FORM_INITIALS * (version % 2), version, 0)
    return Index(builder.finish(), native.model(native.tables()))


def _same_as_everything(index: Index, words: tuple[str, ...], twice: int) -> int:
    """Ask names of such words both ways; return how many hits there were."""
    drawn = random.Random(len(words))  # noqa: S311  a test that repeats
    found: Counter[float] = Counter()
    for place in range(ASKED):
        tokens = drawn.choices(words, k=drawn.randint(1, 4))
        tokens += tokens[:twice]
        flags = FLAGS[place % 3]
        everything = index.search(tokens, flags, CUTS[0], None, True)
        for cut in CUTS:
            expected = sorted(hit for hit in everything if hit[1] >= cut * native.UNIT - 1e-6)
            assert sorted(index.search(tokens, flags, cut)) == expected, (tokens, flags, cut)
            found[cut] += len(expected)
    return found[CUTS[2]]


def test_names_of_common_given_names_are_all_found(index: Index) -> None:
    """Also where a word stands twice in ours, or twice in the listed name."""
    assert _same_as_everything(index, GIVEN, 0) > ASKED
    assert _same_as_everything(index, GIVEN, 1) > ASKED


def test_names_of_words_that_cannot_carry_a_match_are_all_found(index: Index) -> None:
    """Legal forms, particles and words of trade alone."""
    assert _same_as_everything(index, TRADE, 0) > ASKED


def test_listed_names_that_stand_whole_among_words_that_count_little_are_all_found() -> None:
    """Places, branches, trades, names after the father and middle names beside a listed name."""
    model, drawn = native.model(native.tables()), random.Random(11)  # noqa: S311  a test that repeats
    rare = ["".join(drawn.choices("bdgklmnrstaeiou", k=drawn.randint(3, 9))) for _ in range(60)]
    words = (*rare, *GIVEN, *BESIDE)
    builder = Builder(model)
    for version in range(NAMES // 5):
        name = " ".join(drawn.choices(words, k=drawn.randint(1, 3)))
        builder.add_name(name, native.FORM_INITIALS * (version % 2), version, 0)
    listed = Index(builder.finish(), model)
    found = 0
    for place in range(4 * ASKED):
        form = drawn.randrange(listed.forms)
        tokens = [*listed.form_tokens(form), *drawn.choices(BESIDE + GIVEN[:3], k=drawn.randint(1, 5))]
        drawn.shuffle(tokens)
        flags = FLAGS[place % 3]
        everything = sorted(listed.search(tokens, flags, CUTS[1], None, True))
        assert sorted(listed.search(tokens, flags, CUTS[1])) == everything, (tokens, flags)
        found += len(everything)
    assert found > 3 * ASKED


def test_common_names_with_initials_and_misspelt_words_are_all_found(index: Index) -> None:
    """Initials are in no list of words."""
    assert _same_as_everything(index, (*GIVEN, "m", "a", "mohamad", "hasssan", "alal", *MISSPELT), 0) > ASKED
