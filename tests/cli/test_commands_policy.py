"""`licet policy test` on the embedded lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.command import licet

from licet.match.perturb import FAMILIES

SMALL = ("--sample", 4, "--clean", 40, "--no-pack", "--as-of", "2026-10-15")
PAIRS = "id\tfamily\tours\ttheirs\tkind\tverdict\nx-1\tx\tTom Baker\tBAKER, Tom\tperson\tmatch\n"


def asked(*arguments: object) -> Any:  # noqa: ANN401  any JSON value
    return licet("policy", "test", *SMALL, "-f", "json", *arguments).json


def test_every_family_is_asked_and_told() -> None:
    """The figures of the families add up to the whole."""
    content = asked()
    assert {row["family"] for row in content["families"]} <= {"as_listed", *FAMILIES}
    assert len(content["families"]) > 30
    changed = [row for row in content["families"] if row["family"] != "as_listed"]
    assert sum(row["found"] for row in changed) == content["recall"]["found"]
    assert sum(row["asked"] for row in changed) == content["recall"]["asked"]
    assert content["families"][0]["recall"] == 1.0
    assert content["clean"]["asked"] == 40


@pytest.mark.parametrize("threshold", [0.7, 0.9])
def test_the_curve_has_at_each_threshold_what_a_policy_with_it_finds(threshold: float) -> None:
    """One screening at the lowest threshold tells them all."""
    content, other = asked(), asked("--threshold", threshold)
    (point,) = (point for point in content["curve"] if point["threshold"] == threshold)
    assert point["recall"] == other["recall"]["recall"]
    assert point["clean_per_1000"] == other["clean"]["per_1000"]


def test_a_higher_threshold_never_finds_more() -> None:
    """Of listed names or of clean customers."""
    curve = asked()["curve"]
    assert [point["threshold"] for point in curve] == [round(0.6 + step / 100, 2) for step in range(40)]
    for key in ("recall", "clean_per_1000"):
        values = [point[key] for point in curve]
        assert values == sorted(values, reverse=True)


def test_the_same_question_gives_the_same_bytes(tmp_path: Path) -> None:
    """On the screen, in the page and in the picture; another seed asks other questions."""
    pages = [tmp_path / f"{name}.html" for name in "ab"]
    pictures = [tmp_path / f"{name}.svg" for name in "ab"]
    done = [
        licet("policy", "test", *SMALL, "-f", "table", "--report", page, "--svg", picture, "-q")
        for page, picture in zip(pages, pictures, strict=True)
    ]
    assert done[0] == done[1]
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert pictures[0].read_bytes() == pictures[1].read_bytes()
    assert asked("--seed", 2)["curve"] != asked()["curve"]


def test_the_picture_is_well_formed_and_says_its_figures_in_words(tmp_path: Path) -> None:
    """For readers who cannot see it."""
    picture = tmp_path / "curve.svg"
    done = licet("policy", "test", *SMALL, "-f", "json", "--svg", picture, "-q")
    root = ET.fromstring(picture.read_text(encoding="utf-8"))  # noqa: S314  our own file
    words = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert words is not None
    assert f"{done.json['clean']['hit']} of 40" in words
    assert "policy: 0.8" in picture.read_text(encoding="utf-8")


def test_the_page_stands_alone(tmp_path: Path) -> None:
    """Nothing is loaded from elsewhere; the lists, the curve and the families are on it."""
    page = tmp_path / "report.html"
    done = licet("policy", "test", *SMALL, "-f", "json", "--report", page, "-q")
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "<script" not in text
    assert "<link" not in text
    assert 'src="' not in text
    assert done.json["policy"]["hash"][:16] in text
    assert all(row["family"].replace("_", " ") in text for row in done.json["families"])


@pytest.mark.parametrize(
    ("limits", "status"),
    [
        ((), 0),
        (("--min-recall", 0.1, "--max-clean", 1000), 0),
        (("--min-recall", 1.0, "--threshold", 0.99), 1),
        (("--max-clean", 0), 1),
    ],
)
def test_a_missed_limit_is_told_by_the_exit_status(
    tmp_path: Path, limits: tuple[object, ...], status: int
) -> None:
    """0 passed, 1 failed; one of these two customers bears a listed name."""
    names = tmp_path / "customers.txt"
    names.write_text("Quillfeather Joinery\nMahan Airways\n", encoding="utf-8")
    done = licet("policy", "test", *SMALL, "--names", names, "-f", "json", *limits)
    assert done.status == status, done.json["failures"]
    assert bool(done.json["failures"]) == bool(status)


def test_lists_that_were_not_seen_never_pass() -> None:
    """Before the first edition there is nothing to test."""
    done = licet(
        "policy", "test", "--sample", 1, "--clean", 2, "--no-pack", "--as-of", "2010-01-01", "-f", "json"
    )
    assert done.status == 1
    assert any("not fully seen" in text for text in done.json["failures"])


def test_own_pairs_and_own_customers_are_used(tmp_path: Path) -> None:
    """A pack of one pair; three customers, one of whom is listed."""
    pack, names = tmp_path / "pairs.tsv", tmp_path / "names.txt"
    pack.write_text(PAIRS, encoding="utf-8")
    names.write_text(
        "Quiet Meadow Bakery\nZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION\n\n", encoding="utf-8"
    )
    done = licet(
        *("policy", "test", "--sample", 1, "--as-of", "2018-05-14", "-f", "json"),
        *("--pack", pack, "--names", names, "--min-f1", 0.99),
    )
    assert done.status == 0
    assert done.json["pack"]["all"]["f1"] == 1.0
    assert (done.json["clean"]["asked"], done.json["clean"]["hit"]) == (2, 1)
    assert done.json["clean_hits"][0]["query"].startswith("ZHONGXING")
    assert done.json["customers"] == "given"


def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    """Nothing was tested."""
    done = licet("policy", "test", *SMALL, "--names", tmp_path / "absent.txt")
    assert (done.status, done.out) == (2, "")


def test_the_official_page_stands_beside_it_when_asked() -> None:
    """For auditors; without the option it is not there."""
    content = asked("--compare", "ofac")
    assert content["ofac"]["at"] == 90
    assert content["families"][0]["ofac_recall"] == 1.0
    assert "ofac" not in asked()


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ((), "No limits were set"),
        (("--min-recall", 0.1), "Every limit that was set is kept"),
        (("--min-recall", 1.0, "--max-clean", 0), "Limits missed"),
    ],
)
def test_the_page_says_whether_limits_were_set_and_kept(
    tmp_path: Path, limits: tuple[object, ...], said: str
) -> None:
    """A page without limits passes no verdict."""
    page = tmp_path / "page.html"
    asked("--threshold", 0.99, "--report", page, *limits)
    assert said in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("clean", [40, 1000])
def test_the_card_counts_the_clean_customers_once(clean: int) -> None:
    """The share in 1,000 and the count are one figure when 1,000 are asked."""
    question = ("policy", "test", *SMALL, "--clean", clean)
    content = licet(*question, "-f", "json").json["clean"]
    card = licet(*question, "-f", "table").out
    (line,) = (line for line in card.splitlines() if "clean customers hit" in line)
    count = "" if clean == 1000 else f" ({content['hit']:,} of {clean})"
    assert line == f"{content['per_1000']:g} of 1,000 clean customers hit{count}"
