"""Parties that every desk searches for are found at the default threshold, in any spelling and script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.match.corpora import edition
from tests.shared import needs_shared, read_bytes

from licet.lists.base import RawEdition
from licet.lists.catalog.eu_fsf.parse import parse as parse_eu
from licet.lists.catalog.un_sc.parse import parse as parse_un
from licet.lists.catalog.us_ofac_sdn.parse import parse as parse_sdn
from licet.match import Corpus, View, build, screen
from licet.model import AsOf, Listing, ListingVersion, MatchPolicy, PartyKind, Subject

pytestmark = needs_shared

DAY = date(2026, 3, 1)
SDN = "ofac/sdn_xml/2024-05-07/sdn.xml.gz"
EU = "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz"
UN = "un/2026-02-27/consolidated.xml.gz"
POLICY = MatchPolicy()

GROUPS = {
    "hizballah": (
        "Hezbollah",
        "Hizbullah",
        "Hizbollah",
        "Hezballah",
        "Hisbollah",
        "Hizb Allah",
        "حزب الله",
        "حزب‌الله",
        "Хезболла",
        "Хизбалла",
        "חיזבאללה",
        "Χεζμπολάχ",
    ),
    "hamas": (
        "Hamas",
        "حماس",
        "ХАМАС",
    ),
    "al.qa.?ida": (
        "Al-Qaeda",
        "Al Qaida",
        "Al-Qa'ida",
        "القاعدة",
        "Аль-Каида",
    ),
    "taliban": (
        "Taliban",
        "Taleban",
        "طالبان",
        "Талибан",
    ),
    "ansarallah|ansar allah": (
        "Ansar Allah",
        "Ansarallah",
        "أنصار الله",
        "Ансар Алла",
    ),
    "boko haram": (
        "Boko Haram",
        "Боко Харам",
        "بوكو حرام",
    ),
    "al.shabaab": (
        "Al Shabaab",
        "Al-Shabab",
        "الشباب",
    ),
    "daesh|islamic state of iraq and the levant": (
        "Daesh",
        "داعش",
        "ISIL",
        "الدولة الإسلامية",
    ),
    "jabhat al.nusrah?": (
        "Jabhat al Nusra",
        "جبهة النصرة",
    ),
    "lashkar.*tayyiba": (
        "Lashkar e Taiba",
        "Lashkar-e-Toiba",
        "لشکر طیبه",
    ),
    "kata'?ib hizballah": (
        "Kataib Hezbollah",
        "كتائب حزب الله",
    ),
    "bank sepah": (
        "Bank Sepah",
        "بانک سپه",
    ),
    "bank saderat iran": (
        "Bank Saderat Iran",
        "بانک صادرات ایران",
    ),
}
"""A pattern that one of the listed names of the party meets in full, and questions that must find it."""

PERSONS = {
    "putin,? vladimir.*": (
        "Vladimir Putin",
        "Wladimir Putin",
        "Vladimir Poutine",
        "Владимир Путин",
        "فلاديمير بوتين",
        "ولادیمیر پوتین",
        "Βλαντίμιρ Πούτιν",
    ),
    "lavrov, .*": (
        "Sergej Lawrow",
        "Сергей Лавров",
        "سيرغي لافروف",
    ),
    "medvedev, dmitry .*": (
        "Dmitri Medwedew",
        "ديمتري ميدفيديف",
    ),
    "kadyrov, ramzan .*|ramzan .*kadyrov": (
        "Ramsan Kadyrow",
        "رمزان قديروف",
    ),
    "prigozhin, y.*": (
        "Jewgeni Prigoschin",
        "Евгений Пригожин",
        "يفغيني بريغوجين",
    ),
    "lukashenka, alyaksandr .*|alexander .*lukashenko": (
        "Alexander Lukashenko",
        "Аляксандр Лукашэнка",
    ),
    "al.zawahiri, .*ayman.*|aiman .*zawahiri": (
        "Ayman al-Zawahiri",
        "أيمن الظواهري",
        "Айман аз-Завахири",
    ),
    "al.baghdadi, abu bakr.*|abu bakr al.baghdadi.*": (
        "Abu Bakr al-Baghdadi",
        "أبو بكر البغدادي",
    ),
    "nasrallah, hasan": (
        "Hassan Nasrallah",
        "حسن نصر الله",
        "حسن نصرالله",
        "Хасан Насралла",
    ),
    "khamenei, ali.*": (
        "Ali Khamenei",
        "علی خامنه‌ای",
        "علي خامنئي",
        "Али Хаменеи",
    ),
    "sol[ea]imani, .*|.*soleimani": (
        "Qasem Soleimani",
        "قاسم سلیمانی",
        "Касем Сулеймани",
    ),
    "ahmadinejad, mahmoud": (
        "Mahmud Ahmedinejad",
        "محمود احمدی‌نژاد",
    ),
    "al.assad, bashar.*": (
        "Bashar al-Assad",
        "بشار الأسد",
        "Башар Асад",
    ),
    "kim, jong.un": (
        "Kim Jong Un",
        "Kim Jong-un",
        "김정은",
    ),
    ".*saddam hussein.*": (
        "Saddam Hussein",
        "صدام حسين",
    ),
    "(al.)?[gq]ad?d?h?d?afi, (mu|mo).*": (
        "Moammar Gaddafi",
        "Muammar Kadhafi",
        "معمر القذافي",
        "Муаммар Каддафи",
    ),
    "haniyah?, isma.*": (
        "Ismail Haniyeh",
        "إسماعيل هنية",
    ),
    "al.houthi, abdul.malik.*": (
        "Abdel Malek al-Huthi",
        "عبد الملك الحوثي",
    ),
    "hekmatyar, gulbuddin": (
        "Gulbuddin Hikmatyar",
        "گلبدین حکمتیار",
    ),
    "maduro moros, nicolas": (
        "Nicolas Maduro",
        "نيكولاس مادورو",
    ),
}

NOBODY = [
    ("Hezekiah Bolland", PartyKind.PERSON),
    ("Vladimir Nabokov", PartyKind.PERSON),
    ("Владимир Набоков", PartyKind.PERSON),
    ("Kim Jones", PartyKind.PERSON),
    ("Hassan Whitfield", PartyKind.PERSON),
    ("نجيب محفوظ", PartyKind.PERSON),
    ("فيروز حداد", PartyKind.PERSON),
    ("Robert Mulgrew", PartyKind.PERSON),
    ("Νίκος Καζαντζάκης", PartyKind.PERSON),
    ("손흥민", PartyKind.PERSON),
    ("עמוס עוז", PartyKind.PERSON),
    ("Hummus Bar Ltd", PartyKind.ORGANISATION),
    ("Damascus Road Bakery", PartyKind.ORGANISATION),
    ("Moscow Mule Cocktails", PartyKind.ORGANISATION),
    ("شركة النخيل للتجارة", PartyKind.ORGANISATION),
    ("Beijing Garden Restaurant", PartyKind.ORGANISATION),
]


def listed(items: Iterable[object]) -> list[Listing]:
    return [item for item in items if isinstance(item, Listing)]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """Return the SDN and EU lists of 2024 and the United Nations list of 2026 as one view."""
    parties = [
        *listed(parse_sdn(RawEdition({"xml": read_bytes(SDN)}, {"xml": SDN}))),
        *listed(parse_eu(RawEdition({"xml": read_bytes(EU)}, {"xml": EU}))),
        *listed(parse_un(RawEdition({"xml": read_bytes(UN)}, {"xml": UN}))),
    ]
    lists = sorted({party.list_id for party in parties})
    editions = [edition(1, date(2024, 5, 7), list_id=list_id) for list_id in lists]
    path: Path = tmp_path_factory.mktemp("well_known") / "corpus.bin"
    build(path, (ListingVersion(party, 1, None, 1) for party in parties), editions, (), "well-known")
    return Corpus.open(path).view(AsOf(DAY, datetime(2026, 3, 1, tzinfo=UTC)))


def is_found(view: View, text: str, kind: PartyKind, pattern: str) -> bool:
    """Say whether a hit at the default threshold is the party that is meant."""
    meant = re.compile(pattern, re.IGNORECASE)
    hits = screen(view, Subject((text,), kind), POLICY).hits
    return any(meant.fullmatch(name.text) for hit in hits for name in hit.listing.names)


@pytest.mark.parametrize(
    ("text", "pattern"), [(text, pattern) for pattern, texts in GROUPS.items() for text in texts]
)
@pytest.mark.parametrize("kind", [PartyKind.ORGANISATION, PartyKind.UNKNOWN])
def test_a_well_known_group_is_found(view: View, text: str, pattern: str, kind: PartyKind) -> None:
    """Whether or not the customer file says what kind of party it is."""
    assert is_found(view, text, kind, pattern)


@pytest.mark.parametrize(
    ("text", "pattern"), [(text, pattern) for pattern, texts in PERSONS.items() for text in texts]
)
def test_a_well_known_person_is_found(view: View, text: str, pattern: str) -> None:
    """In Latin spellings of several languages, and in other scripts."""
    assert is_found(view, text, PartyKind.PERSON, pattern)


@pytest.mark.parametrize(("text", "kind"), NOBODY)
def test_a_name_that_only_resembles_one_finds_nobody(view: View, text: str, kind: PartyKind) -> None:
    """A table of spellings must not make two names one."""
    assert screen(view, Subject((text,), kind), POLICY).hits == ()
