"""Claims of states: tensions, the tone of talks, who stands against whom, what is older, who answers."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.news import Span
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground, joined
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind
from licet.news.words import Word

_GRADES = {
    **dict.fromkeys(listed("worsening rising growing mounting escalating worsened risen grown"), "high"),
    **dict.fromkeys(listed("high heightened intense severe strained simmering"), "high"),
    **dict.fromkeys(listed("easing eased falling low lower calm"), "low"),
}
_LINKS = listed("remain remains remained are is were was have has been stay stays stayed run runs ran")
_TONES = listed(
    "amicable constructive productive tense difficult deadlocked stalled cordial fruitful fruitless heated"
    " friendly candid hostile frank rocky tough acrimonious strained smooth slow"
)
_NOT = listed("not never no n't")
_STANCES = listed("aligned united allied opposed arrayed")
_MOST = listed("largest biggest heaviest highest steepest record")
_EVER = listed("ever history record yet")
_REACH = 12


def tensions(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Tensions between two countries, and how high they are."""
    words = ground.laid.words
    grade, start, end = _grade(words, sentence, place)
    if not grade:
        return
    named = [
        item
        for item in ground.named_between(words[max(sentence.first, place - 4)].start, sentence.end)
        if item.party.kind is PartyKind.COUNTRY
    ][:2]
    if len(named) < 2:
        return
    span = ground.span(min(start, named[0].start), max(end, named[1].end))
    yield _state(ground, "tensions", grade, span, tuple(item.party.key for item in named))


def _grade(words: list[Word], sentence: Sentence, place: int) -> tuple[str, int, int]:
    """How high, with the offsets of the words from the grade to the noun or the other way round."""
    for number in range(place - 1, max(sentence.first, place - 4) - 1, -1):
        if words[number].low in _GRADES:
            return _GRADES[words[number].low], words[number].start, words[place].end
    begin = next(
        (
            n
            for n in range(place, max(sentence.first, place - 3) - 1, -1)
            if words[n - 1].low in (",", "that")
        ),
        max(sentence.first, place - 1),
    )
    for number in range(place + 1, min(sentence.last - 1, place + _REACH)):
        if words[number].low in _LINKS and words[number + 1].low in _GRADES:
            return _GRADES[words[number + 1].low], words[begin].start, words[number + 1].end
    return "", 0, 0


def superlative(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """A penalty is told as the largest ever: "the heaviest fine in its history", "a record settlement"."""
    words = ground.laid.words
    grade = next(
        (n for n in range(place - 1, max(sentence.first, place - 4) - 1, -1) if words[n].low in _MOST), -1
    )
    if grade < 0:
        return
    stop = place
    if words[grade].low != "record":
        ever = (n for n in range(place + 1, min(sentence.last, place + _REACH)) if words[n].low in _EVER)
        stop = next(ever, -1)
    if stop >= 0:
        span = ground.span(words[grade].start, words[stop].end)
        yield _state(ground, "largest_penalty", "largest", span, ())


def tone(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """The tone of talks, told behind a form of "be"."""
    words = ground.laid.words
    number = place + 1
    negated = False
    while number < min(sentence.last, place + 6):
        low = words[number].low
        if low in _TONES and number > place + 1:
            start = words[place - 1].start if place > sentence.first else words[place].start
            value = f"not {low}" if negated else low
            yield _state(ground, "tone_of_talks", value, ground.span(start, words[number].end), ())
            return
        negated = negated or low in _NOT
        if not (low in _LINKS or low in _NOT or low.endswith(("ly", "n't"))):
            return
        number += 1


def older(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Something is older than something else: "the dispute predates the election"."""
    words = ground.laid.words
    stop = place + 1
    while stop < min(sentence.last, place + _REACH) and words[stop].low not in ("and", ",", ".", ";", "but"):
        stop += 1
    if stop == place + 1 or place == sentence.first:
        return
    value = ground.laid.story.text[words[place + 1].start : words[stop - 1].end]
    span = ground.span(words[sentence.first].start, words[stop - 1].end)
    named = tuple(dict.fromkeys(item.party.key for item in ground.named_between(span.start, span.end)))
    yield _state(ground, "older_than", value.casefold(), span, named)


def stance(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Parties stand together against another one, or behind it."""
    words = ground.laid.words
    if place + 1 >= sentence.last or words[place + 1].low not in ("against", "behind", "to"):
        return
    against = words[place + 1]
    others = ground.named_between(against.end, against.end + _REACH)
    sides = [
        item
        for item in ground.named_between(sentence.start, words[place].start)
        if item.party.kind is not PartyKind.PLACE
    ]
    if not others or not sides:
        return
    times = ground.times_between(others[0].end, sentence.end)[:1]
    end = max([others[0].end, *(value.spans[0].end for value in times)])
    yield Claim(
        kind=ClaimKind.STATE,
        subject=sides[0].party.key,
        predicate="stands_behind" if against.low == "behind" else "stands_against",
        value=others[0].party.key,
        support=(ground.span(sides[0].start, end),),
        modality=Modality.REPORTED,
        rule="state: aligned against",
        when=joined(times),
        statement=ground.statement_at(words[place].start),
        parties=tuple(dict.fromkeys(item.party.key for item in (*sides[1:], others[0]))),
    )


def _state(ground: Ground, predicate: str, value: str, span: Span, parties: tuple[str, ...]) -> Claim:
    holder = ground.statement_at(span.start)
    quoted = ground.laid.quote_at(span.start) is not None
    return Claim(
        kind=ClaimKind.STATE,
        subject=parties[0] if parties else "",
        predicate=predicate,
        value=value,
        support=(span,),
        modality=Modality.CLAIMED if holder is not None or quoted else Modality.REPORTED,
        rule=f"state: {predicate.replace('_', ' ')}",
        statement=holder,
        parties=parties[1:],
    )


def defers(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """Questions are passed on to somebody else: "deferred to the ministry", "referred questions to"."""
    words = ground.laid.words
    after = [word.low for word in words[place + 1 : min(sentence.last, place + 5)]]
    if words[place].low.startswith("refer") and not {"questions", "inquiries", "comment"} & set(after):
        return
    if "to" not in after:
        return
    subject, start = ground.subject(sentence, place)
    limit = words[min(sentence.last - 1, place + 10)].start
    others = ground.named_between(words[place].end, limit)
    if not subject or not others:
        return
    yield Claim(
        kind=ClaimKind.NO_COMMENT,
        subject=subject,
        predicate="deferred",
        value=others[0].party.key,
        support=(ground.span(start, others[0].end),),
        modality=Modality.NO_COMMENT,
        rule="state: deferred to",
        when=joined(ground.times_between(sentence.start, sentence.end)[:1]),
        parties=(others[0].party.key,),
    )


MAKERS = {
    **dict.fromkeys(listed("penalty fine fines settlement"), superlative),
    **dict.fromkeys(listed("tension tensions"), tensions),
    **dict.fromkeys(listed("talks negotiations meeting summit"), tone),
    **dict.fromkeys(listed("predates predate predated"), older),
    **dict.fromkeys(_STANCES, stance),
    **dict.fromkeys(listed("deferred defers referred refers"), defers),
}
"""The makers by the words that call them."""
