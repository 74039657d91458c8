"""The story of the denial order against ZTE, asked on the command line day by day."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command import Done, licet
from tests.shared import needs_shared, read_bytes

PARTY = "ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION"
NAMES = ("Zhongxing Telecommunications Equipment Corp", "ZTE Corp.", "中兴通讯")
STORY = [
    ("2018-04-14", "no_hit", 0),
    ("2018-04-15", "hits", 1),
    ("2018-05-14", "hits", 1),
    ("2018-07-12", "hits", 1),
    ("2018-07-13", "no_hit", 0),
    ("2018-07-14", "no_hit", 0),
]


def captions(done: Done, place: str = "hits") -> set[str]:
    return {hit["caption"] for hit in done.json[place]}


def tells_its_days(done: Done) -> bool:
    days = {(hit["in_force_from"], hit["in_force_to"]) for hit in done.json["other_days"]}
    return ("2018-04-15", "2018-07-12") in days and captions(done, "other_days") == {PARTY}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("day", "status", "code"), STORY)
def test_the_order_counts_from_its_day_to_the_day_before_its_end(
    name: str, day: str, status: str, code: int
) -> None:
    """Denied from 15 April to 12 July 2018; on other days the answer says when it would have counted."""
    done = licet("match", name, "--as-of", day)
    assert (done.json["status"], done.status) == (status, code)
    if status == "hits":
        assert captions(done) == {PARTY}
        assert {hit["basis"] for hit in done.json["hits"]} == (
            {"own_dates"} if day == "2018-04-15" else {"edition"}
        )
    else:
        assert tells_its_days(done)


@pytest.mark.parametrize("name", NAMES)
def test_what_nobody_had_received_yet_is_not_known(name: str) -> None:
    """By the evening of 15 April no list had the order: the answer of that evening, asked again today."""
    done = licet("match", name, "--as-of", "2018-05-14", "--known-by", "2018-04-15")
    assert (done.json["status"], done.status) == ("no_hit", 0)
    assert done.json["other_days"] == []
    assert done.json["known_by"] == "2018-04-15T23:59:59.999999+00:00"


@pytest.mark.parametrize("day", ["2018-05-14", "2026-10-15"])
def test_a_name_with_the_same_letters_inside_is_another(day: str) -> None:
    """BOZTEPE is listed; ZTE does not reach it, on any day, nor does it reach ZTE."""
    for place in ("hits", "demoted", "other_days"):
        assert not any(
            "BOZTEPE" in text.upper() for text in captions(licet("match", "ZTE", "--as-of", day), place)
        )
        found = captions(licet("match", "Boztepe", "--as-of", day), place)
        assert not any("ZTE" in text.upper().split() or "ZHONGXING" in text.upper() for text in found)


@pytest.fixture(scope="module")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three real editions: before the order, with the two rows that the order added, after its end."""
    folder = tmp_path_factory.mktemp("real")
    plain = read_bytes("bis_dpl/2018-08-17/dpl.txt.gz")
    rows = read_bytes("bis_dpl/zte_2018_hand_made/dpl_zte_rows.txt").partition(b"\n")[2]
    for day, content in (("2018-04-10", plain), ("2018-04-16", plain + rows), ("2018-07-13", plain)):
        (folder / day).mkdir()
        (folder / day / "dpl.txt").write_bytes(content)
        files = [folder / day / "dpl.txt", "--list", "us_bis_dpl"]
        done = licet(
            "lists", "import", *files, "--published", day, "--known", day, "--db", folder / "real.db"
        )
        assert done.status == 0, done
        assert done.json["new"] is True
    return folder / "real.db"


@needs_shared
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("day", "status", "code"), STORY)
def test_the_real_denied_persons_list_gives_the_same_answers(
    real_store: Path, name: str, day: str, status: str, code: int
) -> None:
    """539 official rows around the two of the order; "ZTE Corp." and the Chinese name come by the overlay."""
    done = licet("match", name, "--as-of", day, "--lists", "us_bis_dpl", "--db", real_store)
    assert (done.json["status"], done.status) == (status, code)
    assert captions(done) == ({PARTY} if status == "hits" else set())
    assert status == "hits" or tells_its_days(done)
    assert [use["id"] for use in done.json["lists"]] == ["us_bis_dpl"]


@needs_shared
def test_the_real_list_as_it_was_known_on_15_april_has_no_order(real_store: Path) -> None:
    """What the desk could have answered that evening."""
    asked = ("--as-of", "2018-05-14", "--known-by", "2018-04-15", "--lists", "us_bis_dpl", "--db", real_store)
    done = licet("match", NAMES[0], *asked)
    assert (done.json["status"], done.status) == ("no_hit", 0)
