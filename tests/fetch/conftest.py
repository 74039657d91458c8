"""A server for the tests of fetching."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.loopback import Loopback, loopback


@pytest.fixture(name="server")
def running_server() -> Iterator[Loopback]:
    """A server for one test."""
    with loopback() as server:
        yield server
