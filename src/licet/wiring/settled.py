"""Long runs and the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settled() -> Iterator[None]:
    """Keep the garbage collector from what is there already: a long run would walk all of it many times."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
