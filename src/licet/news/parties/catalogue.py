"""The catalogue of authorities, countries and outlets, and where a story names them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from licet.news.listed import listed
from licet.news.parties.offices import offices
from licet.news.parties.party import MentionKind, PartyKind
from licet.news.words import Word, words
from licet.text.countries import country_code, country_name, may_name
from licet.text.tables import lines, spellings


class Entry(NamedTuple):
    """A form of the catalogue.

    Attributes:
        key: Key of the party.
        name: Name to show.
        kind: What it is.
        jurisdiction: ISO 3166-1 alpha-2 code, `EU` or `UN`.
        mention: How the form names it.
        sure: Whether the form means it by itself; a short form needs a full one elsewhere.
        noun: Common noun that stands for it later on.
        governs: Whether a place stands for the government that sits there.
        office: Id of an office that many states have; empty for one that the form alone tells.
    """

    key: str
    name: str
    kind: PartyKind
    jurisdiction: str
    mention: MentionKind = MentionKind.NAME
    sure: bool = True
    noun: str = ""
    governs: bool = False
    office: str = ""


_HERE = "licet.news.parties"
Make = Callable[[], Entry]
"""Makes the entry of a form; a story needs few of the thousands."""


def _forms(first: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    """Return the forms that begin with a word, as words with their entries, longest first."""
    return _made(first) if first in _index() else ()


@cache
def _made(first: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    rows = [(_parts(form), make()) for form, make in _index()[first]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _index() -> dict[str, list[tuple[str, Make]]]:
    """Every form with what makes its entry, by its first word."""
    found: defaultdict[str, list[tuple[str, Make]]] = defaultdict(list)
    for row in _rows():
        first, _, _ = row[0].partition(" ")
        found[first if first.isalpha() else _parts(row[0])[0]].append(row)
    found.default_factory = None  # asking for a word must not add it
    return found


def _parts(form: str) -> tuple[str, ...]:
    return tuple(form.split()) if _is_plain(form) else tuple(word.text for word in words(form))


def _rows() -> Iterator[tuple[str, Make]]:
    for row in _authorities():
        yield from _authority(row)
    for office in offices().values():
        about = partial(Entry, f"office-{office.id}", office.name, PartyKind.AUTHORITY, "", sure=False)
        make = partial(about, noun=office.noun, office=office.id)
        yield from ((form, make) for form in office.forms)
    yield from _places()
    for group, names in lines(_HERE, "outlets.tsv"):
        kind = PartyKind(group)
        yield from ((form, partial(Entry, f"{kind}-{form}", form, kind, "")) for form in names.split("|"))


@cache
def parents() -> dict[str, str]:
    """Return the authority that each is within, by key; those right below their government are left out."""
    return {row[0]: row[1] for row in _authorities() if row[1]}


@cache
def authorities() -> dict[str, Entry]:
    """Return the authorities by key."""
    return {row[0]: next(_authority(row))[1]() for row in _authorities()}


@cache
def _authorities() -> tuple[list[str], ...]:
    return tuple(lines(_HERE, "authorities.tsv"))


def _is_plain(form: str) -> bool:
    """Whether white space alone parts the words of a form."""
    return form.replace(" ", "").isalpha()


def _places() -> Iterator[tuple[str, Make]]:
    """Forms of countries and places; those of places in capitals too."""
    for group, code, names in lines(_HERE, "places.tsv"):
        for form in names.split("|"):
            if group == "country":
                yield form, partial(country, code)
            else:
                make = partial(_place, form, "" if code == "XX" else code, governs=group == "seat")
                yield form, make
                yield form.upper(), make


def _place(form: str, code: str, *, governs: bool) -> Entry:
    return seat(form, code)._replace(governs=governs)


def _authority(row: list[str]) -> Iterator[tuple[str, Make]]:
    """Forms of one authority of the data file."""
    key, _, jurisdiction, noun, name, names, acronyms, short = row
    about = (key, name, PartyKind.AUTHORITY, jurisdiction)
    for form in names.split("|"):
        kind = MentionKind.METONYM if form == "Oval Office" else MentionKind.NAME
        yield form, partial(Entry, *about, kind, noun=noun)
    for form in spellings(acronyms):
        yield form, partial(Entry, *about, MentionKind.ACRONYM, noun=noun)
    for form in spellings(short):
        yield form, partial(Entry, *about, MentionKind.SHORT, sure=False, noun=noun)


@cache
def country(code: str, mention: MentionKind = MentionKind.NAME) -> Entry:
    """Return the entry of a country."""
    last, comma, first = country_name(code).partition(", ")
    name = f"{first} {last}" if comma else last
    return Entry(f"country-{code}", name, PartyKind.COUNTRY, code, mention)


def seat(form: str, code: str) -> Entry:
    """Return the entry of a seat of government as a place."""
    name = form.title() if form.isupper() else form
    return Entry(f"place-{name}", name, PartyKind.PLACE, code, governs=bool(code))


def place_named(name: str) -> Entry:
    """Return the entry of a place; of one that is in no table, without a state."""
    parts = tuple(name.split())
    for known, entry in _forms(parts[0]):
        if known == parts and entry.kind is PartyKind.PLACE:
            return entry
    return seat(name, "")


def entry_at(written: list[Word], place: int, stop: int) -> tuple[Entry, int] | None:
    """Return the longest form that begins at a word, and the number of its words; None where none does."""
    begun = _begun(written[place].text)
    if begun is None:
        return None
    known, seconds, alone, may_be_country = begun
    if place + 1 < stop and written[place + 1].text in seconds:
        ahead = tuple([text for _, _, text, _, _ in written[place : min(stop, place + len(known[0][0]))]])
        for parts, entry in known:
            if ahead[: len(parts)] == parts:
                return entry, len(parts)
    elif alone is not None and (place < stop or not seconds):
        return alone
    return _country_at(written, place, stop) if may_be_country else None


def _country_at(written: list[Word], place: int, stop: int) -> tuple[Entry, int] | None:
    """Return the country whose name begins at a word, and the number of its words; None where none does."""
    if place + 1 < stop and may_name(written[place + 1].text):
        for size in (3, 2):
            if place + size <= stop and written[place + size - 1].text[0].isupper():
                code, is_name = country_of(" ".join([word.text for word in written[place : place + size]]))
                if is_name:
                    return country(code), size
    if len(written[place].text) < _SHORTEST_COUNTRY:
        return None
    code, is_name = country_of(written[place].text)
    return (country(code), 1) if is_name and place < stop else None


_SHORTEST_COUNTRY = 4
"""Letters of the shortest name of a country in one word; "New" and "Sri" only begin one."""


class _Begun(NamedTuple):
    """What begins with a word.

    Attributes:
        forms: Its forms, longest first.
        seconds: Their second words.
        alone: The entry that the word is by itself, and 1; None where it is none.
        may_be_country: Whether the name of a country that is none of the forms may.
    """

    forms: tuple[tuple[tuple[str, ...], Entry], ...]
    seconds: frozenset[str]
    alone: tuple[Entry, int] | None
    may_be_country: bool


@lru_cache(maxsize=20_000)
def is_known(text: str) -> bool:
    """Whether something of the catalogue may begin with a word, or it is a quality such as "Chinese"."""
    return _begun(text) is not None or _is_demonym(text)


@lru_cache(maxsize=20_000)
def _begun(text: str) -> _Begun | None:
    """What begins with a word; None where nothing does."""
    may_be_country = text[0].isupper() and not text.isupper() and may_name(text)
    forms = _forms(text)
    if not forms and not may_be_country:
        return None
    seconds = frozenset(parts[1] for parts, _ in forms if len(parts) > 1)
    alone = next(((entry, 1) for parts, entry in forms if len(parts) == 1), None)
    return _Begun(forms, seconds, alone, may_be_country)


_PEOPLES = listed(
    "American Americans European Europeans British Dutch Briton Britons Kazakh Azeri Malay Korean Koreans"
    " Catalan Basque Tibetan Uyghur Uyghurs Kurdish Chechen Crimean Flemish Bavarian Saxon Siberian"
)
"""Qualities that the table of countries lacks, or takes for names."""


@lru_cache(maxsize=20_000)
def country_of(text: str) -> tuple[str, bool]:
    """Return the code of a country and whether the words are its name; False for "Chinese" and its like."""
    code = country_code(text)
    return code, bool(code) and country_name(code).casefold() == text.casefold()


def is_demonym(word: Word) -> bool:
    """Whether a word is a quality such as "Chinese": no party by itself."""
    return _is_demonym(word.text)


@lru_cache(maxsize=20_000)
def _is_demonym(text: str) -> bool:
    if text in _PEOPLES:
        return True
    if not text[0].isupper() or len(text) < 4 or text.isupper():
        return False
    if any(len(parts) == 1 for parts, _ in _forms(text)):
        return False
    code, is_name = country_of(text)
    if not code and text.endswith("s"):
        code, is_name = country_of(text[:-1])
    return bool(code) and not is_name
