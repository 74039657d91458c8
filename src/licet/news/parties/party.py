"""Parties of a story and the places where it names them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from licet.model.news import Span


class PartyKind(StrEnum):
    """What a party is; an official list or journal is a publication."""

    PERSON = "person"
    ORGANISATION = "organisation"
    AUTHORITY = "authority"
    COUNTRY = "country"
    PLACE = "place"
    MEDIA = "media"
    PUBLICATION = "publication"


class Role(StrEnum):
    """The part that a party plays in a story. Only a subject is worth screening; on doubt a party is one."""

    SUBJECT = "subject"
    AUTHORITY = "authority"
    SPEAKER = "speaker"
    EXPERT = "expert"
    AFFILIATION = "affiliation"
    BYLINE = "byline"
    COUNTRY = "country"
    PLACE = "place"
    PUBLICATION = "publication"


class MentionKind(StrEnum):
    """How a story names a party."""

    NAME = "name"
    ACRONYM = "acronym"
    SHORT = "short"
    METONYM = "metonym"
    NOMINAL = "nominal"


class Mention(NamedTuple):
    """One place where a story names a party.

    Attributes:
        span: The name without article, title or possessive.
        kind: How it is named there.
        rule: Name of the rule that read it.
    """

    span: Span
    kind: MentionKind
    rule: str


class Party(NamedTuple):
    """A party of a story.

    Attributes:
        key: Key within the story; of an authority or country its key in the catalogue (`us-commerce`).
        name: Fullest name.
        kind: What it is.
        role: The part it plays.
        jurisdiction: ISO 3166-1 alpha-2 code, `EU` or `UN`; empty when unknown.
        mentions: Where it is named, in the order of the story.
        links: Ids of listed entities that bear the name.
    """

    key: str
    name: str
    kind: PartyKind
    role: Role
    jurisdiction: str
    mentions: tuple[Mention, ...]
    links: tuple[str, ...] = ()


Linker = Callable[[str, PartyKind], tuple[str, ...]]
"""Ids of the listed entities that bear a name; asked once for each name of a subject."""
