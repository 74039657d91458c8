"""What a whole sentence tells: an act that was done, or a pledge, threat, demand or refusal.

The sentence is read for its main event: what "officials said" or "according to" only frames is left
aside, and of "said it would" the clause below counts. It serves to measure the words and chains of the
gate on sentences labelled by others; `licet` itself asks the gate alone, measure by measure.
"""

from __future__ import annotations

from itertools import pairwise

from benchmarks.modality import acts, wordings
from benchmarks.modality.idioms.matching import Told, told_with
from benchmarks.modality.main_verb import FARTHEST_OPENING, declares, main_verb, talk_as_subject

from licet.model.news import Span
from licet.news.layout import Layout, Sentence
from licet.news.modality import lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form, Group
from licet.news.modality.line import Line, columns
from licet.news.modality.modality import Modality, Standing

FARTHEST_OBJECT = 8
"""Words after a light verb within which its noun stands ("issued an ultimatum")."""

_CLASSES = (
    (Cue.DENIAL, Modality.DENIED),
    (Cue.REFUSE, Modality.DENIED),
    (Cue.NOT, Modality.DENIED),
    (Cue.THREAT, Modality.THREATENED),
    (Cue.DEMAND, Modality.DEMANDED),
    (Cue.MUST, Modality.DEMANDED),
    (Cue.REQUEST, Modality.REQUESTED),
    (Cue.PLEDGE, Modality.PLEDGED),
    (Cue.WOULD, Modality.PLEDGED),
    (Cue.WILL, Modality.EXPECTED),
    (Cue.IF, Modality.HYPOTHETICAL),
    (Cue.MAY, Modality.HYPOTHETICAL),
    (Cue.PROPOSE, Modality.PROPOSED),
    (Cue.EXPECT, Modality.EXPECTED),
    (Cue.PREDICT, Modality.PREDICTED),
    (Cue.OTHER, Modality.UNCLEAR),
)
"""Signs of what is no act, the strongest first, and what they make of the sentence."""

MOST_MARKED = 3
"""Words of an event that tell its class; what follows them is its object."""

_SUBORDINATE = lexicon.FACTIVE | lexicon.UNTRUE | lexicon.RELATIVE
_NOT_SAID_OF_EVENTS = frozenset((Cue.ORDER, Cue.ACCUSE, Cue.NEGOTIATE))
_BREACHES = frozenset(("defiance", "violation", "breach", "contravention", "disregard"))
_TRUCES = frozenset(("ceasefire", "cease", "truce", "armistice"))
_WARNINGS = frozenset(("warning", "threat", "caution", "ultimatum"))
_BEHIND_OBJECT = frozenset(
    (",", ".", "after", "when", "against", "in", "under", "despite", "amid", "following", "over", "because")
)
_CALLS = frozenset(("for", "on", "upon", "to"))
_STRONG = frozenset((Cue.THREAT, Cue.DEMAND, Cue.PLEDGE, Cue.REFUSE, Cue.REQUEST))


def standing_of_event(laid: Layout, sentence: Sentence, event: tuple[Span, ...] = ()) -> Standing:
    """Tell what the main event of a sentence is.

    Args:
        laid: The story.
        sentence: One of its sentences.
        event: The words that tell the event, its verb first; without them the main verb is looked for.

    Returns:
        `reported` for an act told as done, `denied`, `threatened`, `demanded`, `requested`, `pledged`,
        `expected`, `hypothetical` or `proposed` for what is none, `unclear` where no verb was found.
    """
    line = Line(laid, sentence, [], columns(laid))
    marked = [at for span in event for at in _numbers(laid, sentence, span)]
    head = _verb_of(line, marked) if marked else main_verb(line)
    if head is None:
        return Standing(Modality.UNCLEAR, "no verb")
    found = _signs(line, head, marked)
    told = told_with(line, head)
    for at in () if told is not None and told.sign is None else marked[:MOST_MARKED]:
        if at == head or not verbs.is_gerund(line.low[at]):
            _given(line, at, found)
    subject = None if marked else talk_as_subject(line)
    if subject is not None:
        found.setdefault(wordings.NOUNS[line.low[subject]], []).append(subject)
    for cue, modality in _CLASSES:
        if cue in found:
            return Standing(modality, cue.value, _spans(laid, sentence, found[cue]))
    return Standing(Modality.REPORTED, "told as done", _spans(laid, sentence, [head]))


def _numbers(laid: Layout, sentence: Sentence, span: Span) -> range:
    """Numbers of the words of a span within its sentence."""
    first = max(laid.word_at(span.start), sentence.first)
    return range(first - sentence.first, min(laid.word_at(span.end), sentence.last) - sentence.first)


def _verb_of(line: Line, marked: list[int]) -> int | None:
    """The verb among the words of an event, or its first word that is no auxiliary."""
    words = [at for at in marked if not _auxiliary(line, at)]
    verbal = (at for at in words if verbs.is_past(line.low[at]) or line.low[at] in lexicon.CLASS)
    return next(verbal, words[0] if words else None)


def _auxiliary(line: Line, at: int) -> bool:
    low = line.low[at]
    return low in lexicon.BE or low in lexicon.HAVE or low in lexicon.MODALS or not low[0].isalpha()


def _given(line: Line, at: int, found: dict[Cue, list[int]]) -> None:
    """Keep the class of a word that is given as one of the event's."""
    low = line.low[at]
    own = lexicon.MODALS.get(low) or wordings.NOUNS.get(low) or lexicon.CLASS.get(low)
    if low in wordings.REFUSALS:
        own = Cue.REFUSE
    elif low in wordings.ACCEPTS:
        own = Cue.PLEDGE
    if own is not None and own not in _NOT_SAID_OF_EVENTS and not _undertaken(line, at):
        found.setdefault(own, []).append(at)


def _undertaken(line: Line, at: int) -> bool:
    """Whether a verb that pledges, plans or asks with a particle tells an act without it.

    So do "undertook a mission", "set fire", "moved tanks", "called him a liar", "unveiled a monument".
    """
    low, behind = line.low[at], line.low[at + 1 : at + 4]
    if low in {"undertook", "set", "moved", "pushed", "advanced", "worked"}:
        return line.at(at + 1) not in {"to", "toward", "towards", "for", "closer"}
    if low.startswith("call"):
        return _CALLS.isdisjoint(behind)
    if low.startswith("unveil"):
        return wordings.PLANS.isdisjoint(line.low[at + 1 : at + 7])
    return low.startswith("charge")


def _spans(laid: Layout, sentence: Sentence, numbers: list[int]) -> tuple[Span, ...]:
    words = laid.words[sentence.first : sentence.last]
    return tuple(laid.story.span(words[n].start, words[n].end) for n in sorted(set(numbers)))


def _signs(line: Line, head: int, marked: list[int]) -> dict[Cue, list[int]]:
    """Signs in the group of a verb, in the verb itself, in its noun and in what it goes on with."""
    chain = Chain(line)
    group = verbs.group(line, head)
    for cue, number in group.cues:
        chain.add(cue, number)
    for at in range(max(0, group.first - 4), group.first):
        if line.low[at] in {"no", "neither", "nobody", "none"}:
            chain.add(Cue.NOT, at)
    if not marked:
        _joined(chain, head)
    spirit = _spirit(line, head)
    if spirit is not None:
        chain.add(spirit, head)
    told = _idiom(line, head, group)
    if told is not None:
        if told.sign is None:
            return chain.found
        if told.sign is not Cue.DEMAND or lexicon.CLASS.get(line.low[head]) is not Cue.REQUEST:
            chain.add(told.sign, head)
    _of_verb(chain, head, group)
    _of_noun(chain, head, group)
    if not chain.found and not _known(line, head, group, marked):
        chain.add(Cue.OTHER, head)
    return chain.found


def _spirit(line: Line, head: int) -> Cue | None:
    """The sign that an act itself gives: done "in defiance of a ban", or "as a warning".

    What breaks a truce is an act of war.
    """
    for at in range(head + 1, min(len(line.low) - 2, head + FARTHEST_OPENING)):
        if line.low[at] in {",", "after", "which", "who", "when", "that"}:
            return None
        after, then = line.low[at + 1], line.low[at + 2]
        if line.low[at] == "in" and after in _BREACHES and then == "of":
            truce = not _TRUCES.isdisjoint(line.low[at + 3 : at + 8])
            return None if truce else Cue.REFUSE
        if line.low[at] == "as" and then in _WARNINGS:
            return Cue.THREAT
    return None


def _idiom(line: Line, head: int, group: Group) -> Told | None:
    """What a verb tells together with the words behind it; that of "was on the phone" is "was"."""
    told = told_with(line, head)
    if told is not None or not (line.low[head] in lexicon.PREPOSITIONS or line.low[head] == "guilty"):
        return told
    copula = next((at for at in range(head - 1, group.first - 1, -1) if line.low[at] in lexicon.BE), None)
    return None if copula is None else told_with(line, copula)


def _of_verb(chain: Chain, head: int, group: Group) -> None:
    """Keep the sign of the verb itself, of what refuses with its object and of a mere state."""
    line, low = chain.line, chain.line.low[head]
    if _refusal(line, head, group):
        chain.add(Cue.REFUSE, head)
    other = _other_wording(line, head)
    if other is not None:
        chain.add(other, head)
    own = lexicon.CLASS.get(low)
    if own is not None and not _undertaken(line, head) and own not in _NOT_SAID_OF_EVENTS:
        chain.add(own, head)
    says = (low in lexicon.SAYS or low in lexicon.SOFT) and not declares(line, head)
    bare = group.first == head or line.at(group.first - 1) == "there"
    event = bare and (low in acts.NOUNS or low in wordings.DECLARES)
    if says or (group.form is Form.PRESENT and not verbs.is_gerund(low) and not event):
        chain.add(Cue.OTHER, head)


def _of_noun(chain: Chain, head: int, group: Group) -> None:
    """Keep the sign of the noun that a light verb goes with."""
    line = chain.line
    if line.low[head] in wordings.LIGHT or group.form is Form.PRESENT:
        _noun(chain, head)
    if line.low[head] in wordings.LIGHT and group.form is Form.PASSIVE:
        for at in range(max(0, group.first - 3), group.first):
            given = wordings.NOUNS.get(line.low[at])
            if given is not None:
                chain.add(given, at)


def _done(low: str) -> bool:
    """Whether a verb tells an act, by itself or with "re-" before it."""
    return low in acts.VERBS or (low.startswith("re") and low.removeprefix("re").strip("-") in acts.VERBS)


def _known(line: Line, head: int, group: Group, marked: list[int]) -> bool:
    """Whether a verb, its object or a word of the event is known to tell an act."""
    low = line.low[head]
    if low in acts.NOUNS or (_done(low) and low not in acts.LIGHT):
        return True
    words = {line.low[at] for at in marked if at != head}
    if not words.isdisjoint(acts.NOUNS) or not (words - acts.LIGHT).isdisjoint(acts.VERBS):
        return True
    if low not in acts.LIGHT and low not in acts.HAPPENS:
        return False
    near = line.low[head + 1 : head + FARTHEST_OBJECT]
    if group.form is Form.PASSIVE or low in acts.HAPPENS:
        near = near + line.low[max(0, group.first - FARTHEST_OBJECT) : group.first]
    return any(word in acts.NOUNS or (verbs.is_gerund(word) and word in acts.VERBS) for word in near)


def _refusal(line: Line, head: int, group: Group) -> bool:
    """Whether a verb refuses, by itself or with what it is done to."""
    low, after = line.low[head], line.at(head + 1)
    if low in wordings.REFUSALS or (low in {"remained", "stayed"} and after in wordings.REFUSALS):
        return True
    before, behind = line.low[max(0, head - 8) : head], line.low[head + 1 : head + 5]
    passive = group.form is Form.PASSIVE
    what = before if passive else behind
    off = low in wordings.BROKEN_OFF and not wordings.TALKS.isdisjoint(what if passive else what[:3])
    failed = low in {"broke", "broken"} and after in {"down", "up"} and not wordings.TALKS.isdisjoint(before)
    defeated = low in wordings.DEFEATS and not wordings.PROPOSED.isdisjoint(what)
    broken = low in wordings.VIOLATES and not wordings.NORMS.isdisjoint(behind)
    nothing = low in {"ended", "closed", "finished"} and _came_to_nothing(line, head)
    return off or failed or defeated or broken or nothing


def _other_wording(line: Line, head: int) -> Cue | None:
    """Whether a verb accepts, demands or threatens by what goes with it."""
    low = line.low[head]
    if low in wordings.ACCEPTS:
        return Cue.PLEDGE
    given = low in {"gave", "given", "gives"} and _given_time(line, head)
    if given or (low in {"ordered", "told"} and _or_else(line, head)):
        return Cue.THREAT
    asks = low in wordings.TELLS and "to" in line.low[head + 1 : head + 8]
    return Cue.DEMAND if asks or low in wordings.ASKS else None


def _came_to_nothing(line: Line, head: int) -> bool:
    """Whether talks "ended in deadlock" or "without an agreement"."""
    behind = line.low[head + 1 : head + 5]
    return not wordings.STALEMATES.isdisjoint(behind) or "without" in behind


def _given_time(line: Line, head: int) -> bool:
    """Whether somebody is given "a week to withdraw"."""
    behind = line.low[head + 1 : head + 9]
    return any(low in wordings.SPANS and "to" in behind[n:] for n, low in enumerate(behind))


def _or_else(line: Line, head: int) -> bool:
    """Whether an order goes on with "or be arrested"."""
    behind = line.low[head + 1 :]
    return any(low == "or" and after in {"be", "face", "risk"} for low, after in pairwise(behind))


def _joined(chain: Chain, head: int) -> None:
    """Keep the class of a second verb ("seized a village and threatened to march")."""
    line = chain.line
    for at in range(head + 1, min(len(line.low) - 1, head + FARTHEST_OPENING)):
        if line.low[at] in _SUBORDINATE or line.low[at] in {",", "that", "said"}:
            return
        second = line.at(at + 1)
        if line.low[at] in {"and", "but"} and verbs.is_past(second):
            own = lexicon.CLASS.get(second)
            if own in _STRONG:
                chain.add(own, at + 1)
            return


def _paper(chain: Chain, paper: int) -> None:
    """Keep the class of the participle that tells what a letter or resolution says."""
    for at in range(paper + 1, min(len(chain.line.low), paper + FARTHEST_OBJECT)):
        low = chain.line.low[at]
        own = lexicon.CLASS.get(low)
        if own in _STRONG and verbs.is_gerund(low):
            chain.add(own, at)
            return


def _noun(chain: Chain, head: int) -> None:
    for at in range(head + 1, min(len(chain.line.low), head + FARTHEST_OBJECT)):
        low = chain.line.low[at]
        if low in lexicon.RELATIVE or low in _BEHIND_OBJECT:
            return
        cue = wordings.NOUNS.get(low)
        if low in wordings.PAPERS:
            _paper(chain, at)
        last = low == "until" and chain.line.low[head] in {"gave", "given", "give"}
        if cue is not None or last or low == "chance":
            chain.add(cue or Cue.THREAT, at)
            return
