"""A measure kind: one file of `rules/kinds`, one function, whose docstring is the law in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from licet.model.law import Result
from licet.rules.case import Case


@dataclass(frozen=True, slots=True)
class Kind:
    """A measure kind.

    Attributes:
        id: Its name, equal to the file's.
        title: In plain words.
        regime: Such as `US EAR`.
        step: Place in the order of evaluation (handbook 2.2), such as `D4`.
        version: Raised when an answer may change without a change of the rulebook.
        citations: The law it applies.
        not_covered: What it does not do, said in the reference and beside each answer it could touch.
        decide: Yields findings, flags, questions, checks and steps for a case. Its docstring is the law in
            plain words, as the reference prints it.
        terms: Form of a measure's `terms` in the rulebook: field name to what it holds, such as
            `text`, `texts`, `day`, `decimal`, `yes_no`, `obligations`, `mapping`; a trailing `?` marks an
            optional one.
    """

    id: str
    title: str
    regime: str
    step: str
    version: int
    citations: tuple[str, ...]
    not_covered: tuple[str, ...]
    decide: Callable[[Case], Iterator[Result]]
    terms: tuple[tuple[str, str], ...] = ()
