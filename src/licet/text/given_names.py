"""Given names that stand for one another: Bill for William, Mohamed for Muhammad.

The table `data/given_names.tsv` is our own and says which kinds of group it has.
"""

from __future__ import annotations

from functools import cache

from licet.text.tables import rows

_NONE: frozenset[str] = frozenset()


def other_given_names(word: str) -> frozenset[str]:
    """Return the names that a given name may stand for or be replaced by; without itself.

    Symmetric, and not transitive: Alex may be Aleksandr or Alexandra, who are not each other.

    Args:
        word: A word as `normalise` gives it.
    """
    return _of(word) if word in _groups() else _NONE


@cache
def others() -> dict[str, frozenset[str]]:
    """Return the names that stand for each given name of the table."""
    return {word: _of(word) for word in _groups()}


@cache
def _of(word: str) -> frozenset[str]:
    return frozenset(name for group in _groups()[word] for name in group if name != word)


@cache
def _groups() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name, _, texts in rows("given_names.tsv"):
        group = (name, *texts)
        for word in group:
            found.setdefault(word, []).append(group)
    return found


def is_common_name(word: str) -> bool:
    """Say whether a word is a name that many people bear: an edit makes another name of it, not a slip."""
    return word in common_names()


@cache
def common_names() -> frozenset[str]:
    """Return the names that many people bear."""
    return frozenset(word for _, _, texts in rows("common_names.tsv") for word in texts)
