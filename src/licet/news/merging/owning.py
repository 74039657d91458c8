"""That a measure was taken, in the words of the company it was taken against."""

from __future__ import annotations

import re
from collections import Counter

from licet.news.merging.draft import Told
from licet.news.merging.measures import Cluster
from licet.news.merging.view import View
from licet.news.modality.modality import Modality
from licet.news.statements.statement import SpeakerKind

_ITS_WORD = "measure: somebody else's word"
"""Rule of the gate for what somebody who is no authority tells as done, plainly and in no quotation."""
_INFORMS = re.compile(
    r"[^.;:\n]{0,80}?\b(?:informs?|informed|announce[sd]?|confirm(?:s|ed)|disclose[sd]?|notif(?:ies|ied))\b"
)
"""A company that tells, with its short name in brackets behind it."""
_LEAST = 2
"""Stories that name a company beside a measure from which it concerns the company."""


def is_owned_up(view: View, cluster: Cluster, item: Told) -> bool:
    """Whether a claim tells of an act as done, in the words of the company on which it is.

    A company that announces what an authority has done to it bears witness to the act. What it denies, hopes,
    asks for or tells in a quotation is none, nor is what unnamed persons tell.

    Args:
        view: All stories.
        cluster: The measure.
        item: A claim that it was taken.
    """
    if item.claim.modality is not Modality.CLAIMED or item.claim.rule != _ITS_WORD:
        return False
    concerned, statement = _concerned(cluster), view.statement(item)
    if statement is None:
        return _announces_itself(view, item, concerned)
    speaker = statement.speaker
    return speaker.kind is not SpeakerKind.ANONYMOUS and view.party(item, speaker.party or "-") in concerned


def _announces_itself(view: View, item: Told, concerned: set[str]) -> bool:
    """Whether the sentence begins with a company that informs of what was done to it."""
    place = item.claim.support[0]
    start, _ = item.story.sentence_at(place)
    text = item.story.reading.story.text
    ends = (
        mention.span.end
        for party in item.story.parties.values()
        if view.parties[item.story.key, party.key] in concerned
        for mention in party.mentions
        if start <= mention.span.start < place.start
    )
    return any(_INFORMS.match(text, end, place.start) for end in ends)


def _concerned(cluster: Cluster) -> set[str]:
    """The companies that a measure is on: its targets, and those that several stories name beside it."""
    beside = Counter(key for part in cluster.sketches for key in part.beside)
    return {*cluster.merged.targets, *(key for key, times in beside.items() if times >= _LEAST)}
