"""Two parties scored against each other with the weights of a corpus, whether it holds them or not.

For labelled pairs: what would `ours` score if `theirs` were listed beside what is? Slow and plain: it is the
reference scorer, with no candidate stage.
"""

from __future__ import annotations

from licet.match.contents import Contents
from licet.match.features import names
from licet.match.judging import moved, qualifiers_of
from licet.match.pairing import direct_alike
from licet.match.rows import INITIALS
from licet.match.score import Weighted, score
from licet.match.view import View
from licet.match.weights import as_person, token_weight
from licet.model import Listing, Name, PartyKind, Subject
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
    for text in dict.fromkeys(part for name in ours.names for part in (name, *name_parts(name))):
        for listed in theirs.names:
            alone = _names(view.contents, (text, ours), (listed, theirs))
            weak = names.compare(text, listed)
            found = moved(alone, (*others, weak) if weak else others) if alone else 0.0
            best = max(best, found)
    return best


def _names(contents: Contents, ours: tuple[str, Subject], theirs: tuple[Name, Listing]) -> float:
    """Return the best score of two names over their readings."""
    best = 0.0
    initials = theirs[1].kind in INITIALS, ours[1].kind in INITIALS
    person = ours[1].kind is PartyKind.PERSON
    named = (theirs[0].text, *name_parts(theirs[0].text))
    for listed in (form for text in named for form in name_forms(text)):
        # In a listed name a word weighs the same whoever bears it; in ours a person's words are no trade.
        weights = tuple(_weight(contents, token, listed, person=False) for token in listed.tokens)
        other = Weighted(listed.tokens, weights, initials[0], listed.transliterated)
        for form in name_forms(ours[0]):
            weights = tuple(_weight(contents, token, listed, person=person) for token in form.tokens)
            mine = Weighted(form.tokens, weights, initials[1], form.transliterated)
            best = max(best, score(mine, direct_alike(mine, other), other).score)
    return best


def _weight(contents: Contents, token: str, listed: NameForm, *, person: bool) -> float:
    """Return the weight of a token, which is a listed one if the listed name holds it."""
    if token not in listed.tokens or contents.find_word(token) >= 0:
        return contents.weight(token, person=person)
    weight = token_weight(token, contents.forms, 1)
    return as_person(token, weight) if person else weight
