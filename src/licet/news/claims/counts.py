"""Claims of how many ships, companies or payments a measure is about: "11 of its ships", "96 payments"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from licet.news import numbers
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.modality.modality import Modality
from licet.news.words import Word

COUNT = "count_"
"""How the predicates of these claims begin; the thing counted follows."""
THINGS = {
    **dict.fromkeys(listed("ships vessels tankers freighters boats"), "ships"),
    **dict.fromkeys(listed("payments transactions transfers"), "payments"),
    **dict.fromkeys(listed("companies firms entities businesses"), "companies"),
    **dict.fromkeys(listed("subsidiaries affiliates"), "subsidiaries"),
    **dict.fromkeys(listed("individuals persons"), "individuals"),
    **dict.fromkeys(listed("banks"), "banks"),
    **dict.fromkeys(listed("aircraft planes jets"), "aircraft"),
    **dict.fromkeys(listed("occasions violations breaches"), "violations"),
}
_VIOLATING = frozenset(("payments", "violations"))
"""Things that a violation is counted by, told away from the measure."""
_OWNED = listed(
    "its his her their the these those such other of more russian chinese iranian north korean foreign"
)
_HOLD = listed("lists listed names named covers counts counted includes")
_QUESTION = 12
"""Words of a question such as "How many ships?" at most."""
_MEASURE = 400


def counted(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """So many things that a measure is about, told by a figure before their noun."""
    words = ground.laid.words
    number = place - 1
    while number > sentence.first and words[number].low in _OWNED and place - number < 4:
        number -= 1
    figure, first = _figure(words, number, sentence)
    if figure is None or (
        place - number > 1 and words[number + 1].low != "of" and words[number + 1].low in _SPECIFIC
    ):
        return
    thing = THINGS[words[place].low]
    if thing in _VIOLATING or words[number + 1].low == "of" or _is_measured(ground, sentence):
        yield from _claim(ground, sentence, (first, place), thing, figure)


def _is_measured(ground: Ground, sentence: Sentence) -> bool:
    """Whether the first measure that a sentence speaks of is none that undoes another one."""
    found = ground.measure_between(sentence.start, sentence.end)
    return found is not None and not ground.kind_at(found[1].start).undoes


_SPECIFIC = listed("its his her their the these those")


def answered(ground: Ground, sentence: Sentence, place: int) -> Iterator[Claim]:
    """A figure that answers the question before it: "How many ships? The notice lists eleven."."""
    words = ground.laid.words
    before = ground.sentence_before(sentence)
    figure, first = _figure_behind(words, place, sentence)
    if figure is None or before is None or before.last - before.first > _QUESTION:
        return
    asked = [word.low for word in words[before.first : before.last]]
    if "how" not in asked or "many" not in asked:
        return
    thing = next((THINGS[low] for low in asked if low in THINGS), "")
    if thing:
        yield from _claim(ground, sentence, (place, first), thing, figure)


def _figure(words: list[Word], last: int, sentence: Sentence) -> tuple[Decimal | None, int]:
    """The number that ends at a word, in figures or in words, and where it begins."""
    if last < sentence.first:
        return None, last
    if words[last].number is not None:
        return words[last].number, last
    first = last + 1
    while first > sentence.first and (
        words[first - 1].low in numbers.NUMBER_WORDS or (first <= last and words[first - 1].low == "-")
    ):
        first -= 1
    if first > last:
        return None, last
    value, used = numbers.words([word.low for word in words[first : last + 1]])
    return (value, first) if used == last + 1 - first else (None, last)


def _figure_behind(words: list[Word], place: int, sentence: Sentence) -> tuple[Decimal | None, int]:
    """The number right behind a word, that nothing follows which it could count."""
    last = place + 1
    while last < sentence.last and (
        words[last].low in numbers.NUMBER_WORDS or words[last].number is not None
    ):
        last += 1
    if last == place + 1 or (last < sentence.last and words[last].low not in (".", ",", ";", "and")):
        return None, place
    return _figure(words, last - 1, sentence)[0], last - 1


def _claim(
    ground: Ground, sentence: Sentence, place: tuple[int, int], thing: str, figure: Decimal
) -> Iterator[Claim]:
    words = ground.laid.words
    span = ground.span(words[min(place)].start, words[max(place)].end)
    if figure != figure.to_integral_value() or figure <= 0:
        return
    measure = (
        ground.measure_between(sentence.start, sentence.end)
        or ground.measure_before(sentence.start, _MEASURE)
        or ground.measure_between(sentence.end, sentence.end + _MEASURE)
    )
    if measure is None:
        return
    holder = ground.statement_at(span.start)
    named = [item.party.key for item in ground.named_between(sentence.start, sentence.end)]
    yield Claim(
        kind=ClaimKind.SLOT,
        subject="",
        predicate=f"{COUNT}{thing}",
        value=f"exact {numbers.plain(figure)}",
        support=(span,),
        modality=Modality.REPORTED if holder is None else Modality.STATED,
        rule="slot: how many",
        measure=measure[0],
        statement=holder,
        parties=tuple(dict.fromkeys(named)),
    )


MAKERS = {**dict.fromkeys(THINGS, counted), **dict.fromkeys(_HOLD, answered)}
"""The makers by the words that call them."""
