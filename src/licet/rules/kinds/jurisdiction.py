"""Whether the items are subject to the EAR at all."""

from __future__ import annotations

from collections.abc import Iterator

from licet.model.law import Check, Escape, FactUsed, Finding, Interval, Outcome, Question, Result
from licet.model.rulebook import State
from licet.model.shipment import Item
from licet.rules.acts import UNDER_EAR
from licet.rules.case import Case, Jurisdiction
from licet.rules.direct_product import PARAGRAPHS
from licet.rules.eccn import is_listed
from licet.rules.kind import Kind
from licet.rules.life import standing
from licet.rules.ternary import some
from licet.rules.where import is_within

_BITES = frozenset({"denial_order", "entity_listing", "unverified", "military_end_user"})
_AUTHORITY = "BIS; Export Control Reform Act"
_RULE = "us.ear.jurisdiction"


def decide(case: Case) -> Iterator[Result]:
    """Tell for each item whether it is subject to the Export Administration Regulations.

    An item is subject to them when it is in the United States or moves through it, when it is of US origin
    wherever it is, when it is foreign-made with more controlled US content than the threshold of the
    destination (10 per cent for embargoed countries, 25 elsewhere; exactly the threshold is not more), or
    when
    it is a foreign direct product of US technology, software or plant for the destination, party or use that
    a paragraph of 734.9 names. Published information and defence articles are not.

    What is not subject is outside these regulations, and the other regimes go on. Where that is not known, it
    is asked; the answer waits for it only where something would bite: a listed party, an embargo, a control.
    """
    if case.shipment.activity not in UNDER_EAR:
        return
    for path, item, found in case.items:
        if found.by == "savings":
            yield _saved(case, path, found)
        elif found.subject is False:
            yield _outside(path, item, found)
            yield from _unhinted(path, found)
        elif found.subject is None:
            yield from _asked(case, path, item, found)
        else:
            how = f"{path} is subject to the EAR: {' '.join(found.reasons)}"
            yield Check("jurisdiction", how, found.citations)
            if found.by == "direct_product":
                yield from _direct_product(case, path, item, found)


def _direct_product(case: Case, path: str, item: Item, found: Jurisdiction) -> Iterator[Finding]:
    """Apply general prohibition 3 where a paragraph's own reach is what needs the licence."""
    for key in PARAGRAPHS:
        text = case.book.value(key, case.day)
        if text is None or "needs_licence" not in text.value or text.cite[0] not in found.citations:
            continue
        gate = str(text.value["needs_licence"])
        yield Finding(
            "jurisdiction",
            "us.ear.gp3",
            Outcome.LICENCE_REQUIRED,
            "US EAR",
            f"{item.description or 'This item'} needs a licence there as a foreign direct product: "
            f"{text.value['about']} (general prohibition 3). {' '.join(found.reasons)}",
            (*text.cite, "15 CFR 736.2(b)(3)"),
            authority=_AUTHORITY,
            scope=str(text.value["about"]),
            in_force=text.interval,
            item=path,
            escapes=(
                Escape(
                    "licence exceptions", "foreclosed", f"{gate} closes them for such equipment.", (gate,)
                ),
            ),
            facts=_facts(path, item),
            confidence=text.confidence,
        )


def _outside(path: str, item: Item, found: Jurisdiction) -> Finding:
    told = item.description or "This item"
    return Finding(
        "jurisdiction",
        _RULE,
        Outcome.OUTSIDE,
        "US EAR",
        f"{told} is not subject to the EAR. {' '.join(found.reasons)} Other regimes are not concerned "
        "by this.",
        found.citations,
        authority=_AUTHORITY,
        scope="items subject to the EAR",
        item=path,
        facts=_facts(path, item),
    )


def _unhinted(path: str, found: Jurisdiction) -> Iterator[Question]:
    """Name what would make an EAR99 item a direct product after all; nothing of it is stated."""
    for fact in found.missing:
        yield Question(
            "missing_fact",
            fact,
            f"{path} is EAR99, and nothing states that it was made with US technology, software or plant: "
            "it is taken as no foreign direct product. If it was, it may be subject to the EAR.",
            _RULE,
            found.citations,
            decides=False,
            item=path,
        )


def _saved(case: Case, path: str, found: Jurisdiction) -> Finding:
    clause = case.book.value("us.ear.fdp.savings", case.day)
    last = clause.value["last_day"] if clause else None
    return Finding(
        "jurisdiction",
        "us.ear.fdp.savings",
        Outcome.AUTHORISED,
        "US EAR",
        " ".join(found.reasons),
        found.citations,
        authority=_AUTHORITY,
        scope="foreign direct products whose production had begun before the rule",
        in_force=clause.interval if clause else Interval(),
        item=path,
        until=last,
        conditions=(f"production began before {clause.value['production_began_before']}",) if clause else (),
        facts=_facts(path, case.shipment.items[int(path[6:-1])]),
        instead_of=Outcome.LICENCE_REQUIRED,
    )


def _asked(case: Case, path: str, item: Item, found: Jurisdiction) -> Iterator[Question]:
    decides = _hinges(case, item)
    told = " ".join(found.reasons)
    follows = (
        "a listed party, an embargo, a control or an end use of this case would then bite"
        if decides
        else "nothing of this case that was found would bite"
    )
    for fact in found.missing or (path,):
        yield Question(
            "missing_fact" if found.missing else "open_point",
            fact,
            f"Is {path} subject to the EAR? {told} If it is, {follows}.",
            _RULE,
            found.citations,
            decides=decides,
            item=path,
        )


def _hinges(case: Case, item: Item) -> bool:
    """Tell whether a rule of the EAR would bite if the item were subject to it."""
    if is_listed(item.eccn):
        return True
    if any(hit.list_id.startswith("us_") for hit in case.hits) or _is_named(case):
        return True
    end_use = case.shipment.end_use
    if end_use is not None and any(use != "civil" for use in end_use.uses):
        return True
    if any(party.end_user_type not in {"", "civil"} for party in case.shipment.parties):
        return True
    text = case.book.value("us.ear.de_minimis.content", case.day)
    if text is None:
        return False
    place = (case.shipment.destination, case.shipment.region)
    embargoed = (text.value["ear99_counts"], text.value["ear99_may_count"])
    return some(is_within(case.book, where, place, case.day) for where in embargoed) is True


def _is_named(case: Case) -> bool:
    for kind in sorted(_BITES):
        for hit, measure in case.measures_of(kind):
            # An authorisation narrows a measure: it bites on nobody.
            if not measure.authorises and standing(measure, case.moment, hit.key).state is State.IN_FORCE:
                return True
    return False


def _facts(path: str, item: Item) -> tuple[FactUsed, ...]:
    used = [FactUsed(f"{path}.origin", item.origin)] if item.origin else []
    if item.us_content_percent is not None:
        used.append(FactUsed(f"{path}.us_content_percent", str(item.us_content_percent)))
    if item.direct_product:
        used.append(FactUsed(f"{path}.direct_product", ", ".join(item.direct_product)))
    if item.published:
        used.append(FactUsed(f"{path}.published", "true"))
    if item.contains_us_ic is not None:
        used.append(FactUsed(f"{path}.contains_us_ic", str(item.contains_us_ic).lower()))
    if item.production_began is not None:
        used.append(FactUsed(f"{path}.production_began", item.production_began.isoformat()))
    return tuple(used)


KIND = Kind(
    id="jurisdiction",
    title="Is the item subject to the EAR",
    regime="US EAR",
    step="D1, D2",
    version=1,
    citations=("15 CFR 734.3", "15 CFR 734.4", "15 CFR 734.7", "15 CFR 734.9"),
    not_covered=(
        "Which items the ITAR or the nuclear agencies control is what the user states.",
        "The product scope of a direct product rule is what the user states.",
        "The wording of 734.4(b) on encryption is not loaded: such an item stays a question.",
        "Texts of 734.4(a) and 734.9 before 23 July 2026 are loaded only where the rulebook says so.",
    ),
    decide=decide,
)
