"""Procurement, funding, sales-channel and equipment bans: they bind those they name, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import (
    Check,
    Confidence,
    FactUsed,
    Finding,
    Flag,
    Identity,
    Interval,
    Outcome,
    Question,
    Result,
)
from licet.model.rulebook import Measure, Rulebook, State
from licet.model.shipment import Activity, Item
from licet.rules.case import Case
from licet.rules.channels import Ban, fact_of, is_bound, is_product, items_of, silence_decides, supplies
from licet.rules.kind import Kind
from licet.rules.life import Standing, standing
from licet.rules.ternary import every

_CONCERNED = frozenset({Activity.PROCURE, Activity.RETAIL_SALE, Activity.IMPORT, Activity.USE})


def decide(case: Case) -> Iterator[Result]:
    """Apply bans on buying, funding, selling in a channel and authorising equipment.

    Military exchanges may not sell phones and modems of ZTE and Huawei (directive of 25 April 2018).
    Universal-service support may not pay for what designated companies make (47 CFR 54.9: proposed on 17
    April
    2018, in force on 3 January 2020, both designated on 30 June 2020), nor for what is on the FCC's Covered
    List. Covered equipment gets no new equipment authorisation since 6 February 2023. Executive agencies may
    not buy covered telecommunications equipment (s.889(a)(1)(A), 13 August 2019) nor contract with who uses
    it
    (B, 13 August 2020); grant money may not be spent on it (2 CFR 200.216).

    Each ban binds only those it names, for the money and the channel it names. What is proposed is told and
    changes nothing. Where a ban names a party but does not concern the act, that is told as a flag.
    """
    others: dict[str, list[Ban]] = {}
    seen = False
    for hit, measure in case.measures_of("channel_ban"):
        ban = Ban(case, measure, standing(measure, case.moment, hit.key), hit)
        seen = True
        if ban.stand.state in {State.PROPOSED, State.ANNOUNCED}:
            yield _proposed(ban)
        elif ban.stand.state is State.IN_FORCE:
            results = tuple(_apply(ban))
            if not results:
                others.setdefault(hit.involved.path, []).append(ban)
            yield from results
    for path, bans in others.items():
        yield _other_regimes(path, bans)
    if case.shipment.activity in _CONCERNED:
        for measure in case.book.derived(_categories):
            stand = standing(measure, case.moment)
            if stand.state is State.IN_FORCE:
                yield from _apply(Ban(case, measure, stand, None))
        if not seen:
            told = "Nobody named in a procurement, funding or channel ban was found."
            yield Check("channel_ban", told, ("47 CFR 54.9", "47 CFR 1.50002", "NDAA FY2019 s.889"))


def _categories(book: Rulebook) -> tuple[Measure, ...]:
    """Return the bans on categories of products, which name nobody."""
    return tuple(item for item in book.of_kind("channel_ban") if not item.parties)


def _apply(ban: Ban) -> Iterator[Result]:
    shipment, terms = ban.case.shipment, ban.terms
    if "activities" in terms and shipment.activity not in terms["activities"]:
        return
    if ban.hit is not None and not supplies(ban.hit, shipment.activity):
        return
    bound = is_bound(ban)
    if bound is False:
        return
    for index, item in items_of(ban):
        product = is_product(terms, item)
        if every((bound, product)) is False:
            continue
        if bound is None or product is None:
            fact = fact_of(ban) if bound is None else f"items[{index}].product"
            yield _missing(ban, fact, decides=silence_decides(ban, bound=bound))
        else:
            yield from _bites(ban, index, item)


def _bites(ban: Ban, index: int, item: Item) -> Iterator[Result]:
    hit = ban.hit
    unsure = hit is not None and hit.identity is Identity.POSSIBLE
    owner = hit is not None and hit.involved.is_owner
    terms = ban.terms
    if unsure or owner or terms.get("only_for_stated_purposes") or terms.get("exceptions"):
        yield _resolve(ban, index, unsure=unsure, owner=owner)
        return
    yield Finding(
        "channel_ban",
        ban.measure.id,
        Outcome.PROHIBITED,
        str(terms["regime"]),
        f"{ban.measure.title}. {terms['says']}",
        ban.cites,
        authority=_authority(ban),
        scope=str(terms["says"]),
        in_force=ban.stand.interval,
        measure=ban.measure.id,
        dates=_dates(ban),
        party=hit.involved.path if hit else "",
        item=f"items[{index}]",
        evidence=hit.evidence if hit else None,
        facts=_facts(ban, index, item),
        confidence=_weakest(ban.measure.confidence, ban.stand),
    )


def _resolve(ban: Ban, index: int, *, unsure: bool, owner: bool) -> Question:
    hit = ban.hit
    name = hit.involved.name if hit else ""
    if unsure and hit is not None:
        said = (
            f"{name} may be {hit.evidence.matched_name}. If it is: {ban.measure.title}. {ban.terms['says']}"
        )
    elif owner:
        said = f"{name} owns the supplier: the ban covers affiliates and subsidiaries. {ban.measure.title}."
    elif ban.terms.get("exceptions"):
        said = f"{ban.terms['says']} State whether one applies."
    else:
        said = f"{ban.measure.title}: state the purpose, for only the purposes that the entry states count."
    return Question(
        "identity" if unsure else "missing_fact",
        hit.involved.path if hit and (unsure or owner) else f"items[{index}].product",
        said,
        ban.measure.id,
        ban.cites,
        party=hit.involved.path if hit else "",
        item=f"items[{index}]",
        evidence=hit.evidence if hit else None,
    )


def _missing(ban: Ban, fact: str, *, decides: bool) -> Question:
    return Question(
        "missing_fact",
        fact,
        f"{ban.measure.title}: state {fact}. {ban.terms['says']}",
        ban.measure.id,
        ban.cites,
        decides=decides,
        party=ban.hit.involved.path if ban.hit else "",
        evidence=ban.hit.evidence if ban.hit else None,
    )


def _proposed(ban: Ban) -> Flag:
    state = "proposed" if ban.stand.state is State.PROPOSED else "announced, and not yet binding for it"
    since = f" since {ban.stand.interval.first}" if ban.stand.interval.first else ""
    return Flag(
        "proposed",
        f"{ban.measure.title}: {state}{since}; without effect on this answer.",
        ban.cites,
        ban.measure.id,
        ban.hit.involved.path if ban.hit else "",
        ban.stand.interval,
        ban.hit.evidence if ban.hit else None,
    )


def _other_regimes(path: str, bans: list[Ban]) -> Flag:
    first = bans[0]
    name = first.hit.evidence.matched_name if first.hit else ""
    titles = "; ".join(ban.measure.title for ban in bans)
    return Flag(
        "other_regime",
        f"{name} is named in other regimes, which this act is not under: {titles}.",
        tuple(dict.fromkeys(cite for ban in bans for cite in ban.cites)),
        first.measure.id if len(bans) == 1 else "",
        path,
        first.stand.interval if len(bans) == 1 else Interval(),
        first.hit.evidence if first.hit else None,
    )


def _authority(ban: Ban) -> str:
    document = ban.case.book.documents.get(ban.stand.event.document) if ban.stand.event else None
    return f"{document.agency} {document.authority}".strip() if document else ""


def _dates(ban: Ban) -> tuple[tuple[str, str], ...]:
    document = ban.case.book.documents.get(ban.stand.event.document) if ban.stand.event else None
    if document is None:
        return ()
    days = ("signed", "effective", "public", "published", "expiry")
    return tuple((name, day.isoformat()) for name in days if (day := getattr(document, name)) is not None)


def _facts(ban: Ban, index: int, item: Item) -> tuple[FactUsed, ...]:
    shipment, bound = ban.case.shipment, ban.terms["bound"]
    used = [FactUsed("activity", str(shipment.activity))]
    used += [
        FactUsed(name, getattr(shipment, name)) for name in ("funds", "channel") if getattr(shipment, name)
    ]
    if "actor" in bound and getattr(shipment.actor, bound["actor"]) is not None:
        used.append(FactUsed(f"actor.{bound['actor']}", str(getattr(shipment.actor, bound["actor"])).lower()))
    if item.product:
        used.append(FactUsed(f"items[{index}].product", item.product))
    return tuple(used)


def _weakest(own: Confidence, stand: Standing) -> Confidence:
    order = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
    both = (own, stand.event.confidence if stand.event else Confidence.HIGH)
    return min(both, key=order.index)


KIND = Kind(
    id="channel_ban",
    title="Procurement, funding, sales-channel and equipment bans",
    regime="US procurement, funding and channels",
    step="D17",
    version=1,
    citations=(
        "DoD directive to military exchanges of 25 Apr 2018",
        "47 CFR 54.9",
        "47 CFR 1.50002",
        "NDAA FY2019 s.889",
        "FAR 4.21",
        "2 CFR 200.216",
        "s.1260H list",
    ),
    not_covered=(
        "The texts of the Covered List: purposes, exceptions, conditional approvals.",
        "The s.1260H list beyond Huawei; SAM exclusions; s.5949 chips; ICTS rules (15 CFR 791).",
        "Whether equipment is a substantial component of a system is for a person to judge.",
    ),
    decide=decide,
    terms=(
        ("activities", "texts?"),
        ("bound", "mapping"),
        ("products", "texts?"),
        ("products_open", "yes_no?"),
        ("made_abroad", "yes_no?"),
        ("exceptions", "yes_no?"),
        ("affiliates", "yes_no?"),
        ("only_for_stated_purposes", "yes_no?"),
        ("says", "text"),
        ("regime", "text"),
    ),
)
