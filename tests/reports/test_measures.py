"""The reference of measure kinds is what the code and the rulebook say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from licet.reports import measures
from licet.reports.measure_sources import constants
from licet.rules.kind import Kind
from licet.rules.registry import KINDS
from licet.wiring.law import loaded

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "measures.md"
BUILT = measures.build(loaded(), KINDS)


def test_the_page_is_up_to_date() -> None:
    """`licet rulebook docs > docs/reference/measures.md` writes it again."""
    assert PAGE.read_text(encoding="utf-8") == BUILT


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_each_kind_tells_its_law_its_citations_and_its_limits(kind: Kind) -> None:
    """A kind without law in plain words, citations or limits is not ready."""
    (section,) = re.findall(
        rf"^## {re.escape(f'{kind.step} {kind.title}')}$(.*?)(?=^## |\Z)", BUILT, re.MULTILINE | re.DOTALL
    )
    law, _, limits = section.partition("\nNot covered:\n")
    assert len(law.split()) > 25
    assert all(cite in law for cite in kind.citations)
    assert kind.citations
    assert limits.strip().startswith("- ")


def test_every_measure_and_every_open_point_is_told() -> None:
    """What is loaded is on the page, and low confidence stands beside it."""
    book = loaded()
    for key, measure in book.measures.items():
        assert f"`{key}`" in BUILT
        if measure.review:
            assert measure.review in BUILT


def test_every_value_is_told_once_at_least() -> None:
    """By its id, or with the family it belongs to."""
    for key in loaded().values:
        assert f"`{key}`" in BUILT or f"`{key.rpartition('.')[0]}.*`" in BUILT


def test_links_of_the_overview_lead_to_headings() -> None:
    """Each anchor is the one that a heading gets."""
    anchors = set(re.findall(r"\]\(#([^)]+)\)", BUILT))
    headings = re.findall(r"^## (.+)$", BUILT, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert anchors
    assert anchors <= made


def test_a_kind_s_ids_are_found_in_the_modules_it_computes_with() -> None:
    """The denial order reads the standard terms."""
    kind = next(item for item in KINDS if item.id == "denial_order")
    assert any(key in constants(kind.decide) for key in loaded().values)
