"""What the word behind a verb makes of it: "set aside", "called for", "struck down", "accused of"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FEWEST_BETWEEN = 3
"""Words from a governing word to a verb that is not its own."""

FARTHEST_PARTICLE = 12
"""Words from a verb to its particle behind the object."""

PUTS = frozenset(("put", "puts", "putting", "lay", "laid", "lays", "brought", "brings", "took", "takes"))
"""Verbs that with a particle bring up only what is proposed."""
_TO_A_VOTE = (["a", "vote"], ["the", "vote"], ["a", "referendum"], ["a", "ballot"])
FARTHEST_KEPT = 20
"""Words from "keep" to those by which what is kept is not used."""
_BACKWARD = listed(
    "reserve table hold drawer review sleeve shelf agenda alive option options ready bay fridge"
)
_NO_CLAUSE = frozenset(("of", "for", "with", "by", "about", "against", "from", "into", "over", "under", "to"))
_BACK = {
    "struck": listed("down off out"),
    "put": listed("off aside"),
    "taken": listed("off back down away"),
    "took": listed("off back down away"),
    "given": listed("up"),
    "gave": listed("up"),
    "brought": listed("down"),
    "laid": listed("aside"),
}


_DOWN, _OUT, _AWAY, _ON = listed("down"), listed("out"), listed("away"), listed("on upon")
PHRASAL: dict[str, tuple[frozenset[str], Cue]] = {
    **dict.fromkeys(("voted", "turned", "shot", "turns", "turn"), (_DOWN, Cue.REFUSE)),
    **dict.fromkeys(("ruled", "rules", "rule"), (_OUT, Cue.REFUSE)),
    **dict.fromkeys(("backed", "shied", "shy", "shies"), (_AWAY, Cue.REFUSE)),
    **dict.fromkeys(("leaned", "leant", "prevailed"), (_ON, Cue.REQUEST)),
    "fell": (listed("through apart"), Cue.REFUSE),
    "hesitated": (listed("to"), Cue.REFUSE),
}
"""Verbs that refuse or ask for something with their particle, and the sign they give."""
WISHING = frozenset(("wish", "wishes", "want", "wants", "beg", "begs"))
"""Words of a wish with which an announcement can open."""
_TELLING = frozenset(("inform", "advise", "notify", "report", "disclose", "clarify", "remind"))


def phrasal(line: Line, number: int) -> Cue | None:
    """What a verb and the particle behind it say of what they govern: "ruled out", "leaned on"."""
    found = PHRASAL.get(line.low[number])
    return found[1] if found is not None and line.at(number + 1) in found[0] else None


def tells(line: Line, number: int) -> bool:
    """Whether a wish is granted by its words: who "wishes to inform shareholders that" does so."""
    return line.at(number + 1) == "to" and line.at(number + 2) in _TELLING


def all_but(line: Line, number: int) -> bool:
    """Whether a verb tells what was not quite done: "all but imposed a ban"."""
    return line.at(number - 1) == "but" and line.at(number - 2) in {"all", "anything", "everything"}


def asks(line: Line, number: int) -> bool:
    """Whether "called" asks for something and does not only name it, and "set" is no "set aside"."""
    low, after = line.low[number], line.at(number + 1)
    if low == "set":
        return after not in {"aside", "by"}
    if low.startswith("weigh"):
        return after != "on"
    if low == "bound":
        return after == "to"
    return not low.startswith("call") or after in {"for", "on", "upon", "to"}


def takes_clause(line: Line, at: int, first: int) -> bool:
    """Whether a clause may hang on a word: none does in "people working for Orlo were barred"."""
    if line.low[at].startswith("announc") or first - at < FEWEST_BETWEEN:
        return True
    return line.at(at + 1) not in _NO_CLAUSE


def proposes(line: Line, at: int) -> bool:
    """Whether "put" only proposes: "put forward a ban", "put the ban on the table", "put it to a vote"."""
    if line.low[at] not in PUTS:
        return False
    if line.at(at + 1) in {"forward", "together", "up"}:
        return True
    for number in range(at + 1, min(len(line.low) - 2, at + FARTHEST_PARTICLE)):
        low, after = line.low[number], line.low[number + 1 : number + 3]
        if low == "forward" or (low == "on" and after == ["the", "table"]):
            return True
        if (low == "to" and after in _TO_A_VOTE) or (
            low == "before" and after[0] in {"parliament", "the", "mps"}
        ):
            return True
    return False


def keeps_back(line: Line, at: int) -> bool:
    """Whether what is kept is not used: "kept a ban in reserve", "keeps sanctions on the table"."""
    if not line.low[at].startswith(("keep", "kept")):
        return False
    return line.at(at + 1).endswith("ing") or not _BACKWARD.isdisjoint(line.low[at : at + FARTHEST_KEPT])


def takes_back(low: str, after: str) -> bool:
    """Whether a verb that could bring a measure about takes it back by its particle ("struck down")."""
    return after in _BACK.get(low, ())
