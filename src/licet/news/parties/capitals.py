"""Names in lines all in capitals, where no shape tells one: of the catalogue, and of the story."""

from __future__ import annotations

from collections.abc import Iterator

from licet.news.layout import Layout
from licet.news.parties.catalogue import entry_at
from licet.news.parties.lines import NAME_ENDS, Range
from licet.news.parties.party import PartyKind
from licet.news.parties.shapes import Found
from licet.news.words import Word


def heard(laid: Layout, lines: list[Range], found: list[Found]) -> Iterator[Found]:
    """Read the names of lines in capitals: countries and authorities, and what the rest of the story names.

    Args:
        laid: The story.
        lines: Its lines in capitals.
        found: The names of the rest of the story.
    """
    known = _known(laid, found) if lines else {}
    for first, last in lines:
        plain = [_plain(word) for word in laid.words[first:last]]
        place = first
        while place < last:
            item = _told(laid, known, plain, (first, place, last))
            if item is not None:
                yield item
            place = item.last if item is not None else place + 1


def _known(laid: Layout, found: list[Found]) -> dict[str, list[tuple[str, ...]]]:
    """Names read by shape elsewhere, in lower case, longest first, by their first word."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for item in found:
        if item.entry is None and not item.doubtful:
            parts = tuple(laid.lows[item.first : item.last])
            known.setdefault(parts[0], set()).update((parts, parts[:2]))
            if parts[0] not in NAME_ENDS and len(parts[0]) > 2:
                known[parts[0]].add(parts[:1])
    return {low: sorted(names, key=lambda parts: (-len(parts), parts)) for low, names in known.items()}


def _told(
    laid: Layout, known: dict[str, list[tuple[str, ...]]], plain: list[Word], where: tuple[int, int, int]
) -> Found | None:
    """The name that begins at a word of a line in capitals; None where none does."""
    first, place, last = where
    for parts in known.get(laid.lows[place], ()):
        if tuple(laid.lows[place : min(last, place + len(parts))]) == parts:
            return Found(place, place + len(parts), KNOWN)
    for words, at, stop in ((laid.words, place, last), (plain, place - first, last - first)):
        entry = entry_at(words, at, stop) if words[at].is_capital else None
        if entry and entry[0].kind in _SURE and entry[0].sure and not entry[0].office:
            return Found(place, place + entry[1], "catalogue, in capitals", entry[0])
    return None


KNOWN = "name known from the story"
"""The rule of names in capitals that the story writes in small letters elsewhere."""
_SURE = frozenset((PartyKind.COUNTRY, PartyKind.AUTHORITY, PartyKind.MEDIA))


def _plain(word: Word) -> Word:
    """A word of a line in capitals as it stands in other text."""
    return word._replace(text=word.text.title()) if word.text.isupper() and "." not in word.text else word
