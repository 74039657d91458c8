"""Stories that differ on a sum, a count or a day of effect are in conflict; nested ones are not."""

from __future__ import annotations

import pytest

from licet.news.merging.fact import Agreement, Fact
from licet.news.merging.merge import merge
from licet.news.merging.nesting import is_within, lineage
from licet.news.parties.party import Party, PartyKind, Role
from licet.news.reading import read
from licet.news.story import read_story

ONE = (
    "date 2024-03-08\n\nThe Office of Financial Sanctions Implementation on Thursday fined Brockdale Bank {} "
    "over payments for Orlo Marine."
)
OTHER = (
    "date 2024-03-08\n\nBrockdale Bank was fined {} by OFSI on Thursday, the heaviest it has known in Leeds."
)


def facts(*texts: str) -> tuple[Fact, ...]:
    """What stories of different outlets tell together."""
    return merge([read(read_story(text, f"Outlet {number}")) for number, text in enumerate(texts)]).facts


def agreement(found: tuple[Fact, ...], words: str) -> list[Agreement]:
    """How far the stories agree on the facts whose titles hold some words."""
    return [fact.agreement for fact in found if words in fact.title]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("£12.4m", "£14.2m", Agreement.CONFLICT),
        ("£12.4m", "12.4 million pounds", Agreement.CORROBORATED),
        ("£12.4m", "£12m", Agreement.CORROBORATED),
        ("£12.4m", "more than £12m", Agreement.CORROBORATED),
        ("up to £14m", "£12.4m", Agreement.CORROBORATED),
    ],
)
def test_sums_conflict_only_beyond_rounding_and_bounds(one: str, other: str, expected: Agreement) -> None:
    """A sum within the bound of another, or rounded, is the same sum told less precisely."""
    assert agreement(facts(ONE.format(one), OTHER.format(other)), "amount:") == [expected]


def test_counts_of_ships_conflict() -> None:
    """Eleven ships against fourteen."""
    one = "date 2025-05-21\n\nBritain imposed sanctions on Orlo Marine and 11 of its ships on Wednesday."
    other = (
        "date 2025-05-21\n\nThe Foreign Office sanctioned Orlo Marine with 14 of its tankers on Wednesday."
    )
    assert agreement(facts(one, other), "ships:") == [Agreement.CONFLICT]
    assert agreement(facts(one, other.replace("14", "eleven")), "ships:") == [Agreement.CORROBORATED]


def test_days_of_effect_conflict_also_with_what_was_foretold() -> None:
    """A day that was foretold and the day that came are set against each other; no plan bears out an act."""
    one = (
        "date 2023-04-27\n\nThe Commerce Department is preparing to add Orlo Optics to its Entity List. "
        "The listing would take effect on May 8."
    )
    other = (
        "date 2023-05-02\n\nThe U.S. Commerce Department on Tuesday added Orlo Optics to its Entity List. "
        "The additions are effective May {}."
    )
    assert agreement(facts(one, other.format(4)), "takes effect:") == [Agreement.CONFLICT]
    assert agreement(facts(one, other.format(8)), "takes effect:") == [Agreement.SINGLE]


def authority(key: str, jurisdiction: str) -> Party:
    """An authority of the catalogue."""
    return Party(key, key, PartyKind.AUTHORITY, Role.AUTHORITY, jurisdiction, ())


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        (authority("uk-ofsi", "GB"), authority("uk-treasury", "GB"), True),
        (authority("us-bis", "US"), authority("us-commerce", "US"), True),
        (authority("us-ofac", "US"), authority("us-commerce", "US"), False),
        (authority("us-bis", "US"), authority("us-white-house", "US"), True),
        (authority("uk-ofsi", "GB"), authority("us-treasury", "US"), False),
        (
            authority("us-ofac", "US"),
            Party("country-US", "US", PartyKind.COUNTRY, Role.COUNTRY, "US", ()),
            True,
        ),
    ],
)
def test_authorities_are_within_their_parents_and_their_government(
    inner: Party, outer: Party, within: bool
) -> None:
    """Offices of one state that are not within each other stay apart."""
    assert is_within(lineage(inner), lineage(outer)) is within
    assert is_within(lineage(outer), lineage(inner)) is within


def test_a_person_has_no_lineage() -> None:
    """Who signs for a government is no office of it."""
    assert lineage(Party("p", "P", PartyKind.PERSON, Role.SPEAKER, "US", ())) == ()


def test_alternatives_are_one_telling() -> None:
    """A meeting this week or next is one side of the conflict, in its whole words."""
    texts = [
        f"date 2018-05-14\n\nThe U.S. and China prepare for trade talks in Washington {words}."
        for words in ("this week", "this week or next")
    ]
    (talks,) = [fact for fact in facts(*texts) if fact.title.startswith("Talks of")]
    assert {side.span.text for side in talks.differences[0].sides} == {"this week", "this week or next"}


def test_months_and_days_are_shown_in_words() -> None:
    """No title holds a day in figures only."""
    titles = [fact.title for fact in facts(ONE.format("£12m"), OTHER.format("£12m"))]
    assert any(title.endswith("when: 7 March 2024") for title in titles)


def test_what_a_story_has_from_unnamed_reports_is_no_second_witness() -> None:
    """A fine that press reports tell of is corroborated by nobody."""
    own = "date 2024-03-08\n\nBrockdale Bank was fined £12m by OFSI on Thursday."
    heard = "date 2024-03-09\n\nOFSI fined Brockdale Bank £12m on Thursday, according to press reports."
    first = "date 2024-03-08\n\nOn Thursday OFSI fined Brockdale Bank £12m for lapses in Leeds."
    assert agreement(facts(own, first), "amount:") == [Agreement.CORROBORATED]
    assert agreement(facts(own, heard), "amount:") == [Agreement.SINGLE]


def test_a_settlement_told_by_an_authority_is_the_one_that_its_office_reached() -> None:
    """The Treasury tells of it, OFAC is within the Treasury, and the sum is the same."""
    one = (
        "date 2022-10-06\n\nA dredging company will pay $9.6 million to settle claims over pumps, "
        "the U.S. Treasury Department said."
    )
    other = (
        "date 2022-10-06\n\nOrlo Dredging NV reached a settlement with the Office of Foreign Assets Control. "
        "Under the settlement it will pay USD 9.6 million."
    )
    merged = merge([read(read_story(text, text[17:30])) for text in (one, other)])
    assert [len(item.parts) for item in merged.measures if item.type.value == "settlement"] == [2]
