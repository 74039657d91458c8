"""Names that mean one party: full names, surnames, initials, names without their legal form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from licet.news.parties.capitals import KNOWN
from licet.news.parties.catalogue import Entry
from licet.news.parties.lexicon import FORMS, OFFICE_FOLLOWERS, ORGANISATION_WORDS, PARTICLES, SHIP_PREFIXES
from licet.news.parties.shapes import Found
from licet.news.words import Word

_EMPTY = frozenset(("of", "for", "and", "&", "the", "[", "]", ",", "-"))


@dataclass(slots=True)
class Group:
    """Names of one party.

    Attributes:
        parts: Words of its fullest name, without brackets, marks and legal form.
        found: Its names, in the order of the story.
        full: Number of the word at which its full name first stands.
    """

    parts: tuple[str, ...]
    found: list[Found] = field(default_factory=list)
    full: int = 0


MOST_NAMESAKES = 50
"""Parties of one story that a short form is tried on."""


def grouped(found: list[Found], words: list[Word]) -> list[Group]:
    """Bring the names of a story together; what no full name explains stands alone."""
    groups: dict[str, Group] = {}
    _of_catalogue(groups, [(item, item.entry) for item in found if item.entry], words)
    shaped = [(item, _parts(item, words)) for item in found if item.entry is None]
    short = []
    for item, parts in shaped:
        if len(parts) > 1 and not item.doubtful:
            _group(groups, " ".join(parts).casefold(), parts).found.append(item)
        else:
            short.append((item, parts))
    _merge_prefixes(groups)
    for group in groups.values():
        group.full = min([item[0] for item in group.found], default=0)
    by_word = _by_word(groups)
    named = {words[item.first].text for item, _ in shaped if not item.doubtful}
    for item, parts in short:
        first = parts[0] if parts else ""
        meant = _explains(by_word, first.title() if item.rule == KNOWN else first, item)
        if meant is None:
            if not parts or (
                item.doubtful and words[item.first].text not in named and not _speaks(item, words)
            ):
                continue
            meant = _group(groups, first.casefold(), parts)
        meant.found.append(item)
    told = [group for group in groups.values() if group.found]
    for group in told:
        group.found.sort(key=_FIRST)
    return sorted(told, key=lambda group: group.found[0].first)


_FIRST = itemgetter(0)
"""Number of the first word of a name."""


def _of_catalogue(groups: dict[str, Group], known: list[tuple[Found, Entry]], words: list[Word]) -> None:
    """Bring the forms of the catalogue together; a short one counts beside a full one or where it acts."""
    sure = {entry.key for _, entry in known if entry.sure}
    for item, entry in known:
        if entry.sure or entry.key in sure or _office(item, words):
            _group(groups, entry.key, ()).found.append(item)


def _group(groups: dict[str, Group], key: str, parts: tuple[str, ...]) -> Group:
    """The party of a key, which is new where none has it."""
    found = groups.get(key)
    if found is None:
        found = groups[key] = Group(parts)
    return found


def _parts(item: Found, words: list[Word]) -> tuple[str, ...]:
    """Words of a name without marks and legal form."""
    first, last = item.first, item.last
    if last - first == 1:
        return (words[first].text,) if words[first].low not in _EMPTY else ()
    parts = [text for _, _, text, low, _ in words[first:last] if low not in _EMPTY]
    while len(parts) > 1 and parts[-1].casefold() in FORMS:
        parts.pop()
    if len(parts) > 1 and parts[0].casefold() in SHIP_PREFIXES:
        del parts[0]
    return tuple(parts)


def _office(item: Found, words: list[Word]) -> bool:
    """Whether the word after a short form tells that the authority is meant."""
    return item.last < len(words) and words[item.last].low in OFFICE_FOLLOWERS


def _speaks(item: Found, words: list[Word]) -> bool:
    after = [word.low for word in words[item.last : item.last + 3]]
    return bool(after) and (
        after[0] in {"said", "says", "'s", "did", "has", "will", "declined", "denied"}
        or (after[0] == "," and len(after) > 1 and after[1] in {"a", "an", "the", "which", "whose", "who"})
    )


def _merge_prefixes(groups: dict[str, Group]) -> None:
    """One name that another begins with is the same organisation; one with a middle name, the same person."""
    named = [key for key, group in groups.items() if len(group.parts) > 1]
    keys = sorted(named, key=lambda key: (-len(groups[key].parts), key))
    by_ends: dict[tuple[str, str], str] = {}
    by_tail: dict[str, str] = {}
    for key in keys:
        parts = groups[key].parts
        ends = (parts[0], parts[-1])
        longer = (
            by_ends.get(ends) or by_ends.get((parts[0], " ".join(parts[:2]))) or by_tail.get(_folded(parts))
        )
        if longer and longer != key:
            groups[longer].found.extend(groups.pop(key).found)
            continue
        by_ends[ends] = key
        if parts[-2].casefold() in PARTICLES:
            by_tail.setdefault(_folded(parts[-2:]), key)
            by_tail.setdefault(_folded(parts[-3:]), key)
        if len(parts) > 2 and any(part.casefold() in ORGANISATION_WORDS for part in parts):
            by_ends.setdefault((parts[0], " ".join(parts[:2])), key)


def _folded(parts: tuple[str, ...]) -> str:
    return " ".join(parts).casefold()


def _by_word(groups: dict[str, Group]) -> dict[str, list[Group]]:
    """Parties by each short form that can mean them: first word, surname, initials."""
    found: dict[str, list[Group]] = {}
    for group in groups.values():
        if len(group.parts) < 2:
            continue
        organisation = not ORGANISATION_WORDS.isdisjoint([part.casefold() for part in group.parts])
        letters = initials(group.parts)
        shorts = {group.parts[0]} if organisation else {group.parts[0], group.parts[-1]}
        shorts |= {letters[:size] for size in range(2, len(letters) + 1)}
        for short in sorted(shorts):
            found.setdefault(short, []).append(group)
    return found


def _explains(known: dict[str, list[Group]], word: str, item: Found) -> Group | None:
    """The party whose fuller name explains a word.

    A surname means whom the story named last; the first word of a company's name the company that it named
    first, of which the others of that name are parts.
    """
    candidates = known.get(word, ())[:MOST_NAMESAKES]
    if not candidates:
        return None
    before = [group for group in candidates if group.full < item.first]
    if all(group.parts[0] == word for group in before or candidates):
        return min(before or candidates, key=lambda group: group.full)
    return max(before or candidates[:1], key=lambda group: group.full)


def initials(parts: Iterable[str]) -> str:
    """First letters of the words of a name."""
    return "".join([part[0] for part in parts if part[0].isupper()])
