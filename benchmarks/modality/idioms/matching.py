"""Verbs that refuse, threaten, demand, pledge or do something only together with words behind them.

A line of the tables is the base form of a verb and the words that follow it in this order, others between
them; `a|b` stands for either word.
"""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.modality import wordings
from benchmarks.modality.forms import forms_of
from benchmarks.modality.idioms.demanding import DEMANDING
from benchmarks.modality.idioms.doing import DOING
from benchmarks.modality.idioms.pledging import PLEDGING
from benchmarks.modality.idioms.refusing import REFUSING
from benchmarks.modality.idioms.threatening import THREATENING

from licet.news.listed import listed
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST = 9
"""Words behind a verb within which those of its idiom stand."""

FARTHEST_PARTICLE = 4
"""Words within which a particle stands behind its verb ("turned the plan down")."""

TABLES: tuple[tuple[str, Cue | None], ...] = (
    (REFUSING, Cue.REFUSE),
    (THREATENING, Cue.THREAT),
    (DEMANDING, Cue.DEMAND),
    (PLEDGING, Cue.PLEDGE),
    (DOING, None),
)
"""The tables and the sign each gives; None for acts."""


class Idiom(NamedTuple):
    """The words behind a verb that make an idiom with it, each with its alternatives, and its sign."""

    parts: tuple[frozenset[str], ...]
    sign: Cue | None


class Told(NamedTuple):
    """What an idiom tells: a sign of what is no act, or None for an act."""

    sign: Cue | None


def _rows() -> dict[str, list[Idiom]]:
    rows: dict[str, list[Idiom]] = {}
    for text, sign in TABLES:
        for row in text.strip().splitlines():
            verbs, *words = row.split()
            idiom = Idiom(tuple(frozenset(word.split("|")) for word in words), sign)
            for form in sorted(form for verb in verbs.split("|") for form in forms_of(verb)):
                rows.setdefault(form, []).append(idiom)
    return rows


_BY_FORM = _rows()
_CLOSERS = frozenset(
    (",", ";", "after", "when", "while", "which", "who", "whom", "whose", "because", "since")
)
_PARTICLES = listed(
    "up down in out on off away aside back over by to for with from at against through around round"
)


def told_with(line: Line, head: int) -> Told | None:
    """What a verb tells together with the words behind it; None where they make no idiom.

    Of several the one of most words decides, then the nearest; what is no act goes before an act.
    """
    best: tuple[int, int, bool] | None = None
    told: Told | None = None
    behind = line.low[head + 1 : head + 1 + FARTHEST]
    stop = next((n for n, low in enumerate(behind) if low in _CLOSERS), len(behind))
    for idiom in _BY_FORM.get(line.low[head], ()):
        reached = _reach(behind[:stop], idiom)
        if reached is not None:
            rank = (len(idiom.parts), -reached, idiom.sign is not None)
            if best is None or rank > best:
                best, told = rank, Told(idiom.sign)
    return told


def _reach(behind: list[str], idiom: Idiom) -> int | None:
    """The number of the last word of an idiom among the words behind its verb; None where it is not there."""
    at = -1
    for part in idiom.parts:
        most = len(behind) if _PARTICLES.isdisjoint(part) else min(len(behind), at + 1 + FARTHEST_PARTICLE)
        found = next((n for n in range(at + 1, most) if behind[n] in part), None)
        if found is None:
            return None
        # "dismissed a proposal for a new cabinet" dismisses no cabinet
        if idiom.sign is None and any(low in wordings.NOUNS for low in behind[at + 1 : found]):
            return None
        at = found
    return at
