"""Denial orders of the Bureau of Industry and Security (General Prohibition Four)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from licet.model.law import Check, Escape, FactUsed, Flag, Outcome, Question, Result
from licet.model.rulebook import State
from licet.model.shipment import Activity
from licet.rules.authorisations import Authorised, authorised, covered
from licet.rules.case import Case
from licet.rules.denial_periods import ended_rows, newest_list_after
from licet.rules.denial_terms import TERMS, Clause, clause_for
from licet.rules.denials import DENIED, is_standard, is_temporary, orders
from licet.rules.kind import Kind
from licet.rules.listed import Entry, clearest
from licet.rules.related import affiliates
from licet.rules.sources import document_of, is_sure
from licet.rules.telling import Voice, stated

RULE = "us.bis.denial_order"
CITES = ("15 CFR 764.3(a)(2)", "15 CFR 764 Supp. 1", "15 CFR 736.2(b)(4)")
VOICE = Voice("denial_order", RULE, "list of denied persons", CITES)
_WITH_ITEM_ONLY = frozenset({Activity.SERVICE, Activity.DEALING, Activity.USE, Activity.SECURITIES})
_LATENT = frozenset({State.PROPOSED, State.ANNOUNCED, State.SUSPENDED})


def decide(case: Case) -> Iterator[Result]:
    """A denial order bars everyone from dealings with the denied person in items subject to the EAR.

    It binds everyone, anywhere. EAR99 items are covered; licence exceptions do not help; only an
    authorisation under 15 CFR 764.3(a)(2) for the very act does. The order binds from its effective day until
    it expires or is terminated by an order; while it is suspended it forbids nothing and is told as a latent
    measure. Related persons must be named; a company of the same family that is not named is put to a
    person. An appeal does not stay the order.
    """
    found = False
    known, aside = clearest(orders(case))
    yield from VOICE.set_aside(aside)
    for order in known:
        found = True
        yield from _decided(case, order)
    for one in (*ended_rows(case), *affiliates(case, RULE, CITES), *stated(case, VOICE, "DPL", known)):
        found = True
        yield one
    if not found:
        yield Check("denial_order", _looked_at(case), CITES)


def _decided(case: Case, order: Entry) -> Iterator[Result]:
    state = order.standing.state
    if order.involved.is_owner:
        if state is State.IN_FORCE and case.subject_to_ear is not False:
            yield _owned(order)
    elif state in _LATENT:
        yield _latent(case, order)
    elif state is State.IN_FORCE:
        yield from _in_force(case, order)
    elif state is State.EXPIRED and is_temporary(order):
        yield _check_renewal(case, order)
    else:
        told = "not yet issued" if state is State.NONE else state.value
        yield Check("denial_order", f"{_name(order)}: {told} on {case.day}.", VOICE.cites(case, order))


def _in_force(case: Case, order: Entry) -> Iterator[Result]:
    if not is_standard(order):
        yield VOICE.question(
            case, order, "read_the_order", "The order does not have the standard terms: read it."
        )
        return
    if order.standing.hour_matters:
        ask = "The order begins at an hour of this day: state the hour."
        yield replace(VOICE.question(case, order, "missing_fact", ask), fact="instant", decides=False)
    caught: dict[Clause, list[str]] = {}
    if not case.shipment.items:
        yield _itemless(case, order)
    for path, item, found in case.items:
        clause = clause_for(case.shipment, order.involved, item)
        if found.subject is False and clause.code != "second_e":
            yield Check("denial_order", f"{path} is not subject to the EAR, so no clause reaches it.", CITES)
        elif clause.caught is False:
            yield Check("denial_order", f"{path}: no clause of the standard terms fits this act.", CITES)
        elif found.subject is not True or clause.caught is None:
            yield _undecided(case, order, clause, (path, found.subject, found.missing))
        else:
            caught.setdefault(clause, []).append(path)
    for clause, paths in caught.items():
        yield from _finding(case, order, clause, paths)


def _finding(case: Case, order: Entry, clause: Clause, paths: list[str]) -> Iterator[Result]:
    words, cites = _words(case, clause)
    who = order.evidence.matched_name
    sentence = f"A denial order against {who} is in force: {words} ({clause.label})."
    if not is_sure(order.evidence):
        yield VOICE.question(case, order, "identity", f"May be {who}. If it is: {sentence}")
        return
    event = order.standing.event
    document = document_of(case.book, event)
    measure = order.measure
    ordered = (measure.terms.get("ordered_end") if measure else None) or (event.until if event else None)
    extra = (("ordered_end", str(ordered)),) if ordered else ()
    allowed = _authorised(case, order)
    finding = VOICE.finding(case, order, Outcome.PROHIBITED, sentence, paths)
    finding = replace(
        finding,
        citations=tuple(dict.fromkeys((*finding.citations, *cites))),
        authority=document.authority if document else "BIS; 15 CFR 764.3(a)(2)",
        scope=f"{clause.label}: {words}",
        dates=(*finding.dates, *extra),
        escapes=(*_FORECLOSED, *allowed.escapes),
        facts=tuple(
            FactUsed(path, "; ".join(found.reasons), "computed")
            for path, _item, found in case.items
            if path in paths
        ),
        missing=allowed.missing,
    )
    yield covered(finding, allowed, "; other rules of the EAR still apply")


_FORECLOSED = (
    Escape(
        "licence exception",
        "foreclosed",
        "Licence exceptions do not reach General Prohibition Four, and the denied person may use none.",
        CITES,
    ),
    Escape("appeal", "none", "An appeal does not stay the order.", ("15 CFR 766.24(e)(1)(ii)",)),
)


def _authorised(case: Case, order: Entry) -> Authorised:
    name = "authorisation under 764.3(a)(2)"
    held = next((one for one in case.shipment.authorisations if _is_written(one.name)), None)
    if held and held.holds_on(case.day):
        told = f"The user holds {held.name}: verify that it names this act and party."
        escape = Escape(name, "conditions_to_verify", told, CITES[:1])
        return Authorised(None, held.until, (told, *held.conditions), (), (escape,))
    if order.measure is None:
        return Authorised(escapes=(Escape(name, "none", "None is loaded for this order.", CITES[:1]),))
    return authorised(case, order.measure, order.party, name)


def _is_written(name: str) -> bool:
    return "764.3(a)(2)" in name


def _latent(case: Case, order: Entry) -> Flag:
    state = order.standing.state
    if state is State.SUSPENDED:
        told = f"{_name(order)} is suspended: it forbids nothing now, and a breach can bring it into force."
        return VOICE.flag(case, order, "latent_denial", told)
    told = f"{_name(order)} is {state.value}: without effect until an order is issued."
    return VOICE.flag(case, order, "proposed_denial", told)


def _undecided(
    case: Case, order: Entry, clause: Clause, at: tuple[str, bool | None, tuple[str, ...]]
) -> Question:
    path, subject, missing = at
    if clause.caught is None:
        fact, ask = (
            f"{path}{clause.fact}",
            "Has the item been exported from the United States, or will it be?",
        )
    elif subject is False:
        fact = f"{path}.in_us"
        ask = "The item is outside the EAR; does the service use parts, tools or technology that are not?"
    else:
        fact, ask = (missing[0] if missing else path), "Is the item subject to the EAR?"
    words, _ = _words(case, clause)
    asked = VOICE.question(case, order, "missing_fact", f"{ask} If so: {words} ({clause.label}).")
    return replace(asked, fact=fact, item=path, decides=not clause.knowledge)


def _itemless(case: Case, order: Entry) -> Question:
    ask = (
        "No item is stated. With an item subject to the EAR behind it this act is prohibited; "
        "a service without one is not reached."
    )
    decides = case.shipment.activity not in _WITH_ITEM_ONLY
    return replace(VOICE.question(case, order, "missing_fact", ask), fact="items", decides=decides)


def _owned(order: Entry) -> Question:
    return Question(
        "related_person",
        order.involved.path,
        f"{order.evidence.our_name} is an owner and a denied person. The order reaches only those it names; "
        "make sure that the company does not act for it and passes nothing on to it.",
        RULE,
        ("15 CFR 766.23", *CITES),
        party=order.involved.path,
        evidence=order.evidence,
    )


def _check_renewal(case: Case, order: Entry) -> Result:
    end = _last(order)
    later = newest_list_after(case, end)
    told = f"{_name(order)} was temporary and ended on {end}."
    if later is not None:
        shown = f"{told} The list of denied persons of {later} shows no renewal."
        return VOICE.flag(case, order, "ended_denial", shown)
    return VOICE.question(
        case, order, "check_renewal", f"{told} Such orders are renewed again and again: check for a renewal."
    )


def _last(order: Entry) -> date:
    """Return the last day of an order that has expired."""
    event = order.standing.event
    last = event.until if event else order.standing.interval.last
    return last or date.min


def _words(case: Case, clause: Clause) -> tuple[str, tuple[str, ...]]:
    held = case.book.value(TERMS, case.day)
    if held is None:
        return "the standard terms of its day, which the rulebook does not hold, apply", CITES[1:2]
    return str(held.value[clause.code]), held.cite


def _name(order: Entry) -> str:
    return order.measure.title if order.measure else f"The denial order against {order.evidence.matched_name}"


def _looked_at(case: Case) -> str:
    seen = [item.list_id for item in case.lists if item.list_id in DENIED and item.edition]
    lists = f" and the lists {', '.join(seen)}" if seen else "; no list of denied persons was screened"
    return f"Everybody in the case was compared with the denial orders of the rulebook{lists}: none is named."


KIND = Kind(
    id="denial_order",
    title="Denial order",
    regime="US EAR",
    step="D4",
    version=1,
    citations=CITES,
    not_covered=(
        "Orders with other than the standard terms: they are to be read.",
        "The Fourth clause of old orders, which spared some direct products: open point.",
        "Whether a bank, lawyer or landlord deals with an item subject to the EAR is for the user to state.",
    ),
    decide=decide,
    terms=(
        ("standard", "yes_no?"),
        ("temporary", "yes_no?"),
        ("conviction", "day?"),
        ("ordered_end", "day?"),
        ("acts", "texts?"),
        ("contracts_until", "day?"),
        ("contract_acts", "texts?"),
        ("not_to", "texts?"),
        ("conditions", "texts?"),
    ),
)
