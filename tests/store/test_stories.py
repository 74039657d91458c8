"""Stories on the shelf: one story however often it comes, every version kept, on two clocks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text, update

from licet.errors import StoreBusyError, StoreError
from licet.model import Problem, Severity
from licet.store import FetchEntry, Store, open_store
from licet.store.story_records import Origin, Shelved, StoryDraft, StoryOutcome
from licet.store.story_tables import story_version

FIRST = datetime(2021, 3, 2, 12, tzinfo=UTC)
LATER = datetime(2021, 3, 5, 9, 30, tzinfo=UTC)
ADDED, SAME, NEW = StoryOutcome.ADDED, StoryOutcome.SAME, StoryOutcome.NEW_VERSION


def draft(
    words: str,
    key: str = "url:https://harbour.example/1",
    **more: Any,  # noqa: ANN401  any fact of a draft
) -> StoryDraft:
    plain = StoryDraft(
        key, hashlib.sha256(words.encode("utf-8", "replace")).hexdigest(), words, date(2021, 3, 2)
    )
    return replace(plain, **more)


def origin(
    store: Store,
    raw: str,
    known: datetime = FIRST,
    **more: Any,  # noqa: ANN401  any fact of an origin
) -> Origin:
    sha256 = store.archive.put(raw.encode("utf-8", "replace"))
    return replace(Origin(sha256, known, "text", "a.txt"), **more)


def put(
    store: Store,
    words: str,
    known: datetime = FIRST,
    *,
    current: bool = False,
    **more: Any,  # noqa: ANN401  any fact of a draft
) -> Shelved:
    return store.stories.add(draft(words, **more), origin(store, words, known, current=current))


def test_the_same_story_twice_is_one_story(store: Store) -> None:
    first = put(store, "The ministry said no.")
    again = put(store, "The ministry said no.", LATER)
    assert (first.outcome, again.outcome) == (ADDED, SAME)
    assert first.story_id == again.story_id
    assert [item.version for item in store.stories.versions(first.story_id)] == [1]
    assert [seq for seq, _ in store.stories.origins(first.story_id)] == [1]


def test_a_changed_story_is_a_new_version_and_both_stay(store: Store) -> None:
    first = put(store, "The ministry said no.")
    second = put(store, "The ministry said yes.", LATER)
    assert second == Shelved(NEW, first.story_id, 2)
    kept = store.stories.versions(first.story_id)
    assert [(item.version, item.draft.text, item.known) for item in kept] == [
        (1, "The ministry said no.", FIRST),
        (2, "The ministry said yes.", LATER),
    ]


def test_what_was_known_by_then_is_what_is_given(store: Store) -> None:
    put(store, "The ministry said no.")
    put(store, "The ministry said yes.", LATER)
    put(store, "Another matter.", LATER, key="url:https://harbour.example/2", dated=None)

    def texts(known: datetime | None) -> list[str]:
        return [item.draft.text for item in store.stories.newest(known)]

    assert texts(FIRST.replace(hour=11)) == []
    assert texts(FIRST) == ["The ministry said no."]
    assert texts(LATER) == texts(None) == ["Another matter.", "The ministry said yes."]


def test_an_old_file_given_again_is_no_news_but_a_text_that_the_publisher_restores_is(store: Store) -> None:
    put(store, "The ministry said no.")
    put(store, "The ministry said yes.", LATER)
    assert put(store, "The ministry said no.", LATER).outcome is SAME
    restored = put(store, "The ministry said no.", LATER, current=True)
    assert (restored.outcome, restored.version) == (NEW, 3)


def test_a_feed_and_its_page_give_one_story_its_versions_without_taking_turns(store: Store) -> None:
    """Each is compared with what came the same way before."""
    page: dict[str, Any] = {"extractor": "trafilatura 2.3.1"}
    feed: dict[str, Any] = {"extractor": "licet html fragment 1"}
    put(store, "No, said the ministry.", current=True, **feed)
    assert put(store, "No, said the ministry. Read on.", current=True, **page).outcome is NEW
    again = put(store, "No, said the ministry.", LATER, current=True, **feed)
    assert (again.outcome, again.version) == (SAME, 1)
    assert put(store, "No, said the ministry. Read on.", LATER, current=True, **page).version == 2


@pytest.mark.parametrize("current", [True, False])
def test_the_same_bytes_read_by_a_newer_program_are_no_new_version(store: Store, *, current: bool) -> None:
    """Its text stays as it was first read: spans point into it."""
    came = origin(store, "<p>No.</p>", current=current)
    first = store.stories.add(draft("No.", extractor="trafilatura 2.3.1"), came)
    again = store.stories.add(draft("No. More", extractor="trafilatura 2.4.0"), came)
    assert again == Shelved(SAME, first.story_id, 1)
    changed = origin(store, "<p>No!</p>", current=current)
    assert store.stories.add(draft("No. More", extractor="trafilatura 2.4.0"), changed).outcome is NEW


def test_two_texts_of_one_story_in_one_file_are_both_kept(store: Store) -> None:
    came = origin(store, "two lines")
    assert store.stories.add(draft("One."), came).outcome is ADDED
    assert store.stories.add(draft("Two."), came).outcome is NEW
    assert [store.stories.add(draft(words), came).outcome for words in ("One.", "Two.")] == [SAME, SAME]


def test_the_same_words_of_the_same_day_at_another_address_are_one_story(store: Store) -> None:
    first = put(store, "The ministry said no.")
    other = draft("The ministry said no.", key="url:https://copy.example/9", url="https://copy.example/9")
    again = store.stories.add(
        other, origin(store, "copy", LATER, url="https://copy.example/9", outlet="Copy")
    )
    assert again == Shelved(SAME, first.story_id, 1)
    assert [item.outlet for _, item in store.stories.origins(first.story_id)] == ["", "Copy"]
    assert store.stories.with_url("https://copy.example/9") == [first.story_id]
    another_day = replace(other, dated=date(2021, 3, 3))
    assert store.stories.add(another_day, origin(store, "copy 2", LATER)).outcome is ADDED


def test_another_day_or_headline_for_the_same_words_is_a_new_version(store: Store) -> None:
    put(store, "The ministry said no.")
    assert put(store, "The ministry said no.", LATER, dated=date(2021, 3, 1)).outcome is NEW
    assert put(store, "The ministry said no.", LATER, title="Corrected").outcome is NEW


def test_every_character_and_fact_comes_back(store: Store) -> None:
    told = Problem("bad_date", "date line", "No day.", "\0\ud800", Severity.NOTE, 1)
    odd = draft(
        "A \0 B \ud83d C \u202e D \U0001f6a2\r\n",
        url="https://harbour.example/1",
        outlet="Harbour\0 Post",
        title="T\ud800",
        extractor="x 1",
        problems=(told,),
    )
    shelved = store.stories.add(odd, origin(store, "odd", name="na\0me\ud800.txt"))
    (kept,) = store.stories.versions(shelved.story_id)
    assert kept.draft == odd
    assert store.verify() == []


def test_a_key_with_odd_characters_finds_its_story_again(store: Store) -> None:
    assert put(store, "One.", key="named:\0\ud800").outcome is ADDED
    assert put(store, "Two.", LATER, key="named:\0\ud800").outcome is NEW


def test_an_id_is_found_by_its_beginning(store: Store) -> None:
    first = put(store, "The ministry said no.").story_id
    assert len(first) == 16
    assert store.stories.named(first[:6]) == [first]
    assert store.stories.named("%") == []
    assert store.stories.versions("0" * 16) == []


def test_an_instant_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="no time zone"):
        put(store, "The ministry said no.", FIRST.replace(tzinfo=None))


def test_what_was_changed_after_it_was_kept_is_found(store: Store) -> None:
    shelved = put(store, "The ministry said no.")
    assert store.verify() == []
    with store._database.writing("test") as connection:
        connection.execute(update(story_version).values(words="0" * 64))
    (found,) = store.verify()
    assert found == f"story {shelved.story_id} version 1: its words or day are not those that were recorded."
    with store._database.writing("test") as connection:
        connection.execute(update(story_version).values(sha256=bytes(32)))
    (found,) = store.verify()
    assert "it was changed after it was kept" in found


def test_bytes_that_were_lost_are_found(store: Store) -> None:
    shelved = put(store, "The ministry said no.")
    (_, came) = store.stories.origins(shelved.story_id)[0]
    (store.archive.root / came.sha256[:2] / came.sha256[2:]).unlink()
    (found,) = store.verify()
    assert found.startswith(f"story {shelved.story_id}: ")


def test_stories_change_nothing_that_lists_are_told_by(store: Store) -> None:
    before = store.generation(), store.log_state(), store.list_ids(), store.received(LATER)
    put(store, "The ministry said no.")
    store.stories.log_fetch(FetchEntry("", "https://harbour.example/1", FIRST, "new"))
    assert (store.generation(), store.log_state(), store.list_ids(), store.received(LATER)) == before


def test_the_latest_fetch_that_went_well_is_remembered(store: Store) -> None:
    url = "https://harbour.example/feed"
    assert store.stories.last_fetch(url) is None
    good = FetchEntry(
        "", url, FIRST, "new", url, 200, 12, "a" * 64, "", '"1"', "Tue, 02 Mar 2021 12:00:00 GMT"
    )
    store.stories.log_fetch(good)
    store.stories.log_fetch(FetchEntry("", url, LATER, "failed", detail="gone"))
    assert store.stories.last_fetch(url) == good


@contextmanager
def revision_one(url: str, archive: Path) -> Iterator[None]:
    """Take a store back to the tables it had before there were stories."""
    with open_store(url, archive) as store, store._database.writing("test") as connection:
        for table in ("story_fetch", "story_origin", "story_version", "story"):
            connection.execute(text(f"drop table {table}"))
        connection.execute(text("update alembic_version set version_num = '0001'"))
    yield


def test_a_store_from_before_there_were_stories_is_upgraded(url: str, archive: Path) -> None:
    with revision_one(url, archive), open_store(url, archive) as store:
        assert put(store, "The ministry said no.").outcome is ADDED


def test_a_writer_that_does_not_end_is_told(url: str, archive: Path) -> None:
    with (
        open_store(url, archive) as one,
        open_store(url, archive, busy_seconds=0.05) as other,
        one._database.writing("stories"),
        pytest.raises(StoreBusyError, match="another process is writing"),
    ):
        put(other, "The ministry said no.")
