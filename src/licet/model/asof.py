"""The two clocks every read takes: the day asked about, and what we had received by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass(frozen=True, slots=True, order=True)
class AsOf:
    """A point on both clocks.

    Attributes:
        valid: The day asked about: what held on it.
        known: The instant up to which receipts count, timezone-aware UTC: what we knew by then.
    """

    valid: date
    known: datetime

    def __post_init__(self) -> None:
        """Refuse a naive instant: without a zone it names no moment."""
        if self.known.tzinfo is None:
            message = "AsOf.known must carry a time zone"
            raise ValueError(message)

    @property
    def known_utc(self) -> datetime:
        """The known clock in UTC."""
        return self.known.astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Return the last instant of a day in UTC: what "known by that day" means."""
    return datetime.combine(day, time.max, tzinfo=UTC)
