"""A sentence as its reporting clause sees it: what is quoted, who stands before a verb, what follows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from licet.news.layout import Layout, Sentence
from licet.news.quotes import Quote
from licet.news.statements import lexicon
from licet.news.words import Word

Range = tuple[int, int]
"""Numbers of words, `[first, last)`."""

_STOPS_A_NAME = frozenset((",", ";", ":", "—", "–", "(", ")", "."))
_STOPS_BACK = _STOPS_A_NAME | lexicon.BOUNDARIES
_MARKS = frozenset("\"“”«»„'‘’")
LONGEST_RELATIVE = 14
"""Words before "who" in which its name stands."""
LONGEST_NAME = 30
"""Words that a speaker's name may have, apposition included."""
LONGEST_APPOSED = 6
"""Words of a name that stands between commas behind an office."""
MOST_APPOSED = 2
"""Further commas between a name and its verb."""
LONGEST_BRACKET = 24
"""Words of a bracket between a name and its verb."""


@dataclass(frozen=True, slots=True)
class Named:
    """Where parties are named.

    Attributes:
        heads: Number of the first word of a name by that of its last.
        inner: Numbers of its other words.
    """

    heads: Mapping[int, int]
    inner: frozenset[int]


class Clause:
    """One sentence with its words, and which of them are quoted.

    Attributes:
        words: All words of the story.
        sentence: The sentence.
        quotes: Its quotes as numbers of words, marks included.
        heads: Numbers of words at which a named party ends, with that at which it begins.
        inner: Numbers of words within a name, its first left out.
        lows: The words of the sentence in lower case.
        vocabulary: The same, each once.
    """

    def __init__(self, laid: Layout, sentence: Sentence, named: Named) -> None:
        self.words = laid.words
        self.sentence = sentence
        self.heads = named.heads
        self.inner = named.inner
        self.quotes: list[Range] = []
        self.quoted = bytearray(sentence.last - sentence.first)
        self._first = sentence.first
        self.lows = laid.lows[sentence.first : sentence.last]
        self.vocabulary = frozenset(self.lows)
        self._verbs: dict[frozenset[str], list[int]] = {}
        self._told: list[int] | None = None
        for quote in _quotes_of(laid, sentence):
            first = max(laid.word_at(quote.start), sentence.first)
            last = min(laid.word_at(quote.end), sentence.last)
            if first < last:
                self.quotes.append((first, last))
                self.quoted[first - sentence.first : last - sentence.first] = b"\1" * (last - first)

    def is_quoted(self, number: int) -> bool:
        """Whether a word stands in a quote; words outside the sentence stand in none."""
        place = number - self._first
        return 0 <= place < len(self.quoted) and bool(self.quoted[place])

    def low(self, number: int) -> str:
        """A word casefolded; empty outside the sentence."""
        place = number - self._first
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def place_of(self, low: str, first: int, last: int, missing: int) -> int:
        """Number of the first of some words of the sentence that is a given one, or else what is told."""
        base = self._first
        lows = self.lows[max(0, first - base) : max(0, last - base)]
        return max(first, base) + lows.index(low) if low in lows else missing

    def verbs(self, kinds: frozenset[str]) -> list[int]:
        """Numbers of the unquoted words of a list that are told as acts of the sentence."""
        found = self._verbs.get(kinds)
        if found is None:
            first, lows = self._first, self.lows
            if not _are_acts(kinds):
                return [at for at, low in enumerate(lows, first) if low in kinds and self._acts(at)]
            if self._told is None:
                places = [at for at, low in enumerate(lows, first) if low in lexicon.ACTS]
                self._told = [number for number in places if self._acts(number)]
            told = self._told
            found = self._verbs[kinds] = [at for at in told if lows[at - first] in kinds] if told else told
        return found

    def _acts(self, number: int) -> bool:
        """Whether a word of saying is told as an act, and is no name, noun or half of a compound."""
        place, lows = number - self._first, self.lows
        low = lows[place]
        if self.quoted[place] or (place and self.words[number].text != low):
            return False
        before = lows[place - 1] if place else ""
        after = lows[place + 1] if place + 1 < len(lows) else ""
        if before == "-" or after == "-" or (after == "not" and low.startswith("ask")):
            return False
        if before not in lexicon.NOT_VERB_AFTER or (before == "some" and place == 1):
            return True
        return low in lexicon.SAYING and before in lexicon.PROGRESSIVE

    def last_word(self) -> int:
        """One past the last word that is no closing full stop."""
        last = self.sentence.last
        if last > self.sentence.first and self.words[last - 1].text in {".", "!", "?", ";"}:
            last -= 1
        return last

    def subject(self, verb: int, floor: int, *, relaxed: bool = False) -> Range | None:
        """The words before a verb that name who acts, apposition included; None where they name nobody.

        Args:
            verb: Number of the verb.
            floor: The words may begin here.
            relaxed: Take any noun phrase, as beside a quote.
        """
        end = self._before_auxiliaries(verb, floor)
        if end is None or end <= floor:
            return None
        if self.low(end - 1) in {"who", "which"}:
            return self._antecedent(end - 1, floor)
        if self.low(end - 1) in lexicon.PERSONAL and end - 1 not in self.heads:
            return end - 1, end
        if self.words[end - 1].text == ",":
            return self._set_apart(end, floor, relaxed=relaxed)
        head = self._bracket_before(end - 1, floor) if self.words[end - 1].text == ")" else end
        return self._named_to(head, head, end, floor, relaxed=relaxed)

    def _set_apart(self, end: int, floor: int, *, relaxed: bool) -> Range | None:
        """Who acts where commas set something apart behind the name: "Ann Ek, 51, who led it, said"."""
        comma = self._comma_before(end - 1, floor)
        for number in range(1 + MOST_APPOSED):
            if comma is None or self.low(comma + 1) in lexicon.FINITE:
                return None
            if number == 0 or comma - 1 in self.heads:
                found = self._named_to(comma, comma + 1, end, floor, relaxed=relaxed)
                if found:
                    return found
            comma = self._comma_before(comma, floor)
        return None

    def _named_to(self, head: int, inner: int, end: int, floor: int, *, relaxed: bool) -> Range | None:
        """The words up to one past a head, with what is set apart behind it, if they name somebody."""
        first = self._forward(self._back(head, floor), head)
        if first >= head or end - first > LONGEST_NAME:
            return None
        named = self.names_somebody(first, head) or self._office_of(head, inner, end - 1)
        return (first, end) if named or (relaxed and self._is_phrase(first, head)) else None

    def _before_auxiliaries(self, verb: int, floor: int) -> int | None:
        """One past the last word of who acts, without "on Tuesday" and "has also"; None if it is not told."""
        end = verb
        while end > floor:
            low = self.low(end - 1)
            day = low in lexicon.DAYS or (low in {"on", "late", "early"} and self.low(end) in lexicon.DAYS)
            month = low == "may" and self.words[end - 1].is_capital
            if (not day and low not in lexicon.AUXILIARY) or month:
                break
            only = "only" in {self.low(verb + 1), self.low(verb - 1)}
            if low in lexicon.NEGATION and not only:
                return None
            end -= 1
        return end

    def _antecedent(self, relative: int, floor: int) -> Range | None:
        """Whom "who" and "which" go on about: the name or noun directly before."""
        last = relative - (self.low(relative - 1) == ",")
        for number in range(last - 1, max(floor - 1, last - LONGEST_RELATIVE), -1):
            if number in self.heads and (last < relative or number == last - 1):
                return self.heads[number], relative
            if self.low(number) in {".", ";", ":"} or self.is_quoted(number):
                break
        first = self._back(last, floor)
        first = next((at for at in range(first, last) if self.low(at) in lexicon.DETERMINERS), first)
        named = first < last < relative and self.names_somebody(first, last)
        return (first, relative) if named else None

    def _is_phrase(self, first: int, last: int) -> bool:
        """Whether words are a noun phrase that may speak, or a bare surname: "the congressman", "Ek"."""
        if last - first == 1 and first > self.sentence.first:
            word = self.words[first]
            return word.is_capital and word.text[0].isalpha() and not self.is_quoted(first)
        return last - first > 1 and last - first < LONGEST_RELATIVE and self.low(first) in lexicon.DETERMINERS

    def main_subject(self, floor: int, limit: int) -> Range | None:
        """Who acts in the clause that begins at a word: what stands before its first finite verb."""
        for number in range(floor + 1, limit):
            word = self.words[number]
            if self.is_quoted(number) or word.text in {";", ":"}:
                return None
            verb = word.low in lexicon.FINITE or word.low in lexicon.SAYS or word.low in lexicon.TOOK
            if verb or (word.low.endswith("ed") and word.low not in {"named", "based", "called", "added"}):
                return self.subject(number, floor)
        return None

    def _office_of(self, head: int, first: int, last: int) -> bool:
        """Whether words tell an office and a name follows between commas ("the chief, Ann Ek, said")."""
        return (
            first < last <= first + LONGEST_APPOSED
            and last - 1 in self.heads
            and not self._is_capital(head - 1)
        )

    def _is_capital(self, number: int) -> bool:
        return self.words[number].is_capital or not self.words[number].text[0].isalpha()

    def _bracket_before(self, closing: int, floor: int) -> int:
        """Where the bracket opens that closes before a verb ("the Office (OFSI) said"); its end for none."""
        for number in range(closing - 1, max(floor, closing - LONGEST_BRACKET), -1):
            if self.words[number].text == "(":
                return number
        return closing + 1

    def _comma_before(self, comma: int, floor: int) -> int | None:
        for number in range(comma - 1, max(floor, comma - LONGEST_NAME), -1):
            if self.words[number].text == "," and not self.is_quoted(number):
                return number
        return None

    def _back(self, head: int, floor: int) -> int:
        """Where the name that ends before `head` can begin at the earliest."""
        first, floor = head, max(floor, head - 2 * LONGEST_NAME)
        while first > floor:
            before = first - 1
            low = self.lows[before - self._first]
            if self.quoted[before - self._first]:
                break
            if low in _STOPS_BACK and before not in self.inner:
                relative = low == "who" and first < head
                joined = low in lexicon.BOUNDARIES and (relative or self._inside_name(before))
                if low in _STOPS_A_NAME or not joined:
                    break
            first = before
        return first

    def _inside_name(self, number: int) -> bool:
        """Whether "and" joins two capitalised words of one name."""
        return self.low(number) == "and" and number + 1 not in self.heads and self._capitals(number)

    def _joins_name(self, number: int) -> bool:
        """Whether "and" or "in" stands inside one name: not behind a whole one, as in "Ann Ek on Sunday"."""
        whole = number - 1 in self.heads or self.low(number + 1) in lexicon.DAYS
        return number in self.inner or (not whole and self._capitals(number))

    def _capitals(self, number: int) -> bool:
        around = self.words[number - 1 : number + 2]
        return len(around) == 3 and around[0].is_capital and around[2].is_capital

    def _forward(self, first: int, head: int) -> int:
        """Leave out "But" and "On Monday" at the beginning."""
        while first < head and self.low(first) in {
            "but",
            "and",
            "yet",
            "so",
            "still",
            "then",
            "however",
            "also",
        }:
            first += 1
        named = self.words[first].is_capital and first > self.sentence.first
        if named or self.low(first) not in lexicon.OPENING:
            return first
        for number in range(head - 1, first, -1):
            if self.low(number) in {"the", "a", "an", "his", "its", "her", "their"}:
                return number
        capital = next((number for number in range(first, head) if self.words[number].is_capital), first)
        return capital if self.low(capital) not in lexicon.OPENING else head

    def names_somebody(self, first: int, last: int) -> bool:
        """Whether words name a party, a person or a body, and not a thing that "suggests"."""
        low = self.low(first)
        if last - first == 1 and low in lexicon.PRONOUNS:
            return True
        if last - 1 in self.heads:
            return True
        core = self.lows[first - self._first : last - self._first]
        if core and core[0] in lexicon.SOME and (len(core) == 1 or core[1] in {"of", "'s"}):
            return True
        for number, word in enumerate(core):
            if word in lexicon.UNNAMED or word in lexicon.BODIES or lexicon.is_trade(word):
                after = core[number + 1] if number + 1 < len(core) else ""
                if after not in {"'s", "'"}:
                    return True
        return False

    def named_after(self, first: int, *, relaxed: bool = False) -> Range | None:
        """The words after a verb that name who acts ("said Ann Ek, a professor at Lund"); None for nobody."""
        last = first
        while last < self.last_word() and last - first < LONGEST_NAME:
            word = self.words[last]
            if word.text in _MARKS or word.text in {";", ":", "—", "(", ")"} or self.is_quoted(last):
                break
            if last > first and self.low(last - 1) == "," and word.low in lexicon.SAYING:
                break
            stops = last > first and word.low in lexicon.STOPS and not self._joins_name(last)
            if (
                stops
                and self.low(last - 1) != ","
                and not (word.low == "and" and self.low(last + 1) != "added")
            ):
                break
            if stops and word.low in {"adding", "in", "on", "after", "but", "as", "while", "when"}:
                break
            last += 1
        while last > first and self.low(last - 1) in {",", "-", "and", "but"}:
            last -= 1
        core = self._comma_after(first, last)
        if first >= last:
            return None
        named = self.names_somebody(first, core) or any(number in self.heads for number in range(core, last))
        return (first, last) if named or (relaxed and self._is_phrase(first, core)) else None

    def _comma_after(self, first: int, last: int) -> int:
        return self.place_of(",", first, last, last)

    def quotes_after(self, number: int) -> bool:
        """Whether a quote begins after a word."""
        return bool(self.quotes) and self.quotes[-1][0] > number

    def word(self, number: int) -> Word:
        """A word by its number."""
        return self.words[number]


@cache
def _are_acts(kinds: frozenset[str]) -> bool:
    """Whether the words of a list stand among those that a sentence is looked through for."""
    return kinds <= lexicon.ACTS


def _quotes_of(laid: Layout, sentence: Sentence) -> list[Quote]:
    """The quotes that a sentence holds or stands in."""
    begun = max(0, bisect_right(laid.quote_starts, sentence.start) - 1)
    found = laid.quotes[begun : bisect_left(laid.quote_starts, sentence.end, begun)]
    return found[1:] if found and found[0].end <= sentence.start else found
