"""The kernel: subjects and a corpus in, hits with reasons out. No database, no law, no clock.

```text
build(path, versions, editions, overlay, generation)     once for each state of the lists
Corpus.open(path).view(as_of, lists)                     what counts under two clocks
screen(view, subject, policy)                            every listed party from the threshold on, best first
explain(match)                                           why, in words and as JSON
```

Names are loaded when first used: one question needs neither NumPy nor what builds a corpus.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

# Not lazily: the module has the name of the function.
from licet.match.explain import Explanation, explain

if TYPE_CHECKING:  # only for the type checker: building loads what asking does not need
    from licet.match.corpus import Corpus
    from licet.match.engine import ENGINE, policy_hash
    from licet.match.growing import build
    from licet.match.overlay import OverlayName
    from licet.match.reference import reference_screen
    from licet.match.screening import screen, screen_many
    from licet.match.view import View

_HOMES = {
    "ENGINE": "engine",
    "Corpus": "corpus",
    "OverlayName": "overlay",
    "View": "view",
    "build": "growing",
    "policy_hash": "engine",
    "reference_screen": "reference",
    "screen": "screening",
    "screen_many": "screening",
}

__all__ = [
    "ENGINE",
    "Corpus",
    "Explanation",
    "OverlayName",
    "View",
    "build",
    "explain",
    "policy_hash",
    "reference_screen",
    "screen",
    "screen_many",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  whatever the name stands for
    """Load a name from its home when it is first asked for."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
