"""Every measure kind, one line each, in the order of evaluation. All of them run for every case."""

from __future__ import annotations

from licet.rules.kind import Kind
from licet.rules.kinds import (
    affiliates,
    channel_ban,
    conditions,
    country_chart,
    debarred,
    denial_order,
    embargo,
    end_use,
    entity_listing,
    foreign_freezes,
    general_prohibitions,
    jurisdiction,
    licence_exceptions,
    military_end_user,
    military_intelligence,
    nonproliferation,
    ofac_744_8,
    ofac_blocking,
    ofac_lesser,
    settlement,
    tariff,
    unverified,
)

KINDS: tuple[Kind, ...] = (
    jurisdiction.KIND,
    denial_order.KIND,
    settlement.KIND,
    entity_listing.KIND,
    affiliates.KIND,
    embargo.KIND,
    ofac_744_8.KIND,
    end_use.KIND,
    military_end_user.KIND,
    military_intelligence.KIND,
    nonproliferation.KIND,
    debarred.KIND,
    unverified.KIND,
    country_chart.KIND,
    licence_exceptions.KIND,
    ofac_blocking.KIND,
    ofac_lesser.KIND,
    general_prohibitions.KIND,
    foreign_freezes.KIND,
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
