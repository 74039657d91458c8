"""`licet whatif`: which decisions change with another fact, another day, or another life of an instrument."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from licet.cli import options as opt
from licet.cli.cards import plain
from licet.cli.exits import Exit
from licet.cli.opening import notice, open_asking
from licet.cli.render import emit
from licet.cli.shipment import name_of, reading

_COLUMNS = ("shipment", "reference", "before", "after", "policy_before", "policy_after", "gone", "come")


def whatif(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Shipments, as `shipment check` reads them.")],
    facts: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="PATH=VALUE", help="Another fact: items[0].eccn=5A002; again for more."
        ),
    ] = None,
    day: Annotated[str | None, typer.Option("--day", metavar="DAY", help="Another day for all.")] = None,
    events: Annotated[
        list[str] | None,
        typer.Option(
            "--event",
            metavar="MEASURE=EVENT@DAY",
            help="Another life of a measure: us.bis.zte.denial=activated@2017-06-01; again for more.",
        ),
    ] = None,
    as_of: opt.AsOfOption = None,
    known_by: opt.KnownByOption = None,
    lists: opt.ListsOption = None,
    threshold: opt.ThresholdOption = None,
    rulebook: opt.RulebookOption = None,
    output: opt.FormatOption = None,
    db: opt.DbOption = None,
    config: opt.ConfigOption = None,
    quiet: opt.QuietOption = False,
) -> None:
    """Decide shipments twice, as things are and as supposed, and show which decisions change and why.

    Exit status: 0 no decision changes, 1 some change, 2 trouble.

    Examples:

        licet whatif orders.jsonl --event us.bis.zte.denial=activated@2017-06-01

        licet whatif order.yaml --day 2018-07-14

        licet whatif order.yaml --set destination=HK --set items[0].eccn=5A002
    """
    from licet.cli.shipment_output import checked
    from licet.usecases import shipment_whatif as use
    from licet.usecases.shipment_values import day as day_of

    if not (facts or day or events):
        raise typer.BadParameter("suppose something: --set, --day or --event")
    try:
        other_day = day_of(day) if day else None
    except ValueError as error:
        raise typer.BadParameter(f"{error}", param_hint="--day") from error
    supposed = use.Supposed(
        tuple(use.supposed_fact(text) for text in facts or ()),
        other_day,
        tuple(use.supposed_event(text) for text in events or ()),
    )
    desk = open_asking(
        db=db,
        config=config,
        quiet=quiet,
        lists=lists,
        threshold=threshold,
        rulebook=tuple(str(folder) for folder in rulebook) if rulebook else None,
    )
    found: list[dict[str, Any]] = []
    count = 0
    with desk, reading(file) as stream:
        there = desk.as_of(as_of, known_by)
        supposing = there.shipments.under(use.supposed_book(there.shipments.book, supposed.events))
        for answer in checked(there.shipments, stream, name_of(file), there.day):
            count += 1
            if answer.decision is None or answer.asked is None:
                notice(answer.error)
                continue
            after = supposing.check(use.supposed_question(answer.asked, supposed))
            found.append(use.change_dict(use.compared(answer.decision, after), answer.number))
    whole = use.summary(found, supposed, count)
    rows = [{name: item[name] for name in _COLUMNS} for item in whole["changes"]]
    emit(rows, opt.output_format(output), whole=whole, table=_card(whole), columns=_COLUMNS)
    raise typer.Exit(int(Exit.FINDINGS if whole["changed"] else Exit.OK))


def _card(whole: Mapping[str, Any]) -> str:
    lines = [f"supposed   {plain(text)}" for text in whole["supposed"]]
    lines.append(f"{whole['changed']:,} of {whole['shipments']:,} decisions change")
    for item in whole["changes"]:
        name = f"{item['shipment']:>4}  {item['reference']}".rstrip()
        lines += ["", f"{name}  {_outcome(item, 'before')} -> {_outcome(item, 'after')}"]
        lines += _lines("-", item["gone"]) + _lines("+", item["come"])
    return "".join(f"{plain(line)}\n" for line in lines)


def _outcome(item: Mapping[str, Any], when: str) -> str:
    policy = item[f"policy_{when}"]
    return f"{item[when]} ({policy})" if policy else str(item[when])


def _lines(mark: str, texts: Sequence[str]) -> list[str]:
    return [f"      {mark} {text}" for text in texts]
