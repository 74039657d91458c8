"""licet's side: the native index of a list, asked in bulk as `licet screen` does, one by one, and of all.

In bulk the names are Arrow batches, which the kernel reads, analyses, looks up and scores without Python; all
of that is timed. One by one a name goes through the kernel's Python calls. Scoring everything is the same
native scorer over every form, with no candidate stage.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
from benchmarks.matching.quality import Scores
from benchmarks.matching.queries import Asked
from benchmarks.names.real import NameList

from licet.match import native
from licet.match._kernel import ArrowBatch, ArrowStream, Builder, Index, RowPass, Tables
from licet.match.rows import INITIALS
from licet.model import PartyKind

WHOLE_NAME: tuple[list[int], ...] = ([], [], [0], [])
"""Columns of given names, family names, whole names and aliases."""
ROW_INITIALS, ROW_PERSON = 1, 2
"""Marks of a row in the kernel's pass over rows."""
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, and what they cost.

    Attributes:
        query: For each hit the number of the query.
        party: For each hit the number of the party.
        score: For each hit the score.
        cpu: CPU seconds of all threads.
        wall: Seconds.
    """

    query: Places
    party: Places
    score: Scores
    cpu: float
    wall: float

    def hits(self, threshold: float = 0) -> dict[tuple[int, int], float]:
        """Return the best score of each query with each party, from a threshold on."""
        found: dict[tuple[int, int], float] = {}
        hits = zip(self.query.tolist(), self.party.tolist(), self.score.tolist(), strict=True)
        for query, party, score in hits:
            if score >= max(threshold, found.get((query, party), 0)):
                found[query, party] = score
        return found

    def best(self, queries: int) -> Scores:
        """Return the best score of each query, 0 without a hit."""
        found = np.zeros(queries)
        np.maximum.at(found, self.query, self.score)
        return found

    def of(self, parties: list[int]) -> Scores:
        """Return for each query the score of one party, 0 where it is no hit."""
        found = np.zeros(len(parties))
        right = np.array(parties)[self.query] == self.party
        np.maximum.at(found, self.query[right], self.score[right])
        return found


class Ours:
    """A list as an index of the kernel.

    Attributes:
        names: How many.
        built: CPU seconds and seconds that building took.
        size: Bytes of the index.
    """

    def __init__(self, listed: NameList) -> None:
        self.names = len(listed.texts)
        tables = native.tables()
        self._tables = Tables(tables)
        self._model = model = native.model(tables)
        cpu, wall = time.process_time(), time.perf_counter()
        builder = Builder(model)
        flags = [
            (native.FORM_INITIALS if kind in INITIALS else 0)
            | (native.FORM_OPEN if kind is PartyKind.UNKNOWN else 0)
            for kind in listed.kinds
        ]
        for place, (text, party) in enumerate(zip(listed.texts, listed.party.tolist(), strict=True)):
            builder.add_name(text, flags[party], party, place)
        content = builder.finish()
        self.built = (time.process_time() - cpu, time.perf_counter() - wall)
        self.size = len(content)
        self._content = content
        self.forget()

    def forget(self) -> None:
        """Open the index anew: it has met no word before."""
        self._index = Index(self._content, self._model)

    def screen(self, asked: Asked, threshold: float, threads: int = 1) -> Found:
        """Screen all, text in and hits out, by an index that has met no word before."""
        self.forget()
        every = np.ones(self._index.forms, dtype=np.bool_)
        rows = RowPass(self._index, every, WHOLE_NAME, threads)
        marks, batches = _marks(asked), _batches(asked)
        first, found = 0, list[tuple[Places, Places, Scores]]()
        cpu, wall = time.process_time(), time.perf_counter()
        for batch in batches:
            part = marks[first : first + len(batch)]
            cuts = np.full(len(batch), threshold)
            odd, row, form, score = rows.run(batch, 0, len(batch), part, cuts)
            if len(odd):
                message = f"the kernel left {len(odd)} rows to Python"
                raise RuntimeError(message)
            found.append((row.astype(np.int64) + first, form.astype(np.int64), score / native.UNIT))
            first += len(batch)
        took = time.process_time() - cpu, time.perf_counter() - wall
        query = np.concatenate([part[0] for part in found])
        forms = np.concatenate([part[1] for part in found])
        return self._found(query, forms, np.concatenate([part[2] for part in found]), took)

    def everything(self, asked: Asked, threshold: float) -> Found:
        """Score every form for every query, queries shared among two threads."""
        cpu, wall = time.process_time(), time.perf_counter()

        def one(query: int) -> list[tuple[int, int, int]]:
            found = self._search(asked.texts[query], asked.kinds[query], threshold, everything=True)
            return [(query, form, score) for form, score in found]

        with ThreadPoolExecutor(2) as pool:
            found = [hit for hits in pool.map(one, range(len(asked))) for hit in hits]
        took = time.process_time() - cpu, time.perf_counter() - wall
        query, form, score = (np.array([hit[at] for hit in found], dtype=np.int64) for at in range(3))
        return self._found(query, form, score / native.UNIT, took)

    def one(self, text: str, kind: PartyKind, threshold: float) -> float:
        """Look one name up; return the seconds."""
        wall = time.perf_counter()
        self._search(text, kind, threshold)
        return time.perf_counter() - wall

    def _search(
        self, text: str, kind: PartyKind, threshold: float, *, everything: bool = False
    ) -> list[tuple[int, int]]:
        person = native.ASKED_PERSON if kind is PartyKind.PERSON else 0
        found: list[tuple[int, int]] = []
        for part, trade in dict.fromkeys(((text, False), *self._tables.name_parts(text))):
            # Where nobody says what bears the name, the name itself may tell that no person does.
            told = kind is PartyKind.UNKNOWN and (trade or self._tables.sort_of(part) != 0)
            flags = person | (native.FORM_INITIALS if kind in INITIALS and not told else 0)
            for tokens, _words, transliterated, _classes in self._tables.analyse(part):
                marks = flags | (native.FORM_TRANSLITERATED if transliterated else 0)
                found += self._index.search(tokens, marks, threshold, None, everything)
        return found

    def _found(self, query: Places, form: Places, score: Scores, took: tuple[float, float]) -> Found:
        """Turn forms into the parties that bear them."""
        start = self._index.row_start.astype(np.int64)
        rows = start[form + 1] - start[form]
        places = np.arange(int(rows.sum())) + np.repeat(start[form] - (np.cumsum(rows) - rows), rows)
        party = self._index.row_version[places].astype(np.int64)
        return Found(np.repeat(query, rows), party, np.repeat(score, rows), *took)


def _marks(asked: Asked) -> npt.NDArray[np.uint8]:
    marks = [
        (ROW_INITIALS if kind in INITIALS else 0) | (ROW_PERSON if kind is PartyKind.PERSON else 0)
        for kind in asked.kinds
    ]
    return np.array(marks, dtype=np.uint8)


def _batches(asked: Asked) -> list[ArrowBatch]:
    """Return the names as Arrow batches: what a table of them would be read as."""
    names = {"name": np.array(asked.texts, dtype=object)}
    with duckdb.connect() as connection:
        connection.register("names", names)
        stream = ArrowStream(connection.sql("SELECT name FROM names"))
        return list(iter(stream.next, None))
