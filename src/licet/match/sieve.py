"""Many subjects at once: which rows of an Arrow batch may find a listed party? The others are proven clean.

A row that the sieve does not name would give an empty `Screened`: no listed name, however read, reaches what
the threshold leaves when every other field agrees as far as it can. Rows that it names are screened one by
one, so that an answer never depends on how it was come by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from licet.match import effects
from licet.match._kernel import ArrowBatch, RowPass
from licet.match.acronyms import may_ever_count
from licet.match.features import birth_dates, countries
from licet.match.screening import chosen
from licet.match.subjects import greatest_boost
from licet.match.view import View
from licet.model import MatchPolicy, PartialDate, Subject

INITIALS, PERSON, ODD, DATED, PLACED = 1, 2, 4, 8, 16
"""Marks of a row: its party may be a person; is one for sure; must be screened by itself; has a birth date;
has a country. The first three are the kernel's."""

_ROUNDING = 1e-3
"""Scores have four places: what is so much below the threshold is not lifted to it by rounding."""
_ANY_DAY = (PartialDate.day(2000, 1, 1),)


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Places of the columns that hold names: given names in their order, last names, whole names, aliases."""

    given: tuple[int, ...]
    last: tuple[int, ...]
    whole: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Rows of a batch that cannot be told clean by their names alone.

    Attributes:
        odd: Rows that were not looked at.
        rows: Rows with a listed form that they reach, ascending; several for a row.
        forms: The form.
        scores: Of our name and the form, 0 to 1.
    """

    odd: npt.NDArray[np.uint32]
    rows: npt.NDArray[np.uint32]
    forms: npt.NDArray[np.uint32]
    scores: npt.NDArray[np.float64]


class Sieve:
    """Looks up the names of many rows at once, in several threads."""

    def __init__(self, view: View, policy: MatchPolicy, columns: NameColumns, threads: int) -> None:
        """Bind the sieve to a question and to a table.

        Args:
            view: What counts.
            policy: Threshold and lists.
            columns: Where the names are.
            threads: How many; the answer does not depend on it.
        """
        self._contents = view.contents
        self._threshold = policy.threshold
        # Initials are not looked up here: where they may count, each row is screened by itself.
        self._initials = may_ever_count(policy)
        self._counting = np.frombuffer(chosen(view, view.counting, policy), np.bool_)
        places = [list(item) for item in (columns.given, columns.last, columns.whole, columns.others)]
        self._pass = RowPass(view.contents.index, self._forms(), places, threads)
        self._cuts = np.array([self._cut(marks) for marks in range(2 * PLACED)])

    def sift(self, batch: ArrowBatch, begin: int, end: int, marks: npt.NDArray[np.uint8]) -> Sifted:
        """Look up the names of the rows from `begin` up to `end`. Python is free to go on meanwhile.

        Args:
            batch: The table's columns.
            begin: First row.
            end: The row after the last one.
            marks: Of each of these rows, see `ODD` and its neighbours.
        """
        odd, rows, forms, scores = self._pass.run(batch, begin, end, marks, self._cuts[marks])
        if self._initials:
            odd = np.arange(begin, end, dtype=np.uint32)
        return Sifted(odd, rows, forms, scores / 10_000)

    def suspects(self, sifted: Sifted, subject_of: Callable[[int], Subject | None]) -> list[int]:
        """Return the rows that must be screened by themselves, ascending.

        Args:
            sifted: What `sift` gave.
            subject_of: Gives the subject of a row.
        """
        sure = sifted.scores >= self._threshold - _ROUNDING
        found = {*sifted.odd.tolist(), *sifted.rows[sure].tolist()}
        for row, reached in _by_row(sifted, ~sure):
            if row not in found and self._may_gain(subject_of(row), reached):
                found.add(row)
        return sorted(found)

    def _may_gain(self, subject: Subject | None, reached: list[tuple[int, float]]) -> bool:
        """Say whether agreeing fields may lift a form's party to the threshold."""
        if subject is None:
            return True
        contents = self._contents
        for form, score in reached:
            for version, _code in contents.rows(form):
                if self._counting[version] and score + self._gain(subject, version) >= self._least:
                    return True
        return False

    @property
    def _least(self) -> float:
        return self._threshold - _ROUNDING

    def _gain(self, subject: Subject, version: int) -> float:
        listing = self._contents.listing(version)
        found = (
            birth_dates.compare(subject.birth_dates, listing.birth_dates),
            countries.compare(subject.countries, listing),
        )
        return sum(max(item.effect, 0.0) for item in found if item) + (
            effects.ADDRESS_AGREES if subject.addresses else 0.0
        )

    def _cut(self, marks: int) -> float:
        dates = _ANY_DAY if marks & DATED else ()
        places = ("DE",) if marks & PLACED else ()
        return self._threshold - greatest_boost(Subject((), birth_dates=dates, countries=places)) - 1e-9

    def _forms(self) -> npt.NDArray[np.bool_]:
        """Forms borne by a version that counts."""
        rows = np.flatnonzero(self._counting[self._contents.index.row_version])
        forms = np.zeros(self._contents.forms, np.bool_)
        forms[np.searchsorted(self._contents.index.row_start, rows, "right") - 1] = True
        return forms


def _by_row(
    sifted: Sifted, chosen_ones: npt.NDArray[np.bool_]
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """Yield each row with its forms and their scores, of those chosen."""
    rows = sifted.rows[chosen_ones].tolist()
    reached = list(zip(sifted.forms[chosen_ones].tolist(), sifted.scores[chosen_ones].tolist(), strict=True))
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[start]:
            yield rows[start], reached[start:place]
            start = place
