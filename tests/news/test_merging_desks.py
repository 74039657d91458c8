"""One event as several desks would tell it: who bears witness, and what is set against what."""

from __future__ import annotations

from tests.news.cluster import timeline

from licet.news.measures.measure import MeasureType
from licet.news.merging.fact import Agreement, Fact, Timeline
from licet.news.modality.modality import Modality

BROKER = {
    "City Agency": (
        "date 2025-07-08\n\nLONDON, July 8 (City Press) - Britain's financial regulator fined brokerage "
        "Tollan Vane £8.25 million on Tuesday for failing to screen clients against sanctions lists.\n\n"
        '"Screening is not a box to tick," said Teresa Oakham, the head of enforcement.\n\n'
        "The fine would otherwise have been £11.8 million."
    ),
    "Morning Standard": (
        "date 2025-07-09\n\nTollan Vane has been fined £11.8 million by the Financial Conduct Authority "
        "after it let more than 300 clients through the door without asking who they were.\n\n"
        '"We fell short and we have changed," chief executive Dominic Vane said.'
    ),
    "Compliance Bulletin": (
        "date 2025-07-10\n\nThe FCA imposed a financial penalty of £8,250,000 on Tollan Vane Ltd on 8 July "
        "2025 for breaches of Principle 3.\n\nThe firm opened 312 accounts without screening."
    ),
}
SHIPS = {
    "Straits Daily": (
        "date 2026-02-13\n\nAustralia imposed targeted financial sanctions on Kelda Bay Shipping Pte Ltd on "
        "Thursday, making it a crime for Australians to deal with the company.\n\nThe sanctions took effect "
        "immediately. The company will ask Canberra to revoke the listing."
    ),
    "Port Watcher": (
        "date 2026-02-14\n\nCanberra sanctioned Kelda Bay Shipping on 12 February. The sanctions are on the "
        "company.\n\nThe ships are not listed."
    ),
}
FUEL = {
    "Levant Press": (
        "date 2025-03-18\n\nThe European Union on Tuesday froze the assets of Delora Bunkering, a fuel "
        "trader, and banned its owner, Carmel Zerafa, from entering the bloc."
    ),
    "Valletta Herald": (
        "date 2025-03-19\n\nThe European Union has frozen the accounts of Delora Bunkering. Carmel Zerafa "
        "may no longer travel to any member state but his own."
    ),
}
BEEF = {
    "Prairie Wire": (
        "date 2024-11-28\n\nOTTAWA - Canada has banned imports from one of Brazil's largest beef packers "
        "after inspectors found salmonella.\n\nThe ban hits plants that Carnes Alvorada SA operates in Goias."
    ),
    "Market Filing": (
        'date 2024-11-28\n\nCarnes Alvorada S.A. (the "Company") informs its shareholders that the Canadian '
        "Food Inspection Agency has suspended the importation of beef from three of its establishments."
    ),
    "Farm Weekly": (
        "date 2024-11-29\n\nThe Canadian Food Inspection Agency has banned imports of beef from Carnes "
        "Alvorada, the Brazilian packer. The ban on Carnes Alvorada is the first of its kind."
    ),
}
PAYMENTS = {
    "Continental Desk": (
        "date 2023-11-02\n\nPayments company Ostrava Pay will pay $14.7 million to settle allegations that "
        "it moved money for customers in Crimea, the U.S. Treasury Department said on Thursday."
    ),
    "Ostrava Pay": (
        "date 2023-11-02\n\nNov. 2, 2023 - Ostrava Pay, Inc. today announced that it has reached a "
        "settlement with the U.S. Treasury Department's Office of Foreign Assets Control.\n\n"
        "Under the agreement the company will pay $14.7 million."
    ),
}


def act(found: Timeline, kind: MeasureType) -> Fact:
    """The one fact of a measure that was taken, of some kind."""
    keys = {item.key for item in found.measures if item.type is kind}
    (fact,) = [
        fact
        for fact in found.facts
        if fact.measure in keys and fact.kind == "measure" and fact.modality.effective
    ]
    return fact


def conflicts(found: Timeline) -> list[str]:
    """Titles of the facts that stories contradict each other on."""
    return [fact.title for fact in found.facts if fact.agreement is Agreement.CONFLICT]


def test_two_sums_of_the_fine_that_all_lead_with_are_a_conflict_though_one_tells_no_day() -> None:
    found = timeline(BROKER)
    fine = act(found, MeasureType.FINE)
    assert (fine.stories, fine.agreement) == (("A", "B", "C"), Agreement.CORROBORATED)
    (title,) = conflicts(found)
    assert "8.25 million GBP or 11.8 million GBP" in title


def test_another_sum_of_another_week_is_another_fine() -> None:
    later = BROKER | {"Morning Standard": BROKER["Morning Standard"].replace("2025-07-09", "2025-08-20")}
    found = timeline(later)
    assert not conflicts(found)
    assert len([item for item in found.measures if item.type is MeasureType.FINE and item.imposers]) == 2


def test_that_something_else_is_not_listed_denies_no_listing() -> None:
    found = timeline(SHIPS)
    assert not conflicts(found)
    assert all(item.modality is not Modality.DENIED for item in found.measures if item.targets)


def test_a_bar_whose_very_words_are_a_negation_denies_nothing() -> None:
    found = timeline(FUEL)
    assert not conflicts(found)
    assert act(found, MeasureType.TRAVEL_BAN).stories[0] == "A"


def test_an_act_is_denied_by_words_that_name_whom_it_is_on() -> None:
    denied = SHIPS | {"Port Watcher": "date 2026-02-14\n\nAustralia has not sanctioned Kelda Bay Shipping."}
    assert len(conflicts(timeline(denied))) == 1


def test_a_story_that_names_the_office_joins_one_that_names_the_company_and_one_that_names_the_country() -> (
    None
):
    found = timeline(BEEF)
    ban = act(found, MeasureType.IMPORT_BAN)
    assert (ban.stories, ban.agreement) == (("A", "B", "C"), Agreement.CORROBORATED)


def test_a_company_that_announces_what_was_done_to_it_bears_witness() -> None:
    found = timeline(PAYMENTS)
    (settlement,) = [item for item in found.measures if item.type is MeasureType.SETTLEMENT]
    assert {story for story, _ in settlement.parts} == {"A", "B"}
    fact = act(found, MeasureType.SETTLEMENT)
    assert (fact.stories, fact.agreement) == (("A", "B"), Agreement.CORROBORATED)


def test_what_an_unnamed_person_or_a_rival_tells_bears_none() -> None:
    for teller in ("a person familiar with the matter said", "rival Kestrel Money said"):
        text = (
            f"date 2023-11-03\n\nOstrava Pay has reached a settlement with the U.S. Treasury Department's "
            f"Office of Foreign Assets Control, {teller} on Friday."
        )
        found = timeline({"Continental Desk": PAYMENTS["Continental Desk"], "Harbour Times": text})
        acts = [fact for fact in found.facts if fact.kind == "measure" and fact.modality.effective]
        assert [fact.agreement for fact in acts] == [Agreement.SINGLE]


def test_a_story_that_only_speaks_of_the_act_in_doubt_stands_beside_and_corroborates_nothing() -> None:
    doubt = {
        "Straits Daily": SHIPS["Straits Daily"],
        "Gulf Letter": "date 2026-02-15\n\nThe sanctions on Kelda Bay Shipping worry its insurers.",
    }
    found = timeline(doubt)
    (fact,) = [item for item in found.facts if item.kind == "measure" and item.modality.effective]
    assert fact.stories == ("A", "B")
    assert fact.agreement is Agreement.SINGLE


def test_who_took_a_measure_is_not_whom_it_is_aimed_at() -> None:
    told = {
        "Levant Press": FUEL["Levant Press"],
        "Bunker Notes": (
            "date 2025-03-20\n\nDelora Bunkering Ltd was listed by the Council of the European Union on 18 "
            "March, its assets are frozen and no funds may be made available to it."
        ),
    }
    for measure in timeline(told).measures:
        assert not {"eu", "eu-council"} & set(measure.targets)


def facts(stories: dict[str, str], words: str) -> list[Fact]:
    """The facts whose titles hold some words."""
    return [fact for fact in timeline(stories).facts if words in fact.title]


WRONG_SUM = {
    "Wire": (
        "date 2024-03-07\n\nBritain's sanctions office, OFSI, on Thursday fined Aldwick Bank plc 12.4 "
        "million pounds. The fine is the largest that OFSI has imposed."
    ),
    "Lantern": (
        "date 2024-03-08\n\nOFSI on Thursday fined Aldwick Bank for clicking warnings away. Its "
        "shareholders lost £14.2m by that habit."
    ),
    "Notices": (
        "date 2024-03-11\n\nOFSI imposed a fine of £12.4 million on Aldwick Bank plc on 7 March. Press "
        "reports putting the sum at £14.2m appear to be wrong."
    ),
}


def test_a_sum_that_is_called_wrong_is_set_against_the_story_that_tells_it() -> None:
    (amount,) = facts(WRONG_SUM, "amount:")
    assert (amount.stories, amount.agreement) == (("A", "B", "C"), Agreement.CONFLICT)


FREEZE = (
    "date 2025-03-18\n\nThe European Union on Tuesday froze the assets of Delora Bunkering. The freeze takes "
    "effect on March 19."
)
LISTED = (
    "date 2025-03-20\n\nThe European Union added Delora Bunkering to its sanctions list on 18 March. The "
    "listing took effect on {}."
)


def test_one_day_of_effect_of_a_freeze_and_a_listing_of_one_company_is_one_fact() -> None:
    (effect,) = facts({"Levant Press": FREEZE, "Bunker Notes": LISTED.format("19 March")}, "takes effect:")
    assert (effect.stories, effect.agreement) == (("A", "B"), Agreement.CORROBORATED)


def test_other_days_of_effect_of_a_freeze_and_a_listing_are_no_conflict() -> None:
    told = {"Levant Press": FREEZE, "Bunker Notes": LISTED.format("20 March")}
    assert len(facts(told, "takes effect:")) == 2
    assert not conflicts(timeline(told))


def test_how_many_a_company_employs_is_one_fact_by_whatever_word_for_them() -> None:
    told = {
        "Atlas": (
            "date 2025-02-19\n\nThe Treasury Department on Tuesday fined Zara Aero Ltd. $3 million. Zara "
            "Aero, which employs some 2,300 people in Sharjah, said that it would pay."
        ),
        "Gulf Standard": (
            "date 2025-02-20\n\nThe Treasury Department fined Zara Aero on Tuesday. Zara Aero has sent home "
            "many of its 2,300 mechanics."
        ),
    }
    (staff,) = [
        fact for fact in timeline(told).facts if any("2,300" in item.span.text for item in fact.support)
    ]
    assert (staff.stories, staff.agreement) == (("A", "B"), Agreement.CORROBORATED)


def test_what_a_story_says_in_doubt_of_its_own_act_makes_none_of_its_terms_doubtful() -> None:
    told = BROKER | {"Morning Standard": BROKER["Morning Standard"] + " The fine is the talk of the City."}
    (amount,) = facts(told, "amount:")
    assert amount.agreement is Agreement.CONFLICT
    assert amount.modality is Modality.IN_FORCE


def test_a_day_to_come_of_an_act_that_is_done_is_the_one_on_which_it_takes_effect() -> None:
    one = (
        "date 2024-05-02\n\nThe Commerce Department on Thursday barred Orlo Optics from buying parts from {}."
    )
    told = {
        "Wire": one.format("May 14") + " The ban on Orlo Optics comes as a shock.",
        "Weekly": one.format("May 16") + " The ban on Orlo Optics was asked for by its rivals.",
    }
    (title,) = conflicts(timeline(told))
    assert title.endswith("takes effect: 14 May 2024 or 16 May 2024")
    assert len(facts(told, "when: 2 May 2024")) == 1
