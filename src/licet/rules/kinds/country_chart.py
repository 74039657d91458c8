"""Reasons for control and the Commerce Country Chart (15 CFR 738.4(a)(2), part 742)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from licet.model.law import Check, Confidence, Escape, FactUsed, Finding, Interval, Outcome, Question, Result
from licet.model.shipment import Item
from licet.rules.acts import OUTWARD
from licet.rules.case import Case, Jurisdiction
from licet.rules.chart import PROCEDURE, Row, needed, row_of
from licet.rules.controls import Control, Controls, controls_of, described, entry_of
from licet.rules.eccn import is_listed, tidy
from licet.rules.exceptions import escapes
from licet.rules.kind import Kind
from licet.text.countries import country_name


@dataclass(frozen=True, slots=True)
class _Line:
    """One item on its way to the row of its destination."""

    case: Case
    path: str
    item: Item
    found: Jurisdiction
    controls: Controls
    row: Row

    @property
    def to(self) -> str:
        own, ruled = self.case.shipment.destination, self.row.governed.country
        name = country_name(own)
        return name if own == ruled else f"{name} (read by the row of {country_name(ruled)})"


def decide(case: Case) -> Iterator[Result]:
    """Judge each reason for control of each item against the row of the destination.

    15 CFR 738.4(a)(2): take every reason for control of the ECCN with its column; an X in the row of the
    destination means a licence for that reason unless a licence exception overcomes it, each reason by
    itself. No X is not the end: parts 744 and 746 still apply. The rows of Cuba, Iran, North Korea and Syria
    are blank because part 746 governs them; blank there never means free. Hong Kong is read by China's row
    since 23 December 2020 (85 FR 83788), Liechtenstein by Switzerland's, the Cayman Islands by that of the
    United Kingdom (738.3(b)); a destination without a row is indeterminate. Some entries need a licence to
    every destination, whatever the chart says. EAR99 has no reason for control; a missing ECCN is asked for
    and never taken as EAR99.
    """
    shipment = case.shipment
    if shipment.activity not in OUTWARD or not shipment.items:
        yield Check(
            "country chart", f"it concerns exports of items, not this act: {shipment.activity}", PROCEDURE
        )
        return
    if not shipment.destination:
        sentence = "Without a destination no row of the Country Chart can be read."
        yield Question("missing_fact", "destination", sentence, _RULE, PROCEDURE)
        return
    if shipment.destination == "US":
        yield Check("country chart", "the destination is the United States: nothing is exported", PROCEDURE)
        return
    row: Row | None = None
    for path, item, found in case.items:
        if found.subject is False:
            yield Check(
                "country chart", f"{path} is not subject to the EAR: the chart does not apply", PROCEDURE
            )
        elif is_listed(item.eccn) is None:
            sentence = f"What is the ECCN of {path}, or is it EAR99? It is never assumed."
            yield Question("missing_fact", f"{path}.eccn", sentence, _RULE, ("15 CFR part 774",), item=path)
        elif not is_listed(item.eccn):
            how = f"{path} is EAR99: no reason for control; parts 744 and 746 still apply"
            yield Check("country chart", how, PROCEDURE)
        else:
            row = row or row_of(case.book, shipment.destination, case.day)
            controls = controls_of(case.book, item.eccn, item.reasons, case.day)
            yield from _item(_Line(case, path, item, found, controls, row))


def _item(line: _Line) -> Iterator[Result]:
    yield from _gaps(line)
    if line.row.state == "part_746":
        how = f"the row of {line.to} is blank: part 746 governs, and blank is not free"
        yield Check("country chart", how, (*line.row.cite, "15 CFR part 746"))
    yield from _footnotes(line)
    yield from _reasons(line)


def _gaps(line: _Line) -> Iterator[Question]:
    """Ask for what nobody told about the reasons for control."""
    item, controls = line.item, line.controls
    if not controls.known:
        yield _asks(line, f"{line.path}.reasons", _unknown(line))
    for reason in controls.unread:
        sentence = f"{item.eccn} is stated to be controlled for {reason}: which column of the Country Chart?"
        yield _asks(line, f"{line.path}.reasons", sentence)
    if controls.elsewhere:
        sentence = (
            f"The entry {entry_of(item.eccn)} says that its items are subject to another agency's rules."
        )
        yield _asks(line, f"{line.path}.itar", sentence)


def _reasons(line: _Line) -> Iterator[Result]:
    """Judge each reason by itself."""
    item = line.item
    ways: tuple[Escape, ...] | None = None
    clear: list[str] = []
    for control in line.controls.controls:
        state = needed(line.case.book, control, line.row, line.case.shipment.destination, line.case.day)
        if state is False:
            clear.append(control.name)
        elif state is None:
            yield from _open(line, control)
        elif line.found.subject is None:
            missing = next(iter(line.found.missing), line.path)
            yield _asks(line, missing, f"If {line.path} is subject to the EAR: {_sentence(line, control)}")
        else:
            ways = escapes(line.case, item, line.case.shipment.destination) if ways is None else ways
            yield _finding(line, control, ways)
    if ways is not None and line.row.confidence is not Confidence.HIGH:
        yield _inferred(line)
    if clear:
        notes = f"; footnotes {line.row.footnotes} may ask for more" if line.row.footnotes else ""
        how = f"{item.eccn} to {line.to}: no X for {', '.join(clear)} ({line.row.source}){notes}"
        yield Check("country chart", f"{how}; parts 744 and 746 still apply", line.row.cite)


def _open(line: _Line, control: Control) -> Iterator[Result]:
    """Ask for what leaves a reason open: the paragraph, the row, or words that are to be read."""
    if line.row.state == "part_746":
        return
    place = country_name(line.case.shipment.destination)
    if control.applies is None:
        entry = entry_of(line.item.eccn)
        why = f"Does this reason of {entry} reach the item: {control.text!r}? State {line.path}.reasons."
        yield _asks(line, f"{line.path}.reasons", why)
    elif control.column and line.row.state == "none":
        why = f"{place} has no row in the {line.row.source}: whether it needs a licence is indeterminate."
        yield _asks(line, "destination", why)
    elif control.column:
        ruled = line.row.governed
        own = ", its own," if ruled.cite and ruled.country == line.case.shipment.destination else ""
        why = (
            f"{line.item.eccn} is controlled for {control.name}. The row of {line.to}{own} on "
            f"{line.case.day} is not loaded: import the Country Chart of that time (licet reference import)."
        )
        yield _asks(line, "us.ear.country_chart", why, "open_point")
    else:
        entry = entry_of(line.item.eccn)
        why = f"Where does {control.reason} of {entry} need a licence: {control.text!r}? Read it for {place}."
        yield _asks(line, f"{line.path}.reasons", why, "open_point")


def _inferred(line: _Line) -> Question:
    sentence = f"The marks of the row are not those of an issue of that time. {line.row.source}"
    cites = line.row.cite
    return Question(
        "open_point", "us.ear.country_chart", sentence, _RULE, cites, decides=False, item=line.path
    )


def _unknown(line: _Line) -> str:
    known = described(line.case.book, line.item.eccn, line.case.day)
    return (
        f"Reasons for control of {line.item.eccn} not loaded: state them ({line.path}.reasons) or import the "
        f"control list (licet reference import).{' The ' + known if known else ''}"
    )


def _footnotes(line: _Line) -> Iterator[Result]:
    value = line.case.book.values.get("us.ear.firearms_footnote")
    held = value.on(line.case.day) if value else None
    if held is None or line.row.governed.country not in held.value["countries"]:
        return
    if any(tidy(line.item.eccn).startswith(item) for item in held.value["entries"]):
        sentence = f"A footnote asks for a licence for firearms to {line.to}: read it for {line.item.eccn}."
        yield _asks(line, f"{line.path}.eccn", sentence, "open_point", held.cite)


def _asks(
    line: _Line, fact: str, sentence: str, code: str = "missing_fact", cite: tuple[str, ...] = ()
) -> Question:
    cites = tuple(dict.fromkeys((*line.row.cite, *cite)))
    return Question(code, fact, sentence, _RULE, cites, item=line.path)


def _finding(line: _Line, control: Control, ways: tuple[Escape, ...]) -> Finding:
    row = line.row
    facts = [
        FactUsed(f"{line.path}.eccn", line.item.eccn),
        FactUsed("destination", line.case.shipment.destination),
    ]
    facts.append(FactUsed(f"{line.path}.reasons", control.name, _source(control.source)))
    facts += [FactUsed("control list", line.controls.source, "list")] if line.controls.source else []
    facts += [FactUsed("country chart", row.source, "rulebook")] if control.column else []
    return Finding(
        kind="country_chart",
        rule=f"us.ear.chart.{control.column or control.reason}",
        outcome=Outcome.LICENCE_REQUIRED,
        regime="US EAR",
        sentence=_sentence(line, control),
        citations=tuple(dict.fromkeys((*row.cite, *control.cite, "15 CFR part 742", *_why_subject(line)))),
        authority="BIS, Export Control Reform Act",
        scope=control.text,
        in_force=row.interval if control.column else Interval(),
        item=line.path,
        escapes=ways,
        facts=tuple(facts),
        confidence=row.confidence
        if control.column
        else Confidence.MEDIUM
        if control.cite
        else Confidence.HIGH,
    )


def _why_subject(line: _Line) -> tuple[str, ...]:
    """Return why a foreign item is subject to the EAR at all: the licence need hangs on it."""
    return () if line.found.by in {"us_origin", "in_us"} else line.found.citations


def _source(source: str) -> str:
    return source if source in {"stated", "rulebook"} else "list"


def _sentence(line: _Line, control: Control) -> str:
    names = line.case.book.values.get("us.ear.reason_names")
    words = names.dated[0].value.get(control.reason, control.reason) if names else control.reason
    if not control.column:
        return f"{line.item.eccn} is controlled for {words}: a licence is needed to {line.to} by its entry."
    return (
        f"{line.item.eccn} is controlled for {words} ({control.name}), and the Country Chart has an X for "
        f"{line.to}: a licence is needed unless an exception overcomes this reason."
    )


_RULE = "us.ear.chart"

KIND = Kind(
    id="country_chart",
    title="Reasons for control and the Commerce Country Chart",
    regime="US EAR",
    step="D11",
    version=1,
    citations=(*PROCEDURE, "15 CFR 738.3", "15 CFR part 742"),
    not_covered=(
        "footnotes of the chart but those on firearms to Australia and the United Kingdom",
        "paragraphs of an entry that words describe and no number names: they are asked about",
        "rows and entries that were not imported",
    ),
    decide=decide,
)
"""The kind, for the registry."""
