"""The clock: the only place where the present is read."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the present day where the user is."""
    return datetime.now().astimezone().date()
