"""Names that exist: the newest whole editions of four lists, and the customers of the clean side.

The lists are SDN, the Consolidated Screening List without its SDN rows, the UN and the EU list: about 88,000
names of 30,000 parties, with every script that they publish. Needs ../shared.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Listing, PartyKind

DATA = Path(os.environ.get("LICET_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "data"
FILES = (
    ("us_ofac_sdn", "ofac/sdn_xml/2024-05-07/sdn.xml.gz"),
    ("us_csl", "us_csl/2022-05-16/consolidated.csv.gz"),
    ("un_sc", "un/2026-02-27/consolidated.xml.gz"),
    ("eu_fsf", "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz"),
)
SDN_IN_CSL = "SDN-"
"""Keys of the consolidated list's rows that repeat OFAC's own."""


@dataclass(frozen=True, slots=True)
class Party:
    """One listed party.

    Attributes:
        kind: What it is.
        names: Its names, each once, in the order published.
    """

    kind: PartyKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameList:
    """Many names, each of one party.

    Attributes:
        texts: The names.
        party: For each name the number of its party, ascending from 0.
        kinds: For each party what it is.
    """

    texts: list[str]
    party: np.ndarray[tuple[int], np.dtype[np.int32]]
    kinds: list[PartyKind]


@lru_cache(maxsize=1)
def parties() -> tuple[Party, ...]:
    """Return every listed party of the editions above, list by list."""
    found: list[Party] = []
    for list_id, file in FILES:
        content = gzip.decompress((DATA / file).read_bytes())
        name = file.removesuffix(".gz")
        part = registry.recognise(list_id, name, content[:8192]) or ""
        for item in registry.parser(list_id)(RawEdition({part: content}, {part: name})):
            if isinstance(item, Listing) and item.kind is not PartyKind.ADDRESS and not _repeats(item):
                names = tuple(dict.fromkeys(name.text for name in item.names))
                if names:
                    found.append(Party(item.kind, names))
    return tuple(found)


def _repeats(item: Listing) -> bool:
    return item.list_id == "us_csl" and item.key.startswith(SDN_IN_CSL)


def sample(names: int, seed: int = 20180415) -> NameList:
    """Return parties drawn at random, whole, until they have so many names."""
    order = np.random.default_rng(seed).permutation(len(parties()))
    chosen: list[Party] = []
    total = 0
    for place in order.tolist():
        if total >= names:
            break
        chosen.append(parties()[place])
        total += len(parties()[place].names)
    return as_list(chosen)


def as_list(chosen: list[Party]) -> NameList:
    """Lay parties out as one list of names."""
    counts = [len(party.names) for party in chosen]
    numbers = np.repeat(np.arange(len(chosen), dtype=np.int32), counts)
    return NameList([name for party in chosen for name in party.names], numbers, [p.kind for p in chosen])


def is_latin(text: str) -> bool:
    """Say whether all letters of a name are Latin."""
    return text.isascii() or all(
        "LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha()
    )


def clean_customers(count: int, seed: int = 7) -> list[tuple[str, PartyKind]]:
    """Return customers that are on no list, half persons and half organisations, in random order.

    Persons are baseball people and legislators of the United States, organisations are British employers,
    listed companies of the world and filers with the SEC.
    """
    chosen = np.random.default_rng(seed)
    people, firms = _people(), _firms()
    half = count // 2
    drawn = [(people[place], PartyKind.PERSON) for place in chosen.choice(len(people), half).tolist()]
    drawn += [(firms[p], PartyKind.ORGANISATION) for p in chosen.choice(len(firms), count - half).tolist()]
    return [drawn[place] for place in chosen.permutation(count).tolist()]


def every_customer() -> tuple[list[str], list[str]]:
    """Return the names of persons and of organisations that customers are drawn from, each once."""
    return list(dict.fromkeys(_people())), list(dict.fromkeys(_firms()))


def _rows(file: str) -> csv.DictReader[str]:
    text = gzip.decompress((DATA / "names" / file).read_bytes()).decode()
    return csv.DictReader(io.StringIO(text))


@lru_cache(maxsize=1)
def _people() -> list[str]:
    people = [
        f"{row['name_first']} {row['name_last']}" for row in _rows("chadwick_persons_2026-07-01.csv.gz")
    ]
    for file in ("us_legislators-current.csv.gz", "us_legislators-historical.csv.gz"):
        people += [f"{row['first_name']} {row['last_name']}" for row in _rows(file)]
    return people


@lru_cache(maxsize=1)
def _firms() -> list[str]:
    text = gzip.decompress((DATA / "names/uk_licensed_sponsors_2026-06-25.txt.gz").read_bytes()).decode()
    firms = [line.strip() for line in text.splitlines() if line.strip()]
    firms += [
        row["name"]
        for row in _rows("financedatabase_names_2026-08-16.csv.gz")
        if row["kind"] == "equities" and row["name"]
    ]
    return firms + [row["name"] for row in _rows("sec_listed_filers_2026-07-23.csv.gz") if row["name"]]
