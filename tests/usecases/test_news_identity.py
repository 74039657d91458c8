"""What makes a story this story and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from licet.news.story import Story, read_story
from licet.usecases.news_identity import canonical_url, key_of, words_hash

STORY = Story("The ministry said no.", date(2021, 3, 2), "Harbour Post", "", title="Ministry says no")


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/a/b?id=7",
        "http://www.Harbour.example:80/a/b?id=7#top",
        "https://user:secret@harbour.example:443/a/b?utm_source=letter&id=7&fbclid=x",
        " https://harbour.example./a/b?id=7 ",
    ],
)
def test_an_address_is_the_same_however_a_reader_came_there(url: str) -> None:
    assert canonical_url(url) == "https://harbour.example/a/b?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://harbour.example/a/b?id=8",
        "https://harbour.example/a/B?id=7",
        "https://news.harbour.example/a/b?id=7",
        "https://harbour.example:8443/a/b?id=7",
    ],
)
def test_another_page_is_another_address(url: str) -> None:
    assert canonical_url(url) != "https://harbour.example/a/b?id=7"


def test_odd_addresses_have_a_key_too() -> None:
    assert canonical_url("http://[::1]:8080/é?q=ü") == "https://[::1]:8080/%C3%A9?q=%C3%BC"
    assert canonical_url("https://harbour.example") == "https://harbour.example/"


def test_an_address_counts_before_a_headline_and_that_before_words() -> None:
    assert key_of(replace(STORY, url="http://www.harbour.example/1")) == "url:https://harbour.example/1"
    assert key_of(STORY) == "named:harbour post\nministry says no\n2021-03-02"
    assert key_of(replace(STORY, title=" MINISTRY  says no")) == key_of(STORY)
    for missing in ({"title": ""}, {"outlet": ""}, {"dated": None}):
        assert key_of(replace(STORY, **missing)) == f"words:{words_hash(STORY)}"


def test_a_site_that_carries_another_s_story_never_speaks_for_it() -> None:
    """A feed that claims an address of another site would else give that one's story new words."""
    told = replace(STORY, url="https://harbour.example/1")
    assert key_of(told, "https://feeds.harbour.example/rss") == key_of(told, "https://www.harbour.example/1")
    assert key_of(told, "https://harbour.example/rss") == key_of(told) == "url:https://harbour.example/1"
    copied = key_of(told, "https://copy.example/rss")
    assert copied == "told:https://harbour.example/1\ncopy.example"
    assert copied == key_of(told, "https://copy.example/other")


def test_a_key_is_never_too_long_for_a_database() -> None:
    """PostgreSQL indexes no more than 2,704 bytes."""
    long = replace(STORY, url="https://harbour.example/" + "é" * 3000)
    assert len(key_of(long).encode()) < 200
    assert key_of(long) != key_of(replace(long, url=f"{long.url}2"))


def test_words_are_the_same_whatever_parts_them_and_whatever_the_date_line_says() -> None:
    first = read_story("date 2021-03-02 The ministry\r\nsaid  no.")
    assert words_hash(first) == words_hash(read_story("\ufeffThe ministry said no.\n"))
    assert words_hash(first) != words_hash(read_story("The ministry said yes."))
    assert words_hash(Story("half \ud83d")) != words_hash(Story("half \ud83e"))
