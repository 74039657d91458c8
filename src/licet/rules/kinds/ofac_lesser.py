"""The lists of OFAC that forbid less than everything: SSI, CMIC, CAPTA, NS-MBS, PLC, FSE."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from licet.model.law import Check, Confidence, Escape, FactUsed, Finding, Flag, Outcome, Question, Result
from licet.rules.cascade import Cascade
from licet.rules.case import Case
from licet.rules.designations import Designation, Listed, designations
from licet.rules.freeze_owned import unlisted
from licet.rules.freezes import cascade_of, covered, listed_names, ownership_test, weakest
from licet.rules.kind import Kind
from licet.rules.lesser_lists import capta, cmic, evaders, legislators, menu
from licet.rules.ofac import AUTHORITY, REGIME, by_nexus, nexus
from licet.rules.scoped import Scoped
from licet.rules.ssi import directives, ssi

_LESSER = frozenset({Listed.SSI, Listed.CMIC, Listed.CAPTA, Listed.MENU, Listed.PLC, Listed.EVADER})
_NAMES = {
    Listed.SSI: ("us.ofac.ssi", "Sectoral Sanctions Identifications List"),
    Listed.CMIC: ("us.ofac.cmic", "Chinese Military-Industrial Complex Companies List"),
    Listed.CAPTA: ("us.ofac.capta", "list of banks with account restrictions (CAPTA)"),
    Listed.MENU: ("us.ofac.menu", "Non-SDN Menu-Based Sanctions List"),
    Listed.PLC: ("us.ofac.plc", "Palestinian Legislative Council List"),
    Listed.EVADER: ("us.ofac.evaders", "Foreign Sanctions Evaders List"),
}
_SINGLE: dict[Listed, Callable[[Case, Designation], Scoped]] = {
    Listed.CMIC: cmic,
    Listed.CAPTA: capta,
    Listed.PLC: legislators,
    Listed.EVADER: evaders,
}


def decide(case: Case) -> Iterator[Result]:
    """Each of these lists forbids US persons one sort of dealing with the party, and nothing else.

    None is an export ban. Sectoral sanctions (SSI) forbid, by directive, new debt beyond a maturity, new
    equity, or certain oil projects, and reach companies that listed ones own by 50 per cent or more (33 per
    cent for those oil projects). CMIC forbids buying and selling publicly traded securities, from the day in
    the row, with a time for divestment. CAPTA forbids US banks correspondent accounts. The menu-based list
    (NS-MBS) forbids what the row lists, in its words. For the Palestinian legislators (PLC) US banks reject
    payments. Foreign sanctions evaders (FSE, past days) forbid every dealing, without blocking.

    A party that is listed while the act is none of these gives a flag. A fact that the scope needs (equity or
    debt, maturity, an account, the end use) is asked for. A licence that names the rule covers it.
    """
    found = designations(case, _LESSER)
    if not found:
        yield Check("ofac_lesser", "no party is or may be on SSI, CMIC, CAPTA, NS-MBS, PLC or FSE", _CITE)
        return
    seen: set[tuple[str, Listed]] = set()
    for item in found:
        if item.is_owner or (item.path, item.listed) in seen:
            continue
        seen.add((item.path, item.listed))
        for scoped in _scopes(case, item):
            yield _told(case, item, scoped)
    yield from _owned(case, [item for item in found if item.listed is Listed.SSI])


def _scopes(case: Case, item: Designation) -> Iterator[Scoped]:
    if item.listed is Listed.SSI:
        yield from ssi(case, directives(item.details))
    elif item.listed is Listed.MENU:
        yield from menu(case, item)
    else:
        yield _SINGLE[item.listed](case, item)


def _told(case: Case, item: Designation, scoped: Scoped) -> Result:
    """Say what one measure of a list means for a party that is, or may be, on it."""
    rule, name = _NAMES[item.listed]
    is_on = "is" if item.sure else "may be"
    lead = f"{item.name} {is_on} on OFAC's {name} as {item.record}: it forbids {scoped.scope}"
    if scoped.bites is False:
        return Flag(
            code="lesser_list",
            sentence=f"{lead}. Not caught here: {scoped.reason}.",
            citations=scoped.cite,
            party=item.path,
            evidence=item.evidence,
        )
    if scoped.bites is None or not item.sure:
        return Question(
            code="missing_fact" if item.sure else "identity",
            fact=scoped.fact if item.sure and scoped.fact else item.path,
            sentence=f"{lead}. {_upper(scoped.reason)}.",
            rule=rule,
            citations=scoped.cite,
            decides=nexus(case, item.programmes) is not False,
            party=item.path,
            evidence=item.evidence,
        )
    return _finding(case, item, scoped, f"{lead}. {_upper(scoped.reason)}.")


def _finding(case: Case, item: Designation, scoped: Scoped, sentence: str) -> Result:
    rule, _name = _NAMES[item.listed]
    licence = "general or specific licence of OFAC"
    escape = Escape(licence, "conditions_to_verify", "None is assumed.", scoped.cite)
    divestment = f"divestment is allowed up to {scoped.last}" if scoped.last else ""
    outcome = Outcome.AUTHORISED if scoped.allowed else Outcome.PROHIBITED
    finding = Finding(
        kind="ofac_lesser",
        rule=rule,
        outcome=outcome,
        regime=REGIME,
        sentence=f"{sentence} {_upper(divestment)}." if divestment else sentence,
        citations=scoped.cite,
        authority=AUTHORITY,
        scope=scoped.scope,
        party=item.path,
        evidence=item.evidence,
        measure=item.measure.id if item.measure else "",
        escapes=(escape,),
        conditions=("the sale is for divestment",) if scoped.allowed else (),
        until=scoped.last if scoped.allowed else None,
        instead_of=Outcome.PROHIBITED if scoped.allowed else None,
        facts=(*item.facts, FactUsed("activity", str(case.shipment.activity))),
        confidence=scoped.confidence,
    )
    return by_nexus(case, covered(finding, case), item.programmes)


def _owned(case: Case, found: Sequence[Designation]) -> Iterator[Result]:
    """Apply a directive to companies that its listed persons own."""
    if not found or not case.ownership.is_stated:
        return
    numbers = sorted({number for item in found for number in directives(item.details)})
    for number in numbers:
        under = [item for item in found if number in directives(item.details)]
        for scoped in ssi(case, (number,)):
            yield from _directive_owned(case, under, scoped)


def _directive_owned(case: Case, under: Sequence[Designation], scoped: Scoped) -> Iterator[Result]:
    oil = "oil" in scoped.scope and scoped.bites is True
    law = case.book.value("us.ofac.ssi.oil_share" if oil else "us.ofac.ssi.ownership", case.day)
    if law is None:
        law = case.book.value("us.ofac.ssi.ownership", case.day)
    if law is None:
        return
    everybody = cascade_of(case, ownership_test(law.value), under)
    for path in unlisted(case, everybody.sure):
        cascade = everybody.of_owners(case.ownership.nodes[path])
        state = cascade.state(case.ownership.nodes[path])
        if state is not False:
            cite = tuple(dict.fromkeys((*scoped.cite, *law.cite)))
            yield from _reached(case, cascade, (path, state, under), _with(scoped, cite, law.confidence))


def _with(scoped: Scoped, cite: tuple[str, ...], level: Confidence) -> Scoped:
    return replace(scoped, cite=cite, confidence=weakest(scoped.confidence, level))


def _reached(
    case: Case, cascade: Cascade, who: tuple[str, bool | None, Sequence[Designation]], scoped: Scoped
) -> Iterator[Result]:
    path, state, under = who
    node = case.ownership.nodes[path]
    name = case.ownership.names[node]
    counts = "counts" if state else "may count"
    sentence = (
        f"{name} {counts} with its owners ({cascade.test}): {cascade.told(node)}. "
        f"Listed: {listed_names(under)}. Forbidden is {scoped.scope}; {scoped.reason}."
    )
    evidence = under[0].evidence
    if scoped.bites is False:
        yield Flag("lesser_list", sentence, scoped.cite, party=path, evidence=evidence)
    elif state is None or scoped.bites is None:
        facts = [*cascade.missing(node), *([scoped.fact] if scoped.fact else [])]
        bound = nexus(case, ()) is not False
        rule = "us.ofac.ssi.ownership"
        yield Question("missing_fact", ", ".join(facts), sentence, rule, scoped.cite, bound, path)
    else:
        finding = Finding(
            kind="ofac_lesser",
            rule="us.ofac.ssi.ownership",
            outcome=Outcome.PROHIBITED,
            regime=REGIME,
            sentence=sentence,
            authority=AUTHORITY,
            scope=scoped.scope,
            citations=scoped.cite,
            party=path,
            evidence=evidence,
            confidence=scoped.confidence,
        )
        yield by_nexus(case, covered(finding, case))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


_CITE = ("31 CFR ch. V",)

KIND = Kind(
    id="ofac_lesser",
    title="Lists of OFAC with a narrow scope",
    regime=REGIME,
    step="D12",
    version=1,
    citations=("31 CFR ch. V", "31 CFR part 589", "31 CFR 561.201", "Executive Order 13959"),
    not_covered=(
        "Maturities of debt under the SSI directives are from memory: they are asked about, not decided.",
        "Ownership under the menu-based list, CMIC and CAPTA.",
        "Derivatives and funds that hold listed securities.",
    ),
    decide=decide,
    terms=(
        ("list", "text"),
        ("directive", "text?"),
        ("listing_date_cmic", "day?"),
        ("effective_date_cmic", "day?"),
        ("purchase_sales_for_divestment_date_cmic", "day?"),
    ),
)
