"""Parties across stories: one by the catalogue, by a listed entity, or by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from licet.news.merging.pool import Groups, Telling
from licet.news.parties.party import MentionKind, Party, PartyKind
from licet.text.legal_forms import legal_form

_CATALOGUED = frozenset(
    (PartyKind.AUTHORITY, PartyKind.COUNTRY, PartyKind.PLACE, PartyKind.MEDIA, PartyKind.PUBLICATION)
)
_ENDINGS = frozenset(("group", "holding", "holdings"))
"""Words behind a company's name that are no legal form and are left out as one is."""
_TITLES = frozenset(("cllr", "sir", "dame", "lord", "lady", "dr", "mr", "ms", "mrs", "prof", "rep", "sen"))
_LETTERS = frozenset(("mp", "mep", "jr", "sr", "ii", "iii", "qc", "kc", "obe", "phd"))
_LONGEST = 8
"""Words of a company's name up to which shorter names are looked for in it."""
Key = tuple[str, str]


def merged_parties(stories: Sequence[Telling]) -> dict[Key, str]:
    """Key over all stories of each party, by story key and key in that story.

    Args:
        stories: The stories in their own order.

    Returns:
        The merged keys; a surname alone is the one full name of the stories that ends in it, and no other.
    """
    rows = [(story, party) for story in stories for party in story.parties.values()]
    groups = Groups(len(rows))
    by_token: dict[tuple[str, str], list[int]] = {}
    for number, (_, party) in enumerate(rows):
        for token in _tokens(party):
            by_token.setdefault(token, []).append(number)
    for numbers in by_token.values():
        groups.join_all(numbers)
    _surnames([party for _, party in rows], groups)
    _short_names(rows, groups)
    found: dict[Key, str] = {}
    taken: set[str] = set()
    for members in groups.members():
        key = _free(_key([rows[number][1] for number in members]), taken)
        found.update({(rows[number][0].key, rows[number][1].key): key for number in members})
    return found


def _key(members: Sequence[Party]) -> str:
    """The key that most stories give, of a person the fullest."""
    counts = Counter(party.key for party in members)
    if members[0].kind is PartyKind.PERSON:
        return min(counts, key=lambda key: (-key.count("-"), -counts[key], key))
    return min(counts, key=lambda key: (-counts[key], len(key), key))


def _tokens(party: Party) -> Iterator[tuple[str, str]]:
    """What makes a party the same as another one."""
    for link in party.links:
        yield "link", link
    if party.kind in _CATALOGUED:
        yield "catalogue", party.key
        return
    names = [party.name] + [
        item.span.text for item in party.mentions if item.kind in (MentionKind.NAME, MentionKind.ACRONYM)
    ]
    for name in dict.fromkeys(names):
        plain = plain_name(name)
        if " " in plain:
            yield "name", plain
        elif party.kind is PartyKind.ORGANISATION:
            yield "organisation", plain


@lru_cache(maxsize=20_000)
def plain_name(name: str) -> str:
    """A name in lower case, without legal form, full stops and brackets."""
    parts = re.sub(r"[\[\](),.]", "", name).casefold().removeprefix("the ").split()
    while len(parts) > 1:
        cut = next((at for at in range(1, len(parts)) if legal_form(parts, at)[1] == len(parts) - at), 0)
        if not cut and parts[-1] not in _ENDINGS:
            break
        parts = parts[: cut or -1]
    return " ".join(parts)


def _surnames(parties: list[Party], groups: Groups) -> None:
    """Join a person of whom a story gives no more than a surname with the one who bears it."""
    full: dict[str, set[int]] = {}
    for number, party in enumerate(parties):
        parts = _bare(party.name)
        if party.kind is PartyKind.PERSON and len(parts) > 1:
            for part in {parts[-1], parts[0]} if len(parts) == 2 else {parts[-1]}:
                full.setdefault(part, set()).add(groups.find(number))
    for number, party in enumerate(parties):
        parts = _bare(party.name)
        bearers = full.get(parts[0], set()) if len(parts) == 1 else set()
        if party.kind is PartyKind.PERSON and len(bearers) == 1:
            groups.join(number, next(iter(bearers)))


def _short_names(rows: list[tuple[Telling, Party]], groups: Groups) -> None:
    """Join a company with the one whose fuller name holds its name, where no story tells them apart."""
    names = {
        number: tuple(plain_name(party.name).split())
        for number, (_, party) in enumerate(rows)
        if party.kind is PartyKind.ORGANISATION
    }
    fuller: dict[tuple[str, ...], set[int]] = {}
    for number, name in names.items():
        for first in range(len(name)):
            for last in range(first + 1, len(name) + 1):
                if last - first < len(name) <= _LONGEST and (last - first > 1 or first == 0):
                    fuller.setdefault(name[first:last], set()).add(number)
    for number, name in names.items():
        holding = fuller.get(name, set())
        shortened = {bearer for bearer in holding if " ".join(name) in _shorts(rows[bearer][1])}
        bearers = {groups.find(bearer) for bearer in shortened or holding} - {groups.find(number)}
        if len(bearers) == 1 and not _told_apart(rows, groups, number, next(iter(bearers))):
            groups.join(number, next(iter(bearers)))


def _shorts(party: Party) -> set[str]:
    """The short forms that a story gives a company."""
    return {plain_name(item.span.text) for item in party.mentions if item.kind is MentionKind.SHORT}


def _told_apart(rows: list[tuple[Telling, Party]], groups: Groups, one: int, other: int) -> bool:
    """Whether a story has parties of both groups."""
    stories: tuple[set[str], set[str]] = (set(), set())
    for number, (story, _) in enumerate(rows):
        root = groups.find(number)
        if root == groups.find(one):
            stories[0].add(story.key)
        elif root == groups.find(other):
            stories[1].add(story.key)
    return bool(stories[0] & stories[1])


def _bare(name: str) -> list[str]:
    """The words of a person's name without titles in front and letters behind."""
    parts = plain_name(name).split()
    while len(parts) > 1 and parts[0] in _TITLES:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in _LETTERS:
        parts = parts[:-1]
    return parts


def _free(key: str, taken: set[str]) -> str:
    """A key that no other merged party bears."""
    free, number = key, 2
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    taken.add(free)
    return free
