"""Small clusters of our own, read from their words: who agrees, who differs, and what is never one."""

from __future__ import annotations

from tests.news.cluster import timeline

from licet.news.measures.measure import MeasureType
from licet.news.merging.fact import Agreement, DifferenceKind, Fact
from licet.news.merging.merge import merge
from licet.news.modality.modality import Modality
from licet.news.reading import read
from licet.news.story import read_story

FINE = {
    "Evening Post": (
        "date 2021-06-10\n\nOFSI on Wednesday fined Halden Escrow Ltd £3.2 million for releasing "
        "money to a "
        "listed ship agent.\n\nHalden Escrow paid the penalty at once."
    ),
    "Harbour Times": (
        "date 2021-06-10\n\nHalden Escrow Ltd has been fined £3.9 million by OFSI, Britain's "
        "sanctions office, "
        "on Wednesday.\n\nThe fine comes after two years of letters."
    ),
}
EFFECT = {
    "Evening Post": (
        "date 2023-03-07\n\nThe U.S. Commerce Department added Orvik Lasers AS to its Entity List "
        "on Tuesday. "
        "The listing takes effect on March 10."
    ),
    "Harbour Times": (
        "date 2023-03-07\n\nWashington's trade blacklist grew on Tuesday: the Commerce Department "
        "added Orvik "
        "Lasers AS to the Entity List. The listing takes effect on March 14."
    ),
}
LENGTH = {
    "Evening Post": (
        "date 2022-02-03\n\nThe Commerce Department on 2 February 2022 barred Quill Turbines Inc. "
        "from buying "
        "American parts for five years.\n\nThe ban on Quill Turbines hurts."
    ),
    "Harbour Times": (
        "date 2022-02-03\n\nThe Commerce Department on 2 February 2022 barred Quill Turbines Inc. "
        "from buying "
        "American parts until 1 August 2024.\n\nLawyers for Quill Turbines called the ban harsh."
    ),
}
STAGES = {
    "Evening Post": (
        "date 2024-05-02\n\nThe Commerce Department on Wednesday barred Tarn Optics Ltd. from "
        "buying American "
        "parts.\n\nThe ban on Tarn Optics shocked suppliers."
    ),
    "Harbour Times": (
        "date 2024-05-02\n\nThe Treasury Department has threatened to sanction Tarn Optics Ltd. "
        "next month.\n\n"
        "Tarn Optics declined to comment."
    ),
    "Lake Courier": (
        "date 2024-05-02\n\nThe White House pledged on Wednesday to lift the ban on Tarn Optics "
        "Ltd. by July.\n\n"
        "Tarn Optics welcomed the pledge."
    ),
}
SHORT = {
    "Evening Post": (
        "date 2020-09-15\n\nThe European Union on Monday froze the assets of Brask Shipping "
        "Holding S.A. for "
        "carrying arms.\n\nBrask said it would go to court."
    ),
    "Harbour Times": (
        "date 2020-09-15\n\nBrussels blacklisted a carrier. The European Union froze the assets of Brask "
        "Shipping on Monday, and banks took note."
    ),
}
RETOLD = {
    "Evening Post": (
        'date 2019-04-03\n\nThe minister spoke in Oslo.\n\n"No trawler of the Merrow fleet will land one box '
        'of herring in our harbours," minister Greta Lund said on Tuesday.'
    ),
    "Harbour Times": (
        "date 2019-04-03\n\nMinister Greta Lund said on Tuesday that no trawler of the Merrow "
        "fleet would land "
        "herring in Norwegian harbours."
    ),
}


def facts(stories: dict[str, str], words: str) -> list[Fact]:
    """The facts whose titles hold some words, computed ones left out."""
    return [fact for fact in timeline(stories).facts if words in fact.title and not fact.derived]


def test_two_sums_of_one_fine_are_a_conflict_about_one_measure() -> None:
    (fine,) = [m for m in timeline(FINE).measures if m.type is MeasureType.FINE]
    assert len(fine.parts) == 2
    (amount,) = facts(FINE, "amount:")
    assert amount.agreement is Agreement.CONFLICT
    assert amount.stories == ("A", "B")
    (act,) = [f for f in facts(FINE, "fine against") if "," not in f.title]
    assert act.agreement is Agreement.CORROBORATED


def test_two_days_of_effect_are_a_conflict_and_the_listing_is_none() -> None:
    (effect,) = facts(EFFECT, "takes effect")
    assert effect.agreement is Agreement.CONFLICT
    assert {part.span.text[-8:] for part in effect.support} == {"March 10", "March 14"}
    (listing,) = [m for m in timeline(EFFECT).measures if m.type is MeasureType.LISTING]
    assert len(listing.parts) == 2


def test_a_told_end_is_compared_with_a_start_and_a_length() -> None:
    """Five years from 2022 end in 2027: who tells 2024 contradicts it, though no length of its own."""
    (end,) = facts(LENGTH, "until")
    assert end.agreement is Agreement.CONFLICT
    (difference,) = [item for item in end.differences if item.kind is DifferenceKind.CONFLICT]
    assert difference.rule == "compare: end with start and length"
    assert {side.story for side in difference.sides} == {"A", "B"}
    assert not [fact for fact in timeline(LENGTH).facts if fact.derived]


def test_an_end_that_fits_its_start_and_length_is_no_conflict() -> None:
    fitting = {name: text.replace("1 August 2024", "1 February 2027") for name, text in LENGTH.items()}
    (end,) = facts(fitting, "until")
    assert end.agreement is not Agreement.CONFLICT


def test_what_is_threatened_or_pledged_is_never_one_with_what_is_in_force() -> None:
    found = timeline(STAGES)
    taken = [m for m in found.measures if m.modality.effective]
    assert [m.type for m in taken] == [MeasureType.EXPORT_BAN]
    threat = [m for m in found.measures if m.modality is Modality.THREATENED]
    assert [m.parts[0][0] for m in threat] == ["B"]
    undoing = [m for m in found.measures if m.type.undoes]
    assert [m.modality for m in undoing] == [Modality.PLEDGED]
    assert not any(f.modality.effective for f in found.facts if "B" in f.stories or f.stories == ("C",))


def test_a_company_is_one_by_its_short_name_and_without_its_legal_form() -> None:
    (freeze,) = [m for m in timeline(SHORT).measures if m.type is MeasureType.ASSET_FREEZE]
    assert len(freeze.parts) == 2
    assert len(freeze.targets) == 1


def test_a_quote_and_its_report_in_other_words_are_one_statement() -> None:
    (said,) = facts(RETOLD, "Greta Lund")
    assert said.stories == ("A", "B")


def test_two_companies_that_share_a_word_stay_two() -> None:
    """A story that names both keeps them apart."""
    both = dict(SHORT)
    both["Lake Courier"] = (
        "date 2020-09-15\n\nBrask Shipping Holding S.A. sued Brask Shipping, a rival of the same "
        "name, in May. "
        "Brask Shipping Holding lost."
    )
    parties = timeline(both).parties
    keys = {key for (story, name), key in parties.items() if story == "C" and name.startswith("brask")}
    assert len(keys) == len([1 for story, name in parties if story == "C" and name.startswith("brask")])


def test_what_fits_best_is_one_and_not_what_is_told_first() -> None:
    """A freeze told before the sanctions on the firm does not take their place in the other story."""
    one = "date 2025-05-21\n\nThe Foreign Office on Wednesday imposed sanctions on Orlo Marine Ltd."
    other = (
        "date 2025-05-21\n\nThe accounts of a shipowner, who began with Orlo Marine Ltd, were frozen.\n\n"
        "The Foreign Office imposed sanctions on Orlo Marine Ltd on Wednesday."
    )
    told = merge([read(read_story(one, "Evening Post")), read(read_story(other, "Harbour Times"))])
    both = [item for item in told.measures if len(item.parts) > 1]
    assert [item.type for item in both] == [MeasureType.SANCTIONS]
    assert len(told.measures) == 2
