"""`licet history`: the life of a matter, a party or a measure, day by day, with a picture."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from licet import wiring
from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.exits import Exit
from licet.cli.opening import notice
from licet.cli.render import emit

if TYPE_CHECKING:  # only for the type checker: at run time it would load the law for --help
    from licet.usecases.history import History

_MARKS = {"event": "*", "ended": "*", "document": "|", "obligation": "$", "signal": "o"}


def history(
    about: Annotated[
        str, typer.Argument(metavar="NAME", help="A matter, a party's name or the id of a measure.")
    ],
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="FILE", help="Write a picture of it as SVG.", show_default=False),
    ] = None,
    as_of: opt.AsOfOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Tell the life of a matter day by day: documents, measures, duties, statements without effect.

    It comes from the rulebook; the lists of the store are asked with `licet show`.

    Exit status: 0 found, 1 nothing known.

    Examples:

        licet history ZTE

        licet history Zhongxing --as-of 2018-05-14

        licet history Huawei --svg huawei.svg
    """
    from licet.usecases.history import history as tell
    from licet.wiring.law import asked_day, law

    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    found = tell(law(settings), about, asked_day(as_of))
    if found is None:
        if not quiet:
            notice(f"the rulebook knows nothing of {about!r}. Lists are searched with `licet search`.")
        raise typer.Exit(Exit.FINDINGS)
    if svg is not None:
        from licet.reports import timeline

        svg.write_text(timeline.build(found), encoding="utf-8", newline="\n")
        if not quiet:
            notice(f"picture written to {svg}")
    content = history_dict(found)
    emit(content["entries"], opt.output_format(output), whole=content, table=_card(content))


def history_dict(found: History) -> dict[str, Any]:
    """Return a history as plain JSON values."""
    return {
        "about": found.about,
        "as_of": found.as_of.isoformat(),
        "matters": list(found.matters),
        "parties": [{"id": key, "name": name} for key, name in found.parties],
        "measures": [
            {
                "id": lane.measure,
                "kind": lane.kind,
                "title": lane.title,
                "parties": list(lane.parties),
                "authorises": lane.authorises,
                "state": str(lane.state),
                "states": [
                    {
                        "state": str(bar.state),
                        "first": bar.first.isoformat(),
                        "last": bar.last.isoformat() if bar.last else None,
                        "then": bar.ended,
                        "open_point": not bar.sure,
                    }
                    for bar in lane.bars
                ],
                "citations": list(lane.cite),
            }
            for lane in found.lanes
        ],
        "entries": [
            {
                "day": entry.day.isoformat(),
                "at": entry.at.isoformat() if entry.at else None,
                "what": str(entry.what),
                "title": entry.title,
                "said": entry.said,
                "effect": entry.effect,
                "detail": entry.detail,
                "parties": list(entry.parties),
                "measure": entry.measure,
                "citations": list(entry.citations),
                "confidence": str(entry.confidence),
                "review": entry.review,
            }
            for entry in found.entries
        ],
        "rulebook": found.rulebook,
    }


def _card(content: dict[str, Any]) -> str:
    lines = [f"{content['about']}, told up to {content['as_of']}", ""]
    lines.append(f"Where the measures stand on {content['as_of']}:")
    for lane in content["measures"]:
        who = f" ({', '.join(lane['parties'])})" if lane["parties"] else ""
        state = lane["state"].replace("_", " ")
        role = ", permits" if lane["authorises"] else ""
        lines.append(f"  {state:<11} {plain(lane['title'])}{plain(who)}{role}")
    lines += ["", "Day by day (* law, | paper, $ duty or money, o statement without effect):"]
    for entry in content["entries"]:
        lines += _told(entry)
    return "\n".join(lines) + "\n"


def _told(entry: dict[str, Any]) -> list[str]:
    who = f" ({', '.join(entry['parties'])})" if entry["parties"] else ""
    cited = f"  [{'; '.join(entry['citations'])}]" if entry["citations"] else ""
    at = f" at {entry['at']}" if entry["at"] else ""
    mark = _MARKS[entry["what"]]
    lines = [plain(f"  {entry['day']} {mark} {entry['title']}{who}: {entry['said']}{at}{cited}")]
    if entry["detail"]:
        lines.append(plain(f"{' ' * 15}{entry['detail']}"))
    if entry["review"]:
        lines.append(plain(f"{' ' * 15}Open point: {entry['review']}"))
    return lines
