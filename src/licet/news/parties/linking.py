"""Names that mean one party: full names, surnames, initials, names without their legal form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from licet.news.parties.lexicon import FORMS, OFFICE_FOLLOWERS, ORGANISATION_WORDS
from licet.news.parties.shapes import Found
from licet.news.words import Word

_EMPTY = frozenset(("of", "for", "and", "&", "the", "[", "]", ",", "-"))


@dataclass(slots=True)
class Group:
    """Names of one party.

    Attributes:
        parts: Words of its fullest name, without brackets, marks and legal form.
        found: Its names, in the order of the story.
    """

    parts: tuple[str, ...]
    found: list[Found] = field(default_factory=list)


def grouped(found: list[Found], words: list[Word]) -> list[Group]:
    """Bring the names of a story together; what no full name explains stands alone."""
    groups: dict[str, Group] = {}
    sure = {item.entry.key for item in found if item.entry and item.entry.sure}
    for item in found:
        if item.entry and (item.entry.sure or item.entry.key in sure or _office(item, words)):
            groups.setdefault(item.entry.key, Group(())).found.append(item)
    shaped = [item for item in found if item.entry is None]
    full = [item for item in shaped if not item.doubtful and len(_parts(item, words)) > 1]
    for item in full:
        parts = _parts(item, words)
        groups.setdefault(" ".join(parts).casefold(), Group(parts)).found.append(item)
    _merge_prefixes(groups)
    known = {words[item.first].text for item in shaped if not item.doubtful}
    for item in shaped:
        parts = _parts(item, words)
        if len(parts) > 1 and not item.doubtful:
            continue
        group = _explains(groups, parts[0] if parts else "", item)
        if group is None:
            if not parts or (
                item.doubtful and words[item.first].text not in known and not _speaks(item, words)
            ):
                continue
            group = groups.setdefault(parts[0].casefold(), Group(parts))
        group.found.append(item)
    for group in groups.values():
        group.found.sort(key=lambda item: item.first)
    return sorted((group for group in groups.values() if group.found), key=lambda group: group.found[0].first)


def _parts(item: Found, words: list[Word]) -> tuple[str, ...]:
    """Words of a name without marks and legal form."""
    parts = [word.text for word in words[item.first : item.last] if word.low not in _EMPTY]
    while len(parts) > 1 and parts[-1].casefold() in FORMS:
        parts.pop()
    return tuple(parts)


def _office(item: Found, words: list[Word]) -> bool:
    """Whether the word after a short form tells that the authority is meant."""
    return item.last < len(words) and words[item.last].low in OFFICE_FOLLOWERS


def _speaks(item: Found, words: list[Word]) -> bool:
    after = [word.low for word in words[item.last : item.last + 3]]
    return bool(after) and (
        after[0] in {"said", "says", "'s", "’s", "did", "has", "will", "declined", "denied"}
        or (after[0] == "," and len(after) > 1 and after[1] in {"a", "an", "the", "which", "whose", "who"})
    )


def _merge_prefixes(groups: dict[str, Group]) -> None:
    """One name that another begins with is the same organisation; one with a middle name, the same person."""
    keys = sorted(groups, key=lambda key: (-len(groups[key].parts), key))
    by_ends: dict[tuple[str, str], str] = {}
    for key in keys:
        parts = groups[key].parts
        if len(parts) < 2:
            continue
        ends = (parts[0], parts[-1])
        longer = by_ends.get(ends) or by_ends.get((parts[0], " ".join(parts[:2])))
        if longer and longer != key:
            groups[longer].found.extend(groups.pop(key).found)
            continue
        by_ends[ends] = key
        if len(parts) > 2 and any(part.casefold() in ORGANISATION_WORDS for part in parts):
            by_ends.setdefault((parts[0], " ".join(parts[:2])), key)


def _explains(groups: dict[str, Group], word: str, item: Found) -> Group | None:
    """The party whose fuller name has a word, nearest before it; by initials for a word in capitals."""
    if not word:
        return None
    candidates = [group for group in groups.values() if len(group.parts) > 1 and _fits(group.parts, word)]
    if not candidates:
        return None
    before = [group for group in candidates if group.found[0].first < item.first]
    return max(before or candidates[:1], key=lambda group: group.found[0].first)


def _fits(parts: tuple[str, ...], word: str) -> bool:
    organisation = any(part.casefold() in ORGANISATION_WORDS for part in parts)
    if word == parts[0] or (word == parts[-1] and not organisation):
        return True
    if len(word) < 2 or not word.isupper():
        return False
    return initials(parts).startswith(word)


def initials(parts: Iterable[str]) -> str:
    """First letters of the words of a name."""
    return "".join(part[0] for part in parts if part[0].isupper())
