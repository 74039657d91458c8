"""Federal Register citations out of prose."""

from __future__ import annotations

import pytest

from licet.lists.formats.us_citations import citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("84 FR 61538", ("84 FR 61538",)),
        (
            "68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06",
            ("68 FR 38290 (2003-06-27)", "71 FR 38843 (2006-07-10)"),
        ),
        ("83 F.R. 17644 4/23/2018", ("83 FR 17644 (2018-04-23)",)),
        ("77 FR 61249 No. 195", ("77 FR 61249 (No. 195)",)),
        ("78 FR 58006 (no. 182)", ("78 FR 58006 (No. 182)",)),
        ("51 F.R. 7476 3/4/86 and 51 F.R. 7481", ("51 FR 7476 (1986-03-04)", "51 FR 7481")),
        ("86 FR 29193; 85 FR 1, 84 FR 2 (8/21/19)", ("86 FR 29193", "85 FR 1", "84 FR 2 (2019-08-21)")),
        ("81 F.R.45276 7/13/2016", ("81 FR 45276 (2016-07-13)",)),
        ("75.F.R. 12345 3/3/2010", ("75 FR 12345 (2010-03-03)",)),
        ("75 F.R. 12345, 12346 3/3/2010", ("75 FR 12345, 12346 (2010-03-03)",)),
        ("", ()),
    ],
)
def test_citations_are_read_in_order(text: str, expected: tuple[str, ...]) -> None:
    """The volume tells the century of a two-digit year."""
    assert citations(text) == (expected, ())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("82 F.R. 2312 1/9/2017, F.R. 30823 7/3/2017, 82 F.R. 61745 12/29/2017", "F.R. 30823 7/3/2017"),
        ("86 F.R. 66276 11/22/2021, 87 30173 5/18/2022", "87 30173 5/18/2022"),
        ("88 F.R. 30078 5/10/2023, 89 F.R. NOTICD 87329 11/1/2024", "89 F.R. NOTICD 87329 11/1/2024"),
        (
            "66 F.R. 47630 9/13/01, NEW F.R. NOTICE TO BE PUBLISHED SOON",
            "NEW F.R. NOTICE TO BE PUBLISHED SOON",
        ),
    ],
)
def test_what_is_no_citation_is_kept_at_its_place(text: str, left: str) -> None:
    """A volume left out by the publisher is not guessed."""
    found, unread = citations(text)
    assert unread == (left,)
    assert left in found
