"""Editions: counted, kept once, and told apart."""

from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store.building import LIST, Draft, add, day, differs_in_letters, instant, names_in, party

from licet.model import AsOf, EditionFile, Problem, Severity, fingerprint
from licet.store import Store, schema

# Each example writes lists of its own into one store, which lives as long as the test.
ONE_STORE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LISTS = (f"xx_{number}" for number in count())


def test_an_edition_is_counted_against_the_one_before_it(store: Store) -> None:
    first = add(store, Draft(day(1), instant(1), {"1": "Anna", "2": "Boris", "3": "Clara", "4": "Dan"}))
    assert (first.new, first.edition.seq, first.edition.added, first.edition.listings) == (True, 1, 4, 4)
    names = {"2": "Boris", "3": "CLARA", "4": "Daniel", "5": "Eva"}
    second = add(store, Draft(day(2), instant(2), names)).edition
    assert (second.added, second.removed, second.changed, second.cosmetic) == (1, 1, 1, 1)
    assert store.editions(LIST) == [first.edition, second]
    assert store.edition(LIST, 3) is None
    assert store.list_ids() == [LIST]


def test_the_same_files_again_keep_nothing(store: Store) -> None:
    draft = Draft(day(1), instant(1), {"1": "Anna"})
    add(store, draft)
    generation = store.generation()
    again = add(store, Draft(day(1), instant(2), {"1": "Anna"}))
    assert (again.new, again.edition.seq, again.edition.known) == (False, 1, instant(1))
    assert store.generation() == generation
    assert len(store.editions()) == 1


def test_a_folder_of_old_editions_imported_twice_keeps_nothing_the_second_time(store: Store) -> None:
    drafts = [Draft(day(number), instant(number), {"1": f"Anna {number}"}) for number in (1, 2, 3)]
    assert [add(store, draft).new for draft in drafts] == [True, True, True]
    later = [Draft(draft.published, instant(20), draft.names) for draft in drafts]
    assert [add(store, draft).new for draft in later] == [False, False, False]


def test_the_same_files_for_another_day_are_another_edition(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Anna"}))
    again = add(store, Draft(day(2), instant(2), {"1": "Anna"}))
    assert (again.new, again.edition.seq) == (True, 2)
    assert (again.edition.added, again.edition.removed) == (0, 0)


def test_taking_a_correction_back_is_news(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "Ana"}))
    add(store, Draft(day(1), instant(2), {"1": "Anna"}))
    back = add(store, Draft(day(1), instant(3), {"1": "Ana"}))
    assert (back.new, back.edition.seq) == (True, 3)
    found = store.listing(LIST, "1", AsOf(day(1), instant(3)))
    assert found is not None
    assert found[0].caption == "Ana"


def test_equal_content_is_kept_once_however_often_it_returns(store: Store) -> None:
    for number in range(1, 7):
        names = {"1": "Anna"} if number % 2 else {}
        add(store, Draft(day(number), instant(number), names))
    with store._database.reading() as connection:
        assert len(connection.execute(select(schema.listing.c.id)).all()) == 1
        assert len(connection.execute(select(schema.presence.c.first_seq)).all()) == 3


def test_closed_rows_never_change(store: Store) -> None:
    columns = schema.presence.c
    closed = select(columns.listing_id, columns.first_seq, columns.last_seq).where(
        columns.last_seq.is_not(None)
    )

    def rows() -> set[tuple[int, int, int]]:
        with store._database.reading() as connection:
            return {(number, first, last) for number, first, last in connection.execute(closed)}

    before: set[tuple[int, int, int]] = set()
    for number, names in enumerate(({"1": "A", "2": "B"}, {"1": "C"}, {"2": "B"}, {}, {"1": "A"}), 1):
        add(store, Draft(day(number), instant(number), names))
        assert before <= rows()
        before = rows()
    assert len(before) == 4


def test_parties_that_share_a_key_are_all_kept(store: Store) -> None:
    listings = [party("1", "Anna"), party("1", "Boris"), party("1", "Anna")]
    result = store.add_edition(
        LIST,
        published=day(1),
        known=instant(1),
        format="csv",
        files=[EditionFile("main", "a.csv", store.archive.put(b"a"), 1)],
        listings=listings,
        problems=[],
        rows=3,
        classify=differs_in_letters,
    )
    assert (result.edition.listings, result.edition.added) == (2, 1)
    assert sorted(item.caption for item in store.listings_in(LIST, 1)) == ["Anna", "Boris"]
    second = add(store, Draft(day(2), instant(2), {"1": "Anna"})).edition
    assert (second.added, second.removed, second.changed) == (0, 0, 1)
    assert [(old and old.caption, new) for _key, old, new in store.diff(LIST, 1, 2)] == [("Boris", None)]


def test_keys_come_in_the_order_of_their_characters(store: Store) -> None:
    keys = ["b", "B", "a", "é", "10", "9", "ж", "_", "-"]
    add(store, Draft(day(1), instant(1), dict.fromkeys(keys, "X")))
    assert list(names_in(store, 1)) == sorted(keys)


def test_problems_of_an_edition_come_back_whole(store: Store) -> None:
    twice = Problem("bad_date", "row 3", "no such day", "30 Feb", Severity.ROW, 1)
    other = Problem("odd", "row 1", "Latin-1 é, NUL as ␀", "x", Severity.NOTE)
    add(store, Draft(day(1), instant(1), {"1": "A"}, [twice, twice, other]))
    add(store, Draft(day(2), instant(2), {"1": "B"}, [twice, other]))
    assert store.problems_in(LIST, 1) == [twice, twice, other]
    assert store.problems_in(LIST, 2) == [twice, other]
    with store._database.reading() as connection:
        assert len(connection.execute(select(schema.problem.c.id)).all()) == 3


def test_text_that_no_database_takes_is_made_visible(store: Store) -> None:
    add(store, Draft(day(1), instant(1), {"1": "A"}, [Problem("odd", "row\0", "half \udc80", "a\0b")]))
    assert store.problems_in(LIST, 1) == [Problem("odd", "row␀", "half \\udc80", "a␀b")]


def test_generation_is_equal_for_equal_content_only(store: Store) -> None:
    tokens = {store.generation()}
    for number in (1, 2):
        for list_id in (LIST, "yy_other"):
            names = {"1": f"Anna {number}"}
            add(store, Draft(day(number), instant(number), names, list_id=list_id))
            tokens.add(store.generation())
    assert len(tokens) == 5
    assert store.generation() == store.generation()


EDITION = st.tuples(
    st.integers(1, 6),
    st.integers(1, 6),
    st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["Anna", "ANNA", "Boris"])),
)


@ONE_STORE
@given(st.lists(EDITION, min_size=1, max_size=8))
def test_the_store_agrees_with_a_plain_model_of_it(
    store: Store, planned: list[tuple[int, int, dict[str, str]]]
) -> None:
    """A list of whole editions, searched from end to end, gives the same answers."""
    list_id = next(LISTS)
    model: list[tuple[int, int, dict[str, str]]] = []
    for published, known, names in planned:
        result = add(store, Draft(day(published), instant(known), names, list_id=list_id))
        if result.new:
            model.append((published, known, names))
        else:
            same = model[result.edition.seq - 1]
            assert (same[0], same[2]) == (published, names)
    for seq, (_published, _known, names) in enumerate(model, 1):
        assert names_in(store, seq, list_id) == names
        assert store.hashes_in(list_id, seq) == {
            fingerprint(party(key, name, list_id)) for key, name in names.items()
        }
        for other, (_day, _instant, theirs) in enumerate(model, 1):
            found = [
                (key, old and old.caption, new and new.caption)
                for key, old, new in store.diff(list_id, seq, other)
            ]
            wanted = sorted(names.keys() | theirs.keys())
            assert found == [
                (key, names.get(key), theirs.get(key)) for key in wanted if names.get(key) != theirs.get(key)
            ]
    for valid in range(7):
        for known in range(1, 7):
            fitting = [
                (item[0], item[1], seq)
                for seq, item in enumerate(model, 1)
                if item[0] <= valid and item[1] <= known
            ]
            at = store.edition_at(list_id, AsOf(day(valid or 1), instant(known))) if valid else None
            assert (at.seq if at else None) == max(fitting, default=(0, 0, None))[2]


def test_the_whole_of_a_store_is_sound_after_many_editions(store: Store) -> None:
    for number in range(1, 25):
        names = {str(key): f"Party {key * number % 7}" for key in range(number % 5, 20)}
        problems = [Problem("odd", f"row {number % 3}", "odd")] * (number % 4)
        add(store, Draft(day(number % 9 + 1), instant(number), names, problems, file=f"{number}"))
    assert store.verify() == []
