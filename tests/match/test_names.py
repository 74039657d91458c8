"""What names find, and what they must not find."""

from __future__ import annotations

import pytest
from tests.match.corpora import ORDER, ZTE, party, view_of

from licet.match import explain, screen
from licet.model import MatchPolicy, Name, NameKind, PairKind, PartyKind, Subject

POLICY = MatchPolicy()
VIEW = view_of(
    party("zte", ZTE),
    party("sis", "SIS d.o.o."),
    party("boz", "BOZTEPE, Omer", kind=PartyKind.PERSON),
    party("bozzte", "BOZTEPE ZTE"),
    party("putin", "PUTIN, Vladimir Vladimirovich", kind=PartyKind.PERSON),
    party("almaz", "JOINT-STOCK COMPANY ALMAZ-ANTEY AIR AND SPACE DEFENCE CORPORATION", "ALMAZ-ANTEY"),
    party("trade", "GENERAL TRADING COMPANY LLC"),
    party("luwu", "LU, Wu", kind=PartyKind.PERSON),
    party("john", "John Kostov", kind=PartyKind.PERSON),
    party("anne", "Anne Kostova", kind=PartyKind.PERSON),
    party("bankx", "BANK OF KUNLUN CO LTD"),
    party("tele", "Meridian Telecommunications"),
    party("lavrov", "LAVROV, Sergey", "ЛАВРОВ Сергей", kind=PartyKind.PERSON),
    party("qah", "AL-QAHTANI, Muhammad", kind=PartyKind.PERSON),
    party("kim", "KIM, Jong Un", kind=PartyKind.PERSON),
    party("papa", "PAPADOPOULOS, Georgios", kind=PartyKind.PERSON),
    party("plant", "Zagros Plant 12"),
    party("jiang", "JIANG, Zemin", kind=PartyKind.PERSON),
    party("hsieh", "HSIEH Chih-kuo", kind=PartyKind.PERSON),
    party("nioc", "NIOC"),
    party("kerverdo", "KERVERDO MARINE (formerly THALASSA FREIGHT)"),
    party("tail", "EP-MNB", kind=PartyKind.AIRCRAFT),
)


def hits(*names: str, kind: PartyKind = PartyKind.UNKNOWN) -> set[str]:
    """Return the keys of the parties that a subject hits."""
    return {match.listing.key for match in screen(VIEW, Subject(names, kind), POLICY).hits}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Zhongxing Telecommunications Equipment Corp", "zte"),
        ("Zhongxing Telecomunications Equipment Corporation", "zte"),
        ("ZTE Corp.", "zte"),
        ("zte corporation", "zte"),
        ("中兴通讯", "zte"),
        ("中興通訊", "zte"),
        ("Chiang Tse-min", "jiang"),
        ("Xie Zhiguo", "hsieh"),
        ("謝志國", "hsieh"),
        ("N I O C", "nioc"),
        ("Thalassa Freight", "kerverdo"),
        ("Kerverdo Marine", "kerverdo"),
        ("Boeing 747 EP-MNB", "tail"),
        ("中兴通讯股份有限公司", "zte"),
        ("SIS DOO", "sis"),
        ("Vladimir Putin", "putin"),
        ("PUTIN, Vladimir", "putin"),
        ("Владимир Путин", "putin"),
        ("Almaz Antey Telecom", "almaz"),
        ("Almaz-Antey", "almaz"),
        ("Jon Kostov", "john"),
        ("Ann Kostova", "anne"),
        ("Bank of Kunlun", "bankx"),
        ("Meridian Tele Communications", "tele"),
        ("Лавров Сергей", "lavrov"),
        ("محمد القحطاني", "qah"),
        ("Mohammed Alqahtani", "qah"),
        ("김정은", "kim"),
        ("Γεώργιος Παπαδόπουλος", "papa"),
        ("S. Lavrov", "lavrov"),
    ],
)
def test_a_listed_party_is_found(name: str, key: str) -> None:
    """Case, order, legal form, spelling, script and space do not hide it."""
    assert key in hits(name)


@pytest.mark.parametrize(
    "name", ["CORP", "LLC", "Ltd.", "Trading Company", "Bank", "General", "", "...", "A"]
)
def test_words_of_trade_and_law_alone_find_nothing(name: str) -> None:
    """They tell nobody from anybody."""
    assert hits(name) == set()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("ZTE", "boz"),
        ("ZTE", "bozzte"),
        ("ZTE Corp", "bozzte"),
        ("Li Wu", "luwu"),
        ("Jan Kostov", "anne"),
        ("Bank of Baghdad", "bankx"),
        ("Zagros Plant 13", "plant"),
        ("Vladimir Orlov", "putin"),
        ("Meridian Shipping", "tele"),
    ],
)
def test_another_party_is_not_found(name: str, key: str) -> None:
    """Short words must be equal, numbers too, and what differs on both sides contradicts."""
    assert key not in hits(name)


@pytest.mark.parametrize("name", ["Vladimir Putin", "Putin Vladimir", "PUTIN, Vladimir"])
def test_word_order_does_not_change_the_score(name: str) -> None:
    """The strength may; the score does not."""
    scores = {match.score for match in screen(VIEW, Subject((name,)), POLICY).hits}
    expected = {match.score for match in screen(VIEW, Subject(("Vladimir Putin",)), POLICY).hits}
    assert scores == expected


SHORT = view_of(
    party("zte", ZTE),
    party("gates", "KERN, William", kind=PartyKind.PERSON),
    party("vova", "PETROV, Vladimir", kind=PartyKind.PERSON),
    party("sasha", "ORLOV, Aleksandr", kind=PartyKind.PERSON),
    party("usama", "SAID, Usama Khalid", kind=PartyKind.PERSON),
    party("trade", "INTERNATIONAL TRADING COMPANY"),
    party("eng", "Zagros Engineering Co. Ltd"),
    party("doc", "Eng. Latif Kostov", kind=PartyKind.PERSON),
    party("bros", "Orlov Brothers Group"),
    party("tech", "Meridian Technologies LLC"),
    party("elec", "Altai Electronics"),
    party("power", "Altai Electric"),
    party("firm", "William Meridian Robert", kind=PartyKind.ORGANISATION),
)


def short_hits(name: str, kind: PartyKind = PartyKind.UNKNOWN) -> set[str]:
    """Return the keys that a name hits among names with short forms."""
    return {match.listing.key for match in screen(SHORT, Subject((name,), kind), POLICY).hits}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Zhongxing Telecom Equipment Corporation", "zte"),
        ("Zhongxing Telecoms Eqpt. Corp.", "zte"),
        ("Int'l Trdg Co", "trade"),
        ("Zagros Eng. Co., Ltd.", "eng"),
        ("Zagros Engg Co Ltd", "eng"),
        ("Latif Kostov", "doc"),
        ("Orlov Bros. Grp", "bros"),
        ("Meridian Tech LLC", "tech"),
        ("Altai Elec.", "elec"),
        ("Altai Elec.", "power"),
        ("Bill Kern", "gates"),
        ("Vova Petrov", "vova"),
        ("Sasha Orlov", "sasha"),
        ("Oleksandr Orlov", "sasha"),
        ("أسامة خالد سعيد", "usama"),
        ("Osama Khaled Saeed", "usama"),
        ("Gulf Lark FZE T/A Zagros Engineering", "eng"),
        ("Gulf Lark FZE (formerly Orlov Brothers Group)", "bros"),
        ("Gulf Lark d/b/a Meridian Technologies", "tech"),
    ],
)
def test_short_forms_and_names_within_a_name_are_found(name: str, key: str) -> None:
    """Abbreviated words of trade, pet forms of given names, and what stands behind T/A."""
    assert key in short_hits(name)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Bill Meridian Bob", PartyKind.ORGANISATION, "firm"),
        ("Bill Orlov", PartyKind.PERSON, "gates"),
        ("Altai Electronics", PartyKind.UNKNOWN, "power"),
        ("Intl Shipping Co", PartyKind.UNKNOWN, "trade"),
        ("Gulf Lark FZE T/A", PartyKind.UNKNOWN, "eng"),
    ],
)
def test_short_forms_do_not_reach_further(name: str, kind: PartyKind, key: str) -> None:
    """Pet forms are for persons; a short form that may stand for two words does not make them one."""
    assert key not in short_hits(name, kind)


def test_a_short_form_is_told_as_a_symbol_and_counts_like_the_long_word() -> None:
    """It is neither rarer nor commoner, whether a list has it or not."""
    (match,) = screen(SHORT, Subject(("Orlov Bros. Grp",)), POLICY).hits
    assert [pair.kind for pair in match.pairs] == [PairKind.EQUAL, PairKind.SYMBOL, PairKind.SYMBOL]
    (whole,) = screen(SHORT, Subject(("Orlov Brothers Group",)), POLICY).hits
    assert match.score == whole.score == 1.0
    assert match.strength == whole.strength
    (bill,) = screen(SHORT, Subject(("Bill Kern",), PartyKind.PERSON), POLICY).hits
    assert next((pair.ours, pair.kind, pair.similarity) for pair in bill.pairs) == (
        "bill",
        PairKind.SYMBOL,
        0.92,
    )


def test_a_name_within_a_name_adds_and_takes_nothing_away() -> None:
    """The whole is looked up too."""
    both = "Orlov Brothers Group trading as Zagros Engineering"
    assert short_hits(both) >= {"bros", "eng"}
    view = view_of(party("whole", "Lark T/A Meridian"))
    assert [match.score for match in screen(view, Subject(("Lark T/A Meridian",)), POLICY).hits] == [1.0]


def test_an_overlay_name_carries_its_source() -> None:
    """The reader sees that the list itself does not give the name."""
    (match,) = screen(VIEW, Subject(("ZTE Corp.",)), POLICY).hits
    assert match.matched_name == Name("ZTE Corporation", NameKind.AKA, language="en", source=ORDER)
    assert any(ORDER in line for line in explain(match).lines)


def test_the_score_is_that_of_the_pairs() -> None:
    """The symbols of Corp and CORPORATION are equal; pairs are told as written and carry both names."""
    (match,) = screen(VIEW, Subject(("Zhongxing Telecommunications Equipment Corp",)), POLICY).hits
    assert match.score == 1.0
    assert [(pair.ours, pair.theirs, pair.kind) for pair in match.pairs][-1] == (
        "corp",
        "corporation",
        PairKind.SYMBOL,
    )
    assert sum(pair.weight for pair in match.pairs) == pytest.approx(1.0, abs=0.001)
    assert match.left_ours == match.left_theirs == ()


def test_what_is_left_over_is_told() -> None:
    """On both sides, in the words as written."""
    (match,) = screen(VIEW, Subject(("Vladimir Putin",)), POLICY).hits
    assert match.left_theirs == ("vladimirovich",)
    found = explain(match)
    assert any("vladimirovich" in line for line in found.lines)
    assert found.to_dict()["left_theirs"] == ["vladimirovich"]
    assert found.to_dict()["entity_id"] == "dpl:putin"


def test_the_path_from_another_script_is_told() -> None:
    """A reading is one among several; the reader sees which."""
    (match,) = screen(VIEW, Subject(("Владимир Путин",)), POLICY).hits
    assert match.script_path
    assert "Cyrillic" in match.script_path[0]


def test_more_names_of_a_subject_find_no_less() -> None:
    """Each name looks for itself; the best one is told."""
    assert hits("SIS DOO", "Vladimir Putin") == hits("SIS DOO") | hits("Vladimir Putin")


def test_a_listed_alias_more_takes_no_hit_away() -> None:
    """The best name of a party counts."""
    small = view_of(party("a", "Zagros Plant"), party("b", "Orlov Meridian"))
    large = view_of(party("a", "Zagros Plant", "Quite Different"), party("b", "Orlov Meridian"))
    for name in ("Zagros Plant", "Orlov Meridian"):
        found = [screen(view, Subject((name,)), POLICY).hits for view in (small, large)]
        assert [len(item) for item in found] == [1, 1]


def test_initials_stand_for_names_of_persons_only() -> None:
    """A company's letters are no initials."""
    assert "lavrov" in hits("S. Lavrov", kind=PartyKind.PERSON)
    assert "lavrov" not in hits("S. Lavrov", kind=PartyKind.ORGANISATION)
