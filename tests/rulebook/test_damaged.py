"""Damaged law gives an error or a rulebook, and nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from licet.errors import RulebookError
from licet.model.rulebook import Rulebook
from licet.rulebook import LAW, load

FILES = {path: path.read_bytes() for path in sorted(LAW.rglob("*.yml"))}
PIECES = (
    b"",
    b":",
    b"\n",
    b" ",
    b"- ",
    b"[",
    b"}",
    b"'",
    b'"',
    b"#",
    b"&a ",
    b"*a",
    b"!!int ",
    b"\x00",
    b"\xff",
    b"9" * 30,
)


def _loaded(content: bytes) -> Rulebook | None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "a.yml").write_bytes(content)
        try:
            return load(law=Path(folder))
        except RulebookError:
            return None


@given(st.sampled_from(sorted(FILES)), st.data())
def test_truncated_law(path: Path, data: st.DataObject) -> None:
    """A file cut anywhere is read or refused."""
    content = FILES[path]
    _loaded(content[: data.draw(st.integers(0, min(len(content), 6_000)))])


@given(st.sampled_from(sorted(FILES)), st.data())
def test_mutated_law(path: Path, data: st.DataObject) -> None:
    """A file with pieces put in, taken out or written over is read or refused."""
    content = FILES[path][:6_000]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        stop = start + data.draw(st.integers(0, 12))
        content = content[:start] + data.draw(st.sampled_from(PIECES)) + content[stop:]
    _loaded(content)


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Bytes that nobody meant as law are refused, or hold none."""
    book = _loaded(content)
    assert book is None or not book.documents
