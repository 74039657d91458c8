"""What a screening finds, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from licet.model.edition import Edition
from licet.model.listing import Listing, Name


class Channel(StrEnum):
    """The evidence that made the score."""

    NAME = "name"
    IDENTIFIER = "identifier"
    ADDRESS = "address"


class PairKind(StrEnum):
    """How two tokens correspond."""

    EQUAL = "equal"
    SYMBOL = "symbol"
    EDIT = "edit"
    SOUND = "sound"
    INITIAL = "initial"
    JOINED = "joined"


class Verdict(StrEnum):
    """What comparing one field of both sides says."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class TokenPair:
    """Two aligned tokens.

    Attributes:
        ours: Our words, as written.
        theirs: The listed words.
        kind: How they correspond.
        similarity: 0 to 1, as it counts in the score.
        weight: The share of both names that they carry, 0 to 1.
        our_weight: What our side weighs in the corpus, exact.
        their_weight: What the listed side weighs.
    """

    ours: str
    theirs: str
    kind: PairKind
    similarity: float
    weight: float
    our_weight: float = 0.0
    their_weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the score of two names: what moved it, and its value after that.

    Attributes:
        name: `share` for the share that the pairs carry; then whatever lowered it.
        value: 0 to 1, not rounded.
    """

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Account:
    """How the score of two names came about.

    Attributes:
        evidence: The score of the names alone: the last step, rounded.
        left_ours: Weight of our words without a counterpart.
        left_theirs: Weight of theirs.
        steps: From the share of the pairs to the score.
    """

    evidence: float
    left_ours: float = 0.0
    left_theirs: float = 0.0
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualifier:
    """One field beside the evidence that moves the score.

    Attributes:
        feature: Such as `birth_date`, `country`, `kind`, `weak_alias`.
        verdict: What the comparison says.
        ours: Our value, as shown.
        theirs: The list's value, as shown.
        effect: Signed change of the score.
        reason: One sentence.
    """

    feature: str
    verdict: Verdict
    ours: str
    theirs: str
    effect: float
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """One listed party that a subject may be.

    Attributes:
        listing: The listed party, in the content that held under the clocks asked for.
        edition: The edition that was used.
        score: 0 to 1; what the threshold is compared with.
        strength: 0 to 1; orders hits of equal score by how much evidence agrees.
        channel: The evidence that made the score.
        our_name: The name of the subject that matched (or its identifier).
        matched_name: The listed name that matched; None on the identifier channel.
        pairs: Aligned tokens.
        left_ours: Our tokens without a counterpart.
        left_theirs: Their tokens without a counterpart.
        script_path: How names in other scripts were brought to Latin, one line each.
        qualifiers: What moved the score.
        basis: `edition` when the edition of the day holds it; `own_dates` when the record, published
            later, says itself that it had effect on the day.
        in_force_from: First day on which it counts, by the record's own dates or its first edition.
        in_force_to: Last day on which it counts; None while it goes on.
        account: How the score of the evidence came about, before other fields moved it.
    """

    listing: Listing
    edition: Edition
    score: float
    strength: float
    channel: Channel
    our_name: str
    matched_name: Name | None
    pairs: tuple[TokenPair, ...] = ()
    left_ours: tuple[str, ...] = ()
    left_theirs: tuple[str, ...] = ()
    script_path: tuple[str, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    basis: str = "edition"
    in_force_from: date | None = None
    in_force_to: date | None = None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Screened:
    """What the kernel found for one subject.

    Attributes:
        hits: At or above the threshold, best first.
        demoted: Name evidence at or above the threshold, score below it after contradictions; never dropped
            without a word.
        other_days: Matches that do not count on the day asked about: lifted, expired, or not yet in force.
            Only filled when asked for.
    """

    hits: tuple[Match, ...] = ()
    demoted: tuple[Match, ...] = ()
    other_days: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class MatchPolicy:
    """What the user may set of the matching.

    Attributes:
        threshold: Score from which a match is a hit, 0 to 1.
        limit: Most hits returned for one subject; the number left out is always said.
        lists: List ids to screen against; empty means all there are.
    """

    threshold: float = 0.8
    limit: int = 50
    lists: tuple[str, ...] = field(default=())
