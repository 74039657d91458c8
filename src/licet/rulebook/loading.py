"""Loads a rulebook: ours, with private folders laid over it, every fault told at once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from licet.errors import RulebookError
from licet.model.rulebook import Document, Measure, NamedParty, Place, Rulebook, Signal, Value
from licet.rulebook import sections
from licet.rulebook.measures import measure
from licet.rulebook.nodes import BrokenYamlError, Node, compose
from licet.rulebook.reading import Reader
from licet.rulebook.references import check
from licet.rulebook.tables import BrokenTableError, read_table
from licet.rulebook.terms import Forms

LAW = Path(__file__).parent / "law"
"""The folder of the law that ships."""

_SECTIONS = frozenset({"documents", "parties", "measures", "values", "signals"})
_T = TypeVar("_T", Document, NamedParty, Measure, Value, Signal)


@dataclass(frozen=True, slots=True)
class _File:
    reader: Reader
    sha256: str
    sections: Mapping[str, Node]
    table: Mapping[str, Any] | None = None


def load(private: Sequence[Path] = (), *, forms: Forms | None = None, law: Path = LAW) -> Rulebook:
    """Load the law, and private folders over it, each over those before.

    A private folder may add anything under a new id. An id that is there already must say `replaces: true`;
    the rulebook remembers what was replaced, so that an answer can tell it.

    Args:
        private: Folders of YAML files of the user's own.
        forms: Measure kinds with the form of their terms, as their registry declares; None checks neither.
        law: The folder of the law itself.

    Raises:
        RulebookError: Something is wrong: every place, with file and line.
    """
    problems: list[str] = []
    files = list(_files(law, law.parent, problems, private=False))
    for folder in private:
        files += _files(folder, folder.parent, problems, private=True)
    replaced: list[tuple[str, Place]] = []
    overlay = _Overlay(files, problems, replaced)
    documents = overlay.section("documents", sections.document)
    parties = overlay.section("parties", sections.party)
    values = overlay.section("values", sections.value)
    measures = overlay.section(
        "measures", lambda reader, node, key: measure(reader, node, key, documents, forms)
    )
    signals = overlay.section("signals", sections.signal)
    book = Rulebook(
        documents=documents,
        parties=parties,
        measures=measures,
        values=values,
        signals=tuple(sorted(signals.values(), key=lambda item: (item.said, item.id))),
        tables=_tables(files),
        sha256=_hash(files),
        files=tuple((item.reader.file, item.sha256) for item in files),
        replaced=tuple(replaced),
    )
    problems += check(book)
    if problems:
        raise RulebookError(problems)
    return book


class _Overlay:
    """Merges one section of all files, the later over the earlier."""

    def __init__(self, files: list[_File], problems: list[str], replaced: list[tuple[str, Place]]) -> None:
        self._files = files
        self._problems = problems
        self._replaced = replaced

    def section(self, name: str, read: Callable[[Reader, Node, str], _T]) -> dict[str, _T]:
        """Return one section by id."""
        found: dict[str, _T] = {}
        for file in self._files:
            node = file.sections.get(name)
            if node is None:
                continue
            for key, entry in file.reader.mapping(node, name).items():
                if self._takes(file.reader, entry, f"{name}.{key}", found.get(key)):
                    found[key] = read(file.reader, entry, key)
        return found

    def _takes(self, reader: Reader, entry: Node, what: str, before: _T | None) -> bool:
        """Tell whether an entry counts: a new one, or one of a private folder that says that it replaces."""
        reader.check_id(what.partition(".")[2], entry, what)
        replaces = next((value for name, value in entry.pairs if name.text == "replaces"), None)
        says = reader.yes_no(replaces, f"{what}.replaces")
        if before is None:
            if says:
                reader.wrong(entry, f"{what} says that it replaces, but there is none before it")
            return True
        if not says or not reader.private:
            hint = "; a private rulebook replaces with `replaces: true`" if reader.private else ""
            written = f"{before.place.file}:{before.place.line}"
            reader.wrong(entry, f"{what} is already written in {written}{hint}")
            return False
        self._replaced.append((what, reader.place(entry)))
        return True


def _tables(files: Sequence[_File]) -> dict[str, tuple[Mapping[str, Any], ...]]:
    """Return the tables by id, oldest first; one edition may be there once."""
    found: dict[str, dict[date, Mapping[str, Any]]] = {}
    for file in files:
        if file.table is None:
            continue
        editions = found.setdefault(file.table["id"], {})
        if file.table["dated"] in editions:
            what = f"the table {file.table['id']} of {file.table['dated']}"
            file.reader.wrong(1, f"{what} is in another file already")
        editions[file.table["dated"]] = file.table
    return {key: tuple(editions[day] for day in sorted(editions)) for key, editions in sorted(found.items())}


def _files(folder: Path, root: Path, problems: list[str], *, private: bool) -> Iterator[_File]:
    """Read the files of a folder in sorted order: YAML anywhere in it, and JSON in folders named `tables`."""
    paths = [path for path in sorted(folder.rglob("*")) if _belongs(path) and path.is_file()]
    if not paths:
        reason = "holds no .yml file" if folder.is_dir() else "is no folder"
        problems.append(f"{folder}: {reason}")
    for path in paths:
        name = path.as_posix() if private else path.relative_to(root).as_posix()
        file = _file(path, Reader(name, problems, private=private))
        if file is not None:
            yield file


def _belongs(path: Path) -> bool:
    return path.suffix in {".yml", ".yaml"} or (path.suffix == ".json" and path.parent.name == "tables")


def _file(path: Path, reader: Reader) -> _File | None:
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
        sha256 = hashlib.sha256(content).hexdigest()
        if path.suffix == ".json":
            return _File(reader, sha256, {}, read_table(text))
        root = compose(text)
        return _File(reader, sha256, reader.fields(root, "the file", _SECTIONS, ()) if root else {})
    except OSError as error:
        reader.wrong(1, f"cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        reader.wrong(error.object[: error.start].count(b"\n") + 1, "not UTF-8")
    except (BrokenYamlError, BrokenTableError) as error:
        reader.wrong(error.line, error.reason)
    return None


def _hash(files: Sequence[_File]) -> str:
    """Return the version of the law: the hash of every file's hash, in order, without any path."""
    return hashlib.sha256("\n".join(item.sha256 for item in files).encode()).hexdigest()
