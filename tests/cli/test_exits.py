"""The exit-status table."""

from __future__ import annotations

import itertools
import runpy
from pathlib import Path

import pytest

from licet.cli import app
from licet.cli.exits import Exit, exit_for, screening, worst
from licet.errors import (
    FetchError,
    IncompleteError,
    LicetError,
    RefusedEditionError,
    StoreBusyError,
    UnknownListError,
)
from licet.match import native


@pytest.mark.parametrize(
    ("hits", "failed", "unseen", "style", "code"),
    [
        (0, 0, (), "gate", Exit.OK),
        (1, 0, (), "gate", Exit.FINDINGS),
        (0, 0, (), "grep", Exit.FINDINGS),
        (1, 0, (), "grep", Exit.OK),
        (1, 0, (), "zero", Exit.OK),
        (0, 1, (), "gate", Exit.INCOMPLETE),
        (0, 1, (), "zero", Exit.INCOMPLETE),
        (1, 1, (), "gate", Exit.INCOMPLETE),
        (0, 0, ("us_bis_dpl has no edition",), "gate", Exit.REFUSED),
        (0, 0, ("us_bis_dpl has no edition",), "zero", Exit.REFUSED),
        (9, 9, ("us_bis_dpl has no edition",), "grep", Exit.REFUSED),
    ],
)
def test_a_screening_tells_its_outcome(
    hits: int, failed: int, unseen: tuple[str, ...], style: str, code: Exit
) -> None:
    """Hits are 1, failed rows 3, a list that was not seen 4, in every style."""
    assert screening(hits=hits, failed_rows=failed, unseen=unseen, style=style) is code


def test_the_highest_trouble_wins() -> None:
    """2 over 4 over 5 over 3 over 1 over 0, in any order."""
    order = [Exit.USAGE, Exit.REFUSED, Exit.NETWORK, Exit.INCOMPLETE, Exit.FINDINGS, Exit.OK]
    for stronger, weaker in itertools.combinations(order, 2):
        assert worst([weaker, stronger]) is stronger
        assert worst([stronger, weaker]) is stronger
    assert worst([]) is Exit.OK


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UnknownListError("x", ("y",)), Exit.USAGE),
        (RefusedEditionError("x", "f", ("r",), ""), Exit.REFUSED),
        (IncompleteError(("r",)), Exit.REFUSED),
        (FetchError("u", "r"), Exit.NETWORK),
        (StoreBusyError("u", 1), Exit.USAGE),
    ],
)
def test_every_error_has_a_code(error: LicetError, code: Exit) -> None:
    """Trouble is never 0 or 1."""
    assert exit_for(error) is code


def test_a_kernel_that_is_not_built_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to do, no traceback, and the status of a configuration error."""
    source = Path(native.__file__).with_name("_kernel.py")
    monkeypatch.setattr(app, "build", lambda _asked: lambda: runpy.run_path(str(source)))
    with pytest.raises(SystemExit) as stopped:
        app.main()
    assert stopped.value.code == Exit.USAGE
    told = capsys.readouterr().err
    assert told.startswith("licet: licet's native kernel is not built")
    assert "Traceback" not in told
