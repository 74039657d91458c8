"""Whether OFAC's files hold what they should: the list that they claim to be, and the columns in their order.

The two lists share formats, root element and names of columns, and the CSV has no header; only the content
tells. Both judgements are by share, and only of files with enough rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from licet.lists.formats.ofac_table import NULL, Fields
from licet.model import Listing, Problem, Severity

NON_SDN_LIST = "us_ofac_cons"
_NON_SDN = re.compile(r"(?:NS-|FSE|561|CMIC|CAPTA|MBS|UKRAINE-EO13662).*")
"""Programmes of the non-SDN lists; UKRAINE-EO13662 is that of the SSI list."""
_JUDGED_LISTINGS = 50
_NON_SDN_SHARE = 0.25
"""Real non-SDN files: 59 percent (2018) to 100; real SDN files: under 1."""

_NULL = re.escape(NULL)
_NUMBER = re.compile(r"\d+")
_TAG = r"[A-Z0-9][\w.]*(?:(?: - |-)[\w.]+)*"
_SHAPES: Mapping[str, Mapping[int, tuple[str, re.Pattern[str]]]] = {
    "main": {
        0: ("ent_num", _NUMBER),
        2: ("SDN_type", re.compile(rf"individual|entity|vessel|aircraft|{_NULL}|", re.IGNORECASE)),
        3: ("program", re.compile(rf"\[?{_TAG}(?:\] ?\[{_TAG})*\]?|{_NULL}|")),
        7: ("tonnage", re.compile(rf"[\d.,]+|{_NULL}|")),
        8: ("GRT", re.compile(rf"[\d.,]+|{_NULL}|")),
    },
    "add": {0: ("ent_num", _NUMBER), 1: ("add_num", _NUMBER)},
    "alt": {
        0: ("ent_num", _NUMBER),
        1: ("alt_num", _NUMBER),
        2: ("alt_type", re.compile(rf"[anf]\.?k\.?a\.?|{_NULL}|", re.IGNORECASE)),
    },
    "comments": {0: ("ent_num", _NUMBER)},
}
_JUDGED_ROWS = 20
_FITTING_SHARE = 0.8


def check_list(items: Iterator[Listing | Problem], list_id: str, where: str) -> Iterator[Listing | Problem]:
    """Pass everything on; FATAL `not_this_list` at the end where the programmes are of the other list."""
    listings = non_sdn = 0
    for item in items:
        if isinstance(item, Listing):
            listings += 1
            non_sdn += any(_NON_SDN.fullmatch(programme) for programme in item.programmes)
        yield item
    if listings < _JUDGED_LISTINGS or (non_sdn >= _NON_SDN_SHARE * listings) == (list_id == NON_SDN_LIST):
        return
    what = "the SDN list" if list_id == NON_SDN_LIST else "the non-SDN lists"
    message = (
        f"{non_sdn:,} of {listings:,} parties have a programme of the non-SDN lists (SSI, NS-PLC, NS-MBS, "
        f"CMIC, FSE, CAPTA, 561): the file is that of {what}"
    )
    yield Problem("not_this_list", where, message, severity=Severity.FATAL)


def check_columns(rows: Sequence[tuple[int, Fields]], part: str, where: str) -> Iterator[Problem]:
    """Report columns that do not hold what they should: FATAL `swapped_columns`.

    Args:
        rows: Line number and fields of each row.
        part: `main`, `add`, `alt` or `comments`.
        where: Name of the file.
    """
    if len(rows) < _JUDGED_ROWS:
        return
    for column, (name, shape) in _SHAPES[part].items():
        strange = [fields[column] for _, fields in rows if not shape.fullmatch(fields[column].strip())]
        if len(strange) > (1 - _FITTING_SHARE) * len(rows):
            message = (
                f"{len(strange):,} of {len(rows):,} cells of column {column + 1} do not look like {name}: "
                "the columns are not in OFAC's order"
            )
            record = " | ".join(strange[:5])[:500]
            yield Problem("swapped_columns", where, message, record, Severity.FATAL)
