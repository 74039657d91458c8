"""What was read of stories, in the form that tools/score_stories.py takes: as `licet read` does."""

from __future__ import annotations

from typing import Any

from licet.reports.news_scoring import document, facts, mentions, statements

Row = dict[str, Any]

__all__ = ["Row", "document", "facts", "mentions", "statements"]
