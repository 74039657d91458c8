"""What `licet demo` shows: a party on three days, 200 customers, a shipment on two, and stories."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from licet import demo
from licet.settings import Settings
from licet.store import open_store
from licet.usecases.match import Answer
from licet.usecases.screen_types import RunSummary, ScreenOptions
from licet.wiring.demonstration_news import DemonstratedNews, tell
from licet.wiring.demonstration_shipment import DemonstratedShipment, decide
from licet.wiring.desk import Desk
from licet.wiring.embedded import embedded_places
from licet.wiring.screening import in_words

PARTY = "Zhongxing Telecommunications Equipment"
DAYS = (
    ("2018-04-14", "the day before the denial order (83 FR 17644)"),
    ("2018-05-14", "the order is in force; a tweet of the day before changes nothing"),
    ("2018-07-14", "the order was terminated the day before (83 FR 34825)"),
)
OTHER_NAMES = ("ZTE Corp.", "中兴通讯", "Zhongxing Telecom Equipment Corporation", "Boztepe Gemi AS")
CUSTOMERS_DAY = "2026-10-15"
SHOWN = 4
"""Hits of the customer file that are printed; all are in the file written."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was shown.

    Attributes:
        lists: Number of embedded lists.
        editions: Number of embedded editions.
        parties: Number of listed parties over all editions.
        days: The answers for `PARTY` on each of `DAYS`.
        other_names: One line for each of `OTHER_NAMES` on the day when the order was in force.
        summary: The run over the customers, in lines.
        target: The screened file.
        command: The command that screens the customers by hand.
        shipment: A shipment, decided on two days.
        news: Stories about customers, read and merged.
    """

    lists: int
    editions: int
    parties: int
    days: tuple[Answer, ...]
    other_names: tuple[str, ...]
    summary: tuple[str, ...]
    target: Path
    command: str
    shipment: DemonstratedShipment
    news: DemonstratedNews


def demonstrate(folder: Path, say: Callable[[str], None]) -> Demonstration:
    """Run the demonstration and write what it reads and makes into a folder."""
    where = embedded_places()
    with Desk(open_store(where.url, where.archive), where, Settings(), say) as desk:
        editions = desk.store.editions()
        parties = {
            (version.listing.list_id, version.listing.caption) for version, _sha in desk.store.versions()
        }
        folder.mkdir(parents=True, exist_ok=True)
        source, target = folder / "customers.csv", folder / "customers.screened.csv"
        source.write_bytes(demo.customers())
        there = desk.as_of(CUSTOMERS_DAY)
        run = there.screen(source, target, ScreenOptions(explain=in_words, restart=True))
        return Demonstration(
            lists=len(desk.store.list_ids()),
            editions=len(editions),
            parties=len(parties),
            days=tuple(desk.as_of(day).match(PARTY) for day, _what in DAYS),
            other_names=tuple(_line(name, desk.as_of(DAYS[1][0]).match(name)) for name in OTHER_NAMES),
            summary=_summary(run, target),
            target=target,
            command=f"licet screen {source} --as-of {CUSTOMERS_DAY} --explain",
            shipment=decide(desk, folder),
            news=tell(desk, folder, source, CUSTOMERS_DAY),
        )


def _line(name: str, answer: Answer) -> str:
    if not answer.hits:
        return f"{name}: no hit"
    best = answer.hits[0]
    matched = best.matched_name
    through = f" (as {matched.text})" if matched and matched.text != best.listing.caption else ""
    return f"{name}{through}: {best.score:.2f} {best.listing.caption}"


def _summary(run: RunSummary, target: Path) -> tuple[str, ...]:
    counts = ", ".join(f"{count} {status}" for status, count in run.counts.items() if count)
    lines = [f"{run.rows_in} rows in, {run.rows_out} out: {counts}; {run.candidates} hits in all."]
    with target.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["scr_status"] == "hit" and row["scr_rank"] == "1"]
    for row in rows[:SHOWN]:
        listed = f"{float(row['scr_score']):.2f} {row['scr_entity_name']} [{row['scr_list']}]"
        lines.append(f"  {row['id']:<5} {row['name'].strip()}: {listed}")
    if len(rows) > SHOWN:
        lines.append(f"  ... and {len(rows) - SHOWN} more, each with its reasons: {target}")
    return tuple(lines)
