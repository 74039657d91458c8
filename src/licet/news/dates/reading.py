"""A story as a row of kinds: what each word may be, once its neighbours have had their say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from licet.model.news import Span
from licet.news.dates.lexicon import PHRASES, WORDS, Told
from licet.news.dates.neighbours import kind_of
from licet.news.words import Word

_FIXED = dict.fromkeys("\"“”‘’'():;$%", ";") | {
    low: kind
    for low, (kind, value) in WORDS.items()
    if kind in "tfvw&,.'·-" and value is None and low not in PHRASES
}
"""Words and marks that are the same whatever stands beside them."""
_ASKED = "?"
"""Kind of a token of which the lexicon or its neighbours must be asked; others have one everywhere."""
_kind = (dict.fromkeys((*WORDS, *PHRASES), _ASKED) | _FIXED).get
_UNITS = frozenset("UuQ")


@dataclass(slots=True)
class Reading:
    """A story while its dates are read.

    Attributes:
        text: The story.
        dated: The day of the story; None where it has none.
        tokens: Its tokens, phrases joined.
        kinds: One letter of the lexicon per token.
        told: What the lexicon says of each token.
        day: The last day that was read, which "two days later" counts from.
        day_at: The token after which that day stood.
    """

    text: str
    dated: date | None
    tokens: list[Word]
    kinds: str
    told: list[Told]
    day: date | None = None
    day_at: int = -1

    def span(self, begin: int, end: int) -> Span:
        """Return the words of the tokens from `begin` to before `end`."""
        return Span.within(self.text, self.tokens[begin].start, self.tokens[end - 1].end)

    def low(self, i: int) -> str:
        """Return a token in lower case, "" outside the story."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""


def reading(text: str, raw: list[Word], dated: date | None) -> Reading:
    """Return a story in kinds.

    Args:
        text: The story.
        raw: Its tokens.
        dated: Its day.
    """
    plain = "".join(
        [
            _kind(low) or ("x" if number is None and ("a" <= low < "{" or low[0].isalpha()) else _ASKED)
            for _, _, _, low, number in raw
        ]
    )
    kinds, kind = list(plain), ""
    told: list[Told] = [None] * len(raw)
    joined: list[tuple[int, int]] = []
    place = 0
    while (i := plain.find(_ASKED, place)) >= 0:
        phrase = _phrase(raw, i) if raw[i].low in PHRASES else None
        before = plain[i - 1] if i > place else kind
        if phrase and phrase[1] == "g" and before not in _UNITS:
            phrase = None  # "from today" counts only behind a unit
        size, kind, value = phrase or (1, *kind_of(raw, i))
        kinds[i], told[i] = kind, value
        place = i + size
        if size > 1:
            kinds[i + 1 : place] = [""] * (size - 1)
            joined.append((i, place))
    tokens = raw
    if joined:
        tokens, told = _with_phrases(raw, told, joined)
    return Reading(text, dated, tokens, "".join(kinds), told)


def _with_phrases(
    raw: list[Word], told: list[Told], joined: list[tuple[int, int]]
) -> tuple[list[Word], list[Told]]:
    """Tokens, and what is told of them, with each phrase as one."""
    tokens: list[Word] = []
    kept: list[Told] = []
    copied = 0
    for first, last in joined:
        tokens += raw[copied:first]
        tokens.append(Word(raw[first].start, raw[last - 1].end, "", "phrase"))
        kept += told[copied : first + 1]
        copied = last
    return tokens + raw[copied:], kept + told[copied:]


def _phrase(raw: list[Word], i: int) -> tuple[int, str, Told] | None:
    after = raw[i + 1].low if i + 1 < len(raw) else ""
    for words, kind, value in PHRASES[raw[i].low]:
        if words and words[0] != after:
            continue
        end = i + 1 + len(words)
        if end <= len(raw) and all(raw[i + 1 + k].low == word for k, word in enumerate(words)):
            return len(words) + 1, kind, value
    return None
