"""A measure told by a noun with words behind it that take it as there: "a ban imposed in May"."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count

from licet.news.modality import agents, bearing, edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase
from licet.news.modality.times import dated

FARTHEST = 10
"""Words between a noun and the words that tell it was imposed."""

_CANDIDATE_CUES = frozenset(lexicon.CANDIDATES.values())
_WHEN = frozenset(("in", "on", "last", "since", "earlier", "by"))
_EFFECT = lexicon.EFFECT
_KEPT = lexicon.ENACT | {"enforced"}
_ASKED = edges.MARKS | lexicon.RELATIVE | {"that", "in", "dating"} | lexicon.AUXILIARIES
_WEAK = frozenset(("approved", "passed", "introduced", "published", "placed", "put", "brought", "hit"))
"""Of these participles the measure need not be there: a bill is passed, a plan published."""


def made(chain: Chain, phrase: Phrase) -> bool:
    """Keep that words behind a noun take its measure as there; whether they do.

    These are "the tariffs imposed in March", "a fine of $3 million imposed on Orlo in May", "the ban, which
    took effect in May", "an embargo that Norda has kept since 1991", "sanctions in place since 2014". Of a
    noun that nothing makes known, a time of the past or the authority must be told, and nothing unreal.
    """
    if not _CANDIDATE_CUES.isdisjoint(chain.found):
        return False
    line, first = chain.line, phrase.head + 1
    quote = line.quoted.find(1, first, first + FARTHEST)
    near = line.low[first : quote if quote >= 0 else first + FARTHEST]
    for at in compress(count(first), map(_is_asked, near)):
        low = line.low[at]
        if low in edges.STOPS or (low == "," and not _goes_on(line, at + 1)):
            return False
        if low in lexicon.RELATIVE or low == "that":
            found = _relative(chain, at)
        elif _lasting(line, at):
            found = at
        elif low in _KEPT and verbs.is_past(low) and line.at(at - 1) not in lexicon.AUXILIARIES:
            found = at if _participle(chain, at) else None
        elif low in lexicon.AUXILIARIES or verbs.is_past(low):
            return False
        else:
            continue
        if found is not None:
            by = agents.by(line, found) if verbs.is_past(line.low[found]) else None
            chain.add(Cue.AGENT if by is False else Cue.ENACTED, found)
            conditions(chain, phrase.first)
        return found is not None
    return False


@lru_cache(maxsize=20_000)
def _is_asked(low: str) -> bool:
    """Whether a word may tell of the noun before it, or end what does."""
    return low in _ASKED or verbs.is_past(low)


def _goes_on(line: Line, at: int) -> bool:
    """Whether words behind a comma describe the noun before it."""
    low = line.at(at)
    opens = low in lexicon.RELATIVE or low in {"first", "now", "in", "dating", "already", "also"}
    return opens or (low in _KEPT and verbs.is_past(low)) or verbs.is_adverb(low)


def _lasting(line: Line, at: int) -> bool:
    """Whether "in place since" or "dating from" begins at a word."""
    low, after = line.low[at], line.at(at + 1)
    if low == "dating":
        return after in {"from", "back"}
    return low == "in" and after in lexicon.EFFECT and line.at(at + 2) == "since"


def _participle(chain: Chain, at: int) -> bool:
    """Whether a participle behind a noun tells that its measure was made."""
    line = chain.line
    when = line.at(at + 1) in _WHEN or (line.at(at + 1) == "for" and dated(line, at))
    if not when or line.low[at] in _WEAK:
        return False
    if Cue.DEFINITE in chain.found and line.at(at - 1) != ",":
        return True
    known = dated(line, at) or agents.by(line, at) is True
    stop = next((n for n in range(at, len(line.low)) if line.low[n] in edges.STOPS), len(line.low))
    return known and lexicon.UNREAL.isdisjoint(line.low[at:stop])


def _relative(chain: Chain, relative: int) -> int | None:
    """The verb of a clause that tells of a noun that it was made: "that the ministry issued in May"."""
    line = chain.line
    for at in range(relative + 1, min(len(line.low), relative + FARTHEST + 3)):
        low = line.low[at]
        if low in lexicon.NEGATIONS or low in lexicon.MODALS or low in edges.STOPS or line.quoted[at]:
            return None
        if not verbs.is_past(low) or low in lexicon.AUXILIARIES:
            continue
        group = verbs.group(line, at)
        told = Cue.DEFINITE in chain.found or dated(line, at)
        comes = low in lexicon.COMES and not _EFFECT.isdisjoint(line.low[at + 1 : at + 3])
        if comes or bearing.has_begun(line, at):
            return at if group.form is Form.PAST and group.first == relative + 1 else None
        known = told or (lexicon.UNREAL.isdisjoint(line.low) and line.at(relative - 1) not in lexicon.CLASS)
        if not known or low not in _KEPT or low in _WEAK:
            return None
        if group.form is Form.PASSIVE:
            return at if told and group.first == relative + 1 else None
        active = group.form is Form.PAST and agents.phrase(line, relative + 1, group.first)
        if not active and not agents.NOT_BODY.isdisjoint(line.low[relative + 1 : group.first]):
            chain.add(Cue.AGENT, at)
        return at if active else None
    return None


def conditions(chain: Chain, at: int) -> None:
    """Keep a condition that stands to the left of a noun in its sentence."""
    before = [number for number in chain.line.called(lexicon.CONDITIONS) if number <= at]
    if before:
        chain.add(Cue.IF, before[-1])
