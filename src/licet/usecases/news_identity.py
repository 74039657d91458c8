"""What makes a story this story: its address, else outlet, title and day, else its words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from licet.news.inputs.lines import host_of
from licet.news.story import DATE_LINE, Story

_LONGEST = 1000
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_(?:cid|eid)|_ga|ref_src"
    r"|cmpid|ocid|smid|soc_src|soc_trk",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """Return an address as the key of a story: what only tells how a reader came there is left out.

    Host in lower case, no `www.`, user, default port, fragment or tracking parameter; http counts as https.
    """
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if ":" in host:
        host = f"[{host}]"
    port = parts.port
    if port and port != _PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    query = [
        pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])
    ]
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") or "/"
    return urlunsplit(("https", host, path, urlencode(query), ""))


def words_hash(story: Story) -> str:
    """Return the SHA-256 of a story's words: without its date line, whatever white space parts them."""
    line = DATE_LINE.match(story.text)
    plain = unicodedata.normalize("NFC", story.text[line.end() if line else 0 :])
    return _sha256(" ".join(plain.strip("\ufeff").split()))


def key_of(story: Story, came_from: str = "") -> str:
    """Return what makes it this story and no other.

    Args:
        story: The story.
        came_from: Address that it was fetched from; empty for a file of the user's. A site that carries a
            story under an address of another site never becomes the voice of that one.
    """
    if story.url:
        teller = host_of(came_from)
        if teller and not _one_site(teller, host_of(story.url)):
            return _short("told", f"{canonical_url(story.url)}\n{teller}")
        return _short("url", canonical_url(story.url))
    if story.outlet and story.title and story.dated:
        told = (story.outlet, story.title, story.dated.isoformat())
        return _short("named", "\n".join(" ".join(text.casefold().split()) for text in told))
    return f"words:{words_hash(story)}"


def _one_site(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}") or other.endswith(f".{host}")


def _short(kind: str, text: str) -> str:
    """Return a key that a database can index."""
    return (
        f"{kind}:{text}"
        if len(text.encode("utf-8", "replace")) <= _LONGEST
        else f"{kind}-hash:{_sha256(text)}"
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
