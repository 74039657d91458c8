"""The network client against a real server that behaves, and one that does not."""

from __future__ import annotations

import gzip
import hashlib
import time
from dataclasses import replace

import pytest
from tests.fetch.asking import PATIENT, QUICK, RETRYING, ROWS, get, refused
from tests.loopback import (
    Behaviour,
    Loopback,
    chunked,
    data,
    drips,
    drips_headers,
    gzipped,
    in_turn,
    loopback,
    redirects,
    silent,
    stalls,
    states,
    states_then_more,
    status,
    unstated,
)
from tests.shared import DATA, needs_shared, read_bytes

from licet import __version__
from licet.errors import FetchError
from licet.fetch import Fetched, Validators, fetch
from licet.fetch.body import decoded
from licet.fetch.contract import MIB


def test_a_file_comes_with_hash_validators_and_address(server: Loopback) -> None:
    """All that the archive and the fetch log need."""
    stamp = "Fri, 03 May 2024 14:00:00 GMT"
    url = server.at("/sdn.csv", data(ROWS, ETag='"v1"', Last_Modified=stamp))
    found = get(url)
    assert found == Fetched(url, url, 200, ROWS, hashlib.sha256(ROWS).hexdigest(), '"v1"', stamp)
    assert server.seen[0].headers["user-agent"] == f"licet/{__version__}"


@needs_shared
@pytest.mark.shared
def test_official_files_come_byte_for_byte(server: Loopback) -> None:
    """A BIS file of 2018 (with its doubled quotes) and an OFAC XML, plain and compressed in transfer."""
    wide = replace(QUICK, max_bytes=100_000_000, total_seconds=30.0)
    listed = ("bis_dpl/2018-08-17/dpl.txt.gz", "un")
    newest_un = max((DATA / listed[1]).rglob("2*/*.xml.gz")).relative_to(DATA).as_posix()
    for name in (listed[0], newest_un):
        body = read_bytes(name)
        for behaviour in (data(body), gzipped(body), chunked(body)):
            assert get(server.at("/file", behaviour), wide).sha256 == hashlib.sha256(body).hexdigest()


@pytest.mark.parametrize(
    ("previous", "sent"),
    [
        (Validators(etag='"v1"'), {"if-none-match": '"v1"'}),
        (Validators(last_modified="Fri, 03 May 2024 14:00:00 GMT"), {"if-modified-since"}),
        (Validators('"v1"', "Fri, 03 May 2024 14:00:00 GMT"), {"if-none-match"}),
    ],
)
def test_what_the_server_knows_as_unchanged_is_not_sent_again(
    server: Loopback, previous: Validators, sent: set[str]
) -> None:
    """304; with an entity tag in hand the vaguer date is not shown."""
    url = server.at("/f", data(ROWS, ETag='"v1"', Last_Modified="Fri, 03 May 2024 14:00:00 GMT"))
    found = get(url, previous=previous)
    assert (found.not_modified, found.status, found.content, found.sha256) == (True, 304, b"", "")
    assert found.etag == '"v1"'
    conditional = {"if-none-match", "if-modified-since"} & set(server.seen[0].headers)
    assert conditional == set(sent)


def test_a_changed_file_is_sent_although_validators_are_shown(server: Loopback) -> None:
    """The old tag does not match."""
    url = server.at("/f", data(ROWS, ETag='"v2"'))
    found = get(url, previous=Validators('"v1"'))
    assert (found.status, found.content, found.etag) == (200, ROWS, '"v2"')


def test_validators_are_shown_only_to_the_resource_that_gave_them(server: Loopback) -> None:
    """After a move, a file elsewhere with an older date must not pass for ours."""
    server.at("/new", data(ROWS, ETag='"v1"'))
    url = server.at("/f", redirects("/new?signature=2"))
    held = Validators('"v1"', url=f"{server.url}/f")
    assert get(url, previous=held).status == 200
    assert [item.headers.get("if-none-match") for item in server.seen] == ['"v1"', None]


def test_a_304_that_nobody_asked_for_is_an_error(server: Loopback) -> None:
    """There are no bytes that it could speak of."""
    failure = refused(server.at("/f", status(304)))
    assert failure.status == 304
    assert "though it was not asked" in failure.reason


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (401, "log-in"),
        (403, "refuses us"),
        (404, "no file at this address"),
        (410, "taken the file away"),
        (418, "not expected"),
        (204, "not expected"),
        (206, "not expected"),
        (302, "not expected"),
    ],
)
def test_a_status_that_will_not_pass_is_told_at_once(server: Loopback, code: int, says: str) -> None:
    """One request, the status, and what to do."""
    failure = refused(server.at("/f", status(code)), RETRYING)
    assert (failure.status, failure.tries, server.asked("/f")) == (code, 1, 1)
    assert f"HTTP {code}" in failure.reason
    assert says in failure.reason


@pytest.mark.parametrize("code", [429, 500, 502, 503])
def test_a_server_that_always_fails_is_tried_a_few_times(server: Loopback, code: int) -> None:
    """Then the error tells how often."""
    failure = refused(server.at("/f", status(code)), RETRYING)
    assert (failure.status, failure.tries, server.asked("/f")) == (code, 3, 3)
    assert "after 3 tries" in failure.reason


def test_a_server_that_fails_twice_is_forgiven(server: Loopback) -> None:
    """The EU's server answers 500 in bursts."""
    url = server.at("/f", in_turn(status(500), status(500), data(ROWS)))
    found = get(url, RETRYING)
    assert (found.content, found.tries) == (ROWS, 3)


def test_waits_double_and_obey_the_server(server: Loopback) -> None:
    """`Retry-After` in seconds is kept where it is longer."""
    waits: list[float] = []
    url = server.at("/f", in_turn(status(500), status(500), status(503, Retry_After="2"), data(ROWS)))
    limits = replace(QUICK, tries=4, backoff_seconds=0.5, total_seconds=60.0)
    fetch(url, limits=limits, previous=None, allowed_hosts=(), allow_http=True, sleep=waits.append)
    assert waits == [0.5, 1.0, 2.0]


def test_a_wait_beyond_the_total_time_is_not_begun(server: Loopback) -> None:
    """A server that asks for an hour gets no second request."""
    failure = refused(server.at("/f", status(503, Retry_After="3600")), RETRYING)
    assert failure.tries == 1


@pytest.mark.parametrize(
    ("behaviour", "says"),
    [
        (silent(30, ROWS), "silent for 0.3 s"),
        (stalls(ROWS, 100, 30), "silent for 0.3 s"),
        (states(len(ROWS) + 10, ROWS), "broke off"),
        (states(len(ROWS), ROWS[:100]), "broke off"),
        (states(len(ROWS) - 10, ROWS), "sent more"),
        (states_then_more(ROWS, b"late", 0.1), "sent more"),
        (chunked(ROWS, whole=False), "broke off"),
        (gzipped(ROWS, cut=12), "compression has no end"),
        (data(b"no gzip at all", Content_Encoding="gzip"), "compression is damaged"),
    ],
    ids=["slow", "stall", "long", "cut", "short", "late", "cut-chunks", "cut-gzip", "bad-gzip"],
)
def test_a_file_that_is_not_whole_is_an_error_and_tried_again(
    server: Loopback, behaviour: Behaviour, says: str
) -> None:
    """A cut-off, or a length that was not the truth, must not delist anyone."""
    begun = time.monotonic()
    limits = QUICK if "silent" in says else PATIENT
    failure = refused(server.at("/f", behaviour), replace(limits, tries=2))
    assert says in failure.reason
    assert (failure.tries, server.asked("/f")) == (2, 2)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("behaviour", [drips(ROWS, 0.02), drips_headers(0.02)], ids=["body", "headers"])
def test_a_server_that_drips_for_ever_meets_the_total_time(server: Loopback, behaviour: Behaviour) -> None:
    """Never silent for long, and never done: not in the body, and not in the headers."""
    begun = time.monotonic()
    failure = refused(server.at("/f", behaviour), replace(RETRYING, total_seconds=0.5))
    assert "longer than 0.5 s in all" in failure.reason
    assert failure.tries == 1
    assert 0.45 < time.monotonic() - begun < 5


def test_a_silence_ends_with_the_total_time(server: Loopback) -> None:
    """Even where a longer silence would be allowed."""
    begun = time.monotonic()
    failure = refused(
        server.at("/f", silent(30, ROWS)), replace(QUICK, total_seconds=0.3, stall_seconds=20.0)
    )
    assert "longer than 0.3 s in all" in failure.reason
    assert time.monotonic() - begun < 5


def test_chunks_and_an_unstated_length_are_fine(server: Loopback) -> None:
    """Where the length was not told the result says so: a cut-off could not have been seen."""
    assert get(server.at("/c", chunked(ROWS))).length_stated
    found = get(server.at("/u", unstated(ROWS)))
    assert (found.content, found.length_stated) == (ROWS, False)


def test_transfer_compression_is_undone(server: Loopback) -> None:
    """The hash is that of the published bytes, and the stated length that of the compressed ones."""
    found = get(server.at("/f", gzipped(ROWS)))
    assert found.content == ROWS
    assert server.seen[0].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("size", [1, MIB - 1, MIB, MIB + 1, 3 * MIB])
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_compression_is_undone_however_it_is_cut_into_pieces(size: int, step: int) -> None:
    """Around the bound up to which it is decompressed at once, and in two members."""
    body = bytes(size)
    packed = gzip.compress(body, mtime=0) + gzip.compress(b"more", mtime=0)
    pieces = (packed[start : start + step] for start in range(0, len(packed), step))
    assert b"".join(decoded(pieces, "gzip")) == body + b"more"


def test_a_compressed_file_stays_compressed(server: Loopback) -> None:
    """Without `Content-Encoding`, gzip is what the publisher published."""
    packed = gzip.compress(ROWS, mtime=0)
    assert get(server.at("/f.gz", data(packed))).content == packed


def test_a_compression_not_offered_is_refused(server: Loopback) -> None:
    """Its bytes would not be the file."""
    failure = refused(server.at("/f", data(ROWS, Content_Encoding="br")))
    assert "'br', which was not offered" in failure.reason


@pytest.mark.parametrize(
    "behaviour",
    [
        data(b"x" * 300_000),
        chunked(b"x" * 300_000),
        unstated(b"x" * 300_000),
        states(10**12, b"x"),
        gzipped(b"x" * 100_000_000),
    ],
    ids=["stated", "chunked", "unstated", "boast", "bomb"],
)
def test_a_file_above_the_limit_is_refused(server: Loopback, behaviour: Behaviour) -> None:
    """Also when the bytes sent are few and only the decompressed ones are many."""
    failure = refused(server.at("/f", behaviour), RETRYING)
    assert "larger than the limit of 0.2 MiB; if that is right, raise the setting" in failure.reason
    assert failure.tries == 1
    page = refused(server.at("/f", behaviour), replace(RETRYING, pages=True))
    assert page.reason == "it is larger than the limit of 0.2 MiB"  # no setting says how large a page may be


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><html><body>Service unavailable</body></html>",
        b"\xef\xbb\xbf\r\n  <HTML lang=en>captcha</HTML>",
        b'<?xml version="1.0"?>\n<!-- gateway -->\n<!doctype  html PUBLIC "x"><html/>',
    ],
)
def test_a_web_page_is_no_list(server: Loopback, body: bytes) -> None:
    """Gateways answer 200 with a page."""
    failure = refused(server.at("/f", data(body)), RETRYING)
    assert "web page instead of data" in failure.reason
    assert (failure.status, failure.tries) == (200, 1)


@pytest.mark.parametrize("body", [b'<?xml version="1.0"?><sdnList/>', b"<htmlish/>", b'1,"<html>"'])
def test_data_that_only_looks_like_a_page_passes(server: Loopback, body: bytes) -> None:
    """XML lists begin with a tag too."""
    assert get(server.at("/f", data(body))).content == body


@pytest.mark.parametrize("body", [b"", b" \r\n"])
def test_an_empty_file_is_an_error(server: Loopback, body: bytes) -> None:
    """An archive of OFAC's list ends with such a file: it must not delist 14,965 parties."""
    failure = refused(server.at("/f", data(body)))
    assert "empty file" in failure.reason
    assert failure.status == 200


def test_plain_http_is_refused_unless_allowed(server: Loopback) -> None:
    """Nothing is sent."""
    url = server.at("/f", data(ROWS))
    with pytest.raises(FetchError, match="not encrypted"):
        fetch(url, limits=QUICK, previous=None, allowed_hosts=())
    assert server.seen == []


def test_no_server_at_all_is_a_failure_after_tries() -> None:
    """The port is closed."""
    with loopback() as server:
        url = server.at("/f", data(ROWS))
    failure = refused(url, RETRYING)
    assert "no connection" in failure.reason
    assert (failure.status, failure.tries) == (0, 3)


def test_proxies_of_the_environment_are_not_used_for_this_machine(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the wildcard nor the scheme's own."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert get(server.at("/f", data(ROWS))).content == ROWS


def test_proxies_of_the_environment_are_used_for_other_machines(
    server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The proxy is asked for the whole address."""
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", server.url)
    server.at("http://lists.invalid/f", data(ROWS))
    assert get("http://lists.invalid/f").content == ROWS
    assert server.seen[0].headers["host"] == "lists.invalid"
