"""Why two names match: the pairs of words behind a score, told when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PairKind(StrEnum):
    """How two tokens correspond."""

    EQUAL = "equal"
    SYMBOL = "symbol"
    EDIT = "edit"
    SOUND = "sound"
    INITIAL = "initial"
    JOINED = "joined"
    ACRONYM = "acronym"


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
        excused: What of ours is not counted: place, branch, trade, middle names beside a whole listed name.
    """

    evidence: float
    left_ours: float = 0.0
    left_theirs: float = 0.0
    steps: tuple[Step, ...] = ()
    excused: float = 0.0


@dataclass(frozen=True, slots=True)
class Reasons:
    """The alignment behind a score, in words.

    Attributes:
        pairs: Aligned tokens, in our order.
        left_ours: Our tokens without a counterpart.
        left_theirs: Theirs.
        script_path: How names in other scripts were brought to Latin, one line each.
        account: How the score came about.
    """

    pairs: tuple[TokenPair, ...] = ()
    left_ours: tuple[str, ...] = ()
    left_theirs: tuple[str, ...] = ()
    script_path: tuple[str, ...] = ()
    account: Account | None = None


class LateReasons:
    """Reasons that are made when they are first read, from the alignment that gave the score.

    They equal, print and pickle as the reasons themselves do; until they are read they keep the corpus open.
    Several threads may read them: what they make is the same, whoever is first.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Reasons]) -> None:
        """Keep what makes the reasons: a function that gives the same at every call."""
        self._make: Callable[[], Reasons] | None = make
        self._made: Reasons | None = None

    @property
    def made(self) -> Reasons:
        """The reasons."""
        # Read in this order: whoever drops the maker has set what it made.
        make, made = self._make, self._made
        if made is None:
            assert make is not None  # noqa: S101  dropped only once there is what it made
            made = self._made = make()
            self._make = None
        return made

    def __eq__(self, other: object) -> bool:
        """Say whether the reasons are equal."""
        if isinstance(other, LateReasons):
            return self.made == other.made
        return self.made == other if isinstance(other, Reasons) else NotImplemented

    def __hash__(self) -> int:
        """Hash as the reasons do."""
        return hash(self.made)

    def __repr__(self) -> str:
        """Show the reasons."""
        return repr(self.made)

    def __reduce__(self) -> tuple[type[Reasons], tuple[object, ...]]:
        """Pickle and copy as the reasons: another process has no corpus to make them from."""
        told = self.made
        return Reasons, (told.pairs, told.left_ours, told.left_theirs, told.script_path, told.account)
