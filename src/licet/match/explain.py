"""A match in words and as JSON: what agreed, what was left over, what moved the score, and on what day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from licet.model import Channel, Match, Name, NameKind, PairKind, Qualifier, TokenPair

_KINDS = {
    PairKind.EQUAL: "is the same word as",
    PairKind.SYMBOL: "means the same as",
    PairKind.EDIT: "is spelt nearly like",
    PairKind.SOUND: "sounds like",
    PairKind.INITIAL: "is an initial for",
    PairKind.JOINED: "is the same but for the space as",
    PairKind.ACRONYM: "has the same initials as",
}
_STEPS = {
    "share": "the share of both names that the pairs carry",
    "says_little": "the words that agree are few or common and say little",
    "rests_on_one_word": "the match rests on one word",
    "other_script": "a name was read from another script, one reading among several",
    "one_short_reading": "one short word read from another script carries the match",
    "other_number": "the numbers in the names differ",
    "initials": "initials fit, which many names share",
}
_BESIDE_NUMBER = "other fields neither raise nor lower a match by number"
_CHANNELS = {
    Channel.NAME: "name",
    Channel.IDENTIFIER: "number",
    Channel.ADDRESS: "address",
    Channel.ACRONYM: "acronym",
}
_ALIAS = {NameKind.PRIMARY: "primary name", NameKind.AKA: "alias", NameKind.FKA: "former name"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a party matched; rendered only when asked for.

    Attributes:
        match: The match.
    """

    match: Match

    @property
    def lines(self) -> tuple[str, ...]:
        """Sentences, the most telling first."""
        return tuple(_lines(self.match))

    def to_dict(self) -> dict[str, Any]:
        """Return the same as plain JSON values."""
        return _as_dict(self.match)


def explain(match: Match) -> Explanation:
    """Explain a match; the pairs are those that gave the score."""
    return Explanation(match)


def _lines(match: Match) -> Iterator[str]:
    yield _headline(match)
    for pair in match.pairs:
        yield _pair_line(pair)
    if match.left_ours:
        yield f"Only in ours: {', '.join(match.left_ours)}."
        if match.account and match.account.excused:
            yield "The listed name stands whole in ours: what stands beside it counts little."
    if match.left_theirs:
        yield f"Only in the listed name: {', '.join(match.left_theirs)}."
    yield from match.script_path
    yield from _step_lines(match)
    counted = match.channel is not Channel.IDENTIFIER
    for item in match.qualifiers:
        moved = f" ({item.effect:+.2f})" if item.effect and counted else ""
        yield f"{item.reason}{moved}"
    if any(item.effect for item in match.qualifiers):
        yield _sum_line(match) if counted else f"In all: {match.score:.4f} by number; {_BESIDE_NUMBER}."
    yield _day_line(match)


def _headline(match: Match) -> str:
    party = f"{match.listing.caption} ({match.listing.entity_id})"
    scored = f"score {match.score:.2f}, strength {match.strength:.2f}"
    if match.channel is Channel.IDENTIFIER:
        return f"“{match.our_name}” is a number of {party}: {scored}."
    name = match.matched_name
    if match.channel is Channel.ADDRESS or name is None:
        listed = f"“{name.text}”" if name else "an address"
        return f"Our address “{match.our_name}” matches the listed address {listed} of {party}: {scored}."
    return f"“{match.our_name}” matches {_named(name)} of {party}: {scored}."


def _named(name: Name) -> str:
    quality = "weak " if name.weak else ""
    source = f", a name that the list does not give (source: {name.source})" if name.source else ""
    return f"“{name.text}”, {quality}{_ALIAS.get(name.kind, 'later name')}{source}"


def _pair_line(pair: TokenPair) -> str:
    measured = "" if pair.similarity == 1 else f", {pair.similarity:.2f} alike"
    same = pair.kind is PairKind.SYMBOL and pair.ours == pair.theirs
    how = _KINDS[PairKind.EQUAL] if same else _KINDS.get(pair.kind, f"corresponds as {pair.kind} to")
    return f"“{pair.ours}” {how} “{pair.theirs}” ({pair.weight:.0%} of the names{measured})."


def _step_lines(match: Match) -> Iterator[str]:
    """Tell what lowered the score of the names, each step with the value after it."""
    steps = match.account.steps if match.account else ()
    if steps and match.score < 1:
        yield f"The pairs carry {steps[0].value:.4f} of both names, what is left over counted against them."
    for before, step in pairwise(steps):
        if step.value < before.value:
            yield f"{_words(step.name).capitalize()}: {before.value:.4f} becomes {step.value:.4f}."


def _words(step: str) -> str:
    return _STEPS.get(step, step.replace("_", " "))


def _sum_line(match: Match) -> str:
    """Add up, in the order in which the score was."""
    evidence = match.account.evidence if match.account else match.score
    moved = " ".join(f"{item.effect:+.2f} {_feature(item)}" for item in match.qualifiers if item.effect)
    capped = " (at most 1)" if evidence + sum(item.effect for item in match.qualifiers) > 1 else ""
    return f"In all: {evidence:.4f} by {_CHANNELS[match.channel]} {moved} = {match.score:.4f}{capped}."


def _feature(item: Qualifier) -> str:
    return item.feature.replace("_", " ")


def _day_line(match: Match) -> str:
    since = f" from {match.in_force_from}" if match.in_force_from else ""
    until = f" to {match.in_force_to}" if match.in_force_to else ""
    edition = f"edition {match.edition.name} of {match.edition.list_id}"
    if match.basis == "own_dates":
        return f"Counts by the record's own dates{since}{until}; it was published later, in {edition}."
    # A list that does not date its rows tells only from when on we have seen them.
    dated = match.listing.start is not None and match.listing.start == match.in_force_from
    return f"{'Listed' if dated else 'Seen in editions'}{since}{until}; here by {edition}."


def _account(match: Match) -> dict[str, Any]:
    """Return the parts that the score is made of: share, what lowered it, what other fields added."""
    account = match.account
    if account is None:
        return {"evidence": match.score, "steps": [], "effects": [], "score": match.score}
    return {
        "left_ours_weight": account.left_ours,
        "left_ours_excused_weight": account.excused,
        "left_theirs_weight": account.left_theirs,
        "steps": [
            {"name": step.name, "value": step.value, "reason": _words(step.name)} for step in account.steps
        ],
        "evidence": account.evidence,
        "effects": [
            {"name": item.feature, "effect": item.effect}
            for item in match.qualifiers
            if item.effect and match.channel is not Channel.IDENTIFIER
        ],
        "score": match.score,
    }


def _as_dict(match: Match) -> dict[str, Any]:
    name = match.matched_name
    return {
        "entity_id": match.listing.entity_id,
        "caption": match.listing.caption,
        "edition": {"name": match.edition.name, "sha256": match.edition.sha256},
        "score": match.score,
        "strength": match.strength,
        "channel": str(match.channel),
        "our_name": match.our_name,
        "matched_name": None
        if name is None
        else {"text": name.text, "kind": str(name.kind), "weak": name.weak, "source": name.source},
        "pairs": [
            {
                "ours": pair.ours,
                "theirs": pair.theirs,
                "kind": str(pair.kind),
                "similarity": pair.similarity,
                "weight": pair.weight,
                "our_weight": pair.our_weight,
                "their_weight": pair.their_weight,
            }
            for pair in match.pairs
        ],
        "left_ours": list(match.left_ours),
        "left_theirs": list(match.left_theirs),
        "account": _account(match),
        "script_path": list(match.script_path),
        "qualifiers": [
            {
                "feature": item.feature,
                "verdict": str(item.verdict),
                "ours": item.ours,
                "theirs": item.theirs,
                "effect": item.effect,
                "reason": item.reason,
            }
            for item in match.qualifiers
        ],
        "basis": match.basis,
        "in_force_from": match.in_force_from.isoformat() if match.in_force_from else None,
        "in_force_to": match.in_force_to.isoformat() if match.in_force_to else None,
        "lines": list(_lines(match)),
    }
