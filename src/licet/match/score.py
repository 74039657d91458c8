"""Two names to one score: the whole model on one screen.

Tokens are paired one to one, the pair that carries most first. With weights u (ours) and w (theirs):

    share = sum(s * (u + w)) / (paired u + paired w + against)
    against = OUR_EXTRA * Q + THEIR_EXTRA * L + CONTRADICTION * min(Q, L)

over pairs of similarity s; Q and L are the weights of our and their unpaired tokens. A token left over on
one side is an omission; left over on both sides it is a contradiction ("Bank of X", "Bank of Y"). What else
speaks against a match (`judge`) only lowers the share: whatever bounds the share bounds the score.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from licet.match.alignment import Alignment, Alike, Link, Taken, Weighted
from licet.match.similarity import (
    GIVEN_NAME,
    INITIAL,
    JOINED,
    initial_agrees,
    joins,
)
from licet.match.weights import is_telling
from licet.model import PairKind
from licet.text.given_names import is_common_name, other_given_names
from licet.text.sound import short_key
from licet.text.syllables import shares_half
from licet.text.words import WordClass, is_aside, is_firm_word, is_number, word_class

OUR_EXTRA = 1.0
"""A word of the customer's that the listed name lacks: lists give full names, so it usually means another
party."""
ASIDE_MOST = 0.12
"""What all words of ours together count at most that tell of a place, a branch or a trade, where the listed
name stands whole in ours: "Bank Sepah Frankfurt Branch" is Bank Sepah."""
MIDDLE_ASIDE = 0.8
"""The share of a middle name, or of a second family name, that counts as such a word: customers give them,
many lists leave them out."""
MIDDLE_BESIDE = 7
"""Letters of a word that agrees, for that: in names of syllables ("Son Hung Min") it is no middle name."""
WHOLE_WORDS = 2
"""Words that must agree for that, symbols and particles aside: "Premier Foods" is no "Premier"."""
LONG_WORD = 9
"""Letters from which one word is enough: "Rosoboronexport Helicopters"."""
FIRM_WORD = 5
"""Letters from which one word is enough where all else of ours tells of a firm: "IRISL Group"."""
THEIR_EXTRA = 0.5
"""A word of the list's that the customer's name lacks: customers shorten names."""
CONTRADICTION = 0.35
"""Words left over on both sides disagree. More would lose names with one short word misspelt, as measured."""
ENOUGH = 2.0
"""Two rare words that agree say who is meant; names of which less agrees are shared by many."""
DEARER = 1.2
"""How much more each difference costs, for every rare word that is missing to `ENOUGH`."""
DEARER_PERSONS = 0.6
"""The same between persons: their names are shorter and written in more ways than those of companies."""
COMMON = 1.0
"""Persons whose agreeing names are all common ones ("Antonio Garcia") need so much more to be told apart."""
COMMON_WORDS = 1.2
"""The same between firms of which everyday words agree ("Golden Star", "Iron Mountain")."""
OTHER_BEGIN = 0.25
"""Slips seldom hit the first letter: of short words "Wang" and "Pang" are two names."""
SHORT_WORD = 4
"""Letters up to which another first letter counts so, and up to which one word alone must be equal."""
OTHER_NAME = 0.35
"""Both words are names that many bear: "Maria" and "Mario" are two persons, no slip."""
SURE_EDIT = 1.0
"""Letters that less than two edits cost: two edits in one half of a name of two make another name of it."""
LONG_HALF = 6
"""Letters from which two edits are a slip: behind "abdul" as in any word."""
SERVANT = "abdul"
LONE = 0.94
"""All rests on one short word, and that is spelt otherwise: "SMIC" and "SOMIC" are two companies."""
SHORT_BEGUN = 5
"""Letters up to which a word that begins otherwise is short for that: "Zamex" and "Bamex"."""
TRANSLITERATED = 0.95
"""A name read from another script is one reading among several."""
LONE_READING = 0.75
"""All rests on one short word read from another script: one syllable stands for many names."""
SHORT_READING = 3
OTHER_NUMBER = 0.8
"""Each side has a number that the other lacks: Plant 12 and Plant 13, the second and the third of a name."""
WORDS_WITHOUT_NAME = 2
"""Words of trade that must agree where a name holds nothing else ("General Petroleum")."""
_SPELT_OTHERWISE = frozenset({PairKind.EDIT, PairKind.SOUND})
_SERVING = frozenset({WordClass.LEGAL, WordClass.TITLE, WordClass.PARTICLE})


def score(ours: Weighted, alike: Sequence[Alike], theirs: Weighted) -> Alignment:
    """Align two names and score them.

    Args:
        ours: The customer's name.
        alike: For each of our tokens, the listed tokens that it is like.
        theirs: The listed name.

    Returns:
        The alignment; score 0 when nothing telling is paired.
    """
    found = _links(ours, alike, theirs)
    if not found:
        return Alignment(0.0, ())
    chosen = _choose(ours, theirs, found)
    return Alignment(rounded(judge(ours, theirs, chosen)), tuple(chosen))


def rounded(value: float) -> float:
    """Return a score to four places, half up: the same in any language with IEEE doubles."""
    return math.floor(value * 10000 + 0.5) / 10000


def total(values: Iterable[float]) -> float:
    """Add from left to right: `sum` compensates from Python 3.12 on, and would differ in the last bit."""
    added = 0.0
    for value in values:
        added += value
    return added


def judge(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> float:
    """Return the value of the pairs chosen (at least one): never above the share that they carry."""
    taken = steps(ours, theirs, chosen)
    return max(taken[-1].value, 0.0) if taken else 0.0


def steps(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> list[Taken]:
    """Return how the value of the pairs comes about: their share, then each thing that lowers it.

    Returns:
        The steps, the last with the value; empty when nothing telling is paired.
    """
    telling = [link for link in chosen if _is_telling(ours, theirs, link)]
    if not telling and not _says_the_same(ours, theirs, chosen):
        return []
    value = _share(ours, theirs, chosen)
    taken = [Taken("share", value)]
    missing = _missing(ours, theirs, chosen, telling) if telling else 0.0
    if missing > 0:
        dearer = DEARER_PERSONS if ours.initials and theirs.initials else DEARER
        value = 1.0 - (1.0 - value) * (1.0 + dearer * missing)
        taken.append(Taken("says_little", value))
    for name, applies, factor in (
        ("rests_on_one_word", _is_lone(ours, theirs, chosen, telling), LONE),
        ("other_script", ours.transliterated or theirs.transliterated, TRANSLITERATED),
        ("one_short_reading", _is_lone_reading(ours, theirs, telling), LONE_READING),
        ("other_number", _numbers_differ(ours, theirs, chosen), OTHER_NUMBER),
    ):
        if applies:
            value *= factor
            taken.append(Taken(name, value))
    return taken


def _missing(ours: Weighted, theirs: Weighted, chosen: Sequence[Link], telling: Sequence[Link]) -> float:
    """Return how much the pairs say less than is enough to know who is meant; initials say a little."""
    needed = ENOUGH
    if all(is_common_name(ours.tokens[link.ours[0]]) for link in telling):
        needed += COMMON if ours.initials and theirs.initials else COMMON_WORDS
    told = [link for link in chosen if link in telling or link.kind is PairKind.INITIAL]
    return needed - total(_said(ours, theirs, link) for link in told)


def _is_lone(ours: Weighted, theirs: Weighted, chosen: Sequence[Link], telling: Sequence[Link]) -> bool:
    """Say whether one short word carries the match, is spelt otherwise, and no trade agrees beside it."""
    if len(telling) != 1 or telling[0].kind not in _SPELT_OTHERWISE:
        return False
    if sum(word_class(theirs.tokens[link.theirs[0]]) not in _SERVING for link in chosen) > 1:
        return False
    mine, other = ours.tokens[telling[0].ours[0]], theirs.tokens[telling[0].theirs[0]]
    return min(len(mine), len(other)) <= (SHORT_WORD if mine[0] == other[0] else SHORT_BEGUN)


def _is_lone_reading(ours: Weighted, theirs: Weighted, telling: Sequence[Link]) -> bool:
    """Say whether one short word carries the match and is a reading from another script."""
    if len(telling) != 1 or not (ours.transliterated or theirs.transliterated):
        return False
    return _shorter(ours, theirs, telling[0]) <= SHORT_READING


def _shorter(ours: Weighted, theirs: Weighted, link: Link) -> int:
    return min(len(ours.tokens[link.ours[0]]), len(theirs.tokens[link.theirs[0]]))


def _share(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> float:
    """Return the share of the two names that the pairs carry, in the order chosen."""
    gained = paired_ours = paired_theirs = 0.0
    for link in chosen:
        our_weight = total(ours.weights[link.ours[0] : link.ours[1]])
        their_weight = total(theirs.weights[link.theirs[0] : link.theirs[1]])
        gained += alike(ours, theirs, link) * (our_weight + their_weight)
        paired_ours += our_weight
        paired_theirs += their_weight
    left_ours = max(total(ours.weights) - paired_ours, 0.0)
    left_theirs = max(total(theirs.weights) - paired_theirs, 0.0)
    left_ours -= excused(ours, theirs, chosen)
    against = OUR_EXTRA * left_ours + THEIR_EXTRA * left_theirs + CONTRADICTION * min(left_ours, left_theirs)
    return gained / (paired_ours + paired_theirs + against)


def excused(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> float:
    """Return the weight of our unpaired words that is not counted: the listed name stands whole in ours.

    Then words of place, branch and trade, names after the father, middle names and second family names count
    little together.
    """
    if not _stands_whole(ours, theirs, chosen):
        return 0.0
    used = {place for link in chosen for place in range(*link.ours)}
    long = any(len(theirs.tokens[link.theirs[0]]) >= MIDDLE_BESIDE for link in chosen)
    persons = ours.initials and theirs.initials and long
    added = 0.0
    for place, (token, weight) in enumerate(zip(ours.tokens, ours.weights, strict=True)):
        if place not in used and is_aside(token):
            added += weight
        elif place not in used and persons and place > 0:
            added += MIDDLE_ASIDE * weight
    return max(added - ASIDE_MOST, 0.0)


def _stands_whole(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether all of the listed name is in ours, word for word, and says enough."""
    if any(link.similarity < JOINED or link.kind in _SPELT_OTHERWISE for link in chosen):
        return False
    words = [theirs.tokens[link.theirs[0]] for link in chosen]
    words = [word for word in words if word_class(word) not in _SERVING]
    firms = not (ours.initials and theirs.initials)
    if firms and _is_everyday(words) and not _says_it_is_a_firm(ours, chosen):
        return False
    few = len(words) < WHOLE_WORDS and not any(len(word) >= LONG_WORD for word in words)
    if few and not _is_firm(ours, theirs, chosen, words):
        return False
    used = {place for link in chosen for place in range(*link.theirs)}
    return all(place in used or word_class(token) in _SERVING for place, token in enumerate(theirs.tokens))


def _is_everyday(words: Sequence[str]) -> bool:
    """Say whether all telling words are everyday ones: "Alpha Technology Group" is not "Alpha Group"."""
    telling = [word for word in words if is_telling(word)]
    return bool(telling) and all(map(is_common_name, telling))


def _is_firm(ours: Weighted, theirs: Weighted, chosen: Sequence[Link], words: Sequence[str]) -> bool:
    """Say whether one telling word of a firm agrees and all else of ours says no more than that it is one."""
    if (
        not words
        or len(words[0]) < FIRM_WORD
        or is_common_name(words[0])
        or (ours.initials and theirs.initials)
    ):
        return False
    return _says_it_is_a_firm(ours, chosen)


def _says_it_is_a_firm(ours: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether all that is left over of ours says no more than that it is a firm or a ship."""
    used = {place for link in chosen for place in range(*link.ours)}
    return all(place in used or is_firm_word(token) for place, token in enumerate(ours.tokens))


def alike(ours: Weighted, theirs: Weighted, link: Link) -> float:
    """Return the similarity of a pair, less what speaks for two different words."""
    if link.kind not in _SPELT_OTHERWISE:
        return link.similarity
    mine, other = ours.tokens[link.ours[0]], theirs.tokens[link.theirs[0]]
    value = link.similarity
    if mine[0] != other[0] and min(len(mine), len(other)) <= SHORT_WORD:
        value -= OTHER_BEGIN
    names = is_common_name(mine) and is_common_name(other) and not _is_spelling(mine, other)
    if names or (link.kind is PairKind.EDIT and _is_other_half(mine, other, link.similarity)):
        value -= OTHER_NAME
    return value


def _is_other_half(mine: str, other: str, similarity: float) -> bool:
    """Say whether two edits make another half of a name: Xiaohong, Xiaoming; Abdulkarim, Abdulrahim."""
    if similarity >= 1.0 - SURE_EDIT / max(len(mine), len(other)):
        return False
    servants = mine.startswith(SERVANT) and other.startswith(SERVANT)
    return (servants and min(len(mine), len(other)) < len(SERVANT) + LONG_HALF) or shares_half(mine, other)


def _is_spelling(mine: str, other: str) -> bool:
    """Say whether two common names are one spelt in two ways: "Jon" and "John", "Mohamed" and "Mohammad"."""
    silent = short_key(mine)
    return other in other_given_names(mine) or (silent != "" and silent == short_key(other))


def _said(ours: Weighted, theirs: Weighted, link: Link) -> float:
    """Return how much a pair says: its similarity times the mean weight of its sides."""
    weight = total(ours.weights[link.ours[0] : link.ours[1]])
    weight += total(theirs.weights[link.theirs[0] : link.theirs[1]])
    return alike(ours, theirs, link) * 0.5 * weight


def _links(ours: Weighted, alike: Sequence[Alike], theirs: Weighted) -> list[Link]:
    found: list[Link] = []
    persons = ours.initials and theirs.initials
    for place, token in enumerate(theirs.tokens):
        for our_place, like in enumerate(alike):
            hit = like.get(token)
            if persons and (hit is None or hit[0] < GIVEN_NAME):
                hit = _between_persons(ours.tokens[our_place], token) or hit
            if hit:
                found.append(Link((our_place, our_place + 1), (place, place + 1), *hit))
    found.extend(
        Link(places, (other, other + 1), JOINED, PairKind.JOINED)
        for places, other in joins(ours.tokens, theirs.tokens)
    )
    found.extend(
        Link((other, other + 1), places, JOINED, PairKind.JOINED)
        for places, other in joins(theirs.tokens, ours.tokens)
    )
    return found


def _between_persons(ours: str, theirs: str) -> tuple[float, PairKind] | None:
    """Compare words as parts of persons' names: other forms of a given name, initials."""
    if theirs in other_given_names(ours):
        return GIVEN_NAME, PairKind.SYMBOL
    return (INITIAL, PairKind.INITIAL) if initial_agrees(ours, theirs) else None


def _choose(ours: Weighted, theirs: Weighted, found: list[Link]) -> list[Link]:
    """One-to-one, greatest gain first; ties by place, so that the result never depends on anything else."""

    def gain(link: Link) -> float:
        weight = total(ours.weights[link.ours[0] : link.ours[1]])
        return link.similarity * (weight + total(theirs.weights[link.theirs[0] : link.theirs[1]]))

    if len(found) > 1:
        found.sort(key=lambda link: (-gain(link), link.ours, link.theirs))
    used_ours: set[int] = set()
    used_theirs: set[int] = set()
    chosen: list[Link] = []
    for link in found:
        our_places, their_places = range(*link.ours), range(*link.theirs)
        if used_ours.isdisjoint(our_places) and used_theirs.isdisjoint(their_places):
            used_ours.update(our_places)
            used_theirs.update(their_places)
            chosen.append(link)
    return chosen


def _is_telling(ours: Weighted, theirs: Weighted, link: Link) -> bool:
    """Say whether a pair has a telling word on both sides; of joined words the one word decides."""
    if link.kind is PairKind.JOINED:
        one_of_ours = link.ours[1] - link.ours[0] == 1
        return is_telling(ours.tokens[link.ours[0]] if one_of_ours else theirs.tokens[link.theirs[0]])
    return is_telling(ours.tokens[link.ours[0]]) and is_telling(theirs.tokens[link.theirs[0]])


def _says_the_same(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether names without a telling pair agree word for word, legal forms, titles and particles aside.

    "General Petroleum" is found by "General Petroleum Corp" and by "Genral Petroleum", not by "Petroleum".
    """
    used_ours = {place for link in chosen for place in range(*link.ours)}
    used_theirs = {place for link in chosen for place in range(*link.theirs)}
    left = [token for place, token in enumerate(ours.tokens) if place not in used_ours]
    left += [token for place, token in enumerate(theirs.tokens) if place not in used_theirs]
    if any(word_class(token) not in _SERVING for token in left):
        return False
    words = [link for link in chosen if word_class(theirs.tokens[link.theirs[0]]) not in _SERVING]
    return len(words) >= WORDS_WITHOUT_NAME or (
        bool(words) and not left and all(link.similarity == 1 for link in chosen)
    )


def _numbers_differ(ours: Weighted, theirs: Weighted, chosen: Sequence[Link]) -> bool:
    """Say whether both sides have a number, or both a place in a line of sons, that the other lacks."""
    used_ours = {place for link in chosen for place in range(*link.ours)}
    used_theirs = {place for link in chosen for place in range(*link.theirs)}
    mine = [token for place, token in enumerate(ours.tokens) if place not in used_ours and is_number(token)]
    return bool(mine) and any(
        place not in used_theirs and is_number(token) for place, token in enumerate(theirs.tokens)
    )
