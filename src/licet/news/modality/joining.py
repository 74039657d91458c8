"""Verbs and clauses that are joined: "fined and barred", "fined Orlo, revoked its licence and left"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress, count

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.bounds import BOUNDING
from licet.news.modality.groups import Group
from licet.news.modality.line import Line
from licet.news.modality.times import dated

FARTHEST = 16
"""Words to the left within which a verb that is joined with another stands."""

_HANGS = frozenset(("of", "for", "with", "by", "about", "against", "from", "in", "under"))
"""Behind a participle that only describes its noun ("firms accused of ...")."""
_PARTS = edges.STOPS | lexicon.RELATIVE
_SURE_VERBS = lexicon.BE | lexicon.HAVE | lexicon.MODALS.keys() | lexicon.SAYS
"""Words that are verbs wherever they stand."""
_TO_WHICH = frozenset(("to", "with", "from"))
_LISTS = frozenset(("list", "register", "blacklist"))
_KNOWN = frozenset(("the", "its", "their", "his", "her"))
_UNREAL = frozenset(lexicon.MODALS) | lexicon.CONDITIONS
_TRADES = listed(
    "makes sells serves owns buys operates carries insures builds employs provides lends produces manages"
    " refines grows make sell serve own buy operate carry insure build"
)
"""Behind "that", verbs of a clause that only tells what somebody does for a living."""
_PRONOUNS = lexicon.RELATIVE | {"that"}
_OBJECTS = lexicon.DETERMINERS - {"that", "this"} | {"it", "them", "him", "several", "two", "three"}
_GENERIC = frozenset(
    ("any", "every", "no", "each", "if", "those", "anyone", "someone", "somebody", "would", "could", "will",
     "may", "might", "all", "firms", "companies", "banks", "people", "persons")
)  # fmt: skip
_ANY = _GENERIC - {"firms", "companies", "banks", "people", "persons", "those", "all"}


def former(line: Line, join: int, *, finite: bool = False) -> int | None:
    """The verb that is joined with the one after a conjunction."""
    for at in range(join - 1, max(-1, join - FARTHEST), -1):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.RELATIVE or low == "that":
            return None
        if line.quoted[at]:
            continue
        if finite and line.at(at - 1) == "to":
            continue
        if verbs.is_past(low) and line.at(at + 1) == "by" and verbs.group(line, at).first == at:
            continue  # "cameras made by Orlo"
        if verbs.is_past(low) or (low in lexicon.CLASS and verbs.told_as_verb(line, at)):
            return at
        infinitive = line.at(at - 1) == "to" and line.party_over(at) is None
        if line.at(at - 1) in lexicon.MODALS or (infinitive and low not in lexicon.DETERMINERS):
            return at
    return None


def verb_before(line: Line, join: int) -> bool:
    """Whether "and" joins clauses, so that a verb stands before it, and not two names."""
    lows = line.low
    for at in range(join - 1, max(-1, join - FARTHEST), -1):
        low = lows[at]
        if low in _PARTS:
            return False
        if low in _SURE_VERBS:
            return True
        if verbs.is_past(low) or (low in lexicon.CLASS and verbs.told_as_verb(line, at)):
            return True
    return False


def in_a_row(line: Line, group: Group) -> bool:
    """Whether a verb stands in a row: "fined Orlo, revoked its licence and seized its ships"."""
    head = group.head
    if line.at(group.first - 1) != "," or group.first != head or not verbs.is_past(line.low[head]):
        return False
    if line.at(head + 1) in lexicon.PREPOSITIONS and line.at(head + 1) not in {"of", "from"}:
        return False
    for at in range(head + 1, min(len(line.low) - 1, head + FARTHEST)):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.RELATIVE or low in lexicon.BE:
            return False
        if low == "and" and verbs.is_past(line.low[at + 1]):
            return True
    return False


def has_object(line: Line, head: int) -> bool:
    """Whether an object follows a verb, so that it is no participle of a passive."""
    return line.at(head + 1) in _OBJECTS


def specific(line: Line, relative: int, first: int) -> bool:
    """Whether a clause that hangs on a noun tells what was done when ("firms that were listed in 2014")."""
    if first != relative + 1 or not _GENERIC.isdisjoint(line.low[max(0, relative - 5) : relative]):
        return False
    noun = line.at(relative - 1)
    told = noun in lexicon.CLASS or noun in lexicon.SAYS or noun in lexicon.DENIALS or verbs.is_past(noun)
    real = _UNREAL.isdisjoint(line.low)
    return not told and real and dated(line, first + 1) and line.at(first) in {"was", "were", "had", "has"}


def only_counts(line: Line, at: int) -> bool:
    """Whether "no fewer than", "not only", ", but not the bank, " denies nothing."""
    after, before = line.at(at + 1), line.at(at - 1)
    if line.low[at] == "few":
        return before in {"a", "last", "past", "these", "those", "the"}
    if line.low[at] == "not":
        aside = before == "but" and line.at(at - 2) == "," and after != ","
        return after in {"only", "just", "least"} or (aside and "," in line.low[at : at + 8])
    return after in {"fewer", "less", "later", "sooner"}


def known_whose(line: Line, relative: int) -> bool:
    """Whether "whose" speaks of somebody that there is: no "any bank whose assets were frozen".

    So does "which" of those on a list: "its list of firms with which business is banned".
    """
    before = line.low[max(0, relative - 9) : relative]
    if line.low[relative] == "whose":
        return _GENERIC.isdisjoint(before)
    return line.at(relative - 1) in _TO_WHICH and _listed(line, before)


def _listed(line: Line, before: list[str]) -> bool:
    """Whether words name those on a list that is there, or as many as are told."""
    if not _UNREAL.isdisjoint(line.words) or not _ANY.isdisjoint(before):
        return False
    told = (at for at, low in enumerate(before) if low in _LISTS or low.isdigit())
    return any(not _KNOWN.isdisjoint(before[max(0, at - 2) : at]) for at in told)


def bounding(line: Line) -> list[int]:
    """Numbers of the words that can bound a clause, in no quote, name or brackets; looked for once."""
    if line.bounding is None:
        line.bounding = line.shown(line.numbers(BOUNDING))
    return line.bounding


def is_past_between(line: Line, first: int, last: int) -> bool:
    """Whether a word in the form of a past stands between two, in no quote, name or brackets."""
    if line.pasts is None:
        line.pasts = line.shown(compress(count(), map(verbs.is_past, line.low)))
    after = bisect_right(line.pasts, first)
    return after < len(line.pasts) and line.pasts[after] < last


def reaches(line: Line, that: int, first: int) -> bool:
    """Whether "that" opens the clause of a verb though other verbs stand between them, in asides.

    So it is in "that Ek, who denied it, was fined" and "that after talks failed, the ministry barred Orlo".
    """
    commas = [at for at in range(that + 1, first) if line.low[at] == ","]
    if not commas:
        return not verbs.is_past(line.at(that + 1)) and not any(
            verbs.is_past(line.low[at]) and line.at(at + 1) not in _HANGS and line.at(at - 1) not in _PRONOUNS
            for at in range(that + 1, first)
        )
    after = line.at(that + 1)
    if verbs.is_past(after) and line.at(that + 2) not in _HANGS:
        return False
    opens = after in lexicon.PREPOSITIONS or after in lexicon.FACTIVE or after == "not"
    if opens or verbs.is_gerund(after) or verbs.is_past(after):
        return not any(verbs.is_past(line.low[at]) for at in range(commas[0] + 1, first))
    outside = [*range(that + 1, commas[0]), *range(commas[-1] + 1, first)]
    return len(commas) > 1 and not any(verbs.is_past(line.low[at]) for at in outside)


def points(line: Line, that: int) -> bool:
    """Whether "that" only points to a noun: "; that measure was extended", "after that firm was listed"."""
    before, after = line.at(that - 1), line.at(that + 1)
    opened = before in edges.STOPS or before in lexicon.PREPOSITIONS or before in lexicon.FACTIVE
    return opened and after not in lexicon.DETERMINERS and line.party_over(that + 1) is None


def closed(line: Line, that: int, first: int) -> bool:
    """Whether a clause that hangs on a noun is closed before a verb: "Orlo, a firm that sells pumps, was"."""
    before = line.at(that - 1)
    governs = before in lexicon.CLASS or before in lexicon.SAYS or before in lexicon.DENIALS
    noun = before[:1].isalpha() and not governs and not verbs.is_past(before) and before not in lexicon.BE
    if not noun or verbs.is_adverb(before):
        return False
    if line.at(that + 1) in _TRADES and line.low[first] in lexicon.AUXILIARIES:
        return True  # "a firm that makes pumps was barred"
    if line.at(first - 1) != "," or line.low[that] != "that":
        return False
    stop = next((at for at in range(that, -1, -1) if line.low[at] == ","), None)
    return stop is not None and that - stop < FARTHEST
