"""Flags put together by the measure that they are about, what may come into force first."""

from __future__ import annotations

import os.path
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_FIRST = ("latent_denial", "red_flag", "probation")
_SHORTEST = 15
"""Characters from which what sentences begin with alike is a title that is told once."""


@dataclass(frozen=True, slots=True)
class FlagGroup:
    """The flags of one measure.

    Attributes:
        lead: The first sentence.
        more: What the others say beyond it.
        citations: Those of all, each once.
    """

    lead: str
    more: tuple[str, ...]
    citations: tuple[str, ...]


def grouped(flags: Iterable[Mapping[str, Any]]) -> tuple[FlagGroup, ...]:
    """Return flags, as plain JSON values, in groups: latent denials and red flags first."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for number, flag in enumerate(flags):
        found.setdefault(flag["measure"] or str(number), []).append(flag)
    return tuple(map(_group, sorted(found.values(), key=_rank)))


def _rank(flags: list[Mapping[str, Any]]) -> int:
    return min(_FIRST.index(flag["code"]) if flag["code"] in _FIRST else len(_FIRST) for flag in flags)


def _group(flags: list[Mapping[str, Any]]) -> FlagGroup:
    sentences = list(dict.fromkeys(flag["sentence"] for flag in flags))
    citations = dict.fromkeys(cite for flag in flags for cite in flag["citations"])
    more = tuple(_beyond(sentences[0], sentence) for sentence in sentences[1:])
    return FlagGroup(sentences[0], more, tuple(citations))


def _beyond(lead: str, sentence: str) -> str:
    """Return what a sentence says beyond the title with which both begin."""
    # Letter by letter is what is meant; the last word of it may only begin alike.
    alike = os.path.commonprefix([lead, sentence]).rpartition(" ")[0]  # noqa: RUF071  see above
    return sentence[len(alike) :].lstrip(" :,") if len(alike) >= _SHORTEST else sentence
