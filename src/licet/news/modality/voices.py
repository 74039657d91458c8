"""On whose word a sentence tells what it tells: the story's own, an authority's, somebody else's."""

from __future__ import annotations

from licet.news.modality import agents, edges, lexicon, verbs
from licet.news.modality.cues import Cue
from licet.news.modality.line import SPOKEN, UNNAMED_VOICE, UNOFFICIAL_VOICE, Line

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_RUMOUR, _UNNAMED, _UNOFFICIAL = Cue.RUMOUR, Cue.UNNAMED, Cue.UNOFFICIAL

FARTHEST = 14
"""Words that the name of a speaker may have."""

_NOUNS = frozenset(("report", "reports", "show", "claim", "write"))
_SPEAKING = (lexicon.SAYS - _NOUNS) | {"answered"}
_ALSO_ACTS = frozenset(("added", "adds", "reported", "found", "disclosed", "recalled", "concluded"))
"""Verbs of saying that behind a comma tell an act as well ("the ministry, on Friday, added Orlo")."""
_OPENERS = frozenset(
    ("although", "though", "but", "which", "who", "whose", "because", "since", "when",
     "while")
)  # fmt: skip
"""Words that open a clause of its own, which tells on whose word it is."""
_BOUNDS = edges.SPEAKER | {"but", "that", "if", "because", "after", "while", "as"}
"""Words and marks that the name of a speaker stands behind."""
_CLOSED = (lexicon.BE - {"'s"}) | lexicon.HAVE | edges.SPEAKER
"""Words and marks that end what may open a clause with its speaker."""
_CONDUCT = frozenset(("act", "acts", "acted", "acting", "conduct", "activities", "activity", "actions"))
_INTERESTS = frozenset(("interests", "security", "policy"))
_FICTION = frozenset(("film", "movie", "play", "drama", "game", "series", "story", "episode", "book"))
_NOT_TO = frozenset(("that", "to", "it", "of", "about", "how"))
"""Behind "told", words with which what is told begins."""
_CITING = frozenset(("citing", "quoting"))
_SOURCES = _CITING | {"according", "per"}
_OTHERS = frozenset((_UNNAMED, _UNOFFICIAL))
CALLS = frozenset((
    *_SPEAKING, *_SOURCES, *_FICTION, "clear", "unclear",
    *(word for word, cue in lexicon.CLASS.items() if cue is _RUMOUR),
))  # fmt: skip
"""Words of which one stands in every sentence that tells on whose word it is."""


_RECORDS = frozenset(("record", "records", "register", "registry", "database"))
_APPEARS = frozenset(("appears", "appear"))
_AMONG = frozenset(("in", "on", "among"))


def hearsay(line: Line) -> list[tuple[Cue, int, int]]:
    """Signs that hold for a sentence: unnamed speakers, rumours, speakers named at its end.

    Returns:
        Each sign with the number of its word and of the first word that it reaches: what a clause of its own
        tells behind an act ("was barred, although its lawyer says ...") says nothing of the act.
    """
    return [(cue, at, _reaches_from(line, at)) for cue, at in _signs(line)]


def elsewhere(line: Line, head: int, whole: list[tuple[Cue, int, int]]) -> bool:
    """Whether the voices of a sentence speak only in clauses of their own behind a word."""
    if line.quoted[head] or not CALLS.isdisjoint(line.low[:head]):
        return False
    behind = [reached for cue, _, reached in whole if cue in _OTHERS]
    if behind:
        return min(behind) > head
    for at in range(head + 1, len(line.low) - 1):
        if line.low[at + 1] in _SPEAKING and _it_speaks(line, at + 1):
            return True
    return False


def _it_speaks(line: Line, verb: int) -> bool:
    """Whether "it" is who speaks, and stands for the authority that the sentence tells of."""
    begins = line.at(verb - 2) in {",", "which", "and", "but", "—", "”"}
    return line.at(verb - 1) == "it" and begins and agents.main_is_authority(line, verb)


def _reaches_from(line: Line, at: int) -> int:
    """The first word that a sign reaches; 0 for the whole sentence."""
    low = line.low[at]
    if lexicon.CLASS.get(low) is _RUMOUR and low.endswith("ly"):
        return at if verbs.is_gerund(line.at(at + 1)) and line.at(at - 1) in {"for", "of", "by"} else 0
    first = at - (line.at(at - 1) == ",") if low == "according" else verbs.group(line, at).first
    farthest = 1 if low == "according" else FARTHEST
    for start in range(first, max(0, first - farthest), -1):
        before = line.low[start - 1]
        if before in _OPENERS:
            hangs = before in lexicon.RELATIVE and line.at(start - 2) not in {",", "and"}
            return 0 if hangs else start
        if before in _CLOSED or verbs.is_past(before) or line.quoted[start - 1]:
            return 0
    return 0


def _signs(line: Line) -> list[tuple[Cue, int]]:
    found: list[tuple[Cue, int]] = []
    for at in line.called(CALLS):
        low = line.low[at]
        doubt = _doubt(line, at)
        if doubt is not None:
            found.append((doubt, at))
        elif low in _SOURCES:
            cited = _cited(line, at)
            if cited is not None:
                found.append((cited, at))
        elif low in _SPEAKING and not (low in _ALSO_ACTS and line.at(at - 1) in lexicon.BE):
            if low == "claims" and not verbs.told_as_verb(line, at):
                continue
            cue = speaker(line, at)
            last = line.at(at + 1) in edges.SPEAKER or at + 1 == len(line.low) or _is_time(line, at + 1)
            last = last or (low == "told" and _closes_told(line, at))
            comma = "," if low not in _ALSO_ACTS else "”"
            after_quote = line.at(at - 1) in {comma, "”", '"'} and not verbs.is_gerund(low)
            behind = _after(line, at + 1) if after_quote and _named(line, at + 1) else None
            if cue is _UNNAMED or (cue is _UNOFFICIAL and last):
                found.append((cue, at))
            elif behind is not None:
                found.append((behind, at))
            if low == "said" and line.at(at - 1) in lexicon.BE and line.at(at + 1) == "to":
                found.append((_RUMOUR, at))
    return found


def _cited(line: Line, at: int) -> Cue | None:
    """What kind of speaker "according to", "citing" or ", per" names."""
    low = line.low[at]
    if low in _CITING:
        return _UNNAMED if _after(line, at + 1) is _UNNAMED else None
    if low == "per":
        return _after(line, at + 1) if line.at(at - 1) == "," else None
    return _after(line, at + 2) if line.at(at + 1) == "to" else None


def _doubt(line: Line, at: int) -> Cue | None:
    """Whether a word tells that a sentence is hearsay or that something is not clear."""
    low = line.low[at]
    if (low == "contrary" and _against_law(line, at)) or on_list(line, at):
        return None
    if lexicon.CLASS.get(low) is _RUMOUR or (low in _FICTION and line.at(at - 2) == "in"):
        return _RUMOUR
    return Cue.UNSURE if low == "unclear" or (low == "clear" and _negated(line, at)) else None


def _against_law(line: Line, at: int) -> bool:
    """Whether an act is called contrary to law or to interests of the state, as notices of listings do."""
    return line.at(at - 1) in _CONDUCT or not _INTERESTS.isdisjoint(line.low[at + 1 : at + 9])


def _negated(line: Line, at: int) -> bool:
    """Whether "not" or "n't" stands close before a word."""
    return any(low == "not" or low.endswith("n't") for low in line.low[max(0, at - 4) : at])


def _named(line: Line, at: int) -> bool:
    """Whether a speaker's name begins at a word."""
    low = line.at(at)
    return low in lexicon.DETERMINERS or low in lexicon.UNNAMED or line.party_over(at) is not None


def _closes_told(line: Line, at: int) -> bool:
    """Whether "told" with those whom it was told to ends a clause: ", a banker told reporters."."""
    near = line.low[at + 1 : at + 6]
    stop = next((n for n, low in enumerate(near) if low in edges.SPEAKER), len(near))
    return stop < 5 and _NOT_TO.isdisjoint(near[:stop])


def _is_time(line: Line, at: int) -> bool:
    return line.at(at) in lexicon.ADVERBS or line.at(at) in {"in", "on", "at", "here"}


def speaker(line: Line, verb: int) -> Cue | None:
    """What kind of speaker stands before a verb of saying; None for an authority or for nobody."""
    if verb not in line.speakers:
        line.speakers[verb] = _speaker(line, verb)
    return line.speakers[verb]


def _speaker(line: Line, verb: int) -> Cue | None:
    if line.low[verb] in lexicon.SOFT:
        return _UNOFFICIAL
    follows = line.voices[verb + 1] if verb + 1 < len(line.voices) else 0
    if follows & SPOKEN and not follows & (UNNAMED_VOICE | UNOFFICIAL_VOICE):
        return None
    first = verbs.group(line, verb).first
    if _it_speaks(line, first):
        return None
    start = first
    while start > 0 and first - start < FARTHEST and not _bounds(line, start - 1):
        start -= 1
    if _is_unnamed(line, start, first):
        return _UNNAMED
    if start == first and line.at(first - 1) == ",":
        return _apposed(line, first - 1)
    told = line.low[start:first]
    official = start == first or agents.phrase(line, start, first) or is_instrument(told) or is_record(told)
    return None if official else _UNOFFICIAL


def _bounds(line: Line, at: int) -> bool:
    return line.low[at] in _BOUNDS or line.quoted[at] == 1


def _is_unnamed(line: Line, start: int, stop: int) -> bool:
    """Whether words speak of somebody unnamed ("a person familiar with the matter")."""
    return any(line.party_over(at) is None for at in line.among(lexicon.UNNAMED, start, stop))


def _apposed(line: Line, comma: int) -> Cue | None:
    """Read a name with an apposition ("Orlo, a maker of pumps, said"): it stands before the first comma.

    Of ", saying that ..." it is who acts in the clause before.
    """
    if verbs.is_gerund(line.at(comma + 1)) and agents.main_is_authority(line, comma):
        return None
    opened = max(line.among(edges.COMMA, max(0, comma - 29), comma), default=None)
    if _is_unnamed(line, max(0, comma - 29) if opened is None else opened + 1, comma):
        return _UNNAMED
    party = None if opened is None else line.party_over(opened - 1)
    return None if party is not None and party.authority else _UNOFFICIAL


def _after(line: Line, start: int) -> Cue | None:
    """What kind of speaker stands behind "said" or "according to"."""
    farthest = max(start, min(len(line.low), start + FARTHEST))
    stop = next(line.among(edges.SPEAKER, start, farthest), farthest)
    if _is_unnamed(line, start, stop):
        return _UNNAMED
    official = start == stop or agents.phrase(line, start, stop) or is_instrument(line.low[start:stop])
    return None if official else _UNOFFICIAL


def is_record(words: list[str]) -> bool:
    """Whether words name what an authority keeps of its acts ("the agency's exclusion record")."""
    if not words or words[-1] not in _RECORDS:
        return False
    return any(word.removesuffix("'s").removesuffix("’s") in lexicon.OFFICIAL for word in words[:-1])


def on_list(line: Line, at: int) -> bool:
    """Whether somebody "appears in" or "appears on" a list, which nobody doubts by that."""
    if line.low[at] not in _APPEARS or line.at(at + 1) not in _AMONG:
        return False
    known = line.at(at + 2) in lexicon.DEFINITE or line.party_over(at + 2) is not None
    return known and not lexicon.ROLLS.isdisjoint(line.low[at + 2 : at + FARTHEST])


def is_instrument(words: list[str]) -> bool:
    """Whether words name an official paper ("a notice in the Federal Register")."""
    return not lexicon.INSTRUMENTS.isdisjoint(words) and lexicon.NO_INSTRUMENT.isdisjoint(words)
