"""What the clause of a measure says of it: when, how long, until when, how much, why, on what condition."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import attrgetter, itemgetter

from licet.model.news import Amount, AmountKind, MoneyRole, Timex, TimexType, Value
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.draft import Draft, Range
from licet.news.measures.measure import MeasureType, Slot, SlotName
from licet.news.measures.scene import FARTHEST, Phrase, Scene
from licet.news.numbers import plain

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ADDRESSEE, _AMOUNT, _CONDITION = SlotName.ADDRESSEE, SlotName.AMOUNT, SlotName.CONDITION
_DATE_SLOT, _DURATION_SLOT, _END = SlotName.DATE, SlotName.DURATION, SlotName.END
_INSTRUMENT, _LIST, _REASON = SlotName.INSTRUMENT, SlotName.LIST, SlotName.REASON
_DATE, _DURATION = TimexType.DATE, TimexType.DURATION
_FINE = MeasureType.FINE
_MONEY, _PERCENT = AmountKind.MONEY, AmountKind.PERCENT
_SUSPENDED = MoneyRole.SUSPENDED
_DENIAL_ORDER, _SANCTIONS, _TARIFF = MeasureType.DENIAL_ORDER, MeasureType.SANCTIONS, MeasureType.TARIFF

_IMPOSER, _TARGET, _SCOPE = SlotName.IMPOSER, SlotName.TARGET, SlotName.SCOPE

_PAID = frozenset((MeasureType.FINE, MeasureType.SETTLEMENT))
_WITH_SUMS = _PAID | {_SANCTIONS, _TARIFF}
_NOT_PAID = frozenset((MoneyRole.SALES, MoneyRole.GOODS, MoneyRole.ASSETS, MoneyRole.AID, MoneyRole.DEAL))
_ENDS = listed("until till through by before")
_REASONS = listed(
    "sales exports shipments dealings payments violating violations violation alleged allegedly breaching"
    " breaches breach failing failure its their his her illegal illegally helping links ties misleading"
    " lying supporting support evading evasion supplying selling"
)
_BECAUSE = listed("over because")
_CONDITIONS = listed("if unless provided")
_ASKED = listed(
    "clear unclear know known sure asked ask asks see say said decide decided question even as wonder"
)
_NO_REASON = lexicon.ADVERBS | {"the", "last"}
_WITH_TIMES = listed("of from in for imposed until issued announced reached")
"""Words behind a noun by which its own phrase goes on with a time."""
_ENDING_PHRASE = lexicon.DETERMINERS | lexicon.PREPOSITIONS
_PARTED = lexicon.PARTING | lexicon.OPENERS | lexicon.QUOTES
_WHY = listed("for over because saying")
_EXCHANGE = frozenset(("exchange", "return"))
_BY_WHAT = listed("executive under")
_TELLING = _WHY | _BY_WHAT | _CONDITIONS | _EXCHANGE
_ARTICLES = frozenset(("a", "an", "the"))
_INSTRUMENTS = listed("direction order regulation decree directive agreement rule law")
_CHARGES = listed("charges charge allegations allegation accusations claims")
_BAD_ENDS = frozenset((".", ",", '"', "”", ";"))
_in_order = attrgetter("span.start", "span.end", "name")
_distance = itemgetter(0)
_new = tuple.__new__


class Slots:
    """Fills the slots of drafts.

    Args:
        scene: The story.
        times: Its time expressions.
        money: Its amounts.
    """

    def __init__(
        self, scene: Scene, times: tuple[Value[Timex], ...], money: tuple[Value[Amount], ...]
    ) -> None:
        self._scene = scene
        self._times = sorted(times, key=lambda value: value.spans[0].start)
        starts = scene.laid.starts
        self._time_words = [bisect_right(starts, value.spans[0].start) - 1 for value in self._times]
        self._money = sorted(money, key=lambda value: value.spans[0].start)
        self._told_by = scene.laid.called_by(_TELLING)
        self._accuses = "accused" in scene.laid.places
        self._money_starts = [value.spans[0].start for value in self._money]

    def of(self, draft: Draft) -> tuple[tuple[Slot, ...], list[Value[Timex]]]:
        """The slots of a draft in the order of the story, and the times that date it."""
        found: list[Slot] = []
        nominal = draft.nominal
        self._who_and_what(draft, found)
        dated = self._dated(draft, found)
        if self._money and draft.type in _WITH_SUMS:
            self._amounts(draft, found)
        telling = self._telling(draft.last, draft.sentence.last)
        if not draft.type.undoes:
            self._reason(draft, telling, found)
        if telling and not (nominal and (draft.definite or draft.acted_on)):
            self._condition(draft, telling, found)
        if nominal and draft.definite and draft.type in _PAID:
            self._required(draft, found)
        if telling or draft.type is _DENIAL_ORDER:
            self._instrument(draft, telling, found)
        if len(found) > 1:
            found = sorted(dict.fromkeys(found), key=_in_order)
        return tuple(found), dated

    def _who_and_what(self, draft: Draft, found: list[Slot]) -> None:
        """Who takes it, on whom, whom it binds, what it covers."""
        rule = draft.rule
        if draft.imposers:
            self._parties(_IMPOSER, draft.imposers, rule, found)
        if draft.targets:
            self._parties(_TARGET, draft.targets, rule, found)
        if draft.addressees:
            self._parties(_ADDRESSEE, draft.addressees, rule, found)
        if draft.scope is not None:
            self._range(_SCOPE, draft.scope, rule, found)
        if draft.listed is not None:
            self._range(_LIST, draft.listed, rule, found)

    def _telling(self, first: int, last: int) -> list[int]:
        """Numbers of the words within a range that may tell why, on what condition or by what."""
        places = self._told_by
        at = bisect_left(places, first)
        return places[at : bisect_left(places, last, at)]

    def _parties(self, name: SlotName, phrases: list[Phrase], rule: str, found: list[Slot]) -> None:
        span = self._scene.span
        for first, last, key, _ in phrases:
            found.append(_new(Slot, (name, span(first, last), key, rule)))

    def _range(self, name: SlotName, words: Range, rule: str, found: list[Slot]) -> None:
        if words[0] < words[1]:
            found.append(self._words(name, words, rule))

    def _words(self, name: SlotName, words: Range, rule: str) -> Slot:
        return Slot(name, self._scene.span(*words), "", rule)

    def _dated(self, draft: Draft, found: list[Slot]) -> list[Value[Timex]]:
        """Date, length and end of a measure; a noun that refers back takes only what its own phrase says."""
        scene = self._scene
        words, times = self._time_words, self._times
        within = bisect_left(words, draft.sentence.first)
        if within == len(words) or words[within] >= draft.sentence.last:
            return []
        first, last = self._reach(draft)
        dates: list[tuple[int, Value[Timex]]] = []
        for value in times[bisect_left(words, first) : bisect_left(words, last)]:
            timex, span = value.value, value.spans[0]
            if timex.anchor is not None or timex.value is None or span.text.endswith("old"):
                continue
            at = scene.laid.word_at(span.start)
            before = scene.low(at - 1)
            if timex.type is _DURATION:
                attached = before in {"for", "least", "of", "to"} or (draft.nominal and at < draft.first)
                if attached and "X" not in timex.value:
                    found.append(Slot(_DURATION_SLOT, span, timex.value, "length in the clause"))
            elif timex.type is _DATE:
                if before in _ENDS and at > draft.first:
                    found.append(Slot(_END, span, timex.value, "day behind until"))
                else:
                    dates.append((min(abs(at - draft.first), abs(at - draft.last)), value))
        if not dates:
            return []
        nearest = min(dates, key=_distance)[1]
        found.append(Slot(_DATE_SLOT, nearest.spans[0], nearest.value.value or "", "day in the clause"))
        return [nearest]

    def _reach(self, draft: Draft) -> Range:
        """The words in which a time belongs to a measure."""
        scene, sentence = self._scene, draft.sentence
        if draft.nominal and (draft.definite or draft.tentative) and not draft.fresh:
            first = draft.first
            while first > max(sentence.first, draft.first - 6) and not self._ends_phrase(first - 1):
                first -= 1
            last = draft.last
            if scene.low(last) in _WITH_TIMES:
                last = min(scene.right(sentence, last), last + 6)
            return first, max(last, draft.last)
        parted = scene.called_by(_PARTED)
        before = bisect_left(parted, draft.first) - 1
        first = max(sentence.first, draft.first - FARTHEST)
        if before >= 0:
            first = max(first, parted[before] + 1)
        last = max(scene.right(sentence, draft.last), draft.last)
        return first, (min(sentence.last, last + 7) if scene.low(last) == "until" else last)

    def _ends_phrase(self, number: int) -> bool:
        low = self._scene.low(number)
        return low in _ENDING_PHRASE or not (low.isalnum() or low == "-")

    def _amounts(self, draft: Draft, found: list[Slot]) -> None:
        """Money that is paid, or goods that a tariff covers, and its rate."""
        scene, sentence = self._scene, draft.sentence
        if draft.nominal and draft.tentative and draft.definite:
            return
        penal = draft.rule == "taken on somebody" and draft.type is _SANCTIONS
        if not (penal or draft.type in _PAID or draft.type is _TARIFF):
            return
        start = scene.words[max(sentence.first, draft.first - 14)].start
        number = bisect_left(self._money_starts, start)
        candidates: list[tuple[int, Value[Amount]]] = []
        while number < len(self._money) and self._money[number].spans[0].start < sentence.end:
            value = self._money[number]
            number += 1
            if not self._is_due(draft, value.value):
                continue
            at = scene.laid.word_at(value.spans[0].start)
            behind = at >= draft.last
            candidates.append((at - draft.last if behind else 20 + draft.first - at, value))
        if not candidates:
            return
        if draft.type is not _TARIFF:
            candidates = [min(candidates, key=_distance)]
            if penal:
                draft.type = _FINE
        for _, value in candidates:
            amount = value.value
            found.append(
                Slot(
                    _AMOUNT,
                    value.spans[0],
                    f"{plain(amount.value)} {amount.unit}".strip(),
                    value.rule,
                )
            )

    def _is_due(self, draft: Draft, amount: Amount) -> bool:
        if draft.type is _TARIFF:
            return amount.kind in {_PERCENT, _MONEY}
        paid = amount.kind is _MONEY and amount.role not in _NOT_PAID
        return paid and amount.role is not _SUSPENDED

    def _reason(self, draft: Draft, telling: list[int], found: list[Slot]) -> None:
        """Why: "for violating", "over its links", "saying it had", "accused of" in the next sentence."""
        scene, sentence, last = self._scene, draft.sentence, draft.last
        if draft.type in _PAID and self._charged(draft, found):
            return
        stop = min(sentence.last - 1, last + 30)
        for place in telling:
            if place >= stop or not lexicon.PARTING.isdisjoint(scene.laid.lows[last:place]):
                break
            low, after = scene.low(place), scene.low(place + 1)
            told = (low == "for" and ((after.endswith("ing") and after != "being") or after in _REASONS)) or (
                low in _BECAUSE and place - last < 15 and after not in _NO_REASON
            )
            saying = (
                low == "saying" and scene.low(place - 1) == "," and not draft.nominal and bool(draft.imposers)
            )
            if told or saying:
                begin = place + (2 if after == "of" else 1)
                end = sentence.last if saying else scene.right(sentence, begin)
                self._add(_REASON, begin, end, found, "reason in the sentence")
                return
        self._accused(draft, found)

    def _charged(self, draft: Draft, found: list[Slot]) -> bool:
        """Of what: "settled charges of violating sanctions", "to settle allegations that it violated"."""
        scene, sentence = self._scene, draft.sentence
        stop = min(sentence.last - 2, draft.last + 30)
        if _CHARGES.isdisjoint(scene.laid.lows[draft.last : max(stop, draft.last)]):
            return False
        for place in range(draft.last, stop):
            if scene.low(place) in _CHARGES and scene.low(place + 1) in {"of", "that", "over"}:
                self._add(_REASON, place + 2, scene.right(sentence, place + 2), found, "charged with")
                return True
            if scene.low(place) in {".", ";"}:
                break
        return False

    def _required(self, draft: Draft, found: list[Slot]) -> None:
        """What a settlement asks for: "as part of the settlement, it was required to punish"."""
        scene, sentence = self._scene, draft.sentence
        for place in range(draft.last, min(sentence.last - 2, draft.last + 20)):
            if scene.low(place) in {"required", "obliged"} and scene.low(place + 1) == "to":
                end = scene.right(sentence, place + 2)
                self._add(_CONDITION, place + 2, end, found, "required by a settlement")
                return

    def _accused(self, draft: Draft, found: list[Slot]) -> None:
        """Read "The agency accused Orlo of deceiving inspectors" in the sentence behind."""
        if not self._accuses or draft.nominal or not draft.targets:
            return
        scene = self._scene
        sentence = next_sentence(scene, draft.sentence)
        if sentence is None:
            return
        keys = {item.key for item in draft.targets}
        for place in range(sentence.first, min(sentence.last - 3, sentence.first + 14)):
            if scene.low(place) != "accused":
                continue
            whom = scene.phrases(place + 1, min(sentence.last, place + 9))
            of = next(
                (p for p in range(place + 1, min(sentence.last, place + 12)) if scene.low(p) == "of"), None
            )
            if of is not None and any(item.key in keys for item in whom):
                self._add(_REASON, of + 1, sentence.last, found, "accused in the next sentence")
            return

    def _condition(self, draft: Draft, telling: list[int], found: list[Slot]) -> None:
        """On what condition: "if Tokyo widens its rules", "in exchange for"."""
        scene, sentence = self._scene, draft.sentence
        stop = min(sentence.last - 1, draft.last + 40)
        for place in telling:
            begin = self._condition_at(place)
            if begin < 0:
                continue
            first = place if begin == place else place - 1  # "in" of "in exchange for"
            quoted = not lexicon.QUOTES.isdisjoint(scene.laid.lows[draft.last : first])
            if first >= stop or quoted:
                return
            if first >= draft.last:
                self._add(_CONDITION, begin, _clause(scene, sentence, begin + 1), found, "condition")
                return

    def _condition_at(self, place: int) -> int:
        """Where a condition begins that a word tells: behind "in exchange for"; -1 where it tells none."""
        low_at = self._scene.low
        low = low_at(place)
        if low in _CONDITIONS:
            asked = low == "if" and not _ASKED.isdisjoint([low_at(place - back) for back in (1, 2, 4)])
            return -1 if asked else place
        exchange = low in _EXCHANGE and low_at(place - 1) == "in" and low_at(place + 1) == "for"
        return place + 2 if exchange else -1

    def _instrument(self, draft: Draft, telling: list[int], found: list[Slot]) -> None:
        """The legal form: "denial order", "executive order", "under a direction"."""
        scene = self._scene
        if draft.nominal and draft.type is _DENIAL_ORDER and scene.low(draft.last - 1) == "order":
            found.append(self._words(_INSTRUMENT, (draft.first, draft.last), "the noun is the instrument"))
            return
        stop = min(draft.sentence.last, draft.last + 30) - 1
        for place in telling:
            if place >= stop:
                return
            low, after = scene.low(place), scene.low(place + 1)
            if low == "executive" and after == "order":
                numbered = scene.words[place + 2 : place + 3] and scene.words[place + 2].number
                end = place + 3 if numbered else place + 2
                found.append(self._words(_INSTRUMENT, (place, end), "executive order"))
                return
            if low == "under" and after in _ARTICLES and scene.low(place + 2) in _INSTRUMENTS:
                noun = (place + 2, place + 3)
                found.append(self._words(_INSTRUMENT, noun, "under an instrument"))
                return

    def _add(self, name: SlotName, first: int, last: int, found: list[Slot], rule: str) -> None:
        words = self._scene.words
        while last > first and words[last - 1].text in _BAD_ENDS:
            last -= 1
        self._range(name, (first, last), rule, found)


def _clause(scene: Scene, sentence: Sentence, first: int) -> int:
    """One past the clause that begins at a word: to the comma, mark or end of the sentence."""
    for place in range(first, sentence.last):
        if (
            scene.low(place) in lexicon.PARTING
            or scene.low(place) in {",", "."}
            or scene.low(place) in lexicon.QUOTES
        ):
            return place
    return sentence.last


def next_sentence(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence behind one, of the same paragraph."""
    number = bisect_left(scene.laid.sentences, sentence.last, key=_first)
    if number < len(scene.laid.sentences) and scene.laid.sentences[number].paragraph == sentence.paragraph:
        return scene.laid.sentences[number]
    return None


_first: Callable[[Sentence], int] = lambda sentence: sentence.first  # noqa: E731  a key for bisect
