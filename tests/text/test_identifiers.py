"""Identifiers in one spelling, and their check digits."""

from __future__ import annotations

import pytest

from licet.text.checksums import normalise_identifier, valid


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("imo", "IMO 9187629", "9187629"),
        ("bic", "BKCH CN BJ XXX", "bkchcnbj"),
        ("passport", "A-123 456", "a123456"),
        ("wallet", "0xAbC0", "0xabc0"),
        ("lei", "5493 00IB P32U QZ0K L24", "549300IBP32UQZ0KL24"),
    ],
)
def test_spellings_of_one_identifier_are_one(kind: str, one: str, other: str) -> None:
    """Spaces, punctuation and case make no difference, where they carry nothing."""
    assert normalise_identifier(kind, one) == normalise_identifier(kind, other)


def test_the_case_of_a_base58_wallet_matters() -> None:
    """Two addresses that differ in case alone are two addresses."""
    assert normalise_identifier("wallet", "1A1zP1eP") != normalise_identifier("wallet", "1a1zp1ep")


def test_check_digits_are_tested_where_there_are_any() -> None:
    """A passport has none."""
    assert valid("imo", "IMO 9074729") is True
    assert valid("imo", "IMO 9074728") is False
    assert valid("lei", "213800KUD8LAJWSQ9D15") is True
    assert valid("lei", "213800KUD8LAJWSQ9D16") is False
    assert valid("passport", "A123") is None
