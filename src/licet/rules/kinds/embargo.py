"""Embargoed destinations and regions (15 CFR part 746, 31 CFR parts 510, 515 and 560)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from licet.model.law import (
    Check,
    Escape,
    FactUsed,
    Finding,
    Flag,
    LicencePolicy,
    Outcome,
    Question,
    Result,
)
from licet.model.rulebook import Measure
from licet.model.shipment import Item
from licet.rules import embargoes
from licet.rules.case import Case, Jurisdiction
from licet.rules.exceptions import escapes
from licet.rules.kind import Kind
from licet.rules.life import Standing
from licet.rules.places import Touched, touched
from licet.rules.sources import citations_of, dates_of, document_of, weakest
from licet.rules.ternary import every, negated
from licet.rules.us_goods import controlled_us_goods
from licet.text.countries import country_name


@dataclass(frozen=True, slots=True)
class _At:
    """An embargo of a place that the deal touches."""

    measure: Measure
    place: Touched
    where: Standing

    @property
    def cite(self) -> tuple[str, ...]:
        return self.measure.cite

    @property
    def words(self) -> str:
        name = country_name(self.place.country)
        return _WORDS[self.place.how].format(name=name, path=self.place.path)


_WORDS = {
    "destination": "The destination is {name}.",
    "recipient": "Who is to receive the items is in {name} ({path}).",
    "counterparty": "The act is a dealing with somebody in {name} ({path}).",
    "origin": "The items come from {name} ({path}).",
    "near": "Somebody in the deal is in {name} ({path}).",
    "spoken_of": "What is stated as known speaks of {name} ({path}).",
}


def decide(case: Case) -> Iterator[Result]:
    """Judge embargoes of countries and regions.

    Iran: US persons may not export there, a third country included (31 CFR 560.204); foreign companies that
    US persons own 50 % or more, or control, are bound like them (560.215), with General License H until
    26 June 2018 and its wind-down until 4 November 2018; nobody else may reexport controlled US goods
    (560.205), where a foreign item passes with *less than* 10 % of them, while BIS lets 10 % *or less* pass;
    the EAR ask for a licence for the control list and Supplement No. 7 (746.7). North Korea: a licence for
    everything subject to the EAR but EAR99 food and medicine (746.4), and US persons are barred (31 CFR 510).
    Cuba: a licence for everything (746.2), and the embargo on US persons and their companies (31 CFR 515).
    Syria: a licence (746.9), with exception SPP since 2 September 2025. Russia and Belarus: every entry of
    the control list (746.8(a)(1)), and goods by tariff code in the supplements (746.5, 746.8, 746.10).
    Crimea and the so-called Donetsk and Luhansk republics: everything but EAR99 food, medicine and some
    software (746.6); an unknown region is asked about only when an address points there. Before the first
    day of which a source speaks, it is asked: blank never means free.
    """
    book = embargoes.by_place(case.book)
    places = list(touched(case.shipment, book))
    seen = {item.country for item in places}
    places += [item for item in embargoes.spoken_of(case.book, case.shipment) if item.country not in seen]
    if not places:
        yield Check("embargo", "no place of the deal is under an embargo that the rulebook holds", _LAW)
        return
    results = [result for place in places for at in _held(case, place) for result in _judge(case, at)]
    if not results:
        names = ", ".join(country_name(item.country) for item in places)
        yield Check("embargo", f"{names}: the embargo does not reach this act or these items", _LAW)
    yield from results


def _held(case: Case, place: Touched) -> Iterator[_At]:
    for measure in embargoes.by_place(case.book)[place.country]:
        if str(case.shipment.activity) in measure.terms["activities"]:
            holds, where = embargoes.in_force(measure, case.moment)
            if holds is not False:
                yield _At(measure, place, where)


def _judge(case: Case, at: _At) -> Iterator[Result]:
    terms = at.measure.terms
    if terms["reach"] == "notice":
        yield Flag("embargo_notice", f"{at.words} {terms['scope']}", _cited(case, at), at.measure.id)
        return
    region, asked = _region(case, at)
    if region is False:
        return
    if terms["reach"] in {"us_person", "us_owned"}:
        reach, fact = _person(case, terms["reach"])
        yield from _result(case, at, every((region, reach)), asked or fact, None)
        return
    for index, (path, item, found) in enumerate(case.items):
        reach, fact = _item(case, at, item, found)
        missing = asked or (fact if "." in fact or not fact else f"{path}.{fact}")
        yield from _result(case, at, every((region, reach)), missing, index)
    if not case.shipment.items:
        yield from _result(case, at, None, "items", None)


def _person(case: Case, reach: str) -> tuple[bool | None, str]:
    actor = case.shipment.actor
    if reach == "us_person":
        return case.us_nexus, "actor.us_person"
    if actor.country == "US":
        return False, ""
    return actor.us_owned_or_controlled, "actor.us_owned_or_controlled"


def _item(case: Case, at: _At, item: Item, found: Jurisdiction) -> tuple[bool | None, str]:
    if at.measure.terms["reach"] == "us_goods_reexport":
        goods, fact = controlled_us_goods(item, at.measure.terms["content_below"])
        return every((negated(case.us_nexus), goods)), "actor.us_person" if goods else fact
    scope, fact = embargoes.reaches_item(at.measure, item)
    if scope is None:
        return every((found.subject, scope)), fact
    return every((found.subject, scope)), next(iter(found.missing), "") if found.subject is None else fact


def _region(case: Case, at: _At) -> tuple[bool | None, str]:
    """Tell whether the deal is for a region of the embargo; unknown only when the facts point there."""
    if not at.measure.terms.get("regions"):
        return True, ""
    if case.shipment.region:
        return embargoes.named_region(at.measure, case.shipment.region), "region"
    texts = [text for party in case.shipment.parties for text in (party.name, *party.addresses)]
    return (None, "region") if embargoes.hinted(at.measure, texts) else (False, "")


def _result(case: Case, at: _At, state: bool | None, missing: str, index: int | None) -> Iterator[Result]:  # noqa: FBT001
    """Yield what follows: a finding where all is known, a question where a fact or a day is missing."""
    if state is False:
        return
    path = "" if index is None else f"items[{index}]"
    direct = at.place.how in {"destination", "counterparty", "origin"} or (
        at.place.how == "recipient" and bool(at.measure.terms.get("third_country"))
    )
    if at.where.event is None:
        why = f"The rulebook does not say how this stood on {case.day}: its sources speak of later days."
        yield _question(case, at, "open_point", at.measure.id, why, path)
    elif state is None:
        yield _question(case, at, "missing_fact", missing, "State it: the answer decides.", path)
    elif not direct:
        why = "If the items are meant for that place, it follows."
        yield _question(case, at, "missing_fact", "destination", why, path)
    else:
        yield _finding(case, at, path)


def _question(case: Case, at: _At, code: str, fact: str, why: str, path: str) -> Question:
    sentence = f"{at.words} {at.measure.title}: {at.measure.terms['scope']} {why}"
    return Question(code, fact, sentence, at.measure.id, _cited(case, at), item=path)


def _finding(case: Case, at: _At, path: str) -> Finding:
    terms = at.measure.terms
    made = Finding(
        kind="embargo",
        rule=at.measure.id,
        outcome=Outcome(terms["effect"]),
        regime=terms["regime"],
        sentence=f"{at.words} {at.measure.title}.",
        citations=_cited(case, at),
        authority="BIS, Export Control Reform Act" if terms["regime"] == "US EAR" else "OFAC",
        scope=terms["scope"],
        in_force=at.where.interval,
        policy=LicencePolicy(terms["policy"]) if "policy" in terms else None,
        measure=at.measure.id,
        dates=dates_of(document_of(case.book, at.where.event)),
        item=path,
        escapes=tuple(_escapes(case, at, path)),
        facts=(FactUsed(at.place.path, at.place.country), *_facts(case, path)),
        confidence=weakest(case.book, at.measure, at.where.event),
    )
    for other in embargoes.authorising(case.book).get(at.measure.id, ()):
        made = _narrowed(case, made, other)
    return made


def _narrowed(case: Case, made: Finding, other: Measure) -> Finding:
    """Let a general licence or a wind-down cover what is forbidden, or tell why it does not."""
    holds, where = embargoes.in_force(other, case.moment)
    if holds is False or made.outcome is Outcome.AUTHORISED:
        return made
    cites = tuple(dict.fromkeys(cite for event in other.life for cite in case.book.cites(event)))
    acts = other.terms.get("acts", ())
    if holds and set(acts) <= set(case.shipment.acts):
        sentence = f"{made.sentence} Covered by {other.title} until {where.interval.last}."
        return replace(
            made,
            outcome=Outcome.AUTHORISED,
            instead_of=made.outcome,
            sentence=sentence,
            conditions=tuple(other.terms["conditions"]),
            until=where.interval.last,
            citations=tuple(dict.fromkeys((*made.citations, *cites))),
        )
    reason = (
        f"Only for {', '.join(acts)} (state it under acts), until {where.interval.last}."
        if holds
        else f"The rulebook does not say how it stood on {case.day}."
    )
    escape = Escape(other.title, "conditions_to_verify", reason, cites)
    return replace(made, escapes=(*made.escapes, escape))


def _escapes(case: Case, at: _At, path: str) -> Iterator[Escape]:
    terms = at.measure.terms
    item = _of(case, path)
    if spares := terms.get("spares"):
        said = (
            f"{path}.product is {item.product or 'not stated'}, {path}.eccn is {item.eccn or 'not stated'}"
            if item
            else ""
        )
        yield Escape(
            f"EAR99 {', '.join(spares).replace('_', ' ')}", "out_of_scope", f"Left out, but {said}.", at.cite
        )
    if terms["regime"] == "US EAR":
        if item is not None:
            yield from escapes(case, item, at.place.country)
        return
    yield Escape("specific licence of OFAC", "none", "None is stated.", at.cite)
    if "humanitarian" in terms:
        products = {entry.product.casefold() for entry in case.shipment.items}
        state = "conditions_to_verify" if products & embargoes.FOOD else "out_of_scope"
        yield Escape("general licences and exemptions", state, terms["humanitarian"], at.cite)


def _of(case: Case, path: str) -> Item | None:
    return case.shipment.items[int(path.removeprefix("items[").removesuffix("]"))] if path else None


def _facts(case: Case, path: str) -> tuple[FactUsed, ...]:
    item = _of(case, path)
    actor = case.shipment.actor
    found = [FactUsed("actor.country", actor.country)] if actor.country else []
    if item is not None and item.eccn:
        found.append(FactUsed(f"{path}.eccn", item.eccn))
    if item is not None and item.us_content_percent is not None:
        found.append(FactUsed(f"{path}.us_content_percent", str(item.us_content_percent)))
    return tuple(found)


def _cited(case: Case, at: _At) -> tuple[str, ...]:
    documents = citations_of(case.book, at.measure, at.where.event or at.measure.life[0])
    return tuple(dict.fromkeys((*at.cite, *documents)))


_LAW = ("15 CFR part 746", "31 CFR parts 510, 515, 560")

KIND = Kind(
    id="embargo",
    title="Embargoes of countries and regions",
    regime="US EAR and OFAC",
    step="D6",
    version=1,
    citations=(*_LAW, "15 CFR 736.2(b)(6)"),
    not_covered=(
        "OFAC's rules on the regions of Ukraine, on Russia and on Syria beyond its lists",
        "the tariff codes of Supplements No. 2, 4, 5, 6 and 7 to part 746: they are asked about",
        "imports from Iran; UN, EU and UK embargoes on goods",
    ),
    decide=decide,
    terms=(
        ("regime", "text"),
        ("places", "countries?"),
        ("regions", "texts?"),
        ("hints", "texts?"),
        ("reach", "text?"),
        ("activities", "texts?"),
        ("items", "text?"),
        ("content", "text?"),
        ("content_below", "decimal?"),
        ("spares", "texts?"),
        ("effect", "text?"),
        ("policy", "text?"),
        ("third_country", "yes_no?"),
        ("scope", "text?"),
        ("humanitarian", "text?"),
        ("start_unread", "yes_no?"),
        ("acts", "texts?"),
        ("conditions", "texts?"),
    ),
)
"""The kind, for the registry."""
