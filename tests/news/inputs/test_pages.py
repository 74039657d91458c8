"""Stories of web pages and of pieces of HTML."""

from __future__ import annotations

from datetime import date

import pytest

from licet.news.inputs.fragments import words_of
from licet.news.inputs.gathered import Gathered, Raw
from licet.news.inputs.pages import page_text
from licet.news.inputs.reading import read_input
from licet.news.inputs.stated import stated_in

BODY = (
    "<nav><a href='/'>Home</a> <a href='/x'>World</a></nav><article><h1>Ministry widens the licence rule</h1>"
    "<p>The trade ministry said on Tuesday that it would widen the licence rule for pumps.</p>"
    "<p>“We will act with care,” the minister said in a statement to reporters in the harbour.</p>"
    "</article><aside>Buy our <b>newsletter</b></aside><script>alert('Ministry')</script>"
    "<footer>© 2019</footer>"
)
META = '<meta property="article:published_time" content="2021-03-02T22:30:00-05:00">'
LINKED = (
    '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2001-01-01"},'
    '{"@type":["NewsArticle"],"headline":"Ministry widens\\n the licence rule","datePublished":"2021-03-01",'
    '"publisher":{"name":"The Harbour Post"}}]}</script>'
)


def page(head: str = "", body: str = BODY, title: str = "Ministry | Post", **more: str) -> Gathered:
    markup = f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return read_input(Raw(markup.encode(), "page.html", **more))


def test_a_page_becomes_its_main_text_under_its_headline() -> None:
    (story,) = page(META + '<meta property="og:site_name" content="The Harbour Post">').stories
    assert story.text.split("\n\n") == [
        "Ministry widens the licence rule",
        "The trade ministry said on Tuesday that it would widen the licence rule for pumps.",
        "“We will act with care,” the minister said in a statement to reporters in the harbour.",
    ]
    assert (story.dated, story.outlet) == (date(2021, 3, 2), "The Harbour Post")
    assert story.extractor.startswith("trafilatura ")
    assert story.problems == ()


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (META, date(2021, 3, 2)),
        (LINKED, date(2021, 3, 1)),
        (META + LINKED, date(2021, 3, 2)),
        ('<meta name="DC.date.issued" content="2021-03-04">', date(2021, 3, 4)),
        ('<time datetime="2021-03-05" itemprop="datePublished">5 March</time>', date(2021, 3, 5)),
        ('<script type="application/ld+json">{"@type": [[[</script>' + META, date(2021, 3, 2)),
    ],
)
def test_the_day_is_the_one_that_the_page_states(head: str, day: date) -> None:
    (story,) = page(head).stories
    assert (story.dated, story.problems) == (day, ())


def test_a_day_that_is_only_found_in_the_page_is_told_as_such() -> None:
    (story,) = page(url="https://harbour.example/2021/03/06/licence").stories
    assert story.dated == date(2021, 3, 6)
    assert [item.code for item in story.problems] == ["inferred_date"]


def test_a_page_without_a_day_has_none_and_never_takes_the_present_one() -> None:
    (story,) = page(body=BODY.replace("© 2019", "")).stories
    assert story.dated is None
    assert [item.code for item in story.problems] == ["no_date"]


def test_a_day_to_come_is_read_alike_on_any_day() -> None:
    (story,) = page('<meta property="article:published_time" content="2198-05-01">').stories
    assert story.dated == date(2198, 5, 1)


def test_schema_org_names_headline_and_publisher() -> None:
    (story,) = page(LINKED).stories
    assert (story.title, story.outlet) == ("Ministry widens the licence rule", "The Harbour Post")


def test_a_page_may_name_its_own_address_but_not_one_on_another_site() -> None:
    own = '<link rel="canonical" href="https://www.harbour.example/licence">'
    (story,) = page(own, url="https://harbour.example/licence?from=letter").stories
    assert story.url == "https://www.harbour.example/licence"
    (story,) = page(own, url="https://copy.example/9").stories
    assert (story.url, story.outlet) == ("https://copy.example/9", "copy.example")
    (story,) = page(own).stories
    assert (story.url, story.outlet) == ("https://www.harbour.example/licence", "harbour.example")


def test_the_user_s_word_for_the_outlet_counts() -> None:
    (story,) = page('<meta property="og:site_name" content="Somebody">', outlet="Harbour Post").stories
    assert story.outlet == "Harbour Post"


def test_a_long_page_loses_no_paragraph() -> None:
    said = "says that the harbour is open and that ships may go."
    lines = [f"Paragraph {number} {said}" for number in range(2000)]
    (story,) = page(META, "<article>" + "".join(f"<p>{line}</p>" for line in lines) + "</article>").stories
    assert story.text.split("\n\n")[1:] == lines


@pytest.mark.parametrize("body", ["", "<form><input></form>", "<div>" * 50_000 + "deep"])
def test_a_page_without_main_text_is_told_with_what_to_do(body: str) -> None:
    found = page(body=body, title="")
    assert found.stories == ()
    (told,) = found.problems
    assert told.code == "no_main_text"
    assert "Save what a browser shows as text and add that." in told.message


@pytest.mark.parametrize(
    ("content", "media_type", "text"),
    [
        ("<p>Łódź é".encode(), "", "Łódź é"),
        ("<meta charset='iso-8859-2'><p>Łódź".encode("iso-8859-2"), "", "Łódź"),
        ("<meta charset='iso-8859-1'><p>“é”".encode("cp1252"), "", "“é”"),
        ("<p>“é”".encode("cp1252"), "", "“é”"),
        ("<p>дом".encode("koi8-r"), "text/html; charset=KOI8-R", "дом"),
        ("<meta charset='utf-16'><p>é".encode(), "text/html; charset=bogus", "é"),
        ("<p>é".encode("utf-16"), "text/html; charset=utf-8", "é"),
    ],
)
def test_a_page_is_decoded_by_what_it_states_unless_the_bytes_deny_it(
    content: bytes, media_type: str, text: str
) -> None:
    assert page_text(content, media_type)[0].endswith(text)


def test_a_piece_of_html_gives_all_its_words_as_paragraphs_and_none_that_are_hidden() -> None:
    markup = (
        "<style>p{}</style><p>He said &ldquo;no&rdquo;<br>then <b>y</b>es.</p><p hidden>secret</p>"
        "<div style='display: none'>secret <p>too</p></div><ul><li>One<li>Two</ul>"
        "<script>x('<p>')</script>tail"
    )
    assert words_of(markup).split("\n\n") == ["He said “no”", "then yes.", "One", "Two", "tail"]


@pytest.mark.parametrize(
    "markup", ["<div>" * 30_000 + "deep", "<p hidden>" * 30_000 + "x", "<![CDATA[x", "</p>&#0;&#xd800;"]
)
def test_broken_pieces_of_html_do_no_harm(markup: str) -> None:
    assert isinstance(words_of(markup), str)


def test_a_numbered_character_that_no_xml_may_hold_costs_nothing_but_itself() -> None:
    for odd in ("&#27;", "&#7", "&#x1B;", "&#xFFFE;", "&#0;"):
        (story,) = page(META, BODY.replace("with care", f"with {odd} care")).stories
        assert "“We will act with \ufffd care,” the minister said" in story.text
    (story,) = page(META, BODY.replace("with care", "with &#233;&#x263A; care")).stories
    assert "with é\u263a care" in story.text


@pytest.mark.parametrize(
    "odd", ["<![ x]>", "<![foo[ x]]>", "<![>", "<![if x]>", "<![endif]>", "<!x>", "<?x>"]
)
def test_odd_declarations_are_passed_over(odd: str) -> None:
    assert words_of(f"<p>No{odd}w.</p><p>Yes.</p>").replace("]>", "") == "Now.\n\nYes."
    (story,) = page(META, BODY.replace("<p>“We", f"{odd}<p>“We")).stories
    assert (story.dated, story.text.split()[0]) == (date(2021, 3, 2), "Ministry")


@pytest.mark.parametrize(
    "odd",
    [
        *(
            "<!--",
            "<![CDATA[",
            "<![if ",
            "<!x ",
            "<?x ",
            "<a ",
            "</",
            "</a ",
            '<a b="',
            "<a b=",
            "<!DOCTYPE ",
        ),
        *("<!-- >", "<![CDATA[ ]>", "<![if >", "</ >", "<a b='>", "<!-->"),
    ],
)
def test_what_begins_ever_again_and_never_ends_is_read_in_the_time_of_its_length(odd: str) -> None:
    """A search of the whole rest at each of these would take hours; what follows is not lost either."""
    markup = "<p>Yes.</p>" + odd * 150_000
    assert words_of(markup).startswith("Yes.")
    stated_in(META + markup)


def test_a_tag_of_very_many_attributes_is_refused_before_it_costs_hours() -> None:
    many = " ".join(f"a{number}" for number in range(200_000))
    (told,) = page(META, f"<p {many}>{BODY}").problems
    assert (told.code, told.where) == ("odd_page", "page.html")
    assert "200,000 attributes" in told.message
