"""Lists of any size in the shape of real ones, from a seed.

A real party is taken as a pattern, as often as the size asks for; each copy keeps how many names it has, how
many words each name has and which words its names share. Then each word of a copy is replaced, the same word
by the same word throughout the copy:

1. Half of the words take a step to another word that real names put after the same predecessor: to a random
   predecessor, and on to a random successor of that. The step is reversible, so words stay as frequent as
   they are and stand in company that real names have.
2. A word that fewer than `RARE` real names have is replaced by a drawn one. Real lists meet new words ever
   more slowly (Heaps): their number grows as names to the power beta, which is measured on the real list.
   Draws from a power law of exponent 1/beta do the same, and its offset is fitted so that at the real size
   the real number of words comes out. The words drawn are written by a letter model of their script.
3. Some of the words drawn are another spelling, one edit away, of one drawn more often, so that words have
   about as many near neighbours as real ones; a party's own other spellings of one word (its aliases) stay
   spellings of one word.

Thus 3 million names have about as many names a party, words a name, common words, rare words and near
spellings as a list of that size would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from benchmarks.names.letters import LetterModel, edited
from benchmarks.names.real import NameList, Party
from rapidfuzz.distance import OSA

RARE = 6
"""Names that a word may be in and still be replaced by a drawn one."""
STEP = 0.5
"""Share of words that take a step."""
LEAST_WORDS = 300
"""Words that a script needs for a letter model; words of other scripts stay as they are."""
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Patterns:
    """Real parties as numbers.

    Attributes:
        words: Every word.
        frequency: Names that have it.
        slots: Words of all names one after another, as places in `units`.
        name_starts: First slot of each name, and the end.
        party_names: First name of each party, and the end.
        units: The words of each party, each once, as numbers of words.
        party_units: First unit of each party, and the end.
        spelling_of: For each unit another unit of the party that it is a spelling of, or itself.
        alphabet: For each word 0 (Latin), 1 (Cyrillic), 2 (Arabic), -1 (stays as it is).
    """

    words: list[str]
    frequency: Integers
    slots: Integers
    name_starts: Integers
    party_names: Integers
    units: Integers
    party_units: Integers
    spelling_of: Integers
    alphabet: Integers


def alphabet(word: str) -> int:
    """Return which letter model may write a word anew; -1 for none."""
    if not word.isalpha() or len(word) < 4:
        return -1
    first = ord(word[0])
    if first < 0x250:
        return 0
    return 1 if 0x400 <= first < 0x530 else 2 if 0x600 <= first < 0x700 else -1


def patterns(parties: Sequence[Party]) -> Patterns:
    """Lay real parties out as numbers."""
    numbers: dict[str, int] = {}
    slots: list[int] = []
    name_starts, party_names, units, party_units, spelling = [0], [0], list[int](), [0], list[int]()
    counts: list[int] = []
    for party in parties:
        own: dict[str, int] = {}
        for name in party.names:
            for word in name.lower().split():
                if numbers.setdefault(word, len(numbers)) == len(counts):
                    counts.append(0)
                if word not in own:
                    own[word] = len(units)
                    units.append(numbers[word])
                    spelling.append(_root(word, own, spelling))
                slots.append(own[word])
            for word in set(name.lower().split()):
                counts[numbers[word]] += 1
            name_starts.append(len(slots))
        party_names.append(len(name_starts) - 1)
        party_units.append(len(units))
    words = list(numbers)
    return Patterns(
        words,
        np.array(counts),
        np.array(slots),
        np.array(name_starts),
        np.array(party_names),
        np.array(units),
        np.array(party_units),
        np.array(spelling),
        np.array([alphabet(word) for word in words]),
    )


def _root(word: str, own: dict[str, int], spelling: Sequence[int]) -> int:
    """Return the earlier unit of the party that a word is another spelling of, or its own unit."""
    for other, unit in own.items():
        if (
            other != word
            and min(len(word), len(other)) > 3
            and OSA.distance(word, other, score_cutoff=2) <= 2
        ):
            return spelling[unit]
    return own[word]


@dataclass(frozen=True, slots=True)
class Growth:
    """How fast new words come.

    Attributes:
        beta: Exponent by which the number of words grows with the number of names.
        offset: Of the power law that drawn words follow.
    """

    beta: float
    offset: float

    def ranks(self, count: int, chosen: np.random.Generator) -> Integers:
        """Draw words as ranks, 0 the most frequent."""
        tail = 1 / self.beta - 1
        drawn = self.offset * ((1 - chosen.random(count)) ** (-1 / tail) - 1)
        return np.minimum(drawn, 2.0**62).astype(np.int64)


def growth(real: Patterns, seed: int) -> Growth:
    """Measure how the rare words of real names grow in number, and fit the power law to them."""
    rare = (real.frequency < RARE) & (real.alphabet >= 0)
    drawn = real.units[rare[real.units] & (real.spelling_of == np.arange(len(real.units)))]
    chosen = np.random.default_rng(seed)
    party = np.repeat(np.arange(len(real.party_units) - 1), np.diff(real.party_units))
    half = chosen.random(len(real.party_names) - 1) < 0.5
    whole = len(np.unique(real.units))
    beta = float(np.log(whole / len(np.unique(real.units[half[party]]))) / np.log(1 / half.mean()))
    wanted, low, high = len(np.unique(drawn)), 1.0, 1e7
    for _ in range(30):
        middle = (low * high) ** 0.5
        found = len(np.unique(Growth(beta, middle).ranks(len(drawn), np.random.default_rng(seed))))
        low, high = (middle, high) if found < wanted else (low, middle)
    return Growth(beta, low)


class Generator:
    """Makes lists from real parties.

    Args:
        parties: The patterns.
        seed: Of everything that is drawn.
        neighbours: Share of drawn words that are an edit away from a more frequent one.
    """

    def __init__(self, parties: Sequence[Party], seed: int = 20220224, neighbours: float = 0.1) -> None:
        self._parties = parties
        self._real = patterns(parties)
        self._growth = growth(self._real, seed)
        self._seed = seed
        self._neighbours = neighbours
        self._models = {
            number: LetterModel(
                [w for w, a in zip(self._real.words, self._real.alphabet, strict=True) if a == number]
            )
            for number in (0, 1, 2)
            if int((self._real.alphabet == number).sum()) >= LEAST_WORDS
        }

    @property
    def beta(self) -> float:
        """Exponent by which the number of words grows with that of names."""
        return self._growth.beta

    def make(self, names: int) -> NameList:
        """Return a list of so many names, or a few more: the last party is whole."""
        chosen = np.random.default_rng((self._seed, names))
        picked = self._pick(names, chosen)
        units = _gather(self._real.party_units, picked)
        texts, ids = self._write(units, chosen)
        return self._join(picked, texts, ids)

    def _pick(self, names: int, chosen: np.random.Generator) -> Integers:
        sizes = np.diff(self._real.party_names)
        rounds = int(np.ceil(names / sizes.sum())) + 1
        order = np.concatenate([chosen.permutation(len(sizes)) for _ in range(rounds)])
        return order[: int(np.searchsorted(np.cumsum(sizes[order]), names)) + 1]

    def _step(self, word: Integers, chosen: np.random.Generator) -> Integers:
        """Let a share of words step to one that follows the same predecessor."""
        real = self._real
        sequence = real.units[real.slots]
        before = np.roll(sequence, 1)
        before[real.name_starts[:-1]] = len(real.words)
        back, forth = _table(sequence, before), _table(before, sequence)
        stepping = np.flatnonzero(chosen.random(len(word)) < STEP)
        out = word.copy()
        out[stepping] = forth.follow(back.follow(word[stepping], chosen), chosen)
        return out

    def _write(self, units: Integers, chosen: np.random.Generator) -> tuple[list[str], Integers]:
        """Return texts, and for each unit of the copies the number of its text."""
        real = self._real
        word = self._step(real.units[units], chosen)
        root = real.spelling_of[units] - units + np.arange(len(units))
        spelling = root != np.arange(len(units))
        texts, ids = list(real.words), word.copy()
        rare = (real.frequency[word] < RARE) & ~spelling
        for number, model in self._models.items():
            at = np.flatnonzero(rare & (real.alphabet[word] == number))
            ranks, which = np.unique(self._growth.ranks(len(at), chosen), return_inverse=True)
            ids[at] = which + len(texts)
            texts += self._drawn(model, len(ranks), chosen)
        kept = (real.frequency[real.units[units]] >= RARE) & (word[root] == real.units[units][root])
        ids[spelling] = real.units[units][spelling]
        others = np.flatnonzero(spelling & ~kept)
        ids[others] = len(texts) + np.arange(len(others))
        texts += edited([texts[number] for number in ids[root[others]].tolist()], chosen)
        return texts, ids

    def _drawn(self, model: LetterModel, count: int, chosen: np.random.Generator) -> list[str]:
        made = model.words(count, chosen)
        turned = np.flatnonzero(chosen.random(count) < self._neighbours)
        sources = (turned * chosen.random(len(turned))).astype(np.int64)
        near = edited([made[place] for place in sources.tolist()], chosen)
        for place, text in zip(turned.tolist(), near, strict=True):
            made[place] = text
        return made

    def _join(self, picked: Integers, texts: list[str], ids: Integers) -> NameList:
        real = self._real
        names = _gather(real.party_names, picked)
        slots = _gather(real.name_starts, names)
        lengths = np.diff(real.name_starts)[names]
        party = np.repeat(np.arange(len(picked)), np.diff(real.party_names)[picked])
        sizes = np.diff(real.party_units)[picked]
        shift = np.cumsum(sizes) - sizes - real.party_units[picked]
        words = np.array(texts, dtype=object)[
            ids[real.slots[slots] + np.repeat(shift[party], lengths)]
        ].tolist()
        joined, begin = list[str](), 0
        for end in np.cumsum(lengths).tolist():
            joined.append(" ".join(words[begin:end]))
            begin = end
        return NameList(
            joined, party.astype(np.int32), [self._parties[place].kind for place in picked.tolist()]
        )


@dataclass(frozen=True, slots=True)
class _Following:
    """For each key the values that stood beside it, as often as they did."""

    starts: Integers
    values: Integers

    def follow(self, keys: Integers, chosen: np.random.Generator) -> Integers:
        """Draw one of the values of each key."""
        first, last = self.starts[keys], self.starts[keys + 1]
        places = first + (chosen.random(len(keys)) * (last - first)).astype(np.int64)
        return np.asarray(self.values[places], dtype=np.int64)


def _table(keys: Integers, values: Integers) -> _Following:
    starts = np.concatenate(([0], np.cumsum(np.bincount(keys))))
    return _Following(starts, values[np.argsort(keys, kind="stable")])


def _gather(starts: Integers, picked: Integers) -> Integers:
    """Return the places `starts[p] ... starts[p + 1] - 1` of every p picked, one after another."""
    lengths = np.diff(starts)[picked]
    shift = starts[picked] - (np.cumsum(lengths) - lengths)
    places = np.arange(int(lengths.sum())) + np.repeat(shift, lengths)
    return np.asarray(places, dtype=np.int64)
