"""What was read of a story, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from licet.model.news import Amount, AmountKind, Bound, Mod, Span, Timex
from licet.news.modality.modality import Modality
from licet.news.parties.catalogue import country
from licet.news.reading import Reading
from licet.news.statements.statement import Speaker, SpeakerKind

_MODALITIES: Mapping[Modality, str] = {
    Modality.IN_FORCE: "told as in force",
    Modality.ORDERED: "told as ordered",
    Modality.SETTLED: "told as settled",
    Modality.BACKGROUND: "background",
    Modality.PROPOSED: "only proposed",
    Modality.PLEDGED: "only pledged",
    Modality.NEGOTIATING: "only being negotiated",
    Modality.REQUESTED: "only asked for",
    Modality.DEMANDED: "only demanded",
    Modality.THREATENED: "only threatened",
    Modality.EXPECTED: "only expected",
    Modality.PREDICTED: "only predicted",
    Modality.CLAIMED_INSTRUCTION: "an instruction that somebody claims was given",
    Modality.CLAIMED: "only claimed",
    Modality.ACCUSED: "an accusation",
    Modality.HYPOTHETICAL: "only supposed",
    Modality.OPINION: "an opinion",
    Modality.DENIED: "denied",
    Modality.UNCLEAR: "told as unclear",
    Modality.REPORTED: "reported",
    Modality.STATED: "a statement",
    Modality.NO_COMMENT: "no comment",
}
_BOUNDS: Mapping[Bound, str] = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.UP_TO: "up to ",
    Bound.LESS_THAN: "less than ",
    Bound.AT_LEAST: "at least ",
    Bound.MORE_THAN: "more than ",
}
_MODS: Mapping[Mod, str] = {
    Mod.START: "early in ",
    Mod.MID: "in the middle of ",
    Mod.END: "late in ",
    Mod.APPROX: "about ",
    Mod.MORE_THAN: "more than ",
    Mod.LESS_THAN: "less than ",
    Mod.EQUAL_OR_MORE: "at least ",
    Mod.EQUAL_OR_LESS: "at most ",
}

_COUNTRY = "country-"
"""How the keys of countries begin; an ISO 3166 code follows."""


def party_names(reading: Reading) -> dict[str, str]:
    """Return names by key: those of parties, and of countries that only an adjective tells ("Serbian")."""
    names = {value.value.key: value.value.name for value in reading.parties}
    for value in reading.measures:
        slots = (slot.value for item in value.value.mentions for slot in item.slots)
        for key in (*value.value.imposers, *value.value.targets, *slots):
            if key.startswith(_COUNTRY) and key not in names:
                names[key] = country(key.removeprefix(_COUNTRY)).name
    return names


def worded(value: StrEnum | str) -> str:
    """Return a value of a closed set as words."""
    return str(value).replace("_", " ")


def modality_words(modality: Modality) -> str:
    """Return a standing as words that nobody takes for law."""
    return _MODALITIES[modality]


def figure(value: Decimal) -> str:
    """Return a figure with thousands set apart, without idle zeros."""
    return f"{value.to_integral_value() if value == value.to_integral_value() else value.normalize():,f}"


def amount_words(amount: Amount) -> str:
    """Return an amount: bound, figure, unit, and what money is."""
    high = f" to {figure(amount.high)}" if amount.high is not None else ""
    unit = amount.unit if amount.kind is not AmountKind.MONEY else amount.unit or "of some currency"
    role = f" ({worded(amount.role)})" if amount.role else ""
    gap = "" if amount.kind is AmountKind.PERCENT else " "
    return f"{_BOUNDS[amount.bound]}{figure(amount.value)}{high}{gap}{unit}{role}".rstrip()


def timex_words(timex: Timex) -> str:
    """Return a time expression: its value and the days meant."""
    value = timex.value or "no day: the story has no date to count from"
    if timex.anchor:
        return (
            f"{_MODS[timex.mod] if timex.mod else ''}{value}, {timex.anchor.side} “{timex.anchor.event.text}”"
        )
    days = days_words(timex)
    shown = f" = {days}" if days and days != value else ""
    return f"{_MODS[timex.mod] if timex.mod else ''}{value}{shown}"


def days_words(timex: Timex) -> str:
    """Return the days that a time expression means; empty where it tells none."""
    if timex.first and timex.last:
        same = timex.first == timex.last
        return timex.first.isoformat() if same else f"{timex.first.isoformat()} to {timex.last.isoformat()}"
    if timex.first:
        return f"from {timex.first.isoformat()}"
    return f"until {timex.last.isoformat()}" if timex.last else ""


def speaker_words(speaker: Speaker, names: Mapping[str, str]) -> str:
    """Return who speaks.

    Args:
        speaker: The speaker.
        names: Names of the parties of the story by key.
    """
    if speaker.kind is SpeakerKind.UNKNOWN:
        return "an unknown speaker"
    if speaker.kind is not SpeakerKind.ANONYMOUS:
        return names.get(speaker.party, speaker.party) or "an unknown speaker"
    count = "one" if speaker.count == 1 else str(speaker.count) if speaker.count else "some"
    of = f" of {names.get(speaker.of, speaker.of)}" if speaker.of else ""
    return f"{count} unnamed speaker{'' if speaker.count == 1 else 's'}{of}"


def one_line(spans: tuple[Span, ...], gap: str = " … ") -> str:
    """Return the words of some spans on one line."""
    return gap.join(" ".join(span.text.split()) for span in spans)
