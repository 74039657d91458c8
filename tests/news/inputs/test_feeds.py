"""Stories of RSS and Atom, addresses of sitemaps."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from licet.model import Severity
from licet.news.inputs.gathered import Gathered, InputKind, Raw
from licet.news.inputs.reading import read_input

HEAD = (
    '<?xml version="1.0" encoding="{}"?><rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>'
)
FULL = (
    "<item><title>No &amp;amp; yes</title><link>https://harbour.example/1</link>"
    "<pubDate>Tue, 02 Mar 2021 22:30:00 -0500</pubDate><description>Short.</description>"
    "<content:encoded><![CDATA[<p>The ministry said “no”.</p><script>x()</script><p>Later &amp; more.</p>]]>"
    "</content:encoded></item>"
)
TEASER = (
    "<item><title>Teaser</title><link>/2</link><description>Short.</description>"
    "<pubDate>Tue, 02 Mar 2021 22:30:00 -0500</pubDate></item>"
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title type="html">&lt;b&gt;No&lt;/b&gt;</title><link href="https://harbour.example/1"/>
<updated>2021-03-04T00:10:00Z</updated><published>2021-03-02T23:30:00-05:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ministry said no.</p></div></content>
<source><title>Wire</title></source></entry>
<entry><title>Text</title><id>x</id><content type="text">2 &lt; 3, it said.</content></entry></feed>"""
LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE {{}} [<!ENTITY l0 "lol">{LAUGHS}<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def rss(*items: str, encoding: str = "utf-8", **more: str) -> Gathered:
    text = HEAD.format(encoding) + "".join(items) + "</channel></rss>"
    return read_input(Raw(text.encode(encoding), "feed.xml", **more))


def read(text: str, **more: str) -> Gathered:
    return read_input(Raw(text.encode(), "in.xml", **more))


def test_an_entry_with_its_text_is_a_story_and_one_with_a_summary_is_a_link() -> None:
    found = rss(FULL, TEASER, url="https://harbour.example/feed.xml")
    (story,), (link,) = found.stories, found.links
    assert story.text == "No & yes\n\nThe ministry said “no”.\n\nLater & more."
    assert (story.dated, story.title) == (date(2021, 3, 2), "No & yes")
    assert (story.outlet, story.url) == ("Harbour Post", "https://harbour.example/1")
    assert (link.url, link.title, link.dated) == ("https://harbour.example/2", "Teaser", date(2021, 3, 2))
    assert link.changed == datetime(2021, 3, 3, 3, 30, tzinfo=UTC)
    assert found.problems == ()


def test_without_an_address_of_its_own_a_feed_gives_only_whole_links_and_a_summary_serves_as_text() -> None:
    found = rss(TEASER)
    (story,) = found.stories
    assert (story.text, found.links) == ("Teaser\n\nShort.", ())


def test_atom_is_read_with_its_kinds_of_text_and_the_day_of_publication() -> None:
    found = read(ATOM)
    first, second = found.stories
    assert (first.text, first.dated, first.outlet) == (
        "No\n\nThe ministry said no.",
        date(2021, 3, 2),
        "Wire",
    )
    assert (second.text, second.dated, second.outlet) == ("Text\n\n2 < 3, it said.", None, "Harbour Post")
    assert [item.code for item in second.problems] == ["no_date"]


def test_a_feed_is_decoded_as_it_states() -> None:
    (story,) = rss(FULL.replace("“no”", "дом"), encoding="koi8-r").stories
    assert "дом" in story.text


def test_a_feed_that_breaks_off_keeps_what_came_and_says_so() -> None:
    whole = HEAD.format("utf-8") + FULL + TEASER
    found = read(whole[: len(whole) - 40], url="https://harbour.example/feed.xml")
    assert len(found.stories) == 1
    assert [item.code for item in found.problems] == ["broken_feed"]


@pytest.mark.parametrize("text", ["<rss>", "<feed", "<rss version='2.0'><channel></rss>"])
def test_what_only_begins_as_a_feed_is_told(text: str) -> None:
    found = read(text)
    assert (found.stories, found.links) == ((), ())
    assert found.problems


def test_an_entry_without_text_or_link_is_a_lost_row() -> None:
    found = rss("<item><title>Nothing</title></item>", FULL)
    assert len(found.stories) == 1
    (told,) = found.problems
    assert (told.code, told.severity, told.rows) == ("empty_entry", Severity.ROW, 1)
    assert told.where == "feed.xml entry 1"


def test_an_entry_that_names_no_link_is_a_story_of_its_own_and_never_its_feed_s() -> None:
    """The address of the feed is not theirs: entries under one address would be versions of one story."""
    first = TEASER.replace("<link>/2</link>", "")
    second = FULL.replace("<link>https://harbour.example/1</link>", "")
    found = rss(first, second, url="https://harbour.example/feed.xml")
    assert [(story.title, story.url) for story in found.stories] == [("Teaser", ""), ("No & yes", "")]
    assert (found.links, found.problems) == ((), ())


def test_entities_expand_to_nothing_large_and_read_no_file() -> None:
    item = "<item><title>&l9; &x;</title><description>&l9; &x;</description></item>"
    found = read(BOMB.format("rss") + f'<rss version="2.0"><channel>{item}</channel></rss>')
    assert sum(len(story.text) for story in found.stories) < 1000
    where = "<url><loc>https://harbour.example/&l9;&x;</loc></url>"
    found = read(BOMB.format("urlset") + f"<urlset>{where}</urlset>")
    assert all(len(link.url) < 1000 for link in found.links)
    assert [item.severity for item in found.problems if item.code == "bad_xml"] == [Severity.FATAL]


def test_a_feed_is_never_taken_for_an_address_or_the_name_of_a_file() -> None:
    found = read_input(Raw(b"file:///etc/hostname", "a.rss"))
    assert (found.kind, found.stories, found.links) == (None, (), ())


def test_a_news_sitemap_gives_addresses_with_day_and_headline() -> None:
    found = read(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="i" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><image:image><image:loc>'
        "https://harbour.example/1.png</image:loc></image:image><loc> https://harbour.example/1 </loc>"
        "<news:news>"
        "<news:publication_date>2021-03-02T23:30:00-05:00</news:publication_date><news:title>No</news:title>"
        "</news:news></url><url><loc>javascript:x</loc></url><url/></urlset>"
    )
    (link,) = found.links
    assert (link.url, link.title, link.dated) == ("https://harbour.example/1", "No", date(2021, 3, 2))
    assert (found.kind, link.index) == (InputKind.SITEMAP, False)
    assert [(item.code, item.where) for item in found.problems] == [
        ("bad_url", "in.xml entry 2"),
        ("bad_url", "in.xml entry 3"),
    ]


def test_an_index_names_further_sitemaps() -> None:
    found = read(
        "<sitemapindex><sitemap><loc>https://harbour.example/a.xml.gz</loc><lastmod>2021-03-02</lastmod>"
        "</sitemap></sitemapindex>"
    )
    (link,) = found.links
    assert (link.index, link.changed) == (True, datetime(2021, 3, 2, tzinfo=UTC))


def test_a_sitemap_that_breaks_off_keeps_what_came_and_says_so() -> None:
    entries = "".join(f"<url><loc>https://harbour.example/{number}</loc></url>" for number in range(3000))
    found = read(f"<urlset>{entries}<url><loc>https://harb")
    assert len(found.links) >= 3000
    assert [(item.code, item.severity) for item in found.problems][-1] == ("bad_xml", Severity.FIELD)


def test_no_more_addresses_are_read_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("licet.news.inputs.sitemaps.MOST_ITEMS", 2)
    found = read("<urlset>" + "<url><loc>https://harbour.example/1</loc></url>" * 3 + "</urlset>")
    assert len(found.links) == 2
    assert [item.code for item in found.problems] == ["too_many"]
