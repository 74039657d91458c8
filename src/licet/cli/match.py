"""`licet match`: one subject, scored, explained."""

from __future__ import annotations

from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.cards import answer_card, slider_lines
from licet.cli.exits import screening
from licet.cli.opening import notice, open_asking, tell_coverage
from licet.cli.options import Compared
from licet.cli.render import emit


def match(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A name, in any script.")] = None,
    schema: Annotated[
        str, typer.Option("--schema", "-s", help="Person, Organization, Vessel, Airplane or LegalEntity.")
    ] = "LegalEntity",
    properties: Annotated[
        list[str] | None,
        typer.Option("--property", "-p", metavar="KEY=VALUE", help="More of the subject: birthDate=1971-04."),
    ] = None,
    slider: Annotated[
        bool, typer.Option("--slider", help="Also show what would be hits at each step of the threshold.")
    ] = False,
    compare: Annotated[
        Compared | None,
        typer.Option(
            "--compare", help="Add a column: the score of OFAC's search page, as publicly described."
        ),
    ] = None,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: opt.ListsOption = None,
    threshold: opt.ThresholdOption = None,
    limit: opt.LimitOption = None,
    max_list_age: opt.MaxAgeOption = None,
    allow_stale: opt.AllowStaleOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    verbose: opt.VerboseOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Screen one subject against the lists as of a day, and explain every hit.

    Exit status: 0 no hit, 1 hits, 2 usage error, 4 a mandatory list was not seen (not a clearance).

    Examples:

        licet match "Zhongxing Telecommunications Equipment Corp" --as-of 2018-05-14

        licet match -s Person -p name="Ivan Petrov" -p birthDate=1971-04 -p country=ru

        licet match -s Vessel -p imoNumber=9187629 --format json

        licet match "Ivan Petrov" --slider --compare ofac
    """
    from licet.usecases.properties import subject_from

    pairs = [_pair(text) for text in properties or ()]
    if name is not None:
        pairs.insert(0, ("name", name))
    subject = subject_from(schema, pairs)
    desk = open_asking(
        db=db,
        config=config,
        quiet=quiet,
        lists=lists,
        threshold=threshold,
        limit=limit,
        max_list_age=max_list_age,
        allow_stale=allow_stale,
    )
    with desk:
        answer = desk.as_of(as_of, known_by).match(subject)
        if compare:
            answer = answer.compare(compare)
        content = answer.to_dict()
        if slider:
            content["slider"] = [step.to_dict() for step in answer.slider()]
    if verbose:
        tell_coverage(content)
    chosen = opt.output_format(output)
    card = answer_card(content, color=opt.colours(no_color=no_color)) if chosen is opt.Format.TABLE else ""
    if slider and card:
        card += "".join(f"{line}\n" for line in ("", *slider_lines(content["slider"])))
    if chosen not in {opt.Format.JSON, opt.Format.TABLE}:
        # Rows alone do not say what they leave out.
        for reason in content["incomplete"]:
            notice(f"INCOMPLETE, not a clearance: {reason}")
        if content["hits_left_out"]:
            notice(f"hits left out: {content['hits_left_out']}; raise --limit")
    columns = (*_COLUMNS, *([str(compare)] if compare else []))
    emit([_row(hit, columns) for hit in content["hits"]], chosen, whole=content, table=card, columns=columns)
    raise typer.Exit(int(screening(hits=len(answer.hits), failed_rows=0, unseen=content["incomplete"])))


_COLUMNS = (
    "score",
    "strength",
    "entity_id",
    "caption",
    "matched_name",
    "channel",
    "programmes",
    "citations",
    "in_force_from",
    "in_force_to",
    "edition",
)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text!r} is no KEY=VALUE", param_hint="-p")
    return key.strip(), value


def _row(hit: dict[str, object], columns: tuple[str, ...]) -> dict[str, object]:
    return {key: hit[key] for key in columns}
