"""Watched signals as plain values: for JSON, and for the card that a person reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from licet.news.layout import layout
from licet.news.signals.wording import shown
from licet.usecases.signals import Watched
from licet.usecases.signals_law import known_since
from licet.usecases.story_tellings import LONGEST_SENTENCE


def watched_dict(item: Watched) -> dict[str, Any]:
    """Return a watched signal as plain JSON values, without any control character of the story."""
    story, signal = item.story.reading.story, item.signal
    return {
        "story": shown(item.story.id),
        "day": story.dated.isoformat() if story.dated else None,
        "outlet": shown(story.outlet),
        "url": shown(story.url, LONGEST_SENTENCE),
        "kind": str(signal.kind),
        "measure": str(signal.type) if signal.type else None,
        "affects": str(signal.affects) if signal.affects else None,
        "modality": str(signal.modality),
        "parties": [shown(party.name) for party in item.parties],
        "signal": signal.why,
        "law": item.law,
        "why": item.why,
        "effect": signal.effect,
        "listed_because": [shown(reason, LONGEST_SENTENCE) for reason in item.reasons],
        "customers": [
            {
                "name": shown(concern.customer),
                "key": shown(concern.key),
                "party": shown(concern.party),
                "score": round(concern.score, 4),
            }
            for concern in item.customers
        ],
        "instruments": [
            {
                "day": found.day.isoformat(),
                "what": found.what,
                "title": found.title,
                "citations": list(found.citations),
                "id": found.measure,
                "source": found.source,
                "names": [shown(name) for name in found.names],
            }
            for found in item.instruments
        ],
        "sentence": sentence(item),
        "support": [
            {"start": span.start, "end": span.end, "text": shown(span.text)} for span in signal.support
        ],
    }


def sentence(item: Watched) -> str:
    """Return the sentence of the story in which the signal first stands."""
    story, first = item.story.reading.story, item.signal.support[0]
    for found in layout(story).sentences:
        if found.start <= first.start < found.end:
            return shown(story.text[found.start : found.end], LONGEST_SENTENCE)
    return shown(first.text, LONGEST_SENTENCE)


def signals_card(rows: Sequence[dict[str, Any]]) -> str:
    """Lay watched signals out for a person."""
    lines: list[str] = []
    for row in rows:
        source = ", ".join(filter(None, (row["outlet"], row["story"])))
        lines += [
            f"{row['day'] or 'undated   '}  {row['kind'].replace('_', ' ')}: {row['signal']}",
            *(f"            {line}" for line in _law(row)),
            *(f"            listed: {reason}" for reason in row["listed_because"]),
            f"            {source}: {row['sentence']}",
            "",
        ]
    counted = "1 signal; it changes no answer." if len(rows) == 1 else None
    counted = counted or f"{len(rows)} signals; none of them changes an answer."
    lines.append(counted if rows else "no signal to look at")
    return "\n".join(lines) + "\n"


def _law(row: dict[str, Any]) -> list[str]:
    found = row["instruments"]
    if not found:
        return [row["law"]]
    first = date.fromisoformat(found[0]["day"])
    told = [
        f"  {item['day']} {item['what']} for {', '.join(item['names'])}: {item['title']}, "
        f"{', '.join(item['citations'])}"
        for item in found
    ]
    return [f"{known_since(first, date.fromisoformat(row['day']))}:", *told]
