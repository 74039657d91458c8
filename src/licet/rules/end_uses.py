"""The rules of part 744 on end uses as the rulebook holds them for a day, and the licence they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from licet.model.law import Confidence, Escape, FactUsed, Finding, Outcome
from licet.model.rulebook import Dated
from licet.rules.case import Case
from licet.rules.where import text_for

USES = (
    "civil",
    "nuclear",
    "missile",
    "wmd_delivery",
    "chemical_biological",
    "military",
    "military_intelligence",
    "advanced_node_fab",
    "fab_node_unknown",
    "supercomputer",
    "sme_production",
    "maritime_nuclear",
    "oil_project",
)
"""Codes of end uses that some rule knows."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the day.

    Attributes:
        key: Id of the value in the rulebook.
        text: Its text.
        exact: It is the text of the day, and none of a later day.
    """

    key: str
    text: Dated
    exact: bool

    @property
    def value(self) -> Mapping[str, Any]:
        """The text as the rulebook writes it."""
        value: Mapping[str, Any] = self.text.value
        return value

    @property
    def confidence(self) -> Confidence:
        """How well it is supported: a text of another day gives an open point."""
        return self.text.confidence if self.exact else Confidence.LOW


def rule_of(case: Case, key: str) -> Rule | None:
    """Return a rule for the day of a case; None where the rulebook has no text of it."""
    text, exact = text_for(case.book, key, case.day)
    return Rule(key, text, exact) if text else None


def is_meant(case: Case, rule: Mapping[str, Any]) -> bool:
    """Tell whether a stated use, or a stated type of end user, is one that a rule names."""
    uses = case.shipment.end_use.uses if case.shipment.end_use else ()
    types = {party.end_user_type for party in case.shipment.parties}
    return any(use in uses for use in rule["uses"]) or any(one in types for one in rule.get("end_users", ()))


def title_of(case: Case, rule: Rule) -> str:
    """Return what a rule is about, for the middle of a sentence."""
    title = case.book.values[rule.key].title
    return title[0].lower() + title[1:]


def licence_needed(case: Case, rule: Rule, path: str, sentence: str) -> Finding:
    """Return that a licence is needed, for the item at a path or, without one, for what a person does."""
    end_use = case.shipment.end_use
    uses = ", ".join(end_use.uses) if end_use else ""
    return Finding(
        "end_use",
        rule.key,
        Outcome.LICENCE_REQUIRED,
        "US EAR",
        sentence,
        (*rule.text.cite, "15 CFR 736.2(b)(5)"),
        authority="BIS; Export Control Reform Act",
        scope=case.book.values[rule.key].title,
        in_force=rule.text.interval,
        item=path,
        escapes=(
            Escape(
                "licence exceptions",
                "foreclosed",
                "General prohibition 5: only where part 744 itself says so.",
                ("15 CFR 736.2(b)(5)",),
            ),
        ),
        facts=(FactUsed("end_use.uses", uses),) if uses else (),
        confidence=rule.confidence,
    )
