"""Sentences that set a stage for others: "It is 2031.", "Picture the scene.", "Example:", "Just kidding."."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count

from licet.news.layout import Layout, Sentence
from licet.news.listed import listed
from licet.news.modality.coming import FARTHEST_YEAR

_HEADINGS = 2
"""Sentences at the beginning of a text that may say what kind of text it is."""
_LONGEST_HEADING = 12
"""Words that a heading may have."""
_REACH = 60
"""Sentences that one sentence sets a stage for, before or behind it."""
_FARTHEST = 8
"""Words from the beginning of a sentence within which it names another world."""

_SUPPOSED = listed("picture imagine suppose pretend envision envisage")
_TASKS = listed("question example exercise scenario hypothetical illustration problem task vignette")
_WORLDS = listed(
    "exercise simulation game wargame scenario novel film movie play thriller sequel experiment dream comedy"
    " vignette rehearsal sketch"
)
_JOKES = listed("joke prank hoax spoof jest kidding joking")
_AT_ONCE = frozenset(("just", "only", "all"))
_POINTING = frozenset(("it", "this", "that", "all"))
_KINDS_OF_TEXT = listed(
    "horoscope horoscopes quiz satire parody fiction sponsored advertorial paid advertisement"
)
_BEHIND_KIND = {
    "sponsored": ("content", "post", "by", "article", "feature"),
    "paid": ("content", "post", "partnership", "advertisement"),
    "advertisement": ("feature",),
}
"""Words by which a heading calls what follows bought, with what has to stand behind them."""


def staged(laid: Layout, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences that tell of no act of this world, since another sentence says so.

    Args:
        laid: The story.
        sentences: Its headlines and sentences, in the order of the text.
    """
    lows = laid.lows
    found: set[int] = set()
    opening = [lows[sentence.first] for sentence in sentences]
    heading = range(min(_HEADINGS, len(opening)))
    for number in {*heading, *compress(count(), map(_OPENINGS.__contains__, opening))}:
        kinds = _OPENINGS.get(opening[number], ())
        sentence = sentences[number]
        for sets, reaches in (*kinds, _HEADING) if number in heading else kinds:
            if sets(lows[sentence.first : sentence.last], laid):
                found.update(reaches(sentences, number))
    if "test" in laid.places:
        found.update(_tested(laid, sentences))
    return frozenset(found)


def _tested(laid: Layout, sentences: Sequence[Sentence]) -> range:
    """The whole of a text that is sent to test something."""
    heads = (laid.lows[sentence.first : sentence.last] for sentence in sentences[:_HEADINGS])
    return range(len(sentences)) if any(_is_test(words) for words in heads) else range(0)


def _is_heading_of_none(words: list[str], laid: Layout) -> bool:
    """Whether a heading tells that the whole text is a draft, a test, bought or made up."""
    del laid
    if len(words) > _LONGEST_HEADING:
        return False
    low = frozenset(words)
    if not low.isdisjoint(_KINDS_OF_TEXT):
        kind = next((n for n, word in enumerate(words[:2]) if word in _KINDS_OF_TEXT), None)
        if kind is not None:
            wanted = _BEHIND_KIND.get(words[kind])
            return wanted is None or (kind + 1 < len(words) and words[kind + 1] in wanted)
    if words[0] == "from" and not low.isdisjoint({"archive", "archives"}):
        return True
    not_for = {"release", "publication"} & low and words[:1] == ["not"]
    return (
        bool(not_for) or ("draft" in low and not low.isdisjoint({"embargoed", "not"})) or words == ["draft"]
    )


def _is_test(words: list[str]) -> bool:
    """Whether a text is sent to test something: "TEST TEST", "this is a test story"."""
    at = words.index("test") if "test" in words else len(words)
    near = words[at + 1 : at + 2]
    return near == ["test"] or (
        words[max(0, at - 3) : at] == ["this", "is", "a"]
        and near in (["story"], ["message"], ["."], ["page"])
    )


def _is_later_year(words: list[str], laid: Layout) -> bool:
    """Whether "It is 2031" or "The year is 2031" opens a sentence of a story that is older."""
    dated = laid.story.dated
    if dated is None or words[0] not in {"it", "the"} or "is" not in words[1:3]:
        return False
    near = [low for low in words[:6] if len(low) == 4 and low.isdigit()]
    return bool(near) and dated.year < int(near[0]) < dated.year + FARTHEST_YEAR


def _supposes(words: list[str], laid: Layout) -> bool:
    """Whether a sentence asks to think of something: "Picture the scene.", "Let us imagine a ban"."""
    del laid
    opens = words[2] if words[:2] in (["let", "us"], ["let", "'s"]) and len(words) > 2 else words[0]
    return opens in _SUPPOSED and len(words) > 1 and words[1] != ","


def _is_task(words: list[str], laid: Layout) -> bool:
    """Whether an exam or a manual gives a case: "Question 4.", "Example:", "Scenario 2:"."""
    del laid
    case = words[:2] == ["case", "study"]
    if words[0] not in _TASKS and not case:
        return False
    behind = words[1 + case : 3 + case]
    return behind[:1] == [":"] or (bool(behind) and behind[0].isdigit() and behind[1:] in ([], ["."], [":"]))


def _is_of_world(words: list[str], laid: Layout) -> bool:
    """Whether a sentence opens within another world: "In the exercise, blue barred red"."""
    del laid
    if words[0] not in {"in", "during", "under"} or "," not in words[2:_FARTHEST]:
        return False
    comma = words.index(",")
    return (
        comma > 1 and words[comma - 1] in _WORLDS and words[1] in {"the", "a", "this", "that", "one", "his"}
    )


def _asks_what_if(words: list[str], laid: Layout) -> bool:
    """Whether a question asks what would be: "What would happen if Orlo were sanctioned?"."""
    del laid
    return words[0] in {"what", "and"} and "?" in words[-2:] and "if" in words and len(words) > 2


def _is_joke(words: list[str], laid: Layout) -> bool:
    """Whether what was told is taken back as a joke: "Just kidding.", "It was an April fool's joke."."""
    del laid
    near = words[:_FARTHEST]
    if words[0] == "april":
        return any(low.startswith("fool") for low in words[1:2]) and len(words) < _FARTHEST
    joke = next((n for n, low in enumerate(near) if low in _JOKES), None)
    told = words[0] in _AT_ONCE or (words[0] in _POINTING and words[1:2] in (["was"], ["is"], ["'s"]))
    return joke is not None and told and {"not", "no", "aside", "'t"}.isdisjoint(near)


def _to_end(sentences: Sequence[Sentence], number: int) -> range:
    return range(number, len(sentences))


def _paragraph(sentences: Sequence[Sentence], number: int) -> range:
    """The rest of the paragraph; of a sentence that is its own paragraph, the next one too."""
    own = sentences[number].paragraph
    stop, last = number + 1, min(len(sentences), number + _REACH)
    while stop < last and sentences[stop].paragraph == own:
        stop += 1
    alone = stop == number + 1 and (number == 0 or sentences[number - 1].paragraph != own)
    if alone and stop < last:
        after = sentences[stop].paragraph
        while stop < last and sentences[stop].paragraph == after:
            stop += 1
    return range(number, stop)


def _before(sentences: Sequence[Sentence], number: int) -> range:
    """The paragraph so far; of a sentence that is its own paragraph, the one before."""
    own = sentences[number].paragraph
    first, least = number, max(0, number - _REACH)
    while first > least and sentences[first - 1].paragraph == own:
        first -= 1
    if first == number and first > least:
        before = sentences[first - 1].paragraph
        while first > least and sentences[first - 1].paragraph == before:
            first -= 1
    return range(first, number + 1)


_Kind = tuple[Callable[[list[str], Layout], bool], Callable[[Sequence[Sentence], int], range]]
_HEADING: _Kind = (_is_heading_of_none, _to_end)
_YEAR: _Kind = (_is_later_year, _paragraph)
_JOKE: _Kind = (_is_joke, _before)
_OPENINGS: dict[str, tuple[_Kind, ...]] = {
    **dict.fromkeys((*sorted(_SUPPOSED), "let"), ((_supposes, _paragraph),)),
    **dict.fromkeys((*sorted(_TASKS), "case"), ((_is_task, _paragraph),)),
    **dict.fromkeys(("in", "during", "under"), ((_is_of_world, _paragraph),)),
    **dict.fromkeys(("what", "and"), ((_asks_what_if, _paragraph),)),
    **dict.fromkeys(("just", "only", "that", "this", "all", "april"), (_JOKE,)),
    "the": (_YEAR,),
    "it": (_YEAR, _JOKE),
}
"""What a sentence may set, by its first word; most sentences set nothing."""
