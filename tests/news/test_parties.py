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
