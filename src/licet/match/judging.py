"""From the evidence for one listed party to one match: score, qualifiers, strength."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from licet.match import effects, in_force, pairing, rows
from licet.match.acronyms import AcronymEvidence, bare
from licet.match.evidence import NameEvidence
from licet.match.features import addresses, birth_dates, countries, identifiers, kinds, names
from licet.match.score import rounded
from licet.match.subjects import OurName
from licet.match.view import View
from licet.model import (
    Account,
    Channel,
    Edition,
    LateReasons,
    Listing,
    Match,
    MatchPolicy,
    Name,
    PairKind,
    Qualifier,
    Reasons,
    Step,
    Subject,
    TokenPair,
    Verdict,
)

PLACES = 4
_CONFIRMS = 0.9
"""Score of the names from which a second name of the subject confirms a match."""
_CONFIRMED = 0.1
"""What it adds to the strength, as another field that agrees does."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A match, and the score of its evidence before other fields moved it."""

    match: Match
    evidence: float
    version: int


@dataclass(frozen=True, slots=True)
class Case:
    """One subject under one view and policy."""

    view: View
    subject: Subject
    ours: tuple[OurName, ...]
    policy: MatchPolicy


def judge(
    case: Case,
    found: Sequence[NameEvidence],
    numbered: Sequence[int],
    initials: Sequence[AcronymEvidence] = (),
) -> Judged | None:
    """Return the best match that the evidence for one party gives; None where nothing reaches the threshold.

    It is a hit, or its evidence alone reaches the threshold.

    Args:
        case: The question.
        found: Names of the party that are like ours.
        numbered: Versions of the party that may share an identifier.
        initials: Names of the party that are, or have, an acronym of ours.
    """
    versions = {item.version for item in found} | {item.version for item in initials}
    fields = {version: _fields(case, version) for version in versions}
    named = [made for item in _distinct(found) if (made := _by_name(case, item, fields[item.version]))]
    judged = [_confirmed(item, named) for item in named]
    judged += [item for version in numbered if (item := _by_identifier(case, version, found))]
    judged += [_by_acronym(case, item, fields[item.version]) for item in initials]
    # What is neither a hit nor set aside must not stand before what is.
    told = [item for item in judged if max(item.match.score, item.evidence) >= case.policy.threshold]
    return max(told, key=_order, default=None)


def _order(item: Judged) -> tuple[float, float, bool, float, int]:
    match = item.match
    strong = match.matched_name is None or not match.matched_name.weak
    return match.score, item.evidence, strong, match.strength, item.version


def _distinct(found: Sequence[NameEvidence]) -> list[NameEvidence]:
    """Best reading of each name: a name has one or two forms."""
    best: dict[tuple[int, int], NameEvidence] = {}
    for item in found:
        kept = best.get((item.version, item.code))
        if kept is None or item.score > kept.score:
            best[item.version, item.code] = item
    return sorted(best.values(), key=lambda item: (item.version, _row_order(item.code)))


def _row_order(code: int) -> tuple[bool, int]:
    """Names of the list in its order, then those of the overlay."""
    return code < 0, abs(code)


def _fields(case: Case, version: int) -> tuple[Qualifier, ...]:
    return qualifiers_of(case.subject, case.view.contents.listing(version))


def _by_name(case: Case, item: NameEvidence, qualifiers: tuple[Qualifier, ...]) -> Judged | None:
    """Judge one name; None where it neither reaches the threshold nor could confirm another."""
    contents = case.view.contents
    listing = contents.listing(item.version)
    ours = case.ours[item.ours]
    name = _listed_name(case, listing, item.code)
    if rows.is_address(item.code):
        listed = listing.addresses[item.code - rows.ADDRESS_BASE]
        place = addresses.where(case.subject.addresses, ours.text, listed)
        if place is None:
            return None
        qualifiers += place
    if ours.channel is Channel.NAME:
        beside = (names.compare(ours.text, name), kinds.told(ours.sort, listing.kind))
        qualifiers += tuple(found for found in beside if found)
    value = moved(item.score, qualifiers)
    if max(value, item.score) < min(case.policy.threshold, _CONFIRMS):
        return None
    alignment = pairing.align(contents, ours, item.form)
    # Told only to whoever asks: most hits of a large file are never explained.
    reasons = LateReasons(partial(pairing.reasons, contents, ours, item.form, alignment, name.text))
    weight, in_order = pairing.weight_paired(ours, alignment), pairing.in_order(alignment)
    basis, edition, since, until = _clocks(case.view, item.version)
    match = Match(
        listing=listing,
        edition=edition,
        score=value,
        strength=_strength(value, weight, in_order=in_order, qualifiers=qualifiers),
        channel=ours.channel,
        our_name=ours.text,
        matched_name=name,
        reasons=reasons,
        qualifiers=qualifiers,
        basis=basis,
        in_force_from=since,
        in_force_to=until,
    )
    return Judged(match, item.score, item.version)


def _confirmed(item: Judged, others: Sequence[Judged]) -> Judged:
    """Add that another name of the subject is another name of the party: weak aliases serve for that."""
    match = item.match
    if match.matched_name is None:
        return item
    for other in others:
        beside = other.match.matched_name
        again = beside and match.our_name != other.match.our_name and beside.text != match.matched_name.text
        if beside and again and match.listing is other.match.listing and other.evidence >= _CONFIRMS:
            weak = ", a weak alias" if beside.weak else ""
            reason = f"Another name agrees too: “{other.match.our_name}” and “{beside.text}”{weak}."
            more = Qualifier("alias", Verdict.AGREES, other.match.our_name, beside.text, 0.0, reason)
            strength = min(round(match.strength + _CONFIRMED * match.score, PLACES), 1.0)
            told = replace(match, strength=strength, qualifiers=(*match.qualifiers, more))
            return Judged(told, item.evidence, item.version)
    return item


def _by_identifier(case: Case, version: int, found: Sequence[NameEvidence]) -> Judged | None:
    listing = case.view.contents.listing(version)
    agreed = identifiers.compare(case.subject.identifiers, listing.identifiers)
    if agreed is None:
        return None
    value, ours, theirs = agreed
    reason = f"The {ours.kind.replace('_', ' ')} number agrees: {theirs.value}."
    own = Qualifier("identifier", Verdict.AGREES, ours.value, theirs.value, 0.0, reason)
    qualifiers = (own, *_name_beside(case, listing, found), *qualifiers_of(case.subject, listing))
    basis, edition, since, until = _clocks(case.view, version)
    match = Match(
        listing=listing,
        edition=edition,
        score=value,
        strength=_strength(value, 3.0, in_order=True, qualifiers=qualifiers),
        channel=Channel.IDENTIFIER,
        our_name=ours.value,
        matched_name=None,
        reasons=Reasons(account=Account(value)),
        qualifiers=qualifiers,
        basis=basis,
        in_force_from=since,
        in_force_to=until,
    )
    return Judged(match, value, version)


def _by_acronym(case: Case, item: AcronymEvidence, qualifiers: tuple[Qualifier, ...]) -> Judged:
    contents = case.view.contents
    listing = contents.listing(item.version)
    name, ours = _listed_name(case, listing, item.code), case.ours[item.ours]
    value = moved(effects.ACRONYM, qualifiers)
    weight = contents.weight(bare(ours.form.tokens if item.bare else contents.weighted(item.form).tokens))
    pair = TokenPair(ours.text, name.text, PairKind.ACRONYM, effects.ACRONYM, 1.0)
    steps = (Step("share", 1.0), Step("initials", effects.ACRONYM))
    basis, edition, since, until = _clocks(case.view, item.version)
    match = Match(
        listing=listing,
        edition=edition,
        score=value,
        strength=_strength(value, weight / 2, in_order=True, qualifiers=qualifiers),
        channel=Channel.ACRONYM,
        our_name=ours.text,
        matched_name=name,
        reasons=Reasons(pairs=(pair,), account=Account(effects.ACRONYM, steps=steps)),
        qualifiers=qualifiers,
        basis=basis,
        in_force_from=since,
        in_force_to=until,
    )
    return Judged(match, effects.ACRONYM, item.version)


def _name_beside(case: Case, listing: Listing, found: Sequence[NameEvidence]) -> tuple[Qualifier, ...]:
    """Say how the names compare where a number made the match."""
    if not case.subject.names:
        return ()
    best = max(found, key=lambda item: item.score, default=None)
    mine = case.subject.names[0]
    if best is None:
        reason = f"No listed name is like “{mine}”."
        return (Qualifier("name", Verdict.DIFFERS, mine, listing.caption, 0.0, reason),)
    text = _listed_name(case, listing, best.code).text
    mine = case.ours[best.ours].text
    reason = f"The name agrees too, with {best.score:.2f}: “{mine}” and “{text}”."
    return (Qualifier("name", Verdict.AGREES, mine, text, 0.0, reason),)


def _listed_name(case: Case, listing: Listing, code: int) -> Name:
    if code < 0:
        return case.view.contents.overlay[-1 - code].as_name()
    if rows.is_address(code):
        return Name(rows.address_text(listing.addresses[code - rows.ADDRESS_BASE]))
    return listing.names[code]


def qualifiers_of(subject: Subject, listing: Listing) -> tuple[Qualifier, ...]:
    """Return what the fields beside the names say, each with its effect."""
    found = (
        birth_dates.compare(subject.birth_dates, listing.birth_dates),
        countries.compare(subject.countries, listing),
        kinds.compare(subject.kind, listing.kind),
        addresses.compare(subject.addresses, listing.addresses),
    )
    return tuple(item for item in found if item)


def moved(evidence: float, qualifiers: tuple[Qualifier, ...]) -> float:
    """Add the effects, from left to right."""
    value = evidence
    for item in qualifiers:
        value += item.effect
    return rounded(min(max(value, 0.0), 1.0))


def _strength(value: float, weight: float, *, in_order: bool, qualifiers: tuple[Qualifier, ...]) -> float:
    """How much evidence agrees, 0 to 1: paired weight (rare words), fields that agree, the order of words.

    A name of one rare word has half of what can be had by names; each further one halves what is missing.
    """
    named = 1.0 - math.pow(0.5, weight)
    agreeing = sum(item.verdict is Verdict.AGREES and item.feature != "weak_alias" for item in qualifiers)
    differing = sum(item.verdict is Verdict.DIFFERS for item in qualifiers)
    raw = 0.75 * named + 0.05 * in_order + 0.1 * min(agreeing, 2) - 0.1 * differing
    return round(min(max(raw * value, 0.0), 1.0), PLACES)


def _clocks(view: View, version: int) -> tuple[str, Edition, date | None, date | None]:
    """Return the basis, the edition used, and the first and last day on which the party counts."""
    contents = view.contents
    since, until, last = in_force.interval(contents, version, view.as_of)
    list_id = contents.lists[int(contents.version_list[version])]
    if view.by_edition[version]:
        return "edition", contents.edition(view.answering[list_id]), since, until
    first = in_force.first_edition(contents, version)
    if view.by_own_dates[version]:
        return "own_dates", contents.edition(first), since, until
    return "edition", contents.edition(first if last is None else last), since, until
