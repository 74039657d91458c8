"""A speaker behind what he says: beside a quote, and at the end of a sentence."""

from __future__ import annotations

from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.contents import TELLING
from licet.news.statements.draft import SHORTEST, Draft

_CIRCUMSTANCES = frozenset(("in", "on", "at", "asked"))
_NO_SPEAKER = frozenset(("any", "no", "all", "more", "it", "there", "this"))
"""After a verb of saying, they begin what is said."""
_NO_NAME = lexicon.STOPS | {"that", ":"}
_GOES_BETWEEN = lexicon.FINITE | {"that"}
_GOES_ON = lexicon.FINITE | {"that", "to", ":"}
SHORT_TAIL = 8
"""Words that may stand between "NAME said" and the end of its clause."""
_LAST = lexicon.SAYS | lexicon.SHOWS
_BETWEEN = lexicon.SAYS | lexicon.THINKS
_CLOSED = frozenset((".", "", ","))
"""Behind "data showed", they tell that all it showed stands before it."""
_ANOTHER = frozenset(("and", "but", "while"))
"""Behind a quote, they begin what another says."""
_SPOKEN_END = frozenset(",?!—…")
_CLOSING = frozenset("'’”")


def quoted(clause: Clause) -> Draft | None:
    """Read a quote with its speaker behind it: "..., said NAME" and "..., NAME said"."""
    for first, last in clause.quotes:
        if last - first < 3 or last >= clause.sentence.last:
            continue
        inner, after = clause.word(_last_spoken(clause, first, last)), clause.word(last)
        if (inner.text not in _SPOKEN_END and after.text != ",") or after.low in _ANOTHER:
            continue
        verb = last + (after.text == ",")
        source: Range | None
        if clause.low(verb) in lexicon.SAYS:
            source, rule = clause.named_after(verb + 1, relaxed=True), "quote, said NAME"
        else:
            limit = min(verb + 24, clause.sentence.last)
            verb = next(
                (at for at in clause.told if last <= at < limit and clause.low(at) in lexicon.SAYS), 0
            )
            source, rule = (clause.subject(verb, last, relaxed=True) if verb else None), "quote, NAME said"
            if not verb:
                verb, source = _likes_to_say(clause, last, limit)
        if verb and source:
            content = [item for item in clause.quotes if item[1] - item[0] > 2]
            return Draft(rule, _with_lead(clause, content), source, (verb, verb + 1))
    return None


def _last_spoken(clause: Clause, first: int, last: int) -> int:
    """Number of the last word of a quote, without the marks that close it and a quote within it."""
    spoken = last - 2
    while spoken > first + 1 and clause.word(spoken).text in _CLOSING:
        spoken -= 1
    return spoken


def _likes_to_say(clause: Clause, first: int, limit: int) -> tuple[int, Range | None]:
    """Read ", NAME likes to say" behind a quote."""
    for verb in range(first + 2, limit):
        told = clause.low(verb) in {"say", "joke", "argue", "know"} and clause.low(verb - 1) == "to"
        if told and clause.low(verb - 2) in {"wanted", "likes", "liked", "used", "loves", "went"}:
            return verb, clause.subject(verb - 2, first, relaxed=True)
    return 0, None


def _with_lead(clause: Clause, content: list[Range]) -> list[Range]:
    """The quotes; words before the first, of the same sentence of speech, belong to it."""
    first = content[0][0]
    if first - clause.sentence.first > 2 and clause.word(first - 1).text not in {",", ":", "."}:
        return [(clause.sentence.first, content[0][1]), *content[1:]]
    return content


def told_last(clause: Clause) -> Draft | None:
    """Read content before its speaker: "..., two people said" and "..., said the person"."""
    last = clause.end
    floor = clause.sentence.first
    for verb in reversed(clause.told):
        low, after = clause.low(verb), clause.low(verb + 1)
        if low not in _LAST or after == "by" or (low in lexicon.SHOWS and after not in _CLOSED):
            continue
        inverted = clause.low(verb - 1) == "," and after not in _NO_NAME
        if inverted and low not in TELLING and after not in lexicon.PRONOUNS:
            source = clause.named_after(verb + 1)
            content = (floor, verb - 1)
            speaks = after not in _NO_SPEAKER and not after.endswith("ing")
            if source and speaks and content[1] - content[0] > SHORTEST and not _acts(clause, source):
                return Draft("content, said NAME", [content], source, (verb, verb + 1))
        source = _at_the_end(clause, verb, last)
        if source and clause.low(source[0] - 1) == ",":
            content = (floor, source[0] - 1)
            if content[1] - content[0] > SHORTEST and clause.low(floor) not in _CIRCUMSTANCES:
                return Draft("content, NAME said", [content], source, (verb, verb + 1))
    return None


def between(clause: Clause) -> Draft | None:
    """Read a speaker set between commas: "The fine, the ministry said, is the largest"."""
    floor, last = clause.sentence.first, clause.end
    for verb in clause.told:
        if clause.low(verb + 1) != "," or clause.low(verb) not in _BETWEEN or last - verb < SHORT_TAIL // 2:
            continue
        source = clause.subject(verb, floor)
        if source and clause.low(source[0] - 1) == "," and source[0] - 1 - floor > 1:
            that = clause.low(verb + 2) == "that"
            if not that and any(clause.low(at) in lexicon.FINITE_FORMS for at in range(floor, source[0])):
                return None
            if clause.is_quoted(source[0] - 2) or clause.low(verb + 2) not in _GOES_BETWEEN:
                return None
            pieces = [(floor, source[0] - 1), (verb + 2, last)]
            return Draft("content, NAME said, content", pieces, source, (verb, verb + 1))
    return None


def put_it(clause: Clause) -> Draft | None:
    """Read "as NAME put it, '...'", "he went on: '...'" and "in NAME's words, '...'"."""
    quotes = [item for item in clause.quotes if item[1] - item[0] > SHORTEST]
    if not quotes:
        return None
    for number in range(clause.sentence.first + 1, quotes[0][0]):
        low, after = clause.low(number), clause.low(number + 1)
        if (low, after) in {("put", "it"), ("puts", "it"), ("went", "on"), ("goes", "on")}:
            source = clause.subject(number, clause.sentence.first, relaxed=True)
        elif low == "words" and clause.low(number - 1) in {"'s", "his", "her"}:
            owner = number - 1 if clause.low(number - 1) == "'s" else number
            source = (clause.heads.get(owner - 1, owner - 1), owner)
        else:
            continue
        if source and (clause.low(source[0]) != "as" or source[1] - source[0] > 1):
            first = source[0] + (clause.low(source[0]) == "as")
            return Draft("put it", quotes, (first, source[1]), (number, number + 1))
    return None


def _at_the_end(clause: Clause, verb: int, last: int) -> Range | None:
    """Who speaks where nothing said follows the verb: "NAME said late on Tuesday"."""
    base = clause.sentence.first
    end = clause.place_of(",", verb + 1, min(verb + 9, last), last)
    if end - verb > SHORT_TAIL or not _GOES_ON.isdisjoint(clause.lows[verb + 1 - base : end - base]):
        return None
    # What stands behind the comma after "NAME said" may be what was said.
    if any(opened < min(end + 3, last) and closed > verb for opened, closed in clause.quotes):
        return None
    return clause.subject(verb, base)


def _acts(clause: Clause, source: Range) -> bool:
    """Whether words that should name a speaker tell what somebody does before their first comma."""
    for number in range(*source):
        if clause.low(number) in {",", "who", "which"}:
            return False
        word = clause.word(number)
        if word.low in lexicon.FINITE or (word.low.endswith("ed") and not word.is_capital):
            return True
    return False
