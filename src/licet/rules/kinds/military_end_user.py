"""Military end users and end uses: the list (Supplement No. 7 to 15 CFR part 744) and the rule, 744.21."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from licet.model.law import Check, FactUsed, Finding, LicencePolicy, Outcome, Result
from licet.model.rulebook import State
from licet.model.shipment import Item, ShipmentParty
from licet.rules.case import Case
from licet.rules.entity_scope import EntityScope, scope_of
from licet.rules.kind import Kind
from licet.rules.listed import CSL, Entry, clearest, entries, rows_of, was_screened
from licet.rules.military import ONLY_GOV, UserRule, by_text
from licet.rules.reached import Touch, touch
from licet.rules.sources import is_sure
from licet.rules.telling import Follows, Voice, is_aside, stated

VOICE = Voice("military_end_user", "us.bis.meu_list", "Military End User List", ("15 CFR 744.21",))
_ANY_ITEM = UserRule(
    "military_end_user", "us.bis.military_end_user", "us.ear.end_user.military.any_item", "military"
)
_LISTED_ITEMS = UserRule(
    "military_end_user", "us.bis.military_end_user", "us.ear.end_user.military.supplement_2", "military"
)


def _reached(case: Case, party: ShipmentParty, item: Item) -> bool | None:
    """Tell whether an item is reached for a listed user: any for Russia and Belarus, else Supp. 2."""
    text = case.book.value(_ANY_ITEM.value, case.day)
    return True if text and party.country in text.value["countries"] else item.supplement_2_meu


_ON_WORD = Follows(
    Outcome.LICENCE_REQUIRED, "a licence is needed for the items that 744.21 names for it.", _reached
)


def decide(case: Case) -> Iterator[Result]:
    """Exports to military users and uses of some countries need a licence, listed or not.

    For Belarus and Russia that is any item subject to the EAR, EAR99 too; for Burma, Cambodia, China,
    Nicaragua and Venezuela it is the items of Supplement No. 2 to part 744. The Military End User List names
    some of these users and is not exhaustive: whoever is stated to be a military user is reached by the text.
    The rule bites on knowledge: what is stated counts as known, and silence decides nothing.
    """
    found = False
    rows = rows_of(case.hits, "MEU")
    known, aside = clearest(entries(case, "military_end_user", rows, one_party_a_citation=False))
    yield from VOICE.set_aside(aside)
    for entry in known:
        if entry.standing.state is State.IN_FORCE and not entry.involved.is_owner:
            found = True
            yield from _listed(case, entry)
    unmatched = stated(case, VOICE, "MEU", known, _ON_WORD)
    for result in (*by_text(case, _ANY_ITEM), *by_text(case, _LISTED_ITEMS), *unmatched):
        found = True
        yield result
    if not found:
        seen = was_screened(case, CSL)
        lists = "Everybody was compared with the list; it" if seen else "No such list was screened; it"
        told = f"{lists} is not exhaustive, and no military user or use is stated."
        yield Check("military_end_user", told, VOICE.citations)


def _listed(case: Case, entry: Entry) -> Iterator[Result]:
    how = touch(case.shipment, entry.involved)
    if is_aside(how):
        yield VOICE.aside(case, entry, how)
        return
    if how is Touch.NONE:
        return
    if how is Touch.ROLE_UNSTATED:
        ask = f"State the part of {entry.evidence.our_name}: a listed military user may need a licence."
        yield VOICE.question(case, entry, "missing_fact", ask, f"{entry.involved.path}.role")
        return
    scope = scope_of(entry)
    caught, asked = [], False
    for path, item, found in case.items:
        reach = scope.reaches(item, case.shipment)
        if found.subject is False or reach.caught is False:
            continue
        if found.subject is None or reach.caught is None:
            own = f"{path}{reach.fact}" if reach.caught is None else path
            fact = found.missing[0] if found.subject is None and found.missing else own
            ask = f"{entry.title} is a listed military end user. A licence is needed for {scope.item_scope}."
            asked = True
            yield VOICE.question(case, entry, "missing_fact", ask, fact)
        else:
            caught.append(path)
    if caught:
        yield (
            _finding(case, entry, scope, caught)
            if is_sure(entry.evidence)
            else VOICE.identity(case, entry, f"a licence is needed for {scope.item_scope}.")
        )
    elif not case.shipment.items:
        yield VOICE.question(
            case, entry, "missing_fact", "State the items for a listed military user.", "items"
        )
    elif not asked:
        told = f"{entry.title} is a listed military end user; no licence need follows for these items."
        yield VOICE.flag(case, entry, "red_flag", told)


def _finding(case: Case, entry: Entry, scope: EntityScope, paths: list[str]) -> Finding:
    sentence = (
        f"{entry.evidence.matched_name} is on the Military End User List: a licence is needed for "
        f"{scope.item_scope}."
    )
    return replace(
        VOICE.finding(case, entry, Outcome.LICENCE_REQUIRED, sentence, paths),
        authority="BIS; 15 CFR 744.21",
        scope=scope.requirement or str(scope.item_scope),
        policy=scope.policy.of(None) if scope.policy.understood else LicencePolicy.PRESUMPTION_OF_DENIAL,
        policy_text=scope.policy.raw,
        escapes=ONLY_GOV,
        facts=tuple(FactUsed(path, str(scope.item_scope), "computed") for path in paths),
    )


KIND = Kind(
    id="military_end_user",
    title="Military end users and end uses",
    regime="US EAR",
    step="D8",
    version=1,
    citations=VOICE.citations,
    not_covered=(
        "Whether a user is military is for the exporter to find out: the list is not exhaustive.",
        "The items of Supplement No. 2 to part 744 are not transcribed: state supplement_2_meu.",
        "Days before 23 July 2026 by the text of the rule: the earlier text is an open point.",
    ),
    decide=decide,
    terms=(("requirement", "text?"), ("policy", "text?")),
)
