"""Words close around an act that undo it: "neither", "all but", "forward", "in a draft list", "expired"."""

from __future__ import annotations

from functools import lru_cache

from licet.news.listed import listed
from licet.news.modality import (
    agents,
    asking,
    edges,
    lexicon,
    particles,
    starts,
    unreal,
    unsettled,
    verbs,
)
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 14
"""Words behind an act within which what undoes it stands."""
_ONLY = listed("only just least merely simply for because by in on at as to under until before after")
"""Behind "not", words by which the act itself is not denied."""
_DRAFTS = listed(
    "draft leaked proposed provisional mock fake unpublished prospective tentative preliminary planned"
    " rumoured rumored internal"
)
_LISTS = listed("list lists annex document text paper memo dossier order package spreadsheet version roster")
_PROPOSALS = frozenset(("proposal", "draft", "plan", "bill"))
_STEPS = listed("decision plan vote proposal lifting removal idea talks debate introduction move plans bill")
_RATHER = frozenset((("far", "from"), ("rather", "than"), ("instead", "of"), ("short", "of")))
_DENYING = frozenset(("neither", "not", "good", "far", "rather", "instead", "short", "but"))
"""Words of which one stands wherever words right beside an act deny it."""
# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ENACTED, _NOMINAL = Cue.ENACTED, Cue.NOMINAL
_COLON = frozenset((":",))
_PERFECT = frozenset(("has", "have"))
_WHEN = frozenset(("once", "when", "after", "until", "soon", "time"))
_PLANS = _STEPS | listed("threat threats proposals talk")
_PLANNED = _PLANS | {word for word, cue in lexicon.CLASS.items() if cue is Cue.PROPOSE}
_PARTS = edges.MARKS | lexicon.RELATIVE | lexicon.FACTIVE | {"by"}
_TAKES = frozenset(("'s", "to", "for", "on", "against", "of"))
_UNTIL = frozenset(("until", "till"))
_RECENT = frozenset(("last", "recently", "yesterday", "then", "lately"))


def look(chain: Chain, head: int) -> None:
    """Keep the signs close around a trigger that take it back, hold it up or put it off."""
    line, found = chain.line, chain.found
    nominal = _NOMINAL in found
    if nominal:
        unsettled.look(chain, head)
    else:
        _verb(chain, head)
    enacted = found.get(_ENACTED)
    made = enacted[0] if enacted else head
    if line.later:
        coming = unreal.is_later(line, min(made, head), max(made, head))
        if coming is not None:
            chain.add(Cue.WILL, coming)
    if line.asks & asking.START and (enacted or not nominal):
        start = starts.look(line, min(made, head), max(made, head))
        if start is not None:
            chain.add(*start)


def _verb(chain: Chain, head: int) -> None:
    line = chain.line
    if not line.words.isdisjoint(_DENYING):
        _denied(chain, head)
    papers = not line.words.isdisjoint(unsettled.PAPERS)
    if papers or not line.words.isdisjoint(_DRAFTS):
        _draft(chain, head)
    if Cue.UNDOING in chain.found:
        _only_planned(chain, head)
        if papers:
            _from_text(chain, head)
    if line.low[head] in lexicon.DELAYS and Cue.UNDOING in chain.found:
        _delayed(chain, head)
    if not line.words.isdisjoint(_PERFECT):
        _once(chain, head)
        _opened(chain, head)
    _ended(chain, head)


def _denied(chain: Chain, head: int) -> None:
    """Read "barred not Orlo but Ek", "as good as barred", "far from having barred", "all but barred"."""
    line = chain.line
    after, before = line.at(head + 1), line.at(head - 1)
    nots = after == "neither" or (after == "not" and line.at(head + 2) not in _ONLY)
    if nots and line.low[head] not in lexicon.MODALS:
        chain.add(Cue.NOT, head + 1)
    if line.low[0] == "it" and line.low[2:3] == ["not"] and "that" in line.low[:head]:
        chain.add(Cue.NOT, 2)
    elif before == "as" and line.low[max(0, head - 3) : head] == ["as", "good", "as"]:
        chain.add(Cue.NOT, head - 2)
    first = verbs.group(line, head).first
    if (line.at(first - 2), line.at(first - 1)) in _RATHER:
        chain.add(Cue.NOT, first - 1)
    if particles.all_but(line, head):
        chain.add(Cue.NOT, head - 1)


def _opened(chain: Chain, head: int) -> None:
    """Read "once the ministry has signed, Orlo is barred": what the present tells there is to come."""
    line = chain.line
    if Cue.STATE not in chain.found or line.low[0] not in _WHEN:
        return
    comma = next((at for at in range(head) if line.low[at] == ","), 0)
    if not _PERFECT.isdisjoint(line.low[:comma]):
        chain.add(Cue.IF, 0)


def _draft(chain: Chain, head: int) -> None:
    """Read "named in a draft list": nobody is listed by that."""
    line = chain.line
    near = line.low[head + 1 : head + 8]
    stop = next((n for n, low in enumerate(near) if low in edges.MARKS or low == "after"), len(near))
    for number, low in enumerate(near[:stop]):
        if low in _PROPOSALS and _before_phrase(line, head + 1 + number) in {"in", "on", "to"}:
            chain.add(Cue.PROPOSE, head + 1 + number)
            return
        if low in _DRAFTS and not _LISTS.isdisjoint(near[number + 1 : number + 4]):
            chain.add(Cue.PROPOSE, head + 1 + number)
            return


def _from_text(chain: Chain, head: int) -> None:
    """Read "was dropped from the package" and "the plan's ban was dropped": it was never there."""
    line = chain.line
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low = line.low[at]
        if low in edges.MARKS:
            break
        if (
            low in unsettled.PAPERS
            and line.at(at - 1) != "of"
            and _before_phrase(line, at) in {"from", "of", "in"}
        ):
            chain.add(Cue.HELD_UP, at)
            return
    owner = next((at for at in line.among(unsettled.PAPERS, 0, head) if line.at(at + 1) == "'s"), None)
    if owner is not None:
        chain.add(Cue.HELD_UP, owner)


def _only_planned(chain: Chain, head: int) -> None:
    """Read "plans to freeze them were dropped" and "considered and then dropped a ban"."""
    line = chain.line
    for at in reversed([*line.among(_PLANNED, max(0, head - FARTHEST + 1), head)]):
        if not _PARTS.isdisjoint(line.low[at:head]):
            return
        low = line.low[at]
        planned = low in _PLANS and line.at(at + 1) in _TAKES and Cue.PASSIVE in chain.found
        joined = lexicon.CLASS.get(low) is Cue.PROPOSE and verbs.is_past(low)
        if planned or (joined and line.at(at + 1) in {"and", "but", "then"}):
            chain.add(Cue.HELD_UP, at)
            return


def _before_phrase(line: Line, at: int) -> str:
    """The word before the phrase of a noun."""
    for before in range(at - 1, max(-1, at - 5), -1):
        if line.low[before] in lexicon.DETERMINERS or line.low[before] == "'s":
            return line.at(before - 1)
        if line.low[before] in lexicon.PREPOSITIONS:
            return line.low[before]
    return ""


def _delayed(chain: Chain, head: int) -> None:
    """Read "the decision to lift it was postponed", "the ban was delayed": nothing in force is suspended."""
    line = chain.line
    near = line.low[max(0, head - FARTHEST) : head + 4]
    nobody = Cue.PASSIVE in chain.found and agents.by(line, head) is not True
    if nobody or not _STEPS.isdisjoint(near):
        chain.add(Cue.HELD_UP, head)


def _once(chain: Chain, head: int) -> None:
    """Read "once Britain has barred Orlo, jobs will go": it is still to come."""
    line = chain.line
    first = verbs.group(line, head).first
    if line.low[first] not in _PERFECT:
        return
    for at in range(first - 1, max(-1, first - FARTHEST), -1):
        low = line.low[at]
        if low in edges.MARKS:
            return
        if low in _WHEN:
            will = [n for n in range(len(line.low)) if line.low[n] in lexicon.MODALS and not at < n < head]
            if will:
                chain.add(Cue.WILL, will[0])
            return


def _ended(chain: Chain, head: int) -> None:
    """Read "was barred from 2014 to 2019" and "barred it until 2019": told of what is over."""
    line = chain.line
    near = line.low[head + 1 : head + FARTHEST]
    if line.year is None or not any(map(_may_end, near)):
        return
    for at, low in enumerate(near, head + 1):
        if low in edges.STOPS or (verbs.is_past(low) and line.party_over(at) is None):
            return
        if low in _UNTIL and line.at(at + 1) in _RECENT:
            chain.add(Cue.OVER, at)
            return
        if len(low) == 4 and low.isdigit() and 1900 < int(low) < line.year and _is_end(line, head, at):
            chain.add(Cue.OVER, at)
            return


@lru_cache(maxsize=20_000)
def _may_end(low: str) -> bool:
    """Whether a word may tell how long something lasted."""
    return low in _UNTIL or (len(low) == 4 and low.isdigit())


def _is_end(line: Line, head: int, year: int) -> bool:
    """Whether a year closes a span of time: "until 2019", "from May 2014 to May 2019"."""
    before = line.low[max(head, year - 3) : year]
    if not _UNTIL.isdisjoint(before):
        return True
    spans = "to" in before or "and" in before or "-" in before or "–" in before
    earlier = line.low[max(head, year - 7) : year - 1]
    return spans and any(low.isdigit() and len(low) == 4 for low in earlier)


def condition(chain: Chain, head: int) -> None:
    """Keep a condition that is put behind an act: "has barred Orlo, if the reports are right"."""
    line = chain.line
    first = verbs.group(line, head).first
    if "if" in line.low[first:head]:
        chain.add(Cue.IF, line.low.index("if", first))
    for at in range(head + 1, len(line.low)):
        low = line.low[at]
        if low in edges.ENDS or low in lexicon.RELATIVE or low in lexicon.SAYS:
            return
        if low in {"if", "assuming"} and line.at(at - 1) in edges.COMMA | edges.DASHES:
            if line.at(at + 1) not in {"not", "any", "ever", "only", "at"}:
                chain.add(Cue.IF, at)
            return
        if (
            low in lexicon.MODALS
            or low == "and"
            or (low == "," and line.at(at + 1) not in {"if", "assuming"})
        ):
            return


def colon(chain: Chain, head: int) -> None:
    """Keep what is pledged, feared or demanded before a colon: "The president vowed: Orlo is barred"."""
    line = chain.line
    colons = [*line.among(_COLON, 1, head)]
    if colons:
        low = line.low[colons[-1] - 1]
        if low in lexicon.CLASS and verbs.is_past(low):
            chain.add(lexicon.CLASS[low], colons[-1] - 1)
