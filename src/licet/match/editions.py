"""Editions in the corpus: small JSON values, read only for those that an answer names."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

from licet.model import Edition, EditionFile

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(instant: datetime) -> int:
    """Return an instant as whole microseconds since 1970."""
    return (instant - _EPOCH) // timedelta(microseconds=1)


def edition_to_json(edition: Edition) -> bytes:
    """Return an edition as JSON."""
    content = asdict(edition)
    content["published"] = edition.published.isoformat()
    content["known"] = edition.known.isoformat()
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode()


def edition_from_json(content: bytes) -> Edition:
    """Rebuild what `edition_to_json` wrote."""
    fields = json.loads(content)
    fields["published"] = date.fromisoformat(fields["published"])
    fields["known"] = datetime.fromisoformat(fields["known"])
    fields["files"] = tuple(EditionFile(**item) for item in fields["files"])
    return Edition(**fields)
