"""What was said, over several desks: a longer print, a report of a report, a paper that another one cites."""

from __future__ import annotations

import pytest
from tests.news.cluster import timeline

from licet.news.claims.claim import ClaimKind
from licet.news.merging.fact import Agreement, Fact, Independence
from licet.news.merging.merge import merge
from licet.news.modality.modality import Modality
from licet.news.reading import read
from licet.news.story import read_story

LASERS = {
    "Harbour Wire": (
        "date 2024-09-12\n\nThe U.S. Commerce Department on Thursday added laser maker Lundholt Photonics to "
        'its Entity List.\n\nLundholt denied shipping anything to Russia. "We will prove it," Chief '
        "Executive Mette Brandrup said in a statement."
    ),
    "Kobenhavn Courier": (
        "date 2024-09-13\n\nThe U.S. Department of Commerce put Lundholt Photonics on the Entity List.\n\n"
        "A person close to the company said Lundholt had offered in July to stop all sales to Central Asia. "
        "The offer was turned down, the person said.\n\n"
        '"We have shipped nothing to Russia and we will prove it," chief executive Mette Brandrup said.'
    ),
    "Laser Weekly": (
        "date 2024-09-16\n\nBIS added Lundholt Photonics to the Entity List on 12 September.\n\nThe company "
        "makes about a fifth of Europe's fibre lasers, and its customers are asking what they may still buy "
        "from it, for how long, and who will mend what they have bought before. Nobody could tell them on "
        "Monday. Most of them have stopped all orders, and two have asked their lawyers whether they may pay "
        "what they owe. The fair in Munich, where Lundholt had taken its usual stand by the door, begins in "
        "eleven days.\n\nAccording to the Kobenhavn Courier, Lundholt offered in July to stop all sales to "
        "Central Asia. BIS did not respond to questions."
    ),
}


def said(stories: dict[str, str], words: str) -> list[Fact]:
    """The facts that somebody said something, by words they rest on."""
    return [
        fact
        for fact in timeline(stories).facts
        if fact.kind is ClaimKind.STATEMENT and any(words in item.span.text for item in fact.support)
    ]


def test_a_quotation_that_stands_in_a_longer_one_of_the_same_person_is_one_statement() -> None:
    (fact,) = said(LASERS, "ill prove it")
    assert (fact.stories, fact.agreement) == (("A", "B"), Agreement.CORROBORATED)
    assert fact.independence is Independence.ONE_SOURCE


def test_the_same_few_words_of_somebody_else_are_another_statement() -> None:
    other = LASERS["Kobenhavn Courier"].replace("chief executive Mette Brandrup", "minister Rasmus Holt")
    assert len(said(LASERS | {"Kobenhavn Courier": other}, "ill prove it")) == 2


def test_what_a_paper_has_of_another_one_and_its_unnamed_person_is_no_second_witness() -> None:
    (fact,) = said(LASERS, "Central Asia")
    assert (fact.stories, fact.agreement) == (("B", "C"), Agreement.SINGLE)
    assert fact.independence is Independence.ONE_WIRE


def test_that_a_paper_is_cited_once_takes_nothing_from_what_else_its_reader_tells() -> None:
    """The trade weekly has the offer of the Courier, and the listing of its own."""
    (listing,) = [
        fact
        for fact in timeline({name: LASERS[name] for name in ("Kobenhavn Courier", "Laser Weekly")}).facts
        if fact.kind is ClaimKind.MEASURE and fact.modality.effective
    ]
    assert (listing.stories, listing.agreement) == (("A", "B"), Agreement.CORROBORATED)


def test_what_a_story_leads_with_of_another_paper_is_that_papers() -> None:
    led = {
        "Kobenhavn Courier": LASERS["Kobenhavn Courier"],
        "Gulf Letter": (
            "date 2024-09-14\n\nThe Commerce Department added Lundholt Photonics to the Entity List, the "
            "Kobenhavn Courier reported on Friday."
        ),
    }
    assert all(fact.agreement is Agreement.SINGLE for fact in timeline(led).facts)


def test_he_says_that_it_said_is_one_statement() -> None:
    told = {
        "Gulf Letter": (
            "date 2024-09-14\n\nBritain sanctioned Tessel Maritime on Tuesday. The company says it will "
            "fight, every paper reports."
        ),
    }
    assert len(said(told, "it will fight")) == 1


@pytest.mark.parametrize("outlets", [("Levant Press", "Valletta Herald"), ("Levant Press",)])
def test_an_opinion_is_a_fact_where_several_stories_print_it(outlets: tuple[str, ...]) -> None:
    told = {
        "Levant Press": (
            "date 2025-03-18\n\nThe European Union on Tuesday froze the assets of Delora Bunkering.\n\n"
            '"This is a mistake with our name on it," its lawyer, Rita Azzo, said.'
        ),
        "Valletta Herald": (
            "date 2025-03-19\n\nBrussels has frozen 31 million euros belonging to Delora Bunkering.\n\n"
            '"This is a mistake with our name on it," said Rita Azzo, a lawyer for the company.'
        ),
    }
    found = said({name: told[name] for name in outlets}, "a mistake with our name")
    assert [fact.modality for fact in found] == [Modality.OPINION] * (len(outlets) - 1)


def test_a_wire_in_the_dateline_is_the_paper_that_another_one_cites() -> None:
    wire = (
        "date 2026-02-10\n\nCANBERRA, Feb 10 (Pacific Newswire) - Australia is preparing to sanction Kelda "
        "Bay Shipping, two people briefed on the plan said on Tuesday."
    )
    paper = (
        "date 2026-02-11\n\nAustralia is about to impose sanctions on Kelda Bay Shipping, Pacific Newswire "
        "reported on Tuesday, quoting two people briefed on the plan."
    )
    found = merge([read(read_story(text)) for text in (wire, paper)]).facts
    assert all(fact.agreement is Agreement.SINGLE for fact in found)
    assert any(fact.independence is Independence.ONE_WIRE for fact in found)


def test_what_nobody_named_says_is_not_told_beside_its_figure() -> None:
    told = {
        "Wire": (
            "date 2024-03-08\n\nThe United States on Friday barred imports of gloves made by Permala Glove. "
            "American hospitals bought $41.3 million worth of its gloves in 2023, trade data show."
        )
    }
    assert len([fact for fact in timeline(told).facts if "41.3 million" in fact.title]) == 1


def test_what_somebody_asks_for_is_told_by_a_verb_of_asking() -> None:
    told = {
        "Standard": (
            "date 2025-07-09\n\nThe Financial Conduct Authority fined Tollan Vane on Tuesday. The Labour MP "
            "Sarah Coe called on the regulator to ban the firm's directors."
        )
    }
    assert "Sarah Coe asked: to ban the firm's directors" in [fact.title for fact in timeline(told).facts]
