"""The stories that are kept, as readers take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from licet.errors import UsageError
from licet.news.story import Story
from licet.store import Store
from licet.store.story_records import Origin, StoryVersion
from licet.usecases.news_identity import canonical_url


@dataclass(frozen=True, slots=True)
class KeptStory:
    """A version of a story.

    Attributes:
        id: Id of the story.
        version: Number of the version, from 1.
        received: Instant of its receipt, UTC.
        story: The story.
    """

    id: str
    version: int
    received: datetime
    story: Story


class UnknownStoryError(UsageError):
    """An id, a beginning of one, or an address that no kept story has."""

    def __init__(self, wanted: str, near: list[str]) -> None:
        self.wanted = wanted
        more = (
            f"{len(near)} stories have ids that begin with it: {', '.join(near)}. Give more of it."
            if near
            else "Try `licet news list` for the ids."
        )
        super().__init__(f"no one story is meant by {wanted!r}. {more}")


def kept_stories(store: Store, known: datetime | None = None) -> Iterator[KeptStory]:
    """Give the newest version of each story, ordered by day (those without one first) and id.

    Args:
        store: Where the stories are.
        known: Only what had been received by this instant; None for all.
    """
    places = store.stories.places(known)
    for version in store.stories.newest(known):
        yield kept(version, places)


def versions_of(store: Store, wanted: str, known: datetime | None = None) -> list[KeptStory]:
    """Return every version of a story, oldest first.

    Args:
        store: Where the stories are.
        wanted: Its id, the beginning of its id (4 digits at least), or an address at which it was seen.
        known: Only what had been received by this instant; None for all.

    Raises:
        UnknownStoryError: No story is meant, or several, or it was not known by then.
    """
    found = _meant(store, wanted)
    if len(found) != 1:
        raise UnknownStoryError(wanted, found)
    places = store.stories.places(known, found[0])
    versions = [
        kept(item, places)
        for item in store.stories.versions(found[0])
        if known is None or item.known <= known
    ]
    if not versions:
        raise UnknownStoryError(wanted, [])
    return versions


def origins_of(store: Store, story: KeptStory, known: datetime | None = None) -> list[Origin]:
    """Return how a version came, in order of receipt."""
    return [
        origin
        for version, origin in store.stories.origins(story.id)
        if version == story.version and (known is None or origin.known <= known)
    ]


def kept(version: StoryVersion, places: Mapping[tuple[str, int], tuple[str, str]]) -> KeptStory:
    """Return a version as readers take it.

    Args:
        version: The version.
        places: Outlet and address of versions, by id and number: the first that any receipt tells stands in
            where the version itself tells none.
    """
    draft = version.draft
    outlet, url = places.get((version.story_id, version.version), ("", ""))
    story = Story(
        draft.text,
        draft.dated,
        draft.outlet or outlet,
        draft.url or url,
        draft.problems,
        title=draft.title,
        extractor=draft.extractor,
    )
    return KeptStory(version.story_id, version.version, version.known, story)


def _meant(store: Store, wanted: str) -> list[str]:
    if "." in wanted or "/" in wanted:
        try:
            return store.stories.with_url(canonical_url(wanted if "://" in wanted else f"https://{wanted}"))
        except ValueError:
            return []
    return store.stories.named(wanted.lower()) if len(wanted) >= 4 else []
