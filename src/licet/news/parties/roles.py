"""What a party is and which part it plays, from the words around its names."""

from __future__ import annotations

from itertools import pairwise

from licet.news.layout import Layout
from licet.news.parties import lexicon
from licet.news.parties.party import PartyKind, Role
from licet.news.parties.shapes import Found
from licet.news.words import Word
from licet.text.given_names import other_given_names

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ORGANISATION, _PERSON = PartyKind.ORGANISATION, PartyKind.PERSON
_SUBJECT = Role.SUBJECT

_SAID = frozenset(("said", "says", "told", "added", "tweeted", "wrote", "argued", "responded", "warned"))
_AT = frozenset(("at", "of", "with", "firm", "from", "for"))
_FIRM = frozenset(
    ("company", "firm", "maker", "manufacturer", "operator", "supplier", "bank", "conglomerate")
)
"""Before a name, they tell that it is a company's."""
_FIXED = {
    PartyKind.COUNTRY: Role.COUNTRY,
    PartyKind.PLACE: Role.PLACE,
    PartyKind.AUTHORITY: Role.AUTHORITY,
    PartyKind.MEDIA: Role.SPEAKER,
    PartyKind.PUBLICATION: Role.PUBLICATION,
}
_OFFICE_LENGTH = 2
_BEFORE_AN_ORGANISATION = lexicon.VESSELS | _FIRM
_IN_AN_ORGANISATION = lexicon.ORGANISATION_WORDS | {"&"}
_APPOSED = lexicon.PERSON_NOUNS | lexicon.COMPANY_NOUNS
_ENDS_AN_APPOSITION = frozenset((",", ".", ";", '"', "”"))
_OFFICIAL = lexicon.OFFICES | lexicon.BODIES
_LONGEST_LABEL = 4
"""Words of a name in capitals from which it is no speaker's."""
APPOSITION = 14
"""Words after a name in which the noun that tells what it is may stand."""


def kind_of(found: list[Found], laid: Layout) -> PartyKind:
    """Tell what a party read by shape is."""
    lows = laid.lows
    for item in found:
        if lows[item.last - 1] in lexicon.OUTLETS and _is_outlet(item, lows):
            return PartyKind.MEDIA
    for item in found:
        if _is_office(item, lows):
            return PartyKind.AUTHORITY
    votes = [vote for item in found if (vote := _vote(item, laid.words, lows))]
    if votes:
        return max((_ORGANISATION, _PERSON), key=votes.count)
    longest = max(found, key=lambda item: item.last - item.first)
    size = longest.last - longest.first
    return _PERSON if 2 <= size <= 4 else _ORGANISATION


def _is_outlet(item: Found, lows: list[str]) -> bool:
    """Whether a name is that of a paper or agency which the story draws on: "according to Harbour Wire"."""
    if item.last - item.first < 2:
        return False
    before = lows[max(0, item.first - 3) : item.first]
    after = lows[item.last] if item.last < len(lows) else ""
    sourced = before[-2:] == ["according", "to"] or before[-3:] == ["according", "to", "the"]
    told = before[-1:] == ["told"] or before[-2:] == ["told", "the"]
    return sourced or told or after in {"reported", "reports", "wrote"}


def _is_office(item: Found, lows: list[str]) -> bool:
    """Whether a name has the shape of an office of state: "Delta Ports Authority", "Bureau of Mines"."""
    first, last = item.first, item.last
    parts = lows[first:last]
    ruling = first > 0 and lows[first - 1] in lexicon.RULING
    if not ruling and (last - first < _OFFICE_LENGTH or _OFFICIAL.isdisjoint(parts)):
        return False
    titled = item.title and parts[-1] not in lexicon.OFFICES  # "National Roads Authority" has no title
    if ruling or titled or not lexicon.FORMS.isdisjoint(parts):
        return ruling and not titled and lexicon.FORMS.isdisjoint(parts)
    of_state = parts[-1] in lexicon.OFFICES or any(
        part in lexicon.OFFICES and after in {"of", "for"} for part, after in pairwise(parts)
    )
    return of_state or (parts[-1] in lexicon.BODIES and not lexicon.OF_STATE.isdisjoint(parts))


def _vote(item: Found, words: list[Word], lows: list[str]) -> PartyKind | None:
    """What one of its names tells of a party; None where it tells nothing."""
    first, last = item.first, item.last
    if (first and lows[first - 1] in _BEFORE_AN_ORGANISATION) or lows[first] in lexicon.SHIP_PREFIXES:
        return _ORGANISATION
    if last - first > 1:
        shape = _shape_of(item, words, lows[first:last])
    else:
        text = words[first].text
        acronym = len(text) > 1 and text.isupper()
        shape = _ORGANISATION if acronym or lows[first] in _IN_AN_ORGANISATION else None
    return shape or _vote_of_words(item, lows)


def _shape_of(item: Found, words: list[Word], parts: list[str]) -> PartyKind | None:
    """What the words of a name of several words tell."""
    if not _IN_AN_ORGANISATION.isdisjoint(parts):
        return _ORGANISATION
    if not words[item.last - 1].text.isupper():
        return None
    if parts[-1] in lexicon.CAPITAL_FORMS:
        return _ORGANISATION
    if not all(text.isupper() for _, _, text, _, _ in words[item.first : item.last]):
        return None
    if _is_speaking(item, words):
        return _PERSON
    return None if item.title else _ORGANISATION


def _vote_of_words(item: Found, lows: list[str]) -> PartyKind | None:
    """What the words around a name tell, and a given name."""
    if item.title:
        return _PERSON
    noun = _noun(item, lows)
    if noun:
        return _ORGANISATION if noun in lexicon.COMPANY_NOUNS else _PERSON
    if item.last - item.first == 1:
        return None
    return _PERSON if other_given_names(lows[item.first]) or _said(item, lows) else None


def _is_speaking(item: Found, words: list[Word]) -> bool:
    """Whether a name in capitals is the label of a speaker in a transcript: "ANN EK: Thank you."."""
    first, last = item.first, item.last
    short = 1 < last - first < _LONGEST_LABEL and last < len(words) and words[last].text == ":"
    goes_on = words[last + 1] if short and last + 1 < len(words) else None
    return goes_on is not None and goes_on.is_capital


def _noun(item: Found, lows: list[str]) -> str:
    """The noun in apposition after a name; empty for none."""
    if item.last >= len(lows) or lows[item.last] != ",":
        return ""
    for low in lows[item.last + 1 : item.last + APPOSITION]:
        if low in _APPOSED:
            return low
        if low in _ENDS_AN_APPOSITION:
            return ""
    return ""


def _said(item: Found, lows: list[str]) -> bool:
    if item.first and lows[item.first - 1] in _SAID:
        return True
    return item.last < len(lows) and lows[item.last] in _SAID


def role_of(kind: PartyKind, found: list[Found], lows: list[str]) -> Role:
    """Tell which part a party plays; a subject on doubt."""
    if found[0].byline and all(item.byline for item in found):
        return Role.BYLINE
    fixed = _FIXED.get(kind)
    if fixed is not None:
        return fixed
    if kind is not _ORGANISATION:
        return _of_person(found, lows)
    for item in found:
        if not _affiliates(item, lows):
            return _SUBJECT
    return Role.AFFILIATION


def _of_person(found: list[Found], lows: list[str]) -> Role:
    titles = {word for item in found if item.title for word in item.title.split()}
    nouns = {noun for item in found if (noun := _noun(item, lows))}
    if titles & lexicon.VOICE_TITLES or nouns & lexicon.VOICE_TITLES:
        return Role.SPEAKER
    if titles & lexicon.STATE_TITLES:
        return Role.AUTHORITY
    if titles & lexicon.EXPERT_NOUNS or any(_is_expert(item, lows) for item in found):
        return Role.EXPERT
    return Role.SPEAKER if nouns and any(_said(item, lows) for item in found) else _SUBJECT


def _is_expert(item: Found, lows: list[str]) -> bool:
    """Whether a person who speaks is told by profession or house: "said X, of the Y Center"."""
    if item.last >= len(lows) or lows[item.last] != "," or not _said(item, lows):
        return _noun(item, lows) in lexicon.EXPERT_NOUNS
    clause = lows[item.last + 1 : item.last + 9]
    return bool(clause) and (clause[0] == "of" or not lexicon.EXPERT_NOUNS.isdisjoint(clause))


def _affiliates(item: Found, lows: list[str]) -> bool:
    """Whether an organisation only tells where a person asked for a view works."""
    before = item.first - 1
    if before > 0 and lows[before] == "the":
        before -= 1
    if before < 0 or lows[before] not in _AT:
        return False
    clause = lows[max(0, before - 20) : before + 1]
    for mark in (".", '"', "”", "?"):
        if mark in clause:
            clause = clause[len(clause) - clause[::-1].index(mark) :]
    if not lexicon.VOICES.isdisjoint(clause):
        return False
    experts = any(
        word in lexicon.EXPERT_NOUNS or word.removesuffix("s") in lexicon.EXPERT_NOUNS for word in clause
    )
    return experts or not _SAID.isdisjoint(clause)
