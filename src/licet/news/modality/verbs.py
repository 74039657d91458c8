"""Forms of verbs without a parser: the auxiliaries before a verb, and what they make of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from licet.news.modality import lexicon
from licet.news.modality.cues import Cue
from licet.news.modality.line import Line

FARTHEST_ASIDE = 12
"""Words that may stand between commas inside a verb group ("has, as of Monday, barred")."""

_KINDS = (
    dict.fromkeys(("was", "were", "been", "remained", "stayed"), "past be")
    | dict.fromkeys(("is", "are", "be", "being", "am", "'s"), "be")
    | dict.fromkeys(("remain", "remains", "stay", "stays"), "be")
    | dict.fromkeys(sorted(lexicon.HAVE), "have")
    | {"got": "past be", "gets": "be", "getting": "be"}
    | {"did": "did", "does": "do", "do": "do", "to": "to"}
)
"""What an auxiliary is to the form of its verb."""

_SHORT = {"'ll": "will", "'d": "would", "'ve": "have", "'re": "be"}
"""Auxiliaries that are written onto a pronoun."""


class Form(StrEnum):
    """What a verb is in its clause."""

    PAST = "past"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    MODAL = "modal"
    PRESENT = "present"


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries.

    Attributes:
        first: Number of the first word of the group.
        head: Number of the verb.
        form: What it is.
        cues: Signs among the auxiliaries, with the numbers of their words.
    """

    first: int
    head: int
    form: Form
    cues: list[tuple[Cue, int]] = field(default_factory=list)


def is_past(low: str) -> bool:
    """Whether a word is by its form a past tense or a past participle."""
    if low in lexicon.IRREGULAR_PAST:
        return True
    return low.endswith("ed") and len(low) > 3 and low not in lexicon.NOT_PAST


def is_gerund(low: str) -> bool:
    """Whether a word is by its form a gerund or present participle."""
    return low.endswith("ing") and len(low) > 4 and low not in {"during", "nothing", "anything", "something"}


def is_adverb(low: str) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    return (
        low in lexicon.ADVERBS
        or low in {"itself", "themselves", "himself", "herself"}
        or (low.endswith("ly") and low not in lexicon.NOT_ADVERB)
    )


def told_as_verb(line: Line, number: int) -> bool:
    """Whether a word of the lists is told as a verb: no article or adjective stands before it."""
    before = line.at(number - 1)
    return number > 0 and before not in lexicon.DETERMINERS and before not in {"'s", "of"}


def group(line: Line, head: int) -> Group:
    """Read the verb group that ends with the word `head`."""
    found = Group(head, head, Form.PRESENT)
    seen: list[str] = []
    at = head
    while at > 0:
        at -= 1
        low = line.low[at]
        if low == ",":
            aside = _aside(line, at)
            if aside is None:
                break
            at = aside
            continue
        kind = _auxiliary(line, at, found)
        if kind is None:
            break
        seen.append(kind)
        found.first = at
        if kind == "to":
            _before_to(line, at, found)
            break
    found.form = _form(line.low[head], seen)
    return found


def _auxiliary(line: Line, at: int, found: Group) -> str | None:
    """What a word before a verb is to it, keeping its sign; None for a word outside the group."""
    low = line.low[at]
    positive = low
    if low.endswith("n't"):
        positive = {"won't": "will", "can't": "can", "shan't": "shall"}.get(low, low[:-3])
        found.cues.append((Cue.NOT, at))
    elif low in lexicon.NEGATIONS:
        found.cues.append((Cue.NOT, at))
        return "modal" if low == "cannot" else "not"
    if positive in lexicon.MODALS:
        found.cues.append((lexicon.MODALS[positive], at))
        return "modal"
    if positive == "'s" and line.at(at - 1) not in lexicon.PRONOUNS:
        return None
    if positive in _KINDS:
        return _KINDS[positive]
    short = _SHORT.get(low[-3:]) or _SHORT.get(low[-2:])
    if short is None:
        since = low == "since" and line.at(at - 1) in lexicon.HAVE
        return "adverb" if since or is_adverb(low) else None
    if short in lexicon.MODALS:
        found.cues.append((lexicon.MODALS[short], at))
    return {"will": "modal", "would": "adverb"}.get(short, short)


def _before_to(line: Line, to: int, found: Group) -> None:
    """Keep "not to" and "is to"."""
    before = line.at(to - 1)
    if before in lexicon.NEGATIONS:
        found.cues.append((Cue.NOT, to - 1))
        found.first = to - 1
    elif before in lexicon.BE or before in {"has", "have", "had"}:
        found.cues.append((Cue.WILL, to))


def _aside(line: Line, comma: int) -> int | None:
    """The comma that opens an aside inside a verb group; None where there is none."""
    for at in range(comma - 1, max(0, comma - FARTHEST_ASIDE), -1):
        if line.low[at] == ",":
            before = line.at(at - 1)
            auxiliary = before in lexicon.MODALS or before in lexicon.HAVE or before in lexicon.NEGATIONS
            return at if auxiliary or before in lexicon.BE or before.endswith("n't") else None
    return None


def _form(low: str, seen: list[str]) -> Form:
    if "to" in seen or "modal" in seen:
        return Form.INFINITIVE if "to" in seen else Form.MODAL
    if "did" in seen:
        return Form.PAST
    if "be" in seen or "past be" in seen:
        passive = "past be" in seen and is_past(low) and not is_gerund(low)
        return Form.PASSIVE if passive else Form.PRESENT
    if is_gerund(low):
        return Form.GERUND
    return Form.PAST if is_past(low) else Form.PRESENT
