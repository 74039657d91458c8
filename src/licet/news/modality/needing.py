"""A licence that is required by law as it stands: "exports of gallium require one", "must now obtain one"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.modality import bearing, verbs
from licet.news.modality.chain import Chain
from licet.news.modality.cues import Cue
from licet.news.modality.groups import Form
from licet.news.modality.line import Line
from licet.news.modality.phrases import Phrase

LICENCES = listed(
    "licence licences license licenses permit permits authorisation authorisations authorization"
    " authorizations approval"
)
_NEEDS = listed("need needs require requires")
_NEEDED = frozenset(("needed", "required"))
_GETS = listed("obtain get have hold secure seek")
_PERFECT = frozenset(("has", "have"))
_IS = frozenset(("is", "are"))
_TRADE = listed(
    "export exports exporting exporter exporters import imports importing importer importers"
    " ship ships shipping shipment shipments abroad overseas leaves"
)
"""Words of trade over a border, without which a licence that is needed may be one to sell drinks."""


def told(chain: Chain, phrase: Phrase) -> bool:
    """Whether a licence is told to be required now, keeping the sign of that.

    Args:
        chain: The signs.
        phrase: The noun with what belongs to it.
    """
    line = chain.line
    if line.low[phrase.head] not in LICENCES or line.words.isdisjoint(_TRADE) or line.quoted[phrase.head]:
        return False
    if line.at(phrase.head + 1) in _IS:
        verb = phrase.head + 2 + (line.at(phrase.head + 2) in bearing.NOW)
        return line.at(verb) in _NEEDED and bearing.enacted(chain, verb)
    verb = _verb(line, phrase)
    low = line.at(verb)
    if low in _NEEDS:
        return verbs.group(line, verb).form is Form.PRESENT and bearing.enacted(chain, verb)
    if low in _NEEDED:
        first = verbs.group(line, verb).first
        return line.low[first] in _PERFECT and bearing.lasts(line, verb) and bearing.enacted(chain, verb)
    return low in _GETS and _must_now(chain, verb)


def _verb(line: Line, phrase: Phrase) -> int:
    """The word that a licence is the object of; a name before it belongs to it."""
    party = line.party_over(phrase.first - 1)
    return phrase.first - 1 if party is None else party.first - 1


def _must_now(chain: Chain, verb: int) -> bool:
    """Read "must now obtain a licence": what the law asks for since some day."""
    line = chain.line
    group = verbs.group(line, verb)
    now = not bearing.NOW.isdisjoint(line.low[max(0, group.first - 1) : verb])
    if not now or [cue for cue, _ in group.cues] != [Cue.MUST]:
        return False
    above = Chain(line)
    if not bearing.enacted(above, verb):
        return False
    for cue, numbers in above.found.items():
        if cue is not Cue.MUST:
            for number in numbers:
                chain.add(cue, number)
    return True
