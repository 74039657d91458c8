"""The native analyser reads every name as the Python rules do, and survives whatever it is given."""

from __future__ import annotations

import gzip
import html
import os
import random
import re
import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.shared import DATA, needs_shared

from licet.match._kernel import (
    DamagedTables,
    Tables,
    consonant_key,
    scan_key,
    short_key,
    slavic_key,
)
from licet.match.tables import compile_tables, tables_digest
from licet.text import firms, given_names, sound, words
from licet.text.tokens import name_forms
from licet.text.trading_names import told_parts
from licet.text.words import WordClass

ONE_IN = int(os.environ.get("LICET_NATIVE_ONE_IN", "200"))
"""One in how many lines of the real files is compared; 1 for all of them (some minutes)."""
CLASSES = list(WordClass)
BLOB = compile_tables()
TABLES = Tables(BLOB)
HEADER = 24

Form = tuple[tuple[str, ...], tuple[str, ...], bool, tuple[int, ...]]


def expected(text: str) -> list[Form]:
    """Return what the Python rules make of a name, in the shape that the kernel gives."""
    return [
        (
            form.tokens,
            form.words,
            form.transliterated,
            tuple(CLASSES.index(words.word_class(token)) for token in form.tokens),
        )
        for form in name_forms(text)
    ]


def assert_equal(text: str) -> None:
    assert TABLES.analyse(text) == expected(text), repr(text)
    assert TABLES.name_parts(text) == told_parts(text), repr(text)
    assert TABLES.sort_of(text) == firms.sort_of(name_forms(text)), repr(text)


def real_texts() -> Iterator[str]:
    """Yield the texts of all list files and customer names: fields, cells, elements, each once."""
    seen: set[str] = set()
    for path in sorted(DATA.rglob("*")):
        if not path.is_file() or path.suffix in {".xz", ".ZIP", ".md"}:
            continue
        content = path.read_bytes()
        text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")
        lines = text.replace(">", "\n").replace('",', "\n").split("\n")
        for field in re.split(
            r'[<>"\t\n|;{}]|(?<=\d),|,(?=\d)', "\n".join(lines[len(seen) % ONE_IN :: ONE_IN])
        ):
            if 1 < len(field) < 200 and not field.isdigit() and field not in seen:
                seen.add(field)
                yield html.unescape(field.strip())


NAMES = (
    "Mir Luhanščine & Söhne GmbH",
    "AL-QAHTANI, Sa`d bin 'Abd al-Rahman (a.k.a. Abu Omar)",
    "Общество с ограниченной ответственностью «Ромашка»",
    "Ёлкин Й. и Ким Чен Ын",
    "عبدالرحمن بن محمد الجزراوي",
    "طه یاسین رمضان",
    "בנק ויזה ישראל",
    "朝阳银行股份有限公司 Beijing",
    "北京ABC集團公司",
    "김정은 주식회사",
    "株式会社トヨタ・モーター",
    "ไทยพาณิชย์ น้ำ",
    "हिन्दी क़ानून",
    "Κεντρική Υπηρεσία",
    "Аlmaz Antey",
    "Gulf Meridian FZE t/a Mayrow d.b.a. X",
    "jonit stcok company nabahltd limi ted",
    "aktsionernoe obshchestvokredo comp any trad ing cornpany lirnited companykredo sudlimited zinc",
    "RESCATES MARINOS, S.A.",
    "Ромашка, ООО",
    "Иванов, Иван",
    "abd elaziz abdourrahman ABD AL KARIM",
    "S.p.A. s/a A.B.C/d 1.2.3 É.É. e.g",
    "HSÜ Chih-ch’iang",
    "CHUNG, Kuo-hua Leung Tse",
    "N I O C",
    "Lark-aka aka:-aka Bern a.k.a.-aka -aka formerly-dba X",
    "ǅ ﬀ Ⅷ ﷺ K İı ſ ß ẞ",
)
PIECES = [piece for name in NAMES for piece in re.findall(r"\w+|\W", name)]
MARKS = [
    ".",
    "/",
    "'",
    "`",
    "&",
    ",",
    "-",
    "_",
    "\u0301",
    "\u0308",
    "\u0345",
    "\u200b",
    "\u200f",
    "\u202e",
    "\u3099",
]
BLANKS = [" ", "\t", "\n", "\x1c", "\x85", "\u00a0", "\u2028", "\u3000"]
HANGUL = [
    chr(code) for code in (0x1100, 0x1112, 0x1161, 0x1175, 0x11A7, 0x11A8, 0x11C2, 0xAC00, 0xAC01, 0xD7A3)
]
ODD = [
    *MARKS,
    *BLANKS,
    *HANGUL,
    "ＡＢＣ",
    "ｶﾞ",
    "\ufdfa",
    "Ω",
    "Å",
    "が",
    "か\u3099",
    "ا\u0653",
    "\u0958",
    "𝐀",
    "〇",
    "\x00",
]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_script_are_read_alike(name: str) -> None:
    assert_equal(name)


@needs_shared
def test_real_texts_are_read_alike() -> None:
    for text in real_texts():
        assert_equal(text)


@given(st.text())
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_alike(text: str) -> None:
    assert_equal(text)


@given(st.lists(st.sampled_from([*PIECES, *ODD]) | st.characters(exclude_categories=["Cs"])).map("".join))
@settings(max_examples=800, deadline=None)
def test_pieces_of_names_among_odd_characters_are_read_alike(text: str) -> None:
    assert_equal(text)


@given(st.text(alphabet="abdelt.',/&- AO1x", max_size=24))
@settings(max_examples=800, deadline=None)
def test_dots_slashes_and_commas_are_read_alike(text: str) -> None:
    assert_equal(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12))
@settings(max_examples=400, deadline=None)
def test_han_texts_are_read_alike(text: str) -> None:
    assert_equal(text)


def test_every_character_is_read_alike() -> None:
    chance = random.Random(20260801)  # noqa: S311  which characters stand together is of no secrecy
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    for letter in chance.sample(letters[:0x3400], 4000) + chance.sample(letters, 4000):
        assert_equal(letter)
        assert_equal(f"a{letter}ب{letter}")


@pytest.mark.parametrize("unit", ["a", "a.", "abd ", "ltd ", "é", "Ж"])
def test_a_line_of_a_megabyte_is_read_alike(unit: str) -> None:
    assert_equal(unit * (1_000_000 // len(unit.encode())))


@pytest.mark.parametrize("unit", ["a/", "&", "t/a ", "e\u0301", "ا", "ו", "각", "\u200b", "a,"])
def test_a_long_line_is_read_alike(unit: str) -> None:
    assert_equal(unit * 30_000)


def test_a_long_run_of_marks_in_the_wrong_order_is_read_alike() -> None:
    assert_equal("a" + "\u0301\u0316" * 2_000 + "b")


def test_a_megabyte_of_han_is_read() -> None:
    forms = TABLES.analyse("中国人民" * 80_000)
    assert [len(tokens) for tokens, *_ in forms] == [320_000, 320_000]


@pytest.mark.parametrize("text", ["\ud800", "Ivan\udfff", "\udcc3\udca9"])
def test_a_lone_surrogate_is_read_as_a_character_that_nobody_knows(text: str) -> None:
    assert_equal(text)
    assert TABLES.analyse(text) == TABLES.analyse(
        "".join("\ufffd" if "\ud800" <= letter < "\ue000" else letter for letter in text)
    )


def test_what_the_tables_say_of_words_is_alike() -> None:
    known = {
        *words.classes(),
        *words.other_writings(),
        *given_names.others(),
        *words.misspelt_words(),
        "=CORP",
        "~SHEIKH",
        "nabah",
        "ооо",
        *given_names.common_names(),
        *words.number_words(),
        *words.GENERATIONS,
        *words.beside_names(),
        *(f"{father}{ending}" for father in ("", "a", "ял", "petr") for ending in words.PATRONYMIC),
        "7th",
        "²",
        "٣",
    }
    for word in sorted(known):
        misspelt = words.misspelt_class(word)
        assert TABLES.word_class(word) == CLASSES.index(words.word_class(word)), word
        assert TABLES.misspelt_class(word) == (None if misspelt is None else CLASSES.index(misspelt)), word
        assert TABLES.is_common_name(word) == given_names.is_common_name(word), word
        assert TABLES.is_number(word) == words.is_number(word), word
        assert TABLES.is_aside(word) == words.is_aside(word), word
        assert TABLES.written_otherwise(word) == sorted(words.written_otherwise(word)), word
        assert TABLES.other_given_names(word) == sorted(given_names.other_given_names(word)), word


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0158", max_size=12) | st.text(max_size=6))
@settings(max_examples=2000, deadline=None)
def test_sound_keys_are_alike(token: str) -> None:
    assert consonant_key(token) == sound.consonant_key(token)
    assert slavic_key(token) == sound.slavic_key(token)
    assert short_key(token) == sound.short_key(token)
    assert scan_key(token) == sound.scan_key(token)


def test_tables_compile_to_the_same_bytes() -> None:
    assert compile_tables() == BLOB
    assert tables_digest(BLOB) == tables_digest(bytes(BLOB))
    assert tables_digest(BLOB) != tables_digest(BLOB[:-1] + b"\xff")


@given(st.integers(0, len(BLOB) - 1), st.integers(1, 255))
@settings(deadline=None)
def test_a_changed_byte_is_told(place: int, change: int) -> None:
    damaged = bytearray(BLOB)
    damaged[place] ^= change
    with pytest.raises(DamagedTables):
        Tables(bytes(damaged))


@given(st.integers(0, len(BLOB) - 1))
@settings(deadline=None)
def test_tables_that_are_cut_short_are_told(size: int) -> None:
    with pytest.raises(DamagedTables):
        Tables(BLOB[:size])


@given(
    st.lists(
        st.tuples(
            st.integers(HEADER, HEADER + 400) | st.integers(HEADER, len(BLOB) - 4), st.integers(0, 2**32 - 1)
        ),
        min_size=1,
    )
)
@settings(deadline=None)
def test_tables_changed_with_a_fitting_checksum_are_told_or_read_within_bounds(
    changes: list[tuple[int, int]],
) -> None:
    damaged = bytearray(BLOB)
    for place, value in changes:
        struct.pack_into("<I", damaged, min(place, len(BLOB) - 4), value)
    struct.pack_into("<I", damaged, 16, zlib.crc32(bytes(damaged[HEADER:])))
    try:
        tables = Tables(bytes(damaged))
    except DamagedTables:
        return
    for name in NAMES:
        tables.analyse(name)
        tables.name_parts(name)
