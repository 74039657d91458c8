"""Every edition of every list on two clocks, for SQLite and PostgreSQL, with the bytes they came as.

`open_store` is the way in. The design is told in `docs/decisions/0002-store-two-clocks.md`.
"""

from licet.store.archive import Archive
from licet.store.records import SUCCESSES, AddResult, FetchEntry, Refusal
from licet.store.store import Store, open_store

__all__ = ["SUCCESSES", "AddResult", "Archive", "FetchEntry", "Refusal", "Store", "open_store"]
