"""The rules by which a sentence tells its statements."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.contents import content_of, names_on
from licet.news.statements.draft import SHORTEST, Draft
from licet.news.statements.introduced import introduced
from licet.news.statements.placed import between, put_it, quoted, told_last
from licet.news.statements.refusals import no_comment
from licet.news.statements.reports import ACCORDING, REPORTING, according, in_words_of, reported

_KINDS = (
    lexicon.FINDS
    | lexicon.JUDGES
    | lexicon.SAYS
    | lexicon.CALLS
    | lexicon.THINKS
    | lexicon.TO
    | lexicon.ACCUSES
    | lexicon.SAYING
)
_CALLING = _KINDS | REPORTING | ACCORDING
"""Without a quote and any of them, a sentence tells no statement but a refusal."""


def read(clause: Clause) -> list[Draft]:
    """Read the statements of one sentence, outer ones before those they hold."""
    refusal = no_comment(clause)
    if refusal and refusal.cue:
        return [refusal, *plain(clause, refusal.cue[1], clause.last_word())]
    if not clause.quotes and _CALLING.isdisjoint(clause.vocabulary):
        return []
    found = quoted(clause)
    if found is None:
        found = between(clause) or told_last(clause)
    if found is None:
        first, last = clause.sentence.first, clause.last_word()
        told = plain(clause, first, last)
        return [*told, *reported(clause, first, last), *(according(clause) or in_words_of(clause))] or _put(
            clause
        )
    inner: list[Draft] = []
    for first, last in found.content:
        if not clause.is_quoted(first):
            inner = [*plain(clause, first, last), *reported(clause, first, last)]
    for draft in inner:
        draft.inside = found
    rest = []
    if found.rule.startswith("content") and found.cue and found.source:
        after = max(found.cue[1], found.source[1])
        comma = next(
            (at for at in range(after, min(after + 6, clause.last_word())) if clause.low(at) == ","), 0
        )
        rest = plain(clause, comma + 1, clause.last_word()) if comma else []
    return [found, *inner, *rest]


def _put(clause: Clause) -> list[Draft]:
    found = put_it(clause) or introduced(clause)
    return [found] if found else []


def plain(clause: Clause, floor: int, end: int) -> list[Draft]:
    """Read NAME said (that), accused of, pledged to, told X that, and participles after them."""
    found: list[Draft] = []
    start = floor
    for verb in clause.verbs(_KINDS):
        if not start <= verb < end:
            continue
        low = clause.low(verb)
        if _is_noun(clause, verb) or _refuses(clause, verb):
            continue
        if low in lexicon.SAYING and clause.low(verb - 1) in lexicon.PROGRESSIVE:
            source = clause.subject(verb - 1, start)
        elif low in lexicon.SAYING:
            source = _speaker_before(clause, verb, floor, found)
        else:
            source = clause.subject(verb, start) or _goes_on(clause, verb, found)
        if source is None:
            continue
        content, addressee = content_of(clause, verb, _relative_end(clause, source, verb, end))
        if content is None:
            continue
        first, last = content
        if last - first < SHORTEST:
            continue
        rule = (
            "participle" if low in lexicon.SAYING else "accuse of" if low in lexicon.ACCUSES else "NAME said"
        )
        pieces = [(first, last), *names_on(clause, verb, last, end)]
        draft = Draft(rule, pieces, source, (verb, verb + 1), addressee)
        found.append(draft)
        start = pieces[-1][1]
    return found


def _refuses(clause: Clause, verb: int) -> bool:
    """Whether an authority refuses what was asked of it: "denied the petition"; it says nothing thereby."""
    if not clause.low(verb).startswith(("deny", "deni")):
        return False
    first = verb + 1 + (clause.low(verb + 1) in _ARTICLES)
    return any(clause.low(at) in _ASKED for at in (first, first + 1))


_ARTICLES = listed("the a an its his her their this")
_ASKED = listed(
    "petition petitions request requests licence license licences licenses application applications appeal"
    " appeals motion motions waiver permission entry visa bail"
)
"""What is asked of an authority."""


def _relative_end(clause: Clause, source: Range, verb: int, end: int) -> int:
    """Where a clause between commas ends: "NAME, who said that it ends, left"."""
    if source[1] >= verb or clause.low(source[1]) not in {"who", "which"} or clause.low(source[1] - 1) != ",":
        return end
    commas = (at for at in range(verb + 1, end) if clause.low(at) == "," and not clause.is_quoted(at))
    return next(commas, end)


def _is_noun(clause: Clause, verb: int) -> bool:
    """Whether a word of saying is a noun here ("an agency report"), or tells of a notice ("posted by")."""
    low, before = clause.low(verb), clause.low(verb - 1)
    if low in lexicon.FINDS:
        return clause.low(verb + 1) != "that" or not clause.quotes_after(verb)
    if low in {"posted", "posts"}:
        return clause.low(verb + 1) in {"for", "by", "outside", "inside"}
    plural = (
        before.endswith("s") or before in lexicon.PRONOUNS or before in {"people", "police", "some", "you"}
    )
    return low in lexicon.NOUNS_TOO and not low.endswith("s") and not plural


def _goes_on(clause: Clause, verb: int, found: list[Draft]) -> Range | None:
    """The speaker told before, of a verb that "and" joins to the former: "denied it and promised to pay"."""
    before = verb - 1
    while clause.low(before) in {"also", "then", "later", "only", "has", "had", "have"}:
        before -= 1
    if found and clause.low(before) in {"and", "but"} and found[-1].content[-1][1] >= before - 1:
        return found[-1].source
    quoted = clause.is_quoted(verb + 1) if verb + 1 < clause.sentence.last else False
    if not found and clause.low(before) == "and" and (quoted or clause.low(verb + 1) == "that"):
        return clause.main_subject(clause.sentence.first, before)
    return None


def _speaker_before(clause: Clause, verb: int, floor: int, found: list[Draft]) -> Range | None:
    """Who speaks in a participle: the speaker told before it, or the one the sentence begins with."""
    after_quote = verb > floor and clause.is_quoted(verb - 1)
    if clause.low(verb - 1) not in {",", "and"} and verb != floor and not after_quote:
        return None
    if found:
        return found[-1].source
    head = next((number for number in range(floor, verb) if number in clause.heads), None)
    if head is None:
        return clause.main_subject(floor, verb)
    first = head
    while first > floor and clause.word(first - 1).is_capital:
        first -= 1
    return first, head + 1
