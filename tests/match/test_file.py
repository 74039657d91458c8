"""The corpus file: swapped whole, checked when opened, refused when damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.match.corpora import BEFORE, OVERLAY, TODAY, edition, party

from licet.errors import StoreError
from licet.match import ENGINE, Corpus, build, policy_hash, screen
from licet.match.layout import MAGIC
from licet.model import ListingVersion, MatchPolicy, Subject


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a corpus file of one party."""
    place = tmp_path / "corpus.bin"
    build(
        place, [ListingVersion(party("a", "Orlov Meridian"), 1, None, 1)], [edition(1, BEFORE)], OVERLAY, "g1"
    )
    return place


def test_a_whole_file_opens_and_verifies(path: Path) -> None:
    """It says what it was built from."""
    corpus = Corpus.open(path)
    corpus.verify()
    assert (corpus.generation, corpus.names, corpus.lists) == ("g1", 1, ("dpl",))


def test_an_empty_corpus_finds_nothing(tmp_path: Path) -> None:
    """No list is a state too."""
    place = tmp_path / "empty.bin"
    build(place, [], [], (), "g0")
    assert screen(Corpus.open(place).view(TODAY), Subject(("Orlov",)), MatchPolicy()).hits == ()


@pytest.mark.parametrize("kept", [0, 7, 50, 100, 1000])
def test_a_cut_file_is_refused(path: Path, kept: int) -> None:
    """With advice to build it again."""
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(StoreError, match="rebuilt"):
        Corpus.open(path)


@pytest.mark.parametrize("place", [0, 9, 14, 18, 30, 120])
def test_a_damaged_header_or_directory_is_refused(path: Path, place: int) -> None:
    """Every byte of them is checked when the file is opened."""
    content = bytearray(path.read_bytes())
    content[place] ^= 0x55
    path.write_bytes(content)
    with pytest.raises(StoreError, match="rebuilt"):
        Corpus.open(path)


def test_damaged_names_are_found_on_opening(path: Path) -> None:
    """Every byte that a search reads is checked first."""
    content = bytearray(path.read_bytes())
    content[content.index(b"LICETIDX") + 1000] ^= 0x55
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged content"):
        Corpus.open(path)


def test_a_damaged_listing_is_found_by_verifying_and_when_it_is_shown(path: Path) -> None:
    """Opening does not read the listings, so that it takes no time."""
    content = bytearray(path.read_bytes())
    content[-70] ^= 0x55
    path.write_bytes(content)
    corpus = Corpus.open(path)
    with pytest.raises(StoreError, match="damaged content"):
        corpus.verify()
    with pytest.raises(StoreError, match="damaged listing"):
        screen(corpus.view(TODAY), Subject(("Orlov Meridian",)), MatchPolicy())


def test_an_absent_file_or_another_file_is_refused(tmp_path: Path) -> None:
    """It is no corpus."""
    with pytest.raises(StoreError):
        Corpus.open(tmp_path / "absent")
    other = tmp_path / "other"
    other.write_bytes(b"PK" + bytes(500))
    with pytest.raises(StoreError, match="no corpus file"):
        Corpus.open(other)


def test_a_new_file_takes_nothing_from_who_reads_the_old_one(path: Path) -> None:
    """And leaves no other file behind."""
    old = Corpus.open(path)
    build(path, [ListingVersion(party("b", "Zagros Plant"), 1, None, 1)], [edition(1, BEFORE)], (), "g2")
    assert [
        item.listing.key for item in screen(old.view(TODAY), Subject(("Orlov Meridian",)), MatchPolicy()).hits
    ] == ["a"]
    assert Corpus.open(path).generation == "g2"
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_the_file_begins_with_its_mark(path: Path) -> None:
    """Another program can tell what it is."""
    assert path.read_bytes().startswith(MAGIC)


def test_the_policy_hash_changes_with_what_changes_answers() -> None:
    """Threshold and lists do; how many hits are shown does not."""
    plain = policy_hash(MatchPolicy())
    assert plain == policy_hash(MatchPolicy(limit=3))
    assert plain != policy_hash(MatchPolicy(threshold=0.9))
    assert plain != policy_hash(MatchPolicy(lists=("dpl",)))
    assert policy_hash(MatchPolicy(lists=("a", "b"))) == policy_hash(MatchPolicy(lists=("b", "a")))
    assert ENGINE == "native-4"
