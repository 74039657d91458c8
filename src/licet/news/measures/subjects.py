"""Who acts in a clause: the subject of a verb, the agent behind "by"; and whom a verb acts on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from licet.news.dates.lexicon import MONTHS, WEEKDAYS
from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import lexicon, offices
from licet.news.measures.draft import Draft
from licet.news.measures.scene import FARTHEST, Named, Phrase, Scene
from licet.news.parties.party import PartyKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_PERSON = PartyKind.PERSON

_IRREGULAR = frozenset(
    ("put", "hit", "told", "gave", "took", "met", "added", "fined", "cut", "sent", "found")
)
_KINDS_OF_BODY = frozenset(
    ("foreign", "trade", "finance", "federal", "prime", "national", "interior", "customs")
)
_OF_CUSTOMS = listed("officers officials officer official service inspectors agents men")
_HE = frozenset(("he", "she"))
_DAYS = frozenset(("yesterday", "today", *WEEKDAYS, *MONTHS))
_NO_PRONOUN = frozenset((PartyKind.PLACE, PartyKind.MEDIA, PartyKind.PUBLICATION))
_BEFORE_NAMES = lexicon.DETERMINERS | {"then", "u.s."}
_LONGEST_ASIDE = 9
_RELATIVE = frozenset(("that", "which", "who"))
_THIRD_PERSON = _HE | {"it"}
_CLOSED = lexicon.PARTING | lexicon.QUOTES
_TURNS = _CLOSED | lexicon.OPENERS | _THIRD_PERSON
"""Words at which it is asked whether a subject has been reached or passed; so are names."""
_NOT_INSIDE = frozenset(("without", "before", "after", "that", "because"))


_WITHIN = lexicon.PREPOSITIONS - _NOT_INSIDE
"""Words that make the name behind them a part of another phrase."""
_COUNTRY = PartyKind.COUNTRY


def doer(scene: Scene, sentence: Sentence, verb: int) -> Phrase | None:
    """Who takes the measure that a verb tells: its subject, and no object of a verb before it.

    In "fined the bank and barred it" and ", barring it" the subject stands before an earlier verb.
    """
    lows = scene.lows
    found = subject(scene, sentence, verb)
    if found is None or found.named is None or found.named.acts:
        return found
    before = found.first - 1
    while lows[before] in lexicon.DETERMINERS:
        before -= 1
    participle = lows[verb - 1] == "," and lows[verb].endswith("ing")
    joined = lows[verb - 1] == "and"
    if participle or joined or lows[before].endswith(("ed", "ing")) or lows[before] in _IRREGULAR:
        return subject(scene, sentence, verb, acting=True)
    return found


def subject(scene: Scene, sentence: Sentence, verb: int, *, acting: bool = False) -> Phrase | None:
    """The party that stands as subject of the verb of a clause; None where none is named.

    Names that belong to another phrase ("a settlement with the Danish ministry", "Trump's tweet") are passed
    over, and nothing is looked for beyond the word that begins the clause.

    Args:
        scene: The story.
        sentence: The sentence.
        verb: The verb.
        acting: Whether only one who can take measures counts.
    """
    floor = max(sentence.first, verb - FARTHEST)
    turns = scene.turns(_TURNS)
    turn = bisect_left(turns, verb) - 1
    while turn >= 0 and (number := turns[turn]) >= floor:
        named = scene.at(number)
        if named is not None:
            found = _as_subject(scene, named, verb)
            if found and (named.acts or not acting):
                return found
            turn = bisect_left(turns, named.first) - 1
            continue
        low = scene.low(number)
        if low == ")" and (opened := _opened(scene, number)):
            turn = bisect_left(turns, opened) - 1
            continue
        if low in _CLOSED:
            return None
        if low in _THIRD_PERSON and _leads_to(scene, number + 1, verb):
            return _antecedent(scene, number, person=low in _HE)
        if low in lexicon.OPENERS:
            return _relative(scene, number) if low in _RELATIVE else None
        turn -= 1
    return None


def _opened(scene: Scene, number: int) -> int:
    """Where the bracket that closes at a word opens; 0 where that is far: "the Food Agency (CFIA) has"."""
    for place in range(number - 1, max(number - _LONGEST_ASIDE, 0), -1):
        if scene.low(place) == "(":
            return place
    return 0


def _as_subject(scene: Scene, named: Named, verb: int) -> Phrase | None:
    """The party as subject, with the noun of its body; None where it only belongs to another phrase."""
    lows = scene.lows
    end = named.last
    after = lows[end]
    is_country = named.kind is _COUNTRY
    if after == "'s" or (is_country and after.isalpha()):
        body = _body(scene, named, verb)
        if body:
            end = body
        elif (
            after == "'s"
            or after in lexicon.OWN_SIDE
            or (is_country and _is_noun_like(scene, named.last, verb))
        ):
            return None
    before = named.first - 1
    while lows[before] in _BEFORE_NAMES:
        before -= 1
    inside = lows[before - 1] in _RELATIVE and lows[before - 2] in lexicon.COMMON_PARTY
    if inside and named.last < verb:
        return None  # "any firm that helps ZTE will be"
    words = scene.words
    while before > 0 and words[before].is_capital and not (scene.at(before) or _is_day(scene, before)):
        before -= 1
    return None if lows[before] in _WITHIN else Phrase(named.first, end, named.key, named)


def _is_day(scene: Scene, number: int) -> bool:
    """Whether a time stands before the subject ("on Tuesday the ministry")."""
    return scene.low(number) in _DAYS or scene.words[number].number is not None


def _body(scene: Scene, named: Named, verb: int) -> int:
    """One past the noun that makes a country's name stand for its authorities; 0 without one."""
    for number in range(named.last, min(verb, named.last + 5)):
        if scene.low(number) in lexicon.BODY:
            return number + 1
        if scene.low(number) in {",", "and", "or"} or scene.low(number) in lexicon.PREPOSITIONS:
            return 0
    return 0


_AROUND_VERBS = lexicon.ADVERBS | lexicon.AUXILIARY | lexicon.BE
_NO_NOUNS = _AROUND_VERBS | lexicon.PREPOSITIONS | lexicon.OPENERS


def _is_noun_like(scene: Scene, number: int, verb: int) -> bool:
    """Whether a lower-case word that is no adverb or auxiliary follows, so that the name is a modifier."""
    if number >= verb:
        return False
    low = scene.low(number)
    return (
        low not in _NO_NOUNS
        and scene.words[number].text == low
        and not low.endswith(("ed", "es", "ly", "s", "ing"))
    )


def _leads_to(scene: Scene, number: int, verb: int) -> bool:
    """Whether nothing but auxiliaries, adverbs and times stand between a pronoun and the verb."""
    lows = scene.lows
    return verb - number <= 8 and all(
        lows[place] in _AROUND_VERBS or lows[place].endswith("ing") for place in range(number, verb)
    )


def _antecedent(scene: Scene, number: int, *, person: bool) -> Phrase | None:
    """The party that "he" or "it" stands for: the first of its sentence, else of the one before."""
    at = max(0, bisect_right(scene.laid.sentences, number, key=_first) - 1)
    for sentence in scene.laid.sentences[at : at + 1] + scene.laid.sentences[max(0, at - 1) : at]:
        for named in scene.named_between(sentence.first, min(number, sentence.last)):
            fits = (named.kind is _PERSON) == person and named.kind not in _NO_PRONOUN
            if fits and (named.kind is not _COUNTRY or _as_subject(scene, named, named.last)):
                return Phrase(number, number + 1, named.key, named)
    return None


def _first(sentence: Sentence) -> int:
    return sentence.first


def _relative(scene: Scene, number: int) -> Phrase | None:
    """The party that a relative clause is about: the one named right before "which"."""
    before = number - 2 if scene.low(number - 1) == "," else number - 1
    named = scene.at(before)
    return Phrase(named.first, named.last, named.key, named) if named else None


def agent(scene: Scene, number: int, end: int) -> Phrase | None:
    """The authority behind "by" in what follows a passive verb or a noun."""
    lows, stop = scene.lows, min(end, number + 16)
    if "by" not in lows[number:stop]:
        return None
    for place in range(number, stop):
        if lows[place] != "by" or lows[place + 1].endswith("ing"):
            continue
        for item in reversed(scene.phrases(place + 1, end)):
            between = {scene.low(number) for number in range(place + 1, item.first)}
            if between & lexicon.QUOTES or between & lexicon.AUXILIARY - {"and"}:
                continue
            if item.named is not None and item.named.acts:
                return item
    return None


def object_of(scene: Scene, sentence: Sentence, verb: int, end: int) -> list[Phrase]:
    """Whom a verb acts on: behind it, or the party before the "which" that begins its clause."""
    found = [item for item in scene.phrases(verb + 1, end) if item.key]
    if found:
        return found
    for number in range(verb - 1, max(sentence.first, verb - 8), -1):
        if scene.low(number) in {"which", "whom", "that"}:
            before = _relative(scene, number)
            return [before] if before else []
    return []


def acted_on(scene: Scene, sentence: Sentence, draft: Draft, end: int) -> list[Phrase]:
    """Those at whom a measure told by a verb can be aimed: the subject of a passive, else who stands behind.

    Args:
        scene: The story.
        sentence: The sentence.
        draft: The measure; whether it is passive is known.
        end: One past the last word behind the verb that may name them.
    """
    if draft.passive:
        whom = subject(scene, sentence, draft.first)
        return [whom] if whom is not None and whom.bears else []
    return [item for item in scene.phrases(draft.last, end) if item.bears]


def _is_office(scene: Scene, number: int, verb: int) -> bool:
    """Whether "customs" itself acts, or its officers and service do, and no broker."""
    number += scene.low(number) in _OF_CUSTOMS
    while scene.low(number) in lexicon.ADVERBS or scene.low(number) in lexicon.AUXILIARY:
        number += 1
    return number == verb


_OF_STATE = lexicon.STATE | lexicon.OPENERS | lexicon.PARTING | {"customs", ",", *offices.FIELDS}


def by_state(scene: Scene, sentence: Sentence, verb: int) -> bool:
    """Whether a common noun of those that take measures is the subject: "the government has halted"."""
    lows = scene.lows
    for number in range(verb - 1, max(sentence.first - 1, verb - 10), -1):
        low = lows[number]
        if low not in _OF_STATE:
            continue
        if low == "customs" and _is_office(scene, number + 1, verb):
            return lows[number - 1] not in lexicon.PREPOSITIONS
        if low in lexicon.STATE or offices.is_office(scene, number):
            before = number - 1
            while lows[before] in lexicon.DETERMINERS or lows[before] in _KINDS_OF_BODY:
                before -= 1
            return lows[number + 1] != "'s" and lows[before] not in lexicon.PREPOSITIONS
        if low in lexicon.OPENERS or low in lexicon.PARTING or low == ",":
            return False
    return False
