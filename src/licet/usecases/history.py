"""The life of a matter, a party or a measure, day by day, as the rulebook tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from licet.model.rulebook import Document, Measure, Rulebook, Signal
from licet.text.normalise import normalise
from licet.usecases.history_entries import Entry, entries
from licet.usecases.history_lanes import Lane, lanes


@dataclass(frozen=True, slots=True)
class History:
    """What is known of a matter, a party or a measure up to a day.

    Attributes:
        about: What was asked for, as it is called here.
        as_of: The day up to which it is told.
        matters: Names of the matters.
        parties: The parties: id and the name in the document.
        lanes: The measures with the states they went through, in the order of their first day.
        entries: What happened, by day.
        rulebook: Version of the law.
    """

    about: str
    as_of: date
    matters: tuple[str, ...]
    parties: tuple[tuple[str, str], ...]
    lanes: tuple[Lane, ...]
    entries: tuple[Entry, ...]
    rulebook: str


def history(book: Rulebook, about: str, as_of: date) -> History | None:
    """Tell the life of what a text names; None where the rulebook knows nothing of it.

    Args:
        book: The law.
        about: A matter (`ZTE`), a party by id, name or some words of it (`Zhongxing`), or a measure by id.
        as_of: Events and statements of later days are left out.
    """
    name, measures, matters = _found(book, about)
    if not measures and not matters:
        return None
    past = tuple(item for item in (_until(measure, as_of) for measure in measures) if item.life)
    documents = _documents(book, past, matters)
    signals = [item for item in book.signals if item.said <= as_of and not matters.isdisjoint(item.matter)]
    told = entries(book, past, documents, signals, as_of)
    if not told:
        return None
    named = sorted({party for measure in past for party in measure.parties})
    return History(
        about=name,
        as_of=as_of,
        matters=tuple(sorted(matters)),
        parties=tuple((key, book.parties[key].names[0].text) for key in named),
        lanes=lanes(book, past, as_of),
        entries=told,
        rulebook=book.sha256,
    )


def _found(book: Rulebook, about: str) -> tuple[str, tuple[Measure, ...], set[str]]:
    """Return what a text names, its measures and its matters."""
    everything = tuple(book.measures[key] for key in sorted(book.measures))
    if about in book.measures:
        own = tuple(item for item in everything if about in {item.id, item.authorises})
        return book.measures[about].title, own, set()
    wanted = normalise(about)
    matters = {name for name in _matters(everything, book.signals) if normalise(name) == wanted}
    if matters:
        found = tuple(item for item in everything if not matters.isdisjoint(item.matter))
        return ", ".join(sorted(matters)), found, matters
    parties = _parties(book, about, wanted)
    found = tuple(item for item in everything if not parties.isdisjoint(item.parties))
    names = ", ".join(book.parties[key].names[0].text for key in sorted(parties))
    return names, found, {name for item in found for name in item.matter}


def _matters(measures: Iterable[Measure], signals: Iterable[Signal]) -> set[str]:
    return {name for item in measures for name in item.matter} | {
        name for item in signals for name in item.matter
    }


def _parties(book: Rulebook, about: str, wanted: str) -> set[str]:
    """Return the parties that a text names: by id, by a whole name, else by some words of a name."""
    if about in book.parties:
        return {about}
    spelt = {
        key: [normalise(name.text) for name in party.names] for key, party in sorted(book.parties.items())
    }
    whole = {key for key, names in spelt.items() if wanted in names}
    if whole or not wanted:
        return whole
    words = set(wanted.split())
    return {key for key, names in spelt.items() if any(words <= set(name.split()) for name in names)}


def _until(measure: Measure, day: date) -> Measure:
    return replace(measure, life=tuple(item for item in measure.life if item.on <= day))


def _documents(book: Rulebook, measures: Iterable[Measure], matters: set[str]) -> tuple[Document, ...]:
    """Return the documents that make the measures, and those that name the matter themselves."""
    made = {event.document for measure in measures for event in measure.life if event.document}
    made |= {key for key, item in book.documents.items() if not matters.isdisjoint(item.matter)}
    return tuple(book.documents[key] for key in sorted(made))
