"""Extractors by name, from the entry points of what is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points

from licet.errors import UsageError
from licet.news.plugins.candidate import Extractor

GROUP = "licet.news.extractors"
"""Entry points of this group name a function that takes options by name and returns an `Extractor`."""


def installed() -> dict[str, EntryPoint]:
    """Return the extractors that are installed, by name, in order."""
    return {item.name: item for item in sorted(entry_points(group=GROUP), key=lambda item: item.name)}


def load(names: Sequence[str], options: Mapping[str, str]) -> list[Extractor]:
    """Make extractors, in the order in which they are named; none works unless it is named.

    Args:
        names: Names of entry points.
        options: Settings that extractors take, such as `spacy_model`.

    Raises:
        UsageError: None is called so, or one cannot be made.
    """
    known = installed()
    found: list[Extractor] = []
    for name in dict.fromkeys(names):
        if name not in known:
            there = ", ".join(known) or "none"
            message = f"no extractor is called {name!r}. Installed are: {there}."
            raise UsageError(message)
        try:
            made: Extractor = known[name].load()(options)
        except UsageError:
            raise
        except ImportError as error:
            message = f"the extractor {name!r} cannot be loaded ({error}). Try: pip install 'licet[{name}]'."
            raise UsageError(message) from error
        except Exception as error:
            message = f"the extractor {name!r} cannot be made: {type(error).__name__}: {error}."
            raise UsageError(message) from error
        found.append(made)
    return found
