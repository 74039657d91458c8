"""Brings stories into the store: bytes are kept first, then every story that is in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from licet.model import Problem, Severity
from licet.news.inputs.gathered import Gathered, Link, Raw
from licet.news.inputs.reading import read_input
from licet.news.story import Story
from licet.store import Store
from licet.store.story_records import Origin, Shelved, StoryDraft
from licet.usecases.news_identity import canonical_url, key_of, words_hash

AT_ONCE = 200
"""Stories of one input that are written together: another process waits for no more than these."""


@dataclass(frozen=True, slots=True)
class AddedStory:
    """What became of one story.

    Attributes:
        shelved: Whether it was new, a new version or known already, with its id; None for a dry run.
        story: The story.
    """

    shelved: Shelved | None
    story: Story


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one input.

    Attributes:
        where: File or address.
        kind: What it was read as; empty where it is nothing that has stories.
        sha256: SHA-256 of its bytes, which the archive keeps; empty for a dry run or an unreadable file.
        stories: Its stories.
        links: Addresses in it that no story came with.
        problems: What was wrong with the input as a whole.
    """

    where: str
    kind: str = ""
    sha256: str = ""
    stories: tuple[AddedStory, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something of it was not read: the whole, or a story of it."""
        return any(item.severity in {Severity.FATAL, Severity.ROW} for item in self.problems)


def add(store: Store, raw: Raw, known: datetime, *, current: bool = False) -> Added:
    """Keep the bytes of an input, and the stories in it.

    Args:
        store: Where to.
        raw: The input.
        known: Instant of its receipt.
        current: It is what the publisher shows now (a fetch), and no file that may be old.

    Raises:
        StoreBusyError: Another process is writing.
        StoreError: The store or archive cannot be written.
    """
    found = read_input(raw)
    where = raw.name or raw.url
    if found.kind is None:
        # Bytes that are nothing we read are no evidence of anything said.
        return Added(where, problems=found.problems)
    sha256 = store.archive.put(raw.content)
    origin = Origin(sha256, known, str(found.kind), raw.name, current=current)
    stories = list[AddedStory]()
    for start in range(0, len(found.stories), AT_ONCE):
        some = found.stories[start : start + AT_ONCE]
        shelved = store.stories.add_all(_draft(story, origin, raw) for story in some)
        stories += map(AddedStory, shelved, some)
    return Added(where, str(found.kind), sha256, tuple(stories), found.links, found.problems)


def examine(raw: Raw) -> Added:
    """Read an input and keep nothing."""
    found: Gathered = read_input(raw)
    stories = tuple(AddedStory(None, story) for story in found.stories)
    kind = str(found.kind or "")
    return Added(raw.name or raw.url, kind, "", stories, found.links, found.problems)


def _draft(story: Story, origin: Origin, raw: Raw) -> tuple[StoryDraft, Origin]:
    draft = StoryDraft(
        key=key_of(story, raw.url if origin.current else ""),
        words=words_hash(story),
        text=story.text,
        dated=story.dated,
        outlet=story.outlet,
        url=story.url,
        title=story.title,
        extractor=story.extractor,
        problems=story.problems,
    )
    url = story.url or raw.url
    return draft, replace(origin, url=canonical_url(url) if url else "", outlet=story.outlet)
