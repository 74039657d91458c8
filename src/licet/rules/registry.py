"""Every measure kind, one line each, in the order of evaluation. All of them run for every case."""

from __future__ import annotations

from licet.rules.kind import Kind
from licet.rules.kinds import (
    channel_ban,
    conditions,
    country_chart,
    denial_order,
    embargo,
    end_use,
    entity_listing,
    general_prohibitions,
    jurisdiction,
    licence_exceptions,
    ofac_blocking,
    ofac_lesser,
    tariff,
)

KINDS: tuple[Kind, ...] = (
    jurisdiction.KIND,
    denial_order.KIND,
    entity_listing.KIND,
    embargo.KIND,
    end_use.KIND,
    country_chart.KIND,
    licence_exceptions.KIND,
    ofac_blocking.KIND,
    ofac_lesser.KIND,
    general_prohibitions.KIND,
    channel_ban.KIND,
    tariff.KIND,
    conditions.KIND,
)


def kind(key: str) -> Kind:
    """Return the kind with this id.

    Raises:
        KeyError: There is none.
    """
    return next(item for item in KINDS if item.id == key)
