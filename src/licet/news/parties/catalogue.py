"""The catalogue of authorities, countries and outlets, and where a story names them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from licet.news.parties.party import MentionKind, PartyKind
from licet.news.words import Word, words
from licet.text.countries import country_code, country_name


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of the catalogue.

    Attributes:
        key: Key of the party.
        name: Name to show.
        kind: What it is.
        jurisdiction: ISO 3166-1 alpha-2 code, `EU` or `UN`.
        mention: How the form names it.
        sure: Whether the form means it by itself; a short form needs a full one elsewhere.
        noun: Common noun that stands for it later on.
    """

    key: str
    name: str
    kind: PartyKind
    jurisdiction: str
    mention: MentionKind = MentionKind.NAME
    sure: bool = True
    noun: str = ""


@cache
def forms() -> dict[str, list[tuple[tuple[str, ...], Entry]]]:
    """Return the forms by their first word, longest first."""
    table = tomllib.loads(
        files("licet.news.parties").joinpath("authorities.toml").read_text(encoding="utf-8")
    )
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}

    def add(form: str, entry: Entry) -> None:
        parts = tuple(word.text for word in words(form))
        found.setdefault(parts[0], []).append((parts, entry))

    for row in table["authority"]:
        for form, entry in _authority(row):
            add(form, entry)
    for form, code in table["countries"].items():
        add(form, country(code))
    for form, code in table["seats"].items():
        add(form, seat(form, code))
        if form.upper() != form:
            add(form.upper(), seat(form, code))
    for form in table["media"]["names"]:
        add(form, Entry(f"media-{form}", form, PartyKind.MEDIA, ""))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


@cache
def parents() -> dict[str, str]:
    """Return the authority that each is within, by key; those right below their government are left out."""
    table = tomllib.loads(
        files("licet.news.parties").joinpath("authorities.toml").read_text(encoding="utf-8")
    )
    return {row["id"]: row["parent"] for row in table["authority"] if "parent" in row}


def _authority(row: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Forms of one authority of the data file."""
    about = (row["id"], row["name"], PartyKind.AUTHORITY, row["jurisdiction"])
    noun = row.get("noun", "")
    for form in row["names"]:
        kind = MentionKind.METONYM if form == "Oval Office" else MentionKind.NAME
        yield form, Entry(*about, kind, noun=noun)
    for form in row.get("acronyms", ()):
        yield form, Entry(*about, MentionKind.ACRONYM, noun=noun)
    for form in row.get("short", ()):
        yield form, Entry(*about, MentionKind.SHORT, sure=False, noun=noun)


def country(code: str, mention: MentionKind = MentionKind.NAME) -> Entry:
    """Return the entry of a country."""
    last, comma, first = country_name(code).partition(", ")
    name = f"{first} {last}" if comma else last
    return Entry(f"country-{code}", name, PartyKind.COUNTRY, code, mention)


def seat(form: str, code: str) -> Entry:
    """Return the entry of a seat of government as a place."""
    return Entry(f"place-{form}", form, PartyKind.PLACE, code)


def entry_at(written: list[Word], place: int, stop: int) -> tuple[Entry, int] | None:
    """Return the longest form that begins at a word, and the number of its words; None where none does."""
    text = written[place].text
    for parts, entry in forms().get(text, ()):
        size = len(parts)
        if place + size <= stop and all(
            written[place + offset].text == parts[offset] for offset in range(1, size)
        ):
            return entry, size
    if not written[place].is_capital or len(text) < 4 or text.isupper():
        return None
    for size in (3, 2, 1):
        if place + size > stop or (size > 1 and not written[place + size - 1].is_capital):
            continue
        code, is_name = country_of(" ".join(word.text for word in written[place : place + size]))
        if code and is_name:
            return country(code), size
    return None


@lru_cache(maxsize=20_000)
def country_of(text: str) -> tuple[str, bool]:
    """Return the code of a country and whether the words are its name; False for "Chinese" and its like."""
    code = country_code(text)
    return code, bool(code) and country_name(code).casefold() == text.casefold()


def is_demonym(word: Word) -> bool:
    """Whether a word is a quality such as "Chinese": no party by itself."""
    if word.text in {"American", "Americans", "European", "Europeans", "British", "Dutch"}:
        return True
    if not word.is_capital or len(word.text) < 4 or word.text.isupper():
        return False
    if any(len(parts) == 1 for parts, _ in forms().get(word.text, ())):
        return False
    singular = word.text[:-1] if word.text.endswith("ns") else word.text
    code, is_name = country_of(singular)
    return bool(code) and not is_name
