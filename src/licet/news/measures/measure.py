"""A measure as a story tells of it, and the places where it does."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from licet.model.news import Span
from licet.news.modality.modality import Standing

_UNDOING = frozenset(
    ("relief", "lifting", "suspension", "exemption", "tariff_relief", "extension", "revocation")
)


class MeasureType(StrEnum):
    """What kind of measure a story speaks of.

    Attributes:
        undoes: Whether a measure of this kind acts on another one.
    """

    DENIAL_ORDER = "denial_order"
    LISTING = "listing"
    EXPORT_BAN = "export_ban"
    IMPORT_BAN = "import_ban"
    SALES_BAN = "sales_ban"
    PROCUREMENT_BAN = "procurement_ban"
    INVESTMENT_BAN = "investment_ban"
    ASSET_FREEZE = "asset_freeze"
    TRAVEL_BAN = "travel_ban"
    SANCTIONS = "sanctions"
    EMBARGO = "embargo"
    TARIFF = "tariff"
    TARIFF_RELIEF = "tariff_relief"
    FINE = "fine"
    SETTLEMENT = "settlement"
    LICENCE = "licence"
    RELIEF = "relief"
    LIFTING = "lifting"
    SUSPENSION = "suspension"
    EXEMPTION = "exemption"
    EXTENSION = "extension"
    REVOCATION = "revocation"

    def __init__(self, name: str) -> None:
        self.undoes = name in _UNDOING


EASING = frozenset(
    (
        MeasureType.RELIEF,
        MeasureType.LIFTING,
        MeasureType.SUSPENSION,
        MeasureType.EXEMPTION,
        MeasureType.TARIFF_RELIEF,
        MeasureType.LICENCE,
    )
)
"""Kinds that ease what holds."""

UNDOING = frozenset(kind for kind in MeasureType if kind.undoes)
"""Kinds that act on another measure."""

PENALTIES = frozenset((MeasureType.FINE, MeasureType.SETTLEMENT))
"""Kinds that cost a sum; two stories may give either to one measure."""


def kinds(words: str, kind: MeasureType) -> dict[str, MeasureType]:
    """Rows of a table of words: each word of a running text with its kind."""
    return dict.fromkeys(words.split(), kind)


class SlotName(StrEnum):
    """What a story can say of a measure."""

    IMPOSER = "imposer"
    TARGET = "target"
    ADDRESSEE = "addressee"
    SCOPE = "scope"
    DATE = "date"
    DURATION = "duration"
    END = "end"
    AMOUNT = "amount"
    REASON = "reason"
    CONDITION = "condition"
    INSTRUMENT = "instrument"
    LIST = "list"


class Slot(NamedTuple):
    """One thing that a story says of a measure.

    Attributes:
        name: Which thing.
        span: The words that say it.
        value: Key of the party, TIMEX3 value of the time, figure and unit of the amount; empty for words that
            have no normal form (scope, reason, condition).
        rule: Name of the rule that read it.
    """

    name: SlotName
    span: Span
    value: str
    rule: str


class MeasureMention(NamedTuple):
    """One place where a story speaks of a measure.

    Attributes:
        trigger: The words that speak of it.
        type: What kind of measure they speak of.
        standing: What the gate found for this place.
        slots: What is said of it here, in the order of the story.
        rule: Name of the rule that found the trigger.
    """

    trigger: Span
    type: MeasureType
    standing: Standing
    slots: tuple[Slot, ...]
    rule: str

    def slot(self, name: SlotName) -> tuple[Slot, ...]:
        """Every filling of one slot."""
        return tuple([slot for slot in self.slots if slot.name is name])


class Measure(NamedTuple):
    """A measure of a story: all places that speak of the same one.

    Attributes:
        key: Key within the story, `m1`, `m2`, in the order of first mention.
        type: The most exact kind that any place gives.
        mentions: Where it is spoken of, in the order of the story.
        imposers: Keys of the authorities said to have taken it, the most exact first.
        targets: Keys of the parties, countries or persons it is aimed at.
        affects: Key of the measure that a relief, suspension, exemption, extension or lifting is about; empty
            for a measure of its own or where the story does not say.
    """

    key: str
    type: MeasureType
    mentions: tuple[MeasureMention, ...]
    imposers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    affects: str = ""

    @property
    def standing(self) -> Standing:
        """The standing of the whole: an effective one where any place carries it.

        To undo a measure is another measure, so that a pledge to do so never weakens the first.
        """
        return next(
            (item.standing for item in self.mentions if item.standing.modality.effective),
            self.mentions[0].standing,
        )
