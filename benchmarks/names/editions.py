"""Editions of the real lists, older and newer, and names of customers on no list. Needs ../shared."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.names.real import DATA

from licet.lists import registry
from licet.lists.base import RawEdition
from licet.model import Listing, Name, NameKind, PartialDate, PartyKind

OLDER = (
    ("us_ofac_sdn", "ofac/sdn_xml/2021-03-10/sdn.xml.gz"),
    ("us_csl", "us_csl/2018-12-04/screening_list_consolidated_2018-12-04.csv.gz"),
    ("un_sc", "un/2022-09-15/consolidated.xml.gz"),
    ("eu_fsf", "eu/2021-03-02/FULL-1_1.xml.gz"),
    ("us_bis_dpl", "bis_dpl/2019-06-29/dpl.txt.gz"),
    ("uk_ofsi", "uk/2020-04-27/sanctionsconlist.csv.gz"),
    ("us_state_isn", "state_isn/2016-12-02/isn.csv.gz"),
    ("us_ddtc_aeca", "state_aeca_debarred/2018-01-24/itar_debarred_party_list_01242018.csv.gz"),
    ("us_ofac_cons", "ofac/nonsdn/2018-04-06/consolidated.xml.gz"),
)
NEWER = (
    ("us_ofac_sdn", "ofac/sdn_xml/2024-05-07/sdn.xml.gz"),
    ("us_csl", "us_csl/2022-05-16/consolidated.csv.gz"),
    ("un_sc", "un/2026-02-27/consolidated.xml.gz"),
    ("eu_fsf", "eu/2024-05-13/20240513-FULL-1_1(xsd).xml.gz"),
    ("us_bis_dpl", "bis_dpl/2023-11-30/dpl.txt.gz"),
    ("uk_fcdo", "uk/2025-08-11/FCDO_SL_Mon_Aug 11 2025.ods"),
    ("uk_ofsi", "uk/2020-04-27/sanctionsconlist.csv.gz"),
    ("us_state_isn", "state_isn/2016-12-02/isn.csv.gz"),
    ("us_ddtc_aeca", "state_aeca_debarred/2018-01-24/itar_debarred_party_list_01242018.csv.gz"),
    ("us_ofac_cons", "ofac/nonsdn/2025-03-28/consolidated.xml.gz"),
)
LATEST = "us_csl/2026-07-31_derived/screening-list.json.gz"
LATEST_LIST = "us_csl_2026"
_KINDS = {
    "Individual": PartyKind.PERSON,
    "Entity": PartyKind.ORGANISATION,
    "Vessel": PartyKind.VESSEL,
    "Aircraft": PartyKind.AIRCRAFT,
}


def listings(files: tuple[tuple[str, str], ...]) -> list[Listing]:
    """Return the parties of editions, as licet parses them."""
    return [item for list_id, path in files for item in _parsed(list_id, path)]


def _parsed(list_id: str, path: str) -> Iterator[Listing]:
    content = (DATA / path).read_bytes()
    content = gzip.decompress(content) if path.endswith(".gz") else content
    name = Path(path.removesuffix(".gz")).name
    part = registry.recognise(list_id, name, content[:8192]) or ""
    parsed = registry.parser(list_id)(RawEdition({part: content}, {part: name}))
    return (item for item in parsed if isinstance(item, Listing))


def latest() -> list[Listing]:
    """Return the parties of the Consolidated Screening List of July 2026: names and kind only."""
    found = json.loads(gzip.decompress((DATA / LATEST).read_bytes()))
    rows = next(value for value in found.values() if isinstance(value, list))
    return [
        Listing(
            LATEST_LIST,
            str(number),
            _KINDS.get(row.get("t"), PartyKind.UNKNOWN),
            (Name(row["n"]), *(Name(text, NameKind.AKA) for text in row.get("a", []))),
        )
        for number, row in enumerate(rows)
    ]


def is_held_out(name: str) -> bool:
    """Say whether a customer's name is in the half that was not looked at while tuning."""
    return bool(hashlib.md5(name.strip().lower().encode(), usedforsecurity=False).digest()[0] & 1)


def born() -> dict[str, PartialDate]:
    """Return the birth date of each person of the Chadwick register whose day is known, by name."""
    return {
        f"{row['name_first']} {row['name_last']}".strip(): PartialDate.day(
            int(row["birth_year"]), int(row["birth_month"]), int(row["birth_day"])
        )
        for row in _table("chadwick_persons_2026-07-01.csv.gz")
        if row["birth_year"] and row["birth_month"] and row["birth_day"]
    }


def customers() -> dict[str, list[str]]:
    """Return names of people and companies by source, each name once."""
    people = _table("chadwick_persons_2026-07-01.csv.gz")
    lawmakers = [
        " ".join(filter(None, (row["first_name"], row["middle_name"], row["last_name"])))
        for file in ("us_legislators-current.csv.gz", "us_legislators-historical.csv.gz")
        for row in _table(file)
    ]
    found = {
        "Chadwick": [f"{row['name_first']} {row['name_last']}" for row in people],
        "Chadwick, given names in full": [f"{row['name_given']} {row['name_last']}" for row in people],
        "US legislators": lawmakers,
        "UK sponsors": _text("uk_licensed_sponsors_2026-06-25.txt.gz").splitlines(),
        "SEC filers": [row["name"] for row in _table("sec_listed_filers_2026-07-23.csv.gz")],
        "FinanceDatabase equities": [
            row["name"]
            for row in _table("financedatabase_names_2026-08-16.csv.gz")
            if row["kind"] == "equities"
        ],
    }
    return {
        source: list(dict.fromkeys(name.strip() for name in names if name.strip()))
        for source, names in found.items()
    }


def _text(file: str) -> str:
    return gzip.decompress(Path(DATA / "names" / file).read_bytes()).decode()


def _table(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_text(file))))
