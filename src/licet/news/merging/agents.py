"""An authority that a story tells by its noun alone: "the ministry barred ..."."""

from __future__ import annotations

import re

from licet.news.measures.measure import Measure, SlotName
from licet.news.parties.party import Party, PartyKind

_NOUNS = (
    "treasury|ministry|department|court|parliament|congress|senate|council|commission|central bank|cabinet"
    "|tribunal"
)
_BEFORE = re.compile(
    rf"\b(?:the|an?|its|their|[A-Z]\w+['’]s)\s+(?:\w+\s+){{0,2}}(?P<noun>{_NOUNS})"
    r"\s+(?:(?:has|had|have|also|then|later|on\s+\w+)\s+){0,2}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[^.;:\n]{{0,80}}?\bby\s+(?:the|an?|its|their|[A-Z]\w+['’]s)\s+(?:\w+\s+){{0,2}}(?P<noun>{_NOUNS})\b",
    re.IGNORECASE,
)
_WINDOW = 80
_FORMS = 20
"""Mentions by which the forms of a name are known: a story that repeats it costs no more."""
_UNIONS = frozenset(("EU", "UN"))
_NOUN = re.compile(_NOUNS)
_JOINT = frozenset(("commission", "council", "court", "parliament", "tribunal"))
"""Bodies that unions of states have; what has a treasury or a ministry is a state."""


def nouns(measure: Measure, text: str) -> frozenset[str]:
    """The nouns by which a story tells who took a measure, where it names nobody.

    Args:
        measure: The measure of one story.
        text: The text of the story.
    """
    found = set()
    for item in measure.mentions:
        if item.slot(SlotName.IMPOSER):
            continue
        start, end = item.trigger.start, item.trigger.end
        before = _BEFORE.search(text[max(0, start - _WINDOW) : start])
        match = before or _BEHIND.match(text[end : end + 2 * _WINDOW])
        if match:
            found.add(match["noun"].casefold())
    return frozenset(found)


def borne(party: Party, line: tuple[str, ...]) -> frozenset[str]:
    """The nouns by which a story may tell an authority without its name.

    Args:
        party: The authority; a government may be told by any of its bodies.
        line: It and all that it is within, by their keys.
    """
    if party.kind is not PartyKind.AUTHORITY or not party.jurisdiction or party.jurisdiction in _UNIONS:
        return _JOINT if party.jurisdiction in _UNIONS else frozenset(_NOUNS.split("|"))
    names = " ".join((party.name, *line, *(item.span.text for item in party.mentions[:_FORMS]))).casefold()
    return frozenset(_NOUN.findall(names))
