"""Values read from a story stand on its words, or on other values."""

from __future__ import annotations

from datetime import date

import pytest

from licet.model.news import Span, Timex, TimexType, Value

STORY = "The ban runs for seven years — the order says so."


def test_a_span_is_cut_out_of_its_story() -> None:
    """Offsets count code points: a dash is one."""
    span = Span.within(STORY, 17, 28)
    assert span.text == "seven years"
    span.check(STORY)
    assert Span.within(STORY, 31, 40).text == "the order"


def test_a_span_refuses_a_story_that_says_something_else() -> None:
    """A quotation that the story does not hold is no evidence."""
    with pytest.raises(ValueError, match="the story says 'eight years'"):
        Span.within(STORY, 17, 28).check(STORY.replace("seven", "eight"))


@pytest.mark.parametrize(
    ("start", "end", "text"), [(-1, 2, "abc"), (4, 4, ""), (4, 9, "four"), (7, 4, "abc")]
)
def test_a_span_refuses_offsets_that_cannot_hold_its_words(start: int, end: int, text: str) -> None:
    """Neither empty nor negative nor of another length."""
    with pytest.raises(ValueError, match="cannot hold"):
        Span(start, end, text)


def test_spans_that_share_a_code_point_overlap() -> None:
    """Neighbours do not."""
    assert Span.within(STORY, 0, 5).overlaps(Span.within(STORY, 4, 7))
    assert not Span.within(STORY, 0, 4).overlaps(Span.within(STORY, 4, 7))


def test_a_value_needs_evidence() -> None:
    """Neither words nor sources: refused."""
    with pytest.raises(ValueError, match="neither words nor values"):
        Value("P7Y", (), "duration")


def test_what_is_computed_is_marked_and_checked_to_its_words() -> None:
    """An end of a ban is derived from its start and its length."""
    length = Value("P7Y", (Span.within(STORY, 17, 28),), "duration")
    end = Value(date(2025, 4, 15), (), "start_plus_length", derived_from=(length,))
    assert end.derived
    assert not length.derived
    end.check(STORY)
    with pytest.raises(ValueError, match="the story says"):
        end.check(STORY.replace("seven", "eight"))


def test_an_interval_does_not_end_before_it_begins() -> None:
    """Bad use is refused."""
    with pytest.raises(ValueError, match="ends"):
        Timex(TimexType.DATE, "2018", first=date(2018, 2, 1), last=date(2018, 1, 1))
