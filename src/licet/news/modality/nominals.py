"""A measure told by a noun: how it is told apart, what is done to it, and what it is the cause of."""

from __future__ import annotations

from dataclasses import dataclass

from licet.news.modality import agents, holding, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line
from licet.news.modality.verbs import Form

LONGEST = 9
"""Words that may stand before a noun in its phrase."""

FARTHEST = 14
"""Words after a noun within which its verb is looked for."""

LONGEST_GROUP = 6
"""Words from an auxiliary to its verb."""

_STOPS = frozenset(
    (",", ";", ":", "—", "–", "(", ")", ".", "?", "!", "and", "or", "but", "nor", '"', "“", "”")
)
_CLAUSE_ENDS = frozenset((";", ":", "—", "–", ".", "?", "!", "and", "but"))
_JOINING = frozenset(("and", "or", ",", "plus"))
_ATTACHING = frozenset(("from", "of", "to", "on", "in", "with", "against", "for", "about", "over", "into"))
_REACHES = frozenset(("reached", "entered", "signed", "struck"))
_CONTINUES = frozenset(("extended", "renewed", "prolonged"))
_CAUSE_TO = frozenset(("due", "response", "thanks", "owing"))
_PARTS = frozenset(
    ("half", "some", "none", "any", "most", "many", "few", "all", "each", "one", "two", "much")
)
_QUOTES = frozenset('"“')
_COMES = frozenset(("took", "went", "came", "taken", "gone", "come", "put", "remained", "stayed", "entered"))
_WHEN = frozenset(("in", "on", "last", "since", "earlier", "by"))
_CANDIDATE_CUES = frozenset(lexicon.CANDIDATES.values())
_STAYS = frozenset(("remains", "remain", "stays", "stay"))
_AUXILIARIES = frozenset(lexicon.MODALS) | lexicon.BE | lexicon.HAVE | lexicon.DO | _STAYS
_EFFECT = frozenset(("effect", "force", "place"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Attributes:
        first: Number of its first word.
        head: Number of its noun.
        stop: One past the last word that says what it is aimed at.
    """

    first: int
    head: int
    stop: int


def look(chain: Chain, head: int) -> None:
    """Keep the signs around a noun."""
    phrase = _phrase(chain, head)
    chain.add(Cue.NOMINAL, head)
    _modifiers(chain, phrase)
    if not _made(chain, phrase) and not _predicate(chain, phrase):
        _object(chain, phrase)


def _phrase(chain: Chain, head: int) -> Phrase:
    line = chain.line
    first = head
    while first > 0 and head - first < LONGEST:
        low = line.low[first - 1]
        if low in _QUOTES and line.quoted[head]:
            first -= 1
            continue
        if low in lexicon.DETERMINERS:
            first -= 1
            break
        stops = low in _STOPS or low in lexicon.PREPOSITIONS or low in lexicon.RELATIVE
        owner = low == "'s" and line.at(first - 2) not in lexicon.PRONOUNS
        if stops or (low in lexicon.BE and not owner) or low in lexicon.HAVE or low in lexicon.MODALS:
            break
        if low in lexicon.SAYS or low in lexicon.ENACT or low in lexicon.CONDITIONS or low in lexicon.UNDO:
            break
        if low in lexicon.CLASS and low not in lexicon.CANDIDATES:
            break
        verbal = verbs.is_gerund(low) or verbs.is_past(low)
        attributive = line.at(first - 2) == "-" or line.at(first - 2) in {"a", "an"}
        if verbal and low not in lexicon.CANDIDATES and not attributive:
            break
        first -= 1
    stop = head + 1
    if line.at(stop) in lexicon.TARGETING:
        stop = next(
            (at for at in range(stop + 1, min(len(line.low), stop + 5)) if line.low[at] in _STOPS),
            min(len(line.low), stop + 5),
        )
    return Phrase(first, head, stop)


def _modifiers(chain: Chain, phrase: Phrase) -> None:
    line = chain.line
    for at in range(phrase.first, phrase.head):
        low = line.low[at]
        if low in lexicon.CANDIDATES:
            chain.add(lexicon.CANDIDATES[low], at)
        elif low in lexicon.QUALIFIES or low in lexicon.OFFICIAL:
            chain.add(Cue.QUALIFIED, at)
        party = line.party_at(at)
        if party is not None:
            chain.add(Cue.QUALIFIED, at)
        if (low in lexicon.DEFINITE or low == "'s") and not _some_of(line, phrase):
            chain.add(Cue.DEFINITE, at)
    if any(line.party_over(at) for at in range(phrase.head + 1, phrase.stop)):
        chain.add(Cue.QUALIFIED, phrase.head + 1)


def _some_of(line: Line, phrase: Phrase) -> bool:
    """Whether it speaks of any such: "half of the bans", "the bans I hear about"."""
    parts = line.at(phrase.first - 1) == "of" and line.at(phrase.first - 2) in _PARTS
    return parts or line.at(phrase.head + 1) in lexicon.PRONOUNS


def _made(chain: Chain, phrase: Phrase) -> bool:
    """Read "the tariffs imposed in March" and "the ban, which took effect in May"."""
    line = chain.line
    if Cue.DEFINITE not in chain.found or not _CANDIDATE_CUES.isdisjoint(chain.found):
        return False
    stop = phrase.stop if line.at(phrase.head + 1) not in lexicon.ENACT else phrase.head + 1
    at = stop + (line.at(stop) == ",")
    comes = line.at(at) == "which" and line.at(at + 1) in _COMES
    low = line.at(at)
    made = low in lexicon.ENACT and verbs.is_past(low) and line.at(at + 1) in _WHEN
    if not made and not (comes and line.at(stop) == "," and not _EFFECT.isdisjoint(line.low[at:])):
        return False
    chain.add(Cue.AGENT if made and agents.by(line, at) is False else Cue.ENACTED, at)
    _conditions(chain, phrase.first)
    return True


def _predicate(chain: Chain, phrase: Phrase) -> bool:
    """Whether a noun is the subject of a verb, keeping the signs that the verb gives."""
    line = chain.line
    before = line.at(phrase.first - 1)
    opener = before in {"after", "before", "since", "until", "as", "than"}
    if (before in lexicon.PREPOSITIONS and not opener) or (before not in lexicon.SAYS and _verbal(before)):
        return False
    at = _verb_after(line, phrase.head)
    if at is None:
        return False
    low = line.low[at]
    if verbs.is_past(low) and low in lexicon.ENACT and low not in {"took", "went", "came", "had"}:
        _participle(chain, at)
    else:
        _finite(chain, at)
    return True


def _verb_after(line: Line, head: int) -> int | None:
    """The first word of the verb that follows a noun in its clause, an aside between commas left out."""
    at = head
    while at + 1 < min(len(line.low), head + FARTHEST):
        at += 1
        low = line.low[at]
        if low == ",":
            closing = (k for k in range(at + 1, min(len(line.low), at + 12)) if line.low[k] == ",")
            at = next(closing, len(line.low))
        elif low in _CLAUSE_ENDS or low in lexicon.RELATIVE or line.quoted[at]:
            return None
        elif low in _AUXILIARIES or low.endswith("n't") or verbs.is_past(low) or low == "dates":
            return at
    return None


def _verbal(low: str) -> bool:
    """Whether a word before a noun is a verb that the noun is the object of."""
    if verbs.is_past(low) or verbs.is_gerund(low) or low in lexicon.ENACT or low in lexicon.VIOLATE:
        return True
    return low in lexicon.UNDO or low in lexicon.WEAK_UNDO or low in lexicon.CLASS


def _finite(chain: Chain, at: int) -> None:
    """A noun that is the subject of a finite verb: "the ban took effect", "the ban would bar"."""
    line = chain.line
    head = _content(line, at)
    low = line.low[head]
    if low in lexicon.UNDO or low in lexicon.WEAK_UNDO:
        _undone_of(chain, head)
        return
    group = chain.climb(head)
    chain.agent = None
    if low in lexicon.CLASS:
        chain.add(lexicon.CLASS[low], head)
    if low in lexicon.FORESEEN and (low != "in" or line.at(head + 1) == "sight"):
        chain.add(lexicon.FORESEEN[low], head)
    if low in {"dates", "dated"} and line.at(head + 1) in {"from", "back"}:
        chain.add(Cue.ENACTED, head)
    if low in _COMES | _STAYS and _EFFECT & set(line.low[head + 1 : head + 3]):
        chain.add(Cue.ENACTED, head)
    elif group.form is Form.PASSIVE and low in lexicon.ENACT:
        by = agents.by(line, head)
        chain.add(Cue.AGENT if by is False else Cue.ENACTED, head)


def _content(line: Line, at: int) -> int:
    """The verb that an auxiliary goes with."""
    head = at
    while head + 1 < len(line.low) and head - at < LONGEST_GROUP:
        low = line.low[head]
        auxiliary = low in lexicon.MODALS or low in lexicon.BE or low in lexicon.HAVE or low in lexicon.DO
        if not (auxiliary or low in lexicon.NEGATIONS or low.endswith("n't") or verbs.is_adverb(low)):
            break
        head += 1
    return head


def _undone_of(chain: Chain, head: int) -> None:
    """Read "the ban could be eased": it stands, whatever may come of that; "was lifted" has ended it."""
    above = Chain(chain.line)
    group = above.climb(head)
    for cue in (Cue.SAID, Cue.UNOFFICIAL, Cue.UNNAMED, Cue.RUMOUR, Cue.DENIAL, Cue.IF):
        for number in above.found.get(cue, ()):
            chain.add(cue, number)
    chain.add(Cue.UNDONE, head)
    open_still = Cue.NOT in above.found or group.form in {Form.MODAL, Form.INFINITIVE}
    if not open_still or chain.line.low[head] in lexicon.WEAK_UNDO:
        chain.add(Cue.OTHER, head)


def _participle(chain: Chain, at: int) -> None:
    """A noun with a participle behind it: "the ban imposed in April"."""
    by = agents.by(chain.line, at)
    if by is False:
        chain.add(Cue.AGENT, at)
    chain.add(Cue.QUALIFIED, at)


def _object(chain: Chain, phrase: Phrase) -> None:
    """A noun that is governed by a verb, a noun or a preposition to its left."""
    line = chain.line
    at = phrase.first - 1
    party = line.party_over(at)
    at = at if party is None else party.first - 1
    before = line.at(at)
    governor = _governor(line, at)
    low = line.at(governor)
    cause = (before == "of" and low in lexicon.CAUSES | {"part"}) or before == "despite"
    if low in lexicon.VIOLATE:
        chain.add(Cue.REGIME, governor)
    elif cause or (before == "to" and low in _CAUSE_TO):
        chain.add(Cue.CAUSE, max(governor, 0))
        _conditions(chain, at)
    elif Cue.SETTLE in chain.found and (before == "under" or low in _REACHES):
        _settlement(chain, at, governor)
    elif (low in lexicon.UNDO or low in lexicon.WEAK_UNDO) and not _granted(chain, low):
        _undone(chain, governor)
        _conditions(chain, at)
    elif _held(chain, phrase, at):
        pass
    elif before == "under" and line.at(at - 1) in lexicon.ENACT:
        _enacted(chain, at - 1)
    else:
        _governed(chain, at, governor)


def _governed(chain: Chain, at: int, governor: int) -> None:
    """Keep what a governing word tells that is neither an undoing nor a cause."""
    before, low = chain.line.at(at), chain.line.at(governor)
    if before in lexicon.UNDER:
        chain.add(Cue.OTHER, at)
    elif low in lexicon.ENACT and (_verbal(low) or before not in lexicon.PREPOSITIONS):
        chain.add(Cue.BROUGHT, governor)
        _enacted(chain, governor)
    elif governor >= 0:
        near = governor == at or before in lexicon.PREPOSITIONS
        named = governor == at and chain.line.at(at - 1) in lexicon.DETERMINERS  # "without the vote the ban"
        named = named or (low.startswith("call") and before == low)  # "called the ban unfair"
        if low in lexicon.CLASS and near and not named:
            chain.add(Cue.BROUGHT, governor)
        _climb(chain, governor)


def _held(chain: Chain, phrase: Phrase, at: int) -> bool:
    """Whether somebody is under it, pays it or announces it, keeping the signs of that."""
    line, before = chain.line, chain.line.at(at)
    verb = holding.held(line, at)
    if verb is None and before in {"face", "faces"} and line.at(at - 1) in {"now", "already"}:
        verb = at
    if verb is not None:
        holding.hold(chain, verb)
    elif before in lexicon.PAYS and line.low[phrase.head] in lexicon.PAID:
        holding.paid(chain, at)
    elif before.startswith("announc") and lexicon.DECLARED & set(line.low[phrase.head - 1 : phrase.head + 1]):
        holding.announced(chain, at, phrase.head + 1)
    else:
        return False
    return True


def _governor(line: Line, at: int) -> int:
    """The word that a preposition, or a noun phrase after the word `at`, hangs on."""
    before = line.at(at)
    governor = at - 1 if before in lexicon.PREPOSITIONS else at
    if before in _JOINING:
        return _before_pair(line, at)
    if before not in lexicon.PREPOSITIONS and not _verbal(before):
        while governor > 0 and at - governor < 4 and line.low[governor] not in lexicon.ENACT:
            governor -= 1
    elif before in _ATTACHING:
        while governor > 0 and at - governor < 4 and not _known(line, governor):
            governor -= 1
    return governor


def _before_pair(line: Line, join: int) -> int:
    """What governs the first of two nouns ("imposed a freeze and a ban"); the joint if nothing does."""
    for at in range(join - 1, max(-1, join - FARTHEST), -1):
        low = line.low[at]
        if low in lexicon.RELATIVE or low in _CLAUSE_ENDS - _JOINING or low in lexicon.BE:
            break
        if _known(line, at) or low in lexicon.CLASS:
            return at
    return join


def _settlement(chain: Chain, at: int, governor: int) -> None:
    """Read "under the settlement" and "reached a settlement"."""
    if chain.line.at(at) == "under":
        after = chain.line.at(chain.found[Cue.NOMINAL][0] + 1)
        if after not in lexicon.RELATIVE and after not in {"that", "being", "under"}:
            chain.add(Cue.CAUSE, at)
    else:
        _enacted(chain, governor)


def _granted(chain: Chain, low: str) -> bool:
    """Whether a relief is given, or a measure kept, by a verb that could undo it ("extended the ban")."""
    if low not in lexicon.ENACT or low in lexicon.UNDO:
        return False
    return Cue.UNDOING in chain.found or low in _CONTINUES


def _undone(chain: Chain, governor: int) -> None:
    """Read "lift the ban": it stands until that is done; "lifted the ban" has ended it."""
    low = chain.line.low[governor]
    weak = low in lexicon.WEAK_UNDO
    ended = verbs.is_past(low) and verbs.group(chain.line, governor).form is not Form.INFINITIVE
    chain.add(Cue.REGIME if low == "enforce" else Cue.UNDONE, governor)
    if weak or ended:
        chain.add(Cue.OTHER, governor)


def _known(line: Line, at: int) -> bool:
    low = line.low[at]
    known = low in lexicon.CLASS or low in lexicon.UNDO or low in lexicon.WEAK_UNDO or low in lexicon.VIOLATE
    return known or low in lexicon.ENACT or low in _REACHES or low in lexicon.CAUSES or low == "part"


def _conditions(chain: Chain, at: int) -> None:
    """Keep a condition that stands to the left of a noun in its sentence."""
    for number in range(at, -1, -1):
        if chain.line.low[number] in lexicon.CONDITIONS and not chain.line.quoted[number]:
            chain.add(Cue.IF, number)
            return


def _enacted(chain: Chain, governor: int) -> None:
    """Read "imposed a ban", "was hit with a ban": effective if the verb is."""
    group = chain.climb(governor)
    by = agents.by(chain.line, governor) if group.form is Form.PASSIVE else None
    if by is False:
        chain.add(Cue.AGENT, governor)
    active = group.form is Form.PAST and (chain.agent is True or Cue.SETTLE in chain.found)
    done = active or (group.form is Form.PASSIVE and by is not False)
    chain.add(Cue.ENACTED if done else Cue.OTHER, governor)


def _climb(chain: Chain, governor: int) -> None:
    line = chain.line
    low = line.low[governor]
    if low in lexicon.CLASS or low in lexicon.SAYS:
        chain.govern(governor, 0)
    elif verbs.is_past(low) or verbs.is_gerund(low):
        chain.add(Cue.OTHER, governor)
        chain.climb(governor, 1)
    else:
        chain.add(Cue.OTHER, governor)
        chain.noun(governor, 1)
