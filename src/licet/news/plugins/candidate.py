"""What an extractor of others offers, and the form of one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class CandidateKind(StrEnum):
    """What an extractor may offer."""

    PARTY = "party"
    DATE = "date"
    STATEMENT = "statement"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that an extractor takes from a story. It counts only if its words stand there.

    Attributes:
        kind: What it is.
        text: The words, verbatim: a name, a time expression, what was said, what speaks of a measure.
        start: Code point at which they begin; None where the extractor does not know: of a party every place
            with these words is meant, of anything else the first.
        label: Of a party `person` or `organisation`; of a measure its type, such as `denial_order`.
        party: The words that name who speaks, or whom a measure is aimed at, verbatim; empty for nobody.
        modality: How a measure stands, as the extractor sees it; a standing with effect is never taken over.
    """

    kind: CandidateKind
    text: str
    start: int | None = None
    label: str = ""
    party: str = ""
    modality: str = ""


class Extractor(Protocol):
    """An extractor. It is given the text of a story and nothing else.

    Attributes:
        name: Told with everything that it adds.
        version: Told as well, so that a reading can be made again.
    """

    @property
    def name(self) -> str: ...  # noqa: D102  told above
    @property
    def version(self) -> str: ...  # noqa: D102

    def extract(self, text: str) -> Iterable[Candidate]:
        """Offer candidates; whatever it raises costs its candidates and nothing of the core's reading."""
