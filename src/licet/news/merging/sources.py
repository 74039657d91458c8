"""Whether stories that agree are independent: other outlets, other words, other sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from licet.news.merging.fact import Independence, Support
from licet.news.merging.pool import Groups, Telling, unquoted, words

_WIRES = re.compile(
    r"\((?P<wire>AP|Reuters|AFP|UPI|DPA|dpa|TASS|Xinhua|Kyodo|ANSA|EFE|Bloomberg"
    r"|(?:[A-Z]\w+ ){1,3}(?:Wire|Press|Desk|Newswire|Agency))\)"
)
_CREDITS = {
    "associated press": "AP",
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "united press international": "UPI",
}
_CREDIT = re.compile(
    r"(?:By|by|from|reporting by|Source:|contributed by)[^.\n]{0,60}?\b"
    r"(?P<wire>Associated Press|Agence France-Presse|Reuters|United Press International)\b"
)
_REPORTED = re.compile(r"(?:'s|’s)?,? (?:first )?(?:reported|said|wrote|revealed)\b")
_ACCORDING = re.compile(r"(?:according to|citing|reported by|cited by) (?:the )?$", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:(?:press|media|newspaper|wire|news|agency|unconfirmed) reports?|every paper reports?"
    r"|reports? in the (?:press|media|papers)|(?:papers|newspapers?|wires?) (?:say|said|reports?|reported)"
    r"|it (?:has been|was) reported|reportedly)\b",
    re.IGNORECASE,
)
"""A story tells what others report, and does not name them."""
_SHORT = 3
_MOST_NAMED = 20
"""Places that name another's outlet, of which it is asked whether they give it as the source."""
_HEAD, _TAIL = 500, 400
_RUN = 6
"""Words in a row that two stories do not share by chance."""
_ONE_TEXT = 0.25
"""Share of such rows from which two stories are one text with changes."""
_MOST = 20_000
"""Code points of a story that are compared with others."""
_LEAST_SHARED = 0.5
"""Share of such rows from which the words of two stories are one text."""


class Sources:
    """What is known of where the stories come from."""

    def __init__(self, stories: Sequence[Telling]) -> None:
        """Look at the stories once."""
        self._wire = {story.key: _wire(story) for story in stories}
        self._text = {story.key: _runs(unquoted(story.reading.story.text[:_MOST])) for story in stories}
        self._desks: dict[tuple[str, str], bool] = {}
        self._cited: dict[tuple[str, str], tuple[int, ...]] = {}
        self._runs: dict[tuple[str, int, int], frozenset[tuple[str, ...]]] = {}

    def independence(
        self, stories: Sequence[Telling], supports: Sequence[Support], *, one_source: bool
    ) -> Independence:
        """Tell why agreeing stories count as two, or do not.

        Args:
            stories: The stories that tell a fact.
            supports: The words it rests on.
            one_source: Whether they rest on one primary source.
        """
        if len(stories) < 2:
            return Independence.ONE_STORY
        desks = Groups(len(stories))
        _join(desks, len(stories), lambda one, other: self._one_desk(stories[one], stories[other]))
        _join(desks, len(stories), lambda one, other: self._had_from(stories[one], stories[other], supports))
        if desks.count() == 1:
            return Independence.ONE_WIRE
        if one_source:
            return Independence.ONE_SOURCE
        if _repeating(stories, supports) >= len(stories) - 1:
            return Independence.ONE_WIRE
        told = [self._told(story, supports) for story in stories]
        _join(desks, len(stories), lambda one, other: _shared(told[one], told[other]))
        return Independence.SHARED_WORDING if desks.count() == 1 else Independence.OWN_WORDS

    def _one_desk(self, one: Telling, other: Telling) -> bool:
        """Whether two stories come from one desk; each pair is compared once."""
        pair = (one.key, other.key)
        if pair not in self._desks:
            self._desks[pair] = self._is_one_desk(one, other)
        return self._desks[pair]

    def _is_one_desk(self, one: Telling, other: Telling) -> bool:
        """Whether two stories are of one outlet or wire, one text, or one leads with the other's."""
        outlets = (one.reading.story.outlet.casefold(), other.reading.story.outlet.casefold())
        if outlets[0] and outlets[0] == outlets[1]:
            return True
        wires = (self._wire[one.key], self._wire[other.key])
        if wires[0] and wires[0] == wires[1]:
            return True
        if any(place < _HEAD for place in (*self._cites(one, other), *self._cites(other, one))):
            return True
        left, right = self._text[one.key], self._text[other.key]
        return len(left & right) >= _ONE_TEXT * min(len(left), len(right))

    def _cites(self, one: Telling, other: Telling) -> tuple[int, ...]:
        """Where a story gives the other's outlet as its source; each pair is looked at once."""
        pair = (one.key, other.key)
        if pair not in self._cited:
            self._cited[pair] = cites(one, other)
        return self._cited[pair]

    def _had_from(self, one: Telling, other: Telling, supports: Sequence[Support]) -> bool:
        """Whether one of two stories tells a fact in sentences that give the other as their source."""
        for story, source in ((one, other), (other, one)):
            places = self._cites(story, source)
            if not places:
                continue
            around = (story.sentence_at(item.span) for item in supports if item.story == story.key)
            if any(start <= place < end for start, end in around for place in places):
                return True
        return False

    def _told(self, story: Telling, supports: Sequence[Support]) -> frozenset[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for item in supports:
            if item.story == story.key:
                place = (item.story, item.span.start, item.span.end)
                if place not in self._runs:
                    self._runs[place] = _runs(unquoted(story.sentence(item.span)))
                found |= self._runs[place]
        return frozenset(found)


def _repeating(stories: Sequence[Telling], supports: Sequence[Support]) -> int:
    """How many stories tell a fact only as what papers or wires report, none of which they name."""
    found = 0
    for story in stories:
        told = [story.sentence(item.span) for item in supports if item.story == story.key]
        found += bool(told) and all(_HEARSAY.search(text) for text in told)
    return found


def _join(groups: Groups, size: int, same: Callable[[int, int], bool]) -> None:
    for number in range(size):
        for earlier in range(number):
            if same(earlier, number):
                groups.join(earlier, number)


def _shared(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Whether the sentences that tell a fact are the same words in both stories, quotes left out."""
    least = min(len(left), len(right))
    return least > 0 and len(left & right) >= _LEAST_SHARED * least


def cites(one: Telling, other: Telling) -> tuple[int, ...]:
    """Where a story gives the other's outlet, or the wire it is credited to, as its source."""
    outlet = paper(other)
    if len(outlet) <= _SHORT:
        return ()
    text, found = one.reading.story.text, []
    place = text.find(outlet)
    for _ in range(_MOST_NAMED):
        if place < 0:
            break
        if _REPORTED.match(text, place + len(outlet)) or _ACCORDING.search(text, max(0, place - 20), place):
            found.append(place)
        place = text.find(outlet, place + 1)
    return tuple(found)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every row of words of a text; a shorter text is one row."""
    written = words(text)
    if len(written) <= _RUN:
        return frozenset((tuple(written),))
    return frozenset(tuple(written[place : place + _RUN]) for place in range(len(written) - _RUN + 1))


def paper(story: Telling) -> str:
    """The outlet of a story, else the wire that it is credited to; empty for neither."""
    return (story.reading.story.outlet or _wire(story)).removeprefix("The ")


def _wire(story: Telling) -> str:
    """The wire service that a story is credited to, in its dateline, byline or last lines; empty for none."""
    text = story.reading.story.text
    match = _WIRES.search(text, 0, _HEAD)
    if match:
        return match["wire"]
    credit = _CREDIT.search(text, 0, _HEAD) or _CREDIT.search(text, max(0, len(text) - _TAIL))
    return _CREDITS[credit["wire"].casefold()] if credit else ""
