"""The five output formats."""

from __future__ import annotations

import json

import pytest

from licet.cli.cards import plain
from licet.cli.options import Format
from licet.cli.render import rendered, vertical

ROWS = [{"name": "=cmd()", "score": 0.5, "lists": ["a", "b"]}, {"name": "x|y", "score": -5, "lists": []}]


def test_json_is_the_whole_document() -> None:
    """What a program reads says more than the rows."""
    assert json.loads(rendered(ROWS, Format.JSON, whole={"status": "hits"})) == {"status": "hits"}
    assert json.loads(rendered(ROWS, Format.JSON)) == ROWS


def test_jsonl_is_one_row_a_line() -> None:
    """One object per line, nothing else."""
    lines = rendered(ROWS, Format.JSONL).splitlines()
    assert [json.loads(line) for line in lines] == ROWS


def test_csv_cells_cannot_run_as_formulas() -> None:
    """Text is prefixed with an apostrophe; a negative number stays a number."""
    assert rendered(ROWS, Format.CSV) == "name,score,lists\n'=cmd(),0.5,a; b\nx|y,-5,\n"


def test_markdown_escapes_the_column_mark() -> None:
    """A name with a bar stays one cell."""
    assert "x\\|y" in rendered(ROWS, Format.MARKDOWN)


def test_a_plain_table_lines_up() -> None:
    """The second column starts at one place in every line."""
    lines = rendered(ROWS, Format.TABLE).splitlines()
    assert lines[0].index("score") == lines[2].index("0.5")


def test_a_table_is_harmless_for_a_terminal_and_names_editions_by_the_start_of_their_hash() -> None:
    """A listed name cannot recolour the screen; 64 digits help nobody there."""
    rows = [{"caption": "A\x1b[31mB", "sha256": "ab" * 32, "accepted": ""}]
    assert rendered(rows, Format.TABLE).splitlines()[2] == "A [31mB  abababababab"
    assert vertical(rows[0]) == "caption   A [31mB\nsha256    abababababab\n"


def test_control_and_direction_characters_do_not_reach_the_terminal() -> None:
    """A listed name cannot recolour or reverse the screen."""
    assert plain("A\x1b[31mB\u202eC") == "A [31mB C"


@pytest.mark.parametrize("chosen", [Format.JSON, Format.JSONL])
def test_json_of_any_text_is_harmless_and_of_the_same_value(chosen: Format) -> None:
    """Half characters have no UTF-8 form; C1 controls steer terminals; direction marks turn what is read."""
    rows = [{"said": "a\x9b31m\u202e\u2028\ud800 Żółw 漢 😀"}]
    text = rendered(rows, chosen)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not {"\x9b", "\u202e", "\u2028"} & set(text)
    assert "Żółw 漢 😀" in text
    assert json.loads(text) in (rows, rows[0])


@pytest.mark.parametrize("chosen", [Format.CSV, Format.MARKDOWN])
def test_half_characters_stop_no_table(chosen: Format) -> None:
    assert "a\ufffd" in rendered([{"said": "a\ud800"}], chosen)
