"""What the tests of denial orders ask: the order against ZTE, on a day, in a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.rules.building import LAW, Results, case, decided

from licet.model import Listing
from licet.model.rulebook import Rulebook
from licet.rules.kinds.denial_order import KIND

ZTE = "Zhongxing Telecommunications Equipment Corporation"
ITEM = {"eccn": "EAR99", "origin": "US"}
FOREIGN = {"eccn": "EAR99", "origin": "CN"}
BASE: dict[str, Any] = {
    "activity": "export",
    "actor": {"country": "US"},
    "items": [ITEM],
    "destination": "CN",
    "parties": [{"role": "end_user", "name": ZTE, "country": "CN"}],
    "day": "2018-05-14",
}
TERMS = """
values:
  us.bis.denial.standard_terms:
    title: Terms
    is:
      - {from: null, to: null, value: {first_b: first b words, second_a: second a words,
         second_b: second b words,
         second_b_finance: finance words, second_c: c words, second_d: d words, second_e: e words},
         cite: [15 CFR 764 Supp. 1]}
  us.bis.denial.years_after_conviction:
    title: Years
    is: [{from: null, to: null, value: 10, cite: [15 CFR 766.25(d)]}]
"""
ORDER = """
documents:
  order: {title: An order, cite: 80 FR 100, kind: order, effective: 2020-01-01}
  more: {title: A related person, cite: 80 FR 200, kind: order, effective: 2020-06-01}
parties:
  alpha: {names: [Alpha Avionics Trading], countries: [AE]}
  beta: {names: [Beta Cargo Forwarding], countries: [AE]}
measures:
  one:
    kind: denial_order
    title: Order against Alpha
    parties: [alpha, beta]
"""


def ask(
    book: Rulebook = LAW,
    listings: Sequence[Listing] = (),
    *,
    subject: bool | None = True,
    **changed: Any,  # noqa: ANN401
) -> Results:
    """Ask about ZTE on 14 May 2018, but for what is changed."""
    return decided(KIND, case({**BASE, **changed}, book, listings, subject=subject))


def role(name: str) -> list[dict[str, str]]:
    """Return ZTE as the only party, in a role."""
    return [{"role": name, "name": ZTE, "country": "CN"}]


def about(name: str) -> list[dict[str, str]]:
    """Return a party of the Emirates."""
    return [{"role": "purchaser", "name": name, "country": "AE"}]
