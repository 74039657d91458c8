"""Stories of our own with all that can be read of one, made by hand."""

from __future__ import annotations

from datetime import date

from licet.model.news import Span, Timex, TimexType, Value
from licet.news.claims.claim import Claim, ClaimKind
from licet.news.measures.measure import Measure, MeasureMention, MeasureType, Slot, SlotName
from licet.news.merging.fact import (
    Agreement,
    Difference,
    DifferenceKind,
    Fact,
    Independence,
    MergedMeasure,
    Support,
    Timeline,
)
from licet.news.modality.modality import Modality, Standing
from licet.news.parties.reading import no_links
from licet.news.reading import read
from licet.news.story import read_story
from licet.usecases.news_links import Link
from licet.usecases.read import Told, ToldTogether

STORY = """date 2018-05-14
The Commerce Department last month barred U.S. firms from selling to Zhenlan Telecom Ltd. for seven years.

Zhenlan said it had closed two plants. "We will fight on," said Hao Min, a spokesman for Zhenlan.

Two people briefed on the talks said the fine of $12 million could be cut.
"""
OTHER = """date 2018-05-15
Washington cut Zhenlan Telecom Ltd. off from American parts in April. Zhenlan said it would close its plants.
"""
LINK = Link("us_bis_dpl:k1", "ZHENLAN TELECOM LTD", "Zhenlan Telecom", 1.0, True, date(2018, 4, 15), None)
APRIL = (date(2018, 4, 1), date(2018, 4, 30))


def span(text: str, words: str) -> Span:
    """The first place of some words."""
    start = text.index(words)
    return Span.within(text, start, start + len(words))


def told(text: str = STORY, name: str = "A") -> Told:
    """A story with one measure and one claim beside what the readers find; its company is linked."""
    story = read_story(text)
    found = read(story, lambda party, _kind: (LINK.entity_id,) if "Zhenlan" in party else ())
    trigger = span(text, "barred" if "barred" in text else "cut")
    standing = Standing(Modality.IN_FORCE, "past verb of an authority", (trigger,))
    when = span(text, "last month" if "last month" in text else "in April")
    slots = (Slot(SlotName.DATE, when, "2018-04", "time in the clause"),)
    mention = MeasureMention(trigger, MeasureType.EXPORT_BAN, standing, slots, "verb")
    measure = Measure(
        "m1", MeasureType.EXPORT_BAN, (mention,), ("us-commerce",), (_key(found.parties, "Zhenlan"),)
    )
    timex = Timex(TimexType.DATE, "2018-04", None, *APRIL)
    claim = Claim(
        ClaimKind.MEASURE,
        "us-commerce",
        "imposed",
        "",
        (trigger,),
        Modality.IN_FORCE,
        "frame",
        timex,
        "m1",
        key="c1",
    )
    whole = found._replace(
        measures=(Value(measure, (trigger,), "frame"),),
        claims=(Value(claim, (trigger,), "claim of a frame"),),
    )
    return Told(name, f"{name.lower()}.txt", whole, {LINK.entity_id: LINK}, date(2018, 5, 14))


def _key(parties: tuple[Value[object], ...], part: str) -> str:
    return next(
        getattr(value.value, "key", "") for value in parties if part in getattr(value.value, "name", "")
    )


def plain(text: str) -> Told:
    """A story as it is read, without links."""
    return Told("A", "a.txt", read(read_story(text), no_links))


def together() -> ToldTogether:
    """Two stories that agree on a ban in April, differ on plants, and of which one tells a prediction."""
    first, second = told(), told(OTHER, "B")
    texts = {"A": first.story.text, "B": second.story.text}
    said = {
        "c1": ("A", "barred", Timex(TimexType.DATE, "2018-04", None, *APRIL)),
        "c2": ("B", "cut", Timex(TimexType.DATE, "2018-04", None, *APRIL)),
        "c3": ("A", "it had closed two plants", _on(date(2018, 5, 14))),
        "c4": ("B", "it would close its plants", _on(date(2018, 5, 20))),
        "c5": ("A", "the fine of $12 million could be cut", None),
    }
    claims: dict[str, tuple[Claim, ...]] = {"A": (), "B": ()}
    support: dict[str, Support] = {}
    for key, (story, words, when) in said.items():
        place = span(texts[story], words)
        claim = Claim(ClaimKind.EVENT, "", "x", "", (place,), Modality.REPORTED, "r", when, key=key)
        claims[story] = (*claims[story], claim)
        support[key] = Support(story, place, key)
    differ = Difference(
        DifferenceKind.CONFLICT, "whether the plants are closed", (support["c3"], support["c4"]), "r"
    )
    facts = (
        Fact(
            "f1",
            ClaimKind.MEASURE,
            "Commerce Department: export ban against Zhenlan",
            (support["c1"], support["c2"]),
            Agreement.CORROBORATED,
            Independence.OWN_WORDS,
            Modality.IN_FORCE,
            *APRIL,
            measure="M1",
        ),
        Fact(
            "f2",
            ClaimKind.EVENT,
            "Zhenlan closed plants",
            (support["c3"], support["c4"]),
            Agreement.CONFLICT,
            Independence.ONE_SOURCE,
            Modality.REPORTED,
            date(2018, 5, 14),
            date(2018, 5, 20),
            differences=(differ,),
        ),
        Fact(
            "f3",
            ClaimKind.STATEMENT,
            "The fine could be cut",
            (support["c5"],),
            Agreement.SINGLE,
            Independence.ONE_STORY,
            Modality.PREDICTED,
        ),
        Fact(
            "f4",
            ClaimKind.SLOT,
            "End of the export ban",
            (),
            Agreement.SINGLE,
            Independence.ONE_STORY,
            Modality.IN_FORCE,
            date(2025, 4, 1),
            date(2025, 4, 30),
            derived=True,
        ),
    )
    merged = MergedMeasure(
        "M1",
        MeasureType.EXPORT_BAN,
        (("A", "m1"), ("B", "m1")),
        ("us-commerce",),
        (),
        Modality.IN_FORCE,
    )
    return ToldTogether((first, second), Timeline(("A", "B"), facts, (merged,), {}, claims))


def _on(day: date) -> Timex:
    return Timex(TimexType.DATE, day.isoformat(), None, day, day)
