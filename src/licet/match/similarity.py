"""How alike two tokens are: the definition. The candidate stage must find all that this finds.

| Kind | When | Similarity |
| --- | --- | --- |
| equal, symbol | same token; or one is the short form of the other ("intl", "international") | 1 |
| edit | 1 edit from four letters, 2 from six, by the shorter; or four letters less one | 1 - cost / longer |
| edit | digits or letters that a scanner takes for one another ("pav1ov", "salirn") | 0.95 |
| sound | same consonants, half of the letters in place; or same short spelling | 0.85 and up |
| sound | vowels that Arabic and Hebrew leave out ("mhmd", "mohammed") | 0.95 |
| symbol | given names that stand for one another ("bill", "william"), of persons only | 0.92 |
| initial | a single letter begins the other | 0.75 |
| joined | two or three neighbours written as one word | 0.95 |

Tokens of up to three letters are not edited into one another: "Li" is not "Lu". Numbers and codes are never
edited: "Plant 12" is not "Plant 13". An address token (`@`) is equal or it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from licet.model import PairKind
from licet.text.sound import consonant_key, scan_key, short_key, slavic_key
from licet.text.words import written_otherwise

EDITS_COST = (0.0, 0.4, 2.2)
"""What no, one and two edits cost in a token, in letters: one slip is common, two in a word are rare. One
costs less than half a letter: what speaks against a pair is weighed with the whole name in sight."""
SCANNED = 0.95
"""A scanner misreads a few letters, always the same ones."""
SOUND = 0.85
"""Equal consonants: about one edit in five letters, so that two such words alone still reach 0.8."""
SOUND_COST = 1.2
"""What other vowels cost in a long word, in letters: its many consonants agree by no chance
("vneshekonombank")."""
UNWRITTEN = 0.95
"""Only vowels are missing, as in Arabic and Hebrew writing."""
SOUND_SHARE = 0.5
"""Share of letters that must be in place for words to sound alike: "mhmd" and "mohammed", not "aisin" and
"ocean"."""
GIVEN_NAME = 0.92
"""Another form of a given name: a pet form is shared by many, so it counts less than the name itself, but
more than an edit in a short word ("chou", "zhou")."""
INITIAL = 0.75
"""An initial agrees with one name in twenty by chance."""
JOINED = 0.95
"""Only the space differs."""
MOST_JOINED = 3
"""Neighbours written as one word: "abdul rah man", "Ural Vagon Zavod"."""
SHORTEST_JOINED = 4
"""Letters of a joined word; single letters may always be one: "Z T E", "V.R."."""
MARKS = "=~@"


def edit_limit(length: int) -> int:
    """Return how many edits a token of this length may be away: 0 below four letters, 1 below six, else 2."""
    return 0 if length < 4 else 1 if length < 6 else 2


def edits_allowed(ours: str, theirs: str) -> int:
    """Return the edits allowed between two tokens: by the shorter one, and a lost letter of four."""
    short, long = sorted((len(ours), len(theirs)))
    return 1 if (short, long) == (3, 4) else edit_limit(short)


def is_editable(token: str) -> bool:
    """Say whether spelling errors are allowed in a token: letters only, three or more, no symbol."""
    return len(token) >= 3 and token[0] not in MARKS and not any(letter.isdigit() for letter in token)


def similarity(ours: str, theirs: str) -> tuple[float, PairKind] | None:
    """Compare two tokens, initials, given names and joins left aside; None when they are not alike at all."""
    if ours == theirs:
        return 1.0, PairKind.SYMBOL if ours[0] in "=~" else PairKind.EQUAL
    if theirs in written_otherwise(ours):
        return 1.0, PairKind.SYMBOL
    best: tuple[float, PairKind] | None = None
    if is_editable(ours) and is_editable(theirs):
        limit = edits_allowed(ours, theirs)
        from rapidfuzz.distance import OSA  # noqa: PLC0415  not loaded where the kernel compares

        distance = OSA.distance(ours, theirs, score_cutoff=limit)
        if distance <= limit:
            best = 1.0 - EDITS_COST[distance] / max(len(ours), len(theirs)), PairKind.EDIT
    if (best is None or best[0] < SCANNED) and _scanned_alike(ours, theirs):
        best = SCANNED, PairKind.EDIT
    if (best is None or best[0] < UNWRITTEN) and _sound_alike(ours, theirs):
        longer = max(len(ours), len(theirs))
        value = UNWRITTEN if _unwritten_vowels(ours, theirs) else max(SOUND, 1.0 - SOUND_COST / longer)
        if best is None or value > best[0]:
            best = value, PairKind.SOUND
    return best


def _sound_alike(ours: str, theirs: str) -> bool:
    keys = (consonant_key, short_key, slavic_key)
    if not any((mine := key(ours)) and mine == key(theirs) for key in keys):
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  not loaded where the kernel compares

    return OSA.normalized_similarity(ours, theirs) >= SOUND_SHARE


def _scanned_alike(ours: str, theirs: str) -> bool:
    """Say whether a scanner may have read one for the other: a digit for a letter, two letters for one."""
    key = scan_key(ours)
    if not key or key != scan_key(theirs):
        return False
    digits = [any(letter.isdigit() for letter in token) for token in (ours, theirs)]
    return digits[0] != digits[1] or (not digits[0] and len(ours) != len(theirs))


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
    return length >= SHORTEST_JOINED or length == len(parts)


def joins(parts: tuple[str, ...], words: tuple[str, ...]) -> list[tuple[tuple[int, int], int]]:
    """Return ranges of two or three of `parts` that written as one are `words[j]`, each with its j."""
    found: list[tuple[tuple[int, int], int]] = []
    for at in range(len(parts) - 1):
        for end in range(at + 2, min(at + MOST_JOINED, len(parts)) + 1):
            if can_join(parts[at:end]):
                joined = "".join(parts[at:end])
                found.extend(((at, end), other) for other, word in enumerate(words) if word == joined)
    return found
