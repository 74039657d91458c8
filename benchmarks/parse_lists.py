"""How fast each list is read: rows a second of the newest real edition, cold and again in the same process.

`python benchmarks/parse_lists.py` prints CPU seconds; a daily edition costs what "again" says, for rows that
did not change are remembered. The peer in the same run is Python's csv module, or lxml, over the same bytes
without understanding anything. Needs ../shared.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml import etree

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Listing

DATA = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
FILES = (
    ("us_ofac_sdn", "ofac/sdn_csv/2024-05-03/sdn.csv.gz"),
    ("us_ofac_sdn", "ofac/sdn_xml/2024-05-07/sdn.xml.gz"),
    ("us_csl", "us_csl/2022-05-16/consolidated.csv.gz"),
    ("us_bis_dpl", "bis_dpl/2023-11-30/dpl.txt.gz"),
    ("un_sc", "un/2026-02-27/consolidated.xml.gz"),
    ("eu_fsf", "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz"),
    ("uk_ofsi", "uk/2020-04-27/sanctionsconlist.csv.gz"),
)


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def bare(content: bytes) -> object:
    """Read the bytes without understanding them."""
    if content.lstrip()[:1] == b"<":
        return etree.fromstring(content)
    return list(csv.reader(io.StringIO(content.decode("latin-1"))))


def main() -> None:
    """Run the benchmark and print what was seen."""
    for list_id, file in FILES:
        content = gzip.decompress((DATA / file).read_bytes())
        name = file.removesuffix(".gz")
        part = registry.recognise(list_id, name, content[:8192]) or ""
        raw = RawEdition({part: content}, {part: name})
        listings: list[Listing] = []

        def read(raw: RawEdition = raw, list_id: str = list_id, listings: list[Listing] = listings) -> None:
            found = registry.parser(list_id)(raw)
            listings[:] = [item for item in found if isinstance(item, Listing)]

        cold, again, peer = seconds(read), seconds(read), seconds(partial(bare, content))
        rows = sum(item.rows for item in listings)
        print(
            f"{list_id:<12} {part:<5} {rows:>7,} rows  cold {cold:5.2f} s ({rows / cold:>8,.0f} rows/s)  "
            f"again {again:5.2f} s  bare reading {peer:5.2f} s ({cold / peer:4.1f} x)"
        )


if __name__ == "__main__":
    main()
