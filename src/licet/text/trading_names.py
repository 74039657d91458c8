"""Names that hold several names: "Gulf Meridian FZE T/A Mayrow General Trading", "X (formerly Y)"."""

from __future__ import annotations

import re

from licet.text.normalise import characters

_BETWEEN = re.compile(
    r"""(?<!\w)(?<!\w-)(?:
    t/as? | d/b/a | o/a | a/k/a | f/k/a | n/k/a
    | d\.b\.a\.? | a\.k\.a\.? | f\.k\.a\.? | n\.k\.a\.?
    | dba | aka | fka | nka
    | (?:trading|doing\s+business|carrying\s+on\s+business|operating)\s+as
    | (?:also|formerly|previously|now|otherwise)\s+(?:known|called)\s+as
    | formerly | alias | vormals | ehemals | anciennement | anteriormente | precedentemente
    )(?!\w):?""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETED = re.compile(r"([^()]*)\(([A-Z]{3,10})\) *")
AROUND = " \t\r\n,;:.-–—()[]{}\"'“”‘’«»/|"
"""What is stripped off a name that stands beside another."""


def name_parts(text: str) -> tuple[str, ...]:
    """Return the names that a text holds beside one another; none where it is one name.

    Split at T/A, trading as, d/b/a, a/k/a, f/k/a, n/k/a, formerly, also known as and their like, in any case;
    not at one written on to a word with a hyphen: "YK-AKA" is a tail number.

    An acronym in brackets at the end is another name too: "Stroygazmontazh (SGM)".

    Args:
        text: A name as given.
    """
    plain = characters(text)
    bracketed = _BRACKETED.fullmatch(plain)
    parts = (part.strip(AROUND) for part in (bracketed.groups() if bracketed else _BETWEEN.split(plain)))
    found = tuple(dict.fromkeys(part for part in parts if any(letter.isalnum() for letter in part)))
    return found if len(found) > 1 else ()
