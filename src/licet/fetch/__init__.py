"""The only network client: conditional GET, every hop checked, limits kept, the bytes and their hash.

Importing this package loads no network library; the first `fetch` does.
"""

from licet.fetch.client import fetch
from licet.fetch.contract import DownloadError, Fetched, Limits, Validators

__all__ = ["DownloadError", "Fetched", "Limits", "Validators", "fetch"]
