"""Finds the lists: every folder of the catalogue with a `list.yml`, read strictly."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import PurePosixPath
from types import ModuleType
from typing import Any, cast

from licet.errors import UnknownListError
from licet.lists.base import Facts, Gates, ListFormat, ListSpec, Parser, PartSpec, RawEdition
from licet.lists.readable_names import readable
from licet.lists.stated_numbers import with_stated_numbers

_CATALOGUE = "licet.lists.catalog"
_REQUIRED = {"id", "title", "publisher", "jurisdiction", "licence", "mandatory", "formats"}
_OPTIONAL = {"hosts", "notes", "gates", "known_steps"}


class ListFileError(ValueError):
    """A `list.yml` that does not say what it must."""

    def __init__(self, list_id: str, reason: str) -> None:
        super().__init__(f"lists/catalog/{list_id}/list.yml: {reason}")


_taken: dict[str, Mapping[str, Any]] = {}
"""What `take` was given."""


@cache
def catalogue() -> dict[str, bytes]:
    """Return the bytes of every `list.yml`, by list id, sorted."""
    files = ((item.name, item / "list.yml") for item in resources.files(_CATALOGUE).iterdir())
    return {name: file.read_bytes() for name, file in sorted(files) if file.is_file()}


@cache
def list_ids() -> tuple[str, ...]:
    """Return the ids of all lists, sorted."""
    return tuple(catalogue())


def contents() -> dict[str, Mapping[str, Any]]:
    """Return what every `list.yml` says, as read."""
    import yaml  # noqa: PLC0415  read only when a list is used: it costs start-up time

    # The C reader of the same safe subset takes a tenth of the time; not every build of PyYAML has it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        list_id: cast("Mapping[str, Any]", yaml.load(content, Loader=loader))  # noqa: S506  both are safe
        for list_id, content in catalogue().items()
    }


def take(said: Mapping[str, Mapping[str, Any]]) -> None:
    """Use these contents, which someone kept from `contents`, instead of reading the files.

    Raises:
        ListFileError: One does not say what it must; none is used.
    """
    for list_id, content in said.items():
        spec_from(list_id, content)
    _taken.update(said)


@cache
def list_spec(list_id: str) -> ListSpec:
    """Return what a list's `list.yml` says.

    Raises:
        UnknownListError: No folder has this name.
        ListFileError: The file does not say what it must.
    """
    if list_id not in list_ids():
        raise UnknownListError(list_id, list_ids())
    if list_id not in _taken:
        take(contents())
    return spec_from(list_id, _taken[list_id])


def spec_from(list_id: str, content: Mapping[str, Any]) -> ListSpec:
    """Build a list's description from the content of its `list.yml`.

    Raises:
        ListFileError: A key is missing, unknown or has a wrong value.
    """
    missing = _REQUIRED - set(content)
    unknown = set(content) - _REQUIRED - _OPTIONAL
    if missing or unknown:
        raise ListFileError(list_id, f"missing {sorted(missing)}, unknown {sorted(unknown)}")
    if content["id"] != list_id:
        raise ListFileError(list_id, f"id is {content['id']!r}, the folder is {list_id!r}")
    try:
        return ListSpec(
            id=list_id,
            title=content["title"],
            publisher=content["publisher"],
            jurisdiction=content["jurisdiction"],
            licence=content["licence"],
            mandatory=bool(content["mandatory"]),
            formats=tuple(
                ListFormat(item["id"], tuple(PartSpec(**part) for part in item["parts"]))
                for item in content["formats"]
            ),
            gates=Gates(**content.get("gates", {})),
            hosts=tuple(content.get("hosts") or ()),
            notes=(content.get("notes") or "").strip(),
            known_steps=dict(content.get("known_steps") or {}),
        )
    except (TypeError, KeyError) as error:
        raise ListFileError(list_id, f"wrong shape: {error}") from error


def specs() -> tuple[ListSpec, ...]:
    """Return every list's description, sorted by id."""
    return tuple(list_spec(list_id) for list_id in list_ids())


def parser(list_id: str) -> Parser:
    """Return a list's `parse`, completed.

    Names are made readable (`licet.lists.readable_names`), and numbers that a record states only in words are
    added to its identifiers (`licet.lists.stated_numbers`).
    """
    parse = cast("Parser", _module(list_id).parse)
    return lambda raw: with_stated_numbers(readable(parse(raw)))


def facts(list_id: str, raw: RawEdition) -> Facts:
    """Return what the files of an edition say of themselves."""
    return cast("Facts", _module(list_id).facts(raw))


def recognise(list_id: str, name: str, head: bytes) -> str | None:
    """Return which part of this list a file is, or None where it is none.

    Args:
        list_id: The list.
        name: File name, or path with forward slashes.
        head: The first bytes of the file, decompressed; 4,096 are plenty.
    """
    return cast("str | None", _module(list_id).recognise(name, head))


def recognise_any(name: str, head: bytes) -> tuple[str, str] | None:
    """Return (list id, part id) of the one list that knows this file, or None.

    Where several lists claim it, the one whose claim rests on its folder's or file's name wins; the
    parsers are written so that this does not happen with official files.
    """
    path = PurePosixPath(name)
    for list_id in list_ids():
        part = recognise(list_id, str(path), head)
        if part is not None:
            return list_id, part
    return None


def format_of(spec: ListSpec, parts: Mapping[str, bytes]) -> ListFormat | None:
    """Return the publisher's format whose parts these are, or None where they mix formats."""
    for item in spec.formats:
        if set(parts) <= {part.id for part in item.parts}:
            return item
    return None


def _module(list_id: str) -> ModuleType:
    if list_id not in list_ids():
        raise UnknownListError(list_id, list_ids())
    return importlib.import_module(f"{_CATALOGUE}.{list_id}.parse")
