"""What a screening finds, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from licet.model.edition import Edition
from licet.model.listing import Listing, Name
from licet.model.reasons import Account, LateReasons, Reasons, TokenPair

_UNTOLD = Reasons()


class Channel(StrEnum):
    """The evidence that made the score."""

    NAME = "name"
    IDENTIFIER = "identifier"
    ADDRESS = "address"
    ACRONYM = "acronym"


class Verdict(StrEnum):
    """What comparing one field of both sides says."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISSING = "missing"
    NOT_COMPARABLE = "not_comparable"


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
        reasons: The alignment behind the score, made when it is first read; see the properties.
        qualifiers: What moved the score.
        basis: `edition` when the edition of the day holds it; `own_dates` when the record, published
            later, says itself that it had effect on the day.
        in_force_from: First day on which it counts, by the record's own dates or its first edition.
        in_force_to: Last day on which it counts; None while it goes on.
    """

    listing: Listing
    edition: Edition
    score: float
    strength: float
    channel: Channel
    our_name: str
    matched_name: Name | None
    reasons: Reasons | LateReasons = _UNTOLD
    qualifiers: tuple[Qualifier, ...] = ()
    basis: str = "edition"
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def pairs(self) -> tuple[TokenPair, ...]:
        """Aligned tokens, in our order."""
        return self._told.pairs

    @property
    def left_ours(self) -> tuple[str, ...]:
        """Our tokens without a counterpart."""
        return self._told.left_ours

    @property
    def left_theirs(self) -> tuple[str, ...]:
        """Their tokens without a counterpart."""
        return self._told.left_theirs

    @property
    def script_path(self) -> tuple[str, ...]:
        """How names in other scripts were brought to Latin, one line each."""
        return self._told.script_path

    @property
    def account(self) -> Account | None:
        """How the score of the evidence came about, before other fields moved it."""
        return self._told.account

    @property
    def _told(self) -> Reasons:
        return self.reasons if isinstance(self.reasons, Reasons) else self.reasons.made


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
