"""Initials find a name only where a low threshold asks for it, and say what they are."""

from __future__ import annotations

from random import Random

import pytest
from tests.match.corpora import party, view_of

from licet.match import explain, reference_screen, screen
from licet.match.acronyms import bare, initials, packed
from licet.model import Address, Channel, Listing, MatchPolicy, PairKind, PartyKind, Subject
from licet.text.tokens import name_forms

LOW = MatchPolicy(threshold=0.7)
OIL = party("1", "National Iranian Oil Company", kind=PartyKind.ORGANISATION)
SHORT = party("2", "Qorvex Trading Co (QTC)", kind=PartyKind.ORGANISATION)
BARE = party("3", "HESA", kind=PartyKind.ORGANISATION)
PERSON = party("4", "Nadir Ivanov Oleg Cem", kind=PartyKind.PERSON)
SHIP = party("5", "Northern Ice Ocean Carrier", kind=PartyKind.VESSEL)


def asked(name: str, policy: MatchPolicy = LOW, *listed: Listing) -> list[tuple[str, str, float]]:
    view = view_of(*(listed or (OIL, SHORT, BARE, PERSON, SHIP)))
    subject = Subject((name,), PartyKind.ORGANISATION)
    found = screen(view, subject, policy)
    assert found == reference_screen(view, subject, policy)
    return [(match.listing.key, str(match.channel), match.score) for match in found.hits]


def test_a_bare_acronym_finds_the_name_of_which_it_is_the_initials() -> None:
    assert asked("NIOC") == [("1", "acronym", 0.7)]
    assert asked("N.I.O.C.") == [("1", "acronym", 0.7)]
    assert asked("NIOC Ltd") == [("1", "acronym", 0.7)]


def test_a_full_name_finds_the_acronym_that_a_list_gives() -> None:
    assert asked("Harun Engine Services Association") == [("3", "acronym", 0.7)]


def test_particles_are_left_out_and_legal_forms_may_be() -> None:
    assert initials(name_forms("Bank of the Sea and Shore Trust")[0].tokens) == ("bsst",)
    assert initials(name_forms("National Iranian Oil Company")[0].tokens) == ("nio", "nioc")


def test_by_default_initials_are_no_hit_whatever_else_agrees() -> None:
    listed = Listing(
        OIL.list_id,
        "9",
        OIL.kind,
        OIL.names,
        countries=("IR",),
        addresses=(Address("Taleghani Ave 3, Tehran"),),
    )
    subject = Subject(
        ("NIOC",), PartyKind.ORGANISATION, countries=("IR",), addresses=(Address("Taleghani Ave 3, Tehran"),)
    )
    assert screen(view_of(listed), subject, MatchPolicy()).hits == ()
    hits = screen(view_of(listed), subject, LOW).hits
    assert [match.channel for match in hits] == [Channel.ACRONYM]
    assert 0.7 < hits[0].score < MatchPolicy().threshold


@pytest.mark.parametrize("name", ["QT", "NIOCXYZ", "Nioc Gamma", "OIL", "Н И О К"])
def test_what_is_no_acronym_of_three_to_six_latin_letters_finds_nothing(name: str) -> None:
    assert [item for item in asked(name) if item[1] == "acronym"] == []


def test_two_full_names_with_the_same_initials_are_nothing_to_one_another() -> None:
    assert asked("Nordic Insulation Of Copenhagen") == []
    assert asked("Northern Insulation Operating Centre") == []


def test_persons_and_ships_have_no_acronyms() -> None:
    view = view_of(PERSON, SHIP)
    assert screen(view, Subject(("NIOC",), PartyKind.ORGANISATION), LOW).hits == ()
    assert screen(view_of(OIL), Subject(("NIOC",), PartyKind.PERSON), LOW).hits == ()


def test_a_party_of_unknown_kind_may_be_known_by_initials() -> None:
    assert [
        key
        for key, _, _ in asked("QMWF", LOW, party("7", "Qala Metal Works Factory", kind=PartyKind.UNKNOWN))
    ] == ["7"]


def test_the_explanation_says_that_only_the_initials_fit() -> None:
    match = screen(view_of(OIL), Subject(("NIOC",), PartyKind.ORGANISATION), LOW).hits[0]
    assert [pair.kind for pair in match.pairs] == [PairKind.ACRONYM]
    lines = " ".join(explain(match).lines)
    assert "has the same initials as" in lines
    assert "which many names share" in lines
    assert explain(match).to_dict()["account"]["evidence"] == match.score


def test_every_acronym_of_the_index_is_that_of_its_form() -> None:
    random = Random(5)  # noqa: S311  the same names each time
    words = ["Alfa", "Bravo", "of", "Trading", "Delta", "Ltd", "Co", "General", "7", "Éclair", "and"]
    names = [" ".join(random.sample(words, random.randint(1, 7))) for _ in range(400)]
    view = view_of(*(party(str(n), name, kind=PartyKind.ORGANISATION) for n, name in enumerate(names)))
    contents = view.contents
    stored = set(zip(contents.acronym_letters.tolist(), contents.acronym_form.tolist(), strict=True))
    expected = {
        (packed(letters), form)
        for form in range(contents.forms)
        if len(contents.weighted(form).tokens) >= 3 and not contents.weighted(form).transliterated
        for letters in initials(contents.weighted(form).tokens)
    }
    assert stored == expected
    assert contents.acronym_letters.tolist() == sorted(contents.acronym_letters.tolist())


def test_an_acronym_stands_alone_but_for_its_legal_form() -> None:
    assert bare(name_forms("ZTE Corp.")[0].tokens) == "zte"
    assert bare(name_forms("ZTE Kangxun")[0].tokens) == ""
