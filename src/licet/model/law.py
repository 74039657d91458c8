"""What the law says about a case: outcomes, findings, latent flags, open questions, the decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Outcome(StrEnum):
    """What a finding says, strictest first. There is no "approved" and no "clear"."""

    BLOCKED = "blocked"
    """Property must be frozen and reported; no dealing."""
    PROHIBITED = "prohibited"
    """Forbidden by an order or rule; only a specific written authorisation helps."""
    LICENCE_REQUIRED = "licence_required"
    """Allowed only with a licence; the finding carries the policy of review."""
    AUTHORISED = "authorised"
    """Would be caught, but a named licence, exception or authorisation covers it, with its conditions."""
    CONDITIONAL = "conditional"
    """Allowed after a named step."""
    REVIEW = "review"
    """Facts are missing, an identity is unresolved, or a list is stale."""
    OUTSIDE = "outside"
    """This regime has no jurisdiction over the case."""
    NO_RESTRICTION_FOUND = "no_restriction_found"
    """Nothing found in the regimes, lists and dates that were checked."""

    @property
    def strictness(self) -> int:
        """0 is the strictest."""
        return _STRICTEST_FIRST.index(self)


_STRICTEST_FIRST = tuple(Outcome)


def strictest(outcomes: tuple[Outcome, ...]) -> Outcome:
    """Return the strictest of some outcomes; NO_RESTRICTION_FOUND when there is none."""
    return min(outcomes, key=lambda item: item.strictness, default=Outcome.NO_RESTRICTION_FOUND)


class LicencePolicy(StrEnum):
    """How the agency reviews applications, strictest first."""

    DENIAL = "policy_of_denial"
    PRESUMPTION_OF_DENIAL = "presumption_of_denial"
    CASE_BY_CASE = "case_by_case"
    PRESUMPTION_OF_APPROVAL = "presumption_of_approval"


class Confidence(StrEnum):
    """How well a value is supported by a source that was read (the handbook's own scale)."""

    HIGH = "H"
    """The text of a stored source supports it."""
    MEDIUM = "M"
    """Inferred from text, or from a secondary source."""
    LOW = "L"
    """Memory or an open question: it answers REVIEW, with the open point named."""


class Identity(StrEnum):
    """How sure it is that a party of the case is the listed one. A name alone is never an identity."""

    SAME = "same"
    """An identifier, or the name and a second attribute, agree."""
    PRESUMED = "presumed"
    """The whole name agrees and nothing contradicts: treated as the same until a person decides."""
    POSSIBLE = "possible"
    """Alike: a person must decide before anything follows."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days on which something holds, both ends included; None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether the day lies inside."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The record behind a finding about a party.

    Attributes:
        list_id: The list, or `rulebook` for a party named in an instrument.
        record: Id of the record: LIST:KEY.
        edition: Name of the edition.
        sha256: Hash of the edition's files.
        received: When we had it.
        our_name: The party's name as given.
        matched_name: The listed name.
        score: 0 to 1.
        method: Engine, channel and what compared, such as `native-1 name`.
        identity: How sure it is that both are one.
        identity_basis: Which attributes agree or differ, in words.
    """

    list_id: str
    record: str
    edition: str
    sha256: str
    received: datetime | None
    our_name: str
    matched_name: str
    score: float
    method: str
    identity: Identity
    identity_basis: str


@dataclass(frozen=True, slots=True)
class FactUsed:
    """A fact that a finding rests on.

    Attributes:
        path: Where it stands in the shipment, such as `items[0].eccn`.
        value: As text.
        source: `stated` by the user, `list`, `rulebook`, `computed` or `assumed`.
    """

    path: str
    value: str
    source: str = "stated"


@dataclass(frozen=True, slots=True)
class Escape:
    """A way out, and why it does or does not help here.

    Attributes:
        name: Such as `licence exception GOV`, `authorisation under 764.3(a)(2)`.
        state: `none`, `foreclosed`, `out_of_scope`, `conditions_to_verify` or `applies`; never "available".
        reason: One sentence.
        citations: Where it stands.
    """

    name: str
    state: str
    reason: str
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Money due at the border.

    Attributes:
        programme: Such as `section 301 list 1`.
        rate: Per cent ad valorem, on top of the ordinary duty.
        heading: Chapter 99 heading, or empty.
    """

    programme: str
    rate: Decimal
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that bites, with everything a second person needs to check it.

    Attributes:
        kind: The measure kind (a file of `rules/kinds`).
        rule: Id of the rule, such as `us.bis.denial_order`.
        outcome: What it says.
        regime: Such as `US EAR`, `US OFAC`, `US customs`, `US procurement`, `UN`, `EU`, `UK`.
        sentence: What it says in plain words.
        citations: At least one: a finding without a citation cannot be made.
        authority: Agency and statute.
        scope: The words of the scope that was applied.
        in_force: Days on which the measure holds, as known under the clocks.
        then: What ends it on the day after, such as `terminated on 2018-07-13 (83 FR 34825)`; empty where
            nothing is known.
        policy: Policy of review of a licence requirement.
        policy_text: The policy in the source's words.
        measure: Id of the measure in the rulebook; empty when a list row speaks alone.
        dates: The dates of the document behind it, as (`signed`, `effective`, `public`, `published`, `expiry`
            ..., ISO text): they often differ by days.
        party: Path of the party concerned, such as `parties[0]` or `parties[0].owners[1]`; empty for none.
        item: Path of the item concerned; empty for all.
        evidence: The record that matched.
        escapes: Ways out, each with its state.
        conditions: What the outcome depends on (terms of an authorisation, steps to take).
        until: Last day of an authorisation.
        duty: Money due at the border.
        facts: Facts used.
        missing: Facts that are missing.
        confidence: Weakest confidence of what it rests on.
        instead_of: The outcome without the authorisation that covers it.
    """

    kind: str
    rule: str
    outcome: Outcome
    regime: str
    sentence: str
    citations: tuple[str, ...]
    authority: str = ""
    scope: str = ""
    in_force: Interval = Interval()
    then: str = ""
    policy: LicencePolicy | None = None
    policy_text: str = ""
    measure: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    party: str = ""
    item: str = ""
    evidence: Evidence | None = None
    escapes: tuple[Escape, ...] = ()
    conditions: tuple[str, ...] = ()
    until: date | None = None
    duty: Duty | None = None
    facts: tuple[FactUsed, ...] = ()
    missing: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH
    instead_of: Outcome | None = None

    def __post_init__(self) -> None:
        """Refuse a finding without a citation."""
        if not self.citations:
            message = f"{self.rule}: a finding needs a citation"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to know that forbids nothing today: a suspended denial, a probation, a red flag raised.

    Attributes:
        code: Such as `latent_denial`, `probation`, `red_flag`, `debarment`.
        sentence: In plain words.
        citations: Where it stands.
        measure: Id in the rulebook, or empty.
        party: Path of the party, or empty.
        in_force: Days on which it stands.
        evidence: The record that matched.
    """

    code: str
    sentence: str
    citations: tuple[str, ...]
    measure: str = ""
    party: str = ""
    in_force: Interval = Interval()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that is missing or unresolved.

    Attributes:
        code: Such as `missing_fact`, `identity`, `stale_list`, `red_flag`, `open_point`, `read_the_order`.
        fact: Path of the fact to supply, such as `items[0].eccn`; or what is to be resolved.
        sentence: What is asked, and what follows from the answer.
        rule: The rule that waits for it.
        citations: Where the rule stands.
        decides: The rule would bite on one of the answers, and nothing lets silence count as "no": the
            outcome is at least REVIEW. False for rules that need knowledge, where silence without a red flag
            is none.
        party: Path of the party, or empty.
        item: Path of the item, or empty.
        evidence: The record that may match.
    """

    code: str
    fact: str
    sentence: str
    rule: str
    citations: tuple[str, ...] = ()
    decides: bool = True
    party: str = ""
    item: str = ""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, or was not.

    Attributes:
        what: A measure kind, list or regime.
        how: What was compared, or why it could not be.
        citations: Law that was applied.
    """

    what: str
    how: str
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do: a filing, a statement, a report, keeping a record.

    Attributes:
        what: In plain words.
        citations: Where it stands.
        due: By when.
        goes_on: Only if the deal goes on; such a step is not told when it may not.
    """

    what: str
    citations: tuple[str, ...]
    due: str = ""
    goes_on: bool = True


Result = Finding | Flag | Question | Check | Step
"""What a measure kind yields. A `Check` tells what it looked at when it found nothing."""
