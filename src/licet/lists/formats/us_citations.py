"""Federal Register citations out of the prose in which agencies list them."""

from __future__ import annotations

import re
from functools import lru_cache

from licet.lists.formats.us_dates import day_of

_CITATION = re.compile(
    r"""(?<!\d)(?P<volume>\d{1,3})\s*\.?\s*F\s*\.?\s*R\s*\.?\s*,?\s*   # 68 F.R. | 68 FR | 68.F.R
        (?P<pages>\d{1,6}(?:\s*,\s*\d{3,6}(?![\d/])(?!\s*\.?\s*F))*)   # 38290 | 38290, 38295
        (?:\s*\(?[Nn]o\.?\s*(?P<number>\d{1,3})\)?)?                      # issue: No. 195
        (?:\s*,?\s*\(?(?P<date>\d{1,2}/\d{1,2}/\d{1,4})\)?)?           # 6/27/03 | (10/9/12)
    """,
    re.VERBOSE,
)
_CONNECTORS = re.compile(r"\band\b|[\s,;.&()]+")
_FIRST_VOLUME_YEAR = 1935
"""Volume 1 of the Federal Register is of 1936: volume and year differ by this."""


@lru_cache(maxsize=8192)
def citations(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read Federal Register citations.

    Args:
        text: Such as `68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06` or `77 FR 61249 No. 195`.

    Returns:
        The citations in order, written `68 FR 38290 (2003-06-27)`, any text in between that is none kept
        verbatim at its place; and those verbatim texts alone.
    """
    found: list[str] = []
    unread: list[str] = []
    at = 0
    for match in _CITATION.finditer(text):
        _keep(text[at : match.start()], found, unread)
        found.append(_written(match))
        at = match.end()
    _keep(text[at:], found, unread)
    return tuple(found), tuple(unread)


def _keep(between: str, found: list[str], unread: list[str]) -> None:
    if _CONNECTORS.sub("", between):
        kept = " ".join(between.split()).strip(" ,;").removeprefix("and ")
        found.append(kept)
        unread.append(kept)


def _written(match: re.Match[str]) -> str:
    volume = int(match["volume"])
    pages = ", ".join(re.findall(r"\d+", match["pages"]))
    cited = f"{volume} FR {pages}"
    if match["number"]:
        cited += f" (No. {match['number']})"
    if not match["date"]:
        return cited
    month, day, year = match["date"].split("/")
    if len(year) == 2:  # the volume tells the century
        year = str((volume + _FIRST_VOLUME_YEAR) // 100 * 100 + int(year))
    value, _ = day_of(f"{month}/{day}/{year}")
    return f"{cited} ({value.isoformat() if value else match['date']})"
