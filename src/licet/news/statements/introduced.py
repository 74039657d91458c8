"""Quotes that no verb of saying gives to a speaker: a colon, a dash, a notice that reads, "was the reply"."""

from __future__ import annotations

from licet.news.listed import listed
from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.draft import SHORTEST, Draft

_DOCUMENTS = listed(
    "notice sign letter statement text message note filing order banner clause article headline email e-mail"
    " post tweet memo inscription caption line entry paragraph section placard poster label stamp rule"
    " contract passage sentence title preamble regulation law advert advertisement slogan telegram"
)
_REPLIES = listed(
    "verdict reply answer response message assessment view advice conclusion explanation comment word words"
    " summary description warning question retort"
)
_WAS = frozenset(("was", "is", "came", "comes", "were"))
_DASHES = frozenset(("-", "—", "–", "--"))
LONGEST_SIGNATURE = 14
"""Words of a name with its office behind a dash."""


def introduced(clause: Clause) -> Draft | None:
    """Read a quote whose speaker is told by other means than a verb of saying.

    Args:
        clause: A sentence in which no verb of saying has a speaker.
    """
    if not clause.quotes:
        return None
    return (
        _reads(clause)
        or _behind_colon(clause)
        or _was_the_reply(clause)
        or _signed(clause)
        or _called_by(clause)
    )


def _called_by(clause: Clause) -> Draft | None:
    """Read "described by NAME as '...'"."""
    for verb in clause.told:
        if clause.low(verb) not in lexicon.CALLS:
            continue
        quote = next((item for item in clause.quotes if item[0] > verb), None)
        if quote is None or clause.low(verb + 1) != "by" or quote[0] - verb > LONGEST_SIGNATURE:
            continue
        end = quote[0] - (clause.low(quote[0] - 1) == "as")
        source = (verb + 2, end)
        if end > verb + 2 and quote[1] - quote[0] > SHORTEST and clause.names_somebody(*source):
            return Draft("called by NAME", [quote], source, (verb, verb + 1))
    return None


def _reads(clause: Clause) -> Draft | None:
    """Read 'the notice reads: "..."' and '"...," the notice reads'; whoever reads a book says nothing."""
    for verb in clause.told:
        if clause.low(verb) not in lexicon.READS:
            continue
        before = [item for item in clause.quotes if item[1] <= verb]
        source = clause.subject(verb, before[-1][1] if before else clause.sentence.first, relaxed=True)
        inverted = bool(before) and before[-1][1] == verb
        if inverted:
            source = clause.named_after(verb + 1, relaxed=True)
        if source is None or not any(clause.low(at) in _DOCUMENTS for at in range(*source)):
            continue
        behind = verb + 1 + (clause.low(verb + 1) in {":", ",", "simply", "only"})
        quote = next((item for item in clause.quotes if item[0] in {verb + 1, behind, behind + 1}), None)
        beside = before[-1:] if before and (inverted or source[0] - before[-1][1] <= 1) else []
        content = [*beside, *([quote] if quote else [])]
        if content and content[0][1] - content[0][0] > SHORTEST:
            return Draft("it reads", content, source, (verb, verb + 1))
    return None


def _behind_colon(clause: Clause) -> Draft | None:
    """Read 'NAME was blunt: "We go."', 'her reply: "Never."' and 'this from NAME: "..."'."""
    quotes = [item for item in clause.quotes if item[1] - item[0] > SHORTEST]
    colon = quotes[0][0] - 1 if quotes else 0
    if colon <= clause.sentence.first or clause.low(colon) != ":" or not _is_whole(clause, quotes[0]):
        return None
    source = _introduced_by(clause, colon)
    return Draft("NAME: quote", quotes, source, None) if source else None


def _is_whole(clause: Clause, quote: Range) -> bool:
    """Whether a quote is a sentence of its own and not a term or a title."""
    first, last = clause.word(quote[0] + 1), clause.word(quote[1] - 2)
    told = [word for word in clause.words[quote[0] + 1 : quote[1] - 1] if word.text[0].isalpha()]
    if len(told) > 1 and all(word.is_capital for word in told):
        return False
    return first.text[0].isupper() and last.text in {".", "!", "?", "…"}


def _introduced_by(clause: Clause, colon: int) -> Range | None:
    """Who speaks behind a colon; None where the words before it name nobody."""
    first = clause.sentence.first
    if clause.heads.get(colon - 1) == first:
        return first, colon
    source = clause.place_of("from", first, colon, 0)
    replies = any(clause.low(at) in _REPLIES or clause.low(at) == "this" for at in range(first, source))
    if source and (replies or source == first) and not clause.is_quoted(source):
        last = next(
            (at for at in range(source + 1, colon) if clause.low(at) in _WAS or at - 1 in clause.heads), colon
        )
        return (source + 1, last) if clause.names_somebody(source + 1, last) else None
    owner = _owner(clause, first, colon)
    if owner:
        return owner
    laughed = clause.low(colon - 1).endswith("ed") or clause.low(colon - 1) in lexicon.IRREGULAR
    found = (clause.subject(colon - 1, first) if laughed else None) or clause.main_subject(first, colon)
    return found if found and clause.names_somebody(*_bare(clause, found)) else None


def _bare(clause: Clause, found: Range) -> Range:
    comma = clause.place_of(",", *found, found[1])
    return found[0], max(comma, found[0] + 1)


def _owner(clause: Clause, first: int, end: int) -> Range | None:
    """Whose reply it is: "her reply", "NAME's verdict"."""
    for noun in range(first + 1, min(first + LONGEST_SIGNATURE, end)):
        if clause.low(noun) not in _REPLIES or clause.is_quoted(noun):
            continue
        for at in range(noun - 1, max(first, noun - 3) - 1, -1):
            if clause.low(at) in lexicon.POSSESSIVES:
                return at, at + 1
            if clause.low(at) in {"'s", "'", "’s", "’"} and at - 1 in clause.heads:
                return clause.heads[at - 1], at
    return None


def _was_the_reply(clause: Clause) -> Draft | None:
    """Read '"Rubbish," was NAME's verdict'."""
    for quote in clause.quotes:
        if clause.low(quote[1]) in _WAS and quote[1] - quote[0] > SHORTEST:
            source = _owner(clause, quote[1] + 1, clause.end)
            if source and source[0] - quote[1] <= LONGEST_SIGNATURE // 2:
                return Draft("was NAME's reply", [quote], source, (quote[1], quote[1] + 1))
    return None


def _signed(clause: Clause) -> Draft | None:
    """Read '"..." - NAME, office': a dash or a colon and nothing but a name behind a quote."""
    first, last = clause.quotes[0]
    mark, end = clause.low(last), clause.end
    if first != clause.sentence.first or last - first <= SHORTEST or len(clause.quotes) > 1:
        return None
    if mark not in _DASHES and mark != ":":
        return None
    begins = last + 1
    head = next((at for at in range(begins, min(begins + 6, end)) if at in clause.heads), 0)
    told = any(clause.low(at) in lexicon.FINITE for at in range(begins, end))
    if not head or clause.heads[head] != begins or told or end - begins > LONGEST_SIGNATURE:
        return None
    closes = end if mark in _DASHES else head + 1
    return Draft("quote - NAME", [(first, last)], (begins, closes), None)
