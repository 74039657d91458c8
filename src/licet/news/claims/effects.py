"""Claims of the day on which a measure takes effect: "takes effect on May 8", "effective 4 May"."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.news import Timex, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground
from licet.news.dates.lexicon import MONTHS, SHORT_MONTHS
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.statements.statement import SpeakerKind
from licet.news.words import Word

TAKES_EFFECT = "takes_effect"
"""Predicate of these claims."""
_TAKE = listed(
    "take takes took taking taken come comes came coming enter enters entered entering go goes went"
)
_INTO = listed("into with in")
_LINKS = listed("on from as of at the , in - — since") | {"–"}
_TO_COME = listed("will would shall to may might could can must should due expected set")
_NOT = listed("not never no n't won't wouldn't until before")
_MONTHS = MONTHS.keys() | SHORT_MONTHS.keys()
_FAR = 90
"""Code points from the verb to its day at most."""
_BACK = 8
_BEGINS = listed("bites bite applies apply starts start begins begin kicks kick")
"""Verbs that tell a day of effect right behind the words of the measure: "the ban bites on Monday"."""
_ON = listed("on from as at")
_NEAR = 40
"""Code points before such a verb within which the measure is told."""
_MEASURE = 500
"""Code points before the verb within which the measure is told."""


def takes_effect(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """A measure takes effect on a day."""
    words = ground.laid.words
    verb = _verb(words, place, sentence)
    if verb < 0:
        return
    time = _day(ground, sentence, place, verb)
    near = _NEAR if words[place].low in _BEGINS else _MEASURE
    measure = ground.measure_before(words[verb].start, near)
    if time is None or measure is None:
        return
    key, trigger = measure
    span = time.spans[0]
    begin = trigger.start if sentence.start <= trigger.start else _subject(ground, sentence, verb)
    whole = ground.span(min(begin, span.start), max(words[place].end, span.end))
    holder = ground.statement_at(words[verb].start)
    yield Claim(
        kind=ClaimKind.SLOT,
        subject="",
        predicate=TAKES_EFFECT,
        value=time.value.value or "",
        support=(whole,),
        modality=_standing(ground, holder, words, range(max(sentence.first, verb - _BACK), verb)),
        rule="slot: day of effect",
        when=time.value,
        measure=key,
        statement=holder,
    )


def _verb(words: list[Word], place: int, sentence: Sentence) -> int:
    """Number of the verb that a noun of effect hangs on, or of the word "effective"; -1 for none."""
    low = words[place].low
    before = [words[place - back].low if place - back >= sentence.first else "" for back in (1, 2, 3)]
    after = words[place + 1].low if place + 1 < sentence.last else ""
    if low == "effective":
        return (
            place
            if after in _LINKS or words[place + 1].number is not None or after.rstrip(".") in _MONTHS
            else -1
        )
    if low in _BEGINS:
        at = place + 1 if after == "in" and low.startswith("kick") else place
        return place if words[at + 1 : at + 2] and words[at + 1].low in _ON else -1
    if before[0] in _TAKE:
        return place - 1
    if before[0] in _INTO and (before[1] in _TAKE or before[1] in ("be", "is", "are", "was", "were")):
        return place - 2
    return place if before[0] == "with" and after in ("from", "on", "as") else -1


def _day(ground: Ground, sentence: Sentence, place: int, verb: int) -> Value[Timex] | None:
    """The day behind the verb, else the one right before its subject."""
    end = ground.laid.words[place].end
    behind = ground.times_between(end, min(sentence.end, end + _FAR))
    text = ground.laid.story.text
    for time in behind:
        between = text[end : time.spans[0].start]
        if time.value.first is not None and not any(mark in between for mark in '.;:"“”\n'):
            return time
        break
    start = ground.laid.words[verb].start
    before = ground.times_between(max(sentence.start, start - _FAR // 2), start)
    return next(
        (time for time in before if time.value.first is not None and _opens(ground, sentence, time)), None
    )


def _opens(ground: Ground, sentence: Sentence, time: Value[Timex]) -> bool:
    """Whether a day opens its sentence: "From 8 May the order is in force"."""
    return ground.laid.word_at(time.spans[0].start) - sentence.first <= 1


def _subject(ground: Ground, sentence: Sentence, verb: int) -> int:
    """Where the subject of the verb begins: behind the last comma or "and" before it."""
    words = ground.laid.words
    first = max(sentence.first, verb - _BACK)
    for number in range(verb - 1, first - 1, -1):
        if words[number].low in (",", "and", "that", ";", ":"):
            return words[number + 1].start
    return words[first].start


def _standing(ground: Ground, holder: int | None, words: list[Word], before: range) -> Modality:
    """Its standing; no day of effect is ever told as an act."""
    lows = {words[number].low for number in before}
    if lows & _NOT:
        return Modality.UNCLEAR
    if holder is not None:
        kind = ground.said[holder].value.speaker.kind
        return Modality.CLAIMED if kind is SpeakerKind.ANONYMOUS else Modality.STATED
    return Modality.EXPECTED if lows & _TO_COME else Modality.REPORTED


MAKERS = dict.fromkeys(("effect", "effective", "force", *sorted(_BEGINS)), takes_effect)
"""The makers by the words that call them."""
