"""The stories of files, folders, addresses and bytes that a user names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from licet.errors import FetchError, LicetError, UnreadableInputError
from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import Gathered, Raw
from licet.news.inputs.reading import read_input
from licet.news.story import Story
from licet.usecases.news_files import ADVICE, must_exist, raws

_ADVICE = "Give text, HTML, JSON Lines or mail with a story in it"
_FOLLOWED = "`licet news fetch` follows the links of feeds and sitemaps"
_LOST = frozenset((Severity.FATAL, Severity.ROW))


class Found(NamedTuple):
    """The stories of some sources.

    Attributes:
        by_source: For each source its stories, each with its source, or the file of a folder that it is in.
        lost: Why a source, a file of a folder or a row of a file was not read, one for each.
    """

    by_source: tuple[tuple[tuple[str, Story], ...], ...]
    lost: tuple[LicetError, ...]


def is_address(source: str) -> bool:
    """Whether a source is fetched and not opened."""
    return source.lower().startswith(("http://", "https://"))


def stories(sources: Sequence[str | Raw]) -> Found:
    """Read the stories of files (of any kind that holds some), folders, pages at addresses, or bytes.

    What cannot be read is told and stops no other.

    Raises:
        UnreadableInputError: A file is not there; told before any other is read.
    """
    must_exist(Path(source) for source in sources if isinstance(source, str) and not is_address(source))
    lost: list[LicetError] = []
    return Found(tuple(tuple(_of_source(source, lost)) for source in sources), tuple(lost))


def _of_source(source: str | Raw, lost: list[LicetError]) -> list[tuple[str, Story]]:
    if isinstance(source, Raw):
        return _of_input(source, source.name, lost)
    if is_address(source):
        try:
            page = _fetched(source)
        except FetchError as error:
            lost.append(error)
            return []
        return _of_input(page, source, lost)
    whole = not Path(source).is_dir()
    found: list[tuple[str, Story]] = []
    for item in raws([Path(source)]):
        if isinstance(item, Problem):
            lost.append(UnreadableInputError(item.where, item.message.rstrip("."), ADVICE))
        else:
            found += _of_input(item, source if whole else str(Path(source) / item.name), lost)
    return found


def _of_input(raw: Raw, place: str, lost: list[LicetError]) -> list[tuple[str, Story]]:
    """Return the stories of one input; what is none of it is told."""
    gathered = read_input(raw)
    reasons = [_reason(item, raw.name) for item in gathered.problems if item.severity in _LOST]
    if not reasons and not gathered.stories:
        reasons.append(_nothing(gathered))
    advice = _FOLLOWED if gathered.links else _ADVICE
    lost.extend(UnreadableInputError(place, reason.rstrip("."), f"{advice}.") for reason in reasons)
    return [(place, story) for story in gathered.stories]


def _reason(problem: Problem, name: str) -> str:
    """Return what a problem says, with the place in its file (`line 3`)."""
    where = problem.where.removeprefix(name).strip()
    return f"{where}: {problem.message}" if where else problem.message


def _nothing(gathered: Gathered) -> str:
    return "it has links to stories and no story" if gathered.links else "no story"


def _fetched(address: str) -> Raw:
    from licet.usecases.news_web import page  # noqa: PLC0415  the client is loaded only where a page is wanted

    return page(address)
