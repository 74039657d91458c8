"""How well names are told from one another: the figures of docs/concepts/matching.md, from held-out names.

    python -m benchmarks.quality              about a minute and a half on two cores
    python -m benchmarks.quality --training   the same on the names that constants and tables were tuned with

Listed names: parties of the newest list at hand (CSL, July 2026) none of whose names is in the other lists at
hand, old or new. Each is written another way by every family of `licet.match.perturb` and searched among all.
Customers: names of which the MD5 begins with an odd byte, and two sources that were never looked at.
Training: parties of newer editions that older ones name too; customers with an even byte. Needs ../shared.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from benchmarks.names.editions import (
    LATEST_LIST,
    NEWER,
    OLDER,
    born,
    customers,
    is_held_out,
    latest,
    listings,
)

from licet.match import ENGINE, Corpus, View, build, screen_many
from licet.match.perturb import FAMILIES, Listed, perturbed
from licet.model import (
    AsOf,
    Edition,
    EditionFile,
    Listing,
    ListingVersion,
    MatchPolicy,
    PartialDate,
    PartyKind,
    Subject,
)
from licet.text.tokens import name_forms
from licet.usecases.policy_pack import read_pack, score_pack, shipped_pack, verdicts

RECORDED = datetime(2026, 8, 1, tzinfo=UTC)
TODAY = AsOf(date(2026, 8, 1), RECORDED)
POLICY = MatchPolicy()
EVERY_TOKEN, FIRST_INITIAL = "typo_every_token", "first_initial"
PERSONS = ("Chadwick", "Chadwick, given names in full", "US legislators")
NEVER_LOOKED_AT = ("US legislators", "FinanceDatabase equities")
ASKED = {EVERY_TOKEN: 1000, "typo": 1000}
ASKED_ELSE = 350
CLEAN = {
    "Chadwick": 12_000,
    "Chadwick, given names in full": 4_000,
    "US legislators": 8_000,
    "UK sponsors": 15_000,
    "SEC filers": 4_000,
    "FinanceDatabase equities": 15_000,
}


@dataclass(frozen=True, slots=True)
class Query:
    """A listed name written another way."""

    family: str
    text: str
    party: Listing

    @property
    def person(self) -> bool:
        """Whether the party is a person."""
        return self.party.kind is PartyKind.PERSON


def main() -> int:
    """Run it; return 1 when the pack cannot be read."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--training", action="store_true", help="the names that were tuned with")
    training: bool = options.parse_args().training
    older, newer = listings(OLDER), listings(NEWER)
    everything = newer if training else [*newer, *latest()]
    asked = _queries(_shared(older, newer) if training else _new(older, everything), training=training)
    with tempfile.TemporaryDirectory() as folder:
        view = _corpus(newer, Path(folder) / "newer")
        print(f"{ENGINE}, threshold {POLICY.threshold}", flush=True)
        _recall(view if training else _corpus(everything, Path(folder) / "all"), asked)
        _clean(view, training=training)
        _dated(view, newer, training=training)
        return _pack(view)


def _corpus(parties: Sequence[Listing], path: Path) -> View:
    ids = sorted({item.list_id for item in parties})
    file = EditionFile("file", "made", "0" * 64, 1)
    editions = [Edition(item, 1, date(2026, 8, 1), RECORDED, "made", (file,), 1, 1, 0) for item in ids]
    build(path, (ListingVersion(item, 1, None, 1) for item in parties), editions, (), "quality")
    return Corpus.open(path).view(TODAY)


def _spelt(party: Listing) -> set[tuple[str, ...]]:
    return {form.tokens for name in party.names for form in name_forms(name.text)}


def _new(older: Sequence[Listing], everything: Sequence[Listing]) -> list[Listing]:
    known = {
        tokens for item in (*older, *everything) if item.list_id != LATEST_LIST for tokens in _spelt(item)
    }
    return [item for item in everything if item.list_id == LATEST_LIST and known.isdisjoint(_spelt(item))]


def _shared(older: Sequence[Listing], newer: Sequence[Listing]) -> list[Listing]:
    known = {item.names[0].text for item in older if item.names}
    return [item for item in newer if item.names and item.names[0].text in known]


def _queries(parties: Sequence[Listing], *, training: bool) -> list[Query]:
    """Write the parties another way: each family until it has enough persons and enough others."""
    first = {item.names[0].text: item for item in parties if item.names and item.names[0].text.isascii()}
    left_out = {PartyKind.AIRCRAFT, PartyKind.ADDRESS}
    chosen = [item for item in first.values() if item.kind not in left_out and item.end is None]
    people = sum(item.kind is PartyKind.PERSON for item in chosen)
    print(f"parties asked for: {people:,} persons, {len(chosen) - people:,} others", flush=True)
    random = Random(2026)  # noqa: S311  the same names each time
    found: list[Query] = []
    for family in FAMILIES:
        random.shuffle(chosen)
        enough = dict.fromkeys((True, False), ASKED.get(family, ASKED_ELSE))
        for party in chosen:
            person = party.kind is PartyKind.PERSON
            if not enough[person]:
                continue
            if text := perturbed(Listed.of(party), family, "training" if training else "held out"):
                found.append(Query(family, text, party))
                enough[person] -= 1
    return found


def _found(view: View, asked: Sequence[Query], subjects: Sequence[Subject]) -> list[bool]:
    """Say for each query whether its party is among the hits."""
    answers = screen_many(view, subjects, POLICY)
    return [
        any(
            (match.listing.list_id, match.listing.key) == (query.party.list_id, query.party.key)
            for match in answer.hits
        )
        for query, answer in zip(asked, answers, strict=True)
    ]


def _recall(view: View, asked: Sequence[Query]) -> None:
    found = _found(view, asked, [Subject((query.text,), query.party.kind) for query in asked])
    by_family: dict[tuple[str, bool], list[bool]] = defaultdict(list)
    for query, hit in zip(asked, found, strict=True):
        by_family[query.family, query.person].append(hit)
    print("\n| listed names written another way | persons | others |\n| --- | --- | --- |")
    for family in FAMILIES:
        print(f"| {family} | {_share(by_family[family, True])} | {_share(by_family[family, False])} |")
    groups = {
        "together, without every_token and first_initial": set(FAMILIES) - {EVERY_TOKEN, FIRST_INITIAL},
        "together, without every_token": set(FAMILIES) - {EVERY_TOKEN},
        "an edit in every word of four letters or more": {EVERY_TOKEN},
    }
    for label, families in groups.items():
        cells = [
            _share(
                [
                    hit
                    for query, hit in zip(asked, found, strict=True)
                    if query.family in families and fits(query)
                ]
            )
            for fits in (lambda query: query.person, lambda query: not query.person, lambda _: True)
        ]
        print(f"| **{label}** | {cells[0]} | {cells[1]} (all {cells[2]}) |", flush=True)


def _share(hits: Sequence[bool]) -> str:
    return f"{sum(hits) / len(hits):.3f} of {len(hits):,}" if hits else "-"


def _percent(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.3f} % of {len(hits):,}" if hits else "-"


def _clean(view: View, *, training: bool) -> None:
    random = Random(2026)  # noqa: S311
    totals: dict[tuple[bool, bool], list[bool]] = defaultdict(list)
    print("\n| customers with any hit | kind stated | kind not stated |\n| --- | --- | --- |")
    for source, names in customers().items():
        if source in NEVER_LOOKED_AT:
            pool = [] if training else names
        else:
            pool = [name for name in names if is_held_out(name) is not training]
        if not pool:
            continue
        drawn = random.sample(pool, min(CLEAN[source], len(pool)))
        person = source in PERSONS
        cells = []
        for kind in (PartyKind.PERSON if person else PartyKind.ORGANISATION, PartyKind.UNKNOWN):
            hits = [
                bool(item.hits)
                for item in screen_many(view, [Subject((name,), kind) for name in drawn], POLICY)
            ]
            totals[person, kind is PartyKind.UNKNOWN] += hits
            cells.append(_percent(hits))
        print(f"| {source} | {cells[0]} | {cells[1]} |", flush=True)
    for person, label in ((True, "persons"), (False, "companies")):
        print(f"| **{label}** | {_percent(totals[person, False])} | {_percent(totals[person, True])} |")


def _dated(view: View, listed: Sequence[Listing], *, training: bool) -> None:
    """Ask people with birth date and country beside their name: customers, and listed ones with a slip."""
    random = Random(7)  # noqa: S311
    known = sorted((name, day) for name, day in born().items() if is_held_out(name) is not training)
    drawn = random.sample(known, min(24_000, len(known)))
    bare = [Subject((name,), PartyKind.PERSON) for name, _ in drawn]
    full = [Subject((name,), PartyKind.PERSON, (day,), ("US",)) for name, day in drawn]
    answers = [list(screen_many(view, asked, POLICY)) for asked in (bare, full)]
    clean = [[bool(item.hits) for item in part] for part in answers]
    dated = [[any(match.listing.birth_dates for match in item.hits) for item in part] for part in answers]
    people = [
        item
        for item in listed
        if item.kind is PartyKind.PERSON and item.countries and _exact(item.birth_dates)
    ]
    queries = [
        Query("typo", text, item)
        for item in random.sample(people, min(2000, len(people)))
        if (text := perturbed(Listed.of(item), "typo", "dated"))
    ]
    with_fields = [
        Subject((query.text,), PartyKind.PERSON, query.party.birth_dates[:1], query.party.countries[:1])
        for query in queries
    ]
    without = [Subject((query.text,), PartyKind.PERSON) for query in queries]
    found = [_found(view, queries, asked) for asked in (without, with_fields)]
    print("\n| persons | name alone | with birth date and country |\n| --- | --- | --- |")
    print(f"| customers with any hit | {_percent(clean[0])} | {_percent(clean[1])} |")
    print(f"| with a hit whose record gives a birth date | {_percent(dated[0])} | {_percent(dated[1])} |")
    print(f"| listed persons with one slip | {_share(found[0])} | {_share(found[1])} |", flush=True)


def _exact(days: Sequence[PartialDate]) -> bool:
    return bool(days) and days[0].first == days[0].last


def _pack(view: View) -> int:
    folder = shipped_pack()
    if folder is None:
        print("the labelled pack is absent")
        return 1
    scored = score_pack(view, read_pack([folder]))
    print(
        "\n| labelled pack | F1 | precision | recall | strong cases right |\n| --- | --- | --- | --- | --- |"
    )
    for half in ("tuning", "held_back"):
        part = [item for item in scored if item.pair.half == half]
        figures = verdicts(part, POLICY.threshold)
        strong = [item for item in part if item.pair.strength == "strong"]
        right = [(item.score >= POLICY.threshold) == item.pair.same for item in strong]
        shares = " | ".join(f"{figures[name]:.3f}" for name in ("f1", "precision", "recall"))
        print(f"| {half} | {shares} | {_share(right)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
