"""How a story is kept: canonical JSON, compressed. Escapes keep what no database column takes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import date

import zstandard

from licet.errors import StoreError
from licet.model import Problem, Severity
from licet.store.story_records import StoryDraft

_FORMAT = b"\x01"
_LARGEST = 256 * 1024 * 1024


def packed(draft: StoryDraft) -> tuple[bytes, bytes]:
    """Return the SHA-256 of a story's canonical JSON, and that JSON compressed."""
    content = {
        "text": draft.text,
        "words": draft.words,
        "dated": draft.dated.isoformat() if draft.dated else None,
        "outlet": draft.outlet,
        "url": draft.url,
        "title": draft.title,
        "extractor": draft.extractor,
        "problems": [{**asdict(item), "severity": str(item.severity)} for item in draft.problems],
    }
    data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("ascii")
    return hashlib.sha256(data).digest(), _FORMAT + zstandard.ZstdCompressor(level=9).compress(data)


def opened(body: bytes) -> bytes:
    """Return the canonical JSON of a body. Raises StoreError when it is none."""
    if body[:1] != _FORMAT:
        message = f"a story is kept in an unknown form ({body[:1].hex() or 'empty'})"
        raise StoreError(message)
    try:
        return zstandard.ZstdDecompressor().decompress(body[1:], max_output_size=_LARGEST)
    except zstandard.ZstdError as error:
        message = f"the kept content of a story cannot be read: {error}"
        raise StoreError(message) from error


def unpacked(body: bytes, key: str) -> StoryDraft:
    """Return the story of a body. Raises StoreError when it is none."""
    told = json.loads(opened(body))
    return StoryDraft(
        key=key,
        words=told["words"],
        text=told["text"],
        dated=date.fromisoformat(told["dated"]) if told["dated"] else None,
        outlet=told["outlet"],
        url=told["url"],
        title=told["title"],
        extractor=told["extractor"],
        problems=tuple(
            Problem(**{**item, "severity": Severity(item["severity"])}) for item in told["problems"]
        ),
    )
