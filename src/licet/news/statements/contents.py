"""What was said after a verb of saying, where it begins, and where the narrator goes on."""

from __future__ import annotations

from licet.news.statements import lexicon
from licet.news.statements.clauses import Clause, Range
from licet.news.statements.draft import SHORTEST

_DENIED = frozenset(("it", "any", "the", "he", "she", "they"))
TELLING = frozenset(
    (
        "reminded",
        "remind",
        "reminds",
        "informed",
        "told",
        "tell",
        "tells",
        "assured",
        "assure",
        "assures",
        "asked",
        "asks",
        "telling",
    )
)
"""Verbs whose next words are those spoken to."""
_ORDERING = frozenset(("told", "tells", "tell", "reminded", "reminds"))
"""Verbs that go on with whom and "to"."""
_SOMEBODY = lexicon.PRONOUNS | {"there", "you"}
_CIRCUMSTANCES = lexicon.DAYS | lexicon.MEDIA.keys() | {"reporters", "conference"}
_NO_BRIDGE = (lexicon.FINITE | lexicon.PRONOUNS | lexicon.SAYS | frozenset((";",))) - {
    "report",
    "note",
    "claim",
    "call",
}
_NO_ADDRESSEE = (_NO_BRIDGE - lexicon.PRONOUNS) | {"that", "to", "for", "about", ",", ":"}
_NO_ONE_WANTED = _NO_BRIDGE | {"that", ","}
_SAID_ON = frozenset(("that", "to", "it", "he", "she", "they", "in", "on", "the", "its"))
_OF_SPEAKERS = frozenset(("accused", "accuses", "urged", "urges", "vowed", "insisted", "predicted"))
"""Behind "and", they tell what the same speaker said next."""
_ADMITTING = ("admit", "acknowledg", "confess", "reported", "recall", "remember")
"""Beginnings of verbs that go on with a gerund."""
_SHOWING = lexicon.FINDS & lexicon.SHOWS
_PLEDGING = frozenset(("pledging", "promising", "vowing", "agreed"))
_SAY = frozenset(
    ("say", "says", "insist", "insists", "argue", "argues", "contend", "contends", "believe", "believes")
)
_PLANS = frozenset(("expects", "plans", "intends", "aims", "hopes"))
"""Behind "and", they tell what the narrator adds of the speaker."""
_PAST_SAYS = frozenset(
    word
    for word in lexicon.SAYS | lexicon.TO | lexicon.CALLS
    if word.endswith("ed") or word in {"said", "told", "says"}
)


_ONLY_JUDGES = lexicon.JUDGES - lexicon.SAYS - lexicon.TO
_NAMES_ON = lexicon.CALLS | lexicon.JUDGES
_NO_NAME_ON = _NO_BRIDGE | _PAST_SAYS
SHORT_REACH = 6
"""Words between "spoke of", or "and", and the quote that they give."""
LONGEST_ADDRESSEE = 9
"""Words of those spoken to, or of whom somebody wants to act."""
_WHEN = frozenset(("after", "when", "before", "following", "during", "as"))
"""Behind quoted words, they begin what the narrator tells of the occasion."""
LONG_REACH = 9
"""Words between "praised" and the quote that it gives."""


def content_of(clause: Clause, verb: int, end: int) -> tuple[Range | None, Range | None]:
    """What was said after a verb, and to whom."""
    low = clause.low(verb)
    if low.startswith("accus"):
        return _accused(clause, verb, end)
    judged = _judged(clause, verb, end) if low in lexicon.JUDGES else None
    if judged or low in _ONLY_JUDGES:
        return judged, None
    quoted = _called(clause, verb, end) or _quoted_on(clause, verb, end)
    if quoted:
        return quoted, None
    asked = _asked(clause, verb, end) if low in lexicon.ASKS else None
    asked = asked or (_willed(clause, verb, end) if low in lexicon.INTENDS else None)
    if asked:
        return asked, None
    that = 0 if clause.low(verb + 1) == ":" else find(clause, verb + 1, min(end, verb + 13), "that")
    if that and _bridges(clause, verb + 1, that):
        told = (verb + 1, that) if low.startswith("t") and that > verb + 1 else None
        return (that + 1, cut(clause, that + 1, end)), told
    return _without_that(clause, verb, end), None


def _without_that(clause: Clause, verb: int, end: int) -> Range | None:
    """What was said without "that": an order, a pledge or a clause."""
    low = clause.low(verb)
    if low.startswith("ask") and clause.low(verb + 1) == "for":
        return None
    ordered = _ordered(clause, verb, end) if low in _ORDERING else None
    if ordered:
        return ordered
    if low in lexicon.TO or low in _PLEDGING:
        to = find(clause, verb + 1, min(end, verb + 6), "to")
        return (to, cut(clause, to, end)) if to else None
    return _bare(clause, verb, end)


def _asked(clause: Clause, verb: int, end: int) -> Range | None:
    """The question that is told: "asked the board why", "wondered whether"."""
    for at in range(verb + 1, min(verb + LONGEST_ADDRESSEE, end - SHORTEST)):
        low = clause.low(at)
        if low in lexicon.ASKING and not clause.is_quoted(at):
            return at, cut(clause, at, end)
        if low in _NO_ADDRESSEE:
            return None
    return None


def _willed(clause: Clause, verb: int, end: int) -> Range | None:
    """What is planned or wanted: "plans to stay", "wants the army to drive"."""
    to = find(clause, verb + 1, min(end, verb + LONGEST_ADDRESSEE), "to")
    if not to or any(clause.low(at) in _NO_ONE_WANTED for at in range(verb + 1, to)):
        return None
    wanted = clause.low(verb).startswith(("want", "expect"))
    if to > verb + 2 and not wanted:
        return None
    return (verb + 1 if wanted else to), cut(clause, to, end)


def _accused(clause: Clause, verb: int, end: int) -> tuple[Range | None, Range | None]:
    """Of what somebody is accused, and who."""
    of = find(clause, verb + 1, min(end, verb + 14), "of")
    if not of:
        return None, None
    quote = next((item for item in clause.quotes if item[0] == of + 1), None)
    last = quote[1] if quote and clause.low(quote[1]) in _WHEN else cut(clause, of + 1, end)
    return (of + 1, last), (verb + 1, of)


def _called(clause: Clause, verb: int, end: int) -> Range | None:
    """The quoted name that a verb such as "called" gives to something."""
    if clause.low(verb) not in lexicon.CALLS:
        return None
    return next((item for item in clause.quotes if verb < item[0] < min(end, verb + 12)), None)


def _judged(clause: Clause, verb: int, end: int) -> Range | None:
    """The words in quotes that a verb such as "praised" or "spoke of" gives to something; never a title."""
    reach = SHORT_REACH if clause.low(verb) in lexicon.ABOUT else LONG_REACH
    quote = next((item for item in clause.quotes if verb < item[0] < min(end, verb + reach)), None)
    if quote is None or quote[1] - quote[0] <= SHORTEST or not clause.word(quote[0] + 1).text[0].islower():
        return None
    between = {clause.low(at) for at in range(verb + 1, quote[0])}
    if between & _NO_BRIDGE or between & {",", ":", "that"} or "called" in between:
        return None
    if clause.low(verb) in lexicon.ABOUT and clause.low(verb + 1) not in {"of", "about", "to"}:
        return None
    if clause.low(verb) in lexicon.AS_ONLY and "as" not in between:
        return None
    return quote


def names_on(clause: Clause, verb: int, last: int, end: int) -> list[Range]:
    """Further names that a verb gives: "called the rule 'a trap' and its authors 'amateurs'"."""
    if clause.low(verb) not in _NAMES_ON or not clause.is_quoted(last - 1):
        return []
    found: list[Range] = []
    for opened, closed in clause.quotes:
        if not last <= opened < end:
            continue
        between = {clause.low(at) for at in range(last, opened)}
        joined = clause.low(last) == "and" and opened - last < SHORT_REACH
        if not joined or not _NO_NAME_ON.isdisjoint(between) or closed - opened <= SHORTEST:
            break
        found.append((opened, closed))
        last = closed
    return found


def _quoted_on(clause: Clause, verb: int, end: int) -> Range | None:
    """The quotes that a verb introduces, to the end of the last."""
    opened = _quote_opens(clause, verb + 1, end)
    return (opened[0], max(last for first, last in clause.quotes if first >= opened[0])) if opened else None


def _ordered(clause: Clause, verb: int, end: int) -> Range | None:
    """What somebody is told to do, or not to do."""
    to = find(clause, verb + 1, min(end, verb + 7), "to")
    if not to or any(clause.low(at) in _NO_BRIDGE for at in range(verb + 1, to)):
        return None
    first = to - (clause.low(to - 1) == "not")
    return first, cut(clause, first, end)


def _bare(clause: Clause, verb: int, end: int) -> Range | None:
    """What was said without "that": a clause, or after "denied" a gerund."""
    first = _past_circumstance(clause, _past_addressee(clause, verb), end)
    if clause.low(verb).startswith(("confess", "admit")) and clause.low(first) == "to":
        first += clause.low(first + 1).endswith("ing")
    first += clause.low(verb).startswith("point") and clause.low(first) == "out"
    first += clause.low(first) == ":"
    last = cut(clause, first, end)
    low = clause.low(first)
    if clause.low(verb).startswith(_ADMITTING) and low.endswith("ing"):
        return first, last
    near = [at for at in range(first + 1, min(first + 5, last)) if not clause.is_quoted(at)]
    if clause.low(verb) in _SHOWING and any(_stands(clause.low(at)) for at in near):
        return first, last
    if clause.low(verb).startswith("den"):
        return (first, last) if low.endswith("ing") or low in _DENIED else None
    tells = _is_clause(clause, first, last) or _is_expected(clause, verb, first, last)
    return (first, last) if tells and low not in {"of", "to", "for", "by", ","} else None


def _stands(low: str) -> bool:
    """Whether a word tells how somebody stands in a poll: "ahead", "leading"."""
    return low in {"ahead", "behind", "tied"} or (low.endswith("ing") and len(low) > SHORTEST * 2)


def _is_clause(clause: Clause, first: int, last: int) -> bool:
    """Whether words have a finite verb: one of the list, one in -ed, or the word behind a pronoun."""
    start = clause.sentence.first
    if any(_is_finite(low) for low in clause.lows[first + 1 - start : max(0, last - start)]):
        return True
    if last - first <= SHORTEST or clause.low(first) not in _SOMEBODY:
        return False
    after = clause.low(first + 1)
    quoted = any(clause.is_quoted(number) for number in range(first + 1, min(first + 3, last)))
    return quoted or (after.isalpha() and not after.endswith("ly"))


def _is_expected(clause: Clause, verb: int, first: int, last: int) -> bool:
    """Whether an unnamed person expects something: "A person close to the talks expects a decision"."""
    near = {clause.low(verb - at) for at in range(1, 6)}
    return (
        clause.low(verb).startswith("expect")
        and last - first > SHORTEST
        and bool(near & lexicon.UNNAMED or "close" in near)
    )


def _past_addressee(clause: Clause, verb: int) -> int:
    """One past those spoken to: "told reporters", "told Atlantic Wire"."""
    if clause.low(verb) not in TELLING:
        return verb + 1
    if clause.low(verb + 1) in lexicon.REPORTERS:
        return verb + 2
    head = next((at for at in range(verb + 1, verb + 7) if at in clause.heads), verb)
    if clause.heads.get(head, 0) in {verb + 1, verb + 2}:
        return head + 1
    if clause.low(verb + 1) not in lexicon.DETERMINERS:
        return verb + 1
    return next((at for at in range(verb + 3, verb + 6) if clause.low(at) in _SOMEBODY), verb + 1)


def _is_finite(low: str) -> bool:
    return low in lexicon.FINITE_FORMS or low.endswith("ed")


def find(clause: Clause, first: int, last: int, word: str) -> int:
    """Number of an unquoted word; 0 where it is not there."""
    base = clause.sentence.first
    near = clause.lows[max(0, first - base) : max(0, last - base)]
    if word not in near:
        return 0
    numbered = enumerate(near, max(first, base))
    return next((at for at, low in numbered if low == word and not clause.is_quoted(at)), 0)


def _bridges(clause: Clause, first: int, that: int) -> bool:
    """Whether only circumstances or an addressee stand between a verb and its "that"."""
    lows = [
        clause.low(at)
        for at in range(first, that)
        if not (clause.low(at) == "may" and clause.word(at).is_capital)
    ]
    return _NO_BRIDGE.isdisjoint(lows) and not ("," in lows and lexicon.SAYING & set(lows))


def _quote_opens(clause: Clause, first: int, end: int) -> Range | None:
    """The quote that a verb introduces: "said: ...", "said in a statement, ..."."""
    for opened, closed in clause.quotes:
        if first < opened < min(end, first + 14) and clause.word(opened - 1).text in {":", ","}:
            between = [clause.low(at) for at in range(first, opened)]
            finite = any(_is_finite(low) or low in lexicon.SAYS for low in between)
            return None if finite else (opened, closed)
        if opened == first:
            return opened, closed
    return None


def _past_circumstance(clause: Clause, first: int, end: int) -> int:
    """Leave out "on Monday", "in a statement late Friday" and a bare addressee after the verb."""
    place = first
    for _ in range(3):
        low = clause.low(place)
        if low in lexicon.DAYS:
            place += 1
        elif low in {"this", "last", "late", "early"} and place + 1 < end:
            place += 2
        elif low in {"on", "in", "at", "during", "to", "via"}:
            stop = min(end, place + 7)
            noun = next((at for at in range(place + 1, stop) if clause.low(at) in _CIRCUMSTANCES), 0)
            if not noun:
                return place
            place = noun + 1
        else:
            break
    return place


def cut(clause: Clause, first: int, end: int) -> int:
    """Where content ends: before a participle of saying, "according to", "days after", or the full stop."""
    stops = clause.among(_MAY_STOP, first + 1, end - 1)
    if clause.quotes:
        behind = [closed for _, closed in clause.quotes if first < closed < end - 1]
        stops = sorted({*stops, *behind})
    for at in stops:
        if not clause.is_quoted(at) and (stop := _stops(clause, at)):
            return stop
    return end


_MAY_STOP = frozenset((",", "according", "and", "but"))


def _stops(clause: Clause, number: int) -> int:
    """One past the last word of content that ends at a word; 0 where it goes on."""
    low, after = clause.low(number), clause.low(number + 1)
    if low == "," or clause.is_quoted(number - 1):
        behind, at = (after, number + 1) if low == "," else (low, number)
        days = behind in {"days", "hours", "weeks", "months"} and clause.low(at + 1) == "after"
        if behind in lexicon.SAYING or days or (low == "," and _narrates(clause, number + 1)):
            return number
    if low == "according" and after == "to":
        return number - (clause.low(number - 1) == ",")
    if low in {"and", "but"} and ((low == "and" and after in _PLANS) or _speaks_on(clause, number + 1)):
        return number
    return 0


def _speaks_on(clause: Clause, number: int) -> bool:
    """Whether the same speaker goes on with a verb of his own: "... and promised to pay"."""
    low, after = clause.low(number), clause.low(number + 1)
    if low in {"also", "then", "later"}:
        low, after = after, clause.low(number + 2)
    if low in _OF_SPEAKERS and after.isalpha():
        return True
    return low in _PAST_SAYS and (after in _SAID_ON or clause.is_quoted(number + 1))


def _narrates(clause: Clause, number: int) -> bool:
    """Whether the narrator goes on after a comma: "but it was not clear", "a sharp shift", "and said"."""
    low, after = clause.low(number), clause.low(number + 1)
    if low in {"but", "and", "though"}:
        unclear = after == "it" and {"clear", "unclear"} & {clause.low(number + more) for more in (3, 4, 5)}
        return bool(unclear) or after in lexicon.SAYS or _another_speaks(clause, number + 1)
    if low in {"while", "although", "whereas"}:
        return _another_speaks(clause, number + 1)
    return low in {"a", "an"} and bool({after, clause.low(number + 2)} & lexicon.JUDGEMENTS)


def _another_speaks(clause: Clause, first: int) -> bool:
    """Whether another speaker's clause begins here: ", and an adviser suggested that"."""
    for verb in range(first + 1, min(first + 12, clause.end)):
        low = clause.low(verb)
        if low in {",", ";"} or low in lexicon.FINITE:
            return False
        if (low in _PAST_SAYS or low in _SAY) and not clause.is_quoted(verb):
            source = clause.subject(verb, first)
            return source is not None and source[0] <= first + 1 and clause.low(first) not in lexicon.PRONOUNS
    return False
