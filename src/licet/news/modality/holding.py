"""A measure by what somebody is under, pays or settles: "under sanctions", "will pay a sum to settle"."""

from __future__ import annotations

from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form, Group
from licet.news.modality.line import Line
from licet.news.modality.times import dated

FARTHEST_PAY = 14
"""Words between what is paid and "to settle"."""

FARTHEST_PLACED = 6
"""Words between "put" and "under a ban"."""

_LIVES = frozenset(("live", "lives", "lived", "living"))
_PLACES = frozenset(("placed", "put", "kept"))
FARTHEST_ACT = 30
"""Words between an act and the participle that tells what it brings."""

_LISTS = frozenset(("added", "listed", "designated", "blacklisted", "sanctioned", "named"))
_FOLLOWED = frozenset(("followed", "retaliated", "responded", "hit", "struck", "acted", "joined", "reacted"))
_ACTS = lexicon.ENACT | lexicon.STATES | _LISTS | _FOLLOWED
"""Acts of which a participle behind them tells what they bring."""
_FUTURE = frozenset(("will", "shall", "must", "'ll"))
_LATER = frozenset(
    ("will", "would", "could", "may", "might", "if", "unless", "next", "tomorrow", "starting", "effective",
     "from", "begin", "begins", "start", "starts", "takes", "take", "coming", "soon", "expected",
     "later", "should")
)  # fmt: skip
_ON_CONDITION = frozenset(("if", "unless", "provided"))
_AGREEMENTS = frozenset(("agreement", "settlement", "order", "decree"))
_NOT_YET = frozenset(("proposed", "draft", "possible", "future", "any", "tentative", "a", "no", "new"))


def held(line: Line, preposition: int) -> int | None:
    """The verb of being that "under", "on" or "subject to" goes with; None for another one.

    Args:
        line: The sentence.
        preposition: The word before the noun phrase of the measure.
    """
    low, at = line.at(preposition), preposition - 1
    if low == "to" and "subject" in line.low[max(0, at - 8) : at + 1]:
        at -= 1 + line.low[at::-1].index("subject")
    elif low not in {"under", "on"} and not (low == "with" and line.at(at) in _LIVES):
        return None
    if line.low[max(0, at - 1) : at + 1] == ["in", "addition"]:
        at -= 2
    while at > 0 and (
        verbs.is_adverb(line.low[at]) or line.low[at] in {"back", "itself", "themselves", "himself"}
    ):
        at -= 1
    if line.at(at) in lexicon.HELD:
        return at
    placed = range(at, max(-1, at - FARTHEST_PLACED), -1) if low == "under" else ()
    return next((number for number in placed if line.low[number] in _PLACES), None)


def since(line: Line, preposition: int, head: int) -> bool:
    """Whether an aside tells since when somebody is under it: "Orlo, under sanctions since 2019, ..."."""
    first = preposition
    if line.at(preposition) == "to" and line.at(preposition - 1) == "subject":
        first -= 1
    elif line.at(preposition) != "under":
        return False
    return line.at(first - 1) == "," and "since" in line.low[head + 1 : head + 6] and dated(line, head)


def hold(chain: Chain, verb: int) -> None:
    """Keep the signs of "has been under", "fell under", "remains on": there if the verb is no mere wish."""
    above = Chain(chain.line)
    group = above.climb(verb)
    _take_over(chain, above)
    placed = chain.line.low[verb] in _PLACES
    if placed and group.form is Form.PAST and above.agent is True:
        chain.add(Cue.ENACTED, verb)
        return
    told = group.form is Form.PASSIVE if placed else group.form in {Form.PAST, Form.PASSIVE, Form.PRESENT}
    if told and _being(chain.line, group):
        chain.add(Cue.ENACTED, verb)
    else:
        chain.add(Cue.OTHER, verb)


def _being(line: Line, group: Group) -> bool:
    return all(line.low[at] != "being" for at in range(group.first, group.head + 1))


def paid(chain: Chain, pay: int) -> None:
    """Keep the signs of "paid a fine", "was ordered to pay one", "under the agreement will pay one"."""
    above = Chain(chain.line)
    group = above.climb(pay)
    agreed = _agreed(chain.line, above)
    under = _under_agreement(chain.line, group.first)
    noun = chain.line.low[chain.found[Cue.NOMINAL][0]]
    duty = noun in lexicon.DUTIES and group.form is Form.PRESENT and not group.cues
    done = (group.form in {Form.PAST, Form.PASSIVE} or duty) and Cue.OTHER not in above.found
    ordered = group.form is Form.INFINITIVE and _ordered(above)
    if agreed or under:
        _drop(above, chain.line, Cue.PLEDGE, lexicon.REACHING)
        _drop(above, chain.line, Cue.WILL, _FUTURE)
        _drop(above, chain.line, Cue.MUST, _FUTURE)
    _take_over(chain, above, but=frozenset((Cue.OTHER,)) if ordered or agreed or under else frozenset())
    fine = done or ordered or agreed or (under and group.form in {Form.MODAL, Form.INFINITIVE, Form.PRESENT})
    chain.add(Cue.ENACTED if fine else Cue.OTHER, pay)
    if agreed or under:
        conditioned(chain, pay)


def announced(chain: Chain, verb: int, after: int) -> None:
    """Keep the signs of "announced sanctions on": to announce these is to impose them, if no day is to come.

    Args:
        chain: The signs.
        verb: The verb of announcing.
        after: The word behind the noun phrase.
    """
    line = chain.line
    above = Chain(line)
    group = above.climb(verb)
    behind = line.low[after : after + 16]
    later = any(low in _LATER for low in behind) or _plans(line, group.first, verb)
    _take_over(chain, above)
    if group.form is Form.PAST and above.agent is True and not later:
        chain.add(Cue.ENACTED, verb)
    else:
        chain.add(Cue.EXPECT, verb)


def _plans(line: Line, first: int, verb: int) -> bool:
    """Whether what is announced is a plan or a draft."""
    return any(
        low in {"plans", "plan", "proposed", "draft", "possible"} for low in line.low[first : verb + 6]
    )


def follows(chain: Chain, group: Group) -> bool:
    """Whether a participle tells what an act of an authority brings: "listed Orlo, barring sales"."""
    line, first = chain.line, group.first
    if line.at(first - 1) != "," or chain.found.keys() - {Cue.OTHER, Cue.SAID, Cue.VERB, Cue.ORDER}:
        return False
    if any(verbs.told_as_verb(line, at) for at in chain.found.get(Cue.ORDER, ())):
        return False
    for at in range(first - 2, max(-1, first - FARTHEST_ACT), -1):
        if line.low[at] in edges.STOPS:
            return False
        if line.low[at] in _ACTS and not line.quoted[at] and verbs.is_past(line.low[at]):
            above = Chain(line)
            told = above.climb(at).form is Form.PAST and above.agent is True and not above.found
            if told:
                chain.found.pop(Cue.OTHER, None)
                chain.found.pop(Cue.ORDER, None)
            return told
    return False


def settles(chain: Chain, head: int) -> bool:
    """Keep the signs of "agreed to settle" and "will pay $3 million to settle"; whether it is one of these.

    Somebody who is bound to pay has settled; one who offered or is expected to has not.
    """
    line = chain.line
    pay = _pay_before(line, head)
    above = Chain(line)
    group = above.climb(head if pay is None else pay)
    agreed = _agreed(line, above)
    bound = pay is not None and group.form in {Form.PAST, Form.MODAL}
    if not (agreed or bound):
        return False
    for cue in (Cue.WILL, Cue.MUST):
        if pay is not None:
            _drop(above, line, cue, _FUTURE)
    if agreed:
        _drop(above, line, Cue.PLEDGE, lexicon.REACHING)
    _take_over(chain, above, but=frozenset((Cue.OTHER,)) if agreed else frozenset())
    chain.add(Cue.PAST, head)
    conditioned(chain, head)
    return True


def conditioned(chain: Chain, verb: int) -> None:
    """Keep a condition behind what was agreed: "agreed to pay a fine if the charges are dropped"."""
    line = chain.line
    if line.words.isdisjoint(_ON_CONDITION):
        return
    for at in range(verb + 1, len(line.low)):
        if line.low[at] in edges.STOPS or line.low[at] == "and":
            return
        if line.low[at] in _ON_CONDITION and line.at(at - 1) != "even":
            chain.add(Cue.IF, at)
            return


def _pay_before(line: Line, head: int) -> int | None:
    """The verb of paying of which "to settle" tells what for."""
    if line.at(head - 1) != "to":
        return None
    for at in range(head - 2, max(-1, head - FARTHEST_PAY), -1):
        if line.low[at] in lexicon.PAYS:
            return at
        if line.low[at] in edges.STOPS:
            return None
    return None


def _agreed(line: Line, above: Chain) -> bool:
    """Whether the only pledge above is that somebody agreed, and it is told as done."""
    found = above.found.get(Cue.PLEDGE, ())
    if not found or any(line.low[at] not in lexicon.REACHING for at in found):
        return False
    form = verbs.group(line, found[0]).form
    return form is Form.PAST or (form is Form.PRESENT and line.low[found[0]] == "agrees")


def _under_agreement(line: Line, first: int) -> bool:
    """Whether the payment is due "under the agreement" that the sentence begins with."""
    for at in range(first - 1, -1, -1):
        if line.low[at] in edges.STOPS:
            return False
        if line.low[at] == "under" or (line.low[at] == "of" and line.at(at - 1) == "terms"):
            phrase = line.low[at + 1 : at + 7]
            noun = next((n for n, low in enumerate(phrase) if low in _AGREEMENTS), None)
            return noun is not None and _NOT_YET.isdisjoint(set(phrase[:noun]) - {"a"})
    return False


def _ordered(above: Chain) -> bool:
    """Whether the payment stands under an order that was given, by an authority where one is named."""
    passive = above.found.get(Cue.INSTRUCT)
    if passive:
        return verbs.group(above.line, passive[0]).form is Form.PASSIVE
    order = above.found.get(Cue.ORDER)
    if not order:
        return False
    giving = Chain(above.line)
    return giving.climb(order[0]).form is Form.PAST and giving.agent is True


def _drop(above: Chain, line: Line, cue: Cue, words: frozenset[str]) -> None:
    """Leave out the signs of a class that only certain words give."""
    rest = [at for at in above.found.get(cue, ()) if line.low[at] not in words]
    if rest:
        above.found[cue] = rest
    else:
        above.found.pop(cue, None)


def _take_over(chain: Chain, above: Chain, but: frozenset[Cue] = frozenset()) -> None:
    for cue, numbers in above.found.items():
        if cue not in but:
            for number in numbers:
                chain.add(cue, number)
