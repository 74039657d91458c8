"""Names as US agencies put them: aliases inside the name, a leading "and", an address listed as a name."""

from __future__ import annotations

import re

from licet.model import Name, NameKind

_MARK = (
    r"(?P<mark>[afn]\s*\.?\s*k\s*\.?\s*a\b\.?|d\s*[./]?\s*b\s*[./]?\s*a\b\.?|also known as|formerly known as)"
)
_INSIDE = re.compile(rf"\s*\(\s*{_MARK}[\s,:]*(?P<rest>.+?)\)?\s*$", re.IGNORECASE | re.DOTALL)
_AFTER = re.compile(rf",\s*{_MARK}[\s,:]*(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_LEADING = re.compile(rf"^{_MARK}[\s,:]*(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_AND = re.compile(r"^(?:and|or)\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"Address\s+\d{1,3}\b", re.IGNORECASE)
_KINDS = {"a": NameKind.AKA, "d": NameKind.AKA, "f": NameKind.FKA, "n": NameKind.NKA}


def names_of(text: str, aliases: tuple[str, ...] = ()) -> tuple[Name, ...]:
    """Return the names of a party, the primary one first, none twice.

    Args:
        text: The name column; `Far East Trading Company, Inc. (a.k.a. FETCO, Inc.)` gives two names.
        aliases: The alias column, split; a leading "and" and marks such as `F.K.A.` are taken off.
    """
    found = list(_with_inner(text, NameKind.PRIMARY))
    for alias in aliases:
        found += _with_inner(_AND.sub("", alias.strip()), NameKind.AKA)
    seen: set[str] = set()
    unique = []
    for name in found:
        if name.text and name.text not in seen:
            seen.add(name.text)
            unique.append(name)
    return tuple(unique)


def split_list(text: str) -> tuple[str, ...]:
    """Split what an agency joined by semicolons; a dash typed after one is not part of the value."""
    return tuple(part for item in text.split(";") if (part := item.strip().removeprefix("-").strip()))


def is_address(name: str) -> bool:
    """Tell whether an Entity List row is an address listed in its own right (named `Address 01`)."""
    return _ADDRESS.match(name) is not None


def _with_inner(text: str, kind: NameKind) -> list[Name]:
    text = " ".join(text.split())
    if kind is not NameKind.PRIMARY and (leading := _LEADING.match(text)):
        kind, text = _kind(leading["mark"]), leading["rest"]
    inside = _INSIDE.search(text) or _AFTER.search(text)
    if inside is None or not inside.start():
        return [Name(text, kind)]
    rest = inside["rest"]
    if rest.count("(") > rest.count(")"):
        rest += ")"
    others = [_AND.sub("", item) for item in split_list(rest)]
    return [
        Name(text[: inside.start()].strip(), kind),
        *(Name(item, _kind(inside["mark"])) for item in others),
    ]


def _kind(mark: str) -> NameKind:
    return _KINDS[mark[0].lower()]
