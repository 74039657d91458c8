"""How parts of names are read: servants of God, numbers and their ordinals, legal forms in brackets."""

from __future__ import annotations

import pytest

from licet.text.tokens import name_forms
from licet.text.trading_names import name_parts
from licet.text.words import written_otherwise


@pytest.mark.parametrize(
    "text", ["Abd Allah Araghi", "Abdallah Araghi", "Abd ullah Araghi", "Abdellah Araghi"]
)
def test_abd_allah_is_one_name_however_it_is_written(text: str) -> None:
    assert name_forms(text)[0].tokens == ("abdullah", "araghi")


def test_a_servant_of_any_name_is_read_alike_with_and_without_the_article() -> None:
    assert name_forms("Abd Rahman Hamdi")[0].tokens == name_forms("Abd al Rahman Hamdi")[0].tokens
    assert name_forms("Hamdi Abd")[0].tokens == ("hamdi", "abd")


def test_a_full_stop_of_a_legal_form_stays_with_the_name_that_stands_beside_another() -> None:
    assert name_parts("Urantia Services S.A. t/a Golden Gate.") == ("Urantia Services S.A.", "Golden Gate.")
    assert name_forms("Urantia Services S.A.")[0].tokens[-1] == "=JSC"


def test_a_legal_form_in_brackets_is_no_other_name() -> None:
    assert name_parts("Meridian Metals (PVT)") == ()
    assert name_parts("Lux Trans Dubai LTD") == ()


def test_a_number_and_its_ordinal_are_two_words_that_digits_may_stand_for() -> None:
    assert "first" not in written_otherwise("one")
    assert "1" in written_otherwise("one") & written_otherwise("first")


def test_gen_before_a_word_of_trade_is_no_rank() -> None:
    assert name_forms("Zulekha Gen Trading")[0].tokens == ("zulekha", "general", "trading")
    assert name_forms("Gen Zulekha")[0].tokens[0] == "~GENERAL"
