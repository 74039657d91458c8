"""licet ("it is permitted"): may we deal with this party, in this item, on this day?

```python
import licet

desk = licet.open("desk.db")                    # or "postgresql://..."; embedded lists where there is none
answer = desk.as_of("2018-05-14").match(licet.Organisation(name="ZTE Corp.", country="cn"))
answer.status                                   # "hits", "no_hit" or "incomplete"
```

Names are loaded when first used, so that `import licet` costs next to nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from licet._version import __version__

if TYPE_CHECKING:  # only for the type checker and editors: importing these loads drivers
    from licet.errors import (
        IncompleteError,
        LicetError,
        RefusedEditionError,
        ShipmentError,
        StoreBusyError,
        TamperedError,
        UsageError,
    )
    from licet.model import AsOf, Listing, Match, MatchPolicy, PartialDate, Problem, Subject
    from licet.model.law import Outcome
    from licet.model.shipment import (
        Activity,
        Actor,
        Content,
        EndUse,
        Held,
        Item,
        Owner,
        Role,
        Shipment,
        ShipmentParty,
    )
    from licet.usecases.inputs import Aircraft, Organisation, Party, Person, Vessel
    from licet.usecases.shipment_decision import Decision
    from licet.wiring.desk import Desk
    from licet.wiring.opening import open_store_desk as open  # noqa: A004  the field's word: licet.open

_HOMES = {
    "licet.errors": (
        "IncompleteError",
        "LicetError",
        "RefusedEditionError",
        "ShipmentError",
        "StoreBusyError",
        "TamperedError",
        "UsageError",
    ),
    "licet.model": ("AsOf", "Listing", "Match", "MatchPolicy", "PartialDate", "Problem", "Subject"),
    "licet.model.law": ("Outcome",),
    "licet.model.shipment": (
        "Activity",
        "Actor",
        "Content",
        "EndUse",
        "Held",
        "Item",
        "Owner",
        "Role",
        "Shipment",
        "ShipmentParty",
    ),
    "licet.usecases.shipment_decision": ("Decision",),
    "licet.usecases.inputs": ("Aircraft", "Organisation", "Party", "Person", "Vessel"),
    "licet.wiring.desk": ("Desk",),
}

__all__ = [
    "Activity",
    "Actor",
    "Aircraft",
    "AsOf",
    "Content",
    "Decision",
    "Desk",
    "EndUse",
    "Held",
    "IncompleteError",
    "Item",
    "LicetError",
    "Listing",
    "Match",
    "MatchPolicy",
    "Organisation",
    "Outcome",
    "Owner",
    "PartialDate",
    "Party",
    "Person",
    "Problem",
    "RefusedEditionError",
    "Role",
    "Shipment",
    "ShipmentError",
    "ShipmentParty",
    "StoreBusyError",
    "Subject",
    "TamperedError",
    "UsageError",
    "Vessel",
    "__version__",
    "open",
]


def __getattr__(name: str) -> Callable[..., Any]:
    """Load a public name from its home when it is first asked for."""
    home = next((module for module, names in _HOMES.items() if name in names), "")
    source = name
    if name == "open":
        home, source = "licet.wiring.opening", "open_store_desk"
    if not home:
        message = f"module 'licet' has no attribute {name!r}"
        raise AttributeError(message)
    found: Callable[..., Any] = getattr(importlib.import_module(home), source)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name what the package offers."""
    return sorted(__all__)
