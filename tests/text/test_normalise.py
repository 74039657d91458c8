"""One spelling for what is written in many ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.text.normalise import normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S.A.", "sa"),
        ("d.o.o.", "doo"),
        ("AL-QAHTANI", "al qahtani"),
        ("Al-Qa'ida", "al qaida"),
        ("Al-Qa’ida", "al qaida"),
        ("Johnson & Johnson", "johnson and johnson"),
        ("ＺＴＥ　Ｃｏｒｐ．", "zte corp"),
        ("Z\u200bT\u200dE", "zte"),
        ("a\tb\x00c", "a b c"),
        ("Müller GmbH", "muller gmbh"),
        ("A.B. Ivanov", "a b ivanov"),
        ("I.R.I.S.L.", "irisl"),
        ("Foo A/S", "foo as"),
        ("Йошкар", "йошкар"),
        ("بُوتين", "بوتين"),
        ("...", ""),
        ("", ""),
    ],
)
def test_spellings_of_one_name_are_one(text: str, expected: str) -> None:
    """Case, width, accents, apostrophes and punctuation make no difference."""
    assert normalise(text) == expected


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The result is its own normal form, whatever the text."""
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(max_size=40))
def test_nothing_but_words_and_single_spaces_is_left(text: str) -> None:
    """No control character, no double space, no space at the ends."""
    found = normalise(text)
    assert found == " ".join(found.split())
