"""Acts that no finite verb tells: "Orlo, blacklisted in 2019,", "responded by banning", "having barred"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import agents, edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.groups import Form, Group
from licet.news.modality.line import Line
from licet.news.modality.times import FARTHEST_TIME, dated

FARTHEST_MAIN = 8
"""Words between an act and the participle that tells by what it was done."""

FARTHEST_BY = 16
"""Words between what an authority did and the gerund that tells by what it did it."""

FARTHEST_WILL = 10
"""Words between what somebody wills and the participle that tells it."""

_PLANS = listed("proposed proposal proposals draft drafts bill plan plans planned blueprint scheme")
_UNDER = listed("under according")
_AFTER = listed(
    "today yesterday by in on from since last under after for at over with to as earlier this late early"
)
"""Words behind a participle that has no object, as an active verb would."""

_OPEN = frozenset(lexicon.MODALS) | lexicon.CONDITIONS | lexicon.NEGATIONS | frozenset(lexicon.CANDIDATES)
_GENERIC = listed("any every each all anyone those whoever such other if once when unless firms companies")
FARTHEST_NOUN = 8
"""Words between what was issued and the verb of issuing."""

_ISSUED = listed("issued published granted imposed adopted signed renewed extended gave")
_RESPONSES = listed("responded retaliated replied reacted acted answered followed countered struck hit")
_HAVING = listed(
    "have has having had get gets getting got see sees seeing saw seen want wants wanted wanting"
    " keep keeps keeping kept leave leaves leaving left hold holds holding held"
)
_HAD = listed("has had have got saw keeps kept keeping leaves left leaving holds held holding")
"""Of these, what tells something that is so, unless somebody wills it."""

_WILLED = frozenset(("to", "would", "will", "wants", "wanted", "want", "help", "could", "may", "might"))


def reduced(line: Line, group: Group) -> bool:
    """Whether a past form is a participle that tells what was done to the noun before it.

    "Orlo, blacklisted in 2019, makes pumps" and "chips barred in October" do; "the ministry barred Orlo" has
    an object. A clause that nothing sets off from its noun is only taken as told where the sentence holds no
    modal, condition or negation and no noun of anybody ("any firm barred in May").
    """
    head = group.head
    if group.first != head or head == 0 or line.low[head] not in lexicon.TRANSITIVE:
        return False
    if line.at(head + 1) not in _AFTER or line.quoted[head]:
        return False
    if line.at(head - 1) == ",":
        known = line.party_over(head - 2) is not None or _is_noun(line, head - 2)
        return known and dated(line, head) and not _generic(line, head - 1)
    noun = line.party_over(head - 1) is not None or _is_noun(line, head - 1)
    if not noun or _second_noun(line, head) or not dated(line, head) or _generic(line, head):
        return False
    if any(line.low[at] in {"the", "these", "those"} for at in range(max(0, head - 3), head)):
        return True
    return _OPEN.isdisjoint(low for at, low in enumerate(line.low) if not line.quoted[at])


def _is_noun(line: Line, at: int) -> bool:
    low = line.low[at]
    closed = low in lexicon.PREPOSITIONS or low in lexicon.DETERMINERS or low in lexicon.PRONOUNS
    return low[0].isalnum() and not closed and not verbs.is_past(low) and low not in {"and", "or", "to"}


def _generic(line: Line, stop: int) -> bool:
    return not _GENERIC.isdisjoint(line.low[max(0, stop - 6) : stop])


def under_plan(line: Line) -> list[int]:
    """Words that tell that it is so only "under a proposed decree", "by a bill", "according to the draft"."""
    if _PLANS.isdisjoint(line.low):
        return []
    return [
        at
        for at, low in enumerate(line.low)
        if low in _PLANS and not line.quoted[at] and not _UNDER.isdisjoint(line.low[max(0, at - 4) : at])
    ]


def caused(line: Line, group: Group) -> bool:
    """Whether a participle tells what somebody wants ("to have it lifted", "will keep Orlo barred")."""
    if group.first != group.head:
        return False
    for at in range(group.head - 2, max(-1, group.head - FARTHEST_WILL), -1):
        low = line.low[at]
        if low in edges.STOPS or low == ",":
            return False
        if low in _HAVING:
            return low not in _HAD or line.at(at - 1) in _WILLED
    return False


def undergone(line: Line, group: Group) -> int | None:
    """The verb of "had its licence revoked" or "saw its assets frozen", by which somebody was hit."""
    if group.first != group.head or line.low[group.head] not in lexicon.TRANSITIVE:
        return None
    for at in range(group.head - 2, max(-1, group.head - FARTHEST_MAIN), -1):
        low = line.low[at]
        if low in edges.STOPS or low == "," or low in _WILLED:
            return None
        if low in {"had", "saw", "seen"}:
            owned = line.at(at + 1) in {"its", "their", "his", "her", "the", "all"}
            told = verbs.group(line, at)
            hit = owned and not told.cues and told.form in {Form.PAST, Form.PRESENT}
            return at if hit else None
    return None


def brought(line: Line, group: Group) -> bool:
    """Whether a verb tells what was issued: "issued a licence that lets", "signed a decree banning"."""
    relative = group.first - 1
    present = group.form is Form.PRESENT and line.low[group.head].endswith("s")
    finite = (present or group.form is Form.PAST) and line.at(relative) in {"that", "which"}
    gerund = group.form is Form.GERUND and line.at(relative) in lexicon.ENACTING
    if group.first != group.head or not (finite or gerund) or line.quoted[relative]:
        return False
    for at in range(relative - 1, max(-1, relative - FARTHEST_NOUN), -1):
        low = line.low[at]
        if low in edges.STOPS or low in lexicon.RELATIVE or low in lexicon.CANDIDATES:
            return False
        if verbs.is_past(low) and line.party_over(at) is None:
            return low in _ISSUED and _issued(line, at)
    return False


def _issued(line: Line, verb: int) -> bool:
    """Whether a verb tells that something was issued, by an authority where one is named."""
    above = Chain(line)
    told = above.climb(verb)
    if above.found:
        return False
    if told.form is Form.PASSIVE:
        return agents.by(line, verb) is not False
    return told.form is Form.PAST and above.agent is True


def by_doing(chain: Chain, group: Group) -> bool:
    """Whether a gerund tells by what an authority answered, as done: "responded on Friday by banning"."""
    line = chain.line
    joined = line.at(group.first - 1) == "in"
    if not joined and line.at(group.first - 1) not in {"by", "after"}:
        return False
    for at in range(group.first - 2, max(-1, group.first - 2 - FARTHEST_BY), -1):
        low = line.low[at]
        if low in edges.STOPS or low == "," or (low == "to" and verbs.is_past(line.at(at - 1))):
            return False
        if verbs.is_gerund(low) and line.at(at - 1) in lexicon.PREPOSITIONS:
            return False
        response = low in _RESPONSES
        if response or (verbs.is_past(low) and line.party_over(at) is None):
            unlike = joined and low not in {"joined", "followed"}
            if unlike or (not response and (low in lexicon.CLASS or low in lexicon.SAYS)):
                return False
            above = Chain(line)
            told = above.climb(at)
            return told.form is Form.PAST and above.agent is True and not above.found
    return False


def hereby(line: Line, group: Group) -> bool:
    """Whether a present form is itself the act: "is hereby revoked", "hereby ordered that it is vacated"."""
    if "hereby" not in line.words or group.cues:
        return False
    at = line.low.index("hereby")
    if group.first <= at < group.head:
        return True
    orders = line.at(at + 1) in {"ordered", "adjudged", "decreed", "orders"}
    return at < group.first and orders and "that" in line.low[at : group.first]


def told_by_gerund(chain: Chain, group: Group) -> bool:
    """Whether a gerund tells what an authority did: "responded by banning", "began stopping goods"."""
    return (
        by_doing(chain, group)
        or brought(chain.line, group)
        or opens(chain.line, group)
        or _began(chain.line, group)
    )


def began_to(line: Line, group: Group) -> bool:
    """Whether an infinitive tells what an authority took up: "began to detain the goods"."""
    return line.low[group.first] == "to" and group.first == group.head - 1 and _began(line, group)


def _began(line: Line, group: Group) -> bool:
    verb = group.first - 1
    if line.at(verb) not in {"began", "started", "resumed"}:
        return False
    above = Chain(line)
    return above.climb(verb).form is Form.PAST and above.agent is True and not above.found


def opens(line: Line, group: Group) -> bool:
    """Whether "Having barred Orlo in May, the ministry turned" tells what its authority did before."""
    having = line.low[group.first] == "having"
    start = group.first if having else group.first - 1
    opener = having or line.at(start) in {"after", "since"}
    if not opener or start not in {0, 1} or group.cues:
        return False
    comma = next((at for at in range(group.head + 1, len(line.low)) if line.low[at] == ","), len(line.low))
    for at in range(comma + 2, min(len(line.low), comma + FARTHEST_TIME)):
        low = line.low[at]
        if low in lexicon.MODALS or low in lexicon.BE or line.party_over(at) is not None:
            continue
        if verbs.is_past(low) or low in lexicon.HAVE:
            told = verbs.group(line, at)
            return not told.cues and agents.phrase(line, comma + 1, told.first)
    return False


def _second_noun(line: Line, head: int) -> bool:
    """Whether the noun before a past form is its subject, in a clause that hangs on another noun."""
    for at in range(head - 1, max(0, head - 5), -1):
        low = line.low[at]
        if low in lexicon.DETERMINERS:
            return at > 0 and (_is_noun(line, at - 1) or line.party_over(at - 1) is not None)
        if low in lexicon.PREPOSITIONS or low == ",":
            return False
    return False


def without_pronoun(line: Line, group: Group) -> bool:
    """Whether an authority acts in a clause that hangs on a noun: "the firm that Washington listed in 2019".

    Of "the firm it listed in 2019", the authority is the subject of the sentence.
    """
    party = line.party_over(group.first - 1)
    if line.at(group.first - 1) == "it":
        if not agents.main_is_authority(line, group.first):
            return False
        before = group.first - 2
    elif party is None or not party.authority or party.last != group.first:
        return False
    else:
        before = party.first - 1 - (line.at(party.first - 1) == "the")
    known = line.at(before) in {"that", "which", "whom"}
    noun = before - 1 if known else before
    if noun < 1 or not (_is_noun(line, noun) or line.party_over(noun) is not None):
        return False
    told = line.low[noun] in lexicon.CLASS or line.low[noun] in lexicon.SAYS
    after = group.head + 1 + (line.at(group.head + 1) in {"off", "out"})
    if told or line.at(after) not in _AFTER | edges.MARKS:  # of an object before it, none follows
        return False
    the = any(line.low[at] == "the" for at in range(max(0, noun - 4), noun))
    stop = next((at for at in range(group.head, len(line.low)) if line.low[at] in edges.MARKS), len(line.low))
    known = (the and dated(line, group.head)) or _OPEN.isdisjoint(line.low[:stop])
    return known and not _generic(line, noun)
