"""What seems a measure of trade and is of another matter is none, alone and in a story of sanctions."""

from __future__ import annotations

import pytest

from licet.news.reading import read
from licet.news.story import read_story

LEAD = "The European Union has imposed sanctions on Norvik Steel, the Council said on Monday. "


def triggers(text: str, lead: str) -> list[str]:
    """Words of the text behind a lead that tell of a measure."""
    reading = read(read_story(f"date 2025-06-03\n{lead}{text}\n"))
    first = len("date 2025-06-03\n") + len(lead)
    found = [item.trigger for value in reading.measures for item in value.value.mentions]
    return sorted(span.text for span in found if span.start >= first)


@pytest.mark.parametrize("lead", ["", LEAD])
@pytest.mark.parametrize(
    "text",
    [
        "Brankov was banned from driving for nine months.",
        "Smoking is banned in pubs.",
        "Phones are banned in classrooms.",
        "Dogs are barred from the beach.",
        "The choir was banned from the festival.",
        "The ECB barred Tom Hale from playing cricket.",
        "The court barred the husband from seeing his children.",
        "The ministry barred journalists from the briefing.",
        "The doctor's licence was revoked by the ministry.",
        "The driving ban ends in May.",
        "The burqa ban divides the country.",
        "The hiring freeze at the ministry continues.",
        "The price freeze ends in May.",
        "The abortion ban took effect on Monday.",
        "The club's transfer ban hurts.",
    ],
)
def test_a_ban_that_has_nothing_of_trade_is_none(text: str, lead: str) -> None:
    """Neither a person, a habit nor an animal that is barred is a measure of trade."""
    assert triggers(text, lead) == []


@pytest.mark.parametrize("lead", ["", LEAD])
@pytest.mark.parametrize(
    "text",
    [
        "Germany suspended talks with Orlan.",
        "Germany dropped its demand.",
        "Germany lifted its forecast for steel exports.",
        "The United States withdrew its objection.",
        "The United States designated Norda a major non-NATO ally.",
        "The United States designated Ada Ek as its ambassador.",
    ],
)
def test_what_holds_nothing_is_not_undone_and_a_title_is_no_list(text: str, lead: str) -> None:
    """Talks, demands and forecasts are no measures; an ally is on no list."""
    assert triggers(text, lead) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Germany withdrew its proposal for a ban on Orlan.", ["ban"]),
        ("Germany lifted its ban on Orlan Ltd.", ["ban", "lifted"]),
        ("The United States designated Orlan Ltd as a supplier to Iran's missile makers.", ["designated"]),
    ],
)
def test_what_a_step_was_on_is_read_for_itself(text: str, left: list[str]) -> None:
    """Whoever drops a proposal lifts nothing; whoever lifts a ban does."""
    assert triggers(text, "") == left


@pytest.mark.parametrize("lead", ["", LEAD])
@pytest.mark.parametrize(
    "text",
    [
        "Aerosol shares were suspended from trading in Belgrade.",
        "Orlan was listed in London in 2012.",
        "Orlan was delisted from the New York Stock Exchange in May.",
    ],
)
def test_shares_on_an_exchange_are_no_listing(text: str, lead: str) -> None:
    """An exchange is no list of an authority."""
    assert triggers(text, lead) == []


@pytest.mark.parametrize("lead", ["", LEAD])
@pytest.mark.parametrize(
    "text",
    [
        "The ministry sanctioned the use of force.",
        "The government sanctioned the merger of Orlan and Vista.",
        "The Treasury sanctioned the payment of $3 million.",
        "Mr Kim was sanctioned to act as the company's agent.",
        "The board's plan was sanctioned by the government.",
    ],
)
def test_what_is_approved_is_not_sanctioned(text: str, lead: str) -> None:
    """To sanction an act or a plan is to approve it."""
    assert triggers(text, lead) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry may refuse it where the firm acts against national security.",
        "Mr Kim rose, and the Treasury followed.",
        "The airline was grounded.",
    ],
)
def test_a_word_with_nothing_of_a_measure_beside_it_is_none(text: str) -> None:
    """Not even in a story of sanctions."""
    assert triggers(text, LEAD) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Treasury sanctioned Orlan Ltd on Monday.", "sanctioned"),
        ("The Treasury sanctioned the payment firm Orlan Ltd on Monday.", "sanctioned"),
        ("Orlan Ltd was listed by OFAC in May.", "listed"),
        ("OFAC delisted Orlan Ltd in May.", "delisted"),
        ("India banned imports of Chinese phones.", "banned"),
        ("Britain banned Orlan Ltd from its 5G network in 2020.", "banned"),
        ("The EU banned Norvik's vessels from its ports.", "banned"),
        ("Imports of phones were banned by India.", "banned"),
        ("Brankov was barred from Britain in May.", "barred"),
        ("The ministry barred the company from tenders.", "barred"),
        ("France banned Orlan Ltd on Monday; Canada followed suit.", "followed suit"),
        ("The asset freeze ends in May.", "asset freeze"),
    ],
)
def test_a_measure_of_trade_stays_one(text: str, trigger: str) -> None:
    """The same verbs and nouns with a firm, goods or an act of trade."""
    assert trigger in triggers(text, LEAD)


@pytest.mark.parametrize(
    "text", ["A customs broker halted exports of motors.", "Its customs broker blocks exports."]
)
def test_one_who_only_deals_with_customs_takes_no_measure(text: str) -> None:
    """A broker's own stop is none of the state."""
    assert triggers(text, "") == []
