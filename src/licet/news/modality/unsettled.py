"""A measure told by a noun that is over, held up or dropped: "the ban expired", "killed the ban"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, particles, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form
from licet.news.modality.line import Line

FARTHEST = 14
"""Words behind an act within which what undoes it stands."""
PAPERS = listed("text draft package bill proposal plan agenda statement communique wording budget manifesto")
_HELD_UP = listed(
    "kill killed kills torpedo torpedoed torpedoes scupper scuppered sink sank sunk stall stalled stalls"
    " scuttle scuttled derail derailed tabled presented"
)
_STOPPED = listed("blocked blocks vetoed vetoes rejected rejects")
"""What only planned measures undergo, unless a court does it."""
_COURTS = listed("court courts judge judges tribunal")
_PAIRS = frozenset((("pricing", "in"), ("priced", "in"), ("holds", "up"), ("held", "up"), ("hold", "up")))
_ENDED = listed("expired lapsed ended")
_FORMER = listed("former expired lapsed defunct erstwhile wartime old previous bygone")
_VOTED = listed("vote votes ballot floor senate house parliament chamber committee bundestag")
_HEADS = listed("goes heads moves faces awaits needs passes returns advances")
_NOTHING = listed("bluff fantasy illusion fiction myth mirage rumour rumor slogan invention")
_TALKS = listed("discussion consideration negotiation debate review")
_OUT = frozenset(("fell", "dropped", "removed", "out"))
_PASSES = listed("passed passes approved approves adopted backed cleared")
_CHAMBERS = listed("senate house committee chamber subcommittee commons lords bundestag")
_DIED = frozenset(("died", "nothing", "off"))
_LASTS = listed("survive survived outlive outlived pass clear materialise materialize")
"""Negated, they tell of a measure that came to nothing: "the ban did not survive the first reading"."""
_PAST = frozenset(("over", "history", "gone"))
_BEHIND_PAST = edges.MARKS | lexicon.PREPOSITIONS | {""}
_TURNS = frozenset((("died", "in"), ("to", "nothing"), ("put", "off")))
_KILLED = _HELD_UP - {"presented"} | listed("vetoed shelved postponed delayed mooted abandoned stillborn")
_TOLD_BEHIND = (
    frozenset(particles.PHRASAL)
    | _DIED
    | _ENDED
    | _HEADS
    | _NOTHING
    | _OUT
    | _PAST
    | _KILLED
    | _LASTS
    | {"under", "on"}
)
_ASKED_BEHIND = _TOLD_BEHIND | edges.STOPS | edges.COMMA
_UNDOES = lexicon.UNDO | lexicon.WEAK_UNDO | lexicon.VIOLATE
_BEFORE = (
    particles.PHRASAL.keys() | _HELD_UP | _STOPPED | particles.PUTS | _PASSES | {verb for verb, _ in _PAIRS}
)


def look(chain: Chain, head: int) -> None:
    """Keep that a measure told by a noun is over, held up, voted on or dropped."""
    line = chain.line
    if not line.words.isdisjoint(_FORMER):
        former = next((at for at in range(max(0, head - 4), head) if _is_former(line, at, head)), None)
        if former is not None:
            chain.add(Cue.OVER, former)
    if not line.words.isdisjoint(_TOLD_BEHIND):
        _told_behind(chain, head)
    if not line.words.isdisjoint(_BEFORE):
        _governed(chain, head)


def _told_behind(chain: Chain, head: int) -> None:
    """Read "the ban expired", "faces a vote", "is under discussion", "fell out of the package"."""
    line = chain.line
    for at in line.among(_ASKED_BEHIND, head + 1, head + FARTHEST):
        low = line.low[at]
        if low in edges.STOPS or (low == "," and line.at(at + 1) in lexicon.FACTIVE):
            return
        if low == "," or line.party_over(at) is not None:
            continue
        if low in _ENDED:
            group = verbs.group(line, at)
            real = not group.cues and "had" not in line.low[max(0, head - 4) : head]
            if real and group.form is Form.PAST:
                chain.add(Cue.OVER, at)
            return
        if _turned_down(line, head, at):
            chain.add(Cue.REFUSE, at)
            chain.add(Cue.HELD_UP, at)
            return
        if _is_open(line, head, at):
            chain.add(Cue.HELD_UP, at)
            return


def _is_open(line: Line, head: int, at: int) -> bool:
    """Whether a word behind a noun tells that its measure is voted on, talked of, killed or nothing."""
    low, near = line.low[at], line.low[at + 1 : at + 7]
    if low in _HEADS:
        return not _VOTED.isdisjoint(near)
    if low == "under":
        return not _TALKS.isdisjoint(near[:1])
    if low == "on":
        return near[:2] == ["the", "table"]
    if low in _OUT:
        return not {"from", "of"}.isdisjoint(near) and not PAPERS.isdisjoint(near)
    if low in _DIED:
        return bool({(line.at(at - 1), low), (low, line.at(at + 1))} & _TURNS)
    if low in _PAST:
        head, at = max(head, at - 3), at if line.at(at + 1) in _BEHIND_PAST else head
    return not lexicon.BE.isdisjoint(line.low[head + 1 : at])


def _turned_down(line: Line, head: int, at: int) -> bool:
    """Whether the noun is refused by a verb behind it: "the ban was voted down", "did not survive"."""
    if line.low[at] in _LASTS:
        return not lexicon.NEGATIONS.isdisjoint(line.low[max(head + 1, at - 3) : at])
    if particles.phrasal(line, at) is not Cue.REFUSE:
        return False
    between = line.low[head + 1 : at]
    if not lexicon.RELATIVE.isdisjoint(between) or "that" in between:
        return False
    return line.low[at] == "fell" or not lexicon.BE.isdisjoint(between)


def _straight(line: Line, first: int, head: int) -> bool:
    """Whether only articles and adjectives stand between a particle and the noun it refuses.

    Whoever turns down an appeal against a ban, or rules out easing it, leaves it there.
    """
    between = line.low[first + 1 if line.at(first) == "from" else first : head]
    return lexicon.PREPOSITIONS.isdisjoint(between) and _UNDOES.isdisjoint(between)


def _is_former(line: Line, at: int, head: int) -> bool:
    """Whether an adjective of a noun tells that it is over, and does not belong to a name before it."""
    return line.low[at] in _FORMER and "'s" not in line.low[at:head] and line.at(at - 1) not in {"'s", ","}


def _governed(chain: Chain, head: int) -> None:
    """Keep a verb before a noun that presents, kills or prices in what is not there."""
    line = chain.line
    for at in range(head - 1, max(-1, head - 8), -1):
        low, after = line.low[at], line.at(at + 1)
        if low in edges.MARKS or low in lexicon.RELATIVE or low in lexicon.FACTIVE or low == "that":
            return
        if low not in _BEFORE or line.party_over(at) is not None:
            continue
        if particles.phrasal(line, at) is Cue.REFUSE:
            if _straight(line, at + 2, head):
                chain.add(Cue.REFUSE, at)
                chain.add(Cue.HELD_UP, at)
            return
        stops = low in _HELD_UP or (low in _STOPPED and _COURTS.isdisjoint(line.low[:at]))
        stops = stops or (low in _PASSES and _one_chamber(line, at))
        kills = stops and verbs.told_as_verb(line, at)
        if kills or (low, after) in _PAIRS or particles.proposes(line, at):
            chain.add(Cue.HELD_UP, at)
            return


def _one_chamber(line: Line, verb: int) -> bool:
    """Whether one chamber or a committee acts, whose vote alone makes no law."""
    near = range(max(0, verb - 4), verb)
    return any(line.low[at] in _CHAMBERS and line.at(at - 1) not in {"white", "both"} for at in near)
