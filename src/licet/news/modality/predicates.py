"""A measure told by a noun that is the subject of a verb: "the ban took effect", "the order stands"."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from operator import or_

from licet.news.listed import listed
from licet.news.modality import agents, edges, lexicon, particles, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form, Group
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase, verbal

FARTHEST = 14
"""Words after a noun within which its verb is looked for."""


_STAYS = frozenset(("remains", "remain", "stays", "stay"))
_AUXILIARIES = lexicon.AUXILIARIES | _STAYS
_EFFECT = lexicon.EFFECT
_STANDS = frozenset(("stands", "stand", "dates"))
_TAKES = frozenset(("takes", "take", "comes", "come", "goes", "go"))
_ASKED = (
    edges.PREDICATE | edges.COMMA | lexicon.RELATIVE | _AUXILIARIES | _STANDS | _TAKES | {"cost", "costs"}
)
_PERFECT = frozenset(("has", "have"))
_AT_ONCE = frozenset(("immediately", "today", "now", "already"))
_WHAT_IS = lexicon.PRONOUNS | {"that", "there", "what", "who"}
"""Behind these, "'s" is a verb; behind a name it tells whose something is."""
_HAS_DONE = listed(
    "cost costs halved cut kept left stranded trapped choked shut crippled caught locked idled barred blocked"
    " prohibited prevented deprived stopped halted closed hit hurt squeezed slowed emptied forced"
    " driven dried"
)
"""Verbs that tell what a measure did, which only one that is there can do."""


def told(chain: Chain, phrase: Phrase) -> bool:
    """Whether a noun is the subject of a verb, keeping the signs that the verb gives."""
    line = chain.line
    undone = _undone_behind(line, phrase.head + 1)
    if undone is not None and Cue.DEFINITE in chain.found:
        chain.add(Cue.UNDONE, undone)
        return True
    before = line.at(phrase.first - 1)
    opener = before in {"after", "before", "since", "until", "as", "than"}
    if (before in lexicon.PREPOSITIONS and not opener) or (before not in lexicon.SAYS and verbal(before)):
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


def _opens_sentence(line: Line, head: int) -> bool:
    """Whether no verb stands before a noun, so that "and" behind it joins subjects."""
    return head < FARTHEST and not any(
        verbs.is_past(low) or low in _AUXILIARIES or low in lexicon.PREPOSITIONS for low in line.low[:head]
    )


def _undone_behind(line: Line, at: int) -> int | None:
    """The participle of "wants the order quashed", "asked for the ban to be lifted", "that it be eased"."""
    low = line.at(at)
    if low == "to" and line.at(at + 1) == "be":
        at += 2
        low = line.at(at)
    elif low == "be":
        at += 1
        low = line.at(at)
    undone = (low in lexicon.UNDO and verbs.is_past(low)) or particles.takes_back(low, line.at(at + 1))
    return at if undone else None


def _verb_after(line: Line, head: int) -> int | None:
    """The first word of the verb that follows a noun in its clause, an aside between commas left out."""
    lows, last = line.low, min(len(line.low), head + FARTHEST)
    asked = map(or_, line.quoted[head + 1 : last], map(_is_asked, lows[head + 1 : last]))
    resumes = head + 1
    for at in compress(range(head + 1, last), asked):
        low = lows[at]
        if at < resumes or (low == "'s" and line.at(at - 1) not in _WHAT_IS):
            continue
        if low == ",":
            resumes = next(line.among(edges.COMMA, at + 1, at + 12), len(lows)) + 1
        elif low == "and" and _opens_sentence(line, head):
            continue
        elif low in edges.PREDICATE or low in lexicon.RELATIVE or line.quoted[at]:
            return None
        elif low in _AUXILIARIES or low.endswith("n't") or verbs.is_past(low) or _present(line, at):
            return at
    return None


@lru_cache(maxsize=20_000)
def _is_asked(low: str) -> bool:
    """Whether a word may be the verb of the noun before it, or end its clause."""
    return low in _ASKED or low.endswith("n't") or verbs.is_past(low)


def _finite(chain: Chain, at: int) -> None:
    """A noun that is the subject of a finite verb: "the ban took effect", "the ban would bar"."""
    line = chain.line
    head = verbs.content(line, at)
    low = line.low[head]
    if low in lexicon.CONTINUES and _continued(chain, head):
        return
    if low in lexicon.UNDO or low in lexicon.WEAK_UNDO:
        _undone_of(chain, head)
        return
    group = chain.climb(head)
    chain.agent = None
    if low in lexicon.CLASS:
        chain.add(lexicon.CLASS[low], head)
    if low in lexicon.FORESEEN and (low != "in" or line.at(head + 1) == "sight"):
        chain.add(lexicon.FORESEEN[low], head)
    done = group.form is Form.PAST or group.head == at
    if not done and line.low[at] in _PERFECT:  # "the ban has cost" need not speak of one that is there
        done = any(line.low[number] == "'s" for number in chain.found.get(Cue.DEFINITE, ()))
    factual = done and low in _HAS_DONE
    if group.form is Form.PRESENT and (low in _TAKES or low in {"applies", "apply", "stands", "stand"}):
        _only_if(chain, head)
    if _is_there(line, group) or (factual and Cue.DEFINITE in chain.found):
        chain.add(Cue.ENACTED, head)
    elif group.form is Form.PASSIVE and low in lexicon.ENACT and not _in_part(line, head):
        going_on = "being" in line.low[group.first : head]  # "was being levied" until something happened
        if going_on or particles.takes_back(low, line.at(head + 1)) or particles.proposes(line, head):
            chain.add(Cue.OTHER, head)
            return
        by = agents.by(line, head)
        chain.add(Cue.AGENT if by is False else Cue.ENACTED, head)


def _only_if(chain: Chain, head: int) -> None:
    """Keep a condition behind a verb of the present: "the ban takes effect only if nobody appeals"."""
    line = chain.line
    for at in range(head + 1, min(len(line.low), head + FARTHEST)):
        low = line.low[at]
        if low in edges.STOPS or low == ",":
            return
        if low in {"if", "unless"} and line.at(at - 1) not in {"even", "as"}:
            chain.add(Cue.IF, at)
            return


def _in_part(line: Line, head: int) -> bool:
    """Whether what was approved is not there yet ("approved in principle")."""
    return line.at(head + 1) == "in" and line.at(head + 2) in {"principle", "committee", "draft", "outline"}


def _present(line: Line, at: int) -> bool:
    """Whether a present form is the verb of a noun: "stands", "dates from", "takes effect"."""
    low = line.low[at]
    if low in {"cost", "costs"}:
        return line.at(at + 1) != "of" and line.at(at - 1) not in lexicon.DETERMINERS
    if low == "dates":
        return line.at(at + 1) in {"from", "back"}  # no fruit
    return low in _STANDS or (low in _TAKES and not _EFFECT.isdisjoint(line.low[at + 1 : at + 3]))


def _is_there(line: Line, group: Group) -> bool:
    """Whether a verb tells that its subject is in force: "took effect", "is in force", "stands"."""
    head = group.head
    low, after = line.low[head], line.low[head + 1 : head + 3]
    if low in {"dates", "dated"}:
        return line.at(head + 1) in {"from", "back"}
    if low in _STANDS:
        return line.at(head + 1) not in {"to", "at", "accused", "between"}
    if _EFFECT.isdisjoint(after):
        return low in {"applied", "existed", "stood"} and group.first < head and "since" in after
    if low in _TAKES:
        return not _AT_ONCE.isdisjoint(line.low[head + 2 : head + 4])
    being = line.low[group.first : head]
    if low == "in" and {"from", "starting"}.isdisjoint(line.low[: group.first] + line.low[head : head + 5]):
        return bool(being) and being[-1] in {"is", "are", "been"} | lexicon.ADVERBS and "was" not in being
    return low in lexicon.COMES | _STAYS


def _continued(chain: Chain, head: int) -> bool:
    """Read "the ban was extended": by that it stands; whether it is told so."""
    if verbs.group(chain.line, head).form is not Form.PASSIVE:
        return False
    chain.climb(head)
    chain.agent = None
    chain.add(Cue.AGENT if agents.by(chain.line, head) is False else Cue.ENACTED, head)
    return True


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
