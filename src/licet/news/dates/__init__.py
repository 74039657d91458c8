"""Dates, durations and times that come again, read from news as TIMEX3 with their days.

One scanner walks over the story in kinds (`lexicon`, `reading`) and tries the rules in their order at each
place where one may begin; the first that holds takes its words.
"""

from __future__ import annotations

import re
from datetime import date

from licet.model.news import Timex, TimexType, Value
from licet.news.dates import absolute, lengths, references, relative, stretches
from licet.news.dates.found import Found, Rule, first_of
from licet.news.dates.reading import Reading, reading
from licet.news.layout import Layout
from licet.news.tokens import Tokens, joined
from licet.news.words import lex

_RULES: tuple[Rule, ...] = (
    *stretches.RULES,
    *absolute.RULES,
    *relative.RULES,
    *lengths.RULES,
    *references.RULES,
)
_FIRST = first_of(_RULES)
_BEGIN = re.compile(
    r"[ndyoMWSUuPQqZTDREcNIVHFLYiG]|X(?=aU)|A(?=[ndVHU])|O(?=-?[UQHFndV])|a(?=-?[UQH])|e(?=[ndyVaHtkO])|h(?=[tkWT])|b(?=f)"
    r"|m(?=[-tkvMWTySZfF])|k(?=[kFUQMWSPndyVaHu.,;']|$)|t(?=[mbkjoOdSUQrFLVZnyR])"
)
"""Where a rule may begin; articles and other small words only before what makes a date of them."""

_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
"""Values that "two months later" counts from where no day is told."""
_YEARS = range(1400, 2200)
_DATE = TimexType.DATE


def read(text: str, dated: date | None) -> tuple[Value[Timex], ...]:
    """Read the time expressions of a story.

    Args:
        text: The story; spans are offsets into it.
        dated: The day the story was written; None, or a year that no story is from, leaves relative dates
            unresolved. Today is never taken.

    Returns:
        The expressions in the order of the story; none overlaps another.
    """
    return _read(text, joined(text, lex(text)), dated)


def timexes(laid: Layout) -> tuple[Value[Timex], ...]:
    """Read the time expressions of a story that is laid out, as `read` does."""
    return _read(laid.story.text, laid.tokens, laid.story.dated)


def _read(text: str, told: Tokens, dated: date | None) -> tuple[Value[Timex], ...]:
    story = reading(text, told, dated if dated and dated.year in _YEARS else None)
    found: list[Value[Timex]] = []
    place = 0
    while begin := _BEGIN.search(story.kinds, place):
        value, place = _first(story, begin.start())
        if value is not None:
            found.append(value)
    return tuple(found)


def _first(story: Reading, begin: int) -> tuple[Value[Timex] | None, int]:
    """Return what the first rule reads that holds at a place, and where to go on."""
    quick = _FIRST.match(story.kinds, begin)
    for rule in _RULES[quick.lastindex - 1 :] if quick and quick.lastindex else ():
        match = rule.match(story.kinds, begin)
        timex = rule.build(Found(story, match)) if match else None
        if match and timex:
            end = match.end()
            if timex.type is _DATE and timex.first:
                if timex.first == timex.last:
                    story.day, story.day_at = timex.first, end
                elif _MONTH.fullmatch(timex.value or ""):
                    story.month, story.month_at = timex.first, end
            return Value(timex, (story.span(begin, end),), rule.name), end
    return None, begin + 1
