"""Fetching news from a real server: feeds, sitemaps and pages, politely, and on again after a stop."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.loopback import Behaviour, Loopback, data, in_turn, loopback, redirects, status

from licet.fetch import Limits
from licet.store import Store, open_store
from licet.usecases.news_fetch import FetchOptions, fetch_news
from licet.usecases.news_kept import kept_stories
from licet.usecases.news_types import Visited
from licet.usecases.news_web import PageError, Web, page

START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
QUICK = Limits(
    max_bytes=500_000, total_seconds=20.0, stall_seconds=2.0, tries=1, backoff_seconds=0.01, pages=True
)
OPTIONS = FetchOptions(web=Web(allow_http=True, limits=QUICK), pause=0.0)


@dataclass
class Bench:
    """A store, a server and a clock that moves on by a second whenever it is read."""

    store: Store
    server: Loopback
    time: datetime = START
    told: list[Visited] = field(default_factory=list)

    def now(self) -> datetime:
        """Read the clock."""
        self.time += timedelta(seconds=1)
        return self.time

    def fetch(self, *paths: str, options: FetchOptions = OPTIONS) -> list[tuple[str, str]]:
        """Fetch paths of the server and return what became of each address."""
        urls = [self.server.url + path for path in paths]
        visits = fetch_news(self.store, urls, self.now, options, self.told.append)
        return [(visit.url.removeprefix(self.server.url), str(visit.kind)) for visit in visits]

    def page(self, path: str, words: str, day: str = "2026-02-27", **headers: str) -> None:
        """Serve a story as a page."""
        self.server.at(path, html(words, day, **headers))

    @property
    def texts(self) -> list[str]:
        """The text of every story."""
        return [item.story.text for item in kept_stories(self.store)]


def html(words: str, day: str = "2026-02-27", **headers: str) -> Behaviour:
    markup = (
        f'<!doctype html><html><head><meta property="article:published_time" content="{day}">'
        f"<title>Harbour Post</title></head><body><article><p>{words} The harbour master told reporters that "
        "the decision would be explained in the coming weeks.</p></article></body></html>"
    )
    return data(markup.encode(), Content_Type="text/html; charset=utf-8", **headers)


def rss(*paths: str, base: str, changed: str = "") -> bytes:
    items = "".join(
        f"<item><title>T{number}</title><link>{path if '://' in path else base + path}</link>"
        f"<pubDate>{changed or 'Fri, 27 Feb 2026 10:00:00 GMT'}</pubDate></item>"
        for number, path in enumerate(paths)
    )
    return f'<rss version="2.0"><channel><title>Harbour Post</title>{items}</channel></rss>'.encode()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """An empty store beside a running server."""
    with (
        open_store(f"sqlite:///{tmp_path}/s.db", tmp_path / "archive") as store,
        loopback() as server,
    ):
        yield Bench(store, server)


def test_a_feed_leads_to_its_stories_once(bench: Bench) -> None:
    bench.page("/1", "One berth was opened.")
    bench.page("/2", "Two berths were opened.")
    bench.server.at("/feed", data(rss("/1", "/2", "/1", base=bench.server.url)))
    assert bench.fetch("/feed") == [("/feed", "fetched"), ("/1", "fetched"), ("/2", "fetched")]
    assert sorted(text.partition(" berth")[0].split()[-1] for text in bench.texts) == ["One", "Two"]
    assert {item.story.dated for item in kept_stories(bench.store)} == {date(2026, 2, 27)}
    assert bench.fetch("/feed") == [("/feed", "fetched"), ("/1", "held"), ("/2", "held")]
    assert (bench.server.asked("/1"), bench.server.asked("/2")) == (1, 1)


def test_what_the_server_calls_unchanged_is_not_sent_again_and_its_links_still_count(bench: Bench) -> None:
    """A run that was stopped after the feed goes on with its stories, though the feed answers 304."""
    bench.page("/1", "One berth was opened.")
    bench.server.at("/feed", data(rss("/1", base=bench.server.url), ETag='"1"'))
    assert bench.fetch("/feed", options=replace(OPTIONS, follow=False)) == [("/feed", "fetched")]
    assert bench.fetch("/feed") == [("/feed", "unchanged"), ("/1", "fetched")]
    assert bench.server.seen[-3].headers["if-none-match"] == '"1"'


def test_a_story_is_kept_before_the_next_is_asked_for(bench: Bench) -> None:
    """A kill loses nothing that had come, and the next run does not ask for it again."""

    class Killed(BaseException):
        pass

    def killed(visit: Visited) -> None:
        if visit.url.endswith("/1"):
            raise Killed

    bench.page("/1", "One berth was opened.")
    bench.page("/2", "Two berths were opened.")
    bench.server.at("/feed", data(rss("/1", "/2", base=bench.server.url)))
    with pytest.raises(Killed):
        fetch_news(bench.store, [bench.server.url + "/feed"], bench.now, OPTIONS, killed)
    assert len(bench.texts) == 1
    assert bench.fetch("/feed") == [("/feed", "fetched"), ("/1", "held"), ("/2", "fetched")]
    assert bench.server.asked("/1") == 1


def test_a_changed_page_is_a_new_version_and_one_that_is_changed_back_a_third(bench: Bench) -> None:
    old, new = html("One berth was opened."), html("No berth was opened.")
    bench.server.at("/1", in_turn(old, old, new, old))
    counts = []
    for _run in range(4):
        bench.told.clear()
        bench.fetch("/1")
        row = bench.told[0].to_dict()
        counts.append((row["added"], row["new_version"], row["same"]))
    assert counts == [(1, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 0)]
    (kept,) = kept_stories(bench.store)
    assert kept.version == 3
    assert "One berth" in kept.story.text


def test_links_changed_since_the_last_fetch_are_asked_again(bench: Bench) -> None:
    def sitemap(changed: datetime) -> Behaviour:
        entry = f"<loc>{bench.server.url}/1</loc><lastmod>{changed.isoformat()}</lastmod>"
        return data(f"<urlset><url>{entry}</url></urlset>".encode())

    bench.page("/1", "One berth was opened.")
    bench.server.at("/map.xml", sitemap(START))
    assert bench.fetch("/map.xml")[1:] == [("/1", "fetched")]
    assert bench.fetch("/map.xml")[1:] == [("/1", "held")]
    bench.server.at("/map.xml", sitemap(START + timedelta(hours=1)))
    assert bench.fetch("/map.xml")[1:] == [("/1", "fetched")]


def test_an_index_leads_to_sitemaps_packed_or_not_and_these_to_stories(bench: Bench) -> None:
    for number in (1, 2):
        bench.page(f"/{number}", f"Berth {number} was opened.")
    news = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
        f"<loc>{bench.server.url}/1</loc><news:news><news:publication_date>2026-02-27T10:00:00Z"
        "</news:publication_date><news:title>T</news:title></news:news></url></urlset>"
    )
    plain = f"<urlset><url><loc>{bench.server.url}/2</loc></url></urlset>"
    bench.server.at("/a.xml", data(news.encode()))
    bench.server.at("/b.xml.gz", data(gzip.compress(plain.encode(), mtime=0)))
    maps = "".join(
        f"<sitemap><loc>{bench.server.url}{path}</loc></sitemap>" for path in ("/a.xml", "/b.xml.gz")
    )
    bench.server.at("/index.xml", data(f"<sitemapindex>{maps}</sitemapindex>".encode()))
    assert [path for path, _ in bench.fetch("/index.xml")] == [
        "/index.xml",
        "/a.xml",
        "/b.xml.gz",
        "/1",
        "/2",
    ]
    assert len(bench.texts) == 2


def test_links_to_other_sites_are_not_followed_unless_they_are_named(bench: Bench) -> None:
    bench.page("/1", "One berth was opened.")
    elsewhere = bench.server.url.replace("127.0.0.1", "localhost") + "/1"
    bench.server.at("/feed", data(rss(elsewhere, "file:///etc/hostname", base=bench.server.url)))
    assert bench.fetch("/feed") == [("/feed", "fetched"), (elsewhere, "skipped")]
    assert "--host localhost" in bench.told[-1].detail
    named = replace(OPTIONS, web=replace(OPTIONS.web, hosts=("localhost",)))
    assert bench.fetch("/feed", options=named)[1:] == [(elsewhere, "fetched")]


def test_what_robots_txt_forbids_is_not_followed_but_an_address_the_user_names_is_asked(bench: Bench) -> None:
    bench.page("/private/1", "One berth was opened.")
    bench.page("/2", "Two berths were opened.")
    bench.server.at("/robots.txt", data(b"User-agent: *\nDisallow: /private/\n"))
    bench.server.at("/feed", data(rss("/private/1", "/2", base=bench.server.url)))
    assert bench.fetch("/feed")[1:] == [("/private/1", "skipped"), ("/2", "fetched")]
    assert bench.server.asked("/private/1") == 0
    assert bench.fetch("/private/1") == [("/private/1", "fetched")]
    assert bench.server.asked("/robots.txt") == 1


@pytest.mark.parametrize(
    ("answer", "followed"), [(status(404), True), (data(b""), True), (status(503), False)]
)
def test_links_are_followed_where_there_is_no_robots_txt_and_not_where_it_cannot_be_had(
    bench: Bench, answer: Behaviour, *, followed: bool
) -> None:
    bench.page("/1", "One berth was opened.")
    bench.server.at("/robots.txt", answer)
    bench.server.at("/feed", data(rss("/1", base=bench.server.url)))
    assert bench.fetch("/feed")[1:] == [("/1", "fetched" if followed else "skipped")]


def test_no_more_than_asked_for_and_nothing_older(bench: Bench) -> None:
    paths = [f"/{number}" for number in range(5)]
    for path in paths:
        bench.page(path, f"Berth {path} was opened.")
    bench.server.at("/feed", data(rss(*paths, base=bench.server.url)))
    done = bench.fetch("/feed", options=replace(OPTIONS, most=2))
    assert [kind for _, kind in done] == ["fetched", "fetched", "fetched", "left"]
    assert bench.told[-1].detail == "3 further links: raise --most to fetch them"
    assert bench.fetch("/feed", options=replace(OPTIONS, since=date(2026, 2, 28))) == [("/feed", "fetched")]
    again = bench.fetch("/feed", options=replace(OPTIONS, most=2))
    assert [path for path, kind in again if kind == "fetched"] == ["/feed", "/2", "/3"]


def test_an_address_that_fails_stops_no_other_and_says_what_to_do(bench: Bench) -> None:
    bench.page("/2", "Two berths were opened.")
    bench.server.at("/3", status(500))
    assert bench.fetch("/1", "/3", "nothing", "/2") == [
        ("/1", "failed"),
        ("/3", "failed"),
        ("nothing", "failed"),
        ("/2", "fetched"),
    ]
    assert "no page at this address" in bench.told[0].detail
    assert "licet news add" in bench.told[0].detail
    assert "licet lists" not in " ".join(visit.detail for visit in bench.told)


def test_a_page_that_is_no_story_is_told_and_its_bytes_are_kept(bench: Bench) -> None:
    bench.server.at("/login", data(b"<!doctype html><html><body><form></form></body></html>"))
    assert bench.fetch("/login") == [("/login", "fetched")]
    (visit,) = bench.told
    assert visit.added is not None
    assert visit.added.failed
    assert "no main text" in visit.to_dict()["detail"]
    assert bench.store.archive.has(visit.added.sha256)


def test_a_redirect_within_the_site_is_followed_and_one_away_from_it_is_told(bench: Bench) -> None:
    bench.page("/new", "One berth was opened.")
    bench.server.at("/old", redirects("/new"))
    away = bench.server.url.replace("127.0.0.1", "localhost")
    bench.server.at("/away", redirects(f"{away}/new"))
    assert bench.fetch("/old", "/away") == [("/old", "fetched"), ("/away", "failed")]
    assert "it redirects to another site, localhost" in bench.told[-1].detail
    (kept,) = kept_stories(bench.store)
    assert kept.story.url == f"{bench.server.url}/new"


def test_encryption_is_wanted_unless_the_user_says_otherwise(bench: Bench) -> None:
    bench.page("/1", "One berth was opened.")
    with pytest.raises(PageError, match="not encrypted"):
        page(f"{bench.server.url}/1")
    with pytest.raises(PageError, match=r"no web address: write https://"):
        page("ftp://harbour.example/1")


def test_two_addresses_of_the_same_words_are_one_story(bench: Bench) -> None:
    bench.page("/1", "One berth was opened.")
    bench.page("/copy", "One berth was opened.")
    bench.fetch("/1", "/copy", "/1?utm_source=letter#top")
    (kept,) = kept_stories(bench.store)
    places = {origin.url for _, origin in bench.store.stories.origins(kept.id)}
    root = bench.server.url.replace("http://", "https://")
    assert places == {f"{root}/1", f"{root}/copy"}
