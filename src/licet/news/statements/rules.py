"""The rules by which a sentence tells a statement, one function each."""

from __future__ import annotations

from dataclasses import dataclass, field

from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range

SHORTEST = 2
"""Words that content must have."""
_DENIED = frozenset(("it", "any", "the", "he", "she", "they"))
_SPOKEN_END = frozenset(",?!—…")


@dataclass(slots=True)
class Draft:
    """A statement as numbers of words, before its speaker is known."""

    rule: str
    content: list[Range]
    source: Range | None
    cue: Range | None
    addressee: Range | None = None
    no_comment: bool = False
    inside: Draft | None = None
    repeats: list[Range] = field(default_factory=list)


def read(clause: Clause) -> list[Draft]:
    """Read the statements of one sentence, outer ones before those they hold."""
    refusal = no_comment(clause)
    if refusal:
        return [refusal]
    found = quoted(clause)
    if found is None:
        found = told_last(clause)
    if found is None:
        return [*plain(clause, clause.sentence.first, clause.last_word()), *according(clause)]
    inner = []
    for first, last in found.content:
        if not clause.is_quoted(first):
            inner = plain(clause, first, last)
    for draft in inner:
        draft.inside = found
    return [found, *inner]


_AUXILIARIES = frozenset(("did", "could", "had", "didn't", "couldn't", "have", "has", "haven't", "hasn't"))
_REFUSES = _AUXILIARIES | {"declined", "refused"}


def no_comment(clause: Clause) -> Draft | None:
    """Read "did not respond", "declined to comment", "could not be reached"."""
    low = clause.low
    for number in range(clause.sentence.first, clause.sentence.last):
        word = clause.words[number].low
        if word not in _REFUSES or clause.is_quoted(number):
            continue
        end = 0
        if (
            word in {"declined", "refused"}
            and low(number + 1) == "to"
            and low(number + 2) in {"comment", "say"}
        ):
            end = number + 3
        elif word in _AUXILIARIES:
            end = _refusal(clause, number)
        if end:
            source = clause.subject(number, clause.sentence.first)
            if source:
                return Draft("no comment", [], source, (number, end), no_comment=True)
    return None


def _refusal(clause: Clause, number: int) -> int:
    """One past the verb of a refusal that begins at an auxiliary; 0 for none."""
    words = [clause.low(number + offset) for offset in range(7)]
    negative = words[0].endswith("n't") or words[1] in {"not", "no"}
    if not negative:
        return 0
    if "comment" in words[1:4] and words[1] == "no":
        return number + 3
    for offset, word in enumerate(words[1:5], 1):
        if word in {"respond", "responded", "reply", "replied", "comment", "answer", "return", "returned"}:
            rest = {clause.low(number + offset + more) for more in range(1, 9)}
            if word == "comment" or rest & {
                "request",
                "requests",
                "email",
                "emails",
                "call",
                "calls",
                "questions",
            }:
                return number + offset + 1
        if word == "reached":
            return number + offset + 1
    return 0


def quoted(clause: Clause) -> Draft | None:
    """Read a quote with its speaker behind it: "..., said NAME" and "..., NAME said"."""
    for first, last in clause.quotes:
        if last - first < 3 or last >= clause.sentence.last:
            continue
        inner, after = clause.word(last - 2), clause.word(last)
        if inner.text not in _SPOKEN_END and after.text != ",":
            continue
        verb = last + (after.text == ",")
        source: Range | None
        if clause.low(verb) in lexicon.SAYS:
            source, rule = clause.named_after(verb + 1), "quote, said NAME"
        else:
            limit = min(verb + 24, clause.sentence.last)
            verb = next((at for at in clause.verbs(lexicon.SAYS) if last <= at < limit), 0)
            source, rule = (clause.subject(verb, last) if verb else None), "quote, NAME said"
        if verb and source:
            content = [item for item in clause.quotes if item[1] - item[0] > 2]
            return Draft(rule, _with_lead(clause, content), source, (verb, verb + 1))
    return None


def _with_lead(clause: Clause, content: list[Range]) -> list[Range]:
    """The quotes; words before the first, of the same sentence of speech, belong to it."""
    first = content[0][0]
    if first - clause.sentence.first > 2 and clause.word(first - 1).text not in {",", ":", "."}:
        return [(clause.sentence.first, content[0][1]), *content[1:]]
    return content


def told_last(clause: Clause) -> Draft | None:
    """Read content before its speaker: "..., two people said" and "..., said the person"."""
    last = clause.last_word()
    for verb in reversed(list(clause.verbs(lexicon.SAYS))):
        after = {clause.low(number) for number in range(verb + 1, last)}
        short = last - verb <= 8 and not after & (lexicon.FINITE | {"that", "to", ":"})
        source = (
            clause.subject(verb, clause.sentence.first) if short and not clause.quotes_after(verb) else None
        )
        if source and clause.low(source[0] - 1) == ",":
            content = (clause.sentence.first, source[0] - 1)
            if content[1] - content[0] > SHORTEST and clause.low(content[0]) not in {
                "in",
                "on",
                "at",
                "asked",
            }:
                return Draft("content, NAME said", [content], source, (verb, verb + 1))
        if clause.low(verb - 1) == "," and clause.low(verb + 1) not in lexicon.STOPS | {"that", ":"}:
            source = clause.named_after(verb + 1)
            content = (clause.sentence.first, verb - 1)
            if source and content[1] - content[0] > SHORTEST:
                return Draft("content, said NAME", [content], source, (verb, verb + 1))
    return None


def plain(clause: Clause, floor: int, end: int) -> list[Draft]:
    """Read NAME said (that), accused of, pledged to, told X that, and participles after them."""
    found: list[Draft] = []
    start = floor
    kinds = lexicon.SAYS | lexicon.CALLS | lexicon.THINKS | lexicon.TO | lexicon.ACCUSES | lexicon.SAYING
    for verb in clause.verbs(kinds):
        if not start <= verb < end:
            continue
        low = clause.low(verb)
        if low in lexicon.SAYING:
            source = _speaker_before(clause, verb, floor, found)
        else:
            source = clause.subject(verb, start)
        if source is None:
            continue
        content, addressee = _content(clause, verb, end)
        if content is None:
            continue
        first, last = content
        if last - first < SHORTEST:
            continue
        rule = (
            "participle" if low in lexicon.SAYING else "accuse of" if low in lexicon.ACCUSES else "NAME said"
        )
        found.append(Draft(rule, [(first, last)], source, (verb, verb + 1), addressee))
        start = last
    return found


def _speaker_before(clause: Clause, verb: int, floor: int, found: list[Draft]) -> Range | None:
    """Who speaks in a participle: the speaker told before it, or the one the sentence begins with."""
    after_quote = verb > floor and clause.is_quoted(verb - 1)
    if clause.low(verb - 1) not in {",", "and"} and verb != floor and not after_quote:
        return None
    if found:
        return found[-1].source
    head = next((number for number in range(floor, verb) if number in clause.heads), None)
    if head is None:
        return None
    first = head
    while first > floor and clause.word(first - 1).is_capital:
        first -= 1
    return first, head + 1


def _content(clause: Clause, verb: int, end: int) -> tuple[Range | None, Range | None]:
    """What was said after a verb, and to whom."""
    low = clause.low(verb)
    if low.startswith("accus"):
        of = _find(clause, verb + 1, min(end, verb + 14), "of")
        return ((of + 1, _cut(clause, of + 1, end)), (verb + 1, of)) if of else (None, None)
    if low in lexicon.CALLS:
        called = next((item for item in clause.quotes if verb < item[0] < min(end, verb + 12)), None)
        if called:
            return called, None
    colon = _quote_opens(clause, verb + 1, end)
    if colon:
        return (colon[0], max(last for first, last in clause.quotes if first >= colon[0])), None
    that = _find(clause, verb + 1, min(end, verb + 13), "that")
    if that and _bridges(clause, verb + 1, that):
        told = (verb + 1, that) if low.startswith("t") and that > verb + 1 else None
        return (that + 1, _cut(clause, that + 1, end)), told
    if low in lexicon.TO or low in {"pledging", "promising", "vowing", "agreed"}:
        to = _find(clause, verb + 1, min(end, verb + 6), "to")
        return ((to, _cut(clause, to, end)) if to else None), None
    return _bare(clause, verb, end), None


def _bare(clause: Clause, verb: int, end: int) -> Range | None:
    """What was said without "that": a clause, or after "denied" a gerund."""
    first = _past_circumstance(clause, verb + 1, end)
    last = _cut(clause, first, end)
    low = clause.low(first)
    if clause.low(verb).startswith("den"):
        return (first, last) if low.endswith("ing") or low in _DENIED else None
    finite = any(_is_finite(clause.low(number)) for number in range(first + 1, last))
    return (first, last) if finite and low not in {"of", "to", "for", "by", ","} else None


def _is_finite(low: str) -> bool:
    return low in lexicon.FINITE or low.endswith("ed")


def _find(clause: Clause, first: int, last: int, word: str) -> int:
    """Number of an unquoted word; 0 where it is not there."""
    return next((at for at in range(first, last) if clause.low(at) == word and not clause.is_quoted(at)), 0)


def _bridges(clause: Clause, first: int, that: int) -> bool:
    """Whether only circumstances or an addressee stand between a verb and its "that"."""
    return not any(
        clause.low(at) in lexicon.FINITE | lexicon.PRONOUNS or clause.low(at) == ";"
        for at in range(first, that)
    )


def _quote_opens(clause: Clause, first: int, end: int) -> Range | None:
    """The quote that a verb introduces: "said: ...", "said in a statement, ..."."""
    for opened, closed in clause.quotes:
        if first < opened < min(end, first + 14) and clause.word(opened - 1).text in {":", ","}:
            finite = any(_is_finite(clause.low(at)) for at in range(first, opened))
            return None if finite else (opened, closed)
        if opened == first:
            return opened, closed
    return None


def _past_circumstance(clause: Clause, first: int, end: int) -> int:
    """Leave out "on Monday", "in a statement late Friday" and a bare addressee after the verb."""
    place = first
    for _ in range(3):
        low = clause.low(place)
        if low in lexicon.DAYS:
            place += 1
        elif low in {"this", "last", "late", "early"} and place + 1 < end:
            place += 2
        elif low in {"on", "in", "at", "during", "to", "via"}:
            stop = min(end, place + 7)
            ends = lexicon.DAYS | lexicon.MEDIA.keys() | {"reporters", "conference"}
            noun = next((at for at in range(place + 1, stop) if clause.low(at) in ends), 0)
            if not noun:
                return place
            place = noun + 1
        else:
            break
    return place


def _cut(clause: Clause, first: int, end: int) -> int:
    """Where content ends: before a participle of saying, "according to", "days after", or the full stop."""
    for number in range(first + 1, end - 1):
        if clause.is_quoted(number):
            continue
        low, after = clause.low(number), clause.low(number + 1)
        comma = low == "," or clause.is_quoted(number - 1)
        behind = after if low == "," else low
        at = number + 1 if low == "," else number
        if comma and behind in lexicon.SAYING:
            return number
        if comma and behind in {"days", "hours", "weeks", "months"} and clause.low(at + 1) == "after":
            return number
        if low == "according" and after == "to":
            return number - (clause.low(number - 1) == ",")
        if low == "," and _narrates(clause, number + 1):
            return number
    return end


def _narrates(clause: Clause, number: int) -> bool:
    """Whether the narrator goes on after a comma: "but it was not clear", "a sharp shift", "and said"."""
    low, after = clause.low(number), clause.low(number + 1)
    if low in {"but", "and", "though"}:
        unclear = after == "it" and {"clear", "unclear"} & {clause.low(number + more) for more in (3, 4, 5)}
        return bool(unclear) or after in lexicon.SAYS
    return low in {"a", "an"} and bool({after, clause.low(number + 2)} & lexicon.JUDGEMENTS)


def according(clause: Clause) -> list[Draft]:
    """Read "according to NAME", before or behind what it tells."""
    found = []
    for number in clause.verbs(frozenset(("according",))):
        if clause.low(number + 1) != "to":
            continue
        first = last = number + 2
        while last < clause.last_word() and last - first < 25:
            if clause.word(last).text in {",", ";", '"', "“"} or clause.low(last) in {"that", "which", "who"}:
                break
            last += 1
        if first == last:
            continue
        leads = number - clause.sentence.first < 2
        content = (last + 1, clause.last_word()) if leads else (clause.sentence.first, number)
        if not leads and clause.low(number - 1) == ",":
            content = (content[0], number - 1)
        if content[1] - content[0] > SHORTEST:
            found.append(Draft("according to", [content], (first, last), (number, number + 2)))
    return found
