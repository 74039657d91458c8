"""Settings: which source wins, and what is said of a wrong one."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from licet.settings import Settings, WrongSettingError, load, parse_age


def read(folder: Path, *, environ: dict[str, str] | None = None, **flags: object) -> Settings:
    return load(start=folder, user_file=folder / "user.toml", environ=environ or {}, flags=flags)


def test_defaults_hold_when_nothing_is_set(tmp_path: Path) -> None:
    """A threshold of 0.8 and lists no older than 30 days."""
    found = read(tmp_path)
    assert (found.threshold, found.max_list_age) == (0.8, timedelta(days=30))


def test_each_source_beats_the_one_before(tmp_path: Path) -> None:
    """User file, project file, environment, flag."""
    (tmp_path / "user.toml").write_text("threshold = 0.7\nlimit = 7\n", encoding="utf-8")
    assert read(tmp_path).threshold == 0.7
    (tmp_path / "licet.toml").write_text("threshold = 0.75\n", encoding="utf-8")
    assert read(tmp_path).threshold == 0.75
    assert read(tmp_path).limit == 7
    found = read(tmp_path, environ={"LICET_THRESHOLD": "0.85"})
    assert (found.threshold, found.origins["threshold"]) == (0.85, "environment")
    found = read(tmp_path, environ={"LICET_THRESHOLD": "0.85"}, threshold=0.9)
    assert (found.threshold, found.origins["threshold"]) == (0.9, "flag")


def test_the_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    """As ruff does: a folder below the project finds the project's settings."""
    (tmp_path / "pyproject.toml").write_text("[tool.licet]\nlists = ['eu_fsf']\n", encoding="utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert read(below).lists == ("eu_fsf",)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("threshold", "2", "above 0 and at most 1"),
        ("limit", "0", "at least 1"),
        ("max_list_age", "soon", "30d"),
        ("allow_stale", "perhaps", "true or false"),
        ("treshold", "0.8", "no such setting"),
    ],
)
def test_a_wrong_setting_is_named_with_its_source(tmp_path: Path, name: str, value: str, told: str) -> None:
    """The message says which setting, where it was read and what it must be."""
    (tmp_path / "licet.toml").write_text(f"{name} = '{value}'\n", encoding="utf-8")
    with pytest.raises(WrongSettingError, match=told) as caught:
        read(tmp_path)
    assert name in str(caught.value)
    assert "licet.toml" in str(caught.value)


def test_ages_are_read() -> None:
    """Days, hours, minutes, or none."""
    assert parse_age("24h") == timedelta(days=1)
    assert parse_age("none") is None


def test_a_misspelt_variable_of_the_environment_is_an_error(tmp_path: Path) -> None:
    """As it is in a file; what belongs to the tests and to the output is no setting."""
    assert read(tmp_path, environ={"LICET_SHARED": "x", "LICET_FORMAT": "csv"}).origins == {}
    with pytest.raises(WrongSettingError, match="treshold"):
        read(tmp_path, environ={"LICET_TRESHOLD": "0.9"})
