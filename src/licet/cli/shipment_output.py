"""Decisions as they are made: to the five formats, and to the exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, BinaryIO

from licet.cli.exits import Exit, worst
from licet.cli.options import Format
from licet.cli.render import rendered
from licet.cli.shipment_card import decision_card
from licet.errors import ShipmentError
from licet.model.law import Outcome
from licet.usecases.shipment_decision import Decision, Lines
from licet.usecases.shipment_reading import Read, read
from licet.usecases.shipment_stream import documents
from licet.usecases.shipment_text import Document
from licet.wiring.settled import settled
from licet.wiring.shipments import ShipmentDesk

_NOBODY_NEEDED = frozenset({Outcome.NO_RESTRICTION_FOUND, Outcome.OUTSIDE})
COLUMNS = (
    "reference",
    "day",
    "activity",
    "destination",
    "outcome",
    "policy",
    "findings",
    "citations",
    "flags",
    "review",
    "valid_until",
    "error",
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of one shipment.

    Attributes:
        number: From 1.
        alone: It is the only one.
        decision: The decision; None where the shipment could not be read.
        error: Why it could not be read.
        asked: The question as it was read; None where it could not be.
        line: Its line in a file of many; 0 otherwise.
    """

    number: int
    alone: bool
    decision: Decision | None
    error: str = ""
    asked: Read | None = None
    line: int = 0


def checked(desk: ShipmentDesk, stream: BinaryIO, where: str, day: date | None) -> Iterator[Answered]:
    """Decide every shipment of a stream, in order, each as soon as it is read.

    Raises:
        ShipmentError: The text cannot be read, or the only shipment in it cannot.
    """
    coming = documents(stream, where)
    begin = list(islice(coming, 2))  # one shipment alone is answered as one, not as a list of one
    for number, document in enumerate(begin, 1):  # these load the law and the lists
        yield _answered(desk, document, day, number, alone=len(begin) == 1)
    with settled():
        for number, document in enumerate(coming, len(begin) + 1):
            yield _answered(desk, document, day, number, alone=False)


def _answered(
    desk: ShipmentDesk, document: Document, day: date | None, number: int, *, alone: bool
) -> Answered:
    try:
        asked = read(document, day)
    except ShipmentError as error:
        if alone:
            raise
        return Answered(number, alone, None, str(error), line=document.line)
    return Answered(number, alone, desk.check(asked), asked=asked, line=document.line)


class ShipmentOutput:
    """Prints each decision when it comes: a killed run leaves whole lines. Collects the exit status."""

    def __init__(self, chosen: Format, *, color: bool) -> None:
        self._format = chosen
        self._color = color
        self._count = 0
        self._lines = Lines()
        self._alone = True
        self._codes: list[Exit] = []

    @property
    def status(self) -> Exit:
        """The exit status of all together."""
        return worst(self._codes)

    def add(self, answer: Answered) -> None:
        """Print one decision."""
        self._codes.append(_code(answer))
        self._alone = answer.alone
        content = answer.decision.to_dict() if answer.decision else _failed(answer)
        sys.stdout.write(self._text(answer, content))
        sys.stdout.flush()
        self._count += 1

    def end(self) -> None:
        """Print what closes the output."""
        if self._format is Format.JSON and not self._alone:
            sys.stdout.write("\n]\n")

    def _text(self, answer: Answered, content: dict[str, Any]) -> str:
        if self._format is Format.JSON:
            text = json.dumps(content, ensure_ascii=False, indent=2)
            return f"{text}\n" if answer.alone else f"{',' if self._count else '['}\n{text}"
        if self._format is Format.JSONL:
            return self._lines.text(content) + "\n"
        if self._format is Format.TABLE:
            card = decision_card(content, color=self._color) if answer.decision else f"{answer.error}\n"
            return card if answer.alone or not self._count else f"\n{card}"
        text = rendered([_row(content)], self._format)
        heading = {Format.CSV: 1, Format.MARKDOWN: 2}[self._format] if self._count else 0
        return "".join(text.splitlines(keepends=True)[heading:])


def _code(answer: Answered) -> Exit:
    if answer.decision is None:
        return Exit.INCOMPLETE
    if answer.decision.incomplete:
        return Exit.REFUSED
    return Exit.OK if answer.decision.outcome in _NOBODY_NEEDED else Exit.FINDINGS


def _failed(answer: Answered) -> dict[str, Any]:
    return {"outcome": None, "line": answer.line or answer.number, "error": answer.error}


def _row(content: dict[str, Any]) -> dict[str, Any]:
    """Return a decision as one row of a table."""
    asked = content.get("question", {})
    findings = content.get("findings", [])
    cells = {
        **{name: asked.get(name) for name in ("reference", "day", "activity", "destination")},
        **{name: content.get(name) for name in ("outcome", "policy", "valid_until", "error")},
        "findings": [item["rule"] for item in findings],
        "citations": list(dict.fromkeys(cite for item in findings for cite in item["citations"])),
        "flags": list(dict.fromkeys(item["code"] for item in content.get("flags", []))),
        "review": [item["sentence"] for item in content.get("review", []) if item["decides"]],
    }
    return {name: cells[name] for name in COLUMNS}
