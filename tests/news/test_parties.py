"""Whom a story names, under which names, and in which part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.model.news import Span, Value
from licet.news.layout import layout
from licet.news.parties.party import MentionKind, Party, PartyKind, Role
from licet.news.parties.reading import parties
from licet.news.story import Story


def read(text: str) -> list[Value[Party]]:
    return parties(layout(Story(text)))


def named(text: str) -> dict[str, list[str]]:
    return {value.value.name: [item.span.text for item in value.value.mentions] for value in read(text)}


def role(text: str, name: str) -> Role:
    return next(value.value.role for value in read(text) if value.value.name == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.S. Commerce Department acted.",
            {"U.S. Department of Commerce": ["U.S. Commerce Department"]},
        ),
        (
            "The Commerce Department acted. Then Commerce officials left.",
            {"U.S. Department of Commerce": ["Commerce Department", "Commerce"]},
        ),
        ("Trade and Commerce grew.", {}),
        ("On Monday Beijing replied.", {"China": ["Beijing"]}),
        ("They met in Beijing on Monday.", {"Beijing": ["Beijing"]}),
        ("He sold Chinese parts.", {}),
        ("This lets the Chinese make offers to the Chinese and others.", {"China": ["Chinese"]}),
        ("It wrote to [Wilbur] Ross. Later Ross wrote back.", {"Wilbur Ross": ["[Wilbur] Ross", "Ross"]}),
        (
            "It blocked Zhongxing Telecommunications Equipment, and ZTE stopped.",
            {"Zhongxing Telecommunications Equipment": ["Zhongxing Telecommunications Equipment", "ZTE"]},
        ),
        ("They met Liu He. Then Liu left.", {"Liu He": ["Liu He", "Liu"]}),
        ("It fits the Trump administration.", {"Trump administration": ["Trump administration"]}),
        (
            "The lender Bank of China and Huawei met.",
            {"Bank of China": ["Bank of China"], "Huawei": ["Huawei"]},
        ),
        ("Talks with Iran Air and US-China trade.", None),
    ],
)
def test_names_are_found_and_brought_together(text: str, expected: dict[str, list[str]] | None) -> None:
    if expected is None:
        expected = {"Iran Air": ["Iran Air"], "United States": ["US"], "China": ["China"]}
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ('"Yes," said Ann Ek, a professor of law at Lund University.', "Ann Ek", Role.EXPERT),
        ('"Yes," said Ann Ek, a professor of law at Lund University.', "Lund University", Role.AFFILIATION),
        ("By Ada Quill\n\nNorvane Ltd. was fined.", "Ada Quill", Role.BYLINE),
        ("The agency fined Norvane Ltd. today.", "Norvane Ltd.", Role.SUBJECT),
        ("He met spokeswoman Ann Ek.", "Ann Ek", Role.SPEAKER),
        ("Exports to Iran fell.", "Iran", Role.COUNTRY),
        ("It asked OFAC.", "U.S. Office of Foreign Assets Control", Role.AUTHORITY),
    ],
)
def test_every_party_has_its_part(text: str, name: str, expected: Role) -> None:
    assert role(text, name) is expected


def test_only_subjects_are_asked_about() -> None:
    asked: list[tuple[str, PartyKind]] = []

    def linker(name: str, kind: PartyKind) -> tuple[str, ...]:
        asked.append((name, kind))
        return ("us-ofac:1",)

    text = 'OFAC fined Norvane Ltd. in Iran. "Good," said Ann Ek, a professor at Lund University.'
    values = parties(layout(Story(text)), linker)
    assert asked == [("Norvane Ltd.", PartyKind.ORGANISATION)]
    assert [value.value.links for value in values if value.value.name == "Norvane Ltd."] == [("us-ofac:1",)]


@pytest.mark.parametrize("name", ["New Zealand", "Sri Lanka", "El Salvador", "San Marino", "Chad"])
def test_a_country_of_two_words_may_begin_with_a_short_one(name: str) -> None:
    assert role(f"{name} banned imports of timber.", name) is Role.COUNTRY


def test_a_short_word_alone_is_no_country() -> None:
    assert named("El Nino ruined the crop.") == {"El Nino": ["El Nino"]}


@pytest.mark.parametrize("form", ["AS", "SE", "AB", "Oy", "ApS", "UAB", "GmbH", "SRL"])
def test_a_legal_form_tells_a_company_from_a_person(form: str) -> None:
    """Also a form of two capitals that is another word in small letters."""
    text = f"The minister pledged to ease the ban on Kolmar Tronik {form} on Monday."
    found = {item.value.name: item.value.kind for item in read(text)}
    assert found[f"Kolmar Tronik {form}"] is PartyKind.ORGANISATION


def test_the_company_is_the_one_last_named() -> None:
    value = next(
        value for value in read("Norvane Ltd. was fined. It hurt the company.") if value.value.links == ()
    )
    assert [item.kind for item in value.value.mentions] == [MentionKind.NAME, MentionKind.NOMINAL]


PIECES = (
    "Trump Commerce the U.S. China Beijing [Wilbur] Ross ZTE Corp. of and"
    ' & - , . said " “ Bank Al-Assad al-Assad'
    " President in Liu He By Iran Air Chinese ( ) ’s 's Co., Ltd. \u202e é İ ß ŉ"
)
WORDS = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=60)


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_every_mention_stands_in_the_story(text: str) -> None:
    spans: list[Span] = []
    for value in read(text):
        value.check(text)
        spans.extend(item.span for item in value.value.mentions if item.kind is not MentionKind.NOMINAL)
    spans.sort()
    assert all(former.end <= latter.start for former, latter in pairwise(spans))


def test_ten_thousand_different_names_are_read() -> None:
    letters = "abcdefghij"
    names = [f"Q{a}{b} {c.upper()}{d}x" for a in letters for b in letters for c in letters for d in letters]
    text = " and ".join(f"{name}, {name.split()[1]}" for name in names)
    assert sum(len(value.value.mentions) for value in read(text)) > len(names)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The crew was held near Ålesund on Monday.", "Ålesund", Role.PLACE),
        ("The Nairobi-based broker left.", "Nairobi", Role.PLACE),
        ("He was born in Velmora, and lives in Velmora.", "Velmora", Role.PLACE),
        ("They searched the town of Velmora.", "Velmora", Role.PLACE),
        ("It crossed the Kestrel River at night.", "Kestrel River", Role.PLACE),
        ("They bought a stake in Velmora.", "Velmora", Role.SUBJECT),
        ("They acted in Velmora. Later Velmora paid.", "Velmora", Role.SUBJECT),
        ("The shipping company Phoenix was fined.", "Phoenix", Role.SUBJECT),
        ("Phoenix, a maker of pumps, was fined.", "Phoenix", Role.SUBJECT),
        ("They fined Phoenix's supplier. Phoenix's shares fell.", "Phoenix", Role.SUBJECT),
        ("They fined Bristol Maritime. Now Bristol must pay.", "Bristol Maritime", Role.SUBJECT),
        ("They fined Dubai Star Trading LLC.", "Dubai Star Trading LLC", Role.SUBJECT),
        ("They seized the tanker Qorven Star.", "Qorven Star", Role.SUBJECT),
        ("They seized the MV Qorven Star.", "Qorven Star", Role.SUBJECT),
        ("It stands in the Federal Register.", "Federal Register", Role.PUBLICATION),
        ("Analysts at Orlan Institute said it was harsh.", "Orlan Institute", Role.AFFILIATION),
        ('"No," said Piet Varga, a spokesman for Orlan Works.', "Orlan Works", Role.SUBJECT),
        ("According to Harbour Wire, nobody was hit.", "Harbour Wire", Role.SPEAKER),
        ("Suppose Tarn Optics were added.", "Tarn Optics", Role.SUBJECT),
        ("The crew left County Durham.", "County Durham", Role.PLACE),
    ],
)
def test_places_are_told_from_companies_and_ships(text: str, name: str, expected: Role) -> None:
    assert role(text, name) is expected


@pytest.mark.parametrize(
    "text",
    [
        "They met on Wellington Street.",
        "Nobody has been fined.",
        "It lists the Kestrel 4 drone and Orlan-type engines.",
        "It is in Exhibit 99.1 and Item 8.",
        "He called it a GREAT deal.",
        "Thirdly, it was late.",
        "A Green member spoke.",
    ],
)
def test_streets_models_and_common_words_are_no_parties(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("OSLO (AP) - The Foreign Ministry acted.", "NO-foreign-ministry"),
        ("The Swiss Foreign Ministry met Norway and Norway.", "CH-foreign-ministry"),
        ("The Commerce Ministry of China acted.", "cn-mofcom"),
        ("Britain acted, and the Treasury paid.", "uk-treasury"),
        ("OFAC acted, and the Treasury paid.", "us-treasury"),
        ("The European Union met. The Commission agreed.", "eu-commission"),
        ("The European Union met. The Council agreed.", "eu-council"),
        ("The Foreign Ministry acted.", "foreign-ministry"),
    ],
)
def test_an_office_of_many_states_is_that_of_the_story(text: str, key: str) -> None:
    assert key in [value.value.key for value in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Abdul al-Masri fled. Mr. al-Masri was late. Al-Masri paid.",
            {"Abdul al-Masri": ["Abdul al-Masri", "al-Masri", "Al-Masri"]},
        ),
        ("Anne van der Berg spoke.", {"Anne van der Berg": ["Anne van der Berg"]}),
        ("Judith Marr MP spoke. Cllr Marr left.", {"Judith Marr": ["Judith Marr", "Marr"]}),
        ("They fined Smith & Sons.", {"Smith & Sons": ["Smith & Sons"]}),
        ("It fined the People's Bank of Quont.", {"People's Bank of Quont": ["People's Bank of Quont"]}),
        ("It froze Severny Freight LLC.", {"Severny Freight LLC": ["Severny Freight LLC"]}),
        (
            "Velmora Dredging NV fell. Velmora Gulf Ltd. rose. Velmora paid.",
            {
                "Velmora Dredging NV": ["Velmora Dredging NV", "Velmora"],
                "Velmora Gulf Ltd.": ["Velmora Gulf Ltd."],
            },
        ),
    ],
)
def test_names_of_persons_and_firms_keep_their_parts(text: str, expected: dict[str, list[str]]) -> None:
    assert named(text) == expected


def test_a_headline_has_the_names_of_its_text() -> None:
    text = "Velmora Oil Fined After Long Delay\n\nOFAC fined Velmora Oil on Monday.\n\nIt paid."
    assert named(text)["Velmora Oil"] == ["Velmora Oil", "Velmora Oil"]
    assert "Long Delay" not in named(text)
