"""What the clause of a measure says of it: when, how long, until when, how much, why, on what condition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from licet.model.news import Amount, AmountKind, MoneyRole, Timex, TimexType, Value
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.draft import Draft, Range
from licet.news.measures.measure import MeasureType, Slot, SlotName
from licet.news.measures.scene import Phrase, Scene
from licet.news.numbers import plain

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_DENIAL_ORDER, _SANCTIONS, _TARIFF = MeasureType.DENIAL_ORDER, MeasureType.SANCTIONS, MeasureType.TARIFF

_PAID = frozenset((MeasureType.FINE, MeasureType.SETTLEMENT))
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
_PARTED = lexicon.PARTING | lexicon.OPENERS | lexicon.QUOTES
_WHY = listed("for over because saying")
_ON_CONDITION = listed("if unless provided exchange return")
_BY_WHAT = listed("executive under")
_CHARGES = listed("charges charge allegations allegation accusations claims")
_BAD_ENDS = frozenset((".", ",", '"', "”", ";"))


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
        self._time_starts = [value.spans[0].start for value in self._times]
        self._money = sorted(money, key=lambda value: value.spans[0].start)
        self._lows: tuple[int, frozenset[str]] = (-1, frozenset())
        self._accuses = "accused" in scene.laid.places
        self._money_starts = [value.spans[0].start for value in self._money]

    def of(self, draft: Draft) -> tuple[tuple[Slot, ...], list[Value[Timex]]]:
        """The slots of a draft in the order of the story, and the times that date it."""
        found: list[Slot] = []
        if draft.imposers:
            self._parties(SlotName.IMPOSER, draft.imposers, draft.rule, found)
        if draft.targets:
            self._parties(SlotName.TARGET, draft.targets, draft.rule, found)
        if draft.addressees:
            self._parties(SlotName.ADDRESSEE, draft.addressees, draft.rule, found)
        if draft.scope is not None and draft.scope[0] < draft.scope[1]:
            found.append(self._words(SlotName.SCOPE, draft.scope, draft.rule))
        if draft.listed is not None and draft.listed[0] < draft.listed[1]:
            found.append(self._words(SlotName.LIST, draft.listed, draft.rule))
        dated = self._dated(draft, found)
        self._amounts(draft, found)
        lows = self._lows_of(draft.sentence)
        if not draft.undoes:
            self._reason(draft, lows, found)
        if not (_ON_CONDITION.isdisjoint(lows) or (draft.nominal and (draft.definite or draft.acted_on))):
            self._condition(draft, found)
        if draft.type in _PAID and draft.nominal and draft.definite:
            self._required(draft, found)
        self._instrument(draft, lows, found)
        if len(found) > 1:
            found = sorted(set(found), key=lambda slot: (slot.span.start, slot.span.end, slot.name))
        return tuple(found), dated

    def _lows_of(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence, each once; most of what could be said of a measure is left out by them."""
        if self._lows[0] != sentence.first:
            lows = frozenset(self._scene.laid.lows[sentence.first : sentence.last])
            self._lows = (sentence.first, lows)
        return self._lows[1]

    def _parties(self, name: SlotName, phrases: list[Phrase], rule: str, found: list[Slot]) -> None:
        for first, last, key, _ in phrases:
            found.append(Slot(name, self._scene.span(first, last), key, rule))

    def _words(self, name: SlotName, words: Range, rule: str) -> Slot:
        return Slot(name, self._scene.span(*words), "", rule)

    def _dated(self, draft: Draft, found: list[Slot]) -> list[Value[Timex]]:
        """Date, length and end of a measure; a noun that refers back takes only what its own phrase says."""
        scene = self._scene
        if not self._within(draft.sentence.first, draft.sentence.last):
            return []
        first, last = self._reach(draft)
        dates: list[tuple[int, Value[Timex]]] = []
        for value in self._within(first, last):
            timex, span = value.value, value.spans[0]
            if timex.anchor is not None or timex.value is None or span.text.endswith("old"):
                continue
            at = scene.laid.word_at(span.start)
            before = scene.low(at - 1)
            if timex.type is TimexType.DURATION:
                attached = before in {"for", "least", "of", "to"} or (draft.nominal and at < draft.first)
                if attached and "X" not in timex.value:
                    found.append(Slot(SlotName.DURATION, span, timex.value, "length in the clause"))
            elif timex.type is TimexType.DATE:
                if before in _ENDS and at > draft.first:
                    found.append(Slot(SlotName.END, span, timex.value, "day behind until"))
                else:
                    dates.append((min(abs(at - draft.first), abs(at - draft.last)), value))
        if not dates:
            return []
        nearest = min(dates, key=lambda item: item[0])[1]
        found.append(Slot(SlotName.DATE, nearest.spans[0], nearest.value.value or "", "day in the clause"))
        return [nearest]

    def _within(self, first: int, last: int) -> list[Value[Timex]]:
        words = self._scene.words
        start, end = words[first].start, words[last - 1].end
        return self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def _reach(self, draft: Draft) -> Range:
        """The words in which a time belongs to a measure."""
        scene, sentence = self._scene, draft.sentence
        if draft.nominal and (draft.definite or draft.tentative) and not draft.fresh:
            first = draft.first
            while first > max(sentence.first, draft.first - 6) and not self._ends_phrase(first - 1):
                first -= 1
            last = draft.last
            if scene.low(last) in {
                "of",
                "from",
                "in",
                "for",
                "imposed",
                "until",
                "issued",
                "announced",
                "reached",
            }:
                last = min(scene.right(sentence, last), last + 6)
            return first, max(last, draft.last)
        first = draft.first
        floor = max(sentence.first, draft.first - 40)
        while first > floor and scene.low(first - 1) not in _PARTED:
            first -= 1
        last = max(scene.right(sentence, draft.last), draft.last)
        return first, (min(sentence.last, last + 7) if scene.low(last) == "until" else last)

    def _ends_phrase(self, number: int) -> bool:
        low = self._scene.low(number)
        return low in lexicon.DETERMINERS or low in lexicon.PREPOSITIONS or not (low.isalnum() or low == "-")

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
            candidates = [min(candidates, key=lambda item: item[0])]
            if penal:
                draft.type = MeasureType.FINE
        for _, value in candidates:
            amount = value.value
            found.append(
                Slot(
                    SlotName.AMOUNT,
                    value.spans[0],
                    f"{plain(amount.value)} {amount.unit}".strip(),
                    value.rule,
                )
            )

    def _is_due(self, draft: Draft, amount: Amount) -> bool:
        if draft.type is _TARIFF:
            return amount.kind in {AmountKind.PERCENT, AmountKind.MONEY}
        paid = amount.kind is AmountKind.MONEY and amount.role not in _NOT_PAID
        return paid and amount.role is not MoneyRole.SUSPENDED

    def _reason(self, draft: Draft, lows: frozenset[str], found: list[Slot]) -> None:
        """Why: "for violating", "over its links", "saying it had", "accused of" in the next sentence."""
        scene, sentence = self._scene, draft.sentence
        if draft.type in _PAID and self._charged(draft, found):
            return
        if _WHY.isdisjoint(lows):
            self._accused(draft, found)
            return
        stop = max(draft.last, min(sentence.last - 1, draft.last + 30))
        for place, low in enumerate(scene.laid.lows[draft.last : stop], draft.last):
            if low in lexicon.PARTING:
                break
            if low not in _WHY:
                continue
            after = scene.low(place + 1)
            told = (low == "for" and ((after.endswith("ing") and after != "being") or after in _REASONS)) or (
                low in _BECAUSE and place - draft.last < 15 and after not in {"the", "last"} | lexicon.ADVERBS
            )
            saying = (
                low == "saying" and scene.low(place - 1) == "," and not draft.nominal and bool(draft.imposers)
            )
            if told or saying:
                begin = place + (2 if after == "of" else 1)
                end = sentence.last if saying else scene.right(sentence, begin)
                self._add(SlotName.REASON, begin, end, found, "reason in the sentence")
                return
        self._accused(draft, found)

    def _charged(self, draft: Draft, found: list[Slot]) -> bool:
        """Of what: "settled charges of violating sanctions", "to settle allegations that it violated"."""
        scene, sentence = self._scene, draft.sentence
        for place in range(draft.last, min(sentence.last - 2, draft.last + 30)):
            if scene.low(place) in _CHARGES and scene.low(place + 1) in {"of", "that", "over"}:
                self._add(SlotName.REASON, place + 2, scene.right(sentence, place + 2), found, "charged with")
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
                self._add(SlotName.CONDITION, place + 2, end, found, "required by a settlement")
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
                self._add(SlotName.REASON, of + 1, sentence.last, found, "accused in the next sentence")
            return

    def _condition(self, draft: Draft, found: list[Slot]) -> None:
        """On what condition: "if Tokyo widens its rules", "in exchange for"."""
        scene, sentence = self._scene, draft.sentence
        for place in range(draft.last, min(sentence.last - 1, draft.last + 40)):
            low = scene.low(place)
            exchange = (
                low == "in"
                and scene.low(place + 1) in {"exchange", "return"}
                and scene.low(place + 2) == "for"
            )
            asked = (
                {scene.low(place - 1), scene.low(place - 2)} | {scene.low(place - 4)}
                if low == "if"
                else set()
            )
            if (low in _CONDITIONS and not asked & _ASKED) or exchange:
                begin = place + 3 if exchange else place
                self._add(SlotName.CONDITION, begin, _clause(scene, sentence, begin + 1), found, "condition")
                return
            if low in lexicon.QUOTES:
                return

    def _instrument(self, draft: Draft, lows: frozenset[str], found: list[Slot]) -> None:
        """The legal form: "denial order", "executive order", "under a direction"."""
        scene = self._scene
        if draft.nominal and draft.type is _DENIAL_ORDER and scene.low(draft.last - 1) == "order":
            found.append(
                self._words(SlotName.INSTRUMENT, (draft.first, draft.last), "the noun is the instrument")
            )
            return
        if _BY_WHAT.isdisjoint(lows):
            return
        end = min(draft.sentence.last, draft.last + 30)
        for place, low in enumerate(scene.laid.lows[draft.last : max(draft.last, end - 1)], draft.last):
            if low not in _BY_WHAT:
                continue
            if low == "executive" and scene.low(place + 1) == "order":
                last = (
                    place + 3
                    if scene.words[place + 2 : place + 3] and scene.words[place + 2].number
                    else place + 2
                )
                found.append(self._words(SlotName.INSTRUMENT, (place, last), "executive order"))
                return
            if low == "under" and scene.low(place + 1) in {"a", "an", "the"}:
                noun = scene.low(place + 2)
                if noun in {
                    "direction",
                    "order",
                    "regulation",
                    "decree",
                    "directive",
                    "agreement",
                    "rule",
                    "law",
                }:
                    found.append(
                        self._words(SlotName.INSTRUMENT, (place + 2, place + 3), "under an instrument")
                    )
                    return

    def _add(self, name: SlotName, first: int, last: int, found: list[Slot], rule: str) -> None:
        words = self._scene.words
        while last > first and words[last - 1].text in _BAD_ENDS:
            last -= 1
        if first < last:
            found.append(self._words(name, (first, last), rule))


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
