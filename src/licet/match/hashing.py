"""The hashes under which identifiers are looked up."""

from __future__ import annotations

from hashlib import blake2b

from licet.text.checksums import normalise_identifier


def hash64(text: str) -> int:
    """Return the hash under which a text is looked up, the same on every machine."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def identifier_text(kind: str, value: str) -> str:
    """Return the text that is hashed for an identifier; vessel and owner numbers of the IMO never meet."""
    return f"{kind}\0{normalise_identifier(kind, value)}"
