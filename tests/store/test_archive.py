"""The archive: bytes by hash, small where they resemble others, never wrong in silence."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.errors import StoreError, TamperedError
from licet.store import Archive
from licet.store import archive as module

CHAIN_LIMIT = module._MAX_DEPTH


@pytest.fixture
def kept(tmp_path: Path) -> Archive:
    """Give an empty archive."""
    return Archive(tmp_path / "archive")


def rows(seed: int, number: int = 4000) -> list[bytes]:
    """Return lines that do not compress against one another."""
    source = random.Random(seed)  # noqa: S311  test data
    return [f"{index},{source.getrandbits(200):x}\n".encode() for index in range(number)]


def on_disk(archive: Archive, sha256: str) -> Path:
    """Return where a content is kept."""
    return archive.root / sha256[:2] / sha256[2:]


def overwrite(path: Path, content: bytes) -> None:
    """Change a kept file, as an intruder or a failing disk would."""
    path.chmod(0o644)
    path.write_bytes(content)


def test_what_is_put_comes_back(kept: Archive) -> None:
    sha256 = kept.put(b"some bytes")
    assert sha256 == hashlib.sha256(b"some bytes").hexdigest()
    assert (kept.has(sha256), kept.size(sha256), kept.get(sha256)) == (True, 10, b"some bytes")
    assert list(kept.contents()) == [sha256]


@settings(max_examples=40, deadline=None)
@given(base=st.binary(max_size=3000), data=st.binary(max_size=3000))
def test_any_bytes_come_back_whatever_they_are_kept_against(
    tmp_path_factory: pytest.TempPathFactory, base: bytes, data: bytes
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    like = archive.put(base)
    for content in (data, base + data, data + base):
        assert archive.get(archive.put(content, like=like)) == content


def test_a_content_like_another_costs_what_differs(kept: Archive) -> None:
    lines = rows(1)
    first = kept.put(b"".join(lines))
    lines[2000] = b"2000,changed\n"
    second = kept.put(b"".join(lines), like=first)
    assert kept.kept(second).base == first
    assert on_disk(kept, second).stat().st_size < 400
    assert on_disk(kept, first).stat().st_size > 50_000
    assert kept.get(second) == b"".join(lines)


def test_a_content_unlike_the_other_is_kept_whole(kept: Archive) -> None:
    first = kept.put(b"".join(rows(1)))
    second = kept.put(b"".join(rows(2)), like=first)
    assert kept.kept(second) == module.Kept(0, "", len(b"".join(rows(2))))


def test_a_content_like_one_that_is_not_kept_is_kept_whole(kept: Archive) -> None:
    sha256 = kept.put(b"some bytes", like="0" * 64)
    assert kept.kept(sha256).base == ""


def test_chains_of_differences_are_bounded(kept: Archive) -> None:
    lines = rows(3, 400)
    first = last = kept.put(b"".join(lines))
    depths = []
    for number in range(2 * CHAIN_LIMIT + 5):
        lines[number] = b"changed\n"
        last = kept.put(b"".join(lines), like=last)
        depths.append(kept.kept(last).depth)
    assert max(depths) == CHAIN_LIMIT
    restart = depths.index(CHAIN_LIMIT) + 1
    assert depths[restart] <= 1
    assert kept.get(last) == b"".join(lines)
    assert kept.get(first) == b"".join(rows(3, 400))


def test_a_kept_content_is_never_written_again(kept: Archive) -> None:
    first = kept.put(b"".join(rows(1)))
    before = on_disk(kept, first).stat()
    other = kept.put(b"".join([*rows(1), b"more"]))
    kept.put(b"".join(rows(1)), like=other)
    after = on_disk(kept, first).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:0],
        lambda content: content[:20],
        lambda content: content[:-3],
        lambda content: b"XXXX" + content[4:],
        lambda content: content[:60] + bytes([content[60] ^ 1]) + content[61:],
    ],
    ids=["emptied", "header cut", "end cut", "no header", "one bit"],
)
def test_changed_bytes_are_found(kept: Archive, damage: object) -> None:
    sha256 = kept.put(b"".join(rows(1)))
    path = on_disk(kept, sha256)
    assert callable(damage)
    overwrite(path, damage(path.read_bytes()))
    with pytest.raises(TamperedError, match="was changed after it was kept"):
        kept.get(sha256)


def test_another_content_in_its_place_is_found(kept: Archive) -> None:
    right, wrong = kept.put(b"right"), kept.put(b"wrong")
    overwrite(on_disk(kept, right), on_disk(kept, wrong).read_bytes())
    with pytest.raises(TamperedError, match=f"{wrong} where {right} was recorded"):
        kept.get(right)


def test_a_changed_base_is_found_in_what_builds_on_it(kept: Archive) -> None:
    lines = rows(1)
    first = kept.put(b"".join(lines))
    second = kept.put(b"".join([*lines, b"more\n"]), like=first)
    fake = kept.put(b"".join(rows(2)))
    overwrite(on_disk(kept, first), on_disk(kept, fake).read_bytes())
    with pytest.raises(TamperedError):
        kept.get(second)


def test_a_missing_content_and_a_wrong_hash_are_errors(kept: Archive) -> None:
    with pytest.raises(StoreError, match="missing"):
        kept.get("0" * 64)
    with pytest.raises(StoreError, match="is not a SHA-256"):
        kept.get("../../etc/passwd")


def test_a_write_that_fails_keeps_nothing(kept: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StoreError, match="No space left on device"):
            kept.put(b"some bytes")
    assert list(kept.contents()) == []
    assert kept.get(kept.put(b"some bytes")) == b"some bytes"
