"""The labelled pack keeps its own form; how well names are matched is measured elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from tests.match.packing import COLUMNS, PACK, Half, Pair, Strength, Verdict, half, load

PAIRS = load()


def by_family() -> dict[str, list[Pair]]:
    """Return the pairs of each family."""
    families: dict[str, list[Pair]] = defaultdict(list)
    for pair in PAIRS:
        families[pair.family].append(pair)
    return families


def test_the_pack_has_at_least_1500_pairs_in_40_families() -> None:
    families = by_family()
    assert len(PAIRS) >= 1_500
    assert len(families) >= 40
    assert min(len(pairs) for pairs in families.values()) >= 25


def test_ids_are_unique_and_named_after_family_and_file() -> None:
    assert not [key for key, count in Counter(pair.id for pair in PAIRS).items() if count > 1]
    assert all(re.fullmatch(re.escape(pair.family) + r"-\d{3}", pair.id) for pair in PAIRS)
    assert set(by_family()) == {path.stem for path in PACK.glob("*.tsv")}


def test_no_pair_is_written_twice() -> None:
    fields = Counter(
        (
            pair.ours,
            pair.theirs,
            pair.our_born,
            pair.their_born,
            pair.our_countries,
            pair.their_countries,
            pair.their_quality,
        )
        for pair in PAIRS
    )
    assert not [key for key, count in fields.items() if count > 1]


def test_every_family_has_matches_and_near_misses() -> None:
    for family, pairs in by_family().items():
        verdicts = Counter(pair.verdict for pair in pairs)
        assert verdicts[Verdict.MATCH] >= 8, family
        assert verdicts[Verdict.NO_MATCH] >= 8, family


def test_matches_and_non_matches_are_balanced() -> None:
    verdicts = Counter(pair.verdict for pair in PAIRS)
    assert 0.4 <= verdicts[Verdict.NO_MATCH] / (verdicts[Verdict.MATCH] + verdicts[Verdict.NO_MATCH]) <= 0.6


def test_every_pair_has_names_and_a_reason() -> None:
    assert all(pair.ours.strip() and pair.theirs.strip() and len(pair.reason) >= 10 for pair in PAIRS)


def test_a_weak_verdict_is_never_strong() -> None:
    assert not [p.id for p in PAIRS if p.verdict is Verdict.WEAK and p.strength is Strength.STRONG]


def test_birth_dates_countries_and_qualities_are_well_formed() -> None:
    for pair in PAIRS:
        for born in (pair.our_born, pair.their_born):
            assert re.fullmatch(r"(\d{4}(-\d{2}-\d{2})?)?", born), pair.id
        for country in pair.our_countries + pair.their_countries:
            assert re.fullmatch(r"[A-Z]{2}", country), pair.id
        assert pair.their_quality in {"", "weak", "good"}, pair.id


def test_the_halves_are_of_like_size_and_both_hold_every_family() -> None:
    halves = Counter(half(pair) for pair in PAIRS)
    assert 0.45 <= halves[Half.HELD_BACK] / len(PAIRS) <= 0.55
    for family, pairs in by_family().items():
        assert {half(pair) for pair in pairs} == {Half.TUNING, Half.HELD_BACK}, family


def test_the_files_show_invisible_characters_as_escapes() -> None:
    for path in PACK.glob("*.tsv"):
        hidden = {c for c in path.read_text(encoding="utf-8") if unicodedata.category(c) in {"Cf", "Cc"}}
        assert hidden <= {"\t", "\n"}, path.name


def test_escapes_are_resolved_on_reading() -> None:
    assert any("\u200b" in pair.ours for pair in PAIRS)
    assert not [pair.id for pair in PAIRS if "\\u" in pair.ours + pair.theirs]


def test_a_bad_verdict_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    row = "x-001\tx\tA\tB\tperson\tperhaps\tplain\ta reason told"
    (tmp_path / "x.tsv").write_text("# one\n" + "\t".join(COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv:3: .*perhaps"):
        load(tmp_path)
