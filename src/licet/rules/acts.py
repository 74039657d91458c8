"""Groups of activities that several rules speak of."""

from __future__ import annotations

from licet.model.shipment import Activity

OUTWARD = frozenset({Activity.EXPORT, Activity.REEXPORT, Activity.TRANSFER, Activity.DEEMED_EXPORT})
"""Acts of the EAR: what is moved or released goes to a destination."""
INWARD = frozenset({Activity.PURCHASE, Activity.PROCURE, Activity.IMPORT})
"""What is bought or brought in comes from somebody."""
UNDER_EAR = OUTWARD | {Activity.SERVICE, Activity.FINANCE, Activity.BROKER, Activity.DEALING}
"""Acts that the general prohibitions speak of: moving an item, and serving, financing or arranging that."""
