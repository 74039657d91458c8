"""The tables of words: classes, titles, legal forms, short forms, given names, Arabic names, dotted pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

import numpy as np
from numpy.typing import NDArray

from licet.match.tables_format import Pools, Section, hash_slots, mixed_hash, rows_of
from licet.text import firms, given_names, latin, legal_forms, normalise, readings, syllables, tokens, words
from licet.text.words import WordClass

_CLASSES = {
    WordClass.NAME: 0,
    WordClass.GENERIC: 1,
    WordClass.PARTICLE: 2,
    WordClass.TITLE: 3,
    WordClass.LEGAL: 4,
}
_BEGINS_FORM, _LEADING_FORM, _ARTICLE, _USUAL_FORM, _COMMON_NAME, _NUMBER, _BESIDE = 1, 2, 4, 8, 16, 32, 64
_FIRM, _SYLLABLE, _BUSINESS, _SURE_FORM = 128, 256, 512, 1024
_FILTER_BITS = 1 << 16


class WordTables:
    """Numbers all words that any table knows.

    Args:
        pools: Receive the strings.
    """

    def __init__(self, pools: Pools) -> None:
        self._pools = pools
        self._spellings = legal_forms.spellings()
        self._form_words = _numbered(word for spelling in self._spellings for word in spelling)
        self._titles = words.titles()
        self._symbols = _numbered(
            [legal_forms.token_of(symbol) for symbol in self._spellings.values()]
            + [f"~{symbol}" for symbol in self._titles.values()]
        )
        self._words = sorted(
            {
                *self._form_words,
                *self._titles,
                *words.classes(),
                *words.other_writings(),
                *given_names.others(),
                *tokens.LEADING_FORMS,
                *tokens.ARTICLES,
                *words.USUAL_FORMS,
                *words.number_words(),
                *words.GENERATIONS,
                *given_names.common_names(),
                *words.beside_names(),
                *firms.business_words(),
                *firms.sure_words(),
            }
        )

    def sections(self) -> dict[Section, NDArray[np.generic]]:
        """Return the sections of words."""
        mended = sorted(legal_forms.mended_words().items())
        scanned = sorted(legal_forms.scanned_words().items())
        long = [word for word, kind in words.classes().items() if kind is WordClass.GENERIC]
        arabic = sorted((readings.read_words() | latin.arabic_names()).items())
        place = {word: number for number, word in enumerate(self._words)}
        return {
            **self._records(place),
            **self._forms(),
            **self._syllables(),
            Section.SYMBOLS: rows_of((self._pools.narrow(item) for item in self._symbols), 2),
            Section.WORD_SLOTS: hash_slots([word.encode() for word in self._words]),
            Section.MENDED: self._pairs(mended),
            Section.MENDED_SLOTS: hash_slots([left.encode() for left, _ in mended]),
            Section.BLOOM: _filter(
                [*legal_forms.mended_words(), *legal_forms.scanned_words(), *self._form_words, *long]
            ),
            Section.ARABIC: self._pairs(arabic),
            Section.ARABIC_SLOTS: hash_slots([spelling.encode() for spelling, _ in arabic]),
            Section.ENDINGS: rows_of(
                ((*self._pools.wide(text), 0, 0) for text, _ in legal_forms.endings()),
                4,
            ),
            Section.PAIRS: _pairs_of_letters(),
            Section.SCANNED: self._pairs(scanned),
            Section.SCANNED_SLOTS: hash_slots([key.encode() for key, _ in scanned]),
            Section.GLUED: rows_of(self._glued(), 4),
            Section.NUMBERS: np.array(
                [
                    max(map(len, legal_forms.mended_words().values()), default=0),
                    tokens.SURE_WORD,
                    tokens.LONG_WORD,
                    words.SHORTEST_MISSPELT,
                    tokens.WITH_ARTICLE,
                ],
                dtype=np.uint32,
            ),
        }

    def _records(self, place: Mapping[str, int]) -> dict[Section, NDArray[np.generic]]:
        classes, otherwise, given = words.classes(), words.other_writings(), given_names.others()
        flagged = {
            _BEGINS_FORM: {spelling[0] for spelling in self._spellings},
            _LEADING_FORM: tokens.LEADING_FORMS,
            _ARTICLE: tokens.ARTICLES,
            _USUAL_FORM: frozenset(words.USUAL_FORMS),
            _COMMON_NAME: given_names.common_names(),
            _NUMBER: words.number_words() | words.GENERATIONS,
            _BESIDE: words.beside_names(),
            _FIRM: words.firm_words(),
            _SYLLABLE: tokens.SYLLABLE_FORMS,
            _BUSINESS: firms.business_words(),
            _SURE_FORM: firms.sure_words(),
        }
        lists: list[int] = []
        records = []
        for word in self._words:
            title = self._titles.get(word)
            record = [
                *self._pools.narrow(word),
                _CLASSES[classes.get(word, WordClass.NAME)],
                self._symbols[f"~{title}"] if title else 0,
                self._form_words.get(word, 0),
                sum(flag for flag, having in flagged.items() if word in having),
            ]
            for group in (otherwise.get(word, ()), given.get(word, ())):
                record += [len(lists), len(group)]
                lists += sorted(place[item] for item in group)
            records.append(tuple(record))
        misspelt = []
        for left, meant in sorted(words.misspelt_words().items()):
            misspelt.append((*self._pools.narrow(left), len(lists), len(meant)))
            lists += [place[word] for word in meant]
        return {
            Section.WORDS: rows_of(records, 10),
            Section.LISTS: np.array(lists, dtype=np.uint32),
            Section.MISSPELT: rows_of(misspelt, 4),
            Section.MISSPELT_SLOTS: hash_slots([left.encode() for left in sorted(words.misspelt_words())]),
        }

    def _forms(self) -> dict[Section, NDArray[np.generic]]:
        """Return the tree of legal forms; the children of a node are sorted by word."""
        children: list[dict[int, int]] = [{}]
        symbols = [0]
        for spelling, symbol in sorted(self._spellings.items()):
            node = 0
            for word in spelling:
                node = children[node].setdefault(self._form_words[word], len(children))
                if node == len(children):
                    children.append({})
                    symbols.append(0)
            symbols[node] = self._symbols[legal_forms.token_of(symbol)]
        nodes: list[tuple[int, int, int]] = []
        edges: list[tuple[int, int]] = []
        for steps, ends in zip(children, symbols, strict=True):
            nodes.append((len(edges), len(steps), ends))
            edges += sorted(steps.items())
        return {Section.NODES: rows_of(nodes, 3), Section.EDGES: rows_of(edges, 2)}

    def _syllables(self) -> dict[Section, NDArray[np.generic]]:
        table = syllables.syllables()
        values = (
            (
                *self._pools.narrow(spelling),
                *self._pools.narrow(item.wade),
                *self._pools.narrow(item.south),
                item.is_pinyin,
            )
            for spelling, item in table.items()
        )
        return {
            Section.SPELT_SYLLABLES: rows_of(values, 7),
            Section.SPELT_SYLLABLE_SLOTS: hash_slots([spelling.encode() for spelling in table]),
        }

    def _glued(self) -> Iterator[tuple[int, ...]]:
        """Yield what may be written on to a name, the letters it must leave, and whether it stands before."""
        for ending in legal_forms.GLUED:
            sure = len(ending) >= legal_forms.SURE_FORM
            yield (*self._pools.narrow(ending), legal_forms.LEAST_STEM - sure, 0)
        for head in legal_forms.GLUED_HEADS:
            yield (*self._pools.narrow(head), legal_forms.LEAST_STEM, 1)

    def _pairs(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.uint32]:
        return rows_of(((*self._pools.narrow(key), *self._pools.narrow(value)) for key, value in pairs), 4)


def _numbered(items: Iterable[str]) -> dict[str, int]:
    return {item: number for number, item in enumerate(sorted(set(items)), 1)}


def _filter(keys: Sequence[str]) -> NDArray[np.uint64]:
    """Return a bit for each hash that occurs, so that most words are told at once to be no misspelling."""
    bits = 0
    for key in keys:
        bits |= 1 << (mixed_hash(key.encode()) >> 48)
    return np.frombuffer(bits.to_bytes(_FILTER_BITS // 8, "little"), dtype="<u8")


def _pairs_of_letters() -> NDArray[np.uint32]:
    bits = 0
    for pair in normalise.PAIRS:
        bits |= 1 << (26 * ascii_lowercase.index(pair[0]) + ascii_lowercase.index(pair[1]))
    return np.frombuffer(bits.to_bytes(88, "little"), dtype="<u4")
