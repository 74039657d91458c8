"""The alignment behind a score, told in the words that both sides wrote."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from licet.match import native
from licet.match.alignment import Alignment, Alike, Link, Weighted
from licet.match.contents import Contents
from licet.match.rows import address_forms
from licet.match.score import alike, excused, steps, total
from licet.match.similarity import similarity
from licet.match.subjects import OurName
from licet.model import Account, Channel, Reasons, Step, TokenPair
from licet.text.tokens import NameForm, name_forms
from licet.text.trading_names import name_parts


def direct_alike(ours: Weighted, theirs: Weighted) -> list[Alike]:
    """Compare each of our tokens with each of theirs: no vocabulary needed."""
    found: list[Alike] = []
    for token in ours.tokens:
        compared = {other: similarity(token, other) for other in theirs.tokens}
        found.append({other: hit for other, hit in compared.items() if hit})
    return found


def align(contents: Contents, ours: OurName, form: int) -> Alignment:
    """Return the alignment of our name with a listed form: the one that gave its score."""
    value, links = contents.index.align(ours.form.tokens, ours.flags, form)
    return Alignment(
        value / native.UNIT,
        tuple(
            Link((first, end), (their_first, their_end), similar, native.KINDS[kind])
            for first, end, their_first, their_end, similar, kind in links
        ),
    )


def weight_paired(ours: OurName, alignment: Alignment) -> float:
    """Return the weight of our words that found a counterpart."""
    return sum(
        link.similarity * sum(ours.weighted.weights[link.ours[0] : link.ours[1]]) for link in alignment.links
    )


def in_order(alignment: Alignment) -> bool:
    """Say whether the pairs come in the same order on both sides."""
    places = [link.theirs for link in sorted(alignment.links, key=lambda link: link.ours)]
    return places == sorted(places)


def reasons(contents: Contents, ours: OurName, form: int, alignment: Alignment, listed: str) -> Reasons:
    """Tell an alignment in the words of both sides.

    Args:
        contents: The corpus.
        ours: Our name.
        form: The listed form.
        alignment: What gave their score.
        listed: The listed name, as published.
    """
    theirs = contents.weighted(form)
    read = _reading(ours.channel, listed, theirs.tokens)
    links = sorted(alignment.links, key=lambda link: link.ours)
    used_ours = {place for link in links for place in range(*link.ours)}
    used_theirs = {place for link in links for place in range(*link.theirs)}
    return Reasons(
        tuple(_pair(ours, theirs, read, link) for link in links),
        tuple(word for place, word in enumerate(ours.form.words) if place not in used_ours),
        tuple(word for place, word in enumerate(read.words) if place not in used_theirs),
        _path(ours.text, ours.form, listed, read),
        Account(
            alignment.score,
            _left(ours.weighted, used_ours),
            _left(theirs, used_theirs),
            tuple(Step(*step) for step in steps(ours.weighted, theirs, alignment.links)),
            excused(ours.weighted, theirs, alignment.links),
        ),
    )


def _pair(ours: OurName, theirs: Weighted, read: NameForm, link: Link) -> TokenPair:
    mine = total(ours.weighted.weights[link.ours[0] : link.ours[1]])
    other = total(theirs.weights[link.theirs[0] : link.theirs[1]])
    whole = total(ours.weighted.weights) + total(theirs.weights)
    return TokenPair(
        " ".join(ours.form.words[link.ours[0] : link.ours[1]]),
        " ".join(read.words[link.theirs[0] : link.theirs[1]]),
        link.kind,
        alike(ours.weighted, theirs, link),
        round((mine + other) / whole, 4) if whole else 0.0,
        mine,
        other,
    )


def _left(side: Weighted, used: set[int]) -> float:
    return total(weight for place, weight in enumerate(side.weights) if place not in used)


@lru_cache(maxsize=16384)
def _reading(channel: Channel, text: str, tokens: tuple[str, ...]) -> NameForm:
    """Return the reading of a listed text that gave these tokens, with the words as written."""
    forms: Iterable[NameForm] = address_forms(text)
    if channel is not Channel.ADDRESS:
        forms = (form for part in (text, *name_parts(text)) for form in name_forms(part))
    return next((form for form in forms if form.tokens == tokens), NameForm(tokens, tokens))


def _path(ours: str, our_form: NameForm, theirs: str, their_form: NameForm) -> tuple[str, ...]:
    said = [f"“{ours}” read as “{' '.join(our_form.words)}”: {step}" for step in our_form.path]
    said += [f"“{theirs}” read as “{' '.join(their_form.words)}”: {step}" for step in their_form.path]
    return tuple(said)
