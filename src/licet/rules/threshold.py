"""The de minimis test of a foreign-made item (15 CFR 734.4): threshold, exceptions, conditions.

"Or less" is not subject. Staying under the threshold says nothing about the direct product rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from licet.model.shipment import Content
from licet.rules.asked import Asked, not_subject, subject, unknown
from licet.rules.case import Jurisdiction
from licet.rules.chart import controlled
from licet.rules.de_minimis import Counting, Share, share
from licet.rules.eccn import fits
from licet.rules.where import is_within, place_fact, text_for

THRESHOLD = "us.ear.de_minimis.threshold"
EXCEPTIONS = "us.ear.de_minimis.exceptions"
ENCRYPTION = "us.ear.de_minimis.encryption"
_CITE = "15 CFR 734.4"


def de_minimis(asked: Asked) -> Jurisdiction:
    """Return whether US content alone makes an item subject to the EAR."""
    found = share(asked.item, asked.path, Counting(asked.book, asked.place, asked.day, _alone(asked)))
    levels, cite = _levels(asked)
    if found.apart:
        reason = (
            f"The software at {', '.join(found.apart)} is of US origin and no bundled part of a commodity: "
            f"it never uses the threshold and is subject to the EAR by itself ({_CITE})."
        )
        return subject((reason,), cite, "us_origin")
    excepted = list(_excepted(asked, found))
    sure = next((item for item in excepted if item.subject), None)
    if sure:
        return sure
    states = {found.exceeds(level) for level in levels}
    state = states.pop() if len(states) == 1 else None
    limit = " or ".join(f"{level} %" for level in levels)
    said = f"Controlled US content is {found.told()}"
    where = f"the {limit} of the destination ({'; '.join(cite)})"
    if state:
        return subject((f"{said}, more than {where}.",), cite, "de_minimis")
    if state is None:
        missing = found.missing or (place_fact(asked.shipment.destination),)
        return unknown((f"{said}; the threshold is {where}.",), cite, missing)
    return _relied(asked, not_subject((f"{said}, not more than {where}.",), cite), excepted)


def _levels(asked: Asked) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the threshold of the destination; all of them while its groups are not known."""
    text, exact = text_for(asked.book, THRESHOLD, asked.day)
    if text is None:
        return (0, 100), (_CITE,)
    values: Mapping[str, int] = text.value
    groups = tuple(key for key in values if key != "other")
    strict = is_within(asked.book, {"groups": groups}, asked.place, asked.day)
    low, other = min(values[key] for key in groups), values["other"]
    if strict is None or not exact:
        return (low, other), text.cite
    return ((low,), text.cite[:1]) if strict else ((other,), text.cite[1:])


def _alone(asked: Asked) -> Any:  # noqa: ANN401  a Controlled
    def answer(part: Content) -> bool | None:
        return controlled(asked.book, part.eccn, part.reasons, asked.shipment.destination, asked.day)

    return answer


def _relied(asked: Asked, below: Jurisdiction, excepted: list[Jurisdiction]) -> Jurisdiction:
    """Ask for what must hold before the threshold may be relied on."""
    doubts = [*excepted, *_technology(asked), *_encryption(asked)]
    certain = next((item for item in doubts if item.subject), None)
    if certain or not doubts:
        return certain or below
    return unknown(
        (*below.reasons, *(reason for item in doubts for reason in item.reasons)),
        tuple(dict.fromkeys((*below.citations, *(cite for item in doubts for cite in item.citations)))),
        tuple(dict.fromkeys(name for item in doubts for name in item.missing)),
    )


def _technology(asked: Asked) -> Iterator[Jurisdiction]:
    """Technology may rely on the threshold only after a one-time report."""
    kinds = {asked.item.kind, *(part.kind for part in asked.item.us_content)}
    has_content = bool(asked.item.us_content) or bool(asked.item.us_content_percent)
    if "technology" not in kinds or asked.item.technology_report or not has_content:
        return
    reason = f"Technology may rely on the threshold only after a one-time report to BIS ({_CITE})."
    if asked.item.technology_report is False:
        yield subject((f"{reason} None was made.",), (_CITE,), "de_minimis")
    else:
        yield unknown((reason,), (_CITE,), (f"{asked.path}.technology_report",))


def _encryption(asked: Asked) -> Iterator[Jurisdiction]:
    """Category 5 Part 2 has conditions of its own beside the percentage."""
    text, _exact = text_for(asked.book, ENCRYPTION, asked.day)
    eccns = (asked.item.eccn, *(part.eccn for part in asked.item.us_content))
    listed = text is not None and any(one and fits(one, text.value["eccns"]) for one in eccns)
    if text is not None and (listed or asked.item.encryption):
        reason = (
            "It is, or holds, encryption of Category 5 Part 2: special conditions stand beside the "
            f"percentage ({'; '.join(text.cite)}). {text.review}"
        )
        yield unknown((reason,), text.cite, (f"{asked.path}.encryption",))


def _excepted(asked: Asked, found: Share) -> Iterator[Jurisdiction]:
    """Yield the paragraphs of 734.4(a) that leave no threshold for an item with US content, or may."""
    text, exact = text_for(asked.book, EXCEPTIONS, asked.day)
    if text is None or found.high == 0:  # a circuit inside is then none of US origin
        return
    for rule in text.value:
        if not _is_of(rule, asked):
            continue
        reached = _reached(rule["to"], asked)
        if reached is False:
            continue
        cite = (f"15 CFR {rule['paragraph']}",)
        reason = f"There is no threshold for {rule['about']} ({cite[0]})."
        if reached and exact and rule.get("sure", True):
            yield subject((reason,), cite, "de_minimis")
            continue
        if not exact:
            reason += (
                f" This is the text of {text.interval.first}; that of {asked.day} is not in the rulebook."
            )
        yield unknown((f"Verify: {reason}",), cite, (f"{asked.path}.eccn",))


def _reached(where: Mapping[str, Any], asked: Asked) -> bool | None:
    if "footnote" in where:
        return asked.hits.footnotes.get(where["footnote"], False)
    return is_within(asked.book, where, asked.place, asked.day)


def _is_of(rule: Mapping[str, Any], asked: Asked) -> bool:
    """Tell whether an item, or US content of it, is what a paragraph names."""
    if rule.get("us_ic") and not asked.item.contains_us_ic:
        return False
    if asked.item.eccn and fits(asked.item.eccn, rule.get("eccns", ())):
        return True
    spared = rule.get("not_contents", ())
    return any(
        fits(part.eccn, rule.get("contents", ())) and not fits(part.eccn, spared)
        for part in asked.item.us_content
        if part.eccn and part.origin in {"", "US"}
    )
