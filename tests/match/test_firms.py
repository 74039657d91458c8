"""Of whom nobody says what it is, the name may: a firm's is not compared as a person's."""

from __future__ import annotations

import csv
import io

import pytest
from tests.match.corpora import party, view_of
from tests.shared import needs_shared, read_bytes

from licet.match import View, screen
from licet.match.features import kinds
from licet.model import Match, MatchPolicy, PartyKind, Screened, Subject, Verdict
from licet.text.firms import NameSort, business_words, sort_of, sure_words
from licet.text.given_names import others
from licet.text.tables import rows
from licet.text.tokens import name_forms
from licet.text.trading_names import told_parts

POLICY = MatchPolicy()
NO_PERSONS = {"word of firms", "place"}
"""Rows of the common names that hold no names of persons."""
FIRM, NO_PERSON, OPEN = NameSort.FIRM, NameSort.NO_PERSON, NameSort.OPEN


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Alamo Group, Inc.", FIRM),
        ("Nordwind Handels GmbH", FIRM),
        ("OOO Severnyy Veter", FIRM),
        ("ООО «Северный ветер»", FIRM),
        ("北方贸易有限公司", FIRM),
        ("John Smith Ltd", FIRM),
        ("MV Sea Star Ltd", NO_PERSON),  # a ship beside its owner: no person, and maybe the ship
        ("Institute of Metals", NO_PERSON),
        ("Abu Zahra Foundation", FIRM),
        ("Vexotron AG", FIRM),
        ("Vexotron S.A.", FIRM),
        ("Nova Energy AS", FIRM),
        ("Nova Energy", NO_PERSON),
        ("Manuel Sa", OPEN),
        ("Nguyen Van Co", OPEN),
        ("PAO Hua Chiang", OPEN),
        ("M. Sa", OPEN),
        ("陈大有", OPEN),  # its last character is a Japanese mark of firms
        ("Dr. Maria Pharmacy", OPEN),  # whoever has a title of persons may be one
        ("Tyra Banks", OPEN),
        ("George Church", OPEN),
        ("Sea Star", OPEN),
        ("Umar and Usman", OPEN),
        ("...", OPEN),
    ],
)
def test_legal_forms_and_words_of_business_tell_that_a_name_is_no_persons(text: str, sort: NameSort) -> None:
    assert sort_of(name_forms(text)) is sort


def test_no_word_of_business_is_a_known_name_of_persons() -> None:
    persons = {
        word for _, where, texts in rows("common_names.tsv") if where not in NO_PERSONS for word in texts
    }
    assert len(persons) > 1000
    for words in (business_words(), sure_words()):
        assert words.isdisjoint(persons)
        assert words.isdisjoint(others())


def test_a_name_behind_trading_as_is_a_firms_and_one_behind_formerly_is_not() -> None:
    assert [part.trade for part in told_parts("Hamid Jameel T/A Meads Station")] == [False, True]
    assert [part.trade for part in told_parts("Hamid Jameel formerly Hamid Saleh")] == [False, False]
    assert not told_parts("Meads t/a Meads"), "one name twice is one name"


@pytest.fixture(scope="module")
def view() -> View:
    return view_of(
        party("group", "Group A"),
        party("said", "Abu Zahra", kind=PartyKind.PERSON),
        party("ship", "LALIQUE", kind=PartyKind.VESSEL),
        party("ivan", "PETROVSKIY, Ivan", kind=PartyKind.PERSON),
        party("bill", "William Hartwood Ltd"),
        party("firm", "Vexotron Limited", kind=PartyKind.ORGANISATION),
    )


def asked(view: View, text: str, kind: PartyKind = PartyKind.UNKNOWN) -> Screened:
    return screen(view, Subject((text,), kind), POLICY)


def keys(matches: tuple[Match, ...]) -> list[str]:
    return [match.listing.key for match in matches]


def test_a_firms_name_has_no_initials(view: View) -> None:
    assert keys(asked(view, "Alamo Group Inc").hits) == []
    assert keys(asked(view, "I. Petrovskiy").hits) == ["ivan"]


def test_a_listed_firm_of_unknown_kind_has_no_pet_names(view: View) -> None:
    assert keys(asked(view, "Bill Hartwood").hits) == []
    assert keys(asked(view, "William Hartwood").hits) == ["bill"]


def test_a_person_or_ship_that_a_firms_name_meets_is_set_aside_with_the_reason(view: View) -> None:
    person, ship = asked(view, "Abbu Zahrah Foundation"), asked(view, "Lalique Limited")
    assert (keys(person.hits), keys(person.demoted)) == ([], ["said"])
    assert (keys(ship.hits), keys(ship.demoted)) == ([], ["ship"])
    for match in (*person.demoted, *ship.demoted):
        told = [item for item in match.qualifiers if item.feature == "kind"]
        assert [item.verdict for item in told] == [Verdict.DIFFERS]
        assert "a firm's by its words" in told[0].reason


def test_the_name_of_a_business_is_a_firms_and_that_of_its_owner_stays_open(view: View) -> None:
    assert keys(asked(view, "Nobody Here t/a Lalique").demoted) == ["ship"]
    assert keys(asked(view, "Ivan Petrovskiy t/a Meads").hits) == ["ivan"]


def test_what_the_subject_says_of_itself_stands_above_what_its_name_tells(view: View) -> None:
    assert keys(asked(view, "Lalique Limited", PartyKind.VESSEL).hits) == ["ship"]
    assert kinds.told(OPEN, PartyKind.PERSON) is None


def test_another_name_of_the_subject_takes_no_hit_away(view: View) -> None:
    both = screen(view, Subject(("I. Petrovskiy", "Petrovskiy Trading Ltd")), POLICY)
    assert "ivan" in keys(both.hits)
    again = screen(view, Subject(("Nobody Here t/a Lalique", "Lalique")), POLICY)
    assert "ship" in keys(again.hits)


@needs_shared
def test_nothing_is_lost_that_the_kind_would_find_were_it_stated() -> None:
    """Every fourth row of the SDN list of 2024-05-03, asked by its own name with a letter doubled."""
    text = read_bytes("ofac/sdn_csv/2024-05-03/sdn.csv.gz").decode("ascii", "replace")
    rows = [row for row in csv.reader(io.StringIO(text)) if len(row) > 2][::4]
    sorts = {"individual": PartyKind.PERSON, "vessel": PartyKind.VESSEL, "aircraft": PartyKind.AIRCRAFT}
    listed = [
        party(row[0], row[1], kind=sorts.get(row[2].strip(), PartyKind.ORGANISATION), list_id="sdn")
        for row in rows
    ]
    view = view_of(*listed)
    firms = 0
    for item in listed:
        name = item.names[0].text
        name = name[:5] + name[4:]
        by_itself = {match.listing.key for match in asked(view, name).hits}
        if item.key in keys(asked(view, name, item.kind).hits):
            assert item.key in by_itself, name
        if sort_of(name_forms(name)):
            firms += 1
            stated = keys(asked(view, name, PartyKind.ORGANISATION).hits)
            assert by_itself.issuperset(stated), name
    assert firms > 500
