"""Companies: legal forms come, go and change, long words are cut, numbers are spelt out."""

from __future__ import annotations

import re
from random import Random

from licet.match.perturb.listed import Listed, like

_FORMS = (
    ("Ltd", "Limited", "Ltd."),
    ("LLC", "L.L.C.", "OOO", "Limited Liability Company"),
    ("Inc", "Inc.", "Incorporated"),
    ("Corp", "Corp.", "Corporation"),
    ("Co", "Co.", "Company"),
    ("JSC", "Joint Stock Company", "AO"),
    ("OJSC", "OAO", "Open Joint Stock Company"),
    ("CJSC", "ZAO", "Closed Joint Stock Company"),
    ("PJSC", "PAO", "Public Joint Stock Company"),
    ("GmbH", "G.m.b.H.", "Gesellschaft mit beschränkter Haftung"),
    ("SA", "S.A.", "Société Anonyme"),
    ("SARL", "S.A.R.L.", "Sàrl"),
    ("SRL", "S.R.L."),
    ("AG", "Aktiengesellschaft"),
    ("BV", "B.V."),
    ("FZE", "F.Z.E."),
    ("PLC", "Public Limited Company"),
    ("SPA", "S.p.A."),
    ("A.S.", "Anonim Sirketi", "AS"),
)  # fmt: skip
"""Ways to write one legal form. Our own list, written apart from the matcher's table."""
_SHORT = {
    "international": "Intl", "company": "Co", "corporation": "Corp", "limited": "Ltd", "trading": "Trdg",
    "brothers": "Bros", "manufacturing": "Mfg", "technology": "Tech", "technologies": "Tech",
    "development": "Dev", "industries": "Inds", "industrial": "Ind", "engineering": "Engg",
    "university": "Univ", "institute": "Inst", "department": "Dept", "association": "Assn",
    "general": "Gen", "government": "Govt", "equipment": "Equip", "management": "Mgmt", "national": "Natl",
    "services": "Svcs", "service": "Svc", "center": "Ctr", "centre": "Ctr", "enterprises": "Ents",
    "transport": "Transp", "organization": "Org", "organisation": "Org", "group": "Grp", "shipping": "Shpg",
    "electronics": "Elec", "commercial": "Coml", "communications": "Comms", "petroleum": "Petr",
    "chemical": "Chem", "construction": "Constr", "investment": "Inv", "investments": "Inv", "and": "&",
    "establishment": "Est", "foundation": "Fdn", "scientific": "Sci", "research": "Rsch",
    "production": "Prod",
}  # fmt: skip
"""Abbreviations of business English. Our own list, written apart from the matcher's table."""
_OF_FORMS = frozenset({"limited", "company", "corporation"})
"""Words of legal forms, cut only at the end: nobody writes "Ltd Liability Company"."""
_NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_TRADING = ("Golden Gate Supplies", "Blue Harbour Stores", "Morning Star Services", "Green Valley Foods")
_LONGEST = 5


def legal_form_dropped(name: Listed, random: Random) -> str | None:
    """The legal form at the end of a company's name is left out."""
    del random
    found = _ending(name)
    return found[0] if found and len(found[0].split()) > 1 else None


def legal_form_changed(name: Listed, random: Random) -> str | None:
    """The legal form at the end of a company's name is written another way: "Ltd" for "Limited"."""
    found = _ending(name)
    if not found:
        return None
    stem, form, ways = found
    return f"{stem} {random.choice([way for way in ways if _bare(way) != _bare(form)] or list(ways))}"


def legal_form_added(name: Listed, random: Random) -> str | None:
    """A company's name of two words or more that ends in no legal form gets one."""
    if not name.company or not name.latin or len(name.words) < 2 or _ending(name):
        return None
    return f"{name.plain} {random.choice(('Ltd', 'LLC', 'Co.', 'Inc.', 'GmbH', 'SA'))}"


def abbreviation(name: Listed, random: Random) -> str | None:
    """One long word of a company's name is cut as customer files cut it: "Intl", "Mfg", "Univ"."""
    if not name.company:
        return None
    last = len(name.words) - 1
    places = [
        at
        for at, word in enumerate(name.words)
        if word.lower() in _SHORT and (at == last or word.lower() not in _OF_FORMS)
    ]
    if not places or len(name.words) < 3:
        return None
    at = random.choice(places)
    short = _SHORT[name.words[at].lower()]
    return name.with_word(at, like(short, name.words[at]) if short.isalpha() else short)


def trading_as(name: Listed, random: Random) -> str | None:
    """The name is followed by "trading as" and a name that no list holds."""
    if not (name.company or name.person) or len(name.words) < 2:
        return None
    return f"{name.plain} {random.choice(('trading as', 't/a', 'dba'))} {random.choice(_TRADING)}"


def number_word(name: Listed, random: Random) -> str | None:
    """A number from one to twelve is spelt out, or a spelt one written in digits; ordinals too."""
    del random
    for at, word in enumerate(name.words):
        other = _other_number(word)
        if other:
            return name.with_word(at, like(other, word) if other.isalpha() else other)
    return None


def _ending(name: Listed) -> tuple[str, str, tuple[str, ...]] | None:
    """Split a company's name into what is before its legal form, the form, and the ways to write that."""
    if not name.company:
        return None
    for size in range(min(_LONGEST, len(name.words) - 1), 0, -1):
        form = " ".join(name.words[-size:])
        for ways in _FORMS:
            if _bare(form) in {_bare(way) for way in ways}:
                return " ".join(name.words[:-size]), form, ways
    return None


def _bare(form: str) -> str:
    return re.sub(r"[^a-z ]", "", form.lower())


def _other_number(word: str) -> str | None:
    plain = word.strip(".").lower()
    for number, text in enumerate(_NUMBERS, 1):
        if plain == str(number):
            return text
        if plain == text.lower():
            return str(number)
    for number, text in enumerate(_ORDINALS, 1):
        digits = f"{number}{('st', 'nd', 'rd')[number - 1] if number <= 3 else 'th'}"
        if plain == digits:
            return text
        if plain == text.lower():
            return digits
    return None
