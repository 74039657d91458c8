"""The words by which news tells of measures, each with a near miss that tells of none."""

from __future__ import annotations

import pytest
from tests.news.test_measures import places

TOLD: tuple[tuple[str, str, str], ...] = (
    ("The Treasury Department proscribed Orlan Shipping in May.", "proscribed", "listing"),
    ("The Treasury Department greylisted Orlan Shipping.", "greylisted", "listing"),
    ("The Treasury Department immobilised the assets of Orlan Shipping.", "immobilised", "asset_freeze"),
    ("Italy impounded two yachts belonging to Orlan Shipping.", "impounded", "asset_freeze"),
    ("The Treasury Department dropped Orlan Shipping from its sanctions list.", "dropped", "lifting"),
    ("Orlan Shipping was shut out of British ports by the Treasury Department.", "shut out", "sanctions"),
    ("The Commerce Department locked Tarn Optics out of federal tenders.", "locked", "procurement_ban"),
    ("Poland closed its market to Belarusian timber.", "closed", "import_ban"),
    ("The Commerce Department disqualified Tarn Optics from federal contracts.", "disqualified",
     "procurement_ban"),
    ("The European Union banned the supply of pumps to Russia.", "banned", "export_ban"),
    ("The Treasury Department barred banks from financing Orlan Shipping.", "barred", "sanctions"),
    ("The court ordered Kestrel Optics to pay $2 million.", "ordered", "fine"),
    ("Kestrel Optics agreed to pay $7 million to end an inquiry by the Treasury Department.", "agreed",
     "settlement"),
    ("Kestrel Optics resolved charges by the Commerce Department for $3 million.", "resolved", "settlement"),
    ("Egypt's surcharge on Chinese steel took effect on Sunday.", "surcharge", "tariff"),
    ("The European Union imposed an anti-dumping duty on Chinese tiles.", "anti-dumping duty", "tariff"),
    ("The Treasury Department issued a penalty notice against Kestrel Optics.", "penalty notice", "fine"),
    ("The Treasury Department issued a freezing order against Orlan Shipping.", "freezing order",
     "asset_freeze"),
    ("The Commerce Department signed a consent agreement with Kestrel Optics.", "consent agreement",
     "settlement"),
    ("Kestrel Optics signed a deferred prosecution agreement with the Justice Department.",
     "prosecution agreement", "settlement"),
    ("Cargo ships are exempt from the tariff on Chinese steel until July.", "exempt", "exemption"),
    ("The Treasury Department granted a carve-out for medical goods.", "carve-out", "exemption"),
    ("The Treasury Department gave banks a wind-down period for contracts with Orlan Shipping.",
     "wind-down period", "exemption"),
    ("The Treasury Department granted a derogation for contracts with Orlan Shipping.", "derogation",
     "exemption"),
    ("The Commerce Department greenlit exports of lenses to Tarn Optics.", "greenlit", "licence"),
    ("The Commerce Department waved through sales to Tarn Optics.", "waved through", "licence"),
    ("The Treasury Department scrapped the sanctions on Orlan Shipping.", "scrapped", "lifting"),
    ("The court quashed the asset freeze on Orlan Shipping.", "quashed", "lifting"),
    ("The court struck down the export ban on Tarn Optics.", "struck down", "lifting"),
    ("The Treasury Department phased out sanctions on Orlan Shipping.", "phased out", "lifting"),
    ("The court set aside the asset freeze on Orlan Shipping.", "set aside", "lifting"),
    ("The Treasury Department watered down the sanctions on Orlan Shipping.", "watered down", "relief"),
    ("The Commerce Department slashed the tariff on Chinese steel.", "slashed", "tariff_relief"),
    ("The court stayed the export ban on Tarn Optics.", "stayed", "suspension"),
    ("The Treasury Department deferred the sanctions on Orlan Shipping.", "deferred", "suspension"),
    ("The Council of the European Union rolled over the asset freeze on Orlan Shipping.", "rolled over",
     "extension"),
    ("Kestrel Optics settled with the Americans.", "settled", "settlement"),
    ("The Treasury Department extended by four months the general licence for Orlan Shipping.", "extended",
     "extension"),
    ("A waiver lets two ships of Orlan Shipping unload.", "waiver", "exemption"),
    ("Britain imposed a travel ban on Ada Ek of Orlan Shipping, and Canada followed suit.", "followed suit",
     "travel_ban"),
)  # fmt: skip

NONE: tuple[str, ...] = (
    "The rain locked Tarn Optics out of its own plant.",
    "Tarn Optics closed its market stall to visitors.",
    "The shop dropped Kestrel Optics from its catalogue.",
    "Tarn Optics resolved a quarrel with its neighbours.",
    "The board agreed to pay $4 million for a new hall.",
    "The trade agreement helps Tarn Optics.",
    "The court clerk was on night duty.",
    "Tarn Optics gave its staff a trial period of six months.",
    "The guide waved visitors through the plant of Tarn Optics.",
    "A deferred payment by Tarn Optics fell due.",
    "Kestrel Optics rolled over in its sleep, a joke went.",
    "The strike set aside, Tarn Optics had a good year.",
    "The company stayed in Leeds and cut prices.",
    "Tarn Optics is tax-exempt in Malta.",
    "Orlan Shipping followed the coast to Leith.",
    "He signed the order to weigh anchor.",
    "Two customers cancelled orders for lenses.",
    "A notice on the door asked visitors to ring twice.",
    "The yacht of a director was impounded by a yard for unpaid bills.",
)


@pytest.mark.parametrize(("text", "trigger", "kind"), TOLD)
def test_a_word_of_news_is_a_trigger_of_its_kind(text: str, trigger: str, kind: str) -> None:
    assert (trigger, kind) in places(text)


@pytest.mark.parametrize("text", NONE)
def test_a_near_miss_is_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Orlan Shipping agreed to pay a fine of $5 million to settle charges of the Treasury Department.",
            "fine",
        ),
        ("The Treasury Department fined Orlan Shipping $5 million to settle charges.", "fined"),
    ],
)
def test_what_a_penalty_is_paid_for_is_no_second_measure(text: str, trigger: str) -> None:
    """To settle is then told by the penalty of the same sentence."""
    assert places(text) == [(trigger, "fine")]
