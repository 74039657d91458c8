"""Refusals to comment: "did not respond", "declined to comment", "could not be reached"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.statements.clauses import Clause
from licet.news.statements.draft import Draft

_AUXILIARIES = frozenset(("did", "could", "had", "didn't", "couldn't", "have", "has", "haven't", "hasn't"))
REFUSING = frozenset(("declined", "refused", "not", "no", "didn't", "couldn't", "haven't", "hasn't"))
"""Without any of them a sentence refuses nothing."""
_REFUSES = _AUXILIARIES | {"declined", "refused"}

_ANSWERS = frozenset(("respond", "responded", "reply", "replied", "comment", "answer", "return", "returned"))
_ASKED = listed(
    "request requests email emails e-mail e-mails call calls questions query queries inquiry inquiries"
    " enquiry enquiries comment comments"
)
"""What a reporter asks with, or for: a letter alone may be anybody's."""


def no_comment(clause: Clause) -> Draft | None:
    """Read "did not respond", "declined to comment", "could not be reached", "no comment from"."""
    low, sentence = clause.low, clause.sentence
    for number in clause.among(_REFUSES, sentence.first, sentence.last):
        if clause.is_quoted(number):
            continue
        word, end = low(number), 0
        if (
            word in {"declined", "refused"}
            and low(number + 1) == "to"
            and low(number + 2) in {"comment", "say"}
        ):
            end = number + 3
        elif word in _AUXILIARIES:
            end = _refusal(clause, number)
        if end:
            source = clause.subject(number, clause.sentence.first)
            if source:
                return Draft("no comment", [], source, (number, end), no_comment=True)
    return None


def _refusal(clause: Clause, number: int) -> int:
    """One past the verb of a refusal that begins at an auxiliary; 0 for none."""
    negative = clause.low(number).endswith("n't") or clause.low(number + 1) in {"not", "no"}
    if not negative:
        return 0
    words = [clause.low(number + offset) for offset in range(7)]
    if "comment" in words[1:4] and words[1] == "no":
        return number + 3
    for offset, word in enumerate(words[1:5], 1):
        if word in _ANSWERS:
            rest = (clause.low(number + offset + more) for more in range(1, 9))
            if word == "comment" or not _ASKED.isdisjoint(rest):
                return number + offset + 1
        if word == "reached":
            return number + offset + 1
    return 0
