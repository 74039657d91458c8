"""Opens the shelf of stories for a command; no list is needed for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from licet import wiring

if TYPE_CHECKING:  # only for the type checker: at run time it would load the store for --help
    from licet.wiring.news import NewsDesk


@contextmanager
def news_desk(*, db: str | None, config: Path | None, known_by: str | None = None) -> Iterator[NewsDesk]:
    """Open the stories of the settings' store; one that is written to is made where there is none.

    Raises:
        SettingsError: A setting is wrong.
        UsageError: `known_by` is no day or instant.
        StoreError: The store cannot be used.
    """
    from licet.wiring.news import open_news

    settings = wiring.load_settings(start=Path.cwd(), environ=os.environ, flags={"db": db}, config=config)
    with open_news(settings, known_by) as news:
        yield news
