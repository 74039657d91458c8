"""Listed names written another way: what each family does, and where it does not apply."""

from __future__ import annotations

import pytest

from licet.match.perturb import FAMILIES, GROUPS, Listed, clean_names, family_facts, perturbed
from licet.model import Listing, Name, PartyKind

PERSON = PartyKind.PERSON
COMPANY = PartyKind.ORGANISATION
IVAN = Listed("PETROVSKIY, Aleksandr Ivanovich", PERSON, ("RU",), others=("Александр Петровский",))
QAHTANI = Listed("Muhammad AL-QAHTANI", PERSON, ("SA",))
ZHOU = Listed("ZHOU, Qiang", PERSON, ("CN",))
BANK = Listed("Société Nationale Trading Company No. 5 LIMITED", COMPANY)
LI = Listed("Li Wu", PERSON)
HARVEST = Listed("Golden Harvest Foundation", COMPANY)
SAMPLE = (IVAN, QAHTANI, ZHOU, BANK, LI, HARVEST)


def all_of(name: Listed, family: str) -> set[str]:
    """What a family makes of a name under many seeds."""
    return {text for seed in range(200) if (text := perturbed(name, family, str(seed)))}


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_a_family_changes_some_name_and_always_in_the_same_way(family: str) -> None:
    """The same name and seed give the same text; the text is never the listed one."""
    made = [perturbed(name, family, "a seed") for name in SAMPLE]
    assert made == [perturbed(name, family, "a seed") for name in SAMPLE]
    assert any(made)
    assert all(text != name.text for text, name in zip(made, SAMPLE, strict=True))


def test_every_family_has_a_group_and_says_what_it_does() -> None:
    """The report prints these sentences."""
    facts = family_facts()
    assert [item.name for item in facts] == list(FAMILIES)
    assert {item.group for item in facts} == set(GROUPS)
    assert all(len(item.does) > 30 and item.does.endswith((".", '"')) for item in facts)


@pytest.mark.parametrize(
    "family", ["typo", "typo_first", "transposed", "dropped_letter", "doubled", "typo_every_token", "ocr"]
)
def test_words_of_two_or_three_letters_are_never_misspelt(family: str) -> None:
    """One edit makes "Li" another name; nobody could say that both are the same party."""
    assert not all_of(LI, family)
    assert all("No. 5" in text for text in all_of(BANK, family))


def test_only_pinyin_is_written_in_wade_giles() -> None:
    """Of "LAM, Carrie", a person of Hong Kong, no word changes but those of Chinese syllables."""
    carrie = Listed("LAM, Carrie", PERSON, ("HK",))
    assert all_of(carrie, "chinese_spelling") == set()
    assert all_of(Listed("XIA, Carrie", PERSON, ("HK",)), "chinese_spelling") == {"Carrie HSIA"}


def test_an_edit_in_every_token_leaves_no_long_word_as_it_was() -> None:
    """Each word of four letters or more has one slip."""
    for text in all_of(IVAN, "typo_every_token"):
        assert not {"PETROVSKIY", "Aleksandr", "Ivanovich"} & set(text.split())
        assert len(text.split()) == 3


def test_a_typo_changes_one_word_only() -> None:
    """The other words stay."""
    for text in all_of(IVAN, "typo"):
        assert len({"PETROVSKIY", "Aleksandr", "Ivanovich"} & set(text.split())) == 2


@pytest.mark.parametrize(
    ("name", "family", "expected"),
    [
        (IVAN, "reversed_order", {"PETROVSKIY Ivanovich Aleksandr"}),
        (IVAN, "dropped_middle", {"Aleksandr PETROVSKIY"}),
        (IVAN, "initial", {"A. Ivanovich PETROVSKIY", "Aleksandr I. PETROVSKIY"}),
        (IVAN, "native_script", {"Александр Петровский"}),
        (ZHOU, "first_initial", {"Q. ZHOU"}),
        (ZHOU, "chinese_spelling", {"Qiang CHOU", "Chiang ZHOU"}),
        (QAHTANI, "particle_dropped", {"Muhammad QAHTANI"}),
        (QAHTANI, "particle_joined", {"Muhammad ALQAHTANI"}),
        (BANK, "legal_form_dropped", {"Société Nationale Trading Company No. 5"}),
        (BANK, "number_word", {"Société Nationale Trading Company No. five LIMITED"}),
        (BANK, "accents_dropped", {"Societe Nationale Trading Company No. 5 LIMITED"}),
        (BANK, "no_marks", {"Société Nationale Trading Company No 5 LIMITED"}),
    ],
)
def test_a_family_gives_just_these(name: Listed, family: str, expected: set[str]) -> None:
    """Under two hundred seeds."""
    assert all_of(name, family) == expected


def test_short_forms_come_at_the_end_of_a_legal_form_only() -> None:
    """The words "Limited Liability Company" never become "Ltd Liability Company"."""
    made = all_of(BANK, "abbreviation")
    assert made == {
        "Société Nationale Trdg Company No. 5 LIMITED",
        "Société Nationale Trading Company No. 5 LTD",
    }


@pytest.mark.parametrize(
    ("name", "family"),
    [
        (BANK, "nickname"),
        (BANK, "initial"),
        (IVAN, "legal_form_added"),
        (IVAN, "abbreviation"),
        (IVAN, "particle_dropped"),
        (IVAN, "arabic_spelling"),
        (QAHTANI, "native_script"),
        (QAHTANI, "accents_dropped"),
        (ZHOU, "dropped_middle"),
    ],
)
def test_a_family_that_does_not_apply_gives_nothing(name: Listed, family: str) -> None:
    """Not even the name itself."""
    assert not all_of(name, family)


def test_a_listing_gives_its_name_and_the_others() -> None:
    """The last name comes first on lists, and last from customers."""
    listing = Listing("sdn", "1", PERSON, (Name("DOE, Jane"), Name("Джейн Доу")), genders=("female",))
    made = Listed.of(listing)
    assert made.plain == "Jane DOE"
    assert made.others == ("Джейн Доу",)
    assert all(text.split()[0] in {"Mrs", "Ms", "Dr", "Prof."} for text in all_of(made, "title_added"))


def test_clean_names_are_the_same_for_the_same_seed() -> None:
    """Two persons for each organisation."""
    made = clean_names(300, 7)
    assert made == clean_names(300, 7)
    assert made != clean_names(300, 8)
    assert [kind for kind, _ in made].count(PERSON) == 200
    assert len({text for _, text in made}) > 280
