"""Whose office is meant, and which names are those of places: told by the rest of the story."""

from __future__ import annotations

from collections import Counter

from licet.news.layout import Layout
from licet.news.parties import lexicon
from licet.news.parties.catalogue import (
    Entry,
    authorities,
    country,
    country_of,
    is_demonym,
    parents,
    place_named,
)
from licet.news.parties.offices import Office, offices
from licet.news.parties.party import PartyKind
from licet.news.parties.shapes import Found
from licet.news.words import Word

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_PLACE = PartyKind.PLACE

_DATELINE = 3
"""Weight of the dateline beside that of a state named in passing."""
_BEFORE_A_REGION = frozenset(("the", "in", "'s", "of", "from", "and"))
_NEAR = 4
"""Words before an office in which a state tells whose it is: "the Swiss government's Treasury"."""


def settled(found: list[Found], laid: Layout) -> list[Found]:
    """Give each office its state, and each place its kind."""
    return _placed(_offices(found, laid), laid.words)


def _offices(found: list[Found], laid: Layout) -> list[Found]:
    words = laid.words
    if not [entry for _, _, _, entry, _, _, _ in found if entry is not None and entry.office]:
        return found
    votes: Counter[str] = Counter()
    sure: set[str] = set()
    for item in found:
        if item.entry and item.entry.jurisdiction:
            votes[item.entry.jurisdiction] += _DATELINE if item.rule == "dateline" else 1
            sure.add(item.entry.key)
            sure.add(parents().get(item.entry.key, ""))
    for number in laid.capitals:
        if is_demonym(words[number]):
            votes[_state(words, number)] += 1
    kept = []
    for number, item in enumerate(found):
        if item.entry and item.entry.office:
            office = offices()[item.entry.office]
            near = _beside(found, number, words, office)
            entry = _whose(office, near, votes, sure)
            if entry is None or not _is_named(item, office, words, near):
                continue
            kept.append(item._replace(entry=entry))
        else:
            kept.append(item)
    return kept


def _is_named(item: Found, office: Office, words: list[Word], near: str) -> bool:
    """Whether the words around a short form tell that the office is meant."""
    if not office.article or near:
        return True
    before = words[item.first - 1].low if item.first else ""
    after = words[item.last].low if item.last < len(words) else ""
    return before == "the" or after in lexicon.OFFICE_FOLLOWERS


def _state(words: list[Word], number: int) -> str:
    text = words[number].text
    if text.startswith("European"):
        return "EU"
    code, _ = country_of(text[:-1] if text.endswith("ns") else text)
    return code or {"American": "US", "Americans": "US", "British": "GB", "Dutch": "NL"}.get(text, "")


def _beside(found: list[Found], number: int, words: list[Word], office: Office) -> str:
    """The state that stands directly before an office, or behind it after "of" and "in"."""
    item = found[number]
    for before in range(item.first - 1, max(-1, item.first - _NEAR), -1):
        if words[before].is_capital and is_demonym(words[before]):
            return _state(words, before)
        if words[before].text in {".", ",", ";", '"', "“"}:
            break
    former = found[number - 1] if number else None
    if former and former.entry and former.entry.kind in {PartyKind.COUNTRY, _PLACE}:
        between = {word.low for word in words[former.last : item.first]}
        if between <= {"'s", "'", "the", "own"} and office.is_of(former.entry.jurisdiction):
            return former.entry.jurisdiction
    later = found[number + 1] if number + 1 < len(found) else None
    if later and later.entry and later.first == item.last + 1 and words[item.last].low in {"of", "in"}:
        return later.entry.jurisdiction
    return ""


def _whose(office: Office, near: str, votes: Counter[str], sure: set[str]) -> Entry | None:
    """The entry of an office; None where the form means no office of the story."""
    known = [code for code, key in sorted(office.ids.items()) if key in sure]
    code = near if near and office.is_of(near) else known[0] if len(known) == 1 else ""
    if not code:
        ranked = sorted((-count, code) for code, count in votes.items() if code and office.is_of(code))
        code = ranked[0][1] if ranked else ""
    if code:
        return _of(office, code)
    if not office.lone:
        return None
    name = office.name.removesuffix(" of {country}")
    return Entry(office.id, name, PartyKind.AUTHORITY, "", noun=office.noun)


def _of(office: Office, code: str) -> Entry:
    if code in office.ids:
        return authorities()[office.ids[code]]
    name = office.name.format(country=country(code).name)
    return Entry(f"{code}-{office.id}", name, PartyKind.AUTHORITY, code, noun=office.noun)


def _placed(found: list[Found], words: list[Word]) -> list[Found]:
    """Read a name as that of a place where the story uses it as one, and else as that of a party.

    A town that is also the first or last word of a fuller name (Bristol of Bristol Maritime) is that party's
    short form but after "in". A single name in no table is a place if it stands after "in" and the like
    alone: on doubt it stays a party, which is screened.
    """
    ends: set[str] = set()
    single: dict[str, list[Found]] = {}
    towns: list[Found] = []
    for item in found:
        first, last, _, entry, _, _, _ = item
        if entry is not None:
            if entry.kind is _PLACE:
                towns.append(item)
        elif last - first > 1:
            ends.update((words[first].text, words[last - 1].text))
        else:
            single.setdefault(words[first].text, []).append(item)
    places = {
        text
        for text, items in single.items()
        if text not in ends and not text.isupper() and all(is_place(item, words) for item in items)
    }
    if not places and not towns:
        return found
    ends |= {words[item.first].text for item in towns if _is_company(item, words, ends)}
    told = []
    for item in found:
        first, last, _, entry, _, _, _ = item
        if entry is None:
            if places and last - first == 1 and words[first].text in places:
                place = place_named(words[first].text)
                told.append(item._replace(entry=place, rule="a place by its preposition"))
                continue
        elif entry.kind is _PLACE and _is_company(item, words, ends):
            told.append(item._replace(entry=None, rule="shape"))
            continue
        told.append(item)
    return told


def is_place(item: Found, words: list[Word]) -> bool:
    """Whether the words around a name tell that it is a place, whatever it is called."""
    if item.title or item.byline or item.doubtful:
        return False
    before = words[item.first - 1].low if item.first else ""
    second = words[item.first - 2].low if item.first > 1 else ""
    after = [word.low for word in words[item.last : item.last + 2]]
    region = bool(after) and after[0] in lexicon.REGIONS and before in _BEFORE_A_REGION
    if after == ["-", "based"] or (before == "of" and second in lexicon.SETTLEMENTS) or region:
        return True
    if after and (after[0] in lexicon.SPEAKING or _apposed(item, words)):
        return False
    return before in {"near", "outside", "across"} or (before == "in" and second not in lexicon.HELD_IN)


def _apposed(item: Found, words: list[Word]) -> bool:
    """Whether a noun behind a comma tells that a name is a company's: ", a maker of pumps"."""
    after = [word.low for word in words[item.last : item.last + 8]]
    if len(after) < 3 or after[0] != "," or after[1] not in {"a", "an", "the", "which", "whose"}:
        return False
    return bool(lexicon.COMPANY_NOUNS & set(after[2:]))


def _is_company(item: Found, words: list[Word], ends: set[str]) -> bool:
    """Whether a town of the tables is here the name of a party."""
    if item.entry is None or item.entry.kind is not _PLACE:
        return False
    if item.entry.governs or item.last - item.first > 1 or item.rule == "dateline":
        return False
    before = words[item.first - 1].low if item.first else ""
    after = words[item.last].low if item.last < len(words) else ""
    if before in lexicon.COMPANY_NOUNS or before in lexicon.VESSELS or _apposed(item, words):
        return True
    if before in {"in", "at", "near", "outside", "from", "to", "of", "around"} or after == "-":
        return False
    owned = words[item.last + 1].low if after in {"'s", "'"} and item.last + 1 < len(words) else ""
    return words[item.first].text in ends or after in lexicon.SPEAKING or owned in lexicon.OF_A_COMPANY
