"""What a party is and which part it plays, from the words around its names."""

from __future__ import annotations

from itertools import pairwise

from licet.news.parties import lexicon
from licet.news.parties.party import PartyKind, Role
from licet.news.parties.shapes import Found
from licet.news.words import Word
from licet.text.given_names import other_given_names

# Python 3.11 looks a member of an enum up slowly: those asked for most are bound once.
_ORGANISATION, _PERSON = PartyKind.ORGANISATION, PartyKind.PERSON

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
_OFFICIAL = lexicon.OFFICES | lexicon.BODIES
_LONGEST_LABEL = 4
"""Words of a name in capitals from which it is no speaker's."""
APPOSITION = 14
"""Words after a name in which the noun that tells what it is may stand."""


def _is_outlet(item: Found, words: list[Word]) -> bool:
    """Whether a name is that of a paper or agency which the story draws on: "according to Harbour Wire"."""
    if item.last - item.first < 2 or words[item.last - 1].low not in lexicon.OUTLETS:
        return False
    before = [word.low for word in words[max(0, item.first - 3) : item.first]]
    after = words[item.last].low if item.last < len(words) else ""
    sourced = before[-2:] == ["according", "to"] or before[-3:] == ["according", "to", "the"]
    told = before[-1:] == ["told"] or before[-2:] == ["told", "the"]
    return sourced or told or after in {"reported", "reports", "wrote"}


def _is_office(item: Found, words: list[Word]) -> bool:
    """Whether a name has the shape of an office of state: "Delta Ports Authority", "Bureau of Mines"."""
    parts = [low for _, _, _, low, _ in words[item.first : item.last]]
    ruling = item.first > 0 and words[item.first - 1].low in lexicon.RULING
    if not ruling and (len(parts) < _OFFICE_LENGTH or _OFFICIAL.isdisjoint(parts)):
        return False
    titled = item.title and parts[-1] not in lexicon.OFFICES  # "National Roads Authority" has no title
    if ruling or titled or not lexicon.FORMS.isdisjoint(parts):
        return ruling and not titled and lexicon.FORMS.isdisjoint(parts)
    of_state = parts[-1] in lexicon.OFFICES or any(
        part in lexicon.OFFICES and after in {"of", "for"} for part, after in pairwise(parts)
    )
    ruled = parts[-1] in lexicon.BODIES and any(part in lexicon.OF_STATE for part in parts)
    return of_state or ruled


def kind_of(found: list[Found], words: list[Word]) -> PartyKind:
    """Tell what a party read by shape is."""
    if any(_is_outlet(item, words) for item in found):
        return PartyKind.MEDIA
    if any(_is_office(item, words) for item in found):
        return PartyKind.AUTHORITY
    votes = [vote for item in found if (vote := _vote(item, words))]
    if votes:
        return max((_ORGANISATION, _PERSON), key=votes.count)
    longest = max(found, key=lambda item: item.last - item.first)
    size = longest.last - longest.first
    return _PERSON if 2 <= size <= 4 else _ORGANISATION


def _vote(item: Found, words: list[Word]) -> PartyKind | None:
    parts = [low for _, _, _, low, _ in words[item.first : item.last]]
    before = words[item.first - 1].low if item.first else ""
    if before in lexicon.VESSELS or before in _FIRM or parts[0] in lexicon.SHIP_PREFIXES:
        return _ORGANISATION
    formed = parts[-1] in lexicon.CAPITAL_FORMS and words[item.last - 1].text.isupper() and len(parts) > 1
    if formed or not lexicon.ORGANISATION_WORDS.isdisjoint(parts) or "&" in parts:
        return _ORGANISATION
    if len(parts) > 1 and all(word.text.isupper() for word in words[item.first : item.last]):
        if _is_speaking(item, words):
            return _PERSON
        if not item.title:
            return _ORGANISATION
    return _vote_of_words(item, words, parts)


def _vote_of_words(item: Found, words: list[Word], parts: list[str]) -> PartyKind | None:
    acronym = len(parts) == 1 and words[item.first].text.isupper() and len(parts[0]) > 1
    if acronym or item.title:
        return _ORGANISATION if acronym else _PERSON
    noun = _noun(item, words)
    if noun:
        return _ORGANISATION if noun in lexicon.COMPANY_NOUNS else _PERSON
    person = len(parts) > 1 and (other_given_names(parts[0]) or _said(item, words))
    return _PERSON if person else None


def _is_speaking(item: Found, words: list[Word]) -> bool:
    """Whether a name in capitals is the label of a speaker in a transcript: "ANN EK: Thank you."."""
    first, last = item.first, item.last
    short = 1 < last - first < _LONGEST_LABEL and last < len(words) and words[last].text == ":"
    goes_on = words[last + 1] if short and last + 1 < len(words) else None
    return goes_on is not None and goes_on.is_capital


def _noun(item: Found, words: list[Word]) -> str:
    """The noun in apposition after a name; empty for none."""
    if item.last >= len(words) or words[item.last].text != ",":
        return ""
    for word in words[item.last + 1 : item.last + APPOSITION]:
        if word.low in lexicon.PERSON_NOUNS or word.low in lexicon.COMPANY_NOUNS:
            return word.low
        if word.text in {",", ".", ";", '"', "”"}:
            return ""
    return ""


def _said(item: Found, words: list[Word]) -> bool:
    before = words[item.first - 1].low if item.first else ""
    after = words[item.last].low if item.last < len(words) else ""
    return before in _SAID or after in _SAID


def role_of(kind: PartyKind, found: list[Found], words: list[Word]) -> Role:
    """Tell which part a party plays; a subject on doubt."""
    if all(item.byline for item in found):
        return Role.BYLINE
    if kind in _FIXED:
        return _FIXED[kind]
    if kind is _ORGANISATION:
        return Role.AFFILIATION if all(_affiliates(item, words) for item in found) else Role.SUBJECT
    return _of_person(found, words)


def _of_person(found: list[Found], words: list[Word]) -> Role:
    titles = {word for item in found for word in item.title.split()}
    nouns = {noun for item in found if (noun := _noun(item, words))}
    if titles & lexicon.VOICE_TITLES or nouns & lexicon.VOICE_TITLES:
        return Role.SPEAKER
    if titles & lexicon.STATE_TITLES:
        return Role.AUTHORITY
    if titles & lexicon.EXPERT_NOUNS or any(_is_expert(item, words) for item in found):
        return Role.EXPERT
    return Role.SPEAKER if nouns and any(_said(item, words) for item in found) else Role.SUBJECT


def _is_expert(item: Found, words: list[Word]) -> bool:
    """Whether a person who speaks is told by profession or house: "said X, of the Y Center"."""
    if item.last >= len(words) or words[item.last].text != "," or not _said(item, words):
        return _noun(item, words) in lexicon.EXPERT_NOUNS
    clause = [word.low for word in words[item.last + 1 : item.last + 1 + APPOSITION]]
    return bool(clause) and (clause[0] == "of" or bool(lexicon.EXPERT_NOUNS & set(clause[:8])))


def _affiliates(item: Found, words: list[Word]) -> bool:
    """Whether an organisation only tells where a person asked for a view works."""
    before = item.first - 1
    if before > 0 and words[before].low == "the":
        before -= 1
    if before < 0 or words[before].low not in _AT:
        return False
    clause = [word.low for word in words[max(0, before - 20) : before + 1]]
    for mark in (".", '"', "”", "?"):
        if mark in clause:
            clause = clause[len(clause) - clause[::-1].index(mark) :]
    if lexicon.VOICES & set(clause):
        return False
    experts = any(
        word in lexicon.EXPERT_NOUNS or word.removesuffix("s") in lexicon.EXPERT_NOUNS for word in clause
    )
    return experts or bool(_SAID & set(clause))
