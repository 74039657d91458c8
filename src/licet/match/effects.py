"""What a second field may move a score by: signed shares of 1, on one screen, each with its reason."""

from __future__ import annotations

BIRTH_AGREES = 0.03
"""Agreement orders hits; it may not lift a poor name far, for a birth year agrees with one person in
fifty."""
BIRTH_TYPO = -0.02
"""Day and month swapped, or one digit off: lists and customers both err so."""
BIRTH_TYPO_YEAR = -0.05
"""The same where a side knows only the year or month: a date at random looks so one time in twenty."""
BIRTH_APART = ((1, -0.04), (2, -0.08), (5, -0.14), (10, -0.18))
"""Effect of dates up to so many years apart. Lists give wrong years, the less often the farther off."""
BIRTH_FAR = -0.22
"""More than ten years apart: another person. Even an equal name is then set aside, unless another field
agrees."""
COUNTRY_AGREES = 0.02
"""Many parties share a country."""
COUNTRY_DIFFERS = -0.08
"""Parties have several countries, and lists do not give all of them."""
KIND_DIFFERS = -0.10
"""A person is no company; lists still file one-man firms and vessels under their owners."""
THING_DIFFERS = -0.21
"""A ship or an aircraft is nobody: a company named as a ship is set aside, unless another field agrees. Its
owner is listed beside it as a company."""
WEAK_ALIAS = -0.05
"""OFAC FAQ 122: weak aliases are too common to screen by alone; they confirm what other fields say."""
ACRONYM = 0.70
"""Score of a bare acronym against initials: many names share them. All other fields together do not lift
it to the default threshold."""
ADDRESS_AGREES = 0.02
"""Registered addresses are shared by hundreds of companies."""
SHORT_IDENTIFIER = 0.85
"""An equal number of under six characters without check digits: registers reuse such numbers."""
SURE_IDENTIFIER_LENGTH = 6
"""Characters from which an equal number without check digits is no chance."""
STREETS_ALIKE = 0.85
"""Two names of streets are one from this likeness on: a longer street may have one letter more or less."""
PLACE_DIFFERS = -0.21
"""A listed street and number with other places beside it: every city has a Lenin Street 1. Set aside."""
