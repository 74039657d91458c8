"""Kinds of measures that only the story as a whole tells."""

from __future__ import annotations

import pytest

from licet.news.layout import layout
from licet.news.measures.theme import theme_of
from licet.news.reading import read
from licet.news.story import read_story


def kinds(text: str, trigger: str) -> set[str]:
    """Kinds of the places of a story that a word tells."""
    reading = read(read_story(f"date 2024-06-12\n{text}"))
    return {
        str(item.type)
        for value in reading.measures
        for item in value.value.mentions
        if item.trigger.text.lower() == trigger
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Commerce Department added Tarn Optics Ltd. to its Entity List. It designated a trader too.",
            "listing",
        ),
        (
            "The Treasury Department designated Orlan Shipping Ltd. under its sanctions. A freeze covers it.",
            "asset_freeze",
        ),
        (
            "The Treasury Department designated Orlan Shipping Ltd. under its sanctions on the oil trade.",
            "sanctions",
        ),
    ],
)
def test_a_designation_is_what_the_story_tells_of_lists_and_freezes(text: str, kind: str) -> None:
    assert kinds(text, "designated") == {kind}


def test_a_blacklist_of_bidders_debars() -> None:
    text = (
        "The railways ministry blacklisted Tarn Works Ltd. for three years. Bidders for its tenders must show"
        " their procurement records, and the ministry buys couplers by tender."
    )
    assert kinds(text, "blacklisted") == {"procurement_ban"}


def test_a_ban_on_sales_abroad_is_one_on_exports() -> None:
    abroad = "The European Union banned the sale of pumps to Russia. Exporters of pumps protested."
    at_home = "The European Union banned the sale of Tarn Optics phones. Importers of phones protested."
    assert kinds(abroad, "banned") == {"export_ban"}
    assert kinds(at_home, "banned") == {"sales_ban"}


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Customs detained cargoes of importers, and exporters asked for a licence.", True),
        ("The trade ministry banned exports of steel.", True),
        (
            "A ban, a fine, a licence, a sanction and a penalty: the referee listed them.",
            False,
        ),
        ("The cat sat on the mat.", False),
    ],
)
def test_a_story_is_about_measures_by_who_takes_them_and_what_they_are_on(text: str, *, on: bool) -> None:
    assert theme_of(layout(read_story(f"date 2024-06-12\n{text}"))).on is on
