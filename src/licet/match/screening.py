"""Screening: a subject and a view in, every listed party that reaches the threshold out, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from licet.match import acronyms, native
from licet.match._kernel import Mask as Forms
from licet.match.evidence import Scored, by_identifier, by_party
from licet.match.judging import Case, Judged, judge
from licet.match.subjects import address_tokens, greatest_boost, kind_flags, our_names
from licet.match.view import Marks, View
from licet.model import Match, MatchPolicy, Screened, Subject

Scorer: TypeAlias = Callable[[View, Subject, Forms, float], Scored]
"""Scores names of ours against the forms allowed; may leave out what cannot reach the cut."""


def screen(view: View, subject: Subject, policy: MatchPolicy, *, other_days: bool = False) -> Screened:
    """Return every listed party whose score reaches the threshold.

    No hit is cut off: `policy.limit` is for whoever shows them, who must also say how many are left out.

    Args:
        view: What counts, from `Corpus.view`.
        subject: Who is asked about.
        policy: Threshold and lists.
        other_days: Also return matches that do not count on the day asked about.
    """
    return screen_with(_native_scores, view, subject, policy, other_days=other_days)


def screen_many(view: View, subjects: Iterable[Subject], policy: MatchPolicy) -> Iterator[Screened]:
    """Yield `screen` of each subject, in order. What one subject finds never depends on another.

    Words met before are not looked up again, which makes many subjects much cheaper than one at a time.
    """
    for subject in subjects:
        yield screen(view, subject, policy)


def screen_with(
    scorer: Scorer, view: View, subject: Subject, policy: MatchPolicy, *, other_days: bool = False
) -> Screened:
    """Screen with a given way to score names: the candidate stage, or everything (`reference_screen`)."""
    cut = policy.threshold - greatest_boost(subject)
    counting = chosen(view, view.counting, policy)
    forms = view.known_forms if other_days else view.forms
    scored = scorer(view, subject, forms, cut)
    if not scored and not subject.identifiers and not acronyms.may_count(policy, subject):
        return Screened((), ())
    # Read by Python only now: most subjects are like no listed party, and what is shown of a name is.
    case = Case(view, subject, our_names(view.contents, subject), policy)
    hits, demoted = _split(policy, _judged(case, scored, counting, cut))
    if not other_days:
        return Screened(hits, demoted)
    elsewhen, _ = _split(policy, _judged(case, scored, chosen(view, view.elsewhen, policy), cut))
    return Screened(hits, demoted, elsewhen)


def chosen(view: View, versions: Marks, policy: MatchPolicy) -> Marks:
    """Narrow versions to the lists of the policy."""
    if not policy.lists or set(view.lists) <= set(policy.lists):
        return versions
    numbers = [place for place, list_id in enumerate(view.contents.lists) if list_id in policy.lists]
    return view.contents.versions.of_lists(versions, numbers)


def _native_scores(view: View, subject: Subject, allowed: Forms, cut: float) -> Scored:
    index = view.contents.index
    found, readings = index.search_names(subject.names, kind_flags(subject), cut, allowed)
    scored = {form: (value / native.UNIT, place) for form, value, place in found}
    for tokens in address_tokens(subject):
        for form, value in index.search(tokens, kind_flags(subject), cut, allowed):
            if value / native.UNIT > scored.get(form, (0.0, 0))[0]:
                scored[form] = value / native.UNIT, readings
        readings += 1
    return scored


def _judged(case: Case, scored: Scored, versions: Marks, cut: float) -> list[Judged]:
    named = by_party(case.view.contents, scored, cut - 1e-9, versions)
    numbered = by_identifier(case.view.contents, case.subject, versions)
    initials = (
        acronyms.by_acronym(case.view.contents, case.ours, versions)
        if acronyms.may_count(case.policy, case.subject)
        else {}
    )
    judged = []
    for key in sorted({*named, *numbered, *initials}):
        found = judge(case, named.get(key, ()), numbered.get(key, ()), initials.get(key, ()))
        if found:
            judged.append(found)
    return judged


def _split(policy: MatchPolicy, judged: list[Judged]) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Return (hits, demoted), each best first."""
    hits = [item.match for item in judged if item.match.score >= policy.threshold]
    demoted = [item.match for item in judged if item.match.score < policy.threshold <= item.evidence]
    return tuple(sorted(hits, key=_order)), tuple(sorted(demoted, key=_order))


def _order(match: Match) -> tuple[float, float, str, str]:
    return -match.score, -match.strength, match.listing.list_id, match.listing.key
