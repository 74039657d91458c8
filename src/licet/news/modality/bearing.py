"""A measure told by a noun that weighs on somebody: "a duty now weighs on glass", "the ban still binds"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import agents, edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase, verbal
from licet.news.modality.times import dated

FARTHEST = 16
"""Words after a noun within which its verb is looked for."""
_ASIDE = 12
"""Words that may stand between commas between a noun and its verb."""
_CLAUSE = 12
"""Words behind a verb within which its clause tells that it is so now."""

_WEIGHS = dict.fromkeys(
    ("applies", "binds", "covers", "reaches", "catches", "bites", "keeps", "bars", "costs", "holds",
     "persists", "governs", "hurts", "hits", "shuts", "blocks", "locks", "lets", "allows",
     "permits", "authorises", "authorizes"), ""
) | dict.fromkeys(("weighs", "falls", "rests", "bears"), "on") | {"extends": "to"}  # fmt: skip
"""Verbs by which a measure is told to weigh on somebody, with the preposition that each asks for."""
_LETS = listed("lets let allows allow permits permit authorises authorise authorizes authorize")
"""Of the verbs those that only `_LEAVE` does; what an order or a law lets an office do, it may yet do."""
_LEAVE = listed(
    "licence licences license licenses waiver waivers exemption exemptions permit exception quota"
)
"""Measures that let somebody do what is forbidden to others."""
_SINGULAR = {
    verb.removesuffix("es" if verb in {"reaches", "catches"} else "s"): verb for verb in sorted(_WEIGHS)
} | {"apply": "applies"}
"""The same of several, with their forms of one."""
_BINDING = listed("binding compulsory mandatory obligatory operative enforceable payable")
"""What a measure is that is there."""
_TAKEN = listed("collected levied charged enforced applied")
"""What is done with a measure that is there."""
_LASTED = listed("applied bound held stood covered run lasted barred kept weighed existed")
"""With "has" and "since", what a measure did that is there still."""
NOW = listed("now still currently today nowadays already presently")
"""Words by which something is so as a story is written."""
_THESE_DAYS = (["these", "days"], ["at", "present"], ["right", "now"])
_IS, _ARE = listed("is remains stays has"), listed("are remain stay have")
_FOR_ONE, _FOR_MANY = _IS | _WEIGHS.keys(), _ARE | _SINGULAR.keys()
_PERFECT = frozenset(("has", "have"))
_ORDINALS = listed("first second third fourth fifth sixth seventh eighth ninth tenth")
_SPANS = listed("year month week decade day")
_BEGAN = {"kicked": ("in",), "came": ("in", "through"), "began": (), "started": (), "begun": ()}
"""Verbs that tell that a measure has begun, with the particles of which each asks for one."""
_BACK = _BINDING | {"back", "law", "in"}
_ASKED_BEHIND = _BACK | edges.STOPS | lexicon.RELATIVE
_PENALTIES = listed("fine fines penalty penalties settlement settlements")
"""What is paid once, and weighs on nobody afterwards."""
_OURS = listed("its their his her our whose my your any no every each such another")
"""Determiners of what may be anybody's own, or nobody's."""
_UNREAL = lexicon.UNREAL | listed(
    "will shall proposed proposal proposals draft bill plan plans planned leaked expected threatened pledged"
    " promised mooted unless once"
)
"""Words of which one in the clause makes doubtful whether the measure is there."""
_TO_COME = (_UNREAL - {"once"}) | listed("threatens vows vowed considers considering proposes")
"""Words in a sentence before, by which a measure told in the present may belong to what is to come."""
_NOTHING = listed("nothing nobody none no little few")
_OPEN = _UNREAL | lexicon.NEGATIONS
_ENDS = edges.MARKS | {"and", "but"}
_ASKED = (
    _IS | _ARE | _WEIGHS.keys() | _SINGULAR.keys() | edges.STOPS | edges.COMMA | lexicon.RELATIVE
    | lexicon.MODALS.keys() | lexicon.SAYS | {"and", "but", "that", "was", "were", "had", "did", *_BEGAN}
)  # fmt: skip
"""Words and marks that may be the verb of a noun, or end what belongs to it."""
CALLS = (
    _BINDING | _TAKEN | _BEGAN.keys() | _LASTED | _SPANS | _WEIGHS.keys() | _SINGULAR.keys() | {"back", "law"}
)
"""Words of which one stands wherever a measure is told so."""


def told(chain: Chain, phrase: Phrase) -> bool:
    """Whether a noun is told to weigh on somebody now, keeping the sign of that.

    Args:
        chain: The signs.
        phrase: The noun with what belongs to it.
    """
    line = chain.line
    if line.words.isdisjoint(CALLS) or not may_weigh(chain, phrase):
        return False
    if _first_days(chain, phrase):
        return True
    before = line.at(phrase.first - 1)
    if before in lexicon.PREPOSITIONS or (before not in lexicon.SAYS and verbal(before)):
        return False
    return _described(chain, phrase) or _weighs(chain, phrase)


def may_weigh(chain: Chain, phrase: Phrase) -> bool:
    """Whether a noun names a measure that can be there: no relief, no sum paid once, nobody's own rule."""
    line, found, (first, head, _) = chain.line, chain.found, phrase
    if Cue.UNDOING in found or Cue.SETTLE in found or Cue.AGENT in found or line.headline:
        return False
    if line.low[head] in _PENALTIES or line.low[first] in _OURS or line.quoted[head]:
        return False
    owner = next((at for at in range(first, head) if line.low[at] == "'s"), None)
    return owner is None or agents.phrase(line, first, owner)


def is_known(chain: Chain, phrase: Phrase) -> bool:
    """Whether a noun phrase tells its measure apart: by an article, an owner, a target or a figure."""
    line, (first, head, stop) = chain.line, phrase
    if Cue.DEFINITE in chain.found or Cue.QUALIFIED in chain.found:
        return True
    near = line.low[first:head] + line.low[head + 1 : max(stop, head + 4)]
    return any(low[0].isdigit() or low in {"percent", "cent", "%"} for low in near)


def enacted(chain: Chain, verb: int) -> bool:
    """Keep that a measure is there by a verb, and what governs it, unless its clause makes that doubtful."""
    line = chain.line
    if line.at(verb + 1) in _NOTHING:
        return False
    if not line.words.isdisjoint(_UNREAL):
        stop = next(line.among(_ENDS, verb + 1, len(line.low)), len(line.low))
        if not _UNREAL.isdisjoint(line.low[:stop]):
            return False
    chain.climb(verb)
    chain.agent = None
    chain.add(Cue.ENACTED, verb)
    return True


def is_now(line: Line, first: int, verb: int) -> bool:
    """Whether a clause tells that what it tells is so now: "now weighs", "under a tariff these days"."""
    if not NOW.isdisjoint(line.low[max(0, first - 1) : verb + 1]):
        return True
    near = _clause(line, verb)
    return not NOW.isdisjoint(near) or any(near[at : at + 2] in _THESE_DAYS for at in range(len(near)))


def _clause(line: Line, verb: int) -> list[str]:
    """The words behind a verb as far as its clause goes."""
    behind = line.low[verb + 1 : verb + _CLAUSE]
    return behind[: next((at for at, low in enumerate(behind) if low in _ENDS), len(behind))]


def _described(chain: Chain, phrase: Phrase) -> bool:
    """Read "a permit, compulsory since May," "a levy, back since Sunday," "a ban now in its ninth year"."""
    line = chain.line
    last = min(len(line.low), phrase.head + FARTHEST)
    for at in line.among(_ASKED_BEHIND, phrase.head + 1, last):
        low, before = line.low[at], line.at(at - 1)
        if low not in _BACK:
            return False
        apart = before == "," or (before in NOW and (low == "in" or line.at(at - 2) == ","))
        if apart and (_aged(line, at) if low == "in" else "since" in line.low[at + 1 : at + 4]):
            return enacted(chain, phrase.head)
    return False


def _aged(line: Line, at: int) -> bool:
    """Whether "in its ninth year" begins at a word."""
    order = line.at(at + 2)
    counted = order in _ORDINALS or order[:1].isdigit()
    return counted and line.at(at + 1) in {"its", "their"} and line.at(at + 3) in _SPANS


def has_begun(line: Line, at: int) -> bool:
    """Whether a verb tells that something has begun at a time of the past: "kicked in on Monday"."""
    particles = _BEGAN.get(line.low[at])
    if particles is None or (particles and line.at(at + 1) not in particles):
        return False
    return dated(line, at)


def _first_days(chain: Chain, phrase: Phrase) -> bool:
    """Read "it is the embargo's third year" and "in the tariff's first week": it is there by that."""
    line, after = chain.line, phrase.head + 1
    if line.at(after) != "'s" or line.at(after + 1) not in _ORDINALS or line.at(after + 2) not in _SPANS:
        return False
    open_still = not line.words.isdisjoint(_OPEN) or line.follows(_TO_COME)
    if Cue.DEFINITE not in chain.found or open_still:
        return False
    chain.add(Cue.ENACTED, after + 2)
    return True


def _weighs(chain: Chain, phrase: Phrase) -> bool:
    """Read "a duty now weighs on glass", "the ban still applies", "the tariff is now being collected"."""
    line = chain.line
    at = _verb(line, phrase)
    if at is None or (line.low[phrase.head] in lexicon.DUTIES and not _of_customs(line, phrase)):
        return False
    low = line.low[at]
    if low in _PERFECT:
        verb = _lasted(line, at)
    elif low in _IS or low in _ARE:
        verb = _state(line, at)
    elif low in _BEGAN:
        verb = at if has_begun(line, at) else None
    else:
        preposition = _WEIGHS[_SINGULAR.get(low, low)]
        verb = at if preposition in {"", line.at(at + 1)} else None
    if verb is None or (low in _LETS and line.low[phrase.head] not in _LEAVE):
        return False
    now = low in _PERFECT or low in _BEGAN or is_now(line, at, verb)
    return (now or (is_known(chain, phrase) and not line.follows(_TO_COME))) and enacted(chain, verb)


def _of_customs(line: Line, phrase: Phrase) -> bool:
    """Whether a tariff has a figure, goods or an owner that takes one: no tariff of calls or trams."""
    first, head, _ = phrase
    figure = any(low[0].isdigit() for low in line.low[first:head])
    owned = any((party := line.party_over(at)) is not None and party.authority for at in range(first, head))
    return figure or owned or line.at(head + 1) == "on" or line.at(head + 2)[:1].isdigit()


def _verb(line: Line, phrase: Phrase) -> int | None:
    """The finite verb of a noun, which agrees with it; what belongs to the noun is stepped over."""
    several = line.low[phrase.head].endswith("s")
    agrees, differs = (_FOR_MANY, _FOR_ONE) if several else (_FOR_ONE, _FOR_MANY)
    last, resumes = min(len(line.low), phrase.head + FARTHEST), phrase.head + 1
    if _another_noun(line, phrase.head + 1):
        return None
    for at in line.among(_ASKED, phrase.head + 1, last):
        low, before = line.low[at], line.at(at - 1)
        if at < resumes or line.party_over(at) is not None:
            continue
        if low == ",":
            resumes = next(line.among(edges.COMMA, at + 1, at + _ASIDE), len(line.low)) + 1
        elif low == "and" and line.at(at + 1) not in lexicon.DETERMINERS:
            continue
        elif low in _SINGULAR and (before in lexicon.DETERMINERS or before in lexicon.PREPOSITIONS):
            continue  # "the cover", "under cover"
        elif low in _BEGAN and not line.quoted[at]:
            return at
        elif low in differs or low not in agrees or line.quoted[at]:
            return None
        else:
            return at
    return None


def _another_noun(line: Line, at: int) -> bool:
    """Whether a noun stands behind the one of a measure, which only tells what it is of: "the ban debate"."""
    low = line.at(at)
    known = low in _ASKED or low in NOW or low in lexicon.PREPOSITIONS or low in edges.BRACKETS
    return not (known or verbs.is_past(low) or verbs.is_adverb(low) or not low[:1].isalpha())


def _state(line: Line, at: int) -> int | None:
    """The word that tells how things stand behind "is": "binding", "being collected", "in its ninth year"."""
    verb = at + 1
    while line.at(verb) in NOW or line.at(verb) == "being" or verbs.is_adverb(line.at(verb)):
        verb += 1
    low = line.at(verb)
    stands = low in _BINDING or low in _TAKEN or (low == "in" and _aged(line, verb))
    return verb if stands else None


def _lasted(line: Line, at: int) -> int | None:
    """The verb of "has been binding since" and "has applied to it since"."""
    verb = verbs.content(line, at)
    low = line.at(verb)
    been = "been" in line.low[at:verb]
    if low == "begun":
        return verb
    done = (low in _BINDING or low in _TAKEN) if been else low in _LASTED
    return verb if done and lasts(line, verb) else None


def lasts(line: Line, verb: int) -> bool:
    """Whether a clause tells since when it has been so."""
    return "since" in _clause(line, verb)
