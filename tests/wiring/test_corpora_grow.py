"""The corpus grows with each import, to the bytes of one made from nothing; nobody who asks is stopped."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from tests.command import dpl, invented
from tests.shared import DATA, needs_shared

import licet
from licet.wiring.desk import Desk

DPL = "us_bis_dpl"
DAY = date(2018, 4, 10)
PROCESS = """
import sys
from pathlib import Path
import licet
from tests.wiring.test_corpora_grow import ask
folder, seen = Path(sys.argv[1]), {}
with licet.open(folder / "desk.db", lists=("us_bis_dpl",)) as desk:
    while not (folder / "stop").exists():
        seen[ask(desk)] = None
    seen[ask(desk)] = None
print(*seen)
"""


def receive(desk: Desk, names: list[str], number: int) -> None:
    """Import an edition of the denied persons' list: these names, of this day."""
    path = desk.places.archive.parent / f"dpl-{number}.txt"
    path.write_bytes(dpl(*names))
    day = DAY + timedelta(number)
    desk.lists.import_files([path], DPL, published=day, known=day, accept="invented")


def made_from_nothing(desk: Desk) -> bytes:
    """Return the corpus of the same state, built where there is none to take anything from."""
    (newest,) = _corpora(desk)[:1]
    shutil.move(desk.places.corpora, aside := desk.places.corpora.with_name("aside"))
    lists, overlay = desk.settings.lists, desk.settings.overlay
    with licet.open(desk.places.label, lists=lists, overlay=overlay) as other:
        assert other.corpus.names
    content = (desk.places.corpora / newest.name).read_bytes()
    shutil.rmtree(desk.places.corpora)
    shutil.move(aside, desk.places.corpora)
    return content


def grown(desk: Desk) -> bytes:
    """Return the corpus that the next question opens."""
    assert desk.corpus.names
    return _corpora(desk)[0].read_bytes()


def _corpora(desk: Desk) -> list[Path]:
    return sorted(
        desk.places.corpora.glob("*.corpus"), key=lambda path: path.stat().st_mtime_ns, reverse=True
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the contents that are read from the store whenever a corpus is built."""
    from licet.model import ListingVersion
    from licet.store import Store

    counts: list[int] = []
    versions_after = Store.versions_after

    def counted(store: Store, seen: dict[str, int]) -> Iterator[object]:
        counts.append(0)
        for item in versions_after(store, seen):
            counts[-1] += isinstance(item, ListingVersion)
            yield item

    monkeypatch.setattr(Store, "versions_after", counted)
    return counts


@pytest.mark.parametrize("seed", range(3))
def test_a_grown_corpus_has_the_bytes_of_one_made_from_nothing(
    home: Path, read: list[int], seed: int
) -> None:
    """Parties come, go and come back; of each import only what is new is read."""
    chance = random.Random(seed)  # noqa: S311  invented lists
    pool = invented(120)
    with licet.open(home / "desk.db", lists=(DPL,)) as desk:
        names = pool[:100]
        for number in range(5):
            names = chance.sample(pool, 100)
            receive(desk, names, number)
            content = grown(desk)
            if number:
                assert read[-1] <= 30
            assert content == made_from_nothing(desk)
            assert desk.as_of(DAY + timedelta(number)).match(names[0]).status == "hits"


@needs_shared
@pytest.mark.shared
@pytest.mark.slow
def test_the_real_history_of_a_list_grows_to_the_same_bytes(home: Path, read: list[int]) -> None:
    """Six editions of OFAC's list, months apart."""
    (path,) = (DATA / "ofac/sdn_history").glob("*.tar.xz")
    with tarfile.open(path) as tar, licet.open(home / "desk.db", lists=("us_ofac_sdn",)) as desk:
        members = [item for item in tar if item.name.endswith(".csv") and item.size]
        for member in members[:: len(members) // 5]:
            content = tar.extractfile(member)
            assert content is not None
            (home / "sdn.csv").write_bytes(content.read())
            day = datetime.strptime(Path(member.name).stem, "%Y-%m-%dT%H%M%S%z").date()
            desk.lists.import_files(
                [home / "sdn.csv"], "us_ofac_sdn", published=day, known=day, accept="the main file alone"
            )
            assert grown(desk) == made_from_nothing(desk)
    # Each state is read once to grow and once, in `made_from_nothing`, whole.
    assert all(part < whole / 3 for part, whole in zip(read[2::2], read[3::2], strict=True))


def test_another_overlay_takes_nothing_over(home: Path, read: list[int]) -> None:
    """Its names would be missing from what was analysed before."""
    names = invented(50)
    with licet.open(home / "desk.db", lists=(DPL,)) as desk:
        receive(desk, names, 0)
        assert grown(desk)
    (home / "more.toml").write_text(
        f'[[name]]\nlists = ["{DPL}"]\nparty = "{names[3]}"\nadds = "Quillfeather"\nsource = "a letter"\n'
    )
    with licet.open(home / "desk.db", lists=(DPL,), overlay=(str(home / "more.toml"),)) as desk:
        assert desk.as_of(DAY).match("Quillfeather").status == "hits"
        assert grown(desk) == made_from_nothing(desk)
    assert min(read) == len(names)


def test_a_store_put_back_to_an_older_state_takes_nothing_over_from_what_followed(home: Path) -> None:
    """Another edition then has the same number: the chain of hashes tells them apart."""
    names = invented(60)
    with licet.open(home / "desk.db", lists=(DPL,)) as desk:
        receive(desk, names[:50], 0)
        assert grown(desk)
    shutil.copy(home / "desk.db", home / "backup.db")
    with licet.open(home / "desk.db", lists=(DPL,)) as desk:
        receive(desk, names[:55], 1)
        assert grown(desk)
    for rest in home.glob("desk.db*"):
        rest.unlink()
    shutil.copy(home / "backup.db", home / "desk.db")
    with licet.open(home / "desk.db", lists=(DPL,)) as desk:
        receive(desk, names[5:60], 1)
        assert grown(desk) == made_from_nothing(desk)


def ask(desk: Desk) -> str:
    """Ask about a party that every other edition lists; return a hash of the whole answer."""
    answer = desk.as_of(DAY + timedelta(100)).match(invented(1, 7)[0]).to_dict()
    answer.pop("store")
    return hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()


def editions() -> list[list[str]]:
    """Return the names of eight editions; the party asked about is in every other one, under company."""
    asked, *others = invented(300, 7)
    return [([asked] if number % 2 else []) + others[number : 200 + number] for number in range(8)]


def test_who_asks_while_lists_are_imported_always_sees_one_state(home: Path) -> None:
    """Threads of one process and two more processes: each answer is that of a state there was."""
    (home / "calm").mkdir()
    with licet.open(home / "calm" / "desk.db", lists=(DPL,)) as desk:
        expected = []
        for number, names in enumerate(editions()):
            receive(desk, names, number)
            expected.append(ask(desk))
    assert len(set(expected)) == len(expected)
    (home / "busy").mkdir()
    with licet.open(home / "busy" / "desk.db", lists=(DPL,)) as desk:
        receive(desk, editions()[0], 0)
        done = Event()

        def keep_asking() -> set[str]:
            seen = {ask(desk)}
            while not done.is_set():
                seen.add(ask(desk))
            return seen | {ask(desk)}

        root = Path(__file__).resolve().parents[2]
        command = [sys.executable, "-c", PROCESS, str(home / "busy")]
        others = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        with ThreadPoolExecutor(2) as pool:
            asking = [pool.submit(keep_asking) for _ in range(2)]
            for number, names in enumerate(editions()[1:], 1):
                receive(desk, names, number)
            done.set()
            (home / "busy" / "stop").touch()
            told = [future.result() for future in asking]
        told += [set(other.communicate(timeout=120)[0].split()) for other in others]
    assert [other.returncode for other in others] == [0, 0]
    assert all(seen <= set(expected) for seen in told)
    assert all(expected[-1] in seen for seen in told)
