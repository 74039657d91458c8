"""The Unverified List (Supplement No. 6 to 15 CFR part 744)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.model.law import Check, Escape, FactUsed, Outcome, Result, Step
from licet.model.rulebook import State
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.listed import CSL, Entry, clearest, entries, rows_of, was_screened
from licet.rules.reached import Touch, touch
from licet.rules.sources import is_sure
from licet.rules.telling import Follows, Voice, is_aside, stated

RULE = "us.ear.unverified"
"""Id of the value that holds the rule."""

VOICE = Voice("unverified", "us.bis.uvl", "Unverified List", ("15 CFR 744.15", "15 CFR 740.2(a)(17)"))

_STEPS = ("File the export (EEI) whatever its value.", "Use no licence exception.")
_ON_WORD = Follows(
    Outcome.CONDITIONAL,
    "licence exceptions are off, and an item that needs no licence may go only after its signed statement.",
    lambda _case, _party, _item: True,
    ("Obtain the signed statement of 744.15(b) before a shipment that needs no licence.", *_STEPS),
    ("78 FR 76741",),
)


def decide(case: Case) -> Iterator[Result]:
    """An unverified party may be dealt with, after a statement, and without licence exceptions.

    Where a party to the transaction (purchaser, consignee, end user) is on the Unverified List, no licence
    exception may be used for an item subject to the EAR; for an item that needs no licence the exporter must
    first hold the party's signed statement of 15 CFR 744.15(b); and the export is filed in every case. It is
    no ban.
    """
    found = False
    rows = rows_of(case.hits, "UVL")
    known, aside = clearest(entries(case, "unverified", rows, one_party_a_citation=False))
    yield from VOICE.set_aside(aside)
    for entry in known:
        if entry.standing.state is State.IN_FORCE and not entry.involved.is_owner:
            found = True
            yield from _in_force(case, entry)
    for question in stated(case, VOICE, "UVL", known, _ON_WORD):
        found = True
        yield question
    if not found:
        seen = was_screened(case, CSL)
        told = (
            "Everybody was compared with the Unverified List rows." if seen else "No such list was screened."
        )
        yield Check("unverified", told, VOICE.citations)


def _in_force(case: Case, entry: Entry) -> Iterator[Result]:
    how = touch(case.shipment, entry.involved)
    if is_aside(how):
        yield VOICE.aside(case, entry, how)
        return
    if how is Touch.NONE:
        return
    held = case.book.value(RULE, case.day)
    if held is None:
        ask = f"{entry.title} is on the Unverified List; the rulebook does not hold the rule of this day."
        yield VOICE.question(case, entry, "open_point", ask)
        return
    paths = [path for path, _item, found in case.items if found.subject is True]
    unknown = [(path, found.missing) for path, _item, found in case.items if found.subject is None]
    if how is Touch.ROLE_UNSTATED:
        ask = f"State the part of {entry.evidence.our_name}: on the Unverified List it matters."
        yield VOICE.question(case, entry, "missing_fact", ask, f"{entry.involved.path}.role")
    elif paths:
        yield from _finding(case, entry, paths)
    elif unknown or not case.shipment.items:
        fact = next((missing[0] for _path, missing in unknown if missing), "items")
        ask = "Is an item subject to the EAR? With this party the steps of 744.15 apply to it."
        yield VOICE.question(case, entry, "missing_fact", ask, fact)
    else:
        yield Check(
            "unverified", "No item is subject to the EAR, so 744.15 asks for nothing.", VOICE.citations
        )


def _finding(case: Case, entry: Entry, paths: list[str]) -> Iterator[Result]:
    held = case.book.value(RULE, case.day)
    rule_cites = held.cite if held else ()
    sentence = (
        f"{entry.evidence.matched_name} is on the Unverified List: licence exceptions are off, and an item "
        "that needs no licence may go only after the party's signed statement."
    )
    if not is_sure(entry.evidence):
        yield VOICE.identity(case, entry, sentence)
        return
    party = case.shipment.parties[entry.involved.party]
    statement = {
        True: "The signed statement of 744.15(b) is at hand, as stated: keep it with the transaction.",
        False: "Obtain the signed statement of 744.15(b) before the shipment: there is none, as stated.",
        None: "Obtain the signed statement of 744.15(b) before a shipment that needs no licence.",
    }[party.uvl_statement]
    finding = VOICE.finding(case, entry, Outcome.CONDITIONAL, sentence, paths)
    yield replace(
        finding,
        citations=tuple(dict.fromkeys((*finding.citations, *rule_cites))),
        authority="BIS; 15 CFR 744.15",
        scope="items subject to the EAR that need no licence otherwise",
        escapes=(
            Escape(
                "licence exception",
                "foreclosed",
                "A party to the transaction is on the Unverified List.",
                ("15 CFR 740.2(a)(17)",),
            ),
        ),
        conditions=(statement, *_STEPS),
        facts=tuple(FactUsed(path, "subject to the EAR", "computed") for path in paths),
    )
    yield Step("File electronic export information: a party is on the Unverified List.", ("15 CFR 744.15",))


KIND = Kind(
    id="unverified",
    title="Unverified List",
    regime="US EAR",
    step="D10",
    version=1,
    citations=VOICE.citations,
    not_covered=(
        "The wording of the statement: take it from 744.15(b).",
        "Days before 2014: the first day of the rule (78 FR 76741) is not in the rulebook.",
    ),
    decide=decide,
)
