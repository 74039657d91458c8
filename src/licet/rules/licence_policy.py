"""The licence review policy of an Entity List row, taken apart by what it says about which items.

The policy column is prose (77 distinct strings on 2026-07-31): one policy for all, or different ones for
listed ECCNs, for EAR99, for food and medicine, for what a purpose needs. What no item of a shipment can
settle (a purpose, a facility) is told and never counted in the user's favour: the strict policy stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from licet.model.law import LicencePolicy
from licet.model.shipment import Item
from licet.text.bis_licence import licence_policies

_PHRASES = (
    (LicencePolicy.DENIAL, r"policy of denial"),
    (LicencePolicy.PRESUMPTION_OF_DENIAL, r"presumption (?:of|for) denial"),
    (LicencePolicy.PRESUMPTION_OF_APPROVAL, r"presumption of approval"),
    (LicencePolicy.CASE_BY_CASE, r"cas[ea][- ]by[- ]case(?: (?:basis|review))?"),
)
_PHRASE = re.compile("|".join(f"({pattern})" for _, pattern in _PHRASES), re.IGNORECASE)
_APART = re.compile(
    r"apart from (?P<what>.*?)[, ]+which will be reviewed on a case-by[- ]case basis\.?", re.IGNORECASE
)
_EXCEPT_NOT = re.compile(
    r"except case-by-case for items not described in ECCN (?P<eccns>[^.]*(?:\.[a-z0-9][^.]*)*)", re.IGNORECASE
)
_SEE = re.compile(r"\bsee §+[^;]*$", re.IGNORECASE)
_ECCN = re.compile(r"\b\d[A-E]\d{3}(?:\.[a-z0-9.]+)?")
_NOTE = re.compile(r"ear99 items described in the note to ECCN \w+", re.IGNORECASE)
_REST = re.compile(
    r"(?:for )?(?:all )?(?:other )?items(?: subject to(?: the ear)?)?(?: to include .*)?|", re.IGNORECASE
)
FOOD_AND_MEDICINE = frozenset({"food", "medicine"})


@dataclass(frozen=True, slots=True)
class PolicyClause:
    """One policy and what it is for.

    Attributes:
        policy: The policy of review.
        what: What it is for, in the row's words; empty for all the rest.
        eccns: ECCNs that it names.
        ear99: It is for EAR99 items as such.
        ccl: It is for items on the Commerce Control List as such.
        food_and_medicine: It is for food and medicine designated EAR99.
        rest: It is for everything that no other clause takes.
    """

    policy: LicencePolicy
    what: str = ""
    eccns: tuple[str, ...] = ()
    ear99: bool = False
    ccl: bool = False
    food_and_medicine: bool = False
    rest: bool = False

    @property
    def is_purpose(self) -> bool:
        """Whether it is for a purpose or place, which the classification of an item does not settle."""
        return not (self.rest or self.eccns or self.ear99 or self.ccl or self.food_and_medicine)

    def takes(self, item: Item) -> bool:
        """Tell whether the clause is for an item by what the item itself is."""
        eccn = item.eccn.upper()
        if self.food_and_medicine:
            return eccn == "EAR99" and item.product.lower() in FOOD_AND_MEDICINE
        if self.eccns:
            return any(_is_under(eccn, named) for named in self.eccns)
        return (self.ear99 and eccn == "EAR99") or (self.ccl and eccn not in {"", "EAR99"})


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """A policy column, taken apart.

    Attributes:
        raw: As it stands in the list.
        clauses: In its order.
        cited: It only points to a section, which holds the policy.
        understood: It belongs to a known family.
    """

    raw: str
    clauses: tuple[PolicyClause, ...] = ()
    cited: bool = False
    understood: bool = True

    def of(self, item: Item | None) -> LicencePolicy | None:
        """Return the policy for an item; None where the row leaves it to a section of the EAR, or unsaid.

        Args:
            item: The item; None for all that the row covers. Where its classification is not stated, the
                strictest policy of the row is returned.
        """
        order = tuple(LicencePolicy)
        if not self.understood:
            return LicencePolicy.DENIAL
        if item is None or not item.eccn:
            return min((clause.policy for clause in self.clauses), key=order.index, default=None)
        named = [clause.policy for clause in self.clauses if clause.takes(item)]
        sure = named or [clause.policy for clause in self.clauses if clause.rest]
        purposes = [clause.policy for clause in self.clauses if clause.is_purpose] if sure else []
        return min((*sure, *purposes), key=order.index, default=None)


@lru_cache(maxsize=1024)
def review_policy(text: str) -> ReviewPolicy:
    """Take a licence-policy string apart; one of no known family is read as a policy of denial."""
    plain = " ".join(text.split())
    if not plain:
        return ReviewPolicy(text, understood=False)
    found = licence_policies(plain)
    if found == ("as cited",):
        return ReviewPolicy(text, cited=True)
    clauses = tuple(_clauses(plain))
    return ReviewPolicy(text, clauses, understood=bool(found) and bool(clauses))


def _clauses(text: str) -> Iterator[PolicyClause]:
    if apart := _APART.search(text):
        head = text[: apart.start()]
        yield from _plain(head)
        yield PolicyClause(
            LicencePolicy.CASE_BY_CASE, apart["what"], food_and_medicine="food" in apart["what"]
        )
        return
    if others := _EXCEPT_NOT.search(text):
        yield PolicyClause(
            LicencePolicy.PRESUMPTION_OF_DENIAL, f"ECCN {others['eccns']}", _eccns(others["eccns"])
        )
        yield PolicyClause(
            LicencePolicy.CASE_BY_CASE, f"items not described in ECCN {others['eccns']}", rest=True
        )
        return
    yield from _plain(text)


def _plain(text: str) -> Iterator[PolicyClause]:
    """Cut a text at its policies; what follows each, up to the next, is what it is for."""
    marks = list(_PHRASE.finditer(text))
    for place, mark in enumerate(marks):
        policy = _PHRASES[(mark.lastindex or 1) - 1][0]
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        what = _SEE.sub("", text[mark.end() : end]).strip(" .,;").removesuffix("and").strip(" .,;")
        yield _clause(policy, what)


def _clause(policy: LicencePolicy, what: str) -> PolicyClause:
    if _REST.fullmatch(what):
        return PolicyClause(policy, what, rest=True)
    lower = what.lower()
    eccns = _eccns(_NOTE.sub("", what))
    return PolicyClause(
        policy,
        what,
        eccns,
        ear99=not eccns and lower.removeprefix("for ") in {"ear99", "ear99 items"},
        ccl=lower.removeprefix("for ") in {"all items listed on the ccl", "all items on the ccl"},
    )


def _eccns(text: str) -> tuple[str, ...]:
    """Return the ECCNs of a text; `3B001.a.4, .c, .d, f.1.b.2, .k to .p` are paragraphs of one of them."""
    found: list[str] = []
    for group in text.split(";"):
        base = ""
        for part in re.split(r",|\band\b|\bor\b", group):
            for word in part.split():
                if eccn := _ECCN.match(word):
                    base = eccn.group()[:5]
                    found.append(eccn.group().rstrip("."))
                elif base and re.fullmatch(r"\.?[a-z](?:\.[a-z0-9.]+)?", word):
                    found.append(f"{base}.{word.strip('.')}")
            if span := re.search(r"\.([a-z]) to \.([a-z])", part):
                letters = range(ord(span[1]), ord(span[2]) + 1)
                found += [f"{base}.{chr(letter)}" for letter in letters]
    return tuple(dict.fromkeys(found))


def _is_under(eccn: str, named: str) -> bool:
    """Tell whether an ECCN is a named one or a paragraph of it, or may be: it is given without paragraph."""
    ours, theirs = eccn.lower(), named.lower()
    return ours == theirs or ours.startswith(f"{theirs}.") or theirs.startswith(f"{ours}.")
