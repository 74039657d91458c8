"""Measures of stories: what speaks of one, what it says, which places speak of the same one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import SHARED

from licet.news.measures.measure import Measure, MeasureMention, MeasureType, SlotName
from licet.news.modality.modality import EFFECTIVE, Modality
from licet.news.reading import Reading, read
from licet.news.story import read_story
from licet.reports import news_scoring

DAY = "date 2024-06-12\n"
CAST = "Tarn Optics Ltd. makes lenses. Kestrel Optics Ltd. makes sights. Orlan Shipping Ltd. owns ships.\n\n"
TWO = ("000_f64fde2f822e4293.txt", "002_e33b025f3716da0e.txt")
needs_stories = pytest.mark.skipif(
    not (SHARED / "stories").is_dir(), reason="the two real stories (../shared/stories) are absent"
)


def reading(text: str) -> Reading:
    return read(read_story(DAY + CAST + text))


def measures(text: str) -> list[Measure]:
    return [value.value for value in reading(text).measures]


def places(text: str) -> list[tuple[str, str]]:
    found = [item for measure in measures(text) for item in measure.mentions]
    return [
        (item.trigger.text, str(item.type)) for item in sorted(found, key=lambda item: item.trigger.start)
    ]


def only(text: str) -> MeasureMention:
    found = measures(text)
    assert len(found) == 1
    assert len(found[0].mentions) == 1
    return found[0].mentions[0]


def slots(item: MeasureMention, name: SlotName) -> list[str]:
    return [slot.value or slot.span.text for slot in item.slot(name)]


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The Treasury Department sanctioned Orlan Shipping on Monday.", "sanctioned", "sanctions"),
        ("Orlan Shipping was sanctioned by the Treasury Department in March.", "sanctioned", "sanctions"),
        ("The European Union has imposed sanctions on Orlan Shipping.", "sanctions", "sanctions"),
        ("The Commerce Department penalised Tarn Optics.", "penalised", "sanctions"),
        ("The Commerce Department added Tarn Optics to the Entity List.", "added", "listing"),
        ("Tarn Optics has been added to the Entity List.", "added", "listing"),
        ("Tarn Optics was placed on a trade blacklist by Washington.", "placed", "listing"),
        ("Washington blacklisted Tarn Optics last year.", "blacklisted", "listing"),
        ("OFAC designated Tarn Optics under an executive order.", "designated", "listing"),
        ("Tarn Optics remains on the Entity List.", "Entity List", "listing"),
        ("The Treasury Department froze the assets of Tarn Optics.", "froze", "asset_freeze"),
        ("The accounts of Tarn Optics were frozen by Switzerland.", "frozen", "asset_freeze"),
        ("Japan banned exports of hydrogen fluoride to Tarn Optics.", "banned", "export_ban"),
        ("The government has halted shipments of radar parts to Turkey.", "halted", "export_ban"),
        ("Customs officers blocked the export of eight motors.", "blocked", "export_ban"),
        ("The United States cut Tarn Optics off from its suppliers.", "cut Tarn Optics off", "export_ban"),
        ("The White House will ban imports of Kestrel Optics sights.", "ban", "import_ban"),
        ("Britain has prohibited the sale of lathes to Iran.", "prohibited", "export_ban"),
        ("The Pentagon ordered troops to stop using Kestrel Optics sights.", "ordered", "procurement_ban"),
        ("The government blocked the takeover of Tarn Optics.", "blocked", "investment_ban"),
        ("The United States imposed visa restrictions on officials.", "visa restrictions", "travel_ban"),
        ("Australia imposed an embargo on Iran.", "embargo", "embargo"),
        ("China imposed tariffs of 25 percent on American soybeans.", "tariffs", "tariff"),
        ("Tarn Optics was fined $3 million by the Commerce Department.", "fined", "fine"),
        ("Tarn Optics will pay a civil penalty of $3 million.", "penalty", "fine"),
        ("Tarn Optics settled charges that it shipped lenses to Iran.", "settled", "settlement"),
        ("Tarn Optics reached a settlement with the Justice Department.", "settlement", "settlement"),
        ("The Commerce Department imposed a denial order on Tarn Optics.", "denial order", "denial_order"),
        ("The Commerce Department denied Tarn Optics export privileges.", "denied", "denial_order"),
        ("OFAC issued a licence to export lenses.", "licence", "licence"),
        ("The Commerce Department allowed Tarn Optics to resume sales.", "allowed", "licence"),
        ("OFAC delisted Tarn Optics.", "delisted", "lifting"),
        ("The EU removed Tarn Optics from its list of sanctioned companies.", "removed", "lifting"),
    ],
)
def test_a_measure_is_told_by_verb_or_noun_active_or_passive(text: str, trigger: str, kind: str) -> None:
    assert (trigger, kind) in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "Fine weather and a fine innings gave Thixby its first win.",
        "The committee has sanctioned the purchase of a roller.",
        "The court allowed him to go home in order to rest.",
        "They live in a block of flats near the listed building.",
        "The family settled in Ohio, and the firm placed an order of microchips.",
        "The council agreed a ban on smoking in parks.",
        "The bar's licence has been extended until midnight.",
        "Shares of the firm will be added to the FTSE list.",
        "The firm's board took the decision to move.",
        "In the end the bank lost its case against the builder.",
        "A driver's licence was suspended by the judge.",
        "Rain stopped play and nobody could prevent the pitch from flooding.",
        "Tarn Optics halted operations in May.",
    ],
)
def test_words_that_only_look_like_a_measure_are_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Commerce Department blocked Tarn Optics from importing American parts.",
        "The Commerce Department barred U.S. firms from exporting parts to Tarn Optics.",
        "Tarn Optics was barred from buying American parts by the Commerce Department.",
        "The Commerce Department banned sales of American parts to Tarn Optics.",
        "The Commerce Department cut Tarn Optics off from American suppliers.",
    ],
)
def test_a_ban_told_from_either_end_has_one_target_and_one_imposer(text: str) -> None:
    (measure,) = measures(text)
    assert measure.targets == ("tarn-optics",)
    assert measure.imposers == ("us-commerce",)


def test_who_must_obey_is_the_addressee_and_no_target() -> None:
    item = only(
        "The Commerce Department barred U.S. firms for eight years from shipping parts to Tarn Optics."
    )
    assert slots(item, SlotName.ADDRESSEE) == ["U.S. firms"]
    assert slots(item, SlotName.TARGET) == ["tarn-optics"]
    assert slots(item, SlotName.SCOPE) == ["shipping parts"]
    assert slots(item, SlotName.DURATION) == ["P8Y"]


def test_imposer_day_list_and_reason_are_told_with_their_words() -> None:
    item = only("The Commerce Department added Tarn Optics to the Entity List on Tuesday for sales to Iran.")
    assert slots(item, SlotName.IMPOSER) == ["us-commerce"]
    assert slots(item, SlotName.DATE) == ["2024-06-11"]
    assert slots(item, SlotName.LIST) == ["Entity List"]
    assert slots(item, SlotName.REASON) == ["sales to Iran"]


def test_a_fine_has_its_amount_and_a_length_and_an_end_are_two_things() -> None:
    fine = only("The Treasury Department fined Orlan Shipping $2.5 million in May.")
    assert slots(fine, SlotName.AMOUNT) == ["2500000 USD"]
    ban = only("Britain banned exports of lathes to Tarn Optics until 5 May 2025.")
    assert slots(ban, SlotName.END) == ["2025-05-05"]
    assert slots(ban, SlotName.DATE) == []


def test_what_was_charged_is_the_reason_and_what_is_asked_for_a_condition() -> None:
    text = (
        "Britain accused Tarn Optics of lying after it settled charges of shipping lenses to Iran."
        " As part of the settlement, Tarn Optics was required to dismiss two managers."
    )
    (measure,) = measures(text)
    settled, settlement = measure.mentions
    assert measure.targets == ("tarn-optics",)
    assert slots(settled, SlotName.REASON) == ["shipping lenses to Iran"]
    assert slots(settlement, SlotName.CONDITION) == ["dismiss two managers"]


def test_a_tariff_is_on_those_whose_goods_it_covers() -> None:
    item = only("The White House has proposed tariffs on as much as $5 billion in Chinese goods.")
    assert slots(item, SlotName.TARGET) == ["country-CN"]
    assert slots(item, SlotName.AMOUNT) == ["5000000000 USD"]


def test_a_threat_keeps_its_condition_and_never_takes_effect() -> None:
    item = only("China threatened to restrict exports of gallium to Japan if Tokyo widens its rules.")
    assert slots(item, SlotName.CONDITION) == ["if Tokyo widens its rules"]
    assert slots(item, SlotName.TARGET) == ["country-JP"]
    assert item.standing.modality is Modality.THREATENED


def test_nouns_that_refer_back_speak_of_the_measure_told_before() -> None:
    (measure,) = measures(
        "The Commerce Department barred U.S. firms from exporting parts to Tarn Optics. The ban lasts for"
        " seven years. Tarn Optics said the department's order would ruin it."
        "\n\nThe decision surprised traders."
    )
    assert [item.trigger.text for item in measure.mentions] == ["barred", "ban", "order", "decision"]
    assert {item.type for item in measure.mentions} == {MeasureType.EXPORT_BAN}


def test_a_bureau_within_its_department_and_its_government_take_one_measure() -> None:
    (measure,) = measures(
        "The U.S. government sanctioned Orlan Shipping in May. The Treasury Department penalised Orlan"
        " Shipping for moving oil. OFAC sanctioned Orlan Shipping under an executive order."
    )
    assert len(measure.mentions) == 3
    assert measure.imposers[0] == "us-ofac"


@pytest.mark.parametrize(
    "text",
    [
        "Washington penalised Tarn Optics in April 2024. Washington penalised Tarn Optics in 2017.",
        "The Commerce Department fined Tarn Optics $2 million. It had fined Tarn Optics $9 million before.",
        "Japan banned exports to Tarn Optics. The Pentagon told troops to stop using Tarn Optics sights.",
        "Britain sanctioned Tarn Optics. Japan sanctioned Tarn Optics.",
        "Britain sanctioned Tarn Optics. Britain sanctioned Orlan Shipping.",
    ],
)
def test_another_year_amount_authority_or_target_is_another_measure(text: str) -> None:
    assert len(measures(text)) == 2


def test_new_tariffs_are_others_than_those_told_before() -> None:
    found = measures(
        "Washington imposed tariffs on Chinese steel in May. It has threatened new tariffs on Chinese goods."
    )
    assert len(found) == 2


def test_a_headline_is_joined_with_what_its_story_tells() -> None:
    story = read_story(
        DAY + "\nTarn Optics fined over lenses for Iran\n\n"
        "The Commerce Department fined Tarn Optics Ltd. $3 million on Tuesday. It makes lenses in Ohio.\n"
    )
    (value,) = read(story).measures
    head, told = value.value.mentions
    assert (head.trigger.text, told.trigger.text) == ("fined", "fined")
    assert told.standing.modality in EFFECTIVE


def check(text: str) -> None:
    story = read_story(text)
    found = read(story).measures
    keys = {value.value.key for value in found}
    starts = [value.value.mentions[0].trigger.start for value in found]
    assert starts == sorted(starts)
    for value in found:
        value.check(story.text)
        assert value.value.affects in keys | {""}
        for item in value.value.mentions:
            item.trigger.check(story.text)
            for slot in item.slots:
                slot.span.check(story.text)


PIECES = st.sampled_from(
    [
        *(
            "The Commerce Department ",
            "Tarn Optics Ltd. ",
            "ZTE ",
            "U.S. firms ",
            "Iran ",
            "Trump ",
            "it ",
            "he ",
        ),
        *(
            "barred ",
            "has been ",
            "was ",
            "fined ",
            "lifted ",
            "the ",
            "ban ",
            "order ",
            "sanctions ",
            "on ",
            "of ",
        ),
        *(
            "from ",
            "exporting ",
            "to ",
            "which ",
            "that ",
            "and ",
            ", ",
            ". ",
            '"',
            "”",
            "\n\n",
            "$3 million ",
            "'s ",
        ),
        *(
            "the Entity List ",
            "added ",
            "settlement ",
            "with ",
            "by ",
            "in kind ",
            "responded ",
            "help ",
            "back into ",
        ),
        *(
            "business ",
            "reversal ",
            "decision ",
            "cut ",
            "off ",
            "access ",
            "licence ",
            "suspended ",
            "for 7 years ",
        ),
        *(
            "\u202e",
            "\ud800",
            "\x00",
            "Chinese ",
            "goods ",
            "no ",
            "would ",
            "if ",
            "2017 ",
            "relief ",
            "deal is close ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_with_exact_spans(pieces: list[str]) -> None:
    check(DAY + "".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        "the ban ",
        "sanctions and ",
        "by ",
        "barred from exporting to ",
        "ZTE, ",
        "lifted the ",
        "'s ",
        "which ",
        "(",
        "it ",
    ],
)
def test_a_long_hostile_line_is_read_without_harm(piece: str) -> None:
    check(DAY + "The U.S. barred ZTE Corp. " + piece * 4000)


@needs_stories
def test_the_two_stories_reach_their_targets(tmp_path: Path) -> None:
    """Triggers within each story; that both stories speak of one measure is for merging to tell."""
    told = {
        letter: news_scoring.document(read(read_story((SHARED / "stories" / name).read_bytes())))
        for letter, name in zip("AB", TWO, strict=True)
    }
    path = tmp_path / "predicted.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_stories.py"), str(path)]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = dict(line.split(" ", 1) for line in report.splitlines())
    assert float(lines["measure_trigger"].partition("'F': ")[2].partition(",")[0]) >= 90
    assert float(lines["measure_effective_class"].partition("'F': ")[2].partition(",")[0]) >= 90
    assert lines["FALSE_EFFECTIVE"] == "0"


@pytest.mark.parametrize(
    "text",
    [
        "Canada on Tuesday banned imports from one of Brazil's largest beef packers.",
        "Britain on Tuesday imposed sanctions on Greek-managed tanker operator Orlan Shipping.",
    ],
)
def test_those_of_a_country_are_not_the_country(text: str) -> None:
    """Who is picked out of a country's packers, or managed there, is not the country."""
    (first, *_) = [value.value for value in read(read_story(f"date 2024-06-12\n{text}")).measures]
    assert not {"country-BR", "country-GR"} & set(first.targets)


def test_what_ports_are_told_to_turn_away_is_the_scope() -> None:
    """The words covered begin with what is to be done and not with the story."""
    text = "date 2024-03-08\nU.S. Customs and Border Protection ordered its ports to turn away gloves."
    (first, *_) = [value.value for value in read(read_story(text)).measures]
    assert [slot.span.text for slot in first.mentions[0].slot(SlotName.SCOPE)] == ["turn away gloves"]
