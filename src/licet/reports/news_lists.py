"""What was read of a story as lists in words: parties, times, amounts, statements, measures, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from licet.model.news import Span, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.measures.measure import Measure, MeasureMention
from licet.news.parties.party import Party
from licet.news.statements.statement import Statement, StatementKind
from licet.reports.news_words import (
    amount_words,
    modality_words,
    one_line,
    party_names,
    speaker_words,
    timex_words,
    worded,
)
from licet.usecases.news_links import Link
from licet.usecases.read import Told

LONGEST = 300
"""Characters of the story that one row repeats."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was read.

    Attributes:
        key: Its number or key.
        head: What it is, on a line.
        lines: More of it.
    """

    key: str
    head: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """All things of one sort.

    Attributes:
        title: What sort.
        rows: The things, in the order of the story.
        empty: What is said where there is none.
    """

    title: str
    rows: tuple[Row, ...]
    empty: str


def sections(told: Told) -> tuple[Section, ...]:
    """Return what was read, sort by sort."""
    reading = told.reading
    names = party_names(reading)
    linked = f"; lists asked as of {told.linked_on.isoformat()}" if told.linked_on else "; no list asked"
    # What is said of a measure stands with it and is not repeated as a claim.
    rows = {
        f"Parties{linked}": [_party(value.value, told.links) for value in reading.parties],
        "Times": [_read(n, timex_words(v.value), v) for n, v in enumerate(reading.timexes, 1)],
        "Amounts": [_read(n, amount_words(v.value), v) for n, v in enumerate(reading.amounts, 1)],
        "Statements": [_statement(n, v.value, names) for n, v in enumerate(reading.statements, 1)],
        "Measures, as the story tells them": [_measure(v.value, names) for v in reading.measures],
        "Claims": [_claim(v.value, names) for v in reading.claims if v.value.kind is not ClaimKind.SLOT],
    }
    unseen = tuple(Row("!", f"lists not fully seen: {reason}") for reason in told.unseen)
    return tuple(
        Section(title, (*found, *(unseen if title.startswith("Parties") else ())), "none read")
        for title, found in rows.items()
    )


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _read(number: int, words: str, value: Value[object]) -> Row:
    derived = " (computed, not reported)" if value.derived else ""
    said = f"“{_cut(one_line(value.spans))}”: " if value.spans else ""
    return Row(str(number), f"{said}{words}{derived}")


def _party(party: Party, links: Mapping[str, Link]) -> Row:
    times = len(party.mentions)
    where = f", {party.jurisdiction}" if party.jurisdiction else ""
    what = ", ".join(dict.fromkeys((worded(party.kind), worded(party.role))))
    head = f"{party.name}: {what}{where}, named {times} time{'' if times == 1 else 's'}"
    return Row("", head, tuple(link_words(links[key]) for key in party.links if key in links))


def link_words(link: Link) -> str:
    """Return a link in words: a name that is alike, on which list, and when it counts."""
    held = f"{link.first or 'an unknown day'} to {link.last}" if link.last else f"since {link.first}"
    day = "counts on that day" if link.counts else "does not count on that day"
    return f"same name as {link.entity_id} “{link.listed_name}” ({link.caption}), {held}; {day}"


def _statement(number: int, told: Statement, names: Mapping[str, str]) -> Row:
    facts = [worded(told.kind), worded(told.speaker.kind) + " speaker"]
    if told.medium:
        facts.append(f"by {told.medium}")
    if told.addressee:
        facts.append(f"to {one_line((told.addressee,))}")
    if told.repeats:
        facts.append("printed again")
    if told.reported_by is not None:
        facts.append(f"as told in statement {told.reported_by + 1}")
    said = _cut(one_line(told.content)) if told.content else ""
    words = said if told.kind is not StatementKind.NO_COMMENT else said or "(says nothing)"
    return Row(str(number), f"{speaker_words(told.speaker, names)} ({', '.join(facts)})", (words,))


def _measure(measure: Measure, names: Mapping[str, str]) -> Row:
    by = f" by {', '.join(_named(measure.imposers, names))}" if measure.imposers else ""
    against = f" against {', '.join(_named(measure.targets, names))}" if measure.targets else ""
    about = f", about {measure.affects}" if measure.affects else ""
    standing = measure.standing
    head = f"{worded(measure.type)}{by}{against}{about}: {modality_words(standing.modality)}"
    return Row(measure.key, head, tuple(_mentions(measure.mentions, names)))


def _mentions(found: tuple[MeasureMention, ...], names: Mapping[str, str]) -> Iterator[str]:
    for item in found:
        slots = "; ".join(
            f"{worded(slot.name)}: {_cut(one_line((slot.span,)))}{_normal(slot.value, slot.span, names)}"
            for slot in item.slots
        )
        told = f"“{_cut(one_line((item.trigger,)))}”, {modality_words(item.standing.modality)}"
        cues = f" because of “{one_line(item.standing.cues)}”" if item.standing.cues else ""
        yield f"{told}{cues}{f'; {slots}' if slots else ''}"


def _normal(value: str, span: Span, names: Mapping[str, str]) -> str:
    shown = names.get(value, value)
    return f" = {shown}" if shown and shown != span.text else ""


def _claim(claim: Claim, names: Mapping[str, str]) -> Row:
    unnamed = claim.subject.startswith("unnamed") and claim.subject not in names
    subject = "somebody unnamed" if unnamed else names.get(claim.subject, claim.subject)
    value = names.get(claim.value, claim.value)
    if claim.kind is ClaimKind.MEASURE:
        # As a measure is told: "Norda denied ban" would read as if it were Norda that denied it.
        aimed = " and ".join(_named(claim.parties, names))
        told = f"{worded(value)}{f' by {subject}' if subject else ''}{f', about {aimed}' if aimed else ''}"
    else:
        told = " ".join(part for part in (subject, worded(claim.predicate), value) if part)
    when = f", {timex_words(claim.when)}" if claim.when else ""
    said = f"“{_cut(one_line(claim.support))}”"
    return Row(claim.key, f"{told}: {modality_words(claim.modality)}{when}", (said,))


def _named(keys: tuple[str, ...], names: Mapping[str, str]) -> list[str]:
    return [names.get(key, key) for key in keys]
