"""`licet policy`: what the thresholds and weights in use find, and what they cost."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from licet.cli import options as opt
from licet.cli.exits import Exit
from licet.cli.helping import Command
from licet.cli.opening import notice, open_desk
from licet.cli.policy_card import policy_card
from licet.cli.render import emit

app = typer.Typer(help="Thresholds and weights: what they find, and what they cost.", no_args_is_help=True)


class PartyWord(StrEnum):
    """What the customers of files are, where the files do not say."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


def policy_test(
    names: Annotated[
        list[Path] | None,
        typer.Option("--names", metavar="FILE", help="Clean customers: a table, or .txt with a name a line."),
    ] = None,
    names_are: Annotated[
        PartyWord, typer.Option("--names-are", help="What these are, where the file does not say.")
    ] = PartyWord.UNKNOWN,
    pack: Annotated[
        list[Path] | None,
        typer.Option("--pack", metavar="FILE|DIR", help="Labelled pairs; the shipped pack when not given."),
    ] = None,
    no_pack: Annotated[bool, typer.Option("--no-pack", help="Leave the labelled pairs out.")] = False,
    sample: Annotated[int, typer.Option("--sample", min=1, help="Listed names for each family.")] = 100,
    clean: Annotated[int, typer.Option("--clean", min=1, help="Clean customers asked.")] = 2000,
    seed: Annotated[int, typer.Option("--seed", help="Decides which names, and how they are changed.")] = 1,
    min_recall: Annotated[
        float | None,
        typer.Option("--min-recall", min=0, max=1, help="Fail below this share of changed names found."),
    ] = None,
    max_clean: Annotated[
        float | None, typer.Option("--max-clean", min=0, help="Fail above so many clean hits in 1,000.")
    ] = None,
    min_f1: Annotated[
        float | None, typer.Option("--min-f1", min=0, max=1, help="Fail below this F1 on the labelled pairs.")
    ] = None,
    compare: Annotated[
        opt.Compared | None, typer.Option("--compare", help="Also score as OFAC describes its search page.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="OUT.html", help="Write the whole as one HTML page.")
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="OUT.svg", help="Write the trade-off curve as a picture.")
    ] = None,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: opt.ListsOption = None,
    threshold: opt.ThresholdOption = None,
    max_list_age: opt.MaxAgeOption = None,
    allow_stale: opt.AllowStaleOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
    no_color: opt.NoColorOption = False,
) -> None:
    """Test the policy: which changed names it finds, and how many clean customers it hits.

    Names of your own lists are changed in some forty ways with a fixed seed, and screened; so are clean
    customers.

    Exit status: 0 every limit is kept, 1 one is missed or a mandatory list was not seen, 2 usage error.

    Examples:

        licet policy test --sample 50 --report policy.html

        licet policy test --names customers.csv --min-recall 0.95 --max-clean 5
    """
    from licet.wiring.policy import PolicyQuestion

    question = PolicyQuestion(
        names=tuple(names or ()),
        names_are=str(names_are),
        pack=() if no_pack else tuple(pack) if pack else None,
        sample=sample,
        clean=clean,
        seed=seed,
        min_recall=min_recall,
        max_clean=max_clean,
        min_f1=min_f1,
        compare_ofac=compare is opt.Compared.OFAC,
    )
    desk = open_desk(
        db=db,
        config=config,
        quiet=quiet,
        lists=lists,
        threshold=threshold,
        max_list_age=max_list_age,
        allow_stale=allow_stale,
    )
    with desk:
        found = question.ask(desk.as_of(as_of, known_by))
    content, failures = found.to_dict(), found.failures
    for path, text in ((report, found.html), (svg, found.svg)):
        if path is not None:
            path.write_text(text(), encoding="utf-8", newline="\n")
            if not quiet:
                notice(f"written {path}")
    chosen = opt.output_format(output)
    card = (
        policy_card(content, failures, color=opt.colours(no_color=no_color))
        if chosen is opt.Format.TABLE
        else ""
    )
    whole = {**content, "failures": list(failures)}
    emit([_row(row) for row in content["families"]], chosen, whole=whole, table=card)
    raise typer.Exit(int(Exit.FINDINGS if failures else Exit.OK))


def _row(row: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in row.items() if key not in {"does", "interval"}}


app.command("test", cls=Command, short_help="Test what the policy finds, and what it costs.")(policy_test)


@app.callback()
def policy() -> None:
    """Thresholds and weights: what they find, and what they cost."""
