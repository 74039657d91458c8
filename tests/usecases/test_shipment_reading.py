"""Reading shipments: strict and exact, every fault told with its path and line."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from licet.errors import ShipmentError
from licet.model.shipment import Activity, Role
from licet.rules.end_uses import USES
from licet.usecases import shipment_words as words
from licet.usecases.shipment_forms import form
from licet.usecases.shipment_reading import Read, plain_shipment, read, read_documents
from licet.usecases.shipment_text import Document, json_value

LEAST = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [{"eccn": "EAR99", "origin": "US"}],
    "destination": "CN",
    "parties": [
        {
            "role": "end_user",
            "name": "Zhongxing Telecommunications Equipment Corporation",
            "country": "CN",
        }
    ],
    "day": "2018-05-14",
}


def reads(content: str | bytes, day: date | None = None) -> list[Read]:
    raw = content.encode() if isinstance(content, str) else content
    return [read(document, day) for document in read_documents(raw, "asked")]


def one(content: str | bytes) -> Read:
    (found,) = reads(content)
    return found


def refused(content: str | bytes) -> str:
    with pytest.raises(ShipmentError) as caught:
        reads(content)
    return str(caught.value)


def changed(**more: object) -> str:
    return json.dumps({**LEAST, **more})


def test_the_least_shipment_is_read() -> None:
    """Seven facts, and no other is assumed."""
    shipment = one(json.dumps(LEAST)).shipment
    assert (shipment.activity, shipment.day, shipment.instant) == (Activity.EXPORT, date(2018, 5, 14), None)
    assert (shipment.actor.country, shipment.actor.us_person) == ("US", None)
    assert [(item.eccn, item.origin) for item in shipment.items] == [("EAR99", "US")]
    (party,) = shipment.parties
    assert (party.role, party.country, party.owners) == (Role.END_USER, "CN", ())
    assert shipment.end_use is None


def test_what_is_read_is_written_so_that_it_reads_back_to_the_same() -> None:
    """The question of a decision can be asked again."""
    asked = one(
        """
        activity: re-export
        as_of: 2019-05-16 16:30 ET
        actor: {country: Norway, name: Fjord AS}
        item: {eccn: 5A002.a.1, origin: JPN, us_content: 30 %, value: 12.50}
        destination: China
        route: [HK, Macau]
        parties:
          - {role: buyer, name: A, lei: 5493001KJTIIGC8Y1R12, owner: {name: B, share: "33.333333333333333"}}
          - {name: C, born: ~}
        end_use: military
        """.replace("born: ~", "birth_date: ~1971")
    )
    again = read(Document(json_value(json.dumps(plain_shipment(asked)), "again"), "again"))
    assert (again.shipment, again.unstated) == (asked.shipment, asked.unstated)
    assert asked.shipment.instant == datetime(2019, 5, 16, 20, 30, tzinfo=UTC)
    assert asked.shipment.parties[0].owners[0].percent == Decimal("33.333333333333333")
    assert asked.shipment.items[0].us_content_percent == Decimal(30)
    assert asked.shipment.route == ("HK", "MO")
    assert asked.shipment.end_use is not None
    assert asked.shipment.end_use.uses == ("military",)


def test_a_role_that_is_not_stated_is_told_and_not_taken_for_other() -> None:
    """The Entity List bites on four roles: silence is no fifth one."""
    read_ = one(changed(parties=[{"name": "A"}, {"name": "B", "role": "other"}, {"name": "C", "role": None}]))
    assert read_.unstated == ("parties[0].role", "parties[2].role")
    assert ["role" in party for party in plain_shipment(read_)["parties"]] == [False, True, False]


@pytest.mark.parametrize(
    ("written", "role"),
    [("consignee", Role.ULTIMATE_CONSIGNEE), ("Buyer", Role.PURCHASER), ("End-User", Role.END_USER)],
)
def test_usual_words_for_roles_are_taken(written: str, role: Role) -> None:
    """Each stands for one role."""
    assert one(changed(parties={"role": written, "name": "A"})).shipment.parties[0].role is role


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2019-05-16T16:30-04:00", datetime(2019, 5, 16, 20, 30, tzinfo=UTC)),
        ("2019-05-16 16:30 ET", datetime(2019, 5, 16, 20, 30, tzinfo=UTC)),
        ("2019-12-16 16:30 ET", datetime(2019, 12, 16, 21, 30, tzinfo=UTC)),
        ("2019-05-16 16:30 EST", datetime(2019, 5, 16, 21, 30, tzinfo=UTC)),
        ("2019-05-16T20:30:00Z", datetime(2019, 5, 16, 20, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_with_its_zone_is_read_as_day_and_moment(written: str, instant: datetime) -> None:
    """The day is that of the place's own calendar."""
    shipment = one(changed(day=written)).shipment
    assert shipment.instant == instant
    assert shipment.day.isoformat() == written[:10]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"day": "14.05.2018"}, "day: must be a day written YYYY-MM-DD, not '14.05.2018'"),
        ({"day": 20180514}, "day: must be a day written YYYY-MM-DD"),
        ({"day": "2018-02-30"}, "2018-02-30 is no day of the calendar"),
        ({"day": "2018-05-14T10:00"}, "names no moment without a zone: add -04:00, Z or ET"),
        ({"day": "2018-05-14 10:00 Xx"}, "'Xx' is no zone that is known"),
        ({"day": None}, "day: is missing, and nothing is assumed"),
        ({"instant": "2018-05-15T10:00Z"}, "is not on the day 2018-05-14"),
        ({"activity": "exprot"}, "'exprot' is no activity (did you mean export"),
        ({"activity": ""}, "'' is no activity; there are export, reexport"),
        ({"destinaton": "CN"}, "destinaton: no field is called so (did you mean destination"),
        ({"as_of": "2018-05-14"}, "as_of: says the same as day: keep one"),
        ({"destination": "Atlantis"}, "destination: 'Atlantis' is no country that is known"),
        ({"actor": {"us_person": "maybe"}}, "actor.us_person: must be true, false or unknown, not 'maybe'"),
        ({"actor": []}, "actor: must be an object"),
        (
            {"parties": [{"role": "enduser2"}]},
            "parties[0].role: 'enduser2' is no role (did you mean end_user",
        ),
        ({"parties": ["ZTE"]}, "parties[0]: must be an object with the fields role, name"),
        ({"parties": [{"identifiers": ["9187629"]}]}, "parties[0].identifiers[0]: must be KIND:VALUE"),
        ({"parties": [{"identifiers": ["imoo:1"]}]}, "'imoo' is no kind of identifier (did you mean imo"),
        ({"parties": [{"kind": "ghost"}]}, "parties[0].kind: 'ghost' is no kind; there are person"),
        ({"items": [{"value": "much"}]}, "items[0].value: must be a number such as 30 or 12.5, not 'much'"),
        ({"items": [{"us_content_percent": 130}]}, "must be between 0 and 100 per cent, not 130"),
        ({"items": [{"us_content_percent": -1}]}, "must be between 0 and 100 per cent, not -1"),
        ({"debt_days": 1.5}, "debt_days: must be a whole number, not 1.5"),
        ({"reference": True}, "reference: must be a text, not true"),
        ({"reference": "\ud800"}, "reference: holds half a character"),
        ({"reference": "a\0b"}, "reference: holds a NUL character"),
        ({"reference": "a\x1b[31m"}, "reference: holds a control character (U+001B): take it out"),
        ({"reference": "a" * 10_001}, "reference: has 10,001 characters; a text has at most 10,000"),
        (
            {"parties": [{"name": "A " * 500 + "A"}]},
            "parties[0].name: has 1,001 characters; a name has at most 1,000",
        ),
        ({"actor": {"name": "A" * 1_001}}, "actor.name: has 1,001 characters; a name has at most 1,000"),
        (
            {"parties": [{"owners": [{"identifiers": [f"imo:{'9' * 1_000}"]}]}]},
            "identifiers[0]: has 1,004 characters; a name has at most 1,000",
        ),
        ({"authorisations": [{}]}, "authorisations[0].name: is missing"),
    ],
)
def test_what_is_not_understood_is_told_with_its_path(more: dict[str, Any], told: str) -> None:
    """And with what is allowed, or what was nearly written."""
    assert told in refused(changed(**more))


@pytest.mark.parametrize("nothing", ["", "  \n", "[]", " [ ]\n", "--- []\n"])
def test_a_text_without_a_shipment_is_refused(nothing: str) -> None:
    """Nothing asked is no complete answer."""
    told = refused(nothing)
    assert "it is empty" in told or "it holds no shipment: an empty array" in told


def test_the_longest_name_and_text_are_read() -> None:
    """The bounds themselves are allowed, and so are line breaks in a text."""
    name, said = "A" * 1_000, "line\nline\t" * 900
    found = one(changed(parties=[{"name": name}], end_use={"description": said})).shipment
    assert found.parties[0].name == name
    assert found.end_use is not None
    assert found.end_use.description == said.strip()


def test_every_fault_is_told_at_once_with_its_line() -> None:
    """Nobody mends a file one fault at a time."""
    told = refused("activity: exprot\nday: 2018-05-14\nparties:\n  - role: endusr\n    nme: A\n")
    assert "3 wrong" in told
    for place in ("line 1, activity:", "line 4, parties[0].role:", "line 5, parties[0].nme:"):
        assert place in told
    told = refused('{"activity": "export",\n "day": "2018-05-14",\n\t"items": [{"origin":\n "Atlantis"}]}')
    assert "line 3, items[0].origin:" in told


def test_a_shipment_without_activity_and_day_is_refused_by_both_names() -> None:
    """The handbook's inputs without which nothing is answered."""
    told = refused("{}")
    assert "activity: is missing" in told
    assert "day: is missing" in told
    assert "export, reexport, transfer" in told


def test_a_day_may_be_given_beside_the_file() -> None:
    """For shipments that state none; a stated day stands."""
    silent = {name: value for name, value in LEAST.items() if name != "day"}
    (found,) = reads(json.dumps(silent), date(2018, 7, 5))
    assert found.shipment.day == date(2018, 7, 5)
    (found,) = reads(json.dumps(LEAST), date(2018, 7, 5))
    assert found.shipment.day == date(2018, 5, 14)


def test_numbers_are_exact_from_the_first_digit() -> None:
    """A float would make 50 per cent of 50.000000000000000001."""
    text = json.dumps(LEAST).replace('"EAR99"', '"EAR99", "us_content_percent": 25.000000000000000001')
    assert one(text).shipment.items[0].us_content_percent == Decimal("25.000000000000000001")


def test_norway_is_a_country_in_yaml_too() -> None:
    """`NO` is no "false", and `yes` is a fact only where a fact is meant."""
    text = "activity: export\nday: 2018-05-14\nactor: {country: NO, us_person: no}\nreference: yes\n"
    shipment = one(text)
    assert shipment.shipment.actor.country == "NO"
    assert shipment.shipment.actor.us_person is False
    assert shipment.shipment.reference == "yes"


def test_crimea_as_destination_is_a_region_of_ukraine() -> None:
    """The embargo is on the region."""
    shipment = one(changed(destination="Crimea")).shipment
    assert (shipment.destination, shipment.region) == ("UA", "Crimea")


def test_many_shipments_come_as_lines_as_an_array_or_as_documents() -> None:
    """Each is called by its place."""
    line = json.dumps(LEAST)
    for text in (
        f"{line}\n\n{line}\n",
        f"[{line},\n{line}]",
        f"---\n{line}\n---\n{line}\n",
        f"- {line}\n- {line}",
    ):
        assert len(reads(text)) == 2
    assert "asked, line 2:" in refused(f'{line}\n{{"activity": "export"}}\n')
    assert "asked, shipment 2:" in refused(f'[{line}, {{"activity": "export"}}]')


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"\xff\xfe\x00", "is no UTF-8"),
        (b'{"activity": "export", "activity": "import"}', "'activity' stands twice"),
        (b"activity: export\nactivity: import", "line 2: 'activity' stands twice"),
        (b"[" * 100_000, "no"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested more than 40 deep"),
        (b"- " * 1000 + b"1", "nested more than 40 deep"),
        (b'{"day": ' + b"9" * 100_000 + b"}", "is longer than 40 characters"),
        (b'{"day": 1e999999999}', "an exponent beyond all reason"),
        (b'{"day": NaN}', "NaN is no number"),
        (b"a: &x [1, 2]\nb: *x", "anchors and aliases are not read"),
        (b"? [1]\n: 2", "a name must be a word"),
        (b"!!python/object/apply:os.system [ls]", "must be an object"),
        (b"a: {activity: export", "no YAML"),
        (b'{"activity": export}', "no JSON"),
        (b'"export"', "must be an object"),
        (b"\x00", "no YAML"),
    ],
)
def test_hostile_input_is_refused_in_a_sentence(content: bytes, told: str) -> None:
    """Bad bytes, nesting, numbers without end, bombs of aliases, code."""
    assert told in refused(content)


def test_every_country_field_is_normalised() -> None:
    """The docstrings say which fields hold ISO codes; the reader's table says the same."""
    from licet.model import shipment

    said = {
        (of.__name__, name)
        for of in vars(shipment).values()
        if isinstance(of, type) and hasattr(of, "__dataclass_fields__") and of.__module__ == shipment.__name__
        for name, field in form(of).fields.items()
        if "ISO 3166" in field.text
    }
    assert said == words.COUNTRIES


def test_closed_sets_and_other_words_are_those_of_the_model() -> None:
    """A word that stands for a field, role or activity that is gone would be refused with a riddle."""
    from licet.model import shipment

    for name, other in words.FIELDS.items():
        known = form(getattr(shipment, name)).fields
        assert set(other.values()) <= set(known), name
        assert not set(other) & set(known), name
    assert set(words.ROLES.values()) <= set(Role)
    assert set(words.ACTIVITIES.values()) <= set(Activity)
    for (name, field), choices in words.CHOICES.items():
        text = form(getattr(shipment, name)).fields[field].text
        assert all(f"`{word}`" in text for word in choices), (name, field)
    assert all(f"`{word}`" in form(shipment.EndUse).fields["uses"].text for word in USES)
