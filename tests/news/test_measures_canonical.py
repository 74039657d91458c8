"""Acts told in their usual words, and parties that are near a measure and no target of it."""

from __future__ import annotations

import pytest

from licet.news.measures.measure import Measure
from licet.news.reading import read
from licet.news.story import read_story


def measures(text: str) -> list[Measure]:
    """Measures of a story."""
    return [value.value for value in read(read_story(f"date 2025-06-03\n{text}\n")).measures]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("BIS revoked the export privileges of Ivan Petrin for ten years.", "denial_order", "ivan-petrin"),
        ("The United States sanctioned Brankov's firm, Orlan d.o.o., in May.", "sanctions", "orlan"),
        ("The EU sanctioned only her charterer, Orlan Trading DMCC.", "sanctions", "orlan-trading"),
        ("Commerce fined Orlan Ltd $3 million for shipping chips.", "fine", "orlan"),
    ],
)
def test_an_act_has_its_kind_and_target(text: str, kind: str, target: str) -> None:
    """A name in apposition tells who a noun is; an office is meant by its short name before its verb."""
    [found] = measures(text)
    assert (str(found.type), found.targets) == (kind, (target,))


def test_a_tariff_of_a_rate_on_goods_needs_no_party() -> None:
    """Who imposed it is told elsewhere, or nowhere."""
    assert [str(item.type) for item in measures("A 25% tariff on steel took effect on Wednesday.")] == [
        "tariff"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "OFAC said on Monday that any firm that helps Orlan Ltd will be sanctioned.",
        "In Orlan v. Treasury Department, the plaintiff was sanctioned, OFAC said.",
    ],
)
def test_who_is_named_beside_it_is_no_target(text: str) -> None:
    """The object of a relative clause and the name of a case are not on whom it is."""
    assert all("orlan" not in item.targets for item in measures(text))


@pytest.mark.parametrize("asked", ["petition", "licence application", "request"])
def test_to_deny_what_was_asked_is_no_speech(asked: str) -> None:
    """An authority refuses thereby."""
    assert read(read_story(f"OFAC denied the {asked} of Orlan Ltd on September 9.")).statements == ()
    [said] = read(read_story("OFAC denied that the petition of Orlan Ltd was ever read.")).statements
    assert said.value.content
