"""Somebody else's word with no verb of saying at the act: "Orlo: ...", "in his telling", "It also ..."."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import agents, edges, lexicon, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.line import UNNAMED_VOICE, UNOFFICIAL_VOICE, Line, Named

LONGEST = 12
"""Words that whoever is named before a colon or at the end of a sentence may have."""

_TELLINGS = listed(
    "version account telling reading narrative retelling recollection memoir words view eyes perspective"
    " mind opinion"
)
"""What a thing is told in on somebody's word."""
_CLAIMS = _TELLINGS | listed(
    "claim claims rumour rumor myth allegation assertion fiction falsehood hoax story tale announcement post"
    " legend theory caption boast"
)
"""Nouns before a colon behind which stands what somebody claims."""
_SPEAKERS = listed(
    "minister ministry embassy ambassador envoy president spokesman spokeswoman spokesperson consul consulate"
    " premier chancellor radio television tv newspaper agency broadcaster chairman chairwoman lawyer lawyers"
    " source sources official officials diplomat diplomats banker trader analyst blogger delegate delegation"
)
"""Nouns of those whose word a sentence is, where they are named apart from it."""
_THINKS = lexicon.SAYS | listed(
    "believes believe believed thinks think thought hopes hoped hope fears feared imagines imagined assumes"
    " assumed supposed goes seems seemed"
)
_EMERGED = listed("emerged emerges transpired transpires")
_MEDIA = listed("report reports article story post posts interview column blog broadcast")
_DENIED = listed("denied denies disputed disputes rejected rejects dismissed dismisses")
_UNOFFICIAL = Cue.UNOFFICIAL
_READS = frozenset(("reads", "goes"))
_TOLD = frozenset(("claimed", "reported", "alleged", "said", "rumoured", "rumored", "whispered"))
_PLACES = listed(
    "telegram facebook tiktok whatsapp twitter weibo instagram youtube leaflet poster banner advert forum"
    " graffiti heard overheard seen"
)
"""Where a thing stands or is heard that nobody answers for."""
_NO_FOREIGN_MINISTRY = frozenset(("US", "EU", "UN", "GB"))
"""Whose foreign affairs lie with a body of another name: State Department, Commission, Foreign Office."""
_DASHES = edges.DASHES | {"-"}
_TOO = frozenset(("also", "too", "further", "additionally", "well", "likewise"))
_RECOUNTS = listed("listed recounted spoke recalled enumerated reeled gave told described summed ticked")
_RECOUNTING = listed(
    "ambassador envoy lawyer chairman analyst diplomat diplomats spokesman consul banker trader"
)
"""Who recounts what others did, so that the sentences behind are his word."""
_JUDGED = frozenset(("judge", "judging"))
_WRONG = frozenset(("wrong", "incorrect", "mistaken", "untrue"))
_OPENED = frozenset(("(", "["))
_IT = frozenset(("it",))
_BITS = UNNAMED_VOICE | UNOFFICIAL_VOICE
_OTHERS = frozenset((Cue.UNNAMED, Cue.UNOFFICIAL))
_ACTS = frozenset((Cue.VERB, Cue.ENACTED))
CALLS = (
    _TELLINGS | _EMERGED | _DENIED | _READS | _TOLD | _JUDGED | _WRONG | {":", "(", "so", "foreign"} | _DASHES
)
FARTHEST_BACK = 6
"""Sentences that may go on with "It ..." on the word that the first of them is told on."""


def look(chain: Chain, head: int) -> None:
    """Keep that an act is told on the word of somebody who is no verb's subject beside it."""
    line = chain.line
    for at in line.called(CALLS):
        if _is_source(line, at, head):
            chain.add(_UNOFFICIAL, at)


def go_on(chain: Chain, head: int) -> None:
    """Keep that a sentence goes on with what the one before it told on the word of somebody else."""
    line = chain.line
    carried = None if _ACTS.isdisjoint(chain.found) else _carried(line, head)
    if carried is not None:
        chain.add(_UNOFFICIAL, carried)


_BEHIND = _EMERGED | _DENIED | _READS | _TOLD | {"so"}
"""Words by which what stands before them is left to others."""


def _is_source(line: Line, at: int, head: int) -> bool:
    """Whether a word begins or ends what tells on whose word an act is told."""
    low = line.low[at]
    if low == ":":
        return at < head and _named_before(line, at, head)
    if low in _TELLINGS:
        return _telling(line, at)
    if low in _JUDGED or low in _WRONG:
        return _guessed(line, at, head)
    if at < head:
        return False
    if low in _BEHIND:
        return _doubted(line, at)
    return _foreign_ministry(line, at, head) if low == "foreign" else _named_behind(line, at, head)


def _guessed(line: Line, at: int, head: int) -> bool:
    """Whether an act is only guessed, or put right behind: "to judge from a note", "[this is wrong]"."""
    low = line.low[at]
    if low in _WRONG:
        return not _OPENED.isdisjoint(line.low[head:at])
    return line.at(at + 1) in {"by", "from"} and (low == "judging" or line.at(at - 1) == "to")


def _doubted(line: Line, at: int) -> bool:
    """Whether words behind an act leave it to others: "or so he says", "it emerged in a post"."""
    low = line.low[at]
    if low == "so":
        return line.at(at - 1) == "or" and not _THINKS.isdisjoint(line.low[at + 1 : at + 7])
    if low in _EMERGED:
        return line.at(at - 1) == "it" and not _MEDIA.isdisjoint(line.low[at + 1 : at + 9])
    if low in _READS:
        told = line.at(at - 1) == "," and line.at(at + 1) in lexicon.DETERMINERS
        return told or line.at(at + 1) in edges.SENTENCE
    if low in _TOLD:
        return line.at(at - 2) == "it" and line.at(at - 1) in {"was", "is"} and line.at(at - 3) == ","
    return not _MEDIA.isdisjoint(line.low[max(0, at - 4) : at - 1])


def _actor(line: Line, first: int, head: int) -> Named | None:
    """The authority named last before an act, from a word on."""
    for at in range(head - 1, first - 1, -1):
        party = line.party_at(at)
        if party is not None and party.authority:
            return party
    return None


def _named_before(line: Line, colon: int, head: int) -> bool:
    """Whether a claim, or one who is not who acts, is named before a colon: "The embassy on X: ..."."""
    before = line.low[:colon]
    if not 0 < len(before) <= LONGEST:
        return False
    if not _CLAIMS.isdisjoint(before):
        return not agents.main_is_authority(line, colon)
    if not _PLACES.isdisjoint(before) or before[-1] in _READS:
        return _actor(line, 0, colon) is None
    if any(verbs.is_past(low) and line.owners[at] is None for at, low in enumerate(before)):
        return False
    if not lexicon.NEGATIONS.isdisjoint(before) and _THINKS.isdisjoint(before):
        return False  # a clause of its own: "Oil no longer flows: ..."
    parties = {id(party): party for party in line.owners[:colon] if party is not None}
    others = [party for party in parties.values() if not party.authority and not party.place]
    return bool(others) or (not _SPEAKERS.isdisjoint(before) and not _same(line, colon, head))


def _same(line: Line, colon: int, head: int) -> bool:
    """Whether who is named before a colon is of the state that acts behind it."""
    speaker, actor = _actor(line, 0, colon), _actor(line, colon, head)
    return speaker is not None and (actor is None or speaker.state == actor.state)


def _telling(line: Line, at: int) -> bool:
    """Whether a phrase of its own tells by whose account it is: "by the envoy's account, ..."."""
    start = next(
        (n for n in range(at - 1, max(-1, at - 9), -1) if line.low[n] in {"in", "by", "on", "to", "from"}),
        None,
    )
    if start is None or (start and line.low[start - 1] not in edges.MARKS):
        return False
    return line.at(at - 1) in {"'s", "his", "her", "their", "own", "'", "its", "my"}


def _foreign_ministry(line: Line, at: int, head: int) -> bool:
    """Whether "its foreign ministry said" cannot be that of who acts: the United States has none."""
    if line.at(at - 1) != "its" or line.at(at + 1) not in {"ministry", "minister"}:
        return False
    actor = _actor(line, 0, head)
    return actor is not None and actor.state in _NO_FOREIGN_MINISTRY


def _named_behind(line: Line, at: int, head: int) -> bool:
    """Whether a sentence ends in who tells it: "... - Norda's foreign minister", "(Reuters)"."""
    low = line.low[at]
    if low in _DASHES and not line.is_apart(at):
        return False
    stop = next((n for n in range(at + 1, len(line.low)) if line.low[n] in {")", "."}), len(line.low))
    behind = line.low[at + 1 : stop]
    if not 0 < len(behind) <= LONGEST or any(word not in {".", ")", '"'} for word in line.low[stop:]):
        return False
    if any(verbs.is_past(word) or word in lexicon.BE - {"'s"} for word in behind):
        return False
    core = behind[: behind.index(",")] if "," in behind else behind
    if not core or core[-1] not in _SPEAKERS:
        return False
    return not agents.phrase(line, at + 1, at + 1 + len(core)) or _other_state(line, at, head)


def _other_state(line: Line, at: int, head: int) -> bool:
    """Whether who is named behind an act is not of the state that acts."""
    speaker, actor = _actor(line, at, len(line.low)), _actor(line, 0, head)
    return speaker is None or actor is None or speaker.state != actor.state


def _carried(line: Line, head: int) -> int | None:
    """The word by which a sentence goes on with what another one told: "It also fined it"; None for none."""
    before = line.before()
    if before is None:
        return None
    it = "it" in line.words
    said = _ends_in_it_said(line, head) if it else None
    if said is not None:
        return said if _is_hearsay(before) else None
    opens = 0 if line.low[0] == "its" else _it_opens(line, head) if it else None
    if opens is not None and _told_by_others(before):
        return opens
    if _recounted(before):
        return 0
    return None if opens is not None else _too(line, before, head)


def _it_opens(line: Line, head: int) -> int | None:
    """The "it" that a sentence begins with, no name before it; None where it begins with none."""
    opens = next((at for at in range(min(6, head)) if line.low[at] in _IT), None)
    return None if opens is None or any(line.owners[:opens]) else opens


def _too(line: Line, before: Line, head: int) -> int | None:
    """The word "also" or "too" by which the same state goes on acting, or nobody is told to act."""
    too = line.called(_TOO)
    if not too or not _is_hearsay(before):
        return None
    actor = _actor(line, 0, head)
    same = actor is None or any(
        party is not None and party.authority and party.state == actor.state
        for party in before.owners[: len(before.low)]
    )
    return too[0] if same else None


def _recounted(before: Line) -> bool:
    """Whether somebody begins to recount what happened: "The envoy listed the steps. Norda lifted ..."."""
    for _ in range(FARTHEST_BACK):
        verb = next(iter(before.called(_RECOUNTS)), None)
        if verb is not None and not _RECOUNTING.isdisjoint(before.low[max(0, verb - 4) : verb]):
            return True
        former = before.before()
        if former is None:
            return False
        before = former
    return False


def _ends_in_it_said(line: Line, head: int) -> int | None:
    """The "it" of ", it said." at the end of a sentence, which may be who spoke in the one before."""
    for at in range(max(head + 1, len(line.low) - 6), len(line.low) - 1):
        if line.low[at] == "it" and line.at(at - 1) == "," and line.low[at + 1] in lexicon.SAYS:
            return at
    return None


def _told_by_others(before: Line) -> bool:
    """Whether a sentence, or those that it goes on from with "It", are told on somebody else's word."""
    for _ in range(FARTHEST_BACK):
        if _is_hearsay(before):
            return True
        if before.low[0] not in _IT:
            return False
        former = before.before()
        if former is None:
            return False
        before = former
    return False


def _is_hearsay(line: Line) -> bool:
    """Whether the main verb of a sentence is told on somebody else's word, or tells that he said it."""
    main = next(
        (at for at, low in enumerate(line.low) if at and verbs.is_past(low) and not line.owners[at]), 0
    )
    if any(cue in _OTHERS and reached <= main for cue, _, reached in line.whole):
        return True
    if line.low[main] in lexicon.SAYS:
        return any(bits & _BITS for bits in line.voices)
    return bool(line.voices[main] & _BITS)
