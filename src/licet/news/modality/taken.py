"""Acts that their clause takes as done: "after being barred", "the third time that", "Barred in May, ..."."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import agents, edges, lexicon, verbs
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Group
from licet.news.modality.line import Line
from licet.news.modality.times import dated

FARTHEST = 14
"""Words from a participle that opens a sentence to the comma behind it."""
_NEAR = 8
"""Words between a noun and what tells of it that it happened."""
_BEHIND = listed("after since following despite upon")
"""Words behind which what is named has happened."""
_UNREAL = lexicon.UNREAL | listed("will 'd 'll any every each anyone whoever often usually typically always")
_SO = lexicon.HAVE | listed("was were cannot can't still now has")
"""Words by which a sentence tells how things went."""
_BY_IT = frozenset(("today", "pursuant"))
_WOULD = frozenset(("would", "could", "might"))
_TIMES = frozenset(("time", "occasion"))
_BECAME = frozenset(("was", "became", "become"))
_FIRST_TO = 6
"""Words from what counts somebody to what he did."""
_ORDINALS = listed("first second third only last latest")
_IS = frozenset(("is", "was", "'s", "marks", "marked"))
_POINTS = frozenset(("it", "this", "that", "which"))
_ALTHOUGH = frozenset(("though", "although", "while"))
_NO_SUBJECT = (
    edges.STOPS | lexicon.RELATIVE | lexicon.SAYS | lexicon.AUXILIARIES - {"'s"} | lexicon.CLASS.keys()
    | lexicon.DENIALS | lexicon.PREPOSITIONS | {"and", "or", "but", "that"}
)  # fmt: skip
"""Words that stand in no short subject between a comma and its participle."""
_INVERTED = frozenset(("did", "was", "were", "had", "could", "has"))
_FIRST = listed("also newly first twice now already recently since long once")
_EFFECT = lexicon.EFFECT
_COMES = lexicon.COMES | frozenset(("been", "entered"))
_AFTER = listed("by in on from since last under as to over for with earlier this")


def real(line: Line) -> bool:
    """Whether a sentence tells how things went, and of no case that may be."""
    return _UNREAL.isdisjoint(line.words)


def after_being(line: Line, group: Group) -> bool:
    """Whether "after being barred" tells what was done before something else that happened."""
    low, first = line.low, group.first
    if low[first] != "being" or line.at(first - 1) not in _BEHIND or not real(line):
        return False
    return any(
        word in _SO or (verbs.is_past(word) and line.party_over(at) is None)
        for at, word in enumerate(low)
        if not first <= at <= group.head and not line.quoted[at]
    )


def opens(line: Line, group: Group) -> bool:
    """Whether a participle opens a sentence and tells what was done to its subject.

    "Sanctioned twice by Washington, Orlo has ..." does so by who did it, "Barred in May, Orlo ..." by when.
    """
    low, head = line.low, group.head
    at_once = head == 0 or (head == 1 and low[0] in _FIRST)
    if not at_once or group.first not in {0, head} or line.quoted[head] or not real(line):
        return False
    if _is_inverted(line, head):
        return True
    comma = next((at for at in range(head + 1, min(len(low), head + FARTHEST)) if low[at] == ","), None)
    if comma is None or line.at(comma + 1) in {"and", "or", ""}:
        return False
    by = agents.by(line, head)
    return by is True or (by is None and line.at(head + 1) in _AFTER and dated(line, head))


def _is_inverted(line: Line, head: int) -> bool:
    """Whether the subject stands behind: "Also sanctioned on Friday was Orlo"."""
    if line.at(head + 1) not in _AFTER | {"were", "was"}:
        return False
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        if line.low[at] in {"was", "were"}:
            return not verbs.is_past(line.at(at + 1)) and agents.by(line, head) is not False
        if line.low[at] in edges.MARKS or line.low[at] in lexicon.AUXILIARIES or verbs.is_past(line.low[at]):
            return False
    return False


def first_to(line: Line, group: Group) -> bool:
    """Whether an infinitive tells who did it first: "Norway was the third country to bar Orlo"."""
    to = group.first
    if line.low[to] != "to" or not real(line) or not lexicon.NEGATIONS.isdisjoint(line.words):
        return False
    for at in range(to - 1, max(-1, to - _FIRST_TO), -1):
        low = line.low[at]
        if low in _ORDINALS or low.endswith("th"):
            verb = at - 2
            told = line.at(at - 1) == "the" and line.at(verb) in _BECAME and not line.quoted[at]
            if not told or group.head != to + 1:
                return False
            start = verbs.group(line, verb).first
            return agents.subject(line, 0, start) is True
        if low in lexicon.PREPOSITIONS - {"in"} or low in edges.MARKS or low in lexicon.CLASS:
            return False
    return False


def supposes(line: Line, group: Group) -> bool:
    """Whether "Fined by the Treasury, Orlo would close" only supposes it."""
    if group.head or line.at(1) not in _AFTER or line.words.isdisjoint(_WOULD):
        return False
    comma = next(iter(line.numbers(edges.COMMA)), len(line.low))
    return not _WOULD.isdisjoint(line.low[comma:])


def under_way(line: Line, group: Group) -> bool:
    """Whether a release tells in the present what takes effect by it ("is being added pursuant to")."""
    head = group.head
    present = not lexicon.PRESENT_BE.isdisjoint(line.low[group.first : head]) and not group.cues
    near = line.low[group.first : head + 9]
    near = ["today", *near] if "today" in line.low[:3] else near
    return present and (verbs.is_gerund(line.low[head]) or "being" in near) and not _BY_IT.isdisjoint(near)


def owned(line: Line, head: int) -> bool:
    """Whether a gerund is a noun that an authority owns: "London's blacklisting of Orlo"."""
    if not verbs.is_gerund(line.low[head]) or line.at(head - 1) != "'s" or line.at(head + 1) != "of":
        return False
    party = line.party_over(head - 2)
    return party is not None and party.authority


def happened(line: Line, before: int, head: int) -> bool:
    """Whether a noun behind "after" or "since" names what an authority did.

    Args:
        line: The sentence.
        before: The word before its phrase.
        head: The noun.
    """
    if line.at(before) not in _BEHIND or line.quoted[head] or not real(line):
        return False
    for at in range(before + 1, head):
        party = line.party_over(at)
        if line.low[at] == "'s" and party is None and agents.phrase(line, before + 1, at):
            return True
    return agents.by(line, head) is True


def counts(line: Line, that: int) -> bool:
    """Whether "that" only follows "it is the third time": what it opens is told as done."""
    ordinal = line.at(that - 2)
    if line.at(that - 1) not in _TIMES or not (ordinal in _ORDINALS or ordinal.endswith("th")):
        return False
    for at in range(that - 2, max(-1, that - _NEAR), -1):
        if line.low[at] in _IS:
            return line.at(at - 1) in _POINTS and at < _NEAR
    return False


def not_until(line: Line, at: int) -> bool:
    """Whether "Not until" opens a sentence that tells what happened at last: by then it was done."""
    if line.low[0] != "not" or at != 1 or line.low[1] != "until":
        return False
    return not _INVERTED.isdisjoint(line.low[2:]) and real(line)


def main_clause(line: Line, first: int) -> int | None:
    """Where the main clause of "Though Orlo protests that it broke no rule, Britain fined it" begins.

    So does that of "..., the ministry having barred it" behind its comma.

    Returns:
        None where no such clause stands before it, or the verb does not belong to the main one.
    """
    if line.low[first] == "having" and line.at(first - 1) != ",":
        comma = max(line.among(edges.COMMA, max(0, first - _NEAR), first), default=None)
        if comma is None:
            return None
        alone = all(low not in _NO_SUBJECT and not verbs.is_past(low) for low in line.low[comma + 1 : first])
        return comma + 1 if alone else None
    if line.low[0] not in _ALTHOUGH:
        return None
    commas = [at for at in line.numbers(edges.COMMA) if at < first]
    if len(commas) != 1 or commas[0] + 1 == first:
        return None
    comma = commas[0]
    told = any(low in lexicon.SAYS or low in lexicon.AUXILIARIES for low in line.low[1:comma])
    told = told or any(verbs.is_past(low) for low in line.low[1:comma])
    begun = lexicon.RELATIVE.isdisjoint(line.low[comma:first]) and "that" not in line.low[comma:first]
    return comma + 1 if told and begun else None


def effective_paper(line: Line, group: Group) -> int | None:
    """Where the phrase of "a decree banning exports took effect" begins, which tells what it did.

    Returns:
        The word before the phrase where that opens a clause (`since the decree ...`), else the paper; None
        where no paper is told to have taken effect.
    """
    low, paper = line.low, group.first - 1
    if group.first != group.head or line.at(paper) not in lexicon.ENACTING or not real(line):
        return None
    for at in range(group.head + 1, min(len(low), group.head + FARTHEST)):
        if low[at] in edges.MARKS or low[at] in lexicon.RELATIVE:
            return None
        if low[at] in _EFFECT and not _COMES.isdisjoint(low[max(0, at - 2) : at]):
            if not lexicon.NEGATIONS.isdisjoint(low[group.head : at]):
                return None
            openers = [n for n in range(max(0, paper - 5), paper) if low[n] in lexicon.FACTIVE]
            return openers[-1] if openers else paper
    return None


def leave_before(found: dict[Cue, list[int]], start: int) -> None:
    """Drop the signs of words before a clause that takes itself as told."""
    for cue in [*found]:
        kept = [at for at in found[cue] if at >= start]
        if kept:
            found[cue] = kept
        else:
            del found[cue]
