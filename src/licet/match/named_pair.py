"""Two parties scored against each other with the weights of a corpus, whether it holds them or not.

For labelled pairs: what would `ours` score if `theirs` were listed beside what is? Slow and plain: it is the
reference scorer, with no candidate stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from licet.match.alignment import Weighted
from licet.match.contents import Contents
from licet.match.features import kinds, names
from licet.match.judging import moved, qualifiers_of
from licet.match.pairing import direct_alike
from licet.match.rows import INITIALS
from licet.match.score import score
from licet.match.subjects import sort_told, told_names
from licet.match.view import View
from licet.match.weights import as_person, token_weight
from licet.model import Listing, Name, PartyKind, Subject
from licet.text.firms import NameSort, sort_of
from licet.text.tokens import NameForm, name_forms
from licet.text.trading_names import name_parts


def score_pair(view: View, ours: Subject, theirs: Listing) -> float:
    """Return the score that a subject would have with a listing, were it in the corpus.

    A word of the listing that no listed name has weighs as the rarest listed word, on both sides.

    Args:
        view: Gives the weights of words.
        ours: The subject; its names and other fields are compared.
        theirs: The listing.

    Returns:
        The best score over all names of both, moved by the other fields; 0 when no name is alike.
    """
    others = qualifiers_of(ours, theirs)
    best = 0.0
    for part in told_names(ours):
        forms = name_forms(part.text)
        sort = sort_told(ours, part, forms)
        kind = kinds.told(sort, theirs.kind)
        for listed in theirs.names:
            alone = _names(view.contents, _Side(ours.kind, sort, forms), _listed(listed, theirs))
            weak = names.compare(part.text, listed)
            beside = tuple(item for item in (weak, kind) if item)
            best = max(best, moved(alone, (*others, *beside)) if alone else 0.0)
    return best


@dataclass(frozen=True, slots=True)
class _Side:
    """The readings of a name, and what is known of its bearer."""

    kind: PartyKind
    sort: NameSort
    forms: tuple[NameForm, ...]

    @property
    def initials(self) -> bool:
        """Whether it may be a person's."""
        return self.kind in INITIALS and not self.sort


def _listed(name: Name, party: Listing) -> list[_Side]:
    """Return a listed name, and the names that it holds."""
    unknown = party.kind is PartyKind.UNKNOWN
    read = [name_forms(text) for text in (name.text, *name_parts(name.text))]
    return [_Side(party.kind, sort_of(forms) if unknown else NameSort.OPEN, forms) for forms in read]


def _names(contents: Contents, ours: _Side, theirs: Sequence[_Side]) -> float:
    """Return the best score of two names over their readings."""
    best = 0.0
    person = ours.kind is PartyKind.PERSON
    for initials, listed in ((side.initials, form) for side in theirs for form in side.forms):
        # In a listed name a word weighs the same whoever bears it; in ours a person's words are no trade.
        weights = tuple(_weight(contents, token, listed, person=False) for token in listed.tokens)
        other = Weighted(listed.tokens, weights, initials, listed.transliterated)
        for form in ours.forms:
            weights = tuple(_weight(contents, token, listed, person=person) for token in form.tokens)
            mine = Weighted(form.tokens, weights, ours.initials, form.transliterated)
            best = max(best, score(mine, direct_alike(mine, other), other).score)
    return best


def _weight(contents: Contents, token: str, listed: NameForm, *, person: bool) -> float:
    """Return the weight of a token, which is a listed one if the listed name holds it."""
    if token not in listed.tokens or contents.find_word(token) >= 0:
        return contents.weight(token, person=person)
    weight = token_weight(token, contents.forms, 1)
    return as_person(token, weight) if person else weight
