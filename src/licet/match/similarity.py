"""How alike two tokens are: the definition. The candidate stage must find all that this finds.

| Kind | When | Similarity |
| --- | --- | --- |
| equal, symbol | same token; or one is the short form of the other ("intl", "international") | 1 |
| edit | up to 1 edit from four letters, 2 from six, by the shorter one | 1 - 0.9 x edits / longer length |
| sound | same consonants, half of the letters in place; or same short spelling | 0.82 |
| sound | vowels that Arabic and Hebrew leave out ("mhmd", "mohammed") | 0.95 |
| symbol | given names that stand for one another ("bill", "william"), of persons only | 0.9 |
| initial | a single letter begins the other | 0.6 |
| joined | two or three neighbours written as one word | 0.95 |

Tokens of up to three letters are never edited: "Li" is not "Lu". Numbers and codes are never edited:
"Plant 12" is not "Plant 13". An address token (`@`) is equal or it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from licet.model import PairKind
from licet.text.sound import consonant_key, short_key, slavic_key
from licet.text.words import written_otherwise

EDIT_COST = 0.9
"""An edit in a token of n letters costs a little less than its share 1/n: typing errors are common."""
SOUND = 0.82
"""Equal consonants: about one edit in five letters, so that two such words alone still reach 0.8."""
UNWRITTEN = 0.95
"""Only vowels are missing, as in Arabic and Hebrew writing."""
SOUND_SHARE = 0.5
"""Share of letters that must be in place for words to sound alike: "mhmd" and "mohammed", not "aisin" and
"ocean"."""
GIVEN_NAME = 0.9
"""Another form of a given name: a pet form is shared by many, so it counts less than the name itself."""
INITIAL = 0.6
"""An initial agrees with one name in twenty by chance."""
JOINED = 0.95
"""Only the space differs."""
MOST_JOINED = 3
"""Neighbours written as one word: "abdul rah man", "Ural Vagon Zavod"."""
SHORTEST_JOINED = 4
"""Letters of a joined word; three single letters may be one of three: "Z T E"."""
MISREAD = "01568"
"""Digits that scanners read for o, l, s, b, g and the like."""
MARKS = "=~@"


def edit_limit(length: int) -> int:
    """Return how many edits a token of this length may be away: 0 below four letters, 1 below six, else 2."""
    return 0 if length < 4 else 1 if length < 6 else 2


def is_editable(token: str) -> bool:
    """Say whether spelling errors are allowed in a token: four letters or more, no symbol, no code."""
    if len(token) < 4 or token[0] in MARKS:
        return False
    digits = sum(letter.isdigit() for letter in token)
    return not digits or (3 * digits < len(token) and _digits_are_letters(token))


def _digits_are_letters(token: str) -> bool:
    """Say whether every digit may be a letter misread by a scanner: `0leg`, `pav1ov`, but not `plant12`."""
    last = len(token) - 1
    return all(
        letter in MISREAD and place < last and not token[place + 1].isdigit()
        for place, letter in enumerate(token)
        if letter.isdigit()
    )


def sound_keys(token: str) -> tuple[str, ...]:
    """Return the keys of which one must be shared to sound alike; each begins with its kind."""
    keys = (("c", consonant_key(token)), ("s", short_key(token)), ("x", slavic_key(token)))
    return tuple(f"{kind}{key}" for kind, key in keys if key)


def similarity(ours: str, theirs: str) -> tuple[float, PairKind] | None:
    """Compare two tokens, initials, given names and joins left aside; None when they are not alike at all."""
    if ours == theirs:
        return 1.0, PairKind.SYMBOL if ours[0] in "=~" else PairKind.EQUAL
    if theirs in written_otherwise(ours):
        return 1.0, PairKind.SYMBOL
    best: tuple[float, PairKind] | None = None
    if is_editable(ours) and is_editable(theirs):
        limit = edit_limit(min(len(ours), len(theirs)))
        distance = OSA.distance(ours, theirs, score_cutoff=limit)
        if distance <= limit:
            best = 1.0 - EDIT_COST * distance / max(len(ours), len(theirs)), PairKind.EDIT
    if (best is None or best[0] < UNWRITTEN) and _sound_alike(ours, theirs):
        value = UNWRITTEN if _unwritten_vowels(ours, theirs) else SOUND
        if best is None or value > best[0]:
            best = value, PairKind.SOUND
    return best


def _sound_alike(ours: str, theirs: str) -> bool:
    keys = sound_keys(ours)
    if not keys or set(keys).isdisjoint(sound_keys(theirs)):
        return False
    return OSA.normalized_similarity(ours, theirs) >= SOUND_SHARE


def _unwritten_vowels(ours: str, theirs: str) -> bool:
    """Say whether the shorter token is the longer one without vowels (and doubled letters)."""
    short, long = sorted((ours, theirs), key=lambda token: (len(token), token))
    if len(short) < 4 or len(long) < len(short) + 2 or any(letter in "aeo" for letter in short):
        return False
    rest = iter(long)
    missing = [letter for letter in short if not _skip_to(rest, letter)]
    return not missing and all(letter in "aeiou" or letter in short for letter in long)


def _skip_to(rest: Iterator[str], letter: str) -> bool:
    return any(other == letter for other in rest)


def is_initial(token: str) -> bool:
    """Say whether a token is one letter, and so may stand for a name that begins with it."""
    return len(token) == 1 and token.isascii() and token.isalpha()


def initial_agrees(ours: str, theirs: str) -> bool:
    """Say whether one token is the initial of the other."""
    if is_initial(ours) == is_initial(theirs):
        return False
    return ours[0] == theirs[0]


def can_join(parts: Sequence[str]) -> bool:
    """Say whether neighbouring tokens may be one word elsewhere."""
    if any(part[0] in MARKS for part in parts):
        return False
    length = sum(map(len, parts))
    return length >= SHORTEST_JOINED or length == len(parts) == MOST_JOINED
