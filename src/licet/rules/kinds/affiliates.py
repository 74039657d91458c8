"""The Affiliates Rule of BIS: foreign companies that listed ones own by half are restricted like them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from licet.model.law import (
    Check,
    Confidence,
    Escape,
    FactUsed,
    Finding,
    Flag,
    LicencePolicy,
    Outcome,
    Question,
    Result,
)
from licet.model.rulebook import Dated, State
from licet.model.shipment import ShipmentParty
from licet.rules.cascade import Cascade
from licet.rules.case import Case, Involved
from licet.rules.freeze_owned import ANY, unlisted
from licet.rules.freezes import ownership_test, weakest
from licet.rules.groups import in_group
from licet.rules.kind import Kind
from licet.rules.life import Standing, standing
from licet.rules.reached import Touch, touch
from licet.rules.restricted import Restricted, restricted
from licet.rules.sources import dates_of, document_of
from licet.rules.ternary import some

RULE = "us.bis.affiliates"
_CITES = ("90 FR 47201", "15 CFR part 744 Supp. 8")
_TEST = "us.ear.affiliates.test"


@dataclass(frozen=True, slots=True)
class _Affiliate:
    """A party with listed owners above it.

    Attributes:
        case: The case.
        path: The party.
        cascade: What the rule reaches.
        way: The same where the rule reaches it; else what any share or control at all would reach.
        owners: The listed owners at the top of its chains, the sure ones where there are any.
        law: The test of the rule.
        now: Where the rule stands on the day.
    """

    case: Case
    path: str
    cascade: Cascade
    way: Cascade
    owners: tuple[Restricted, ...]
    law: Dated
    now: Standing

    @property
    def party(self) -> ShipmentParty:
        """The party as stated."""
        return self.case.shipment.parties[int(self.path[8:-1])]

    @property
    def node(self) -> str:
        """Its node."""
        return self.case.ownership.nodes[self.path]

    @property
    def told(self) -> str:
        """The way and the listed owners, in words."""
        listed = " and ".join(dict.fromkeys(item.said for item in self.owners))
        return f"{self.way.told(self.node)}. Listed: {listed}"

    @property
    def cites(self) -> tuple[str, ...]:
        """Citations of the rule as it stands, then those of the owners' entries."""
        own = self.case.book.cites(self.now.event) if self.now.event else ()
        owners = tuple(cite for item in self.owners for cite in item.citations)
        return tuple(dict.fromkeys((*own, *self.law.cite, *owners)))


def decide(case: Case) -> Iterator[Result]:
    """A foreign company that listed ones own by half is restricted like its owners, on the days of the rule.

    Counted are owners on the Entity List and the Military End User List, blocked persons of the programmes of
    15 CFR 744.8, and companies restricted through them; shares add up and are not multiplied down a chain.
    The most restrictive owner governs, and footnotes on foreign direct products pass down. The rule held from
    29 September to 9 November 2025 and is suspended from 10 November 2025 to 9 November 2026. By its text it
    returns on 10 November 2026 unless a new rule extends the stay: from that day the answer is a question.

    Where a listed owner is known and its share is not, Red Flag 29 asks to resolve it, get a licence, or
    stop. On other days such a company is legally distinct from its owners: a red flag, no finding.
    """
    found = restricted(case) if case.ownership.is_stated else ()
    if not found:
        looked = "no stated owner is, or may be, one that the Affiliates Rule counts"
        yield Check("affiliates", looked, _CITES)
        return
    measure = case.book.measures[RULE]
    value = case.book.values[_TEST]
    law = value.on(case.day) or value.dated[0]
    graph = case.ownership.nodes
    sure = frozenset(graph[item.path] for item in found if item.sure and item.path in graph)
    possible = frozenset(graph[item.path] for item in found if item.path in graph) - sure
    reached = Cascade(case.ownership, sure, possible, ownership_test(law.value))
    touched = replace(reached, test=ANY)
    now = standing(measure, case.moment)
    for path in unlisted(case, sure):
        node = graph[path]
        cascade, wide = reached.of_owners(node), touched.of_owners(node)
        if wide.state(node) is not False:
            way = cascade if cascade.state(node) is not False else wide
            yield from _affiliate(_Affiliate(case, path, cascade, way, _behind(way, node, found), law, now))


def _affiliate(one: _Affiliate) -> Iterator[Result]:
    state = one.cascade.state(one.node)
    how = touch(one.case.shipment, _involved(one))
    if how is Touch.NONE:
        return
    if one.now.state is not State.IN_FORCE:
        yield _outside(one)
    elif state is False:
        share = one.cascade.share(one.node)
        part = f"hold {share} of" if share.high else "hold no share that counts of"
        told = f"Listed owners {part} {one.party.name}, less than the Affiliates Rule asks for"
        yield _flag(
            one,
            f"{told}: {one.told}. A red flag all the same: listed owners may take part, and shares change.",
        )
    elif one.party.country == "US":
        yield _flag(
            one,
            f"{one.party.name} is no foreign entity, so the Affiliates Rule does not reach it: {one.told}.",
        )
    elif how not in {Touch.PARTY, Touch.ROLE_UNSTATED}:
        told = f"{one.party.name} counts, or may count, with its listed owners: {one.told}."
        yield _flag(
            one,
            f"{told} In its part here that is a red flag; as a party to the transaction it needs a licence.",
        )
    elif question := _open(one, state, how):
        yield question
    else:
        yield from _items(one)


def _outside(one: _Affiliate) -> Flag:
    """Tell of listed owners on days on which the rule does not hold."""
    held = one.case.book.value("us.ear.affiliates.outside", one.case.day)
    words, cite = (str(held.value), held.cite) if held else ("", ())
    why = "suspended" if one.now.state is State.SUSPENDED else "not in force"
    own = one.case.book.cites(one.now.event) if one.now.event else ()
    return Flag(
        "red_flag",
        f"{one.party.name} has listed owners: {one.told}. "
        f"The Affiliates Rule is {why} on {one.case.day}. {words}",
        tuple(dict.fromkeys((*own, *cite))) or _CITES,
        RULE,
        one.path,
        one.now.interval,
        one.owners[0].evidence,
    )


def _open(one: _Affiliate, state: bool | None, how: Touch) -> Question | None:  # noqa: FBT001  three-valued
    """Ask for what keeps the rule from an answer: the share, the identity, the country, the part it has."""
    name = one.party.name
    if state is None:
        missing = one.cascade.missing(one.node)
        if not any(fact.endswith(".percent") for fact in missing):
            return _ask(
                one, "identity", ", ".join(missing), f"If that is the listed one, {name} is restricted too"
            )
        flag = one.case.book.value("us.ear.red_flag_29", one.case.day)
        words = str(flag.value) if flag else ""
        asked = f"Red Flag 29: a listed owner of {name} is known and its share is not. {words} Share"
        question = _ask(one, "red_flag", ", ".join(missing), asked)
        return question if flag is None else _citing(question, flag.cite)
    if not one.party.country:
        return _ask(
            one, "missing_fact", f"{one.path}.country", f"Only a foreign entity is reached: where is {name}"
        )
    if how is Touch.ROLE_UNSTATED:
        return _ask(one, "missing_fact", f"{one.path}.role", f"State the part of {name}: it is restricted")
    return None


def _items(one: _Affiliate) -> Iterator[Result]:
    """Decide item by item: the owners' entries say which items need a licence."""
    if not one.case.shipment.items:
        yield _ask(
            one, "missing_fact", "items", f"{one.party.name} is restricted like its owners: for which items"
        )
        return
    caught: list[str] = []
    policies: list[LicencePolicy] = []
    for path, item, found in one.case.items:
        reaches = [(owner, owner.scope.reaches(item, one.case.shipment)) for owner in one.owners]
        state = some(reach.caught for _owner, reach in reaches)
        if found.subject is False:
            yield Check(
                "affiliates", f"{path} is not subject to the EAR, so the rule does not reach it", one.cites
            )
        elif state is False:
            yield _flag(
                one,
                f"{path}: the entries of the listed owners of {one.party.name} ask for no licence for it.",
            )
        elif found.subject is None or state is None:
            facts = (
                found.missing
                if found.subject is None
                else tuple(reach.fact for _o, reach in reaches if reach.fact)
            )
            fact = facts[0] if facts else path
            fact = f"{path}{fact}" if fact.startswith(".") else fact
            yield _ask(
                one,
                "missing_fact",
                fact,
                f"{one.party.name} is restricted like its owners: is {path} covered",
            )
        else:
            caught.append(path)
            reviews = [owner.scope.policy.of(item) for owner, reach in reaches if reach.caught]
            policies += [review for review in reviews if review]
    if caught:
        yield _finding(one, caught, policies)


def _finding(one: _Affiliate, caught: Sequence[str], policies: Sequence[LicencePolicy]) -> Finding:
    order = tuple(LicencePolicy)
    policy = min(policies, key=order.index, default=None)
    footnotes = sorted({note for owner in one.owners for note in owner.scope.fdp_footnotes})
    passed = f" Footnotes of its owners pass down: {', '.join(footnotes)}." if footnotes else ""
    event = one.now.event
    document = document_of(one.case.book, event)
    holdings = one.cascade.because(one.node)
    levels = [one.law.confidence, event.confidence if event else Confidence.HIGH]
    note = f" {event.note}" if event and event.note else ""
    return Finding(
        kind="affiliates",
        rule=RULE,
        outcome=Outcome.LICENCE_REQUIRED,
        regime="US EAR",
        sentence=f"{one.party.name} is restricted like its listed owners ({one.cascade.test}): {one.told}. "
        f"A licence is needed as for the most restrictive of them.{passed}{note}",
        citations=one.cites,
        authority="BIS; 15 CFR part 744",
        scope="; ".join(dict.fromkeys(owner.scope.item_scope.value for owner in one.owners)),
        in_force=one.now.interval,
        policy=policy,
        policy_text="; ".join(
            dict.fromkeys(owner.scope.policy.raw for owner in one.owners if owner.scope.policy.raw)
        ),
        measure=RULE,
        dates=dates_of(document),
        party=one.path,
        item=caught[0] if len(caught) == 1 and len(one.case.shipment.items) > 1 else "",
        evidence=one.owners[0].evidence,
        escapes=tuple(_escapes(one)),
        facts=tuple(FactUsed(f"{item.path}.percent", str(item.share)) for item in holdings),
        confidence=weakest(*levels, *(owner.confidence for owner in one.owners)),
    )


def _escapes(one: _Affiliate) -> Iterator[Escape]:
    yield Escape(
        "licence exception", "foreclosed", "As for the owners, unless their entries say otherwise.", one.cites
    )
    held = one.case.book.value("us.ear.affiliates.tgl", one.case.day)
    if held is None:
        return
    groups = held.value["groups"]
    inside = some(in_group(one.case.book, one.party.country, group, one.case.day) for group in groups)
    state = "out_of_scope" if inside is False else "conditions_to_verify"
    where = " or ".join(groups)
    told = f"Certain dealings with affiliates and joint ventures in {where}, up to {held.interval.last}."
    yield Escape("temporary general licence of the Affiliates Rule", state, told, held.cite)


def _behind(cascade: Cascade, node: str, found: Sequence[Restricted]) -> tuple[Restricted, ...]:
    """Return the listed owners above a party; those that only may be listed where none surely is."""
    graph = cascade.ownership.nodes
    tops = cascade.listed_behind(node)
    above = [item for item in found if graph.get(item.path) in tops]
    known = {item.path for item in above if item.sure}
    return tuple(item for item in above if item.sure or item.path not in known)


def _involved(one: _Affiliate) -> Involved:
    return Involved(one.path, one.party.name, one.party.country, one.party.role, int(one.path[8:-1]))


def _flag(one: _Affiliate, sentence: str) -> Flag:
    return Flag("red_flag", sentence, one.cites, RULE, one.path, one.now.interval, one.owners[0].evidence)


def _ask(one: _Affiliate, code: str, fact: str, asked: str) -> Question:
    note = f" {one.now.event.note}" if one.now.event and one.now.event.confidence is Confidence.LOW else ""
    sentence = f"{asked}? {one.told}.{note}"
    return Question(code, fact, sentence, RULE, one.cites, party=one.path, evidence=one.owners[0].evidence)


def _citing(question: Question, cite: tuple[str, ...]) -> Question:
    return replace(question, citations=tuple(dict.fromkeys((*cite, *question.citations))))


KIND = Kind(
    id="affiliates",
    title="Affiliates Rule (50 per cent)",
    regime="US EAR",
    step="D5",
    version=1,
    citations=(*_CITES, "90 FR 50857"),
    not_covered=(
        "Whether the stay was extended after 9 November 2026: not known; such answers are questions.",
        "The terms of the temporary general licence of 29 September to 28 November 2025.",
        "Owners that are not stated: licet knows no register of companies.",
    ),
    decide=decide,
)
