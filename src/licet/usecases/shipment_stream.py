"""Shipments as they come from a file or a pipe: lines one by one, anything else as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from licet.errors import ShipmentError
from licet.usecases.shipment_reading import line_documents, read_documents
from licet.usecases.shipment_text import Document

LARGEST = 64 * 1024 * 1024
"""Most bytes of a text that is no JSON Lines, and of one line: a shipment takes a few thousand."""


def documents(stream: BinaryIO, where: str) -> Iterator[Document]:
    """Yield each shipment of a stream; of JSON Lines as soon as its line is there.

    A line that is no JSON is a document whose value is a `ShipmentError`, so that the others are still read.

    Raises:
        ShipmentError: The text as a whole cannot be read, or is too large.
    """
    first = b""
    begun: list[bytes] = []
    while not first.strip():
        first = _line(stream, where)
        if not first:
            raise ShipmentError(where, ["it is empty"])
        begun.append(first)
    bare = first.removeprefix(b"\xef\xbb\xbf").strip()
    if bare.startswith(b"{") and bare.endswith(b"}"):
        return line_documents(chain(begun, _lines(stream, where)), where)
    rest = stream.read(LARGEST + 1)
    if len(rest) > LARGEST:
        raise ShipmentError(
            where, [f"it is larger than {LARGEST // 1024 // 1024} MB; write one shipment a line"]
        )
    return iter(read_documents(b"".join([*begun, rest]), where))


def _lines(stream: BinaryIO, where: str) -> Iterable[bytes]:
    while line := _line(stream, where):
        yield line


def _line(stream: BinaryIO, where: str) -> bytes:
    line = stream.readline(LARGEST + 1)
    if len(line) > LARGEST:
        raise ShipmentError(where, [f"a line is longer than {LARGEST // 1024 // 1024} MB"])
    return line
