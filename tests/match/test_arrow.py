"""Arrow batches as the kernel reads them: every type, every layout, and what is not allowed."""

from __future__ import annotations

import ctypes
import datetime as dt
import struct
from collections.abc import Sequence
from typing import Any

import duckdb
import pytest

from licet.match._kernel import ArrowBatch, ArrowStream, Distinct, OddArrow

NAME = b"arrow_array_stream"


def batches(query: str, setting: str = "") -> list[ArrowBatch]:
    base = duckdb.connect()
    if setting:
        base.execute(setting)
    stream = ArrowStream(base.sql(query))
    found = []
    while (batch := stream.next()) is not None:
        found.append(batch)
    return found


@pytest.mark.parametrize(
    "setting",
    ["", "SET arrow_large_buffer_size = true", "SET produce_arrow_string_view = true"],
)
def test_text_is_read_in_every_layout(setting: str) -> None:
    texts = ["", "short", "exactly 12 ch", "a text longer than a view holds", "張偉 – 漢字", None, "x" * 5000]
    values = ", ".join("(NULL)" if text is None else f"('{text}')" for text in texts)
    (batch,) = batches(f"SELECT * FROM (VALUES {values}) made(name)", setting)  # noqa: S608  of this test
    assert [batch.row(at)[0] for at in range(len(batch))] == texts


def test_numbers_and_days_are_read_in_every_width() -> None:
    types = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")
    chosen = ", ".join(f"{'100' if name.startswith('U') else '-100'}::{name}" for name in types)
    day = "DATE '1969-12-31', TIMESTAMP '1970-01-01 00:00:01', 18446744073709551615::UBIGINT, NULL"
    stream = ArrowStream(duckdb.sql(f"SELECT {chosen}, {day}"))
    kinds = [kind for _, kind in stream.columns]
    batch = stream.next()
    assert batch is not None
    assert batch.row(0)[:8] == (-100, -100, -100, -100, 100, 100, 100, 100)
    assert batch.row(0)[8:] == (-1, 1_000_000, 2**64 - 1, None)
    assert kinds[:4] == ["whole"] * 4
    assert kinds[8:11] == ["day", "instant", "natural"]


def test_a_dictionary_gives_its_values() -> None:
    (batch,) = batches("SELECT * FROM (VALUES ('a'::ENUM('a', 'b')), ('b'), (NULL), ('a')) made(letter)")
    assert [batch.row(at) for at in range(4)] == [("a",), ("b",), (None,), ("a",)]


def test_several_batches_follow_one_another() -> None:
    found = batches("SELECT i, 'name ' || i AS name FROM range(300000) made(i)")
    assert len(found) > 1
    assert sum(map(len, found)) == 300_000
    start = 0
    for batch in found:
        assert batch.row(0) == (start, f"name {start}")
        start += len(batch)


def test_the_different_values_of_a_column_are_numbered_as_they_come() -> None:
    distinct = Distinct()
    (one,) = batches("SELECT * FROM (VALUES ('x'), (NULL), ('y'), ('x')) made(name)")
    (two,) = batches("SELECT * FROM (VALUES ('z'), ('y')) made(name)")
    assert distinct.codes(one, 0, 0, 4).tolist() == [0, -1, 1, 0]
    assert distinct.codes(two, 0, 0, 2).tolist() == [2, 1]
    assert distinct.values() == ["x", "y", "z"]
    assert distinct.values(2) == ["z"]


def test_cells_that_say_nothing_are_told_apart() -> None:
    texts = ("x", " x ", "", " ", "-", " -- ", ".", "N/A", "\u00a0", "0", "n/a.")
    values = ", ".join(f"('{text}')" for text in texts)
    (batch,) = batches(f"SELECT * FROM (VALUES {values}, (NULL)) made(name)")  # noqa: S608  of this test
    assert batch.filled(0, 0, 12).tolist() == [1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0]


@pytest.mark.parametrize("cell", ["1.5::DOUBLE", "1.5", "[1]", "{'a': 1}", "true", "'x'::BLOB", "1::HUGEINT"])
def test_a_type_that_is_not_read_is_refused(cell: str) -> None:
    with pytest.raises(OddArrow, match="not read here"):
        ArrowStream(duckdb.sql(f"SELECT {cell} AS cell"))


def test_rows_and_columns_out_of_range_are_refused() -> None:
    (batch,) = batches("SELECT 'x' AS name")
    for wrong in (lambda: batch.row(1), lambda: batch.filled(1, 0, 1), lambda: batch.filled(0, 1, 0)):
        with pytest.raises(IndexError):
            wrong()


def test_what_has_no_stream_is_refused() -> None:
    with pytest.raises(AttributeError):
        ArrowStream(object())


class Schema(ctypes.Structure):
    """`ArrowSchema` of the specification."""


class Array(ctypes.Structure):
    """`ArrowArray` of the specification."""


class Stream(ctypes.Structure):
    """`ArrowArrayStream` of the specification."""


RELEASE_SCHEMA = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
RELEASE_ARRAY = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))
RELEASE_STREAM = ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))
GET_SCHEMA = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))
GET_NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))
LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.POINTER(Stream))
Schema._fields_ = [
    *(("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p)),
    *(("flags", ctypes.c_int64), ("n_children", ctypes.c_int64)),
    ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    *(("dictionary", ctypes.POINTER(Schema)), ("release", RELEASE_SCHEMA), ("private", ctypes.c_void_p)),
]
Array._fields_ = [
    *((name, ctypes.c_int64) for name in ("length", "null_count", "offset", "n_buffers", "n_children")),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))),
    *(("dictionary", ctypes.POINTER(Array)), ("release", RELEASE_ARRAY), ("private", ctypes.c_void_p)),
]
Stream._fields_ = [
    *(("get_schema", GET_SCHEMA), ("get_next", GET_NEXT), ("get_last_error", LAST_ERROR)),
    *(("release", RELEASE_STREAM), ("private", ctypes.c_void_p)),
]


class Made:
    """A stream of one batch with one column, made by hand, as a careless producer might make it."""

    def __init__(self, form: bytes, buffers: Sequence[bytes | None], **changes: Any) -> None:  # noqa: ANN401
        """Lay a batch down: `changes` overrides the fields of the column's array."""
        self.released: list[str] = []
        self.held: list[object] = []
        self.column = Array()
        self.column.length, self.column.null_count = changes.pop("rows", 2), -1
        self.column.n_buffers = len(buffers)
        self.column.buffers = self.pointers(buffers)
        for name, value in changes.items():
            setattr(self.column, name, value)
        self.column.release = self.keep(RELEASE_ARRAY(lambda _: None))
        self.form = form
        self.error = 0
        self.left = 1
        self.stream = Stream()
        self.stream.get_schema = self.keep(GET_SCHEMA(self.get_schema))
        self.stream.get_next = self.keep(GET_NEXT(self.get_next))
        self.message = ctypes.create_string_buffer(b"the disk is gone")
        self.stream.get_last_error = self.keep(LAST_ERROR(lambda _: ctypes.addressof(self.message)))
        self.stream.release = self.keep(RELEASE_STREAM(self.release))

    def keep(self, item: Any) -> Any:  # noqa: ANN401
        """Keep something alive as long as this."""
        self.held.append(item)
        return item

    def pointers(self, buffers: Sequence[bytes | None]) -> Any:  # noqa: ANN401
        """Return buffers as the structure has them."""
        made = [None if item is None else ctypes.create_string_buffer(item, len(item)) for item in buffers]
        self.keep(made)
        addresses = [None if item is None else ctypes.addressof(item) for item in made]
        return self.keep((ctypes.c_void_p * max(len(addresses), 1))(*addresses))

    def get_schema(self, _: object, out: Any) -> int:  # noqa: ANN401
        """Give the schema."""
        child = self.keep(Schema(format=self.form, name=b"name"))
        child.release = self.keep(RELEASE_SCHEMA(lambda _: None))
        schema = out.contents
        schema.format, schema.n_children = b"+s", 1
        schema.children = self.keep((ctypes.POINTER(Schema) * 1)(ctypes.pointer(child)))
        schema.release = self.keep(RELEASE_SCHEMA(lambda _: self.released.append("schema")))
        return 0

    def get_next(self, _: object, out: Any) -> int:  # noqa: ANN401
        """Give the batch, then nothing."""
        if self.error:
            return self.error
        array = out.contents
        if not self.left:
            return 0
        self.left -= 1
        array.length, array.n_buffers, array.n_children = 2, 1, 1
        array.buffers = self.pointers([None])
        array.children = self.keep((ctypes.POINTER(Array) * 1)(ctypes.pointer(self.column)))
        array.release = self.keep(RELEASE_ARRAY(lambda _: self.released.append("array")))
        return 0

    def release(self, stream: Any) -> None:  # noqa: ANN401
        """Note that the stream was given back."""
        self.released.append("stream")
        stream.contents.release = RELEASE_STREAM()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Return the capsule."""
        assert requested_schema is None
        new = ctypes.pythonapi.PyCapsule_New
        new.restype, new.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
        return new(ctypes.addressof(self.stream), NAME, None)


def offsets(*places: int) -> bytes:
    return struct.pack(f"<{len(places)}i", *places)


def view(size: int, pool: int, at: int) -> bytes:
    return struct.pack("<i4sii", size, b"long", pool, at)


def first(made: Made) -> ArrowBatch:
    batch = ArrowStream(made).next()
    assert batch is not None
    return batch


def test_a_batch_made_by_hand_is_read_and_everything_is_released() -> None:
    made = Made(b"u", [b"\x02", offsets(0, 1, 4), b"abcd"])
    stream = ArrowStream(made)
    batch = stream.next()
    assert batch is not None
    assert [batch.row(at) for at in range(2)] == [(None,), ("bcd",)]
    assert stream.next() is None
    del batch, stream
    assert sorted(made.released) == ["array", "schema", "stream"]


def test_an_offset_and_the_order_of_bits_are_minded() -> None:
    made = Made(b"i", [b"\x05", struct.pack("<4i", 1, 2, 3, 4)], offset=1, rows=3)
    batch = first(made)
    assert [batch.row(at) for at in range(2)] == [(None,), (3,)]


ODD: dict[str, tuple[bytes, Sequence[bytes | None], dict[str, int]]] = {
    "a text that ends before it begins": (b"u", [None, offsets(0, 3, 1), b"abc"], {}),
    "a text before its buffer": (b"u", [None, offsets(-1, 0, 1), b"abc"], {}),
    "large offsets that fall": (b"U", [None, struct.pack("<3q", 0, 9, 2), b"abc"], {}),
    "no offsets": (b"u", [None, None, b"abc"], {}),
    "no text": (b"u", [None, offsets(0, 1, 2), None], {}),
    "too few buffers": (b"u", [None, offsets(0, 1, 2)], {}),
    "too many buffers": (b"i", [None, bytes(8), bytes(8)], {}),
    "no buffers at all": (b"i", [None, bytes(8)], {"n_buffers": 0}),
    "fewer rows than the batch": (b"i", [None, bytes(8)], {"rows": 1}),
    "a negative length": (b"i", [None, bytes(8)], {"rows": -2}),
    "a negative offset": (b"i", [None, bytes(8)], {"offset": -1}),
    "an offset beyond all memory": (b"i", [None, bytes(8)], {"offset": 2**62}),
    "a view of negative size": (b"vu", [None, view(-1, 0, 0) * 2, b"abc", struct.pack("<q", 3)], {}),
    "a view into no pool": (b"vu", [None, view(20, 1, 0) * 2, b"a" * 30, struct.pack("<q", 30)], {}),
    "a view behind its pool": (b"vu", [None, view(20, 0, 11) * 2, b"a" * 30, struct.pack("<q", 30)], {}),
    "a view before its pool": (b"vu", [None, view(20, 0, -1) * 2, b"a" * 30, struct.pack("<q", 30)], {}),
}


@pytest.mark.parametrize("what", ODD)
def test_what_points_outside_is_refused_and_released(what: str) -> None:
    form, buffers, changes = ODD[what]
    made = Made(form, buffers, **changes)
    with pytest.raises(OddArrow):
        first(made)
    assert sorted(made.released) == ["array", "schema", "stream"]


def test_a_failing_producer_is_told_in_its_own_words() -> None:
    made = Made(b"u", [None, offsets(0, 1, 2), b"ab"])
    made.error = 5
    with pytest.raises(OddArrow, match="the disk is gone"):
        first(made)


def test_a_stream_is_read_once() -> None:
    made = Made(b"u", [None, offsets(0, 1, 2), b"ab"])
    first(made)
    with pytest.raises(OddArrow, match="read before"):
        ArrowStream(made)


def test_days_of_the_kernel_are_days_since_1970() -> None:
    (batch,) = batches("SELECT DATE '2024-02-29' AS day")
    assert batch.row(0) == ((dt.date(2024, 2, 29) - dt.date(1970, 1, 1)).days,)
