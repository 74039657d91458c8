"""A story as a row of kinds: what each word may be, once its neighbours have had their say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from licet.model.news import Span
from licet.news.dates.lexicon import PHRASES, WORDS, Told
from licet.news.dates.neighbours import SURE, undecided
from licet.news.tokens import Tokens
from licet.news.words import Word

_TOLD = {low: value for low, (_, value) in SURE.items() if low not in PHRASES}
"""What the words tell that mean the same wherever they stand."""
_ASKED = "?"
"""Kind of a token of which the lexicon or its neighbours must be asked; others have one everywhere."""
_KINDS = (
    dict.fromkeys("\"“”‘’'():;$%", ";")
    | dict.fromkeys((*WORDS, *PHRASES), _ASKED)
    | {low: SURE[low][0] for low in _TOLD}
)
_UNITS = frozenset("UuQ")


@dataclass(slots=True)
class Reading:
    """A story while its dates are read.

    Attributes:
        text: The story.
        dated: The day of the story; None where it has none.
        tokens: Its tokens, phrases joined.
        lows: Each in lower case.
        kinds: One letter of the lexicon per token.
        asked: What the lexicon says of the tokens of which it was asked, by their number.
        day: The last day that was read, which "two days later" counts from.
        day_at: The token after which that day stood.
        month: The first day of the month or year that was read last.
        month_at: The token after which it stood.
    """

    text: str
    dated: date | None
    tokens: list[Word]
    lows: list[str]
    kinds: str
    asked: dict[int, Told]
    day: date | None = None
    day_at: int = -1
    month: date | None = None
    month_at: int = -1

    def span(self, begin: int, end: int) -> Span:
        """Return the words of the tokens from `begin` to before `end`."""
        return Span.within(self.text, self.tokens[begin].start, self.tokens[end - 1].end)

    def low(self, i: int) -> str:
        """Return a token in lower case, "" outside the story."""
        return self.lows[i] if 0 <= i < len(self.lows) else ""

    def told(self, i: int) -> Told:
        """Return what the lexicon says of a token."""
        return self.asked[i] if i in self.asked else _TOLD.get(self.lows[i])


def reading(text: str, read: Tokens, dated: date | None) -> Reading:
    """Return a story in kinds.

    Args:
        text: The story.
        read: Its tokens.
        dated: Its day.
    """
    raw = read.words
    kinds = list(map(_letter, read.lows))
    for i in read.numbers:
        if kinds[i] == _OTHER:
            kinds[i] = _ASKED
    plain, kind = "".join(kinds), ""
    asked: dict[int, Told] = {}
    joined: list[tuple[int, int]] = []
    place = shift = 0
    lows = [*read.lows, ""]
    while (i := plain.find(_ASKED, place)) >= 0:
        low = lows[i]
        if low in _SECOND and (lows[i + 1] in _SECOND[low] or "" in _SECOND[low]):
            phrase = _phrase(lows, i, plain[i - 1] if i > place else kind)
            if phrase is not None:
                size, kind, asked[i - shift] = phrase
                place = i + size
                kinds[i:place] = [kind, *[""] * (size - 1)]
                if size > 1:
                    joined.append((i, place))
                    shift += size - 1
                continue
        place = i + 1
        sure = SURE.get(low)
        kind, asked[i - shift] = sure if sure and raw[i].number is None else undecided(raw, i)
        kinds[i] = kind
    tokens, lows = _with_phrases(read, joined) if joined else (raw, read.lows)
    return Reading(text, dated, tokens, lows, "".join(kinds), asked)


_OTHER = "x"
"""Kind of a word that tells no time."""


class _Letters(dict[str, str]):
    """The kind of a word without a value; the first words asked for are kept."""

    def __missing__(self, low: str) -> str:
        kind = _KINDS.get(low) or (_OTHER if "a" <= low < "{" or low[0].isalpha() else _ASKED)
        if len(self) < _MOST_KEPT:
            self[low] = kind
        return kind


_MOST_KEPT = 20_000
_letter = _Letters().__getitem__


def _with_phrases(read: Tokens, joined: list[tuple[int, int]]) -> tuple[list[Word], list[str]]:
    """Tokens, and the same in lower case, with each phrase as one."""
    raw, tokens = read.words, list[Word]()
    lows: list[str] = []
    copied = 0
    for first, last in joined:
        tokens += raw[copied:first]
        tokens.append(Word(raw[first].start, raw[last - 1].end, "", "phrase"))
        lows += read.lows[copied:first]
        lows.append("phrase")
        copied = last
    return tokens + raw[copied:], lows + read.lows[copied:]


_SECOND = {
    low: frozenset([words[0] if words else "" for words, _, _ in rows]) for low, rows in PHRASES.items()
}
"""The words that go on with a phrase, by its first; an empty one where nothing need follow."""


def _phrase(lows: list[str], i: int, before: str) -> tuple[int, str, Told] | None:
    """Return the size of the phrase that begins at a token, its kind and what it tells.

    Args:
        lows: The tokens in lower case, with an empty one at the end.
        i: The token, with a word behind it that may go on with the phrase.
        before: Kind of the token before it: "from today" counts only behind a unit.
    """
    for words, kind, value in PHRASES[lows[i]]:
        if not words or tuple(lows[i + 1 : i + 1 + len(words)]) == words:
            return None if kind == "g" and before not in _UNITS else (len(words) + 1, kind, value)
    return None
