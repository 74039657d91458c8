"""What every US parser must withstand: cut, flipped, lost and added bytes. Nothing raises, no row is lost."""

from __future__ import annotations

import csv
import io
from types import ModuleType

from hypothesis import strategies as st

from licet.lists.base import Facts, RawEdition
from licet.model import Listing, Problem, Severity, canonical

Result = list[Listing | Problem]


@st.composite
def mutated(draw: st.DrawFn, content: bytes) -> bytes:
    """Cut a file, or change, lose or add some of its bytes."""
    at = draw(st.integers(0, max(len(content) - 1, 0)))
    how = draw(st.sampled_from(("cut", "head", "flip", "lose", "add", "double")))
    if how == "cut":
        return content[:at]
    if how == "head":
        return content[at:]
    if how == "flip":
        return content[:at] + bytes([draw(st.integers(0, 255))]) + content[at + 1 :]
    if how == "lose":
        return content[:at] + content[at + draw(st.integers(1, 40)) :]
    if how == "double":
        return content[:at] + content[max(0, at - 60) :]
    return content[:at] + draw(st.binary(min_size=1, max_size=30)) + content[at:]


def run(module: ModuleType, part: str, content: bytes) -> tuple[Result, Facts]:
    """Parse bytes as one part of a list."""
    raw = RawEdition({part: content}, {part: f"{part}.file"})
    results: Result = list(module.parse(raw))
    facts: Facts = module.facts(raw)
    return results, facts


def check(module: ModuleType, part: str, content: bytes) -> Result:
    """Assert what holds for any bytes: no exception, unique keys, storable listings, no row lost."""
    name = module.recognise("file", content[:4096])
    assert name is None or isinstance(name, str)
    results, facts = run(module, part, content)
    listings = [item for item in results if isinstance(item, Listing)]
    assert len({listing.key for listing in listings}) == len(listings)
    for listing in listings:
        assert listing.caption
        assert canonical(listing).decode("utf-8")
    fatal = any(isinstance(item, Problem) and item.severity is Severity.FATAL for item in results)
    assert fatal or facts.rows == sum(item.rows for item in results)
    return results


def data_rows(content: bytes, delimiter: str = ",") -> int:
    """Count the records of a file with the csv module alone, less the header."""
    text = content.decode("utf-8", "replace")
    return sum(1 for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row) - 1
