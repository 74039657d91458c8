"""Reads stories: from files or addresses, with links to the lists where some can be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from licet.errors import UnreadableInputError
from licet.model.problem import Problem, Severity
from licet.news.inputs.gathered import Raw
from licet.news.inputs.reading import read_input
from licet.news.parties.party import Linker
from licet.news.parties.reading import no_links
from licet.news.reading import Reading, read
from licet.news.story import Story
from licet.usecases.news_files import raws

if TYPE_CHECKING:  # only for the type checker: at run time it would load the matcher where no list is wanted
    from licet.news.merging.fact import Timeline
    from licet.news.plugins.candidate import Extractor
    from licet.usecases.news_links import Link
    from licet.usecases.session import Session

Sessions = Callable[[date | None], "Session | None"]
"""The frame in which the names of a story of some day are looked up; None where no list is wanted."""


@dataclass(frozen=True, slots=True)
class Told:
    """One story with what was read of it.

    Attributes:
        name: Letter of the story, in the order given: A, B, ... Z, AA.
        source: The file or address it came from.
        reading: What was read.
        links: The listed entities that its parties link to, by id.
        linked_on: The day on which the lists were asked; None where none was.
        unseen: Why the lists were not fully seen: one sentence each.
        dropped: What extractors of others offered and was not taken, and why.
    """

    name: str
    source: str
    reading: Reading
    links: Mapping[str, Link] = field(default_factory=dict)
    linked_on: date | None = None
    unseen: tuple[str, ...] = ()
    dropped: tuple[Problem, ...] = ()

    @property
    def story(self) -> Story:
        """The story."""
        return self.reading.story


@dataclass(frozen=True, slots=True)
class ToldTogether:
    """Several stories, each for itself and merged.

    Attributes:
        stories: The stories in the order given.
        timeline: What they tell together; its story keys are their letters.
    """

    stories: tuple[Told, ...]
    timeline: Timeline


def is_address(source: str) -> bool:
    """Whether a source is fetched and not opened."""
    return source.lower().startswith(("http://", "https://"))


def stories(source: str | Raw) -> list[tuple[str, Story]]:
    """Read the stories of a file (of any kind that holds some), a folder, the page at an address, or bytes.

    Returns:
        Each with what it came from: the source, or of a folder the file in it.

    Raises:
        UnreadableInputError: There is no such file, or it is no story.
        FetchError: The page did not come.
    """
    whole = True
    if isinstance(source, Raw):
        found, source = [source], source.name
    elif is_address(source):
        found = [_fetched(source)]
    else:
        found, whole = [_raw(item) for item in raws([Path(source)])], not Path(source).is_dir()
    gathered = [read_input(raw) for raw in found]
    places = [source if whole else str(Path(source) / raw.name) for raw in found]
    told = [(place, story) for place, item in zip(places, gathered, strict=True) for story in item.stories]
    problems = [problem for item in gathered for problem in item.problems]
    lost = [_lost(item, source) for item in problems if item.severity in {Severity.FATAL, Severity.ROW}]
    if lost or not told:
        links = "it has links to stories and no story" if any(item.links for item in gathered) else "no story"
        reason = (lost[0] if lost else links).rstrip(".")
        advice = "`licet news fetch` follows the links of feeds and sitemaps."
        raise UnreadableInputError(source, reason, f"Give the file of a story, or its address; {advice}")
    return told


def _lost(problem: Problem, source: str) -> str:
    """Return what a problem says, with the place in the source (`line 3`) or of a folder's file."""
    place = problem.where.removeprefix(Path(source).name).strip()
    return f"{place}: {problem.message}" if place and place != source else problem.message


def _fetched(address: str) -> Raw:
    from licet.usecases.news_web import page  # noqa: PLC0415  the client is loaded only where a page is wanted

    return page(address)


def _raw(found: Raw | Problem) -> Raw:
    if isinstance(found, Problem):
        raise UnreadableInputError(found.where, found.message.rstrip("."), "Give the file of a story.")
    return found


def _none_kept(_source: str) -> Story | None:
    return None


def read_all(
    sources: Sequence[str | Raw],
    sessions: Sessions,
    extractors: Sequence[Extractor] = (),
    kept: Callable[[str], Story | None] = _none_kept,
) -> tuple[Told, ...]:
    """Read every story of some sources, in order.

    Args:
        sources: Files, addresses, bytes, and what `kept` knows.
        sessions: Gives the frame in which the names of a story of some day are looked up.
        extractors: Of others; what they find is added to what is read.
        kept: Gives the story that is kept under an id; None where a source is none.

    Raises:
        UnreadableInputError: A source is no story.
        FetchError: A page did not come.
    """
    found: list[tuple[str, Story]] = []
    for source in sources:
        held = None if isinstance(source, Raw) else kept(source)
        found += [(str(source), held)] if held is not None else stories(source)
    return tuple(
        told(letters(place), source, story, sessions(story.dated), extractors)
        for place, (source, story) in enumerate(found)
    )


def told(
    name: str, source: str, story: Story, session: Session | None, extractors: Sequence[Extractor] = ()
) -> Told:
    """Read one story.

    Args:
        name: Its letter.
        source: The file or address it came from.
        story: The story.
        session: The frame in which names are looked up; None to link nothing.
        extractors: Of others; what they find is added to what is read.
    """
    if session is None:
        reading, dropped = _read(story, extractors, no_links)
        return Told(name, source, reading, dropped=dropped)
    from licet.usecases.news_links import Links  # noqa: PLC0415  it loads the matcher
    from licet.usecases.session import DEMONSTRATION  # noqa: PLC0415  and so does this

    links = Links(session)
    reading, dropped = _read(story, extractors, links.linker)
    coverage = session.coverage
    demonstration = (DEMONSTRATION,) if session.store == "embedded" else ()
    unseen = (*demonstration, *coverage.incomplete)
    return Told(name, source, reading, links.found, coverage.as_of.valid, unseen, dropped)


def _read(
    story: Story, extractors: Sequence[Extractor], linker: Linker
) -> tuple[Reading, tuple[Problem, ...]]:
    """Read a story, and tell what extractors of others offered in vain."""
    if not extractors:
        return read(story, linker), ()
    from licet.news.plugins.adding import extended  # noqa: PLC0415  only for those who name an extractor

    return extended(read(story, linker), extractors, linker)


def letters(place: int) -> str:
    """Return the letter of a story by its place: A, B, ... Z, AA, AB."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
