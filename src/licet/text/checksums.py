"""Identifiers: one comparable spelling, and whether the check digits agree.

Check digits by python-stdnum. Kinds that have none give None: neither right nor wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

_KEPT = re.compile(r"[^0-9A-Z]")
_IMO = re.compile(r"(\d{7})")
_CASELESS_WALLETS = ("0X", "BC1", "LTC1", "BITCOINCASH:", "TB1")
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

    A BIC has no check digit: its shape and country are tested.
    """
    if kind not in _MODULES:
        return None
    plain = normalise_identifier(kind, value)
    return _check(kind)(plain)


@cache
def _check(kind: str) -> Callable[[str], bool]:
    # Imported on demand: the package is only needed where identifiers are.
    check: Callable[[str], bool] = import_module(_MODULES[kind]).is_valid
    return check
