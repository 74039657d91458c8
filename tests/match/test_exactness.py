"""The candidate stage loses nothing: screening equals scoring everything."""

from __future__ import annotations

import csv
import io
import random
import string
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.corpora import OVERLAY, TODAY, corpus_of, edition, party, view_of
from tests.shared import needs_shared, read_bytes

from licet.match import View, build, native, reference_screen, screen, screen_many
from licet.match.pairing import direct_alike
from licet.match.score import score
from licet.match.similarity import similarity
from licet.match.subjects import our_names
from licet.model import Listing, ListingVersion, MatchPolicy, Name, PartialDate, PartyKind, Subject

SYLLABLES = (
    "ma",
    "ham",
    "med",
    "al",
    "li",
    "ko",
    "rov",
    "zte",
    "sh",
    "ann",
    "jo",
    "hn",
    "i",
    "tra",
    "corp",
    "12",
)
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map("".join)
COMMON = (
    "bank",
    "of",
    "ltd",
    "dr",
    "j",
    "Иван",
    "intl",
    "international",
    "bill",
    "william",
    "elec",
    "electric",
    "محمد",
)
MODEL = native.model(native.tables())
NAMES = st.lists(st.one_of(WORDS, st.sampled_from(COMMON)), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(NAMES, min_size=1, max_size=25),
    st.lists(NAMES, min_size=1, max_size=3),
    st.sampled_from((0.5, 0.7, 0.8, 0.95)),
)
def test_screening_equals_scoring_everything(listed: list[str], ours: list[str], threshold: float) -> None:
    """The same hits with the same scores, whatever the names and the threshold."""
    kinds = (PartyKind.PERSON, PartyKind.ORGANISATION)
    view = view_of(*(party(f"{place}", name, kind=kinds[place % 2]) for place, name in enumerate(listed)))
    policy = MatchPolicy(threshold=threshold)
    for name in ours:
        subject = Subject((name,), birth_dates=(PartialDate.year(1970),), countries=("IR",))
        assert screen(view, subject, policy) == reference_screen(view, subject, policy)


LETTERS = st.text("abcdehorst01 ёи", min_size=1, max_size=12).map(lambda text: text.replace(" ", "") or "a")


@settings(max_examples=400, deadline=None)
@given(LETTERS, LETTERS)
def test_two_words_are_as_alike_natively_as_by_definition(ours: str, theirs: str) -> None:
    """The same similarity, to the last bit, and the same kind."""
    expected = similarity(ours, theirs)
    value, kind = MODEL.similarity(ours, theirs)
    assert (value, native.KINDS[kind]) == expected if expected else value == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, min_size=5, max_size=60), st.lists(LETTERS, min_size=1, max_size=5))
def test_the_tables_find_every_word_that_is_alike(listed: list[str], ours: list[str]) -> None:
    """Words of like spelling and sound are looked up in tables; comparing each word finds no other."""
    index = view_of(*(party(f"{place}", word) for place, word in enumerate(listed))).contents.index
    for word in ours:
        found = index.search([word], 0, 0.3)
        assert sorted(found) == sorted(index.search([word], 0, 0.3, None, True))


def _real_view(step: int = 8) -> View:
    """Rows of the SDN list of 2024-05-03, each its own party: every eighth one."""
    text = read_bytes("ofac/sdn_csv/2024-05-03/sdn.csv.gz").decode("ascii", "replace")
    rows = [row for row in csv.reader(io.StringIO(text)) if len(row) > 2][::step]
    kinds = {"individual": PartyKind.PERSON, "vessel": PartyKind.VESSEL}
    return corpus_of(
        [
            Listing("sdn", row[0], kinds.get(row[2].strip(), PartyKind.ORGANISATION), (Name(row[1]),))
            for row in rows
        ]
    ).view(TODAY)


def _edited(rng: random.Random, name: str) -> str:
    place = rng.randrange(len(name))
    letter = rng.choice(string.ascii_lowercase)
    return rng.choice((name[:place] + name[place + 1 :], name[:place] + letter + name[place:]))


@needs_shared
def test_on_a_real_list_nothing_is_lost() -> None:
    """Listed names, with and without an error, and names put together from halves: the same hits."""
    view = _real_view()
    rng = random.Random(5)  # noqa: S311  a test that repeats
    listed = [view.contents.listing(version).names[0].text for version in range(len(view.known))]
    chosen = rng.sample(listed, 24)
    asked = chosen[:8] + [_edited(rng, name) for name in chosen[8:16]]
    asked += [f"{one.split()[0]} {other.split()[-1]}" for one, other in pairwise(chosen[16:])]
    policy = MatchPolicy()
    found = 0
    for name in asked:
        hits = screen(view, Subject((name,)), policy)
        assert hits == reference_screen(view, Subject((name,)), policy), name
        found += len(hits.hits)
    assert found >= 8


@needs_shared
def test_the_native_search_equals_scoring_everything_on_a_whole_list() -> None:
    """For 120 names of three kinds at several thresholds: the same forms with the same scores."""
    view = _real_view(1)
    index = view.contents.index
    rng = random.Random(17)  # noqa: S311  a test that repeats
    listed = [
        view.contents.listing(version).names[0].text for version in rng.sample(range(len(view.known)), 160)
    ]
    asked = [_edited(rng, name) for name in listed[:80]]
    asked += [f"{one.split()[0]} {other.split()[-1]}" for one, other in pairwise(listed[80:])]
    found = 0
    for place, text in enumerate(asked[:120]):
        kind = (PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.UNKNOWN)[place % 3]
        for name in our_names(view.contents, Subject((text,), kind)):
            tokens, cut = name.weighted.tokens, (0.8, 0.7, 0.9)[place % 4 % 3]
            everything = index.search(tokens, name.flags, cut, view.forms, True)
            assert sorted(index.search(tokens, name.flags, cut, view.forms)) == sorted(everything), text
            found += len(everything)
    assert found > 60


@needs_shared
def test_listed_names_with_one_error_are_found() -> None:
    """Of names with one edit in a word of five letters and more, 95 in 100 still hit their party."""
    view = _real_view()
    rng = random.Random(11)  # noqa: S311  a test that repeats
    found = asked = 0
    for version in rng.sample(range(len(view.known)), 400):
        listing = view.contents.listing(version)
        words = listing.names[0].text.split()
        long = [place for place, word in enumerate(words) if len(word) >= 6 and word.strip(",").isalpha()]
        if listing.kind is PartyKind.PERSON and long:
            place = rng.choice(long)
            words[place] = _edited(rng, words[place].strip(","))
            hits = screen(view, Subject((" ".join(words),), listing.kind), MatchPolicy()).hits
            found += listing.key in {match.listing.key for match in hits}
            asked += 1
    assert asked > 100
    assert found >= 0.95 * asked


def test_a_subject_finds_the_same_in_any_company() -> None:
    """Results depend neither on the batch nor its order, nor on the order in which the corpus was built."""
    parties = [party(f"{place}", f"Orlov Meridian {place % 3}", "Zagros Shipping") for place in range(9)]
    subjects = [
        Subject((name,)) for name in ("Orlov Meridian", "Zagros Shiping", "Orlow Meridian 1", "Nobody")
    ]
    view = view_of(*parties)
    forwards = list(screen_many(view, subjects, MatchPolicy()))
    backwards = list(screen_many(view, subjects[::-1], MatchPolicy()))[::-1]
    assert forwards == backwards == [screen(view, subject, MatchPolicy()) for subject in subjects]
    other = view_of(*parties[::-1])
    assert list(screen_many(other, subjects, MatchPolicy())) == forwards


@pytest.mark.parametrize("threshold", [0.8, 0.9])
def test_hits_come_best_first_and_ties_by_list_and_key(threshold: float) -> None:
    """The order is a total one."""
    parties = [party(key, "Orlov Meridian") for key in ("c", "a", "b")] + [party("d", "Orlov Meridian Ltd")]
    found = screen(view_of(*parties), Subject(("Orlov Meridian",)), MatchPolicy(threshold=threshold)).hits
    assert [match.listing.key for match in found] == ["a", "b", "c", "d"]


def test_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    """A corpus can be compared by its hash."""
    for name in ("one", "other"):
        versions = (ListingVersion(party(key, "Orlov Meridian", "中兴"), 1, None, 1) for key in "abc")
        build(tmp_path / name, versions, [edition(1, date(2020, 1, 1))], OVERLAY, "g")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=12), NAMES, NAMES)
def test_more_input_never_removes_a_hit(listed: list[str], ours: str, more: str) -> None:
    """Another name of the subject, or an alias of a listed party, takes no party from the hits."""
    plain = view_of(*(party(f"{place}", name) for place, name in enumerate(listed)))
    found = {match.listing.key for match in screen(plain, Subject((ours,)), MatchPolicy()).hits}
    both = screen(plain, Subject((ours, more)), MatchPolicy())
    assert found <= {match.listing.key for match in both.hits}
    index = plain.contents.index
    for name in our_names(plain.contents, Subject((ours,))):
        low = dict(index.search(name.weighted.tokens, name.flags, 0.6))
        assert dict(index.search(name.weighted.tokens, name.flags, 0.8)).items() <= low.items()


def test_a_name_of_many_equal_words_is_answered() -> None:
    """Ten thousand times the same two words: no listed name is so long, and nothing is worked out for it."""
    index = view_of(party("a", "Ivan Petrov"), party("b", "Ivan Ivan Petrov")).contents.index
    assert index.search(["ivan", "petrov"] * 10_000, 0, 0.8) == []
    assert index.search(["ivan", "petrov"] * 20, 0, 0.8) == index.search(
        ["ivan", "petrov"] * 20, 0, 0.8, None, True
    )


def test_the_pairs_of_an_alignment_are_those_of_the_definition() -> None:
    """What is explained is what was scored: ranges, similarity and kind of each pair."""
    view = view_of(
        party("a", "Zagros Ural Vagon Zavod International"),
        party("b", "J. Michael Kern", kind=PartyKind.PERSON),
    )
    for text in ("Uralvagonzavod Zagros Intl", "Mike John Kern"):
        for name in our_names(view.contents, Subject((text,))):
            for form in range(view.contents.forms):
                theirs = view.contents.weighted(form)
                expected = score(name.weighted, direct_alike(name.weighted, theirs), theirs)
                value, links = view.contents.index.align(name.weighted.tokens, name.flags, form)
                assert value / native.UNIT == expected.score
                assert [(link[:2], link[2:4], link[4], native.KINDS[link[5]]) for link in links] == [
                    (link.ours, link.theirs, link.similarity, link.kind) for link in expected.links
                ]
