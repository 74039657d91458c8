"""The search corpus is derived: damage is found before it answers, and repaired by building it anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.command import dpl, invented

import licet

NAMES = invented(400)
DAY = date(2018, 4, 10)


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def emptied(content: bytes) -> bytes:
    return content[:0]


def zeroed(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes(2000) + content[middle + 2000 :]


def flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def foreign(_content: bytes) -> bytes:
    return b"no corpus at all" * 1000


@pytest.fixture
def db(home: Path) -> Path:
    """A store with one list, asked once."""
    (home / "dpl.txt").write_bytes(dpl(*NAMES))
    with licet.open(home / "desk.db", lists=("us_bis_dpl",)) as desk:
        desk.lists.import_files([home / "dpl.txt"], "us_bis_dpl", published=DAY, known=DAY)
        assert desk.as_of(DAY).match(NAMES[7]).status == "hits"
    return home / "desk.db"


@pytest.mark.parametrize("damage", [cut, emptied, zeroed, flipped, foreign])
def test_a_damaged_corpus_never_answers(db: Path, damage: Callable[[bytes], bytes]) -> None:
    """It is told, built anew from the store, and gives the same answer."""
    (corpus,) = (db.parent / "desk.corpora").glob("*.corpus")
    good = corpus.read_bytes()
    corpus.unlink()
    corpus.write_bytes(damage(good))
    heard: list[str] = []
    with licet.open(db, say=heard.append, lists=("us_bis_dpl",)) as desk:
        answer = desk.as_of(DAY).match(NAMES[7])
        assert answer.status == "hits"
    assert heard[0].startswith("building it anew: ")
    assert corpus.read_bytes() == good


def test_a_sound_corpus_is_not_built_again(db: Path) -> None:
    """And an import builds another beside it; three are kept."""
    folder = db.parent / "desk.corpora"
    heard: list[str] = []
    with licet.open(db, say=heard.append, lists=("us_bis_dpl",)) as desk:
        assert desk.as_of(DAY).match(NAMES[7]).status == "hits"
        assert heard == []
        for number in range(4):
            (db.parent / "dpl.txt").write_bytes(dpl(*NAMES, f"PARTY NUMBER {number}"))
            day = date(2018, 4, 11 + number)
            desk.lists.import_files([db.parent / "dpl.txt"], "us_bis_dpl", published=day, known=day)
            assert desk.as_of(day).match(f"Party Number {number}").status == "hits"
    assert len(heard) == 4
    assert len(list(folder.glob("*.corpus"))) == 3
