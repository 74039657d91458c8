"""Several stories of one event, as tests write them."""

from __future__ import annotations

from licet.news.merging.fact import Timeline
from licet.news.merging.merge import merge
from licet.news.reading import read
from licet.news.story import read_story


def timeline(stories: dict[str, str]) -> Timeline:
    """The stories of a cluster as one timeline."""
    return merge([read(read_story(text, outlet)) for outlet, text in stories.items()])
