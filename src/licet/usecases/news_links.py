"""Links the parties of a story to listed entities: by an exact or strong name, and by nothing weaker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from licet.model import Channel, Match, Subject
from licet.news.parties.party import Linker, PartyKind
from licet.usecases.comparable import is_comparable
from licet.usecases.session import Session

STRONG = 0.95
"""Score from which a listed name counts as borne by a party of a story: word by word, short forms undone."""


@dataclass(frozen=True, slots=True)
class Link:
    """A listed entity that bears the name of a party.

    Attributes:
        entity_id: Its id: LIST:KEY.
        caption: Its name on the list.
        listed_name: The listed name that matched.
        score: 0 to 1.
        counts: Whether it counts on the day asked about.
        first: First day on which it counts; None where unknown.
        last: Last day on which it counts; None while it goes on.
    """

    entity_id: str
    caption: str
    listed_name: str
    score: float
    counts: bool
    first: date | None
    last: date | None

    def to_dict(self) -> dict[str, Any]:
        """Return the link as plain JSON values."""
        return {
            "entity_id": self.entity_id,
            "caption": self.caption,
            "listed_name": self.listed_name,
            "score": round(self.score, 4),
            "counts_on_day": self.counts,
            "listed_from": self.first.isoformat() if self.first else None,
            "listed_to": self.last.isoformat() if self.last else None,
        }


@dataclass(slots=True)
class Links:
    """The links of one story, made as its parties are read.

    Attributes:
        session: The frame in which names are looked up; None links nothing.
        found: Every link by the id of its entity.
    """

    session: Session | None
    found: dict[str, Link] = field(default_factory=dict)

    @property
    def linker(self) -> Linker:
        """What `licet.news` asks for each name of a subject."""
        return self._ids

    def _ids(self, name: str, kind: PartyKind) -> tuple[str, ...]:
        # What a story shows of a party's kind is a guess: a firm of two words looks like a person.
        subject = Subject((name,))
        if self.session is None or not is_comparable(subject):
            return ()
        screened = self.session.screen(subject, other_days=True)
        for counts, matches in ((True, screened.hits), (False, screened.other_days)):
            for item in matches:
                if bears(item, name, kind):
                    self.found.setdefault(item.listing.entity_id, _link(item, counts=counts))
        both = (*screened.hits, *screened.other_days)
        return tuple(sorted({item.listing.entity_id for item in both if bears(item, name, kind)}))


def bears(found: Match, name: str, kind: PartyKind) -> bool:
    """Tell whether a match is strong enough; of one word, only an organisation's very name is."""
    if found.channel is not Channel.NAME or found.matched_name is None or found.matched_name.weak:
        return False
    if len(name.split()) == 1:
        return found.score >= 1 and kind is not PartyKind.PERSON
    return found.score >= STRONG


def _link(found: Match, *, counts: bool) -> Link:
    return Link(
        entity_id=found.listing.entity_id,
        caption=found.listing.caption,
        listed_name=found.matched_name.text if found.matched_name else "",
        score=found.score,
        counts=counts,
        first=found.in_force_from,
        last=found.in_force_to,
    )
