"""How a kind that follows lists of parties speaks of an entry: flags and questions with their citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from licet.model.law import Check, Confidence, FactUsed, Finding, Flag, Outcome, Question
from licet.model.shipment import Item, ShipmentParty
from licet.rules.case import Case, Involved
from licet.rules.listed import Entry
from licet.rules.reached import Touch, touch
from licet.rules.sources import dates_of, document_of, is_sure, weakest

_ASIDE = {
    Touch.OTHER_ROLE: "{who} is on the {list} and takes part as {role}. The list bites on purchaser, "
    "consignees and end user; a listed party in another part is a red flag.",
    Touch.BOUGHT_FROM: "{who} is on the {list} and sells here. Buying from it is not what the list is about; "
    "if the goods are subject to the EAR, how it came by them is a red flag.",
    Touch.INSIDE_US: "{who} is on the {list}. The list is about exports: a sale inside the United States is "
    "not reached while the item stays; its export is.",
    Touch.OTHER_ACT: "{who} is on the {list}. The list speaks of exports, reexports and transfers of items; "
    "this act with it is a red flag.",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks.

    Attributes:
        kind: The measure kind.
        rule: Its rule.
        listing: What the list is called.
        citations: Law that every word of it rests on.
    """

    kind: str
    rule: str
    listing: str
    citations: tuple[str, ...]

    def cites(self, case: Case, entry: Entry) -> tuple[str, ...]:
        """Return the citations of an entry, then the law."""
        return tuple(dict.fromkeys((*entry.citations(case), *self.citations)))

    def finding(
        self, case: Case, entry: Entry, outcome: Outcome, sentence: str, paths: Sequence[str]
    ) -> Finding:
        """Return what every finding about an entry holds; the kind adds what its own law says.

        Args:
            case: The case.
            entry: The entry.
            outcome: What it says.
            sentence: The same in words.
            paths: The items concerned.
        """
        measure, event = entry.measure, entry.standing.event
        return Finding(
            kind=self.kind,
            rule=self.rule,
            outcome=outcome,
            regime="US EAR",
            sentence=sentence,
            citations=self.cites(case, entry),
            in_force=entry.standing.interval,
            measure=measure.id if measure else "",
            dates=dates_of(document_of(case.book, event)),
            party=entry.involved.path,
            item=paths[0] if len(paths) == 1 else "",
            evidence=entry.evidence,
            confidence=weakest(case.book, measure, event) if measure else Confidence.HIGH,
        )

    def flag(self, case: Case, entry: Entry, code: str, sentence: str) -> Flag:
        """Return a flag; where identity is open the sentence says so."""
        who = entry.evidence.matched_name
        return Flag(
            code,
            sentence if is_sure(entry.evidence) else f"If the party is {who}: {sentence}",
            self.cites(case, entry),
            entry.measure.id if entry.measure else "",
            entry.involved.path,
            entry.standing.interval,
            entry.evidence,
        )

    def aside(self, case: Case, entry: Entry, how: Touch) -> Flag:
        """Return the flag for an act that touches a listed party in a way that the list does not bite on."""
        role = entry.involved.role.value.replace("_", " ")
        told = _ASIDE[how].format(who=entry.evidence.matched_name, role=role, list=self.listing)
        return self.flag(case, entry, "inside_us" if how is Touch.INSIDE_US else "red_flag", told)

    def question(self, case: Case, entry: Entry, code: str, sentence: str, fact: str = "") -> Question:
        """Return a question about an entry; without a fact the party itself is what is to be resolved."""
        path = entry.involved.path
        cites = self.cites(case, entry)
        return Question(code, fact or path, sentence, self.rule, cites, party=path, evidence=entry.evidence)

    def set_aside(self, entries: Iterable[Entry]) -> Iterator[Check]:
        """Yield what tells which entries were alike and not asked about, if any."""
        names = list(dict.fromkeys(entry.evidence.matched_name for entry in entries))
        if names:
            told = f"Alike too, and set aside because the party surely is another entry: {'; '.join(names)}."
            yield Check(self.kind, told, self.citations)

    def identity(self, case: Case, entry: Entry, follows: str) -> Question:
        """Return the question whether a party is the listed one, with what follows if it is."""
        told = f"{entry.evidence.our_name} may be {entry.evidence.matched_name}. If it is: {follows}"
        return self.question(case, entry, "identity", told)


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows for a party that is listed as the user states, whatever the record says.

    Attributes:
        outcome: The outcome.
        said: The rest of a sentence that begins with the name and the list.
        reaches: Whether it reaches an item for a party; None where that is not known.
        conditions: The steps.
        citations: Law beside that of the list.
    """

    outcome: Outcome
    said: str
    reaches: Callable[[Case, ShipmentParty, Item], bool | None]
    conditions: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


def stated(
    case: Case, voice: Voice, code: str, seen: Iterable[Entry], follows: Follows | None = None
) -> Iterator[Finding | Question]:
    """Yield a question for each party that the user states to be listed and that no record was matched to.

    Args:
        case: The case.
        voice: Who asks.
        code: How the list is called in `listed_as`, such as `EL`.
        seen: Entries that were found.
        follows: What follows at once, on the word of the user; nothing when None.
    """
    if not any(one.listed_as for one in case.shipment.parties):
        return
    matched = {entry.involved.path for entry in seen}
    for place, one in enumerate(case.shipment.parties):
        path = f"parties[{place}]"
        if code in one.listed_as and path not in matched:
            told = (
                f"{one.name} is stated to be on the {voice.listing}, and no record of it was matched: "
                "find the record. Until then take it as listed."
            )
            yield Question(
                "stated_listing", f"{path}.listed_as", told, voice.rule, voice.citations, party=path
            )
            if follows is not None:
                yield from _on_word(case, (voice, code, follows), place)


def _on_word(case: Case, of: tuple[Voice, str, Follows], place: int) -> Iterator[Finding]:
    """Yield what follows where the act touches the party as the list bites, for items that are reached."""
    voice, code, follows = of
    one, path = case.shipment.parties[place], f"parties[{place}]"
    if touch(case.shipment, Involved(path, one.name, one.country, one.role, place)) is not Touch.PARTY:
        return
    reached = [
        item_path
        for item_path, item, found in case.items
        if found.subject is True and follows.reaches(case, one, item) is True
    ]
    if reached:
        yield Finding(
            kind=voice.kind,
            rule=voice.rule,
            outcome=follows.outcome,
            regime="US EAR",
            sentence=f"{one.name} is on the {voice.listing}, as the user states: {follows.said}",
            citations=tuple(dict.fromkeys((*voice.citations, *follows.citations))),
            authority="BIS; 15 CFR part 744",
            scope="the record was not read: the list at its widest",
            party=path,
            item=reached[0] if len(reached) == 1 else "",
            conditions=follows.conditions,
            facts=(FactUsed(f"{path}.listed_as", code),),
        )


def is_aside(how: Touch) -> bool:
    """Tell whether a touch is one that is told as a flag."""
    return how in _ASIDE
