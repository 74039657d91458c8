"""Several stories become one timeline: what is one, what differs, what corroborates what."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.news import scoring
from tests.news.marking import Marked, Place, annotated, marked
from tests.news.test_stories import TWO, figure, needs_stories
from tests.shared import SHARED

from licet.model.news import Timex, TimexType
from licet.news.claims.claim import ClaimKind
from licet.news.measures.measure import MeasureType, SlotName
from licet.news.merging import comparing
from licet.news.merging.comparing import Relation
from licet.news.merging.derived import shifted
from licet.news.merging.fact import Agreement, DifferenceKind, Fact, Independence, Timeline
from licet.news.merging.merge import merge
from licet.news.merging.pool import letters
from licet.news.modality.modality import Modality
from licet.news.reading import Reading, read
from licet.news.story import read_story

IMPOSER, TARGET, DATE = SlotName.IMPOSER, SlotName.TARGET, SlotName.DATE
DURATION, AMOUNT, END = SlotName.DURATION, SlotName.AMOUNT, SlotName.END


def ban(
    day: str = "on 2 May 2024",
    years: str = "three years",
    name: str = "Tarn Optics Ltd.",
    who: str = "The Commerce Department",
    *,
    again: bool = True,
) -> Reading:
    """A story of an export ban, told at one place or two."""
    text = f"{who} {day} barred {name} from buying American lenses for {years}."
    if again:
        text += f" Lenders fear the ban on {name}"
    places = [
        Place(
            "barred",
            Modality.IN_FORCE,
            {IMPOSER: who, DATE: day.removeprefix("on "), TARGET: name, DURATION: years},
        )
    ]
    if again:
        places.append(Place("the ban", Modality.IN_FORCE))
    row = Marked(MeasureType.EXPORT_BAN, places, (), (_key(name),))
    return marked(text, row)


def _key(name: str) -> str:
    return "tarn-optics" if name.startswith("Tarn") else "quill-cement"


def of_lantern(reading: Reading) -> Reading:
    """The same story, published by the Lantern."""
    return reading._replace(story=replace(reading.story, outlet="Lantern"))


def other_ban(**changes: str) -> Reading:
    """The same ban in other words."""
    who = changes.get("who", "U.S. Commerce Department")
    day, years = changes.get("day", "early May"), changes.get("years", "three years")
    text = (
        f"No American lens may go to Tarn Optics: in {day} the {who} forbade its suppliers to sell, "
        f"and for {years} nothing will change. The order came as a shock."
    )
    place = Place(
        "forbade", Modality.IN_FORCE, {DATE: day, IMPOSER: who, TARGET: "Tarn Optics", DURATION: years}
    )
    row = Marked(MeasureType.SALES_BAN, [place, Place("The order", Modality.IN_FORCE)], (), ("tarn-optics",))
    return marked(text, row)


def only(timeline: Timeline, kind: ClaimKind, words: str = "") -> Fact:
    """The one fact of a kind whose title holds some words; computed ones left out."""
    found = [
        fact for fact in timeline.facts if fact.kind is kind and words in fact.title and not fact.derived
    ]
    assert len(found) == 1, [fact.title for fact in timeline.facts]
    return found[0]


def conflicts(timeline: Timeline) -> list[Fact]:
    """The facts that stories contradict each other on."""
    return [fact for fact in timeline.facts if fact.agreement is Agreement.CONFLICT]


def test_one_measure_in_two_wordings_is_one_and_corroborated() -> None:
    """Kinds of one family, one target, one authority and days that meet: one measure."""
    timeline = merge([ban(), other_ban()])
    assert len(timeline.measures) == 1
    assert timeline.measures[0].parts == (("A", "m1"), ("B", "m1"))
    fact = only(timeline, ClaimKind.MEASURE)
    assert (fact.agreement, fact.independence) == (Agreement.CORROBORATED, Independence.OWN_WORDS)
    assert fact.modality is Modality.IN_FORCE
    assert fact.stories == ("A", "B")


def test_a_day_within_a_stretch_is_less_precise_and_no_conflict() -> None:
    fact = only(merge([ban(), other_ban()]), ClaimKind.SLOT, "when")
    assert fact.agreement is Agreement.CORROBORATED
    assert [item.kind for item in fact.differences] == [DifferenceKind.LESS_PRECISE]
    assert (fact.first, fact.last) == (date(2024, 5, 2), date(2024, 5, 2))


def test_other_days_of_one_month_are_a_conflict_with_both_words() -> None:
    timeline = merge([ban(), other_ban(day="12 May 2024")])
    fact = only(timeline, ClaimKind.SLOT, "when")
    assert fact.agreement is Agreement.CONFLICT
    assert {side.span.text for side in fact.differences[0].sides} == {"2 May 2024", "12 May 2024"}
    assert (fact.first, fact.last) == (date(2024, 5, 2), date(2024, 5, 12))


def test_a_day_later_than_its_story_is_none_on_which_an_act_was_done() -> None:
    """A weekday that was read as the coming one, or the day of effect, contradicts no day of the act."""
    timeline = merge([ban(), other_ban(day="late May")])
    assert len(timeline.measures) == 1
    assert not conflicts(timeline)
    assert not [fact for fact in timeline.facts if "when" in fact.title]


def test_other_lengths_are_a_conflict() -> None:
    timeline = merge([ban(), other_ban(years="ten years")])
    assert [fact.kind for fact in conflicts(timeline)] == [ClaimKind.SLOT]
    assert "how long" in conflicts(timeline)[0].title


def test_another_target_another_agency_or_another_year_keeps_measures_apart() -> None:
    for other in (
        ban(name="Quill Cement Ltd."),
        ban(who="The Treasury Department"),
        ban(day="on 2 May 2019"),
    ):
        timeline = merge([ban(), other])
        assert len(timeline.measures) == 2
        assert not conflicts(timeline)


def test_an_agency_and_its_government_are_one_authority_and_the_difference_is_told() -> None:
    timeline = merge([ban(), other_ban(who="U.S. government")])
    assert len(timeline.measures) == 1
    assert timeline.measures[0].imposers == ("us-commerce", "country-US")
    kinds = {item.kind for item in only(timeline, ClaimKind.MEASURE).differences}
    assert DifferenceKind.ATTRIBUTE in kinds


def fine(amount: str, year: str = "2021") -> Reading:
    """A story of a fine."""
    text = f"The Treasury Department fined Tarn Optics Ltd. {amount} in {year}. The fine hurt the lens maker."
    place = Place(
        "fined",
        Modality.IN_FORCE,
        {IMPOSER: "Treasury Department", TARGET: "Tarn Optics Ltd.", AMOUNT: amount, DATE: year},
    )
    return marked(
        text,
        Marked(MeasureType.FINE, [place, Place("The fine", Modality.IN_FORCE)], (), ("tarn-optics",)),
    )


def test_amounts_that_round_to_each_other_agree_and_others_conflict() -> None:
    rounded = only(merge([fine("$1.19 million"), fine("$1.2 million")]), ClaimKind.SLOT, "amount")
    assert rounded.agreement is not Agreement.CONFLICT
    assert [item.kind for item in rounded.differences] == [DifferenceKind.LESS_PRECISE]
    other = only(merge([fine("$1.19 million"), fine("$1.4 million")]), ClaimKind.SLOT, "amount")
    assert other.agreement is Agreement.CONFLICT


def test_a_fine_of_another_year_and_amount_is_another_fine() -> None:
    timeline = merge([fine("$1.19 million"), fine("$3 million", "2017")])
    assert len(timeline.measures) == 2
    assert not conflicts(timeline)


def told(modality: Modality, dated: date, verb: str) -> Reading:
    """A story of a tariff with a standing."""
    text = f"The White House {verb} a tariff on lenses from Japan."
    place = Place("tariff", modality, {IMPOSER: "White House", TARGET: "Japan"})
    return marked(
        text, Marked(MeasureType.TARIFF, [place], ("us-white-house",), ("country-JP",)), dated=dated
    )


def test_of_two_standings_on_one_day_the_weaker_is_shown() -> None:
    day = date(2024, 5, 15)
    timeline = merge([told(Modality.IN_FORCE, day, "put"), told(Modality.PROPOSED, day, "proposed")])
    fact = only(timeline, ClaimKind.MEASURE)
    assert fact.modality is Modality.PROPOSED
    assert timeline.measures[0].modality is Modality.PROPOSED
    assert [item.kind for item in fact.differences] == [DifferenceKind.WEAKER]


def test_an_older_story_of_a_proposal_does_not_weaken_the_act() -> None:
    old, new = date(2024, 4, 2), date(2024, 5, 15)
    timeline = merge([told(Modality.PROPOSED, old, "proposed"), told(Modality.IN_FORCE, new, "put")])
    assert timeline.measures[0].modality is Modality.IN_FORCE
    facts = [fact for fact in timeline.facts if fact.kind is ClaimKind.MEASURE]
    assert {fact.modality for fact in facts} == {Modality.PROPOSED, Modality.IN_FORCE}


def undoing(text: str, *places: tuple[str, Modality], base: str, standing: Modality) -> Reading:
    """A story of an order and of what would undo it."""
    order = Marked(
        MeasureType.DENIAL_ORDER,
        [Place(base, standing, {TARGET: "Tarn Optics"})],
        ("us-commerce",),
        ("tarn-optics",),
    )
    rows = [Place(words, modality) for words, modality in places]
    return marked(text, order, Marked(MeasureType.LIFTING, rows, ("us-commerce",), ("tarn-optics",), "m1"))


def test_an_undoing_that_is_done_here_and_pledged_there_in_one_story_is_not_done() -> None:
    text = "The Commerce Department pledged to ease the ban on Tarn Optics. The easing was welcomed."
    story = undoing(
        text,
        ("ease", Modality.PLEDGED),
        ("The easing", Modality.IN_FORCE),
        base="the ban",
        standing=Modality.IN_FORCE,
    )
    timeline = merge([story])
    lifting = next(item for item in timeline.measures if item.type is MeasureType.LIFTING)
    assert lifting.modality is Modality.PLEDGED
    assert not [fact for fact in timeline.facts if fact.measure == lifting.key and fact.modality.effective]


def test_who_denies_that_a_ban_is_lifted_does_not_deny_the_ban() -> None:
    text = "No, the ban on Tarn Optics has not been lifted, whatever they write."
    story = undoing(text, ("lifted", Modality.DENIED), base="the ban", standing=Modality.DENIED)
    timeline = merge([ban(), story])
    order = next(item for item in timeline.measures if item.type is not MeasureType.LIFTING)
    assert order.modality is Modality.IN_FORCE
    assert not conflicts(timeline)


def test_who_denies_the_ban_itself_is_in_conflict_with_who_tells_it() -> None:
    place = Place("ban", Modality.DENIED, {TARGET: "Tarn Optics"})
    row = Marked(MeasureType.EXPORT_BAN, [place], ("us-commerce",), ("tarn-optics",))
    other = marked("There is no ban of the Commerce Department on Tarn Optics, nor was there ever.", row)
    fact = only(merge([ban(), other]), ClaimKind.MEASURE)
    assert (fact.agreement, fact.modality) == (Agreement.CONFLICT, Modality.DENIED)


def test_a_measure_of_which_nobody_is_named_is_no_fact() -> None:
    story = marked("A tariff was proposed.", Marked(MeasureType.TARIFF, [Place("tariff", Modality.PROPOSED)]))
    timeline = merge([story])
    assert not timeline.facts
    assert [claim.kind for claim in timeline.claims["A"]] == [ClaimKind.MEASURE]


def test_a_story_that_rests_on_the_report_of_another_does_not_corroborate_it() -> None:
    first = of_lantern(ban())
    text = f"It was a shock, the Lantern reported. {other_ban().story.text}"
    value = other_ban().measures[0].value
    places = [
        Place(item.trigger.text, item.standing.modality, {slot.name: slot.span.text for slot in item.slots})
        for item in value.mentions
    ]
    second = marked(text, Marked(value.type, places, value.imposers, value.targets))
    assert only(merge([first, second]), ClaimKind.MEASURE).agreement is Agreement.SINGLE


def test_one_text_one_wire_and_one_outlet_corroborate_nothing() -> None:
    twice = only(merge([ban(), ban()]), ClaimKind.MEASURE)
    assert (twice.agreement, twice.stories) == (Agreement.SINGLE, ("A", "B"))
    outlet = only(merge([of_lantern(ban()), of_lantern(other_ban())]), ClaimKind.MEASURE)
    assert (outlet.agreement, outlet.independence) == (Agreement.SINGLE, Independence.ONE_WIRE)
    wired = []
    for head, story in (("OSLO (Reuters) - ", ban()), ("LONDON (Reuters) - ", other_ban())):
        value = story.measures[0].value
        places = [
            Place(
                item.trigger.text,
                item.standing.modality,
                {slot.name: slot.span.text for slot in item.slots},
            )
            for item in value.mentions
        ]
        row = Marked(value.type, places, value.imposers, value.targets)
        wired.append(marked(head + story.story.text, row))
    fact = only(merge(wired), ClaimKind.MEASURE)
    assert (fact.agreement, fact.independence) == (Agreement.SINGLE, Independence.ONE_WIRE)


QUOTE = '"We grind every lens ourselves, and no lens of ours has ever left for an army,"'


def test_a_statement_printed_by_two_stories_is_one_from_one_source() -> None:
    """Both print its words: that corroborates the wording, and the source is told to be one."""
    one = marked(f"{QUOTE} said Ada Moor, the chief executive of Tarn Optics Ltd.")
    more = QUOTE[:-2] + '. We shall fight this before every court."'
    other = marked(f"Tarn's chief, Ada Moor, had this to tell the press on Tuesday. Ada Moor said: {more}")
    fact = only(merge([one, other]), ClaimKind.STATEMENT)
    assert (fact.agreement, fact.independence) == (Agreement.CORROBORATED, Independence.ONE_SOURCE)
    assert DifferenceKind.EXTENT in {item.kind for item in fact.differences}


def test_what_two_stories_tell_of_a_speaker_in_nearly_the_same_words_is_one_statement() -> None:
    """Also where it touches a measure; in other words it is another statement."""
    row = Marked(
        MeasureType.ASSET_FREEZE,
        [Place("a freeze", Modality.CLAIMED, {TARGET: "Tarn Optics Ltd."})],
        ("us-treasury",),
        ("tarn-optics",),
    )
    said = "The Treasury Department said Moor had made 96 payments for Tarn Optics Ltd. under a freeze."
    again = f"{said[:-1]} since May."
    other = "The Treasury Department said nobody but Tarn Optics Ltd. was under a freeze."
    fact = only(merge([marked(said, row), marked(again, row)]), ClaimKind.STATEMENT)
    assert (fact.stories, fact.independence) == (("A", "B"), Independence.ONE_WIRE)
    kinds = [fact.kind for fact in merge([marked(said, row), marked(other, row)]).facts]
    assert kinds.count(ClaimKind.STATEMENT) == 2


def test_a_statement_of_no_day_was_made_by_the_day_of_the_first_story_that_prints_it() -> None:
    days = date(2024, 5, 15), date(2024, 5, 13)
    stories = [
        marked(f"{QUOTE} said Ada Moor, the chief executive of Tarn Optics Ltd.", dated=day) for day in days
    ]
    fact = only(merge(stories), ClaimKind.STATEMENT)
    assert (fact.first, fact.last) == (None, date(2024, 5, 13))


def test_other_words_of_one_speaker_are_another_statement() -> None:
    one = marked(f"{QUOTE} said Ada Moor, the chief executive of Tarn Optics Ltd.")
    other = marked('"Our town will stand by its oldest workshop whatever they do," said Ada Moor.')
    facts = [fact for fact in merge([one, other]).facts if fact.kind is ClaimKind.STATEMENT]
    assert [fact.agreement for fact in facts] == [Agreement.SINGLE, Agreement.SINGLE]


def halted(text: str, dated: date = date(2024, 5, 15)) -> Reading:
    """A story of a company's operations."""
    return marked(text, dated=dated)


HAD = "Tarn Optics Ltd. said in a filing that it had halted its main operations."
WOULD = "Tarn Optics Ltd. told investors it would cease all production."


def test_done_against_to_come_is_a_conflict_unless_the_latter_was_told_before() -> None:
    timeline = merge([halted(HAD), halted(WOULD)])
    assert [fact.kind for fact in conflicts(timeline)] == [ClaimKind.EVENT]
    assert conflicts(timeline)[0].independence is Independence.ONE_SOURCE
    earlier = merge([halted(HAD), halted(WOULD, date(2024, 5, 10))])
    assert not conflicts(earlier)
    assert len([fact for fact in earlier.facts if fact.kind is ClaimKind.EVENT]) == 1


TALKS = "Officials from Japan and Norway prepare for trade talks in Geneva {}."


@pytest.mark.parametrize(
    ("other", "agreement"), [("this week", Agreement.SINGLE), ("this week or next", Agreement.CONFLICT)]
)
def test_alternative_days_of_one_meeting_are_a_conflict_of_certainty(
    other: str, agreement: Agreement
) -> None:
    stories = [
        marked(TALKS.format("this week")),
        marked(f"A meeting of Norway and Japan is expected to be held in Geneva {other}."),
    ]
    fact = only(merge(stories), ClaimKind.EVENT)
    assert fact.stories == ("A", "B")
    assert (fact.agreement is Agreement.CONFLICT) == (agreement is Agreement.CONFLICT)


def test_the_order_in_which_countries_are_named_is_no_difference() -> None:
    one = marked("Worsening tensions between Japan and Norway frighten fishermen.")
    other = marked("Nobody fishes now, for tensions between Norway and Japan remain high.")
    fact = only(merge([one, other]), ClaimKind.STATE)
    assert (fact.agreement, fact.differences) == (Agreement.CORROBORATED, ())


def test_the_end_of_a_ban_is_derived_and_never_told_as_reported() -> None:
    timeline = merge([ban(), other_ban()])
    derived = [fact for fact in timeline.facts if fact.derived]
    assert [(fact.first, fact.last) for fact in derived] == [(date(2027, 5, 2), date(2027, 5, 2))]
    assert all(
        fact.last is None or fact.last < date(2025, 1, 1) for fact in timeline.facts if not fact.derived
    )


def test_no_opinion_prediction_or_rumour_is_a_fact_but_each_stays_among_the_claims() -> None:
    story = marked(
        '"They will all be bankrupt by the spring, every one of them," said Olof Brandt, a professor of '
        "economics at Lund University. Some traders believe a truce is near."
    )
    timeline = merge([story])
    assert not timeline.facts
    assert {claim.modality for claim in timeline.claims["A"] if claim.kind is ClaimKind.STATEMENT} == {
        Modality.OPINION
    }


def test_a_surname_alone_is_the_one_person_who_bears_it() -> None:
    full = marked("The lens maker is led by Ada Moor, and Ada Moor spoke on Monday.")
    short = marked("Mr. Moor said nothing. Moor left.")
    third = marked("Olof Moor said nothing.")
    people = {key for (_, name), key in merge([full, short]).parties.items() if "moor" in name}
    assert people == {"ada-moor"}
    apart = {key for (_, name), key in merge([full, short, third]).parties.items() if "moor" in name}
    assert len(apart) == 3


def test_an_acronym_and_a_legal_form_do_not_split_a_company() -> None:
    one = marked("Zeltra Pump Lines Ltd. (ZPL) closed. ZPL said so.")
    other = marked("ZPL Corp. closed.")
    merged = merge([one, other]).parties
    assert len({key for (_, name), key in merged.items() if name.startswith("z")}) == 1


def shape(timeline: Timeline, names: dict[str, str]) -> list[object]:
    """Facts without the keys that follow the order given; stories by their real names."""
    return [
        (
            fact.key,
            fact.title,
            fact.agreement,
            fact.independence,
            fact.modality,
            fact.first,
            fact.last,
            fact.measure,
            frozenset((names[item.story], item.span) for item in fact.support),
            frozenset(
                (item.kind, frozenset((names[side.story], side.span) for side in item.sides))
                for item in fact.differences
            ),
        )
        for fact in timeline.facts
    ]


def test_the_order_in_which_stories_are_given_changes_no_fact() -> None:
    stories = {
        "ban": ban(),
        "other": other_ban(day="late May"),
        "fine": fine("$2 million"),
        "had": halted(HAD),
    }
    found = []
    for order in permutations(stories):
        timeline = merge([stories[name] for name in order])
        assert timeline.stories == ("A", "B", "C", "D")
        found.append(shape(timeline, dict(zip(timeline.stories, order, strict=True))))
    assert all(item == found[0] for item in found)
    assert len(found[0]) > 4


def test_thirty_stories_of_one_matter_make_the_facts_of_two() -> None:
    """Every telling is kept as support, none makes a fact or a measure of its own."""
    two = merge([ban(), other_ban()])
    many = merge([ban() if number % 2 else other_ban() for number in range(30)])
    assert len(many.measures) == 1
    assert [fact.title for fact in many.facts] == [fact.title for fact in two.facts]
    assert len(only(many, ClaimKind.MEASURE).stories) == 30
    assert only(many, ClaimKind.MEASURE).agreement is Agreement.CORROBORATED


def test_no_story_makes_an_empty_timeline_and_letters_go_on_behind_z() -> None:
    assert merge([]).facts == ()
    assert [letters(number) for number in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("1190000000.00 USD", "1200000000 USD", Relation.LESS_PRECISE),
        ("1190000000 USD", "1190000000.00 USD", Relation.SAME),
        ("1190000000 USD", "892000000 USD", Relation.CONFLICT),
        ("1190000000 USD", "1190000000 EUR", Relation.UNKNOWN),
        ("more_than 70000", "75000", Relation.LESS_PRECISE),
        ("more_than 70000", "60000", Relation.CONFLICT),
        ("up_to 60", "50", Relation.LESS_PRECISE),
        ("some", "many", Relation.UNKNOWN),
    ],
)
def test_figures_agree_within_rounding_and_bounds(one: str, other: str, relation: Relation) -> None:
    assert comparing.amounts(one, other) is relation
    assert comparing.amounts(other, one) is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("P7Y", "P84M", Relation.SAME),
        ("P1Y", "P52W", Relation.SAME),
        ("P7Y", "P10Y", Relation.CONFLICT),
        ("P7Y", "PXY", Relation.UNKNOWN),
    ],
)
def test_lengths_are_compared_over_units(one: str, other: str, relation: Relation) -> None:
    assert comparing.lengths(one, other) is relation
    assert comparing.lengths(other, one) is relation


DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS, DAYS)
@settings(max_examples=200)
def test_comparing_days_does_not_depend_on_the_side(a: date, b: date, c: date, d: date) -> None:
    """Disjoint intervals conflict, equal ones are the same, all others are less precise."""
    one, other = (Timex(TimexType.DATE, None, None, min(pair), max(pair)) for pair in ((a, b), (c, d)))
    found = comparing.times(one, other)
    assert found is comparing.times(other, one)
    assert (found is Relation.CONFLICT) == (max(a, b) < min(c, d) or max(c, d) < min(a, b))


@pytest.mark.parametrize(
    ("day", "length", "end"),
    [
        (date(2018, 4, 1), "P7Y", date(2025, 4, 1)),
        (date(2018, 4, 30), "P7Y", date(2025, 4, 30)),
        (date(2020, 2, 29), "P1Y", date(2021, 2, 28)),
        (date(2023, 11, 30), "P3M", date(2024, 2, 29)),
        (date(2024, 5, 2), "P90D", date(2024, 7, 31)),
        (date(9999, 1, 1), "P7Y", None),
        (date(2018, 4, 1), "PXY", None),
        (None, "P7Y", None),
    ],
)
def test_an_end_is_computed_by_the_calendar(day: date | None, length: str, end: date | None) -> None:
    assert shifted(day, length) == end


@pytest.fixture(scope="module", params=["annotated", "read"])
def two(request: pytest.FixtureRequest) -> Timeline:
    """The two real stories, with their measures as annotated and as read."""
    if request.param == "annotated":
        return merge(annotated())
    return merge([read(read_story((SHARED / "stories" / name).read_bytes())) for name in TWO.values()])


@needs_stories
def test_the_merged_facts_of_the_two_stories_reach_the_target(two: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"A": {}, "B": {}, "facts": scoring.facts(two)}), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_stories.py"), str(path)]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert figure(report, "fact") >= 90
    assert figure(report, "fact_agreement_label") >= 90


@needs_stories
def test_both_true_conflicts_of_the_two_stories_are_found_and_no_other(two: Timeline) -> None:
    gold = json.loads((SHARED / "stories" / "gold.json").read_text(encoding="utf-8"))
    wanted = {row["id"]: row for row in gold["facts"] if row["agreement"] == "conflict"}
    found = set()
    for fact in conflicts(two):
        found |= {
            key
            for key, row in wanted.items()
            for place in row["support"]
            for item in fact.support
            if item.story == place["doc"]
            and item.span.start < place["end"]
            and place["start"] < item.span.end
        }
    assert found == set(wanted)
    assert len(conflicts(two)) == len(wanted)


@needs_stories
def test_nothing_of_the_two_stories_is_shown_as_the_end_of_the_order(two: Timeline) -> None:
    """The order stays in force; relief is pledged at most; the end is computed."""
    order = next(item for item in two.measures if item.type is MeasureType.DENIAL_ORDER)
    relief = next(item for item in two.measures if item.affects == order.key)
    assert order.modality is Modality.IN_FORCE
    assert not relief.modality.effective
    assert not any(fact.modality.effective for fact in two.facts if fact.measure == relief.key)
    assert all(fact.derived for fact in two.facts if fact.first and fact.first.year > 2018)
