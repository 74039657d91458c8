"""Claims made of statements: what was said by whom, by what means and when; and who gave no comment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from licet.model.news import Span, Timex, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground, joined
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind, Role
from licet.news.statements.lexicon import THINKS
from licet.news.statements.statement import SpeakerKind, Statement, StatementKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_NO_COMMENT = StatementKind.NO_COMMENT
_STATEMENT = ClaimKind.STATEMENT
_EXPERT = Role.EXPERT
_BACKGROUND, _CLAIMED, _STATED = Modality.BACKGROUND, Modality.CLAIMED, Modality.STATED

_WEIGHT = (
    Modality.DENIED,
    Modality.CLAIMED_INSTRUCTION,
    Modality.PLEDGED,
    Modality.NEGOTIATING,
    Modality.DEMANDED,
    Modality.REQUESTED,
    Modality.THREATENED,
    Modality.PROPOSED,
    Modality.EXPECTED,
    Modality.PREDICTED,
    Modality.HYPOTHETICAL,
    Modality.OPINION,
)
"""Of several standings within one statement, the one that tells what the statement is for."""
_RANKS = {modality: rank for rank, modality in enumerate(_WEIGHT)}
_FORCES = (
    ("accus", "accused", Modality.ACCUSED),
    ("deni", "denied", Modality.DENIED),
    ("deny", "denied", Modality.DENIED),
    ("pledg", "pledged", Modality.PLEDGED),
    ("promis", "pledged", Modality.PLEDGED),
    ("vow", "pledged", Modality.PLEDGED),
    ("threat", "threatened", Modality.THREATENED),
    ("demand", "demanded", Modality.DEMANDED),
    ("urg", "requested", Modality.REQUESTED),
    ("propos", "proposed", Modality.PROPOSED),
    ("predict", "predicted", Modality.PREDICTED),
    ("tweet", "tweeted", None),
)
"""Beginning of the word of saying, normal form, and the standing it gives by itself."""
_STEMS = tuple(stem for stem, _, _ in _FORCES)
_ACTS = {
    Modality.PLEDGED: "act",
    Modality.THREATENED: "act",
    Modality.PROPOSED: "act",
}
"""Standings of a statement that "Smith's announcement" may be about."""
_ACTS_OF_POWER = frozenset(
    (
        Modality.PLEDGED,
        Modality.PROPOSED,
        Modality.NEGOTIATING,
        Modality.EXPECTED,
        Modality.CLAIMED_INSTRUCTION,
        Modality.THREATENED,
    )
)
"""What an expert speaks of but does not do."""
_SAYING_NOUN = re.compile(
    r"(?:tweet|post|announcement|statement|remarks|comments?|pledge|vow|threat)s?", re.IGNORECASE
)
_REACH = 40
"""Code points from a name to the day, in "Smith's tweet on Sunday"."""


def of_statements(ground: Ground) -> Iterator[Claim]:
    """One claim for each statement."""
    days = _days_of_nouns(ground)
    for number, value in enumerate(ground.said):
        told = value.value
        if told.kind is _NO_COMMENT:
            yield _no_comment(ground, value, number)
            continue
        predicate, modality, measure = _force(ground, told, number)
        speaker = told.speaker
        when = _day(ground, told)
        yield Claim(
            _STATEMENT,
            speaker.party,
            predicate,
            told.medium,
            told.content,
            modality,
            f"statement: {value.rule}",
            when or days.get((speaker.party, told.medium or _ACTS.get(modality, "none"))),
            measure,
            number,
            (speaker.of,) if speaker.of else (),
        )


def _no_comment(ground: Ground, value: Value[Statement], number: int) -> Claim:
    told = value.value
    spans = [item for item in (told.source, told.cue) if item is not None] or list(value.spans)
    sentence = ground.sentence_at(spans[0].start)
    when = joined(ground.times_between(sentence.start, sentence.end)[:1]) if sentence else None
    return Claim(
        kind=ClaimKind.NO_COMMENT,
        subject=told.speaker.of or told.speaker.party,
        predicate="no_comment",
        value="",
        support=(ground.hull(*spans),),
        modality=Modality.NO_COMMENT,
        rule=f"statement: {value.rule}",
        when=when,
        statement=number,
    )


def _force(ground: Ground, told: Statement, number: int) -> tuple[str, Modality, str]:
    """Normal form of the saying, its standing, and the measure that it is about."""
    cue = told.cue.text.casefold() if told.cue else ""
    predicate, by_cue = "said", None
    for stem, name, standing in _FORCES if cue.startswith(_STEMS) else ():
        if cue.startswith(stem):
            predicate, by_cue = name, standing
            break
    modality, measure = _about(ground, number)
    speaker = ground.party.get(told.speaker.party)
    expert = speaker is not None and speaker.role is _EXPERT
    if cue in THINKS or (expert and modality in _ACTS_OF_POWER):
        return predicate, Modality.OPINION, measure
    if modality is None or modality is _CLAIMED:
        modality = by_cue or modality
    elif by_cue in (Modality.ACCUSED, Modality.DENIED):
        modality = by_cue
    if modality in (None, _CLAIMED, _STATED):
        modality = _plain(ground, told, cue)
    return predicate, modality, measure


def _about(ground: Ground, number: int) -> tuple[Modality | None, str]:
    """The weightiest standing of the measures that a statement itself speaks of, and the measure."""
    best: tuple[int, Modality | None, str] | None = None
    for measure, item in ground.spoken_of.get(number, ()):
        modality = item.standing.modality
        if modality is _BACKGROUND:
            continue
        rank = _RANKS.get(modality, len(_RANKS))
        if best is None or rank < best[0]:
            best = (rank, modality if modality in _RANKS else None, measure.key)
    return (best[1], best[2]) if best else (None, "")


def _plain(ground: Ground, told: Statement, cue: str) -> Modality:
    """Standing of a statement that tells of no measure: an expert's is an opinion, a belief too."""
    if cue in THINKS:
        return Modality.OPINION
    if told.speaker.kind in (SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN):
        return _CLAIMED
    speaker = ground.party.get(told.speaker.party)
    if speaker is not None and speaker.role is _EXPERT:
        return Modality.OPINION
    return _STATED


def _day(ground: Ground, told: Statement) -> Timex | None:
    """When it was said: a day in the sentence of the saying that is no part of what is said.

    "wrote in late June that it had closed" tells the day of the saying though it stands behind the verb.
    """
    cue = told.cue
    if cue is None:
        return None
    sentence = ground.sentence_at(cue.start)
    if sentence is None:
        return None
    outside = []
    for value in ground.times_between(sentence.start, sentence.end):
        span = value.spans[0]
        holder = next((item for item in told.content if item.start <= span.start < item.end), None)
        if holder is None:
            if not _is_nearest(ground, cue, span.start, sentence.start) or _is_aside(ground, told, span):
                continue
        elif not _before_that(ground, holder, span):
            continue
        outside.append((abs(span.start - cue.start), value))
    return min(outside, key=lambda item: item[0])[1].value if outside else None


def _is_nearest(ground: Ground, cue: Span, place: int, start: int) -> bool:
    """Whether no other word of saying of the sentence stands nearer to a time."""
    reach = abs(cue.start - place)
    first = bisect_left(ground.cues, max(start, place - reach + 1), key=lambda item: item.start)
    last = bisect_left(ground.cues, place + reach, key=lambda item: item.start)
    return not any(other != cue for other in ground.cues[first:last])


def _is_aside(ground: Ground, told: Statement, time: Span) -> bool:
    """Whether a time only tells something of the speaker ("founded in 1871", "who left last autumn")."""
    source, cue = told.source, told.cue
    if source is not None and source.start <= time.start < source.end:
        return True
    if cue is None or time.start < cue.start:
        return False
    between = ground.laid.story.text[cue.end : time.start].casefold()
    return any(
        f" {word} " in between for word in ("who", "which", "whose", "where", "when", "after", "before")
    )


def _before_that(ground: Ground, content: Span, time: Span) -> bool:
    """Whether a time stands in front of the "that" which what is said begins with."""
    text = ground.laid.story.text
    head = text[content.start : time.start].strip().casefold()
    return text[time.end : time.end + 6].casefold().startswith(" that ") and head in (
        "",
        "in",
        "on",
        "at",
        "late",
    )


def _days_of_nouns(ground: Ground) -> dict[tuple[str, str], Timex]:
    """Days of "Smith's tweet on Sunday" and "Smith's announcement Sunday", by speaker and medium."""
    found: dict[tuple[str, str], Timex] = {}
    text = ground.laid.story.text
    for value in ground.times:
        day = value.value
        if day.first is None or day.first != day.last:
            continue
        start = value.spans[0].start
        near = text[max(0, start - _REACH) : start]
        if "'s" not in near and "’s" not in near:
            continue
        for item in ground.named_between(max(0, start - _REACH), start):
            if item.party.kind is not PartyKind.PERSON or not text.startswith(("'s", "’s"), item.end, start):
                continue
            noun = _SAYING_NOUN.search(text[item.end : start])
            if noun:
                medium = "tweet" if noun[0].casefold().startswith("tweet") else "act"
                found.setdefault((item.party.key, medium), day)
    return found
