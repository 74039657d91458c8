"""The kernel: subjects and a corpus in, hits with reasons out. No database, no law, no clock.

```text
build(path, versions, editions, overlay, generation)     once for each state of the lists
Corpus.open(path).view(as_of, lists)                     what counts under two clocks
screen(view, subject, policy)                            every listed party from the threshold on, best first
explain(match)                                           why, in words and as JSON
```
"""

from licet.match.corpus import Corpus, build
from licet.match.engine import ENGINE, policy_hash
from licet.match.explain import Explanation, explain
from licet.match.overlay import OverlayName
from licet.match.reference import reference_screen
from licet.match.screening import screen, screen_many
from licet.match.view import View

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
