"""The rules by which a sentence tells its statements."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.statements import lexicon, signs
from licet.news.statements.attitudes import ATTITUDES, attitudes
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.contents import content_of, find, names_on
from licet.news.statements.draft import SHORTEST, Draft
from licet.news.statements.introduced import introduced
from licet.news.statements.placed import between, put_it, quoted, told_last
from licet.news.statements.refusals import REFUSING, no_comment
from licet.news.statements.reports import REPORTING, WORDS_OF, according, in_words_of, reported

_KINDS = (
    lexicon.FINDS
    | lexicon.JUDGES
    | lexicon.SAYS
    | lexicon.CALLS
    | lexicon.THINKS
    | lexicon.TO
    | lexicon.ACCUSES
    | lexicon.SAYING
    | lexicon.INTENDS
    | lexicon.THAT_ONLY
)
_WHO_SAY = listed(
    "say says said believe believed argue argued insist insisted complain complained allege alleged"
)
"""Verbs of saying of a clause that tells whom is meant: "shrimpers who say that"."""
SHORT_NAME = 8
"""Words of a name that begins a sentence and has a participle behind it."""
SIGNS = signs.table(
    (
        (signs.ACT, lexicon.ACTS),
        (signs.REFUSAL, REFUSING),
        (signs.REPORT, REPORTING),
        (signs.ATTITUDE, ATTITUDES),
        (signs.WORDS_OF, WORDS_OF),
        (signs.ACCORDING, frozenset(("according",))),
    )
)
"""The rules that each word calls."""
CALLING = frozenset(SIGNS)


def read(clause: Clause) -> list[Draft]:
    """Read the statements of one sentence, outer ones before those they hold."""
    refusal = no_comment(clause) if clause.signs & signs.REFUSAL else None
    if refusal and refusal.cue:
        return [refusal, *plain(clause, refusal.cue[1], clause.end)]
    if not (clause.quotes or clause.signs & signs.CALLS):
        return []
    found = quoted(clause)
    if found is None:
        found = between(clause) or told_last(clause)
    if found is None:
        return _parts(clause) or (_put(clause) if clause.quotes else [])
    inner: list[Draft] = []
    for first, last in found.content:
        if not clause.is_quoted(first):
            inner = [*plain(clause, first, last), *reported(clause, first, last)]
            inner += _new(attitudes(clause, first, last), inner)
    for draft in inner:
        draft.inside = found
    rest = []
    if found.rule.startswith("content") and found.cue and found.source:
        after = max(found.cue[1], found.source[1])
        comma = clause.place_of(",", after, min(after + 6, clause.end), 0)
        rest = plain(clause, comma + 1, clause.end) if comma else []
    elif found.rule == "quote, said NAME" and found.source:
        rest = _adding(clause, found.source)
    return [found, *inner, *rest]


def _parts(clause: Clause) -> list[Draft]:
    """Read the statements that are parts of a sentence."""
    first, last = clause.sentence.first, clause.end
    told = plain(clause, first, last)
    if clause.signs & signs.BESIDES:
        told += reported(clause, first, last)
        told += _new(attitudes(clause, first, last), told)
        told += according(clause) or in_words_of(clause)
    return told


def _new(drafts: list[Draft], told: list[Draft]) -> list[Draft]:
    """Statements whose content no other has: "repeated her claim that" tells one."""
    former = [draft.content for draft in told] if drafts else []
    return [draft for draft in drafts if draft.content not in former] if former else drafts


def _adding(clause: Clause, source: Range) -> list[Draft]:
    """Read what a speaker told behind a quote adds: '"We go," said NAME, alleging that it failed'."""
    after = source[1]
    if clause.low(after) != "," or clause.low(after + 1) not in lexicon.SAYING:
        return []
    return [
        item
        for item in plain(clause, after + 1, clause.end, source)
        if not clause.is_quoted(item.content[0][0])
    ]


def _put(clause: Clause) -> list[Draft]:
    found = put_it(clause) or introduced(clause)
    return [found] if found else []


def plain(clause: Clause, floor: int, end: int, former_source: Range | None = None) -> list[Draft]:
    """Read NAME said (that), accused of, pledged to, told X that, and participles after them.

    Args:
        clause: The sentence.
        floor: Number of the first word to read.
        end: One past the last.
        former_source: Who spoke before the first word.
    """
    found: list[Draft] = []
    held: list[Draft] = []
    start, former = floor, former_source
    for verb in clause.told:
        low = clause.low(verb)
        if low not in _KINDS or not start <= verb < end:
            continue
        if _is_noun(clause, verb) or (low.startswith(_DENYING) and _refuses(clause, verb)):
            continue
        if low in lexicon.SAYING and clause.low(verb - 1) in lexicon.PROGRESSIVE:
            source = clause.subject(verb - 1, start)
        elif low in lexicon.SAYING:
            source = _speaker_before(clause, verb, floor, found, former)
        else:
            relaxed = low in lexicon.PERSONS_ONLY
            source = clause.subject(verb, start, relaxed=relaxed) or _goes_on(clause, verb, found, former)
        if source is None or not tells(clause, verb, source):
            continue
        former = source
        content, addressee = content_of(clause, verb, _relative_end(clause, source, verb, end))
        if content is None:
            continue
        first, last = content
        if last - first < SHORTEST - (low in lexicon.ACCUSES):
            continue
        rule = (
            "participle" if low in lexicon.SAYING else "accuse of" if low in lexicon.ACCUSES else "NAME said"
        )
        pieces = [(first, last), *names_on(clause, verb, last, end)]
        draft = Draft(rule, pieces, source, (verb, verb + 1), addressee)
        found.append(draft)
        held += _told_of(clause, draft)
        start = pieces[-1][1]
    return [*found, *held]


def _refuses(clause: Clause, verb: int) -> bool:
    """Whether an authority refuses what was asked of it: "denied the petition"; it says nothing thereby."""
    first = verb + 1 + (clause.low(verb + 1) in _ARTICLES)
    return any(clause.low(at) in _ASKED for at in (first, first + 1))


_DENYING = ("deny", "deni")
_ARTICLES = listed("the a an its his her their this")
_ASKED = listed(
    "petition petitions request requests licence license licences licenses application applications appeal"
    " appeals motion motions waiver permission entry visa bail"
)
"""What is asked of an authority."""


def _relative_end(clause: Clause, source: Range, verb: int, end: int) -> int:
    """Where a clause between commas ends: "NAME, who said that it ends, left", "NAME, noting it, said"."""
    if clause.low(verb) in lexicon.SAYING and clause.low(verb - 1) == "," and source[1] == verb - 1:
        commas = (at for at in range(verb + 1, end - 1) if clause.low(at) == "," and not clause.is_quoted(at))
        return next((at for at in commas if clause.low(at + 1) in lexicon.SAYS), end)
    if source[1] >= verb or clause.low(source[1]) not in {"who", "which"} or clause.low(source[1] - 1) != ",":
        return end
    commas = (at for at in range(verb + 1, end) if clause.low(at) == "," and not clause.is_quoted(at))
    return next(commas, end)


def _told_of(clause: Clause, outer: Draft) -> list[Draft]:
    """Read what a statement tells that others say: "a complaint from shrimpers who say that"."""
    first, last = outer.content[0]
    if clause.is_quoted(first) or "who" not in clause.lows:
        return []
    found = []
    for who in range(first + 1, last - SHORTEST):
        if clause.low(who) != "who" or clause.low(who + 1) not in _WHO_SAY:
            continue
        noun, verb = clause.low(who - 1), who + 1
        if lexicon.is_unnamed(noun):
            content, _ = content_of(clause, verb, last)
            if content and content[1] - content[0] >= SHORTEST:
                source, cue = (who - 1, who), (verb, verb + 1)
                found.append(Draft("who say that", [content], source, cue, inside=outer))
    return found


def tells(clause: Clause, verb: int, source: Range) -> bool:
    """Whether a verb tells a statement with what stands around it: "worried that", "a study found"."""
    low, after = clause.low(verb), clause.low(verb + 1)
    if low in lexicon.FINDS:
        study = any(clause.low(at) in lexicon.STUDIES for at in range(*source))
        return (study and low in lexicon.SHOWS) or (after == "that" and clause.quotes_after(verb))
    if low.startswith("point"):
        return after == "out"
    if low in lexicon.THAT_ONLY:
        return after == "that" or (low in lexicon.ASKS and after in lexicon.ASKING)
    return low not in lexicon.INTENDS or low in lexicon.THINKS or _wills(clause, source)


def _wills(clause: Clause, source: Range) -> bool:
    """Whether a verb of will stands directly behind who wills: "it plans to"; "dropped plans" is none."""
    last = source[1] - 1
    if clause.low(last) == "," or last in clause.heads or clause.low(last) in lexicon.PRONOUNS:
        return True
    low = clause.low(last)
    return lexicon.is_speaker(low) or low in lexicon.SOME


def _is_noun(clause: Clause, verb: int) -> bool:
    """Whether a word of saying is a noun here ("an agency report"), or tells of a notice ("posted by")."""
    low, before = clause.low(verb), clause.low(verb - 1)
    if low not in lexicon.NOUNS_TOO:
        return low in {"posted", "posts"} and clause.low(verb + 1) in {"for", "by", "outside", "inside"}
    if before in {"'s", "’s"}:
        return True
    return not (low.endswith("s") or before.endswith("s") or before in _SPEAKING)


_SPEAKING = lexicon.PRONOUNS | {"people", "police", "some", "you"}
"""Words that act, without the ending of a plural."""


def _goes_on(clause: Clause, verb: int, found: list[Draft], former: Range | None) -> Range | None:
    """The speaker told before, of a verb that "and" joins to the former: "denied it and promised to pay".

    Args:
        clause: The sentence.
        verb: Number of the verb.
        found: What was read of the sentence before it.
        former: Subject of the verb of saying before it, which may have told nothing: "called for a vote".
    """
    before = verb - 1
    while clause.low(before) in {"also", "then", "later", "only", "has", "had", "have"}:
        before -= 1
    if found and clause.low(before) in {"and", "but"} and found[-1].content[-1][1] >= before - 1:
        return found[-1].source
    apart = clause.low(before) == "," and bool(found) and found[-1].rule == "participle"
    if apart and found[-1].content[-1][1] == before:
        return found[-1].source
    if not found and former and clause.low(before) in {"and", "but"}:
        return former
    quoted = clause.is_quoted(verb + 1) if verb + 1 < clause.sentence.last else False
    told = quoted or clause.low(verb) in lexicon.TO or clause.low(verb) in lexicon.ACCUSES
    told = told or bool(find(clause, verb + 1, min(verb + 5, clause.end), "that"))
    if not found and clause.low(before) in {"and", "but"} and told:
        return clause.main_subject(clause.sentence.first, before) or _begins(clause)
    return None


def _begins(clause: Clause) -> Range | None:
    """The pronoun that a sentence begins with: "She starts in May and has promised ..."."""
    first = clause.sentence.first
    return (first, first + 1) if clause.low(first) in lexicon.PERSONAL else None


def _speaker_before(
    clause: Clause, verb: int, floor: int, found: list[Draft], former: Range | None
) -> Range | None:
    """Who speaks in a participle: the speaker told before it, or the one the sentence begins with."""
    after_quote = verb > floor and clause.is_quoted(verb - 1)
    if clause.low(verb - 1) not in {",", "and"} and verb != floor and not after_quote:
        return None
    if found or former:
        return found[-1].source if found else former
    apart = clause.low(verb - 1) == "," and 0 < verb - 1 - floor < SHORT_NAME
    if apart and clause.names_somebody(floor, verb - 1):
        return floor, verb - 1
    head = next((number for number in range(floor, verb) if number in clause.heads), None)
    if head is None:
        return clause.main_subject(floor, verb)
    first = head
    while first > floor and clause.word(first - 1).is_capital:
        first -= 1
    return first, head + 1
