"""What a clause tells to start on a day still to come: "effective July 1", "that kicks in on Friday"."""

from __future__ import annotations

from datetime import date

from licet.news.dates.lexicon import SEASONS, WEEKDAYS
from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.coming import MONTH_NUMBER
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 24
"""Words from an act to what tells when it starts."""
_TIME = 6
"""Words within which the time stands behind what announces it."""
_MONTHS_AHEAD = 8
"""Months ahead that a month without a year is taken to lie; beyond these the last one is meant."""
_DAYS_BACK = 2
"""Days back to which a weekday without "last" may lie; else the next one is meant."""

_BEGINS = listed("effective starting beginning commencing applicable")
_COMES = listed("takes take comes come goes go enters enter")
_STARTS = listed("starts start begins begin commences commence kicks kick applies apply bites bite")
_PLANNED = listed("to due set scheduled expected slated will would")
_NOW = listed("immediately today now already once retroactively last yesterday")
_AHEAD = listed("tomorrow later next coming") | SEASONS.keys()
_UNITS = listed("day days week weeks month months year years")
_LENGTH = frozenset(("in", "within", "after"))
_BEFORE_TIME = _LENGTH | listed(
    "on from at as of the a an early mid late end middle beginning start this noon midnight local time one -"
)
"""Words that may stand before the day or month of a time."""
_RIDERS = listed("if pending subject unless provided should")
_STEPS = listed(
    "vote votes approval ratification consent review endorsement signature confirmation parliament congress"
    " senate referendum court judge passage assent"
)
_OBJECTS = listed("object objects objected veto vetoes vetoed reject rejects rejected vote votes disapproves")
_AGREES = listed("agrees agree approves approve passes ratifies ratify consents votes wins signs")
_THEM = (["it"], ["he"], ["she"])
"""One who is hit; what several may do so as not to be hit exempts them, and the measure is there."""
_PUTS_OFF = listed("delayed postponed deferred delaying postponing deferring pushed")
_THE_START = listed("start introduction application enforcement implementation entry effect imposition")
_TRANSITION = listed("transition transitional phase grace")
_UNTIMED = _RIDERS | _PUTS_OFF | _TRANSITION
"""Words that tell of a later start without a time."""
CALLS = _BEGINS | _COMES | _STARTS | _UNTIMED | {"from", "effect", "force", "of"}
"""Words of which one stands in every sentence that tells of a later start."""
_OPENS_TIME = lexicon.MONTHS | WEEKDAYS.keys() | _AHEAD | _UNITS | {"midnight"}
"""Words of which one stands in every time that such a sentence tells."""


def look(line: Line, first_word: int, head: int) -> tuple[Cue, int] | None:
    """The sign that an act has no effect yet, with its word; None where the clause tells of no later start.

    Args:
        line: The sentence.
        first_word: The first word of the act: its verb, or the verb that brings its noun about.
        head: The last of the two.
    """
    timed = line.day is not None and not line.words.isdisjoint(_OPENS_TIME)
    for at in line.among(CALLS if timed else _UNTIMED, head + 1, head + FARTHEST):
        cue = _tells(line, at, timed=timed)
        if cue is None:
            continue
        if any(
            line.low[n] in edges.ENDS or line.quoted[n] or _leaves(line, n) for n in range(head + 1, at + 1)
        ):
            break
        return cue, at
    if timed and _opens_with_start(line, first_word):
        return Cue.WILL, 0
    return _in_aside(line, first_word, timed=timed)


def _in_aside(line: Line, first_word: int, *, timed: bool) -> tuple[Cue, int] | None:
    """The sign that an aside right before a verb gives: "The ministry, subject to a vote, barred Orlo"."""
    if line.at(first_word - 1) != ",":
        return None
    before = range(first_word - 2, max(0, first_word - FARTHEST // 2), -1)
    at = next((n for n in before if line.low[n - 1] == ","), 0)
    cue = _tells(line, at, timed=timed) if line.at(at) in CALLS else None
    return None if cue is None else (cue, at)


def _tells(line: Line, at: int, *, timed: bool) -> Cue | None:
    """The sign that a word gives, with those behind it."""
    low = line.low[at]
    if low in _RIDERS:
        return Cue.IF if _is_rider(line, at) else None
    if low in _PUTS_OFF:
        near = line.low[at + 1 : at + 5]
        own = near[:1] in (["its"], ["their"], ["the"])
        return Cue.WILL if own and (not _THE_START.isdisjoint(near) or "effective" in near) else None
    if low in _TRANSITION:
        near = line.low[at + 1 : at + 6]
        return Cue.WILL if line.at(at - 1) != "no" and not {"until", "till", "to"}.isdisjoint(near) else None
    return Cue.WILL if timed and _is_start(line, at) else None


def _is_rider(line: Line, at: int) -> bool:
    """Whether an act hangs on something: "subject to a vote", "unless Congress objects"."""
    low, near = line.low[at], line.low[at + 1 : at + 7]
    if low in {"unless", "if"}:
        return _hangs(low, near)
    if low == "should":
        return line.at(at - 1) == "," and near[:1] != ["be"]
    if low == "provided":
        return near[:1] == ["that"]
    if low == "subject" and near[:1] != ["to"]:
        return False
    return not _STEPS.isdisjoint(near)


def _hangs(low: str, near: list[str]) -> bool:
    """Whether it hangs on what others do ("if parliament agrees") or on whom it hits ("unless it pays")."""
    if low == "unless":
        return near[:1] in _THEM or not _OBJECTS.isdisjoint(near)
    return not _AGREES.isdisjoint(near) or (near[:1] in _THEM and not lexicon.NEGATIONS.isdisjoint(near))


def _is_start(line: Line, at: int) -> bool:
    """Whether a word begins what tells of a start to come."""
    low, before = line.low[at], line.at(at - 1)
    if low in _COMES or low in _STARTS:
        return _told_to_come(line, at) and _comes_later(line, at)
    if low == "effect":
        opens = "with" in {before, line.at(at - 2)} and line.at(at + 1) in {"from", "on", "as", "in"}
    else:
        opens = low in _BEGINS or low == "from" or (low == "of" and before == "as")
    return opens and _is_ahead(line, at + 1, present=False)


def _comes_later(line: Line, at: int) -> bool:
    """Whether the time behind "takes effect", "kicks in" or "starts" lies ahead."""
    if line.low[at] in _STARTS:
        return _is_ahead(line, at + 1 + (line.at(at + 1) == "in"), present=True) or (
            line.at(at + 1) == "in" and _is_ahead(line, at + 1, present=True)
        )
    force = next((n for n in range(at + 1, at + 3) if line.at(n) in {"effect", "force", "operation"}), 0)
    return bool(force) and _is_ahead(line, force + 1, present=True)


def _told_to_come(line: Line, at: int) -> bool:
    """Whether a verb of starting is told in the present behind "that", or as planned."""
    before = line.at(at - 1)
    return before in lexicon.RELATIVE or before == "that" or before in _PLANNED


def _leaves(line: Line, at: int) -> bool:
    """Whether another act or word of saying stands at a word, so that a start behind it is told of that."""
    low = line.low[at]
    if low in lexicon.SAYS and verbs.is_past(low):
        return True
    if low in CALLS or not verbs.is_past(low) or line.party_over(at) is not None:
        return False
    before = line.at(at - 1)
    return before in {"and", "but", "he", "she", "they", "it"} or line.party_over(at - 1) is not None


def _opens_with_start(line: Line, first_word: int) -> bool:
    """Whether the sentence opens with a start to come: "Starting in July, the ministry bars"."""
    low = line.low[0]
    opens = low in _BEGINS or low == "from" or (low, line.at(1)) in {("as", "of"), ("with", "effect")}
    if not opens:
        return False
    comma = next((at for at in range(1, min(first_word, _TIME + 3)) if line.low[at] == ","), None)
    weekday = low not in {"starting", "beginning"} and not WEEKDAYS.keys().isdisjoint(line.low[:comma])
    return comma is not None and not weekday and _is_ahead(line, 1, present=False)


def _is_ahead(line: Line, first: int, *, present: bool) -> bool:
    """Whether the time that begins at a word lies behind the story's day; a present tense looks ahead."""
    near = line.low[first : first + _TIME]
    length = not _LENGTH.isdisjoint(near[:1])
    for number, low in enumerate(near):
        if low in _NOW:
            return False
        if low in _AHEAD or low in _UNITS:
            return low in _AHEAD or length
        if low in WEEKDAYS or low in MONTH_NUMBER:
            return _names_ahead(line, first + number, present=present)
        if not (length or low in _BEFORE_TIME or low[0].isdigit()):
            return False
    return False


def _names_ahead(line: Line, at: int, *, present: bool) -> bool:
    """Whether a weekday or month lies behind the story's day."""
    if line.day is None:
        return False
    low = line.low[at]
    if low in WEEKDAYS:
        return _is_weekday_ahead(line.day, WEEKDAYS[low], present=present)
    return _is_month_ahead(line, at, line.day, present=present)


def _is_weekday_ahead(day: date, weekday: int, *, present: bool) -> bool:
    back = (day.isoweekday() - weekday) % 7
    return back > 0 if present else back > _DAYS_BACK


def _is_month_ahead(line: Line, at: int, day: date, *, present: bool) -> bool:
    """Whether a month, with the day beside it, lies ahead; one with a year is told by `later_days`."""
    beside = [line.at(at + 1), line.at(at - 1)]
    number = next((int(low) for low in beside if low.isdigit() and len(low) <= 2), 0)
    behind = line.low[at + 1 : at + 4]
    if any(len(low) == 4 and low.isdigit() for low in behind) or _tells_of_past_year(line, day):
        return False
    ahead = (MONTH_NUMBER[line.low[at]] - day.month) % 12
    if ahead == 0:
        return number > day.day
    return present or ahead <= _MONTHS_AHEAD


def _tells_of_past_year(line: Line, day: date) -> bool:
    return any(len(low) == 4 and low.isdigit() and 1900 < int(low) < day.year for low in line.words)
