"""An address taken apart: house numbers, streets, postal codes, boxes, and the words that name a place.

Addresses come on one line, in any order and in many languages. What differs between two writings of one
address is left out: rooms and floors, the words for street and building, "No.". A street is one word
("Fa Yuen" and "Fayuen"). The table `data/addresses.tsv` is our own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from licet.text.countries import country_code
from licet.text.latin import to_latin
from licet.text.normalise import normalise
from licet.text.tables import rows

_FUSED = re.compile(r"(.{3,})(strasse|str|straat|gasse|weg)")
_BOX = re.compile(
    r"\b(?:p\.? ?o\.? ?|post(?:al)? ?(?:office )?)(?:box|bag)?\.?(?: ?no\.?)? ?(\d[\d-]*)", re.IGNORECASE
)
_FLOOR = re.compile(
    r"\b\d+(?:st|nd|rd|th)?[ /-]?(?:f|fl|flr|floor)\b\.?|"
    r"\b(?:first|second|third|ground|mezzanine) (?:floor|fl)\b",
    re.IGNORECASE,
)
_UNIT_RANGE = re.compile(
    r"\b(rooms?|rm|flat|units?|suites?|offices?)\.? ?(\w?\d+) ?[-–&] ?\d+", re.IGNORECASE
)
_PART = re.compile(r"[,;()\n]|\bNo[.:]", re.IGNORECASE)
_NUMBER = re.compile(r"\d+[a-z]?")
_RANGE = re.compile(r"(\d+) ?[-–/] ?(\d+)")
_POSTAL = re.compile(r"\d{5,7}|[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}|[a-z]\d[a-z]\d[a-z]\d")
_BRITISH = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?) (\d[a-z]{2})\b", re.IGNORECASE)
_BEFOREHAND = ((_BOX, ", "), (_UNIT_RANGE, r"\1 \2"), (_FLOOR, ", "), (_BRITISH, r"\1\2"))
"""What is taken out, or put into one form, before the line is split at its commas."""
_ENDING = frozenset(["south", "north", "east", "west", "upper", "lower", "main"])


@dataclass(frozen=True, slots=True)
class AddressParts:
    """What an address is compared by; words are normalised.

    Attributes:
        numbers: House numbers, with the letter where there is one.
        ranges: Ranges of house numbers, both ends included.
        streets: Names of streets without the word for street, each written as one.
        postal: Postal codes.
        boxes: Numbers of post-office boxes.
        places: Words of districts, cities and buildings.
        countries: ISO 3166 alpha-2 codes that the line names.
    """

    numbers: frozenset[str] = frozenset()
    ranges: tuple[tuple[int, int], ...] = ()
    streets: frozenset[str] = frozenset()
    postal: frozenset[str] = frozenset()
    boxes: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


@cache
def _words(*classes: str) -> frozenset[str]:
    return frozenset(text for kind, _, texts in rows("addresses.tsv") if kind in classes for text in texts)


@lru_cache(maxsize=65536)
def address_parts(text: str) -> AddressParts:
    """Take an address on one line apart."""
    line = to_latin(text).text
    boxes = frozenset(found.replace("-", "") for found in _BOX.findall(line))
    for pattern, instead in _BEFOREHAND:
        line = pattern.sub(instead, line)
    found = [_part(part) for part in _PART.split(line)]
    ranges = tuple((int(low), int(high)) for low, high in _RANGE.findall(line) if int(low) < int(high))

    def all_of(field: str) -> frozenset[str]:
        return frozenset[str]().union(*(getattr(part, field) for part in found))

    # A number beside the street is the house's; one elsewhere may be of a block or a gate.
    beside = frozenset[str]().union(*(part.numbers for part in found if part.streets))
    return AddressParts(
        beside or all_of("numbers"),
        ranges,
        all_of("streets"),
        all_of("postal"),
        boxes,
        all_of("places"),
        all_of("countries"),
    )


def _part(text: str) -> AddressParts:
    """Take apart what stands between two commas."""
    bare = text.strip(" .")
    country = country_code(bare) if bare else ""
    if country:
        return AddressParts(countries=frozenset((country,)))
    words = _without_units(normalise(text).split())
    postal = {word for word in words if _POSTAL.fullmatch(word)}
    named = [word for word in words if word not in postal and not _NUMBER.fullmatch(word)]
    street, rest = _street(named, numbered=words[:1] != named[:1] and words[0] not in postal)
    if street and words[0] in postal and words[0].isdigit():
        postal.discard(words[0])  # "10117 Main Street"
    numbers = frozenset(word for word in words if _NUMBER.fullmatch(word) and word not in postal)
    places = frozenset(
        word for word in rest if word not in _words("building", "local", "empty") and len(word) > 1
    )
    streets = frozenset((street,)) if street else frozenset[str]()
    return AddressParts(numbers, (), streets, frozenset(postal), places=places)


def _without_units(words: list[str]) -> list[str]:
    """Drop rooms and floors with the number that follows them: "room b", "flat rm 2309", "ic kapi no 1"."""
    kept: list[str] = []
    place = 0
    while place < len(words):
        if words[place] not in _words("unit"):
            kept.append(words[place])
            place += 1
            continue
        while place < len(words) and words[place] in _words("unit"):
            place += 1
        if place < len(words) and (len(words[place]) == 1 or any(map(str.isdigit, words[place]))):
            place += 1
    return kept


def _street(words: list[str], *, numbered: bool) -> tuple[str, list[str]]:
    """Return the street that a part names, written as one word, and the words that are no part of it."""
    for place, word in enumerate(words):
        fused = _FUSED.fullmatch(word)
        if fused and word not in _words("street"):
            return fused[1], words[:place] + words[place + 1 :]
        if word not in _words("street") or (word == "st" and place == 0):
            continue
        before = [item for item in words[:place] if item not in _words("building")]
        after = [item for item in words[place + 1 :] if item not in _words("building")]
        if before:
            ending = after[:1] if after and after[0] in _ENDING else []
            return "".join(before + ending), after[len(ending) :]
        return "".join(after), []
    if numbered and words and not set(words) & _words("building", "local"):
        return "".join(words), []
    return "", words
