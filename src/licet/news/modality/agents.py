"""Who acts: whether the words before a verb, or after "by", name an authority."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress

from licet.news.listed import listed
from licet.news.modality import edges, lexicon, verbs
from licet.news.modality.line import Line

FARTHEST_BY = 14
"""Words after a passive within which "by" names who acted."""

NOT_BODY = frozenset(
    (
        "company",
        "former",
        "vice",
        "firm",
        "bank",
        "university",
        "club",
        "union",
        "team",
        "shadow",
        "mock",
        "student",
        "parish",
        "head",
        "church",
        "school",
        "sports",
        "football",
        "editorial",
        "family",
        "box",
        "ticket",
        "post",
        "branch",
        "press",
        "town",
        "village",
        "works",
        "advisory",
        "allotment",
        "league",
        "federation",
        "association",
        "festival",
        "museum",
        "hospital",
    )
)
"""Words of bodies that take no measure against others, whatever their name."""

_PAPERS = listed("order decree notice resolution proclamation edict circular notification")
"""Official papers whose words bind: what they do, the present tense tells."""
_DATING = listed("same new latest presidential executive royal final eu un us")
"""Words between "the" and such a paper by which it is there all the same."""
FARTHEST_THE = 5
"""Words between "the" and such a paper."""
_UNITS = frozenset(
    ("year", "years", "months", "week", "weeks", "day", "days", "percent", "half", "points", "quarter")
)
"""Of "by a year" no agent is told."""
_MEASURES = frozenset(("embargo", "embargoes", "sanctions"))
"""Measures that only states take, by which something is done as by law."""
_STAFF = frozenset(("officials", "officers", "agents", "inspectors", "ministers"))
_BODIES = frozenset(("ministry", "directorate", "general", "inspectorate", "secretariat"))
"""Nouns of bodies of the state that are named by their field."""
_CERTAIN = lexicon.DETERMINERS - {"no", "any", "some", "such", "every", "each"}
"""Determiners of one that is there."""
_BEHIND = frozenset(
    (",", "and", "(", "himself", "itself", "a", "earlier", "late", "next", "along", "together", "twice")
)
"""Words at which a noun phrase ends, though they are no prepositions."""
_LAWS = listed("law statute decree order regulation proclamation edict decision ordinance")
_LAWS_OF = listed("presidential executive royal ministerial government cabinet court federal administrative")
"""Before such a law, adjectives that tell whose it is."""
_LATER = frozenset(("later", "earlier", "ago"))
_TITLES = frozenset(
    (
        "president",
        "prime",
        "minister",
        "secretary",
        "chancellor",
        "premier",
        "deputy",
        "mr",
        "mr.",
        "leader",
        "king",
    )
)


def subject(line: Line, edge: int, first: int) -> bool | None:
    """Whether the subject between a clause's edge and its verb is an authority; None for no subject."""
    lows = line.low
    commas = [at for at in line.numbers(edges.COMMA) if edge <= at < first]
    something = False
    for number in range(len(commas), -1, -1):
        first_word = commas[number - 1] + 1 if number else edge
        stop = commas[number] if number < len(commas) else first
        if first_word >= stop or line.quoted[first_word]:
            continue
        if verbs.is_gerund(lows[first_word]) and line.party_over(first_word) is None:
            continue
        start = _begins(line, first_word, stop)
        if start < stop and (phrase(line, start, stop) or paper(line, start, stop)):
            described = stop < first and line.at(first - 1) == "," and _describes(line, stop + 1)
            return not _has_verb(line, start, stop if described else first)
        something = something or start < stop
    return False if something else None


def _has_verb(line: Line, start: int, stop: int) -> bool:
    """Whether another verb than its own stands behind the first word of a subject, outside brackets."""
    likely = compress(range(start, stop), map(_looks_like_verb, line.low[start:stop]))
    return any(_is_verb(line, at) for at in likely if at not in line.asides)


@lru_cache(maxsize=20_000)
def _looks_like_verb(low: str) -> bool:
    """Whether a word may be a verb by its form alone."""
    return low in lexicon.MODALS or low in lexicon.HAVE or verbs.is_past(low)


def _describes(line: Line, at: int) -> bool:
    """Whether an aside between commas only describes the subject before it: "the ministry, which had ..."."""
    low = line.at(at)
    return low in lexicon.RELATIVE or low in lexicon.PREPOSITIONS or verbs.is_past(low)


def paper(line: Line, start: int, stop: int) -> bool:
    """Whether a noun phrase is headed by an official paper: "the notice", "a decree of May 3"."""
    if line.low[start] not in _CERTAIN:
        return False
    for at in range(start + 1, min(stop, start + 5)):
        low = line.low[at]
        if low in lexicon.ENACTING and _ends(line, at + 1, stop):
            return lexicon.NO_INSTRUMENT.isdisjoint(line.low[start:stop])
        party = line.party_over(at)
        if low in lexicon.OFFICIAL or (low == "'s" and at > start + 1) or (party and party.authority):
            continue
        wrong = low in lexicon.PREPOSITIONS or low in NOT_BODY or low in lexicon.CANDIDATES
        if wrong or low == "'s" or verbs.is_past(low) or party is not None:
            return False
    return False


def named_paper(line: Line, first: int) -> bool:
    """Whether "the decree" opens a sentence and stands right before a verb; no draft of one."""
    at = first - 1
    while at > 0 and verbs.is_adverb(line.low[at]):
        at -= 1
    if line.at(at) not in _PAPERS or any(line.quoted[max(0, at - FARTHEST_THE) : first]):
        return False
    for number in range(at - 1, max(-1, at - FARTHEST_THE), -1):
        low = line.low[number]
        if low == "'s":
            return phrase(line, 0, number)
        if low in {"the", "this", "that"}:
            return number == 0 or (number == 1 and line.low[0] in {"but", "and"})
        party = line.party_over(number)
        known = low in lexicon.OFFICIAL or (party is not None and party.authority) or low in _DATING
        if not known:
            return False
    return False


def _is_verb(line: Line, at: int) -> bool:
    """Whether a word between a subject and its verb is another verb, in no aside on the subject."""
    low = line.low[at]
    if low in lexicon.MODALS or (low in lexicon.HAVE and low != "having"):
        return True
    described = (
        line.at(at - 1) in {",", "who", "which", "and", "'s", "-", "having"}
        or line.party_over(at) is not None
    )
    return verbs.is_past(low) and not described and line.at(at - 1) not in lexicon.DETERMINERS


def _begins(line: Line, start: int, stop: int) -> int:
    """Where a subject begins that "In April", "Last week" or "But" may stand before; `stop` for nowhere."""
    low = line.low[start]
    if low in {"-", "•", "*", "·"}:
        return _begins(line, start + 1, stop) if start + 1 < stop else stop
    if not _LATER.isdisjoint(line.words):
        later = next((at for at in range(start + 1, min(stop, start + 6)) if line.low[at] in _LATER), None)
        if later is not None:
            return later + 1
    if low == "earlier":
        return next((at for at in range(start + 1, min(stop, start + 5)) if _opens(line, at)), stop)
    if low in lexicon.PREPOSITIONS or low in {"last", "this", "early", "late"}:
        if low == "this" and line.at(start + 1) in lexicon.OFFICIAL:
            return start
        return next((at for at in range(start + 2, min(stop, start + 5)) if _opens(line, at)), stop)
    opens = low in {"as", "but", "and", "who", "which", "that", "yet", "so", "then"}
    return start + 1 if opens or (verbs.is_adverb(low) and line.party_over(start) is None) else start


def _opens(line: Line, at: int) -> bool:
    """Whether a subject begins behind a time: "since July 2020 India", "on Friday the ministry"."""
    if line.low[at] == "the":
        return True
    before = line.low[at - 1]
    time = before.isdigit() or before in lexicon.ADVERBS or before in lexicon.MONTHS
    return time and line.party_at(at) is not None


def main_is_authority(line: Line, before: int) -> bool:
    """Whether the first verb of the sentence has an authority as its subject."""
    for at in range(1, before - 1):
        if verbs.is_past(line.low[at]) and line.party_over(at) is None:
            group = verbs.group(line, at)
            return subject(line, 0, group.first) is True
    return False


def resumes(line: Line, first: int) -> bool:
    """Whether "it" acts and stands for the authority that acts in the sentence before."""
    if line.at(first - 1) != "it" or any(line.owners[: first - 1]) or any(line.quoted[:first]):
        return False
    before = line.before()
    return before is not None and not any(before.quoted) and main_is_authority(before, len(before.low))


def phrase(line: Line, start: int, stop: int) -> bool:
    """Whether a noun phrase is headed by an authority, or by its staff ("officers from the ministry")."""
    staff = line.low[start] in _STAFF and line.at(start + 1) in {"from", "of", "at", "with"}
    return _headed(line, start + 2 if staff and start + 2 < stop else start, stop)


def _headed(line: Line, start: int, stop: int) -> bool:
    """Whether a noun phrase is headed by an authority: its name, or a noun such as "ministry"."""
    for at in range(start, min(stop, start + 8)):
        party = line.party_at(at)
        if party is not None and not (party.last == at + 1 and line.low[at] in _BODIES):
            if not party.authority or party.last > stop:
                return False
            if _ends(line, party.last, stop):
                return True
            if not _modifies(line, party.last, stop):
                return False
        elif line.low[at] in lexicon.OFFICIAL or (line.at(at - 1), line.low[at]) in lexicon.OFFICES:
            if _ends(line, at + 1, stop):
                return line.at(at + 1) != "of" or _of_state(line, at)
        elif not _may_precede(line, start, at):
            return False
    return False


def _of_state(line: Line, at: int) -> bool:
    """Whether a body is named by its field or state ("the Directorate General of Shipping")."""
    party = line.party_at(at + 2 + (line.at(at + 2) == "the"))
    if party is not None and party.authority and party.state:
        return True  # "the central bank of Nigeria"
    if line.low[at] not in _BODIES:
        return False
    behind = range(at + 2, min(len(line.low), at + 5))
    others = any((party := line.party_over(n)) is not None and not party.authority for n in behind)
    return not others and NOT_BODY.isdisjoint(line.low[at + 2 : at + 5])


def _may_precede(line: Line, start: int, at: int) -> bool:
    """Whether a word can stand before the noun of a phrase: an article at its start, then adjectives."""
    low = line.low[at]
    if line.party_over(at) is not None or low in _TITLES:
        return True
    if low in lexicon.DETERMINERS:
        return at == start
    opened = line.low[start] in lexicon.DETERMINERS or line.party_over(start) is not None
    wrong = low in lexicon.PREPOSITIONS or low in NOT_BODY or low in lexicon.SAYS or verbs.is_past(low)
    return (opened or line.party_over(start) is not None or low == "'s") and not wrong


def _modifies(line: Line, at: int, stop: int) -> bool:
    """Whether a name only stands before that of another ("U.S. Commerce Department", "Trump's ministry")."""
    if line.at(at) == "-":
        return False
    return any(
        line.party_at(number) is not None
        or line.low[number] in lexicon.OFFICIAL
        or (line.low[number - 1], line.low[number]) in lexicon.OFFICES
        for number in range(at, min(stop, at + 3))
    )


def _ends(line: Line, at: int, stop: int) -> bool:
    """Whether a noun phrase ends before a word."""
    if at >= stop:
        return True
    low = line.low[at]
    return low in lexicon.PREPOSITIONS or low in _BEHIND or verbs.is_adverb(low)


def _closes(line: Line, at: int) -> bool:
    """Whether the phrase that "by" governs has ended before a word."""
    low = line.low[at]
    finite = low in lexicon.MODALS or low in lexicon.HAVE or (low in lexicon.BE and low != "'s")
    return low in edges.AGENT or finite or (verbs.is_past(low) and line.party_over(at) is None)


def by(line: Line, head: int) -> bool | None:
    """Whether an authority is named by whom a passive was done; None where nobody is named."""
    for at in range(head + 1, min(len(line.low), head + FARTHEST_BY)):
        low = line.low[at]
        other = verbs.is_past(low) and line.at(at - 1) not in {"and", "or"}
        if low in edges.AGENT or other:
            break
        if low == "by":
            after = line.at(at + 1)
            if verbs.is_gerund(after) or after in lexicon.ADVERBS or after[:1].isdigit() or not after:
                continue
            if not _UNITS.isdisjoint(line.low[at + 1 : at + 4]):
                continue
            if not _MEASURES.isdisjoint(line.low[at + 1 : at + 5]):
                continue  # "shut out by an embargo": a state imposes one
            law = at + 1 + (after in _LAWS_OF)
            if line.at(law) in _LAWS and line.at(law + 1) not in {"of", "from"}:
                continue  # "by law", "by executive order": nobody else did it
            stop = next((k for k in range(at + 1, len(line.low)) if _closes(line, k)), len(line.low))
            return phrase(line, at + 1, stop)
    return None
