"""Checks what one entry of a rulebook says of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from licet.model.rulebook import Measure, Place, Rulebook


def check(book: Rulebook) -> Iterator[str]:
    """Yield references to what is not there, each with file and line."""
    for key in sorted(book.measures):
        yield from _measure(book.measures[key], book)
    for signal in book.signals:
        yield from _missing(signal.linked, book.documents, signal.place, f"signals.{signal.id}.linked")


def _measure(measure: Measure, book: Rulebook) -> Iterator[str]:
    what = f"measures.{measure.id}"
    yield from _missing(measure.parties, book.parties, measure.place, f"{what}.parties")
    if measure.authorises:
        yield from _missing((measure.authorises,), book.measures, measure.place, f"{what}.authorises")
    for event in measure.life:
        named = dict.fromkeys(measure.parties)
        yield from _missing(event.parties, named, event.place, f"{what}.life: parties of the measure")


def _missing(keys: Iterable[str], there: Mapping[str, object], place: Place, what: str) -> Iterator[str]:
    for key in keys:
        if key not in there:
            yield f"{place.file}:{place.line}: {what}: there is no {key}"
