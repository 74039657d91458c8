"""What the native kernel is told: the constants of the model, as the Python modules state them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from licet.match import score, similarity, weights
from licet.match._kernel import Model
from licet.model import PairKind
from licet.text.words import WordClass

if TYPE_CHECKING:
    from typing_extensions import Buffer  # pydantic's and SQLAlchemy's; Python has it from 3.12 on

FORM_INITIALS, FORM_TRANSLITERATED, ASKED_PERSON, FORM_OPEN = 1, 2, 4, 16
"""Marks of a form: of a person, or maybe of one; read from another script; ours: of a person for sure; a
listed name: of a person unless it tells otherwise by itself."""
KINDS = (
    PairKind.EQUAL,
    PairKind.SYMBOL,
    PairKind.EDIT,
    PairKind.SOUND,
    PairKind.INITIAL,
    PairKind.JOINED,
)
"""Kinds of pairs, in the kernel's order."""
UNIT = 10000
"""The kernel gives scores in parts of it."""
_CLASSES = (WordClass.NAME, WordClass.GENERIC, WordClass.PARTICLE, WordClass.TITLE, WordClass.LEGAL)
_LENGTHS = 64


def constants() -> dict[str, Any]:
    """Return every constant that the kernel computes with, by its name."""
    found: dict[str, Any] = {}
    for module in (similarity, weights, score):
        found |= {
            name: value
            for name, value in vars(module).items()
            if name.isupper() and isinstance(value, int | float | tuple)
        }
    found["EDIT_LIMITS"] = [similarity.edit_limit(length) for length in range(_LENGTHS)]
    found["EDITS_ALLOWED"] = [
        [similarity.edits_allowed("a" * shorter, "a" * (shorter + more)) for more in range(3)]
        for shorter in range(_LENGTHS)
    ]
    found["EDITABLE_FROM"] = next(size for size in range(1, _LENGTHS) if similarity.is_editable("a" * size))
    found["CLASS_FACTOR"] = [weights.CLASS_FACTOR[item] for item in _CLASSES]
    return found


@lru_cache(maxsize=1)
def tables() -> bytes:
    """Return the compiled text tables of this program."""
    # Compiling loads the data of every script; a corpus holds what was compiled for it.
    from licet.match.tables import compile_tables  # noqa: PLC0415  only to build

    return compile_tables()


def model(blob: Buffer) -> Model:
    """Return the model over compiled text tables."""
    return Model(constants(), blob)
