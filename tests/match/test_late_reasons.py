"""Reasons of a match are made when they are read, and are the same whoever reads them."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from tests.match.corpora import party, view_of

from licet.errors import StoreError
from licet.match import explain, pairing, screen
from licet.model import LateReasons, Match, MatchPolicy, PartyKind, Reasons, Screened, Subject

POLICY = MatchPolicy(threshold=0.5)
LISTED = (
    party("petrov", "PETROV, Ivan Sergeyevich", "Иван Петров", kind=PartyKind.PERSON),
    party("almaz", "JOINT-STOCK COMPANY ALMAZ-ANTEY AIR AND SPACE DEFENCE CORPORATION", "ALMAZ-ANTEY"),
)


def screened(name: str) -> Screened:
    """Screen a name against the two parties, with a corpus of its own."""
    return screen(view_of(*LISTED), Subject((name,)), POLICY)


def found(name: str) -> Match:
    """Return the best match of a name."""
    return screened(name).hits[0]


def test_screening_aligns_for_the_score_and_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words are put together at the first reading, once."""
    told: list[int] = []
    made = pairing.reasons

    def counted(*given: object) -> Reasons:
        told.append(1)
        return made(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pairing, "reasons", counted)
    match = found("Ivan Petroff")
    assert match.score > 0
    assert match.strength > 0
    assert told == []
    assert [(pair.ours, pair.theirs) for pair in match.pairs] == [("ivan", "ivan"), ("petroff", "petrov")]
    assert explain(match).to_dict()["account"]["evidence"] == match.account.evidence  # type: ignore[union-attr]
    assert told == [1]


def test_reasons_read_late_are_those_read_at_once() -> None:
    """Other searches in between change nothing."""
    early, late = found("Петров Иван"), found("Петров Иван")
    said = explain(early).to_dict()
    for name in ("Almaz Antey", "Ivan Petrov", "Пётр Иванов"):
        screened(name)
    assert explain(late).to_dict() == said
    assert late == early
    assert hash(late.reasons) == hash(early.reasons)
    assert repr(late) == repr(early)


def test_matches_with_other_reasons_differ() -> None:
    """Equality is of content, though the content is made late."""
    one = found("Ivan Petrov")
    other = dataclasses.replace(one, reasons=found("Ivan Petroff").reasons)
    assert one != other
    assert one.reasons != other.reasons
    assert one.reasons == Reasons(one.pairs, one.left_ours, one.left_theirs, one.script_path, one.account)
    assert one.reasons != "reasons"


def test_a_match_is_pickled_and_copied_with_its_reasons() -> None:
    """Whoever unpickles it has no corpus."""
    match = found("Almaz Antey Telecom")
    again = pickle.loads(pickle.dumps(match))  # noqa: S301  our own bytes
    assert isinstance(again.reasons, Reasons)
    assert again == match == copy.deepcopy(match)
    assert explain(again).lines == explain(match).lines


def test_threads_that_read_at_once_get_the_same() -> None:
    """No thread sees reasons half made."""
    match = found("Петров Иван")
    together = Barrier(8)

    def read(_: int) -> object:
        together.wait()
        return explain(match).to_dict()

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(read, range(8))
    assert all(other == first for other in others)


def test_reasons_that_cannot_be_made_are_asked_for_again() -> None:
    """An error is not kept as an answer."""
    answers = iter((None, Reasons(left_ours=("x",))))

    def make() -> Reasons:
        answer = next(answers)
        if answer is None:
            raise StoreError("the corpus is damaged")
        return answer

    late = LateReasons(make)
    with pytest.raises(StoreError):
        _ = late.made
    assert late.made.left_ours == ("x",)
