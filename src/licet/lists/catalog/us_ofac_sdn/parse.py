"""OFAC's list of Specially Designated Nationals and Blocked Persons, as CSV tables or simple XML.

The key is OFAC's `ent_num`/`uid`: permanent, and the same in both publications. The CSV states neither day
nor count; the XML states both, and its count is checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from licet.lists.base import Facts, RawEdition
from licet.lists.formats import ofac_csv, ofac_xml
from licet.lists.formats.ofac_content import check_list
from licet.lists.formats.ofac_recognise import Publication, recognise_part
from licet.model import Listing, Problem

_LAYOUT = ofac_csv.Layout("us_ofac_sdn", "sdn")


def recognise(name: str, head: bytes) -> str | None:
    """Return `sdn`, `add`, `alt`, `comments` or `xml`; None for other files, the non-SDN lists' too."""
    publication, part = recognise_part(name, head) or (None, "")
    if publication is not Publication.SDN:
        return None
    return _LAYOUT.main if part == "main" else part


def facts(raw: RawEdition) -> Facts:
    """Return what the files say of themselves, and their rows."""
    return ofac_xml.facts(raw.parts["xml"]) if "xml" in raw.parts else ofac_csv.facts(raw, _LAYOUT)


def parse(raw: RawEdition) -> Iterator[Listing | Problem]:
    """Yield one listing for every row of sdn.csv, or every sdnEntry of sdn.xml, in order.

    FATAL `not_this_list` comes last when the parties are those of the other list.
    """
    is_xml = "xml" in raw.parts
    items = ofac_xml.parse(raw, _LAYOUT.list_id) if is_xml else ofac_csv.parse(raw, _LAYOUT)
    return check_list(items, _LAYOUT.list_id, raw.where("xml" if is_xml else _LAYOUT.main))
