"""Answers laid out for a person at a terminal, from the same plain values that JSON shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

Content = Mapping[str, Any]

_STATUSES = ("hit", "no_hit", "suppressed", "error", "not_screened")
_SLIDER_SHOWN = 5
_BOLD, _DIM, _RED, _YELLOW, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[0m"


class Paint:
    """Puts colours around text, or leaves it as it is."""

    def __init__(self, *, color: bool) -> None:
        self._color = color

    def bold(self, text: str) -> str:
        """Return the text in bold."""
        return f"{_BOLD}{text}{_END}" if self._color else text

    def dim(self, text: str) -> str:
        """Return the text dimmed."""
        return f"{_DIM}{text}{_END}" if self._color else text

    def red(self, text: str) -> str:
        """Return the text in red."""
        return f"{_RED}{text}{_END}" if self._color else text

    def yellow(self, text: str) -> str:
        """Return the text in yellow."""
        return f"{_YELLOW}{text}{_END}" if self._color else text


def answer_card(content: Content, *, color: bool = False) -> str:
    """Lay out the answer of `match`: hits with reasons, what does not count, what was seen."""
    paint = Paint(color=color)
    subject = content["subject"]
    who = ", ".join(subject.get("names", subject.get("identifiers", ())))
    lines = [f"{paint.bold(plain(who))}, as of {content['as_of']}: {paint.bold(_verdict(content))}"]
    for number, hit in enumerate(content["hits"], 1):
        lines += ["", *hit_lines(hit, f"{number:>2}", paint)]
    if content["hits_left_out"]:
        lines += ["", paint.red(f"    not shown: {content['hits_left_out']} more; raise --limit")]
    if content["demoted"]:
        lines += ["", "Names alike, but contradicted by other facts (below the threshold):"]
        lines += [f"    {brief(hit)}" for hit in content["demoted"]]
    if content["other_days"]:
        lines += ["", f"Would match, but does not count on {content['as_of']}:"]
        lines += [f"    {brief(hit)}  {paint.dim(days(hit))}" for hit in content["other_days"]]
    lines += ["", *seen_lines(content, paint)]
    return "\n".join(lines) + "\n"


def run_card(row: Content) -> str:
    """Lay out what a bulk screening did."""
    told = (f"{row[status]:,} {status}" for status in _STATUSES if row[status])
    lines = [
        f"{row['rows_in']:,} rows screened: {', '.join(told) or 'none'}; {row['candidates']:,} hits in all."
    ]
    if not row["complete"]:
        lines += [f"INCOMPLETE, not a clearance: {plain(reason)}" for reason in row["reasons"]]
    lines += [f"written    {row['output']} ({row['rows_out']:,} rows)", f"run sheet  {row['run_sheet']}"]
    return "".join(f"{line}\n" for line in lines)


def diff_card(rows: Sequence[Content]) -> str:
    """Lay out the changes between two editions: each party on a line, its fields below it."""
    lines = []
    for row in rows:
        lines.append(f"{row['change']:<9} {row['entity_id']}  {plain(row['caption'])}")
        lines += [f"          {plain(field_words(field))}" for field in row["fields"]]
    return "".join(f"{line}\n" for line in lines) or "(nothing)\n"


def field_words(change: Content) -> str:
    """Tell one changed field: what went, what came."""
    mark = "" if change["material"] else " (cosmetic)"
    gone, come = "; ".join(change["gone"]) or "-", "; ".join(change["come"]) or "-"
    return f"{change['field']}{mark}: {gone} -> {come}"


def hit_lines(hit: Content, number: str, paint: Paint) -> list[str]:
    """Lay out one hit with its reasons."""
    beside = f"  (ofac {hit['ofac']})" if "ofac" in hit else ""
    head = f"{number}  {hit['score']:.2f}{beside}  {plain(hit['caption'])}"
    lines = [paint.red(head), f"          {hit['entity_id']}  ({hit['kind']})"]
    facts = [*hit["programmes"], *hit["citations"], days(hit)]
    lines.append(f"          {' · '.join(plain(fact) for fact in facts if fact)}")
    lines += [f"          - {plain(line)}" for line in hit["explanation"]["lines"]]
    return lines


def slider_lines(steps: Sequence[Content]) -> list[str]:
    """Lay out the slider: at each step the number of hits, what its scores mean, and who appears there."""
    lines = ["Threshold slider; a step's parties disappear when the threshold is set above their score:"]
    said = ""
    for step in steps:
        if step["meaning"] != said:
            said = step["meaning"]
            lines.append(f"  from here on also: {said}")
        count = f"{step['hits']:,} hit{'s' if step['hits'] != 1 else ''}"
        lines.append(f"  at {step['threshold']:.2f}: {count}{'  <- policy' if step['policy'] else ''}")
        shown = step["appear"][:_SLIDER_SHOWN]
        lines += [
            f"      + {item['score']:.2f}  {plain(item['caption'])}  {item['entity_id']}" for item in shown
        ]
        more = len(step["appear"]) - len(shown)
        lines += [f"      + {more:,} more"] if more else []
    return lines


def brief(hit: Content) -> str:
    """Lay out one match on a line."""
    return f"{hit['score']:.2f}  {plain(hit['caption'])}  {hit['entity_id']}"


def days(hit: Content) -> str:
    """Tell the days on which a match counts; where the record does not date itself, those of our editions."""
    start, end = hit["in_force_from"], hit["in_force_to"]
    seen = "" if hit["entity"].get("start") == start else "in editions "
    if start and end:
        return f"{seen}{start} to {end}"
    return f"{seen}since {start}" if start else f"until {end}" if end else ""


def seen_lines(content: Content, paint: Paint) -> list[str]:
    """Tell which editions were used, and what was not seen."""
    seen = [
        f"{use['id']} {use['edition']}{' (stale)' if use['stale'] else ''}"
        for use in content["lists"]
        if use["seen"]
    ]
    lines = [paint.dim(f"Screened against {len(seen)} lists: {', '.join(seen) or 'none'}.")]
    lines += [paint.red(f"INCOMPLETE: {reason}") for reason in content["incomplete"]]
    lines += [paint.yellow(f"note: {reason}") for reason in content["warnings"]]
    threshold = content["policy"]["threshold"]
    lines.append(
        paint.dim(
            f"Threshold {threshold:g}, engine {content['engine']}, known by {content['known_by']}. "
            "A name match is possible identity, not proof; no hit is no permission."
        )
    )
    return lines


def plain(text: object) -> str:
    """Return text with control and direction characters made harmless for a terminal."""
    return "".join(
        char if char == " " or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else " "
        for char in str(text)
    )


def _verdict(content: Content) -> str:
    hits: Sequence[Content] = content["hits"]
    number = len(hits) + content["hits_left_out"]
    count = f"{number} hit{'s' if number != 1 else ''}"
    if content["status"] == "incomplete":
        return f"INCOMPLETE, {count if number else 'not a clearance'}"
    return count if number else "no hit"
