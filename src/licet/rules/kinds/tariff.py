"""Extra duties on imports, by origin, tariff code and day of entry."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from licet.model.law import (
    Check,
    Confidence,
    Duty,
    Escape,
    FactUsed,
    Finding,
    Flag,
    Outcome,
    Question,
    Result,
)
from licet.model.shipment import Activity
from licet.rules.case import Case
from licet.rules.kind import Kind
from licet.rules.tariff_codes import Lookup, look_up
from licet.rules.tariff_programmes import (
    EXCLUSIONS,
    Entry,
    Programme,
    begins,
    in_transition,
    is_listed,
    programmes,
    rate_of,
    stated_lists,
    unknown_lists,
)

_SMALL = "us.small_entries"


def decide(case: Case) -> Iterator[Result]:
    """Tell which extra duties fall due when a good enters.

    What counts is the country of origin, not of export; the tariff code at 8 or 10 digits; and the day of
    entry for consumption, for some changes the day of export. Duties of section 301 on Chinese goods began on
    6 July 2018 (list 1), 23 August 2018 (list 2), 24 September 2018 (list 3) and 1 September 2019 (list 4A);
    list 4B was suspended before its start. What is announced is not collected. The list of a code comes from
    the official table that is imported, or is stated by the user; a list that is not loaded is asked about.
    """
    shipment = case.shipment
    if shipment.activity is not Activity.IMPORT:
        return
    into = shipment.destination or shipment.actor.country
    for index, item in enumerate(shipment.items):
        entry = Entry(case, f"items[{index}]", item, into, stated_lists(item))
        if not item.origin:
            yield _ask(
                entry, "origin", "Duties go by the country of origin: state it.", ("HTSUS chapter 99",)
            )
            continue
        for name in unknown_lists(entry):
            text = f"No list of extra duties is called {name!r}: see the field `tariff_list`."
            yield _ask(entry, "tariff_list", text, ("HTSUS chapter 99",))
        yield from _entered(entry)


def _entered(entry: Entry) -> Iterator[Result]:
    asked: list[Programme] = []
    found = False
    for programme in programmes(entry):
        state, lookup = is_listed(entry, programme)
        if state is None:
            asked.append(programme)
        elif state:
            found = found or bool(programme.value["rate"])
            yield from _due(entry, programme, lookup)
    yield from _not_known(entry, asked)
    yield from _small(entry)
    if not found and not asked:
        day = entry.case.day
        told = (
            f"{entry.path}: no extra duty that is loaded falls due for origin {entry.item.origin} on {day}."
        )
        yield Check("tariff", told, ("HTSUS chapter 99",) if entry.into == "US" else ("customs law",))


def _due(entry: Entry, programme: Programme, lookup: Lookup | None) -> Iterator[Result]:
    value, day = programme.value, entry.case.day
    if value["by"] == "announced":
        said = f"{value['programme']}: {value['suspended']} Announced is not collected."
        yield Flag("announced", said, programme.dated.cite, in_force=programme.dated.interval)
        return
    if value["rate"] == 0:
        later = begins(entry.case.book, programme.key, day)
        why = str(value.get("suspended", "")) or (f"It begins on {later}." if later else "")
        told = f"{value['programme']}: nothing is collected on {day}. {why}".strip()
        yield Check("tariff", told, programme.dated.cite)
        return
    rate, why = rate_of(entry, value)
    yield _finding(entry, programme, (rate, why), lookup)
    if "transition" in value and rate is not None and not why and in_transition(entry, value):
        yield _ask(
            entry,
            "export_day",
            f"Goods exported before {value['transition']['exported_before']} keep "
            f"{value['transition']['rate']} %: state the day of export.",
            programme.dated.cite,
            decides=False,
        )


def _finding(
    entry: Entry, programme: Programme, rated: tuple[Decimal | None, str], lookup: Lookup | None
) -> Finding:
    value, item = programme.value, entry.item
    rate, why = rated
    heading = lookup.heading if lookup else (value.get("headings") or ("",))[0]
    duty = f"{rate} % on top of the ordinary duty" if rate is not None else "a duty"
    basis = f"by the {lookup.told}" if lookup else "as stated or by its product or origin"
    said = f"{item.description or 'The good'} of origin {item.origin} owes {duty} under {value['programme']}"
    told = [f"{said}, {basis}."]
    left = entry.case.shipment.origin_country
    if left and left != item.origin:
        told.append(f"It comes from {left}, but the origin counts.")
    if why:
        told.append(f"Rate of the transition: {why}.")
    if lookup and lookup.later:
        told.append("The table is of a later day than the entry: check the code of that day.")
    told += [text for text in (str(value.get("says", "")), programme.dated.review) if text]
    conditions = [f"pay {duty}"] + ([f"declare heading {heading} beside the tariff code"] if heading else [])
    return Finding(
        "tariff",
        programme.key,
        Outcome.CONDITIONAL,
        "US customs" if entry.into == "US" else f"{entry.into} customs",
        " ".join(told),
        programme.dated.cite,
        authority="US Customs and Border Protection collects" if entry.into == "US" else "",
        scope=f"{entry.case.book.values[programme.key].title}; binds the importer of record",
        in_force=programme.dated.interval,
        item=entry.path,
        escapes=_exclusions(entry, programme),
        conditions=tuple(conditions),
        duty=Duty(str(value["programme"]), rate, heading) if rate is not None else None,
        facts=_facts(entry),
        missing=("rate",) if rate is None else (),
        confidence=_confidence(programme.dated.confidence, lookup),
    )


def _confidence(own: Confidence, lookup: Lookup | None) -> Confidence:
    later = lookup is not None and lookup.later
    return Confidence.MEDIUM if later and own is Confidence.HIGH else own


def _exclusions(entry: Entry, programme: Programme) -> tuple[Escape, ...]:
    if not programme.key.startswith("us.tariff.section301.list"):
        return ()
    dated = entry.case.book.value(EXCLUSIONS, entry.case.day)
    says = str(dated.value["says"]) if dated else "The texts of the exclusions of this day are not loaded."
    cites = dated.cite if dated else ("HTSUS chapter 99",)
    return (Escape("product exclusion", "conditions_to_verify", says, cites),)


def _facts(entry: Entry) -> tuple[FactUsed, ...]:
    item, shipment = entry.item, entry.case.shipment
    used = [FactUsed(f"{entry.path}.origin", item.origin), FactUsed("day", shipment.day.isoformat())]
    if item.hts:
        used.append(FactUsed(f"{entry.path}.hts", item.hts))
    if item.tariff_list:
        used.append(FactUsed(f"{entry.path}.tariff_list", item.tariff_list))
    if shipment.export_day:
        used.append(FactUsed("export_day", shipment.export_day.isoformat()))
    return tuple(used)


def _not_known(entry: Entry, asked: list[Programme]) -> Iterator[Question]:
    """Ask once for all lists of one table, and for each of the others."""
    coded = [item for item in asked if item.value["by"] == "codes"]
    if coded:
        lookup = look_up(entry.case.book, entry.item.hts, entry.case.day)
        names = ", ".join(str(item.value["list"]) for item in coded)
        if lookup.fact == "import":
            text = (
                f"codes of section 301 lists {names} not loaded: "
                "import the official table with `licet tariffs import FILE`"
            )
        else:
            text = f"section 301 lists {names} are in force, but {lookup.why}"
        cites = tuple(dict.fromkeys(cite for item in coded for cite in item.dated.cite))
        fact = "hts" if lookup.fact == "hts" else "tariff_list"
        yield _ask(entry, fact, f"{text}; or state the list of the code.", cites)
    for programme in asked:
        if programme.value["by"] != "codes":
            name = programme.value["programme"]
            text = f"{name}: its codes or rates are not loaded for this day; state the lists of the good."
            yield _ask(entry, "tariff_list", text, programme.dated.cite)


def _small(entry: Entry) -> Iterator[Flag]:
    dated = entry.case.book.value(_SMALL, entry.case.day)
    value = entry.item.value
    if dated is None or value is None or entry.into != "US" or value > dated.value["dollars"]:
        return
    if entry.item.currency in {"", "USD"}:
        yield Flag("small_entry", str(dated.value["says"]), dated.cite, in_force=dated.interval)


def _ask(
    entry: Entry, fact: str, sentence: str, citations: tuple[str, ...], *, decides: bool = True
) -> Question:
    path = fact if fact == "export_day" else f"{entry.path}.{fact}"
    return Question("missing_fact", path, sentence, "tariff", citations, decides=decides, item=entry.path)


KIND = Kind(
    id="tariff",
    title="Extra duties on imports",
    regime="Customs",
    step="D18",
    version=1,
    citations=("83 FR 28710", "83 FR 40823", "83 FR 47974", "84 FR 43304", "HTSUS chapter 99"),
    not_covered=(
        "Ordinary duties, antidumping and countervailing duties, quotas, drawback, chapter 98, trade zones.",
        "The texts of product exclusions, and how programmes stack on one another.",
        "Codes of the four-year review (9903.91), of section 232 and of China's lists: state the list.",
        "Rates of IEEPA duties; import bans such as the UFLPA list.",
    ),
    decide=decide,
)
