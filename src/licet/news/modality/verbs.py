"""Forms of verbs without a parser: the auxiliaries before a verb, and what they make of it."""

from __future__ import annotations

from functools import lru_cache

from licet.news.modality import lexicon
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form, Group
from licet.news.modality.line import Line

LONGEST_GROUP = 6
"""Words from an auxiliary to its verb."""

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_GERUND, _PAST, _PRESENT = Form.GERUND, Form.PAST, Form.PRESENT
_NOT = Cue.NOT
_new = tuple.__new__

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

_PRESS = frozenset(
    ("time", "conference", "release", "office", "secretary", "officer", "reports", "statement")
)
"""Behind "press", nouns with which it is no verb."""

_OF_CLAIMS = frozenset(("on", "against", "for", "of", "from", "worth", "arising"))
"""Behind "claims", words with which it is a noun."""

_BESIDE = frozenset(("'s", "since", "by"))
"""Words that are in a verb group only beside some others."""
_SHORT = {"'ll": "will", "'d": "would", "'ve": "have", "'re": "be"}
"""Auxiliaries that are written onto a pronoun."""


@lru_cache(maxsize=20_000)
def is_past(low: str) -> bool:
    """Whether a word is by its form a past tense or a past participle."""
    if low in lexicon.IRREGULAR_PAST:
        return True
    return low.endswith("ed") and len(low) > 3 and low not in lexicon.NOT_PAST


@lru_cache(maxsize=20_000)
def is_gerund(low: str) -> bool:
    """Whether a word is by its form a gerund or present participle."""
    return low.endswith("ing") and len(low) > 4 and low not in {"during", "nothing", "anything", "something"}


@lru_cache(maxsize=20_000)
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
    low, after = line.low[number], line.at(number + 1)
    if (low == "press" and after in _PRESS) or (low == "claims" and after in _OF_CLAIMS):
        return False
    return number > 0 and before not in lexicon.DETERMINERS and before not in {"'s", "of"}


def group(line: Line, head: int) -> Group:
    """Read the verb group that ends with the word `head`; of each word once, since many signs ask for it."""
    known = line.groups.get(head)
    if known is None:
        known = line.groups[head] = _group(line, head)
    return known


def _group(line: Line, head: int) -> Group:
    lows = line.low
    seen: list[str] = []
    cues: list[tuple[Cue, int]] = []
    first = at = head
    while at > 0:
        at -= 1
        kind, signs = _auxiliary(lows[at])
        if signs:
            cues += [(cue, at) for cue in signs]
        if kind == ",":
            aside = _aside(line, at)
            if aside is None:
                break
            at = aside
            continue
        if kind == "?":
            kind = _beside(line, at)
        if kind is None:
            break
        seen.append(kind)
        first = at
        if kind == "to":
            first = _before_to(line, at, cues)
            break
    form = _form(lows[head], seen) if seen else _bare(lows[head])
    return _new(Group, (first, head, form, tuple(cues)))


def content(line: Line, at: int, reach: int = LONGEST_GROUP) -> int:
    """The verb that an auxiliary goes with, or the adjective of "is ready", within some words."""
    head = at
    while head + 1 < len(line.low) and head - at < reach:
        low = line.low[head]
        auxiliary = low in lexicon.AUXILIARIES or low in lexicon.NEGATIONS or low.endswith("n't")
        if not (auxiliary or is_adverb(low)):
            break
        head += 1
    return head


@lru_cache(maxsize=20_000)
def _auxiliary(low: str) -> tuple[str | None, tuple[Cue, ...]]:
    """What a word before a verb is to it, and the signs that it gives.

    Returns:
        None for a word outside the group, a comma for a comma, a question mark for a word that the words
        beside it have to tell.
    """
    if low == "," or low in _BESIDE:
        return "," if low == "," else "?", ()
    positive: str = low
    signs: tuple[Cue, ...] = ()
    if low.endswith("n't"):
        positive, signs = {"won't": "will", "can't": "can", "shan't": "shall"}.get(low, low[:-3]), (_NOT,)
    elif low in lexicon.NEGATIONS:
        return "modal" if low == "cannot" else "not", (_NOT,)
    if positive in lexicon.MODALS:
        return "modal", (*signs, lexicon.MODALS[positive])
    if positive in _KINDS:
        return _KINDS[positive], signs
    short = _SHORT.get(low[-3:]) or _SHORT.get(low[-2:])
    if short is None:
        return "adverb" if is_adverb(low) else None, signs
    if short in lexicon.MODALS:
        signs = (*signs, lexicon.MODALS[short])
    return {"will": "modal", "would": "adverb"}.get(short, short), signs


def _beside(line: Line, at: int) -> str | None:
    """What a word is by those beside it: "it's barred", "has since barred", "would by now have barred"."""
    low = line.low[at]
    if low == "'s":
        return _KINDS[low] if line.at(at - 1) in lexicon.PRONOUNS else None
    inside = line.at(at - 1) in lexicon.HAVE if low == "since" else line.at(at + 1) in {"now", "then"}
    return "adverb" if inside or is_adverb(low) else None


def _before_to(line: Line, to: int, cues: list[tuple[Cue, int]]) -> int:
    """Keep "not to" and "is to"; where the group begins."""
    before = line.at(to - 1)
    if before in lexicon.NEGATIONS:
        cues.append((Cue.NOT, to - 1))
        return to - 1
    if before in lexicon.BE or before in {"has", "have", "had"}:
        cues.append((Cue.WILL, to))
    return to


def _aside(line: Line, comma: int) -> int | None:
    """The comma that opens an aside inside a verb group; None where there is none."""
    for at in range(comma - 1, max(0, comma - FARTHEST_ASIDE), -1):
        if line.low[at] == ",":
            before = line.at(at - 1)
            auxiliary = before in lexicon.MODALS or before in lexicon.HAVE or before in lexicon.NEGATIONS
            return at if auxiliary or before in lexicon.BE or before.endswith("n't") else None
    return None


@lru_cache(maxsize=20_000)
def _bare(low: str) -> Form:
    """What a verb without auxiliaries is."""
    return _GERUND if is_gerund(low) else _PAST if is_past(low) else _PRESENT


def _form(low: str, seen: list[str]) -> Form:
    if "to" in seen or "modal" in seen:
        return Form.INFINITIVE if "to" in seen else Form.MODAL
    if "did" in seen:
        return _PAST
    if "be" in seen or "past be" in seen:
        passive = "past be" in seen and is_past(low) and not is_gerund(low)
        return Form.PASSIVE if passive else _PRESENT
    return _bare(low)
