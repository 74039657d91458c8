"""`licet lists sync` against a web server of our own: 0, 4 and 5."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.command import dpl, invented, licet
from tests.loopback import Loopback, data, loopback, status

NAMES = invented(400)


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A mirror on this machine."""
    with loopback() as running:
        yield running


def sync(server: Loopback, *more: str) -> tuple[int, dict[str, str], str]:
    asked = ("--mirror", server.url, "--allow-http", "--db", "s.db")
    done = licet("lists", "sync", "us_bis_dpl", *asked, *more)
    (row,) = done.json
    return done.status, row, done.err


def test_a_list_is_received_then_unchanged_then_refused_then_unreachable(server: Loopback) -> None:
    """Each with its exit status; the good edition stays through all of it."""
    server.at("/us_bis_dpl/txt", data(dpl(*NAMES), ETag='"1"'))
    code, row, err = sync(server)
    assert (code, row["list"]) == (0, "us_bis_dpl")
    assert "us_bis_dpl: " in err
    good = licet("lists", "versions", "us_bis_dpl", "--db", "s.db").json
    assert [item["listings"] for item in good] == [400]

    code, again, _ = sync(server)
    assert code == 0
    assert again["outcome"] != row["outcome"]

    for nothing in (b"", b"<html><body>Sign in</body></html>"):
        server.at("/us_bis_dpl/txt", data(nothing, ETag='"2"'))
        assert sync(server)[0] == 5
    server.at("/us_bis_dpl/txt", data(dpl(*NAMES[:150]), ETag='"3"'))
    code, row, err = sync(server)
    assert (code, row["outcome"]) == (4, "refused")
    assert "62.5% fewer" in err

    server.at("/us_bis_dpl/txt", status(404))
    code, row, err = sync(server)
    assert (code, row["outcome"]) == (5, "failed")
    assert "404" in err
    assert licet("lists", "versions", "us_bis_dpl", "--db", "s.db").json == good
    (now,) = (row for row in licet("lists", "status", "--db", "s.db").json if row["list"] == "us_bis_dpl")
    assert now["trouble"].startswith("fetch failed")

    server.at("/us_bis_dpl/txt", data(dpl(*NAMES[:350])))
    assert sync(server)[0] == 0
    (now,) = (row for row in licet("lists", "status", "--db", "s.db").json if row["list"] == "us_bis_dpl")
    assert (now["trouble"], now["listings"]) == ("", 350)


def test_a_refusal_outranks_a_failed_download(server: Loopback) -> None:
    """Of several troubles the highest wins: 4 before 5."""
    server.at("/us_bis_dpl/txt", data(dpl(*NAMES[:150])))
    asked = ("--mirror", server.url, "--allow-http", "--db", "s.db")
    done = licet("lists", "sync", "us_bis_dpl", "un_sc", *asked)
    outcomes = {row["list"]: row["outcome"] for row in done.json}
    assert (done.status, outcomes) == (4, {"us_bis_dpl": "refused", "un_sc": "failed"})


def test_a_mirror_without_encryption_must_be_allowed(server: Loopback) -> None:
    """Nothing is asked for otherwise."""
    done = licet("lists", "sync", "us_bis_dpl", "--mirror", server.url, "--db", "s.db")
    assert (done.status, "--allow-http" in done.err or "https" in done.err) == (5, True)
    assert server.seen == []
