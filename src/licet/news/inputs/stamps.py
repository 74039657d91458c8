"""Days and instants as mails, feeds and pages write them; a day is that of the writer's own zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

_ISO_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?=T|\s*$)")
LONGEST = 100


def day_of(text: str) -> date | None:
    """Return the day that a stamp names where it was written; None when it names none.

    Read are ISO 8601 (`2018-05-14`, `2018-05-14T22:10:00-04:00`) and RFC 5322 (`Mon, 14 May 2018 22:10:00
    -0400`). An evening in New York is not moved to the next day, as UTC would have it.
    """
    found = _ISO_DAY.match(text) or _COMPACT.match(text)
    try:
        if found:
            return date.fromisoformat("".join(found.groups()))
        return parsedate_to_datetime(text[:LONGEST]).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def instant_of(text: str) -> datetime | None:
    """Return the instant of a stamp, of a bare day its first one; None for no stamp."""
    text = text.strip()[:LONGEST]
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        day = day_of(text)
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            moment = datetime.combine(day, time.min) if day else None  # type: ignore[assignment]
    if moment is None:
        return None
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:
        return None
