"""The main verb of a sentence, and what it is about where that is a noun such as "a threat by"."""

from __future__ import annotations

from benchmarks.modality import wordings

from licet.news.modality import lexicon, verbs
from licet.news.modality.line import Line

FARTHEST_OPENING = 16
"""Words that may stand before the comma that ends an opening or an aside."""

FARTHEST_ANNOUNCED = 9
"""Words behind "announced" within which the verb of the clause stands that is announced."""

FARTHEST_CONJUNCTION = 3
"""Words within which the conjunction of a clause stands that opens a sentence ("Hours after ...,")."""

LONGEST_AUXILIARIES = 7
"""Words from an auxiliary to its verb."""

FARTHEST_SUBJECT = 6
"""Words within which the noun that a sentence is about stands."""

_ENDS = frozenset((",", ";", ":", "and", "but", "or", "(", "—", "–"))
_CLAUSES = frozenset(("when", "while", "after", "before", "as"))
_AFTER_PARTICIPLE = (
    lexicon.PREPOSITIONS
    | frozenset(("up", "off", "out", "down", "along", "across", "around", "near", "outside", "inside"))
    | frozenset(("last", "abroad", "away", "back"))
    | _CLAUSES
)
_SUBORDINATE = lexicon.FACTIVE | lexicon.UNTRUE | lexicon.RELATIVE
_PARTICLES = frozenset(("up", "off", "out", "down", "back", "away", "over"))
_OPENERS = _SUBORDINATE - {"as", "once", "though", "where"} | {"that"}
_STANDING = frozenset(("based", "held"))
_COUNTS = frozenset(("all", "several", "many", "most", "few", "two", "three", "four", "five", "six", "other"))
_OF_WHOM = frozenset(("of", "by", "from", "for", "to", "that", "at", "over", "against", "on"))
_WEAK_SUBJECTS = frozenset(("door", "way", "light", "principle", "backing", "blessing", "interest", "chance"))
_ITS = frozenset(("a", "an", "the", "its", "his", "her", "their"))
_TELLING = lexicon.PRONOUNS | {"that"}
_BEHIND_OPENING = lexicon.PREPOSITIONS | lexicon.CONDITIONS | {"that", "why", "how", "what", "to", ","}
_ARTICLES = frozenset(("a", "an", "the"))


def main_verb(line: Line) -> int | None:
    """The main verb: of a frame such as "he said that", the verb of the clause below it."""
    closing = _closing_complaint(line)
    if closing is not None:
        return closing
    at = _next_verb(line, 0)
    while at is not None and _frames(line, at):
        below = _next_verb(line, at + 1)
        if below is None:
            break
        at = below
    return at


def _closing_complaint(line: Line) -> int | None:
    """The verb at the end of a sentence that complains of what it tells (", a bishop protested")."""
    last = len(line.low) - 1
    for at in range(last, max(0, last - 5), -1):
        if line.low[at] in {"protested", "complained", "lamented"}:
            subject = line.low[max(0, at - 6) : at]
            return at if "," in subject and not any(verbs.is_past(low) for low in subject) else None
        if line.low[at] in lexicon.PREPOSITIONS:
            return None
    return None


def talk_as_subject(line: Line) -> int | None:
    """The noun of talk that a sentence is about ("A call from Veland for a truce was read out")."""
    first = _after_opening(line)
    for at in range(first, min(len(line.low) - 1, first + FARTHEST_SUBJECT)):
        low = line.low[at]
        if low in wordings.NOUNS and low not in _WEAK_SUBJECTS and line.low[at + 1] in _OF_WHOM:
            return at
        if low in lexicon.PREPOSITIONS or low in lexicon.RELATIVE or low == "," or _finite(line, at):
            return None
    return None


def declares(line: Line, at: int) -> bool:
    """Whether a verb of saying does what it says ("declared a state of siege")."""
    if line.low[at] == "recalled":
        return line.at(at + 1) != "that"
    return line.low[at] == "declared" and line.at(at + 1) in _ARTICLES


def _frames(line: Line, at: int) -> bool:
    """Whether a verb tells that something was said, and what was said follows it."""
    if line.low[at] == "made" and "clear" in line.low[at + 1 : at + 3]:
        return True
    if line.low[at] in lexicon.SAYS and line.low[at] not in wordings.TELLS:
        return line.low[at] not in lexicon.CLASS and not declares(line, at) and not _closes(line, at)
    return line.low[at].startswith("announc") and _announces_what_is_done(line, at)


def _announces_what_is_done(line: Line, at: int) -> bool:
    """Whether a clause in the perfect is announced ("announced that it had cut ties"), no plan or pledge."""
    for later in range(at + 1, min(len(line.low) - 1, at + FARTHEST_ANNOUNCED)):
        low = line.low[later]
        if low in wordings.NOUNS or low in lexicon.CLASS or low in lexicon.MODALS or low == ",":
            return False
        if low in {"has", "have", "had", "was", "were"}:
            return line.low[later + 1] not in lexicon.NEGATIONS
    return False


def _closes(line: Line, at: int) -> bool:
    """Whether a verb of saying comes behind what was said."""
    return all(low in lexicon.ADVERBS or not low[0].isalpha() for low in line.low[at + 1 :])


def _next_verb(line: Line, start: int) -> int | None:
    """The first finite verb from a word on that stands in no relative, adverbial or apposed clause."""
    at = _after_opening(line) if start == 0 else start
    skipping = relative = apart = False
    while at < len(line.low):
        low = line.low[at]
        if _opens_clause(line, at):
            skipping, relative = True, low in lexicon.RELATIVE or low in {"that", "where", "when"}
            leads = at < FARTHEST_CONJUNCTION and "," in line.low[at : at + FARTHEST_OPENING]
            apart = apart or line.at(at - 1) == "," or (leads and low in _SUBORDINATE)
        elif low == ",":
            aside = _aside(line, at)
            at, skipping = (at, False) if aside is None else (aside, False)
            relative = apart = False
        elif _finite(line, at):
            second = relative and line.at(at - 1) in {"and", "or"} and _goes_on(line, at)
            if not (skipping or apart or second) and not _reduced(line, at):
                return verbs.content(line, at, LONGEST_AUXILIARIES)
            at = verbs.content(line, at, LONGEST_AUXILIARIES)
            skipping = relative and line.low[at] in lexicon.SAYS and line.at(at + 1) in _TELLING
        at += 1
    return None


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a word opens a clause that the main verb does not stand in."""
    low = line.low[at]
    if low == "that":
        before = line.at(at - 1)
        noun = at > 0 and not verbs.is_past(before) and before not in lexicon.SAYS | lexicon.CLASS.keys()
        return noun and before != "," and _finite(line, at + 1)
    if low == "as":
        return line.at(at + 1) in lexicon.PRONOUNS
    return low in _SUBORDINATE and low not in {"once", "since", "though"}


def _goes_on(line: Line, at: int) -> bool:
    """Whether another finite verb follows that nothing opens: the one before it was of a relative clause."""
    for later in range(at + 2, len(line.low)):
        if line.low[later] in _ENDS or line.low[later] in _SUBORDINATE or line.low[later] == "that":
            return False
        if _finite(line, later) and not (verbs.is_past(line.low[later - 1]) or line.low[later - 1] == "as"):
            return True
    return False


def _after_opening(line: Line) -> int:
    """Where the sentence goes on after "In a statement released on Monday," and the like."""
    first = line.at(0)
    participle = verbs.is_past(first) and line.at(1) in _BEHIND_OPENING
    opens = first in lexicon.PREPOSITIONS or participle or verbs.is_gerund(first)
    if not opens:
        return 0
    return next((at for at in range(min(len(line.low), FARTHEST_OPENING)) if line.low[at] == ","), 0)


def _aside(line: Line, comma: int) -> int | None:
    """The comma that closes an apposition or a participle between commas; None where none is opened."""
    after = line.at(comma + 1)
    opens = after in _ITS or after in lexicon.PREPOSITIONS or line.at(comma + 2) == "of"
    if not opens and not verbs.is_past(after) and not verbs.is_gerund(after):
        return None
    closing = range(comma + 2, min(len(line.low), comma + FARTHEST_OPENING))
    return next((at for at in closing if line.low[at] == ","), None)


def _reduced(line: Line, at: int) -> bool:
    """Whether a participle only describes a noun ("troops led by the general refused")."""
    low, after = line.low[at], line.at(at + 1)
    if not verbs.is_past(low) or low in {"agreed", "consented", "acceded"}:
        return False
    if _has_verb_behind(line, at):
        return True
    if after == "and" and verbs.is_past(line.at(at + 2)):
        at, after = at + 2, line.at(at + 3)
    if after == "dead":
        at, after = at + 1, line.at(at + 2)
    if after not in _AFTER_PARTICIPLE or (after == "to" and low in lexicon.CLASS):
        return False
    if after in _PARTICLES and (line.at(at + 2) in lexicon.DETERMINERS or line.at(at + 2).isdigit()):
        return False
    return _verb_of_subject(line, at + 1)


def _verb_of_subject(line: Line, first: int) -> bool:
    """Whether a finite verb follows that stands in no clause below: the one of the noun before.

    Args:
        line: The sentence.
        first: The word behind the participle.
    """
    below = line.low[first] in _CLAUSES and not _names_a_time(line, first + 1)
    aim, later = False, first + 1
    while later < min(len(line.low), first + FARTHEST_OPENING):
        word, before = line.low[later], line.low[later - 1]
        if word == "and" and line.low[first] == "by":
            later += 2 if verbs.is_past(line.at(later + 1)) else 1
            continue
        if word in lexicon.PRONOUNS:
            below = below or before in _OPENERS or before in _CLAUSES
            if not below and before not in lexicon.PREPOSITIONS:
                return False
        elif word in _ENDS or word == "saying":
            return False
        elif below and word in {"has", "have"} and "since" in line.low[first:later]:
            return True
        below = below or (word in _OPENERS and not _names_a_time(line, later + 1))
        after = line.at(later + 1)
        aim = aim or (word == "to" and after not in lexicon.PRONOUNS and after not in lexicon.DETERMINERS)
        spoken = word in lexicon.SAYS and _closes(line, later)
        aimed = aim and verbs.is_past(word)
        if aimed or not _finite(line, later):
            later += 1
            continue
        if not below and not spoken and word not in _STANDING and line.at(later + 1) != "by":
            return True
        below, later = False, verbs.content(line, later, LONGEST_AUXILIARIES) + 1
    return False


def _names_a_time(line: Line, at: int) -> bool:
    """Whether "since", "after" or "until" stands before a day, not before a clause."""
    low = line.at(at)
    return low in lexicon.ADVERBS or low in lexicon.MONTHS or low.isdigit()


def _has_verb_behind(line: Line, at: int) -> bool:
    """Whether a past form belongs to the subject of a later verb ("rebel held towns have fallen").

    Behind a verb of saying or asking a clause may follow without "that"; behind others an auxiliary has
    its subject before them, and so has a past form where a gerund stands before it ("using guided missiles").
    """
    low = line.low[at]
    if low in lexicon.SAYS or low in lexicon.CLASS or line.low[at] in lexicon.HAVE | lexicon.BE:
        return False
    gerund = any(verbs.is_gerund(word) for word in line.low[max(0, at - 4) : at])
    for later in range(at + 1, min(len(line.low), at + 7)):
        word = line.low[later]
        if word in _ENDS or word in _SUBORDINATE or word in {"that", "to", "saying", "as"}:
            return False
        if word in lexicon.PRONOUNS:
            return False
        if word in {"has", "have", "had", "was", "were", "is", "are"}:
            return True
        if gerund and later > at + 1 and _finite(line, later):
            return True
    return False


def _finite(line: Line, at: int) -> bool:
    low, before = line.at(at), line.at(at - 1)
    if low in lexicon.MODALS or low in lexicon.BE or low in lexicon.HAVE or low.endswith("n't"):
        return low not in {"'s", "having", "being", "be", "been", "need", "needs"}
    noun = (
        before in lexicon.DETERMINERS or before in {"-", "'s", "to", "and"} or before in lexicon.PREPOSITIONS
    )
    if low in wordings.WANTS and at > 0 and not noun:
        return True
    past = (
        at > 0
        and verbs.is_past(low)
        and not (low in {"set", "cut", "hit", "read"} and line.at(at + 1) == "of")
    )
    return past and (before in {"and", "that"} or not (noun or before in _COUNTS or before.isdigit()))
