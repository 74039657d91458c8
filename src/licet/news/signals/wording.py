"""What a signal says: its measure, its standing and whom it touches, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from licet.news.measures.measure import MeasureType
from licet.news.modality.modality import Modality

LONGEST_QUOTE = 160
"""Characters of a story that a sentence of ours repeats."""

_BEFORE = {
    Modality.PROPOSED: "proposed",
    Modality.PLEDGED: "pledged",
    Modality.REQUESTED: "requested",
    Modality.DEMANDED: "demanded",
    Modality.THREATENED: "threatened",
    Modality.EXPECTED: "expected",
    Modality.PREDICTED: "predicted",
    Modality.CLAIMED_INSTRUCTION: "instruction claimed for",
    Modality.DENIED: "denied",
}
_AFTER = {
    Modality.IN_FORCE: "reported in force",
    Modality.ORDERED: "reported as ordered",
    Modality.SETTLED: "reported as settled",
    Modality.CLAIMED: "claimed, and not told by the story itself",
    Modality.NEGOTIATING: "under negotiation",
    Modality.UNCLEAR: "spoken of, its standing unclear",
}
_TURNS = {
    MeasureType.RELIEF: "relief of",
    MeasureType.LIFTING: "lifting of",
    MeasureType.SUSPENSION: "suspension of",
    MeasureType.EXEMPTION: "exemption from",
    MeasureType.EXTENSION: "extension of",
}


def measure_words(kind: MeasureType, affects: MeasureType | None) -> str:
    """Return a measure in words, such as `relief of the denial order`."""
    if affects is not None and kind in _TURNS:
        return f"{_TURNS[kind]} the {_noun(affects)}"
    return _noun(kind)


def why(measure: str, modality: Modality, names: Sequence[str], *, aimed: bool) -> str:
    """Return what makes a measure worth a look, such as `pledged relief of the denial order on ZTE`.

    Args:
        measure: From `measure_words`.
        modality: Its standing.
        names: Whom it is aimed at, or told beside.
        aimed: Whether the story says that it is aimed at them.
    """
    told = ", ".join(map(shown, names))
    whole = f"{measure} on {told}" if told and aimed else measure
    whole = f"{_BEFORE[modality]} {whole}" if modality in _BEFORE else f"{whole} {_AFTER[modality]}"
    return f"{whole}, told beside {told}" if told and not aimed else whole


def accused(name: str, words: str) -> str:
    """Return what makes an accusation worth a look."""
    return f'{shown(name)} is accused: "{shown(words)}"'


def shown(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return words of a story as one line: no control character, cut where they run on."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text[: 4 * longest]).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _noun(kind: MeasureType) -> str:
    return kind.value.replace("_", " ")
