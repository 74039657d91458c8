"""The oracle: everything is scored by the same scorer, with no candidate stage. Slow, and plainly right."""

from __future__ import annotations

from licet.match._kernel import Mask
from licet.match.alignment import Alike
from licet.match.evidence import Scored, score_forms
from licet.match.screening import screen_with
from licet.match.similarity import similarity
from licet.match.subjects import our_names
from licet.match.view import View
from licet.model import MatchPolicy, Screened, Subject


def reference_screen(
    view: View, subject: Subject, policy: MatchPolicy, *, other_days: bool = False
) -> Screened:
    """Return what `screen` must return: each of our tokens meets each listed word, each name each form."""
    return screen_with(_every_score, view, subject, policy, other_days=other_days)


def _every_score(view: View, subject: Subject, allowed: Mask, cut: float) -> Scored:
    del cut  # everything is scored, however low
    contents = view.contents
    words = [contents.word(number) for number in range(contents.words)]
    forms = [form for form in range(contents.forms) if form in allowed]
    scored: Scored = {}
    for place, name in enumerate(our_names(contents, subject)):
        alike: list[Alike] = []
        for token in name.weighted.tokens:
            compared = ((word, similarity(token, word)) for word in words)
            alike.append({word: hit for word, hit in compared if hit})
        score_forms(contents, place, name, alike, forms, scored)
    return scored
