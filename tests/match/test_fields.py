"""Channels beside the name, and fields that move a score."""

from __future__ import annotations

import dataclasses
import random

import pytest
from tests.match.corpora import party, view_of
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.match import View, explain, screen
from licet.match.features import addresses, birth_dates, countries, identifiers, kinds
from licet.model import (
    Address,
    Channel,
    Identifier,
    IdentifierKind,
    Listing,
    Match,
    MatchPolicy,
    Name,
    NameKind,
    PartialDate,
    PartyKind,
    Qualifier,
    Subject,
    Verdict,
)

POLICY = MatchPolicy()
IMO = Identifier(IdentifierKind.IMO, "IMO 9187629")
PERSON = dataclasses.replace(
    party("p", "PETROV, Ivan", kind=PartyKind.PERSON),
    birth_dates=(PartialDate.from_iso("1971-04-03"),),
    countries=("RU",),
)


def hits(view: View, subject: Subject) -> tuple[Match, ...]:
    """Return the hits of a subject."""
    return screen(view, subject, POLICY).hits


def qualifier(match: Match, feature: str) -> Qualifier:
    """Return the qualifier of a feature."""
    return next(item for item in match.qualifiers if item.feature == feature)


def born(text: str) -> Subject:
    """Return Ivan Petrov, born then."""
    return Subject(("Ivan Petrov",), PartyKind.PERSON, (PartialDate.from_iso(text),))


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict", "effect"),
    [
        ("1971", "1971-04-03", Verdict.AGREES, 0.03),
        ("1971-04", "1971-04-03", Verdict.AGREES, 0.03),
        ("~1970", "1971-04-03", Verdict.AGREES, 0.03),
        ("1971-03-04", "1971-04-03", Verdict.DIFFERS, -0.02),
        ("1961-04-03", "1971-04-03", Verdict.DIFFERS, -0.02),
        ("1961-04-03", "1971", Verdict.DIFFERS, -0.05),
        ("1961", "1971", Verdict.DIFFERS, -0.05),
        ("1971-12-24", "1971-04-03", Verdict.DIFFERS, -0.04),
        ("1972-12-24", "1971-04-03", Verdict.DIFFERS, -0.08),
        ("1975-12-24", "1971-04-03", Verdict.DIFFERS, -0.14),
        ("1978-12-24", "1971-04-03", Verdict.DIFFERS, -0.18),
        ("1985-12-24", "1971-04-03", Verdict.DIFFERS, -0.22),
        ("1985", "1971", Verdict.DIFFERS, -0.22),
    ],
)
def test_birth_dates_are_intervals(ours: str, theirs: str, verdict: Verdict, effect: float) -> None:
    """They agree where they overlap; the farther apart, the more they count, but for errors of typing."""
    found = birth_dates.compare((PartialDate.from_iso(ours),), (PartialDate.from_iso(theirs),))
    assert found is not None
    assert (found.verdict, found.effect) == (verdict, effect)


def test_contradictions_add_up_and_an_exact_name_is_set_aside_with_them() -> None:
    """Never dropped without a word."""
    view = view_of(PERSON)
    near = screen(view, dataclasses.replace(born("1973"), countries=("BR",)), POLICY)
    assert [item.score for item in near.hits] == [pytest.approx(0.87)]
    alone = screen(view, dataclasses.replace(born("1985"), countries=("RU",)), POLICY)
    assert [item.score for item in alone.hits] == [pytest.approx(0.8)]
    far = screen(view, dataclasses.replace(born("1985"), countries=("BR",)), POLICY)
    assert far.hits == ()
    (match,) = far.demoted
    assert match.score == pytest.approx(0.7)
    assert qualifier(match, "birth_date").verdict is Verdict.DIFFERS
    assert "over 13 years" in qualifier(match, "birth_date").reason


def test_what_falls_below_by_contradiction_alone_is_demoted_not_dropped() -> None:
    """An inexact name with another birth date."""
    view = view_of(dataclasses.replace(PERSON, names=(Name("PETROV, Ivan Sergeyevich"),)))
    found = screen(view, born("1985"), POLICY)
    assert found.hits == ()
    assert [item.listing.key for item in found.demoted] == ["p"]
    assert found.demoted[0].score < POLICY.threshold


def test_agreement_lifts_a_name_just_below() -> None:
    """The candidate stage looks that far down."""
    listing = dataclasses.replace(PERSON, names=(Name("PETROV, Ivan Sergeyevich Borisovich"),))
    view = view_of(listing)
    bare = screen(view, Subject(("Ivan Petrov",), PartyKind.PERSON), MatchPolicy(threshold=0.5)).hits[0].score
    policy = MatchPolicy(threshold=bare + 0.04)
    subject = dataclasses.replace(born("1971"), countries=("RU",))
    assert [item.score for item in screen(view, subject, policy).hits] == [pytest.approx(bare + 0.05)]
    assert screen(view, Subject(("Ivan Petrov",), PartyKind.PERSON), policy).hits == ()


def test_among_equal_names_the_one_that_agrees_more_comes_first() -> None:
    """Score is capped at 1; strength orders."""
    other = dataclasses.replace(PERSON, key="a", birth_dates=(), countries=())
    found = hits(view_of(PERSON, other), dataclasses.replace(born("1971"), countries=("RU",)))
    assert [item.listing.key for item in found] == ["p", "a"]
    assert found[0].score == found[1].score == 1.0
    assert found[0].strength > found[1].strength


def test_a_number_finds_a_party_without_any_name() -> None:
    """And says so; the names are compared beside it."""
    ship = dataclasses.replace(party("v", "ADALYNN", kind=PartyKind.VESSEL), identifiers=(IMO,))
    view = view_of(ship, PERSON)
    (match,) = hits(view, Subject((), identifiers=(Identifier(IdentifierKind.IMO, "9187629"),)))
    assert (match.channel, match.score, match.matched_name) == (Channel.IDENTIFIER, 1.0, None)
    (named,) = hits(view, Subject(("Blue Pearl",), identifiers=(IMO,)))
    assert qualifier(named, "name").verdict is Verdict.DIFFERS
    assert "9187629" in " ".join(explain(named).lines)


def test_numbers_of_other_registers_or_countries_do_not_meet() -> None:
    """A passport is no tax number, and Iran's no Iraq's."""
    passport = Identifier(IdentifierKind.PASSPORT, "A1234567", "IR")
    assert identifiers.compare((passport,), (dataclasses.replace(passport, country=""),)) is not None
    assert identifiers.compare((passport,), (dataclasses.replace(passport, country="IQ"),)) is None
    assert (
        identifiers.compare((passport,), (dataclasses.replace(passport, kind=IdentifierKind.TAX_ID),)) is None
    )
    assert identifiers.compare((Identifier(IdentifierKind.OTHER, " - "),), (passport,)) is None


def test_a_short_number_counts_less() -> None:
    """Registers reuse them."""
    short = Identifier(IdentifierKind.REGISTRATION, "1234")
    found = identifiers.compare((short,), (short,))
    assert found is not None
    assert found[0] == 0.85


def test_a_listed_address_is_found_by_address() -> None:
    """Not by its name, which is "Address 01", nor by another house number."""
    text = "Unit 7, 33 Hung To Road, Kwun Tong, Kowloon"
    listed = dataclasses.replace(
        party("a1", "Address 01", kind=PartyKind.ADDRESS), addresses=(Address(text, country="HK"),)
    )
    view = view_of(listed)
    subject = Subject(
        ("Any Trading Co",), addresses=(Address("33 HUNG TO ROAD, UNIT 7, KWUN TONG, KOWLOON"),)
    )
    (match,) = hits(view, subject)
    assert (match.channel, match.score) == (Channel.ADDRESS, 1.0)
    assert hits(view, Subject(("Address 01",))) == ()
    elsewhere = Address("Unit 9, 12 Nathan Street, Mong Kok, Kowloon")
    assert hits(view, Subject(("Any Trading Co",), addresses=(elsewhere,))) == ()


def test_a_weak_alias_counts_less_than_a_strong_one() -> None:
    """OFAC FAQ 122: it confirms, it does not find."""
    weak = dataclasses.replace(
        PERSON, names=(Name("PETROV, Ivan"), Name("Meridian", NameKind.AKA, weak=True))
    )
    (match,) = hits(view_of(weak), Subject(("Meridian",)))
    assert match.score == pytest.approx(0.95)
    assert qualifier(match, "weak_alias").effect < 0
    both = dataclasses.replace(weak, names=(*weak.names, Name("Meridian", NameKind.AKA)))
    (strong,) = hits(view_of(both), Subject(("Meridian",)))
    assert strong.score == 1.0


def test_a_person_is_no_company_but_an_unknown_kind_may_be_either() -> None:
    """BIS and State never say."""
    differs = kinds.compare(PartyKind.PERSON, PartyKind.ORGANISATION)
    unknown = kinds.compare(PartyKind.PERSON, PartyKind.UNKNOWN)
    assert differs is not None
    assert unknown is not None
    assert (differs.verdict, differs.effect) == (Verdict.DIFFERS, -0.10)
    assert (unknown.verdict, unknown.effect) == (Verdict.NOT_COMPARABLE, 0.0)
    assert kinds.compare(PartyKind.UNKNOWN, PartyKind.PERSON) is None


def test_an_address_abroad_is_no_contradiction() -> None:
    """A party may live anywhere; a stated nationality differs."""
    at_home = dataclasses.replace(PERSON, countries=(), addresses=(Address("Dubai", country="AE"),))
    agrees, abroad, other = (
        countries.compare(ours, listing)
        for ours, listing in ((("AE",), at_home), (("FR",), at_home), (("FR",), PERSON))
    )
    assert agrees is not None
    assert abroad is not None
    assert other is not None
    assert (agrees.effect, abroad.effect, other.effect) == (0.02, 0.0, -0.08)


def test_a_field_that_the_list_lacks_says_so() -> None:
    """Missing is not differing."""
    bare: Listing = dataclasses.replace(PERSON, birth_dates=(), countries=())
    (match,) = hits(view_of(bare), dataclasses.replace(born("1971"), countries=("RU",)))
    assert {item.verdict for item in match.qualifiers if item.feature != "kind"} == {Verdict.MISSING}
    assert match.score == 1.0


def test_addresses_that_differ_say_nothing() -> None:
    """Parties have several."""
    found = addresses.compare((Address("1 High Street, Leeds"),), (Address("9 Low Road, Cairo"),))
    assert found is not None
    assert found.effect == 0.0


@needs_shared
def test_with_birth_date_and_country_namesakes_fall_tenfold_and_are_set_aside() -> None:
    """Other persons of exactly a listed name, born at random elsewhere: the worst clean queries there are."""
    sdn = registry.parser("us_ofac_sdn")(
        RawEdition({"xml": read_bytes("ofac/sdn_xml/2024-05-07/sdn.xml.gz")})
    )
    persons = [item for item in sdn if isinstance(item, Listing) and item.kind is PartyKind.PERSON]
    dated = [item for item in persons if item.birth_dates and item.countries]
    view = view_of(*dated)
    pick = random.Random(3)  # noqa: S311  seeded, for a test
    bare = full = 0
    for item in pick.sample(dated, 400):
        subject = Subject((item.caption,), PartyKind.PERSON)
        day = PartialDate.day(pick.randint(1940, 2004), pick.randint(1, 12), pick.randint(1, 28))
        stated = dataclasses.replace(
            subject, birth_dates=(day,), countries=(pick.choice(("BR", "IN", "PL")),)
        )
        found = screen(view, stated, POLICY)
        bare += bool(hits(view, subject))
        full += bool(found.hits)
        assert found.hits or found.demoted
    assert bare == 400
    assert full <= bare / 10


@needs_shared
def test_true_persons_are_found_with_their_birth_date_as_customers_write_it() -> None:
    """To the day, as a year, as about a year, and with one digit wrong."""
    sdn = registry.parser("us_ofac_sdn")(
        RawEdition({"xml": read_bytes("ofac/sdn_xml/2024-05-07/sdn.xml.gz")})
    )
    persons = [item for item in sdn if isinstance(item, Listing) and item.kind is PartyKind.PERSON]
    view = view_of(*persons)
    pick = random.Random(4)  # noqa: S311  seeded, for a test
    for item in pick.sample([item for item in persons if item.birth_dates and item.countries], 60):
        day = item.birth_dates[0].first
        wrong = day.replace(
            year=day.year - 10 if day.year % 100 >= 10 else day.year + 10, day=min(day.day, 28)
        )
        dates = (
            PartialDate(day, day),
            PartialDate.year(day.year),
            PartialDate.year(day.year + 1, circa=True),
        )
        for date in (*dates, PartialDate(wrong, wrong)):
            subject = Subject((item.caption,), PartyKind.PERSON, (date,), item.countries[:1])
            assert item.key in {match.listing.key for match in hits(view, subject)}, (item.caption, date)
