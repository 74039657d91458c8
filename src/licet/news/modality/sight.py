"""All signs around one trigger, as the table of the gate asks for them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from licet.news.listed import listed
from licet.news.modality import (
    agents,
    asking,
    attributed,
    behind,
    drafting,
    ended,
    holding,
    lawmaking,
    lexicon,
    nearly,
    nominals,
    participles,
    taken,
    verbs,
    voices,
    witnesses,
)
from licet.news.modality import line as lines
from licet.news.modality.agents import by as agent_of
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import TO_DO, Form, Group
from licet.news.modality.line import Line

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_AUTHORITY, _HEADLINE, _NOT, _ORDER, _OTHER = Cue.AUTHORITY, Cue.HEADLINE, Cue.NOT, Cue.ORDER, Cue.OTHER
_PASSIVE, _PAST, _QUOTED, _SAID, _SETTLE = Cue.PASSIVE, Cue.PAST, Cue.QUOTED, Cue.SAID, Cue.SETTLE
_STATE, _UNDOING, _UNOFFICIAL, _VERB = Cue.STATE, Cue.UNDOING, Cue.UNOFFICIAL, Cue.VERB
_GERUND, _INFINITIVE, _PRESENT = Form.GERUND, Form.INFINITIVE, Form.PRESENT

LONGEST = 150
"""Words above which a sentence is left in doubt: it is a list or no prose, and not worth its price."""

_SKIPPED = lexicon.BE | lexicon.HAVE | lexicon.DETERMINERS
_LASTING = frozenset(("remain", "remains", "stay", "stays", "already", "still", "now", "currently"))
"""Words by which a relief that the present tense tells is there, and not only part of what is to come."""

_OUT = (
    ["left", "out"], ["carved", "out"], ["shut", "out"], ["cut", "off"], ["locked", "out"], ["off", "limits"]
)  # fmt: skip
_ANYBODY = listed(
    "any anyone anybody whoever whichever every each such case event scenario often usually sometimes rarely"
)
"""Words by which a state is told of whoever it may hit, and not of somebody."""
_TO_COME = frozenset(
    ("will", "would", "may", "might", "could", "shall", "if", "unless", "bill", "draft", "proposed",
     "propose", "proposes", "proposal", "plan", "plans", "planned", "threatened", "pledged", "promised")
)  # fmt: skip
"""Words in a sentence before, by which a relief told in the present may belong to what is to come."""
_NOBODY = frozenset(("nothing", "nobody", "none"))
_NOT_BEHIND = _NOBODY | {"no", ","}
_DOUBTED = lines.UNNAMED_VOICE | lines.UNOFFICIAL_VOICE
_TOLD = frozenset((Cue.PAST, Cue.PASSIVE, Cue.STATE, Cue.ENACTED))
_NOUNS_TOO = frozenset((Cue.PLEDGE, Cue.NEGOTIATE, Cue.THREAT, Cue.REFUSE))
"""Signs that a trigger gives by itself as a noun."""
_NO_VERBS = frozenset((Cue.PREDICT, Cue.ACCUSE))
"""Signs that it does not give as a verb."""
_ON_OR_OFF = frozenset(("on", "onto", "off", "under", "into"))
_MOVES = frozenset(("went", "came", "fell", "gone", "come", "fallen"))
_READERS = (
    (asking.STEP, lawmaking.look),
    (asking.NEARLY, nearly.look),
    (asking.ENDED, ended.look),
    (asking.CONDITION, behind.condition),
    (asking.COLON, behind.colon),
    (asking.DRAFT, drafting.look),
    (asking.SOURCE, attributed.look),
)
"""Who looks around an act for what undoes it, each by the bit of its question."""
_AFTER_NOUN = lexicon.PREPOSITIONS | {"or", "and"}


class Trait(NamedTuple):
    """What the caller knows of a trigger.

    Attributes:
        nominal: Whether it is a noun; None lets the gate tell.
        undoing: Whether it lifts, suspends, eases or exempts from a measure.
        settling: Whether it is a settlement.
        authority: Whether the agent that the caller resolved is an authority; None lets the gate look.
    """

    nominal: bool | None = None
    undoing: bool = False
    settling: bool = False
    authority: bool | None = None


UNKNOWN = Trait()
"""Of what nothing is known beforehand."""


class Sight:
    """All signs around one trigger.

    Args:
        line: Its sentence.
        trait: What the caller knows.
    """

    __slots__ = ("line", "trait")

    def __init__(self, line: Line, trait: Trait) -> None:
        self.line = line
        self.trait = trait

    def look(self, first: int, last: int) -> dict[Cue, list[int]]:
        """Find the signs around the words `[first, last)`."""
        line, chain = self.line, Chain(self.line)
        found = chain.found
        if len(line.low) > LONGEST:
            chain.add(_OTHER, first)
            return found
        head = first if last - first == 1 else self._head(first, last)
        self._heard(chain, head)
        if self.trait.undoing:
            chain.add(_UNDOING, head)
        self._own(chain, head, line.low[first:last])
        behind.look(chain, head)
        for look_for in _readers(line.asks):
            look_for(chain, head)
        attributed.go_on(chain, head)
        if line.witnesses[head] and witnesses.is_foreign(chain, head):
            chain.add(_UNOFFICIAL, head)
        if line.headline and not _TOLD.isdisjoint(found):
            chain.add(_HEADLINE, head)
        for number in found.get(_SAID, ()):
            voice = voices.speaker(line, number) if number != head else None
            if voice is not None:
                chain.add(voice, number)
        return found

    def _heard(self, chain: Chain, head: int) -> None:
        """Keep the signs of the sentence that reach a word, and whose word it is."""
        line = self.line
        main = taken.main_clause(line, head) if line.whole else None
        for cue, number, first_reached in line.whole:
            if head < first_reached or (main and number < main):
                continue
            if cue is not Cue.RUMOUR or line.low[number] != "said" or head > number:
                chain.add(cue, number)  # "is said to" tells only of what follows
        if line.quoted[head] or line.odd:
            chain.add(_QUOTED, head)
        bits = line.voices[head]
        if bits and not (bits & _DOUBTED and voices.elsewhere(line, head, line.whole)):
            self._spoken(chain, head, bits)
        after = line.at(head + 1)
        if after in _NOT_BEHIND and (after != "," or line.at(head + 2) in _NOBODY):
            chain.add(_NOT, head + 1)

    def _spoken(self, chain: Chain, head: int, bits: int) -> None:
        """Keep whose word it is, by the bits of a voice."""
        if bits & lines.UNNAMED_VOICE:
            chain.add(Cue.UNNAMED, head)
        if bits & lines.UNOFFICIAL_VOICE:
            chain.add(_UNOFFICIAL, head)
        if bits & lines.SPOKEN:
            chain.add(_SAID, head)

    def _own(self, chain: Chain, head: int, trigger: list[str]) -> None:
        """Keep the signs that the trigger itself gives, as noun or as verb."""
        low = self.line.low[head]
        if self.trait.settling or low in lexicon.SETTLES:
            chain.add(_SETTLE, head)
        if not lexicon.ECHOES.isdisjoint(trigger):
            chain.add(Cue.ECHO, head)
        own = lexicon.CLASS.get(low)
        if self._nominal(head) or taken.owned(self.line, head):
            nominals.look(chain, head)
            if own in _NOUNS_TOO:
                chain.add(own, head)
        else:
            self._verb(chain, head, own)

    def _head(self, first: int, last: int) -> int:
        """The word that a trigger is read by: its first that is no mark, article or auxiliary."""
        for at in range(first, last):
            low, after = self.line.low[at], self.line.at(at + 1)
            if not low[0].isalnum() or low in _SKIPPED:
                continue
            goes_on = at + 1 < last and after[:1].isalnum() and after not in _AFTER_NOUN
            goes_on = goes_on or (after == "-" and at + 2 < last)
            if not (self.trait.nominal and goes_on):
                return at
        return first

    def _nominal(self, head: int) -> bool:
        """Whether a trigger is a noun, as the caller says or as the words before it tell."""
        if self.trait.nominal is not None:
            return self.trait.nominal
        before, low = self.line.at(head - 1), self.line.low[head]
        if verbs.is_gerund(low):
            return before in lexicon.DETERMINERS
        if verbs.is_past(low):
            return before in lexicon.DETERMINERS and before not in {"that", "this", "both"}
        return (
            before not in {"to", "hereby"}
            and before not in lexicon.MODALS
            and verbs.group(self.line, head).form is _PRESENT
        )

    def _verb(self, chain: Chain, head: int, own: Cue | None) -> None:
        if _SETTLE in chain.found and holding.settles(chain, head):
            chain.add(_VERB, head)
            return
        group = chain.climb(head)
        chain.add(_VERB, head)
        if own is _ORDER:
            passive = group.form in TO_DO and group.first < head
            chain.add(Cue.INSTRUCT if passive else _ORDER, head)
        elif own is not None and own not in _NO_VERBS and not self._is_act(head):
            chain.add(own, head)
        self._told(chain, group)
        for at in participles.under_plan(self.line):
            chain.add(Cue.PROPOSE, at)

    def _told(self, chain: Chain, group: Group) -> None:
        """Keep in what form the verb is told, and whether an authority acts."""
        if group.form is _INFINITIVE:
            self._infinitive(chain, group)
        elif group.form is Form.PASSIVE:
            self._passive(chain, group.head, _PASSIVE)
        elif group.form is Form.PAST:
            self._past(chain, group)
        elif group.form is _GERUND:
            self._gerund(chain, group)
        elif group.form is _PRESENT and (taken.after_being(self.line, group) or self._stands(chain, group)):
            if _STATE not in chain.found:
                self._passive(chain, group.head, _PASSIVE)
        elif participles.brought(self.line, group):
            self._done(chain, group.head)
            chain.found.pop(_OTHER, None)
        elif participles.hereby(self.line, group) or taken.under_way(self.line, group):
            self._progressive(chain, group)
        elif self._heads(group) and (chain.agent or self.trait.authority):
            chain.add(_HEADLINE, group.head)

    def _stands(self, chain: Chain, group: Group) -> bool:
        """Whether a present tense tells how things stand ("is barred", "the decree bars"), keeping so."""
        if self._state(group):
            self._passive(chain, group.head, _STATE)
            anybody = [at for at in range(group.head) if self.line.low[at] in _ANYBODY]
            if anybody:
                chain.add(_OTHER, anybody[-1])
        elif self._of_paper(group) or voices.on_list(self.line, group.head):
            chain.add(_STATE, group.head)
        return _STATE in chain.found

    def _of_paper(self, group: Group) -> bool:
        """Whether a verb tells what an official paper does by its words: "the decree bars"."""
        if group.first != group.head or not self.line.low[group.head].endswith("s"):
            return False
        if not self.line.words.isdisjoint(_TO_COME) or self.line.follows(_TO_COME):
            return False
        return agents.named_paper(self.line, group.first) and not drafting.is_prepared(self.line)

    def _heads(self, group: Group) -> bool:
        """Whether a verb of a headline is told in the present."""
        low = self.line.low[group.head]
        return self.line.headline and group.first == group.head and low.endswith("s")

    def _past(self, chain: Chain, group: Group) -> None:
        """Tell a finite past from a participle, and keep who acts."""
        head, line = group.head, self.line
        if participles.caused(line, group):
            chain.add(_OTHER, head)
        elif participles.without_pronoun(line, group) or participles.brought(line, group):
            chain.found.pop(_OTHER, None)
            self._done(chain, head)
        elif (having := participles.undergone(line, group)) is not None:
            chain.climb(having)
            self._passive(chain, head, _PASSIVE)
        elif participles.reduced(line, group) or taken.opens(line, group) or self._moves(head):
            self._passive(chain, head, _PASSIVE)
        else:
            if taken.supposes(line, group):
                chain.add(Cue.IF, head)
            chain.add(_PAST, head)
            opens = line.low[group.first] == "having" and participles.opens(line, group)
            acted = (chain.agent or opens) if self.trait.authority is None else self.trait.authority
            if not acted and line.headline and group.first == head and line.low[head] in lexicon.TRANSITIVE:
                chain.add(_HEADLINE, head)  # "Orlo fined $3 million over leaks"
                return
            if acted or chain.same_speaker(group.first):
                chain.add(_AUTHORITY, head)
            elif not self.trait.settling:
                chain.add(Cue.AGENT, head)

    def _moves(self, head: int) -> bool:
        """Whether somebody went on a list or a measure came off, which nobody is told to have done."""
        return self.line.low[head] in _MOVES and self.line.at(head + 1) in _ON_OR_OFF

    def _gerund(self, chain: Chain, group: Group) -> None:
        """Read a participle that tells what an act brought, or by what it was done."""
        if self.trait.authority is not False and holding.follows(chain, group):
            self._done(chain, group.head)
        elif participles.told_by_gerund(chain, group):
            chain.found.pop(_OTHER, None)
            self._done(chain, group.head)
        elif (start := taken.effective_paper(self.line, group)) is not None:
            taken.leave_before(chain.found, start)
            chain.found.pop(_OTHER, None)
            self._done(chain, group.head)

    def _done(self, chain: Chain, head: int) -> None:
        """Keep that an authority did it."""
        chain.add(_PAST, head)
        chain.add(_AUTHORITY, head)

    def _passive(self, chain: Chain, head: int, cue: Cue) -> None:
        """Keep that something was done to a subject, and by whom if that is no authority."""
        chain.add(cue, head)
        if self.trait.authority is not True and agent_of(self.line, head) is False:
            chain.add(Cue.AGENT, head)

    def _state(self, group: Group) -> bool:
        """Whether a present form of being tells how things stand ("is barred", "remain frozen")."""
        low = self.line.low[group.first : group.head]
        if participles.hereby(self.line, group):
            return False
        known = self.line.low[group.head] in lexicon.STATES
        known = known or self.line.low[group.head : group.head + 2] in _OUT
        if self.trait.undoing and _LASTING.isdisjoint(low) and self.line.follows(_TO_COME):
            return False
        return known and "being" not in low and not (lexicon.PRESENT_BE | {"already"}).isdisjoint(low)

    def _hereby(self, chain: Chain, group: Group) -> None:
        """Keep what is done by the words themselves: "it is hereby ordered that the listing is vacated"."""
        for cue in (_OTHER, _ORDER, Cue.INSTRUCT):
            chain.found.pop(cue, None)
        if lexicon.BE.isdisjoint(self.line.low[group.first : group.head]):
            if chain.agent or self.trait.authority:
                self._done(chain, group.head)
        else:
            self._passive(chain, group.head, _PASSIVE)

    def _progressive(self, chain: Chain, group: Group) -> None:
        """Keep who does what takes effect by a release."""
        if participles.hereby(self.line, group):
            self._hereby(chain, group)
        elif not verbs.is_gerund(self.line.low[group.head]):
            self._passive(chain, group.head, _PASSIVE)
        elif chain.agent or self.trait.authority:
            self._done(chain, group.head)

    def _is_act(self, head: int) -> bool:
        """Whether a verb of pledging or refusing is itself what was done ("agreed to settle", "delayed")."""
        low = self.line.low[head]
        own = (self.trait.undoing and low in lexicon.DELAYS) or (self.trait.settling and low == "agreed")
        aside = low == "set" and self.line.at(head + 1) == "aside"
        behind = self.line.low[head + 1 : head + 5]
        privileges = low == "denied" and "privileges" in behind and "that" not in behind
        return own or privileges or aside or voices.on_list(self.line, head)

    def _infinitive(self, chain: Chain, group: Group) -> None:
        """Read an infinitive under an order that was given, or under a step that is taken as known."""
        if participles.began_to(self.line, group) or taken.first_to(self.line, group):
            chain.found.pop(_OTHER, None)
            self._done(chain, group.head)
        elif self._ordered(chain):
            self._done(chain, group.head)
        elif self._decided(group.first):
            chain.add(Cue.NOMINAL, group.head)
            chain.add(Cue.DEFINITE, group.head)
            chain.add(Cue.QUALIFIED, group.head)

    def _decided(self, first: int) -> bool:
        """Whether an infinitive tells a step that is taken as known ("the recent decision to bar")."""
        step = self.line.at(first - 1) in {"step", "decision", "move", "order"}
        return step and any(self.line.at(first - back) in {"recent", "'s"} for back in (2, 3))

    def _ordered(self, chain: Chain) -> bool:
        """Whether an infinitive stands under an order that an authority gave in the past."""
        if _ORDER not in chain.found:
            return False
        order = chain.found[_ORDER][0]
        above = Chain(self.line)
        group = above.climb(order)
        return group.form is Form.PAST and (above.agent is True or above.same_speaker(group.first))


@lru_cache(maxsize=1024)
def _readers(asks: int) -> tuple[Callable[[Chain, int], None], ...]:
    """Who looks around an act of a sentence that calls for some questions."""
    return tuple(look_for for bit, look_for in _READERS if asks & bit)
