"""Encrypted connections, with a certificate made for the test."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.loopback import data, loopback, redirects, states

from licet.errors import FetchError
from licet.fetch import Limits, fetch

QUICK = Limits(max_bytes=10_000, total_seconds=5.0, stall_seconds=2.0, tries=1)
BODY = b"1,2,3\n"

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the openssl program is absent")


@pytest.fixture(name="certificate", scope="module")
def made_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate for localhost, with its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    options = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    extension = ["-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    command = [str(shutil.which("openssl")), "req", "-x509", *options, *extension, *files]
    subprocess.run(command, check=True, capture_output=True)
    both = folder / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    return both


def test_a_certificate_that_nobody_vouches_for_is_refused(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No byte is asked for, and the sentence says what a company proxy would need."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with loopback(certificate) as server:
        url = server.at("/f", data(BODY))
        with pytest.raises(FetchError, match=r"certificate is not trusted.*SSL_CERT_FILE"):
            fetch(url, limits=QUICK, previous=None, allowed_hosts=())
        assert server.seen == []


def test_a_trusted_certificate_is_enough(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a length that was not the truth is seen inside the encryption too."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with loopback(certificate) as server:
        found = fetch(server.at("/f", data(BODY)), limits=QUICK, previous=None, allowed_hosts=())
        assert found.content == BODY
        with pytest.raises(FetchError, match="sent more"):
            fetch(server.at("/g", states(3, BODY)), limits=QUICK, previous=None, allowed_hosts=())


@pytest.mark.parametrize("allow_http", [False, True])
def test_a_redirect_never_leaves_encryption(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, allow_http: bool
) -> None:
    """Not even where plain addresses are allowed, nor on the same host."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with loopback() as plain, loopback(certificate) as server:
        target = plain.at("/f", data(BODY)).replace("127.0.0.1", "localhost")
        url = server.at("/f", redirects(target))
        with pytest.raises(FetchError, match="not encrypted"):
            fetch(url, limits=QUICK, previous=None, allowed_hosts=("localhost",), allow_http=allow_http)
        assert plain.seen == []
