"""Which addresses a download may go to."""

from __future__ import annotations

import pytest

from licet.fetch.addresses import check_address, host_matches, is_loopback, without_query
from licet.fetch.contract import Trouble


@pytest.mark.parametrize(
    ("host", "pattern", "matches"),
    [
        ("a.s3.amazonaws.com", "*.s3.amazonaws.com", True),
        ("A.b.S3.amazonaws.com.", "*.s3.amazonaws.com", True),
        ("s3.amazonaws.com", "*.s3.amazonaws.com", False),
        ("evils3.amazonaws.com", "*.s3.amazonaws.com", False),
        ("a.s3.amazonaws.com.evil.org", "*.s3.amazonaws.com", False),
        ("a.s3.us-gov-west-1.amazonaws.com", "*.s3.*.amazonaws.com", True),
        ("a.s3.x.y.amazonaws.com", "*.s3.*.amazonaws.com", False),
        ("sanctionslist.fcdo.gov.uk", "sanctionslist.fcdo.gov.uk", True),
        ("x.sanctionslist.fcdo.gov.uk", "sanctionslist.fcdo.gov.uk", False),
        ("anything.com", "*", False),
        ("anything.com", "*.com", False),
        ("a.b.com", "", False),
        ("", "*.b.com", False),
        ("a..b.com", "*.b.com", False),
    ],
)
def test_a_pattern_allows_no_more_than_it_says(host: str, pattern: str, matches: bool) -> None:
    """Whole labels only, and never a whole top-level domain."""
    assert host_matches(host, pattern) is matches


@pytest.mark.parametrize(
    ("url", "first"),
    [
        ("http://a.org/f", "https://a.org/f"),
        ("https://b.org/f", "https://a.org/f"),
        ("https://a.org@b.org/f", "https://a.org/f"),
        ("https://a.org.b.org/f", "https://a.org/f"),
    ],
)
def test_a_redirect_leaves_neither_encryption_nor_host(url: str, first: str) -> None:
    """Not even where http is allowed at all: what began encrypted stays so."""
    with pytest.raises(Trouble):
        check_address(url, first, (), allow_http=True)


def test_the_same_host_and_a_named_one_are_fine() -> None:
    """Host names are compared without regard to case."""
    check_address("https://A.org/g", "https://a.org/f", (), allow_http=False)
    check_address("https://x.cdn.b.org/g", "https://a.org/f", ("*.cdn.b.org",), allow_http=False)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True),
        ("a.localhost", True),
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("10.0.0.1", False),
        ("localhost.evil.org", False),
        ("127.0.0.1.evil.org", False),
    ],
)
def test_loopback_is_this_machine_only(host: str, loopback: bool) -> None:
    """By address or reserved name."""
    assert is_loopback(host) is loopback


def test_a_query_is_dropped_with_the_fragment() -> None:
    """In either order."""
    assert without_query("https://a.org/f?x=1#y") == "https://a.org/f"
    assert without_query("https://a.org/f#y?x=1") == "https://a.org/f"
