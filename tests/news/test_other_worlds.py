"""Stories of other worlds than trade: none of their bans is a measure; one that is stands out among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.model.news import Value
from licet.news.measures.measure import Measure
from licet.news.modality.modality import EFFECTIVE
from licet.news.reading import read
from licet.news.story import read_story

WORLDS = Path(__file__).parent / "stories" / "worlds"
NONE = sorted(path.stem for path in (WORLDS / "none").glob("*.txt"))
TOLD: tuple[tuple[str, str, str], ...] = (
    ("abramov-rugby", "listing", "added"),
    ("angling-import", "import_ban", "detained"),
    ("angling-import", "import_ban", "banned"),
    ("bakery-fine", "fine", "fined"),
    ("chess-president", "sanctions", "sanctions"),
    ("chess-president", "asset_freeze", "asset freeze"),
    ("club-owner", "asset_freeze", "frozen"),
    ("club-owner", "listing", "added"),
    ("film-festival", "revocation", "withdrew"),
    ("fishing-fleet", "import_ban", "barred"),
    ("fund-oligarch", "asset_freeze", "froze"),
    ("fund-oligarch", "listing", "added"),
    ("horse-ban", "import_ban", "suspended"),
    ("museum-loan", "export_ban", "export ban"),
    ("opera-patron", "listing", "put"),
    ("opera-patron", "travel_ban", "banned"),
    ("school-lab", "export_ban", "blocked"),
    ("zoo-licence", "revocation", "revoked"),
)
"""Stories, and the kind and the words of a measure that each tells."""
WITHIN = frozenset(("zoo-licence",))
"""Stories that tell it only behind "after" and "said", where nobody vouches that it is in force."""
OF_THE_WORLD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("abramov-rugby", ("suspended their contracts", "lifted its rule")),
    ("bakery-fine", ("banned dogs",)),
    ("chess-president", ("suspended",)),
    ("club-owner", ("transfer ban", "suspended")),
    ("film-festival", ("barred",)),
    ("fund-oligarch", ("suspended for a fight", "barred until")),
    ("horse-ban", ("ban of nine days", "lifted its limit")),
    ("museum-loan", ("fined by the city", "prohibited")),
    ("opera-patron", ("banned from the stage",)),
    ("school-lab", ("banned at the school",)),
    ("zoo-licence", ("suspended",)),
)
"""Words of the same stories that tell of no measure."""


def measures(group: str, name: str) -> tuple[str, list[Value[Measure]]]:
    """The text of a story and the measures read in it."""
    reading = read(read_story((WORLDS / group / f"{name}.txt").read_bytes()))
    return reading.story.text, list(reading.measures)


def test_there_are_stories_of_each_sort() -> None:
    """A folder that is empty would test nothing."""
    assert len(NONE) >= 32
    assert {name for name, _, _ in TOLD} == {path.stem for path in (WORLDS / "trade").glob("*.txt")}


@pytest.mark.parametrize("name", NONE)
def test_bans_fines_and_licences_of_another_world_are_no_measures(name: str) -> None:
    """Nothing is read of a story of a kennel club, a ward, a recipe, a customs officers' football team."""
    _, found = measures("none", name)
    assert [item.text for value in found for item in value.spans] == []


@pytest.mark.parametrize(("name", "kind", "words"), TOLD)
def test_a_measure_of_trade_is_found_in_such_surroundings(name: str, kind: str, words: str) -> None:
    """A state that acts, or customs, a list and a trade named, is read among fixtures and feeding times."""
    _, found = measures("trade", name)
    told = [item for value in found for item in value.value.mentions if item.trigger.text == words]
    assert kind in {item.type.value for item in told}
    if name not in WITHIN:
        assert any(item.standing.modality in EFFECTIVE for item in told if item.type.value == kind)


@pytest.mark.parametrize(("name", "others"), OF_THE_WORLD)
def test_the_bans_of_that_world_are_not_read_beside_it(name: str, others: tuple[str, ...]) -> None:
    """The goalkeeper who is suspended is none of those whose assets are frozen."""
    text, found = measures("trade", name)
    read_here = [range(item.start, item.end) for value in found for item in value.spans]
    for words in others:
        place = text.index(words)
        assert not any(spot in span for span in read_here for spot in range(place, place + len(words)))
