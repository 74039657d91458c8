"""Companies that would count only if an owner with a minority of blocked persons counted: an open point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from licet.model.law import Question
from licet.rules.case import Case
from licet.rules.designations import Designation
from licet.rules.freeze_owned import ANY, behind, unlisted
from licet.rules.freezes import Freeze, cascade_of, nexus_of


def minority_chains(case: Case, freeze: Freeze, found: Sequence[Designation]) -> Iterator[Question]:
    """Ask about parties whose answer rests on OFAC's examples 4 and 5, which are known from memory only."""
    law = case.book.value("us.ofac.minority_chains", case.day)
    test = freeze.test
    if law is None or test is None or not case.ownership.is_stated:
        return
    everybody = cascade_of(case, test, found)
    touched = replace(everybody, test=ANY)
    for path in unlisted(case, everybody.sure):
        node = case.ownership.nodes[path]
        narrow, wide = everybody.of_owners(node), touched.of_owners(node)
        if narrow.state(node) is not False or not test.reached(wide.share(node).high):
            continue
        yield Question(
            code="open_point",
            fact="us.ofac.minority_chains",
            sentence=f"{case.ownership.names[node]} does not count as blocked through its owners ({test}): "
            f"{wide.told(node)}. {law.value} Open point: {law.review}",
            rule=f"{freeze.rule}.ownership",
            citations=law.cite,
            decides=nexus_of(case, freeze, behind(wide, path, found)) is not False,
            party=path,
        )
