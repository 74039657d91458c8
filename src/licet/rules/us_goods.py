"""US goods in a reexport to Iran, by OFAC's own measure (31 CFR 560.205), which is not that of BIS.

BIS lets "10 percent or less" pass, OFAC "less than 10 percent": exactly 10 % passes only the one.
"""

from __future__ import annotations

from decimal import Decimal

from licet.model.shipment import Item
from licet.rules.eccn import is_listed


def controlled_us_goods(item: Item, below: Decimal) -> tuple[bool | None, str]:
    """Tell whether an item is, or holds, US goods that were controlled for export to Iran.

    Goods count that need a licence apart from OFAC's own rules: EAR99 does not. A foreign item counts unless
    its controlled US content is below the limit.

    Args:
        item: The item.
        below: The limit in per cent; the content must be less.

    Returns:
        True, False or None, and the fact that decides it, by its name in the item.
    """
    if not item.origin:
        return None, "origin"
    if item.origin == "US":
        return is_listed(item.eccn), "eccn"
    low, high = us_share(item)
    if low is not None and low >= below:
        return True, "us_content_percent"
    if high is not None and high < below:
        return False, "us_content_percent"
    return None, "us_content_percent"


def us_share(item: Item) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest share of controlled US content in per cent; None where unknown."""
    if item.us_content_percent is not None:
        return item.us_content_percent, item.us_content_percent
    contents = [part for part in item.us_content if part.origin == "US"]
    if not contents or not item.value:
        return None, None
    least = greatest = Decimal(0)
    for part in contents:
        counts = part.controlled if part.controlled is not None else is_listed(part.eccn)
        if counts is False:
            continue
        if part.value is None:
            return (least * 100 / item.value, None)
        greatest += part.value
        least += part.value if counts else Decimal(0)
    return least * 100 / item.value, greatest * 100 / item.value
