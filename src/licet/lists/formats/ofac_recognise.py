"""Tells OFAC's files apart: SDN from non-SDN; main table, addresses, aliases and comments from one another.

The content says which table a file is; its name (or the folder it lies in) says which list, and where neither
does, the programmes of the first rows do. ENHANCED and ADVANCED XML and the @-, |- and fixed-field files
are other layouts and are not read.
"""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from pathlib import PurePosixPath

from licet.lists.formats.delimited import check_content
from licet.lists.formats.markup import root_of
from licet.lists.formats.ofac_xml import ROOT


class Publication(StrEnum):
    """Which of the two lists."""

    SDN = "sdn"
    NON_SDN = "cons"


_FILES = {
    "sdn.csv": (Publication.SDN, "main"),
    "add.csv": (Publication.SDN, "add"),
    "alt.csv": (Publication.SDN, "alt"),
    "sdn_comments.csv": (Publication.SDN, "comments"),
    "sdn.xml": (Publication.SDN, "xml"),
    "cons_prim.csv": (Publication.NON_SDN, "main"),
    "cons_add.csv": (Publication.NON_SDN, "add"),
    "cons_alt.csv": (Publication.NON_SDN, "alt"),
    "cons_comments.csv": (Publication.NON_SDN, "comments"),
    "cons.xml": (Publication.NON_SDN, "xml"),
    # "consolidated.xml" is not here: the UN uses the name as well, so content decides
}
_OTHER_LAYOUTS = (".del", ".pip", ".ff", ".zip", ".txt", ".xsd")
_NON_SDN_WORDS = re.compile(r"(?:^|[^a-z])(?:cons|nonsdn|non-sdn|consolidated)(?:[^a-z]|$)")
_SDN_WORD = re.compile(r"(?:^|[^a-z])sdn(?:[^a-z]|$)")
# Programmes that OFAC uses on its non-SDN lists alone: NS-PLC, NS-MBS, FSE-IR, 561-Related, CMIC-EO13959.
_NON_SDN_PROGRAMME = re.compile(rb'[">]\[?(?:NS-[A-Z]+|FSE-\w+|561-\w+|561LIST|CMIC-EO\d+|MBS)[\]"<]')
_SSI_PROGRAMME = re.compile(rb'[">]\[?UKRAINE-EO13662[\]"<]')
_ALT = re.compile(r"[anf]ka", re.IGNORECASE)
_WIDTHS = {12: "main", 6: "add", 5: "alt", 2: "comments"}


def recognise_part(name: str, head: bytes) -> tuple[Publication, str] | None:
    """Return which list and which table a file is; None for anything else.

    Args:
        name: File name, or path with forward slashes; `.gz` at its end does not matter.
        head: The first bytes, decompressed.

    Returns:
        The list and `main`, `add`, `alt`, `comments` or `xml`. An empty file and a web page count by their
        name alone, so that their import is refused for what it is.
    """
    path = PurePosixPath(name.lower().removesuffix(".gz"))
    if path.suffix in _OTHER_LAYOUTS:
        return None
    if check_content(head, ""):
        named = _FILES.get(path.name)
        if named is None and path.suffix == ".csv" and _publication(path) is Publication.SDN:
            return Publication.SDN, "main"
        return named
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _xml(path, head)
    part = _table(path, head)
    if part is None:
        return None
    publication = _publication(path) or (
        _by_programmes(head) if part == "main" else Publication.SDN if path.name in _FILES else None
    )
    return (publication, part) if publication else None


def _xml(path: PurePosixPath, head: bytes) -> tuple[Publication, str] | None:
    if root_of(head)[0] != ROOT:
        return None
    return _publication(path) or _by_programmes(head), "xml"


def _table(path: PurePosixPath, head: bytes) -> str | None:
    """Return the table that the first row looks like: its width, and what its key columns hold."""
    line = head.lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    try:
        fields = next(csv.reader([line]), [])
    except csv.Error:
        return None
    part = _WIDTHS.get(len(fields))
    if part is None or not fields[0].strip().isdigit():
        return None
    numbered = fields[1].strip().isdigit()
    if part == "main":
        fits = bool(fields[1].strip()) and ("-0-" in line or path.name in _FILES)
    elif part == "add":
        fits = numbered and ("-0-" in line or "add" in path.name)
    elif part == "alt":
        fits = numbered and bool(_ALT.fullmatch(fields[2].strip()))
    else:
        fits = "comment" in path.name
    return part if fits else None


def _publication(path: PurePosixPath) -> Publication | None:
    """Return the list that the file name says, else the folder next above it; None when neither does."""
    for text in (path.stem, *(str(part) for part in path.parts[-2:-1])):
        if _NON_SDN_WORDS.search(text):
            return Publication.NON_SDN
        if _SDN_WORD.search(text):
            return Publication.SDN
    return None


def _by_programmes(head: bytes) -> Publication:
    """Decide by the first rows. SDN rows may bear the programme of SSI entries (E.O. 13662) beside others."""
    listed = _NON_SDN_PROGRAMME.search(head)
    only_ssi = _SSI_PROGRAMME.search(head) and not re.search(rb"SDGT|SDNTK|CUBA|IRAQ2", head)
    return Publication.NON_SDN if listed or only_ssi else Publication.SDN
