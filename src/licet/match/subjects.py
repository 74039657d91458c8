"""What a subject is looked up by: its names and addresses as weighted tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from licet.match import effects, native
from licet.match.alignment import Weighted
from licet.match.contents import Contents
from licet.match.rows import INITIALS, address_forms
from licet.model import Channel, PartyKind, Subject
from licet.text.firms import NameSort, sort_of
from licet.text.normalise import characters
from licet.text.tokens import NameForm, name_forms
from licet.text.trading_names import NamePart, told_parts


@dataclass(frozen=True, slots=True)
class OurName:
    """One reading of one name (or address) of a subject.

    Attributes:
        text: As given, but for halves of surrogate pairs.
        form: The reading.
        weighted: Its tokens with their weights in the corpus.
        channel: NAME, or ADDRESS for an address.
        flags: Marks of the form, as the kernel reads them.
        sort: What the name tells of its bearer; asked only where the subject does not say what it is.
    """

    text: str
    form: NameForm
    weighted: Weighted
    channel: Channel
    flags: int
    sort: NameSort = NameSort.OPEN


def our_names(contents: Contents, subject: Subject) -> tuple[OurName, ...]:
    """Return every reading of every name and address of a subject, names first.

    A name that holds several ("X trading as Y") is looked up whole and by its parts.
    """
    found: list[OurName] = []
    for part in told_names(subject):
        forms = name_forms(part.text)
        sort = sort_told(subject, part, forms)
        found.extend(_weigh(contents, subject, part.text, form, sort) for form in forms)
    for address in subject.addresses:
        forms = address_forms(address.text)
        found.extend(_weigh(contents, subject, address.text, form, None) for form in forms)
    return tuple(found)


def told_names(subject: Subject) -> list[NamePart]:
    """Return the names of a subject and the names that they hold, each once."""
    found: dict[str, bool] = {}
    for name in map(characters, subject.names):
        for text, trade in (NamePart(name, trade=False), *told_parts(name)):
            found[text] = trade and found.get(text, True)
    return [NamePart(text, trade) for text, trade in found.items()]


def sort_told(subject: Subject, part: NamePart, forms: Sequence[NameForm]) -> NameSort:
    """Return what a name tells of its bearer where the subject itself does not say what it is."""
    if subject.kind is not PartyKind.UNKNOWN:
        return NameSort.OPEN
    return NameSort.FIRM if part.trade else sort_of(forms)


def address_tokens(subject: Subject) -> Iterator[tuple[str, ...]]:
    """Yield the tokens of every reading of the addresses, as `our_names` gives them behind the names."""
    for address in subject.addresses:
        for form in address_forms(address.text):
            yield form.tokens


def kind_flags(subject: Subject) -> int:
    """Return what the kernel is told of the kind of a subject."""
    initials = native.FORM_INITIALS if subject.kind in INITIALS else 0
    return initials | (native.ASKED_PERSON if subject.kind is PartyKind.PERSON else 0)


def greatest_boost(subject: Subject) -> float:
    """Return the most that other fields can add to the score of a name of this subject."""
    return (
        effects.BIRTH_AGREES * bool(subject.birth_dates)
        + effects.COUNTRY_AGREES * bool(subject.countries)
        + effects.ADDRESS_AGREES * bool(subject.addresses)
    )


def _weigh(contents: Contents, subject: Subject, text: str, form: NameForm, sort: NameSort | None) -> OurName:
    """Weigh one reading of a name of that sort, or of an address (None)."""
    person = subject.kind is PartyKind.PERSON
    weights = tuple(contents.weight(token, person=person) for token in form.tokens)
    flags = kind_flags(subject) | native.FORM_TRANSLITERATED * form.transliterated
    if sort:
        flags &= ~native.FORM_INITIALS
    weighted = Weighted(form.tokens, weights, bool(flags & native.FORM_INITIALS), form.transliterated)
    channel = Channel.ADDRESS if sort is None else Channel.NAME
    return OurName(text, form, weighted, channel, flags, sort or NameSort.OPEN)
