"""The share of controlled US content: exact, and unknown exactly where the open parts could turn it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from licet.model.shipment import Content, Item
from licet.rules.de_minimis import Share, share

THRESHOLDS = (10, 25)
Part = tuple[int, bool | None]
parts_of = st.lists(st.tuples(st.integers(0, 60), st.sampled_from([True, False, None])), max_size=5)


def counted(part: Content, path: str) -> Share:
    """Count a part as stated: what is unknown may count."""
    worth = part.value or Decimal(0)
    if part.controlled is None:
        return Share(Decimal(0), worth, None, (f"{path}.controlled",))
    return Share(worth, worth, None) if part.controlled else Share(Decimal(0), Decimal(0), None)


def shared(parts: list[Part], whole: int) -> Share:
    content = tuple(Content(value=Decimal(worth) / 8, controlled=state) for worth, state in parts)
    return share(Item(value=Decimal(whole) / 8, us_content=content), "items[0]", counted)


@given(parts_of.filter(bool), st.integers(1, 240), st.sampled_from(THRESHOLDS))
def test_it_is_known_exactly_where_every_answer_to_the_open_parts_agrees(
    parts: list[Part], whole: int, threshold: int
) -> None:
    """True where all completions exceed the threshold, False where none does, unknown else."""
    choices = [(state,) if state is not None else (True, False) for _worth, state in parts]
    verdicts = {
        Fraction(sum(worth for (worth, _s), counts in zip(parts, chosen, strict=True) if counts), whole) * 100
        > threshold
        for chosen in product(*choices)
    }
    found = shared(parts, whole).exceeds(threshold)
    assert found is (verdicts.pop() if len(verdicts) == 1 else None)


@given(parts_of.filter(bool), st.integers(1, 240), st.sampled_from(THRESHOLDS), st.integers(1, 60))
def test_more_controlled_content_never_turns_caught_into_free(
    parts: list[Part], whole: int, threshold: int, more: int
) -> None:
    """A part added can only raise the share."""
    if shared(parts, whole).exceeds(threshold):
        assert shared([*parts, (more, True)], whole).exceeds(threshold)


@given(st.integers(0, 10_000), st.sampled_from(THRESHOLDS))
def test_a_stated_share_is_compared_exactly(hundredths: int, threshold: int) -> None:
    """Exactly the threshold is not more than it."""
    item = Item(us_content_percent=Decimal(hundredths) / 100)
    assert share(item, "items[0]", counted).exceeds(threshold) is (hundredths > threshold * 100)


def test_nothing_stated_is_no_zero() -> None:
    """Silence leaves every threshold open."""
    found = share(Item(), "items[0]", counted)
    assert found.exceeds(25) is None
    assert found.missing == ("items[0].us_content_percent",)
    assert found.told() == "an unknown share"
