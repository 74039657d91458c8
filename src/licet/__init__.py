"""licet: may we deal with this party, in this item, on this day?"""

from licet._version import __version__

__all__ = ["__version__"]
