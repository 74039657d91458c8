"""Several stories become one timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from licet.news.claims.claim import ClaimKind
from licet.news.claims.effects import TAKES_EFFECT
from licet.news.measures.measure import SlotName
from licet.news.merging.details import detail_drafts
from licet.news.merging.draft import Draft
from licet.news.merging.event_facts import event_drafts
from licet.news.merging.fact import Fact, MergedMeasure, Timeline
from licet.news.merging.figure_facts import figure_drafts
from licet.news.merging.measure_facts import measure_drafts
from licet.news.merging.pool import letters, tellings
from licet.news.merging.sources import Sources, paper
from licet.news.merging.standing import OPEN
from licet.news.merging.state_facts import attribute_drafts, silence_drafts, state_drafts
from licet.news.merging.statement_facts import statement_drafts
from licet.news.merging.view import View, within
from licet.news.modality.modality import Modality
from licet.news.parties.party import PartyKind
from licet.news.reading import Reading


def merge(readings: Sequence[Reading]) -> Timeline:
    """Merge the readings of several stories.

    Args:
        readings: What was read of each story, in any order: the facts are the same, only the keys of the
            stories follow the order given (`A` for the first).

    Returns:
        The facts in the order of time, with how far the stories agree; no fact has any legal effect.
    """
    stories = tellings(readings)
    view = View(stories)
    measured = list(measure_drafts(view))
    events = list(event_drafts(view))
    details = list(detail_drafts(view))
    said = list(statement_drafts(view, _consumed(view, [*measured, *details], events)))
    measured = _absorbed(view, measured, said)
    drafts = [
        *measured,
        *details,
        *events,
        *said,
        *state_drafts(view),
        *attribute_drafts(view),
        *silence_drafts(view),
    ]
    figures = list(figure_drafts(view, drafts))
    drafts = [*_untold(drafts, figures), *figures]
    order = {letters(number): number for number in range(len(readings))}
    sources = Sources(stories)
    facts = sorted((draft.fact(sources, order) for draft in drafts), key=_time)
    return Timeline(
        stories=tuple(order),
        facts=tuple(replace(fact, key=f"f{number}") for number, fact in enumerate(facts, start=1)),
        measures=tuple(_in_order(cluster.merged, order) for cluster in view.clusters),
        parties=dict(sorted(view.parties.items(), key=lambda item: (order[item[0][0]], item[0][1]))),
        claims={
            letters(number): tuple(value.value for value in reading.claims)
            for number, reading in enumerate(readings)
        },
    )


def _time(fact: Fact) -> tuple[bool, date, date]:
    """Order of time: what ends first comes first, what has no day comes last."""
    first, last = fact.first or fact.last, fact.last or fact.first
    return first is None, first or date.max, last or date.max


def _in_order(measure: MergedMeasure, order: dict[str, int]) -> MergedMeasure:
    return replace(measure, parts=tuple(sorted(measure.parts, key=lambda part: (order[part[0]], part[1]))))


def _consumed(view: View, measured: list[Draft], events: list[Draft]) -> set[tuple[str, int]]:
    """Statements that another fact tells: an event that is announced, an accusation that is the reason."""
    found = {
        (item.story.key, item.claim.statement)
        for draft in events
        for item in draft.told
        if item.claim.statement is not None
    }
    for draft in measured:
        for item in draft.told:
            number = item.claim.statement
            if (
                item.claim.kind is not ClaimKind.SLOT
                or item.claim.predicate not in (SlotName.REASON, TAKES_EFFECT)
                or number is None
            ):
                continue
            statement = view.statement(item)
            whole = statement and all(within(span, item.claim.support) for span in statement.content)
            if whole or item.claim.modality is Modality.ACCUSED:
                found.add((item.story.key, number))
    return found


def _untold(drafts: list[Draft], figures: list[Draft]) -> list[Draft]:
    """The facts without statements of nobody who is named of which all that they say is told as figures."""
    known = {(item.story.key, item.claim.statement) for figure in figures for item in figure.told}
    return [
        draft
        for draft in drafts
        if draft.kind is not ClaimKind.STATEMENT
        or any(
            item.claim.subject or (item.story.key, item.claim.statement) not in known for item in draft.told
        )
    ]


def _absorbed(view: View, measured: list[Draft], said: list[Draft]) -> list[Draft]:
    """Let what a story tells in its own voice of a pledge or threat stand with the statement that made it.

    What unnamed persons or another outlet tell of a plan stands with the plan.

    Args:
        view: All stories.
        measured: Facts about measures.
        said: Facts about statements; they gain the words of those that are absorbed.

    Returns:
        The facts about measures that stand for themselves.
    """
    kept = []
    outlets = {paper(story).casefold() for story in view.stories} - {""}
    for draft in measured:
        for report in [item for item in said if _tells_of(view, item, draft, outlets)]:
            draft.days = draft.interval()
            draft.told.extend(report.told)
            draft.spans.extend(report.supports())
            said.remove(report)
        home = next((item for item in said if _is_of(draft, item)), None)
        if home is None or draft.kind is not ClaimKind.MEASURE:
            kept.append(draft)
            continue
        home.spans = [*home.supports(), *draft.spans]
        home.told.extend(draft.told)
    return kept


def _tells_of(view: View, report: Draft, draft: Draft, outlets: set[str]) -> bool:
    """Whether unnamed persons, or an outlet that is cited, tell what a measure's fact tells as planned."""
    if draft.kind is not ClaimKind.MEASURE or draft.measure != report.measure or draft.standing not in OPEN:
        return False
    told_by = {item.story.key for item in draft.told}
    for item in report.told:
        party = view.read(item, item.claim.subject)
        if party is not None and (
            party.kind is PartyKind.MEDIA or party.name.removeprefix("The ").casefold() in outlets
        ):
            continue
        unnamed = item.claim.subject.startswith("unnamed")
        if not unnamed or report.standing is not draft.standing or item.story.key not in told_by:
            return False
    return True


def _is_of(draft: Draft, statement: Draft) -> bool:
    """Whether a measure's fact is what a statement says."""
    if (
        draft.standing.effective
        or draft.measure != statement.measure
        or statement.standing is not draft.standing
    ):
        return False
    speakers = set(statement.parties[:1])
    return any(party in speakers for party in draft.parties)
