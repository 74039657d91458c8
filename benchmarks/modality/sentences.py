"""What a whole sentence tells: an act that was done, or a pledge, threat, demand or refusal.

The sentence is read for its main event: what "officials said" or "according to" only frames is left
aside, and of "said it would" the clause below counts. It serves to measure the words and chains of the
gate on sentences labelled by others; `licet` itself asks the gate alone, measure by measure.
"""

from __future__ import annotations

from itertools import pairwise

from benchmarks.modality import wordings

from licet.model.news import Span
from licet.news.layout import Layout, Sentence
from licet.news.modality import lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line
from licet.news.modality.modality import Modality, Standing
from licet.news.modality.verbs import Form

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

FARTHEST_OPENING = 16
"""Words that may stand before the comma that ends an opening or an aside."""

_ENDS = frozenset((",", ";", ":", "and", "but", "or", "(", "—", "–"))
_AFTER_PARTICIPLE = frozenset(("in", "by", "to", "on", "at", "from", "under", "for", "with", "during"))
_SUBORDINATE = lexicon.FACTIVE | lexicon.UNTRUE | lexicon.RELATIVE
_NOT_SAID_OF_EVENTS = frozenset((Cue.ORDER, Cue.ACCUSE, Cue.NEGOTIATE))
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
    line = Line(laid, sentence, [], bytes(sentence.last - sentence.first))
    marked = [at for span in event for at in _numbers(laid, sentence, span)]
    head = _verb_of(line, marked) if marked else _main(line)
    if head is None:
        return Standing(Modality.UNCLEAR, "no verb")
    found = _signs(line, head)
    for at in marked[:MOST_MARKED]:
        if at == head or not verbs.is_gerund(line.low[at]):
            _given(line, at, found)
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


def _main(line: Line) -> int | None:
    """The main verb: of a frame such as "he said that", the verb of the clause below it."""
    at = _next_verb(line, 0)
    while at is not None and _frames(line, at):
        below = _next_verb(line, at + 1)
        if below is None:
            break
        at = below
    return at


def _frames(line: Line, at: int) -> bool:
    """Whether a verb tells that something was said, and what was said follows it."""
    if line.low[at] == "made" and "clear" in line.low[at + 1 : at + 3]:
        return True
    if line.low[at] in lexicon.SAYS and line.low[at] not in wordings.TELLS:
        return not _declares(line, at) and not _closes(line, at)
    return False


def _declares(line: Line, at: int) -> bool:
    """Whether a verb of saying does what it says ("declared a state of siege")."""
    if line.low[at] == "recalled":
        return line.at(at + 1) in _ITS
    return line.low[at] == "declared" and line.at(at + 1) in {"a", "an", "the"}


def _closes(line: Line, at: int) -> bool:
    """Whether a verb of saying comes behind what was said."""
    return all(low in lexicon.ADVERBS or not low[0].isalpha() for low in line.low[at + 1 :])


def _next_verb(line: Line, start: int) -> int | None:
    """The first finite verb from a word on that stands in no relative, adverbial or apposed clause."""
    at = _after_opening(line) if start == 0 else start
    skipping = False
    while at < len(line.low):
        low = line.low[at]
        if low in _SUBORDINATE and low not in {"as", "once", "since", "though"}:
            skipping = True
        elif low == ",":
            aside = _aside(line, at)
            at, skipping = (at, False) if aside is None else (aside, False)
        elif _finite(line, at):
            if not skipping and not _reduced(line, at):
                return _content(line, at)
            skipping, at = low in lexicon.RELATIVE, _content(line, at)
        at += 1
    return None


def _after_opening(line: Line) -> int:
    """Where the sentence goes on after "In a statement released on Monday," and the like."""
    first = line.at(0)
    opens = first in lexicon.PREPOSITIONS or verbs.is_past(first) or verbs.is_gerund(first)
    if not opens:
        return 0
    return next((at for at in range(min(len(line.low), FARTHEST_OPENING)) if line.low[at] == ","), 0)


def _aside(line: Line, comma: int) -> int | None:
    """The comma that closes an apposition or a participle between commas; None where none is opened."""
    after = line.at(comma + 1)
    if after not in {"a", "an", "the"} and not verbs.is_past(after) and not verbs.is_gerund(after):
        return None
    closing = range(comma + 2, min(len(line.low), comma + FARTHEST_OPENING))
    return next((at for at in closing if line.low[at] == ","), None)


_CALLS = frozenset(("for", "on", "upon", "to"))
_ITS = frozenset(("its", "his", "their", "her", "an", "the"))
_SPOKEN_OR_STANDING = lexicon.SAYS | {"based", "held"}


def _reduced(line: Line, at: int) -> bool:
    """Whether a participle only describes a noun ("troops led by the general refused")."""
    if not verbs.is_past(line.low[at]) or line.at(at + 1) not in _AFTER_PARTICIPLE:
        return False
    if line.low[at] in {"agreed", "consented", "acceded"}:
        return False
    for later in range(at + 2, min(len(line.low), at + FARTHEST_OPENING)):
        low = line.low[later]
        if low in _ENDS or low in _SUBORDINATE or low in {"that", "to", "saying"}:
            return False
        if _finite(line, later) and low not in _SPOKEN_OR_STANDING and line.at(later + 1) != "by":
            return True
    return False


def _finite(line: Line, at: int) -> bool:
    low, before = line.low[at], line.at(at - 1)
    if low in lexicon.MODALS or low in lexicon.BE or low in lexicon.HAVE or low.endswith("n't"):
        return low not in {"'s", "having", "being", "be", "been", "need", "needs"}
    noun = (
        before in lexicon.DETERMINERS or before in {"-", "'s", "to", "and"} or before in lexicon.PREPOSITIONS
    )
    if low in wordings.WANTS and at > 0 and not noun:
        return True
    past = verbs.is_past(low) and not (low in {"set", "cut", "hit", "read"} and line.at(at + 1) == "of")
    return past and (not noun or before == "and")


def _content(line: Line, at: int) -> int:
    """The verb that an auxiliary goes with, or the adjective of "is ready"."""
    head = at
    while head + 1 < len(line.low) and head - at < 7:
        low = line.low[head]
        auxiliary = low in lexicon.MODALS or low in lexicon.BE or low in lexicon.HAVE or low in lexicon.DO
        if not (auxiliary or low in lexicon.NEGATIONS or low.endswith("n't") or verbs.is_adverb(low)):
            break
        head += 1
    return head


def _signs(line: Line, head: int) -> dict[Cue, list[int]]:
    """Signs in the group of a verb, in the verb itself, in its noun and in what it goes on with."""
    chain = Chain(line)
    group = verbs.group(line, head)
    for cue, number in group.cues:
        chain.add(cue, number)
    _wording(chain, head)
    low = line.low[head]
    own = lexicon.CLASS.get(low)
    if own is not None and not _undertaken(line, head) and own not in _NOT_SAID_OF_EVENTS:
        chain.add(own, head)
    progressive = verbs.is_gerund(low)
    state = group.form is Form.PRESENT and group.first < head and not progressive
    says = (low in lexicon.SAYS or low in lexicon.SOFT) and not _declares(line, head)
    if says or state or (group.form is Form.PRESENT and not progressive):
        chain.add(Cue.OTHER, head)
    _joined(chain, head)
    if low in wordings.LIGHT or group.form is Form.PRESENT:
        _noun(chain, head)
    if low in wordings.LIGHT and group.form is Form.PASSIVE:
        for at in range(max(0, group.first - 3), group.first):
            given = wordings.NOUNS.get(line.low[at])
            if given is not None:
                chain.add(given, at)
    subject = range(max(0, group.first - 4), group.first)
    for at in subject:
        if line.low[at] in {"no", "neither", "nobody", "none"}:
            chain.add(Cue.NOT, at)
    return chain.found


def _wording(chain: Chain, head: int) -> None:
    """Keep wordings of refusing, agreeing and demanding that take more than a verb."""
    cue = _refusal(chain.line, head) or _idiom(chain.line, head) or _other_wording(chain.line, head)
    if cue is not None:
        chain.add(cue, head)


def _refusal(line: Line, head: int) -> Cue | None:
    """Whether a verb refuses, by itself, with its particle or with what it is done to."""
    low, after = line.low[head], line.at(head + 1)
    if low in wordings.REFUSALS or (low in {"remained", "stayed"} and after in wordings.REFUSALS):
        return Cue.REFUSE
    if after in wordings.PARTICLES.get(low, frozenset()):
        shot = low == "shot" and wordings.SHOTS.isdisjoint(line.low[head + 2 : head + 7])
        return None if shot else Cue.REFUSE
    before, behind = line.low[max(0, head - 8) : head], line.low[head + 1 : head + 5]
    passive = verbs.group(line, head).form is Form.PASSIVE
    what = before if passive else behind
    off = low in wordings.BROKEN_OFF and not wordings.TALKS.isdisjoint(what if passive else what[:3])
    failed = low in {"broke", "broken"} and after in {"down", "up"} and not wordings.TALKS.isdisjoint(before)
    defeated = low in wordings.DEFEATS and not wordings.PROPOSED.isdisjoint(what)
    nothing = low in {"ended", "closed", "finished"} and _came_to_nothing(line, head)
    return Cue.REFUSE if off or failed or defeated or nothing else None


def _idiom(line: Line, head: int) -> Cue | None:
    """The sign of a verb that its words, in their order behind it, give."""
    low, behind = line.low[head], line.low[head + 1 : head + FARTHEST_OBJECT]
    for cue, (verb, *words) in wordings.IDIOMS:
        if low == verb:
            rest = iter(behind)
            if all(word in rest for word in words):
                return cue
    return None


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
        if low in lexicon.RELATIVE or low in {",", ".", "after", "when", "against"}:
            return
        cue = wordings.NOUNS.get(low)
        if low in wordings.PAPERS:
            _paper(chain, at)
        last = low == "until" and chain.line.low[head] in {"gave", "given", "give"}
        if cue is not None or last or low == "chance":
            chain.add(cue or Cue.THREAT, at)
            return
