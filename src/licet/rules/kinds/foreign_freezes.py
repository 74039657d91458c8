"""Asset freezes of the United Nations, the European Union and the United Kingdom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from licet.model.law import Check, Confidence, Escape, Flag, Question, Result
from licet.rules.case import Case
from licet.rules.designations import Designation, Listed, designations
from licet.rules.freeze_listed import listed
from licet.rules.freeze_owned import ANY, behind, owned, unlisted
from licet.rules.freezes import Freeze, cascade_of, listed_names, nexus_of
from licet.rules.kind import Kind

_LISTS = frozenset({Listed.UN, Listed.EU, Listed.UK})
_EFFECT = "its funds and economic resources must be frozen, and none may be made available to it"
_NATIONAL = (
    "Others are not bound; a bank, insurer, carrier or affiliate that is bound would change the answer."
)


def decide(case: Case) -> Iterator[Result]:
    """Funds of persons on these lists must be frozen, and nothing made available to them, in any role.

    The UN list binds every member state, which carries it out by its own law. EU sanctions bind EU nationals
    and companies and whoever acts in the EU; UK sanctions those of the UK. For others a listing is a flag;
    whether the actor is bound is asked where it is not stated. The EU counts companies that listed persons
    own by 50 per cent or more, together, or control (guidance of July 2024); the UK those that one listed
    person owns by more than 50 per cent, or controls: exactly half is not enough, and shares are not simply
    added up. Rows of the UK list without an asset freeze, such as ships, are to be read. EU rows take effect
    on publication in the Official Journal, which the list file may trail by weeks.
    """
    found = designations(case, _LISTS)
    if not found:
        yield Check(
            "foreign_freezes", "no party and no stated owner is or may be on the UN, EU or UK list", _CITES
        )
        return
    for one, freeze in ((Listed.UN, _un(case)), (Listed.EU, _eu(case)), (Listed.UK, _uk(case))):
        own = [item for item in found if item.listed is one]
        if not own:
            continue
        frozen = [item for item in own if not _other_measures(case, item)]
        travel = [item for item in frozen if _of_travel(case, item)]
        yield from listed(case, freeze, [item for item in frozen if item not in travel])
        yield from listed(case, replace(freeze, confidence=Confidence.LOW), travel)
        yield from owned(case, freeze, frozen)
        if one is Listed.UN:
            yield from _un_owners(case, freeze, frozen)
        for item in own:
            if measures := _other_measures(case, item):
                yield _not_frozen(case, freeze, item, measures)


def _un(case: Case) -> Freeze:
    law = case.book.value("un.freeze", case.day)
    return Freeze(
        kind="foreign_freezes",
        rule="un.freeze",
        regime="UN",
        authority="United Nations Security Council",
        of_list="the UN Security Council list",
        effect=f"{_EFFECT}, by the law of each member state",
        citations=law.cite if law else _CITES[:1],
        nexus=lambda _case, _programmes: True,
        nexus_fact="actor.country",
        nexus_words="every member state and through it its persons",
        outside="",
        ownership=None,
        has_test=False,
        escape=_escape("exemption of the Security Council committee, by a national authority", _CITES[:1]),
        confidence=law.confidence if law else Confidence.LOW,
        by_programme=False,
    )


def _eu(case: Case) -> Freeze:
    law = case.book.value("eu.freeze", case.day)
    return Freeze(
        kind="foreign_freezes",
        rule="eu.freeze",
        regime="EU",
        authority="Council of the European Union",
        of_list="the EU financial sanctions list",
        effect=_EFFECT,
        citations=law.cite if law else _CITES[1:2],
        nexus=_in_eu,
        nexus_fact="actor.eu_person",
        nexus_words="EU nationals and companies, and whoever acts in the EU",
        outside=_NATIONAL,
        ownership=case.book.value("eu.freeze.ownership", case.day),
        escape=_escape("authorisation of a national authority of a member state", _CITES[1:2]),
        by_programme=False,
    )


def _uk(case: Case) -> Freeze:
    law = case.book.value("uk.freeze", case.day)
    return Freeze(
        kind="foreign_freezes",
        rule="uk.freeze",
        regime="UK",
        authority="HM Treasury and the Foreign, Commonwealth and Development Office",
        of_list="the UK sanctions list",
        effect=_EFFECT,
        citations=law.cite if law else _CITES[2:],
        nexus=_in_uk,
        nexus_fact="actor.uk_person",
        nexus_words="UK nationals and companies, and whoever acts in the UK",
        outside=_NATIONAL,
        ownership=case.book.value("uk.freeze.ownership", case.day),
        escape=_escape("licence of OFSI", _CITES[2:]),
        by_programme=False,
    )


def _escape(name: str, cite: tuple[str, ...]) -> Escape:
    return Escape(name, "conditions_to_verify", "None is assumed: name one in `authorisations`.", cite)


def _in_eu(case: Case, _programmes: Sequence[str]) -> bool | None:
    actor = case.shipment.actor
    members = case.book.value("eu.members", case.day)
    if actor.eu_person or (members and actor.country in members.value):
        return True
    return actor.eu_person


def _in_uk(case: Case, _programmes: Sequence[str]) -> bool | None:
    actor = case.shipment.actor
    return True if actor.uk_person or actor.country == "GB" else actor.uk_person


def _of_travel(case: Case, item: Designation) -> bool:
    """Tell whether somebody is listed under tags alone that are about travel, which is from memory."""
    law = case.book.value("un.freeze", case.day)
    travel = set(law.value["travel_only"]) if law else set()
    return item.listed is Listed.UN and bool(item.programmes) and travel.issuperset(item.programmes)


def _other_measures(case: Case, item: Designation) -> str:
    """Return the measures of a UK row that imposes no asset freeze; empty where it does, or says nothing."""
    imposed = item.details.get("sanctions_imposed", "")
    law = case.book.value("uk.freeze", case.day)
    if item.listed is not Listed.UK or not imposed or law is None:
        return ""
    return "" if law.value["asset_freeze"] in imposed.split("|") else imposed


def _not_frozen(case: Case, freeze: Freeze, item: Designation, measures: str) -> Result:
    """Tell of a listing without an asset freeze: persons only, or measures that a person must read."""
    law = case.book.value("uk.freeze", case.day)
    harmless = set(law.value["persons_only"]) if law else set()
    is_on = "is" if item.sure else "may be"
    lead = f"{item.name} {is_on} on {freeze.of_list} as {item.record}"
    told = f"{lead}, without an asset freeze: {measures.replace('|', ', ')}."
    if harmless.issuperset(measures.split("|")) or item.is_owner:
        return Flag("other_measures", told, freeze.citations, party=item.path, evidence=item.evidence)
    return Question(
        code="read_the_entry",
        fact=item.path,
        sentence=f"{told} Read what that forbids here.",
        rule=f"{freeze.rule}.listed",
        citations=freeze.citations,
        decides=nexus_of(case, freeze, (item,)) is not False,
        party=item.path,
        evidence=item.evidence,
    )


def _un_owners(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Flag]:
    """Tell of UN-listed owners: whether companies of theirs count is for the law of each state."""
    everybody = cascade_of(case, ANY, found)
    for path in unlisted(case, everybody.sure):
        node = case.ownership.nodes[path]
        cascade = everybody.of_owners(node)
        if cascade.state(node) is not False:
            names = listed_names(behind(cascade, path, found))
            yield Flag(
                "listed_owner",
                f"{case.ownership.names[node]} has owners that are, or may be, on {freeze.of_list}: "
                f"{cascade.told(node)} ({names}). Whether it counts is for the law of each state.",
                freeze.citations,
                party=path,
            )


_CITES = (
    "United Nations Security Council Consolidated List",
    "EU consolidated financial sanctions list; authentic is the Official Journal",
    "UK Sanctions List",
)

KIND = Kind(
    id="foreign_freezes",
    title="Asset freezes of the UN, the EU and the UK",
    regime="UN, EU, UK",
    step="D16",
    version=1,
    citations=_CITES,
    not_covered=(
        "Export, transport and sector bans of the EU, the UK and other countries.",
        "The EU ownership test before July 2024 and the UK test before 2021: these are asked about.",
        "Joint arrangements, which can make shares count together in the UK.",
    ),
    decide=decide,
)
