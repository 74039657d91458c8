"""Days and instants as users write them."""

from __future__ import annotations

from datetime import date, datetime

from licet.errors import UsageError
from licet.model import end_of_day


def day_of(value: date | str | None) -> date | None:
    """Return a day; of nothing None. Raises UsageError for what is none."""
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        message = f"{value!r} is no day: write YYYY-MM-DD"
        raise UsageError(message) from error


def instant_of(value: date | datetime | str | None) -> datetime | None:
    """Return an instant; of a day its end, of nothing None. Raises UsageError for what is neither."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError as error:
            message = f"{value!r} is no day or instant: write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SSZ"
            raise UsageError(message) from error
    if isinstance(value, datetime):
        if value.tzinfo is None:
            message = f"{value.isoformat()} names no moment without a zone: add Z or +HH:MM"
            raise UsageError(message)
        return value
    return end_of_day(value) if value is not None else None
