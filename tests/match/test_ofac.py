"""The official search page's scoring, as publicly described."""

from __future__ import annotations

import csv
import io

import pytest
from tests.shared import needs_shared, read_bytes

from licet.match.ofac import OfacIndex, ofac_best, ofac_score, soundex

LISTED = (
    "GARCIA, Jorge",
    "ИВАНОВ Иван",
    "O'Hara 5 No",
    "",
    "AL-QAHTANI, Abd",
    "Petrov Petr",
    "PETROFF, Ivan 7",
)


@pytest.mark.parametrize(
    ("ours", "theirs", "score"),
    [
        ("Robert", "Roger", 86),
        ("Jorge Garcia", "GARCIA, Jorge", 100),
        ("Jorge Garcia", "jorge  garcía", 100),
        ("Abcdef", "Zyxwvu", 0),
        ("", "Roger", 0),
    ],
)
def test_known_pairs_score_as_known(ours: str, theirs: str, score: int) -> None:
    """The names "Robert" and "Roger" score 86 on the page; the parts of a name may come in any order."""
    assert ofac_score(ours, theirs) == score


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Robert", "R163"),
        ("Rupert", "R163"),
        ("Ashcraft", "A261"),
        ("Tymczak", "T522"),
        ("Pfister", "P236"),
        ("7", ""),
    ],
)
def test_soundex_is_the_american_one(word: str, code: str) -> None:
    """The examples of the National Archives and of Knuth."""
    assert soundex(word) == code


@pytest.mark.parametrize(
    "name", ["Jorge Garcia", "Ivan Ivanov", "Petrov Pyotr", "Robert 7", "5", "ivan petrov 7", ""]
)
def test_all_names_at_once_score_as_one_by_one(name: str) -> None:
    """The index is a faster way to the same figure."""
    assert OfacIndex(LISTED).best(name) == ofac_best([name], LISTED)


@needs_shared
def test_it_is_loose_at_ninety() -> None:
    """About two in a hundred members of Congress hit a listed person; the description says 2 %."""
    rows = csv.reader(
        io.StringIO(read_bytes("ofac/sdn_csv/2024-05-03/sdn.csv.gz").decode("utf-8", "replace"))
    )
    listed = [row[1] for row in rows if len(row) > 2 and row[2].strip() == "individual"]
    people = csv.DictReader(io.StringIO(read_bytes("names/us_legislators-current.csv.gz").decode()))
    clean = [f"{row['first_name']} {row['last_name']}" for row in people][:200]
    index = OfacIndex(listed)
    hit = sum(index.best(name) >= 90 for name in clean)
    assert len(listed) > 5000
    assert 1 <= hit <= 10
