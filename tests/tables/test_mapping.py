"""Which column means what, and what a row then says."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.errors import UnreadableInputError, UsageError
from licet.model import Identifier, IdentifierKind, PartyKind
from licet.tables import FlawedRow, Mapping, Reading, Row, SubjectReader, detect_mapping
from licet.text.countries import country_code

LEI = "5493001KJTIIGC8Y1R12"
DETECTED = {
    "English": (
        "Customer ID,Full name,Date of Birth,Nationality,Passport No.,Street,ZIP Code,City",
        "id name birthDate nationality passportNumber street postalCode city",
    ),
    "snake and camel case": (
        "customer_name,birthDate,countryCode,taxNumber,swift_code",
        "name birthDate country taxNumber swiftBic",
    ),
    "German": (
        "Kundennr.,Firmenname,Geburtsdatum,Staatsangehörigkeit,Straße,PLZ,Ort",
        "id name birthDate nationality street postalCode city",
    ),
    "French": (
        "Raison sociale,Pays,Adresse,Code postal,Ville,N° TVA",
        "name country address postalCode city -",
    ),
    "French person": ("Nom,Prénom,Date de naissance,Nationalité", "lastName firstName birthDate nationality"),
    "Spanish": (
        "Nombre,Apellidos,Fecha de nacimiento,País,Dirección,NIF",
        "firstName lastName birthDate country address taxNumber",
    ),
    "parts of a name": ("Last,First,Middle,MI", "lastName firstName middleName -"),
    "Middle name": ("First Name,Middle Name,Surname", "firstName middleName lastName"),
    "Chinese": (
        "客户编号,姓名,出生日期,国籍,护照号码,地址",
        "id name birthDate nationality passportNumber address",
    ),
    "vessel": ("Vessel Name,IMO No,Flag State,MMSI,Call Sign", "name imoNumber flag mmsi callSign"),
    "crypto and air": (
        "Name,Wallet Address,Tail Number,LEI,D-U-N-S",
        "name publicKey tailNumber leiCode dunsCode",
    ),
    "aliases": ("Legal Name,Alias,AKA,Former name", "name alias alias alias"),
    "no meaning": ("Legal Name,Amount,Remarks", "name - -"),
}


def detect(header: str, *rows: Row) -> dict[str, str]:
    mapping = detect_mapping(header.split(","), rows, country_code)
    return {use.column: str(use.field) for use in mapping.uses}


@pytest.mark.parametrize("case", DETECTED)
def test_columns_are_recognised_by_their_headers(case: str) -> None:
    header, fields = DETECTED[case]
    expected = dict(zip(header.split(","), fields.split(), strict=True))
    assert detect(header) == {column: field for column, field in expected.items() if field != "-"}


def test_columns_without_telling_headers_are_recognised_by_their_values() -> None:
    rows = [
        ("Ivan Petrov", "Russia", LEI, 9074729),
        ("Acme Trading Co", "IR", LEI, 9074729),
        ("Li Na", "CN", LEI, 9074729),
    ]
    assert detect("a,b,c,d", *rows) == {"a": "name", "b": "country", "c": "leiCode", "d": "imoNumber"}


def test_values_can_speak_against_a_header() -> None:
    rows = [("A B", "retail", "monthly"), ("C D", "retail", "weekly")]
    mapping = detect_mapping(("name", "type", "birthday"), rows, country_code)
    assert [use.column for use in mapping.uses] == ["name"]
    assert any(note.startswith("type is not used as schema") for note in mapping.notes)
    assert any(note.startswith("birthday is not used as birthDate") for note in mapping.notes)


def test_a_second_name_column_is_told_and_not_used() -> None:
    mapping = detect_mapping(("Company name", "Client name"), [("A Ltd", "B C")], country_code)
    assert [use.column for use in mapping.uses] == ["Company name"]
    assert any("Client name also looks like name" in note for note in mapping.notes)


def test_a_german_name_beside_vorname_is_the_family_name() -> None:
    assert detect("Name,Vorname", ("Müller", "Jörg")) == {"Name": "lastName", "Vorname": "firstName"}


def test_every_use_has_a_reason_that_can_be_shown() -> None:
    mapping = detect_mapping(("Kunde Name",), [("A B",)], country_code)
    assert mapping.describe()[0] == "Kunde Name = name (the words 'name' in the header 'Kunde Name')"


def read(pairs: str, *cells: object, kind: PartyKind = PartyKind.UNKNOWN) -> Reading:
    mapping = Mapping.parse(pairs.split(","), kind)
    return SubjectReader(mapping, [use.column for use in mapping.uses], country_code).read(cells)


def test_a_row_becomes_a_subject() -> None:
    reading = read(
        "ref=id,n=name,aka=alias,dob=birthDate,c=country,nat=nationality,pass=passport,s=street,t=city,k=schema",
        *(
            17,
            "Ivan  Petrov",
            "Vanya; I. Petrov",
            "1970",
            "Russia",
            "RU;UA",
            "A 1|B2",
            "Main 1",
            "Omsk",
            "Individual",
        ),
    )
    subject = reading.subject
    assert subject is not None
    assert reading.notes == ()
    assert (subject.key, subject.kind) == ("17", PartyKind.PERSON)
    assert subject.names == ("Ivan Petrov", "Vanya", "I. Petrov")
    assert [item.iso for item in subject.birth_dates] == ["1970"]
    assert subject.countries == ("RU", "UA")
    assert subject.identifiers == (
        Identifier(IdentifierKind.PASSPORT, "A 1"),
        Identifier(IdentifierKind.PASSPORT, "B2"),
    )
    assert (subject.addresses[0].text, subject.addresses[0].country) == ("Main 1, Omsk", "RU")


def test_parts_of_a_name_are_joined_in_their_order() -> None:
    subject = read("l=lastName,f=firstName,m=middleName", "Петров", "Иван", None).subject
    assert subject is not None
    assert subject.names == ("Иван Петров",)


def test_a_first_name_completes_a_name_that_lacks_it() -> None:
    subject = read("n=name,f=firstName", "Voronin", "Sergei").subject
    assert subject is not None
    assert subject.names == ("Sergei Voronin", "Voronin")


def test_a_first_name_alone_is_no_name_beside_a_full_one() -> None:
    subject = read("n=name,f=firstName", "Ivan Petrov", "Ivan").subject
    assert subject is not None
    assert subject.names == ("Ivan Petrov",)


@pytest.mark.parametrize("surname", ["Null", "Na", "None", "Unknown"])
def test_surnames_that_look_like_fillers_are_screened(surname: str) -> None:
    subject = read("n=name", surname).subject
    assert subject is not None
    assert subject.names == (surname,)


def test_namibia_is_no_missing_value() -> None:
    subject = read("n=name,c=country", "A B", "NA").subject
    assert subject is not None
    assert subject.countries == ("NA",)


def test_an_identifier_is_enough_and_a_filler_is_none() -> None:
    assert read("n=name,i=imo", "", 9074729.0 and 9074729).subject is not None
    reading = read("n=name,i=imo", None, "none")
    assert (reading.subject, reading.failed) == (None, False)
    assert reading.notes == ("no name and no identifier in the mapped columns",)


def test_values_that_are_not_understood_are_notes() -> None:
    reading = read("n=name,c=country,d=birthDate,k=kind", "A B", "Atlantis", "soon", "golden")
    assert reading.subject is not None
    assert [note.split(" not ")[0] for note in reading.notes] == [
        "sort of party 'golden'",
        "birth date 'soon'",
        "country 'Atlantis'",
    ]


def test_json_lists_give_several_values() -> None:
    subject = read("n=name,c=country", ["A B", "C D"], ["FR", "Germany"]).subject
    assert subject is not None
    assert (subject.names, subject.countries) == (("A B", "C D"), ("FR", "DE"))


def test_a_row_that_cannot_be_used_is_an_error_and_a_short_one_a_note() -> None:
    reader = SubjectReader(Mapping.parse(["n=name"]), ["n", "x"], country_code)
    bad = reader.read(FlawedRow(("raw text", ""), "line 3: broken"))
    assert (bad.subject, bad.failed, bad.notes) == (None, True, ("line 3: broken",))
    short = reader.read(FlawedRow(("A B", ""), "line 4: short", usable=True))
    assert short.subject is not None
    assert short.notes == ("line 4: short",)


@pytest.mark.parametrize("pairs", ["n=name", "f=firstName", "i=passport", "n=alias"])
def test_what_is_too_long_to_screen_is_an_error_with_its_length(pairs: str) -> None:
    long = read(pairs, "x" * 1001)
    assert (long.subject, long.failed) == (None, True)
    assert "of 1001 characters is not screened" in long.notes[0]
    assert len(long.notes[0]) < 200
    assert read(pairs, "x" * 1000).subject is not None


def test_many_names_in_a_cell_are_each_as_long_as_they_are() -> None:
    subject = read("n=name", "; ".join(f"Ivan Petrov {at}" for at in range(200))).subject
    assert subject is not None
    assert len(subject.names) == 200


def test_a_nul_within_a_name_is_dropped() -> None:
    subject = read("n=name", "Z\x00TE").subject
    assert subject is not None
    assert subject.names == ("ZTE",)


def test_columns_without_use_are_listed() -> None:
    mapping = Mapping.parse(["n=name"]).telling_unused(("a", "n", "b"))
    assert mapping.describe()[-1] == "not used: a, b"
    assert Mapping.parse(["n=name"]).telling_unused(("n",)).notes == ()


@pytest.mark.parametrize("pair", ["name", "=name", "x=colour", "x="])
def test_a_wrong_pair_is_refused(pair: str) -> None:
    with pytest.raises(UsageError, match="Fields"):
        Mapping.parse([pair])


def test_a_column_may_have_an_equals_sign() -> None:
    assert Mapping.parse(["a=b=name"]).uses[0].column == "a=b"


def test_a_mapping_survives_its_file(tmp_path: Path) -> None:
    mapping = Mapping.parse(['Na"me\t\x7f=name', "dob=birthDate", "船名=alias"], PartyKind.VESSEL)
    path = tmp_path / "map.toml"
    path.write_text(mapping.to_toml(), encoding="utf-8")
    assert Mapping.load(path) == mapping


@pytest.mark.parametrize(
    "text", ["not toml", "columns = 3", "colums = {}", 'schema = "golden"', '[columns]\na = "b"']
)
def test_a_wrong_mapping_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((UsageError, UnreadableInputError)):
        Mapping.load(path)


def test_what_the_user_says_comes_before_what_is_detected() -> None:
    said = Mapping.parse(["x=name"])
    detected = detect_mapping(("x", "Name", "Country"), [("A B", "C D", "FR")], country_code)
    assert [(use.column, str(use.field)) for use in said.over(detected).uses] == [
        ("x", "name"),
        ("Country", "country"),
    ]
