"""Tests a policy: what it finds of listed names written another way, and how often it hits clean customers.

Every question is screened once, at the lowest threshold of the curve; the figures at every other threshold
follow from the scores. The same lists, policy, names and seed give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from licet.match.ofac import ofac_best
from licet.match.perturb import family_facts
from licet.model import Match, Screened, Subject
from licet.store import Store
from licet.usecases.policy_curve import curve_svg
from licet.usecases.policy_ofac import ofac_hits
from licet.usecases.policy_pack import Pair, ScoredPair, score_pack, verdicts
from licet.usecases.policy_questions import (
    CLEAN_OTHERS,
    CLEAN_PERSONS,
    UNCHANGED,
    Question,
    clean_questions,
    listed_parties,
    listed_questions,
)
from licet.usecases.policy_report import report_html
from licet.usecases.rates import interval, ratio
from licet.usecases.session import Session

LOWEST = 0.60
THRESHOLDS = tuple(round(LOWEST + step / 100, 2) for step in range(40))
"""0.60 to 0.99: the points of the trade-off curve."""
OFAC_AT = 90
"""Where the official page is compared; users of it commonly set its slider there."""
_WORST, _EXAMPLES = 8, 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What the policy must reach; None where the user sets no limit.

    Attributes:
        min_recall: Least share of changed names found.
        max_clean: Most clean customers hit in 1,000.
        min_f1: Least F1 on the labelled pack.
    """

    min_recall: float | None = None
    max_clean: float | None = None
    min_f1: float | None = None


@dataclass(frozen=True, slots=True)
class PolicyTestOptions:
    """What is asked.

    Attributes:
        sample: Listed names for each family.
        clean: Clean customers.
        seed: Decides which names, and how they are changed.
        customers: Clean customers of the user's; those built in when empty.
        pack: Labelled pairs.
        compare_ofac: Also score by the official page's way.
        limits: What must be reached.
    """

    sample: int = 100
    clean: int = 2000
    seed: int = 1
    customers: Sequence[Subject] = ()
    pack: Sequence[Pair] = ()
    compare_ofac: bool = False
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what came of it.

    Attributes:
        question: The question.
        score: Of the wanted party; of the best hit for a clean query; 0 for none.
        caption: What was hit; empty for nothing.
        ofac: The official page's score of the wanted party, or of the best listed one; None if not asked.
    """

    question: Question
    score: float
    caption: str = ""
    ofac: int | None = None

    def hit(self, threshold: float) -> bool:
        """Tell whether it is a hit at a threshold."""
        return self.score >= threshold


@dataclass(frozen=True, slots=True)
class PolicyTest:
    """The answers to every question, and the frame in which they were asked."""

    asked: tuple[Asked, ...]
    clean: tuple[Asked, ...]
    pack: tuple[ScoredPair, ...]
    options: PolicyTestOptions
    facts: dict[str, Any]

    @property
    def failures(self) -> tuple[str, ...]:
        """Which limits the policy misses, one sentence each; lists that were not seen are a failure too."""
        limits, content = self.options.limits, self.to_dict()
        recall, clean, f1 = (
            content["recall"]["recall"],
            content["clean"]["per_1000"],
            content["pack"]["all"]["f1"] if self.pack else None,
        )
        found = [f"lists not fully seen: {reason}" for reason in self.facts["incomplete"]]
        if limits.min_recall is not None and (recall is None or recall < limits.min_recall):
            found.append(f"recall of changed names {recall} is below the limit {limits.min_recall:g}")
        if limits.max_clean is not None and (clean is None or clean > limits.max_clean):
            found.append(f"{clean} clean customers hit in 1,000, above the limit {limits.max_clean:g}")
        if limits.min_f1 is not None and (f1 is None or f1 < limits.min_f1):
            found.append(f"F1 on the pack {f1} is below the limit {limits.min_f1:g}")
        return tuple(found)

    def html(self) -> str:
        """Return the report as one HTML page."""
        return report_html(self.to_dict(), self.failures, limited=self.options.limits != Limits())

    def svg(self) -> str:
        """Return the trade-off curve as a picture."""
        return curve_svg(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """Return all figures as plain JSON values, in a fixed order."""
        at = self.facts["policy"]["threshold"]
        changed = [item for item in self.asked if item.question.group != UNCHANGED]
        return {
            "threshold": at,
            "seed": self.options.seed,
            "sample": self.options.sample,
            "customers": "built in" if not self.options.customers else "given",
            "recall": _recall(changed, at),
            "clean": {
                **_clean(self.clean, at),
                "by_kind": {
                    group: _clean([item for item in self.clean if item.question.group == group], at)
                    for group in (CLEAN_PERSONS, CLEAN_OTHERS)
                },
            },
            "families": self._families(at),
            "curve": [self._point(changed, threshold) for threshold in THRESHOLDS],
            "pack": self._pack(at),
            "misses": self._misses(at),
            "clean_hits": [_clean_hit(item) for item in self._worst_clean(at)],
            **({"ofac": self._ofac(changed)} if self.options.compare_ofac else {}),
            **self.facts,
        }

    def _families(self, at: float) -> list[dict[str, Any]]:
        rows = []
        does = {item.name: item.does for item in family_facts()}
        for family in dict.fromkeys(item.question.family for item in self.asked):
            own = [item for item in self.asked if item.question.family == family]
            row: dict[str, Any] = {"family": family, "group": own[0].question.group}
            row |= {"does": does.get(family, "The name as the list writes it."), **_recall(own, at)}
            if self.options.compare_ofac:
                row["ofac_recall"] = ratio(sum((item.ofac or 0) >= OFAC_AT for item in own), len(own))
            rows.append(row)
        return rows

    def _point(self, changed: Sequence[Asked], threshold: float) -> dict[str, Any]:
        groups = dict.fromkeys(item.question.group for item in changed)
        return {
            "threshold": threshold,
            "recall": _recall(changed, threshold)["recall"],
            "by_group": {
                group: _recall([item for item in changed if item.question.group == group], threshold)[
                    "recall"
                ]
                for group in groups
            },
            "clean_per_1000": _clean(self.clean, threshold)["per_1000"],
        }

    def _pack(self, at: float) -> dict[str, Any]:
        if not self.pack:
            return {}
        families = dict.fromkeys(item.pair.family for item in self.pack)
        return {
            "all": verdicts(self.pack, at),
            "tuning_half": verdicts([item for item in self.pack if item.pair.half == "tuning"], at),
            "held_back_half": verdicts([item for item in self.pack if item.pair.half == "held_back"], at),
            "strong_cases": verdicts([item for item in self.pack if item.pair.strength == "strong"], at),
            "families": [
                {"family": family, **verdicts([item for item in self.pack if item.pair.family == family], at)}
                for family in families
            ],
        }

    def _misses(self, at: float) -> list[dict[str, Any]]:
        """Examples from the families that lose most, the worst first."""
        worst = sorted(self._families(at), key=lambda row: (row["recall"], row["family"]))[:_WORST]
        found: list[dict[str, Any]] = []
        for row in worst:
            lost = [item for item in self.asked if item.question.family == row["family"] and not item.hit(at)]
            found += [_miss(item) for item in sorted(lost, key=lambda item: -item.score)[:_EXAMPLES]]
        return found

    def _worst_clean(self, at: float) -> list[Asked]:
        hit = [item for item in self.clean if item.hit(at)]
        return sorted(hit, key=lambda item: (-item.score, item.question.subject.names))[: 2 * _WORST]

    def _ofac(self, changed: Sequence[Asked]) -> dict[str, Any]:
        alike = sum((item.ofac or 0) >= OFAC_AT for item in self.clean)
        return {
            "at": OFAC_AT,
            "recall": ratio(sum((item.ofac or 0) >= OFAC_AT for item in changed), len(changed)),
            "clean_per_1000": _per_1000(alike, len(self.clean)),
        }


def examine_policy(store: Store, session: Session, options: PolicyTestOptions) -> PolicyTest:
    """Ask every question and return the answers.

    Args:
        store: Holds the listings of which names are taken.
        session: The lists, clocks and policy to be tested.
        options: What is asked.
    """
    parties = listed_parties(store, session, options.seed)
    threshold = min(LOWEST, session.policy.threshold)
    lowest = replace(session, policy=replace(session.policy, threshold=threshold))
    listed = list(listed_questions(parties, options.sample, options.seed))
    clean = clean_questions(options.customers, options.clean, options.seed)
    asked = [_wanted(*pair) for pair in _screened(lowest, listed)]
    unasked = [_best(*pair) for pair in _screened(lowest, clean)]
    if options.compare_ofac:
        names = {party.entity_id: [name.text for name in party.names] for party in parties}
        asked = [replace(item, ofac=_ofac_wanted(item.question, names)) for item in asked]
        scores = ofac_hits([item.question.subject.names for item in unasked], list(names.values()))
        unasked = [replace(item, ofac=value) for item, value in zip(unasked, scores, strict=True)]
    pack = score_pack(session.view, options.pack)
    return PolicyTest(tuple(asked), tuple(unasked), tuple(pack), options, session.facts())


def _screened(session: Session, questions: Sequence[Question]) -> Iterable[tuple[Question, Screened]]:
    return zip(questions, session.screen_many(item.subject for item in questions), strict=True)


def _wanted(question: Question, screened: Screened) -> Asked:
    for match in screened.hits:
        if match.listing.entity_id == question.wanted:
            return _asked(question, match)
    return Asked(question, 0.0)


def _best(question: Question, screened: Screened) -> Asked:
    return _asked(question, screened.hits[0]) if screened.hits else Asked(question, 0.0)


def _asked(question: Question, match: Match) -> Asked:
    return Asked(question, match.score, match.listing.caption)


def _ofac_wanted(question: Question, names: dict[str, list[str]]) -> int:
    return ofac_best(question.subject.names, names[question.wanted])


def _recall(asked: Sequence[Asked], at: float) -> dict[str, Any]:
    found = sum(item.hit(at) for item in asked)
    return {
        "asked": len(asked),
        "found": found,
        "recall": ratio(found, len(asked)),
        "interval": interval(found, len(asked)),
    }


def _clean(asked: Sequence[Asked], at: float) -> dict[str, Any]:
    hit = sum(item.hit(at) for item in asked)
    sure = interval(hit, len(asked))
    return {
        "asked": len(asked),
        "hit": hit,
        "per_1000": _per_1000(hit, len(asked)),
        "interval": sure and tuple(round(1000 * value, 1) for value in sure),
    }


def _per_1000(part: int, whole: int) -> float | None:
    return round(1000 * part / whole, 2) if whole else None


def _miss(item: Asked) -> dict[str, Any]:
    return {
        "family": item.question.family,
        "listed": item.question.listed,
        "query": item.question.subject.names[0],
        "entity_id": item.question.wanted,
        "score": item.score or None,
    }


def _clean_hit(item: Asked) -> dict[str, Any]:
    return {"query": item.question.subject.names[0], "hit": item.caption, "score": item.score}
