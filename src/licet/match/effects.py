"""What a second field may move a score by: signed shares of 1, on one screen, each with its reason."""

from __future__ import annotations

BIRTH_AGREES = 0.03
"""Agreement orders hits; it may not lift a poor name far, for a birth year agrees with one person in
fifty."""
BIRTH_DIFFERS = -0.12
"""More than a year apart: mostly another person. An equal name still stays a hit."""
BIRTH_TYPO = -0.04
"""Day and month swapped, one digit off, or within a year: lists and customers both err so."""
COUNTRY_AGREES = 0.02
"""Many parties share a country."""
COUNTRY_DIFFERS = -0.04
"""Parties have several countries, and lists do not give all of them."""
KIND_DIFFERS = -0.10
"""A person is no company; lists still file one-man firms and vessels under their owners."""
WEAK_ALIAS = -0.05
"""OFAC FAQ 122: weak aliases are too common to screen by alone; they confirm what other fields say."""
ADDRESS_AGREES = 0.02
"""Registered addresses are shared by hundreds of companies."""
EXACT_NAME = 0.99
"""From this name score on, no contradiction takes a match below the threshold: it is shown with the
contradiction."""
SHORT_IDENTIFIER = 0.85
"""An equal number of under six characters without check digits: registers reuse such numbers."""
SURE_IDENTIFIER_LENGTH = 6
"""Characters from which an equal number without check digits is no chance."""
