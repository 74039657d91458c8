"""The labelled pack: pairs of names with the known answer, scored with the weights of the user's lists."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from licet.errors import UnreadableInputError
from licet.match import View
from licet.match.named_pair import score_pair
from licet.model import Listing, Name, PartialDate, PartyKind, Subject
from licet.usecases.rates import ratio

MATCH, OTHER, EITHER = "match", "no_match", "weak"
"""What a pair may be labelled: the same party, another one, or one that careful people judge differently."""
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_NEEDED = ("id", "family", "ours", "theirs", "kind", "verdict")
_KINDS = {"organization": PartyKind.ORGANISATION, "entity": PartyKind.ORGANISATION, "": PartyKind.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Pair:
    """One labelled pair.

    Attributes:
        id: Its name in the pack; decides its half.
        family: What it tests.
        ours: The customer.
        theirs: The listed party.
        verdict: `match`, `no_match`, or `weak`, which counts neither way.
        strength: `strong` where any careful person would say the same, else what the pack says.
        reason: Why, in the pack's words.
    """

    id: str
    family: str
    ours: Subject
    theirs: Listing
    verdict: str
    strength: str
    reason: str

    @property
    def same(self) -> bool:
        """Whether the two must match."""
        return self.verdict == MATCH

    @property
    def half(self) -> str:
        """`held_back` where the first byte of the SHA-256 of the id is odd: not looked at while tuning."""
        return "held_back" if hashlib.sha256(self.id.encode()).digest()[0] % 2 else "tuning"


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A pair with the score that the engine gives it."""

    pair: Pair
    score: float


def shipped_pack() -> Path | None:
    """Return the folder of the pack that comes with licet; None where it was left out."""
    packed = Path(str(files("licet.match").joinpath("pack")))
    checkout = Path(__file__).resolve().parents[3] / "tests" / "match" / "pack"
    return next((folder for folder in (packed, checkout) if any(folder.glob("*.tsv"))), None)


def read_pack(paths: Sequence[Path]) -> list[Pair]:
    """Read pairs from files, and from all .tsv files of folders, in the order of their names.

    A file has tab-separated columns with a header; lines that begin with `#` are remarks. `id`, `family`,
    `ours`, `theirs`, `kind` and `verdict` (`match`, `no_match` or `weak`) are needed; `strength`, `reason`,
    `our_born`, `their_born`, `our_countries`, `their_countries` (separated by spaces) and `their_quality`
    (`weak`) may follow. In names, four hexadecimal digits after a backslash and `u` stand for a character.

    Raises:
        UnreadableInputError: A file is absent, or a row is not of this form.
    """
    found: list[Pair] = []
    for path in paths:
        inside = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
        if not inside:
            raise UnreadableInputError(
                str(path), "the folder holds no .tsv file", "Give the folder of a pack."
            )
        for file in inside:
            found += _pairs(file)
    return found


def score_pack(view: View, pairs: Sequence[Pair]) -> list[ScoredPair]:
    """Score every pair with the weights of the user's corpus."""
    return [ScoredPair(pair, score_pair(view, pair.ours, pair.theirs)) for pair in pairs]


def verdicts(scored: Sequence[ScoredPair], threshold: float) -> dict[str, Any]:
    """Return precision, recall and F1 of pairs at a threshold, as JSON values."""
    counted = [item for item in scored if item.pair.verdict != EITHER]
    right = sum(item.pair.same and item.score >= threshold for item in counted)
    wrong = sum(not item.pair.same and item.score >= threshold for item in counted)
    same = sum(item.pair.same for item in counted)
    return {
        "pairs": len(counted),
        "must_match": same,
        "found": right,
        "false_alarms": wrong,
        "precision": ratio(right, right + wrong),
        "recall": ratio(right, same),
        "f1": ratio(2 * right, right + wrong + same),
        "judged_differently": len(scored) - len(counted),
    }


def _pairs(path: Path) -> Iterator[Pair]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableInputError(
            str(path), f"it cannot be read ({error})", "Give a pack's .tsv file."
        ) from error
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    missing = [column for column in _NEEDED if column not in (rows.fieldnames or ())]
    if missing:
        reason = f"it lacks the column {', '.join(missing)}"
        raise UnreadableInputError(str(path), reason, "See `licet policy test --help` for the columns.")
    for row in rows:
        try:
            yield _pair(row)
        except ValueError as error:
            raise UnreadableInputError(str(path), f"pair {row['id']}: {error}", "Mend the row.") from error


def _pair(row: dict[str, str]) -> Pair:
    if row["verdict"] not in {MATCH, OTHER, EITHER}:
        message = f"verdict {row['verdict']!r} is none of {MATCH}, {OTHER}, {EITHER}"
        raise ValueError(message)
    kind = _KINDS.get(row["kind"]) or PartyKind(row["kind"])
    ours = Subject(
        (_written(row["ours"]),),
        kind,
        _dates(row.get("our_born", "")),
        tuple(row.get("our_countries", "").split()),
    )
    weak = row.get("their_quality", "") == "weak"
    theirs = Listing(
        "pack",
        row["id"],
        kind,
        (Name(_written(row["theirs"]), weak=weak),),
        birth_dates=_dates(row.get("their_born", "")),
        countries=tuple(row.get("their_countries", "").split()),
    )
    return Pair(
        row["id"],
        row["family"],
        ours,
        theirs,
        row["verdict"],
        row.get("strength", ""),
        row.get("reason", ""),
    )


def _written(text: str) -> str:
    r"""Return a name with its escapes (`\u200b`) as the characters that they stand for."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def _dates(text: str) -> tuple[PartialDate, ...]:
    return tuple(PartialDate.from_iso(part) for part in text.split())
