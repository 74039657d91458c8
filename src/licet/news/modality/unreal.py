"""Sentences that tell of no act of this world, or of one that was taken back or never took effect."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 8
"""Words between the parts of one turn of phrase."""

_WORLDS = listed(
    "game games scenario scenarios exercise exercises simulation simulations drill drills counterfactual"
    " vignette rehearsal wargame wargames roleplay daydream dream nightmare sketch"
    " comedy thriller model simulated mock"
)
"""Nouns of games, models and made-up worlds."""
_INTO = frozenset(("in", "during", "under", "within", "imagines", "imagined"))
_WORLD_OF = frozenset(("experiment", "history", "timeline", "universe", "reality", "future", "test"))
_MADE_UP = frozenset(("stress", "alternate", "alternative", "thought", "parallel", "imaginary", "imagined"))
_MADE_BY = listed("modelled modeled simulated imagined invented dreamt dreamed envisaged envisioned")
_REHEARSED = listed("rehearsed rehearses rehearsing roleplayed")
_FICTION = listed("film movie novel play drama book")
_PARTS = listed("part parts scene scenes half act chapter chapters world plot")
_ONLY_THERE = listed("speeches rhetoric head heads speech tweets drafts draft plans")
_THOUGHT = listed("mind minds dreams imagination fantasy fantasies script")
_WHAT = frozenset(("what", "how", "a", "that", "the"))
_SUPPOSE = listed("suppose imagine pretend picture say assume")
"""Words that open a sentence of what is only thought of."""
QUESTIONS = _SUPPOSE | {"?"}
_FABRICATED = listed("deepfake deepfaked photoshopped doctored")
_BACK = listed("retracted retracts recanted unpublished deleted deletes")
_TEXTS = listed(
    "post posts tweet tweets statement notice order release announcement report story article claim message"
    " page entry document memo letter decree circular video item"
)
_COMES = listed("took take taken taking came come coming went go going entered enter entering")
_PUBLISHED = listed("published issued gazetted implemented enacted signed promulgated ratified")
_STARTS = listed("publication introduction implementation began start starting launch")
"""What stands behind "before" where a measure was undone that had not begun."""
_WITHDRAWN = frozenset(("withdrew", "withdrawn", "took", "corrected", "corrects", "pulled"))
CALLS = (
    _WITHDRAWN
    | _WORLDS
    | _WORLD_OF
    | _FABRICATED
    | _BACK
    | _MADE_BY
    | _REHEARSED
    | _FICTION
    | _ONLY_THERE
    | _THOUGHT
    | {"kidding", "example", "paper", "april", "generated", "never", "before", "from"}
)


def signs(line: Line) -> list[tuple[Cue, int, int]]:
    """Signs that hold for a sentence, each with the number of its word and of the first word it reaches."""
    found: list[tuple[Cue, int, int]] = []
    for at in line.called(CALLS):
        low = line.low[at]
        if _is_world(line, at) or _is_made(line, at) or _is_thought(line, at):
            found.append((Cue.UNREAL, at, 0))
        elif _is_joke(line, at):
            found.append((Cue.RETRACTED, at, 0))
        elif low in _REHEARSED:
            found.append((Cue.UNREAL, at, at))
        elif low in _WITHDRAWN and _text_withdrawn(line, at):
            found.append((Cue.RETRACTED, at, at + 1))
        elif _taken_back(line, at) or (low in {"never", "before", "from"} and _no_effect(line, at)):
            found.append((Cue.RETRACTED, at, 0))
    return found


def asked_or_supposed(line: Line) -> list[tuple[Cue, int, int]]:
    """The signs of a question and of what a sentence only supposes: "Suppose the ministry barred Orlo"."""
    found = [(Cue.IF, 0, 0)] if line.low[0] in _SUPPOSE and line.at(1) != "," else []
    if "?" in line.words and "?" in line.low[-3:]:
        found.append((Cue.QUESTION, len(line.low) - 1, 0))
    return found


def _is_world(line: Line, at: int) -> bool:
    """Whether "in a war game", "in the scenario", "on paper", "for April Fool's Day" ends at a word."""
    low = line.low[at]
    if low == "paper" and lexicon.FACTIVE.isdisjoint(line.words):
        return line.at(at - 1) == "on" and (
            line.at(at + 1 + (line.at(at + 1) == "only")) in edges.MARKS or at + 1 == len(line.low)
        )
    if low == "april":
        return line.at(at + 1).startswith("fool")
    if low == "example":
        return line.low[at + 1 : at + 3] in (["of", "a"], ["of", "an"]) and line.at(at - 1) in {"the", "an"}
    kind = low in _WORLDS or (low in _WORLD_OF and line.at(at - 1) in _MADE_UP)
    if not kind or (line.at(at + 1) == "of" and low.startswith("exercise")):
        return False
    return _opens_world(line, at + 1 + (line.at(at + 1) == ",")) or _is_within(line, at)


def _is_thought(line: Line, at: int) -> bool:
    """Whether it is told of what is only thought or talked of: "in his dreams", "in part of a film"."""
    low = line.low[at]
    if low in _FICTION:
        parts = line.at(at - 2) == "of" and line.at(at - 3) in _PARTS
        return parts and "in" in line.low[max(0, at - 6) : at - 3]
    if low not in _THOUGHT and low not in _ONLY_THERE:
        return False
    inner = next((n for n in range(at - 1, max(-1, at - 4), -1) if line.low[n] == "in"), None)
    if inner is None or at == inner + 1:
        return False
    return low in _THOUGHT or line.at(inner - 1) == "only"


def _is_joke(line: Line, at: int) -> bool:
    """Whether "just kidding" ends at a word."""
    return line.low[at] == "kidding" and line.at(at - 1) in {"just", "only", "was"}


def _opens_world(line: Line, at: int) -> bool:
    """Whether a clause that tells of a made-up world begins: "in which", "where"."""
    return line.at(at) == "where" or (line.at(at) == "in" and line.at(at + 1) == "which")


def _is_within(line: Line, at: int) -> bool:
    """Whether something is told within what a noun names: "in a war game", "under the scenario"."""
    for before in range(at - 1, max(-1, at - 6), -1):
        if line.low[before] in lexicon.DETERMINERS:
            return line.at(before - 1) in _INTO
        if line.low[before] in edges.MARKS:
            return False
    return False


def _is_made(line: Line, at: int) -> bool:
    """Whether a word tells that what is shown was made up: "AI-generated", "modelled what happens"."""
    low = line.low[at]
    if low == "generated":
        return line.at(at - 1) == "-" and line.at(at - 2) in {"ai", "computer"}
    return low in _FABRICATED or (low in _MADE_BY and line.at(at + 1) in _WHAT)


def _taken_back(line: Line, at: int) -> bool:
    """Whether a text that told it was taken back: "deleted a post that said it had barred Orlo"."""
    if line.low[at] not in _BACK or not verbs.told_as_verb(line, at):
        return False
    near = line.low[at + 1 : at + 1 + FARTHEST]
    if near[:1] == ["from"] and not lexicon.ROLLS.isdisjoint(near):
        return False  # who is deleted from a list
    stop = next((n for n, low in enumerate(near) if low in {"from", "and", "but"}), len(near))
    return not _TEXTS.isdisjoint(near[:stop]) or near[:stop] in ([], ["."], ["it"], ["it", "."])


def _text_withdrawn(line: Line, at: int) -> bool:
    """Whether a text is withdrawn that told something: "took down a notice that said it had barred Orlo"."""
    if line.low[at] == "took" and line.at(at + 1) != "down":
        return False
    near = line.low[at + 1 : at + 1 + FARTHEST]
    text = next((n for n, low in enumerate(near) if low in _TEXTS), None)
    return text is not None and near[text + 1 : text + 2] in (["that"], ["which"], ["saying"], ["announcing"])


def _no_effect(line: Line, at: int) -> bool:
    """Whether "never took effect", "before it took effect", "from coming into force" begins at a word."""
    low, near = line.low[at], line.low[at + 1 : at + 1 + FARTHEST]
    if low == "never" and near and near[0] in _PUBLISHED:
        return line.at(at - 1) not in lexicon.RELATIVE or near[1:2] == ["."]
    if low == "before" and _before_start(near):
        return True
    verb = next((n for n, word in enumerate(near) if word in _COMES), None)
    if verb is None or {"effect", "force"}.isdisjoint(near[verb + 1 : verb + 3]):
        return False
    return verb == 0 if low != "before" else not any(word in edges.MARKS for word in near[:verb])


def _before_start(near: list[str]) -> bool:
    """Whether "before its first day", "before publication", "before it began" follows."""
    if near[:1] and near[0] in _STARTS:
        return True
    own = near[:1] and near[0] in {"its", "their", "it", "they", "the"}
    return bool(own) and (near[1:3] == ["first", "day"] or (near[1:2] and near[1] in _STARTS) is True)


def is_later(line: Line, first_word: int, head: int) -> int | None:
    """The word of a day after the story's own on which a verb has effect: "From 2031, the EU bars"."""
    for at in line.later:
        first = _phrase(line, at)
        if first is None:
            continue
        if at < first_word:
            opens = first <= 1 or line.at(first - 1) in edges.MARKS | {"that"}
            if opens and not any(
                verbs.is_past(low) for low in line.low[at:first_word] if low not in lexicon.AUXILIARIES
            ):
                return at
        elif not any(_leaves(line, k) for k in range(head + 1, first)):
            return at
    return None


_AT = frozenset(("in", "on", "from", "effective", "starting", "beginning", "of", "by"))
_FROM = _AT - {"in", "on", "by"}
_LEAVES = listed("due maturing expiring ending until through till that before for")


def _phrase(line: Line, at: int) -> int | None:
    """The preposition of a day to come; None where it is no day of effect."""
    before = at - 1
    while before > 0 and (
        line.low[before] in lexicon.MONTHS or line.low[before].isdigit() or line.low[before] == ","
    ):
        before -= 1
    if line.low[before] not in (_FROM if line.low[at] in {"next", "tomorrow"} else _AT):
        return None
    if line.low[before] == "of" and line.at(before - 1) != "as":
        return None
    return None if line.low[before] == "by" and at != before + 1 else before


def _leaves(line: Line, at: int) -> bool:
    """Whether the clause of an act is left before a word."""
    low = line.low[at]
    leaves = low in edges.MARKS or low in _LEAVES or low in lexicon.RELATIVE or low in lexicon.MODALS
    return leaves or (verbs.is_past(low) and line.party_over(at) is None)
