"""Who a speaker is, from the words of the source and what the story told before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import count

from licet.model.news import Span
from licet.news.parties.party import Party, PartyKind
from licet.news.statements import lexicon
from licet.news.statements.statement import Speaker, SpeakerKind

_SPEAKING = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.COUNTRY, PartyKind.MEDIA))
# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_PERSON, _NAMED = PartyKind.PERSON, SpeakerKind.NAMED
_INDEFINITE = lexicon.SOME | {"a", "an"}
_BODIES = (lexicon.BODIES | lexicon.STUDIES) - lexicon.ROLES
_OF_A_BODY = frozenset(("of", "at", "from", "with", "in"))
_DEFINITE = frozenset(("the", "those", "these", "both"))


class Speakers:
    """Speakers of one story, asked for in its order."""

    def __init__(self, named: list[tuple[Span, Party]], starts: Sequence[int]) -> None:
        """Take the places where parties are named, in the order of the story, and where each begins."""
        self._mentions, self._starts = named, starts
        self._unnamed: dict[str, Speaker] = {}
        self._latest: Speaker | None = None
        self._numbers = count(1)
        self._person = ""
        self._human: Speaker | None = None
        self._body = ""

    def of(self, source: Span, low: list[str]) -> Speaker:
        """Tell who is meant by a source.

        Args:
            source: The source as it stands in the story.
            low: Its words in lower case.
        """
        if len(low) == 1 and low[0] in lexicon.PRONOUNS:
            return self._pronoun(low[0], source.start)
        core = _core(low)
        heads = [word for word in _spoken_by(core) if lexicon.is_unnamed(word)]
        head = next((word for word in heads if word not in lexicon.COUNTS), heads[0]) if heads else ""
        floor = 0
        if _is_somebody(core):
            floor = source.start + (source.text.find(",") if "," in low else len(source.text))
        body = ""
        for span, party in self._inside(source):
            kind = party.kind
            if kind is _PERSON and span[0] >= floor and not (head and _owns(source, span[1])):
                self._person = party.key
                self._human = Speaker(_NAMED, party.key)
                return self._human
            if not body and kind in _SPEAKING:
                body = party.key
        return self._unnamed_or_body(low, head, body)

    def of_it(self, source: Span, told: Span, subject: Span | None, low: list[str]) -> Speaker:
        """Tell who "it" is in "The ministry fined Orlo, it said": the subject of what it said.

        Args:
            source: The word "it".
            told: What it said.
            subject: The subject of that; None where none was found.
            low: The words of the subject in lower case.
        """
        opens = next((row for row in self._inside(told) if row[1].kind in _SPEAKING), None)
        if opens is not None:
            (start, end, _), party = opens
            before, behind = told.text[: start - told.start], told.text[end - told.start :]
            if before.casefold() in {"", "the "} and behind[:2] not in {"'s", "’s"}:
                return Speaker(SpeakerKind.INSTITUTION, party.key)
        if subject is not None:
            held = [row for row in self._inside(subject) if row[1].kind in _SPEAKING]
            if held and held[-1][0].end == subject.end:
                return Speaker(SpeakerKind.INSTITUTION, held[-1][1].key)
            if low[-1] in _BODIES:
                return Speaker(SpeakerKind.INSTITUTION, held[0][1].key if held else "")
        return self._pronoun("it", source.start)

    def _unnamed_or_body(self, low: list[str], head: str, body: str) -> Speaker:
        """Who is meant where no person is named.

        Args:
            low: Words of the source.
            head: The noun that stands for a person; empty for none.
            body: Key of the body that is named in it; empty for none.
        """
        core = _core(low)
        told = not lexicon.BODIES.isdisjoint(core)
        office = head in lexicon.OFFICES and len(low) == 1
        if not office and (head or _is_somebody(core) or not (body or told or low[0] not in _INDEFINITE)):
            return self._anonymous(low, head, body)
        if body:
            self._body = body
        if body or told or office:
            return Speaker(SpeakerKind.INSTITUTION, body)
        return self._human if self._human and low[0] == "the" else Speaker(SpeakerKind.UNKNOWN)

    def _inside(self, source: Span) -> list[tuple[Span, Party]]:
        low = bisect_left(self._starts, source.start)
        high = bisect_left(self._starts, source.end)
        return self._mentions[low:high]

    def _pronoun(self, word: str, place: int) -> Speaker:
        if word in {"he", "she"}:
            if self._human and self._human.kind is SpeakerKind.ANONYMOUS:
                return self._human
            key = self._person or self._nearest(place, frozenset((PartyKind.PERSON,)))
            return Speaker(SpeakerKind.NAMED, key) if key else Speaker(SpeakerKind.UNKNOWN)
        if word == "it":
            key = self._nearest(place, _SPEAKING - {PartyKind.COUNTRY}) or self._body
            return Speaker(SpeakerKind.INSTITUTION, key) if key else Speaker(SpeakerKind.UNKNOWN)
        if word == "they" and self._latest:
            return self._latest
        return Speaker(SpeakerKind.UNKNOWN)

    def _nearest(self, place: int, kinds: frozenset[PartyKind]) -> str:
        number = bisect_left(self._starts, place) - 1
        for row in reversed(self._mentions[max(0, number - 40) : number + 1]):
            if row[1].kind in kinds:
                return row[1].key
        return ""

    def _anonymous(self, low: list[str], head: str, of: str) -> Speaker:
        group = _singular(head)
        if low[0] in _DEFINITE and group in self._unnamed:
            self._human = self._unnamed[group]
            return self._unnamed[group]
        number = next((lexicon.COUNTS[word] for word in low[:2] if word in lexicon.COUNTS), None)
        speaker = Speaker(SpeakerKind.ANONYMOUS, f"unnamed-{next(self._numbers)}", number, of)
        self._unnamed[group] = self._latest = speaker
        if number == 1:
            self._human = speaker
        return speaker


def _is_somebody(low: list[str]) -> bool:
    """Whether an unnamed one of a body speaks and not the body: "a director at the company".

    Args:
        low: The words of a source, without what is set apart behind a comma.
    """
    if not low or low[0] not in _INDEFINITE:
        return False
    last = next((at for at, word in enumerate(low) if word in _OF_A_BODY), len(low))
    return last > 1 and last < len(low) and low[last - 1] not in _BODIES


def _owns(source: Span, place: int) -> bool:
    """Whether a name that ends within a source only tells whose the speaker is."""
    return place < source.end and source.text[place - source.start :][:2] in {"'s", "’s"}


def _core(low: list[str]) -> list[str]:
    """A source without what is set apart behind a comma."""
    return low[: low.index(",")] if "," in low else low


def _spoken_by(low: list[str]) -> list[str]:
    """The words of a source that may tell a person: not the voters of "the poll of 812 voters"."""
    if "of" not in low or lexicon.STUDIES.isdisjoint(before := low[: low.index("of")]):
        return low
    return before


def _singular(noun: str) -> str:
    if noun in {"people", "sources", "person", "source"}:
        return "person"
    return noun.removesuffix("s").replace("men", "man")
