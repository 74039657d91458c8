"""Remarks of OFAC's CSV files: labelled values in prose, parted by semicolons, closed by a full stop.

A segment with a known label becomes a value of the listing; one with a label of the usual shape that is not
known becomes an identifier of unknown kind with a problem, or a detail; anything else is prose and stays in
the remarks, which are kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from licet.lists.formats.ofac_dates import read_date
from licet.lists.formats.ofac_identifiers import country_of, names_no_country, read_identifier
from licet.lists.formats.ofac_labels import Bucket, Label, find_label, slug
from licet.lists.formats.ofac_party import Finding, Value
from licet.model import IdentifierKind, Link, Name, NameKind

_WEB = re.compile(r"(?:www\.|https?://)\S+")
_EMAIL = re.compile(r"[^\s@:]+@[^\s@]+\.[^\s@]+")
_WORLDWIDE = re.compile(r"all (?:offices|branches) worldwide", re.IGNORECASE)
_ALIAS = re.compile(r"'(.*)'")
_GENDERS = {"male": "male", "female": "female"}
_NUMBERED = re.compile(
    r"(?:[Aa]lt\. )?([A-Z][^;:]{1,60}?(?:No\.|Number|#|ID|Code|Card|Identification)):? (\S*\d.*)"
)
_TITLED = re.compile(r"(?:[Aa]lt\. )?([A-Z][A-Za-z'/() -]{2,40}): (\S.*)")
# OFAC writes one full stop where a name that ends in one closes the remarks. Which names do was measured on
# the XML of 2024-05-07, which tells: "S.A.", "CO.", "CO., LTD." mostly do; "CORP", "INC", "CO LTD" do not.
_ABBREVIATION = re.compile(r"(?:.*[ ,.])?(?:[A-Z]\.[A-Z]|CO\.,? LTD|CO|EN C)")


def segments_of(remarks: str) -> list[str]:
    """Split whole remarks into segments, without the full stop that closes them."""
    body = remarks.strip()
    if body.endswith(".") and not _ABBREVIATION.fullmatch(body[:-1].rpartition("; ")[2]):
        body = body[:-1]
    return [segment for part in body.split("; ") if (segment := part.strip(" ;"))]


@lru_cache(maxsize=1 << 17)
def read_segment(segment: str, *, person: bool = False) -> Finding:
    """Return what one segment of the remarks says.

    Args:
        segment: Such as `alt. Passport 1084010 (Egypt)`; in XML, the type and the value of an id, joined.
        person: The party is a natural person.
    """
    found = find_label(segment)
    if found:
        return read_labelled(found[0], found[1], person=person)
    if numbered := _NUMBERED.fullmatch(segment):
        finding = unknown_label(numbered[1], numbered[2], person=person)
        if finding.bucket is Bucket.IDENTIFIER:
            return finding
    if titled := _TITLED.fullmatch(segment):
        return Finding(Bucket.DETAIL, (slug(titled[1]), titled[2]))
    return _bare(segment)


def unknown_label(words: str, text: str, *, person: bool) -> Finding:
    """Return the value under a label that is not known: an identifier of unknown kind, with a problem."""
    label = Label(words, Bucket.IDENTIFIER, IdentifierKind.OTHER.value)
    identifier = read_identifier(label, text, person=person)
    message = f"the label {words!r} is not known; kept as an identifier of unknown kind"
    if identifier is None:
        return Finding(Bucket.DETAIL, (slug(words) or "unlabelled", text), ("unknown_label", message))
    return Finding(Bucket.IDENTIFIER, identifier, ("unknown_label", message))


def _bare(segment: str) -> Finding:
    """Read a segment without a label: contacts show by themselves what they are."""
    if _WEB.fullmatch(segment):
        return Finding(Bucket.CONTACT, f"website:{segment}")
    if _EMAIL.fullmatch(segment):
        return Finding(Bucket.CONTACT, f"email:{segment}")
    if _WORLDWIDE.fullmatch(segment):
        return Finding(Bucket.DETAIL, ("scope", segment))
    return Finding(Bucket.PROSE, segment)


def read_labelled(label: Label, text: str, *, person: bool) -> Finding:
    """Return what the text after a label says; where it is not understood, prose with a problem."""
    if label.bucket is Bucket.COUNTRY:
        return read_country(label.what, text)
    value = _VALUES[label.bucket](label, text, person)
    if value is None:
        message = f"{label.words}: {text[:80]!r} was not understood; it is kept verbatim"
        return Finding(Bucket.PROSE, text, (_CODES[label.bucket], message))
    return Finding(label.bucket, value)


def read_country(what: str, text: str) -> Finding:
    """Return a country as its code; one that is not known becomes a detail, with a problem.

    Args:
        what: `nationality`, `citizenship`, `flag` or `registration`.
        text: The publisher's name of the country.
    """
    code = country_of(text)
    if code:
        return Finding(Bucket.COUNTRY, code)
    if names_no_country(text):
        return Finding(Bucket.DETAIL, (what, text))
    return Finding(Bucket.DETAIL, (what, text), ("unknown_country", f"{what}: {text!r} is no known country"))


def _alias(label: Label, text: str) -> Name | None:
    quoted = _ALIAS.fullmatch(text)
    return Name(quoted[1].strip(), NameKind(label.what), weak=True) if quoted else None


_VALUES: dict[Bucket, Callable[[Label, str, bool], Value | None]] = {
    Bucket.IDENTIFIER: lambda label, text, person: read_identifier(label, text, person=person),
    Bucket.BIRTH_DATE: lambda _label, text, _person: read_date(text),
    Bucket.GENDER: lambda _label, text, _person: _GENDERS.get(text.lower()),
    Bucket.NAME: lambda label, text, _person: _alias(label, text),
    Bucket.LINK: lambda label, text, _person: Link(label.what, text),
    Bucket.CONTACT: lambda label, text, _person: f"{label.what}:{text}",
    Bucket.DETAIL: lambda label, text, _person: (label.what, text),
    Bucket.BIRTH_PLACE: lambda _label, text, _person: text,
}
_CODES = {
    Bucket.IDENTIFIER: "unclear_identifier",
    Bucket.BIRTH_DATE: "bad_date",
    Bucket.GENDER: "unknown_gender",
    Bucket.NAME: "unclear_alias",
}
