"""What stories come as, and what is told of inputs that are none."""

from __future__ import annotations

import gzip
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.model import Severity
from licet.news.inputs import gathered
from licet.news.inputs.gathered import Gathered, InputKind, Raw
from licet.news.inputs.reading import read_input
from licet.news.inputs.sniffing import kind_of
from licet.news.inputs.stamps import day_of, instant_of
from licet.news.story import Story

MAIL = b"From: a@harbour.example\nDate: Tue, 2 Mar 2021 10:00:00 +0000\nSubject: Pumps\n\nIt said no.\n"
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>H</title></channel></rss>'


def read(content: bytes | str, name: str = "", **more: str) -> Gathered:
    return read_input(Raw(content.encode() if isinstance(content, str) else content, name, **more))


def only(found: Gathered) -> Story:
    (story,) = found.stories
    return story


def codes(found: Gathered) -> list[str]:
    return [
        item.code for item in (*found.problems, *(item for one in found.stories for item in one.problems))
    ]


@pytest.mark.parametrize(
    ("content", "name", "media_type", "kind"),
    [
        (b"date 2021-03-02 The ministry said no.", "a.txt", "", InputKind.TEXT),
        (b"The ministry: it said no.\nMore: later.", "", "", InputKind.TEXT),
        (b"<!DOCTYPE html><p>No", "a.txt", "text/plain", InputKind.HTML),
        (b"\xef\xbb\xbf  <!-- x --><html>", "", "", InputKind.HTML),
        (b"<custom>", "a.html", "", InputKind.HTML),
        (b"The ministry", "", "text/html; charset=utf-8", InputKind.HTML),
        (RSS, "feed", "text/html", InputKind.FEED),
        (
            b'<?xml version="1.0"?>\n<?style x?><feed xmlns="atom">',
            "",
            "",
            InputKind.FEED,
        ),
        (b'<rdf:RDF xmlns:rdf="x">', "", "", InputKind.FEED),
        (b"<!DOCTYPE urlset [<!ENTITY a 'b'>]><urlset>", "", "", InputKind.SITEMAP),
        (b"<sitemapindex>", "", "", InputKind.SITEMAP),
        (b'{"text": "a"}', "", "", InputKind.JSONL),
        (b"nonsense", "a.jsonl", "", InputKind.JSONL),
        (MAIL, "", "", InputKind.EMAIL),
        (b"nonsense", "a.eml", "", InputKind.EMAIL),
        (b'<?xml version="1.0"?><invoice/>', "a.xml", "application/xml", None),
        ("<html>".encode("utf-16"), "", "", InputKind.HTML),
    ],
)
def test_an_input_is_what_its_bytes_say_then_what_it_is_called(
    content: bytes, name: str, media_type: str, kind: InputKind | None
) -> None:
    assert kind_of(Raw(content, name, media_type)) is kind


@pytest.mark.parametrize("filler", [" ", "<?a?>", "<!--", "<!doctype x ", "\n", "A: b\n", "<!-- -->"])
def test_what_an_input_is_is_told_in_time_that_grows_with_its_length(filler: str) -> None:
    """No text makes the patterns slow: this would not end if one did."""
    assert kind_of(Raw((filler * 100_000).encode() + b"z")) is not None


def test_a_plain_story_keeps_every_character() -> None:
    text = "date 2021-03-02 HARBOUR - The ministry said no.\r\n\r\nMore \u202e text.\n"
    story = only(read(text, outlet="Harbour Post", url="https://harbour.example/1"))
    assert (story.text, story.dated, story.extractor) == (text, date(2021, 3, 2), "")
    assert (story.outlet, story.url) == ("Harbour Post", "https://harbour.example/1")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (bytes(range(256)) * 40, "not_text"),
        (b"\x1f\x8b\x08 damaged", "bad_gzip"),
        (gzip.compress(b"date 2021-03-02 The ministry said no. " * 50, mtime=0)[:-9], "bad_gzip"),
        (b'<?xml version="1.0"?><invoice/>', "unknown_xml"),
    ],
)
def test_what_is_no_story_is_one_problem_that_says_where(content: bytes, code: str) -> None:
    found = read(content, "odd.bin")
    (told,) = found.problems
    assert (told.code, told.severity, found.stories) == (code, Severity.FATAL, ())
    assert told.where == "odd.bin"
    assert told.message.endswith(".")


def test_json_lines_without_a_line_are_told() -> None:
    """Also of nothing but white space: nothing is given up in silence."""
    for content in (b"", b"\xef\xbb\xbf\n \n"):
        (told,) = read(content, "none.jsonl").problems
        assert (told.code, told.severity, told.where) == ("empty", Severity.FATAL, "none.jsonl")


def test_an_array_of_json_is_never_one_story() -> None:
    found = read(b'[ {"text": "The ministry said no."}, {"text": "It said yes."}]', "all.json")
    assert found.stories == ()
    assert codes(found) == ["bad_json"]
    assert only(read(b"[Harbour] The ministry said no.", "a.txt")).text.startswith("[Harbour]")


def test_a_few_odd_bytes_make_a_short_story_no_less_of_one() -> None:
    """A terminal's bell, a null, a vertical tab: kept as they are."""
    text = "date 2021-03-02\nThe ministry \x07 said\x00 no.\v\x1b[31m"
    assert only(read(text.encode())).text == text


def test_a_pdf_is_told_as_what_it_is() -> None:
    """Also one whose bytes would pass for text."""
    (told,) = read(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n", "order.pdf").problems
    assert (told.severity, told.where) == (Severity.FATAL, "order.pdf")
    assert "Save its text" in told.message


def test_a_packed_input_is_unpacked_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(b"date 2021-03-02 The ministry said no. " * 1000, mtime=0)
    assert only(read(packed, "a.txt.gz")).dated == date(2021, 3, 2)
    monkeypatch.setattr("licet.news.inputs.reading.MOST_BYTES", 1000)
    assert codes(read(packed, "a.txt.gz")) == ["too_large"]


def test_every_member_of_a_packed_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file put together of packed ones is a packed file (RFC 1952, section 2.2)."""
    first, second = (
        gzip.compress(b"date 2021-03-02 The ministry said no. "),
        gzip.compress(b"It said so twice."),
    )
    assert only(read(first + second, "a.txt.gz")).text.endswith("said no. It said so twice.")
    assert codes(read(first + second[:-9], "a.txt.gz")) == ["bad_gzip"]
    monkeypatch.setattr("licet.news.inputs.reading.MOST_BYTES", 40)
    assert codes(read(first + second, "a.txt.gz")) == ["too_large"]


def test_a_text_beyond_the_limit_is_told_with_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("licet.news.inputs.plain.MOST_CHARACTERS", 100)
    found = read("date 2021-03-02 " + "no " * 100)
    assert codes(found) == ["too_long"]
    assert "at most 100" in found.problems[0].message
    assert gathered.MOST_CHARACTERS >= 1_000_000


def test_a_day_that_is_none_and_a_day_that_is_missing_are_told() -> None:
    assert codes(read("date 2021-13-45 The ministry said no.")) == ["bad_date"]
    assert codes(read("The ministry said no.")) == ["no_date"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-02", date(2021, 3, 2)),
        ("2021-03-02T23:30:00-05:00", date(2021, 3, 2)),
        ("20210302T233000Z", date(2021, 3, 2)),
        ("Tue, 02 Mar 2021 23:30:00 -0500", date(2021, 3, 2)),
        ("2 March", None),
        ("yesterday", None),
        ("2021-02-30", None),
        ("", None),
        ("2021-03-022", None),
    ],
)
def test_a_day_is_that_of_the_writer_s_own_zone(text: str, day: date | None) -> None:
    """An evening in New York is not moved to the next day, as UTC would have it."""
    assert day_of(text) == day


def test_an_instant_is_brought_to_utc_and_a_bare_day_begins() -> None:
    assert instant_of("Tue, 02 Mar 2021 23:30:00 -0500") == datetime(2021, 3, 3, 4, 30, tzinfo=UTC)
    assert instant_of(" 2021-03-02 ") == datetime(2021, 3, 2, tzinfo=UTC)
    assert instant_of("0001-01-01T00:00:00+14:00") is None
    assert instant_of("soon") is None


def test_json_lines_are_read_line_by_line_and_a_bad_line_stops_no_other() -> None:
    lines = (
        '{"text": "No.\u2028Yes.", "date": "2021-03-02", "title": " A \\u001b[31m B ", '
        '"url": "https://harbour.example/1", "outlet": "Harbour Post"}\n'
        "\n"
        '{"text": 5}\n'
        "nonsense\n"
        '["text"]\n'
        '{"text": "date 2021-03-05 No.", "lang": "en", "url": "javascript:x", "title": 7}\r\n'
        '{"text": "No.", "date": "soon", "lang": "en"}\n'
        '{"text": "half \\ud83d", "date": "2021-03-02"}'
    )
    found = read(lines, "a.jsonl")
    first, second, third, fourth = found.stories
    assert (first.text, first.dated, first.title) == ("No.\u2028Yes.", date(2021, 3, 2), "A [31m B")
    assert (first.outlet, first.url) == ("Harbour Post", "https://harbour.example/1")
    assert (second.dated, second.url, second.title) == (date(2021, 3, 5), "", "")
    assert [item.code for item in second.problems] == ["bad_url", "bad_field"]
    assert (third.dated, [item.code for item in third.problems]) == (None, ["bad_date"])
    assert fourth.text == "half \ud83d"
    lost = [(item.code, item.where, item.rows) for item in found.problems if item.severity is Severity.ROW]
    assert lost == [
        ("no_text", "a.jsonl line 3", 1),
        ("bad_json", "a.jsonl line 4", 1),
        ("bad_json", "a.jsonl line 5", 1),
    ]
    assert found.problems[-1].message == "Not read: 'lang' (2 lines). Known: text, title, date, url, outlet."


def test_json_nested_without_end_is_a_bad_line() -> None:
    found = read('{"text": ' + "[" * 100_000, "a.jsonl")
    assert codes(found) == ["bad_json"]


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(
        ["", "<html>", "<rss><channel>", "<urlset><url>", "{", "From: a\nDate: b\n", "date 2021-03-02 "]
    ),
    st.sampled_from(["", "a.html", "a.eml", "a.jsonl", "a.rss", "a.txt"]),
)
def test_no_bytes_do_harm(content: bytes, start: str, name: str) -> None:
    """Whatever comes is stories, links or problems; what is a story has text that a span can be cut from."""
    found = read_input(Raw(start.encode() + content, name))
    assert found.stories or found.links or found.problems or found.kind in {InputKind.FEED, InputKind.SITEMAP}
    for story in found.stories:
        assert story.span(0, 1).text == story.text[0]


def test_an_input_of_one_long_line_is_read() -> None:
    text = "date 2021-03-02 " + '"' * 7 + "no " * 350_000
    assert only(read(text)).text == text


def test_the_readers_of_stories_load_no_library_until_a_page_comes(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys\nfrom licet.news.inputs.gathered import Raw\n"
        "from licet.news.inputs.reading import read_input\n"
        "read_input(Raw(b'date 2021-03-02 No.')); read_input(Raw(b'{\"text\": \"No.\"}'))\n"
        "print(sorted({'trafilatura', 'feedparser', 'lxml'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert ran.stdout.strip() == "[]"
