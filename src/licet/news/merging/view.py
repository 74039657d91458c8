"""What the makers of facts look things up in: stories, merged parties, merged measures, names to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from licet.model.news import Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.merging.draft import Told
from licet.news.merging.fact import Support
from licet.news.merging.measures import Cluster, clusters
from licet.news.merging.parties import merged_parties
from licet.news.merging.pool import Telling
from licet.news.parties.party import Party
from licet.news.statements.statement import Statement

_LEGAL = re.compile(
    r"[,\s]+(?:Corp|Corporation|Inc|Ltd|Limited|LLC|LLP|PLC|plc|Co|Company|GmbH|AG|AS|ASA|SA|NV)\.?$"
)


class View:
    """All stories at once."""

    def __init__(self, stories: Sequence[Telling]) -> None:
        """Merge parties and measures.

        Args:
            stories: The stories in their own order.
        """
        self.stories = tuple(stories)
        self.parties = merged_parties(stories)
        self.clusters = clusters(stories, self.parties)
        self._cluster = {part: cluster for cluster in self.clusters for part in cluster.merged.parts}
        self._by_key = {cluster.merged.key: cluster for cluster in self.clusters}
        self._names = self._shown()
        self._told: dict[tuple[ClaimKind, ...], list[Told]] = {}
        self._offices: dict[str, list[Told]] | None = None

    def told(self, *kinds: ClaimKind) -> list[Told]:
        """Every claim of some kinds, story by story."""
        if kinds not in self._told:
            self._told[kinds] = [
                Told(story, claim) for story in self.stories for claim in story.claims if claim.kind in kinds
            ]
        return self._told[kinds]

    def offices(self, speaker: str) -> list[Told]:
        """The offices that the stories give to a person, by merged key."""
        if self._offices is None:
            self._offices = {}
            for item in self.told(ClaimKind.ATTRIBUTE):
                if item.claim.predicate == "office":
                    self._offices.setdefault(self.party(item), []).append(item)
        return self._offices.get(speaker, [])

    def party(self, item: Told, key: str = "") -> str:
        """Merged key of the subject of a claim, or of another party of its story; empty for none."""
        name = key or item.claim.subject
        return self.parties.get((item.story.key, name), name) if name else ""

    def named(self, item: Told) -> tuple[str, ...]:
        """Merged keys of the subject and the other parties of a claim."""
        names = (item.claim.subject, *item.claim.parties)
        return tuple(dict.fromkeys(self.party(item, name) for name in names if name))

    def read(self, item: Told, key: str) -> Party | None:
        """A party as its story has it."""
        return item.story.parties.get(key)

    def statement(self, item: Told) -> Statement | None:
        """The statement that a claim rests on; None for the story's own voice."""
        number = item.claim.statement
        return None if number is None else item.story.reading.statements[number].value

    def cluster(self, item: Told) -> Cluster | None:
        """The merged measure that a claim is about."""
        return self._cluster.get((item.story.key, item.claim.measure))

    def measure(self, key: str) -> Cluster | None:
        """A merged measure by its key."""
        return self._by_key.get(key)

    def show(self, key: str) -> str:
        """The name of a merged party for a title; a word for one that is unnamed."""
        if key.startswith("unnamed"):
            return "an unnamed source"
        return self._names.get(key, key)

    def shown(self, keys: Iterable[str]) -> str:
        """Names of parties, joined for a title."""
        names = [self.show(key) for key in dict.fromkeys(keys) if key]
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} and {names[-1]}"

    def _shown(self) -> dict[str, str]:
        """The shortest of the full names that the stories give a party, without legal form."""
        found: dict[str, str] = {}
        for story in self.stories:
            for party in story.parties.values():
                key = self.parties[story.key, party.key]
                name = _LEGAL.sub("", party.name)
                full = " " in found.get(key, "") and " " not in name and party.kind.value == "person"
                if key not in found or ((len(name), name) < (len(found[key]), found[key]) and not full):
                    found[key] = name
        return found


def within(span: Span, others: Iterable[Span]) -> bool:
    """Whether at least half of a span lies within others."""
    shared = sum(max(0, min(span.end, item.end) - max(span.start, item.start)) for item in others)
    return 2 * shared >= span.end - span.start


def support(item: Told, span: Span) -> Support:
    """Words of a story as what a fact rests on, by the claim that tells them."""
    return Support(item.story.key, span, item.claim.key)


def first_of_each(told: Iterable[Told]) -> list[Told]:
    """The first claim of each story."""
    found: dict[str, Told] = {}
    for item in told:
        found.setdefault(item.story.key, item)
    return list(found.values())


def is_own_voice(claim: Claim) -> bool:
    """Whether a story tells a claim in its own voice."""
    return claim.statement is None
