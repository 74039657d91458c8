"""Statements of a story: read sentence by sentence, continued, joined, and given their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter

from licet.model.news import Span, Value
from licet.news.layout import Layout, Sentence
from licet.news.parties.party import Party
from licet.news.statements import lexicon, rules
from licet.news.statements.clauses import Clause, Places, Range
from licet.news.statements.draft import Draft
from licet.news.statements.interviews import answers
from licet.news.statements.speakers import Speakers
from licet.news.statements.statement import Speaker, SpeakerKind, Statement, StatementKind

_WORD = re.compile(r"\w+")
_FIRST_PERSON = frozenset(("i", "we", "my", "our", "me", "us"))
_NO_ACT = lexicon.STOPS | lexicon.BOUNDARIES | {"of", "'s", "at", "by", "for", "from", "to", "with", "or"}
_STOPS = frozenset((".", "!", "?"))
_CRIES = frozenset(("!", "?"))
_SPOKEN_END = frozenset(",.?!—…")
_ASIDE = lexicon.DAYS | {".", ",", "in", "on", "at", "as", "when", "with", "before", "after"}
_NOT_ASKING = lexicon.FINITE | {"that", ":", "nobody", "none", "no"}
LONGEST_ASKING = 16
"""Words of a sentence that tells who asked."""
LONGEST_NAME = 8
"""Words of a name that begins a sentence."""
LONGEST_ASIDE = 12
"""Words before a verb of saying in which its means may stand."""
FURTHEST_MEDIUM = 40
"""Words behind it in which its means may stand."""
LEAST_REPEATED = 6
"""Words from which equal quotes are one statement printed twice."""


def statements(laid: Layout, parties: list[Value[Party]]) -> list[Value[Statement]]:
    """Read the statements of a story, in its order.

    Args:
        laid: The story.
        parties: Its parties, as `licet.news.parties.reading.parties` gives them.
    """
    named = [(span, value.value) for value in parties for span, _, _ in value.value.mentions]
    named.sort(key=itemgetter(0))
    begins, ends, _ = zip(*[span for span, _ in named], strict=True) if named else ((), (), ())
    drafts = _joined(laid, _drafts(laid, _places(laid, begins, ends)))
    speakers = Speakers(named, begins)
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    values = []
    for draft in drafts:
        outer = numbers.get(id(draft.inside)) if draft.inside else None
        told = _statement(laid, draft, speakers, outer)
        spans = [*told.content, *told.repeats]
        if told.source is not None:
            spans.append(told.source)
        if told.cue is not None:
            spans.append(told.cue)
        spans.sort()
        values.append(Value(told, tuple(spans), draft.rule))
    return values


def _places(laid: Layout, begins: Sequence[int], ends: Sequence[int]) -> Places:
    """Where names begin and end, somebody is quoted and words call a rule.

    Args:
        laid: The story.
        begins: First code point of each name.
        ends: One past the last of each.
    """
    firsts = list(map(bisect_left, repeat(laid.starts), begins))
    lasts = [behind - 1 for behind in map(bisect_left, repeat(laid.starts), ends)]
    # Of names that end with one word the longest counts, whose pair comes last.
    heads = dict(sorted(zip(lasts, firsts, strict=True), reverse=True))
    later = [range(first + 1, last + 1) for first, last in zip(firsts, lasts, strict=True) if first < last]
    inner = frozenset[int]().union(*later)
    opened = [laid.word_at(start) for start in laid.quote_starts]
    closed = [laid.word_at(quote.end) for quote in laid.quotes]
    return Places(heads, inner, rules.SIGNS, laid.called_by(rules.CALLING), opened, closed)


def _whole(laid: Layout) -> list[Sentence]:
    """Sentences, with a question or a cry and the speaker behind it as one: '"Why us?" Ann Ek asked.'."""
    if _CRIES.isdisjoint(laid.distinct):
        return laid.sentences
    found: list[Sentence] = []
    paragraph = -1
    for sentence in laid.sentences:
        if sentence.paragraph == paragraph and _asked_by(laid, former := found[-1], sentence):
            found[-1] = Sentence(former.start, sentence.end, former.first, sentence.last, paragraph)
        else:
            found.append(sentence)
        paragraph = sentence.paragraph
    return found


def _asked_by(laid: Layout, former: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence only tells who cried or asked what the former one quotes."""
    if sentence.last - sentence.first > LONGEST_ASKING or laid.lows[former.last - 2] not in _CRIES:
        return False
    quote = laid.quote_at(laid.starts[former.last - 1])
    if quote is None or quote.start > former.start or quote.end != former.end:
        return False
    lows = laid.lows[sentence.first : sentence.last]
    asks = (at for at, low in enumerate(lows) if low in lexicon.SAYS or lows[at - 2 : at] == ["wanted", "to"])
    verb = next(asks, 0)
    said = verb > 0 and (lows[verb + 1 : verb + 2] or ["."])[0] in _ASIDE
    return said and _NOT_ASKING.isdisjoint(lows) and not laid.quotes_between(sentence.start, sentence.end)


def _parts(laid: Layout, sentence: Sentence) -> list[Sentence]:
    """A sentence cut at the semicolons outside its quotes."""
    words = laid.words
    cuts = [
        number + 1
        for number in range(sentence.first + 3, sentence.last - 3)
        if words[number].text == ";" and laid.quote_at(words[number].start) is None
    ]
    if not cuts:
        return [sentence]
    ends = [*cuts, sentence.last]
    return [
        Sentence(words[first].start, words[last - 1].end, first, last, sentence.paragraph)
        for first, last in zip([sentence.first, *cuts], ends, strict=True)
    ]


def _drafts(laid: Layout, places: Places) -> list[Draft]:
    drafts: list[Draft] = []
    last: Draft | None = None
    last_paragraph = -1
    former: Sentence | None = None
    spoken = answers(laid)
    sentences = _whole(laid)
    if ";" in laid.places:
        sentences = [part for whole in sentences for part in _parts(laid, whole)]
    for sentence in sentences:
        if sentence.paragraph in spoken:
            answer = spoken[sentence.paragraph]
            if answer.content[0][0] in range(sentence.first, sentence.last):
                drafts.append(answer)
            continue
        calling, quotes = called = places.called_in(sentence)
        if not (calling or quotes):
            former = sentence
            continue
        clause = Clause(laid, sentence, places, called)
        found = rules.read(clause)
        if not found and _is_speech(clause):
            first, end = sentence.first, sentence.last
            pieces = clause.quotes if clause.quotes[0][0] == first else [(first, end)]
            goes_on = last is not None and (
                sentence.paragraph == last_paragraph or _continues(laid, sentence)
            )
            if goes_on and last is not None:
                last.content.extend(pieces)
            else:
                source = _before(laid, former, sentence, places) if former else None
                last = Draft("quote without a verb", list(pieces), source, None)
                drafts.append(last)
            last_paragraph = sentence.paragraph
            former = sentence
            continue
        former = sentence
        if not found:
            continue
        drafts.extend(found)
        outer = [draft for draft in found if draft.content and draft.inside is None]
        if outer:
            last, last_paragraph = outer[-1], sentence.paragraph
    return drafts


def _before(laid: Layout, told: Sentence, sentence: Sentence, places: Places) -> Range | None:
    """Who acts in the sentence before a quote that stands alone: "She laughed. 'We will see.'"."""
    former = Clause(laid, told, places, places.called_in(told))
    if former.quotes or sentence.paragraph - former.sentence.paragraph > 1:
        return None
    first = former.sentence.first
    found = former.main_subject(first, former.end) or _acts_first(former)
    if sentence.paragraph == former.sentence.paragraph or found is None:
        return found
    # A quote that is a paragraph of its own is the word of a person told of before it, who says "I" or "we".
    quoted = {word.low for word in former.words[sentence.first : sentence.last]}
    person = found[0] == first and former.low(first) not in lexicon.DETERMINERS
    return found if person and quoted & _FIRST_PERSON else None


def _acts_first(former: Clause) -> Range | None:
    """A name that the sentence begins with, a verb of any kind behind it: "Ann Ek shook her head"."""
    first = former.sentence.first
    for head in range(first, min(first + LONGEST_NAME, former.end - 1)):
        if former.heads.get(head) == first:
            acts = former.words[head + 1].text.islower() and former.low(head + 1) not in _NO_ACT
            return (first, head + 1) if acts else None
    return None


def _is_speech(clause: Clause) -> bool:
    """Whether a sentence is a quote with nothing told beside it."""
    if not clause.quotes:
        return False
    first, last = clause.quotes[0]
    whole = (
        sum(end - start for start, end in clause.quotes) * 2 > clause.sentence.last - clause.sentence.first
    )
    spoken = clause.words[last - 2].text in _SPOKEN_END or last >= clause.end
    return whole and spoken and first <= clause.sentence.first and last - first > 3


def _continues(laid: Layout, sentence: Sentence) -> bool:
    """Whether a sentence goes on with the quote of the paragraph before."""
    quote = laid.quote_at(sentence.start)
    return quote is not None and quote.continues


def _joined(laid: Layout, drafts: list[Draft]) -> list[Draft]:
    """A quote printed twice is one statement: the later place is kept as a repeat."""
    kept: list[Draft] = []
    seen: dict[str, Draft] = {}
    for draft in drafts:
        draft.quoted = [_quoted_part(laid, piece) for piece in draft.content]
    quoted = [(draft, _begun(laid, draft)) for draft in drafts if draft.quoted and min(draft.quoted) == 1]
    begun = Counter([word for _, word in quoted])
    repeated = {id(draft) for draft, word in quoted if begun[word] > 1}
    if not repeated:
        return drafts
    for draft in drafts:
        key = (
            quote_key(" ".join([_text(laid, piece) for piece in draft.content]))
            if id(draft) in repeated
            else ""
        )
        former = seen.get(key) if key else None
        if former is not None:
            former.repeats.extend(draft.content)
            continue
        if key:
            seen[key] = draft
        kept.append(draft)
    return kept


def _begun(laid: Layout, draft: Draft) -> str:
    """The first word of a quote, without which no other print of it begins."""
    first, last = draft.content[0]
    found = _WORD.search(laid.story.text, laid.starts[first], laid.words[last - 1].end)
    return found[0].casefold() if found else ""


def quote_key(text: str) -> str:
    """Words of a quote by which another print of it is known; empty for one too short to tell."""
    found = _WORD.findall(text.casefold())
    return " ".join(found) if len(found) >= LEAST_REPEATED else ""


def _text(laid: Layout, piece: Range) -> str:
    return laid.story.text[laid.words[piece[0]].start : laid.words[piece[1] - 1].end]


def _span(laid: Layout, piece: Range) -> Span:
    return Span.within(laid.story.text, laid.starts[piece[0]], laid.words[piece[1] - 1].end)


def _quoted_part(laid: Layout, piece: Range) -> float:
    """Share of the words that stand in quotes: 0, 1 or between."""
    place, end = laid.starts[piece[0]], laid.words[piece[1] - 1].end
    first = laid.quote_at(place)
    if first is not None:
        return 1 if end <= first.end else 0.5
    return 0.5 if laid.quotes_between(place, end) else 0


_UNKNOWN = Speaker(SpeakerKind.UNKNOWN)
_NO_COMMENT = StatementKind.NO_COMMENT
_KINDS: dict[float, StatementKind] = {1: StatementKind.DIRECT, 0: StatementKind.INDIRECT}
"""The kind of a statement by the share of its words in quotes, where all of it has the same."""


def _statement(laid: Layout, draft: Draft, speakers: Speakers, outer: int | None) -> Statement:
    source, speaker = None, _UNKNOWN
    if draft.source:
        source = _span(laid, draft.source)
        low = laid.lows[draft.source[0] : draft.source[1]]
        told = draft.content[0] if draft.content else draft.source
        if low == ["it"] and told[1] <= draft.source[0]:
            subject = _subject(laid, told)
            whose = laid.lows[slice(*subject)] if subject else []
            speaker = speakers.of_it(
                source, _span(laid, told), _span(laid, subject) if subject else None, whose
            )
        else:
            speaker = speakers.of(source, low)
    shares = set(draft.quoted)
    kind = _KINDS.get(shares.pop(), StatementKind.MIXED) if len(shares) == 1 else StatementKind.MIXED
    return Statement(
        _NO_COMMENT if draft.no_comment else kind,
        speaker,
        tuple([_span(laid, piece) for piece in draft.content]),
        source,
        _span(laid, draft.cue) if draft.cue else None,
        _medium(laid, draft),
        _span(laid, draft.addressee) if draft.addressee and draft.addressee[0] < draft.addressee[1] else None,
        outer,
        tuple([_span(laid, piece) for piece in draft.repeats]) if draft.repeats else (),
    )


def _subject(laid: Layout, piece: Range) -> Range | None:
    """The noun phrase before the first finite verb of what is said, where it is a short one."""
    for number in range(piece[0] + 1, min(piece[1], piece[0] + LONGEST_SUBJECT)):
        low = laid.lows[number]
        if low in lexicon.FINITE or low in lexicon.TOOK or low.endswith("ed"):
            return piece[0], number
        if low in _NO_NAME:
            return None
    return None


def _begins(laid: Layout, number: int) -> int:
    """Where the line or sentence of a word begins, as far as stops and line ends close before it tell."""
    floor = max(0, number - LONGEST_ASIDE)
    line = laid.story.text.rfind("\n", laid.starts[floor], laid.starts[number])
    floor = laid.word_at(line) if line >= 0 else floor
    near = laid.lows[floor:number]
    if _STOPS.isdisjoint(near):
        return floor
    return next(at for at in range(number, floor, -1) if laid.lows[at - 1] in _STOPS)


LONGEST_SUBJECT = 8
"""Words that the subject of what "it said" may have."""
_NO_NAME = frozenset((",", ";", ":", "(", "—", "–", "that", "which", "who", "to"))
_MEDIA = frozenset(lexicon.MEDIA)
_MEDIUM_OR_STOP = _MEDIA | {"."}
_BY_MEANS = frozenset(("in", "on", "via", "by"))


def _medium(laid: Layout, draft: Draft) -> str:
    """By what means: the verb itself, or "in a statement" within its sentence and outside what is said."""
    if draft.cue is None:
        return ""
    cue = laid.words[draft.cue[0]].low
    if cue in lexicon.MEDIA and cue not in {"report", "call"}:
        return lexicon.MEDIA[cue]
    lows, verb = laid.lows, draft.cue[0]
    floor, limit = max(0, verb - LONGEST_ASIDE), draft.cue[1] + FURTHEST_MEDIUM
    if _MEDIA.isdisjoint(lows[floor:limit]):
        return ""
    held = [*draft.content, draft.source or (0, 0)]
    for number in laid.among(_MEDIUM_OR_STOP, _begins(laid, verb), limit):
        low = lows[number]
        if low == ".":
            if number > verb and not _holds(held, number):
                break
            continue
        near = lows[max(0, number - 4) : number]
        if not _BY_MEANS.isdisjoint(near) and "." not in near and not _holds(held, number):
            return lexicon.MEDIA[low]
    return ""


def _holds(pieces: list[Range], number: int) -> bool:
    """Whether a word stands in any of some pieces."""
    return any(first <= number < last for first, last in pieces)
