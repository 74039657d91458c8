"""Names in headlines, where any word may have a capital: of the catalogue, and of the text below."""

from __future__ import annotations

from collections.abc import Iterator

from licet.news.layout import Layout
from licet.news.masks import MaskKind
from licet.news.parties.common_words import COMMON
from licet.news.parties.lexicon import HEADS, ORGANISATION_WORDS
from licet.news.parties.shapes import Found, Region

_NO_SHORT = ORGANISATION_WORDS | HEADS | COMMON
"""Words of a name that do not mean it by themselves."""
_LONGEST_KNOWN = 8
"""Words of a name that a headline may repeat."""


def with_headlines(laid: Layout, found: list[Found]) -> list[Found]:
    """Add the names of the headlines to those of the text, in the order of the story."""
    lines = [mask for mask in laid.masks if mask.kind is MaskKind.HEADLINE]
    if not lines:
        return found
    known = _known(laid, found)
    told = list(found)
    for mask in lines:
        first, last = laid.word_at(mask.start), laid.word_at(mask.end)
        told.extend(_of(Region(laid, first, last, mask.kind), known))
    return sorted(told, key=lambda item: item.first)


def _known(laid: Layout, found: list[Found]) -> dict[str, set[tuple[str, ...]]]:
    """Names read by shape, whole and by their first and last words, by their first word."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for item in found:
        if item.entry is None and not item.doubtful:
            parts = tuple(word.text for word in laid.words[item.first : item.last])
            for size in {1, min(2, len(parts)), len(parts)}:
                if size > 1 or parts[0].casefold() not in _NO_SHORT:
                    known.setdefault(parts[0], set()).add(parts[:size])
            if parts[-1].casefold() not in _NO_SHORT:
                known.setdefault(parts[-1], set()).add(parts[-1:])
    return known


def _of(region: Region, known: dict[str, set[tuple[str, ...]]]) -> Iterator[Found]:
    place = region.first
    while place < region.last:
        end = min(place + _LONGEST_KNOWN, region.last)
        texts = tuple(word.text for word in region.words[place:end])
        sizes = [len(parts) for parts in known.get(texts[0], ()) if texts[: len(parts)] == parts]
        item = Found(place, place + max(sizes), "headline") if sizes else region.known(place)
        if item is not None:
            yield item
        place = item.last if item is not None else place + 1
