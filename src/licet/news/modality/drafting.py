"""Acts that a draft, a first ruling or an agreement in principle only holds out, and none has taken yet."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

_DRAFT = listed("draft proposed preliminary tentative provisional unsigned unpublished unadopted")
"""What a paper is called that binds nobody yet."""
_PAPERS = lexicon.ENACTING | listed(
    "decision decisions determination determinations finding findings report opinion judgments version text"
    " conclusion conclusions regulatory statement measure list settlement package legislation agreement"
)
_TALKED_OF = listed("consultation discussion white green working concept position options")
"""Before "paper", what tells that it only asks or proposes."""
_FIRST = listed("provisionally preliminarily conditionally informally unofficially")
_INTO = listed("in under by with through per")
_APPROVE = listed("approve sign ratify endorse confirm adopt authorise authorize bless vote")
_STILL = listed("must needs need yet still has have")
_APPROVAL = listed("approval consent ratification signature blessing endorsement")
_LACKS = listed("must needs need yet still awaits await requires require lacks lack")
_ASKED = listed("comment comments consultation evidence")
"""What a paper that only asks is put out for."""
_STRIKES = listed("strike strikes struck striking")
"""With "out", what is done to the words of a text before it is adopted."""
_OF_TEXTS = _STRIKES | {"plan"}
CALLS = _DRAFT | _FIRST | _APPROVE | _APPROVAL | _ASKED | _OF_TEXTS | {"principle", "paper", "document"}
_FAR = 6
"""Words between a paper and the verb of the clause that tells what it does."""

PREPARING = listed(
    "prepare prepares preparing prepared draft drafts drafted drafting consider considers considering"
    " considered weigh weighs weighing weighed mull mulls mulling mulled shelve shelves shelved shelving"
    " want wants wanted unsigned unpublished unissued finalise finalises finalising finalize finalizes"
    " finalizing drawing review reviews reviewing reviewed ready"
)
"""Words before "the order bars" by which the order is one that somebody only prepares."""
_WORK = listed("work works working worked")
_NOT_DONE = listed(
    "issued signed published adopted approved enacted ratified gazetted issue sign publish adopt approve"
    " enact ratify gazette"
)
_NO_PAPER = frozenset(("unsigned", "unpublished", "unissued", "unratified"))
_TO_SIGN = listed("sign signature ratify ratification veto vetoed vetoes")
_DRAFTS = listed("draft proposal bill plan consultation")


def look(chain: Chain, head: int) -> None:
    """Keep that an act is only one of a draft, or that somebody must still agree to it."""
    line = chain.line
    for at in line.called(CALLS):
        low = line.low[at]
        if line.party_over(at) is not None:
            continue
        if low in _FIRST:
            found = 0 < head - at <= 2
        elif low == "principle":
            found = line.at(at - 1) == "in" and _same_clause(line, at, head)
        elif low in _APPROVE:
            found = at > head and _left_to(line, at, head, _STILL)
        elif low in _APPROVAL:
            found = at > head and _left_to(line, at, head, _LACKS)
        elif low in _ASKED:
            found = line.at(at - 1) in {"for", "public"} and _told_by(line, at, head)
        elif low in _OF_TEXTS:
            found = _of_text(line, at, head)
        else:
            found = _of_draft(chain, at, head)
        if found:
            chain.add(Cue.PROPOSE, at)


def _same_clause(line: Line, at: int, head: int) -> bool:
    """Whether nothing parts an adverbial phrase from an act; at the head of a sentence a comma does not."""
    first, last = min(at, head) + 1, max(at, head)
    parts = edges.STOPS if at < 5 else edges.MARKS
    return parts.isdisjoint(line.low[first:last])


def _left_to(line: Line, at: int, head: int, still: frozenset[str]) -> bool:
    """Whether a clause behind an act leaves it to somebody: ", which a judge must approve"."""
    near = range(at - 1, max(head, at - 8), -1)
    relative = next((n for n in near if line.low[n] in {"which", "that"}), None)
    return relative is not None and not still.isdisjoint(line.low[relative:at])


def _of_text(line: Line, at: int, head: int) -> bool:
    """Read "in the plan, Orlo is barred", "a ban on valves was struck out"."""
    if line.low[at] == "plan":
        return line.at(at - 2) == "in" and line.at(at + 1) in edges.MARKS and line.at(at - 1) == "the"
    return at == head and line.at(at + 1) == "out"


def _of_draft(chain: Chain, at: int, head: int) -> bool:
    """Whether an act is told in a draft ("in a draft order, it barred") or by one ("a draft that bars")."""
    line, low = chain.line, chain.line.low[at]
    if Cue.SETTLE in chain.found and low in _DRAFT and at < head <= at + _FAR:
        return edges.MARKS.isdisjoint(line.low[at:head])  # "a preliminary $3 million settlement"
    if low in {"paper", "document"}:
        if line.at(at - 1) not in _TALKED_OF:
            return False
        noun: int | None = at
    else:
        noun = next((n for n in range(at + 1, at + 4) if line.at(n) in _PAPERS), None)
        if noun is None and low == "draft":
            noun = at
    if noun is None:
        return False
    within = any(line.at(at - back) in _INTO for back in (1, 2, 3))
    if within and not at <= head <= noun:
        apart = line.low[min(head, noun) + 1 : max(head, at)]
        if edges.STOPS.isdisjoint(apart) and lexicon.RELATIVE.isdisjoint(apart):
            return True
    return _told_by(line, noun, head)


def _told_by(line: Line, noun: int, head: int) -> bool:
    """Whether a clause that hangs on a noun has an act as its verb: "a rule that bans", "a rule banning"."""
    between = line.low[noun + 1 : head]
    if head <= noun or len(between) > _FAR or not edges.STOPS.isdisjoint(between):
        return False
    return verbs.is_gerund(line.low[head]) or "that" in between or "which" in between


def is_prepared(line: Line) -> bool:
    """Whether the sentences around one tell that the paper it is about is not there yet.

    "The ministry is preparing an order. The order bars ...", "The decree bars .... It has not been signed."
    """
    before, behind = line.around()
    if not (_NO_PAPER.isdisjoint(line.words) and _NO_PAPER.isdisjoint(behind)):
        return True
    if "paper" in behind and behind[behind.index("paper") - 1] == "on":
        return True
    if not PREPARING.isdisjoint(before) or not _TO_SIGN.isdisjoint(behind):
        return True
    if not _WORK.isdisjoint(before) and any(
        low in _WORK and before[n + 1 : n + 2] == ["on"] for n, low in enumerate(before)
    ):
        return True
    return _not_done(before) or _not_done(behind) or _is_draft(behind)


def _not_done(near: list[str]) -> bool:
    """Whether it is told that something was not issued, signed or published."""
    return not _NOT_DONE.isdisjoint(near) and any(
        low in _NOT_DONE and not lexicon.NEGATIONS.isdisjoint(near[max(0, n - 4) : n])
        for n, low in enumerate(near)
    )


def _is_draft(behind: list[str]) -> bool:
    """Whether it is told behind that what was told is a draft: "It is still a draft"."""
    return not _DRAFTS.isdisjoint(behind) and any(
        low in _DRAFTS and not lexicon.BE.isdisjoint(behind[max(0, n - 4) : n])
        for n, low in enumerate(behind)
    )
