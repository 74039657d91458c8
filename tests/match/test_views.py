"""Which names count on which day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.match.corpora import LATE, ZTE, corpus_of, edition, party

from licet.match import Corpus, screen
from licet.model import AsOf, Listing, ListingVersion, Match, MatchPolicy, Screened, Subject

POLICY = MatchPolicy()
BEFORE, LISTED, LIFTED = date(2018, 3, 1), date(2018, 4, 16), date(2018, 7, 13)
EDITIONS = (edition(1, BEFORE), edition(2, LISTED), edition(3, LIFTED))


def order(end: date | None = date(2025, 3, 13)) -> Listing:
    """Return the denial order of 15 April 2018, published in the list of the day after."""
    return party("zte", ZTE, start=date(2018, 4, 15), end=end)


def zte_corpus(end: date | None = date(2025, 3, 13)) -> Corpus:
    """Return three editions of which the second alone holds the order."""
    other = ListingVersion(party("other", "Orlov Meridian"), 1, None, 1)
    return corpus_of([ListingVersion(order(end), 2, 3, 2), other], EDITIONS)


def ask(corpus: Corpus, day: date, known: datetime = LATE, *, other_days: bool = False) -> Screened:
    """Screen ZTE as of a day."""
    return screen(corpus.view(AsOf(day, known)), Subject(("ZTE Corporation",)), POLICY, other_days=other_days)


def only(matches: tuple[Match, ...]) -> Match:
    """Return the one match there is."""
    (match,) = matches
    return match


@pytest.mark.parametrize(
    ("day", "basis"),
    [
        (date(2018, 4, 14), None),
        (date(2018, 4, 15), "own_dates"),
        (date(2018, 4, 16), "edition"),
        (date(2018, 5, 14), "edition"),
        (date(2018, 7, 12), "edition"),
        (date(2018, 7, 13), None),
        (date(2026, 1, 1), None),
    ],
)
def test_the_zte_order_counts_from_its_first_to_its_last_day(day: date, basis: str | None) -> None:
    """From 15 April by its own date, from 16 April by the list, until the list drops it."""
    hits = ask(zte_corpus(), day).hits
    assert [match.basis for match in hits] == ([basis] if basis else [])


def test_the_edition_used_is_named() -> None:
    """On its own dates a record is read from the edition that first held it."""
    assert only(ask(zte_corpus(), date(2018, 4, 15)).hits).edition.seq == 2
    assert only(ask(zte_corpus(), date(2018, 5, 14)).hits).edition.seq == 2


def test_what_was_not_yet_known_does_not_count() -> None:
    """On the evening of 15 April the order had not reached us, whatever we know today."""
    evening = datetime(2018, 4, 15, 22, tzinfo=UTC)
    assert ask(zte_corpus(), date(2018, 4, 15), evening).hits == ()
    assert ask(zte_corpus(), date(2018, 4, 15), evening, other_days=True).other_days == ()


def test_a_list_asked_about_a_later_day_than_we_know_answers_with_what_it_knew() -> None:
    """The end of the order is not known in May."""
    may = datetime(2018, 5, 14, tzinfo=UTC)
    match = only(ask(zte_corpus(), date(2018, 8, 1), may).hits)
    assert match.in_force_to == date(2025, 3, 13)


@pytest.mark.parametrize("day", [date(2018, 4, 1), date(2018, 7, 13), date(2026, 1, 1)])
def test_other_days_say_from_when_to_when(day: date) -> None:
    """Not in force on the day: told beside the hits, never among them."""
    found = ask(zte_corpus(), day, other_days=True)
    assert found.hits == ()
    match = only(found.other_days)
    assert (match.in_force_from, match.in_force_to) == (date(2018, 4, 15), date(2018, 7, 12))


def test_what_counts_is_not_told_again_among_other_days() -> None:
    """One party is one match."""
    found = ask(zte_corpus(), date(2018, 5, 14), other_days=True)
    assert only(found.hits).in_force_to == date(2018, 7, 12)
    assert found.other_days == ()


def test_an_expired_row_still_in_the_file_does_not_count() -> None:
    """The end is the last day, and it counts."""
    corpus = zte_corpus(end=date(2018, 5, 31))
    assert ask(corpus, date(2018, 5, 31)).hits
    assert ask(corpus, date(2018, 6, 1)).hits == ()
    assert only(ask(corpus, date(2018, 6, 1), other_days=True).other_days).in_force_to == date(2018, 5, 31)


def test_a_key_that_comes_back_has_two_intervals() -> None:
    """The one on or next before the day is told."""
    first = ListingVersion(party("zte", ZTE), 1, 2, 1)
    again = ListingVersion(party("zte", ZTE), 3, None, 1)
    corpus = corpus_of([first, again, ListingVersion(party("o", "Orlov"), 1, None, 1)], EDITIONS)
    assert ask(corpus, date(2018, 5, 1)).hits == ()
    gone = only(ask(corpus, date(2018, 5, 1), other_days=True).other_days)
    assert (gone.in_force_from, gone.in_force_to) == (BEFORE, date(2018, 4, 15))
    back = only(ask(corpus, date(2018, 8, 1)).hits)
    assert (back.in_force_from, back.in_force_to) == (LIFTED, None)


def test_a_changed_record_is_shown_as_it_was_on_the_day() -> None:
    """Each content has its editions."""
    old = ListingVersion(party("zte", ZTE, "ZTE Old Alias"), 1, 3, 1)
    new = ListingVersion(party("zte", ZTE), 3, None, 1)
    corpus = corpus_of([old, new], EDITIONS)
    assert len(only(ask(corpus, date(2018, 5, 1)).hits).listing.names) == 2
    assert len(only(ask(corpus, date(2018, 8, 1)).hits).listing.names) == 1
    assert ask(corpus, date(2018, 8, 1), other_days=True).other_days == ()


def test_own_dates_do_not_bring_back_what_an_edition_shows_changed() -> None:
    """A later content of a key does not reach back before its own edition."""
    old = ListingVersion(party("zte", "Someone Else", start=date(2018, 1, 1)), 1, 3, 1)
    new = ListingVersion(party("zte", ZTE, start=date(2018, 1, 1)), 3, None, 1)
    corpus = corpus_of([old, new], EDITIONS)
    assert ask(corpus, date(2018, 5, 1)).hits == ()


def test_of_two_editions_of_one_day_the_later_received_answers() -> None:
    """A correction replaces what it corrects."""
    corrected = edition(2, BEFORE, datetime(2018, 3, 1, 18, tzinfo=UTC))
    corpus = corpus_of(
        [ListingVersion(party("zte", ZTE), 2, None, 2), ListingVersion(party("o", "Orlov"), 1, None, 1)],
        (edition(1, BEFORE), corrected),
    )
    assert ask(corpus, BEFORE).hits
    assert ask(corpus, BEFORE, datetime(2018, 3, 1, 13, tzinfo=UTC)).hits == ()


def test_editions_received_out_of_order_answer_by_their_day() -> None:
    """An old edition that arrives last still answers for its old day only."""
    editions = (edition(1, LIFTED, LATE), edition(2, LISTED, LATE))
    corpus = corpus_of(
        [ListingVersion(party("zte", ZTE), 2, None, 2), ListingVersion(party("o", "Orlov"), 1, None, 1)],
        editions,
    )
    known = LATE
    assert only(ask(corpus, date(2018, 5, 1), known).hits).in_force_to == date(2018, 7, 12)
    assert ask(corpus, date(2018, 8, 1), known).hits == ()


def test_each_list_answers_with_its_own_edition() -> None:
    """A list with none on the day answers None, so that the caller can say so."""
    corpus = corpus_of(
        [
            ListingVersion(party("a", ZTE), 1, None, 1),
            ListingVersion(party("b", ZTE, list_id="sdn"), 1, None, 1),
        ],
        (edition(1, BEFORE), edition(1, LIFTED, list_id="sdn")),
    )
    view = corpus.view(AsOf(date(2018, 5, 1), LATE))
    assert {key: item.seq if item else None for key, item in view.editions.items()} == {"dpl": 1, "sdn": None}
    late = AsOf(date(2018, 8, 1), LATE)
    subject = Subject(("ZTE Corporation",))
    assert len(screen(corpus.view(late), Subject((ZTE,)), POLICY).hits) == 2
    assert [m.listing.list_id for m in screen(corpus.view(late, ("dpl",)), subject, POLICY).hits] == ["dpl"]
    narrowed = MatchPolicy(lists=("sdn",))
    assert [m.listing.list_id for m in screen(corpus.view(late), Subject((ZTE,)), narrowed).hits] == ["sdn"]
    assert corpus.view(late, ("nowhere",)).editions == {"nowhere": None}
