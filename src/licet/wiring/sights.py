"""What a question must know of the store beside the names, remembered until the store changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

from licet.model import AsOf, Edition, end_of_day
from licet.store import FetchEntry, LogState
from licet.usecases.coverage import Span, confirmed

_KEPT = 64
_Key: TypeAlias = tuple[str, LogState, date, datetime | None, datetime | None]


class Facts(Protocol):
    """What a question must know of a store; `licet.store.Store` and `licet.store.Glance` tell it alike."""

    def close(self) -> None: ...  # noqa: D102  told by the store
    def generation(self) -> str: ...  # noqa: D102
    def log_state(self) -> LogState: ...  # noqa: D102
    def list_ids(self) -> list[str]: ...  # noqa: D102
    def edition_at(self, list_id: str, as_of: AsOf) -> Edition | None: ...  # noqa: D102
    def received(self, until: datetime) -> datetime | None: ...  # noqa: D102
    def next_published(self, list_id: str, after: date, until: datetime) -> date | None: ...  # noqa: D102
    def confirmations(self, list_id: str, until: datetime) -> list[FetchEntry]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Sight:
    """The editions under two clocks.

    Attributes:
        clocks: Both clocks.
        editions: List id to the edition that answers, None where none does.
        spans: List id to what is known of the time around the day.
    """

    clocks: AsOf
    editions: Mapping[str, Edition | None]
    spans: Mapping[str, Span]


class Sights:
    """Remembers sights. Threads may share it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._kept: dict[_Key, Sight] = {}

    def of(self, valid: date, known: datetime | None, until: datetime) -> Sight:
        """Return what is seen of the store.

        Args:
            valid: The day asked about.
            known: The known clock where it was set; else it is that of the newest receipt.
            until: The known clock of the question: as set, else the present instant.
        """
        log = self._facts.log_state()
        # As long as nothing in the store lies in the future, time alone changes nothing that is seen.
        settled = log.latest is None or log.latest <= until
        key = (self._facts.generation(), log, valid, known, None if settled else until)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._read(valid, known, until)
            # What came in while it was read belongs to another state.
            if (self._facts.generation(), self._facts.log_state()) == key[:2]:
                if len(self._kept) >= _KEPT:
                    self._kept.clear()
                self._kept[key] = kept
        return kept

    def clocks(self, valid: date, known: datetime | None, until: datetime) -> AsOf:
        """Return both clocks.

        Without a known clock set, it is that of the newest receipt: this gives the same answer as the present
        instant, and the same bytes until something new is received.
        """
        if known is not None:
            return AsOf(valid, known)
        return AsOf(valid, self._facts.received(until) or end_of_day(valid))

    def _read(self, valid: date, known: datetime | None, until: datetime) -> Sight:
        facts = self._facts
        ids = facts.list_ids()
        clocks = self.clocks(valid, known, until)
        editions = {list_id: facts.edition_at(list_id, clocks) for list_id in ids}
        spans = {
            list_id: Span(
                confirmed(edition, facts.confirmations(list_id, until), until),
                facts.next_published(list_id, valid, until),
            )
            for list_id, edition in editions.items()
            if edition is not None
        }
        return Sight(clocks, editions, spans)
