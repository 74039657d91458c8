"""How well amounts are read: span and value F1.

`python benchmarks/news_amounts.py [--show]` scores the money phrases of Recognizers-Text in `../shared` by
halves: one that `--show` prints the misses of, and one for totals. Both were read while the rules were
written (the set has 90 phrases), so neither half is unseen; a currency without a figure is left out. Small
coins keep their word as the unit, as in the set.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from decimal import Decimal
from pathlib import Path

from licet.model.news import AmountKind
from licet.news import amounts

SHARED = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SEED = "licet-news-amounts-1"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--show", action="store_true", help="print the misses of the first half")
    show = options.parse_args().show
    content = (SHARED / "data/news/recognizers_currency_half.json").read_text("utf-8-sig")
    entries = json.loads(content)
    for half in (0, 1):
        chosen = [e for e in entries if hashlib.sha256((SEED + e["Input"]).encode()).digest()[0] % 2 == half]
        counts = [0, 0, 0, 0]
        for entry in chosen:
            counts = [a + b for a, b in zip(counts, scored(entry, show=show and half == 0), strict=True)]
        expected, read, spans, values = counts
        both = expected + read
        print(
            f"half {half + 1}: span F {200 * spans / both:.1f}, value F {200 * values / both:.1f} ({counts})"
        )


def scored(entry: dict[str, object], *, show: bool) -> tuple[int, int, int, int]:
    """Return how many amounts are expected and read, and how many spans and values are right."""
    text, results = str(entry["Input"]), entry["Results"]
    assert isinstance(results, list)  # noqa: S101  the set's own form
    gold = [
        (result["Start"], result["End"] + 1, Decimal(result["Resolution"]["value"]))
        for result in results
        if result["Resolution"]["value"] is not None
    ]
    read = [
        (found.spans[0].start, found.spans[0].end, found.value.value)
        for found in amounts.read(text)
        if found.value.kind is AmountKind.MONEY
    ]
    spans = len({item[:2] for item in gold} & {item[:2] for item in read})
    values = sum(any(a < d and c < b and v == w for c, d, w in read) for a, b, v in gold)
    if show and (values < len(gold) or len(read) > len(gold)):
        print(f"  {text!r}: {gold} not {read}")
    return len(gold), len(read), spans, values


if __name__ == "__main__":
    main()
