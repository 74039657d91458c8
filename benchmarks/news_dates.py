"""How well dates are read: strict, relaxed and value F1 of TIMEX3, and how fast.

`python benchmarks/news_dates.py [--show]` scores two sets of `../shared`: the two annotated stories, and
the date, period, duration and set phrases of Recognizers-Text, by halves: one that the rules were written
on, one that nobody looks at but for these totals (`--show` prints the misses of the first alone). The
phrases are said to a chat assistant ("I'll go back ..."): where they and news differ, the rules of news win
and the figure pays; a range that they give as one expression ("from 2 to 7 October") is here two, and right
when the two span it.

Where `dateparser` is installed it is asked the same, as it comes, with its search for dates.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from licet.model.news import Timex
from licet.news import dates

SHARED = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SETS = ("DateParser", "DatePeriodParser", "DurationParser", "DateTimeModel")
TYPES = frozenset(("date", "daterange", "duration", "set"))
SEED = "licet-news-dates-1"


@dataclass(frozen=True, slots=True)
class Told:
    """A time expression that a set expects, or that a reader gives.

    Attributes:
        start: First code point.
        end: One past the last.
        values: What it may be: TIMEX3 values, or first and last day as text with `/` between.
    """

    start: int
    end: int
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what is to be read from it."""

    text: str
    dated: date
    gold: tuple[Told, ...]


Reader = Callable[[str, date], list[Told]]


@dataclass(slots=True)
class Score:
    """Counts of a set."""

    gold: int = 0
    read: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def line(self) -> str:
        """Return the three F1 in percent."""
        whole = self.gold + self.read
        parts = (f"{200 * n / whole if whole else 0:5.1f}" for n in (self.strict, self.relaxed, self.value))
        return " / ".join(parts) + f"   ({self.gold} expected, {self.read} read)"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print the misses of the half that is looked at")
    show = options.parse_args().show
    readers: dict[str, Reader] = {"licet": own}
    if importlib.util.find_spec("dateparser"):
        readers["dateparser"] = peer
    halves = {"phrases, half written on": phrases(seen=True), "phrases, unseen half": phrases(seen=False)}
    print("strict / relaxed / value F1")
    for name, reader in readers.items():
        for title, cases in {"the two stories": stories(), **halves}.items():
            begun = time.process_time()
            score = run(reader, cases, show=show and "written" in title)
            spent = time.process_time() - begun
            print(f"{name:11}{title:26}{score.line()}   {len(cases) / spent:,.0f} texts a CPU second")
    speed()


def speed() -> None:
    """Print stories read a second of CPU on one core."""
    told = [case.text for case in stories()]
    begun, count = time.process_time(), 0
    while time.process_time() - begun < 2:
        for text in told:
            dates.read(text, date(2018, 5, 14))
        count += len(told)
    print(f"licet: {count / (time.process_time() - begun):,.0f} stories a second of CPU")


def run(reader: Reader, cases: Iterable[Case], *, show: bool) -> Score:
    """Score a reader on cases."""
    score = Score()
    for case in cases:
        read = reader(case.text, case.dated)
        free = [told for told in read if not any(_meet(told, gold) for gold in case.gold)]
        score.read += len(free)
        for gold in case.gold:
            inside = [told for told in read if _meet(told, gold)]
            score.gold += 1
            score.read += bool(inside)
            score.relaxed += bool(inside)
            score.strict += any((told.start, told.end) == (gold.start, gold.end) for told in inside)
            right = bool(inside) and bool(_hull(inside) & gold.values)
            score.value += right
            if show and not right:
                got = [(case.text[told.start : told.end], sorted(told.values)) for told in inside]
                words = case.text[gold.start : gold.end]
                print(f"  {case.dated} {case.text!r}: {words!r} {sorted(gold.values)} not {got}")
        if show and free:
            print(f"  {case.text!r}: read besides {[case.text[told.start : told.end] for told in free]}")
    return score


def _meet(one: Told, other: Told) -> bool:
    return one.start < other.end and other.start < one.end


def _hull(inside: list[Told]) -> frozenset[str]:
    """Return the values of what was read in one expected expression: its own, or the span over several."""
    reaches = [value.split("/") for told in inside for value in told.values if "/" in value]
    values = {value for told in inside for value in told.values}
    if reaches:
        values.add(f"{min(first for first, _ in reaches)}/{max(last for _, last in reaches)}")
    return frozenset(values)


def own(text: str, dated: date) -> list[Told]:
    """Read with licet."""
    return [
        Told(value.spans[0].start, value.spans[0].end, _values(value.value))
        for value in dates.read(text, dated)
    ]


def _values(timex: Timex) -> frozenset[str]:
    values = {timex.value} if timex.value else set()
    if timex.first and timex.last:
        values.add(f"{timex.first}/{timex.last}")
    return frozenset(values)


def peer(text: str, dated: date) -> list[Told]:
    """Read with dateparser."""
    search = importlib.import_module("dateparser.search")
    noon = f"{dated.isoformat()}T12:00:00"
    base = importlib.import_module("datetime").datetime.fromisoformat(noon)
    found = search.search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []
    told, place = [], 0
    for words, when in found:
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            day = when.date().isoformat()
            told.append(Told(start, place, frozenset((day, f"{day}/{day}"))))
    return told


def stories() -> list[Case]:
    """Return the two stories with what their annotation counts (`tools/score_stories.py` without --hard)."""
    gold = json.loads((SHARED / "stories/gold.json").read_text("utf-8"))
    cases = []
    for told in gold["documents"]:
        path = SHARED / "stories" / told["file"]
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        marks = [mark for mark in gold["timex"] if mark["doc"] == told["id"]]
        for mark in marks:
            if mark["scorable"] is not True:  # blanked as the scorer leaves it out, so that it is not read
                text = text[: mark["start"]] + "_" * len(mark["text"]) + text[mark["end"] :]
        wanted = (
            Told(m["start"], m["end"], frozenset((m["value"],))) for m in marks if m["scorable"] is True
        )
        cases.append(Case(text, date(2018, 5, 14), tuple(wanted)))
    return cases


def phrases(*, seen: bool) -> list[Case]:
    """Return a half of the phrases; the same text is in one half whichever file holds it."""
    cases: dict[tuple[str, str], Case] = {}
    for name in SETS:
        content = (SHARED / f"data/news/recognizers_{name}.json").read_text("utf-8-sig")
        for entry in json.loads(content):
            text, when = entry["Input"], entry.get("Context", {}).get("ReferenceDateTime")
            told = tuple(_expected(entry["Results"]))
            half = hashlib.sha256((SEED + text.lower()).encode()).digest()[0] % 2 == 0
            if when and half == seen and told and len(told) == len(entry["Results"]):
                cases.setdefault((text, when), Case(text, date.fromisoformat(when[:10]), told))
    return list(cases.values())


def _expected(results: list[dict[str, Any]]) -> Iterator[Told]:
    for result in results:
        start = result["Start"]
        kind = result.get("Type") or result.get("TypeName", "").removeprefix("datetimeV2.")
        if kind not in TYPES:
            continue
        end = start + result["Length"] if "Length" in result else result["End"] + 1
        yield Told(start, end, frozenset(_candidates(result)))


def _candidates(result: dict[str, Any]) -> Iterator[str]:
    """Yield every reading that the set allows: the past one and the future one."""
    if "Value" in result:
        value = result["Value"]
        told = [value.get("FutureResolution") or {}, value.get("PastResolution") or {}]
        yield value.get("Timex", "")
    else:
        told = (result.get("Resolution") or {}).get("values", [])
        yield from (item.get("timex", "") for item in told)
    for item in told:
        first = item.get("startDate") or item.get("start")
        last = item.get("endDate") or item.get("end")
        day = item.get("date") or (item.get("value") if item.get("type") == "date" else None)
        if first and last and len(first) == len(last) == 10:
            yield f"{first}/{date.fromisoformat(last) - timedelta(1)}"
            yield f"{first}/{last}"  # of "from 4 to 23" the set gives the day named
        if day and len(day) == 10:
            yield f"{day}/{day}"


if __name__ == "__main__":
    main()
