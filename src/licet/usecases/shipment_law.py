"""The law behind a decision: its version, and what of it was public by a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from licet.model.rulebook import Document, Measure, Rulebook


def known_by(book: Rulebook, day: date) -> Rulebook:
    """Return the law without the events, documents and statements that were not public by a day.

    Values have citations and no documents: they stay as they are loaded, each on its own days.
    """
    unknown = {key for key, item in book.documents.items() if (made := public(item)) and made > day}
    return replace(
        book,
        documents={key: item for key, item in book.documents.items() if key not in unknown},
        measures={key: _known(item, unknown) for key, item in book.measures.items()},
        signals=tuple(item for item in book.signals if item.said <= day),
    )


def public(document: Document) -> date | None:
    """Return the first day on which anybody could have read a document; None where no day is loaded."""
    told = [item for item in (document.public, document.published) if item]
    return min(told, default=document.signed or document.effective)


def _known(measure: Measure, unknown: set[str]) -> Measure:
    life = tuple(event for event in measure.life if event.document not in unknown)
    return measure if len(life) == len(measure.life) else replace(measure, life=life)


def law_facts(book: Rulebook, day: date, known: date | None = None) -> Mapping[str, Any]:
    """Return the version of the law and what a private rulebook changed, as JSON values.

    Args:
        book: The law.
        day: The day asked about: of imported tables, the issues that count on it are told.
        known: Day by which it had to be public; None for all that is loaded.
    """
    facts = {**book.derived(_law_facts), "tables": _tables(book, day)}
    return facts | {"known_by": known.isoformat()} if known else facts


def _law_facts(book: Rulebook) -> dict[str, Any]:
    return {
        "sha256": book.sha256,
        "documents": len(book.documents),
        "measures": len(book.measures),
        "private": [
            {"file": _bare(name), "sha256": digest}
            for name, digest in book.files
            if not name.startswith("law/")
        ],
        "replaced": [
            {"what": what, "file": _bare(place.file), "line": place.line} for what, place in book.replaced
        ],
    }


def _bare(name: str) -> str:
    """Return a file's name without the machine's folders: the same law gives the same bytes elsewhere."""
    return "/".join(name.split("/")[-2:])


def _tables(book: Rulebook, day: date) -> list[dict[str, str]]:
    issues = [found for key in sorted(book.tables) if (found := book.table(key, day))]
    return [
        {
            "id": str(item["id"]),
            "dated": item["dated"].isoformat(),
            "file": str(item["source"]["file"]),
            "sha256": str(item["source"]["sha256"]),
        }
        for item in issues
    ]
