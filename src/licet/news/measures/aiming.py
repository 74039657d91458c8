"""On whom a ban is, and whom it binds: the one who is cut off, and the one who must not serve him."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.measures import lexicon
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.scene import Phrase, Scene

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_EXPORT_BAN = MeasureType.EXPORT_BAN

_TOWARDS = listed("to with from by as into")
_OF = listed("of in for")


def aim(scene: Scene, draft: Draft, barred: list[Phrase], doing: tuple[int, int]) -> None:
    """Tell target from addressee.

    Args:
        scene: The story.
        draft: The ban; its imposers are known.
        barred: Who must not do it.
        doing: The act and what belongs to it, `[first, last)`.
    """
    at, end = doing
    own = {home_of(scene, item) for item in draft.imposers} - {""}
    inward = scene.low(at) in lexicon.INWARD
    specific = [item for item in barred if is_aimed_at(item, scene, own)]
    elsewhere = [item for item in others(scene, at + 1, end) if is_aimed_at(item, scene, own)]
    own_goods = inward and not elsewhere and _from_own(scene, at + 1, end, own)
    if specific and (inward or not elsewhere):
        draft.targets = specific
        if own_goods:
            draft.type = _EXPORT_BAN
    else:
        draft.targets = elsewhere
        draft.addressees = [_with_noun(scene, item) for item in barred]
    stop = min((item.first for item in elsewhere if item.first > at + 1), default=end)
    draft.scope = (at, _scope_end(scene, at, end, stop))


def _with_noun(scene: Scene, item: Phrase) -> Phrase:
    """Those of a country who are bound, with their noun: "U.S. Internet providers"."""
    for place in range(item.last, item.last + 3):
        if scene.low(place) in lexicon.OWN_SIDE:
            return Phrase(item.first, place + 1, "")
        if not scene.low(place).isalpha() or scene.low(place) in lexicon.PREPOSITIONS:
            break
    return item


def is_aimed_at(item: Phrase, scene: Scene, own: set[str]) -> bool:
    """Whether a party is one that a ban is aimed at: named, and not of those who impose it."""
    if not item.key or (item.named is not None and not item.named.is_target):
        return False
    if item.named is not None and item.named.kind == "authority":
        return False
    home = home_of(scene, item)
    if home and home in own:
        return False
    generic = scene.low(item.last) in lexicon.OWN_SIDE
    return not (generic and not own)


def home_of(scene: Scene, item: Phrase) -> str:
    """Jurisdiction of a party; empty where nothing tells it."""
    told = scene.jurisdictions.get(item.key, "")
    return told or (item.key.removeprefix("country-") if item.key.startswith("country-") else "")


def others(scene: Scene, first: int, end: int) -> list[Phrase]:
    """The other side of the act: behind "to", "with", "from", "by", "as", else whose goods they are."""
    for ways in (_TOWARDS, _OF):
        for place, low in enumerate(scene.lows[first:end], first):
            if low in ways:
                found = [item for item in scene.phrases(place + 1, end) if item.key]
                if found and not (low in {"in", "for"} and scene.at(place + 1) is None):
                    return found
    return [item for item in scene.phrases(first, end) if item.key]


def _from_own(scene: Scene, first: int, end: int, own: set[str]) -> bool:
    """Whether the goods are those of the country that imposes the ban ("American components")."""
    for place in range(first, min(end, first + 6)):
        named = scene.at(place)
        key = named.key if named else scene.country_word(place)
        if key.removeprefix("country-") in own or key.upper() in own:
            return True
    return False


def common(scene: Scene, first: int, last: int) -> list[Phrase]:
    """Those whom a ban binds, told by a common noun ("military exchanges")."""
    for place in range(first, min(last, first + 6)):
        low = scene.low(place)
        if low in lexicon.OWN_SIDE or low in lexicon.COMMON_PARTY:
            return [Phrase(first, place + 1, "")]
        if low in lexicon.PREPOSITIONS or low in {",", "that", "who"}:
            break
    return []


def _scope_end(scene: Scene, first: int, end: int, stop: int) -> int:
    """Where the words of the scope end: before whom it goes to, before "for seven years"."""
    last = min(end, stop)
    before = last
    while scene.low(before - 1) in lexicon.DETERMINERS:
        before -= 1
    if scene.low(before - 1) not in {"to", "with", "from", "into"}:
        return _length_cut(scene, first, end)
    while last > first + 1 and (
        scene.low(last - 1) in lexicon.DETERMINERS
        or (scene.low(last - 1) in {"to", "from", "with", "by", "for", ","} and last > first + 1)
    ):
        last -= 1
    return _length_cut(scene, first, last)


def _length_cut(scene: Scene, first: int, last: int) -> int:
    """Where "for seven years" begins, which is no scope; else the end."""
    for place in range(first + 1, last):
        if scene.low(place) == "for" and _is_length(scene, place + 1):
            return place
    return last


def _is_length(scene: Scene, first: int) -> bool:
    return any(
        scene.low(place) in {"years", "year", "months", "month", "days", "weeks"}
        for place in range(first, first + 4)
    )
