"""Nouns of measures with little around them, in a story about such measures: "a debarment", "the hold"."""

from __future__ import annotations

from licet.news.layout import Sentence
from licet.news.listed import listed
from licet.news.measures import broad_words as words
from licet.news.measures import noun_words, nouns
from licet.news.measures.company import Company
from licet.news.measures.draft import Draft
from licet.news.measures.measure import MeasureType
from licet.news.measures.naming import ASSETS
from licet.news.measures.phrase import NOT_LISTING, NounPhrase
from licet.news.measures.scene import Scene
from licet.news.measures.theme import Theme

M = MeasureType

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ASSET_FREEZE, _FINE, _LICENCE = M.ASSET_FREEZE, M.FINE, M.LICENCE
_LISTING, _PROCUREMENT_BAN, _SANCTIONS_KIND = M.LISTING, M.PROCUREMENT_BAN, M.SANCTIONS
_SETTLEMENT, _TARIFF = M.SETTLEMENT, M.TARIFF

_WITHOUT = listed(
    "without require requires required requiring need needs needed apply applied applications application"
)
_OF_GOODS = listed("customs cbp import imports importers importer cargo cargoes")
_VERBS_TOO = listed(
    "ban bar fine order freeze sanction permit license licence curb curbs halt stop control controls measure"
    " step move tax charge rate cap hold levy embargo blacklist limits package"
)
_THIRD_PERSONS = listed("bans bars blacklists sanctions fines freezes curbs halts limits embargoes lists")
_MUST = frozenset(("must", "to", "will", "shall"))
_ONLY_TAXES = words.TAXES - {"duty", "levy"}
_LOOSE = frozenset(("measure", "measures"))
_NO = frozenset(("no", "any"))
_BEHIND = listed("denial deny denied denying denies revoke revokes revoked revoking above below over under")
_LISTED_ON = listed("on to from off onto")
_MANY = 3
_OF_OIL = frozenset(("cap", "ceiling", "package"))
"""Nouns of measures that are sanctions whatever else the story speaks of."""
_SANCTIONS = frozenset(("sanctions", "sanction"))


def noun(scene: Scene, sentence: Sentence, number: int, theme: Theme) -> Draft | None:
    """Read a noun of a measure that its clause alone does not make one."""
    low = scene.low(number)
    if not _may_be(scene, number, theme):
        return None
    kind = words.NOUNS.get(low) or noun_words.HEADS.get(low, _SANCTIONS_KIND)
    head = NounPhrase(scene, sentence, number, kind)
    as_verb = low in _VERBS_TOO and scene.is_verb(number) and not head.has_modifier
    near = Company(scene, sentence, number, number + 1)
    shares = kind is _LISTING and near.has(words.EXCHANGE, 6)
    if as_verb or shares or near.elsewhere() or not _stands(head, theme):
        return None
    draft = Draft(
        head.first_core, number + 1, sentence, head.type, "noun in a story of measures", nominal=True
    )
    draft.noun = low
    nouns.fill(head, draft)
    draft.bare = low in noun_words.BARE and head.quality is None
    such = scene.low(number - 1) == "such" and scene.low(number - 2) in _NO
    draft.denied = draft.denied or such or scene.low(number - 2) == "no"
    return draft if _qualifies(head, draft, theme) else None


def _may_be(scene: Scene, number: int, theme: Theme) -> bool:
    """Whether nothing right beside a noun makes it a part of another word, or one of another matter."""
    low, after = scene.low(number), scene.low(number + 1)
    if after in noun_words.HEADS or _takes_object(scene, number):
        return False
    if low not in words.FREE:
        return low in words.DENIED and not _NO.isdisjoint((scene.low(number - 1), scene.low(number - 2)))
    if after in noun_words.COMPOUND_WITH and not scene.words[number + 1].text.istitle():
        return False
    if low in {"blacklist", "blacklists"} and not {
        scene.low(at) for at in range(number - 3, number)
    }.isdisjoint(_LISTED_ON):
        return False
    if low in words.NEEDING and scene.low(number - 1) not in words.NEEDING[low]:
        return low in words.KNOWN_BY and words.KNOWN_BY[low] in scene.laid.places
    return low != "exclusion" or theme.speaks_of(_PROCUREMENT_BAN)


def _takes_object(scene: Scene, number: int) -> bool:
    """Whether a word in "s" is a verb: "U.S. blacklists Chinese refiner"; not "U.S. sanctions on"."""
    before = scene.at(number - 1)
    if scene.low(number) == "controls" and scene.at(number + 1) is not None:
        return True
    if scene.low(number) not in _THIRD_PERSONS:
        return False
    if nouns.is_finite(scene, number):
        return True
    if before is None or not before.acts:
        return False
    return bool(scene.at(number + 1) or scene.country_word(number + 1)) or scene.low(number + 1).isdigit()


def _qualifies(head: NounPhrase, draft: Draft, theme: Theme) -> bool:
    """Whether there is enough to call it a measure; and of what kind, if it refers to none told before."""
    scene = head.scene
    if draft.foreign_agent or (draft.type is _LICENCE and _only_needed(scene, head)):
        return False
    told = draft.definite or draft.imposers or draft.denied or draft.targets
    loose = head.low in _LOOSE or scene.low(head.number + 1) == "against"
    if draft.bare and not told and not loose:
        return False
    draft.tentative = True
    freed(scene, draft, theme)
    return draft.definite or draft.denied or not draft.tentative


def _stands(head: NounPhrase, theme: Theme) -> bool:
    """Whether the noun is used as one of a measure, as far as that is not told by the theme of the story."""
    low = head.low
    if low in words.TAXES or low in words.BY_TARIFF:
        return (theme.speaks_of(_TARIFF) or low in _ONLY_TAXES) and _taxed(head, theme)
    if low in {"order", "orders"} and head.determiner in noun_words.DEFINITE:
        return head.scene.low(head.number - 1) not in noun_words.NOT_ORDER
    special = _SPECIAL.get(low)
    if special is not None:
        return special(head)
    if low in {"exclusion", "exclusions", "controls"} or low not in noun_words.HEADS:
        return True
    return head.stands() and (low != "fine" or head.has_modifier)


def _taxed(head: NounPhrase, theme: Theme) -> bool:
    """Whether "duty" is one of customs, "rate" one of a tariff: no night duty."""
    before, after = head.scene.low(head.number - 1), head.scene.low(head.number + 1)
    if head.low in words.BY_TARIFF:
        return after == "on"
    known = head.determiner in noun_words.DEFINITE and theme.weights.get(_TARIFF, 0) > _MANY
    taxed = after in {"of", "on"} or before in words.OF_DUTIES or head.low != "duty"
    return (taxed or known) and before not in {"on", "off", "military"}


def _of_goods(head: NounPhrase) -> bool:
    """Whether a detention is one of goods: the story has words of imports."""
    return not head.scene.laid.places.keys().isdisjoint(_OF_GOODS)


def _not_behind(head: NounPhrase) -> bool:
    """Whether no word before makes it part of a measure told already, or only a mark to be kept."""
    return _BEHIND.isdisjoint(head.scene.low(place) for place in range(head.number - 4, head.number))


def _not_of_shares(head: NounPhrase) -> bool:
    return head.scene.low(head.number - 1) not in NOT_LISTING


def _limits_trade(head: NounPhrase) -> bool:
    """Whether "limits" are on goods or a trade."""
    on = head.scene.low(head.number + 1) == "on"
    return on and head.speaks_of(words.CARGO | frozenset(words.COMPANY), 4)


_SPECIAL = {
    **dict.fromkeys(("detention", "detentions"), _of_goods),
    **dict.fromkeys(("privileges", "cap", "ceiling"), _not_behind),
    **dict.fromkeys(("listing", "listings"), _not_of_shares),
    "limits": _limits_trade,
}
"""What must hold for nouns that mean a measure only now and then."""


def penalties(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "penalties against officials", "civil or criminal penalties"."""
    criminal = scene.low(number - 1) in {"civil", "criminal"}
    if not criminal and scene.low(number + 1) not in {"against", "on"}:
        return None
    kind = _FINE if criminal else _SANCTIONS_KIND
    draft = Draft(number, number + 1, sentence, kind, "penalties", nominal=True, noun="penalties")
    draft.targets = nouns.aimed(scene, number + 2, scene.right(sentence, number + 1))
    return draft


def freezing(scene: Scene, sentence: Sentence, number: int, _theme: Theme) -> Draft | None:
    """Read "the freezing of their assets"."""
    near = Company(scene, sentence, number, number + 1)
    if near.after[:1] != ["of"] or ASSETS.isdisjoint(near.after[1:6]):
        return None
    return Draft(number, number + 1, sentence, _ASSET_FREEZE, "freezing of assets", nominal=True)


def _only_needed(scene: Scene, head: NounPhrase) -> bool:
    """Whether it is told that one is needed or was asked for, and not of one that was given."""
    return scene.low(head.before) in _WITHOUT or scene.low(head.before) in {"for", "how"}


def settle(scene: Scene, draft: Draft, theme: Theme) -> None:
    """Tell of what kind a general noun is where it refers to none told elsewhere; it may open one."""
    draft.tentative = False
    draft.supposed = True
    if (
        draft.type is not _SANCTIONS_KIND
        or draft.noun in _SANCTIONS
        or draft.type.undoes
        or draft.noun in _OF_OIL
    ):
        return
    near = Company(scene, draft.sentence, draft.first, draft.last)
    draft.likely = theme.kind if draft.bare else near.stopped(theme)


def freed(scene: Scene, draft: Draft, theme: Theme) -> None:
    """Let a noun that was read as one that only refers open a measure of its own, if it refers to none."""
    if draft.rule == "paid" and scene.low(draft.first - 1) in _MUST and _penal(theme):
        draft.tentative = False
    if not draft.tentative or draft.over_it or not draft.nominal:
        return
    if draft.type is _LICENCE and draft.undone:
        return
    against = draft.noun == "penalties" and scene.low(draft.last) in {"against", "on"}
    if against or (draft.denied and draft.noun in words.DENIED):
        settle(scene, draft, theme)
        return
    if draft.sentence.paragraph < 0 and draft.noun not in words.IN_HEADLINES:
        return
    if draft.type.undoes:
        draft.tentative = False
    elif draft.noun in words.FREE and not _any_such(scene, draft):
        settle(scene, draft, theme)


def _penal(theme: Theme) -> bool:
    """Whether a story tells of a fine or a settlement, so that what must be paid is one."""
    return theme.speaks_of(_FINE) or theme.speaks_of(_SETTLEMENT)


def _any_such(scene: Scene, draft: Draft) -> bool:
    """Whether a noun speaks of any such: a licence that one needs, a question of sanctions."""
    if draft.targets or draft.imposers:
        return False
    before = scene.low(draft.first - 1)
    if draft.type is _LICENCE:
        needed = {before, scene.low(draft.first - 2)} & _WITHOUT
        asked = scene.low(draft.last) == "is" and scene.low(draft.last + 1) in {"required", "needed", "a"}
        return bool(needed) or asked or before in {"every", "each", "driving"}
    if draft.definite or draft.scope is not None:
        return False
    if draft.noun in {"sanction", "tariff"}:
        return draft.indefinite
    if draft.acted_on and before.endswith("ing"):
        return True  # "easing tariffs"
    return before in (_ABOUT if draft.noun in _SANCTIONS else _OF_SUCH)


_OF_SUCH = listed("future possible potential maximum what")
_ABOUT = listed("to about on of regarding for with future possible potential any maximum what")
