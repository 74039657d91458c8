"""A run that is killed goes on and gives the bytes of a run that was not."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.screening import EqualNames, run

from licet.errors import UsageError
from licet.usecases.screen import screen_file
from licet.usecases.screen_types import Layout, Progress, ScreenOptions

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("Ivan Petrov", "Jane Example", "=Evil Corp", "Broken Ltd", "", "张伟", "محمد")


def source(folder: Path) -> Path:
    path = folder / "customers.csv"
    lines = [f"{at:05d},{NAMES[at % len(NAMES)]},1970-04-{at % 28 + 1:02d}" for at in range(45)]
    path.write_text("\n".join(["ref,name,dob", *lines]) + "\n", encoding="utf-8")
    return path


def screen_and_die(path: Path, target: Path, what: str, at: int, mode: str) -> int:
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    command = [sys.executable, "-m", "tests.screening", str(path), str(target), what, str(at), mode]
    environment = os.environ | {"PYTHONPATH": paths}
    return subprocess.run(command, check=False, cwd=ROOT, env=environment).returncode


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


KILLS = [
    ("fsync", 1),  # before there is any checkpoint
    ("fsync", 3),  # in the middle of writing the first results
    ("replace", 2),  # results on disk, not yet named
    ("fsync", 8),  # between two batches
    ("fsync", 13),  # the output is written, the sidecar not yet
    ("replace", 7),  # the sidecar is drafted
    ("replace", 8),  # the sidecar is there, the output not yet
    ("unlink", 2),  # the output is there, the checkpoint half removed
]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_a_killed_run_resumes_to_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    path = source(tmp_path)
    whole = tmp_path / "whole" / f"out{suffix}"
    run(path, whole)
    kills = KILLS if suffix == ".csv" else [KILLS[1], KILLS[4], KILLS[6], KILLS[7]]
    for number, (what, at) in enumerate(kills):
        target = tmp_path / str(number) / f"out{suffix}"
        assert screen_and_die(path, target, what, at, "fresh") == -signal.SIGKILL, (what, at)
        run(path, target, ScreenOptions(batch=10, resume=True))
        assert digest(target) == digest(whole), (what, at)
        assert sorted(item.name for item in target.parent.iterdir()) == [
            target.name,
            f"{target.name}.run.json",
        ]


def test_a_run_killed_again_and_again_gets_there(tmp_path: Path) -> None:
    path = source(tmp_path)
    whole, target = tmp_path / "whole.csv", tmp_path / "out.csv"
    run(path, whole)
    assert screen_and_die(path, target, "fsync", 5, "fresh") == -signal.SIGKILL
    for _ in range(2):
        assert screen_and_die(path, target, "fsync", 4, "resume") == -signal.SIGKILL
    summary = run(path, target, ScreenOptions(batch=10, resume=True))
    assert summary.resumed >= 30
    assert digest(target) == digest(whole)


def stop_after(path: Path, target: Path, rows: int, error: type[BaseException] = KeyboardInterrupt) -> None:
    def stop(progress: Progress) -> None:
        if progress.rows >= rows:
            raise error

    with pytest.raises(error):
        screen_file(path, target, screener=EqualNames(), options=ScreenOptions(batch=10), on_progress=stop)


def test_an_interrupt_keeps_the_checkpoint_and_passes_on(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    assert not target.exists()
    summary = run(path, target, ScreenOptions(batch=7, resume=True))
    assert summary.resumed == 20
    run(path, tmp_path / "whole.csv")
    assert digest(target) == digest(tmp_path / "whole.csv")


def test_a_checkpoint_is_never_used_or_dropped_unasked(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    with pytest.raises(UsageError, match=r"--resume.*--restart"):
        run(path, target)
    summary = run(path, target, ScreenOptions(batch=10, restart=True))
    assert (summary.resumed, summary.rows_in) == (0, 45)


def test_resuming_is_refused_when_the_input_changed(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    path.write_text(path.read_text(encoding="utf-8") + "more,Ivan Petrov,\n", encoding="utf-8")
    with pytest.raises(UsageError, match="the input changed"):
        run(path, target, ScreenOptions(resume=True))


def test_resuming_is_refused_when_the_options_changed(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    with pytest.raises(UsageError, match="the options changed"):
        run(path, target, ScreenOptions(resume=True, layout=Layout.WIDE))


def test_resuming_is_refused_when_a_list_has_another_edition(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    with pytest.raises(UsageError, match="the lists, policy or day changed"):
        run(path, target, ScreenOptions(resume=True), lists=[{"id": "us_bis_dpl", "sha256": "new"}])


def test_resuming_later_the_same_day_keeps_the_first_clock(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    summary = run(path, target, ScreenOptions(batch=10, resume=True), known_by="2018-09-01T18:00:00+00:00")
    assert '"known_by": "2018-09-01T12:00:00+00:00"' in summary.sidecar.read_text(encoding="utf-8")


def test_two_processes_never_work_on_one_output(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    refusals = []

    def meanwhile(_: Progress) -> None:
        with pytest.raises(UsageError, match="another process") as refused:
            run(path, target, ScreenOptions(resume=True))
        refusals.append(refused.value)

    screen_file(path, target, screener=EqualNames(), options=ScreenOptions(batch=30), on_progress=meanwhile)
    assert len(refusals) == 2


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    stop_after(path, target, 20)
    (tmp_path / "out.csv.partial" / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="damaged"):
        run(path, target, ScreenOptions(resume=True))


def test_resuming_without_a_checkpoint_begins_at_the_first_row(tmp_path: Path) -> None:
    summary = run(source(tmp_path), tmp_path / "out.csv", ScreenOptions(resume=True))
    assert (summary.resumed, summary.rows_in) == (0, 45)


def test_an_input_that_changes_during_the_run_is_noticed(tmp_path: Path) -> None:
    path, target = source(tmp_path), tmp_path / "out.csv"
    text = path.read_text(encoding="utf-8")

    def change(_: Progress) -> None:
        path.write_text(text.replace("Ivan", "Igor"), encoding="utf-8")

    with pytest.raises(UsageError, match="changed while"):
        screen_file(path, target, screener=EqualNames(), options=ScreenOptions(), on_progress=change)
    assert not target.exists()
