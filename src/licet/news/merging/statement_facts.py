"""Facts about what was said; one statement printed by several stories is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from licet.model.news import Span
from licet.news.claims.claim import ClaimKind
from licet.news.merging import titles
from licet.news.merging.draft import Draft, Told
from licet.news.merging.fact import Difference, DifferenceKind
from licet.news.merging.measure_facts import NO_FACTS
from licet.news.merging.pool import quoted, words
from licet.news.merging.said import LEAST_QUOTED, Said, said_of, whole_quote
from licet.news.merging.same_said import PLAIN, grouped
from licet.news.merging.strength import weakest
from licet.news.merging.view import View, first_of_each, support, within
from licet.news.modality.modality import Modality
from licet.news.statements.statement import SpeakerKind, Statement


def statement_drafts(view: View, consumed: set[tuple[str, int]]) -> Iterator[Draft]:
    """Facts about statements that are worth one; an opinion is where several stories have it.

    Args:
        view: All stories.
        consumed: Story key and number of statements that other facts tell already.
    """
    worthy: list[Said] = []
    trailing: list[Said] = []
    views: list[Said] = []
    for item in view.told(ClaimKind.STATEMENT):
        number = item.claim.statement
        statement = view.statement(item)
        if number is None or statement is None or (item.story.key, number) in consumed:
            continue
        if _is_worthy(item, statement):
            said = said_of(view, item, statement)
            (trailing if _goes_on(item, statement) else worthy).append(said)
        elif item.claim.modality in NO_FACTS and statement.speaker.kind is SpeakerKind.NAMED:
            views.append(said_of(view, item, statement))
    for members in grouped(view, worthy):
        yield from _facts(view, members, trailing)
    for members in grouped(view, views):
        if len({said.told.story.key for said in members}) > 1:
            yield from _facts(view, members, ())


def _is_worthy(item: Told, statement: Statement) -> bool:
    """Whether a statement makes a fact: no opinion, no prediction, no rumour that touches no measure."""
    modality = item.claim.modality
    if modality in NO_FACTS or statement.speaker.kind is SpeakerKind.UNKNOWN:
        return False
    if statement.speaker.kind is SpeakerKind.ANONYMOUS:
        printed = sum(len(words(quoted(span.text) or whole_quote(span))) for span in statement.content)
        return modality not in PLAIN or bool(statement.speaker.of) or printed >= LEAST_QUOTED
    return True


def _goes_on(item: Told, statement: Statement) -> bool:
    """Whether a statement only goes on in one sentence with another one of the speaker (", saying ...")."""
    if "participle" not in item.claim.rule or item.claim.modality not in PLAIN:
        return False
    return any(
        other is not statement and other.source == statement.source and other.speaker == statement.speaker
        for other in (value.value for value in item.story.reading.statements)
    )


def _facts(view: View, said: list[Said], trailing: Iterable[Said]) -> Iterator[Draft]:
    told = [item.told for item in said]
    shortest = min(said, key=lambda item: (item.text.startswith("to "), len(item.text)))
    draft = Draft(
        ClaimKind.STATEMENT,
        titles.statement(view, shortest.told, shortest.speaker or said[0].speaker, shortest.text),
        told,
        measure=next((item.measure for item in said if item.measure), ""),
        parties=tuple(dict.fromkeys(key for item in told for key in view.named(item))),
        one_source=True,
    )
    for item in trailing:
        same = [part for part in told if part.story is item.told.story]
        if any(_source(view, part) == _source(view, item.told) for part in same):
            draft.told.append(item.told)
            draft.modality = draft.modality or said[0].told.claim.modality
    rest = _rest(said)
    if rest:
        longer = {id(item) for item, _ in rest}
        short = [item.claim.modality for item in told if id(item) not in longer]
        draft.modality = weakest(short) if short else Modality.STATED
    draft.differences.extend(_extent(said))
    draft.differences.extend(offices(view, said))
    kept: dict[int, list[Span]] = {id(item): spans for item, spans in rest}
    if rest:
        draft.spans = [
            part
            for item in draft.told
            for part in item.supports(_without(item.claim.support, kept.get(id(item), [])))
        ]
    yield draft
    for longer_one, spans in rest:
        yield from _only_here(view, longer_one, spans)


def _source(view: View, item: Told) -> Span | None:
    statement = view.statement(item)
    return statement.source if statement else None


def _rest(said: list[Said]) -> list[tuple[Told, list[Span]]]:
    """Sentences of a printed statement that only one story prints."""
    stories = {item.told.story.key for item in said}
    if len(stories) < 2:
        return []
    found: list[tuple[Told, list[Span]]] = []
    for item in said:
        if not item.is_wording:
            continue
        others = Counter[str]()
        for other in said:
            if other.told.story is not item.told.story:
                others |= Counter(words(other.text))
        spans = [
            span
            for span in _sentences(item.told)
            if 2 * (Counter(words(span.text)) & others).total() < len(words(span.text))
        ]
        if spans:
            found.append((item.told, spans))
    return found


def _sentences(item: Told) -> Iterator[Span]:
    """The sentences of what a statement says."""
    text = item.story.reading.story.text
    for span in item.claim.support:
        start = span.start
        for place in range(span.start, span.end - 1):
            if text[place] in ".!?" and text[place + 1] == " " and text[place + 2 : place + 3].isupper():
                yield Span.within(text, start, place + 1)
                start = place + 2
        yield Span.within(text, start, span.end)


def _without(spans: Iterable[Span], out: list[Span]) -> list[Span]:
    """Contents of a statement up to the first sentence that others do not print."""
    if not out:
        return list(spans)
    found = []
    for span in spans:
        end = min((item.start for item in out if span.start <= item.start < span.end), default=span.end)
        if end > span.start:
            found.append(Span(span.start, end, span.text[: end - span.start]))
    return found or list(spans)


def _only_here(view: View, item: Told, spans: list[Span]) -> Iterator[Draft]:
    """What only the longer print of a statement says of a measure: told by one story."""
    about = [
        part
        for part in view.told(ClaimKind.MEASURE)
        if part.story is item.story and any(within(part.claim.support[0], [span]) for span in spans)
    ]
    about = [part for part in about if part.claim.modality not in NO_FACTS]
    if not about:
        return
    own = [
        part
        for part in about
        if not part.claim.modality.effective and part.claim.modality is not Modality.CLAIMED
    ]
    cluster = view.cluster((own or about)[0])
    kept = [span for span in spans if any(within(part.claim.support[0], [span]) for part in about)]
    yield Draft(
        ClaimKind.STATEMENT,
        titles.statement(view, item, view.party(item), kept[0].text),
        [item],
        measure=cluster.merged.key if cluster else "",
        parties=view.named(item),
        modality=own[0].claim.modality if own else Modality.STATED,
        spans=item.supports(kept),
    )


def _extent(said: list[Said]) -> Iterator[Difference]:
    """One story prints more of a statement than another."""
    by_story = {item.told.story.key: item for item in reversed(said)}
    sizes = {key: len(words(item.text)) for key, item in by_story.items()}
    if (
        len(sizes) > 1
        and max(sizes.values()) != min(sizes.values())
        and all(item.is_wording for item in said)
    ):
        sides = tuple(support(item.told, item.told.claim.support[0]) for item in reversed(by_story.values()))
        yield Difference(
            DifferenceKind.EXTENT, "how much is printed", sides, "compare: extent of a statement"
        )


def offices(view: View, said: list[Said]) -> Iterator[Difference]:
    """Stories give a speaker different offices."""
    keys = {item.told.story.key for item in said}
    found = [item for item in view.offices(said[0].speaker) if item.story.key in keys]
    if len({item.claim.value for item in found}) > 1:
        sides = tuple(support(item, item.claim.support[0]) for item in first_of_each(found))
        who = titles.short(view.show(said[0].speaker))
        yield Difference(DifferenceKind.ATTRIBUTE, f"office of {who}", sides, "compare: offices")
