"""Reads stories: from files or addresses, with links to the lists where some can be seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from licet.errors import LicetError
from licet.model.problem import Problem
from licet.news.inputs.gathered import Raw
from licet.news.parties.party import Linker
from licet.news.parties.reading import no_links
from licet.news.reading import Reading, read
from licet.news.story import Story
from licet.usecases.story_sources import stories

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


class ToldTogether(NamedTuple):
    """Several stories, each for itself and merged.

    Attributes:
        stories: The stories in the order given.
        timeline: What they tell together; its story keys are their letters.
    """

    stories: tuple[Told, ...]
    timeline: Timeline


class ReadAll(NamedTuple):
    """What was read of some sources, and what was not.

    Attributes:
        told: The stories, in order.
        lost: Why a source, a file of a folder or a row of a file was not read, one for each.
    """

    told: tuple[Told, ...]
    lost: tuple[LicetError, ...]


def _none_kept(_source: str) -> Story | None:
    return None


def read_all(
    sources: Sequence[str | Raw],
    sessions: Sessions,
    extractors: Sequence[Extractor] = (),
    kept: Callable[[str], Story | None] = _none_kept,
) -> ReadAll:
    """Read every story of some sources, in order; one that cannot be read stops no other.

    Args:
        sources: Files, addresses, bytes, and what `kept` knows.
        sessions: Gives the frame in which the names of a story of some day are looked up.
        extractors: Of others; what they find is added to what is read.
        kept: Gives the story that is kept under an id; None where a source is none.

    Raises:
        UnreadableInputError: A file is not there, told before anything is read; or no source is a story.
        FetchError: No page came, and no other source is a story.
    """
    held = [None if isinstance(source, Raw) else kept(source) for source in sources]
    found = stories([source for source, story in zip(sources, held, strict=True) if story is None])
    others = iter(found.by_source)
    inputs: list[tuple[str, Story]] = []
    for source, story in zip(sources, held, strict=True):
        inputs += [(str(source), story)] if story is not None else next(others)
    if found.lost and not inputs:
        raise found.lost[0]
    return ReadAll(
        tuple(
            told(letters(place), source, story, sessions(story.dated), extractors)
            for place, (source, story) in enumerate(inputs)
        ),
        found.lost,
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
