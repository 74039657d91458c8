"""How many shipments of five parties are decided a second on one core, beside screening names alone.

    python -m benchmarks.shipments [--shipments N] [--embedded]

Parties are 10,000 real organisations (`benchmarks.screen_organisations`), each shipment five others; one
shipment in a hundred has Huawei as end user, so that findings with evidence are made and written too. Each
is read from its line of JSON, decided by every measure kind, and written as a line of JSON. The lists are the
newest whole official editions, or the embedded ones; loading is told apart. In the same run, in turns, the
same parties are screened by name alone, as `licet match` does it. Aim: 1,000 shipments a second.
The process is held to one core. Needs ../shared.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from unittest.mock import patch

from benchmarks.matching.report import Aims, table
from benchmarks.screen_organisations import organisations, prepare

import licet
from licet.text.countries import country_code
from licet.usecases.shipment_decision import Lines
from licet.usecases.shipment_people import people
from licet.usecases.shipment_reading import read
from licet.usecases.shipment_text import Document, json_value
from licet.wiring import places
from licet.wiring.desk import Desk
from licet.wiring.settled import settled

AIM = 1000.0
ROLES = ("purchaser", "intermediate_consignee", "ultimate_consignee", "end_user", "forwarder")
LISTED = 100
"""One shipment in so many has a listed end user."""
ROUNDS = 5
DAY = date(2024, 5, 13)
ITEMS = (
    {"eccn": "EAR99", "origin": "US", "description": "spare part"},
    {"eccn": "5A992.c", "origin": "US", "description": "router"},
    {"eccn": "3A001.a.2", "origin": "US", "description": "integrated circuit"},
)


def lines(count: int) -> list[str]:
    """Return so many shipments, a line of JSON each; no two share a party while there are names."""
    chosen = random.Random(20261122)  # noqa: S311  a sample, not a secret
    firms = organisations()
    chosen.shuffle(firms)
    made = []
    for number in range(count):
        parties = []
        for place, role in enumerate(ROLES):
            _ref, name, country = firms[(number * len(ROLES) + place) % len(firms)]
            code = country_code(country)
            parties.append({"role": role, "name": name, **({"country": code} if code else {})})
        if number % LISTED == 0:
            parties[3] = {"role": "end_user", "name": "Huawei Technologies Co., Ltd.", "country": "CN"}
        shipment = {
            "activity": "export",
            "actor": {"country": "US"},
            "items": [ITEMS[number % len(ITEMS)]],
            "destination": "DE",
            "parties": parties,
            "day": DAY.isoformat(),
            "reference": f"S{number:06}",
        }
        made.append(json.dumps(shipment, ensure_ascii=False))
    return made


def decided(desk: Desk, asked: Sequence[str]) -> tuple[float, int]:
    """Decide shipments from line to line; return (CPU seconds, bytes written)."""
    shipments = desk.as_of(None).shipments
    shipments.frame(DAY)  # loading is no part of the figure; nothing was screened in this frame
    text = Lines()
    written = 0
    with settled():  # as `licet shipment check` does after its first shipments
        begun = time.process_time()
        for line in asked:
            decision = shipments.check(read(Document(json_value(line, "line"), "line")))
            written += len(text.text(decision.to_dict()))
        return time.process_time() - begun, written


def screened(desk: Desk, asked: Sequence[str]) -> tuple[float, int]:
    """Screen the same parties by name alone; return (CPU seconds, hits)."""
    session = desk.as_of(DAY.isoformat()).session()
    subjects = [
        person.subject
        for line in asked
        for person in people(read(Document(json_value(line, "line"), "line")).shipment)
    ]
    begun = time.process_time()
    hits = sum(len(session.screen(subject).hits) for subject in subjects)
    return time.process_time() - begun, hits


def report(desk: Desk, count: int) -> None:
    """Run turn by turn and print what was seen."""
    asked = lines(count)
    begun = time.perf_counter()
    book = desk.shipments.book
    print(f"  the law: {len(book.measures):,} measures in {time.perf_counter() - begun:.2f} s")
    begun = time.perf_counter()
    desk.shipments.frame(DAY)
    print(f"  the lists of the day: {time.perf_counter() - begun:.2f} s")
    whole, alone, written, hits = [], [], 0, 0
    for _round in range(ROUNDS):
        seconds, written = decided(desk, asked)
        whole.append(seconds)
        seconds, hits = screened(desk, asked)
        alone.append(seconds)
    rates = {"decided, line to line": count / statistics.median(whole)}
    rates["screened by name alone"] = count / statistics.median(alone)
    best = {"decided, line to line": count / min(whole), "screened by name alone": count / min(alone)}
    print(f"\n{count:,} shipments of {len(ROLES)} parties, one core, {ROUNDS} rounds; {hits:,} hits by name")
    print(f"{written / count:,.0f} bytes a decision")
    table(
        ("", "median a second", "best a second", "ms each"),
        [(name, f"{rate:,.0f}", f"{best[name]:,.0f}", f"{1000 / rate:.2f}") for name, rate in rates.items()],
    )
    aims = Aims()
    aims.at_least("shipments decided a second", rates["decided, line to line"], AIM, "/s")
    aims.show()


def main() -> None:
    """Run the benchmark and print what was seen."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shipments", type=int, default=2000)
    parser.add_argument("--embedded", action="store_true", help="use the embedded lists")
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        if options.embedded:
            with patch.object(places, "user_data", lambda: Path(folder)), licet.open() as desk:
                print("Lists: embedded")
                report(desk, options.shipments)
            return
        print("Lists (newest whole official editions):")
        with licet.open(Path(folder) / "lists.db", max_list_age="none", mandatory=()) as desk:
            prepare(desk)
            report(desk, options.shipments)


if __name__ == "__main__":
    main()
