"""Names with aliases inside."""

from __future__ import annotations

import pytest

from licet.lists.formats.us_names import is_address, names_of, split_list
from licet.model import Name, NameKind


def test_aliases_inside_a_name_become_names() -> None:
    """State writes them in brackets after the name."""
    assert names_of("Du, Gia An (a.k.a. Anthony Huynh; Simon Du)") == (
        Name("Du, Gia An"),
        Name("Anthony Huynh", NameKind.AKA),
        Name("Simon Du", NameKind.AKA),
    )


def test_an_alias_may_have_brackets_of_its_own() -> None:
    """The last bracket closes the outer one."""
    names = names_of("Example Ltd. (f.k.a., Former Example (Holdings))")
    assert names[1] == Name("Former Example (Holdings)", NameKind.FKA)


def test_a_leading_and_is_no_part_of_an_alias() -> None:
    """Entity List aliases were cut out of a sentence."""
    assert [name.text for name in names_of("X", ("IHEP", "and Institute ITEF"))] == [
        "X",
        "IHEP",
        "Institute ITEF",
    ]


@pytest.mark.parametrize(
    "text", ["Sand and Swan", "Andrea Example", "Akana Ltd.", "D.B. Andrews", "(a.k.a. X)"]
)
def test_a_name_that_only_looks_like_an_alias_mark_stays_whole(text: str) -> None:
    """Nothing is cut from ordinary names."""
    assert names_of(text) == (Name(text),)


def test_the_same_name_is_not_given_twice() -> None:
    """2014 files repeat the alias in a column."""
    assert len(names_of("A (a.k.a. B)", ("B",))) == 2


def test_a_dash_after_the_separator_is_dropped() -> None:
    """As in `LLC Surgutmebel;-LLC Syrgutmebel`."""
    assert split_list("LLC One;-LLC Two; ") == ("LLC One", "LLC Two")


@pytest.mark.parametrize(
    ("name", "expected"), [("Address 01", True), ("Address 8", True), ("Addressing Co", False)]
)
def test_an_address_listed_in_its_own_right_is_no_company(name: str, expected: bool) -> None:
    """Entity List rows of 2024 (89 FR 51653)."""
    assert is_address(name) is expected
