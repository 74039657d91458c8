"""Which lists a screening could see on a day, in which edition, and what it could not see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from licet.lists.base import ListSpec
from licet.model import AsOf, Edition, end_of_day


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
        max_age: Longest time since the last receipt of a list; None switches the check off.
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
    receipts: Mapping[str, datetime | None],
    until: datetime,
) -> Coverage:
    """Work out what a screening sees.

    Args:
        as_of: The clocks.
        rule: What must be seen.
        specs: The catalogue.
        editions: List id to the edition that answers under the clocks (None: known, but none for the day);
            ids absent here have no edition at all.
        receipts: List id to the instant of its last receipt by `until`.
        until: The instant of the question on the known clock, for the age of a list.
    """
    uses = []
    for spec in specs:
        must = spec.id in rule.lists if rule.lists else spec.id in _mandatory(rule, specs)
        if not must and (rule.lists or spec.id not in editions):
            continue
        edition = editions.get(spec.id)
        stale = edition is not None and _stale(as_of, rule, receipts.get(spec.id), until)
        trouble = _trouble(as_of, spec, edition, has_any=spec.id in editions)
        if stale and not rule.allow_stale:
            trouble = _stale_sentence(spec, rule, receipts.get(spec.id))
        remark = "" if trouble else _remark(as_of, rule, spec, edition)
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


def _stale(as_of: AsOf, rule: CoverageRule, receipt: datetime | None, until: datetime) -> bool:
    """A receipt after the day shows that nothing was missed; one shortly before it is fresh enough."""
    if rule.max_age is None:
        return False
    asked = min(end_of_day(as_of.valid), until)
    return receipt is None or (receipt < asked and asked - receipt > rule.max_age)


def _remark(as_of: AsOf, rule: CoverageRule, spec: ListSpec, edition: Edition | None) -> str:
    """An old edition can be the newest one there is, or one of few that were kept: only its reader knows."""
    if edition is None or rule.max_age is None:
        return ""
    age = as_of.valid - edition.published
    if age <= rule.max_age:
        return ""
    return (
        f"{spec.id} ({spec.title}): the edition used was published {edition.published}, {age.days:,} days "
        "before the day asked about; make sure that no later one is missing"
    )


def _stale_sentence(spec: ListSpec, rule: CoverageRule, receipt: datetime | None) -> str:
    last = receipt.date() if receipt else "never"
    return (
        f"{spec.id} ({spec.title}) is stale: last received {last}, longer ago than the {_age(rule)} allowed; "
        "sync it, or allow stale lists in so many words (--allow-stale)"
    )


def _age(rule: CoverageRule) -> str:
    age = rule.max_age or timedelta()
    return f"{age.days} days" if age.days else f"{age.seconds // 3600} hours"
