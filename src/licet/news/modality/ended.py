"""What the sentence of an act tells to be over or suspended: "from 2015 to 2018", "and withdrew it"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 20
"""Words behind an act within which its end stands."""
_AGE = 30
"""Years after which a measure that its year names is one of history."""
_CLAUSE = 9
"""Words of a clause within which its verb stands."""

_SPANS = frozenset(("from", "between"))
_UNDONE = listed(
    "lifted withdrew rescinded revoked cancelled canceled reversed scrapped annulled repealed overturned"
    " quashed voided vacated struck threw delisted unfroze undid dropped nullified"
)
_ENDINGS = _UNDONE | {"removed"}
_IT = frozenset(("it", "them"))
_KNOWN = listed(
    "ban order sanctions listing measure measures decision freeze embargo tariff tariffs designation"
)
_BY_MISTAKE = frozenset((("in", "error"), ("by", "mistake"), ("by", "accident"), ("by", "oversight")))
_ASTRAY = listed("error mistake accident oversight inadvertently accidentally")
_SUSPENDED = listed("suspended probated stayed deferred conditional")
_GONE = _UNDONE - {"dropped", "withdrew", "threw"} | listed(
    "removed taken cleared withdrawn expired lapsed unfrozen undone struck"
)
"""What somebody or a measure has undergone or done that is on a list, or holds, no longer."""
_PAST_ITSELF = frozenset(("expired", "lapsed"))
_OFF = frozenset(("off", "from"))
_JOINS = lexicon.RELATIVE | {"and", "but", "then", "that"}
_UNTIL = frozenset(("until", "till"))
_AGO = listed("last then recently lately earlier")
_BEGUN = listed("brought marked saw seen meant spelled spelt welcomed hailed celebrated put called")
"""Verbs of which "an end to the ban" is the object where it is told as over."""
CALLS = _SPANS | _UNDONE | _GONE | _ASTRAY | _SUSPENDED | _UNTIL | {"time", "while", "lived", "end"}


def look(chain: Chain, head: int) -> None:
    """Keep that an act is over, was a mistake or is held in suspense, as its own sentence tells."""
    line = chain.line
    if line.low[head] in _SUSPENDED and line.at(head - 1) in {"a", "an"}:
        chain.add(Cue.OTHER, head)
    if Cue.UNDOING in chain.found:
        return
    nominal = Cue.NOMINAL in chain.found
    if nominal:
        _described(chain, head)
        _at_an_end(chain, head)
    if nominal and Cue.ENACTED not in chain.found:
        return
    made = chain.found.get(Cue.ENACTED, [head])[0]
    if line.low[0] in _SPANS:
        _spanned(chain, min(made, head))
    if not line.words.isdisjoint(_ASTRAY):
        _astray(chain, max(made, head))
    if not line.words.isdisjoint({"time", "while"}):
        _for_a_time(chain, head)
    _ends(chain, min(made, head), max(made, head))


def _ends(chain: Chain, first: int, last: int) -> None:
    """Keep that an act lasted until a day gone by, or what ended it.

    Args:
        chain: The act.
        first: The first word of the act.
        last: The last one: its verb or its noun.
    """
    line = chain.line
    if not line.words.isdisjoint(_UNTIL):
        _until_then(chain, first, last)
    end = None if line.words.isdisjoint(_ENDINGS) else _end(line, last)
    if end is None and not line.words.isdisjoint(_GONE):
        end = _since_gone(line, last)
    if end is not None:
        chain.add(Cue.OVER, end)


def _described(chain: Chain, head: int) -> None:
    """Read "a suspended ban" and "the short-lived ban"."""
    line = chain.line
    for at in range(head - 1, max(-1, head - 6), -1):
        low = line.low[at]
        if low in lexicon.DETERMINERS or low in edges.MARKS:
            return
        if _is_long_ago(line, low):
            chain.add(Cue.OVER, at)
        if low == "lived" and line.at(at - 2) == "short":
            chain.add(Cue.OVER, at)
        elif low in _SUSPENDED and Cue.ENACTED in chain.found and chain.found[Cue.ENACTED][0] < at:
            chain.add(Cue.OTHER, at)


def _is_long_ago(line: Line, low: str) -> bool:
    """Whether a year of long ago stands before a noun: "the 1980 embargo"."""
    return len(low) == 4 and low.isdigit() and line.year is not None and 1000 < int(low) <= line.year - _AGE


def _at_an_end(chain: Chain, head: int) -> None:
    """Read "brought the end of the embargo that Norda had imposed" and "put an end to the ban"."""
    line = chain.line
    if "end" not in line.words:
        return
    for at in range(head - 1, max(1, head - 8), -1):
        low = line.low[at]
        if low == "end" and line.at(at + 1) in {"of", "to"}:
            verb = next((n for n in range(at - 1, max(-1, at - 4), -1) if line.low[n] in _BEGUN), None)
            if verb is not None and line.at(verb - 1) not in {"to", *lexicon.MODALS, *lexicon.NEGATIONS}:
                chain.add(Cue.OVER, verb)
            return
        if low in edges.MARKS or low in lexicon.RELATIVE:
            return


def _until_then(chain: Chain, first: int, last: int) -> None:
    """Read "was barred until March 2021" and "Until last June Norda forbade exports", told in 2026."""
    line = chain.line
    opens = line.low[0] in _UNTIL
    for at in (0,) if opens and first else line.among(_UNTIL, last + 1, last + FARTHEST):
        if opens and _goes_another_way(line, last):
            return
        if _is_gone_by(line, at):
            chain.add(Cue.OVER, at)
            return


def _goes_another_way(line: Line, last: int) -> bool:
    """Whether another clause behind an act tells how things are now, so that "until" reaches only one."""
    return not {";", "but", "now", "then", "when", "since"}.isdisjoint(line.low[last:])


def _is_gone_by(line: Line, until: int) -> bool:
    """Whether the time behind "until" lies before the story."""
    near = line.low[until + 1 : until + 5]
    stop = next((n for n, low in enumerate(near) if low in edges.MARKS or low in lexicon.PREPOSITIONS), 4)
    near = near[:stop]
    if near[:1] and near[0] in _AGO:
        return True
    if near[1:2] == ["ago"] or near[2:3] == ["ago"]:
        return True
    year = next((int(low) for low in near if len(low) == 4 and low.isdigit()), 0)
    return line.year is not None and 1000 < year < line.year


def _since_gone(line: Line, head: int) -> int | None:
    """The verb of "barred Orlo, which was taken off the list in 2019", "and was lifted a year later"."""
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.SAYS or line.quoted[at]:
            return None
        if low not in _GONE or line.party_over(at) is not None:
            continue
        group = verbs.group(line, at)
        before = line.low[group.first : at]
        passive = not lexicon.BE.isdisjoint(before)
        opens = head <= 1 and line.at(at - 1) in {"and", "then"}  # "Barred in May and cleared in June, ..."
        told = (passive or opens or low in _PAST_ITSELF) and not group.cues and "being" not in before
        if low in {"removed", "taken", "cleared"} and line.at(at + 1) not in _OFF and "since" not in before:
            told = False
        if not told:
            continue
        joined = opens or line.at(group.first - 1) in _JOINS or ("since" in before and "been" in before)
        if joined:
            return at
    return None


def _spanned(chain: Chain, first_word: int) -> None:
    """Read "From 2015 to 2018 the ministry barred Orlo"."""
    line = chain.line
    years = [int(low) for low in line.low[: min(first_word, 9)] if low.isdigit() and len(low) == 4]
    if line.year is not None and len(years) > 1 and 1000 < years[-1] < line.year:
        chain.add(Cue.OVER, 0)


def _astray(chain: Chain, head: int) -> None:
    """Read "was added in error": what was not meant may not stand."""
    line = chain.line
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.SAYS or (verbs.is_past(low) and not line.party_over(at)):
            break
        if (line.at(at - 1), line.low[at]) in _BY_MISTAKE:
            chain.add(Cue.OTHER, at)
            return
    first = verbs.group(line, head).first
    for at in range(max(0, first - 8), head):
        if line.low[at] in {"inadvertently", "accidentally"}:
            chain.add(Cue.OTHER, at)


def _for_a_time(chain: Chain, head: int) -> None:
    """Read "for a time banned exports" and "banned exports for a while"."""
    line = chain.line
    for at in range(2, len(line.low)):
        if line.low[at] in {"time", "while"} and line.low[at - 2 : at] == ["for", "a"]:
            between = line.low[min(at, head) + 1 : max(at, head) - 2 * (at > head)]
            if edges.MARKS.isdisjoint(between) and not any(low in lexicon.SAYS for low in between):
                chain.add(Cue.OVER, at)
                return


def _end(line: Line, head: int) -> int | None:
    """The verb that ends an act: "before a court struck it down", "and withdrew it"."""
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low, before = line.low[at], line.at(at - 1)
        if low in edges.STOPS or line.quoted[at]:
            return None
        if low in {"before", "until", "till"}:
            near = range(at + 2, min(len(line.low), at + _CLAUSE))
            stop = next((n for n in near if line.low[n] in edges.MARKS), near.stop)
            undone = next((n for n in range(at + 2, stop) if line.low[n] in _ENDINGS), None)
            if undone is not None and _of_it(line, undone, at):
                return undone
        if low in _UNDONE and _joins(line, at, before) and line.at(at + 1) in _IT:
            return at
    return None


def _of_it(line: Line, undone: int, opener: int) -> bool:
    """Whether a verb of undoing has the act as its object or subject."""
    behind = line.low[undone + 1 : undone + 4]
    passive = not lexicon.BE.isdisjoint(line.low[opener:undone])
    known = next((n for n in range(undone + 1, undone + 4) if line.at(n) in _KNOWN), None)
    itself = known is not None and line.at(known + 1) not in {"on", "against", "of"}
    return (bool(behind) and behind[0] in _IT) or itself or passive


def _joins(line: Line, at: int, before: str) -> bool:
    """Whether a verb is joined to the act before it: "and withdrew", "and then withdrew"."""
    return before in {"and", "but", "then"} or (
        verbs.is_adverb(before) and line.at(at - 2) in {"and", "but", "then"}
    )
