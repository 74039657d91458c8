"""Sends one question as JSON to a service that the user named, and returns the bytes of its answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from licet._version import __version__
from licet.errors import LicetError
from licet.fetch.addresses import check_address, is_loopback, without_query
from licet.fetch.contract import Deadline, Limits, Trouble


class ServiceError(LicetError):
    """A service that the user named gave no answer."""

    def __init__(self, url: str, reason: str) -> None:
        self.url = url
        super().__init__(f"{without_query(url)}: {reason}.")


def post_json(url: str, content: Mapping[str, Any], headers: Mapping[str, str], limits: Limits) -> bytes:
    """Send JSON once: nothing is tried again, and no redirect is followed, since a secret may go with it.

    Args:
        url: Address of the service; https, but for this very machine.
        content: What is sent.
        headers: Sent beside; they are shown in no message.
        limits: Time and size of the answer.

    Raises:
        ServiceError: The address is refused, or no whole answer with status 200 came.
    """
    # The network library is loaded here, so that commands that ask nobody start quickly.
    import httpcore2  # noqa: PLC0415
    import httpx2  # noqa: PLC0415

    from licet.fetch.wire import Wire  # noqa: PLC0415

    deadline = Deadline.after(limits.total_seconds)
    try:
        check_address(url, url, (), allow_http=is_loopback(httpx2.URL(url).host))
        sent = {
            "User-Agent": f"licet/{__version__}",
            "Content-Type": "application/json",
            "Connection": "close",
            **headers,
        }
        body = json.dumps(content).encode("ascii")
        with (
            httpx2.Client(transport=Wire(url, deadline), timeout=limits.stall_seconds) as client,
            client.stream("POST", url, headers=sent, content=body) as response,
        ):
            if response.status_code != 200:
                raise ServiceError(url, f"it answered HTTP {response.status_code}")
            return _limited(response, url, limits)
    except Trouble as trouble:
        raise ServiceError(url, trouble.reason) from trouble
    except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise ServiceError(url, f"no answer came ({type(error).__name__})") from error
    except (httpcore2.TimeoutException, ValueError) as error:
        raise ServiceError(url, f"no answer came ({type(error).__name__})") from error


def _limited(response: Any, url: str, limits: Limits) -> bytes:  # noqa: ANN401  imported only inside
    found = bytearray()
    for part in response.iter_bytes():
        found += part
        if len(found) > limits.max_bytes:
            raise ServiceError(url, f"its answer is larger than {limits.max_bytes} bytes")
    return bytes(found)
