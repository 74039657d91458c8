"""Which lists a screening could see on a day, in which edition, and what it could not see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from licet.lists.base import ListSpec
from licet.model import AsOf, Edition, end_of_day
from licet.store import SUCCESSES, FetchEntry


@dataclass(frozen=True, slots=True)
class ListUse:
    """One list in one screening.

    Attributes:
        list_id: The list.
        title: Its official title.
        mandatory: A screening that could not see it is incomplete.
        edition: The edition that answers; None where there is none for the day.
        stale: The last receipt is older than the policy allows.
        trouble: Why the list was not fully seen; empty when it was.
        remark: What a reader should know although it was seen; empty for nothing.
    """

    list_id: str
    title: str
    mandatory: bool
    edition: Edition | None
    stale: bool = False
    trouble: str = ""
    remark: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        edition = self.edition
        content: dict[str, Any] = {"id": self.list_id, "title": self.title, "mandatory": self.mandatory}
        if edition is not None:
            content |= {
                "edition": edition.name,
                "published": edition.published.isoformat(),
                "known": edition.known.isoformat(),
                "sha256": edition.sha256,
                "files": {item.name: item.sha256 for item in edition.files},
                "listings": edition.listings,
            }
            if edition.accepted:
                content["accepted"] = edition.accepted
        return content | {"seen": edition is not None, "stale": self.stale, "trouble": self.trouble}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a screening sees under given clocks.

    Attributes:
        as_of: The clocks.
        lists: One entry per list that was asked for or is mandatory, sorted by id.
    """

    as_of: AsOf
    lists: tuple[ListUse, ...]

    @property
    def incomplete(self) -> tuple[str, ...]:
        """Why the screening is no full one: one sentence per mandatory list not fully seen.

        A screening that saw no list at all is never a full one, whatever is mandatory.
        """
        unseen = tuple(use.trouble for use in self.lists if use.mandatory and use.trouble)
        if unseen or self.seen:
            return unseen
        return ("no list at all was seen: there is no edition for the day",)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with lists that are not mandatory, and what to know of the others."""
        troubles = tuple(use.trouble for use in self.lists if not use.mandatory and use.trouble)
        return troubles + tuple(use.remark for use in self.lists if use.remark)

    @property
    def seen(self) -> tuple[str, ...]:
        """Ids of the lists that have an edition for the day."""
        return tuple(use.list_id for use in self.lists if use.edition is not None)


@dataclass(frozen=True, slots=True)
class CoverageRule:
    """Which lists must be seen, and how fresh.

    Attributes:
        lists: Lists asked for by name; each is then mandatory. Empty means all that the store has and all
            mandatory ones.
        mandatory: Ids that must be seen when `lists` is empty; None takes them from the catalogue.
        max_age: Longest time between the last instant at which an edition is known to have held (see
            `confirmed`) and the day asked about; None switches the check off.
        allow_stale: A stale list is told but does not make the screening incomplete.
    """

    lists: tuple[str, ...] = ()
    mandatory: tuple[str, ...] | None = None
    max_age: timedelta | None = timedelta(days=30)
    allow_stale: bool = False


def coverage(
    as_of: AsOf,
    rule: CoverageRule,
    specs: Sequence[ListSpec],
    editions: Mapping[str, Edition | None],
    spans: Mapping[str, Span],
    until: datetime,
) -> Coverage:
    """Work out what a screening sees.

    Args:
        as_of: The clocks.
        rule: What must be seen.
        specs: The catalogue.
        editions: List id to the edition that answers under the clocks (None: known, but none for the day);
            ids absent here have no edition at all.
        spans: List id to what is known of the time around the day.
        until: The instant of the question on the known clock, for the age of a list.
    """
    uses = []
    for spec in specs:
        must = spec.id in rule.lists if rule.lists else spec.id in _mandatory(rule, specs)
        if not must and (rule.lists or spec.id not in editions):
            continue
        edition = editions.get(spec.id)
        span = spans.get(spec.id)
        old = edition is not None and span is not None and _old(as_of, rule, span, until)
        stale = old and span is not None and _stale(rule, span)
        trouble = _trouble(as_of, spec, edition, has_any=spec.id in editions)
        told = _old_sentence(as_of, spec, edition, span) if old and edition and span else ""
        if stale and not rule.allow_stale:
            trouble = f"{told}; sync or import it, or allow stale lists in so many words (--allow-stale)"
        remark = "" if trouble else told
        uses.append(ListUse(spec.id, spec.title, must, edition, stale, trouble, remark))
    return Coverage(as_of, tuple(sorted(uses, key=lambda item: item.list_id)))


def _mandatory(rule: CoverageRule, specs: Sequence[ListSpec]) -> tuple[str, ...]:
    if rule.mandatory is not None:
        return rule.mandatory
    return tuple(spec.id for spec in specs if spec.mandatory)


def _trouble(as_of: AsOf, spec: ListSpec, edition: Edition | None, *, has_any: bool) -> str:
    if edition is not None:
        return ""
    if not has_any:
        return f"{spec.id} ({spec.title}) has no edition: sync it or import a file"
    return (
        f"{spec.id} ({spec.title}) has no edition published by {as_of.valid} "
        f"and known by {as_of.known:%Y-%m-%d}"
    )


GAP = 6
"""Between two editions at hand that lie up to this many times the allowed age apart, every day has a full
answer, with a note: with 30 days, an archive of half-yearly editions does."""


@dataclass(frozen=True, slots=True)
class Span:
    """What is known of the time around a day.

    Attributes:
        held_until: Last instant at which the edition that answers is known to have held; see `confirmed`.
        followed: Publication day of the next edition at hand; None where there is none.
    """

    held_until: datetime
    followed: date | None = None


def confirmed(edition: Edition, fetches: Iterable[FetchEntry], until: datetime) -> datetime:
    """Return the last instant at which an edition is known to have held.

    That is its publication day, or a later answer of the publisher (or a later receipt of the same bytes
    while it is the newest) that it still holds. The day on which an old file happened to be imported proves
    nothing.

    Args:
        edition: The edition that answers.
        fetches: The list's fetch log.
        until: The instant of the question on the known clock.
    """
    own = {item.sha256 for item in edition.files}
    answers = (
        entry.at
        for entry in fetches
        if entry.outcome in SUCCESSES and entry.sha256 in own and entry.at <= until
    )
    return max([_midnight(edition), *answers])


def _midnight(edition: Edition) -> datetime:
    return datetime.combine(edition.published, time.min, tzinfo=UTC)


def _old(as_of: AsOf, rule: CoverageRule, span: Span, until: datetime) -> bool:
    if rule.max_age is None:
        return False
    asked = min(end_of_day(as_of.valid), until)
    # A day has 24 hours: an edition of the day itself is never older than any age that is allowed.
    return asked - span.held_until > rule.max_age + timedelta(days=1)


def _stale(rule: CoverageRule, span: Span) -> bool:
    """An old edition is stale, unless a later one follows it within what an archive may leave out."""
    if span.followed is None or rule.max_age is None:
        return True
    return span.followed - span.held_until.date() > GAP * rule.max_age


def _old_sentence(as_of: AsOf, spec: ListSpec, edition: Edition, span: Span) -> str:
    days = (as_of.valid - span.held_until.date()).days
    held = f", known to hold until {span.held_until.date()}" if days < _days(as_of, edition) else ""
    after = f"; the next one at hand is of {span.followed}" if span.followed else ", and none is later"
    return (
        f"{spec.id} ({spec.title}) is old: the edition used was published {edition.published}{held}, "
        f"{days:,} days before the day asked about{after}"
    )


def _days(as_of: AsOf, edition: Edition) -> int:
    return (as_of.valid - edition.published).days
