"""The noun phrase of a measure: its head, what stands before it, whether it is one of a measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words, lexicon
from licet.news.measures import noun_words as words
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Named, Phrase, Scene

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_SETTLEMENT = MeasureType.SETTLEMENT

_FINE_BEFORE = (
    lexicon.PREPOSITIONS
    | lexicon.BE
    | lexicon.AUXILIARY
    | lexicon.OPENERS
    | lexicon.ADVERBS
    | frozenset(("imposed", "or", ".", ",", ";", ":", ")", "—", "–", "”", '"', "last", ""))
) - frozenset(("to",))
NOT_LISTING = frozenset(("stock", "share", "public", "dual", "initial", "secondary", "primary", "property"))
"""Words before "listing" that make it one of shares or of houses."""
_OWNS = frozenset(("'s", "'"))
_ORDERED = frozenset(
    ("stop", "cease", "halt", "end", "pay", "divest", "remove", "ban", "bar", "block", "suspend", "freeze")
)
_SETTLING = frozenset(("settlement", "prosecution", "plea", "consent", "penalty", "enforcement"))
_DUTIES = frozenset(
    ("import", "customs", "dumping", "antidumping", "countervailing", "punitive", "anti", "retaliatory")
)
_RATES = frozenset(("%", "percent", "cent"))
_TRADED = frozenset(broad_words.CARGO | lexicon.TRADE_NOUNS.keys())
_ASSETS = frozenset(("assets", "accounts", "funds", "property", "reserves", "holdings"))
_AMONG = listed("new other such more several")
"""Determiners before which an article can stand."""
_NO_MODIFIERS = (
    lexicon.PREPOSITIONS
    | lexicon.OPENERS
    | lexicon.BE
    | lexicon.AUXILIARY
    | words.IMPOSING
    | (lexicon.ADVERBS - {"recently", "newly"})
)
_LICENCE, _SANCTIONS = MeasureType.LICENCE, MeasureType.SANCTIONS
_WITHIN = frozenset(("-", "%", '"', "“", "$", "€", "£", "¥"))
"""Marks within a noun phrase: "the £5 million fine"."""


class NounPhrase:
    """A noun phrase around the noun of a measure.

    Attributes:
        scene: The story.
        sentence: Its sentence.
        number: The noun.
        low: The noun in lower case.
        type: The kind that noun and qualities tell.
        modifiers: Words before the noun.
        owner: The party before it ("Commerce's order", "the ZTE ban").
        owns: Whether that party stands with "'s".
        country: "Chinese" and its like before it.
        quality: The word before it that makes it a measure of trade.
        determiner: Its article or pronoun.
        before: The word before the whole phrase, articles and "of" left out.
        end: One past the clause behind it.
    """

    def __init__(
        self, scene: Scene, sentence: Sentence, number: int, kind: MeasureType | None = None
    ) -> None:
        self.scene = scene
        self.sentence = sentence
        self.number = number
        self.low = scene.low(number)
        self.type = kind or words.HEADS[self.low]
        self.modifiers: list[int] = []
        self.owner: Phrase | None = None
        self.owns = False
        self.country: Phrase | None = None
        self.quality: int | None = None
        self.determiner = ""
        self._back()
        if sentence.paragraph < 0:  # headlines have no articles
            self.determiner = self.determiner or "the"
        self.before = self._begins_behind()
        self.end = scene.right(sentence, number + 1)

    def _back(self) -> None:
        """Read the phrase backwards to its determiner or its owner."""
        scene, place = self.scene, self.number - 1
        lows = scene.lows
        floor = max(self.sentence.first, self.number - 9)
        while place >= floor:
            low, owner = lows[place], scene.at(place)
            if owner is None and low in _OWNS:
                owner = self._owner_before(place)
            if owner is not None:
                self._owned(owner, place)
                return
            if low in lexicon.DETERMINERS:
                self.determiner = low
                if low not in _AMONG:
                    return
            elif low == "'s" and scene.words[place - 1].is_capital:
                self.determiner = self.determiner or "the"
                return
            elif scene.words[place].text != low and (country := scene.country_word(place)):
                self.country = Phrase(place, place + 1, country)
            elif not (self._take_quality(low, place) or _is_modifier(low, scene.words[place].text)):
                return
            self.modifiers.append(place)
            place -= 1

    def _take_quality(self, low: str, place: int) -> bool:
        """Take a word in that makes the noun one of a measure of trade; whether it is such a word."""
        if self.type is _LICENCE and low in words.OF_LICENCES:
            self.quality = place
        elif low in words.QUALITIES:
            self.quality = place if self.quality is None else self.quality
            told = words.QUALITIES[low] if self.type is _SANCTIONS else None
            self.type = told or self.type
        else:
            return False
        return True

    def _owner_before(self, place: int) -> Named | None:
        """The party before "'s"; also "the U.S. government's"."""
        scene = self.scene
        named = scene.at(place - 1)
        if named is None and scene.low(place - 1) in lexicon.BODY:
            named = scene.at(place - 2)
        return named

    def _owned(self, named: Named, place: int) -> None:
        self.owner = Phrase(named.first, named.last, named.key, named)
        self.owns = self.scene.low(place) in _OWNS
        self.determiner = self.determiner or "the"
        before = named.first - 1
        if not self.owns and self.scene.low(before) in lexicon.DETERMINERS:
            self.modifiers.append(before)

    @property
    def first_core(self) -> int:
        """First word of the trigger: "denial" of "denial order"; "severe" is left out."""
        if self.quality is not None and self.number - self.quality <= 2:
            prefixed = self.scene.low(self.quality - 1) == "-"
            return self.quality - 2 if prefixed else self.quality
        return self.number

    @property
    def has_modifier(self) -> bool:
        """Whether anything stands before the noun that only stands before nouns."""
        return bool(self.modifiers or self.owner or self.determiner)

    def _begins_behind(self) -> int:
        """The word before the whole phrase, articles and "of" left out."""
        lows = self.scene.lows
        place = self.modifiers[-1] if self.modifiers else self.number  # they were met going backwards
        place = (place if self.owner is None else min(place, self.owner.first)) - 1
        while (word := lows[place]) == "of" or word in lexicon.DETERMINERS:
            place -= 1
        return place

    @property
    def like_this(self) -> bool:
        """Whether "like this" follows."""
        low = self.scene.low
        return low(self.number + 1) == "like" and low(self.number + 2) in {"this", "that"}

    def stands(self) -> bool:
        """Whether the noun is used as one of a measure: no "order of microchips", no "fine weather"."""
        scene, low = self.scene, self.low
        lows = scene.lows
        after = lows[self.number + 1]
        if after in words.COMPOUND_WITH and scene.words[self.number + 1].text == after:
            return False
        if low in words.BARE and after == "to" and low != "order":
            return False
        special = self._SPECIAL.get(low)
        if special is not None:
            return special(self, after)
        before = lows[self.number - 1]
        if self.type is _LICENCE:
            return before not in words.NOT_LICENCE
        return not (low in {"listing", "listings"} and (after == "on" or before in NOT_LISTING))

    def _is_order(self, after: str) -> bool:
        before = self.scene.low(self.number - 1)
        goods = after in {"of", "for"} and self.quality is None
        if after == "to" and self.quality is None:
            low = self.scene.low(self.number + 2)
            goods = low not in lexicon.OUTWARD and low not in lexicon.INWARD and low not in _ORDERED
        return before not in words.NOT_ORDER and not goods and after not in {"books", "book"}

    def _is_fine(self, after: str) -> bool:
        paid = self.low == "fine" and any(self.scene.words[at].number is not None for at in self.modifiers)
        ends = self.number + 1 >= self.sentence.last
        return self.has_modifier and (paid or ends or after in _FINE_BEFORE)

    def _is_denial(self, after: str) -> bool:
        return after == "of" and self.scene.low(self.number + 3) in {"privileges", "rights"}

    def _is_freeze(self, after: str) -> bool:
        known = self.quality is not None or self.determiner in words.DEFINITE
        return known or (after in {"on", "of"} and self.speaks_of(_ASSETS, 8))

    def _is_duty(self, after: str) -> bool:
        if self.determiner in words.DEFINITE or any(
            self.scene.low(place) in _DUTIES for place in self.modifiers
        ):
            return True
        if self._is_rated():
            return True
        return after in {"on", "of"} and self.speaks_of(lexicon.GOODS | {"%", "percent", "per"}, 12)

    def _is_one_duty(self, _after: str) -> bool:
        return any(self.scene.low(place) in _DUTIES for place in self.modifiers) or self._is_rated()

    def _is_rated(self) -> bool:
        """Whether a rate tells that it is one on trade: "a 10 per cent duty", "a duty of 169 % on"."""
        lows, number = self.scene.lows, self.number
        rated = lows[number - 1] in _RATES or (
            lows[number + 1] == "of" and not _RATES.isdisjoint(self.scene.laid.lows[number + 3 : number + 6])
        )
        if not rated or self.speaks_of(_TRADED, 14):
            return rated
        return any(map(self.scene.country_word, range(number + 1, min(self.end, number + 8))))

    def _is_settlement(self, _after: str) -> bool:
        """A trade agreement is none; an agreement without a quality may refer to one told elsewhere."""
        if self.low != "agreement":
            return self.quality is not None and self.type is _SETTLEMENT
        return self.quality is None or any(self.scene.low(place) in _SETTLING for place in self.modifiers)

    def _has_quality(self, _after: str) -> bool:
        return self.quality is not None

    _SPECIAL: ClassVar[dict[str, Callable[[NounPhrase, str], bool]]] = {
        **dict.fromkeys(("order", "orders"), _is_order),
        **dict.fromkeys(("fine",), _is_fine),
        **dict.fromkeys(("denial",), _is_denial),
        **dict.fromkeys(("freeze", "freezes"), _is_freeze),
        **dict.fromkeys(("duties", "levies", "levy", "surcharge", "surcharges"), _is_duty),
        **dict.fromkeys(("duty",), _is_one_duty),
        **dict.fromkeys(("agreement", "undertaking", "undertakings"), _is_settlement),
        **dict.fromkeys(("notice", "notices", "exclusion"), _has_quality),
        **dict.fromkeys(("control", "controls", "limits", "stop", "halt"), _has_quality),
    }
    """What must hold for nouns that mean a measure only now and then."""

    def speaks_of(self, wanted: frozenset[str], reach: int) -> bool:
        """Whether one of some words follows within a number of words of the clause."""
        last = min(self.end, self.number + reach)
        return last > self.number and not wanted.isdisjoint(self.scene.laid.lows[self.number + 1 : last])


def _is_modifier(low: str, text: str) -> bool:
    """Whether a word can stand between a determiner and a noun."""
    return low not in _NO_MODIFIERS and (text.isalnum() or text in _WITHIN or "." in text[:-1])
