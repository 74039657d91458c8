"""Redirects: followed to hosts that are named, asked once where they are presigned, and ended in time."""

from __future__ import annotations

import pytest
from tests.fetch.asking import RETRYING, ROWS, get, refused
from tests.loopback import (
    Loopback,
    data,
    in_turn,
    redirects,
    status,
)


def test_a_redirect_is_followed_and_its_query_kept_to_itself(server: Loopback) -> None:
    """The query of a presigned address is a credential: it is used, and appears nowhere."""
    server.at("/bucket/sdn.csv", data(ROWS))
    url = server.at("/f", redirects("/bucket/sdn.csv?X-Amz-Signature=secret"))
    found = get(url)
    assert (found.url, found.final_url) == (url, f"{server.url}/bucket/sdn.csv")
    assert server.seen[1].path == "/bucket/sdn.csv?X-Amz-Signature=secret"
    server.at("/bucket/sdn.csv", status(403))
    failure = refused(url)
    assert "secret" not in str(failure) + failure.final_url


def test_the_address_asked_for_keeps_its_own_query(server: Loopback) -> None:
    """The EU's address carries a token."""
    url = server.at("/f", data(ROWS)) + "?token=abc"
    assert get(url).final_url == url


def test_a_presigned_address_is_never_asked_twice(server: Loopback) -> None:
    """It expires: every try begins at the official address."""
    server.at("/bucket", in_turn(status(500), data(ROWS)))
    url = server.at("/f", redirects("/bucket?key=1", "/bucket?key=2"))
    assert get(url, RETRYING).content == ROWS
    assert [item.path for item in server.seen] == ["/f", "/bucket?key=1", "/f", "/bucket?key=2"]


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_followed(server: Loopback, code: int) -> None:
    """A permanent one too, and it is not remembered either."""
    server.at("/g", data(ROWS))
    assert get(server.at("/f", redirects("/g#part", code=code))).content == ROWS


def test_a_redirect_to_another_host_needs_that_host_named(server: Loopback) -> None:
    """The request is not even sent."""
    elsewhere = server.url.replace("127.0.0.1", "localhost") + "/g"
    server.at("/g", data(ROWS))
    url = server.at("/f", redirects(elsewhere))
    failure = refused(url)
    assert "redirects to the host localhost, which this list does not name" in failure.reason
    assert server.asked("/g") == 0
    assert get(url, allowed_hosts=("localhost",)).content == ROWS


def test_a_circle_of_redirects_ends(server: Loopback) -> None:
    """After five."""
    server.at("/b", redirects("/a"))
    failure = refused(server.at("/a", redirects("/b")), RETRYING)
    assert "redirected more than 5 times" in failure.reason
    assert len(server.seen) == 6


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("file:///etc/passwd", "no web address"),
        ("ftp://127.0.0.1/x", "no web address"),
        ("http://127.0.0.1:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://user:secret@127.0.0.1/", "user name"),
    ],
)
def test_a_redirect_to_something_else_is_refused(server: Loopback, target: str, says: str) -> None:
    """Other schemes, broken addresses, and addresses with a password."""
    failure = refused(server.at("/f", redirects(target)), RETRYING)
    assert says in failure.reason
    assert failure.tries == 1
    assert "secret" not in str(failure)
