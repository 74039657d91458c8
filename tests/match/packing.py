"""Reads the labelled pack of name pairs below tests/match/pack (its README tells the columns)."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from licet.model import PartyKind

PACK = Path(__file__).parent / "pack"
COLUMNS = (
    "id",
    "family",
    "ours",
    "theirs",
    "kind",
    "verdict",
    "strength",
    "reason",
    "our_born",
    "their_born",
    "our_countries",
    "their_countries",
    "their_quality",
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Verdict(StrEnum):
    """What a screening program with a sensible default should do with a pair."""

    MATCH = "match"
    NO_MATCH = "no_match"
    WEAK = "weak"
    """Show as a weak hit at most: reasonable analysts differ, or the list marks the name as weak."""


class Strength(StrEnum):
    """How sure the label is."""

    STRONG = "strong"
    """No competent analyst would disagree."""
    PLAIN = "plain"


class Half(StrEnum):
    """Which half of the pack a pair belongs to."""

    TUNING = "tuning"
    HELD_BACK = "held_back"


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair: the name screened (ours) and the listed name (theirs)."""

    id: str
    family: str
    ours: str
    theirs: str
    kind: PartyKind
    verdict: Verdict
    strength: Strength
    reason: str
    our_born: str
    """A birth date as YYYY-MM-DD or YYYY, empty where none is given."""
    their_born: str
    our_countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""
    their_countries: tuple[str, ...]
    their_quality: str
    """`weak` or `good` where the listed name is an alias so marked, else empty."""


def half(pair: Pair) -> Half:
    """Return the half of a pair: the first byte of SHA-256 of its id, even for tuning, odd for held back."""
    first = hashlib.sha256(pair.id.encode("utf-8")).digest()[0]
    return Half.HELD_BACK if first % 2 else Half.TUNING


def load(folder: Path = PACK) -> tuple[Pair, ...]:
    """Return every pair of the pack, by file name and then by line.

    Raises:
        ValueError: a header, kind, verdict or strength is not one the README tells; names file and line.
    """
    return tuple(pair for path in sorted(folder.glob("*.tsv")) for pair in _read(path))


def _read(path: Path) -> list[Pair]:
    numbered = enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
    lines = [(number, line) for number, line in numbered if line and not line.startswith("#")]
    header = lines[0][1].split("\t")
    if tuple(header) != COLUMNS:
        problem = f"{path}: the header is not {COLUMNS}"
        raise ValueError(problem)
    return [_pair(line, f"{path}:{number}") for number, line in lines[1:]]


def _pair(line: str, where: str) -> Pair:
    cells = line.split("\t")
    if not 8 <= len(cells) <= len(COLUMNS):
        problem = f"{where}: {len(cells)} columns, expected 8 to {len(COLUMNS)}"
        raise ValueError(problem)
    row = dict(zip(COLUMNS, cells + [""] * (len(COLUMNS) - len(cells)), strict=True))
    try:
        return Pair(
            id=row["id"],
            family=row["family"],
            ours=_characters(row["ours"]),
            theirs=_characters(row["theirs"]),
            kind=PartyKind(row["kind"]),
            verdict=Verdict(row["verdict"]),
            strength=Strength(row["strength"]),
            reason=row["reason"],
            our_born=row["our_born"],
            their_born=row["their_born"],
            our_countries=tuple(row["our_countries"].split()),
            their_countries=tuple(row["their_countries"].split()),
            their_quality=row["their_quality"],
        )
    except ValueError as error:
        problem = f"{where}: {error}"
        raise ValueError(problem) from error


def _characters(cell: str) -> str:
    r"""Return a cell with \uXXXX (invisible characters, so written that a reader sees them) resolved."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell)
