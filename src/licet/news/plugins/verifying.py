"""Candidates against the story: what does not stand there verbatim is dropped, and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from licet.model.news import Span
from licet.model.problem import Problem, Severity
from licet.news.plugins.candidate import Candidate, CandidateKind, Extractor
from licet.news.signals.wording import shown

MOST_CANDIDATES = 2_000
"""Of one story: an extractor that offers more is cut off there, and it is told."""

MOST_PLACES = 200
"""At which one name is looked for."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A candidate with the places where its words stand."""

    candidate: Candidate
    spans: tuple[Span, ...]


def offered(extractor: Extractor, text: str) -> tuple[list[Candidate], list[Problem]]:
    """Ask an extractor, whatever it does: a crash, or an answer of another form, is a problem."""
    rule = rule_of(extractor)
    found: list[Candidate] = []
    problems: list[Problem] = []
    try:
        answers: Iterable[object] = extractor.extract(text)
        for item in islice(answers, MOST_CANDIDATES + 1):
            if isinstance(item, Candidate) and _formed(item):
                found.append(item)
            else:
                kind = type(item).__name__
                problems.append(
                    _dropped(rule, "no_candidate", f"A {kind} is no candidate.", shown(repr(item)))
                )
    except Exception as error:  # noqa: BLE001  the code of others may raise anything
        message = f"The extractor failed with {type(error).__name__}; what the core read stands."
        problems.append(Problem("extractor_failed", rule, message, shown(str(error)), Severity.NOTE))
    if len(found) > MOST_CANDIDATES:
        message = f"It offers more than {MOST_CANDIDATES} candidates; the rest was not looked at."
        problems.append(Problem("too_many_candidates", rule, message, severity=Severity.NOTE))
    return found[:MOST_CANDIDATES], problems


def verified(text: str, candidate: Candidate, rule: str) -> Verified | Problem:
    """Find the words of a candidate in a story; a problem where they do not stand there."""
    words = candidate.text
    if not words.strip():
        return _dropped(rule, "no_words", "A candidate without words was dropped.", "")
    if candidate.start is not None:
        start = candidate.start
        if start >= 0 and text[start : start + len(words)] == words:
            return Verified(candidate, (Span(start, start + len(words), words),))
        message = f"Its words do not stand at {start} in the story: dropped."
        return _dropped(rule, "not_verbatim", message, shown(words))
    most = MOST_PLACES if candidate.kind is CandidateKind.PARTY else 1
    spans = tuple(islice(_places(text, words), most))
    if spans:
        return Verified(candidate, spans)
    return _dropped(rule, "not_verbatim", "Its words do not stand in the story: dropped.", shown(words))


def rule_of(extractor: Extractor) -> str:
    """Return the name of the rule that everything of an extractor bears."""
    return f"plug-in {shown(str(extractor.name))} {shown(str(extractor.version))}"


def _places(text: str, words: str) -> Iterator[Span]:
    """Where words stand as whole words."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        inside = (at and text[at - 1].isalnum() and words[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and words[-1].isalnum()
        )
        if not inside:
            yield Span(at, end, words)
        at = text.find(words, end)


def _formed(item: Candidate) -> bool:
    """Whether a candidate holds what it should: the code of others may put anything into it."""
    fields: tuple[tuple[object, type], ...] = (
        (item.kind, CandidateKind),
        (item.text, str),
        (item.label, str),
        (item.party, str),
        (item.modality, str),
        (0 if item.start is None else item.start, int),
    )
    return all(isinstance(value, form) for value, form in fields)


def _dropped(rule: str, code: str, message: str, record: str) -> Problem:
    return Problem(code, rule, message, record, Severity.NOTE)
