"""What is told by way of another, and what words such as "according to" give to a speaker."""

from __future__ import annotations

from licet.news.statements import lexicon, signs
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.contents import cut, find
from licet.news.statements.draft import SHORTEST, Draft

REPORTING = (
    lexicon.TOLD_BY
    | lexicon.HEARD
    | frozenset(("quoted", "cited", "quoting", "citing", "say"))
    | lexicon.VIEWS
)


WORDS_OF = frozenset(("words", "view", "opinion", "judgment", "judgement", "eyes"))


def reported(clause: Clause, floor: int, end: int) -> list[Draft]:
    """Read "told by NAME that", "hearing from NAME that", "quoted NAME as saying", "took to X to say"."""
    found: list[Draft] = []
    for number in clause.calling:
        if clause.low(number) not in REPORTING or not floor <= number < end or clause.is_quoted(number):
            continue
        draft = _by_way_of(clause, number, floor, end)
        if draft and draft.content[0][1] - draft.content[0][0] >= SHORTEST:
            found.append(draft)
    return found


def _by_way_of(clause: Clause, number: int, floor: int, end: int) -> Draft | None:
    low, after = clause.low(number), clause.low(number + 1)
    if (low in lexicon.TOLD_BY and after == "by") or (low in lexicon.HEARD and after == "from"):
        that = find(clause, number + 2, min(end, number + 16), "that")
        return _named_that(clause, (number + 2, that), that + 1, end, number) if that else None
    if low.startswith(("quot", "cit")):
        saying = find(clause, number + 1, min(end, number + 16), "saying")
        if not saying or clause.low(saying - 1) != "as":
            return None
        first = saying + 1 + (clause.low(saying + 1) == "that")
        return _named_that(clause, (number + 1, saying - 1), first, end, saying)
    if low == "say" and clause.low(number - 1) == "to" and after == "that":
        main = clause.main_subject(floor, number)
        took = any(clause.low(at) in lexicon.TOOK for at in range(floor, number))
        content = (number + 2, cut(clause, number + 2, end))
        return Draft("to say that", [content], main, (number, number + 1)) if main and took else None
    owned = low in lexicon.VIEWS and clause.low(number - 1) in {"'s", "his", "her", "their"}
    if owned and after in {"is", "was"} and clause.low(number + 2) == "that":
        owner = number - 1 if clause.low(number - 1) == "'s" else number
        first = clause.heads.get(owner - 1, owner - 1)
        return _named_that(clause, (first, owner), number + 3, end, number)
    return None


def _named_that(clause: Clause, source: Range, first: int, end: int, cue: int) -> Draft | None:
    if source[0] >= source[1] or not (
        clause.names_somebody(*source) or any(at in clause.heads for at in range(*source))
    ):
        return None
    return Draft("as told by NAME", [(first, cut(clause, first, end))], source, (cue, cue + 1))


def in_words_of(clause: Clause) -> list[Draft]:
    """Read "in the words of NAME, '...'" and "..., in the view of NAME"."""
    first = clause.sentence.first
    if not (clause.quotes and clause.signs & signs.WORDS_OF):
        return []
    for number in clause.calling:
        low = clause.low(number)
        if (
            low not in WORDS_OF
            or clause.low(number + 1) != "of"
            or clause.is_quoted(number)
            or number >= clause.sentence.last - 3
        ):
            continue
        if clause.low(number - 1) != "the":
            continue
        source = clause.named_after(number + 2)
        content = [item for item in clause.quotes if item[1] - item[0] > SHORTEST]
        if low != "words" and content:
            comma = number - 2 - (clause.low(number - 3) == ",")
            content = [(first, comma)] if comma - first > SHORTEST and clause.low(number - 2) == "in" else []
        if source and content:
            return [Draft("in the words of", content, source, (number, number + 2))]
    return []


def according(clause: Clause) -> list[Draft]:
    """Read "according to NAME", before or behind what it tells."""
    found = []
    for number in clause.told:
        if clause.low(number) != "according" or clause.low(number + 1) != "to":
            continue
        first = last = number + 2
        while last < clause.end and last - first < 25:
            if clause.word(last).text in {",", ";", '"', "“"} or clause.low(last) in {"that", "which", "who"}:
                break
            last += 1
        if first == last:
            continue
        leads = number - clause.sentence.first < 2
        content = (last + 1, clause.end) if leads else (clause.sentence.first, number)
        if not leads and clause.low(number - 1) == ",":
            content = (content[0], number - 1)
        if content[1] - content[0] > SHORTEST:
            found.append(Draft("according to", [content], (first, last), (number, number + 2)))
    return found
