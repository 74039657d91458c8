"""How well readers do on our own stories, counted as in the score of the two real stories."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Any, TypeVar

from tests.news.annotated import NAMING, Annotated, Cluster, Said

from licet.model.news import Span
from licet.news.modality.modality import EFFECTIVE

LEAST_OVERLAP = 0.3
"""Share of common characters from which two contents are the same."""
OPEN = frozenset(
    (
        "claimed",
        "demanded",
        "denied",
        "expected",
        "hypothetical",
        "negotiating",
        "opinion",
        "pledged",
        "predicted",
        "proposed",
        "requested",
        "threatened",
        "unclear",
    )
)
"""Standings of facts that nothing has come of."""
Row = dict[str, Any]
Document = dict[str, list[Row]]
Gold = TypeVar("Gold")
Range = tuple[int, int]
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”]|(?:^|\s)['‘]\w")


@dataclass(slots=True)
class Count:
    """How many are right, how many were read, how many there are."""

    right: int = 0
    read: int = 0
    gold: int = 0

    def add(self, right: int, read: int, gold: int) -> None:
        """Count more."""
        self.right += right
        self.read += read
        self.gold += gold

    @property
    def precision(self) -> float:
        """Percentage of what was read that is right."""
        return 100 * self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Percentage of what there is that was read rightly."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """F1 in percent."""
        both = self.read + self.gold
        return 200 * self.right / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Counts over stories, added up (micro-average).

    Attributes:
        counts: Count by name of what is counted.
        false_effective: Places told as not in force that were read as in force.
        unmarked_effective: Places that speak of no measure and were read as one in force.
        mixed: Measures read as in force as a whole that hold a place of one that is nowhere told as in force,
            as when a pledge to ease a ban is read as one measure with the ban.
        facts_effective: Merged facts read as in force that are only pledged, wanted, claimed or denied.
        unfounded: Places read as measures in stories that tell of none.
    """

    counts: dict[str, Count] = field(default_factory=dict)
    false_effective: int = 0
    unmarked_effective: int = 0
    mixed: int = 0
    facts_effective: int = 0
    unfounded: int = 0

    def add(self, name: str, right: int, read: int, gold: int) -> None:
        """Count more of one thing."""
        self.counts.setdefault(name, Count()).add(right, read, gold)

    def f1(self, name: str) -> float:
        """F1 of one thing in percent."""
        return self.counts[name].f1


def add_story(score: Score, gold: Annotated, read: Document) -> None:
    """Add one story, read as the rows of `scoring.document`, to a score."""
    _mentions(score, gold, read.get("mentions", []))
    _times(score, gold, read.get("timex", []))
    found = read.get("amounts", [])
    right = sum(
        any(_meet(item.span, row) and Decimal(str(row["value"])) == item.value for row in found)
        for item in gold.amounts
    )
    score.add("amount_value", right, len(found), len(gold.amounts))
    _statements(score, gold, read.get("statements", []))
    _measures(score, gold, read.get("measures", []))


def add_facts(score: Score, gold: Cluster, read: Sequence[Row]) -> None:
    """Add the merged facts of one cluster to a score."""

    def alike(fact: int, row: int) -> float:
        return sum(
            any(letter == support[0] and overlap(span, support[1:]) for support in read[row]["support"])
            for letter, span in gold.facts[fact].support
        )

    pairs = _aligned(len(gold.facts), len(read), alike)
    labelled = sum(
        gold.facts[left].agreement == read[right]["agreement"]
        and gold.facts[left].docs == set(read[right]["docs"])
        for left, right in pairs
    )
    score.facts_effective += sum(
        gold.facts[left].modality in OPEN and _class(str(read[right].get("modality"))) == "effective"
        for left, right in pairs
    )
    score.add("fact", len(pairs), len(read), len(gold.facts))
    score.add("fact_agreement_label", labelled, len(read), len(gold.facts))
    conflicts = sum(
        gold.facts[left].agreement == read[right]["agreement"] == "conflict" for left, right in pairs
    )
    score.add(
        "fact_conflict",
        conflicts,
        sum(row["agreement"] == "conflict" for row in read),
        sum(fact.agreement == "conflict" for fact in gold.facts),
    )


def _mentions(score: Score, gold: Annotated, rows: list[Row]) -> None:
    wanted = {
        bare(gold.text, item.span.start, item.span.end): item.party
        for item in gold.mentions
        if item.kind in NAMING
    }
    found = [(bare(gold.text, row["start"], row["end"]), row.get("party")) for row in rows]
    score.add("mention_span", sum(place in wanted for place, _ in found), len(found), len(wanted))
    theirs = _pairs([(place, party) for place, party in found if party])
    ours = _pairs(list(wanted.items()))
    score.add("mention_link_pairwise", len(ours & theirs), len(theirs), len(ours))


def _pairs(items: list[tuple[Range, str]]) -> set[tuple[Range, Range]]:
    """Pairs of places that name one party."""
    return {
        (first[0], second[0]) for first, second in combinations(sorted(items), 2) if first[1] == second[1]
    }


def bare(text: str, start: int, end: int) -> Range:
    """A place without its leading article and its possessive."""
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    return (start, end - 2) if text[start:end].endswith(("'s", "’s")) else (start, end)


def _times(score: Score, gold: Annotated, rows: list[Row]) -> None:
    wanted = [item for item in gold.times if item.scored != "vague"]
    vague = [item.span for item in gold.times if item.scored == "vague"]
    found = [row for row in rows if not any(_meet(span, row) for span in vague)]

    def alike(left: int, right: int) -> float:
        span, row = wanted[left].span, found[right]
        return _meet(span, row) + ((span.start, span.end) == (row["start"], row["end"]))

    pairs = _aligned(len(wanted), len(found), alike)
    strict = sum(alike(left, right) > 1 for left, right in pairs)
    value = sum(
        wanted[left].scored == "span" or wanted[left].value == found[right].get("value")
        for left, right in pairs
    )
    for name, right in (("strict", strict), ("relaxed", len(pairs)), ("value", value)):
        score.add(f"timex_{name}", right, len(found), len(wanted))


def _statements(score: Score, gold: Annotated, rows: list[Row]) -> None:
    wanted = [item for item in gold.said if item.scored]

    def alike(left: int, right: int) -> float:
        ours = letters((span.start, span.end) for span in wanted[left].content)
        theirs = letters(rows[right]["content"])
        share = len(ours & theirs) / len(ours | theirs)
        return share if share >= LEAST_OVERLAP else 0.0

    pairs = _aligned(len(wanted), len(rows), alike)
    taken = {right for _, right in pairs}
    spoken = [pair for pair in pairs if _same_source(wanted[pair[0]], rows[pair[1]])]
    score.add("statement", len(pairs), len(rows), len(wanted))
    score.add("statement+speaker", len(spoken), len(rows), len(wanted))
    quoted = {number for number, item in enumerate(wanted) if _in_marks(item.content)}
    right = sum(left in quoted for left, _ in pairs)
    read = right + sum(
        any(_QUOTED.search(gold.text[start:end]) for start, end in row["content"])
        for number, row in enumerate(rows)
        if number not in taken
    )
    score.add("quoted", right, read, len(quoted))
    score.add("quoted+speaker", sum(left in quoted for left, _ in spoken), read, len(quoted))
    unnamed = [pair for pair in pairs if wanted[pair[0]].speaker == "anonymous"]
    flagged = sum(bool(rows[number].get("anonymous")) for _, number in unnamed)
    score.add("anonymous_flag", flagged, len(unnamed), len(unnamed))


def letters(ranges: Any) -> set[int]:  # noqa: ANN401  spans of ours or offsets of a row
    """Every offset of some ranges."""
    return {offset for start, end in ranges for offset in range(start, end)}


def _in_marks(content: tuple[Span, ...]) -> bool:
    return any(_QUOTED.search(span.text) for span in content)


def _same_source(wanted: Said, row: Row) -> bool:
    """Whether the words that name the speaker meet; where the story names none, any will do."""
    return wanted.source is None or (bool(row.get("source")) and overlap(wanted.source, row["source"]))


def _measures(score: Score, gold: Annotated, rows: list[Row]) -> None:
    wanted = gold.triggers
    score.unfounded += 0 if wanted else len(rows)
    pairs = _aligned(len(wanted), len(rows), lambda left, right: float(_meet(wanted[left].span, rows[right])))
    score.add("measure_trigger", len(pairs), len(rows), len(wanted))
    typed = sum(wanted[left].type == rows[right].get("type") for left, right in pairs)
    score.add("measure_type", typed, len(rows), len(wanted))
    classes = [
        (_class(wanted[left].modality), _class(str(rows[right].get("modality", "")))) for left, right in pairs
    ]
    score.add(
        "measure_effective_class", sum(ours == theirs for ours, theirs in classes), len(rows), len(wanted)
    )
    score.false_effective += classes.count(("not_effective", "effective"))
    taken = {right for _, right in pairs}
    score.unmarked_effective += sum(
        _class(str(row.get("modality", ""))) == "effective"
        for number, row in enumerate(rows)
        if number not in taken
    )
    in_force = {item.measure for item in wanted if _class(item.modality) == "effective"}
    as_effective = {row.get("measure") for row in rows if _class(str(row.get("modality", ""))) == "effective"}
    score.mixed += len(
        {
            rows[right].get("measure")
            for left, right in pairs
            if wanted[left].measure not in in_force and rows[right].get("measure") in as_effective
        }
    )
    read_as = {left: str(rows[right]["measure"]) for left, right in pairs if rows[right].get("measure")}
    ours = {
        pair
        for pair in combinations(range(len(wanted)), 2)
        if wanted[pair[0]].measure == wanted[pair[1]].measure
    }
    theirs = {pair for pair in combinations(sorted(read_as), 2) if read_as[pair[0]] == read_as[pair[1]]}
    score.add("measure_coref_pairwise", len(ours & theirs), len(theirs), len(ours))


def _class(modality: str) -> str:
    if modality in {str(item) for item in EFFECTIVE}:
        return "effective"
    return "background" if modality == "background" else "not_effective"


def _meet(span: Span, row: Row) -> bool:
    return bool(span.start < row["end"] and row["start"] < span.end)


def overlap(span: Span, offsets: Sequence[int]) -> bool:
    """Whether a span shares a character with a range."""
    return span.start < offsets[1] and offsets[0] < span.end


def _aligned(lefts: int, rights: int, alike: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Pairs of the likest first, each used once; what is not alike at all is no pair."""
    ranked = sorted(
        (-likeness, left, right)
        for left in range(lefts)
        for right in range(rights)
        if (likeness := alike(left, right)) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, left, right in ranked:
        if left not in used[0] and right not in used[1]:
            used[0].add(left)
            used[1].add(right)
            pairs.append((left, right))
    return pairs
