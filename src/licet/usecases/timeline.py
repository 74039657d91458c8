"""Tells several stories as one, beside the law of the matter that they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from licet.model.rulebook import Rulebook
from licet.news.merging.merge import merge
from licet.news.parties.party import Mention, MentionKind, Role
from licet.text.normalise import normalise
from licet.usecases.history import History, history
from licet.usecases.read import Told, ToldTogether

_MOST_FORMS = 40
"""Names of one party under which the rulebook is asked."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What some stories are about, and what the rulebook knows of it.

    Attributes:
        name: What they are about; empty where no party is their subject.
        asked: Whether the user named it; else it is the party named most.
        times: How often the stories name it; 0 where the user named the matter.
        law: The life of it in the rulebook; None where that knows nothing of it.
    """

    name: str
    asked: bool
    times: int
    law: History | None


def together(told: Sequence[Told]) -> ToldTogether:
    """Merge stories.

    Args:
        told: The stories, in the order of their letters.
    """
    return ToldTogether(tuple(told), merge([item.reading for item in told]))


def matter(found: ToldTogether, book: Rulebook, wanted: str, as_of: date) -> Matter:
    """Return what stories are about, with the law of it up to a day.

    Args:
        found: The stories.
        book: The law.
        wanted: A matter, a party or a measure as `licet history` takes it; empty to take the subject that the
            stories name most.
        as_of: The day up to which the law is told.
    """
    if wanted:
        return Matter(wanted, asked=True, times=0, law=history(book, wanted, as_of))
    names = _most_named(found)
    if not names:
        return Matter("", asked=False, times=0, law=None)
    of_law = _names(book)
    known = next((form for form in names if normalise(form) in of_law), None)
    law = history(book, known, as_of) if known else None
    return Matter(known or next(iter(names)), asked=False, times=sum(names.values()), law=law)


def _most_named(found: ToldTogether) -> Counter[str]:
    """Return the names of the subject that the stories name most, the most frequent name first."""
    names: dict[str, Counter[str]] = {}
    subjects: dict[str, int] = {}
    for told, story in zip(found.stories, found.timeline.stories, strict=True):
        for party in (value.value for value in told.reading.parties):
            key = found.timeline.parties.get((story, party.key), party.key)
            if party.role is Role.SUBJECT:
                subjects[key] = subjects.get(key, 0) + len(party.mentions)
            names.setdefault(key, Counter()).update(_forms(party.mentions))
    if not subjects:
        return Counter()
    main = max(subjects, key=lambda key: subjects[key])
    return Counter(dict(names[main].most_common(_MOST_FORMS)))


def _forms(mentions: Sequence[Mention]) -> list[str]:
    return [" ".join(item.span.text.split()) for item in mentions if item.kind is not MentionKind.NOMINAL]


def _names(book: Rulebook) -> frozenset[str]:
    """Names of the matters and parties of the rulebook, whole: words of one are not enough."""
    matters = [name for item in book.measures.values() for name in item.matter]
    matters += [name for item in book.signals for name in item.matter]
    parties = (name.text for party in book.parties.values() for name in party.names)
    return frozenset(map(normalise, (*matters, *parties))) - {""}
