"""Claims of what a party is: its seat, how many it employs, what it makes, how it ranks, an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from licet.model.news import AmountKind, Span
from licet.news import numbers
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.claims.ground import Ground, Named
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ORGANISATION, _PERSON = PartyKind.ORGANISATION, PartyKind.PERSON

_LONGEST = 260
"""Code points of an apposition or relative clause at most."""
_OPENS = re.compile(
    r"\s*,\s+(?=(?:an?|the|which|another|one|based|headquartered|whose)\s)"
    r"|\s+(?=(?:employs|is based|is headquartered)\s)",
    re.IGNORECASE,
)
_MADE = r"(?P<made>[^,.;()\"“”]{3,80}?)(?=\s+(?:based|headquartered|that|which|who|in|with)\b|[,.;()\"“”]|$)"
_PATTERNS = (
    (
        "based_in",
        re.compile(
            r"\b(?:based|headquartered)\s+(?:in|at)\s+(?P<made>[^,.;()]{2,40}?)"
            r"(?=\s+(?:that|which|with|and)\b|[,.;()]|$)"
        ),
    ),
    (
        "supplies",
        re.compile(
            r"\b(?:supplier|maker|manufacturer|producer|provider|distributor|seller|exporter)s?\s+of\s+"
            + _MADE
        ),
    ),
    ("supplies", re.compile(r"\b(?:supplied|supplies|makes|produces|sells|manufactures)\s+" + _MADE)),
    (
        "rank",
        re.compile(
            r"^(?:(?:which|who) is )?(?P<made>(?:the\s+)?(?:world|country|nation|region|[A-Z]\w+)['’]s\s+"
            r"(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[\s-]+)?"
            r"(?:largest|biggest|leading|top)\b[^,.;()]{0,60})"
        ),
    ),
)
_COUNTED = frozenset(("employees", "employee", "workers", "people", "staff"))
_GAPS = re.compile(r"[\s-]+")
_BEHIND = re.compile(r",\s*(?:an?|the)?\s*")
_SALES = re.compile(r"\b(?:sales|revenues?|turnover)\b")
_EMPLOYS = re.compile(r"\b(?:employs|employees|workers|staff|workforce)\b")


def of_organisations(ground: Ground) -> Iterator[Claim]:
    """What an apposition or relative clause behind a name tells of an organisation."""
    for item in ground.mentions:
        if item.party.kind is not _ORGANISATION:
            continue
        part = _apposition(ground, item)
        if part is None:
            continue
        for predicate, value, span in _told(ground, part):
            yield Claim(
                kind=ClaimKind.ATTRIBUTE,
                subject=item.party.key,
                predicate=predicate,
                value=value,
                support=(span, ground.span(item.start, part.end)),
                modality=Modality.REPORTED,
                rule=f"attribute: {predicate.replace('_', ' ')}",
                statement=ground.statement_at(item.start),
            )


def _apposition(ground: Ground, item: Named) -> Span | None:
    """The words behind a name that tell what it is, up to the comma that ends them."""
    text = ground.laid.story.text
    opened = _OPENS.match(text, item.end)
    if opened is None or ground.laid.quote_at(item.start):
        return None
    sentence = ground.sentence_at(item.start)
    if sentence is None:
        return None
    limit = min(sentence.end, opened.end() + _LONGEST)
    comma = text.find(", ", opened.end(), limit)
    end = comma if comma > 0 else limit
    while end > opened.end() and text[end - 1] in ".!?,; ":
        end -= 1
    return ground.span(opened.end(), end) if end > opened.end() else None


def _told(ground: Ground, part: Span) -> Iterator[tuple[str, str, Span]]:
    """Predicate, normal value and words of each thing that an apposition tells."""
    if _EMPLOYS.search(part.text):
        for value in ground.amounts_between(part.start, part.end):
            span, amount = value.spans[0], value.value
            if (
                amount.kind is AmountKind.COUNT
                and part.start <= span.start < part.end
                and amount.unit in _COUNTED
            ):
                figure = f"{amount.bound.value} {numbers.plain(amount.value)}"
                yield "employees", figure, ground.span(part.start, max(part.end, span.end))
                break
    if _SALES.search(part.text):
        for value in ground.amounts_between(part.start, part.end):
            amount = value.value
            if amount.kind is AmountKind.MONEY:
                figure = f"{amount.bound.value} {numbers.plain(amount.value)} {amount.unit}"
                yield "sales", figure, part
                break
    for predicate, pattern in _PATTERNS:
        match = pattern.search(part.text)
        if match:
            start = part.start + match.start()
            yield predicate, _normal(match["made"]), ground.span(start, part.start + match.end())


def _normal(text: str) -> str:
    words = _GAPS.sub(" ", text.casefold().replace("’", "'")).strip()
    return words.removeprefix("the ")


def of_persons(ground: Ground) -> Iterator[Claim]:
    """The office that a story gives to a speaker, before the name or behind it."""
    done: set[str] = set()
    for number, value in enumerate(ground.said):
        told = value.value
        party = ground.party.get(told.speaker.party)
        if told.source is None or party is None or party.kind is not _PERSON or party.key in done:
            continue
        span = _office(ground, told.source, party.key)
        if span is None:
            continue
        done.add(party.key)
        yield Claim(
            kind=ClaimKind.ATTRIBUTE,
            subject=party.key,
            predicate="office",
            value=_normal(span.text),
            support=(span,),
            modality=Modality.REPORTED,
            rule="attribute: office",
            statement=number,
        )


def _office(ground: Ground, source: Span, key: str) -> Span | None:
    """The words of a source that tell an office."""
    named = [item for item in ground.named_between(source.start, source.end) if item.party.key == key]
    if not named:
        return None
    text = ground.laid.story.text
    before = text[source.start : named[0].start]
    if len(before.strip()) > 2:
        return ground.span(source.start, source.start + len(before.rstrip(" ,")))
    behind = _BEHIND.match(text[named[0].end : source.end])
    if behind and named[0].end + behind.end() < source.end:
        end = source.end
        while text[end - 1] in ", ":
            end -= 1
        start = named[0].end + behind.end()
        return ground.span(start, end) if end > start and not text.startswith("of ", start) else None
    return None
