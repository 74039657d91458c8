"""What somebody is sure of or worried about, and what is called somebody's claim or belief."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.contents import cut, find
from licet.news.statements.draft import SHORTEST, Draft

_FEELINGS = listed(
    "confident convinced certain sure worried concerned afraid hopeful optimistic skeptical sceptical adamant"
    " doubtful"
)
"""Behind "is" and before "that" they tell what somebody thinks."""
_BEING = frozenset(("is", "are", "was", "were", "'m", "'re", "remain", "remains", "remained", "been", "am"))
_EXPRESSED = frozenset(("expressed", "expresses", "voiced", "voices", "express"))
_EXPRESSIBLE = listed(
    "concern concerns hope hopes doubt doubts confidence fear fears regret belief optimism worry"
)
_MADE = frozenset(("made", "makes", "make"))
_CLAIMS = listed(
    "claim claims assertion assertions belief contention suggestion suggestions allegation allegations"
    " accusation accusations warning warnings insistence prediction conviction denial"
)
"""Behind "NAME's" or "his" and before "that" they tell what somebody says."""
ATTITUDES = _FEELINGS | _EXPRESSED | _MADE | _CLAIMS
"""Without any of them, a sentence tells no attitude."""
LONGEST_REACH = 5
"""Words between "expressed" and what is expressed."""


def attitudes(clause: Clause, floor: int, end: int) -> list[Draft]:
    """Read "NAME is confident that", "NAME expressed concern that" and "NAME made it clear that".

    Args:
        clause: The sentence.
        floor: Number of the first word to read.
        end: One past the last.
    """
    found: list[Draft] = []
    for number in clause.calling:
        if (
            clause.low(number) not in ATTITUDES
            or not floor < number < end - SHORTEST
            or clause.is_quoted(number)
        ):
            continue
        claimed = _claimed(clause, number, end)
        if claimed:
            found.append(claimed)
            continue
        told = _felt(clause, number, floor) or _expressed(clause, number, end)
        if not told:
            continue
        verb, that = told
        source = clause.subject(verb, floor)
        content = (that + 1, cut(clause, that + 1, end))
        if source and content[1] - content[0] >= SHORTEST:
            found.append(Draft("attitude", [content], source, (number, number + 1)))
    return found


def _claimed(clause: Clause, number: int, end: int) -> Draft | None:
    """Read "rejected NAME's claim that": behind a verb, where what is claimed ends with the sentence."""
    if clause.low(number) not in _CLAIMS or clause.low(number + 1) != "that":
        return None
    owner = number - 1 - (clause.low(number - 1) in {"own", "repeated", "frequent", "earlier"})
    named = clause.low(owner) in {"'s", "’s", "'"} and owner - 1 in clause.heads
    before = range(clause.sentence.first, clause.heads[owner - 1] if named else owner)
    acted = any(clause.low(at).endswith("ed") or clause.low(at) in lexicon.FINITE_FORMS for at in before)
    if not acted or not (named or clause.low(owner) in lexicon.POSSESSIVES):
        return None
    source = (clause.heads[owner - 1], owner) if named else (owner, owner + 1)
    content = (number + 2, cut(clause, number + 2, end))
    return (
        Draft("NAME's claim that", [content], source, (number, number + 1))
        if content[1] - content[0] >= SHORTEST
        else None
    )


def _felt(clause: Clause, number: int, floor: int) -> Range | None:
    """Numbers of "is" and of "that" around a feeling."""
    if clause.low(number) not in _FEELINGS or clause.low(number + 1) != "that":
        return None
    verb = number - 1
    while verb > floor and clause.low(verb) in {"very", "still", "also", "not", "increasingly", "pretty"}:
        verb -= 1
    return (verb, number + 1) if clause.low(verb) in _BEING else None


def _expressed(clause: Clause, number: int, end: int) -> Range | None:
    """Numbers of the verb and of "that" where something is expressed or made clear."""
    low = clause.low(number)
    if low in _MADE:
        clear = number + 1 + (clause.low(number + 1) == "it")
        return (
            (number, clear + 1) if (clause.low(clear), clause.low(clear + 1)) == ("clear", "that") else None
        )
    that = find(clause, number + 1, min(end, number + LONGEST_REACH), "that") if low in _EXPRESSED else 0
    return (number, that) if that and clause.low(that - 1) in _EXPRESSIBLE else None
