"""Days read in paths."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from licet.usecases.lists_tree import stamp_in


@pytest.mark.parametrize(
    ("path", "stamp"),
    [
        ("ofac/sdn_csv/2014-05-27/sdn.csv", datetime(2014, 5, 27, tzinfo=UTC)),
        (
            "h/2021-08-18_2024-05-04.tar.xz/sdn/2021-08-20T185052Z.csv",
            datetime(2021, 8, 20, 18, 50, 52, tzinfo=UTC),
        ),
        ("eu/20240513-FULL-1_1(xsd).xml", datetime(2024, 5, 13, tzinfo=UTC)),
        ("2014-05-09/aeca_debarred_party_list_05092014.csv", datetime(2014, 5, 9, tzinfo=UTC)),
        ("dpl.txt", None),
        ("12345678901234.txt", None),
        ("2014-02-31/x.csv", None),
    ],
)
def test_the_last_real_day_in_a_path_is_its_stamp(path: str, stamp: datetime | None) -> None:
    """The file's own stamp beats that of the folder; a number that is no day is none."""
    assert stamp_in(path) == stamp
