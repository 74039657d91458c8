"""Names that would harm the matching are repaired, and told."""

from __future__ import annotations

import pytest

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.lists.readable_names import readable
from licet.model import Listing, Name, NameKind, PartyKind, Problem, Severity

ISN = (
    "Source List,Programs,Name,Alternative Names,Country,Federal Register Notice,Effective Date,"
    "Remarks/Notes,Web Link\n"
)


def party(*names: str) -> Listing:
    return Listing("x", "1", PartyKind.UNKNOWN, tuple(Name(text) for text in names))


def test_a_name_of_a_megabyte_is_cut_and_kept_whole_in_the_details() -> None:
    """Read through the registry, as every import does."""
    name = "EXAMPLE " * 125_000
    content = f'{ISN}ISN,INKSNA,{name},,Russia,"Vol. 81, No. 128, 07/05/16",6/28/2016,,\n'.encode()
    results = list(registry.parser("us_state_isn")(RawEdition({"csv": content})))
    (listing,) = (item for item in results if isinstance(item, Listing))
    (problem,) = (item for item in results if isinstance(item, Problem))
    assert len(listing.caption) <= 1000
    assert dict(listing.details)["long_names"] == name.strip()
    assert (problem.code, problem.severity, len(problem.record)) == ("long_name", Severity.FIELD, 500)
    assert "999,999 characters" in problem.message


def test_a_name_of_a_thousand_characters_stays_as_it_is() -> None:
    """The limit itself is allowed."""
    item = party("N" * 1000)
    assert list(readable(iter([item]))) == [item]


@pytest.mark.parametrize(
    ("published", "read"),
    [
        ("SMITH &amp; SONS", "SMITH & SONS"),
        ("O&#39;NEILL", "O'NEILL"),
        ("JOS&#xC9; SAMPLE", "JOS\u00c9 SAMPLE"),
    ],
)
def test_html_escapes_are_resolved_with_a_note(published: str, read: str) -> None:
    """An escaped letter would never match."""
    listing, problem = readable(iter([party("PLAIN", published)]))
    assert isinstance(listing, Listing)
    assert isinstance(problem, Problem)
    assert [name.text for name in listing.names] == ["PLAIN", read]
    assert (problem.code, problem.severity, problem.record) == ("escaped_name", Severity.NOTE, published)


@pytest.mark.parametrize("text", ["AT&T", "A & B; C", "R&D;", "M&A CO., LTD;"])
def test_a_plain_ampersand_is_no_escape(text: str) -> None:
    """Companies have it in their names."""
    item = party(text)
    assert list(readable(iter([item]))) == [item]
    assert item.names[0].kind is NameKind.PRIMARY
