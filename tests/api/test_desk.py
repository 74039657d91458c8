"""The Python interface: `licet.open` and the verbs of the desk, as a new user types them."""

from __future__ import annotations

import csv
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pydantic
import pytest
from tests.command import dpl, invented, table_of, write_demo

import licet
from licet.model import to_dict
from licet.usecases.screen_types import Progress, Status

NAMES = invented(400)
DAY = "2018-05-14"


def test_without_a_store_the_embedded_lists_answer_and_say_so() -> None:
    """The notice goes to whoever wants to hear it."""
    heard: list[str] = []
    with licet.open(say=heard.append) as desk:
        assert desk.embedded
        answer = desk.as_of(DAY).match("ZTE Corp.")
    assert answer.status == "hits"
    assert "embedded demonstration lists" in heard[0]


def test_a_person_is_matched_with_score_name_listing_and_reasons() -> None:
    """Every field of the question counts."""
    with licet.open() as desk:
        there = desk.as_of("2026-10-15")
        person = licet.Person(name="Omer Boztepe", birth_date="1966-01-01", country="tr")
        answer = there.match(person)
        other = there.match(licet.Person(name="Omer Boztepe", birth_date="1968-04-12", country="tr"))
    assert answer.status == "hits"
    best = answer.hits[0]
    assert best.listing.caption == best.entity.caption == "BOZTEPE, Omer"
    assert best.matched_name is not None
    assert best.matched_name.text == "BOZTEPE, Omer"
    assert best.entity_id.partition(":")[0] in {"us_csl", "us_ofac_sdn"}
    assert best.edition.published <= date(2026, 10, 15)
    assert 0.8 <= other.hits[0].score < best.score <= 1
    assert (best.channel, best.strength > other.hits[0].strength) == ("name", True)
    assert any("Date of birth agrees" in line for line in best.explain().lines)
    assert any("Date of birth differs" in line for line in other.hits[0].explain().lines)
    assert best.to_dict() == answer.to_dict()["hits"][0]
    json.dumps(answer.to_dict())


def test_the_answer_tells_the_exact_editions_used() -> None:
    """And what else would match on other days."""
    with licet.open() as desk:
        answer = desk.as_of("2018-07-13").match(licet.Organisation(name="ZTE Corp.", country="cn"))
    assert (answer.status, answer.hits, answer.incomplete) == ("no_hit", (), ())
    used = {use.list_id: use.edition for use in answer.lists}
    assert used["us_bis_dpl"] is not None
    assert used["us_bis_dpl"].published == date(2018, 7, 13)
    assert {item.match.in_force_to for item in answer.other_days} == {date(2018, 7, 12)}
    assert answer.demoted == ()


def test_both_clocks_take_dates_and_texts() -> None:
    """Days, instants with a zone, and the same in words; the desk itself stays at today."""
    with licet.open() as desk:
        for valid, known in (
            (DAY, "2018-04-15"),
            (date(2018, 5, 14), date(2018, 4, 15)),
            (DAY, datetime(2018, 4, 15, 23, 59, tzinfo=UTC)),
            (DAY, "2018-04-15T23:59:00Z"),
        ):
            there = desk.as_of(valid, known)
            assert (there.match("ZTE Corp.").status, there.clocks.valid) == ("no_hit", date(2018, 5, 14))
        assert desk.as_of(DAY).match("ZTE Corp.").status == "hits"
        assert desk.match("ZTE Corp.").status == "no_hit"
        naive = datetime.fromisoformat("2018-04-15T12:00")
        for day, instant in (("14.5.2018", None), (DAY, "soon"), (DAY, "2018-04-15T12:00"), (DAY, naive)):
            with pytest.raises(licet.UsageError):
                desk.as_of(day, instant)


@pytest.mark.parametrize(
    "fields",
    [{"naem": "X"}, {"name": "X", "birthdate": "1970"}, {"name": "X", "identifiers": {"imo_no": "1"}}],
)
def test_an_unknown_field_is_refused(fields: dict[str, object]) -> None:
    """A misspelt birth date must not be dropped without a word."""
    with pytest.raises(pydantic.ValidationError):
        licet.Person.model_validate(fields)


@pytest.mark.parametrize(
    "party",
    [
        licet.Person(birth_date="1970"),
        licet.Person(name="X", birth_date="1970-13"),
        licet.Organisation(name="X", country="Atlantis"),
        licet.Party(name="  "),
        licet.Party(name=["!!!", "😀", "&"]),
        licet.Person(name="---", identifiers={"passport": "№ --"}, birth_date="1970", country="ru"),
        licet.Party(name="???", address="Germany"),
    ],
)
def test_a_party_that_cannot_be_understood_is_refused(party: licet.Party) -> None:
    """Before anything is screened."""
    with licet.open() as desk, pytest.raises(licet.UsageError):
        desk.match(party)


@pytest.mark.parametrize(
    ("party", "told"),
    [
        (licet.Party(name=["Unheard Of Bakery", "😀"]), "name '😀'"),
        (licet.Party(name="!!!", identifiers={"passport": "AB 12"}), "name '!!!'"),
        (licet.Party(name="!!!", address="22 Wing Lok Street, Hong Kong"), "name '!!!'"),
        (licet.Party(name="Unheard Of Bakery", identifiers={"passport": "--"}), "passport '--'"),
    ],
)
def test_what_of_a_party_was_not_compared_is_told_beside_the_answer(party: licet.Party, told: str) -> None:
    """The rest of it was."""
    with licet.open() as desk:
        answer = desk.as_of(DAY).match(party)
    assert answer.status == "no_hit"
    assert f"not compared: {told}: no letter or digit that can be compared" in answer.to_dict()["warnings"]


def test_a_ship_is_found_by_its_number() -> None:
    """Identifiers carry the match; the old name tells which ship."""
    with licet.open() as desk:
        ship = licet.Vessel(name="Unheard Of", identifiers={"imo": "9187629"})
        (hit,) = (item for item in desk.as_of(DAY).match(ship).hits if item.listing.list_id == "us_ofac_sdn")
    assert (hit.channel, hit.listing.caption, hit.matched_name) == ("identifier", "SHONA", None)


def test_opening_a_path_makes_the_store_and_it_is_incomplete_until_it_has_lists(home: Path) -> None:
    """Never `no_hit` on an empty store."""
    with licet.open(home / "new" / "desk.db") as desk:
        assert (home / "new" / "desk.db").is_file()
        answer = desk.match("Unheard Of Bakery")
        assert (answer.status, len(answer.incomplete)) == ("incomplete", 3)
        assert not desk.embedded


def test_lists_are_imported_compared_and_verified(home: Path) -> None:
    """One store, two editions, a refusal."""
    path = home / "dpl.txt"
    with licet.open(home / "desk.db", lists=("us_bis_dpl",)) as desk:
        for day, content in (
            (date(2018, 4, 10), dpl(*NAMES)),
            (date(2018, 4, 16), dpl(*NAMES[1:], "NEW PARTY LTD")),
        ):
            path.write_bytes(content)
            imported = desk.lists.import_files([path], "us_bis_dpl", published=day, known=day)
            assert (imported.new, imported.published_from) == (True, "given")
        path.write_bytes(dpl(*NAMES[:100]))
        with pytest.raises(licet.RefusedEditionError, match=r"75\.0% fewer"):
            desk.lists.import_files([path], "us_bis_dpl")
        assert [item.listings for item in desk.lists.versions("us_bis_dpl")] == [400, 400]
        changes = desk.lists.diff("us_bis_dpl", "2018-04-10", "2018-04-16").material()
        assert {(str(item.kind), item.caption) for item in changes} == {
            ("added", "NEW PARTY LTD"),
            ("removed", NAMES[0]),
        }
        assert desk.lists.verify() == []
        then, now = desk.as_of("2018-04-12"), desk.as_of("2018-04-20")
        assert NAMES[0] in {item.entity.caption for item in then.match(NAMES[0]).hits}
        assert NAMES[0] not in {item.entity.caption for item in now.match(NAMES[0]).hits}
        assert now.match("New Party Ltd").hits[0].score == 1
        assert desk.match(NAMES[2]).status == "incomplete"
        with pytest.raises(licet.UsageError, match="no list is called"):
            desk.match("X", lists=("us_bis_dlp",))


def test_a_new_edition_is_seen_by_the_same_desk(home: Path) -> None:
    """An import between two questions must change the second answer."""
    with licet.open(home / "desk.db", lists=("us_bis_dpl",)) as desk:
        for number, name in enumerate(("FIRST PARTY LTD", "SECOND PARTY LTD")):
            (home / "dpl.txt").write_bytes(dpl(*NAMES, name))
            day = date(2018, 4, 10 + number)
            desk.lists.import_files([home / "dpl.txt"], "us_bis_dpl", published=day, known=day)
            assert desk.as_of(day).match(name).status == "hits"
            assert name in {item.entity.caption for item in desk.match(name).hits}
        assert desk.as_of("2018-04-11").match("FIRST PARTY LTD").status == "no_hit"


def test_what_another_process_imports_is_seen_by_the_next_question(home: Path) -> None:
    """A desk that stays open for days never answers from yesterday's lists."""
    (home / "dpl.txt").write_bytes(dpl(*NAMES))
    with licet.open(home / "desk.db", lists=("us_bis_dpl",)) as desk, licet.open(home / "desk.db") as other:
        day = date(2018, 4, 10)
        desk.lists.import_files([home / "dpl.txt"], "us_bis_dpl", published=day, known=day)
        there = desk.as_of("2018-04-12")
        assert there.match("SECOND PARTY LTD").status == "no_hit"
        (home / "dpl.txt").write_bytes(dpl(*NAMES, "SECOND PARTY LTD"))
        day = date(2018, 4, 11)
        other.lists.import_files([home / "dpl.txt"], "us_bis_dpl", published=day, known=day)
        assert there.match("SECOND PARTY LTD").status == "hits"


def test_a_file_is_screened_with_a_mapping_and_a_key(home: Path) -> None:
    """Counts add up, every row is there, progress is told."""
    source = table_of(home, ["ZTE Corp.", "Unheard Of Bakery"])
    source.write_text(
        source.read_text(encoding="utf-8").replace("ref,name", "our number,whom"), encoding="utf-8"
    )
    heard: list[Progress] = []
    with licet.open() as desk:
        run = desk.as_of(DAY).screen(
            source, on_progress=heard.append, mapping={"whom": "name"}, id="our number"
        )
    assert run.target == home / "customers.screened.csv"
    assert (run.complete, run.counts[Status.HIT], run.counts[Status.NO_HIT]) == (True, 1, 1)
    assert sum(run.counts.values()) == run.rows_in == 2
    assert heard[-1].rows == 2
    with run.target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["our number"] for row in rows} == {"R0", "R1"}
    assert {use.field: use.column for use in run.mapping.uses} == {"name": "whom", "id": "our number"}


def test_search_and_show_look_up_and_screen_nothing() -> None:
    """By words; by id, as of a day, with the history."""
    with licet.open() as desk:
        found = desk.as_of("2018-05-14").search("zte kangxun")
        assert [item.listing.caption for item in found][:1] == ["ZTE KANGXUN TELECOMMUNICATIONS LTD."]
        entity_id = found[0].listing.entity_id
        shown = desk.as_of("2018-05-14").show(entity_id)
        assert shown.listing is not None
        assert to_dict(shown.listing) == to_dict(found[0].listing)
        assert desk.as_of("2018-08-01").show(entity_id).listing is None
        with pytest.raises(licet.UsageError, match="no listed party has the id"):
            desk.show("us_bis_dpl:nobody")
        with pytest.raises(licet.UsageError, match="no list is called"):
            desk.search("zte", lists=("us_bis_dlp",))


def test_settings_come_as_arguments_and_wrong_ones_are_refused() -> None:
    """By the same names as in licet.toml."""
    with licet.open(threshold=0.99) as desk:
        assert desk.settings.threshold == 0.99
        assert desk.as_of(DAY).match("Zhongxing Telecomunications Equipmnt").status == "no_hit"
        assert desk.as_of(DAY).match("Zhongxing Telecomunications Equipmnt", threshold=0.7).status == "hits"
    for wrong in ({"threshold": 2}, {"treshold": 0.9}, {"max_list_age": "long"}):
        with pytest.raises(licet.UsageError):
            licet.open(**wrong)


def test_an_embedded_edition_can_be_imported_as_a_users_own(home: Path) -> None:
    """With its reason; the answer carries it."""
    files = write_demo(home / "in", "us_ofac_sdn", DAY)
    with licet.open(home / "desk.db", lists=("us_ofac_sdn",)) as desk:
        day = date(2018, 5, 14)
        desk.lists.import_files(files, "us_ofac_sdn", published=day, known=day, accept="short on purpose")
        (use,) = desk.as_of(DAY).match("Unheard Of Bakery").lists
    assert use.edition is not None
    assert use.edition.accepted.startswith("short on purpose (objections: ")
