"""What stands above an act: the verbs, nouns and clauses that govern it, climbed one by one to the left."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from licet.news.modality import (
    agents,
    bounds,
    edges,
    governing,
    joining,
    lexicon,
    particles,
    taken,
    verbs,
)
from licet.news.modality.bounds import Bound
from licet.news.modality.cues import Cue
from licet.news.modality.groups import FINITE, TO_DO, Form, Group
from licet.news.modality.line import Line

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_GERUND, _INFINITIVE, _PAST = Form.GERUND, Form.INFINITIVE, Form.PAST
_CONDITION = Bound.CONDITION
_FACTIVE = Bound.FACTIVE
_GOVERNOR = Bound.GOVERNOR
_JOIN = Bound.JOIN
_NONE = Bound.NONE
_RELATIVE = Bound.RELATIVE

HIGHEST = 5
"""Governing words that are climbed; what lies under more is doubtful."""

_JOINS = frozenset(("and", "or", "nor", "but", "then"))
_NOT_RATHER = frozenset(("without", "than", "instead", "short", "against"))
_NOBODY = frozenset(("no", "not", "neither", "nor", "nobody", "none", "nothing", "never", "few", "hardly"))
_UNTIL = frozenset(("until", "till", "by", "since"))
"""Before "then", words with which it tells a time."""
_BEFORE_INVERTED = _JOINS | lexicon.NEGATIONS
_INVERTED = frozenset(("had", "were", "should"))
_UNDOES = _NOBODY | _INVERTED
"""Words before a verb that may undo it."""


class Chain:
    """Signs found above a trigger, with the numbers of the words that give them.

    Attributes:
        found: Signs and their words, in the order in which they were met.
        agent: Whether an authority acts in the trigger's own clause; None where nobody is named.
    """

    __slots__ = ("agent", "found", "line")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.found: defaultdict[Cue, list[int]] = defaultdict(list)
        self.agent: bool | None = None

    def add(self, cue: Cue, number: int) -> None:
        """Keep a sign."""
        self.found[cue].append(number)

    def climb(self, head: int, depth: int = 0) -> Group:
        """Read the group of a verb and all that stands above it."""
        group = verbs.group(self.line, head)
        for cue, number in group.cues:
            self.add(cue, number)
        if depth >= HIGHEST:
            self.add(Cue.OTHER, head)
        elif group.form is _INFINITIVE:
            self._infinitive(group, depth)
        elif group.form is _GERUND:
            self._gerund(group, depth)
        else:
            return self._finite(group, depth)
        return group

    def govern(self, number: int, depth: int, *, told: bool = False) -> None:
        """Keep the class of a governing word and climb on from it.

        Args:
            number: Number of the word.
            depth: How many words were climbed.
            told: Whether a whole clause hangs on it: to announce that something was done is to say so.
        """
        low = self.line.low[number]
        if low in particles.WISHING and particles.tells(self.line, number):
            return
        cue = lexicon.CLASS.get(low)
        verbal = verbs.told_as_verb(self.line, number)
        if cue is Cue.ORDER:
            group = verbs.group(self.line, number)
            passive = group.form in TO_DO and group.first < number
            self.add(Cue.INSTRUCT if passive else Cue.ORDER, number)
        elif told and low.startswith("announc"):
            self.add(Cue.SAID, number)
        elif cue is not None and particles.asks(self.line, number):
            self.add(cue, number)
        elif low in lexicon.SAYS:
            self.add(Cue.SAID if verbal else Cue.UNOFFICIAL, number)
        else:
            self.add(Cue.OTHER, number)
        if low in lexicon.DENIALS:
            self.add(Cue.DENIAL, number)
        if low in {"stopped", "stop", "fell", "fall", "refrained", "refrain", "ruled", "prevented"}:
            self.add(Cue.REFUSE, number)
        if verbal:
            self.climb(number, depth + 1)
        else:
            self.noun(number, depth + 1)

    def same_speaker(self, first: int) -> bool:
        """Whether a pronoun stands for an authority that speaks ("the ministry said it had barred").

        Args:
            first: The first word of the verb that the pronoun is the subject of.
        """
        if self.line.at(first - 1) not in {"it", "he", "she", "they"}:
            return False
        for number in self.found.get(Cue.SAID, ()):
            low = self.line.low[number]
            if number < first and (low in lexicon.SAYS or low.startswith("announc")):
                above = Chain(self.line)
                above.climb(number)
                return above.agent is True
        return False

    def noun(self, number: int, depth: int) -> None:
        """Climb from a noun to the verb or noun that governs it, if its clause has one to its left."""
        if depth >= HIGHEST:
            self.add(Cue.OTHER, number)
            return
        for at in governing.above_noun(self.line, number):
            low = self.line.low[at]
            if low in edges.STOPS or low in lexicon.CONDITIONS or low in lexicon.RELATIVE:
                if low in lexicon.CONDITIONS:
                    self.add(Cue.IF, at)
                return
            if low in lexicon.NEGATIONS:
                self.add(Cue.NOT, at)
            elif low in lexicon.MODALS and low not in {"need", "needs"}:
                self.add(lexicon.MODALS[low], at)
            elif self._is_governor(at):
                self.govern(at, depth)
                return
            elif low in {"that", ","}:
                return

    def _is_governor(self, number: int) -> bool:
        low = self.line.low[number]
        return low in lexicon.CLASS or low in lexicon.SAYS

    def _infinitive(self, group: Group, depth: int) -> None:
        """Climb from "to ban": it hangs on the nearest word to the left that takes an infinitive."""
        unknown: int | None = None
        for at in governing.above_verb(self.line, group.first):
            low = self.line.low[at]
            if low in edges.STOPS or low in lexicon.CONDITIONS:
                if low in lexicon.CONDITIONS:
                    self.add(Cue.IF, at)
                break
            if low == "order" and self.line.at(at - 1) == "in":
                continue
            if low in governing.TOLD_TO:
                self._told(at, depth)
                return
            if low in lexicon.CLASS or low in lexicon.DENIALS:
                self.govern(at, depth)
                return
            if unknown is None and (verbs.is_past(low) or low in lexicon.SAYS):
                unknown = at
        self.add(Cue.OTHER, unknown if unknown is not None else group.first)
        if unknown is not None:
            self._unknown(unknown, depth)

    def _unknown(self, number: int, depth: int) -> None:
        """Climb from a verb of no class, unless its particle gives it one: "ruled out banning"."""
        cue = particles.phrasal(self.line, number)
        if cue is not None:
            self.add(cue, number)
        self.climb(number, depth + 1)

    def _told(self, number: int, depth: int) -> None:
        """Tell "told X to ban", an order, from "X was told to ban", which somebody only tells of."""
        group = self.climb(number, depth + 1)
        self.add(Cue.ORDER if group.form is _PAST else Cue.INSTRUCT, number)

    def _gerund(self, group: Group, depth: int) -> None:
        """Climb from "toward banning", "without banning", ", banning": never an act told for itself."""
        before = self.line.at(group.first - 1)
        if before == "of":
            before = self.line.at(group.first - 2)
        if before in _NOT_RATHER:
            self.add(Cue.NOT, group.first - 1)
        self.add(Cue.OTHER, group.head)
        for at in governing.above_verb(self.line, group.first):
            low = self.line.low[at]
            if low in edges.STOPS:
                return
            if low in lexicon.CONDITIONS:
                self.add(Cue.IF, at)
                return
            if self._is_governor(at):
                self.govern(at, depth)
                return
            if verbs.is_past(low):
                self._unknown(at, depth)
                return

    def _finite(self, group: Group, depth: int) -> Group:
        """Climb from a finite verb over the edge of its clause; the group as its clause makes it."""
        line, first = self.line, group.first
        joined = first if line.low[first] == "then" and line.at(first - 1) == "," else first - 1
        if line.at(joined) in _JOINS or joining.in_a_row(line, group):
            participle = line.low[group.head].endswith(("ed", "en")) and group.form is _PAST
            finite = participle or (first < group.head and group.form in FINITE)
            former = joining.former(line, joined, finite=finite)
            if former is not None:
                return self._coordinated(group, former, depth)
        edge = taken.main_clause(line, first)
        if edge is None:
            edge = self._edge(first, depth)
        if not line.words.isdisjoint(_UNDOES):
            self._opening(edge, first)
        if line.at(first - 1) == ",":
            self._aside_before(first)
        if depth:
            return group
        self.agent = agents.subject(line, edge, first)
        if self.agent is not True and line.at(edge - 1) in lexicon.RELATIVE:
            relative = edge - 2 if line.at(edge - 2) == "," else edge - 1
            party = line.party_over(relative - 1)
            self.agent = party is not None and party.authority and party.last == relative
        return group

    def _aside_before(self, first: int) -> None:
        """Keep what an aside that a verb closes says: "Britain, Ek fears, listed him"."""
        line = self.line
        low = line.at(first - 2)
        if low not in lexicon.CLASS or not low.endswith("s") or not verbs.told_as_verb(line, first - 2):
            return
        opened = next((at for at in range(first - 3, max(-1, first - 8), -1) if line.low[at] == ","), None)
        if opened is None:
            return
        begins = line.at(opened + 1)
        if not verbs.is_gerund(begins) and begins not in lexicon.PREPOSITIONS:
            self.add(lexicon.CLASS[low], first - 2)

    def _opening(self, edge: int, first: int) -> None:
        """Keep words before a verb that undo it: "No agency barred", "Had the agency barred"."""
        line = self.line
        for at in line.numbers(_UNDOES):
            if not edge <= at < first:
                continue
            low = line.low[at]
            if low in _NOBODY and not line.quoted[at]:
                if not joining.only_counts(line, at):
                    self.add(Cue.NOT, at)
            elif low in _INVERTED and self._inverts(at, edge):
                after = line.at(at + 1)
                if not verbs.is_past(after) and not verbs.is_adverb(after):
                    self.add(Cue.IF, at)

    def _inverts(self, at: int, edge: int) -> bool:
        """Whether "had" can open a condition: at the edge of a clause, or behind what would happen."""
        before = self.line.at(at - 1)
        if before == ",":
            return not lexicon.MODALS.keys().isdisjoint(self.line.low[edge:at])
        return at == edge or before in _BEFORE_INVERTED

    def _coordinated(self, group: Group, former: int, depth: int) -> Group:
        """Read "barred and fined": the second verb has the subject and the auxiliaries of the first."""
        if depth >= HIGHEST:
            self.add(Cue.OTHER, former)
            return group
        self.agent = None
        first = self.climb(former, depth + 1)
        if group.form not in FINITE:
            self.govern(former, depth + 1)
        finite = group.first < group.head and group.form in FINITE
        if not finite and first.form not in FINITE:
            self.add(Cue.OTHER, former)
        bare = group.first == group.head and not joining.has_object(self.line, group.head)
        if self.agent is None:
            edge = self._edge(first.first, HIGHEST)
            self.agent = agents.subject(self.line, edge, first.first)
        return group._replace(form=Form.PASSIVE) if first.form is Form.PASSIVE and bare else group

    def _edge(self, first: int, depth: int) -> int:
        """Where the clause of a verb begins; keeps what governs the clause."""
        crossed = below = False
        edge: int | None = None
        line = self.line
        bounding = joining.bounding(line)
        for at in reversed(bounding[: bisect_left(bounding, first)]):
            kind = self._bound(at, first, below=below)
            if line.low[at] == "nor":
                self.add(Cue.NOT, at)
            if kind is _GOVERNOR and crossed:
                kind = _NONE
            apart = kind is _RELATIVE and line.at(at - 1) == ","
            if kind in bounds.CLOSING and not apart:
                hangs = kind in bounds.HANGING and joining.specific(line, at, first)
                if depth < HIGHEST and not hangs:
                    self._over(kind, at, depth)
                return at + 1 if edge is None else edge
            if kind is _JOIN and (line.at(at - 1) in _UNTIL or not joining.verb_before(line, at)):
                kind = _NONE
            if (apart or kind in bounds.JOINING) and edge is None:
                edge = at + 1
            crossed = crossed or kind in bounds.CROSSED or apart
            below = below or kind is _FACTIVE or apart
        return 0 if edge is None else edge

    def _bound(self, at: int, first: int, *, below: bool) -> Bound:
        """What a word to the left of a verb is to the verb's clause; `below` for one under another clause."""
        line = self.line
        low = line.low[at]
        if low in bounds.PLAIN:
            return bounds.PLAIN[low]
        if low == "though" and line.at(at - 1) == "as":
            return _CONDITION
        if low in bounds.OPENERS:
            return self._opener(at, first, below=below)
        if low in lexicon.SAYS and verbs.told_as_verb(line, at):
            return _NONE if self._aside(at) else Bound.SAY
        governs = (
            low in lexicon.CLASS and verbs.told_as_verb(line, at) and particles.takes_clause(line, at, first)
        )
        return _GOVERNOR if governs else _NONE

    def _opener(self, at: int, first: int, *, below: bool) -> Bound:
        """What a word that opens one clause, and may as well open none, is to a verb's clause."""
        line = self.line
        kind, that = bounds.OPENERS[line.low[at]], line.low[at] == "that"
        relative = kind in bounds.HANGING
        if (that and joining.points(line, at)) or (relative and joining.closed(line, at, first)):
            return _NONE
        near = below or not joining.is_past_between(line, at, first)
        near = near or (that and joining.reaches(line, at, first))
        holds = (near and at > 0) if relative else self._opens(at, first)
        return kind if holds else _NONE

    def _over(self, kind: Bound, at: int, depth: int) -> None:
        """Keep what a word that closes a clause to the left says of it."""
        if kind is _CONDITION:
            self.add(Cue.IF, at)
        elif kind is Bound.UNTRUE and not taken.not_until(self.line, at):
            self.add(Cue.OTHER, at)
        elif kind is _RELATIVE:
            if not joining.known_whose(self.line, at):
                self.add(Cue.OTHER, at)
            self._antecedent(at, depth)
        elif kind is Bound.THAT and not taken.counts(self.line, at):
            self._complement(at, depth)
        elif kind is Bound.SAY:
            self.add(Cue.SAID, at)
            if not verbs.is_gerund(self.line.low[at]):
                self.climb(at, depth + 1)
        elif kind is _GOVERNOR:
            self.govern(at, depth, told=True)

    def _opens(self, number: int, first: int) -> bool:
        """Whether "after", "as", "since" opens a clause with a verb, not a phrase."""
        if self.line.low[number] == "as" and self.line.at(number + 1) in {"a", "of", "part", "if", "though"}:
            return False
        time = self.line.at(number + 1) in lexicon.MONTHS or self.line.at(number + 1).isdigit()
        untrue = self.line.low[number] in lexicon.UNTRUE
        if time and (untrue or self.line.party_over(first - 1) is not None):
            return False
        return "," not in self.line.low[number:first] and self.line.at(number + 1) != "of"

    def _aside(self, number: int) -> bool:
        """Whether a verb of saying only names who told it ("..., officials said, ...")."""
        return self.line.at(number + 1) in {",", "."} and number + 1 < len(self.line.low)

    def _antecedent(self, relative: int, depth: int) -> None:
        """The noun that a relative clause belongs to, and what governs it."""
        for at in range(relative - 1, max(-1, relative - 6), -1):
            if self.line.low[at] in lexicon.CLASS:
                self.govern(at, depth)
                return

    def _complement(self, that: int, depth: int) -> None:
        """What "that" hangs on: a verb of saying or thinking, a noun such as "deal", or words unknown."""
        for at in range(that - 1, max(-1, that - governing.FARTHEST), -1):
            low = self.line.low[at]
            if low in edges.STOPS:
                break
            if self._is_governor(at) or low in lexicon.DENIALS:
                self.govern(at, depth, told=True)
                return
        self.add(Cue.OTHER, that)
