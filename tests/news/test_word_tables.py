"""The tables of words: no row hides another, and every word is one that a story can hold."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import licet.news
from licet.news.words import lex
from licet.text.tables import lines, spellings

ROOT = Path(licet.news.__file__).parent
MODULES = sorted(path for path in ROOT.rglob("*.py") if "listed(" in path.read_text(encoding="utf-8"))
READ_BY_WORDS = ("measures", "modality")
"""Packages whose rules ask word by word, so that a table of theirs holds single words only."""


def _words(node: ast.expr | None) -> list[str]:
    """Words of a row written as running text: `listed("a b")`, `kinds("a b", …)`, `dict.fromkeys(…)`."""
    if isinstance(node, ast.Call) and node.args:
        if isinstance(node.func, ast.Name) and node.func.id in {"listed", "kinds", "_verbs"}:
            text = node.args[0]
            return (
                text.value.split() if isinstance(text, ast.Constant) and isinstance(text.value, str) else []
            )
        if ast.unparse(node.func) == "dict.fromkeys":
            return _words(node.args[0])
    if isinstance(node, ast.Tuple | ast.List):
        return [word for item in node.elts for word in _words(item)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_stands_twice_in_a_list(path: Path) -> None:
    calls = (node for node in _nodes(path) if isinstance(node, ast.Call))
    repeated = {word for call in calls for word, times in Counter(_words(call)).items() if times > 1}
    assert not repeated


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_word_stands_in_two_rows_of_a_table(path: Path) -> None:
    """Of two rows Python keeps the last without a word, so that one of them would be read by nobody."""
    for table in (node for node in _nodes(path) if isinstance(node, ast.Dict)):
        rows = [
            set(_words(value if key is None else key))
            for key, value in zip(table.keys, table.values, strict=True)
        ]
        times = Counter(word for row in rows for word in row)
        assert not {word for word, count in times.items() if count > 1}


@pytest.mark.parametrize("package", READ_BY_WORDS)
def test_every_word_of_a_table_is_one_word_of_a_story(package: str) -> None:
    """Words of a story part at hyphens and before "'s": "re-export" or "firm's" would match nothing."""
    calls = (
        node
        for path in sorted((ROOT / package).glob("*.py"))
        for node in _nodes(path)
        if isinstance(node, ast.Call)
    )
    words = {word for call in calls for word in _words(call) if word.isascii() and word[0].isalpha()}
    assert not {word for word in words if len(lex(f"X {word.capitalize()} 5").words) != 3}


def test_no_place_is_told_in_two_rows() -> None:
    """The second row of a place would be read by nobody."""
    names = [name for *_, cell in lines("licet.news.parties", "places.tsv") for name in spellings(cell)]
    assert not {name for name, times in Counter(names).items() if times > 1}
