"""The demonstration laid out on a screen and a half: what was screened, decided and read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from licet.cli.cards import Paint, days, plain
from licet.news.merging.fact import Agreement, Timeline
from licet.news.modality.modality import Modality
from licet.reports.news_timeline import counted, fact_lines, story_words
from licet.reports.news_timeline_rows import Band, Row, rows
from licet.usecases.signals_told import watched_dict
from licet.wiring.demonstration import CUSTOMERS_DAY, DAYS, PARTY, Demonstration
from licet.wiring.demonstration_news import DemonstratedNews
from licet.wiring.demonstration_shipment import TWEET, DemonstratedShipment

_WIDTH = 100
Content = Mapping[str, Any]


def demo_card(shown: Demonstration, *, color: bool = False) -> str:
    """Lay the demonstration out for a person at a terminal, in lines of at most 100 columns."""
    paint = Paint(color=color)
    lists = f"{shown.lists} lists, {shown.editions} editions, {shown.parties} parties"
    lines = [
        f"Embedded, hand-written, partial, not current: {lists}; invented stories.",
        "",
        *_screening(shown, paint),
        "",
        *_shipment(shown.shipment, paint),
        "",
        *_news(shown.news, paint),
        "",
        paint.bold("The same by hand, and on from there"),
        *(f"  {line}" for line in (shown.command, shown.shipment.command, *shown.news.commands)),
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _screening(shown: Demonstration, paint: Paint) -> Iterator[str]:
    yield paint.bold(f"1. A name on three days: {PARTY}")
    for (_day, what), answer in zip(DAYS, shown.days, strict=True):
        content = answer.to_dict()
        hits = content["hits"]
        found = f"{len(hits)} hits" if hits else "no hit"
        yield f"  as of {content['as_of']}: {paint.bold(f'{found:<7}')} {what}"
        for place, hit in enumerate(hits):
            yield from _hit(hit, paint, reasons=place == 0)
    yield f"  By other names, and one that only looks alike, on {DAYS[1][0]}:"
    yield from (line for text in shown.other_names for line in _hung("    ", text))
    yield ""
    yield paint.bold(f"2. A file of customers, as of {CUSTOMERS_DAY}")
    yield from (f"  {plain(line)}" for line in shown.summary)


def _hit(hit: Content, paint: Paint, *, reasons: bool) -> Iterator[str]:
    record = plain(f"{hit['score']:.2f}  {hit['caption']} [{hit['entity_id'].partition(':')[0]}]")
    yield paint.red(f"    {record}")
    if reasons:
        yield plain(f"          {'; '.join(hit['citations'])}; counts {days(hit)}")
        for line in hit["explanation"]["lines"][1:-1]:  # score and days stand above
            yield from _hung("          - ", line)


def _shipment(shown: DemonstratedShipment, paint: Paint) -> Iterator[str]:
    yield paint.bold("3. May chips go from the United States to ZTE Corporation in China?")
    for content in shown.decisions:
        outcome = content["outcome"].replace("_", " ").upper()
        told = paint.bold(paint.red(outcome) if content["findings"] else outcome)
        yield f"  on {content['question']['day']}: {told}"
        for finding in content["findings"]:
            yield from _hung("    ", finding["sentence"])
            yield from _hung("    law       ", "; ".join(finding["citations"]))
            interval = finding["in_force"]
            yield from _hung(
                "    in force  ", f"{interval['first']} -> {interval['last']}, then {finding['then']}"
            )
            yield from _tweet(content)
        if not content["findings"]:
            flag = content["flags"][0]
            yield from _hung("    flag      ", f"{flag['sentence']} [{flag['citations'][0]}]")
            yield from _hung(
                "    ", "Nothing found is no permission: it speaks of the law and lists looked at."
            )


def _tweet(content: Content) -> Iterator[str]:
    for signal in content["signals"]:
        if signal["id"] == TWEET:
            told = f"{signal['said']} {signal['speaker']}: {signal['text']} It has no legal effect."
            yield from _hung("    beside    ", told)


def _news(shown: DemonstratedNews, paint: Paint) -> Iterator[str]:
    yield paint.bold("4. What the papers say: evidence of what was said, never law")
    yield from _hung("  ", "; ".join(f"{told.name}: {story_words(told)}" for told in shown.together.stories))
    yield from _hung("  ", f"{counted(rows(shown.together.timeline))}:")
    for row in _telling(shown.together.timeline):
        yield from (plain(line) for line in fact_lines(row, _WIDTH))
    for item in shown.pledges:
        signal = watched_dict(item)
        yield paint.bold(plain(f"  Signal about a customer, {signal['day']}: {signal['signal']}"))
        yield from _hung("    law       ", signal["law"])
        yield from _hung("    why       ", "; ".join(signal["listed_because"]))
        yield from _hung(
            "    effect    ", f"{signal['effect']}; {shown.signals} signals about customers, all without"
        )
    yield f"  The picture: {shown.picture}"


def _telling(timeline: Timeline) -> Iterator[Row]:
    """Give of the facts the first of each agreement, and of what was only said the pledges of measures."""
    found = rows(timeline)
    reported = [row for row in found if row.band is Band.REPORTED and not row.derived]
    for agreement in Agreement:
        yield from [row for row in reported if row.agreement is agreement][:1]
    pledged = {fact.key for fact in timeline.facts if fact.modality is Modality.PLEDGED and fact.measure}
    yield from (row for row in found if row.band is Band.SAID and row.key in pledged)


def _hung(head: str, text: str) -> list[str]:
    return textwrap.wrap(
        plain(text),
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    )
