"""Parties of a story: found, linked, and told what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from operator import attrgetter

from licet.model.news import Span, Value
from licet.news.layout import Layout
from licet.news.parties.capitals import heard
from licet.news.parties.context import settled
from licet.news.parties.headlines import with_headlines
from licet.news.parties.lexicon import COMPANY_NOUNS, SHIP_PREFIXES
from licet.news.parties.lines import shouted
from licet.news.parties.linking import Group, grouped, initials
from licet.news.parties.party import Linker, Mention, MentionKind, Party, PartyKind, Role
from licet.news.parties.roles import kind_of, role_of
from licet.news.parties.shapes import names
from licet.news.words import Word

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_BYLINE, _SUBJECT = Role.BYLINE, Role.SUBJECT
_NAME, _ACRONYM, _SHORT = MentionKind.NAME, MentionKind.ACRONYM, MentionKind.SHORT
_AUTHORITY = PartyKind.AUTHORITY

_new = tuple.__new__
_NO_STOP = frozenset(("llc", "plc", "llp", "ag", "gmbh", "spa", "jsc", "sa", "as", "ab", "oy", "bv", "nv"))
"""Legal forms that no stop abbreviates."""
_STOPPED = frozenset(("INC", "LTD", "CORP", "CO"))
LONGEST_ACRONYM = 7
"""Characters from which a name in capitals is no acronym."""


def no_links(_name: str, _kind: PartyKind) -> tuple[str, ...]:
    """Link no name to a listed entity."""
    return ()


def parties(laid: Layout, linker: Linker = no_links) -> list[Value[Party]]:
    """Read the parties of a story, in the order in which it first names them.

    Args:
        laid: The story.
        linker: Gives the listed entities that bear the name of a subject.
    """
    loud = shouted(laid)
    found = names(laid, loud)
    found = sorted([*found, *heard(laid, loud, found)], key=attrgetter("first")) if loud else found
    groups = grouped(settled(with_headlines(laid, found), laid), laid.words)
    keys: set[str] = set()
    told = [_party(laid, group, keys, linker) for group in groups]
    later = _nominals(laid, told)
    values = []
    for party in told:
        mentions, rule = party.mentions, party.mentions[0].rule
        if party.key in later:
            mentions = tuple(sorted((*mentions, *later[party.key]), key=lambda item: item.span.start))
            party = party._replace(mentions=mentions)  # noqa: PLW2901  the same party, named more often
        values.append(Value(party, tuple([span for span, _, _ in mentions]), rule))
    return values


def _party(laid: Layout, group: Group, keys: set[str], linker: Linker) -> Party:
    found = group.found
    entry = found[0].entry
    mentions = tuple(_mentions(laid, group))
    kind = entry.kind if entry else kind_of(found, laid)
    role = role_of(kind, found, laid.lows)
    name = entry.name if entry else _plain(_longest(mentions))
    links = linker(name, kind) if role is _SUBJECT else ()
    key = entry.key if entry else _free("-".join(group.parts).casefold() or "party", keys)
    keys.add(key)
    return Party(key, name, kind, role, entry.jurisdiction if entry else "", mentions, links)


def _free(slug: str, keys: set[str]) -> str:
    """A key that no party has, with a number where another has the name."""
    return slug if slug not in keys else next(k for n in count(2) if (k := f"{slug}-{n}") not in keys)


def _longest(mentions: Sequence[Mention]) -> str:
    """The longest of the names, of several the first; they stand in the order of the story."""
    return max([text for (_, _, text), _, _ in mentions], key=len)


def _plain(name: str) -> str:
    """A name to screen: without brackets, and without what tells that a ship is one."""
    parts = name.replace("[", "").replace("]", "").split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].casefold() in SHIP_PREFIXES else parts)


def _mentions(laid: Layout, group: Group) -> list[Mention]:
    """Where a party is named, in the order of the story."""
    words, text, cut = laid.words, laid.story.text, Span.within
    found = []
    for first, last, rule, entry, _, _, _ in group.found:
        _, end, final, _, _ = words[last - 1]
        if final in _STOPPED or final[-1] == ".":
            end = _end(text, words[last - 1])
        span = cut(text, words[first][0], end)
        if entry is not None:
            found.append(_new(Mention, (span, entry.mention, rule)))
        elif last - first > 1 and " " in span.text:
            found.append(_new(Mention, (span, _NAME, rule)))
        else:
            found.append(_short(span, group.parts, rule))
    return found


def _short(span: Span, parts: tuple[str, ...], rule: str) -> Mention:
    """A name of one word, read by its shape; of a party whose fullest name may have more."""
    whole = len(parts) == 1
    if len(span.text) < LONGEST_ACRONYM and span.text.isupper():
        told = not whole and initials(parts).startswith(span.text)
        return Mention(span, _ACRONYM, "initials" if told else rule)
    if not whole and parts:
        return Mention(span, _SHORT, "short form within the story")
    return Mention(span, _NAME, rule)


def _end(story: str, word: Word) -> int:
    """Where a name ends: with the stop of INC., without that of a sentence that ends with LLC."""
    _, end, text, low, _ = word
    if text[-1] == ".":
        return end - 1 if low.rstrip(".") in _NO_STOP else end
    return end + 1 if story[end : end + 1] == "." else end


def _nominals(laid: Layout, told: list[Party]) -> dict[str, list[Mention]]:
    """Nouns such as "the company" and "the department": the last party of that sort named before."""
    nouns = {party.key: noun for party in told if (noun := _noun_of(party))}
    words, lows = laid.words, laid.lows
    nominal = [
        number
        for number in laid.called_by(_COMPANY.union(nouns.values()))
        if number and lows[number - 1] == "the" and not words[number].is_capital
    ]
    found: dict[str, list[Mention]] = {}
    named = _stood_for(told) if nominal else []
    at = 0
    company = ""
    office: dict[str, str] = {}
    for number in nominal:
        start, end, _, low, _ = words[number]
        while at < len(named) and named[at][0] < start:
            _, kind, key, role = named[at]
            at += 1
            if kind is _AUTHORITY:
                office[nouns.get(key, "")] = key
            elif role is _SUBJECT:
                company = key
        key = office.get(low, "") or (company if low in _COMPANY else "")
        if key and not _goes_on(words, number):
            span = laid.story.span(words[number - 1].start, end)
            found.setdefault(key, []).append(Mention(span, MentionKind.NOMINAL, "noun for the last named"))
    return found


def _stood_for(told: list[Party]) -> list[tuple[int, PartyKind, str, Role]]:
    """Where the parties are named that a noun can stand for, in the order of the story."""
    return sorted(
        [
            (start, kind, key, role)
            for key, _, kind, role, _, mentions, _ in told
            if kind in _STOOD_FOR and role is not _BYLINE
            for (start, _, _), _, _ in mentions
        ]
    )


def _goes_on(words: list[Word], number: int) -> bool:
    """Whether the noun only begins a longer phrase ("the company officials")."""
    return number + 1 < len(words) and words[number + 1].low in _GOING_ON


_STOOD_FOR = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY))
_COMPANY = frozenset(
    ("company", "firm", "group", "manufacturer", "bank", "supplier", "maker", "yard", "carrier")
)
_GOING_ON = COMPANY_NOUNS | {"of", "that", "which", "officials"}


def _noun_of(party: Party) -> str:
    if party.kind is not _AUTHORITY:
        return ""
    last = party.name.split()[-1].casefold()
    words = {word.casefold() for word in party.name.split()}
    known = ("department", "bureau", "office", "ministry", "commission", "agency", "council", "court", "unit")
    return next((noun for noun in known if noun in words), last if last in known else "")
