"""Companies that blocked persons owned until lately: not blocked by ownership any more, if the sale holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from licet.model.law import Finding, Flag, Outcome, Question, Result
from licet.model.rulebook import Dated
from licet.rules.cascade import Cascade
from licet.rules.case import Case
from licet.rules.designations import Designation
from licet.rules.freeze_owned import behind, unlisted
from licet.rules.freezes import Freeze, by_nexus, cascade_of, nexus_of
from licet.rules.ownership import Ended
from licet.rules.ternary import some


def divested(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Result]:
    """Yield care, a question or a finding for parties that counted as blocked before a change of owners."""
    law = case.book.value("us.ofac.divestment", case.day)
    test = freeze.test
    if law is None or test is None or not case.ownership.is_stated or not case.ownership.ended:
        return
    everybody = cascade_of(case, test, found)
    for path in unlisted(case, everybody.sure):
        today = everybody.of_owners(case.ownership.nodes[path])
        if today.state(today.ownership.nodes[path]) is False:
            before = _last_reached(case, today, path)
            if before is not None:
                yield from _sale(case, freeze, (path, before, law), found)


def _last_reached(case: Case, today: Cascade, path: str) -> Cascade | None:
    """Return what the regime reached on the last earlier day on which it reached a party."""
    for day in reversed(case.ownership.earlier_days):
        earlier = replace(today, ownership=case.ownership.on(day))
        if earlier.state(earlier.ownership.nodes[path]) is True:
            return earlier
    return None


def _sale(
    case: Case, freeze: Freeze, what: tuple[str, Cascade, Dated], found: Sequence[Designation]
) -> Iterator[Result]:
    path, before, law = what
    sold = _sold(case, before, path)
    abroad = some(item.sold_in_us for item in sold)
    day = before.ownership.day
    name = before.ownership.names[before.ownership.nodes[path]]
    lead = f"{name} counted as blocked through its owners up to {day} ({_told(before, path)})"
    facts = ", ".join(f"{item.path}.sold_in_us" for item in sold)
    owners = behind(before, path, found)
    if abroad is False:
        yield Flag(
            code="divested",
            sentence=f"{lead}; since then it does not, by a sale wholly outside the United States as stated. "
            "Property that was blocked before stays blocked; make sure that the sale is real.",
            citations=law.cite,
            party=path,
        )
    elif abroad is None:
        yield Question(
            code="missing_fact",
            fact=facts,
            sentence=f"{lead}. It is free of that only if the sale was wholly outside US jurisdiction; that "
            "is not stated.",
            rule=f"{freeze.rule}.divestment",
            citations=law.cite,
            decides=nexus_of(case, freeze, owners) is not False,
            party=path,
        )
    else:
        finding = Finding(
            kind=freeze.kind,
            rule=f"{freeze.rule}.divestment",
            outcome=Outcome.BLOCKED,
            regime=freeze.regime,
            sentence=f"{lead}, and the sale touched the United States: it does not end that.",
            citations=tuple(dict.fromkeys((*freeze.citations, *law.cite))),
            authority=freeze.authority,
            party=path,
            escapes=(freeze.escape,),
            confidence=law.confidence,
        )
        yield from by_nexus(case, freeze, finding, tuple(code for item in owners for code in item.programmes))


def _sold(case: Case, before: Cascade, path: str) -> tuple[Ended, ...]:
    """Return the stakes by which a party was reached and that have ended since."""
    stakes = {(item.owner, item.owned) for item in before.because(before.ownership.nodes[path])}
    day = before.ownership.day
    return tuple(
        item for item in case.ownership.ended if (item.owner, item.owned) in stakes and item.until >= day
    )


def _told(before: Cascade, path: str) -> str:
    return before.told(before.ownership.nodes[path])
