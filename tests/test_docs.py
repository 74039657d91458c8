"""The documents tell the truth: their examples run, their links lead somewhere, their tables match."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.documents import ROOT, Example, agrees, examples, gate_table, run

import licet
from licet.cli import exits
from licet.lists import registry

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
WITH_EXAMPLES = [path for path in DOCUMENTS if examples(path)]


Typed = Callable[[Path], tuple[Path, list[str]]]


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    """Runs the console examples of a document, once; returns their folder and what each printed."""

    @cache
    def run_all(document: Path) -> tuple[Path, list[str]]:
        folder = tmp_path_factory.mktemp(document.stem)
        (folder / "home").mkdir()
        return folder, [run(example, folder) for example in examples(document)]

    return run_all


@pytest.mark.parametrize("document", WITH_EXAMPLES, ids=lambda path: path.name)
def test_every_console_example_prints_what_the_document_shows(document: Path, typed: Typed) -> None:
    """Each block runs in an empty folder, one after the other, as a reader would type them."""
    for example, printed in zip(examples(document), typed(document)[1], strict=True):
        where = f"{document.name}:{example.line}: $ {example.command}"
        assert agrees(example.output, printed), f"{where}\nshown:\n{example.output}\nprinted:\n{printed}"


def test_the_readme_names_its_two_commands() -> None:
    """`make demo` and `make test` are all the set-up there is."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^make demo\b", text, re.MULTILINE)
    assert re.search(r"^make test\b", text, re.MULTILINE)


def test_the_readme_s_python_runs(typed: Typed) -> None:
    """After the console examples, in the folder where they left their files."""
    readme = ROOT / "README.md"
    folder, _ = typed(readme)
    (code,) = re.findall(
        r"^```python\n(.*?)^```", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    (folder / "example.py").write_text(code, encoding="utf-8")
    printed = run(Example("python example.py", "", 0), folder)
    assert printed.startswith("hits\n1.0 ZHONGXING TELECOMMUNICATIONS EQUIPMENT CORPORATION")
    assert "'hit'" in printed.splitlines()[-1]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    """A link to a file that is not there is a lie."""
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text):
        assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_manual_has_the_exit_table_of_the_code() -> None:
    """One table: the docstring of `licet.cli.exits` stands word for word in the manual."""
    docstring = inspect.getdoc(exits) or ""
    table = "\n".join(line for line in docstring.splitlines() if line.startswith("|"))
    assert table in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_page_on_news_has_the_table_of_the_gate() -> None:
    """Row by row, as `licet.news.modality.table` has it; `python -m tests.documents` writes it there."""
    page = (ROOT / "docs" / "concepts" / "news.md").read_text(encoding="utf-8")
    shown = page.partition("<!-- gate -->\n")[2].partition("\n<!-- end of gate -->")[0]
    assert shown.splitlines() == gate_table().splitlines()


def test_the_page_on_news_names_tests_that_there_are() -> None:
    """And the contract of imports: what is said to be shown is shown."""
    page = (ROOT / "docs" / "concepts" / "news.md").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = re.findall(r"`(test_\w+)`", page)
    assert len(named) >= 4
    assert [name for name in named if f"def {name}(" not in code] == []
    assert [path for path in re.findall(r"`(tests/[\w/.]+)`", page) if not (ROOT / path).exists()] == []
    assert 'id = "news-no-law"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_the_readme_names_every_list() -> None:
    """A list that nobody is told of is not used."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [list_id for list_id in registry.list_ids() if f"`{list_id}`" not in text] == []


def test_public_names_exist() -> None:
    """What `licet.__all__` promises can be had."""
    assert [name for name in licet.__all__ if not hasattr(licet, name)] == []
