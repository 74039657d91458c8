"""The catch-alls: transit, breach of terms, knowledge of a violation, and red flags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from licet.model.law import Check, FactUsed, Finding, Interval, Outcome, Question, Result, Step
from licet.rules.acts import UNDER_EAR
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.where import is_within, text_for

_GP8 = "us.ear.gp8"
_GP9 = "us.ear.gp9"
_GP10 = "us.ear.gp10"
_FLAGS = "us.ear.red_flags"
_NUMBER = re.compile(r"(?:red flag\s*)?(\d{1,2})", re.IGNORECASE | re.ASCII)
_VIOLATION = frozenset({"violation", "violation_has_occurred", "violation_is_about_to_occur"})


def decide(case: Case) -> Iterator[Result]:
    """Apply general prohibitions 8, 9 and 10, and ask for red flags to be resolved.

    Nobody may send an item through the countries that prohibition 8 lists without the licence that it would
    need for them. Nobody may break the terms of an order, a licence or an exception (9). Nobody may go on
    selling, moving, financing or servicing an item subject to the EAR with knowledge that a violation has
    happened or will happen with it (10); knowledge includes awareness of a high probability and wilful
    avoidance. There is no duty to hunt beyond absent red flags, but each red flag raised must be resolved.
    """
    shipment = case.shipment
    if shipment.activity not in UNDER_EAR:
        return
    yield from _red_flags(case)
    touches = case.subject_to_ear is not False
    if shipment.knowledge and touches:
        yield from _knowledge(case)
    if shipment.route and touches:
        yield from _transit(case)
    if shipment.authorisations:
        yield from _terms(case)
    if not (shipment.red_flags or shipment.knowledge):
        yield Check(
            "general_prohibitions", "No red flag and no knowledge was stated.", ("15 CFR 736.2(b)(10)",)
        )


def _red_flags(case: Case) -> Iterator[Result]:
    if not case.shipment.red_flags:
        return
    table, _exact = text_for(case.book, _FLAGS, case.day)
    rows: tuple[Mapping[str, Any], ...] = table.value if table else ()
    for index, raised in enumerate(case.shipment.red_flags):
        numbered = _NUMBER.fullmatch(raised.strip())
        number = int(numbered[1]) if numbered else 0
        about = next((row["about"] for row in rows if row["first"] <= number <= row["last"]), "")
        name = f"red flag {number}" if numbered else "red flag"
        told = f"{name} ({about})" if about else f"{name}: {raised}"
        if numbered and not about:
            told = f"{name}, which the 29 red flags of Supp. 3 to part 732 do not have"
        yield Question(
            "red_flag",
            f"red_flags[{index}]",
            f"REVIEW({name}): {told} was raised. Resolve it and keep how, by whom and with which document, "
            "or do not go on; ignoring it counts as knowledge.",
            _FLAGS,
            table.cite if table else ("15 CFR 732 Supp. 3",),
        )


def _knowledge(case: Case) -> Iterator[Result]:
    text, _exact = text_for(case.book, _GP10, case.day)
    cite = text.cite if text else ("15 CFR 736.2(b)(10)",)
    for index, known in enumerate(case.shipment.knowledge):
        if known.strip().lower().replace(" ", "_") not in _VIOLATION:
            yield Question(
                "knowledge",
                f"knowledge[{index}]",
                f"You know: {known!r}. If this is knowledge, or awareness of a high probability, that a "
                "violation has happened or will, nobody may go on (general prohibition 10): a person "
                "must judge.",
                _GP10,
                cite,
            )
            continue
        yield Finding(
            "general_prohibitions",
            _GP10,
            Outcome.PROHIBITED,
            "US EAR",
            "Nobody may go on with a transaction knowing that a violation has happened or will "
            "happen with the "
            "item: general prohibition 10. No licence exception helps.",
            cite,
            authority="BIS; Export Control Reform Act",
            scope="selling, moving, financing, storing, using or servicing the item",
            in_force=text.interval if text else Interval(),
            facts=(FactUsed(f"knowledge[{index}]", known),),
        )


def _transit(case: Case) -> Iterator[Result]:
    text, _exact = text_for(case.book, _GP8, case.day)
    if text is None:
        return
    for index, country in enumerate(case.shipment.route):
        if country in {"US", case.shipment.destination, case.shipment.origin_country}:
            continue
        within = is_within(case.book, text.value, (country, ""), case.day)
        yield Question(
            "open_point",
            f"route[{index}]",
            f"The item passes through {country}. General prohibition 8 lists countries through which "
            "it may go "
            f"only if it could be sent there: check {country}. {text.review}",
            _GP8,
            text.cite,
            decides=within is True,
        )


def _terms(case: Case) -> Iterator[Result]:
    text, _exact = text_for(case.book, _GP9, case.day)
    cite = text.cite if text else ("15 CFR 736.2(b)(9)",)
    for index, held in enumerate(case.shipment.authorisations):
        ended = held.until is not None and held.until < case.day
        if ended or (held.since is not None and held.since > case.day):
            why = f"ended on {held.until}" if ended else f"begins on {held.since}"
            yield Question(
                "authorisation",
                f"authorisations[{index}]",
                f"{held.name} {why}: it covers nothing on {case.day}, and acting beyond its terms is "
                "a breach "
                "(general prohibition 9).",
                _GP9,
                cite,
                decides=False,
            )
        else:
            terms = "; ".join(held.conditions) or "its own text"
            yield Step(f"Keep to the terms of {held.name} ({terms}): a breach is prohibited by itself.", cite)


KIND = Kind(
    id="general_prohibitions",
    title="General prohibitions 8 to 10 and red flags",
    regime="US EAR",
    step="D14, D15",
    version=1,
    citations=("15 CFR 736.2(b)(8)", "15 CFR 736.2(b)(9)", "15 CFR 736.2(b)(10)", "15 CFR 732 Supp. 3"),
    not_covered=(
        "The transit countries of prohibition 8 are not loaded: each country of a route is asked about.",
        "Whether words of the user are knowledge of a violation is for a person to judge.",
        "The red flags are named by their group; read the text of the number in the supplement.",
    ),
    decide=decide,
)
