"""The gate: how a story tells of an act, decided by one table from the signs around the words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial
from itertools import repeat
from operator import attrgetter, itemgetter
from weakref import ref

from licet.model.news import Span, Value
from licet.news.layout import Layout
from licet.news.listed import listed
from licet.news.modality import asking, gainsaid, lexicon, nearly, staging, table, unreal, verbs, voices
from licet.news.modality import line as lines
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line, Whose
from licet.news.modality.modality import Modality, Standing
from licet.news.modality.sight import UNKNOWN, Sight, Trait
from licet.news.parties.party import Party, PartyKind, Role
from licet.news.statements.lexicon import WILLS
from licet.news.statements.statement import SpeakerKind, Statement

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_BACKGROUND, _DENIAL, _UNREAL = Modality.BACKGROUND, Cue.DENIAL, Cue.UNREAL
_ANONYMOUS, _UNKNOWN = SpeakerKind.ANONYMOUS, SpeakerKind.UNKNOWN
_AUTHORITY, _ORGANISATION, _PLACE = Role.AUTHORITY, PartyKind.ORGANISATION, PartyKind.PLACE
_DEFINITE, _HEADLINE, _NOMINAL, _UNDONE = Cue.DEFINITE, Cue.HEADLINE, Cue.NOMINAL, Cue.UNDONE

_new = tuple.__new__
_START = attrgetter("start")
_SPAN = itemgetter(0)
_STATES = frozenset((PartyKind.AUTHORITY, PartyKind.COUNTRY))

_OTHERS = frozenset(Cue) - {
    Cue.SAID, Cue.OTHER, Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED, Cue.CAUSE, Cue.UNDONE, Cue.ENACTED,
    Cue.REGIME,
    Cue.SETTLE, Cue.ORDER, Cue.AGENT, Cue.PAST, Cue.PASSIVE, Cue.AUTHORITY, Cue.ECHO, Cue.ACCUSE,
}  # fmt: skip
"""Signs under which a bare "the ban" need not be one that stands."""

_ONLY_VOICES = frozenset(
    (Cue.SAID, Cue.QUOTED, Cue.UNNAMED, Cue.UNOFFICIAL, Cue.OTHER, Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED,
     Cue.UNDOING, Cue.AGENT, Cue.SETTLE, Cue.CAUSE)
)  # fmt: skip
"""Signs that tell who speaks of it and nothing against its being there."""

_AHEAD = frozenset((Cue.PROPOSE, Cue.THREAT, Cue.EXPECT, Cue.PREDICT, Cue.PLEDGE))
"""Signs of a measure that is not there yet."""
_FUTURE = frozenset((Cue.WOULD, Cue.MAY, Cue.WILL))
_UNSURE = frozenset((Cue.PROPOSE, Cue.THREAT, Cue.EXPECT, Cue.DENIAL))
"""Signs by which a noun without an article names none that is there."""
_NOT_THERE = frozenset((Cue.HELD_UP, Cue.UNREAL, Cue.RETRACTED, Cue.OVER))
"""Signs of one that never was, or is no longer."""

_COMING = listed(
    "take come enter apply start begin go be cover bar prohibit ban require impose extend expire"
    " include remain"
)
"""Under "will", verbs that tell that a measure comes or what it is to do."""
_BODY = re.compile(
    r"\b(?:Authority|Board|Commission|Bureau|Directorate|Directorate General|Ministry) (?:of|for) [A-Z]"
)
"""Names of bodies that take measures, whatever list of authorities lacks them."""
_VOICES = tuple(bytes(kept | bits for kept in range(256)) for bits in range(8))
"""For each set of bits of a voice, what every byte becomes with them: a whole stretch is marked at once."""
_FINITE = lexicon.BE | lexicon.HAVE | frozenset(lexicon.MODALS) | {"that"}
_ALTHOUGH = frozenset(("though", "although"))
_NEAR_OPENER = 10
"""Words within which what is said in a clause begins that such a word opens."""
_TOLD = frozenset((Modality.IN_FORCE, Modality.ORDERED, Modality.SETTLED, Modality.UNCLEAR))


class Gate:
    """Tells for places of one story how it means them.

    Args:
        laid: The story.
        named: Its parties.
        said: Its statements.
    """

    def __init__(self, laid: Layout, named: list[Value[Party]], said: list[Value[Statement]]) -> None:
        self._laid = laid
        self._sentences = sorted([*laid.headlines(), *laid.sentences], key=_START)
        self._starts = [*map(_START, self._sentences)]
        self._staged = staging.staged(laid, self._sentences)
        self._lines: dict[int, Line] = {}
        self._authorities = {value.value.key for value in named if _is_authority(value.value)}
        self._states: dict[str, str] = {}
        places: list[tuple[Span, Whose]] = []
        for value in named:
            party = value.value
            authority = party.key in self._authorities
            state = self._states[party.key] = party.jurisdiction if authority else ""
            whose = _new(Whose, (authority, state, party.kind is _PLACE))
            places.extend(zip(map(_SPAN, party.mentions), repeat(whose)))
        self._named = sorted(dict.fromkeys(places))
        self._named_starts = [*map(_START, map(_SPAN, self._named))]
        self._gainsaid = [at for at in gainsaid.places(laid) if self._by_authority(at)]
        self._columns = lines.columns(laid)
        for told in said:
            self._speak(told.value)

    def standing(self, trigger: Span, trait: Trait = UNKNOWN) -> Standing:
        """Tell how the story means the measure that a trigger speaks of.

        Args:
            trigger: The words that speak of it, as `Measure` mentions give them.
            trait: What is known of them.
        """
        found = self._found(trigger, trait)
        if found is None:
            return Standing(Modality.UNCLEAR, table.ROWS[-1].name)
        line, cues = found
        row = table.decide(cues)
        there = row.modality is not _BACKGROUND and _NOT_THERE.isdisjoint(cues)
        presupposes = there and _presupposes(cues, trait, line, row)
        return _new(Standing, (row.modality, row.name, self._spans(line, row, cues), presupposes))

    def event(self, verb: Span) -> Standing:
        """Tell how the story means an event that is no measure: who acts need not be an authority.

        What the story itself tells as done is `reported`, what a named speaker tells `stated`, what an
        unnamed one tells `claimed`; all else is as for a measure. None of them is effective.
        """
        found = self._found(verb, Trait(nominal=False))
        if found is None:
            return Standing(Modality.UNCLEAR, table.ROWS[-1].name)
        line, cues = found
        told = Cue.PAST in cues or Cue.PASSIVE in cues
        spoken = Cue.UNOFFICIAL in cues or Cue.SAID in cues
        for cue in (Cue.UNOFFICIAL, Cue.AGENT, Cue.SETTLE):
            cues.pop(cue, None)
        row = table.decide(cues)
        modality = row.modality
        if modality in _TOLD and told and Cue.OTHER not in cues:
            modality = Modality.STATED if spoken else Modality.REPORTED
        elif modality.effective:
            modality = Modality.UNCLEAR
        return Standing(modality, row.name, self._spans(line, row, cues))

    def _found(self, trigger: Span, trait: Trait) -> tuple[Line, dict[Cue, list[int]]] | None:
        """The sentence of a trigger and all signs there; None outside the running text."""
        start, end, _ = trigger
        number = bisect_right(self._starts, start) - 1
        if number < 0 or self._sentences[number].end <= start:
            return None
        line = self.line(number)
        starts, first, last = self._laid.starts, line.sentence.first, line.sentence.last
        head = bisect_left(starts, start, first, last)
        if head == last:
            return None
        stop = bisect_left(starts, end, head + 1, last)
        return line, Sight(line, trait).look(head - first, stop - first)

    def line(self, number: int) -> Line:
        """A sentence of the story as the gate sees it, by its number among headlines and sentences."""
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = self._read(number)
        return line

    def _read(self, number: int) -> Line:
        sentence = self._sentences[number]
        first = bisect_left(self._named_starts, sentence.start)
        named = self._named[first : bisect_left(self._named_starts, sentence.end, first)]
        line = Line(self._laid, sentence, named, self._columns)
        if number and self._sentences[number - 1].paragraph == sentence.paragraph:
            line.before = partial(_before, ref(self), number)
        asks = line.asks = asking.asked(line.words)
        line.whole = nearly.history(line)
        if asks & asking.HEARSAY:
            line.whole += voices.hearsay(line)
        if asks & asking.UNREAL:
            line.whole += unreal.signs(line)
        if asks & asking.QUESTION:
            line.whole += unreal.asked_or_supposed(line)
        if number in self._staged:
            line.whole.append((_UNREAL, 0, 0))
        if self._gainsaid and self._is_gainsaid(sentence.last):
            line.whole.append((_DENIAL, 0, 0))
        return line

    def _is_gainsaid(self, last: int) -> bool:
        """Whether an authority gainsays close behind a sentence what it tells."""
        number = bisect_left(self._gainsaid, last)
        return number < len(self._gainsaid) and self._gainsaid[number] < last + gainsaid.NEAR

    def _by_authority(self, at: int) -> bool:
        """Whether an authority is named before a word in its sentence."""
        words = self._laid.words
        number = bisect_right(self._starts, words[at].start) - 1
        first = bisect_left(self._named_starts, self._starts[number]) if number >= 0 else 0
        last = bisect_left(self._named_starts, words[at].start, first)
        return any(whose.authority for _, whose in self._named[max(first, last - 9) : last])

    def _speak(self, said: Statement) -> None:
        """Mark the words of a statement with the kind of its speaker; who wants a thing, reports nothing."""
        if said.cue is not None and said.cue.text.casefold() in WILLS:
            return
        bits, party, kind = lines.SPOKEN, said.speaker.party, said.speaker.kind
        if kind is _ANONYMOUS or (kind is _UNKNOWN and not _is_body(said.source)):
            bits |= lines.UNNAMED_VOICE
        elif party:
            bits |= 0 if party in self._authorities else lines.UNOFFICIAL_VOICE
        elif said.source is not None:
            doubted = not lexicon.NO_INSTRUMENT.isdisjoint(said.source.text.casefold().split())
            accused = said.cue is not None and said.cue.text.casefold().startswith("accus")
            known = (_is_body(said.source) or accused) and not doubted
            bits |= 0 if known else lines.UNOFFICIAL_VOICE
        starts = self._laid.starts
        _, kept, whose = self._columns
        state = self._states.get(party or "", "")
        for start, end, _ in said.content:
            first = bisect_left(starts, start)
            last = bisect_left(starts, end, first)
            stop = self._until(first, last)
            kept[first:stop] = kept[first:stop].translate(_VOICES[bits])
            if state:
                whose[first:last] = [state] * (last - first)

    def _until(self, first: int, last: int) -> int:
        """Where what is said ends: "denied wrongdoing, but the ministry fined it" leaves his voice.

        So does the main clause behind "Though it protested that it makes only toys".
        """
        lows = self._laid.lows
        number = bisect_right(self._starts, self._laid.words[first].start) - 1
        opener = self._sentences[number].first if number >= 0 else first
        if lows[opener] in _ALTHOUGH and opener < first < opener + _NEAR_OPENER:
            return next((at for at in range(first, last) if lows[at] == ","), last)
        if lows[first - 1] not in lexicon.DENIALS:
            return last
        comma = next((at for at in range(first, last) if lows[at] == ","), last)
        clause = any(verbs.is_past(low) or low in _FINITE for low in lows[first:comma])
        return last if clause else comma

    def _spans(self, line: Line, row: table.Row, cues: dict[Cue, list[int]]) -> tuple[Span, ...]:
        """The words that decided."""
        numbers: set[int] = set()
        numbers.update(*map(cues.__getitem__, row.shows & cues.keys()))
        words, base = self._laid.words, line.sentence.first
        return tuple([_new(Span, words[number + base][:3]) for number in sorted(numbers)])


def _before(gate: ref[Gate], number: int) -> Line | None:
    """The sentence before one; a line that held its gate would keep all of a story in memory."""
    kept = gate()
    return None if kept is None else kept.line(number - 1)


def _is_body(source: Span | None) -> bool:
    """Whether a speaker that is no party of the story is an authority by its noun ("the ministry")."""
    if source is None:
        return False
    words = source.text.casefold().split()
    head = next((at for at, word in enumerate(words) if word in lexicon.PREPOSITIONS), len(words))
    official = head > 0 and words[head - 1] in lexicon.OFFICIAL
    return official or voices.is_instrument(words) or voices.is_record(words[:head])


def _is_authority(party: Party) -> bool:
    if party.role is _AUTHORITY or party.kind in _STATES:
        return True
    if party.kind is not _ORGANISATION:
        return False
    name = party.name
    body = " of " in name or " for " in name  # few names are worth the search
    if body and _BODY.search(name) is not None:
        return True
    return tuple(name.casefold().split()[-2:]) in lexicon.OFFICES


def _to_come(cues: dict[Cue, list[int]], line: Line) -> bool:
    """Whether it is told under "would" ("the ban would bind"); to undo it one day leaves it there.

    What one that is there "will" do to somebody ("the ban will hurt") is not what makes it.
    """
    if _UNDONE in cues or _FUTURE.isdisjoint(cues):
        return False
    head = cues[_NOMINAL][0]
    if any(number > head for cue in (Cue.WOULD, Cue.MAY) for number in cues.get(cue, ())):
        return True
    coming = (line.low[number + 1 : number + 4] for number in cues.get(Cue.WILL, ()) if number > head)
    return any(not _COMING.isdisjoint(near) for near in coming)


def _ahead(cues: dict[Cue, list[int]]) -> bool:
    """Whether the noun phrase itself tells of one that is not there yet ("the proposed ban")."""
    return not _AHEAD.isdisjoint(cues)


def _presupposes(cues: dict[Cue, list[int]], trait: Trait, line: Line, row: table.Row) -> bool:
    """Whether the words take the measure as existing, whoever says them."""
    if _HEADLINE in cues or _NOMINAL not in cues or row.name == "no authority acts":
        return row.name == "headline"
    if _DEFINITE in cues and Cue.BROUGHT not in cues and not _ahead(cues) and not _to_come(cues, line):
        return not trait.undoing or _ONLY_VOICES.issuperset(cues)
    if trait.undoing:
        return False
    if Cue.VERB in cues:
        return True
    if not _UNSURE.isdisjoint(cues) and _UNDONE not in cues:
        return False
    own_voice = _OTHERS.isdisjoint(cues)
    return _UNDONE in cues or (_DEFINITE in cues and (Cue.QUALIFIED in cues or own_voice))
