"""Claims of talks and meetings, with who, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import ACTORS, Ground, joined
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind
from licet.news.words import Word

TALKING = frozenset((PartyKind.COUNTRY, PartyKind.AUTHORITY, PartyKind.PERSON))
_OF = re.compile(r"\w+ (?:of|between|with) ")
_BOTH = re.compile(r"\b(?:two|both) (?:countries|sides|governments|nations|capitals)\b")

_TALKS = listed("talks negotiations meeting meetings summit consultations")
_MEETS = listed("meet meets met meeting")
_PLACE_REACH = 14
_MENTIONS_BACK = 400
"""Mentions before "the two countries" among which these are looked for."""
_AFTER = 60
"""Code points behind "talks between" within which those who talk are named."""


def talks(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Talks with their place or day, told in the story's own voice."""
    words = ground.laid.words
    noun = words[place]
    if ground.statement_at(noun.start) is not None or ground.laid.quote_at(noun.start):
        return
    where, where_end = _where(ground, sentence, place)
    times = [
        value
        for value in ground.times_between(noun.end, sentence.end)
        if not ground.laid.quote_at(value.spans[0].start)
    ][:2]
    times = (
        times
        if len(times) < 2 or _alternatives(ground, times[0].spans[0].end, times[1].spans[0].start)
        else times[:1]
    )
    if not where and not times:
        return
    start = _clause_start(words, place, sentence)
    end = max([where_end, noun.end, *(value.spans[0].end for value in times)])
    yield Claim(
        kind=ClaimKind.EVENT,
        subject="",
        predicate="talks",
        value="",
        support=(ground.span(start, end), *(value.spans[0] for value in times)),
        modality=_standing(ground, noun, words[_number(words, start, sentence) : place + 9]),
        rule="event: talks with a place or a day",
        when=joined(times),
        parties=_participants(ground, sentence, noun.start),
        place=where,
    )


def _number(words: list[Word], start: int, sentence: Sentence) -> int:
    """Number of the word that begins at an offset of a sentence."""
    return next((n for n in range(sentence.first, sentence.last) if words[n].start >= start), sentence.first)


def _standing(ground: Ground, event: Word, words: list[Word]) -> Modality:
    """Talks that are prepared, planned or expected are expected; of others the gate tells."""
    if any(word.low in _PLANNED for word in words):
        return Modality.EXPECTED
    return ground.standing(ground.span(event.start, event.end)).modality


_PLANNED = listed(
    "expected planned scheduled planning plan plans prepare preparing prepares due will set slated upcoming"
)


def _alternatives(ground: Ground, end: int, start: int) -> bool:
    """Whether two times are alternatives ("this week or next") or the ends of one stretch."""
    return ground.laid.story.text[end:start].strip().casefold() in ("or", "and", "to", "-", "–", "or the")


def _where(ground: Ground, sentence: Sentence, place: int) -> tuple[str, int]:
    """Key of the place named behind "in" or "at" after a noun, and the end of its name."""
    words = ground.laid.words
    for number in range(place + 1, min(sentence.last - 1, place + _PLACE_REACH)):
        if words[number].low not in ("in", "at"):
            continue
        for item in ground.named_between(words[number + 1].start, words[number + 1].start + 1):
            return item.party.key, item.end
    return "", 0


def _clause_start(words: list[Word], place: int, sentence: Sentence) -> int:
    """Offset at which the clause of a word begins: behind a conjunction or comma, else with the sentence."""
    for number in range(place - 1, sentence.first - 1, -1):
        if words[number].low in ("as", "while", "when", "but", ";", ",", "and", "before", "after"):
            return words[number + 1].start
    return words[sentence.first].start


def _participants(ground: Ground, sentence: Sentence, before: int) -> tuple[str, ...]:
    """Who talks: those named in the sentence before the noun, else in the sentence before it.

    "the two countries" are the two that were named last.
    """
    named = _talking(ground, sentence.start, before)
    behind = _OF.match(ground.laid.story.text, before)
    if behind:
        named += _talking(ground, behind.end(), min(sentence.end, behind.end() + _AFTER))
    said = ground.laid.story.text[sentence.start : before].casefold()
    if _BOTH.search(said):
        back = islice(ground.named_before(sentence.start), _MENTIONS_BACK)
        countries = dict.fromkeys(
            item.party.key
            for item in back
            if item.party.kind in TALKING and item.party.key.startswith("country-")
        )
        return tuple(sorted(list(countries)[:2]))
    if not named and sentence.start > 0:
        earlier = ground.sentence_before(sentence)
        named = _talking(ground, earlier.start, earlier.end) if earlier else []
    return tuple(dict.fromkeys(named))


def _talking(ground: Ground, start: int, end: int) -> list[str]:
    """Keys of those who may talk, as named within some offsets."""
    return [item.party.key for item in ground.named_between(start, end) if item.party.kind in TALKING]


def meets(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Somebody meets with somebody who is named."""
    words = ground.laid.words
    if (
        place + 1 >= sentence.last
        or words[place + 1].low != "with"
        or ground.laid.quote_at(words[place].start)
    ):
        return
    limit = words[min(sentence.last - 1, place + 8)].start
    others = [item for item in ground.named_between(words[place + 1].end, limit) if item.party.kind in ACTORS]
    subject, start = ground.subject(sentence, place)
    if not others or not subject:
        return
    verb = ground.span(words[place].start, words[place].end)
    yield Claim(
        kind=ClaimKind.EVENT,
        subject=subject,
        predicate="meet",
        value=others[0].party.key,
        support=(ground.span(start, others[0].end),),
        modality=_standing(ground, words[place], words[max(sentence.first, place - 4) : place]),
        rule="event: meet with",
        when=joined(ground.times_between(verb.end, sentence.end)[:1]),
        statement=ground.statement_at(verb.start),
        parties=(others[0].party.key,),
    )


MAKERS = dict.fromkeys(_TALKS, talks) | dict.fromkeys(_MEETS - _TALKS, meets)
"""The makers by the words that call them."""
