"""New words that look like those of a script: a letter model of order three, sampled many words at a time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

END = "\n"
LONGEST = 16
Integers = npt.NDArray[np.int64]


class LetterModel:
    """Which letter follows three letters, as often as the words of the model have it.

    Args:
        words: Real words of one script; each counts once.
    """

    def __init__(self, words: Sequence[str]) -> None:
        letters = sorted({letter for word in words for letter in word})
        self._letters = np.array([END, *letters])
        code = {letter: number for number, letter in enumerate(self._letters.tolist())}
        self._base = len(self._letters)
        contexts, following = [], []
        for word in words:
            context = 0
            for letter in (*word, END):
                number = code[letter]
                contexts.append(context)
                following.append(number)
                context = (context * self._base + number) % self._base**3
        order = np.argsort(np.array(contexts, dtype=np.int64), kind="stable")
        self._following = np.array(following, dtype=np.int64)[order]
        self._contexts, starts = np.unique(np.array(contexts, dtype=np.int64)[order], return_index=True)
        self._starts = np.append(starts, len(order)).astype(np.int64)

    def words(self, count: int, chosen: np.random.Generator) -> list[str]:
        """Draw words; the same word may come twice, as short ones do."""
        made = np.zeros((count, LONGEST), dtype=np.int64)
        context = np.zeros(count, dtype=np.int64)
        going = np.arange(count)
        for place in range(LONGEST):
            at = np.searchsorted(self._contexts, context[going])
            first, last = self._starts[at], self._starts[at + 1]
            drawn = self._following[first + (chosen.random(len(going)) * (last - first)).astype(np.int64)]
            made[going, place] = drawn
            context[going] = (context[going] * self._base + drawn) % self._base**3
            going = going[drawn != 0]
            if not len(going):
                break
        text = self._letters[made]
        joined = np.ascontiguousarray(text).view(f"<U{LONGEST}").ravel().tolist()
        return [word.split(END, 1)[0] for word in joined]


def edited(words: Sequence[str], chosen: np.random.Generator) -> list[str]:
    """Return each word with one edit: a letter left out, doubled, replaced or swapped with the next."""
    places, kinds = chosen.random(len(words)), chosen.integers(0, 4, len(words))
    letters = chosen.integers(0, 26, len(words))
    out: list[str] = []
    for word, share, kind, letter in zip(
        words, places.tolist(), kinds.tolist(), letters.tolist(), strict=True
    ):
        at = int(share * len(word))
        if kind == 0 and len(word) > 3:
            out.append(word[:at] + word[at + 1 :])
        elif kind == 1:
            out.append(word[: at + 1] + word[at:])
        elif kind == 2 and word.isascii():
            out.append(word[:at] + chr(97 + letter) + word[at + 1 :])
        else:
            out.append(word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :])
    return out
