"""Import of an edition: gates, carried parts, what a refusal leaves, editions out of order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.shared import needs_shared, read_bytes

from licet import demo
from licet.errors import RefusedEditionError
from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import AsOf, end_of_day
from licet.store import Store, open_store
from licet.usecases.lists_import import Receipt, examine, import_edition
from licet.usecases.lists_status import status

SDN = registry.list_spec("us_ofac_sdn")
EDITIONS = {item.published: item for item in demo.editions() if item.list_id == "us_ofac_sdn"}
FIRST, SECOND = EDITIONS[date(2022, 3, 1)], EDITIONS[date(2024, 5, 3)]
ACCEPT = "a short edition for a test"
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(f"sqlite:///{tmp_path / 'lists.db'}", tmp_path / "archive") as opened:
        yield opened


def raw(edition: demo.DemoEdition, *without: str) -> RawEdition:
    parts = {part: content for part, content in edition.parts.items() if part not in without}
    return RawEdition(parts, edition.names)


def test_an_alias_file_that_did_not_come_is_carried_and_told(store: Store) -> None:
    """Otherwise every alias would be gone without a word."""
    import_edition(store, SDN, raw(FIRST), Receipt(NOW, FIRST.published, ACCEPT))
    done = import_edition(store, SDN, raw(SECOND, "alt"), Receipt(NOW, SECOND.published, ACCEPT))
    carried = {item.part for item in done.edition.files if item.carried}
    assert carried == {"alt"}
    assert [item.where for item in done.problems if item.code == "carried_part"] == ["alt"]
    before = {name.text for item in store.listings_in(SDN.id, 1) for name in item.names}
    kept = {item.key for item in store.listings_in(SDN.id, 2)}
    still = {name.text for item in store.listings_in(SDN.id, 1) if item.key in kept for name in item.names}
    after = {name.text for item in store.listings_in(SDN.id, 2) for name in item.names}
    assert before > set()
    assert len(still - after) <= len(still) // 20


def test_an_edition_without_its_main_file_is_refused_and_recorded(store: Store) -> None:
    """The bytes are kept for inspection; the last good edition stays; the status tells."""
    good = import_edition(store, SDN, raw(FIRST), Receipt(NOW, FIRST.published, ACCEPT)).edition
    later = datetime(2026, 1, 2, tzinfo=UTC)
    with pytest.raises(RefusedEditionError, match="needs the file 'sdn'") as caught:
        import_edition(store, SDN, raw(SECOND, "sdn"), Receipt(later, SECOND.published))
    assert good.name in str(caught.value)
    assert [item.seq for item in store.editions(SDN.id)] == [1]
    (refusal,) = store.refusals(SDN.id)
    assert all(store.archive.has(sha256) for _name, sha256 in refusal.files)
    (told,) = (item for item in status(store, [SDN], later))
    assert "refused 2026-01-02" in told.trouble


def test_an_old_edition_that_comes_late_answers_for_its_own_days_only(store: Store) -> None:
    """Two clocks: what was received later does not change what was known before."""
    early, late = datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC)
    import_edition(store, SDN, raw(SECOND), Receipt(early, SECOND.published, ACCEPT))
    import_edition(store, SDN, raw(FIRST), Receipt(late, FIRST.published, ACCEPT))

    def answers(valid: date, known: datetime) -> date | None:
        found = store.edition_at(SDN.id, AsOf(valid, known))
        return found.published if found else None

    assert answers(date(2023, 1, 1), early) is None
    assert answers(date(2023, 1, 1), late) == FIRST.published
    assert answers(date(2025, 7, 1), late) == SECOND.published


def test_the_same_bytes_again_are_no_new_edition(store: Store) -> None:
    """Nothing is kept twice."""
    receipt = Receipt(NOW, FIRST.published, ACCEPT)
    assert import_edition(store, SDN, raw(FIRST), receipt).new
    assert not import_edition(store, SDN, raw(FIRST), Receipt(end_of_day(NOW.date()), FIRST.published)).new
    assert len(store.editions(SDN.id)) == 1


def test_examining_keeps_nothing(store: Store) -> None:
    """What a dry run sees is what the import would."""
    seen = examine(store, SDN, raw(FIRST), Receipt(NOW, FIRST.published))
    assert len(seen.listings) > 10
    assert seen.reasons
    assert store.editions(SDN.id) == []
    assert list(store.archive.contents()) == []


def test_an_acceptance_is_recorded_with_what_it_overrode(store: Store) -> None:
    """Who reads the edition later sees the reason and the objections."""
    done = import_edition(store, SDN, raw(FIRST), Receipt(NOW, FIRST.published, ACCEPT))
    assert done.edition.accepted.startswith(ACCEPT)
    assert "rows where this list has at least" in done.edition.accepted


@needs_shared
@pytest.mark.parametrize(
    ("list_id", "part", "files"),
    [
        ("us_state_isn", "csv", ("state_isn/2015-04-21/isn.csv.gz", "state_isn/2015-08-12/isn.csv.gz")),
        (
            "us_ofac_cons",
            "xml",
            ("ofac/nonsdn/2018-04-06/consolidated.xml.gz", "ofac/nonsdn/2020-03-17/consolidated.xml.gz"),
        ),
    ],
)
def test_a_step_that_is_known_to_be_real_passes_for_exactly_its_bytes(
    store: Store, list_id: str, part: str, files: tuple[str, str]
) -> None:
    """The reason is recorded; a file that differs by a byte is refused."""
    spec = registry.list_spec(list_id)
    before, after = (read_bytes(name) for name in files)
    import_edition(store, spec, RawEdition({part: before}), Receipt(NOW, date(2015, 4, 21)))
    with pytest.raises(RefusedEditionError, match="fewer"):
        import_edition(store, spec, RawEdition({part: after + b"\n"}), Receipt(NOW, date(2020, 3, 17)))
    done = import_edition(store, spec, RawEdition({part: after}), Receipt(NOW, date(2020, 3, 17)))
    assert done.edition.accepted.startswith("the official files show")
