"""What ends a measure on the day after its last, in the words of its life."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from licet.model.law import Finding
from licet.model.rulebook import Rulebook


def with_ending(finding: Finding, book: Rulebook) -> Finding:
    """Return a finding with what is known to end it; without a measure or an end it stays as it is."""
    last, measure = finding.in_force.last, book.measures.get(finding.measure)
    if last is None or measure is None or finding.then:
        return finding
    after = last + timedelta(days=1)
    event = next((item for item in measure.life if item.on == after), None)
    if event is None:
        return finding
    cites = book.cites(event)
    told = f" ({cites[0]})" if cites else ""
    return replace(finding, then=f"{event.kind.replace('_', ' ')} on {after.isoformat()}{told}")
