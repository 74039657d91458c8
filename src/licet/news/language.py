"""Whether a story is in English, the only language that is read; told by its script and its small words."""

from __future__ import annotations

import re

from licet.model.problem import Problem, Severity
from licet.news.layout import Layout
from licet.news.listed import listed

_ENGLISH = listed(
    "the of and to that for with was were is are has have had been from by its it he she they this which"
    " would will not at said says under on in"
)
"""Small words that a third of an English text is made of."""
_OTHERS = listed(
    "el la los las una unos del al y que por para con se su sus según le les et des du dans pour qui est"
    " une ont aux sur avec il lo gli di che della delle dei sono un der die das und den dem von mit ist im"
    " nicht zu für auf wird werden wurde ein eine het een van voor niet zijn werd dat op met os dos da do"
    " não em uma ao og det av ikke til som på och att är i w na się nie z jest oraz przez ve bir bu ile"
    " için olarak a v je že pro yang dan untuk dengan ini tidak của và là trong được"
)
"""Small words of the languages that are written in the same letters."""
_FEWEST = 8
"""Words, letters and small words below which a text is too short to tell."""
_FEW = 3
"""Small words of other languages that tell a text without any of English."""
_FEWEST_PLAIN = 40
"""Words in small letters from which a text with hardly any small word of English is in another language."""
_FEWEST_WITHOUT = 18
"""The same for a text without any."""
_LEAST_SHARE = 20
"""One word in so many must be a small word of English."""
_SAMPLE = 20_000
"""Code points of which the script is looked at."""
_OF_OTHER_SCRIPTS = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff\u2c60-\u2c7f\uff21-\uff5a]")
_LETTERS = re.compile(r"[^\W\d_]")
_MESSAGE = (
    "The text does not seem to be in English, and only English is read: what it tells is not read, or read"
    " wrongly. That nothing is shown does not mean that nothing is told."
)


def language_problem(laid: Layout) -> Problem | None:
    """Tell that a story is not in English; None where it is, or where it is too short to tell.

    By script: more than half of its letters are of another one than the Latin. By words: it has more of the
    small words of other languages than of English, or in a long text hardly any of English. A table of names
    has neither and is no text in another language.
    """
    reason = _by_script(laid.story.text) or _by_words(laid)
    return Problem("language", "text", _MESSAGE, reason, Severity.NOTE) if reason else None


def _by_script(text: str) -> str:
    """Why the letters tell another language; empty where they do not."""
    if text.isascii():
        return ""
    other = len(_OF_OTHER_SCRIPTS.findall(text, 0, _SAMPLE))
    if other < _FEWEST or 2 * other <= len(_LETTERS.findall(text, 0, _SAMPLE)):
        return ""
    return "more than half of its letters are not Latin"


def _by_words(laid: Layout) -> str:
    """Why the words tell another language; empty where they do not."""
    places = laid.places
    english = sum([len(places[low]) for low in _ENGLISH & laid.distinct])
    if len(laid.words) >= _FEWEST and _LEAST_SHARE * english > 3 * len(laid.words):
        return ""
    others = sum([len(places[low]) for low in _OTHERS & laid.distinct])
    if others > english and (others >= _FEWEST or (others >= _FEW and not english)):
        return f"{others} small words of other languages, {english} of English"
    plain = sum([word.text.islower() for word in laid.words])
    if plain >= (_FEWEST_PLAIN if english else _FEWEST_WITHOUT) and _LEAST_SHARE * english < plain:
        return f"{english} small words of English among {plain} words"
    return ""
