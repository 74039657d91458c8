"""`licet explain`: a decision in plain words, with its citations."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.options import Format
from licet.cli.render import emit
from licet.cli.shipment import name_of, reading
from licet.errors import UnreadableInputError

if TYPE_CHECKING:  # only for the type checker: at run time it would load what --help does not need
    from licet.usecases.shipment_explain import Section


def explain(
    decision: Annotated[
        str, typer.Argument(metavar="DECISION|-", help="A decision or record that `shipment check` wrote.")
    ],
    output: opt.FormatOption = None,
    _quiet: opt.QuietOption = False,
) -> None:
    """Explain a decision in plain words: question, answer, law with citations, evidence, what is open.

    Reads what `licet shipment check` printed as JSON or JSON Lines, or kept with --record.

    Exit status: 0 explained, 2 trouble.

    Examples:

        licet explain order.record.json --format markdown

        licet explain - < decision.json
    """
    from licet.usecases.shipment_explain import explained

    with reading(decision) as stream:
        found = list(_decisions(stream.read(), name_of(decision)))
    chosen = opt.output_format(output)
    try:
        told = [explained(content) for content in found]
    except (KeyError, TypeError, AttributeError) as error:
        raise _no_decision(name_of(decision), f"a part is missing or damaged: {error}") from error
    if chosen in {Format.TABLE, Format.MARKDOWN}:
        written = _markdown if chosen is Format.MARKDOWN else _text
        sys.stdout.write("\n".join(written(sections) for sections in told))
        return
    rows = [
        {"decision": number, "heading": section.heading, "text": text}
        for number, sections in enumerate(told, 1)
        for section in sections
        for text in section.paragraphs
    ]
    emit(rows, chosen)


def _decisions(content: bytes, where: str) -> Iterator[Mapping[str, Any]]:
    """Yield the decisions of a file; lines that could not be decided are passed over."""
    try:
        text = content.decode("utf-8")
        values = _values(text)
    except (ValueError, RecursionError) as error:
        raise _no_decision(where, "it is no JSON") from error
    for value in values:
        inner = value.get("decision", value) if isinstance(value, dict) else value
        if isinstance(inner, dict) and "outcome" in inner and "error" in inner:
            continue
        if not isinstance(inner, dict) or "outcome" not in inner or "findings" not in inner:
            raise _no_decision(where, "it is no decision")
        yield inner


def _values(text: str) -> Sequence[Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return value if isinstance(value, list) else [value]


def _no_decision(where: str, reason: str) -> UnreadableInputError:
    return UnreadableInputError(where, reason, "Give what `licet shipment check --format json` printed.")


def _text(sections: Sequence[Section]) -> str:
    lines: list[str] = []
    for section in sections:
        lines += (
            ["", section.heading, "-" * len(section.heading)]
            if lines
            else [section.heading, "-" * len(section.heading)]
        )
        for text in section.paragraphs:
            lines += textwrap.wrap(
                plain(text), 98, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
            )
    return "".join(f"{line}\n" for line in lines)


def _markdown(sections: Sequence[Section]) -> str:
    lines: list[str] = []
    for section in sections:
        lines += [f"## {section.heading}", ""]
        lines += [f"- {plain(text)}" for text in section.paragraphs]
        lines.append("")
    return "".join(f"{line}\n" for line in lines)
