"""How the tests ask a server that runs beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from licet.errors import FetchError
from licet.fetch import DownloadError, Fetched, Limits, Validators, fetch

ROWS = b"".join(b'%d,"PARTY %d",-0- ,"CUBA"\r\n' % (row, row) for row in range(400))
QUICK = Limits(max_bytes=200_000, total_seconds=3.0, stall_seconds=0.3, tries=1, backoff_seconds=0.01)
"""For what must fail: a silence is soon one."""
PATIENT = replace(QUICK, total_seconds=30.0, stall_seconds=15.0)
"""For what must come: a busy machine is no silent server."""
RETRYING = replace(PATIENT, tries=3)


def get(
    url: str,
    limits: Limits = PATIENT,
    previous: Validators | None = None,
    allowed_hosts: tuple[str, ...] = (),
) -> Fetched:
    """Fetch over plain http without really waiting between tries."""
    return fetch(
        url,
        limits=limits,
        previous=previous,
        allowed_hosts=allowed_hosts,
        allow_http=True,
        sleep=lambda _seconds: None,
    )


def refused(url: str, limits: Limits = PATIENT, allowed_hosts: tuple[str, ...] = ()) -> DownloadError:
    """Fetch what must fail, and return the failure."""
    with pytest.raises(DownloadError) as caught:
        get(url, limits, allowed_hosts=allowed_hosts)
    assert isinstance(caught.value, FetchError)
    assert "The last good edition stays in use." in str(caught.value)
    return caught.value
