"""The broad lexicon: words that tell of a measure where the story as a whole is about measures of trade."""

from __future__ import annotations

import pytest
from tests.news.test_measures import places

from licet.news.reading import read
from licet.news.story import read_story

ABOUT = "The customs ministry published a list of exporters and importers on Tuesday. "
"""A sentence that tells the theme and no measure."""
ON_TENDERS = "The ministry buys bridges by tenders, and bidders must show their procurement records. "

TOLD: tuple[tuple[str, str, str], ...] = (
    (ABOUT + "Officers detained 40 containers of paste at the port.", "detained", "import_ban"),
    (ABOUT + "The consignment was turned away at the border.", "turned", "import_ban"),
    (ABOUT + "A withhold release order covers the grower.", "withhold release order", "import_ban"),
    (ABOUT + "The detention has cost the company a season.", "detention", "import_ban"),
    (ABOUT + "Shipments of pumps were seized at the port in May.", "seized", "import_ban"),
    (ABOUT + "The ministry halted imports of shrimp from two growers.", "halted", "import_ban"),
    (ABOUT + "Firms may not export lenses without leave.", "may not export", "export_ban"),
    (ABOUT + "The mill is no longer allowed to import cotton.", "allowed to import", "import_ban"),
    (ABOUT + "The country closed its skies to the carrier.", "closed", "sanctions"),
    (ABOUT + "Three names were struck off the register.", "struck", "lifting"),
    (ABOUT + "Corvane was put on the list in May.", "put", "listing"),
    (ABOUT + "Corvane, listed in May, has denied it.", "listed", "listing"),
    (ABOUT + "The owner has applied for delisting.", "delisting", "lifting"),
    (ABOUT + "The curbs were extended until June.", "extended", "extension"),
    (ABOUT + "Food aid is exempted.", "exempted", "exemption"),
    (ABOUT + "The licence was revoked in May.", "revoked", "revocation"),
    (ABOUT + "Officials want the freeze lifted.", "lifted", "lifting"),
    (ABOUT + "The surtax came off on Monday.", "came off", "lifting"),
    (
        ABOUT + "An additional duty of 25 percent applies to imports of tiles under the tariff.",
        "duty",
        "tariff",
    ),
    (ABOUT + "Kestrel Optics settled with the bureau in May.", "settled", "settlement"),
    (ABOUT + "Ottawa has not acted against the grower.", "acted", "import_ban"),
    (ABOUT + "The two governments put on hold most of the levies.", "put on hold", "suspension"),
    (ABOUT + "The embargo was rolled over in May.", "rolled over", "extension"),
    (ABOUT + "The mill lost its licence in May.", "lost", "revocation"),
    (
        ABOUT + "Customs released the panels after nine days; the imports were stopped in March.",
        "released",
        "lifting",
    ),
    (ABOUT + "Wanting trade, the growers want the order set aside.", "set aside", "lifting"),
    (ABOUT + "The importers asked for an end to the duties.", "end", "lifting"),
    (ABOUT + "The decision provides for the freezing of its assets.", "freezing", "asset_freeze"),
    (ABOUT + "No such order has been issued.", "order", "import_ban"),
    (ABOUT + "Nine vessels could be added by June.", "added", "listing"),
    (ABOUT + "Canned goods were left out of the prohibition.", "left out", "exemption"),
    (
        ABOUT + "The rate on imports of steel fell to 10 percent, and other tariffs and duties stay.",
        "fell",
        "tariff_relief",
    ),
    (ABOUT + "Tankers were turned away by the coast guard.", "turned", "sanctions"),
    (ABOUT + "The price of oil fell. The cap starts in May.", "cap", "sanctions"),
    (ABOUT + "The ministry prohibited shrimp from two growers.", "prohibited", "import_ban"),
    (ABOUT + "The ministry prohibited shrimp from two exporters.", "prohibited", "import_ban"),
    (ON_TENDERS + "Engineers must rip out the equipment.", "rip out", "procurement_ban"),
    (ON_TENDERS + "Orlan Works was debarred for two years.", "debarred", "procurement_ban"),
    (ON_TENDERS + "The debarment runs until 2026.", "debarment", "procurement_ban"),
    (ON_TENDERS + "Its affiliates are ineligible as well.", "ineligible", "procurement_ban"),
    (ON_TENDERS + "The builder was excluded from tenders in June.", "excluded", "procurement_ban"),
    (ON_TENDERS + "The firm may not bid for public works.", "may not bid", "procurement_ban"),
    (ON_TENDERS + "The builder was disqualified last year.", "disqualified", "procurement_ban"),
)

CALM: tuple[str, ...] = (
    (
        "The club was banned from the transfer market. Fans said that the ban was a disgrace, and the "
        "coach was fined for what he said of the referee. The suspension ends in March."
    ),
    (
        "The school fair lifted spirits. A ban on dogs was extended, the cake stall got a licence, and "
        "prizes were seized upon by the children. The exemption for grandmothers stays."
    ),
    (
        "A driver was barred from driving for two years, fined 400 pounds and had his licence revoked. "
        "His appeal against the sentence was rejected."
    ),
    (
        "The maker of phones launched a new handset. It dropped the price, extended its offer to June and "
        "removed the charger from the box. The listing on the shop's site named three colours."
    ),
    (
        "The company's shares were listed on the exchange in May. The listing was delayed, and the block "
        "on sales by directors was lifted in June."
    ),
    (
        "The town banned smoking in parks. The restrictions were eased for the carnival, and the measure "
        "was suspended for a night."
    ),
    (
        "The league in Norway suspended the captain. The ban was halved to three weeks, and the fine was "
        "lifted. The club said that the ban on its captain had been too long and the penalty harsh."
    ),
    (
        "The phone company cut its tariff for students. The new tariff runs until June, and customers are "
        "exempt from the fee."
    ),
    (
        "The committee has sanctioned the purchase of a roller. The bar's licence has been extended, and "
        "a member was struck off the list for tea."
    ),
)


@pytest.mark.parametrize(("text", "trigger", "kind"), TOLD)
def test_a_word_with_little_around_it_is_read_where_the_story_is_about_measures(
    text: str, trigger: str, kind: str
) -> None:
    assert (trigger, kind) in [(found.split("\n")[0], told) for found, told in places(text)]


@pytest.mark.parametrize("text", CALM)
def test_the_same_words_tell_nothing_in_a_story_of_another_matter(text: str) -> None:
    assert read(read_story(f"date 2024-06-12\n{text}")).measures == ()


@pytest.mark.parametrize("about", [ABOUT, ON_TENDERS])
@pytest.mark.parametrize(
    "text",
    [
        "Smoking was banned in the hall.",
        "The shares were listed on the exchange.",
        "The minister held a meeting and turned to his notes.",
        "The harvest lifted spirits.",
        "The talks ended in May, and the delegates left the port.",
        "Customers cancelled orders for spring.",
        "His frozen pizza was late.",
        "A shopping list lay on the table.",
        "He was put on the waiting list.",
        "The clerk was taken off the mailing list.",
        "The paper dropped its story about the licence.",
    ],
)
def test_words_used_in_another_sense_tell_nothing_in_any_story(about: str, text: str) -> None:
    assert places(about + text) == []


def test_what_undoes_a_measure_undoes_the_noun_beside_it() -> None:
    """Its own clause need not say so."""
    (freeze, lifting) = read(read_story(f"{ABOUT}Officials want the freeze lifted.")).measures
    assert lifting.value.affects == freeze.value.key
