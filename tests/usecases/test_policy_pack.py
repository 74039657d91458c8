"""Labelled pairs: how they are read, halved and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.errors import UnreadableInputError
from licet.model import PartyKind
from licet.usecases.policy_pack import ScoredPair, read_pack, shipped_pack, verdicts

HEADER = "\t".join(
    (
        *("id", "family", "ours", "theirs", "kind", "verdict", "strength", "reason"),
        *("our_born", "their_born", "our_countries", "their_countries", "their_quality"),
    )
)


def written(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "own.tsv"
    path.write_text("\n".join(["# a remark", header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_is_read_with_all_its_fields(tmp_path: Path) -> None:
    """Escapes stand for characters; short rows lack their last columns."""
    path = written(
        tmp_path,
        "a-1\ta\tIv\\u200ban Petrov\tPETROV, Ivan\tperson\tmatch\tstrong\t\t1971-04\t1971\tRU\tRU UA\tweak",
        "a-2\ta\tTom\tTim\tperson\tno_match",
    )
    first, second = read_pack([path])
    assert first.ours.names == ("Iv\u200ban Petrov",)
    assert first.theirs.countries == ("RU", "UA")
    assert first.theirs.names[0].weak
    assert first.ours.birth_dates[0].iso == "1971-04"
    assert first.ours.kind is PartyKind.PERSON
    assert (first.same, second.same) == (True, False)
    assert not second.theirs.names[0].weak


@pytest.mark.parametrize(
    ("row", "header"),
    [
        ("a-1\ta\tTom\tTim\tperson\tperhaps", HEADER),
        ("a-1\ta\tTom\tTim\tmachine\tmatch", HEADER),
        ("a-1\ta\tTom\tTim\tperson\tmatch\t\t\t71-4", HEADER),
        ("a-1\ta\tTom", "id\tfamily\tours"),
    ],
)
def test_a_row_of_another_form_is_refused(row: str, header: str, tmp_path: Path) -> None:
    """A label that is not understood must never count as one that is."""
    with pytest.raises(UnreadableInputError, match=r"own\.tsv"):
        read_pack([written(tmp_path, row, header=header)])


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    """Nothing tested is nothing passed."""
    with pytest.raises(UnreadableInputError):
        read_pack([tmp_path])


def test_the_shipped_pack_is_found_and_both_halves_are_large() -> None:
    """At least 1,500 pairs and 40 families."""
    folder = shipped_pack()
    assert folder is not None
    pairs = read_pack([folder])
    assert len(pairs) >= 1500
    assert len({item.family for item in pairs}) >= 40
    held = sum(item.half == "held_back" for item in pairs)
    assert 0.4 < held / len(pairs) < 0.6


def test_pairs_judged_differently_count_neither_way(tmp_path: Path) -> None:
    """Precision, recall and F1 of four pairs, one of them unclear."""
    rows = [
        f"a-{at}\ta\tTom\tTim\tperson\t{word}"
        for at, word in enumerate(("match", "match", "no_match", "weak"))
    ]
    pairs = read_pack([written(tmp_path, *rows)])
    scored = [ScoredPair(item, score) for item, score in zip(pairs, (0.9, 0.7, 0.8, 0.99), strict=True)]
    found = verdicts(scored, 0.8)
    assert (found["pairs"], found["found"], found["false_alarms"], found["judged_differently"]) == (
        3,
        1,
        1,
        1,
    )
    assert (found["precision"], found["recall"], found["f1"]) == (0.5, 0.5, 0.5)
