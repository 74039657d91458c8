"""Persons debarred under the Arms Export Control Act (22 CFR 127.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.model.law import Check, Escape, FactUsed, Finding, Outcome, Result
from licet.model.rulebook import State
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.listed import CSL, Entry, clearest, entries, rows_of, was_screened
from licet.rules.sources import is_sure
from licet.rules.telling import Voice, stated

VOICE = Voice("debarred", "us.state.aeca_debarred", "list of debarred parties", ("22 CFR 127.7",))
_LISTS = ("us_ddtc_aeca", CSL)


def decide(case: Case) -> Iterator[Result]:
    """A debarred person may take no part in dealings under the ITAR.

    With a defence article in the deal that is a prohibition, in whatever part the person takes; only the
    State Department can lift it. For items subject to the EAR the debarment forbids nothing and is a red
    flag.
    """
    found = False
    known, aside = clearest(entries(case, "debarred", rows_of(case.hits, "DTC", "us_ddtc_aeca")))
    yield from VOICE.set_aside(aside)
    for entry in known:
        if entry.standing.state is State.IN_FORCE:
            found = True
            yield from _in_force(case, entry)
    for question in stated(case, VOICE, "DTC", known):
        found = True
        yield question
    if not found:
        seen = was_screened(case, *_LISTS)
        told = "Everybody was compared with the debarred parties." if seen else "No such list was screened."
        yield Check("debarred", told, VOICE.citations)


def _in_force(case: Case, entry: Entry) -> Iterator[Result]:
    who = entry.evidence.matched_name
    arms = [f"items[{place}]" for place, item in enumerate(case.shipment.items) if item.itar]
    unknown = [
        f"items[{place}].itar"
        for place, item in enumerate(case.shipment.items)
        if item.itar is None and not item.eccn
    ]
    if entry.involved.is_owner:
        told = f"An owner, {who}, is debarred under the Arms Export Control Act."
        yield VOICE.flag(case, entry, "debarment", told)
        return
    if arms:
        sentence = f"{who} is debarred: it may take no part in a deal in defence articles."
        yield (
            _finding(case, entry, sentence, arms)
            if is_sure(entry.evidence)
            else VOICE.identity(case, entry, sentence)
        )
        return
    told = (
        f"{who} is debarred under the Arms Export Control Act. For items subject to the EAR it is a red flag."
    )
    yield VOICE.flag(case, entry, "debarment", told)
    if unknown:
        ask = f"Is the item a defence article (22 CFR 121)? {who} is debarred from any part in such a deal."
        yield VOICE.question(case, entry, "missing_fact", ask, unknown[0])


def _finding(case: Case, entry: Entry, sentence: str, arms: list[str]) -> Finding:
    return replace(
        VOICE.finding(case, entry, Outcome.PROHIBITED, sentence, arms),
        regime="US ITAR",
        authority="State Department; 22 CFR 127.7",
        scope="defence articles and defence services under the ITAR",
        escapes=(
            Escape(
                "State Department",
                "none",
                "Only the State Department can lift a debarment or make an exception to it.",
                ("22 CFR 127.7",),
            ),
        ),
        facts=tuple(FactUsed(f"{path}.itar", "true") for path in arms),
    )


KIND = Kind(
    id="debarred",
    title="AECA debarred parties",
    regime="US ITAR",
    step="D1",
    version=1,
    citations=VOICE.citations,
    not_covered=("The ITAR itself: licences for defence articles are another program's matter.",),
    decide=decide,
)
