"""Steps of lawmaking that make no law: one chamber acts, a reading, a version of a bill."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 14
"""Words behind an act within which the step it belongs to stands."""
_CHAMBERS = listed(
    "senate house commons lords bundestag bundesrat duma knesset sejm diet representatives chamber lawmakers"
    " mps senators congressmen meps deputies"
)
"""Houses of a parliament and their members: the vote of one alone makes no law."""
_WITHIN = listed("panel committee subcommittee caucus")
_OF_CHAMBER = _CHAMBERS | listed("parliament congress")
_NOT_CHAMBER = listed("white both opera auction publishing clearing commerce shipping")
_TIMES = lexicon.ADVERBS | lexicon.MONTHS | listed("on in late early overwhelmingly unanimously narrowly")
_READINGS = listed("reading committee principle")
_WHICH = listed("first second third final")
_VERSIONS = listed("version versions draft drafts amendment")
_OF_PAPER = listed("bill text draft resolution package budget proposal act law rule directive regulation")
_NO_VOTES = listed("nonbinding symbolic indicative straw mock test advisory procedural")
_PLANS = listed("plan proposal draft blueprint bill")
_SIGNED = listed("signed enacted passed approved adopted sealed")
_NO_BINDING = frozenset((("non", "-", "binding"),))
_BEHIND = _PLANS | _READINGS | _VERSIONS | _NO_VOTES | {"non"}
_ENDS_PHRASE = edges.MARKS | (lexicon.PREPOSITIONS - {"of"}) | {"and"}
CALLS = _CHAMBERS | _WITHIN | {"parliament"} | _BEHIND


def look(chain: Chain, head: int) -> None:
    """Keep that an act is only a step on the way to law."""
    line = chain.line
    made = chain.found.get(Cue.ENACTED, [head])[0]
    if Cue.NOMINAL in chain.found and Cue.ENACTED not in chain.found:
        return
    house = _house(line, verbs.group(line, min(made, head)).first - 1)
    house = _house_by(line, max(made, head)) if house is None else house
    if house is not None:
        chain.add(Cue.HELD_UP, house)
    if not line.words.isdisjoint(_BEHIND):
        step = _step(line, max(made, head))
        if step is not None:
            chain.add(Cue.HELD_UP, step)


def _house(line: Line, last: int) -> int | None:
    """The chamber whose noun phrase ends with a word, times left out: "the Senate on Monday"."""
    at = last
    while at >= 0 and (line.low[at] in _TIMES or verbs.is_adverb(line.low[at]) or line.low[at].isdigit()):
        at -= 1
    if at < 0:
        return None
    low = line.low[at]
    if low in _CHAMBERS:
        return None if line.at(at - 1) in _NOT_CHAMBER else at
    if low == "parliament":
        return at if line.at(at - 1) == "european" else None
    if low in _WITHIN:
        return at if not _OF_CHAMBER.isdisjoint(line.low[max(0, at - 4) : at]) else None
    return None


def _house_by(line: Line, head: int) -> int | None:
    """The chamber by which something was done: "was barred by the Senate"."""
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        if line.low[at] in edges.AGENT:
            return None
        if line.low[at] == "by":
            near = range(at + 1, min(len(line.low), at + 7))
            stop = next((n for n in near if line.low[n] in _ENDS_PHRASE), near.stop)
            return next((n for n in range(at + 1, stop) if _house(line, n) is not None), None)
    return None


def _step(line: Line, head: int) -> int | None:
    """The word of a reading, a version or a vote that binds nobody, behind an act in its clause."""
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low, before = line.low[at], line.at(at - 1)
        if low in edges.STOPS or low in lexicon.RELATIVE or low in lexicon.SAYS:
            return None
        if low in _READINGS and (before == "in" or (low == "reading" and before in _WHICH)):
            return at
        if low in _VERSIONS and line.at(at + 1) == "of" and not _OF_PAPER.isdisjoint(line.low[at : at + 6]):
            return at
        if low in _PLANS and _closes(line, at):
            return at
        votes = low in _NO_VOTES or tuple(line.low[at : at + 3]) in _NO_BINDING
        if votes and not {"vote", "resolution", "ballot", "poll"}.isdisjoint(line.low[at + 1 : at + 5]):
            return at
    return None


def _closes(line: Line, at: int) -> bool:
    """Whether "in the plan" ends a clause: what it tells stands there only."""
    ends = line.at(at + 1) in edges.MARKS or at + 1 == len(line.low)
    first = next((n for n in range(at - 1, max(-1, at - 5), -1) if line.low[n] in {"in", "under"}), None)
    signed = not _SIGNED.isdisjoint(line.low)
    return ends and not signed and first is not None and line.at(first + 1) in lexicon.DETERMINERS
