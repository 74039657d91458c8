"""The companies that stories name: a party that one of them reads as a company is one in all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from licet.model.news import Span
from licet.news.merging.parties import Key
from licet.news.merging.pool import Telling
from licet.news.parties.party import PartyKind, Role

_ABOUT = frozenset((Role.SUBJECT, Role.SPEAKER))
_NAMED = frozenset((PartyKind.ORGANISATION, PartyKind.PERSON))


class Companies:
    """Where each story names the companies that it is about, by their merged keys."""

    def __init__(self, stories: Sequence[Telling], parties: dict[Key, str]) -> None:
        """Look at the parties of all stories once.

        Args:
            stories: The stories.
            parties: Merged keys of the parties.
        """
        rows = [
            (story, party, parties[story.key, party.key])
            for story in stories
            for party in story.parties.values()
            if party.role in _ABOUT and party.kind in _NAMED
        ]
        known = {key for _, party, key in rows if party.kind is PartyKind.ORGANISATION}
        self._places: dict[str, list[tuple[int, str]]] = {story.key: [] for story in stories}
        for story, party, key in rows:
            if key in known:
                self._places[story.key].extend((item.span.start, key) for item in party.mentions)
        for found in self._places.values():
            found.sort()
        self._all = {story: frozenset(key for _, key in places) for story, places in self._places.items()}

    def of(self, story: Telling) -> frozenset[str]:
        """Every company that a story is about."""
        return self._all[story.key]

    def beside(self, story: Telling, spans: Iterable[Span]) -> frozenset[str]:
        """The companies named in the sentences of words, which may be about them."""
        places = self._places[story.key]
        found: set[str] = set()
        for span in spans:
            start, end = story.sentence_at(span)
            found.update(
                key for _, key in places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]
            )
        return frozenset(found)
