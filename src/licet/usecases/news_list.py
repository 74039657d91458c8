"""Lists the kept stories, and those that name a party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from licet.news.parties.party import MentionKind
from licet.news.reading import read
from licet.text.normalise import normalise
from licet.usecases.news_kept import KeptStory
from licet.usecases.news_types import opening

NOMINAL = MentionKind.NOMINAL


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in a list.

    Attributes:
        kept: The story.
        named: How it names the party asked for, in the order of the text; empty where none was asked for.
    """

    kept: KeptStory
    named: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return one row."""
        story = self.kept.story
        row: dict[str, Any] = {
            "id": self.kept.id,
            "dated": story.dated.isoformat() if story.dated else None,
            "outlet": story.outlet,
            "title": story.title or opening(story.text),
            "version": self.kept.version,
            "received": self.kept.received.isoformat(timespec="seconds"),
            "url": story.url,
        }
        return row | ({"named": list(self.named)} if self.named else {})


def listed(stories: Iterable[KeptStory], party: str = "", since: date | None = None) -> list[Listed]:
    """Return stories, newest day first, those without a day last.

    Args:
        stories: The stories.
        party: Only those that name this party: its whole name, or a name that it is called by there.
        since: Only those that bear this day or a later one; one without a day counts by its receipt.
    """
    found = []
    for item in stories:
        day = item.story.dated or item.received.date()
        if since is not None and day < since:
            continue
        named = names_of(item, party) if party else ()
        if named or not party:
            found.append(Listed(item, named))
    return sorted(found, key=lambda one: (-(one.kept.story.dated or date.min).toordinal(), one.kept.id))


def names_of(item: KeptStory, party: str) -> tuple[str, ...]:
    """Return the names under which a story speaks of a party, each once; none where it does not.

    A party is meant where any of its names in the story is the one asked for, whatever the case and accents.
    """
    wanted = normalise(party)
    text = normalise(item.story.text)
    # Most stories do not hold the words at all: they need not be read.
    if not wanted or not any(word in text for word in wanted.split()):
        return ()
    names: dict[str, None] = {}
    for value in read(item.story).parties:
        forms = [
            " ".join(mention.span.text.split())
            for mention in value.value.mentions
            if mention.kind is not NOMINAL
        ]
        if any(normalise(form) == wanted for form in (value.value.name, *forms)):
            names |= dict.fromkeys(forms or [value.value.name])
    return tuple(names)
