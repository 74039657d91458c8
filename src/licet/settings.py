"""Typed settings, from defaults, files, the environment and flags; each value knows where it came from.

Later beats earlier: defaults, the user's file (`licet.toml` in the user configuration folder), the nearest
`licet.toml` upwards or `[tool.licet]` of the nearest `pyproject.toml`, `LICET_*` variables, flags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

_AGE = re.compile(r"(\d+)\s*([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


class WrongSettingError(ValueError):
    """A setting with a value that it cannot have.

    The composition root tells it to the user as `licet.errors.SettingsError`: settings and errors are the two
    lowest packages and do not know each other.

    Attributes:
        name: The setting.
        value: What it was set to.
        origin: Where: a file, the environment or a flag.
        reason: What it must be.
    """

    def __init__(self, name: str, value: str, origin: str, reason: str) -> None:
        self.name, self.value, self.origin, self.reason = name, value, origin, reason
        super().__init__(f"{name} = {value!r} ({origin}): {reason}")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings.

    Attributes:
        db: Store: path of a SQLite file, `sqlite:///PATH` or `postgresql://...`; empty for the default place.
        archive: Folder of the raw editions; empty for the one beside the store.
        lists: Lists to screen against; empty for all that the store has.
        mandatory: Lists without which a screening is incomplete; None for the catalogue's.
        threshold: Score from which a match is a hit, 0 to 1.
        limit: Most hits for one subject.
        max_list_age: Longest time since a list's last receipt; None switches the check off.
        allow_stale: Tell a stale list, but do not refuse it.
        overlay: Files with other names of listed parties, beside the one that ships.
        rulebook: Folders of law of your own, laid over the rulebook that ships.
        busy_seconds: How long a second writer waits.
        fetch_max_bytes: Largest download.
        fetch_total_seconds: Longest download.
        news_follow: Types of measures, such as `denial_order`, of which `licet signals` tells every signal.
        news_extractors: Extractors of others that read stories as well; none unless named.
        spacy_model: Pipeline of the extractor `spacy`: an installed package or a folder.
        llm_url: Address of an OpenAI-compatible service for the extractor `llm`, up to `/chat/completions`.
        llm_model: Name of its model.
        llm_key_variable: Environment variable that holds its key; empty for a service without one.
        origins: Where each value came from.
    """

    db: str = ""
    archive: str = ""
    lists: tuple[str, ...] = ()
    mandatory: tuple[str, ...] | None = None
    threshold: float = 0.8
    limit: int = 50
    max_list_age: timedelta | None = timedelta(days=30)
    allow_stale: bool = False
    overlay: tuple[str, ...] = ()
    rulebook: tuple[str, ...] = ()
    busy_seconds: float = 10.0
    fetch_max_bytes: int = 512 * 1024 * 1024
    fetch_total_seconds: float = 600.0
    news_follow: tuple[str, ...] = ()
    news_extractors: tuple[str, ...] = ()
    spacy_model: str = ""
    llm_url: str = ""
    llm_model: str = ""
    llm_key_variable: str = ""
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)


def load(
    *,
    start: Path,
    user_file: Path | None,
    environ: Mapping[str, str],
    flags: Mapping[str, Any],
    config: Path | None = None,
) -> Settings:
    """Read the settings.

    Args:
        start: Folder from which the project file is looked for upwards.
        user_file: The user's own file; it need not exist.
        environ: Environment; `LICET_DB` sets `db`, and so on.
        flags: Values from the command line; None means not given.
        config: A file given by name instead of the one found upwards.

    Raises:
        WrongSettingError: A file cannot be read, or a value or key is wrong.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for source, content in _sources(start, user_file, environ, config):
        for name, value in content.items():
            values[name] = _typed(name, value, source)
            origins[name] = source
    for name, value in flags.items():
        if value is not None:
            values[name] = _typed(name, value, "flag")
            origins[name] = "flag"
    return Settings(**values, origins=origins)


def parse_age(text: str) -> timedelta | None:
    """Read `30d`, `24h`, `90m` or `none`.

    Raises:
        ValueError: The text is none of these.
    """
    if text.strip().lower() == "none":
        return None
    found = _AGE.fullmatch(text.strip().lower())
    if not found:
        message = "use a number of days, hours or minutes such as 30d, 24h, 90m, or none"
        raise ValueError(message)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _sources(
    start: Path, user_file: Path | None, environ: Mapping[str, str], config: Path | None
) -> list[tuple[str, Mapping[str, Any]]]:
    found: list[tuple[str, Mapping[str, Any]]] = []
    if user_file is not None and user_file.is_file():
        found.append((str(user_file), _toml(user_file)))
    if config is not None:
        if not config.is_file():
            raise WrongSettingError("config", str(config), "flag", "no such file")
        found.append((str(config), _table(config)))
    else:
        found.extend(_nearest(start))
    # A misspelt name is an error as it is in a file: it would else be a threshold that nobody set.
    named = {
        name.removeprefix("LICET_").lower(): value
        for name, value in environ.items()
        if name.startswith("LICET_") and name not in _NO_SETTINGS
    }
    if named:
        found.append(("environment", named))
    return found


def _nearest(start: Path) -> list[tuple[str, Mapping[str, Any]]]:
    for folder in (start, *start.parents):
        own = folder / "licet.toml"
        if own.is_file():
            return [(str(own), _toml(own))]
        project = folder / "pyproject.toml"
        if project.is_file() and (content := _table(project)):
            return [(str(project), content)]
    return []


def _table(path: Path) -> Mapping[str, Any]:
    content = _toml(path)
    if path.name != "pyproject.toml":
        return content
    table = content.get("tool", {}).get("licet", {})
    return table if isinstance(table, Mapping) else {}


def _toml(path: Path) -> Mapping[str, Any]:
    import tomllib  # noqa: PLC0415  where there is no file, none is needed to start

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongSettingError("file", str(path), str(path), f"cannot be read as TOML: {error}") from error


def _typed(name: str, value: Any, origin: str) -> Any:  # noqa: ANN401  a setting may have any type
    if name not in _NAMES:
        raise WrongSettingError(
            name, str(value), origin, f"no such setting; there are {', '.join(sorted(_NAMES))}"
        )
    try:
        return _READERS[name](value) if name in _READERS else str(value)
    except (TypeError, ValueError) as error:
        raise WrongSettingError(name, str(value), origin, str(error)) from error


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(value)
    message = "must be names, as a list or joined by commas"
    raise ValueError(message)


def _threshold(value: object) -> float:
    number = float(str(value))
    if not 0 < number <= 1:
        message = "must be above 0 and at most 1"
        raise ValueError(message)
    return number


def _positive(value: object) -> int:
    number = int(str(value))
    if number < 1:
        message = "must be at least 1"
        raise ValueError(message)
    return number


def _seconds(value: object) -> float:
    number = float(str(value))
    if not number > 0:
        message = "must be above 0 seconds"
        raise ValueError(message)
    return number


def _age(value: object) -> timedelta | None:
    return value if isinstance(value, timedelta) else parse_age(str(value))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if str(value).strip().lower() not in words:
        message = "must be true or false"
        raise ValueError(message)
    return words[str(value).strip().lower()]


_NO_SETTINGS = {"LICET_FORMAT", "LICET_SHARED", "LICET_TEST_PG"}
"""Variables that are not settings: the output format, and what the tests need."""
_NAMES = {item.name for item in fields(Settings)} - {"origins"}
_READERS: dict[str, Callable[[object], object]] = {
    "lists": _names,
    "mandatory": _names,
    "overlay": _names,
    "rulebook": _names,
    "news_follow": _names,
    "news_extractors": _names,
    "threshold": _threshold,
    "limit": _positive,
    "max_list_age": _age,
    "allow_stale": _flag,
    "busy_seconds": _seconds,
    "fetch_max_bytes": _positive,
    "fetch_total_seconds": _seconds,
}
