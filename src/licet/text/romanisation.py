"""One spelling for words that two systems of romanisation spell apart, before their sounds are compared.

| Language | Systems | Example |
| --- | --- | --- |
| Japanese | Kunrei, Hepburn | `Tutiya`, `Tsuchiya`; `Mitubisi`, `Mitsubishi` |
| Greek | by letter, by ear | `Ntokos`, `Dokos`; `Chatzigeorgiou`, `Hadjigeorgiou` |
| Belarusian | own, through Russian | `Karpiankou`, `Karpenkov` |
| Russian | as emigrants wrote it, today | `Pavloff`, `Pavlov` |
| Arabic | French, English | `Jaouad`, `Jawad` |
| Persian | by letter, by ear | `Ghazanfari`, `Qazanfari` |

What comes out is no word to show: it serves for keys of sounds alone (general knowledge of these systems).
"""

from __future__ import annotations

import re

_ONSET = "ch|sh|ts|[kstnhmrgzdbpw]y?|[yjf]"
_ELSE = r"n(?![aeiouy])|([kstp])(?=\1)"
_ROMAJI = re.compile(rf"(?:(?:{_ONSET})?[aeiou]|{_ELSE})+")
_SYLLABLE = re.compile(rf"{_ELSE}|({_ONSET})?([aeiou])")
_HEPBURN = {"sy": "sh", "ty": "ch", "zy": "j", "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji"}
_PILGRIM = re.compile(r"(?:ch|kh|h|x)a(?:tz|dj|dz|ts)i(?=[a-z]{3})")
_CLUSTER = re.compile(r"(?:nt|mp|gk)(?=[aeiou])")
_CLUSTERS = {"nt": "d", "mp": "b", "gk": "g"}
_EMIGRANT = re.compile(r"(?<=[a-z]{2}[oe])ff$")
_GLIDE = re.compile(r"ou(?=[aeiy])")
_IOTA = re.compile(r"gi(?=[ao])")
_BELARUSIAN = re.compile(r"(?<=[a-z]{4})[ao]u$")


def respelt(token: str) -> str:
    """Return a token in the spelling of the other system where one is told by its letters, else as it is.

    Args:
        token: Small Latin letters.
    """
    if _ROMAJI.fullmatch(token):
        return _SYLLABLE.sub(_hepburn, token)
    cluster = _CLUSTER.match(token)
    if cluster:
        token = _CLUSTERS[cluster.group()] + token[cluster.end() :]
    token = _GLIDE.sub("w", _EMIGRANT.sub("v", _pilgrim(token)))
    token = _IOTA.sub("y", token.replace("gh", "q"))
    return _BELARUSIAN.sub("ov", token)


def _pilgrim(token: str) -> str:
    found = _PILGRIM.match(token)
    return f"hatzi{token[found.end() :]}" if found else token


def _hepburn(syllable: re.Match[str]) -> str:
    onset, vowel = syllable[2] or "", syllable[3]
    if not vowel:
        return syllable[0]
    return _HEPBURN.get(onset + vowel, _HEPBURN.get(onset, onset) + vowel)
