"""A story laid out: words, paragraphs, sentences, quotes and masks, found once and shared by all readers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from licet.news.abbreviations import STARTERS, TITLES
from licet.news.masks import Mask, MaskKind, masks
from licet.news.quotes import Quote, quotes
from licet.news.story import Story
from licet.news.tokens import Tokens, joined
from licet.news.words import ENDS, Word, lex

LONGEST_SENTENCE = 400
"""Words after which a sentence is cut: what no full stop ends costs no more than its length."""

MOST_CLOSERS = 4
"""Closing marks that may stand behind the end of a sentence."""

_BLOCK = re.compile(r"[^\r\n\u2028\u2029]+(?:\r?\n(?![ \t\ufeff]*\r?\n)[^\r\n\u2028\u2029]+)*")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_PLAIN_BLOCK = re.compile(r".+(?:\n(?![ \t\ufeff]*\n).+)*")
"""The same as `_BLOCK` where no other mark than a line feed ends a line; several times as fast."""
_CLOSERS = frozenset("\"”»’')]")
_BEGINS = frozenset("\"“‘'«([$€£")
"""Marks that a sentence may begin with."""
_TITLES = frozenset(f"{word.casefold()}." for word in TITLES)


class Sentence(NamedTuple):
    """A sentence of the running text.

    Attributes:
        start: First code point.
        end: One past its last code point.
        first: Number of its first word.
        last: One past the number of its last word.
        paragraph: Number of its paragraph.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int


class Layout(NamedTuple):
    """What every reader of a story needs.

    Attributes:
        story: The story.
        words: All its words, masked ones included.
        tokens: The same as dates and amounts read them: numbers joined, paragraphs parted.
        paragraphs: Offsets of the paragraphs of the running text.
        sentences: The sentences of the running text.
        quotes: Its quotes.
        masks: What is no running text.
        starts: First code point of each word.
        lows: Each word in lower case.
        places: Numbers of the words by their lower case.
        distinct: The words in lower case, each once.
        quote_starts: First code point of each quote.
        capitals: Numbers of the words that begin with a capital letter.
    """

    story: Story
    words: list[Word]
    tokens: Tokens
    paragraphs: list[tuple[int, int]]
    sentences: list[Sentence]
    quotes: list[Quote]
    masks: list[Mask]
    starts: list[int]
    lows: list[str]
    places: dict[str, list[int]]
    distinct: frozenset[str]
    quote_starts: list[int]
    capitals: list[int]

    def called_by(self, words: frozenset[str]) -> list[int]:
        """Numbers of the words that are among those that call a rule, in the order of the story."""
        return sorted(chain.from_iterable(map(self.places.__getitem__, words & self.distinct)))

    def among(self, words: frozenset[str], first: int, last: int) -> list[int]:
        """Numbers of the words within `[first, last)` that are among some, in order."""
        found: list[int] = []
        for low in words.intersection(self.lows[first:last]):
            numbers = self.places[low]
            begun = bisect_left(numbers, first)
            found += numbers[begun : bisect_left(numbers, last, begun)]
        found.sort()
        return found

    def in_sentences(self, numbers: Iterable[int]) -> Iterator[tuple[Sentence, int]]:
        """Words of the running text with their sentences; the words are given in order."""
        sentences = iter(self.sentences)
        sentence = next(sentences, None)
        for number in numbers:
            while sentence is not None and sentence.last <= number:
                sentence = next(sentences, None)
            if sentence is None:
                return
            if sentence.first <= number:
                yield sentence, number

    def quote_at(self, place: int) -> Quote | None:
        """The quote that holds an offset."""
        number = bisect_right(self.quote_starts, place) - 1
        if number >= 0 and place < self.quotes[number].end:
            return self.quotes[number]
        return None

    def quotes_between(self, start: int, end: int) -> list[Quote]:
        """The quotes that begin within `[start, end)`."""
        first = bisect_left(self.quote_starts, start)
        return self.quotes[first : bisect_left(self.quote_starts, end, lo=first)]

    def word_at(self, place: int) -> int:
        """Number of the first word that begins at an offset or after it."""
        return bisect_left(self.starts, place)

    def headlines(self) -> list[Sentence]:
        """The headlines that are no running text, as sentences before its first paragraph."""
        found = []
        for mask in self.masks:
            if mask.kind is MaskKind.HEADLINE:
                first, last = self.word_at(mask.start), self.word_at(mask.end)
                if first < last:
                    found.append(Sentence(mask.start, mask.end, first, last, -1))
        return found


def layout(story: Story) -> Layout:
    """Lay a story out."""
    text = story.text
    lines = _paragraphs(text)
    masked = masks(text, lines)
    running = [part for line in lines if (part := _unmasked(text, line, masked))]
    lexed = lex(text)
    quoted = quotes(text, running)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, low in enumerate(lexed.lows):
        places[low].append(number)
    places.default_factory = None
    parted = _sentences(lexed.words, lexed.starts, lexed.stops, running, quoted)
    opened = [quote.start for quote in quoted]
    return Layout(
        story,
        lexed.words,
        joined(text, lexed),
        running,
        parted,
        quoted,
        masked,
        lexed.starts,
        lexed.lows,
        places,
        frozenset(places),
        opened,
        lexed.capitals,
    )


_BEYOND = ("",) * 512
"""More words than any rule looks beyond either end of a story."""


def padded(lows: list[str]) -> list[str]:
    """Words with empty ones beyond either end, so that what looks around a word never asks which it is."""
    return [*lows, *_BEYOND]  # an index below zero is met by those behind the end


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of paragraphs without surrounding white space; a block wrapped at a column is one."""
    found: list[tuple[int, int]] = []
    blocks = _BLOCK if "\r" in text or "\u2028" in text or "\u2029" in text else _PLAIN_BLOCK
    for match in blocks.finditer(text):
        block = match.span()
        lines = [block]
        if text.find("\n", *block) >= 0:
            lines = [line.span() for line in _LINE.finditer(text, *block)]
            widths = [end - start for start, end in lines]
            if max(widths) <= 100 and min(widths[:-1], default=0) > 50:
                lines = [block]
        for start, end in lines:
            left, right = start, end
            while left < right and (text[left].isspace() or text[left] == "\ufeff"):
                left += 1
            while right > left and text[right - 1].isspace():
                right -= 1
            if left < right:
                found.append((left, right))
    return found


def _unmasked(text: str, line: tuple[int, int], masked: list[Mask]) -> tuple[int, int] | None:
    """The paragraph without what is masked at its beginning; None for one masked whole."""
    start, end = line
    if masked and start < masked[-1].end:
        number = bisect_left(masked, start, key=lambda mask: mask.end)
        for mask in masked[number : number + 3]:
            if mask.start <= start < mask.end:
                start = mask.end
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if start < end else None


def _sentences(
    words: list[Word],
    starts: list[int],
    stops: list[int],
    running: list[tuple[int, int]],
    quoted: list[Quote],
) -> list[Sentence]:
    """Part the running text at those of the words with a stop at their end that end a sentence."""
    found: list[Sentence] = []
    upcoming = 0

    def cut(first: int, stop: int, paragraph: int) -> int:
        found.append(Sentence(words[first].start, words[stop - 1].end, first, stop, paragraph))
        return stop

    for paragraph, (start, end) in enumerate(running):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        last -= last > first and words[last - 1].end > end
        for at in stops[bisect_left(stops, first) : bisect_left(stops, last)]:
            while at - first >= LONGEST_SENTENCE:
                first = cut(first, first + LONGEST_SENTENCE, paragraph)
            place = starts[at]
            while upcoming < len(quoted) and quoted[upcoming].end <= place:
                upcoming += 1
            inside = upcoming < len(quoted) and quoted[upcoming].start <= place
            inside = inside and words[at].end < quoted[upcoming].end - 1
            if at < first or inside or not _ends(words, at):
                continue
            stop = at + 1
            while stop < last and _closes(words, stop, quoted, upcoming):
                stop += 1
            first = cut(first, stop, paragraph)
        while last - first >= LONGEST_SENTENCE:
            first = cut(first, first + LONGEST_SENTENCE, paragraph)
        if first < last:
            cut(first, last, paragraph)
    return found


def _closes(words: list[Word], number: int, quoted: list[Quote], upcoming: int) -> bool:
    """Whether a mark belongs to the sentence that ended before it."""
    if words[number].text not in _CLOSERS or words[number].start > words[number - 1].end:
        return False
    return not (upcoming < len(quoted) and quoted[upcoming].start == words[number].start)


def _ends(words: list[Word], number: int) -> bool:
    """Whether a sentence ends at a word, from the word itself and what follows it."""
    _, end, text, low, _ = words[number]
    after = number + 1
    limit = min(len(words), after + MOST_CLOSERS)
    while after < limit and words[after].start == end and words[after].text in _CLOSERS:
        end = words[after].end
        after += 1
    if after >= len(words):
        return text in ENDS
    start, _, follower, follower_low, _ = words[after]
    if start <= end:
        return False
    first = follower[0]
    if text in ENDS:
        return first.isupper() or first.isdigit() or follower in _BEGINS
    abbreviates = len(text) > 1 and text[-1] == "." and low not in _TITLES
    return abbreviates and first.isupper() and follower_low in STARTERS
