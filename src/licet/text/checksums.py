"""Identifiers: one comparable spelling, and whether the check digits agree.

Check digits by python-stdnum. Kinds that have none give None: neither right nor wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from licet.text.tables import rows

_KEPT = re.compile(r"[^0-9A-Z]")
_IMO = re.compile(r"(\d{7})")
_CASELESS_WALLETS = ("0X", "BC1", "LTC1", "BITCOINCASH:", "TB1")
_TAIL = re.compile(r"N[1-9]\d{0,4}[A-HJ-NP-Z]{0,2}|YV\d{4}|([A-Z]{1,2}|[A-Z]\d|\d[A-Z]?)-[A-Z0-9]{2,5}")
"""The United States and Venezuela write their marks without a hyphen."""
_FIRST_MID, _LAST_MID = 201, 775
_COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)
_MODULES = {"lei": "stdnum.lei", "imo": "stdnum.imo", "bic": "stdnum.bic"}


def normalise_identifier(kind: str, value: str) -> str:
    """Return the spelling under which two values of a kind are equal.

    Letters in capitals, only letters and digits; for vessels the seven digits of the IMO number; for
    a BIC the eight characters that name the institution (the branch is left out). Wallet addresses
    keep their case, for case is part of a base58 address, but for hexadecimal and bech32 ones.

    Args:
        kind: A value of `licet.model.IdentifierKind`.
        value: As published.
    """
    if kind == "wallet":
        plain = "".join(value.split())
        return plain.lower() if plain.upper().startswith(_CASELESS_WALLETS) else plain
    plain = _KEPT.sub("", value.upper())
    if kind in {"imo", "imo_company"}:
        found = _IMO.search(plain)
        return found.group(1) if found else plain
    if kind == "bic":
        return plain[:8]
    return plain


def valid(kind: str, value: str) -> bool | None:
    """Return whether the check digits agree; None for kinds that have none.

    A BIC, an MMSI and a tail number have no check digit: their shape and country are tested.
    """
    own = _OWN.get(kind)
    if own:
        return own(value)
    if kind not in _MODULES:
        return None
    plain = normalise_identifier(kind, value)
    return _check(kind)(plain)


@cache
def _check(kind: str) -> Callable[[str], bool]:
    # Imported on demand: the package is only needed where identifiers are.
    check: Callable[[str], bool] = import_module(_MODULES[kind]).is_valid
    return check


def _is_company(value: str) -> bool:
    """IMO company number: its last digit is 11 less the weighted sum of the others modulo 11, modulo 10."""
    plain = normalise_identifier("imo_company", value)
    if len(plain) != 7 or not plain.isdecimal():
        return False
    digits = [int(sign) for sign in plain]
    weighted = sum(digit * weight for digit, weight in zip(digits, _COMPANY_WEIGHTS, strict=False))
    return (11 - weighted % 11) % 10 == digits[6]


def _is_station(value: str) -> bool:
    """ITU-R M.585: nine digits, the first three those of a country (maritime identification digits)."""
    plain = normalise_identifier("mmsi", value)
    return len(plain) == 9 and plain.isdecimal() and _FIRST_MID <= int(plain[:3]) <= _LAST_MID


@cache
def _marks() -> frozenset[str]:
    return frozenset(mark for _, _, marks in rows("aircraft_marks.tsv") for mark in marks)


def _is_tail(value: str) -> bool:
    """ICAO Annex 7: the mark of a country, a hyphen, and two to five letters or digits."""
    found = _TAIL.fullmatch(value.strip().upper())
    return found is not None and (found[1] is None or found[1] in _marks())


_OWN: dict[str, Callable[[str], bool]] = {
    "imo_company": _is_company,
    "mmsi": _is_station,
    "tail_number": _is_tail,
}
