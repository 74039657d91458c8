"""Nonproliferation sanctions of the State Department."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Check, Result
from licet.model.rulebook import State
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.listed import CSL, Entry, clearest, entries, rows_of, was_screened
from licet.rules.sources import is_sure
from licet.rules.telling import Voice, stated

VOICE = Voice(
    "nonproliferation",
    "us.state.nonproliferation",
    "list of nonproliferation sanctions",
    ("Federal Register notice of each sanction",),
)
_LISTS = ("us_state_isn", CSL)


def decide(case: Case) -> Iterator[Result]:
    """What a nonproliferation sanction forbids stands in the Federal Register notice that imposes it.

    Each notice names its law, its measures (procurement, assistance, arms, licences for dual-use items,
    blocking) and its waivers. So a sanctioned party is put to a person, who reads the notice, in whatever
    part it takes.
    """
    found = False
    rows = rows_of(case.hits, "ISN", "us_state_isn")
    known, aside = clearest(entries(case, "nonproliferation", rows))
    yield from VOICE.set_aside(aside)
    for entry in known:
        if entry.standing.state is State.IN_FORCE:
            found = True
            yield _read(case, entry)
    for question in stated(case, VOICE, "ISN", known):
        found = True
        yield question
    if not found:
        seen = was_screened(case, *_LISTS)
        told = "Everybody was compared with the sanctioned parties." if seen else "No such list was screened."
        yield Check("nonproliferation", told, VOICE.citations)


def _read(case: Case, entry: Entry) -> Result:
    programmes = dict.fromkeys(name for hit in entry.rows for name in hit.match.listing.programmes)
    under = f" under {', '.join(programmes)}" if programmes else ""
    who = entry.evidence.matched_name
    told = f"{who} is under nonproliferation sanctions{under}."
    if entry.involved.is_owner:
        return VOICE.flag(case, entry, "red_flag", f"An owner, {who}, is sanctioned{under}: read the notice.")
    ask = "Read the notice: it says which dealings and licences it denies, and what was waived."
    if is_sure(entry.evidence):
        return VOICE.question(case, entry, "read_the_notice", f"{told} {ask}")
    return VOICE.identity(case, entry, f"{told} {ask}")


KIND = Kind(
    id="nonproliferation",
    title="Nonproliferation sanctions",
    regime="US nonproliferation",
    step="D5",
    version=1,
    citations=VOICE.citations,
    not_covered=("The terms of each notice: they are not transcribed, so the answer is a question.",),
    decide=decide,
)
