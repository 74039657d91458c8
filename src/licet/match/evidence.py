"""From scored names to the evidence for each listed party."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from licet.match.alignment import Alike
from licet.match.contents import Contents, find_range
from licet.match.hashing import hash64, identifier_text
from licet.match.score import score
from licet.match.subjects import OurName
from licet.match.view import Marks
from licet.model import Subject


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """One listed name that one of ours is like.

    Attributes:
        version: The listing's version.
        code: Which of its names (see `rows`).
        form: The form of that name.
        score: Of the names alone.
        ours: Place of our name among the subject's.
    """

    version: int
    code: int
    form: int
    score: float
    ours: int


Scored = dict[int, tuple[float, int]]
"""Form to (score, place of our name): the best of ours, the first of equals."""


def score_forms(
    contents: Contents, place: int, ours: OurName, alike: list[Alike], forms: Iterable[int], into: Scored
) -> None:
    """Score one of our names against forms and keep the best of all names in `into`."""
    for form in forms:
        value = score(ours.weighted, alike, contents.weighted(form)).score
        if value > into.get(form, (0.0, 0))[0]:
            into[form] = value, place


def by_party(
    contents: Contents, scored: Scored, least: float, counts: Marks
) -> dict[int, list[NameEvidence]]:
    """Return the evidence by listing key, for versions that count and scores from `least` on."""
    found: dict[int, list[NameEvidence]] = {}
    for form, (value, place) in sorted(scored.items()):
        if value < least:
            continue
        for version, code in contents.rows(form):
            if counts[version]:
                key = contents.version_key[version]
                item = NameEvidence(version, code, form, value, place)
                found.setdefault(key, []).append(item)
    return found


def by_identifier(contents: Contents, subject: Subject, counts: Marks) -> dict[int, list[int]]:
    """Return versions that may share an identifier with the subject, by listing key."""
    found: dict[int, list[int]] = {}
    for item in subject.identifiers:
        low, high = find_range(contents.identifier_hash, hash64(identifier_text(item.kind, item.value)))
        for version in contents.identifier_version[low:high].tolist():
            if counts[version]:
                versions = found.setdefault(contents.version_key[version], [])
                if version not in versions:
                    versions.append(version)
    return found
