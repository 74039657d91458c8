"""A measure told by a noun that somebody bears: "attracts a tariff", "the council keeps him under a ban"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import bearing, edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase

FARTHEST = 14
"""Words between "keeps" and "under a ban", and between a participle and "by an embargo"."""
_SINCE = 8
"""Words behind a noun within which "since" tells how long somebody has been under its measure."""
_DRAWS = listed("attracts attract bears bear carries carry incurs incur draws suffers suffer")
"""Verbs of which the object is what weighs on their subject."""
_KEEPS = listed("keeps keep holds leaves")
_UPON = listed("on upon over against around")
_SHUT = listed(
    "locked shut kept caught barred blocked frozen cut closed covered bound hit hobbled idled held"
)
"""What is done to somebody by a measure that is there."""
_PRESENT_BE = frozenset(("is", "are", "been", "remain", "remains"))
_SELDOM = listed("often sometimes usually rarely seldom generally typically occasionally normally")
_RELIES = listed("relies rely relying relied")
_INCLUDED = listed("included caught covered swept drawn")
_LEAVE = listed("licence licences license licenses waiver waivers exemption exemptions permit derogation")
_TOLD_NOW = frozenset((Form.PRESENT, Form.GERUND, Form.PAST))
_BELOW = frozenset(("under", "on"))


def told(chain: Chain, phrase: Phrase) -> bool:
    """Whether somebody is told to bear what a noun names, keeping the sign of that.

    Args:
        chain: The signs.
        phrase: The noun with what belongs to it.
    """
    before = chain.line.at(phrase.first - 1)
    look = _BY_WORD.get(before)
    return look is not None and bearing.may_weigh(chain, phrase) and look(chain, phrase)


def _drawn(chain: Chain, phrase: Phrase) -> bool:
    """Read "attracts a 25 percent tariff"."""
    line, verb = chain.line, phrase.first - 1
    if line.low[phrase.head] not in lexicon.DUTIES or not bearing.is_known(chain, phrase):
        return False
    return verbs.group(line, verb).form is Form.PRESENT and bearing.enacted(chain, verb)


def _under(chain: Chain, phrase: Phrase) -> bool:
    """Read "is sold under a tariff these days" and "The council keeps him under a travel ban"."""
    line, at = chain.line, phrase.first - 1
    if line.low[at] == "under" and bearing.is_now(line, phrase.head, phrase.head):
        return bearing.enacted(chain, phrase.head)
    keeps = next(line.among(_KEEPS | edges.MARKS, max(0, at - FARTHEST), at), None)
    if keeps is None or line.low[keeps] not in _KEEPS:
        return False
    above = Chain(line)
    above.climb(keeps)
    return above.agent is True and bearing.enacted(chain, keeps)


def _with(chain: Chain, phrase: Phrase) -> bool:
    """Read "With sanctions upon her since May, she has no card"."""
    line = chain.line
    if phrase.first != 1 or line.at(phrase.head + 1) not in _UPON:
        return False
    behind = line.low[phrase.head : phrase.head + _SINCE]
    stop = next((at for at, low in enumerate(behind) if low in edges.MARKS), len(behind))
    return "since" in behind[:stop] and bearing.enacted(chain, phrase.head)


def _by(chain: Chain, phrase: Phrase) -> bool:
    """Read "is locked out of the market by an embargo"."""
    line, at = chain.line, phrase.first - 1
    for number in range(at - 1, max(0, at - FARTHEST), -1):
        low = line.low[number]
        if low in edges.MARKS or low in lexicon.RELATIVE or low == "that":
            return False
        if low in _SHUT:
            first = verbs.group(line, number).first
            being = line.low[first:number]
            so = not _PRESENT_BE.isdisjoint(being) and "being" not in being and _SELDOM.isdisjoint(line.words)
            return so and _told_apart(line, phrase, chain) and bearing.enacted(chain, number)
    return False


def _told_apart(line: Line, phrase: Phrase, chain: Chain) -> bool:
    """Whether one measure is meant, and not any of a kind: it has an article, an owner or a clause."""
    articled = line.low[phrase.first] in {"a", "an"} or Cue.DEFINITE in chain.found
    return articled or Cue.QUALIFIED in chain.found or line.at(phrase.head + 1) in {"that", "which"}


def _relied(chain: Chain, phrase: Phrase) -> bool:
    """Read "is relying on a general licence": it was given."""
    line, verb = chain.line, phrase.first - 2
    if line.at(verb) not in _RELIES or not _LEAVE & {*line.low[phrase.first : phrase.head + 1]}:
        return False
    if not line.words.isdisjoint(lexicon.NEGATIONS):
        return False
    return verbs.group(line, verb).form in _TOLD_NOW and bearing.enacted(chain, verb)


def _within(chain: Chain, phrase: Phrase) -> bool:
    """Read "has been included in the Union's ban on oil shipments"."""
    line, verb = chain.line, phrase.first - 2
    if line.at(verb) not in _INCLUDED or verbs.group(line, verb).form is not Form.PASSIVE:
        return False
    return Cue.DEFINITE in chain.found and bearing.enacted(chain, verb)


def _below(chain: Chain, phrase: Phrase) -> bool:
    """Read a noun behind "under" or "on"."""
    return _under(chain, phrase) or _relied(chain, phrase)


_BY_WORD = dict.fromkeys(sorted(_DRAWS), _drawn) | dict.fromkeys(sorted(_BELOW), _below) | {
    "with": _with, "by": _by, "in": _within
}  # fmt: skip
CALLS = frozenset(_BY_WORD)
"""Words before a noun by which somebody may be told to bear it."""
