"""Names as tokens: legal forms, titles, numbers, spellings, and names within a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from licet.text.given_names import is_common_name, other_given_names
from licet.text.normalise import normalise
from licet.text.sound import consonant_key, scan_key, short_key, slavic_key
from licet.text.tables import rows
from licet.text.tokens import name_forms
from licet.text.trading_names import name_parts
from licet.text.words import (
    GENERATIONS,
    WordClass,
    is_number,
    misspelt_class,
    title_symbol,
    word_class,
    written_otherwise,
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ZTE Corp.", ("zte", "=CORP")),
        ("ZTE CORPORATION", ("zte", "=CORP")),
        ("SIS d.o.o.", ("sis", "=LLC")),
        ("SIS DOO", ("sis", "=LLC")),
        ("Foo Limted Liability Company", ("foo", "=LLC")),
        ("Foo Sdn. Bhd.", ("foo", "=SDNBHD")),
        ("Sheikh Omar", ("~SHEIKH", "omar")),
        ("Shaykh Omar", ("~SHEIKH", "omar")),
        ("LLC", ("llc",)),
        ("AB Ivanov", ("ab", "ivanov")),
        ("Volvo AB", ("volvo", "=JSC")),
        ("Volvo, S.A.", ("volvo", "=JSC")),
        ("NABAHLTD", ("nabah", "=LTD")),
        ("Companykredo", ("=CO", "kredo")),
        ("Zinc Unlimited", ("zinc", "unlimited")),
        ("Foo Comp any", ("foo", "=CO")),
        ("Foo Cornpany", ("foo", "=CO")),
        ("Foo Trad ing", ("foo", "trading")),
        ("MV Foo", ("~SHIP", "foo")),
        ("Foo Kern III", ("foo", "kern", "~III")),
    ],
)
def test_legal_forms_and_titles_are_symbols(text: str, tokens: tuple[str, ...]) -> None:
    """Spellings of one legal form or title are one token; a name of nothing else keeps its words."""
    assert [form.tokens for form in name_forms(text)] == [tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ABD AL-RAHMAN Yasin", ("abdul", "rahman", "yasin")),
        ("Abd Alrahman Yasin", ("abdul", "rahman", "yasin")),
        ("Abdel Rahman", ("abdul", "rahman")),
        ("Abdurrahman", ("abdulrahman",)),
        ("Abdallah Abdullayev", ("abdullah", "abdullayev")),
        ("Yasin Abd", ("yasin", "abd")),
    ],
)
def test_the_servant_of_the_has_one_spelling(text: str, tokens: tuple[str, ...]) -> None:
    """The article in names with "abd" is written with any vowel, joined or apart."""
    assert [form.tokens for form in name_forms(text)] == [tokens]


def test_last_first_is_read_as_first_last() -> None:
    """Neighbours are the same in both orders; with a legal form the comma means something else."""
    assert name_forms("PUTIN, Vladimir")[0].tokens == ("vladimir", "putin")
    assert name_forms("Foo, Bar Ltd")[0].tokens == ("foo", "bar", "=LTD")
    assert name_forms("Foo,")[0].tokens == ("foo",)


@pytest.mark.parametrize(
    ("one", "other", "key"),
    [
        ("prigoschin", "prigozhin", slavic_key),
        ("jewgenij", "yevgeniy", slavic_key),
        ("schewtschenko", "shevchenko", slavic_key),
        ("hubariev", "gubarev", slavic_key),
        ("karpiankou", "karpenkov", slavic_key),
        ("pavloff", "pavlov", slavic_key),
        ("guseff", "gusev", slavic_key),
        ("jaouad", "jawad", slavic_key),
        ("ghazanfari", "qazanfari", slavic_key),
        ("mpakogiannis", "bakoyannis", slavic_key),
        ("tutiya", "tsuchiya", slavic_key),
        ("mitubisi", "mitsubishi", slavic_key),
        ("ntokos", "dokos", slavic_key),
        ("chatzigeorgiou", "hadjigeorgiou", slavic_key),
        ("pav1ov", "pavlov", scan_key),
        ("salirn", "salim", scan_key),
        ("0leg", "oleg", scan_key),
    ],
)
def test_spellings_and_misreadings_share_a_key(one: str, other: str, key: Callable[[str], str]) -> None:
    """And the key is none that every word has."""
    assert key(one) == key(other) != ""


@pytest.mark.parametrize("code", ["8008", "15a8", "plant12", "@paris"])
def test_a_code_is_no_misread_word(code: str) -> None:
    """Too many digits, or digits that look like no letter."""
    assert scan_key(code) == ""


def test_misspelt_words_of_trade_are_known_for_what_they_are() -> None:
    """Names of persons are not asked: there "stones" is a name."""
    assert misspelt_class("tradng") is misspelt_class("interational") is WordClass.GENERIC
    assert misspelt_class("crop") is misspelt_class("gmb") is WordClass.LEGAL
    assert misspelt_class("lind") is misspelt_class("kunlun") is None


def test_numbers_tell_one_of_several() -> None:
    """In digits, in words, and the generations of a family."""
    assert all(map(is_number, ("12", "5th", "fifth", "two", "~III", "~JR")))
    assert not any(map(is_number, ("kern", "~DR", "=LTD", "eleventy")))


def test_common_names_are_known() -> None:
    """Given and family names, and words that tell parties apart by a letter."""
    assert all(map(is_common_name, ("maria", "mario", "garcia", "iran", "iraq")))
    assert not is_common_name("prigozhin")


def test_a_form_has_a_word_for_each_token() -> None:
    """What is shown beside a symbol is what was written."""
    form = name_forms("Foo Public Joint Stock Company")[0]
    assert form.tokens == ("foo", "=JSC")
    assert form.words == ("foo", "public joint stock company")


def test_an_acronym_with_its_letters_apart_is_one_word() -> None:
    assert name_forms("N I O C")[0].tokens == ("nioc",)
    assert name_forms("J R Tolkien")[0].tokens == ("j", "r", "tolkien")
    assert name_forms("A B")[0].tokens == ("a", "b")


def test_spellings_of_one_sound_share_a_key() -> None:
    """Consonants for longer words, silent letters out of shorter ones."""
    assert len({consonant_key(word) for word in ("mohammed", "muhammad", "mohamed", "muhamad")}) == 1
    assert short_key("jon") == short_key("john")
    assert short_key("ann") == short_key("anne")
    assert short_key("jon") != short_key("jan")
    assert consonant_key("lu") == short_key("lu") == ""


@pytest.mark.parametrize("table", ["arabic_names.tsv", "given_names.tsv", "spellings.tsv", "words.tsv"])
def test_a_table_says_a_thing_once_and_in_normal_spelling(table: str) -> None:
    """A spelling that `normalise` would change could never be met; one of two readings would be dead."""
    read = [(name, text) for name, _, texts in rows(table) for text in texts]
    assert read
    if table == "given_names.tsv":
        names = [name for name, _, _ in rows(table)]
        assert len(set(names)) == len(names)
        assert {text for pair in read for text in pair} == {normalise(text) for pair in read for text in pair}
    elif table == "arabic_names.tsv":
        texts = [text for _, text in read]
        assert len(set(texts)) == len(texts)
        assert all(name_forms(text)[-1].words == name_forms(name)[0].words for name, text in read)
    elif table == "spellings.tsv":
        texts = [text for usual, _, others in rows(table) for text in (usual, *others)]
        assert len(set(texts)) == len(texts)
        assert all((text,) == name_forms(text)[0].words for text in texts)
    else:
        shorts = [(long, texts) for kind, long, texts in rows(table) if kind == "short"]
        assert shorts
        written = {text for _, texts in shorts for text in texts} - GENERATIONS
        assert all(text == normalise(text) for text in written)


def test_other_forms_are_mutual_and_do_not_run_on() -> None:
    """Alex may be Aleksandr or Alexandra, who are not each other."""
    assert {"aleksandr", "alexandra"} <= other_given_names("alex")
    assert "alexandra" not in other_given_names("aleksandr")
    assert "electronics" not in written_otherwise("electric")
    for word in ("alex", "bill", "osama"):
        assert all(word in other_given_names(other) for other in other_given_names(word))
    for word in ("elec", "intl"):
        assert all(word in written_otherwise(other) for other in written_otherwise(word))
    assert other_given_names("zte") == written_otherwise("zte") == frozenset()


def test_a_short_form_is_of_the_class_of_the_long_word() -> None:
    """And is no title, but for "eng", which is one where there is no legal form."""
    assert word_class("intl") is word_class("international") is WordClass.GENERIC
    shorts = {text for kind, _, texts in rows("words.tsv") if kind == "short" for text in texts}
    assert {text for text in shorts if title_symbol(text)} == {"eng"}
    assert name_forms("Eng. Latif")[0].tokens == ("~ENG", "latif")
    assert name_forms("Zagros Eng. Ltd")[0].tokens == ("zagros", "eng", "=LTD")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Lark FZE T/A Orlov Trading", ("Lark FZE", "Orlov Trading")),
        ("Lark FZE t/a Orlov, formerly known as Zagros", ("Lark FZE", "Orlov", "Zagros")),
        ("Lark Inc. (d/b/a “Orlov”)", ("Lark Inc.", "Orlov")),
        ("Lark D.B.A. Orlov", ("Lark", "Orlov")),
        ("Lark, doing business as Orlov", ("Lark", "Orlov")),
        ("Ivan Kern a.k.a. Vanya", ("Ivan Kern", "Vanya")),
        ("Ivan Kern also known as: Vanya", ("Ivan Kern", "Vanya")),
        ("Lark trading as Lark", ()),
        ("YK-AKA", ()),
        ("Lark -aka Bern", ("Lark", "Bern")),
        ("Lark aka Bern-aka", ("Lark", "Bern-aka")),
        ("AKA Trading", ()),
        ("Formerly", ()),
        ("Data Ltd", ()),
        ("Okada Batista", ()),
    ],
)
def test_names_within_a_name_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    """Only where something stands on both sides, and something else."""
    assert name_parts(text) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nur al-Din Zaid", "Nuruddin Zaid"),
        ("Salah Eddine", "Salahuddin"),
        ("Salaheldin", "Salah ad-Din"),
        ("Fu Yuan Yu 077", "Fu Yuan Yu 77"),
    ],
)
def test_two_ways_to_write_a_name_give_the_same_tokens(one: str, other: str) -> None:
    """In another spelling, in one word or several, with zeros at the head of a number."""
    assert name_forms(one)[0].tokens == name_forms(other)[0].tokens


@pytest.mark.parametrize("name", ["Din Ahmad", "Aladin", "Medina"])
def test_other_words_are_left_alone(name: str) -> None:
    """Not every word that ends so is "of the faith"."""
    assert set(name_forms(name)[0].words) == set(name.lower().split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Stroygazmontazh (SGM)", ("Stroygazmontazh", "SGM")),
        ("Stroygazmontazh (Moscow)", ()),
        ("Meridian vormals Krieger", ("Meridian", "Krieger")),
        ("Slava Kyivsky alias Ivan Petrov", ("Slava Kyivsky", "Ivan Petrov")),
    ],
)
def test_a_name_beside_another_is_read_by_itself(text: str, parts: tuple[str, ...]) -> None:
    assert name_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Office Thirty-Nine", ("office", "39")),
        ("Twenty-Ninth Institute", ("29", "institute")),
        ("Twenty Oaks", ("twenty", "oaks")),
    ],
)
def test_numbers_of_two_words_are_digits(text: str, words: tuple[str, ...]) -> None:
    assert name_forms(text)[0].tokens == words


def test_an_institute_and_its_abbreviation_are_one_word() -> None:
    long = name_forms("NAUCHNO-ISSLEDOVATELSKIY INSTITUT TEPLOPRIBOR")[0]
    assert long.tokens == name_forms("NII Teplopribor")[0].tokens == ("nii", "teplopribor")


def test_a_syllable_of_a_name_is_no_legal_form() -> None:
    assert name_forms("Chun Doo-hwan")[0].tokens == ("chun", "doo", "hwan")
    assert name_forms("Energija doo Beograd")[0].tokens == ("energija", "=LLC", "beograd")
    assert name_forms("Energija doo")[0].tokens == ("energija", "=LLC")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("National Iranian Oil Company NIOC", ("National Iranian Oil Company", "NIOC")),
        ("KCST - Korea Committee for Space Technology", ("KCST", "Korea Committee for Space Technology")),
        ("UR-CKX (MSN 23502)", ("UR-CKX", "MSN 23502")),
        ("Jin Teng (ex Pacific Bravo)", ("Jin Teng", "Pacific Bravo")),
        ("Blue Sky handelnd unter Mayrow", ("Blue Sky", "Mayrow")),
        ("Ali Ahmed Khan ALI", ()),
        ("Ex Libris", ()),
    ],
)
def test_names_beside_one_another_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert name_parts(text) == parts
