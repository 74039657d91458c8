"""Claims that a company halts or resumes its operations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licet.model.news import Span, Timex, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground, joined
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.words import Word

_HALTS = {
    **dict.fromkeys(
        listed("halt halts halted halting cease ceases ceased ceasing stop stops stopped"), "halt"
    ),
    **dict.fromkeys(listed("suspend suspends suspended shutter shuttered paused pause end ended"), "halt"),
    **dict.fromkeys(listed("resume resumes resumed resuming restart restarts restarted"), "resume"),
}
_WORK = {
    **dict.fromkeys(listed("operations operation operating activities production business"), "operations"),
    **dict.fromkeys(listed("manufacturing work"), "operations"),
    "trading": "trading",
    **dict.fromkeys(listed("deliveries shipments"), "deliveries"),
}
_OPEN = listed(
    "its their his her all most some main major key core normal the of global commercial \" “ ” ' in"
)
_FURTHEST_OBJECT = 7
_ALONG = re.compile(r",? (?P<clause>\w+ing [^,.;:\"“”]{0,80})")
"""A participle clause right behind an event: it tells what was done along with it."""
_TO_COME = listed("would will shall to may might could can must plans plan")
_DONE = listed("had has have having then was were been already")
_BETWEEN = listed("be also again now soon it")
_NOT = listed("not never n't didn't hasn't hadn't wouldn't won't cannot")
_FORCED = listed("forced had compelled obliged caused led made forcing forces")


def operations(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """A company halts or resumes its operations, and whether it has done so or is about to."""
    words = ground.laid.words
    verb = words[place]
    last = _object(words, place, sentence)
    if last < 0:
        return
    subject, start = ground.subject(sentence, place)
    if not subject:
        return
    if any(word.low == "should" for word in words[max(sentence.first, place - 3) : place]):
        return
    aspect = _aspect(words, place, sentence)
    holder = ground.statement_at(verb.start)
    end = _closed(ground, words[last].end)
    whole = ground.span(start, end)
    standing = ground.standing(ground.span(verb.start, verb.end))
    yield Claim(
        kind=ClaimKind.EVENT,
        subject=subject,
        predicate=f"{_HALTS[verb.low]}_{_WORK[words[last].low]}",
        value=aspect,
        support=(whole,),
        modality=Modality.DENIED if aspect == "denied" else standing.modality,
        rule="event: verb and operations",
        when=joined(_times(ground, sentence, whole, holder)),
        statement=holder,
    )


def _times(ground: Ground, sentence: Sentence, whole: Span, holder: int | None) -> list[Value[Timex]]:
    """The day of an event: its own, that of the words that tell it, or that of what is told along with it.

    "said in late June that it had closed", "then shut the yard, adding in a letter on Friday that".
    """
    inside = ground.times_between(whole.start, whole.end)[:1]
    if inside:
        return inside
    if holder is not None:
        said = ground.said[holder].value
        cue, content = said.cue, said.content[0]
        if cue is None or not sentence.start <= cue.end <= content.end:
            return []
        return ground.times_between(cue.end, max(content.start, whole.start))[:1]
    along = _ALONG.match(ground.laid.story.text, whole.end, sentence.end)
    return ground.times_between(along.start("clause"), along.end("clause"))[:1] if along else []


def _object(words: list[Word], place: int, sentence: Sentence) -> int:
    """Number of the last word of the object, -1 where the verb is about something else."""
    found = -1
    for number in range(place + 1, min(sentence.last, place + _FURTHEST_OBJECT)):
        low = words[number].low
        if low in _WORK:
            found = number
        elif found >= 0:
            return -1 if low == "with" and words[found].low == "business" else found
        elif not (low in _OPEN or low.endswith(("ing", "al"))):
            return -1
    return found


def _closed(ground: Ground, end: int) -> int:
    """The end with the mark that closes a quote behind it."""
    quote = ground.laid.quote_at(end)
    return quote.end if quote is not None and quote.end - end <= 2 else end


def _aspect(words: list[Word], place: int, sentence: Sentence) -> str:
    """Whether an event is told as `done`, `to_come`, `going_on` or `denied`."""
    before = [word.low for word in words[max(sentence.first, place - 8) : place]]
    if "to" in before[-2:] and any(word in _FORCED for word in before[:-1]):
        return "done"
    aspect = ""
    for low in reversed(before[-4:]):
        if low in _NOT:
            return "denied"
        if not aspect and low in _TO_COME:
            aspect = "to_come"
        elif not aspect and low in _DONE:
            aspect = "done"
        elif not (aspect or low in _BETWEEN or low.endswith("ly")):
            break
    if aspect:
        return aspect
    if words[place].low.endswith("ing"):
        return "going_on"
    return "done" if words[place].low.endswith("ed") else "to_come"


MAKERS = dict.fromkeys(_HALTS, operations)
"""The makers by the words that call them."""
