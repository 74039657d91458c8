"""A measure told by a noun: how it is told apart, what is done to it, and what it is the cause of."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import (
    agents,
    bearing,
    borne,
    described,
    edges,
    holding,
    lexicon,
    needing,
    participles,
    particles,
    predicates,
    taken,
    verbs,
)
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.described import conditions
from licet.news.modality.groups import Form
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase, phrase, some_of, verbal

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_DEFINITE, _NOMINAL, _QUALIFIED = Cue.DEFINITE, Cue.NOMINAL, Cue.QUALIFIED

FARTHEST = 14
"""Words after a noun within which its verb is looked for."""
_PLAIN = frozenset((Cue.NOMINAL, Cue.DEFINITE, Cue.QUALIFIED, Cue.UNDOING, Cue.OTHER))
"""Signs of a noun of which nothing is told but what it is."""
_OPEN = lexicon.CLASS.keys() | lexicon.MODALS.keys() | lexicon.CONDITIONS | lexicon.NEGATIONS
"""Words by which what a headline names need not be there."""
_TELLS_MORE = lexicon.RELATIVE | {"that", "against", "under", "for", "from", ","}
FARTHEST_ACT = 25
"""Words between an act and a noun that names it again."""
_JOINING = frozenset(("and", "or", ",", "plus"))
_ATTACHING = frozenset(("from", "of", "to", "on", "in", "with", "against", "for", "about", "over", "into"))
_REACHES = frozenset(("reached", "entered", "signed", "struck"))
_GETS = listed("receives gets wins secures received won got obtained secured gained landed")
_BRINGS = lexicon.ENACT | _GETS
_RELIEFS = listed(
    "licence license licences licenses exemption exemptions waiver waivers reprieve permit permits"
    " authorisation authorization extension exclusion clearance release derogation fine penalty"
)
"""What a party that got it has."""
_HURT = listed(
    "hit hurt crippled squeezed caught battered restricted affected blocked isolated weakened choked stung"
    " struck hampered hobbled halted stopped barred bound"
)
_HURT_BY = {"by": _HURT, "of": frozenset(("stripped", "deprived"))}
"""Participles with the preposition by which what is there did that to somebody."""
_KNOWN = frozenset((
    *lexicon.CLASS, *lexicon.UNDO, *lexicon.WEAK_UNDO, *lexicon.VIOLATE, *lexicon.ENACT, *_REACHES,
    *lexicon.CAUSES, "part",
))  # fmt: skip
"""Words of which it is known what they do to the measure that they govern."""
_MODIFIERS = frozenset((
    *lexicon.CANDIDATES, *lexicon.QUALIFIES, *lexicon.OFFICIAL, *lexicon.DEFINITE, "'s", "own",
))  # fmt: skip
"""Words before a noun that tell its measure apart or whether it is there."""
_ASIDE = 9
"""Words that may stand between a verb and its object or the answer that it gives."""
_BACK = frozenset(("hit", "struck", "fired"))
_ANSWERS = _BACK | listed("retaliated responded answered replied reacted countered")
_OPENING = listed("hit armed slapped saddled struck served")
"""Participles that with what somebody got open a sentence on him."""
_CONSENTS = frozenset(("agreement", "agreements", "order", "decree"))
_STATES = (bearing.told, borne.told, needing.told)
"""What tells that a measure is there by the state of things that it makes."""
_CAUSES = lexicon.CAUSES | {"part"}
_CAUSE_TO = frozenset(("due", "response", "thanks", "owing"))


def look(chain: Chain, head: int) -> None:
    """Keep the signs around a noun."""
    whole = phrase(chain.line, head)
    chain.add(_NOMINAL, head)
    _modifiers(chain, whole)
    there = described.made(chain, whole) or any(look_for(chain, whole) for look_for in _STATES)
    if not there and not predicates.told(chain, whole):
        _object(chain, whole)
    if chain.line.headline and _PLAIN.issuperset(chain.found) and _OPEN.isdisjoint(chain.line.low):
        chain.add(Cue.HEADLINE, head)


def _modifiers(chain: Chain, phrase: Phrase) -> None:
    line = chain.line
    first, head, stop = phrase
    for at in range(first, head):
        if line.party_at(at) is not None:
            chain.add(_QUALIFIED, at)
        if line.low[at] in _MODIFIERS:
            _modified(chain, phrase, at)
    if line.low[first] == "such":
        chain.add(Cue.OTHER, first)  # one of a kind, not the one that the story is about
    if _apposed(line, phrase):
        chain.add(_DEFINITE, first)
    if any(line.owners[head + 1 : stop]):
        chain.add(_QUALIFIED, head + 1)


def _modified(chain: Chain, phrase: Phrase, at: int) -> None:
    """Keep what an article, an adjective or an owner tells of the noun behind it."""
    line, low = chain.line, chain.line.low[at]
    if low in lexicon.CANDIDATES:
        chain.add(lexicon.CANDIDATES[low], at)
    elif low in lexicon.QUALIFIES or low in lexicon.OFFICIAL:
        chain.add(_QUALIFIED, at)
    if (low in lexicon.DEFINITE or low == "'s") and not some_of(line, phrase):
        chain.add(_DEFINITE, at)
    own = low == "own" and not agents.phrase(line, phrase.first, at - (line.at(at - 1) == "'s"))
    if own or (low == "'s" and line.at(at - 1) in agents.NOT_BODY and not _of_authority(line, at - 1)):
        chain.add(Cue.AGENT, at)


def _of_authority(line: Line, at: int) -> bool:
    """Whether the name of an authority holds a word ("the European Union's ban")."""
    party = line.party_over(at)
    return party is not None and party.authority


def _apposed(line: Line, phrase: Phrase) -> bool:
    """Whether a noun names again what was told before it: "was fined $3 million, a penalty that ..."."""
    if line.low[phrase.first] not in {"a", "an"} or line.at(phrase.first - 1) != ",":
        return False
    if line.at(phrase.head + 1) not in _TELLS_MORE:
        return False
    before = line.low[max(0, phrase.first - FARTHEST_ACT) : phrase.first]
    return any(low in lexicon.TRANSITIVE and verbs.is_past(low) for low in before)


def _object(chain: Chain, phrase: Phrase) -> None:
    """A noun that is governed by a verb, a noun or a preposition to its left."""
    line = chain.line
    at = _word_before(line, phrase)
    before = line.at(at)
    governor = _governor(line, at)
    low = line.at(governor)
    cause = (before == "of" and low in _CAUSES) or before == "despite"
    if before == "with" and at == 1 and line.low[0] in _OPENING:
        _hurt(chain, 0)
    elif before == "with" and (answer := _answer(line, at)) is not None:
        chain.add(Cue.BROUGHT, answer)
        _enacted(chain, answer)
    elif low in lexicon.VIOLATE:
        chain.add(Cue.REGIME, governor)
    elif cause or (before == "to" and low in _CAUSE_TO):
        chain.add(Cue.CAUSE, max(governor, 0))
        conditions(chain, at)
    elif Cue.SETTLE in chain.found and (before == "under" or low in _REACHES | lexicon.REACHING):
        _settlement(chain, at, governor)
    elif (low in lexicon.UNDO or low in lexicon.WEAK_UNDO) and not _granted(chain, low):
        _undone(chain, governor)
        conditions(chain, at)
    elif _held(chain, phrase, at):
        pass
    elif line.at(at - 1) in _HURT_BY.get(before, ()):
        _hurt(chain, at - 1)
    elif before == "under" and line.at(at - 1) in lexicon.ENACT:
        _enacted(chain, at - 1)
    else:
        _governed(chain, at, governor)


def _word_before(line: Line, phrase: Phrase) -> int:
    """The word before the phrase of a noun, a name that begins it left out."""
    at = phrase.first - 1
    party = line.party_over(at)
    at = at if party is None else party.first - 1
    if line.at(at) == ",":
        return _before_aside(line, at)
    if line.at(at) == "consent" and line.low[phrase.head] in _CONSENTS:
        at -= 1 + (line.at(at - 1) in lexicon.DETERMINERS)
    return at


def _before_aside(line: Line, comma: int) -> int:
    """The verb that an aside parts from its object ("imposed, with effect from May 1, a ban")."""
    opened = next((at for at in range(comma - 1, max(-1, comma - _ASIDE), -1) if line.low[at] == ","), None)
    if opened is None or line.at(opened + 1) not in lexicon.PREPOSITIONS:
        return comma
    return opened - 1 if line.at(opened - 1) in lexicon.ENACT else comma


def _answer(line: Line, preposition: int) -> int | None:
    """The verb of answering that "with" goes with: "hit back on Tuesday with a tariff"."""
    for at in range(preposition - 1, max(-1, preposition - _ASIDE), -1):
        low = line.low[at]
        if low in _ANSWERS:
            return at if low not in _BACK or line.at(at + 1) == "back" else None
        if low in edges.MARKS or low in lexicon.CLASS:
            return None
    return None


def _governed(chain: Chain, at: int, governor: int) -> None:
    """Keep what a governing word tells that is neither an undoing nor a cause."""
    before, low = chain.line.at(at), chain.line.at(governor)
    studied = low.startswith("stud") and _DEFINITE in chain.found  # what is studied so is there
    if taken.happened(chain.line, at, chain.found[_NOMINAL][0]):
        chain.add(Cue.ENACTED, at)
    elif before in lexicon.UNDER or studied:
        chain.add(Cue.OTHER, at)
    elif low in _BRINGS and (before == "with" or before not in lexicon.PREPOSITIONS):
        chain.add(Cue.BROUGHT, governor)
        _enacted(chain, governor)
    elif governor >= 0:
        near = governor == at or before in lexicon.PREPOSITIONS
        named = governor == at and chain.line.at(at - 1) in lexicon.DETERMINERS  # "without the vote the ban"
        named = named or (low.startswith("call") and before == low)  # "called the ban unfair"
        if (low in lexicon.CLASS and near and not named) or (low in _BRINGS and before == "of"):
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
    elif holding.since(line, at, phrase.head):
        chain.add(Cue.ENACTED, at)
        conditions(chain, at)
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
    if before not in lexicon.PREPOSITIONS and not verbal(before):
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
        if low in lexicon.RELATIVE or low in edges.PREDICATE - _JOINING or low in lexicon.BE:
            break
        if _known(line, at) or low in lexicon.CLASS:
            return at
    return join


def _settlement(chain: Chain, at: int, governor: int) -> None:
    """Read "under the settlement" and "reached a settlement"."""
    if chain.line.at(at) == "under":
        after = chain.line.at(chain.found[_NOMINAL][0] + 1)
        if after not in lexicon.RELATIVE and after not in {"that", "being", "under"}:
            chain.add(Cue.CAUSE, at)
    else:
        _enacted(chain, governor)
        holding.conditioned(chain, governor)
        if "principle" in chain.line.low[governor : governor + FARTHEST]:
            chain.add(Cue.PROPOSE, governor)


def _granted(chain: Chain, low: str) -> bool:
    """Whether a relief is given, or a measure kept, by a verb that could undo it ("extended the ban")."""
    if low not in lexicon.ENACT or low in lexicon.UNDO:
        return False
    return Cue.UNDOING in chain.found or low in lexicon.CONTINUES


def _undone(chain: Chain, governor: int) -> None:
    """Read "lift the ban": it stands until that is done; "lifted the ban" has ended it."""
    low = chain.line.low[governor]
    weak = low in lexicon.WEAK_UNDO
    ended = verbs.is_past(low) and verbs.group(chain.line, governor).form is not Form.INFINITIVE
    chain.add(Cue.REGIME if low == "enforce" else Cue.UNDONE, governor)
    if weak or ended:
        chain.add(Cue.OTHER, governor)


def _known(line: Line, at: int) -> bool:
    return line.low[at] in _KNOWN


def _enacted(chain: Chain, governor: int) -> None:
    """Read "imposed a ban", "was hit with a ban": effective if the verb is."""
    line = chain.line
    group = chain.climb(governor)
    by = agents.by(line, governor) if group.form is Form.PASSIVE else None
    if by is False:
        chain.add(Cue.AGENT, governor)
    if particles.all_but(line, governor):
        chain.add(Cue.NOT, governor - 1)
    if particles.proposes(line, governor) or particles.keeps_back(line, governor):
        chain.add(Cue.PROPOSE, governor)
    acts = chain.agent is True or Cue.SETTLE in chain.found or chain.same_speaker(group.first)
    acts = acts or agents.resumes(line, group.first)
    if group.form is Form.GERUND and participles.told_by_gerund(chain, group):
        chain.found.pop(Cue.OTHER, None)
        chain.add(Cue.ENACTED, governor)
        return
    gets = line.low[governor] in _GETS and not _RELIEFS.isdisjoint(line.low[governor : governor + FARTHEST])
    active = group.form is Form.PAST and (acts or gets)
    done = active or (group.form is Form.PASSIVE and by is not False)
    done = done and not particles.takes_back(line.low[governor], line.at(governor + 1))
    shown = line.headline and group.form is Form.PRESENT and group.first == governor
    chain.add(Cue.ENACTED if done else Cue.HEADLINE if shown else Cue.OTHER, governor)


def _hurt(chain: Chain, verb: int) -> None:
    """Read "crippled by the sanctions" and "Armed with a licence, ...": what did it is there."""
    if verb == 0 and "," in chain.line.words and taken.real(chain.line):
        chain.add(Cue.ENACTED, verb)
        return
    group = chain.climb(verb)
    chain.add(Cue.ENACTED if group.form is Form.PASSIVE else Cue.OTHER, verb)


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
