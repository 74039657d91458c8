"""Names in other scripts than plain Latin: which script it is, and how it is read in Latin letters."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.text.latin import to_latin
from licet.text.lookalikes import unmask
from licet.text.scripts import runs, script
from licet.text.tokens import name_forms


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Аlmaz", "Almaz"),
        ("АО ABC", "AO ABC"),
        ("Алмаз ABС", "Алмаз ABC"),
        ("Алмаз ABC", "Алмаз ABC"),
        ("ООО Алмаз", "ООО Алмаз"),
        ("Almaz", "Almaz"),
    ],
)
def test_letters_that_look_latin_are_read_so_among_latin_ones(text: str, plain: str) -> None:
    """A name wholly in another script is left as it is."""
    assert unmask(text) == plain


def test_a_han_name_has_its_characters_and_its_reading() -> None:
    """The legal form at its end is set off and not read out."""
    native, read = name_forms("中兴通讯股份有限公司")
    assert native.tokens == ("中", "兴", "通", "讯", "=HAN_LTD")
    assert read.tokens == ("zhong", "xing", "tong", "xun")
    assert read.transliterated
    assert read.path


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("Chiang Tse-min", ("jiang", "ze", "min")),
        ("HSÜ Chih-ch’iang", ("xu", "zhi", "jiang")),
        ("Leung Chun Ying", ("liang", "zhen", "ying")),
        ("CHUNG, Kuo-hua", ("guo", "hua", "zhong")),
    ],
)
def test_a_chinese_name_of_an_older_spelling_is_read_in_pinyin_too(
    text: str, pinyin: tuple[str, ...]
) -> None:
    written, read = name_forms(text)
    assert not written.transliterated
    assert read.transliterated
    assert read.tokens == pinyin
    assert read.words == written.words
    assert "Pinyin" in read.path[0]


@pytest.mark.parametrize(
    "text", ["Li Peng", "Zhang Tse-min", "Chiang Tse-min Trading", "Tse", "Jo Anne Hsu", "Ma Ling Chu"]
)
def test_pinyin_and_names_that_are_not_wholly_such_syllables_have_one_form(text: str) -> None:
    assert len(name_forms(text)) == 1


def test_accents_are_no_transliteration() -> None:
    """Names in Latin letters have forms of full weight; where marks may be spelt out, there are two."""
    (form,) = name_forms("Łukasz Kołłątaj")
    assert form.tokens == ("lukasz", "kollataj")
    assert not form.transliterated
    plain, spelt = name_forms("Łukasz Müller")
    assert (plain.tokens, spelt.tokens) == (("lukasz", "muller"), ("lukasz", "mueller"))
    assert not spelt.transliterated


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Владимир", "Vladimir"),
        ("中興", "zhong xing"),
        ("김정은", "kim jong un"),
        ("박정희", "pak jong hui"),
        ("이명박", "i myong pak"),
        ("류경수", "ryu kyong su"),
        ("리득구", "ri tuk ku"),
        ("강감찬", "kang kam chan"),
        ("القحطاني", "al qahtani"),
        ("Γεώργιος", "Georgios"),
        ("plain", "plain"),
    ],
)
def test_each_script_has_a_path_to_latin(text: str, latin: str) -> None:
    """The reading is ASCII, and its path is told unless nothing was done."""
    found = to_latin(text)
    assert found.text.strip() == latin
    assert bool(found.path) is (text != latin)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Putin", "Latn"),
        ("Путин", "Cyrl"),
        ("ZTE 中兴", "Hani"),
        ("بوتين", "Arab"),
        ("123", "Zyyy"),
        ("Müller", "Latn"),
    ],
)
def test_the_script_is_known(text: str, code: str) -> None:
    """By ISO 15924; a script other than Latin decides."""
    assert script(text) == code


@given(st.text(max_size=30))
def test_runs_put_together_are_the_text(text: str) -> None:
    """Splitting by script loses nothing."""
    assert "".join(run for _, run in runs(text)) == text


def test_plain_names_load_no_dictionary_of_han_readings() -> None:
    """The dictionary takes a quarter of a second: only a Han character may load it."""
    code = (
        "import sys; from licet.text.tokens import name_forms; name_forms('Владимир Putin');"
        "print('pypinyin' in sys.modules, 'stdnum' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أسامة بن لادن", "usama bin ladin"),
        ("عَبْد الله", "abdullah"),
        ("إدريس", "idris"),
        ("علی", "ali"),
        ("ﻋﺒﺪ ﷲ", "abdullah"),
        ("القحطاني", "al qahtani"),
        ("مُحَمَّد", "muhammad"),
    ],
)
def test_arabic_is_read_by_a_table_of_names_then_by_its_letters(text: str, words: str) -> None:
    """Vowel points, hamza, Persian letters and presentation forms do not change the reading."""
    assert " ".join(name_forms(text)[-1].words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("יצחק הרצוג", ("yitzhak", "herzog")),
        ("צ'רנסק כפרתי", ("chrnsk", "kfrti")),
        ("אהוד וולך", ("ehud", "vlkh")),
        ("राहुल अरविंद नरेंद्र", ("rahul", "arvind", "narendra")),
        ("ज़फ़र ड़", ("zafar", "ra")),
        ("Ռուբեն Ծառուկյան", ("ruben", "tsarukyan")),
        ("محمدجواد", ("muhammad", "jawad")),
    ],
)
def test_letters_of_other_scripts_are_read_as_they_are_spoken(text: str, words: tuple[str, ...]) -> None:
    assert name_forms(text)[-1].tokens == words
