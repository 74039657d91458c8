"""Licence exceptions that somebody relies on, judged one by one (15 CFR part 740)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from licet.model.law import Check, Escape, FactUsed, Finding, Outcome, Question, Result, Step
from licet.model.shipment import Held, Item
from licet.rules.acts import OUTWARD
from licet.rules.case import Case
from licet.rules.exceptions import catalogue, denied_or_listed, judge, never_overcome, terrain
from licet.rules.kind import Kind

_SYMBOL = re.compile(r"\b[A-Z]{3}\b")
_SAYS = re.compile(r"licen[cs]e exception|exception|EAR 740|740\.\d", re.IGNORECASE)
_CITE = ("15 CFR 740.2(a)", "15 CFR part 740")
_RULE = "us.ear.licence_exception"


def decide(case: Case) -> Iterator[Result]:
    """Judge the licence exceptions that are stated as held.

    15 CFR 740.2(a) shuts exceptions out before one looks at them: items controlled for missile technology
    ((a)(5)), embargoed destinations unless part 746 names the exception ((a)(6)), chip-making equipment and
    advanced computing items to Macau or D:5 ((a)(9)), parties on the Unverified List ((a)(17)); so do denied
    persons and, unless the entry says otherwise, parties on the Entity List. Exceptions overcome General
    Prohibitions 1, 2, 3 and 8, and 5 and 6 only where parts 744 and 746 say so; never 4, 7, 9 and 10. What is
    claimed is foreclosed, out of scope, or has conditions to verify; it is never called available.
    """
    claims = [(index, held) for index, held in enumerate(case.shipment.authorisations) if _claims(held)]
    if not claims:
        known = len(catalogue(case))
        yield Check("licence exceptions", f"none is claimed; {known} are in the catalogue of the day", _CITE)
        return
    for index, held in claims:
        path = f"authorisations[{index}]"
        yield from _never(case, held, path)
        if case.shipment.activity not in OUTWARD:
            sentence = f"{held.name} is a licence exception: it covers exports of items, not this act."
            yield Question("missing_fact", path, sentence, _RULE, _CITE)
            continue
        symbol = symbol_of(held, catalogue(case))
        if not symbol:
            yield _unknown(case, held, path)
            continue
        for place, item, found in case.items:
            if found.subject is not False:
                yield from _judged(case, (held, symbol, path), place, item)


def _never(case: Case, held: Held, path: str) -> Iterator[Finding]:
    """Tell where a claim names what no exception overcomes, so that it covers nothing there."""
    for key, number, cite in never_overcome(case, held.covers):
        yield Finding(
            kind="licence_exceptions",
            rule=f"{_RULE}.general_prohibitions",
            outcome=Outcome.LICENCE_REQUIRED,
            regime="US EAR",
            sentence=f"{held.name} cannot cover {key}: no exception overcomes General Prohibition {number}.",
            citations=cite,
            authority="BIS, Export Control Reform Act",
            facts=(FactUsed(f"{path}.covers", key),),
        )


def symbol_of(held: Held, known: Collection[str]) -> str:
    """Return the symbol of the exception that a claim names, such as `TMP`; empty for none that is known."""
    return next((item for item in _SYMBOL.findall(held.name) if item in known), "")


def _claims(held: Held) -> bool:
    return bool(_SAYS.search(held.name)) and held.agency in {"", "BIS"}


def _unknown(case: Case, held: Held, path: str) -> Question:
    value = case.book.values.get("us.ear.exceptions.removed")
    gone = value.on(case.day) if value else None
    for symbol in _SYMBOL.findall(held.name):
        if gone is not None and symbol in gone.value:
            sentence = f"{held.name}: {gone.value[symbol]} ({gone.review})."
            return Question("open_point", path, sentence, _RULE, gone.cite)
    why = "is in no catalogue of licence exceptions that is loaded for this day"
    return Question("missing_fact", path, f"{held.name} {why}: name its symbol and section.", _RULE, _CITE)


def _judged(case: Case, claim: tuple[Held, str, str], place: str, item: Item) -> Iterator[Result]:
    held, symbol, _path = claim
    found = judge(terrain(case, item, case.shipment.destination), symbol)
    if found.state == "conditions_to_verify":
        until = f", claimed until {held.until}" if held.until else ""
        what = f"Verify the conditions of licence exception {symbol} for {place}{until}: {found.reason}"
        yield Step(what, tuple(dict.fromkeys((*found.citations, *_CITE))))
        return
    yield _refused(case, claim, place, found)


def _refused(case: Case, claim: tuple[Held, str, str], place: str, found: Escape) -> Finding:
    held, symbol, path = claim
    said = "foreclosed" if found.state == "foreclosed" else "out of scope"
    denied = any(sort == "denied" for sort, _name in denied_or_listed(case))
    return Finding(
        kind="licence_exceptions",
        rule=f"{_RULE}.{symbol}",
        outcome=Outcome.PROHIBITED if denied else Outcome.LICENCE_REQUIRED,
        regime="US EAR",
        sentence=f"{held.name} does not help for {place}: {said}. {found.reason}",
        citations=found.citations or _CITE,
        authority="BIS, Export Control Reform Act",
        item=place,
        escapes=(found,),
        facts=(FactUsed(f"{path}.name", held.name),),
    )


KIND = Kind(
    id="licence_exceptions",
    title="Licence exceptions that are claimed",
    regime="US EAR",
    step="D11",
    version=1,
    citations=(*_CITE, "15 CFR 736.2(b)", "15 CFR part 746"),
    not_covered=(
        "the conditions of each exception: they are named to be verified",
        "general restrictions of 740.2(a) other than (5), (6), (9) and (17)",
        "exceptions of days before the issue that is loaded",
    ),
    decide=decide,
)
"""The kind, for the registry."""
