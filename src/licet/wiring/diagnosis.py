"""What `doctor` looks at: clock, disk, store, archive, lists, corpus."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from licet.errors import LicetError
from licet.match.corpus import Corpus
from licet.store import Store
from licet.usecases.coverage import Coverage
from licet.wiring import clock
from licet.wiring.places import Places

LOW_DISK = 1 << 30
"""Bytes below which the disk is called low: the full OFAC archive takes about a tenth of it."""


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    ATTENTION = "attention"
    TROUBLE = "trouble"


class Patient(Protocol):
    """What is examined: the desk."""

    @property
    def store(self) -> Store: ...  # noqa: D102  told by the desk
    @property
    def places(self) -> Places: ...  # noqa: D102
    @property
    def corpus(self) -> Corpus: ...  # noqa: D102
    @property
    def embedded(self) -> bool: ...  # noqa: D102
    def coverage(self) -> Coverage: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One check: what was found, and what to do about it."""

    check: str
    state: State
    found: str
    remedy: str = ""


def diagnose(desk: Patient) -> list[Diagnosis]:
    """Run every check; none of them changes anything but a missing search corpus, which is made."""
    return [*_clock(desk), *_disk(desk), *_store(desk), *_lists(desk), *_corpus(desk)]


def _clock(desk: Patient) -> Iterator[Diagnosis]:
    now = clock.now()
    newest = max((edition.known for edition in desk.store.editions()), default=None)
    if newest is not None and newest > now:
        yield Diagnosis(
            "clock",
            State.TROUBLE,
            f"{now:%Y-%m-%d %H:%M} UTC, but an edition was received {newest:%Y-%m-%d %H:%M}",
            "Set the clock; questions about now do not see what was received later.",
        )
    else:
        yield Diagnosis("clock", State.OK, f"{now:%Y-%m-%d %H:%M} UTC")


def _disk(desk: Patient) -> Iterator[Diagnosis]:
    folder = desk.places.archive
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    state = State.OK if free > LOW_DISK else State.ATTENTION
    writable = os.access(folder, os.W_OK)
    if not writable:
        yield Diagnosis("disk", State.ATTENTION, f"{folder} cannot be written", "Imports will fail.")
    else:
        yield Diagnosis(
            "disk", state, f"{free / 1e9:,.1f} GB free", "" if state is State.OK else "Make room."
        )


def _store(desk: Patient) -> Iterator[Diagnosis]:
    findings = desk.store.verify()
    editions = len(desk.store.editions())
    if findings:
        yield Diagnosis(
            "store", State.TROUBLE, f"{desk.places.label}: {'; '.join(findings[:3])}", "Restore a backup."
        )
    else:
        yield Diagnosis("store", State.OK, f"{desk.places.label}: {editions} editions, all hashes agree")


def _lists(desk: Patient) -> Iterator[Diagnosis]:
    seen = desk.coverage()
    for use in seen.lists:
        if use.trouble:
            state = State.TROUBLE if use.mandatory else State.ATTENTION
            yield Diagnosis(f"list {use.list_id}", state, use.trouble, f"licet lists sync {use.list_id}")
        elif use.edition is not None:
            found = f"edition {use.edition.name}, {use.edition.listings:,} parties"
            yield Diagnosis(f"list {use.list_id}", State.OK, found)
    if desk.embedded:
        yield Diagnosis(
            "lists",
            State.ATTENTION,
            "the embedded demonstration lists are in use",
            "licet lists sync, or licet lists import FILE --list ID",
        )


def _corpus(desk: Patient) -> Iterator[Diagnosis]:
    try:
        desk.corpus.verify()
    except LicetError as error:
        yield Diagnosis("corpus", State.TROUBLE, str(error), f"Delete {desk.places.corpora}; it is rebuilt.")
    else:
        yield Diagnosis("corpus", State.OK, f"{desk.corpus.names:,} listed names ready to search")
