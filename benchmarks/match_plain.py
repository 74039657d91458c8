"""Screening of names by the kernel, beside rapidfuzz and beside scoring everything, in one run.

`python benchmarks/match_plain.py [names]` prints the names, the time to build and the size of the corpus,
the time to open it, subjects a second of `screen_many`, the median and the 99th percentile of a single
`screen`; beside it, on a sample of the same subjects, rapidfuzz `process.extract` (WRatio) scanning every
listed name, and scoring every name by the same scorer (`reference_screen`), with the equality of the hits.
Last, how many listed names with one edit still hit their party, and how many clean names hit anything.
Needs ../shared.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import random
import statistics
import string
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from licet.lists.base import Parser, RawEdition
from licet.lists.catalog.eu_fsf.parse import parse as parse_eu
from licet.lists.catalog.un_sc.parse import parse as parse_un
from licet.lists.catalog.us_csl.parse import parse as parse_csl
from licet.lists.catalog.us_ofac_sdn.parse import parse as parse_sdn
from licet.match import ENGINE, Corpus, View, build, reference_screen, screen, screen_many
from licet.model import AsOf, Edition, EditionFile, Listing, ListingVersion, MatchPolicy, PartyKind, Subject

DATA = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[2] / "shared")) / "data"
LISTS: tuple[tuple[str, str, Parser], ...] = (
    ("ofac/sdn_xml/2024-05-07/sdn.xml.gz", "xml", parse_sdn),
    ("us_csl/2022-05-16/consolidated.csv.gz", "csv", parse_csl),
    ("un/2026-02-27/consolidated.xml.gz", "xml", parse_un),
    ("eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz", "xml", parse_eu),
)
POLICY = MatchPolicy()
AS_OF = AsOf(date(2026, 3, 1), datetime(2026, 3, 1, tzinfo=UTC))
SAMPLE_SCAN, SAMPLE_ALL = 100, 40
RNG = random.Random(20180415)  # noqa: S311  a benchmark that repeats


def listings() -> Iterator[Listing]:
    """Yield every listing of the real lists, each list's key made unique."""
    for relative, part, parse in LISTS:
        content = gzip.decompress((DATA / relative).read_bytes())
        for item in parse(RawEdition({part: content}, {part: relative})):
            if isinstance(item, Listing):
                yield item


def build_corpus(path: Path, parties: Sequence[Listing]) -> float:
    """Build a corpus in which every party counts; return the seconds it took."""
    start = time.perf_counter()
    received = datetime(2026, 3, 1, tzinfo=UTC)
    editions = [
        Edition(name, 1, date(2014, 1, 1), received, "x", (EditionFile("x", "x", "0" * 64, 1),), 1, 1, 0)
        for name in sorted({item.list_id for item in parties})
    ]
    build(path, (ListingVersion(item, 1, None, 1) for item in parties), editions, (), "benchmark")
    return time.perf_counter() - start


def edited(name: str) -> str:
    """Return a name with one edit at any of its letters."""
    place = RNG.choice([at for at, letter in enumerate(name) if letter.isalpha()] or [0])
    letter = RNG.choice(string.ascii_lowercase)
    head, rest = name[:place], name[place + 1 :]
    swapped = head + rest[:1] + name[place : place + 1] + rest[1:]
    return RNG.choice((head + rest, head + letter + name[place:], head + letter + rest, swapped))


def clean_persons() -> list[str]:
    """Return the names of baseball people."""
    text = gzip.decompress((DATA / "names/chadwick_persons_2026-07-01.csv.gz").read_bytes()).decode()
    return [f"{row['name_first']} {row['name_last']}" for row in csv.DictReader(io.StringIO(text))]


def clean_companies() -> list[str]:
    """Return the names of British employers, as customers' lists have them."""
    text = gzip.decompress((DATA / "names/uk_licensed_sponsors_2026-06-25.txt.gz").read_bytes()).decode()
    return [line.strip() for line in text.splitlines() if line.strip()]


def seconds_of(work: Callable[[], object]) -> float:
    """Return the time that a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def speed(view: View, subjects: Sequence[Subject]) -> None:
    """Print subjects a second in bulk, and the time of single matches."""
    took = seconds_of(lambda: [None for _ in screen_many(view, subjects, POLICY)])
    print(f"screen_many: {len(subjects)} subjects, {len(subjects) / took:,.0f} a second")
    singles = sorted(seconds_of(partial(screen, view, item, POLICY)) for item in subjects[:1000])
    print(
        f"screen, words met before: p50 {statistics.median(singles) * 1e3:.2f} ms, "
        f"p99 {singles[int(len(singles) * 0.99)] * 1e3:.2f} ms"
    )


def compare(view: View, parties: Sequence[Listing], subjects: Sequence[Subject]) -> None:
    """Print rapidfuzz and the reference on samples of the same subjects, and whether hits are equal."""
    names = [name.text for item in parties for name in item.names]
    sample = RNG.sample(subjects, SAMPLE_SCAN)
    ours = seconds_of(lambda: [None for _ in screen_many(view, sample, POLICY)])
    scan = seconds_of(
        lambda: [process.extract(item.names[0], names, scorer=fuzz.WRatio, limit=5) for item in sample]
    )
    print(f"rapidfuzz extract WRatio, same {SAMPLE_SCAN} subjects: {SAMPLE_SCAN / scan:,.1f} a second")
    print(f"licet, same subjects: {SAMPLE_SCAN / ours:,.0f} a second, {scan / ours:,.0f} times")
    few = RNG.sample(subjects, SAMPLE_ALL)
    start = time.perf_counter()
    everything = [reference_screen(view, item, POLICY) for item in few]
    took = time.perf_counter() - start
    start = time.perf_counter()
    found = [screen(view, item, POLICY) for item in few]
    quick = time.perf_counter() - start
    equal = sum(one == other for one, other in zip(everything, found, strict=True))
    print(f"same scorer over everything: {SAMPLE_ALL / took:,.2f} a second, {took / quick:,.0f} times slower")
    print(f"equal answers: {equal} of {SAMPLE_ALL}, {sum(len(item.hits) for item in found)} hits")


def quality(view: View, parties: Sequence[Listing]) -> None:
    """Print the share of listed names that survive one edit, and of clean names that hit."""
    for label, kinds in (
        ("persons", {PartyKind.PERSON}),
        ("other parties", {PartyKind.ORGANISATION, PartyKind.VESSEL, PartyKind.UNKNOWN}),
    ):
        chosen = RNG.sample([item for item in parties if item.kind in kinds and item.names], 500)
        found = 0
        for item in chosen:
            hits = screen(view, Subject((edited(item.names[0].text),), item.kind), POLICY).hits
            found += item.entity_id in {match.listing.entity_id for match in hits}
        print(f"one edit at any letter, {label}: {found / len(chosen):.3f} found")
    for label, names, kind in (
        ("persons", clean_persons(), PartyKind.PERSON),
        ("companies", clean_companies(), PartyKind.ORGANISATION),
    ):
        subjects = [Subject((name,), kind) for name in RNG.sample(names, 2000)]
        hits_found = sum(bool(item.hits) for item in screen_many(view, subjects, POLICY))
        print(f"clean {label}: {hits_found / len(subjects):.4f} hit anything")


def main() -> None:
    """Run all of it."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    parties = list(listings())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.bin"
        took = build_corpus(path, parties)
        print(f"{ENGINE}: {sum(len(item.names) for item in parties):,} names of {len(parties):,} parties")
        print(f"build {took:.1f} s, file {path.stat().st_size / 1e6:.1f} MB")
        start = time.perf_counter()
        corpus = Corpus.open(path)
        print(f"open {(time.perf_counter() - start) * 1e3:.1f} ms")
        view = corpus.view(AS_OF)
        listed = [name.text for item in RNG.sample(parties, count // 10) for name in item.names[:1]]
        clean = RNG.sample(clean_companies(), count // 2)
        asked = (
            clean + [edited(name) for name in listed] + clean_persons()[: count - count // 2 - len(listed)]
        )
        subjects = [Subject((name,)) for name in asked]
        RNG.shuffle(subjects)
        speed(view, subjects)
        compare(view, parties, subjects)
        quality(view, parties)


if __name__ == "__main__":
    main()
