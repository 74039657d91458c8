"""Military-intelligence end users and end uses (15 CFR 744.22): bodies that the rule names, and the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.model.law import Check, Confidence, FactUsed, Finding, Outcome, Result
from licet.model.rulebook import State
from licet.model.shipment import Activity
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.listed import Entry, clearest, entries
from licet.rules.military import ONLY_GOV, UserRule, by_text
from licet.rules.reached import Touch, touch
from licet.rules.sources import is_sure, weaker
from licet.rules.telling import Voice

VOICE = Voice(
    "military_intelligence",
    "us.bis.military_intelligence",
    "text of 744.22(f)(2)",
    ("15 CFR 744.22", "15 CFR 744.22(f)(2)"),
)
_TEXT = UserRule(VOICE.kind, VOICE.rule, "us.ear.end_user.military_intelligence", "military_intelligence")
_SUPPORT = frozenset({Activity.SERVICE, Activity.FINANCE, Activity.BROKER, Activity.DEALING})


def decide(case: Case) -> Iterator[Result]:
    """Any item subject to the EAR for a military-intelligence user or use needs a licence.

    That holds in Belarus, Burma, Cambodia, China, Russia, Venezuela and the countries of groups E:1 and E:2,
    EAR99 included; the rule names bodies that are such users wherever they are, and no list file holds
    them. US persons may not support them without a licence, even where no item moves (744.6). The rule bites
    on knowledge: what is stated counts as known, and silence decides nothing.
    """
    found = False
    for entry in clearest(entries(case, "military_intelligence", ()))[0]:
        if not entry.involved.is_owner:
            found = True
            yield from _named(case, entry)
    for result in by_text(case, _TEXT):
        found = True
        yield result
    if not found:
        told = (
            "Everybody was compared with the bodies that 744.22(f)(2) names; no such user or use is stated."
        )
        yield Check("military_intelligence", told, VOICE.citations)


def _named(case: Case, entry: Entry) -> Iterator[Result]:
    how = touch(case.shipment, entry.involved)
    if case.shipment.activity in _SUPPORT:
        yield from _support(case, entry)
    elif how is Touch.PARTY:
        yield from _items(case, entry)
    elif how is Touch.ROLE_UNSTATED:
        ask = f"State the part of {entry.evidence.our_name}: it is a military-intelligence body."
        yield VOICE.question(case, entry, "missing_fact", ask, f"{entry.involved.path}.role")
    else:
        told = f"{entry.evidence.matched_name} is a military-intelligence body named in 744.22(f)(2)."
        yield VOICE.flag(case, entry, "red_flag", f"{told} What could pass an item on to it is a red flag.")


def _items(case: Case, entry: Entry) -> Iterator[Result]:
    caught = [path for path, _item, found in case.items if found.subject is True]
    unknown = [(path, found) for path, _item, found in case.items if found.subject is None]
    if caught:
        sentence = "a licence is needed for any item subject to the EAR, EAR99 too."
        facts = tuple(FactUsed(path, "subject to the EAR", "computed") for path in caught)
        yield from _licence(case, entry, sentence, (caught, facts))
    elif unknown or not case.shipment.items:
        fact = next((found.missing[0] for _path, found in unknown if found.missing), "items")
        ask = f"{entry.evidence.matched_name} is a military-intelligence body: is the item within the EAR?"
        yield VOICE.question(case, entry, "missing_fact", ask, fact)
    else:
        told = "No item is subject to the EAR; support by US persons is another matter (744.6)."
        yield Check("military_intelligence", told, VOICE.citations)


def _support(case: Case, entry: Entry) -> Iterator[Result]:
    """Support by a US person needs no item to be caught."""
    if case.us_nexus is None:
        ask = "Does a US person take part? Its support of a military-intelligence body needs a licence."
        yield VOICE.question(case, entry, "missing_fact", ask, "actor.us_person")
    elif case.us_nexus:
        sentence = "support by a US person needs a licence, even where no item moves (744.6)."
        for result in _licence(case, entry, sentence, ([], ())):
            if isinstance(result, Finding):
                cites = (*result.citations, "15 CFR 744.6")
                yield replace(result, citations=cites, rule="us.bis.us_person_support")
            else:
                yield result
    else:
        told = f"{entry.evidence.matched_name} is a military-intelligence body; no US person takes part."
        yield VOICE.flag(case, entry, "red_flag", told)


def _licence(
    case: Case, entry: Entry, sentence: str, about: tuple[list[str], tuple[FactUsed, ...]]
) -> Iterator[Result]:
    if not is_sure(entry.evidence):
        yield VOICE.identity(case, entry, sentence)
        return
    in_time = entry.standing.state is State.IN_FORCE
    paths, facts = about
    told = f"{entry.evidence.matched_name} is a military-intelligence body (744.22(f)(2)): {sentence}"
    finding = VOICE.finding(case, entry, Outcome.LICENCE_REQUIRED, told, paths)
    yield replace(
        finding,
        authority="BIS; 15 CFR 744.22",
        scope="any item subject to the EAR",
        escapes=ONLY_GOV,
        facts=facts,
        confidence=finding.confidence if in_time else weaker(finding.confidence, Confidence.LOW),
    )


KIND = Kind(
    id="military_intelligence",
    title="Military-intelligence end users and end uses",
    regime="US EAR",
    step="D8",
    version=1,
    citations=VOICE.citations,
    not_covered=(
        "Bodies of the countries named that the rule does not name: state end_user_type.",
        "Days before 23 July 2026: the earlier text of the rule is an open point.",
    ),
    decide=decide,
)
