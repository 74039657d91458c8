"""What several stories tell, row by row: facts, what was only said, and who tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from licet.news.claims.claim import Claim, ClaimKind
from licet.news.merging.fact import (
    Agreement,
    Difference,
    DifferenceKind,
    Fact,
    Independence,
    Support,
    Timeline,
)
from licet.news.modality.modality import Modality
from licet.reports.news_words import modality_words

_TOLD_AS_FACT = frozenset(
    (Modality.IN_FORCE, Modality.ORDERED, Modality.SETTLED, Modality.BACKGROUND, Modality.REPORTED)
)
_SAYING = frozenset((ClaimKind.STATEMENT, ClaimKind.NO_COMMENT))
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WHY: Mapping[Independence, str] = {
    Independence.OWN_WORDS: "",
    Independence.ONE_STORY: "",
    Independence.SHARED_WORDING: "in the same words, which is one source",
    Independence.ONE_WIRE: "from one outlet, agency or report, which is one source",
    Independence.ONE_SOURCE: "from one common source",
}
_LESS: Mapping[DifferenceKind, str] = {
    DifferenceKind.LESS_PRECISE: "one is less exact",
    DifferenceKind.FRAMING: "told from two sides",
    DifferenceKind.COMPLEMENT: "each adds something",
    DifferenceKind.EXTENT: "one tells more of it",
    DifferenceKind.ATTRIBUTE: "attributes differ",
    DifferenceKind.WEAKER: "one is less sure",
}


class Band(StrEnum):
    """Where a fact is shown."""

    REPORTED = "reported"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Telling:
    """One story's words for a fact.

    Attributes:
        story: Letter of the story.
        words: The words, on one line.
        start: Where they begin in the story.
        first: First day they mean; None where they tell none.
        last: Last day they mean.
    """

    story: str
    words: str
    start: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, ready to be shown.

    Attributes:
        key: Key of the fact.
        band: Where it is shown.
        title: The fact in words.
        when: Its time in words; empty for none.
        first: First day; None where open or unknown.
        last: Last day; None where open or unknown.
        stories: Letters of the stories that tell it.
        agreement: How far they agree.
        told: The same in words, with what differs.
        standing: How it stands, in words.
        tellings: The words of each story.
        against: Tellings that contradict one another; empty where none do.
        derived: Whether it was computed and not reported.
        independence: Why the stories count as several sources, or do not.
    """

    key: str
    band: Band
    title: str
    when: str
    first: date | None
    last: date | None
    stories: tuple[str, ...]
    agreement: Agreement
    told: str
    standing: str
    tellings: tuple[Telling, ...]
    against: tuple[Telling, ...] = ()
    derived: bool = False
    independence: Independence = Independence.OWN_WORDS

    @property
    def said(self) -> str:
        """Who tells it, and how it stands."""
        return self.told if self.derived else f"{self.told}; {self.standing}"


def rows(timeline: Timeline) -> tuple[Row, ...]:
    """Return every fact as a row: those with a day in the order of time, the others behind them."""
    claims = {(story, claim.key): claim for story, own in timeline.claims.items() for claim in own}
    found = [_row(fact, claims, len(timeline.stories)) for fact in timeline.facts]
    return tuple(sorted(found, key=lambda row: row.first or row.last or date.max))


def _row(fact: Fact, claims: Mapping[tuple[str, str], Claim], stories: int) -> Row:
    said = fact.kind in _SAYING or fact.modality not in _TOLD_AS_FACT
    clashes = [item for item in fact.differences if item.kind is DifferenceKind.CONFLICT]
    against = sorted(
        (_telling(item, claims) for clash in clashes for item in clash.sides),
        key=lambda item: (item.story, item.start),
    )
    first, last = fact.first, fact.last
    if not (first or last):
        # A fact whose day is told differently has one by each telling.
        first = min((item.first for item in against if item.first), default=None)
        last = max((item.last for item in against if item.last), default=None)
    return Row(
        key=fact.key,
        band=Band.SAID if said else Band.REPORTED,
        title=_begun(" ".join(fact.title.split())),
        when=when_words(first, last),
        first=first,
        last=last,
        stories=fact.stories,
        agreement=fact.agreement,
        told="computed from what is told" if fact.derived else _told(fact, clashes, stories),
        standing=modality_words(fact.modality),
        tellings=tuple(_telling(item, claims) for item in fact.support),
        against=tuple(dict.fromkeys(against)),
        derived=fact.derived,
        independence=fact.independence,
    )


def _telling(item: Support, claims: Mapping[tuple[str, str], Claim]) -> Telling:
    claim = claims.get((item.story, item.claim))
    when = claim.when if claim else None
    words = " ".join(item.span.text.split())
    return Telling(
        item.story,
        words,
        item.span.start,
        when.first if when else None,
        when.last if when else None,
    )


def _told(fact: Fact, clashes: list[Difference], stories: int) -> str:
    """Return who tells a fact and how far they agree."""
    named = fact.stories
    who = f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else "".join(named)
    if fact.agreement is Agreement.CONFLICT:
        what = "; ".join(dict.fromkeys(item.what for item in clashes if item.what))
        less = [_less(fact, item) for item in fact.differences if item.kind is DifferenceKind.WEAKER]
        return (
            f"{who} tell it differently{f': {what}' if what else ''}{''.join(f'; {words}' for words in less)}"
        )
    rest = [_less(fact, item) for item in fact.differences if item.kind in _LESS]
    more = "".join(f", {words}" for words in dict.fromkeys(rest))
    if len(named) == 1:
        return f"only {who} tells it{more}" if stories > 1 else f"{who} tells it{more}"
    if fact.agreement is Agreement.CORROBORATED and fact.independence is Independence.OWN_WORDS:
        # Of three, two may be of one outlet: what is known is that not all rest on one source.
        own = "each in its own words" if len(named) == 2 else "two of them or more each in its own words"
        return f"{who} tell it, {own}{more}"
    why = _WHY[fact.independence]
    return f"{who} tell it{f' {why}' if why else ''}{more}"


def _less(fact: Fact, difference: Difference) -> str:
    """Return how tellings differ where they do not clash; who tells a fact less surely may be no support."""
    beside = sorted({side.story for side in difference.sides} - set(fact.stories))
    if difference.kind is DifferenceKind.WEAKER and beside:
        return f"{', '.join(beside)} less surely"
    return _LESS[difference.kind]


def when_words(first: date | None, last: date | None) -> str:
    """Return some days in words, as short as they are exact."""
    if first is None or last is None:
        return f"from {day_words(first)}" if first else f"by {day_words(last)}" if last else ""
    if first == last:
        return day_words(first)
    whole = first.day == 1 and (_after(last) or first).day == 1
    if whole and (first.month, last.month, first.year) == (1, 12, last.year):
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}" if whole else f"{first.day}–{day_words(last)}"
    begins = f"{first.day} {_MONTHS[first.month - 1][:3]}" if first.year == last.year else day_words(first)
    return f"{begins} – {day_words(last)}"


def _begun(title: str) -> str:
    return title[:1].upper() + title[1:]


def _after(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None


def day_words(day: date) -> str:
    """Return a day such as 14 May 2018."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
