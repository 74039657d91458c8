"""Words around an act by which it is none: nearly done, one of two, of long ago, on one's own staff."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line
from licet.news.statements.lexicon import POSSESSIVES

FARTHEST = 24
"""Words behind an act within which a clause undoes it."""
LONG_AGO = 30
"""Years after which an act that opens with its year is told as history."""

_BRINKS = listed(
    "hour hours minute minutes day days week weeks inch inches verge brink cusp edge point short shy"
    " whisker close"
)
_FINDINGS = listed("notice record records evidence sign trace word mention proof confirmation entry hint")
_STAFF = listed(
    "staff employees officials workers personnel ministers diplomats travel use powers spending members"
    " accountant canteen clerks inspectors guards spokesman chief doors gates windows"
)
_RESTS = listed("moratorium freeze halt pause stop cap limit ban")
_FRESH = listed("new further fresh additional future all more any")
_MEASURES = listed(
    "sanctions sanction tariffs tariff duties listings designations penalties fines restrictions embargoes"
    " measures bans blacklistings"
)
_WATCHED = frozenset(("watch", "monitoring", "wish", "shopping", "target"))
_LISTS = frozenset(("list", "lists"))
_OPENS = frozenset(("in", "on", "back"))
_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_DECADES_AGO = 5
"""Years from the end of a decade after which an act that opens with it is told as history."""
_HAD = frozenset(("had",))
_MADE = listed("founded born passed enacted adopted signed written set made built opened")
"""What the year at the end of a sentence may date in place of its act."""
_TORN = listed("tore ripped shredded tears rips shreds burned burnt binned")
_LASTS = listed("still remain remains since today now remained")
_GROUPS = listed(
    "companies firms entities persons people banks individuals businesses exporters importers vessels ships"
    " anyone those"
)
_LISTED = listed("on under listed named who that added placed subject appearing included designated")
"""Behind the opening word of a sentence, what makes it tell of whoever a list may hold."""
CALLS = (
    _BRINKS
    | _FINDINGS
    | POSSESSIVES
    | _RESTS
    | _LISTS
    | _TORN
    | _GROUPS
    | {"either", "zero", "had", "watchlist"}
)


def look(chain: Chain, head: int) -> None:
    """Keep what tells that an act was none, or none of now."""
    line = chain.line
    if line.low[0] == "either" and "or" in line.words:
        chain.add(Cue.UNSURE, 0)
    if not line.words.isdisjoint(_TORN):
        _torn_up(chain, head)
    if "had" in line.words:
        _had_it_been(chain, head)
    _nothing_found(chain, head)
    if Cue.NOMINAL in chain.found:
        _of_measures(chain, head)
        if line.at(head - 1) == "zero" or line.at(head - 2) == "zero":
            chain.add(Cue.NOT, head - 1)
        return
    _short_of(chain, head)
    _own_staff(chain, head)
    if not line.words.isdisjoint(_LISTS) or "watchlist" in line.words:
        _watched(chain, head)
    if Cue.STATE in chain.found and line.low[0] in _GROUPS and line.at(1) in _LISTED:
        chain.add(Cue.OTHER, 0)


def history(line: Line) -> list[tuple[Cue, int, int]]:
    """The sign of "In 1941 Norda imposed an embargo" and "On this day in 1962": history, unless it lasts.

    Returns:
        The sign with the number of its word and of the first word that it reaches, if it is history.
    """
    if line.low[-3:-2] == ["in"] and line.low[-2].isdigit() and (closing := _closing_year(line)):
        return closing
    if line.low[0] not in _OPENS or line.year is None or not _LASTS.isdisjoint(line.words):
        return []
    opening = line.low[:8]
    decade = _decade(opening)
    if decade is not None and decade + 10 + _DECADES_AGO < line.year:
        return [(Cue.OVER, 0, 1)]
    at = next((n for n, low in enumerate(opening) if low.isdigit() and len(low) == 4), None)
    if at is None or "in" not in opening[:at]:
        return []
    this_day = opening[:3] == ["on", "this", "day"]
    is_past = this_day or 1000 < int(opening[at]) <= line.year - LONG_AGO
    return [(Cue.OVER, at, at + 1)] if is_past else []


def _closing_year(line: Line) -> list[tuple[Cue, int, int]]:
    """The sign of "Norda banned the trade in 1980.", which tells of nothing else."""
    year, at = line.low[-2], len(line.low) - 2
    plain = _LASTS.isdisjoint(line.words) and "," not in line.words and "and" not in line.words
    old = len(year) == 4 and line.year is not None and 1000 < int(year) <= line.year - LONG_AGO
    known = line.at(at - 2) not in _MADE
    return [(Cue.OVER, at, 0)] if plain and old and known else []


def _decade(opening: list[str]) -> int | None:
    """The first year of "In the 1980s", "In the early nineties"; None for no decade."""
    if opening[0] != "in" or opening[1:2] != ["the"]:
        return None
    for low in opening[2:4]:
        if len(low) == 5 and low.endswith("0s") and low[:4].isdigit():
            return int(low[:4])
        if low in _DECADES:
            return _DECADES[low]
    return None


def _torn_up(chain: Chain, head: int) -> None:
    """Read "signed an order that barred Orlo and tore it up"."""
    line = chain.line
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        if line.low[at] in _TORN and line.at(at + 1) in {"it", "them", "up"}:
            chain.add(Cue.RETRACTED, at)
            return


def _had_it_been(chain: Chain, head: int) -> None:
    """Read "had frozen them, had the envoy not called": what an inverted clause makes unreal."""
    line = chain.line
    if (at := _had_before(line, head)) is not None:
        chain.add(Cue.IF, at)
        return
    for at in line.among(_HAD, head + 1, min(len(line.low) - 1, head + FARTHEST)):
        after = line.low[at + 1]
        opens = after in lexicon.DETERMINERS or after in lexicon.PRONOUNS or line.party_at(at + 1) is not None
        if line.low[at - 1] == "," and opens:
            if edges.STOPS.isdisjoint(line.low[head + 1 : at]):
                chain.add(Cue.IF, at)
            return


def _had_before(line: Line, head: int) -> int | None:
    """Read ", had talks failed, banned its oil"."""
    if line.at(head - 1) != ",":
        return None
    before = range(head - 2, max(0, head - 9), -1)
    comma = next((at for at in before if line.low[at] == ","), None)
    return comma + 1 if comma is not None and line.low[comma + 1] == "had" else None


def _nothing_found(chain: Chain, head: int) -> None:
    """Read "found no notice that it had added Orlo", "there is no record that it was barred"."""
    line = chain.line
    if "that" not in line.words or line.words.isdisjoint(_FINDINGS):
        return
    for at in range(head - 1, max(-1, head - FARTHEST), -1):
        if line.low[at] in edges.MARKS:
            return
        if line.low[at] == "that" and line.at(at - 1) in _FINDINGS:
            no = next((n for n in range(at - 2, max(-1, at - 5), -1) if line.low[n] in {"no", "any"}), None)
            if no is not None and (line.low[no] == "no" or not lexicon.NEGATIONS.isdisjoint(line.low[:no])):
                chain.add(Cue.NOT, no)
            return


def _of_measures(chain: Chain, head: int) -> None:
    """Read "a moratorium on new sanctions": a measure that keeps others from being taken."""
    line = chain.line
    if line.low[head] not in _RESTS or line.at(head + 1) not in {"on", "to"}:
        return
    near = line.low[head + 2 : head + 6]
    stop = next((n for n, low in enumerate(near) if low in lexicon.PREPOSITIONS or low in edges.MARKS), 4)
    if not _MEASURES.isdisjoint(near[:stop]) and (near[0] in _FRESH or near[0] in _MEASURES):
        chain.add(Cue.OTHER, head)


def _short_of(chain: Chain, head: int) -> None:
    """Read "within an hour of having barred Orlo", "on the verge of having sanctioned it"."""
    line = chain.line
    first = verbs.group(line, head).first
    having = line.at(first) == "having" and line.at(first - 1) in {"of", "to", "from"}
    brink = first - 2 - (line.at(first - 2) == "away")
    if having and line.at(brink) in _BRINKS:
        chain.add(Cue.NOT, brink)


def _own_staff(chain: Chain, head: int) -> None:
    """Read "restricted its own staff": an authority that rules its own house."""
    line = chain.line
    if line.at(head + 1) not in POSSESSIVES:
        return
    behind = head + 2 + (line.at(head + 2) == "own")
    if line.at(behind) in _STAFF and line.at(behind + 1) not in {"of", "'s"}:
        chain.add(Cue.OTHER, behind)


def _watched(chain: Chain, head: int) -> None:
    """Read "added Orlo to its watch list": by that nothing is forbidden."""
    line = chain.line
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.RELATIVE:
            return
        if low == "watchlist" or (low in _LISTS and line.at(at - 1 - (line.at(at - 1) == "-")) in _WATCHED):
            chain.add(Cue.OTHER, at)
            return
