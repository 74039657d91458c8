"""The reference of measure kinds, from their own words and from the rulebook, as Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence

from licet.model.law import Confidence, Interval
from licet.model.rulebook import Dated, Measure, Rulebook, Value
from licet.reports.measure_sources import constants
from licet.rules.kind import Kind
from licet.usecases.history_entries import SAID

TITLE = "Measure kinds"
_MANY = 12
"""From so many values of one family on, the family is told in one line."""
_HEAD = """\
# Measure kinds

Every question is put to every kind below, in this order; none stops the others, and the strictest finding
rules. A kind is one file of `src/licet/rules/kinds`, and its law stands here in that file's words. Dates,
citations and confidence are those of the rulebook (`src/licet/rulebook/law`). Confidence: H, the text of a
source supports it; M, inferred, or from a secondary source; L, from memory or an open point, which is asked
about and never found.

This page is written by `licet rulebook docs`; a test fails when it is out of date.
"""


def build(book: Rulebook, kinds: Sequence[Kind]) -> str:
    """Return the reference as Markdown."""
    claimed: set[str] = set()
    sections = []
    for kind in kinds:
        values = _values_of(kind, book)
        claimed |= values.keys()
        sections.append(_kind(kind, book, values))
    rest = {key: item for key, item in sorted(book.values.items()) if key not in claimed}
    parts = [_HEAD, _overview(kinds), *sections]
    if rest:
        parts.append("\n".join(["## Values that are read before the kinds are asked", "", *_values(rest)]))
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _overview(kinds: Iterable[Kind]) -> str:
    rows = [
        (item.step, f"[{item.title}](#{_anchor(item)})", f"`{item.id}`", item.regime, str(item.version))
        for item in kinds
    ]
    return "\n".join(_table(("Step", "Kind", "Id", "Regime", "Version"), rows))


def _heading(kind: Kind) -> str:
    return f"{kind.step} {kind.title}"


def _anchor(kind: Kind) -> str:
    kept = (letter for letter in _heading(kind).lower() if letter.isalnum() or letter in " -_")
    return "".join(kept).replace(" ", "-")


def _kind(kind: Kind, book: Rulebook, values: Mapping[str, Value]) -> str:
    lines = [f"## {_heading(kind)}", "", f"`{kind.id}`, {kind.regime}, version {kind.version}.", ""]
    lines += [inspect.getdoc(kind.decide) or "", "", f"Law: {'; '.join(kind.citations)}.", ""]
    lines += ["Not covered:", "", *(f"- {item}" for item in kind.not_covered), ""]
    measures = book.of_kind(kind.id)
    if measures:
        rows = [_measure(item, book) for item in measures]
        lines += ["### Measures loaded", ""]
        lines += [*_table(("Measure", "For", "Life", "Citations", "Confidence"), rows), ""]
        lines += _open_points(measures, book)
    if values:
        lines += ["### Values loaded", "", *_values(values), ""]
    return "\n".join(lines)


def _measure(measure: Measure, book: Rulebook) -> tuple[str, ...]:
    names = [book.parties[key].names[0].text for key in measure.parties]
    who = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    life = []
    for event in measure.life:
        until = f" to {event.until.isoformat()}" if event.until else ""
        only = ", ".join(book.parties[key].names[0].text for key in event.parties)
        life.append(f"{event.on.isoformat()} {SAID[event.kind]}{until}{f' ({only})' if only else ''}")
    cites = dict.fromkeys(cite for event in measure.life for cite in book.cites(event))
    cites |= dict.fromkeys(measure.cite)
    levels = {measure.confidence, *(event.confidence for event in measure.life)}
    weakest = max(levels, key=tuple(Confidence).index)
    return f"{measure.title}<br>`{measure.id}`", who, "<br>".join(life), "; ".join(cites), str(weakest)


def _open_points(measures: Iterable[Measure], book: Rulebook) -> list[str]:
    """Return the open points of measures and of the documents that make them."""
    found: dict[str, None] = {}
    for measure in measures:
        made = [book.documents[event.document] for event in measure.life if event.document]
        points = [(measure.title, measure.review), *((item.title, item.review) for item in made)]
        found |= {f"- {title}: {review}": None for title, review in points if review}
    return ["Open points:", "", *found, ""] if found else []


def _values_of(kind: Kind, book: Rulebook) -> dict[str, Value]:
    """Return the values whose ids, or beginnings of ids that end with a dot, stand in the kind's code."""
    named = constants(kind.decide)
    beginnings = tuple(item for item in named if item.endswith(".") and item.count(".") > 1)
    return {
        key: book.values[key]
        for key in sorted(book.values)
        if key in named or (beginnings and key.startswith(beginnings))
    }


def _values(values: Mapping[str, Value]) -> list[str]:
    families: dict[str, list[Value]] = {}
    for key, value in values.items():
        families.setdefault(key.rpartition(".")[0], []).append(value)
    rows: list[tuple[str, ...]] = []
    for family, items in families.items():
        if len(items) < _MANY:
            rows += [row for item in items for row in _dated(item)]
        else:
            rows.append(_family(family, items))
    return _table(("Value", "From", "To", "Citations", "Confidence"), rows)


def _family(family: str, items: Sequence[Value]) -> tuple[str, ...]:
    every = [dated for item in items for dated in item.dated]
    days = [dated.interval.first for dated in every if dated.interval.first]
    cites = dict.fromkeys(cite for dated in every for cite in dated.cite)
    shown = "; ".join(tuple(cites)[:4]) + (f"; {len(cites) - 4} more" if len(cites) > 4 else "")
    first = f"from {min(days).isoformat()} on" if days else ""
    levels = "/".join(sorted({str(dated.confidence) for dated in every}))
    return f"{items[0].title} and {len(items) - 1} more<br>`{family}.*`", first, "by entry", shown, levels


def _dated(value: Value) -> Iterator[tuple[str, ...]]:
    name = f"{value.title}<br>`{value.id}`"
    for item in value.dated:
        review = f"<br>{item.review}" if item.review else ""
        yield f"{name}{review}", *_days(item.interval), "; ".join(item.cite), _level(item)
        name = f"`{value.id}`"


def _level(item: Dated) -> str:
    return str(item.confidence)


def _days(interval: Interval) -> tuple[str, str]:
    first = interval.first.isoformat() if interval.first else "always"
    return first, interval.last.isoformat() if interval.last else "no known end"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines]
