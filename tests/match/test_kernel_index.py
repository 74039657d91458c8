"""The native index: nothing is lost on real lists, threads do not meet, damage is refused, memory bounded."""

from __future__ import annotations

import os
import random
import string
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.match.corpora import party, view_of
from tests.shared import needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.match import native, reference_screen, screen
from licet.match._kernel import MOST_KEPT_BYTES, Builder, DamagedIndex, Index, Tables, checksum
from licet.model import Listing, MatchPolicy, PartyKind, Subject
from licet.text.normalise import characters
from licet.text.tokens import name_forms
from licet.text.trading_names import told_parts

SANITIZED = "libasan" in os.environ.get("LD_PRELOAD", "")
"""The sanitised kernel is some ten times slower: it is asked fewer questions."""
FILES = (
    ("us_ofac_sdn", "ofac/sdn_xml/2024-05-07/sdn.xml.gz"),
    ("un_sc", "un/2026-02-27/consolidated.xml.gz"),
)
OTHER_SCRIPTS = (
    "محمد علي الحسيني",
    "حزب الله",
    "عبد الرحمن محمد",
    "أحمد حسن",
    "中兴通讯",
    "华为技术有限公司",
    "朝鲜贸易",
    "Владимир Иванов",
    "Общество Русал Трейдинг",
    "Ο Γεώργιος",
)
CUTS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
KINDS = (0, native.FORM_INITIALS, native.FORM_INITIALS | native.ASKED_PERSON)
MODEL = native.model(native.tables())
HEADER = 32


class Question(NamedTuple):
    """A reading of a name as the kernel is asked for it."""

    tokens: tuple[str, ...]
    flags: int


def index_of(*names: str) -> Index:
    """Return an index of names, each of its own party."""
    return Index(blob_of(names), MODEL)


def blob_of(names: Sequence[str]) -> bytes:
    """Return the bytes of such an index."""
    builder = Builder(MODEL)
    for version, name in enumerate(names):
        builder.add_name(name, native.FORM_INITIALS * (version % 2), version, 0)
    return builder.finish()


def _parties(list_id: str, file: str) -> Iterator[Listing]:
    name = file.removesuffix(".gz")
    content = read_bytes(file)
    part = registry.recognise(list_id, name, content[:8192]) or ""
    for item in registry.parser(list_id)(RawEdition({part: content}, {part: name})):
        if isinstance(item, Listing):
            yield item


@lru_cache(maxsize=1)
def _real() -> tuple[Index, list[str]]:
    """Every name of the newest SDN and UN lists, and the names."""
    builder = Builder(MODEL)
    names: list[str] = []
    for version, item in enumerate(found for list_file in FILES for found in _parties(*list_file)):
        initials = native.FORM_INITIALS if item.kind in {PartyKind.PERSON, PartyKind.UNKNOWN} else 0
        for name in item.names:
            builder.add_name(name.text, initials, version, 0)
            names.append(name.text)
    return Index(builder.finish(), MODEL), names


def _mutated(rng: random.Random, name: str) -> str:
    place = rng.randrange(len(name))
    letter = rng.choice(string.ascii_lowercase)
    swapped = name[:place] + name[place : place + 2][::-1] + name[place + 2 :]
    return rng.choice(
        (
            name[:place] + name[place + 1 :],
            name[:place] + letter + name[place:],
            name[:place] + letter + name[place + 1 :],
            swapped,
            name.replace(" ", "", 1),
            name[:place] + " " + name[place:],
        )
    )


def _short(name: str) -> str:
    first, *rest = name.replace(",", " ").split()
    return " ".join((first[0], *rest)) if rest else first[0]


def _asked(names: Sequence[str], each: int) -> list[str]:
    """Return names of every sort that the search treats in its own way."""
    rng = random.Random(41)  # noqa: S311  a test that repeats
    words = Counter(word for name in names for form in name_forms(name) for word in form.tokens)
    common = [word for word, _ in words.most_common(40)]
    drawn = rng.sample(names, 4 * each)
    asked = drawn[:each] + [_mutated(rng, name) for name in drawn[each : 2 * each]]
    asked += [_short(name) for name in drawn[2 * each : 3 * each]]
    asked += [
        f"{one.split()[0]} {other.split()[-1]}"
        for one, other in zip(drawn[3 * each :], drawn[:each], strict=True)
    ]
    asked += [" ".join(rng.sample(common, rng.choice((1, 2, 2, 3)))) for _ in range(each)]
    asked += [f"{rng.choice(string.ascii_lowercase)} {rng.choice(common)}" for _ in range(each // 2)]
    written = [name for name in names if not name.isascii()]
    return [*asked, *OTHER_SCRIPTS, *rng.sample(written, min(len(written), each // 2))]


def _questions(names: Sequence[str]) -> list[Question]:
    found = []
    for place, name in enumerate(names):
        for form in name_forms(name):
            read = native.FORM_TRANSLITERATED * form.transliterated
            found.append(Question(form.tokens, KINDS[place % 3] | read))
    return found


@needs_shared
def test_on_real_lists_the_search_finds_what_scoring_every_name_finds() -> None:
    """35,000 names: the same forms with the same scores at every cut, whatever the name asked for is like."""
    index, names = _real()
    assert len(names) > 35_000
    questions = _questions(_asked(names, 4 if SANITIZED else 36))[:: 3 if SANITIZED else 1]
    assert len(questions) > (8 if SANITIZED else 200)
    found: Counter[float] = Counter()
    for tokens, flags in questions:
        everything = index.search(tokens, flags, CUTS[0], None, True)
        for cut in CUTS:
            expected = sorted(hit for hit in everything if hit[1] >= cut * native.UNIT - 1e-6)
            assert sorted(index.search(tokens, flags, cut)) == expected, (tokens, flags, cut)
            found[cut] += len(expected)
    assert found[0.5] > found[0.8] > len(questions) // 4


@needs_shared
def test_threads_that_ask_one_index_at_once_get_the_answers_of_one() -> None:
    """Four threads, each with all questions in an order of its own."""
    index, names = _real()
    questions = _questions(_asked(names, 6 if SANITIZED else 80))
    expected = [sorted(index.search(tokens, flags, 0.7)) for tokens, flags in questions]

    def ask(seed: int) -> list[tuple[int, list[tuple[int, int]]]]:
        order = list(range(len(questions)))
        random.Random(seed).shuffle(order)  # noqa: S311  a test that repeats
        return [(place, sorted(index.search(*questions[place], 0.7))) for place in order]

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(ask, range(4)))
    for answer in answers:
        assert dict(answer) == dict(enumerate(expected))


def test_a_cut_index_is_refused() -> None:
    """Wherever it is cut."""
    blob = blob_of(["Ivan Petrov", "Zagros Shipping Company", "中兴通讯"])
    for kept in (*range(64), *range(64, len(blob), 61), len(blob) - 1):
        with pytest.raises(DamagedIndex):
            Index(blob[:kept], MODEL)


def test_an_index_with_one_changed_bit_is_refused() -> None:
    """Wherever the bit is."""
    blob = blob_of(["Ivan Petrov", "Zagros Shipping Company", "中兴通讯"])
    for place in (*range(64), *range(64, len(blob), 37)):
        damaged = bytearray(blob)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(DamagedIndex):
            Index(bytes(damaged), MODEL)


def test_an_index_with_a_right_checksum_over_wrong_content_does_no_harm() -> None:
    """It is refused, or answers something: it never reads outside of itself (the sanitizers look on)."""
    blob = blob_of(["Ivan Petrov", "J Petrov", "Zagros Shipping Company", "Ural Vagon Zavod", "中兴通讯"])
    rng = random.Random(23)  # noqa: S311  a test that repeats
    refused = 0
    for _ in range(300 if SANITIZED else 1500):
        damaged = bytearray(blob)
        for _ in range(rng.choice((1, 1, 2, 5))):
            damaged[rng.randrange(HEADER, len(blob))] = rng.choice((0, 1, 0x7F, 0xFF, rng.randrange(256)))
        struct.pack_into("<Q", damaged, 24, checksum(bytes(damaged[HEADER:])))
        try:
            index = Index(bytes(damaged), MODEL)
        except DamagedIndex:
            refused += 1
            continue
        for name in ("Ivan Petrow", "Zagros Shiping Co", "Uralvagonzavod"):
            for form in name_forms(name):
                index.search(form.tokens, native.FORM_INITIALS, 0.5)
                for number in range(index.forms):
                    index.align(form.tokens, 0, number)
    assert refused > 50


def test_what_is_remembered_of_words_met_before_is_bounded() -> None:
    """A process that runs for years forgets them when they take too much memory; answers stay."""
    letters = "bcdfghklmn"
    index = index_of(*(f"petro{one}{two}{three}" for one in letters for two in letters for three in "aeiou"))
    asked = [
        f"petro{a}{b}{c}" for a in letters for b in string.ascii_lowercase for c in string.ascii_lowercase
    ]
    expected = {token: sorted(index.search([token], 0, 0.8)) for token in asked[:50]}
    before = most = forgotten = 0
    for round_ in range(100):
        for token in asked:
            index.search([f"{token}{round_}" if round_ else token], 0, 0.8)
        kept = index.kept_bytes()
        forgotten += kept < before
        before, most = kept, max(most, kept)
        if forgotten:
            break
    assert forgotten
    assert MOST_KEPT_BYTES // 2 < most < MOST_KEPT_BYTES + (1 << 20)
    assert {token: sorted(index.search([token], 0, 0.8)) for token in asked[:50]} == expected


HALVES = "\ud800\udbff\udc80\udfff"
ODD = st.text(f"abиé中م{HALVES}\ufffd ./&,'", max_size=16)


@settings(max_examples=300, deadline=None)
@given(ODD)
def test_halves_of_characters_are_read_as_by_the_rules(text: str) -> None:
    """JSON and arguments may hold lone surrogates: they stand for a character that cannot be read."""
    tables = Tables(native.tables())
    assert [form[:3] for form in tables.analyse(text)] == [
        (form.tokens, form.words, form.transliterated) for form in name_forms(text)
    ]
    assert tables.name_parts(text) == told_parts(text)
    assert name_forms(text) == name_forms(characters(text))


@settings(max_examples=100, deadline=None)
@given(st.lists(ODD, min_size=1, max_size=3), st.lists(st.text(f"ab {HALVES}\ufffd", max_size=8), max_size=2))
def test_subjects_with_halves_of_characters_are_screened(names: list[str], more: list[str]) -> None:
    """As any other, and as the reference does."""
    view = view_of(party("a", "Ivan Petrov"), party("b", "Ab A B"))
    subject = Subject((f"ivan {HALVES[0]} petrov", *names, *more))
    found = screen(view, subject, MatchPolicy(threshold=0.6))
    assert found == reference_screen(view, subject, MatchPolicy(threshold=0.6))
    assert "a" in {match.listing.key for match in found.hits}


def test_a_listed_name_with_half_a_character_is_taken() -> None:
    """It is found by the words around it."""
    index = index_of(f"Ivan{HALVES[2]}Petrov")
    assert index.form_tokens(0) == ["ivan", "petrov"]
