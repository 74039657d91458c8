"""The Entity List (Supplement No. 4 to 15 CFR part 744)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.model.law import (
    Check,
    Escape,
    FactUsed,
    LicencePolicy,
    Outcome,
    Question,
    Result,
)
from licet.model.listing import PartyKind
from licet.model.rulebook import State
from licet.rules.authorisations import Authorised, authorised, covered
from licet.rules.case import Case
from licet.rules.entity_scope import CarveOut, EntityScope, Reach, scope_of
from licet.rules.kind import Kind
from licet.rules.listed import CSL, Entry, clearest, entries, rows_of, was_screened
from licet.rules.reached import Touch, touch
from licet.rules.sources import document_of, is_sure
from licet.rules.telling import Follows, Voice, is_aside, stated

RULE = "us.bis.entity_list"
CITES = ("15 CFR 744.11", "15 CFR 744.16", "15 CFR 744 Supp. 4")
VOICE = Voice("entity_listing", RULE, "Entity List", CITES)
_FORTHCOMING = frozenset({State.PROPOSED, State.ANNOUNCED})
_ON_WORD = Follows(
    Outcome.LICENCE_REQUIRED,
    "a licence is needed; without the entry it is taken at its widest, for all items subject to the EAR.",
    lambda _case, _party, _item: True,
)
_DISCLOSURE = "vulnerability_disclosure"


def decide(case: Case) -> Iterator[Result]:
    """An Entity List entry asks for a licence for the items it names, whoever sends them.

    It bites when the listed party is purchaser, intermediate consignee, ultimate consignee or end user of an
    item subject to the EAR; EAR99 is covered unless the entry says otherwise. Entries differ: items, policy
    of review, footnotes that widen jurisdiction, carve-outs, addresses listed in their own right. No licence
    exception helps unless the entry says so. Buying from a listed party is no ban, nor is selling commodities
    to it inside the United States while they stay: these are told as flags. A temporary general licence
    covers those it names, for what it names, until its last day.
    """
    found = False
    rows = rows_of(case.hits, "EL")
    known, aside = clearest(
        entries(case, "entity_listing", rows, one_party_a_citation=False),
        lambda entry: _reaches_all(case, entry),
    )
    yield from VOICE.set_aside(aside)
    for entry in known:
        if not entry.involved.is_owner:
            found = True
            yield from _decided(case, entry)
    for question in stated(case, VOICE, "EL", known, _ON_WORD):
        found = True
        yield question
    if not found:
        yield Check("entity_listing", _looked_at(case), CITES)


def _decided(case: Case, entry: Entry) -> Iterator[Result]:
    state = entry.standing.state
    if state in _FORTHCOMING:
        told = f"{entry.title} is {state.value}: without effect until the rule is."
        yield VOICE.flag(case, entry, "announced_listing", told)
    elif state is State.IN_FORCE:
        yield from _in_force(case, entry)
    else:
        told = "not yet in force" if state is State.NONE else state.value
        yield Check("entity_listing", f"{entry.title}: {told} on {case.day}.", VOICE.cites(case, entry))


def _in_force(case: Case, entry: Entry) -> Iterator[Result]:
    how = touch(case.shipment, entry.involved)
    if how is Touch.NONE:
        yield Check("entity_listing", f"{entry.title}: the list does not speak of this act.", CITES)
    elif is_aside(how):
        yield VOICE.aside(case, entry, how)
        if how is Touch.INSIDE_US and any(item.kind == "technology" for item in case.shipment.items):
            ask = "Releasing technology to a foreign national in the United States is a deemed export: is it?"
            yield replace(VOICE.question(case, entry, "missing_fact", ask), fact="activity")
    else:
        yield from _items(case, entry, scope_of(entry), role_stated=how is Touch.PARTY)


def _items(case: Case, entry: Entry, scope: EntityScope, *, role_stated: bool) -> Iterator[Result]:
    if entry.standing.hour_matters:
        ask = "The entry begins at an hour of this day: state the hour."
        yield replace(VOICE.question(case, entry, "missing_fact", ask), fact="instant", decides=False)
    if not case.shipment.items:
        yield replace(
            VOICE.question(
                case, entry, "missing_fact", "No item is stated; with one, the entry may ask for a licence."
            ),
            fact="items",
        )
    caught: dict[LicencePolicy | None, list[tuple[str, Reach]]] = {}
    for path, item, found in case.items:
        reach = scope.reaches(item, case.shipment)
        if found.subject is False:
            yield Check("entity_listing", f"{path} is not subject to the EAR, so no entry reaches it.", CITES)
        elif reach.caught is False:
            told = f"{entry.title} ({path}): {reach.reason} The entry asks for no licence; it is a red flag."
            yield VOICE.flag(case, entry, "red_flag", told)
        elif found.subject is None or reach.caught is None:
            yield _undecided(case, entry, (path, reach, found.missing if found.subject is None else ()))
        else:
            caught.setdefault(scope.policy.of(item), []).append((path, reach))
    for policy, items in caught.items():
        if not role_stated:
            ask = (
                f"State the part of {entry.evidence.our_name}: with it as purchaser, consignee or end user "
                "a licence is needed."
            )
            yield replace(
                VOICE.question(case, entry, "missing_fact", ask), fact=f"{entry.involved.path}.role"
            )
            continue
        yield from _finding(case, entry, scope, (policy, items))


def _finding(
    case: Case, entry: Entry, scope: EntityScope, caught: tuple[LicencePolicy | None, list[tuple[str, Reach]]]
) -> Iterator[Result]:
    policy, items = caught
    what = "An address" if _is_address(entry) else entry.evidence.matched_name
    review = policy.value.replace("_", " ") if policy else "as the entry says"
    sentence = (
        f"{what} is on the Entity List: a licence is needed for {scope.item_scope.value}"
        f"{', wherever it is located worldwide' if scope.worldwide_clause else ''}. Review: {review}."
    )
    if not is_sure(entry.evidence):
        yield VOICE.question(case, entry, "identity", f"May be {what}. If it is: {sentence}")
        return
    measure = entry.measure
    allowed = authorised(case, measure, entry.party, "temporary general licence") if measure else Authorised()
    document = document_of(case.book, entry.standing.event)
    finding = replace(
        VOICE.finding(case, entry, Outcome.LICENCE_REQUIRED, sentence, [path for path, _ in items]),
        authority=document.authority if document else "BIS; 15 CFR 744.11",
        scope=scope.requirement or scope.item_scope.value,
        policy=policy,
        policy_text=scope.policy.raw,
        escapes=(*_escapes(case, scope), *allowed.escapes),
        facts=(
            *(FactUsed(path, reach.reason, "computed") for path, reach in items),
            *_widening(entry, scope),
        ),
        missing=allowed.missing,
    )
    yield covered(finding, allowed)
    if not scope.understood or scope.leaves_out is CarveOut.OTHER:
        ask = "The entry has words that are not understood: it is taken at its widest. Read it."
        yield VOICE.question(case, entry, "read_the_entry", f"{ask} {scope.requirement} {scope.policy.raw}")


def _escapes(case: Case, scope: EntityScope) -> Iterator[Escape]:
    if scope.gov_exception:
        told = f"The entry lets it overcome the requirement: {scope.gov_exception}."
        yield Escape("licence exception GOV", "conditions_to_verify", told, ("15 CFR 740.11(b)",))
    name = "other licence exceptions" if scope.gov_exception else "licence exception"
    told = "No licence exception is usable unless the entry or 744.11(a) says so, and this one does not."
    yield Escape(name, "foreclosed", told, ("15 CFR 744.11(a)", "15 CFR 740.2(a)"))
    if "2" in scope.fdp_footnotes:
        fits = _DISCLOSURE in case.shipment.acts
        told = "Footnote 2 leaves out limited disclosures of cyber-security vulnerabilities"
        state, rest = (
            ("conditions_to_verify", ": verify its terms.") if fits else ("out_of_scope", "; none is stated.")
        )
        yield Escape("footnote 2", state, told + rest, ("15 CFR 744 Supp. 4",))
    if scope.leaves_out is not None:
        yield Escape(
            "carve-out of the entry", "out_of_scope", f"The entry leaves out: {scope.carve_out}.", CITES[2:]
        )


def _widening(entry: Entry, scope: EntityScope) -> Iterator[FactUsed]:
    """Yield what in the entry widens jurisdiction: footnotes (734.9), and no de minimis (734.4)."""
    source = "rulebook" if entry.measure else "list"
    if scope.fdp_footnotes:
        yield FactUsed(f"{entry.involved.path}: footnotes", " ".join(scope.fdp_footnotes), source)
    if scope.de_minimis_override:
        yield FactUsed(f"{entry.involved.path}: no de minimis", scope.de_minimis_override, source)


def _undecided(case: Case, entry: Entry, at: tuple[str, Reach, tuple[str, ...]]) -> Question:
    path, reach, missing = at
    if missing or reach.caught is True:
        fact, ask = (missing[0] if missing else path), "Is the item subject to the EAR?"
    else:
        fact = f"{path}{reach.fact}" if reach.fact.startswith(".") else reach.fact
        ask = reach.reason
    sentence = f"{ask} {entry.title} is on the Entity List and may ask for a licence for it."
    return replace(VOICE.question(case, entry, "missing_fact", sentence), fact=fact, item=path)


def _reaches_all(case: Case, entry: Entry) -> bool:
    """Tell whether an entry reaches every item of the case, so that no other could reach more of it."""
    scope = scope_of(entry)
    return all(scope.reaches(item, case.shipment).caught is True for item in case.shipment.items)


def _is_address(entry: Entry) -> bool:
    return any(hit.match.listing.kind is PartyKind.ADDRESS for hit in entry.rows)


def _looked_at(case: Case) -> str:
    seen = was_screened(case, CSL)
    lists = " and the Entity List rows of the consolidated list" if seen else "; no Entity List was screened"
    return f"Everybody in the case was compared with the entries of the rulebook{lists}: none is in force."


KIND = Kind(
    id="entity_listing",
    title="Entity List",
    regime="US EAR",
    step="D5",
    version=1,
    citations=CITES,
    not_covered=(
        "Companies owned by listed ones: see the kind affiliates, which knows the days of that rule.",
        "Whether a deemed export takes place inside the United States is for the user to state.",
    ),
    decide=decide,
    terms=(
        ("requirement", "text?"),
        ("policy", "text?"),
        ("footnotes", "texts?"),
        ("acts", "texts?"),
        ("contracts_until", "day?"),
        ("contract_acts", "texts?"),
        ("not_to", "texts?"),
        ("conditions", "texts?"),
    ),
)
