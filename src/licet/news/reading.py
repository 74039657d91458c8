"""The whole of what is read from one story."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from licet.model.news import Amount, Timex, Value
from licet.news import amounts, dates
from licet.news.claims.claim import Claim
from licet.news.claims.ground import Known
from licet.news.claims.making import claims
from licet.news.language import language_problem
from licet.news.layout import layout
from licet.news.measures.measure import Measure
from licet.news.measures.reading import measures
from licet.news.modality.gate import Gate
from licet.news.parties.party import Linker, Party
from licet.news.parties.reading import no_links, parties
from licet.news.statements.reading import statements
from licet.news.statements.statement import Statement
from licet.news.story import Story


class Reading(NamedTuple):
    """What was read from one story; every value carries its words and the rule that read it.

    Attributes:
        story: The story, with a problem `language` where it is not in English.
        parties: Who is named.
        timexes: Every time expression.
        amounts: Every amount.
        statements: What was said, by whom.
        measures: Measures spoken of.
        claims: What the story claims, made of all the above.
    """

    story: Story
    parties: tuple[Value[Party], ...]
    timexes: tuple[Value[Timex], ...]
    amounts: tuple[Value[Amount], ...]
    statements: tuple[Value[Statement], ...]
    measures: tuple[Value[Measure], ...]
    claims: tuple[Value[Claim], ...]


def read(story: Story, linker: Linker = no_links) -> Reading:
    """Read a story.

    Args:
        story: The story.
        linker: Gives the listed entities that bear a name; without one nothing is linked.
    """
    laid = layout(story)
    foreign = language_problem(laid)
    if foreign is not None:
        story = replace(story, problems=(*story.problems, foreign))
    named = parties(laid, linker)
    said = statements(laid, named)
    times, money = dates.timexes(laid), amounts.amounts(laid)
    gate = Gate(laid, named, said)
    measured = measures(laid, named, times, money, gate)
    told = claims(laid, Known(named, times, money, said, measured), gate)
    return Reading(story, tuple(named), times, money, tuple(said), tuple(measured), tuple(told))
