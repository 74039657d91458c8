"""Shipments over a store: the lists of each day, the law, and the decision."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from licet.errors import TamperedError, UsageError
from licet.match.corpus import Corpus
from licet.model.rulebook import Rulebook
from licet.model.shipment import Shipment
from licet.rulebook import LAW
from licet.rules.registry import KINDS
from licet.settings import Settings
from licet.usecases.session import Session
from licet.usecases.shipment_case import Frame
from licet.usecases.shipment_check import decide
from licet.usecases.shipment_decision import Decision
from licet.usecases.shipment_law import known_by
from licet.usecases.shipment_reading import Read, read
from licet.usecases.shipment_record import LawFile, packed, record_of, record_text
from licet.usecases.shipment_text import Document
from licet.wiring.law import folders, law
from licet.wiring.places import Places
from licet.wiring.rulebook_corpus import rulebook_corpus

_FRAMES = 32
"""Days whose lists are held ready."""


class Host(Protocol):
    """What shipments need of the desk that they are asked at; `licet.wiring.asking.Asking` has it."""

    settings: Settings
    places: Places

    @property
    def known_day(self) -> date | None: ...  # noqa: D102
    @property
    def embedded(self) -> bool: ...  # noqa: D102  told by the desk
    def on(self, day: date) -> Host: ...  # noqa: D102
    def session(self) -> Session: ...  # noqa: D102


class ShipmentDesk:
    """Decides shipments over one store, under the desk's known clock.

    Attributes:
        book: The law, with the private rulebooks of the settings laid over it.
    """

    def __init__(self, desk: Host, book: Rulebook | None = None) -> None:
        self._desk = desk
        known = desk.known_day
        whole = book if book is not None else law(desk.settings)
        self.book = known_by(whole, known) if known else whole
        self._frames: dict[date, Frame] = {}

    def check(self, question: Read | Shipment | Mapping[str, Any], day: date | None = None) -> Decision:
        """Decide one shipment.

        Args:
            question: A `licet.Shipment`, plain JSON values as in a file, or what was read from one.
            day: The day asked about where the question states none.

        Raises:
            ShipmentError: The question is not understood.
            StoreError: The store cannot be read.
        """
        asked = question
        if isinstance(asked, Shipment):
            asked = Read(asked)
        elif not isinstance(asked, Read):
            asked = read(Document(asked, "shipment"), day)
        return decide(asked, self.frame(asked.shipment.day))

    def under(self, book: Rulebook) -> ShipmentDesk:
        """Return the same under other law, such as one that is supposed."""
        return ShipmentDesk(self._desk, book)

    def keep(self, made: Decision, place: Path, number: int, *, alone: bool) -> Path:
        """Write the record of a decision, whole or not at all, and return its path.

        Args:
            made: The decision.
            place: A file, for one alone; a folder takes any number, and is made where it is missing.
            number: Which of many it is, from 1.
            alone: It is the only one.

        Raises:
            UsageError: One file is to hold the records of many.
        """
        if not alone and place.is_file():
            message = f"{place}: one file holds one record; give a folder for many shipments"
            raise UsageError(message)
        if not alone or place.is_dir():
            place.mkdir(parents=True, exist_ok=True)
            place /= f"{number:06}.record.json"
        aside = place.with_name(f".{place.name}.part")
        aside.write_text(record_text(record_of(made, self._packed)), encoding="utf-8")
        aside.replace(place)
        return place

    @cached_property
    def _packed(self) -> str:
        return packed(law_files(self.book, folders(self._desk.settings)))

    def frame(self, day: date) -> Frame:
        """Return what all shipments of a day share."""
        found = self._frames.get(day)
        if found is None:
            if len(self._frames) >= _FRAMES:
                self._frames.pop(next(iter(self._frames)))
            found = self._frames[day] = self._frame(day)
        return found

    def _frame(self, day: date) -> Frame:
        session = self._desk.on(day).session()
        clocks = session.coverage.as_of
        named = self._corpus.view(clocks) if self._corpus else None
        return Frame(
            session,
            named,
            self.book,
            KINDS,
            self._desk.known_day,
            None if self._desk.embedded else self._desk.settings.max_list_age,
        )

    @cached_property
    def _corpus(self) -> Corpus | None:
        return rulebook_corpus(self.book, self._desk.places.corpora / "rulebook")


def law_files(book: Rulebook, private: tuple[Path, ...]) -> list[LawFile]:
    """Read the files of the law again, for a record.

    Raises:
        TamperedError: A file is no longer the one that was loaded.
    """
    roots = (LAW, *private)
    found = []
    for name, digest in book.files:
        path = LAW.parent / name if name.startswith("law/") else Path(name)
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise TamperedError(str(path), digest, hashlib.sha256(content).hexdigest())
        number = next(place for place, root in enumerate(roots) if path.is_relative_to(root))
        inside = path.relative_to(roots[number].parent).as_posix()
        found.append(LawFile(number, inside, content.decode("utf-8")))
    return found
