"""A sentence as its reporting clause sees it: what is quoted, who stands before a verb, what follows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from licet.news.layout import Layout, Sentence
from licet.news.statements import lexicon
from licet.news.statements.signs import ACT
from licet.news.words import Word

Range = tuple[int, int]
"""Numbers of words, `[first, last)`."""
Called = tuple[list[int], list[Range]]
"""Numbers of the words of a sentence that call a rule, and its quotes, marks included."""

_STOPS_A_NAME = frozenset((",", ";", ":", "—", "–", "(", ")", "."))
_STOPS_BACK = _STOPS_A_NAME | lexicon.BOUNDARIES
_FULL_STOPS = frozenset((".", "!", "?", ";"))
_RELATIVES = frozenset(("who", "which"))
_NO_HEADS = _RELATIVES | lexicon.PERSONAL | {",", ")"}
"""Directly before a verb, words that no name or noun of who acts ends with."""
_BEFORE_A_VERB = lexicon.AUXILIARY | lexicon.DAYS | {"on", "late", "early"}
"""What may stand between who acts and the verb."""
_JOINS = frozenset(("but", "and", "yet", "so", "still", "then", "however", "also"))
_OPENS_A_CLAUSE = _JOINS | lexicon.OPENING
_UNQUOTED = frozenset[int]().__contains__
_OF = frozenset(("of", "'s"))
_OWNS = (["'s"], ["'"])
_CLOSING = frozenset("\"“”«»„'‘’;:—()")
"""Marks before which a name ends."""
_MAY_CLOSE = _CLOSING | lexicon.STOPS | lexicon.SAYING
_CLOSES_A_NAME = frozenset(("adding", "in", "on", "after", "but", "as", "while", "when"))
_LOOSE = frozenset((",", "-", "and", "but"))
"""At the end of a name they belong to what follows."""
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


class Places(NamedTuple):
    """Where in a story parties are named, somebody is quoted and words call a rule: numbers of words.

    Attributes:
        heads: Number of the first word of a name by that of its last.
        inner: Numbers of its other words.
        signs: The bits of the words that call a rule, as `signs` has them.
        calling: Numbers of these words, in order.
        opened: First word of each quote, its mark.
        closed: One past the last word of each.
    """

    heads: Mapping[int, int]
    inner: AbstractSet[int]
    signs: Mapping[str, int]
    calling: list[int]
    opened: list[int]
    closed: list[int]

    def called_in(self, sentence: Sentence) -> Called:
        """The words of a sentence that call a rule and its quotes; one without either tells nothing."""
        first, last = sentence.first, sentence.last
        begun = bisect_left(self.calling, first)
        calling = self.calling[begun : bisect_left(self.calling, last, begun)]
        begun = bisect_right(self.closed, first)
        ended = bisect_left(self.opened, last, begun)
        if begun == ended:
            return calling, []
        held = zip(self.opened[begun:ended], self.closed[begun:ended], strict=True)
        return calling, [(max(start, first), min(end, last)) for start, end in held]


class Clause:
    """One sentence with its words, and which of them are quoted.

    Attributes:
        words: All words of the story.
        sentence: The sentence.
        end: One past the last word that is no closing full stop.
        quotes: Its quotes as numbers of words, marks included.
        heads: Numbers of words at which a named party ends, with that at which it begins.
        inner: Numbers of words within a name, its first left out.
        lows: The words of the sentence in lower case.
        low: Gives a word in lower case by its number; an empty one outside the sentence.
        is_quoted: Whether a word stands in a quote; words outside the sentence stand in none.
        calling: Numbers of the words that call a rule, in order.
        signs: The bits of all of them.
        told: Numbers of the words of saying that are told as acts of the sentence.
    """

    def __init__(self, laid: Layout, sentence: Sentence, places: Places, called: Called) -> None:
        first, last = sentence.first, sentence.last
        self.words = laid.words
        self.sentence = sentence
        self.heads, self.inner = places.heads, places.inner
        self.lows = lows = laid.lows[first:last]
        self.end = last - (lows[-1] in _FULL_STOPS)
        # Asked of each word many times: a look into a table costs less than a method that tests the number.
        self.low: Callable[[int], str] = defaultdict(str, enumerate(lows, first)).__getitem__
        self._laid = laid
        self.calling, self.quotes = called
        self.is_quoted: Callable[[int], bool] = _UNQUOTED
        if self.quotes:
            self.is_quoted = set().union(*[range(start, end) for start, end in self.quotes]).__contains__
        self.signs = 0
        self.told: list[int] = []
        for number in self.calling:
            sign = places.signs[self.low(number)]
            self.signs |= sign
            if sign & ACT and self._acts(number):
                self.told.append(number)

    def among(self, words: frozenset[str], first: int, last: int) -> list[int]:
        """Numbers of the words within `[first, last)` that are among some, in order."""
        return self._laid.among(words, first, last)

    def place_of(self, low: str, first: int, last: int, missing: int) -> int:
        """Number of the first of some words of the sentence that is a given one, or else what is told."""
        base = self.sentence.first
        lows = self.lows[first - base : last - base]
        return first + lows.index(low) if low in lows else missing

    def _acts(self, number: int) -> bool:
        """Whether a word of saying is told as an act, and is no name, noun or half of a compound."""
        low = self.low(number)
        if self.is_quoted(number) or (self.words[number].text != low and number != self.sentence.first):
            return False
        before, after = self.low(number - 1), self.low(number + 1)
        if before == "-" or after == "-" or (after == "not" and low.startswith("ask")):
            return False
        if before not in lexicon.NOT_VERB_AFTER or (before == "some" and number == self.sentence.first + 1):
            return True
        return low in lexicon.SAYING and before in lexicon.PROGRESSIVE

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
        last = self.low(end - 1)
        if last not in _NO_HEADS:
            return self._named_to(end, end, end, floor, relaxed=relaxed)
        if last in _RELATIVES:
            return self._antecedent(end - 1, floor)
        if last in lexicon.PERSONAL and end - 1 not in self.heads:
            return end - 1, end
        if last == ",":
            return self._set_apart(end, floor, relaxed=relaxed)
        head = self._bracket_before(end - 1, floor) if last == ")" else end
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
            if low not in _BEFORE_A_VERB:
                break
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
        floor = max(floor, head - 2 * LONGEST_NAME)
        if floor >= head:
            return head
        for opened, closed in self.quotes:
            if opened < head and closed > floor:
                floor = min(closed, head)
        base = self.sentence.first
        lows = self.lows[floor - base : head - base]
        if _STOPS_BACK.isdisjoint(lows):
            return floor
        for before, low in zip(range(head - 1, floor - 1, -1), reversed(lows), strict=True):
            if low not in _STOPS_BACK or before in self.inner:
                continue
            relative = low == "who" and before + 1 < head
            if low in _STOPS_A_NAME or not (relative or self._inside_name(before)):
                return before + 1
        return floor

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
        if self.low(first) not in _OPENS_A_CLAUSE:
            return first
        while first < head and self.low(first) in _JOINS:
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
        if last - 1 in self.heads:
            return True
        base = self.sentence.first
        core = self.lows[first - base : last - base]
        if core and core[0] in lexicon.SOME and (len(core) == 1 or core[1] in _OF):
            return True
        if last - first == 1 and self.low(first) in lexicon.PRONOUNS:
            return True
        if not any(map(lexicon.is_speaker, core)):
            return False
        for number, word in enumerate(core, 1):
            if lexicon.is_speaker(word) and core[number : number + 1] not in _OWNS:
                return True
        return False

    def named_after(self, first: int, *, relaxed: bool = False) -> Range | None:
        """The words after a verb that name who acts ("said Ann Ek, a professor at Lund"); None for nobody."""
        last, limit = first, min(self.end, first + LONGEST_NAME)
        while last < limit:
            if (self.low(last) in _MAY_CLOSE or self.is_quoted(last)) and self._closes(first, last):
                break
            last += 1
        while last > first and self.low(last - 1) in _LOOSE:
            last -= 1
        if first >= last:
            return None
        core = self.place_of(",", first, last, last)
        named = self.names_somebody(first, core) or any(number in self.heads for number in range(core, last))
        return (first, last) if named or (relaxed and self._is_phrase(first, core)) else None

    def _closes(self, first: int, last: int) -> bool:
        """Whether the name that begins at a word behind its verb ends before another word."""
        low, before = self.low(last), self.low(last - 1)
        if low in _CLOSING or self.is_quoted(last):
            return True
        if last == first:
            return False
        if before == "," and low in lexicon.SAYING:
            return True
        if low not in lexicon.STOPS or self._joins_name(last):
            return False
        loose = before != "," and not (low == "and" and self.low(last + 1) != "added")
        return loose or low in _CLOSES_A_NAME

    def quotes_after(self, number: int) -> bool:
        """Whether a quote begins after a word."""
        return bool(self.quotes) and self.quotes[-1][0] > number

    def word(self, number: int) -> Word:
        """A word by its number."""
        return self.words[number]
