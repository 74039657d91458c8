"""What holds nothing to compare is told apart from what was compared and not found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.model import Address, Identifier, IdentifierKind, Subject
from licet.text.tokens import name_forms
from licet.usecases.comparable import comparable, is_comparable, not_compared

PASSPORT = IdentifierKind.PASSPORT


@pytest.mark.parametrize("name", ["!!!", "---", "😀", "&", "★ ★", "?", "(…)", "々", "\u200b"])
def test_a_name_without_letter_or_digit_is_not_comparable(name: str) -> None:
    assert not comparable(name)


@pytest.mark.parametrize("name", ["X", "7", "Ж", "王", "😀 Ivan", "ᏣᎳᎩ", "٣", "№ 1", "ﬁ", "한", "ไทย", "क"])
def test_a_name_with_one_is_comparable_in_any_script(name: str) -> None:
    assert comparable(name)


@settings(deadline=None)
@given(name=st.text(max_size=12))
def test_a_comparable_name_is_one_that_the_matcher_reads(name: str) -> None:
    assert not comparable(name) or name_forms(name)


@given(name=st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20), max_size=12))
def test_every_ascii_letter_and_digit_counts(name: str) -> None:
    assert comparable(name) == any(letter.isalnum() for letter in name)


def test_the_parts_of_a_subject_that_are_not_compared_are_named() -> None:
    subject = Subject(("!!!", "Ivan"), identifiers=(Identifier(PASSPORT, "--"), Identifier(PASSPORT, "A1")))
    assert not_compared(subject) == ("name '!!!'", "passport '--'")
    assert is_comparable(subject)


@pytest.mark.parametrize(
    ("subject", "whether"),
    [
        (Subject(("!!!",)), False),
        (Subject(()), False),
        (Subject(("!!!",), identifiers=(Identifier(PASSPORT, "--"),)), False),
        (Subject(("!!!",), identifiers=(Identifier(PASSPORT, "A1"),)), True),
        (Subject(("!!!", "Ivan")), True),
        (Subject(("!!!",), addresses=(Address("Germany"),)), False),
        (Subject(("!!!",), addresses=(Address("22 Wing Lok Street, Hong Kong"),)), True),
    ],
)
def test_a_subject_is_comparable_when_any_part_of_it_is(subject: Subject, whether: bool) -> None:
    assert is_comparable(subject) == whether
