"""How the score tells slips from other names: facts about single pairs of names, each of its own kind."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.match.corpora import party, view_of

from licet.match import score, screen
from licet.match.alignment import Weighted
from licet.match.pairing import direct_alike
from licet.model import MatchPolicy, PartyKind, Subject

PERSON, COMPANY, ANY = PartyKind.PERSON, PartyKind.ORGANISATION, PartyKind.UNKNOWN


def is_hit(ours: str, listed: str, kind: PartyKind) -> bool:
    """Say whether a name finds a listed one at the default threshold."""
    view = view_of(party("listed", listed, kind=kind))
    return bool(screen(view, Subject((ours,), kind), MatchPolicy()).hits)


@pytest.mark.parametrize(
    ("ours", "listed", "kind"),
    [
        ("Mahan Airways", "Mahan Air", COMPANY),
        ("M/V Ocean Star", "OCEAN STAR", ANY),
        ("Z T E Corp", "ZTE Corp", COMPANY),
        ("V.R. Fruit Company", "VR FRUIT COMPANY", COMPANY),
        ("Ural Vagon Zavod", "Uralvagonzavod", COMPANY),
        ("Fifth Plant Zagros", "Zagros Plant 5", COMPANY),
        ("Rosneft Tradng SA", "ROSNEFT TRADING S.A.", COMPANY),
        ("Natonal Petroleum", "NATIONAL PETROLEUM CORPORATION", COMPANY),
        ("Stock Joint Company Avrora Dalzavod", "JOINT STOCK COMPANY AVRORA DALZAVOD", COMPANY),
        ("Nabahltd", "NABAH LTD", COMPANY),
        ("Limited Liability Comp any Alrus", "LIMITED LIABILITY COMPANY ALRUS", COMPANY),
        ("Zagros Cornpany Ltd", "ZAGROS COMPANY LTD", COMPANY),
        ("Evgenij Prigoschin", "Yevgeniy Prigozhin", PERSON),
        ("Jewgeni Prigoschin", "PRIGOZHIN, Yevgeny", PERSON),
        ("Wladimir Putin", "PUTIN, Vladimir", PERSON),
        ("Vladimir Putni", "PUTIN, Vladimir", PERSON),
        ("Vladmir Putn", "PUTIN, Vladimir", PERSON),
        ("Oleg Pav1ov", "PAVLOV, Oleg", PERSON),
        ("Salirn Hamdan", "SALIM, Hamdan", PERSON),
        ("Vlаdimir Рutin", "PUTIN, Vladimir", PERSON),
        ("Igr Nesterov", "NESTEROV, Igor", PERSON),
        ("Ivan Robertoduque Gaviria", "DUQUE GAVIRIA, Ivan Roberto", PERSON),
        ("Abdelrahman Yasin", "ABD AL-RAHMAN YASIN", PERSON),
        ("Abd Alrahman Yasin", "ABDURRAHMAN YASIN", PERSON),
        ("Kim Jeong Eun", "KIM, Jong Un", PERSON),
        ("Zhou Enping", "CHOU, Enping", PERSON),
        ("Jon Kostov", "John Kostov", PERSON),
        ("Stephen Kern", "KERN, Steven", PERSON),
        ("Mohamed Alqahtani", "AL-QAHTANI, Muhammad", PERSON),
        ("Nicolas Maduro", "MADURO MOROS, Nicolas", PERSON),
        ("Abd Allah Araghi", "ABDULLAH ARAGHI", PERSON),
        ("Andrei Pavloff", "PAVLOV, Andrey", PERSON),
        ("Jaouad Tazi Marouan", "JAWAD TAZI MARWAN", PERSON),
        ("Dmitri Kolobanov Vesnin", "KOLOBANOV, Dmitri", PERSON),
        ("Hosein Ghazanfari", "QAZANFARI, Hussein", PERSON),
        ("Georgios Mpakogiannis", "BAKOYANNIS, George", PERSON),
        ("PJ5C Uralstankomash", "PJSC URALSTANKOMASH", COMPANY),
        ("Zarkove1 GM8H", "ZARKOVEL GMBH", COMPANY),
        ("Rosoboroneksport", "ROSOBORONEXPORT", COMPANY),
        ("Tavazon GmbH, handelnd als Nordlicht", "TAVAZON GMBH", COMPANY),
        ("Zulekha Gen Trading LLC", "ZULEKHA GENERAL TRADING LLC", COMPANY),
        ("Urantia Services S.A. t/a Golden Gate", "URANTIA SERVICES S.A.", COMPANY),
        ("Golden Star Holding Group", "GOLDEN STAR", COMPANY),
        ("Mahan Air Cargo", "MAHAN AIR", COMPANY),
    ],
)
def test_a_slip_or_another_spelling_is_found(ours: str, listed: str, kind: PartyKind) -> None:
    """Typing and scanning errors, other conventions of spelling, lost and added spaces."""
    assert is_hit(ours, listed, kind)


@pytest.mark.parametrize(
    ("ours", "listed", "kind"),
    [
        ("Wei Wang", "Wei Pang", PERSON),
        ("Alpha Technology Group Ltd", "ALPHA GROUP", COMPANY),
        ("Golden Star Resource Corp", "GOLDEN STAR CO", COMPANY),
        ("Integrated Timber Solutions", "Integrated Solutions", COMPANY),
        ("First Class Services Ltd", "ONE CLASS INCORPORATED", COMPANY),
        ("Zamex Ltd", "BAMEX LIMITED", COMPANY),
        ("Tamarisk Metals Ltd", "TAMARIND METALLURGY WORKS (LTD)", COMPANY),
        ("Li Wu", "LU, Wu", PERSON),
        ("Maria Petrova", "Marina Petrova", PERSON),
        ("Harry Davis", "DAVIS, Larry", PERSON),
        ("David Powers", "POWELL, David", PERSON),
        ("Boris Rotenberg", "ROTENBERG, Arkady", PERSON),
        ("Ivan Petrovich Sidorov", "Petr Ivanovich Sidorov", PERSON),
        ("John Kern III", "John Kern II", PERSON),
        ("Kim Jong Il", "KIM, Jong Un", PERSON),
        ("Mike Johnson", "JOHNSON, Michael William", PERSON),
        ("Mike Kern", "MIKE", PERSON),
        ("George Nye", "GEORGE", PERSON),
        ("李", "علي", PERSON),
        ("SMIC", "SOMIC", COMPANY),
        ("SMIC Corp", "SOMIC Corp", COMPANY),
        ("Bank of Ireland", "Bank of Iran", COMPANY),
        ("Central Bank of Iraq", "CENTRAL BANK OF IRAN", COMPANY),
        ("Golden Sun Trading", "GOLDEN STAR TRADING", COMPANY),
        ("Pacific Ocean Shipping Ltd", "PACIFIC ORION SHIPPING LTD", COMPANY),
        ("Zagros Plant 13", "ZAGROS PLANT 12", COMPANY),
        ("Omega 57", "OMEGA 75", ANY),
        ("Petroleum", "GENERAL PETROLEUM CORPORATION", COMPANY),
        ("Tsuchida Mitsuko", "TSUCHIYA, Mitsuko", PERSON),
        ("33rd Research Institute", "34TH RESEARCH INSTITUTE", COMPANY),
    ],
)
def test_another_name_is_not_found(ours: str, listed: str, kind: PartyKind) -> None:
    """Siblings, fathers and sons, neighbours in the alphabet, companies that differ in one word."""
    assert not is_hit(ours, listed, kind)


def value(ours: str, listed: str, weight: float = 1.0, *, persons: bool = False) -> float:
    """Score two names whose words all weigh the same."""
    mine, theirs = (
        Weighted(tuple(text.split()), (weight,) * len(text.split()), persons) for text in (ours, listed)
    )
    return score.score(mine, direct_alike(mine, theirs), theirs).score


def test_the_same_slip_costs_more_where_less_agrees() -> None:
    """Beside two rare words that agree it is a slip; in a name of one common word it is another name."""
    beside_many = value("meridian zagros kunlun orlow", "meridian zagros kunlun orlov")
    beside_one = value("zagros orlow", "zagros orlov")
    alone = value("orlow", "orlov")
    common = value("orlow", "orlov", weight=0.4)
    assert beside_many > beside_one > alone > common


def test_a_full_match_is_1_however_common_the_words() -> None:
    """Little information makes differences dear; where there is none, nothing is dear."""
    assert value("anton garcia", "garcia anton", weight=0.2, persons=True) == 1.0


def test_every_step_of_a_score_but_the_first_lowers_it() -> None:
    """The share of the pairs bounds the score: the candidates rest on it."""
    mine = Weighted(("kern", "2"), (0.9, 0.1), initials=False, transliterated=True)
    theirs = Weighted(("kerk", "3"), (0.9, 0.1), initials=False)
    found = score.score(mine, direct_alike(mine, theirs), theirs)
    steps = score.steps(mine, theirs, found.links)
    assert [step.name for step in steps] == [
        "share",
        "says_little",
        "rests_on_one_word",
        "other_script",
        "other_number",
    ]
    assert all(after.value < before.value for before, after in pairwise(steps))


@pytest.mark.parametrize(
    ("ours", "listed", "kind"),
    [
        ("Beppe Lombardini", "LOMBARDINI, Giuseppe", PERSON),
        ("Kasia Wojciechowska", "WOJCIECHOWSKA, Katarzyna", PERSON),
        ("Spyros Hatzidakis", "HATZIDAKIS, Spyridon", PERSON),
        ("Itzhak Gutfreund", "GUTFREUND, Yitzchak", PERSON),
        ("Bagher Ghalibaf", "QALIBAF, Baqer", PERSON),
        ("Subhas Mukhopadhyay", "MUKHERJEE, Subhash", PERSON),
        ("\u05de\u05e9\u05d4 \u05db\u05d4\u05df", "COHEN, Moshe", PERSON),
        ("\u0928\u0930\u0947\u0902\u0926\u094d\u0930 \u092e\u094b\u0926\u0940", "MODI, Narendra", PERSON),
        ("Ayatollah Bashir Hammouda", "HAMMOUDA, Bashir", PERSON),
        ("Factory Nr. 27 Ural", "URAL FACTORY NUMBER 27", COMPANY),
        ("Twentieth Ural Plant", "URAL PLANT 20", COMPANY),
        ("St. Petersburg Instrument Works", "SAINT PETERSBURG INSTRUMENT WORKS", COMPANY),
        ("Gebr. Wagenknecht", "GEBRUEDER WAGENKNECHT", COMPANY),
        ("Hnos. Saldarriaga", "HERMANOS SALDARRIAGA", COMPANY),
        ("Dvoracek s.r.o.", "DVORACEK SPOLECNOST S RUCENIM OMEZENYM", COMPANY),
    ],
)
def test_another_form_of_a_name_is_found(ours: str, listed: str, kind: PartyKind) -> None:
    """Pet forms, other romanisations and scripts, titles, ordinals, short words of several languages."""
    assert is_hit(ours, listed, kind)


@pytest.mark.parametrize(
    ("ours", "listed"),
    [
        ("Zhang Xiaohong", "ZHANG, Xiaoming"),
        ("Xie Jianjun", "XIE, Jianguo"),
        ("Liu Guoqiang", "LIU, Zhiqiang"),
        ("Abdulkarim Haddad", "HADDAD, Abdulrahim"),
    ],
)
def test_two_edits_in_one_half_of_a_name_of_two_make_another_name(ours: str, listed: str) -> None:
    """Two syllables of Pinyin, "servant of" and a name of God: one half agrees, the other is another."""
    assert not is_hit(ours, listed, PERSON)


@pytest.mark.parametrize(
    ("ours", "listed"),
    [("Zhang Xiaohon", "ZHANG, Xiaohong"), ("Abdulkarm Haddad", "HADDAD, Abdulkarim")],
)
def test_one_edit_in_such_a_name_is_a_slip(ours: str, listed: str) -> None:
    assert is_hit(ours, listed, PERSON)
