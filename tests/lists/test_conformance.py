"""What every list owes, checked on every real file that some list knows and on damaged copies of files.

Nothing is registered here: lists come from the catalogue, files from walking `../shared/data`, and the
counts that they must give from the Files table of its README.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lists.golden import discover
from tests.shared import DATA, needs_shared, read_bytes

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Listing, Problem, Severity, from_dict, to_dict

HEAD = 4096
HEADER_COUNTED = {"bis_entity_list/ita_feed_fixtures/dpl.txt"}
"""Files of which the README counts the header line as a row."""
UNREAD = (".tar.xz", ".zip", ".ZIP", ".xlsx")


@dataclass
class Found:
    """One edition found among the real files: files of one folder that come together in one format."""

    list_id: str
    format_id: str
    folder: str
    files: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What pytest shows."""
        return f"{self.list_id}/{self.format_id}:{self.folder}"

    def raw(self) -> RawEdition:
        """Read the files."""
        return RawEdition({part: read_bytes(name) for part, name in self.files.items()}, dict(self.files))

    @property
    def is_whole(self) -> bool:
        """Whether every required part is there."""
        parts = next(
            item.parts for item in registry.list_spec(self.list_id).formats if item.id == self.format_id
        )
        return all(part.id in self.files for part in parts if part.required)


def head_of(name: str) -> bytes:
    """Return the first bytes of a real file, decompressed."""
    if name.endswith(".gz"):
        with gzip.open(DATA / name) as file:
            return file.read(HEAD)
    with (DATA / name).open("rb") as file:
        return file.read(HEAD)


def real_files() -> Iterator[str]:
    """Yield the names of the real files below ../shared/data, in order."""
    if DATA.is_dir():
        for path in sorted(DATA.rglob("*")):
            if path.is_file() and not path.name.endswith(UNREAD):
                yield str(path.relative_to(DATA).as_posix())


@cache
def editions() -> tuple[Found, ...]:
    """Group the files that some list knows into editions."""
    found: dict[tuple[str, str, str], Found] = {}
    for name in real_files():
        claim = registry.recognise_any(name.removesuffix(".gz"), head_of(name))
        if claim is None:
            continue
        list_id, part = claim
        folder = str(PurePosixPath(name).parent)
        for item in registry.list_spec(list_id).formats:
            if part in {known.id for known in item.parts}:
                edition = found.setdefault((list_id, item.id, folder), Found(list_id, item.id, folder))
                assert part not in edition.files, f"{folder} holds {part} twice"
                edition.files[part] = name
    return tuple(found.values())


@cache
def told_counts() -> Mapping[str, int]:
    """Return the rows of each file as the README of the data tells them, where it gives plain numbers."""
    counts: dict[str, int] = {}
    for line in (DATA / "README.md").read_text(encoding="utf-8").partition("## Files")[2].splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        found = (
            re.fullmatch(r"(\d+)(?: individuals \+ (\d+) entities)?", cells[4]) if len(cells) > 5 else None
        )
        if found:
            counts[cells[0]] = int(found[1]) + int(found[2] or 0)
    return counts


EDITIONS = editions()
every_edition = pytest.mark.parametrize("edition", EDITIONS, ids=[edition.id for edition in EDITIONS])


@needs_shared
def test_every_list_with_an_official_file_here_knows_one() -> None:
    """A walk that finds nothing would make the tests below pass without looking."""
    assert {edition.list_id for edition in EDITIONS} >= {"un_sc", "eu_fsf", "uk_ofsi", "uk_fcdo"}
    assert len(EDITIONS) >= 20


@needs_shared
def test_no_file_is_claimed_by_two_lists() -> None:
    """Which list a file belongs to must not hang on the order of the catalogue."""
    for name in real_files():
        head = head_of(name)
        claims = [
            list_id
            for list_id in registry.list_ids()
            if registry.recognise(list_id, name.removesuffix(".gz"), head) is not None
        ]
        assert len(claims) <= 1, (name, claims)


@needs_shared
@pytest.mark.shared
@every_edition
def test_a_real_edition_is_read_whole(edition: Found) -> None:
    """Rows in are rows out, keys are unique, each listing survives being stored."""
    raw = edition.raw()
    results = list(registry.parser(edition.list_id)(raw))
    listings = [item for item in results if isinstance(item, Listing)]
    fatal = [item for item in results if isinstance(item, Problem) and item.severity is Severity.FATAL]
    facts = registry.facts(edition.list_id, raw)
    assert len(listings) + len([item for item in results if isinstance(item, Problem)]) == len(results)
    assert [key for key, count in Counter(item.key for item in listings).items() if count > 1] == []
    assert {item.list_id for item in listings} <= {edition.list_id}
    for listing in listings:
        assert from_dict(to_dict(listing)) == replace(listing, rows=1)
        assert listing.key == listing.key.strip() != ""
    for item in results:
        if isinstance(item, Problem):
            assert len(item.record) <= 500
            assert item.rows == 0 or item.severity is Severity.ROW
    if fatal:
        assert not edition.is_whole or fatal[0].code == "not_well_formed"
    else:
        assert sum(item.rows for item in results) == facts.rows


@needs_shared
@pytest.mark.shared
@every_edition
def test_a_real_edition_has_the_rows_that_were_counted_by_hand(edition: Found) -> None:
    """`facts.rows` is what the README says of the file that holds the parties: the first part."""
    if not edition.is_whole:
        pytest.skip("a required part is not among the real files")
    parts = next(f.parts for f in registry.list_spec(edition.list_id).formats if f.id == edition.format_id)
    name = edition.files[parts[0].id]
    if name not in told_counts():
        pytest.skip("the README gives no plain number")
    told = told_counts()[name] - (1 if name in HEADER_COUNTED else 0)
    assert registry.facts(edition.list_id, edition.raw()).rows == told


def _slices() -> dict[str, list[tuple[str, bytes]]]:
    """Return small inputs by list: those written by hand, and the beginnings of real files."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for case in discover():
        for part, content in case.raw().parts.items():
            found.setdefault(case.list_id, []).append((part, content[:6000]))
    seen: set[tuple[str, str]] = set()
    for edition in EDITIONS:
        for part, name in edition.files.items():
            if (edition.list_id, part) not in seen:
                seen.add((edition.list_id, part))
                found.setdefault(edition.list_id, []).append((part, head_of(name)))
    return found


SLICES = _slices()
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(("cut", "flip", "drop", "put")),
        st.floats(min_value=0, max_value=1),
        st.one_of(
            st.binary(min_size=1, max_size=6),
            st.sampled_from(
                (
                    b'"',
                    b"\x00",
                    b"\r",
                    b"\x1a",
                    b"<",
                    b"&",
                    b"]]>",
                    b"-0- ",
                    b",",
                    b"\t",
                    b"9999",
                    b"\xff\xfe",
                )
            ),
        ),
    ),
    min_size=1,
    max_size=6,
)


def damage(content: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    """Return a damaged copy: cut off, bytes flipped, dropped or put in."""
    for how, share, extra in changes:
        at = int(share * len(content))
        match how:
            case "cut":
                content = content[: max(at, 1)]
            case "flip":
                content = (
                    content[:at] + bytes(byte ^ 0x55 for byte in content[at : at + 1]) + content[at + 1 :]
                )
            case "drop":
                content = content[:at] + content[at + 1 + len(extra) :]
            case _:
                content = content[:at] + extra + content[at:]
    return content


@pytest.mark.parametrize("list_id", registry.list_ids())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), changes=CHANGES)
def test_no_damage_makes_a_parser_raise(
    list_id: str, data: st.DataObject, changes: list[tuple[str, float, bytes]]
) -> None:
    """Whatever the bytes: no exception, and what comes out can be stored and read back."""
    if list_id not in SLICES:
        pytest.skip("no input of this list is at hand")
    part, content = data.draw(st.sampled_from(SLICES[list_id]))
    broken = damage(content, changes)
    raw = RawEdition({part: broken}, {part: "file"})
    registry.recognise(list_id, "file", broken[:HEAD])
    registry.facts(list_id, raw)
    for item in registry.parser(list_id)(raw):
        if isinstance(item, Listing):
            assert from_dict(to_dict(item)) == replace(item, rows=1)
        else:
            assert item.message


@pytest.mark.parametrize("list_id", registry.list_ids())
@pytest.mark.parametrize(
    "content", [b"", b"\x1a", b"<html><body>busy</body></html>", b"\x00" * 64, b"PK\x03\x04zip"]
)
def test_what_is_no_edition_is_a_fatal_problem_and_no_listing(list_id: str, content: bytes) -> None:
    """An empty file must never read as a list on which no one is left."""
    for item in registry.list_spec(list_id).formats:
        parts = {part.id: content for part in item.parts if part.required}
        results = list(registry.parser(list_id)(RawEdition(parts)))
        assert not [found for found in results if isinstance(found, Listing)]
        assert [found for found in results if isinstance(found, Problem) and found.severity is Severity.FATAL]


@pytest.mark.parametrize("list_id", registry.list_ids())
def test_an_edition_without_any_part_is_fatal(list_id: str) -> None:
    """The archive may have lost a file; that is no reason to say that no one is listed."""
    results = list(registry.parser(list_id)(RawEdition({})))
    assert [found for found in results if isinstance(found, Problem) and found.severity is Severity.FATAL]
