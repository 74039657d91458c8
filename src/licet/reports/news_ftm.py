"""What was read of a story as FollowTheMoney entities: an article, who is named in it, and what it tells.

Nothing of a story becomes a `Sanction` or carries a topic: in FollowTheMoney these say that somebody is
sanctioned, and a story is no law. A measure is an `Event` whose summary says how it stands, and a listed
entity that bears the same name is named in a note, not merged. Schemata and properties: the FollowTheMoney
model, version 4 (`Article`, `Mention`, `Event`, `Person`, `Organization`, `PublicBody`, `LegalEntity`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from licet.news.measures.measure import Measure
from licet.news.parties.party import Party, PartyKind, Role
from licet.news.story import DATE_LINE
from licet.reports.news_words import modality_words, one_line, party_names, worded
from licet.usecases.read import Told

Entity = dict[str, Any]

_SCHEMATA = {
    PartyKind.PERSON: "Person",
    PartyKind.ORGANISATION: "Organization",
    PartyKind.AUTHORITY: "PublicBody",
    PartyKind.MEDIA: "Organization",
}
"""Countries and places are no entities of a case; they stand as countries of what names them."""
_TITLE = 200
"""Characters of a story that stand for a title it does not have."""
_SIDE = frozenset((Role.BYLINE, Role.COUNTRY, Role.PLACE))


def build(told: Told) -> list[Entity]:
    """Return the entities of a story: the article first, then parties with their mentions, then measures."""
    article = _article(told)
    named = [value.value for value in told.reading.parties]
    kept = {party.key: party for party in named if party.kind in _SCHEMATA and party.role not in _SIDE}
    ids = {key: _id("party", str(party.kind), party.name) for key, party in kept.items()}
    found = [article]
    for key, party in kept.items():
        found.append(_party(party, ids[key], article["id"], told))
        found.append(_mention(party, ids[key], article["id"]))
    places = {party.key: party.jurisdiction for party in named if party.jurisdiction}
    found += [_event(value.value, ids, places, told) for value in told.reading.measures]
    return found


def _id(*parts: str) -> str:
    """Return an id that is the same for the same thing: a hash of what makes it."""
    said = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"licet-news-{hashlib.sha256(said).hexdigest()[:32]}"


def _entity(key: str, schema: str, **properties: list[str]) -> Entity:
    kept = {name: _clean(values) for name, values in sorted(properties.items())}
    return {"id": key, "schema": schema, "properties": {name: item for name, item in kept.items() if item}}


def _clean(values: list[str]) -> list[str]:
    """Return values without empty ones and repetitions; a lone surrogate is no character."""
    said = (value.encode("utf-8", "replace").decode("utf-8").replace("\x00", "") for value in values)
    return list(dict.fromkeys(item for item in said if item.strip()))


def _raw(told: Told) -> bytes:
    return told.story.text.encode("utf-8", "surrogatepass")


def _article_id(told: Told) -> str:
    return _id("story", hashlib.sha256(_raw(told)).hexdigest())


def _article(told: Told) -> Entity:
    story = told.story
    raw = _raw(told)
    # FollowTheMoney names SHA-1 for this property; it tells copies apart and secures nothing.
    checksum = hashlib.sha1(raw, usedforsecurity=False).hexdigest()
    head = DATE_LINE.match(story.text)
    words = " ".join(story.text[head.end() if head else 0 :][: 4 * _TITLE].split())
    title = " ".join(story.title.split()) or words[:_TITLE].rstrip()
    return _entity(
        _article_id(told),
        "Article",
        name=[title],
        title=[title],
        publishedAt=[story.dated.isoformat() if story.dated else ""],
        publisher=[story.outlet],
        sourceUrl=[story.url],
        contentHash=[checksum],
        fileName=[] if story.url else [told.source.replace("\\", "/").rpartition("/")[2]],
        namesMentioned=[value.value.name for value in told.reading.parties],
    )


def _party(party: Party, key: str, article: str, told: Told) -> Entity:
    own = " ".join(party.name.split())
    other = [" ".join(item.span.text.split()) for item in party.mentions if item.kind.value != "nominal"]
    country = party.jurisdiction.lower() if len(party.jurisdiction) == 2 else ""
    notes = [f"Role in the story: {worded(party.role)}."]
    notes += [
        f"A listed entity bears this name: {told.links[item].caption} ({item})."
        for item in party.links
        if item in told.links
    ]
    return _entity(
        key,
        _SCHEMATA[party.kind],
        name=[own],
        alias=[item for item in other if item != own],
        country=[country],
        proof=[article],
        notes=notes,
    )


def _mention(party: Party, key: str, article: str) -> Entity:
    forms = [" ".join(item.span.text.split()) for item in party.mentions if item.kind.value != "nominal"]
    return _entity(
        _id("mention", article, key),
        "Mention",
        document=[article],
        resolved=[key],
        name=forms,
        detectedSchema=[_SCHEMATA[party.kind]],
    )


def _event(measure: Measure, ids: dict[str, str], places: dict[str, str], told: Told) -> Entity:
    article = _article_id(told)
    names = party_names(told.reading)
    whom = ", ".join(names.get(key, key) for key in measure.targets)
    name = f"{worded(measure.type).capitalize()}{f' against {whom}' if whom else ''}"
    standing = modality_words(measure.standing.modality)
    text = [one_line((item.trigger,)) for item in measure.mentions]
    days = list(_days(measure))
    return _entity(
        _id("measure", article, measure.key),
        "Event",
        name=[name],
        summary=[f"A story tells of it: {standing}. No legal effect follows from a story."],
        date=days,
        organizer=[ids[key] for key in measure.imposers if key in ids],
        involved=[ids[key] for key in measure.targets if key in ids],
        country=[
            code.lower()
            for key in (*measure.imposers, *measure.targets)
            if len(code := places.get(key, "")) == 2
        ],
        keywords=[worded(measure.type), worded(measure.standing.modality)],
        notes=[f"Words of the story: {'; '.join(text)}"],
        publisher=[told.story.outlet],
        sourceUrl=[told.story.url],
        proof=[article],
    )


def _days(measure: Measure) -> Iterator[str]:
    """Yield the days, months and years that the story gives; FollowTheMoney takes them in this form."""
    for item in measure.mentions:
        for slot in item.slots:
            if slot.name.value == "date" and _is_day(slot.value):
                yield slot.value


def _is_day(value: str) -> bool:
    parts = value.split("-")
    return (
        len(parts) in {1, 2, 3}
        and [len(part) for part in parts] == [4, 2, 2][: len(parts)]
        and all(part.isdecimal() and part.isascii() for part in parts)
    )
